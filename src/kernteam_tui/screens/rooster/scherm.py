"""Wie is er wanneer: the weekly pattern of a school to change, and beside it the real weeks."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from kernteam_tui.domain.codes import Rol
from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.periodetekst import periode_kort
from kernteam_tui.domain.roosterweek import maandag_van
from kernteam_tui.domain.weekpatroon import VAKKEN, Patroon, delen_van
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.rooster import patroonblok, weekblok, woorden
from kernteam_tui.screens.rooster.mensenblok import Mensenblok
from kernteam_tui.screens.rooster.patroonblok import Patroonblok
from kernteam_tui.screens.rooster.periodevraag import Antwoord, Periodevraag, schrijf_geldigheid
from kernteam_tui.screens.rooster.weekblok import Weekblok
from kernteam_tui.services.afwezigheden import GeraaktGesprek, meld_ziek
from kernteam_tui.services.rooster import (
    RoosterBeeld,
    RoosterWeek,
    get_rooster,
    get_roosterweek,
    volgende_weken,
    wissel_dagdelen,
    zet_periode,
)
from kernteam_tui.services.school import PartnerBeeld
from kernteam_tui.widgets.tekst import ZACHT, Tekst
from kernteam_tui.widgets.voet import Voet
from kernteam_tui.widgets.weekrooster import dicht_zinnen

PATROON, WEEK = "patroon", "week"
LEEG = (
    "Nog niemand in het kernteam van deze school.\n\nMet k vul je in wie er in het kernteam zit; daarna zet "
    "je hier met spatie aan wie er wanneer is."
)
GEWIJZIGD = "Rooster gewijzigd"

Schrijfwerk = tuple[Callable[..., Any], tuple[Any, ...], Callable[[Any], None], str]
"""A service, its arguments, what to do with its answer, and the words of ctrl+z."""


class RoosterScreen(KernteamScreen):
    """`vorm`: the pattern or a real week; `dag`: a day of that week. Every key saves by itself."""

    NAAM = "rooster"
    TITEL = "Wie is er wanneer"
    UITLEG = (
        "Het vaste patroon van een school, per dagdeel: elke week, om de week of een tijd lang. Onderaan "
        "staat hoeveel partners er samen zijn; tussen haken de momenten waarop je een gesprek plant. Met v "
        "zie je echte weken, met wie er afwezig is. Bewaren gaat vanzelf; ctrl+z neemt terug."
    )
    CSS_PATH = stijl("rooster")
    OPDRACHTEN: ClassVar[tuple[Opdracht, ...]] = (
        Opdracht("wissel", "enter,space", "aan of uit", "Dit dagdeel aan of uit zetten"),
        Opdracht("hele_dag", "d", "hele dag", "De hele dag aan of uit zetten"),
        Opdracht("weken", "w", "om de week", "Elke week, alleen even weken, alleen oneven weken"),
        Opdracht("periode", "p", "periode", "Vanaf wanneer en tot wanneer dit geldt"),
        Opdracht("andere_vorm", "v", "week", "Van het vaste patroon naar echte weken, en weer terug"),
        Opdracht("ziek", "z", "ziek vandaag", "Deze persoon is vandaag ziek"),
        Opdracht("afwezig", "a", "afwezig", "Deze persoon is een tijd afwezig", "afwezigheid"),
        Opdracht("lijst", "l", "afwezigen", "Wie er afwezig is, en welke gesprekken dat raakt", "afwezigen"),
        Opdracht("kernagendas", "g", "agenda’s", "De agenda’s van dit kernteam inlezen", "agendas"),
        Opdracht("kernteam", "k", "kernteam", "Wie er in het kernteam zit", "school_formulier", False),
    )
    ALLEEN_PATROON = frozenset({"wissel", "hele_dag", "weken", "periode"})

    def __init__(self, school_id: str, vorm: str = PATROON, dag: str = "") -> None:
        super().__init__(school_id=school_id, vorm=vorm, dag=dag)
        self._school_id = school_id
        self._beeld: RoosterBeeld | None = None
        self._te_schrijven: deque[Schrijfwerk] = deque()
        self._schrijft_nu = False

    def inhoud(self) -> ComposeResult:
        vandaag = self.kernteam.klok.vandaag()
        yield Tekst(id="rooster-kop")
        with VerticalScroll(id="rooster-vlak", can_focus=False):
            yield Patroonblok(vandaag, id="patroon")
            yield Weekblok(vandaag, id="week")
        yield Tekst(id="rooster-zin")
        yield Tekst(id="rooster-melding")
        yield Tekst(id="rooster-regels")
        yield Tekst(id="rooster-legenda", classes="zacht")
        yield Tekst(LEEG, id="rooster-leeg")

    @property
    def in_week(self) -> bool:
        """A real week is shown."""
        return self.argumenten["vorm"] == WEEK

    @property
    def _blok(self) -> Mensenblok:
        return self.query_one("#week", Weekblok) if self.in_week else self.query_one("#patroon", Patroonblok)

    @property
    def _dag(self) -> date:
        dag = str(self.argumenten["dag"] or "")
        return date.fromisoformat(dag) if dag else self.kernteam.klok.vandaag()

    def eigen_opdrachten(self) -> list[Opdracht]:
        eigen = super().eigen_opdrachten()
        if not self.in_week:
            return eigen
        hier = (op for op in eigen if op.id not in self.ALLEEN_PATROON)
        return [replace(op, tekst="patroon") if op.id == "andere_vorm" else op for op in hier]

    # --- showing -------------------------------------------------------------------------------

    def laad(self) -> None:
        self.lees(get_rooster, self._school_id, bij_klaar=self._toon)
        if self.in_week:
            self.lees(get_roosterweek, self._school_id, self._dag, bij_klaar=self._toon_week)

    def _toon(self, beeld: RoosterBeeld) -> None:
        self._beeld = beeld
        self.kop(onderwerp=beeld.school)
        self.set_class(not beeld.kernteam, "-leeg")
        self.set_class(self.in_week, "-week")
        self.query_one("#patroon", Patroonblok).toon(beeld)
        if not self.in_week:
            self._toon_patroonwoorden()
        if self.focused is None:
            self._blok.focus()

    def _toon_patroonwoorden(self) -> None:
        beeld = self._beeld
        if beeld is None:
            return
        partners = sum(partner.rol is not Rol.GEZINSWERKER for partner in beeld.kernteam)
        samen = woorden.reken_samen(beeld.kernteam, self.kernteam.klok.vandaag())
        self._zet("rooster-kop", Content.styled("Vast patroon, week in week uit", "bold"))
        self._zet("rooster-regels", Content(woorden.samen_zin(samen, partners) if beeld.kernteam else ""))
        self._zet("rooster-legenda", Content(patroonblok.LEGENDA if beeld.kernteam else ""))

    def _toon_week(self, week: RoosterWeek) -> None:
        if not self.in_week:
            return
        self.query_one("#week", Weekblok).toon(week)
        nummer = week.dagen[0].isocalendar().week
        deze = " · deze week" if maandag_van(self.kernteam.klok.vandaag()) == week.dagen[0] else ""
        kop = Content.styled(f"Week {nummer}, {'even' if nummer % 2 == 0 else 'oneven'}{deze}", "bold")
        uitleg = f"   maandag {dag_met_jaar(week.dagen[0])}   ◄ ► andere week"
        self._zet("rooster-kop", kop + Content.styled(uitleg, ZACHT))
        self._zet("rooster-regels", Content("\n".join(week_zinnen(week))))
        self._zet("rooster-legenda", Content(weekblok.LEGENDA))

    def _zet(self, id_: str, tekst: Content) -> None:
        self.query_one(f"#{id_}", Tekst).update(tekst)

    @on(Mensenblok.Verplaatst)
    def _toon_zin(self) -> None:
        """What stands under the cursor, and where this person is too."""
        partner, beeld = self._blok.partner, self._beeld
        if partner is None or beeld is None:
            self._zet("rooster-zin", Content(""))
            return
        if self.in_week:
            zin = "jij" if partner.ik else f"{partner.naam}, {partner.rol.label}"
        else:
            vak = self.query_one("#patroon", Patroonblok).vak
            zin = woorden.vak_zin(partner, vak, self.kernteam.klok.vandaag())
        elders = beeld.elders.get(partner.id, ())
        ook = f"  (ook op {woorden.opsomming(elders)})" if elders else ""
        self._zet("rooster-zin", Content(zin) + Content.styled(ook, ZACHT))

    # --- the pattern -----------------------------------------------------------------------------

    @on(Patroonblok.Geklikt)
    def action_wissel(self) -> None:
        self._wissel(0)

    def action_hele_dag(self) -> None:
        self._wissel(1)

    def _wissel(self, hele_dag: int) -> None:
        blok = self.query_one("#patroon", Patroonblok)
        partner = blok.partner
        if partner is None or self.in_week:
            return
        dag = VAKKEN.index(blok.vak) // 2
        vakken = VAKKEN[2 * dag : 2 * dag + 2] if hele_dag else (blok.vak,)
        self._verander(partner, wissel_dagdelen, vakken)

    def action_weken(self) -> None:
        blok = self.query_one("#patroon", Patroonblok)
        if blok.partner is not None and not self.in_week:
            self._verander(blok.partner, volgende_weken, blok.vak)

    def action_periode(self) -> None:
        blok = self.query_one("#patroon", Patroonblok)
        partner, vak = blok.partner, blok.vak
        if partner is None or self.in_week:
            return
        vandaag = self.kernteam.klok.vandaag()
        delen = delen_van(partner.aanwezig, vak, vandaag)
        if not delen:
            self.meld("Zet dit dagdeel eerst aan.")
            return
        wie = "jou" if partner.ik else partner.naam
        begin = schrijf_geldigheid(delen[0].van, delen[0].tot_en_met)

        def na(antwoord: Antwoord | None) -> None:
            if antwoord is not None:
                van, tot, alles = antwoord
                self._verander(partner, zet_periode, VAKKEN if alles else (vak,), van, tot)

        self.app.push_screen(Periodevraag(f"Periode, {woorden.vak_kort(vak)}", wie, begin, vandaag), na)

    def _verander(self, partner: PartnerBeeld, functie: Callable[..., Patroon], *wat: Any) -> None:
        args = (self._school_id, partner.id, *wat)
        self._schrijf_straks(functie, args, partial(self._neem_patroon, partner.id), GEWIJZIGD)

    def _neem_patroon(self, partner_id: str, patroon: Patroon) -> None:
        if self._beeld is not None:
            self._toon(self._beeld.met_patroon(partner_id, patroon))

    # --- saving one after the other -----------------------------------------------------------------

    def _schrijf_straks(
        self, functie: Callable[..., Any], args: tuple[Any, ...], na: Callable[[Any], None], wat: str
    ) -> None:
        """Keys may come faster than the store: none of them is dropped."""
        self._zet("rooster-melding", Content(""))
        self._te_schrijven.append((functie, args, na, wat))
        self._schrijf_volgende()

    def _schrijf_volgende(self) -> None:
        if self._schrijft_nu or not self._te_schrijven:
            return
        self._schrijft_nu = True
        functie, args, na, wat = self._te_schrijven.popleft()
        self.doe(
            functie,
            *args,
            bij_klaar=partial(self._na_schrijven, na),
            bij_fout=self._mislukt,
            groep="rooster",
            ongedaan=wat,
        )

    def _na_schrijven(self, na: Callable[[Any], None], uitkomst: Any) -> None:
        self._schrijft_nu = False
        na(uitkomst)
        self._schrijf_volgende()

    def _mislukt(self, fout: KernteamError) -> None:
        self._schrijft_nu = False
        self._te_schrijven.clear()
        self.toon_fout(fout)
        self.laad()

    def bewaar_nu(self) -> None:
        while self._te_schrijven:
            functie, args, _, _ = self._te_schrijven.popleft()
            functie(self.kernteam.sessie, *args)

    # --- real weeks ------------------------------------------------------------------------------

    def action_andere_vorm(self) -> None:
        self.argumenten["vorm"] = PATROON if self.in_week else WEEK
        self.set_class(self.in_week, "-week")
        self._blok.focus()
        self.query_one(Voet).toon(self.voetopdrachten())
        self.laad()

    @on(Weekblok.Bladeren)
    def _blader(self, event: Weekblok.Bladeren) -> None:
        dag = self._dag + timedelta(weeks=event.stap) if event.stap else self.kernteam.klok.vandaag()
        self.argumenten["dag"] = maandag_van(dag).isoformat()
        self.lees(get_roosterweek, self._school_id, self._dag, bij_klaar=self._toon_week)

    # --- being away ------------------------------------------------------------------------------

    def action_ziek(self) -> None:
        partner = self._blok.partner
        if partner is not None:
            wie = "Jij bent" if partner.ik else f"{partner.naam} is"
            na = partial(self._ziek, f"{wie} vandaag ziek gemeld", partner.id)
            self._schrijf_straks(meld_ziek, (self._school_id, partner.id), na, "Ziek gemeld")

    def _ziek(self, zin: str, partner_id: str, gesprekken: tuple[GeraaktGesprek, ...]) -> None:
        elders = self._beeld.elders.get(partner_id, ()) if self._beeld else ()
        ook = f", ook op {woorden.opsomming(elders)}" if elders else ""
        geraakt = woorden.geraakt_zin(gesprekken, self.kernteam.klok.vandaag())
        rest = f" {geraakt}. Met l plan je opnieuw." if geraakt else ""
        self._zet("rooster-melding", Content.styled(f"{zin}{ook}.{rest}", "bold"))
        self.laad()

    def action_afwezig(self) -> None:
        partner = self._blok.partner
        if partner is not None:
            self.open("afwezigheid", school_id=self._school_id, partner_id=partner.id)

    def action_lijst(self) -> None:
        self.open("afwezigen", school_id=self._school_id)

    def action_kernagendas(self) -> None:
        self.open("agendas", school_id=self._school_id)

    def action_kernteam(self) -> None:
        self.open("school_formulier", school_id=self._school_id)


def week_zinnen(week: RoosterWeek) -> list[str]:
    """What is different this week: closed days, tests, who is away; and where the data ends."""
    zinnen = dicht_zinnen(week)
    toetsen = [dag for dag, toets in zip(week.dagen, week.toetsen, strict=True) if toets]
    if toetsen:
        zinnen.append(f"toetsweek: {periode_kort(toetsen[0], toetsen[-1])}")
    if not all(week.bekend):
        zinnen.append("Of de school open is, is van deze week niet bekend.")
    return [*zinnen, *(regel.zin for regel in week.weg)] or ["Een gewone week: niemand is afwezig."]
