"""Klas and mentor of this schooljaar: what was, stays in the history of the family (S9)."""

from __future__ import annotations

from textual.app import ComposeResult

from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.services.schooljaar import KlasEnMentor, get_klas_en_mentor, save_klas_en_mentor
from kernteam_tui.widgets.keuzes import Keuzeveld
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Tekstveld


class KlasEnMentorScreen(FormulierScreen):
    """Asked anew from 1 August; earlier in the year it changes what stands there."""

    NAAM = "klas_en_mentor"
    TITEL = "Klas en mentor"
    UITLEG = (
        "Elk schooljaar is er een andere klas en vaak een andere mentor. Wat er vorig jaar stond, bewaart "
        "het programma bij het gezin."
    )
    CSS_PATH = stijl("casus")

    def __init__(self, casus_id: str) -> None:
        super().__init__(casus_id=casus_id)

    def concept_sleutel(self) -> str:
        return f"klas_en_mentor:{self.argumenten['casus_id']}"

    def velden(self) -> ComposeResult:
        yield Tekst("", id="schooljaar", classes="vet")
        yield Tekst("", id="was", classes="zacht")
        yield Tekst("")
        yield Keuzeveld("school", "School", (), verplicht=True, leeg="kies een school …")
        yield Tekstveld("klas", "Klas")
        yield Tekstveld("mentor", "Mentor")

    def laad(self) -> None:
        self.lees(get_klas_en_mentor, self.argumenten["casus_id"], bij_klaar=self._begin)

    def _begin(self, nu: KlasEnMentor) -> None:
        nieuw = nu.gevraagd < nu.jaar
        self.query_one("#schooljaar", Tekst).update(f"Schooljaar {nu.jaar}")
        was = " · ".join(deel for deel in (nu.klas, nu.mentor) if deel) or "niets ingevuld"
        self.query_one("#was", Tekst).update(f"In {nu.gevraagd}: {was}" if nieuw else "")
        self.query_one("#school", Keuzeveld).zet_opties([(naam, naam) for naam in nu.scholen])
        leeg = "" if nieuw else None
        self.begin_met(
            {
                "school": nu.school,
                "klas": nu.klas if leeg is None else leeg,
                "mentor": nu.mentor if leeg is None else leeg,
            }
        )

    def afronden(self) -> None:
        self.rond_af(
            save_klas_en_mentor,
            self.argumenten["casus_id"],
            str(self.waarde["school"]),
            str(self.waarde.get("klas", "")),
            str(self.waarde.get("mentor", "")),
            bij_klaar=lambda _: self._klaar(),
            ongedaan="Klas en mentor vastgelegd",
        )

    def _klaar(self) -> None:
        self.klaar()
        self.terug()
