"""Moving a talk in the drawn week: lift it, walk with it, see what clashes, put it down with a reason."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from textual import on
from textual.content import Content
from textual.timer import Timer

from kernteam_tui.domain.codes import GesprekStaat
from kernteam_tui.domain.datumtekst import dag_van, moment_kort
from kernteam_tui.schil.opdrachten import TERUG, Opdracht
from kernteam_tui.screens.basis import KernteamScreen
from kernteam_tui.screens.planner import woorden
from kernteam_tui.screens.planner.blokken import Opgetild
from kernteam_tui.screens.planner.weekvlak import Weekvlak
from kernteam_tui.services.gesprekken import GesprekBeeld, get_gesprek, verzet_gesprek
from kernteam_tui.services.startgesprek import Botsing, get_gesprek_botsingen
from kernteam_tui.widgets.tekst import ZACHT, Tekst
from kernteam_tui.widgets.voet import Voet

WACHT = 0.1
"""Seconds after the last arrow before what clashes is looked up."""
NOG_TE_HOUDEN = frozenset({GesprekStaat.GEPLAND, GesprekStaat.VERZET})
LIJST, VLAK = "planner-open", "planner-vlak"


class VerzetScreen(KernteamScreen):
    """A screen with a `Weekvlak` of which the marked talk can be moved."""

    def __init__(self, maandag: str, school_id: str, dag: str, nieuw: str) -> None:
        super().__init__(maandag=maandag, school_id=school_id, dag=dag, nieuw=nieuw)
        self._vlak = Weekvlak(id=VLAK)
        self._tik: Timer | None = None
        self._op: GesprekBeeld | None = None
        """The lifted talk with who comes."""

    # --- what a subclass defines --------------------------------------------------------

    def teken(self) -> None:
        """Draw everything anew."""

    def teken_dagen(self) -> None:
        """Draw what stands above the days anew."""

    def gemaakt(self, gesprekken: Sequence[GesprekBeeld]) -> None:
        """These talks were planned or moved."""

    # --- shared ---------------------------------------------------------------------------

    def _zet(self, deel: str, tekst: Content) -> None:
        self.query_one(f"#planner-{deel}", Tekst).update(tekst)

    def opdrachten(self) -> list[Opdracht]:
        alle = super().opdrachten()
        return [op for op in alle if op != TERUG] if self._vlak.opgetild is not None else alle

    # --- moving a talk ------------------------------------------------------------------------

    def action_verzetten(self) -> None:
        gesprek = self._vlak.gesprek
        if gesprek is None or gesprek.staat not in NOG_TE_HOUDEN:
            return
        self._op = None
        self._vlak.til_op(gesprek)
        self.lees(get_gesprek, gesprek.gesprek_id, bij_klaar=self._met_gesprek, groep="optillen")
        self._verplaatst()

    def _met_gesprek(self, gesprek: GesprekBeeld) -> None:
        self._op = gesprek
        self._zoek_botsingen()

    @on(Weekvlak.Verplaatst)
    def _verplaatst(self) -> None:
        opgetild = self._vlak.opgetild
        if opgetild is None:
            return
        self.argumenten["dag"] = opgetild.start.date().isoformat()
        self.set_class(True, "-verzet")
        self.teken_dagen()
        self._toon_opgetild(opgetild, Content.styled("even kijken wat botst …", ZACHT))
        if self._tik is not None:
            self._tik.stop()
        self._tik = self.set_timer(WACHT, self._zoek_botsingen)
        self.query_one(Voet).toon(self.voetopdrachten())

    def _zoek_botsingen(self) -> None:
        opgetild, op = self._vlak.opgetild, self._op
        if opgetild is None or op is None:
            return
        self.lees(
            get_gesprek_botsingen,
            op.casus_id,
            op.soort,
            opgetild.start,
            minuten=op.minuten,
            plek=op.plek,
            wie=tuple(d.wie_id or d.rol for d in op.deelnemers),
            behalve=op.id,
            bij_klaar=partial(self._toon_botsingen, opgetild),
        )

    def _toon_botsingen(self, voor: Opgetild, botsingen: tuple[Botsing, ...]) -> None:
        if self._vlak.opgetild == voor:
            self._toon_opgetild(voor, woorden.botsing_regels(botsingen))

    def _toon_opgetild(self, opgetild: Opgetild, onder: Content) -> None:
        self._zet("uitleg", woorden.verzet_regel(opgetild) + Content("\n") + onder)

    def _zet_neer(self, opgetild: Opgetild) -> None:
        if not opgetild.verplaatst:
            self._zet_terug()
            return
        self.vraag_reden(
            "Verzetten",
            f"Waarom verzet je het gesprek naar {moment_kort(opgetild.start)}?",
            partial(self._verzet, opgetild),
            sleutel=f"verzetten:{opgetild.gesprek.gesprek_id}",
        )

    def _verzet(self, opgetild: Opgetild, reden: str) -> None:
        self.doe(
            verzet_gesprek,
            opgetild.gesprek.gesprek_id,
            opgetild.start,
            reden,
            bij_klaar=self._is_verzet,
            ongedaan="Gesprek verzet",
        )

    def _is_verzet(self, gesprek: GesprekBeeld) -> None:
        self._vlak.opgetild = None
        self.set_class(False, "-verzet")
        self.gemaakt((gesprek,))

    def _zet_terug(self) -> None:
        if self._vlak.opgetild is not None:
            self.argumenten["dag"] = dag_van(self._vlak.opgetild.gesprek.start).isoformat()
        self._vlak.laat_los()
        self.set_class(False, "-verzet")
        self.teken()

    def action_terug(self) -> None:
        if self._vlak.opgetild is not None:
            self._zet_terug()
        else:
            super().action_terug()
