"""Vandaag: what must be done, which talks are today, and who of the kernteam is in this week."""

from __future__ import annotations

from datetime import date

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical, VerticalScroll
from textual.content import Content

from kernteam_tui.domain.codes import GesprekStaat
from kernteam_tui.domain.datumtekst import termijn_kort, tijd_kort
from kernteam_tui.domain.signalen import Signaal
from kernteam_tui.domain.signalen.loop import is_gespreksactie
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.gesprek_gemist import noteer_niet_verschenen
from kernteam_tui.screens.gespreksacties import vink_af
from kernteam_tui.services.overleg.eerdere import OverlegVandaag, list_overleg_vandaag
from kernteam_tui.services.vandaag import AgendaRegel, VandaagBeeld, get_vandaag
from kernteam_tui.widgets.lijst import Lijst
from kernteam_tui.widgets.tekst import ZACHT, Kopregel, Tekst
from kernteam_tui.widgets.voet import Voet
from kernteam_tui.widgets.weekrooster import Weekrooster

WANNEER_BREED, TIJD_BREED, NUMMER_BREED, NAAM_BREED = 9, 7, 10, 14
EEN_REGEL = 60
"""From this width on a talk fits on one line."""
EIGEN_SCHERM = frozenset({"startgesprek", "planevaluatie", "leeftijden", "wie_doet_wat", "kennismaking"})
"""Places of a signal that are a screen; the others are a tab of the casus."""
GESPREKSCHERM = frozenset({"gesprekcheck", "gesprek_vastleggen"})
"""Places of a signal that are a screen about one talk."""
PLAN = "gezinsplan"
NOG_TE_HOUDEN = frozenset({GesprekStaat.GEPLAND, GesprekStaat.VERZET})

GEEN_GESPREKKEN = "Geen gesprekken vandaag."


