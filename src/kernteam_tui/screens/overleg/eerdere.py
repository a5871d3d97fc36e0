"""The overleggen that were held at a school, and what was agreed there."""

from __future__ import annotations

from collections.abc import Iterator

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, VerticalScroll
from textual.content import Content

from kernteam_tui.domain.datumtekst import dag_kaal, dag_kort, dag_met_jaar, dag_van, tijd_kort
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.services.overleg.eerdere import OudeActie, OudOverleg, OudPunt, list_overleggen
from kernteam_tui.widgets.lijst import Lijst
from kernteam_tui.widgets.tekst import ZACHT, Kopregel, Tekst

LEEG = "\nHier is nog geen overleg afgerond."


class OverlegEerdereScreen(KernteamScreen):
    """A list of days, and of the marked one what was said."""

    NAAM = "overleg_eerdere"
    TITEL = "Eerdere overleggen"
    UITLEG = "Elk overleg dat is afgerond, met wie er was, wat er besproken is en wie wat zou doen."
    CSS_PATH = stijl("overleg")
    AUTO_FOCUS = "#overleggen"
    HORIZONTAL_BREAKPOINTS = [(0, "-smal"), (112, "-breed")]

    def __init__(self, school_id: str) -> None:
        super().__init__(school_id=school_id)
        self._school_id = school_id

    def inhoud(self) -> ComposeResult:
        with Container(id="overleg"):
            yield Lijst[OudOverleg](self._regel, LEEG, id="overleggen")
            with VerticalScroll(id="overleg-kaart"):
                yield Kopregel(id="overleg-naam")
                yield Tekst(id="overleg-oud")

    def laad(self) -> None:
        self.lees(list_overleggen, self._school_id, bij_klaar=self._toon)

    def _toon(self, gevonden: tuple[str, tuple[OudOverleg, ...]]) -> None:
        school, overleggen = gevonden
        self.kop(onderwerp=school)
        self.query_one("#overleggen", Lijst).vul([(een.id, een) for een in overleggen])
        self._toon_kaart()

    def _regel(self, overleg: OudOverleg, breed: int) -> tuple[Content]:
        del breed
        dag = dag_van(overleg.start)
        besproken = sum(punt.besproken for punt in overleg.punten)
        vandaag = self.kernteam.klok.vandaag()
        wanneer = f"{dag_kort(dag)[:2]} {dag_kaal(dag, vandaag)}"
        rest = f"{besproken} van {len(overleg.punten)} besproken"
        return (Content.assemble((f"{wanneer:<16}", "bold"), (rest, ZACHT)),)

    @on(Lijst.Gemarkeerd, "#overleggen")
    def _toon_kaart(self) -> None:
        overleg = self.query_one("#overleggen", Lijst).item
        kop, tekst = "", Content("")
        if overleg is not None:
            kop = f"{dag_met_jaar(dag_van(overleg.start))}, {tijd_kort(overleg.start)}"
            tekst = Content("\n").join(_regels(overleg))
        self.query_one("#overleg-naam", Kopregel).update(kop)
        self.query_one("#overleg-oud", Tekst).update(tekst)


def _regels(overleg: OudOverleg) -> Iterator[Content]:
    yield Content.styled(f"Erbij: {'; '.join(overleg.aanwezig) or 'niet genoteerd'}", ZACHT)
    for punt in overleg.punten:
        yield Content("")
        yield from _punt(punt)


def _punt(punt: OudPunt) -> Iterator[Content]:
    rest = "" if punt.besproken else "   niet besproken"
    yield Content.assemble((punt.over, "bold"), (rest, ZACHT))
    if punt.uitkomst.strip():
        yield Content(punt.uitkomst)
    for actie in punt.acties:
        yield Content(f"- {_actie(actie)}")


def _actie(actie: OudeActie) -> str:
    wie = f"{actie.wie}: " if actie.wie.strip() else ""
    dag = f", vóór {dag_kort(actie.op)}" if actie.op else ""
    return f"{wie}{actie.wat}{dag}" + (" (klaar)" if actie.klaar else "")
