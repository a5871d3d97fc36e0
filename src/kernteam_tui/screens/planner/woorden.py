"""Words of the planner: days left, what a proposal is, what is late and whose choice that was."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from textual.content import Content

from kernteam_tui.domain.celtekst import celbreedte
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat
from kernteam_tui.domain.datumtekst import MAANDEN_KORT, SCHOOLDAGEN, dag_kort, moment_kort
from kernteam_tui.screens.gesprek_woorden import wanneer
from kernteam_tui.screens.planner.blokken import Opgetild
from kernteam_tui.services.startgesprek import Botsing
from kernteam_tui.services.weekplanner import Moment, OpenStart, SchoolWeek, WeekBeeld, Weekgesprek
from kernteam_tui.widgets.tekst import ZACHT

NUMMER_BREED, NAAM_BREED, DAGEN_BREED = 10, 14, 34
BOTSINGEN = 4
"""Lines for what clashes."""
EEN_REGEL = 90
"""From this width on a list has room for all about a casus on two lines."""


def week_titel(maandag: date) -> str:
    """`week 48, ma 23 - vr 27 nov`."""
    vrijdag = maandag + timedelta(days=4)
    begin = "" if vrijdag.month == maandag.month else f" {MAANDEN_KORT[maandag.month - 1]}"
    return f"week {maandag.isocalendar().week}, ma {maandag.day}{begin} – {dag_kort(vrijdag)}"


def telling(week: WeekBeeld) -> str:
    """`6, 2 te laat`; empty where nothing is open."""
    aantal, laat = len(week.open), sum(een.dagen < 0 for een in week.open)
    if not aantal:
        return ""
    return f"{aantal}, {laat} te laat" if laat else f"{aantal}"


def bijzonder(week: WeekBeeld) -> Iterator[str]:
    """What is different this week: closed, test week, holidays not known, somebody away, an old agenda."""
    for school in week.scholen:
        waar = f"{school.naam} " if len(week.scholen) > 1 else ""
        for reden, dagen in _dagen_met(school, [kop.dicht for kop in school.dagen]):
            yield f"{waar}{dagen} dicht: {reden}"
        for _, dagen in _dagen_met(school, ["ja" if kop.toetsen else "" for kop in school.dagen]):
            yield f"{waar}{dagen} toetsen"
        if not all(kop.bekend for kop in school.dagen):
            yield f"{waar}schoolvakanties van deze week niet bekend".strip()
    gezien: set[str] = set()
    for school in week.scholen:
        for mens in school.partners:
            if mens.partner_id in gezien:
                continue
            gezien.add(mens.partner_id)
            wie = "jij" if mens.ik else f"{mens.naam} ({mens.rol.kort})"
            for reden, dagen in _dagen_met(school, mens.weg):
                yield f"{wie} {dagen} {reden}"
            if mens.agenda:
                yield f"{wie}: {mens.agenda}"


def legenda(week: WeekBeeld, strook: Sequence[str], breed: int) -> str:
    """What the signs of a week mean, as many as fit; of the signs that are used."""
    laat = ["! later dan de week"] if any(gesprek.te_laat for gesprek in week.gesprekken) else []
    if any(gesprek.dicht for gesprek in week.gesprekken):
        laat = ["! let op"]
    regel = ""
    for deel in (*strook[:-1], *laat, *strook[-1:]):
        if celbreedte(regel) + celbreedte(deel) + 3 <= breed:
            regel += f"{'   ' if regel else ''}{deel}"
    return regel


def _dagen_met(school: SchoolWeek, redenen: Sequence[str]) -> Iterator[tuple[str, str]]:
    """(reason, `ma 23 t/m wo 25`) of days after each other with the same reason."""
    paren = zip(redenen, school.dagen, strict=True)
    for reden, groep in groupby(paren, key=lambda paar: paar[0]):
        dagen = [kop.dag for _, kop in groep]
        if reden:
            tot = f" t/m {_dag(dagen[-1])}" if len(dagen) > 1 else ""
            yield reden, f"{_dag(dagen[0])}{tot}"


def _dag(dag: date) -> str:
    return f"{SCHOOLDAGEN[dag.weekday()]} {dag.day}"


# --- open startgesprekken -----------------------------------------------------------------------


def nog(een: OpenStart) -> str:
    """`nog 4 dagen, 3 schooldagen` (`?` where holidays are not known), `vandaag`, `2 dagen te laat`."""
    if een.dagen < 0:
        return f"{_aantal(-een.dagen, 'dag', 'dagen')} te laat"
    if een.dagen == 0:
        return "vandaag de laatste dag"
    school = "? schooldagen"
    if een.schooldagen is not None:
        school = _aantal(een.schooldagen, "schooldag", "schooldagen")
    return f"nog {_aantal(een.dagen, 'dag', 'dagen')}, {school}"


def _aantal(aantal: int, een: str, meer: str) -> str:
    return f"{aantal} {een if aantal == 1 else meer}"


def nog_stijl(een: OpenStart) -> str:
    """The colour that goes with `nog`."""
    if een.dagen < 0:
        return "bold $error"
    return "bold $warning" if een.dagen <= 1 else ""


def moment_tekst(moment: Moment) -> str:
    """`di 24 nov 10:00  k. 1.12`."""
    kamer = f"  k. {moment.ruimte}" if moment.ruimte else ""
    return f"{moment_kort(moment.start)}{kamer}"


def erbij_tekst(moment: Moment) -> str:
    """`erbij: leerplicht · niet: JGZ · tijdens les`."""
    delen = [f"erbij: {moment.erbij}" if moment.erbij else "", *moment.kenmerken]
    if moment.niet_erbij:
        delen.insert(1, f"niet: {moment.niet_erbij}")
    return " · ".join(deel for deel in delen if deel)


def open_regels(een: OpenStart, breed: int, scholen: int) -> tuple[Content, ...]:
    """Who, how long it can wait, and the best moment or why there is none."""
    wie = Content.assemble(f"{een.casus:{NUMMER_BREED}}", (een.jongere, "bold"))
    spoed = Content.styled("  spoed", "bold $warning") if een.spoed else Content("")
    rest = Content.assemble((nog(een), nog_stijl(een)), spoed)
    if breed < EEN_REGEL:
        onder = _voorstel_kort(een)
        return wie, Content("  ") + rest, Content("  ") + onder
    naam = wie.truncate(NUMMER_BREED + NAAM_BREED, ellipsis=True, pad=True)
    wanneer_uiterlijk = f"uiterlijk {dag_kort(een.uiterlijk)}" if een.dagen >= 0 else ""
    waar = een.school if scholen > 1 else ""
    keuze = f"later: {een.keuze}" if een.keuze else ""
    achter = "  ·  ".join(deel for deel in (wanneer_uiterlijk, waar, keuze) if deel)
    boven = naam + Content(" ") + rest.truncate(DAGEN_BREED, ellipsis=True, pad=True)
    return boven + Content.styled(achter, ZACHT), Content(" " * NUMMER_BREED) + _voorstel(een)


def _voorstel(een: OpenStart) -> Content:
    if een.voorstel is None:
        waarom = een.waarom_niet[0] if een.waarom_niet else "deze week past er niets"
        return Content.assemble(("geen moment: ", "$warning"), (waarom, ZACHT))
    return Content.assemble(
        (moment_tekst(een.voorstel), "$success"), (f"  {erbij_tekst(een.voorstel)}", ZACHT)
    )


def _voorstel_kort(een: OpenStart) -> Content:
    if een.voorstel is None:
        return Content.styled("geen moment deze week", "$warning")
    return Content.styled(moment_tekst(een.voorstel), "$success")


def open_uitleg(een: OpenStart) -> Content:
    """Under the lists: what Enter does and why, or what stands in the way and what would help."""
    laat = f"Uiterlijk was {dag_kort(een.uiterlijk)}. " if een.dagen < 0 else ""
    laat += f"Later: {een.keuze}. " if een.keuze else ""
    if een.voorstel is None:
        zinnen = "; ".join(een.waarom_niet) or "deze week past er geen moment"
        return Content.assemble(("Geen moment: ", "bold $warning"), f"{zinnen}. {laat}".strip())
    return Content.assemble(("Enter ", "bold $primary"), f"plant {een.voorstel.uitleg}. ", (laat, ZACHT))


# --- talks --------------------------------------------------------------------------------------


def gesprek_uitleg(gesprek: Weekgesprek) -> Content:
    """All about the marked talk, and what is late about it."""
    staat = "" if gesprek.staat in (GesprekStaat.GEPLAND, GesprekStaat.VERZET) else gesprek.staat.label
    plek = gesprek.plek if gesprek.plek.startswith(gesprek.school) or not gesprek.plek else ""
    if not plek and gesprek.soort is GesprekSoort.STARTGESPREK:
        plek = ", ".join(deel for deel in (gesprek.school, gesprek.plek) if deel)
    delen = [
        wanneer(gesprek.start, gesprek.minuten),
        f"{gesprek.casus} {gesprek.jongere}",
        gesprek.soort.label,
        plek or gesprek.plek,
        staat,
    ]
    regels = [Content.styled("  ·  ".join(deel for deel in delen if deel), "bold")]
    if gesprek.dicht:
        zin = f"De school is dan dicht: {gesprek.dicht}. Verzet het gesprek met v."
        regels.append(Content.styled(zin, "$warning"))
    if gesprek.te_laat:
        regels.append(Content.styled(f"Later dan de afgesproken week: {gesprek.te_laat}", "$warning"))
    return Content("\n").join(regels)


def gemaakt_zin(nieuw: int, verzet: int) -> str:
    """`4 startgesprekken gepland, 1 verzet`, for ctrl+z."""
    delen = []
    if nieuw:
        delen.append(f"{_aantal(nieuw, 'startgesprek', 'startgesprekken')} gepland")
    if verzet:
        delen.append(f"{verzet} verzet" if delen else f"{_aantal(verzet, 'gesprek', 'gesprekken')} verzet")
    return ", ".join(delen)


def verzet_regel(opgetild: Opgetild) -> Content:
    """`Verzetten: 2026-024 Daan V. van do 26 nov 11:00 naar vr 27 nov 10:15`."""
    gesprek = opgetild.gesprek
    wie = f"{gesprek.casus}  "
    if not opgetild.verplaatst:
        hier = f"{wie}{moment_kort(gesprek.start)}. De pijltjes verplaatsen het, per kwartier en per dag."
        return Content.assemble(("Oppakken: ", "bold $warning"), hier)
    naar = f"{moment_kort(gesprek.start)} → {wanneer(opgetild.start, gesprek.minuten)}"
    return Content.assemble(("Verzetten: ", "bold $warning"), wie, (naar, "bold"))


def botsing_regels(botsingen: Sequence[Botsing]) -> Content:
    """What clashes, what breaks a rule first, as much as there is room for; or that nothing does."""
    if not botsingen:
        return Content.styled("Dit moment past.", "$success")
    past = BOTSINGEN if len(botsingen) <= BOTSINGEN else BOTSINGEN - 1
    regels = [(f"- {een.tekst}", "$warning" if een.nodig else ZACHT) for een in botsingen[:past]]
    if len(botsingen) > past:
        regels.append((f"- en nog {len(botsingen) - past}", ZACHT))
    return Content("\n").join(Content.styled(tekst, stijl) for tekst, stijl in regels)
