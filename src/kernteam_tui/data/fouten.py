"""What can be wrong with the store, its keys or the disk: one class per cause, with a next step.

Standard library only: the lock screen raises these before anything heavy is loaded. No text names a
client, and none of them offers "begin opnieuw" first: that answer has cost people their history.
"""

from __future__ import annotations

from kernteam_tui.domain.fouten import KernteamError

_KEYS_FROM_BACKUP = (
    "Haal de sleutels uit een reservekopie: op het openingsscherm, "
    "of met ‘kernteam terugzetten BESTAND --alleen-sleutels’."
)


class StoreError(KernteamError):
    """Root of everything that is wrong with the store. Exit status 4 unless a subclass says otherwise."""

    code = "kluis_fout"
    exit_status = 4
    titel = "De kluis gaat niet open"
    vaste_tekst = "Er is iets mis met de kluis."
    vaste_stap = "Bekijk de kluis met ‘kernteam controle’."

    def __init__(self, tekst: str = "", stap: str = "") -> None:
        super().__init__(tekst or self.vaste_tekst, stap or self.vaste_stap)


class StoreMissing(StoreError):
    """There is no store in this folder, or `kluis.db` has gone."""

    code = "kluis_ontbreekt"
    titel = "Geen kluis gevonden"
    vaste_tekst = "In deze map staat geen kluis (kluis.db ontbreekt)."
    vaste_stap = (
        "Kijk of de juiste map is gekozen, zet anders een reservekopie terug; "
        "heb je nog geen kluis, maak er dan een met ‘kernteam nieuw’."
    )


class StoreDamaged(StoreError):
    """`kluis.db` cannot be read: cut off, overwritten, or not an encrypted store at all."""

    code = "kluis_beschadigd"
    titel = "De kluis is beschadigd"
    vaste_tekst = "Het bestand kluis.db is beschadigd; dit ligt niet aan je wachtwoordzin."
    vaste_stap = (
        "Laat de map zoals hij is, maak er een kopie van en zet dan de laatste reservekopie (in de map "
        "‘reserve’) terug: ‘kernteam terugzetten BESTAND’."
    )


class StoreNotOfKeys(StoreDamaged):
    """The key file opens, but nothing in `kluis.db` was written with its key.

    Either file is of another store, or the beginning of `kluis.db` is gone; from outside these look alike,
    so both are said, under the code of the contract.
    """

    titel = "Kluis en sleutels passen niet bij elkaar"
    vaste_tekst = (
        "Het sleutelbestand is goed, maar kluis.db is er niet mee te lezen: het begin van kluis.db is "
        "beschadigd, of een van de twee hoort bij een andere kluis."
    )
    vaste_stap = (
        "Maak een kopie van de map. Heb je bestanden verplaatst, zet dan kluis.db en kluis.keys van dezelfde "
        "kluis bij elkaar; zet anders de laatste reservekopie terug."
    )


class LogDamaged(StoreError):
    """The log that an earlier session left was damaged, and with it the last saves. Told, not raised: what is
    in the store is whole, and the files as they were are kept.

    `apart`: where they are kept, below the folder of the store; `tot`: the moment of the last save that is
    there, in words.
    """

    code = "logbestand_beschadigd"
    titel = "Wat je het laatst schreef, ontbreekt"
    vaste_tekst = (
        "Het logbestand naast de kluis (kluis.db-wal) was beschadigd: wat daarin het laatst is bewaard, "
        "is niet terug te halen."
    )
    vaste_stap = "Je kunt verder met wat er is. Kijk na wat je het laatst schreef."

    def __init__(self, *, apart: str = "", tot: str = "") -> None:
        whole = f"Je kunt verder: alles tot en met {tot} is heel." if tot else ""
        after = "Kijk na wat je daarna schreef." if tot else self.vaste_stap
        kept = f"De beschadigde bestanden staan apart in {apart}; gooi ze nog niet weg." if apart else ""
        super().__init__(stap=" ".join(filter(None, (whole, after, kept))))
        self.apart = apart


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


