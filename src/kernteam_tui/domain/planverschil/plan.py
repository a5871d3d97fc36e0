"""Two versions of a plan beside each other: per section its lines, with what happened to each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import SequenceMatcher
from typing import TypeVar

from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.gezinsplancodes import Doeluitkomst
from kernteam_tui.domain.planformaat import Invul, PlanFormaat, VastOnderdeel, Veldsoort
from kernteam_tui.domain.planverschil.tekst import Soort, Stuk, vergelijk_tekst

LIJKT = 0.5
"""From this part of equal letters on, a goal or an action is the same one in other words."""
PAREN_HOOGSTENS = 2_500
"""Pairs of changed goals or actions that are tried; with more, each is shown as gone or new."""
NIET_GENOEMD = "Wie dit zei is niet genoteerd"


@dataclass(frozen=True)
class Terugblik:
    """What an evaluation said of a goal, and whose words these are."""

    op: date
    uitkomst: Doeluitkomst
    tekst: str = ""
    van: str = ""


@dataclass(frozen=True)
class Doelstand:
    """A goal as it was in one version; marks on a scale of 0 to 10."""

    wat: str
    van: str = ""
    nu: int | None = None
    gewenst: int | None = None
    hoe_zien_we_dat: str = ""
    opp_doel: str = ""
    opp_afgestemd_op: date | None = None
    familiedoel: str = ""
    terugblik: Terugblik | None = None
    """The last evaluation that it had."""


@dataclass(frozen=True)
class Actiestand:
    """An action as it was in one version."""

    wat: str
    wie: str = ""
    wanneer: date | None = None
    klaar: bool = False


@dataclass(frozen=True)
class Onderdeelstand:
    """What was written in one section."""

    woorden: tuple[Citaat, ...] = ()
    toelichting: str = ""
    velden: Mapping[str, str] = field(default_factory=dict)
    """Key of a field -> what was filled in, ready to read."""


@dataclass(frozen=True)
class Planstand:
    """The content of one version, by key of the section."""

    onderdelen: Mapping[str, Onderdeelstand] = field(default_factory=dict)
    doelen: tuple[Doelstand, ...] = ()
    acties: tuple[Actiestand, ...] = ()
    evaluatie_op: date | None = None
    evaluatie_uitkomst: str = ""
    rustend: tuple[Doelstand, ...] = ()
    """Goals that were no part of that version because they rested."""


@dataclass(frozen=True)
class Regelverschil:
    """One line of a section: whose words, the toelichting, a goal, an action."""

    kop: str
    stukken: tuple[Stuk, ...]
    kort: str = ""
    """In a few words what happened: `cijfer 4 → 6, deels bereikt`; often empty."""

    @property
    def anders(self) -> bool:
        """Something in it went or came, or something happened to it."""
        return bool(self.kort) or any(stuk.soort is not Soort.GELIJK for stuk in self.stukken)

    @property
    def soort(self) -> Soort | None:
        """What happened to the line as a whole; None: something in it changed."""
        soorten = {stuk.soort for stuk in self.stukken}
        return soorten.pop() if len(soorten) == 1 else None


@dataclass(frozen=True)
class Onderdeelverschil:
    """One section in which something changed, with the lines that changed."""

    onderdeel: VastOnderdeel
    regels: tuple[Regelverschil, ...]


def vergelijk_plannen(
    oud: Planstand, nieuw: Planstand, formaat: PlanFormaat
) -> tuple[Onderdeelverschil, ...]:
    """The sections in which something changed, in the order of the plan; empty where nothing did."""
    verschillen = (
        Onderdeelverschil(vast, tuple(regel for regel in _regels(vast, oud, nieuw) if regel.anders))
        for vast in formaat.onderdelen
    )
    return tuple(verschil for verschil in verschillen if verschil.regels)


def toon_plan(stand: Planstand, formaat: PlanFormaat) -> tuple[Onderdeelverschil, ...]:
    """One version as it was: the sections in which something stands, every piece GELIJK."""
    return tuple(
        Onderdeelverschil(vast, regels)
        for vast in formaat.onderdelen
        if (regels := tuple(regel for regel in _regels(vast, stand, stand) if regel.stukken))
    )


def _regels(vast: VastOnderdeel, oud: Planstand, nieuw: Planstand) -> Iterator[Regelverschil]:
    was = oud.onderdelen.get(vast.sleutel, Onderdeelstand())
    wordt = nieuw.onderdelen.get(vast.sleutel, Onderdeelstand())
    yield from _woorden(was.woorden, wordt.woorden)
    for veld in vast.velden:
        vergelijk = vergelijk_tekst if veld.soort is Veldsoort.TEKST else _vervangen
        stukken = vergelijk(was.velden.get(veld.sleutel, ""), wordt.velden.get(veld.sleutel, ""))
        yield Regelverschil(veld.vraag, stukken)
    if vast.invul is Invul.DOELEN:
        yield from _doelen(oud, nieuw)
    if vast.invul is Invul.ACTIES:
        yield from _lijst("Actie", oud.acties, nieuw.acties, _actietekst)
    if vast.invul is Invul.EVALUATIE:
        yield Regelverschil("Opnieuw kijken", _vervangen(_dag(oud.evaluatie_op), _dag(nieuw.evaluatie_op)))
        yield Regelverschil(
            "Wat eruit kwam", vergelijk_tekst(oud.evaluatie_uitkomst, nieuw.evaluatie_uitkomst)
        )
    yield Regelverschil("Toelichting", vergelijk_tekst(was.toelichting, wordt.toelichting))


def _woorden(oud: Sequence[Citaat], nieuw: Sequence[Citaat]) -> Iterator[Regelverschil]:
    """The words of each speaker: the first of then beside the first of now."""
    for van in dict.fromkeys(citaat.van for citaat in (*oud, *nieuw)):
        was = [citaat.tekst for citaat in oud if citaat.van == van]
        wordt = [citaat.tekst for citaat in nieuw if citaat.van == van]
        for nummer in range(max(len(was), len(wordt))):
            stukken = vergelijk_tekst(
                was[nummer] if nummer < len(was) else "", wordt[nummer] if nummer < len(wordt) else ""
            )
            yield Regelverschil(f"In woorden van {van}" if van.strip() else NIET_GENOEMD, stukken)


_Item = TypeVar("_Item", Doelstand, Actiestand)


def _lijst(
    kop: str, oud: Sequence[_Item], nieuw: Sequence[_Item], tekst: Callable[[_Item], str]
) -> Iterator[Regelverschil]:
    for eerder, later in _naast_elkaar(oud, nieuw):
        was, wordt = (tekst(item) if item else "" for item in (eerder, later))
        yield Regelverschil(kop, vergelijk_tekst(was, wordt))


def _naast_elkaar(
    oud: Sequence[_Item], nieuw: Sequence[_Item]
) -> Iterator[tuple[_Item | None, _Item | None]]:
    """What is the same in both, or has nothing beside it; in the new order, what went last."""
    paren = _paren([item.wat for item in oud], [item.wat for item in nieuw])
    for plaats, item in enumerate(nieuw):
        yield (oud[paren[plaats]] if plaats in paren else None), item
    for plaats, weg in enumerate(oud):
        if plaats not in paren.values():
            yield weg, None


def _doelen(oud: Planstand, nieuw: Planstand) -> Iterator[Regelverschil]:
    """A goal that began to rest is not gone, and one that came back is not new: both read on as they were."""
    rustte, rust = ({doel.wat: doel for doel in stand.rustend} for stand in (oud, nieuw))
    for eerder, later in _naast_elkaar(oud.doelen, nieuw.doelen):
        loop = ""
        if eerder and not later and (daarna := rust.get(eerder.wat)):
            later, loop = replace(eerder, nu=daarna.nu, terugblik=daarna.terugblik), "rust nu"
        elif later and not eerder and (ervoor := rustte.get(later.wat)):
            eerder, loop = replace(later, nu=ervoor.nu, terugblik=ervoor.terugblik), "loopt weer"
        was, wordt = (_doeltekst(doel) if doel else "" for doel in (eerder, later))
        yield Regelverschil("Doel", vergelijk_tekst(was, wordt), _kort(eerder, later, loop))


def _kort(eerder: Doelstand | None, later: Doelstand | None, loop: str) -> str:
    if eerder is None or later is None:
        return ""
    delen = (_stap(eerder.nu, later.nu), _nieuwe_uitkomst(eerder, later), loop)
    return ", ".join(deel for deel in delen if deel)


def _stap(oud: int | None, nieuw: int | None) -> str:
    return f"cijfer {oud} → {nieuw}" if None not in (oud, nieuw) and oud != nieuw else ""


def _nieuwe_uitkomst(was: Doelstand, wordt: Doelstand) -> str:
    if wordt.terugblik is None or wordt.terugblik == was.terugblik:
        return ""
    return wordt.terugblik.uitkomst.label


def _paren(oud: Sequence[str], nieuw: Sequence[str]) -> dict[int, int]:
    """Place in the new list -> place in the old one, of what is the same; the most alike first."""
    paren: dict[int, int] = {}
    for hier, wordt in enumerate(nieuw):
        gelijk = (daar for daar, was in enumerate(oud) if was == wordt and daar not in paren.values())
        if (daar := next(gelijk, None)) is not None:
            paren[hier] = daar
    hier_over = [plaats for plaats in range(len(nieuw)) if plaats not in paren]
    daar_over = [plaats for plaats in range(len(oud)) if plaats not in paren.values()]
    if len(hier_over) * len(daar_over) > PAREN_HOOGSTENS:
        return paren
    gelijkenis = sorted(
        (-_lijkt(oud[daar], nieuw[hier]), abs(hier - daar), hier, daar)
        for hier in hier_over
        for daar in daar_over
    )
    for min_lijkt, _, hier, daar in gelijkenis:
        if -min_lijkt >= LIJKT and hier not in paren and daar not in paren.values():
            paren[hier] = daar
    return paren


def _lijkt(oud: str, nieuw: str) -> float:
    matcher = SequenceMatcher(None, oud[:200], nieuw[:200], autojunk=False)
    return 0.0 if matcher.quick_ratio() < LIJKT else matcher.ratio()


def _vervangen(oud: str, nieuw: str) -> tuple[Stuk, ...]:
    """As a whole: a date in which only the month differs is another date."""
    if oud == nieuw:
        return vergelijk_tekst(nieuw, nieuw)
    return tuple(stuk for stuk in (Stuk(Soort.WEG, oud), Stuk(Soort.NIEUW, nieuw)) if stuk.tekst)


def _doeltekst(doel: Doelstand) -> str:
    delen = (
        doel.wat,
        f"cijfer nu: {_cijfer(doel.nu)}, wens: {_cijfer(doel.gewenst)}",
        f"zo zien we dat het lukt: {doel.hoe_zien_we_dat}" if doel.hoe_zien_we_dat.strip() else "",
        f"in woorden van {doel.van}" if doel.van.strip() else "",
        _opptekst(doel),
        f"uit het familiegroepsplan: {doel.familiedoel}" if doel.familiedoel.strip() else "",
        *_terugbliktekst(doel.terugblik),
    )
    return "\n".join(deel for deel in delen if deel)


def _opptekst(doel: Doelstand) -> str:
    if not doel.opp_doel.strip():
        return ""
    dag = _dag(doel.opp_afgestemd_op)
    return f"doel in het OPP: {doel.opp_doel}\n{f'afgestemd op {dag}' if dag else 'nog niet afgestemd'}"


def _terugbliktekst(terugblik: Terugblik | None) -> Iterator[str]:
    if terugblik is None:
        return
    yield f"bij het terugkijken op {_dag(terugblik.op)}: {terugblik.uitkomst.label}"
    if terugblik.tekst.strip():
        van = f"{terugblik.van}: " if terugblik.van.strip() else ""
        yield f"{van}{terugblik.tekst}"


def _actietekst(actie: Actiestand) -> str:
    wie = actie.wie.strip() or "nog niemand"
    dag = _dag(actie.wanneer) or "nog geen dag"
    return f"{actie.wat}\nwie: {wie}, wanneer: {dag}, {'klaar' if actie.klaar else 'nog te doen'}"


def _cijfer(cijfer: int | None) -> str:
    return "niet gevraagd" if cijfer is None else str(cijfer)


def _dag(dag: date | None) -> str:
    return dag_met_jaar(dag) if dag else ""
