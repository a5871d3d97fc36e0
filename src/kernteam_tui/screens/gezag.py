"""Whether a parent has gezag, and how that was established: asked where it is needed, for each child."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import Vertical

from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.gezin import GezagVanKind, GezagVanOuder, get_gezag, save_gezag
from kernteam_tui.widgets.keuzes import Keuzerij, Vinkveld
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Tekstveld

KIND = "kind-"
"""Rows of one child: this and the id of the child."""


class GezagScreen(FormulierScreen):
    """Gezag of one parent: the same for every child, or another answer for each (domain 3.2)."""

    NAAM = "gezag"
    TITEL = "Gezag vastleggen"
    UITLEG = "Zonder dit antwoord kan er voor deze ouder niets op papier."
    CSS_PATH = stijl("casus")

    def __init__(self, casus_id: str, ouder_id: str) -> None:
        super().__init__(casus_id=casus_id, ouder_id=ouder_id)
        self._kinderen: tuple[GezagVanKind, ...] = ()

    def concept_sleutel(self) -> str:
        return f"gezag:{self.argumenten['casus_id']}:{self.argumenten['ouder_id']}"

    def velden(self) -> ComposeResult:
        yield Tekst("", id="gezag-vraag", classes="vet")
        yield Tekst(
            "Ga het zelf na, in het gezagsregister of in de stukken. "
            "Wat één ouder erover zegt is niet genoeg.",
            classes="zacht",
        )
        yield Tekst("")
        yield Keuzerij(
            "gezag",
            "Gezag",
            [("ja", JaNeeOnbekend.JA.value), ("nee", JaNeeOnbekend.NEE.value)],
            verplicht=True,
        )
        yield Vinkveld("zelfde", "Voor wie", tekst="hetzelfde voor alle kinderen", waarde=True)
        yield Vertical(id="per-kind")
        yield Tekstveld(
            "hoe", "Hoe weet je dat?", verplicht=True, voorbeeld="bv. gezagsregister bekeken op 23 november"
        )

    def laad(self) -> None:
        self.veld("zelfde").display = False
        self.lees(get_casus, self.argumenten["casus_id"], bij_klaar=self._kop)
        self.lees(get_gezag, self.argumenten["casus_id"], self.argumenten["ouder_id"], bij_klaar=self._ouder)

    def _kop(self, casus: CasusBeeld) -> None:
        self.kop(onderwerp=f"{casus.nummer} {casus.jongere}")

    def _ouder(self, ouder: GezagVanOuder) -> None:
        self._kinderen = ouder.kinderen
        self.query_one("#gezag-vraag", Tekst).update(f"Heeft {ouder.naam} gezag?")
        if len(ouder.kinderen) > 1:
            self.call_later(self._zet_kinderen, ouder)
        else:
            self._begin(ouder)

    async def _zet_kinderen(self, ouder: GezagVanOuder) -> None:
        opties = [("ja", "ja"), ("nee", "nee"), ("weet ik nog niet", "onbekend")]
        await self.query_one("#per-kind").mount(
            *(Keuzerij(f"{KIND}{kind.jongere_id}", f"  {kind.naam}", opties) for kind in ouder.kinderen)
        )
        self._begin(ouder)

    def _begin(self, ouder: GezagVanOuder) -> None:
        eerste = ouder.kinderen[0]
        bekend = ouder.overal_gelijk and eerste.gezag is not JaNeeOnbekend.ONBEKEND
        self.begin_met(
            {
                "gezag": str(eerste.gezag) if bekend else "",
                "zelfde": ouder.overal_gelijk,
                "hoe": eerste.hoe,
                **{f"{KIND}{kind.jongere_id}": str(kind.gezag) for kind in ouder.kinderen[: _rijen(ouder)]},
            }
        )

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id not in ("zelfde", "gezag"):
            return
        zelfde = self._zelfde()
        self.veld("zelfde").display = len(self._kinderen) > 1
        self.veld("gezag").display = zelfde
        self.query_one("#per-kind").display = not zelfde

    def _zelfde(self) -> bool:
        return len(self._kinderen) < 2 or bool(self.waarde.get("zelfde", True))

    def afronden(self) -> None:
        self.rond_af(
            save_gezag,
            self.argumenten["casus_id"],
            self.argumenten["ouder_id"],
            {kind.jongere_id: self._antwoord(kind.jongere_id) for kind in self._kinderen},
            self.waarde["hoe"],
            bij_klaar=lambda _: self._vastgelegd(),
            ongedaan="Gezag vastgelegd",
        )

    def _antwoord(self, jongere_id: str) -> JaNeeOnbekend:
        veld = "gezag" if self._zelfde() else f"{KIND}{jongere_id}"
        return JaNeeOnbekend(self.waarde.get(veld) or JaNeeOnbekend.ONBEKEND)

    def _vastgelegd(self) -> None:
        self.klaar()
        self.terug()


def _rijen(ouder: GezagVanOuder) -> int:
    """How many children have a row of their own."""
    return len(ouder.kinderen) if len(ouder.kinderen) > 1 else 0
