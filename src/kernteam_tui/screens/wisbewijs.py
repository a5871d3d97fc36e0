"""After erasing: the proof without a name, what still lies elsewhere, and the backups made anew."""

from __future__ import annotations

from pathlib import Path

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.services.reservekopie import Vernieuwing, vernieuw_reservekopieen
from kernteam_tui.services.wissen import Wissing, bewaar_bewijs, bewijs_tekst, get_wissing
from kernteam_tui.widgets.tekst import Kopregel, Tekst

KOPIEEN = "In deze reservekopieën kan de casus nog staan. Druk op r om ze opnieuw te maken, zonder de casus."
BEZIG = "Even geduld, de reservekopieën worden opnieuw gemaakt …"
SCHOON = "De reservekopieën in de map van de kluis zijn zonder deze casus."
DICHT = "Deze kopieën gaan niet open en zijn niet vernieuwd. Gooi ze weg als de casus erin kan staan:"
STICK = "Heb je ook kopieën op een stick of een andere schijf? Maak daar een nieuwe en gooi de oude weg."


class WisbewijsScreen(KernteamScreen):
    """What there is to know was passed along: the casus itself is nowhere any more."""

    NAAM = "wisbewijs"
    TITEL = "Gewist"
    UITLEG = "Het bewijs dat een casus gewist is. Er staat geen naam in; je kunt het aan het gezin geven."
    CSS_PATH = stijl("wissen")
    OPDRACHTEN = (
        Opdracht("vernieuw", "r", "kopieën opnieuw", "De reservekopieën opnieuw maken, zonder deze casus"),
        Opdracht("bewaar", "b", "bewijs opslaan", "Het bewijs opslaan als bestand, in de map ‘uit’"),
    )
    AUTO_FOCUS = "#bewijs-vlak"

    def __init__(
        self, nummer: str, over: str = "", weg: int = 0, kopieen: str = "", meldingen: str = ""
    ) -> None:
        """`over`, `kopieen`, `meldingen`: one a line."""
        super().__init__(nummer=nummer, over=over, weg=weg, kopieen=kopieen, meldingen=meldingen)

    def inhoud(self) -> ComposeResult:
        with VerticalScroll(id="bewijs-vlak"):
            yield Tekst(id="bewijs")
            yield Tekst(id="bewijs-meldingen", classes="waarschuwing")
            yield Kopregel("Bestanden", id="bewijs-bestanden-kop")
            yield Tekst(id="bewijs-bestanden")
            yield Kopregel("Reservekopieën")
            yield Tekst(id="bewijs-kopieen")

    def laad(self) -> None:
        self.lees(get_wissing, str(self.argumenten["nummer"]), bij_klaar=self._toon)

    def _toon(self, wissing: Wissing) -> None:
        self.kop(onderwerp=wissing.nummer)
        self.query_one("#bewijs", Tekst).update(bewijs_tekst(wissing))
        meldingen = str(self.argumenten["meldingen"])
        self.query_one("#bewijs-meldingen", Tekst).display = bool(meldingen)
        self.query_one("#bewijs-meldingen", Tekst).update(meldingen)
        self._toon_bestanden()
        self._toon_kopieen()

    def _toon_bestanden(self) -> None:
        weg, over = int(self.argumenten["weg"] or 0), str(self.argumenten["over"])
        delen = []
        if weg:
            delen.append("1 bestand in de map ‘uit’ is weg." if weg == 1 else f"{weg} bestanden zijn weg.")
        if over:
            delen.append(f"Dit staat er nog; is het niet meer nodig, gooi het dan zelf weg:\n{over}")
        for id_ in ("#bewijs-bestanden-kop", "#bewijs-bestanden"):
            self.query_one(id_).display = bool(delen)
        self.query_one("#bewijs-bestanden", Tekst).update("\n".join(delen))

    def _toon_kopieen(self) -> None:
        kopieen = str(self.argumenten["kopieen"])
        tekst = f"{KOPIEEN}\n{kopieen}" if kopieen else SCHOON
        self.query_one("#bewijs-kopieen", Tekst).update(Content(f"{tekst}\n\n{STICK}"))

    # --- commands ----------------------------------------------------------------------------

    def action_vernieuw(self) -> None:
        self.query_one("#bewijs-kopieen", Tekst).update(BEZIG)
        self.doe(vernieuw_reservekopieen, bij_klaar=self._vernieuwd, bij_fout=self._niet_vernieuwd)

    def _vernieuwd(self, uitkomst: Vernieuwing) -> None:
        dicht = set(str(self.argumenten["kopieen"]).split("\n")) & set(uitkomst.dicht)
        self.argumenten["kopieen"] = ""
        gedaan = len(uitkomst.vernieuwd)
        regels = [f"{gedaan} opnieuw gemaakt. {SCHOON}" if gedaan else SCHOON]
        if dicht:
            self.argumenten["kopieen"] = "\n".join(sorted(dicht))
            regels = [*([f"{gedaan} opnieuw gemaakt."] if gedaan else []), DICHT, *sorted(dicht)]
        self.query_one("#bewijs-kopieen", Tekst).update("\n".join([*regels, "", STICK]))

    def _niet_vernieuwd(self, fout: KernteamError) -> None:
        self._toon_kopieen()
        self.toon_fout(fout)

    def action_bewaar(self) -> None:
        self.doe(bewaar_bewijs, str(self.argumenten["nummer"]), bij_klaar=self._bewaard)

    def _bewaard(self, pad: Path) -> None:
        self.meld(f"Het bewijs staat in {pad}")