class VandaagScreen(KernteamScreen):
    """The first screen. Its two lists open the place where the work is done."""

    NAAM = "vandaag"
    TITEL = "Vandaag"
    UITLEG = (
        "Hier staat wat er moet gebeuren, het dringendste boven; wat gedaan is verdwijnt vanzelf. "
        "Daarnaast of daaronder: de gesprekken van vandaag en wie van het kernteam er deze week wanneer is."
    )
    CSS_PATH = stijl("vandaag")
    OPDRACHTEN = (
        Opdracht("openen", "enter", "openen", "De plek openen waar je dit doet"),
        Opdracht(
            "terugkoppelingen",
            "t",
            "terugkoppelen",
            "Alles wat je een partner nog laat weten",
            scherm="terugkoppelingen",
        ),
        Opdracht("niet_verschenen", "m", "niet verschenen", "Noteren dat niemand kwam bij dit gesprek"),
        Opdracht(
            "check", "c", "checklist", "Nalopen wat er voor dit gesprek nog moet", scherm="gesprekcheck"
        ),
        Opdracht("afvinken", "x", "afvinken", "Afvinken wat bij een gesprek is afgesproken"),
        Opdracht("overleg", "o", "overleg", "Het kernpartneroverleg van vandaag", scherm="overleg"),
        Opdracht("week", "w", "week", "Zien wie er deze week wanneer is, en weer terug"),
    )
    AUTO_FOCUS = "#vandaag-doen"
    HORIZONTAL_BREAKPOINTS = [(0, "-smal"), (112, "-breed")]

    _overleggen: tuple[OverlegVandaag, ...] = ()

    def inhoud(self) -> ComposeResult:
        with Container(id="vandaag"):
            with Vertical(id="vandaag-links"):
                yield Kopregel(id="vandaag-kop")
                yield Lijst[Signaal](self._signaal, id="vandaag-doen")
                yield Tekst(id="vandaag-stap")
            with Vertical(id="vandaag-rechts"):
                yield Kopregel("Gesprekken vandaag", id="vandaag-gesprekken-kop")
                yield Tekst(id="vandaag-overleg")
                yield Lijst[AgendaRegel](gesprek_regels, GEEN_GESPREKKEN, id="vandaag-gesprekken")
                with Vertical(id="vandaag-weekvak"):
                    yield Kopregel("Deze week op school")
                    with VerticalScroll(id="vandaag-week"):
                        yield Weekrooster(id="vandaag-rooster")

    def laad(self) -> None:
        self.lees(get_vandaag, bij_klaar=self._toon)
        self.lees(list_overleg_vandaag, bij_klaar=self._toon_overleg)

    def _toon_overleg(self, overleggen: tuple[OverlegVandaag, ...]) -> None:
        self._overleggen = overleggen
        regel = self.query_one("#vandaag-overleg", Tekst)
        regel.update(Content("\n").join(overleg_regel(overleg) for overleg in overleggen))
        regel.display = bool(overleggen)
        self._gesprekken.zet_leeg("Verder geen gesprekken vandaag." if overleggen else GEEN_GESPREKKEN)
        self.query_one("#voet").toon(self.voetopdrachten())  # type: ignore[attr-defined]  # a Voet

    def action_overleg(self) -> None:
        """Of today, not finished; with several schools that meet today it is asked which."""
        scholen = [(een.school, een.school_id) for een in self._overleggen]
        if len(scholen) > 1:
            self.kies("Welk overleg?", scholen, self._open_overleg)
        elif scholen:
            self._open_overleg(scholen[0][1])

    def _open_overleg(self, school_id: str) -> None:
        self.open("overleg", school_id=school_id)

    def _toon(self, beeld: VandaagBeeld) -> None:
        self.query_one("#vandaag-kop", Kopregel).update(kopregel(beeld))
        self._doen.zet_leeg(leeg_tekst(beeld))
        self._doen.vul([(f"{s.casus_id} {s.regel} {s.over_id} {s.tekst}", s) for s in beeld.signalen])
        self._gesprekken.vul([(gesprek.gesprek_id, gesprek) for gesprek in beeld.gesprekken])
        self.query_one(Weekrooster).toon(beeld.weken, beeld.dag)
        self.set_class(not beeld.weken, "-zonder-school")
        self._toon_stap()

    @property
    def _doen(self) -> Lijst[Signaal]:
        return self.query_one("#vandaag-doen", Lijst)

    @property
    def _gesprekken(self) -> Lijst[AgendaRegel]:
        return self.query_one("#vandaag-gesprekken", Lijst)

    def _signaal(self, signaal: Signaal, breed: int) -> tuple[Content, ...]:
        del breed
        return signaal_regels(signaal, self.kernteam.klok.vandaag())

    @on(Lijst.Gemarkeerd, "#vandaag-doen")
    def _toon_stap(self) -> None:
        signaal = self._doen.item
        stap = Content.assemble(("Enter ", "bold $primary"), signaal.stap) if signaal else Content("")
        self.query_one("#vandaag-stap", Tekst).update(stap)
        self._toon_voet()

    # --- going to the work -----------------------------------------------------------------

    @on(Lijst.Gekozen, "#vandaag-doen")
    def _open_signaal(self) -> None:
        signaal = self._doen.item
        if signaal is None:
            return
        if signaal.doel in GESPREKSCHERM:
            self.open(signaal.doel, gesprek_id=signaal.over_id)
        elif signaal.doel == PLAN:
            self.open(PLAN, casus_id=signaal.casus_id, item=signaal.over_id)
        elif signaal.doel in EIGEN_SCHERM:
            self.open(signaal.doel, casus_id=signaal.casus_id)
        else:
            tab = "overzicht" if signaal.doel == "casus" else signaal.doel
            self.open("casus", casus_id=signaal.casus_id, tab=tab)

    @on(Lijst.Gekozen, "#vandaag-gesprekken")
    def _open_gesprek(self) -> None:
        gesprek = self._gesprekken.item
        if gesprek is not None:
            self.open("casus", casus_id=gesprek.casus_id, tab="gesprekken")

    def action_openen(self) -> None:
        """From the footer or the list of commands; on the keyboard the list itself takes Enter."""
        lijst = self._gesprekken if self._gesprekken.has_focus else self._doen
        lijst.action_kies()

    def _gesprek_hier(self) -> AgendaRegel | None:
        """The marked talk of today that still has to be held, while its list has the focus."""
        lijsten = self.query("#vandaag-gesprekken").results(Lijst)  # none while the screen is being made
        gesprek = next((lijst.item for lijst in lijsten if lijst.has_focus), None)
        return gesprek if gesprek is not None and gesprek.staat.nog_te_houden else None

    def _afspraak_hier(self) -> Signaal | None:
        """The marked signal, where it is about what was agreed at a talk and its list has the focus."""
        lijsten = self.query("#vandaag-doen").results(Lijst)
        signaal: Signaal | None = next((lijst.item for lijst in lijsten if lijst.has_focus), None)
        return signaal if is_gespreksactie(signaal) else None

    def eigen_opdrachten(self) -> list[Opdracht]:
        return [op for op in super().eigen_opdrachten() if self._past(op.id)]

    def _past(self, opdracht_id: str) -> bool:
        if opdracht_id == "overleg":
            return bool(self._overleggen)
        if opdracht_id == "afvinken":
            return self._afspraak_hier() is not None
        if opdracht_id not in ("niet_verschenen", "check"):
            return True
        gesprek, nu = self._gesprek_hier(), self.kernteam.klok.nu()
        return gesprek is not None and (gesprek.start <= nu) is (opdracht_id == "niet_verschenen")

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("niet_verschenen", "check", "afvinken"):
            return self._past(action)
        return super().check_action(action, parameters)

    @on(Lijst.Gemarkeerd, "#vandaag-gesprekken")
    def _toon_voet(self) -> None:
        for voet in self.query(Voet):
            voet.toon(self.voetopdrachten())

    def action_niet_verschenen(self) -> None:
        gesprek = self._gesprek_hier()
        if gesprek is not None:
            noteer_niet_verschenen(self, gesprek.gesprek_id, self.laad)

    def action_afvinken(self) -> None:
        afspraak = self._afspraak_hier()
        if afspraak is not None:
            vink_af(self, afspraak.over_id, self.laad)

    def action_check(self) -> None:
        gesprek = self._gesprek_hier()
        if gesprek is not None:
            self.open("gesprekcheck", gesprek_id=gesprek.gesprek_id)

    def action_terugkoppelingen(self) -> None:
        self.open("terugkoppelingen")

    def action_week(self) -> None:
        """On a narrow screen the week takes the place of the list; on a wide one it gets the focus."""
        week = self.query_one("#vandaag-week")
        self.toggle_class("-week")
        (week if self.has_class("-week") else self._doen).focus()


