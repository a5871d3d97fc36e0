"""What can be wrong with the store, its keys or the disk: one class per cause, with a next step.

Standard library only: the lock screen raises these before anything heavy is loaded. No text names a
client, and none of them offers "begin opnieuw" first: that answer has cost people their history.
"""

from __future__ import annotations

from kernteam_tui.domain.fouten import KernteamError


class StoreError(KernteamError):
    """Root of everything that is wrong with the store. Exit status 4 unless a subclass says otherwise."""

    code = "kluis_fout"
    exit_status = 4
    titel = "De kluis gaat niet open"
    vaste_tekst = "Er is iets mis met de kluis."
    vaste_stap = "Bekijk de kluis met 'kernteam controle'."

    def __init__(self, tekst: str = "", stap: str = "") -> None:
        super().__init__(tekst or self.vaste_tekst, stap or self.vaste_stap)


class StoreMissing(StoreError):
    """There is no store in this folder, or `kluis.db` has gone."""

    code = "kluis_ontbreekt"
    titel = "Geen kluis gevonden"
    vaste_tekst = "In deze map staat geen kluis (kluis.db ontbreekt)."
    vaste_stap = (
        "Kijk of de juiste map is gekozen, zet anders een reservekopie terug; "
        "heb je nog geen kluis, maak er dan een met 'kernteam nieuw'."
    )


class StoreDamaged(StoreError):
    """`kluis.db` cannot be read: cut off, overwritten, or not an encrypted store at all."""

    code = "kluis_beschadigd"
    titel = "De kluis is beschadigd"
    vaste_tekst = "Het bestand kluis.db is beschadigd; dit ligt niet aan je wachtwoordzin."
    vaste_stap = "Laat de map zoals hij is, maak er een kopie van en zet dan de laatste reservekopie terug."


class StoreSwapped(StoreError):
    """The store and the key file are of two different stores."""

    code = "kluis_verwisseld"
    titel = "Deze bestanden horen niet bij elkaar"
    vaste_tekst = "Het bestand kluis.db hoort bij een ander sleutelbestand."
    vaste_stap = "Zet kluis.db, kluis.keys en kluis.keys.bak uit dezelfde kopie samen terug."


class StoreTooNew(StoreError):
    """The store or the key file was made by a newer version of the program."""

    code = "kluis_te_nieuw"
    titel = "De kluis is van een nieuwere versie"
    vaste_tekst = "Deze kluis is gemaakt met een nieuwere versie van het programma."
    vaste_stap = "Werk het programma bij en open de kluis daarna opnieuw."


class StoreInUse(StoreError):
    """Another process has the store open."""

    code = "kluis_in_gebruik"
    exit_status = 5
    titel = "De kluis is al open"
    vaste_tekst = "De kluis is al open in een ander venster."
    vaste_stap = "Sluit het programma daar af en probeer het opnieuw."


class StoreAlreadyExists(StoreError):
    """A new store was asked for in a folder that already holds files of a store."""

    code = "kluis_bestaat_al"
    exit_status = 1
    titel = "Hier staat al een kluis"
    vaste_tekst = "In deze map staan al bestanden van een kluis."
    vaste_stap = "Open die kluis, of kies een lege map."


class WrongSecret(StoreError):
    """Neither the passphrase nor the recovery code fits."""

    code = "wachtwoord_onjuist"
    exit_status = 3
    titel = "Dat klopt niet"
    vaste_tekst = "Deze wachtwoordzin of herstelcode is niet juist."
    vaste_stap = "Let op hoofdletters en spaties en probeer het opnieuw; met de herstelcode kan het ook."


class HerstelcodeOnjuist(WrongSecret):
    """This looks like a recovery code, but its check symbol does not fit: a slip of the hand.

    Raised before any key is derived, so it answers at once.
    """

    titel = "Er zit een tikfout in de herstelcode"
    vaste_tekst = "Dit lijkt op een herstelcode, maar er zit een tikfout in."
    vaste_stap = "Leg de code ernaast en typ hem nog eens over; streepjes en hoofdletters maken niet uit."


class WeakSecret(StoreError):
    """The passphrase is too easy to guess."""

    code = "wachtwoordzin_zwak"
    exit_status = 1
    titel = "Deze wachtwoordzin is te zwak"
    vaste_tekst = "Deze wachtwoordzin is te makkelijk te raden."
    vaste_stap = "Kies vijf losse woorden die niets met elkaar te maken hebben."


class KeyFileDamaged(StoreError):
    """No copy of the key file is whole."""

    code = "sleutelbestand_beschadigd"
    titel = "Het sleutelbestand is beschadigd"
    vaste_tekst = "Het sleutelbestand en de kopie ervan zijn beschadigd; dit ligt niet aan je wachtwoordzin."
    vaste_stap = "Zet kluis.keys terug uit een reservekopie: die past bij deze kluis."


class KeyFileMissing(StoreError):
    """The store is there, both copies of the key file are not."""

    code = "sleutelbestand_ontbreekt"
    titel = "Het sleutelbestand ontbreekt"
    vaste_tekst = "De kluis staat er, maar kluis.keys en kluis.keys.bak ontbreken."
    vaste_stap = "Zet kluis.keys terug uit een reservekopie: die past bij deze kluis."


class KeyFileTampered(StoreError):
    """The key file is whole but not as the program wrote it."""

    code = "sleutelbestand_gewijzigd"
    titel = "Het sleutelbestand is veranderd"
    vaste_tekst = "Het sleutelbestand is buiten het programma om veranderd."
    vaste_stap = "Zet kluis.keys terug uit een reservekopie die je vertrouwt en meld dit bij je organisatie."


class DriverUnsafe(StoreError):
    """The database driver would not encrypt, or would leave readable temporary files."""

    code = "stuurprogramma_onveilig"
    titel = "De versleuteling werkt hier niet"
    vaste_tekst = "De versleuteling van de kluis is op deze computer niet goed geladen."
    vaste_stap = "Er is niets gelezen of geschreven; installeer het programma opnieuw in een eigen omgeving."


class BackupInvalid(StoreError):
    """A backup did not come through its check."""

    code = "reservekopie_ongeldig"
    titel = "De reservekopie deugt niet"
    vaste_tekst = "De reservekopie kwam niet goed door de controle."
    vaste_stap = "De kluis zelf is niet veranderd; gebruik een andere kopie of maak een nieuwe."


class MigrationFailed(StoreError):
    """Bringing the store to the newest form failed; it is as it was."""

    code = "bijwerken_mislukt"
    titel = "Het bijwerken is niet gelukt"
    vaste_tekst = "Het bijwerken van de kluis is niet gelukt; alles staat nog zoals het stond."
    vaste_stap = (
        "Gebruik voorlopig de vorige versie van het programma; de reservekopie staat in de map reserve."
    )


class DiskFull(StoreError):
    """Nothing more fits on the disk (or within the limit that holds for this program)."""

    code = "schijf_vol"
    exit_status = 1
    titel = "De schijf is vol"
    vaste_tekst = "De schijf is vol; het laatste is nog niet opgeslagen."
    vaste_stap = "Maak ruimte vrij en sla opnieuw op; laat het scherm open, dan raakt er niets kwijt."


class DiskError(StoreError):
    """The disk refused to read or write."""

    code = "schijffout"
    exit_status = 1
    titel = "De schijf doet niet mee"
    vaste_tekst = "De schijf kon niet lezen of schrijven."
    vaste_stap = "Kijk of je in deze map mag schrijven en of de schijf vastzit; probeer het dan opnieuw."
