"""Planner: the week drawn, the open startgesprekken beside it, and what can be done with both."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding
from textual.containers import Container, Vertical
from textual.content import Content

from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.roosterweek import SCHOOLDAGEN_PER_WEEK, maandag_van
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.planner import opdrachten, woorden
from kernteam_tui.screens.planner.kopregels import dagkoppen
from kernteam_tui.screens.planner.verzetten import LIJST, NOG_TE_HOUDEN, VLAK, VerzetScreen
from kernteam_tui.screens.planner.weekvlak import HELE_WEEK, Weekvlak
from kernteam_tui.services.gesprekken import GesprekBeeld
from kernteam_tui.services.school import SchoolBeeld, list_scholen
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.weekplanner import OpenStart, WeekBeeld, Weekgesprek, get_week, neem_aan
from kernteam_tui.services.weekpost import nog_te_houden
from kernteam_tui.widgets.lijst import Lijst
from kernteam_tui.widgets.tekst import ZACHT, Kopregel, Tekst
from kernteam_tui.widgets.voet import Voet

WEEK = timedelta(days=7)
LAAGSTE, NAAST_DE_WEEK = 8, 21
"""Lines of the drawn week at least, and lines of a high screen that are for everything else."""
GEEN_SCHOOL = (
    "Er is nog geen school. Begin bij F5 School: met het kernteam en wie er wanneer is.\n"
    "Daarna zie je hier de week en de startgesprekken die nog een plek zoeken."
)
GEEN_KERNTEAM = (
    "Er is nog geen kernteam ingevuld. Met F5 School vul je in wie erin zit en wie er wanneer is;\n"
    "zonder dat weet het programma niet wanneer een startgesprek kan."
)
NIETS_OPEN = "Geen startgesprek dat nog een plek zoekt."


class PlannerScreen(VerzetScreen):
    """`maandag`: the week that is shown; `school_id`: one school, empty for all; `dag`: on a small screen;
    `nieuw`: ids (commas between) of talks that were planned or moved here, of which the invitations were not
    looked at yet: that offer is still there after locking.
    """

    NAAM = "planner"
    TITEL = "Planner"
    UITLEG = (
        "De week van het kernteam, met de startgesprekken die nog een plek zoeken. Naast elke dag staat "
        "wie er is (j jij, L leerplicht, V jeugdverpleegkundige, A jeugdarts, P passend onderwijs), of bij "
        "meer scholen op welke jij bent; tussen haken met hoeveel partners je samen bent. Enter neemt het "
        "voorstel aan; i deelt alles tegelijk in. Tab gaat naar de week: daar verzet je een gesprek met v "
        "en de pijltjes."
    )
    CSS_PATH = stijl("planner")
    BINDINGS = [
        Binding("left", "dag(-1)", "dag ervoor", show=False),
        Binding("right", "dag(1)", "dag erna", show=False),
    ]
    OPDRACHTEN = opdrachten.ALLE
    AUTO_FOCUS = f"#{LIJST}"
    HORIZONTAL_BREAKPOINTS = [(0, "-smal"), (110, "-breed")]

    def __init__(self, maandag: str = "", school_id: str = "", dag: str = "", nieuw: str = "") -> None:
        super().__init__(maandag, school_id, dag, nieuw)
        self._lijst = Lijst[OpenStart](self._open_regels, NIETS_OPEN, id=LIJST)
        self._week: WeekBeeld | None = None
        self._na_laden = ""

    def inhoud(self) -> ComposeResult:
        yield Tekst(id="planner-week")
        yield Tekst(id="planner-bijzonder")
        with Container(id="planner-delen"):
            with Vertical(id="planner-links"):
                yield Tekst(id="planner-dagen")
                yield self._vlak
                yield Tekst(id="planner-legenda")
            with Vertical(id="planner-rechts"):
                yield Kopregel(id="planner-open-kop")
                yield self._lijst
        yield Tekst(id="planner-uitleg")

    # --- loading --------------------------------------------------------------------------

    def laad(self) -> None:
        if self._nieuw:
            self.lees(nog_te_houden, self._nieuw, bij_klaar=self._zet_nieuw)
        self.lees(_lees_week, self.maandag, self.school_id or None, bij_klaar=self._gelezen)

    @property
    def _nieuw(self) -> tuple[str, ...]:
        return tuple(deel for deel in str(self.argumenten["nieuw"] or "").split(",") if deel)

    def _zet_nieuw(self, ids: tuple[str, ...]) -> None:
        """Without those that were taken back."""
        self.argumenten["nieuw"] = ",".join(ids)
        self._toon_uitleg()

    def _gelezen(self, week: WeekBeeld | KernteamError) -> None:
        if isinstance(week, WeekBeeld):
            self._toon(week)
            return
        self.toon_fout(week)
        if self._week is not None:
            self.argumenten["maandag"] = self.argumenten["dag"] = self._week.maandag.isoformat()

    @property
    def vandaag(self) -> date:
        return self.kernteam.klok.vandaag()

    @property
    def maandag(self) -> date:
        """The Monday of the week that is shown; in a weekend the week that comes."""
        maandag = str(self.argumenten["maandag"] or "")
        return maandag_van(date.fromisoformat(maandag) if maandag else self._werkdag)

    @property
    def school_id(self) -> str:
        """The school that is shown; empty for all."""
        return str(self.argumenten["school_id"] or "")

    @property
    def _werkdag(self) -> date:
        vandaag = self.vandaag
        return vandaag if vandaag.weekday() < SCHOOLDAGEN_PER_WEEK else maandag_van(vandaag) + WEEK

    @property
    def _dag(self) -> date:
        dag = str(self.argumenten["dag"] or "")
        if dag:
            return date.fromisoformat(dag)
        return self._werkdag if maandag_van(self._werkdag) == self.maandag else self.maandag

    @property
    def _dagen(self) -> tuple[int, ...]:
        return ((self._dag - self.maandag).days,) if self.has_class("-smal") else HELE_WEEK

    # --- showing --------------------------------------------------------------------------

    def _toon(self, week: WeekBeeld) -> None:
        if week.maandag != self.maandag:
            return
        self._week = week
        mensen = bool(week.gesprekken) or any(school.partners for school in week.scholen)
        self.set_class(not mensen, "-leeg")
        self._lijst.zet_leeg(NIETS_OPEN if mensen else GEEN_KERNTEAM if week.scholen else GEEN_SCHOOL)
        self._lijst.vul([(een.casus_id, een) for een in week.open])
        if self._na_laden:
            self._vlak.sleutel, self._na_laden = self._na_laden, ""
        self.teken()

    def teken(self) -> None:
        week = self._week
        if week is None:
            return
        self._zet("week", self._weekregel(week).truncate(self.size.width - 2, ellipsis=True))
        zinnen = " · ".join(woorden.bijzonder(week))
        regels = 1 if self.has_class("-smal") else 2
        self._zet("bijzonder", Content(zinnen).truncate(regels * (self.size.width - 3), ellipsis=True))
        self.query_one("#planner-bijzonder").display = bool(zinnen)
        self._zet(
            "open-kop",
            Content.assemble("Nog te plannen", (f"  {woorden.telling(week)}", f"not bold {ZACHT}")),
        )
        self._vlak.vul(week, self._dagen)
        self.teken_dagen()
        if self._vlak.beeld is not None:
            hoog = len(self._vlak.beeld.regels)
            past = max(LAAGSTE, self.size.height - NAAST_DE_WEEK)
            self._vlak.styles.max_height = min(hoog, past) if self.has_class("-hoog") else hoog
        self._toon_uitleg()

    def teken_dagen(self) -> None:
        if self._week is not None and self._vlak.tekening is not None:
            self._zet("dagen", dagkoppen(self._week, self._dagen, self._vlak.tekening))
            legenda = woorden.legenda(self._week, self._vlak.tekening.strook.legenda(), self.size.width - 2)
            self._zet("legenda", Content(legenda))

    def _weekregel(self, week: WeekBeeld) -> Content:
        titel = woorden.week_titel(week.maandag)
        school = next((s.naam for s in week.scholen if s.school_id == self.school_id), "")
        waar = school or ("alle scholen" if len(week.scholen) > 1 else "")
        deze = "deze week" if maandag_van(self._werkdag) == week.maandag else ""
        rest = "".join(f"  ·  {deel}" for deel in (deze, waar) if deel)
        return Content.assemble((titel[:1].upper() + titel[1:], "bold"), (rest, ZACHT))

    def _open_regels(self, een: OpenStart, breed: int) -> tuple[Content, ...]:
        return woorden.open_regels(een, breed, len(self._week.scholen) if self._week else 1)

    def on_resize(self, _: events.Resize) -> None:
        self.call_after_refresh(self.teken)

    @on(Lijst.Gemarkeerd, f"#{LIJST}")
    @on(Weekvlak.Gemarkeerd)
    def _toon_uitleg(self) -> None:
        """What stands under both: about the talk or the casus that is marked where the focus is."""
        if self._vlak.opgetild is not None:
            return
        een, gesprek = self._lijst.item, self._vlak.gesprek
        in_vlak = self._in_vlak
        self._vlak.wijs_aan(None if in_vlak else een)
        if in_vlak and gesprek is not None:
            tekst = woorden.gesprek_uitleg(gesprek)
        elif in_vlak:
            tekst = Content.styled("Geen gesprek op deze dag." if len(self._dagen) == 1 else "", ZACHT)
        else:
            tekst = woorden.open_uitleg(een) if een is not None else Content("")
        self._zet("uitleg", self._met_nieuw(tekst))
        self.query_one(Voet).toon(self.voetopdrachten())

    def _met_nieuw(self, tekst: Content) -> Content:
        if not self._nieuw:
            return tekst
        aantal = "het nieuwe gesprek" if len(self._nieuw) == 1 else f"de {len(self._nieuw)} nieuwe gesprekken"
        zin = Content.assemble(("u ", "bold $primary"), f"uitnodigingen voor {aantal}")
        return zin + Content("\n") + tekst if tekst.plain else zin

    @property
    def _in_vlak(self) -> bool:
        return self.focused is not None and self.focused.id == VLAK

    @on(events.DescendantFocus)
    def _andere_kant(self) -> None:
        if self._vlak.opgetild is not None and not self._in_vlak:
            self._zet_terug()
        self._toon_uitleg()

    # --- commands ---------------------------------------------------------------------------

    def eigen_opdrachten(self) -> list[Opdracht]:
        vlak = self._vlak
        if vlak.opgetild is not None:
            return list(opdrachten.OPGETILD)
        if self._in_vlak:
            gesprek = vlak.gesprek
            kan = gesprek is not None and gesprek.staat in NOG_TE_HOUDEN
            bij = [op for op in opdrachten.GESPREK if gesprek is not None and (kan or op.id != "verzetten")]
            return [*bij, *opdrachten.ALGEMEEN]
        een = self._lijst.item
        if een is None:
            return list(opdrachten.ALGEMEEN)
        extra = opdrachten.OPEN if een.voorstel is not None else opdrachten.ZONDER_VOORSTEL
        return [*extra, *opdrachten.ALGEMEEN]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        eigen = {op.id for op in self.OPDRACHTEN}
        if action in eigen and action not in {op.id for op in self.eigen_opdrachten()}:
            return False
        return super().check_action(action, parameters)

    @on(Lijst.Gekozen, f"#{LIJST}")
    def action_kies(self) -> None:
        """Enter: take the proposal, open the talk, or put the lifted talk down."""
        if self._vlak.opgetild is not None:
            self._zet_neer(self._vlak.opgetild)
        elif self._in_vlak:
            self._open_gesprek(self._vlak.gesprek)
        elif self._lijst.item is not None:
            self._neem_aan(self._lijst.item)

    def _neem_aan(self, een: OpenStart) -> None:
        if een.voorstel is None:
            self.action_momenten()
            return
        self.doe(
            neem_aan,
            een.casus_id,
            een.voorstel,
            bij_klaar=lambda gesprek: self.gemaakt((gesprek,)),
            bij_fout=self._opnieuw,
            ongedaan="Startgesprek gepland",
        )

    def gemaakt(self, gesprekken: Sequence[GesprekBeeld]) -> None:
        ids = dict.fromkeys((*self._nieuw, *(een.id for een in gesprekken)))
        self.argumenten["nieuw"] = ",".join(ids)
        self._na_laden = gesprekken[0].id if gesprekken else ""
        self.laad()

    def _opnieuw(self, fout: KernteamError) -> None:
        """It could not be kept: something changed since the week was read."""
        self.toon_fout(fout)
        self.laad()

    def _open_gesprek(self, gesprek: Weekgesprek | None) -> None:
        if gesprek is not None:
            self.open("casus", casus_id=gesprek.casus_id, tab="gesprekken")

    def action_momenten(self) -> None:
        een = self._lijst.item
        if een is not None:
            self.open("startgesprek", casus_id=een.casus_id)

    def action_indelen(self) -> None:
        if self._week is not None:
            self.open("indeling", maandag=self.maandag.isoformat(), school_id=self.school_id)

    def action_uitnodigingen(self) -> None:
        """Of what was made here just now; else of the marked talk, or of all talks that are to come."""
        gesprek = self._vlak.gesprek if self._in_vlak else None
        ids = list(self._nieuw)
        if not ids and gesprek is not None:
            ids = [gesprek.gesprek_id]
        if not ids and self._week is not None:
            ids = [g.gesprek_id for g in self._week.gesprekken if self._komt_nog(g)]
        if not ids:
            self.meld("Er is deze week geen gesprek om voor uit te nodigen.")
            return
        self.argumenten["nieuw"] = ""
        if len(ids) == 1:
            self.open("uitnodigingen", gesprek_id=ids[0])
        else:
            self.open("weekpost", gesprekken=",".join(ids))

    def _komt_nog(self, gesprek: Weekgesprek) -> bool:
        return gesprek.staat in NOG_TE_HOUDEN and dag_van(gesprek.start) >= self.vandaag

    # --- another week, day or school ----------------------------------------------------------

    def action_vorige_week(self) -> None:
        self._ga_naar(self._dag - WEEK)

    def action_volgende_week(self) -> None:
        self._ga_naar(self._dag + WEEK)

    def action_deze_week(self) -> None:
        self._ga_naar(self._werkdag)

    def action_dag(self, stap: int) -> None:
        """To the day before or after, over weekends; on a wide screen the whole week is there already."""
        if not self.has_class("-smal") or self._vlak.opgetild is not None:
            return
        dag = self._dag + timedelta(days=stap)
        while dag.weekday() >= SCHOOLDAGEN_PER_WEEK:
            dag += timedelta(days=stap)
        self._ga_naar(dag)

    @on(Weekvlak.Bladeren)
    def _bladeren(self, event: Weekvlak.Bladeren) -> None:
        self.action_dag(event.stap)

    def _ga_naar(self, dag: date) -> None:
        zelfde = maandag_van(dag) == self.maandag
        self.argumenten["maandag"] = maandag_van(dag).isoformat()
        self.argumenten["dag"] = dag.isoformat()
        if zelfde:
            self.teken()
        else:
            self.laad()

    def action_kies_school(self) -> None:
        self.lees(list_scholen, bij_klaar=self._vraag_school)

    def _vraag_school(self, scholen: tuple[SchoolBeeld, ...]) -> None:
        if len(scholen) < 2:
            self.meld("Er is maar één school." if scholen else "Er is nog geen school.")
            return
        self.kies(
            "Welke school?",
            [("alle scholen", ""), *((school.naam, school.id) for school in scholen)],
            self._zet_school,
        )

    def _zet_school(self, school_id: str) -> None:
        self.argumenten["school_id"] = school_id
        self.laad()


def _lees_week(sessie: Sessie, maandag: date, school_id: str | None) -> WeekBeeld | KernteamError:
    """The week; or why it cannot be shown, so that the week before stays."""
    try:
        return get_week(sessie, maandag, school_id)
    except KernteamError as fout:
        return fout
