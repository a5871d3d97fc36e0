"""A talk of any kind at a moment of one's own: day, time, place, who; what clashes is said before."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from functools import partial
from typing import Any

from textual.content import Content
from textual.widget import Widget

from kernteam_tui.domain.codes import GesprekSoort, RedenLater
from kernteam_tui.domain.datumtekst import dag_kort, dag_van, moment_kort
from kernteam_tui.domain.gesprek import MINUTEN
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.uitstel import KEUZE_VAN_GEZIN
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.gesprek_woorden import genodigde_tekst
from kernteam_tui.screens.gesprekformulier import GesprekFormulier
from kernteam_tui.screens.startgesprek.keuzes import Keuzes, sleutel
from kernteam_tui.services.genodigden import Genodigden, GesprekBegin, begin_gesprek, get_genodigden
from kernteam_tui.services.gesprekken import (
    GesprekBeeld,
    GesprekGegevens,
    Uitstel,
    plan_gesprek,
    verzet_gesprek,
)
from kernteam_tui.services.startgesprek import Botsing, get_gesprek_botsingen
from kernteam_tui.widgets.keuzes import Keuzerij
from kernteam_tui.widgets.meerkeuze import Meerkeuze
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Datumveld, Getalveld, Tekstveld, Tijdveld
from kernteam_tui.widgets.vinklijst import opties_van


class Minutenveld(Getalveld):
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
        self._nu: Genodigden | None = None
        """The talk that moves, and who is invited to it."""
        self._keuzes = Keuzes()

    @property
    def _gesprek(self) -> GesprekBeeld | None:
        return self._nu.gesprek if self._nu is not None else None

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
            self.lees(get_genodigden, self.gesprek_id, bij_klaar=partial(self._toon, begin))
        else:
            self._toon(begin, None)

    def _toon(self, begin: GesprekBegin, nu: Genodigden | None) -> None:
        self._nu = nu
        gesprek = self._gesprek
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
        yield Tijdveld("tijd", "Tijd", verplicht=True, lesuren=begin.lesuren)
        if self._gesprek is None:
            yield Minutenveld("minuten", "Minuten", verplicht=True)
        yield Tekstveld("plek", "Plek", uitleg=_over_plek(self.soort))
        if begin.uiterlijk is not None:
            yield Keuzerij("keuze", "Wiens keuze", opties_van(RedenLater), verplicht=True)
            yield Datumveld("gezin_vanaf", "Gezin wil vanaf", self.kernteam.klok.vandaag())
            yield Tekstveld("later", "Waarom later", voorbeeld="in een paar woorden; mag leeg blijven")
        yield Tekst(id="botsingen")
        mogelijk = self._nu.mogelijk if self._nu is not None else begin.mogelijk
        yield Meerkeuze("wie", "Wie", [(genodigde_tekst(wie), wie.id) for wie in mogelijk], verplicht=True)

    def _beginwaarde(self, begin: GesprekBegin) -> dict[str, Any]:
        if self._nu is not None:
            return {
                "plek": self._nu.gesprek.plek,
                "wie": list(self._keuzes.wie(self._nu.wie)),
            } | self._later()
        return self._later() | {
            "minuten": str(begin.minuten),
            "plek": begin.plek,
            "wie": list(self._keuzes.wie(begin.standaard)),
        }

    def _later(self) -> dict[str, Any]:
        """What was said before of why it is later."""
        if self._begin is None or self._begin.uiterlijk is None:
            return {}
        eerder = self._nu.gesprek if self._nu is not None else None
        keuze = self._keuzes.keuze_later or (str(eerder.keuze or "") if eerder is not None else "")
        return {"keuze": keuze, "later": self._keuzes.reden_later}

    # --- what clashes ------------------------------------------------------------------------

    def gewijzigd(self, veld_id: str) -> None:  # noqa: ARG002 - any field can make or end a clash
        start = self._start()
        self._schik_later(start)
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

    def _schik_later(self, start: datetime | None) -> None:
        """Whose choice it is, is asked only after the agreed week."""
        te_laat = start is not None and self._te_laat(start)
        gezin = self.waarde.get("keuze") in {reden.value for reden in KEUZE_VAN_GEZIN}
        for naam, toont in (("keuze", te_laat), ("later", te_laat), ("gezin_vanaf", te_laat and gezin)):
            self.query(f"#{naam}").set(display=toont)

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
        return tuple(self.waarde.get("wie", ()))

    # --- planning and moving -----------------------------------------------------------------

    def afronden(self) -> None:
        start = self._start()
        if start is None:
            return
        uitstel = self._uitstel(start)
        if self._gesprek is not None and uitstel is not None and uitstel.reden:
            self._verzet(start, uitstel.reden)
        elif self._gesprek is not None:
            self.vraag_reden(
                "Verzetten",
                f"Waarom verzet je het gesprek naar {moment_kort(start)}?",
                partial(self._verzet, start),
                sleutel=f"verzetten:{self.gesprek_id}",
            )
        else:
            self._plan(start, uitstel or Uitstel())

    def _uitstel(self, start: datetime) -> Uitstel | None:
        """Why it is later and whose choice that is; None within the week."""
        if not self._te_laat(start):
            return None
        veld = next(iter(self.query("#gezin_vanaf").results(Datumveld)), None)
        vanaf = veld.datum if veld is not None and veld.display else None
        keuze = RedenLater(str(self.waarde["keuze"]))
        return Uitstel(keuze, vanaf, str(self.waarde.get("later", "")).strip() or keuze.label)

    def _te_laat(self, start: datetime) -> bool:
        uiterlijk = self._begin.uiterlijk if self._begin is not None else None
        return uiterlijk is not None and dag_van(start) > uiterlijk

    def _plan(self, start: datetime, uitstel: Uitstel) -> None:
        gegevens = GesprekGegevens(
            self.soort,
            start,
            self._minuten(),
            str(self.waarde["plek"]),
            self._wie(),
            zonder=self._keuzes.zonder_tekst,
            reden_te_laat=uitstel.reden,
            keuze=uitstel.keuze,
            gezin_vanaf=uitstel.gezin_vanaf,
        )
        self._rond_keuzes_af()
        self.rond_af(plan_gesprek, self.casus_id, gegevens, bij_klaar=self._geregeld)

    def _verzet(self, start: datetime, reden: str) -> None:
        plek, uitstel = str(self.waarde["plek"]), self._uitstel(start)
        self._rond_keuzes_af()
        self.rond_af(
            verzet_gesprek,
            self.gesprek_id,
            start,
            reden,
            plek,
            wie=self._wie(),
            uitstel=uitstel,
            bij_klaar=self._geregeld,
        )

    def _rond_keuzes_af(self) -> None:
        if self.soort is GesprekSoort.STARTGESPREK:
            self.rondt_af(sleutel(self.casus_id))

    def _geregeld(self, gesprek: GesprekBeeld) -> None:
        self.klaar()
        self.vervang("uitnodigingen", gesprek_id=gesprek.id, schrijf=True)


def _over_plek(soort: GesprekSoort) -> str:
    if soort in (GesprekSoort.HUISBEZOEK, GesprekSoort.KENNISMAKING):
        return "bij het gezin thuis: mag leeg blijven; een huisadres komt nooit in een uitnodiging"
    return "bijvoorbeeld de school en de kamer"