class StoreBusy(StoreInUse):
    """The program itself keeps the store busy for longer than a save waits: a new data key, a long look."""

    code = "kluis_bezig"
    exit_status = 1
    titel = "De kluis is nog even bezig"
    vaste_tekst = (
        "De kluis is nog bezig met iets groots, zoals een nieuwe sleutel; daarom is dit nog niet gelukt."
    )
    vaste_stap = "Laat het scherm open, dan blijft staan wat je typte; wacht even en probeer het opnieuw."


class StoreOnNetworkDrive(StoreError):
    """A store was asked for on a drive that other computers share: its log cannot be kept safe there."""

    code = "kluis_op_netwerkschijf"
    exit_status = 1
    titel = "Hier kan geen kluis staan"
    vaste_tekst = "Deze map staat op een netwerkschijf; daar kan een kluis stukgaan als de verbinding hapert."
    vaste_stap = "Kies een map op deze computer zelf, en zet er reservekopieën van op de netwerkschijf."


class StoreAlreadyExists(StoreError):
    """A new store was asked for in a folder that already holds files of a store."""

    code = "kluis_bestaat_al"
    exit_status = 1
    titel = "Hier staat al een kluis"
    vaste_tekst = "In deze map staan al bestanden van een kluis."
    vaste_stap = "Open die kluis, of kies een lege map."


class FolderIsAFile(StoreError):
    """A file stands in the place of the folder that was asked for a store, or of one above it."""

    code = "map_is_bestand"
    exit_status = 1
    titel = "Dit is geen map"
    vaste_tekst = "Op deze plek staat een bestand en geen map; daar kan geen kluis in."
    vaste_stap = "Kies een andere map."


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


class OrganisatiesleutelPastNiet(WrongSecret):
    """The private key of an organisation does not open this store."""

    titel = "Deze sleutel past niet"
    vaste_tekst = "Met deze organisatiesleutel gaat deze kluis niet open."
    vaste_stap = (
        "Kijk of dit de geheime sleutel van je organisatie is, en of deze kluis er een slot voor heeft."
    )


class OrganisatiesleutelOpSlot(WrongSecret):
    """The file with the private key has a passphrase of its own, and it was not given or is not right."""

    titel = "De organisatiesleutel is op slot"
    vaste_tekst = "Dit sleutelbestand heeft een eigen wachtwoord, en dat is niet juist ingevuld."
    vaste_stap = "Vul het wachtwoord van het sleutelbestand in."


class OrganisatiesleutelOngeldig(StoreError):
    """A file that should hold the key of an organisation holds something else."""

    code = "organisatiesleutel_ongeldig"
    exit_status = 1
    titel = "Dit is geen organisatiesleutel"
    vaste_tekst = "In dit bestand staat geen organisatiesleutel (X25519 in PEM-vorm)."
    vaste_stap = "Vraag je organisatie om het goede bestand; de handleiding zegt hoe je er een maakt."


class SleutelwisselOnaf(StoreError):
    """The store has its new data key, but the disk refused the last files: the next opening finishes it."""

    code = "sleutelwissel_onaf"
    exit_status = 1
    titel = "Nog één stap"
    vaste_tekst = "De kluis heeft de nieuwe sleutel, maar de schijf weigerde de laatste stap."
    vaste_stap = "Sluit het programma en open de kluis opnieuw, met de nieuwe wachtwoordzin."


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
    vaste_stap = _KEYS_FROM_BACKUP


class KeyFileMissing(StoreError):
    """The store is there, both copies of the key file are not."""

    code = "sleutelbestand_ontbreekt"
    titel = "Het sleutelbestand ontbreekt"
    vaste_tekst = "De kluis staat er, maar kluis.keys en kluis.keys.bak ontbreken."
    vaste_stap = _KEYS_FROM_BACKUP


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


class ErasedNotCleaned(StoreError):
    """A casus is gone from the store, but its old pages are still in the file: somebody went on reading."""

    code = "wissen_niet_af"
    exit_status = 1
    titel = "Gewist, nog niet opgeruimd"
    vaste_tekst = (
        "De casus is gewist en komt niet terug, maar de oude bladzijden staan nog versleuteld in kluis.db."
    )
    vaste_stap = "Zet de kluis op slot: bij het sluiten, en anders bij het openen, worden ze overschreven."


