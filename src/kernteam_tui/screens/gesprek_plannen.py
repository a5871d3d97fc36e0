"""A talk of any kind at a moment of one's own: day, time, place, who; what clashes is said before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from textual.content import Content
from textual.widget import Widget

from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.domain.datumtekst import dag_kort, dag_van, moment_kort
from kernteam_tui.domain.gesprek import MINUTEN
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.gesprek_woorden import REDENEN_TE_LAAT, genodigde_tekst
from kernteam_tui.screens.gesprekformulier import GesprekFormulier
from kernteam_tui.screens.startgesprek.keuzes import Keuzes, sleutel
from kernteam_tui.services.genodigden import GesprekBegin, begin_gesprek
from kernteam_tui.services.gesprekken import (
    GesprekBeeld,
    GesprekGegevens,
    get_gesprek,
    plan_gesprek,
    verzet_gesprek,
)
from kernteam_tui.services.startgesprek import Botsing, get_gesprek_botsingen
from kernteam_tui.widgets.meerkeuze import Meerkeuze
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Datumveld, Tekstveld, Tijdveld


class Minutenveld(Tekstveld):
    """A length in whole minutes."""

    DEFAULT_CSS = "Minutenveld Invoer { width: 18; }"

    @property
    def minuten(self) -> int | None:
        """The length; None when it is no possible one."""
        getypt = self.waarde.strip()
        if not getypt.isdecimal():
            return None
        return int(getypt) if int(getypt) in MINUTEN else None

    def controle(self) -> str:
        if not self.leeg and self.minuten is None:
            return f"Vul een aantal minuten in, van {MINUTEN[0]} tot {MINUTEN[-1]}."
        return super().controle()


class GesprekPlannenScreen(GesprekFormulier):
    """Plans a talk; with `gesprek_id` moves it. For a startgesprek it is the moment of one's own."""

    NAAM = "gesprek_plannen"
    CSS_PATH = stijl("gesprek_plannen")
    TITEL = "Gesprek plannen"
    UITLEG = "Een botsing is een waarschuwing: jij beslist. Een huisadres komt nooit in een uitnodiging."

    def __init__(self, casus_id: str, soort: str, gesprek_id: str = "") -> None:
        super().__init__(casus_id=casus_id, soort=soort, gesprek_id=gesprek_id)
        self._begin: GesprekBegin | None = None
        self._gesprek: GesprekBeeld | None = None
        self._keuzes = Keuzes()

    @property
    def casus_id(self) -> str:
        return str(self.argumenten["casus_id"])

    @property
    def gesprek_id(self) -> str:
        """The talk that is being moved; empty while planning."""
        return str(self.argumenten["gesprek_id"] or "")

    @property
    def soort(self) -> GesprekSoort:
        return GesprekSoort(str(self.argumenten["soort"]))

    def concept_sleutel(self) -> str:
        return f"gesprek:{self.soort}:{self.gesprek_id or self.casus_id}"

    # --- loading: choices, what there is to choose, the talk that moves ----------------------

    def laad(self) -> None:
        self.lees(
            self.kernteam.concepten.load_concept,
            sleutel(self.casus_id) if self.soort is GesprekSoort.STARTGESPREK else "",
            bij_klaar=self._met_keuzes,
            groep="keuzes",
        )

    def _met_keuzes(self, concept: dict[str, Any] | None) -> None:
        self._keuzes = Keuzes.uit_concept(concept)
        self.lees(begin_gesprek, self.casus_id, self.soort, bij_klaar=self._met_begin)

    def _met_begin(self, begin: GesprekBegin) -> None:
        self._begin = begin
        if self.gesprek_id:
            self.lees(get_gesprek, self.gesprek_id, bij_klaar=partial(self._toon, begin))
        else:
            self._toon(begin, None)

    def _toon(self, begin: GesprekBegin, gesprek: GesprekBeeld | None) -> None:
        self._gesprek = gesprek
        soort = self.soort.label
        wie = f"{begin.casus} {begin.jongere}"
        if gesprek is not None:
            wie += f"  ·  staat nu {moment_kort(gesprek.start)}"
        werkwoord = "verzetten" if gesprek is not None else "plannen"
        self.kop(titel=f"{soort[:1].upper()}{soort[1:]} {werkwoord}", onderwerp=wie)
        self.toon_rijen(self._rijen(begin), self._beginwaarde(begin))

    def _rijen(self, begin: GesprekBegin) -> Iterator[Widget]:
        uiterlijk = f"uiterlijk {dag_kort(begin.uiterlijk)}" if begin.uiterlijk is not None else ""
        yield Datumveld("datum", "Dag", self.kernteam.klok.vandaag(), verplicht=True, uitleg=uiterlijk)
        yield Tijdveld("tijd", "Tijd", verplicht=True)
        if self._gesprek is None:
            yield Minutenveld("minuten", "Minuten", verplicht=True)
        yield Tekstveld("plek", "Plek", uitleg=_over_plek(self.soort))
        yield Tekst(id="botsingen")
        if self._gesprek is None:
            yield Meerkeuze("wie", "Wie", [(genodigde_tekst(wie), wie.id) for wie in begin.mogelijk])

    def _beginwaarde(self, begin: GesprekBegin) -> dict[str, Any]:
        if self._gesprek is not None:
            return {"plek": self._gesprek.plek}
        return {
            "minuten": str(begin.minuten),
            "plek": begin.plek,
            "wie": list(self._keuzes.wie(begin.standaard)),
        }

    # --- what clashes ------------------------------------------------------------------------

    def gewijzigd(self, veld_id: str) -> None:  # noqa: ARG002 - any field can make or end a clash
        start = self._start()
        if start is None:
            self.query_one("#botsingen").display = False
            return
        self.lees(
            get_gesprek_botsingen,
            self.casus_id,
            self.soort,
            start,
            minuten=self._minuten(),
            plek=str(self.waarde.get("plek", "")),
            wie=self._wie(),
            zonder=self._keuzes.redenen_zonder,
            behalve=self.gesprek_id,
            bij_klaar=self._toon_botsingen,
        )

    def _toon_botsingen(self, botsingen: tuple[Botsing, ...]) -> None:
        if not botsingen:
            tekst = Content.styled("Dit moment past.", "$success")
        else:
            regels = [Content.styled("Let op. Plannen kan, als jij dat wilt.", "bold $warning")]
            regels += [Content.styled(f"- {b.tekst}", "$warning" if b.nodig else "dim") for b in botsingen]
            tekst = Content("\n").join(regels)
        regel = self.query_one("#botsingen", Tekst)
        regel.update(tekst)
        regel.display = True

    def _start(self) -> datetime | None:
        datum = next(iter(self.query("#datum").results(Datumveld)), None)
        tijd = next(iter(self.query("#tijd").results(Tijdveld)), None)
        if datum is None or tijd is None or datum.datum is None or tijd.tijd is None:
            return None
        return datetime.combine(datum.datum, tijd.tijd, AMSTERDAM)

    def _minuten(self) -> int:
        if self._gesprek is not None:
            return self._gesprek.minuten
        return self.query_one("#minuten", Minutenveld).minuten or 60

    def _wie(self) -> tuple[str, ...]:
        if self._gesprek is not None:
            return tuple(d.wie_id or d.rol for d in self._gesprek.deelnemers)
        return tuple(self.waarde.get("wie", ()))

    # --- planning and moving -----------------------------------------------------------------

    def afronden(self) -> None:
        start = self._start()
        if start is None:
            return
        if self._gesprek is not None:
            self.vraag_reden(
                "Verzetten",
                f"Waarom verzet je het gesprek naar {moment_kort(start)}?",
                partial(self._verzet, start),
                sleutel=f"verzetten:{self.gesprek_id}",
            )
        elif self._te_laat(start) and not self._keuzes.reden_later:
            self.vraag_reden(
                "Later dan een week",
                "Dit is na de afgesproken week. Waarom kon het niet eerder?",
                partial(self._plan, start),
                sleutel=f"{sleutel(self.casus_id)}:later",
                keuzes=REDENEN_TE_LAAT,
            )
        else:
            self._plan(start, self._keuzes.reden_later if self._te_laat(start) else "")

    def _te_laat(self, start: datetime) -> bool:
        uiterlijk = self._begin.uiterlijk if self._begin is not None else None
        return uiterlijk is not None and dag_van(start) > uiterlijk

    def _plan(self, start: datetime, reden_te_laat: str) -> None:
        gegevens = GesprekGegevens(
            self.soort,
            start,
            self._minuten(),
            str(self.waarde["plek"]),
            self._wie(),
            zonder=self._keuzes.zonder_tekst,
            reden_te_laat=reden_te_laat,
        )
        self._rond_keuzes_af()
        self.rond_af(plan_gesprek, self.casus_id, gegevens, bij_klaar=self._geregeld)

    def _verzet(self, start: datetime, reden: str) -> None:
        plek = str(self.waarde["plek"])
        self._rond_keuzes_af()
        self.rond_af(verzet_gesprek, self.gesprek_id, start, reden, plek, bij_klaar=self._geregeld)

    def _rond_keuzes_af(self) -> None:
        if self.soort is GesprekSoort.STARTGESPREK:
            self.rondt_af(sleutel(self.casus_id))

    def _geregeld(self, gesprek: GesprekBeeld) -> None:
        self.klaar()
        self.vervang("uitnodigingen", gesprek_id=gesprek.id, schrijf=True)


def _over_plek(soort: GesprekSoort) -> str:
    if soort in (GesprekSoort.HUISBEZOEK, GesprekSoort.KENNISMAKING):
        return "bij het gezin thuis mag leeg blijven; een huisadres komt nooit in een uitnodiging"
    return "bijvoorbeeld de school en de kamer"