def kopregel(beeld: VandaagBeeld) -> Content:
    """`Nu doen · 12, waarvan 3 te laat`."""
    aantal = len(beeld.signalen)
    te_laat = sum(s.uiterlijk is not None and s.uiterlijk < beeld.dag for s in beeld.signalen)
    if not aantal:
        return Content("Nu doen")
    rest = f"  {aantal}, waarvan {te_laat} te laat" if te_laat else f"  {aantal}"
    return Content.assemble("Nu doen", (rest, f"not bold {ZACHT}"))


def leeg_tekst(beeld: VandaagBeeld) -> str:
    """What stands there when nothing must be done, and what to do then."""
    if beeld.casussen_open:
        aantal = (
            "Je casus is bij." if beeld.casussen_open == 1 else f"Je {beeld.casussen_open} casussen zijn bij."
        )
        return f"\nNiets wat nu moet. {aantal}"
    if beeld.casussen:
        return "\nAlle casussen zijn afgesloten.\nDruk op n voor een nieuwe aanmelding."
    tekst = "\nNog geen casussen. Druk op n voor een nieuwe aanmelding."
    if beeld.weken:
        return tekst
    school = "Er is ook nog geen school. Begin daarmee: F5 School,\nmet het kernteam en wie er wanneer is."
    return f"{tekst}\n\n{school}"


def signaal_regels(signaal: Signaal, vandaag: date) -> tuple[Content, Content]:
    """By when, which casus, who, what; below it, softer, why."""
    wanneer = termijn_kort(signaal.uiterlijk, vandaag) if signaal.uiterlijk else ""
    spoed = Content.styled("spoed  ", "bold $warning") if signaal.spoed else Content("")
    boven = Content.assemble(
        Content.styled(f"{wanneer:{WANNEER_BREED}}", _wanneer_stijl(wanneer)),
        f"{signaal.casus:{NUMMER_BREED}}",
        kolom(signaal.jongere, NAAM_BREED),
        spoed,
        (signaal.tekst, "bold"),
    )
    return boven, Content.styled(" " * WANNEER_BREED + signaal.waarom, ZACHT)


def _wanneer_stijl(wanneer: str) -> str:
    return {"te laat": "bold $error", "vandaag": "bold $warning"}.get(wanneer, "")


def gesprek_regels(gesprek: AgendaRegel, breed: int) -> tuple[Content, ...]:
    """Time, casus, who, kind and place: on one line where that fits, else on two."""
    staat = "" if gesprek.staat in NOG_TE_HOUDEN else gesprek.staat.label
    wie = Content.assemble(
        (f"{tijd_kort(gesprek.start):{TIJD_BREED}}", "bold $primary"),
        f"{gesprek.nummer:{NUMMER_BREED}}",
        kolom(gesprek.jongere, NAAM_BREED),
    )
    wat = Content(gesprek.soort.label)
    rest = "".join(f"  ·  {deel}" for deel in (gesprek.plek, staat) if deel)
    if breed >= EEN_REGEL:
        return (wie + wat + Content.styled(rest, ZACHT),)
    return wie, Content(" " * TIJD_BREED) + wat + Content.styled(rest, ZACHT)


def overleg_regel(overleg: OverlegVandaag) -> Content:
    """`9:00  kernpartneroverleg  ·  De Brug  ·  o`."""
    return Content.assemble(
        (f"  {tijd_kort(overleg.start):{TIJD_BREED}}", "bold $primary"),
        "kernpartneroverleg",
        (f"  ·  {overleg.school}  ·  ", ZACHT),
        ("o", "bold $primary"),
    )


def kolom(tekst: str, breed: int) -> Content:
    """A text as wide as its column, one cell of which stays free."""
    return Content(tekst).truncate(breed - 1, ellipsis=True).truncate(breed, pad=True)