class BackupInvalid(StoreError):
    """A backup did not come through its check."""

    code = "reservekopie_ongeldig"
    titel = "De reservekopie deugt niet"
    vaste_tekst = "De reservekopie kwam niet goed door de controle."
    vaste_stap = "De kluis zelf is niet veranderd; gebruik een andere kopie of maak een nieuwe."


class BackupFolderUnusable(StoreError):
    """The folder that was asked for a backup is not there, or takes no file."""

    code = "map_onbruikbaar"
    exit_status = 1
    titel = "Deze map kan niet"
    vaste_tekst = "In deze map kan geen reservekopie komen."
    vaste_stap = "Kies een andere map."


class MigrationFailed(StoreError):
    """Bringing the store to the newest form failed; it is as it was."""

    code = "bijwerken_mislukt"
    titel = "Het bijwerken is niet gelukt"
    vaste_tekst = "Het bijwerken van de kluis is niet gelukt; alles staat nog zoals het stond."
    vaste_stap = (
        "Gebruik voorlopig de vorige versie van het programma; de reservekopie staat in de map ‘reserve’."
    )


class DiskFull(StoreError):
    """Nothing more fits on the disk (or within the limit that holds for this program)."""

    code = "schijf_vol"
    exit_status = 1
    titel = "De schijf is vol"
    vaste_tekst = "De schijf is vol; het laatste is nog niet bewaard."
    vaste_stap = (
        "Maak ruimte vrij en probeer het opnieuw; staat er een scherm open met wat je typte, laat dat dan "
        "open."
    )


class QuotaReached(DiskFull):
    """The disk has room, but not for this user."""

    code = "quotum_vol"
    exit_status = 1
    titel = "Je schijfruimte is op"
    vaste_tekst = "Op de schijf mag je niets meer bijschrijven; het laatste is nog niet bewaard."
    vaste_stap = (
        "Gooi eigen bestanden weg of vraag je beheerder om meer ruimte, en probeer het opnieuw; staat er een "
        "scherm open met wat je typte, laat dat dan open."
    )


class StoreClosing(StoreError):
    """Work in the background met a store that is being closed. Never shown: that work just ends."""

    code = "kluis_gaat_dicht"
    titel = "De kluis gaat dicht"
    vaste_tekst = "De kluis gaat op slot; het werk op de achtergrond is gestopt."
    vaste_stap = "Je hoeft niets te doen: na het openen gaat het verder."


class DiskError(StoreError):
    """The disk refused to read or write."""

    code = "schijffout"
    exit_status = 1
    titel = "De schijf doet niet mee"
    vaste_tekst = "De schijf kon niet lezen of schrijven."
    vaste_stap = "Kijk of je in deze map mag schrijven en of de schijf vastzit; probeer het dan opnieuw."


class LinkInFolder(DiskError):
    """Something in the folder of the store is a link to elsewhere, and would be written or moved through."""

    code = "verwijzing_in_kluismap"
    titel = "Er staat een verwijzing in de map"
    vaste_tekst = "In de map van de kluis staat een verwijzing naar een andere plek."
    vaste_stap = "Kijk wie die verwijzing gemaakt heeft, haal die weg en probeer het opnieuw."

    def __init__(self, name: str = "") -> None:
        text = f"In de map van de kluis is {name} een verwijzing naar een andere plek." if name else ""
        super().__init__(text)


class StoreReadOnly(DiskError):
    """A file of the store may not be written: what is typed could not be saved."""

    code = "kluis_alleen_lezen"
    exit_status = 1
    titel = "De kluis is alleen-lezen"
    vaste_tekst = "Het bestand kluis.db staat op alleen-lezen; wat je typt zou niet bewaard worden."
    vaste_stap = "Haal bij de eigenschappen van het bestand alleen-lezen weg en open de kluis opnieuw."


class FolderReadOnly(DiskError):
    """Nothing may be written in the folder of the store."""

    code = "map_alleen_lezen"
    exit_status = 1
    titel = "In deze map mag je niet schrijven"
    vaste_tekst = "In de map van de kluis mag je niet schrijven; wat je typt zou niet bewaard worden."
    vaste_stap = (
        "Geef jezelf schrijfrecht op de map of haal de schrijfbeveiliging van de stick, en open de kluis "
        "opnieuw."
    )
