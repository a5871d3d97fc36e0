"""What the kennismaking brought: how soon, what can be done already, and contact until the help begins."""

from __future__ import annotations

from datetime import date
from typing import Any

from textual.app import ComposeResult
from textual.content import Content

from kernteam_tui.domain.codes import RedenLater
from kernteam_tui.domain.contactafspraak import lees_elke_dagen
from kernteam_tui.domain.datumtekst import dag_cijfers, dag_kort
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.wijzigformulier import Wijzigformulier
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.kennismaking import Kennismaking, leg_kennismaking_vast
from kernteam_tui.widgets.datumlezen import lees_datum
from kernteam_tui.widgets.keuzes import Keuzeveld
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Datumveld, Tekstveld, Tekstvlak
from kernteam_tui.widgets.vinklijst import opties_van


class KennismakingScreen(Wijzigformulier):
    """Of one casus."""

    NAAM = "kennismaking"
    TITEL = "Kennismaking vastleggen"
    UITLEG = (
        "Hoe snel moet de hulp beginnen, wat kan er nu al, en wanneer spreken jullie elkaar tot die tijd? "
        "Schrijf het zoals je het met het gezin hebt afgesproken."
    )
    CSS_PATH = stijl("kennismaking")

    def __init__(self, casus_id: str) -> None:
        super().__init__(casus_id=casus_id)
        self._uiterlijk: date | None = None

    def concept_sleutel(self) -> str:
        return f"kennismaking:{self.argumenten['casus_id']}"

    def laad(self) -> None:
        self.lees(get_casus, self.argumenten["casus_id"], bij_klaar=self._toon)

    def velden(self) -> ComposeResult:
        yield Tekst(id="kennismaking-stand", classes="zacht")
        yield Datumveld(
            "aangeboden_op",
            "Aangeboden op",
            self._vandaag,
            uitleg="Binnen vijf werkdagen. De klok stopt bij het aanbod, ook als het gezin later wil.",
        )
        yield Tekst(id="kennismaking-laat")
        yield Keuzeveld("reden_later", "Later, wiens keuze", opties_van(RedenLater), leeg="niet later")
        yield Tekstveld("hoe_snel", "Hoe snel", voorbeeld="bijvoorbeeld: binnen twee weken")
        yield Tekstvlak("intussen", "Wat kan nu al", hoogte=4)
        yield Tekstveld(
            "wachtcontact",
            "Contact tot de start",
            voorbeeld="bijvoorbeeld: elke twee weken bellen",
            uitleg="Met ‘elke week’ of ‘elke 10 dagen’ erin komt het vanzelf op Vandaag.",
        )
        yield Tekst(id="kennismaking-ritme", classes="zacht")

    @property
    def _vandaag(self) -> date:
        return self.kernteam.klok.vandaag()

    def _toon(self, casus: CasusBeeld) -> None:
        self._uiterlijk = casus.termijnen.kennismaking_uiterlijk
        self.kop(onderwerp=f"{casus.nummer} {casus.jongere}")
        self.query_one("#kennismaking-stand", Tekst).update(stand(casus))
        aangeboden = casus.kennismaking_aangeboden_op
        self.begin_met(
            {
                "aangeboden_op": dag_cijfers(aangeboden) if aangeboden else "",
                "reden_later": str(casus.kennismaking_reden_later or ""),
                "hoe_snel": casus.hoe_snel,
                "intussen": casus.intussen,
                "wachtcontact": casus.wachtcontact,
                self.REVISIE: casus.revision,
            }
        )

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id == "wachtcontact":
            tekst = str(self.waarde.get(veld_id, ""))
            self.query_one("#kennismaking-ritme", Tekst).update(ritme(tekst))

        if veld_id in ("aangeboden_op", "reden_later"):
            self._toon_laat()

    def _toon_laat(self) -> None:
        """Offered after the agreed days, and nobody said whose choice that was."""
        op = self.query_one("#aangeboden_op", Datumveld).datum
        late = op is not None and self._uiterlijk is not None and op > self._uiterlijk
        regel = self.query_one("#kennismaking-laat", Tekst)
        regel.display = late and not self.waarde.get("reden_later")
        if regel.display and self._uiterlijk is not None:
            regel.update(Content.styled(laat(self._uiterlijk), "$warning"))

    def afronden(self) -> None:
        op = str(self.waarde["aangeboden_op"])
        reden = str(self.waarde["reden_later"] or "")
        gegevens = Kennismaking(
            lees_datum(op, self._vandaag) if op.strip() else None,
            RedenLater(reden) if reden else None,
            *(str(self.waarde[naam]) for naam in ("hoe_snel", "intussen", "wachtcontact")),
        )
        self.rond_af(
            leg_kennismaking_vast,
            self.argumenten["casus_id"],
            int(self.waarde[self.REVISIE]),
            gegevens,
            bij_klaar=self._gedaan,
            ongedaan="Kennismaking vastgelegd",
        )

    def _gedaan(self, _: Any) -> None:
        self.klaar()
        self.terug()


def stand(casus: CasusBeeld) -> str:
    """Whether the talk itself was held."""
    if casus.kennismaking_op is None:
        return "Het gesprek zelf plan je op het tabblad Gesprekken met p; na afloop leg je het daar vast."
    return f"Het gesprek was {dag_kort(casus.kennismaking_op)}."


def laat(uiterlijk: date) -> str:
    """What is asked of an offer after the agreed days."""
    return f"Dat is na {dag_kort(uiterlijk)}. Kies hieronder wiens keuze dat was."


def ritme(tekst: str) -> str:
    """How often, as it was understood."""
    dagen = lees_elke_dagen(tekst)
    if dagen is None:
        return "Geen vast ritme: dan waarschuwt Vandaag na de gewone stilte." if tekst.strip() else ""
    return "Elke dag." if dagen == 1 else f"Elke {dagen} dagen."
