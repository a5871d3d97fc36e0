"""Two versions of a plan beside each other: per section its lines, with what happened to each."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TypeVar

from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.gezinsplancodes import Doeluitkomst
from kernteam_tui.domain.planformaat import AKKOORD, Invul, PlanFormaat, VastOnderdeel, Veldsoort
from kernteam_tui.domain.planverschil.akkoord import Akkoordstand, akkoordregels
from kernteam_tui.domain.planverschil.regel import Regelverschil, dagtekst, vervangen
from kernteam_tui.domain.planverschil.tekst import vergelijk_tekst
from kernteam_tui.domain.talen import taal_naam

LIJKT = 0.5
"""From this part of equal letters on, a goal or an action is the same one in other words."""
PAREN_HOOGSTENS = 2_500
"""Pairs of changed goals or actions that are tried; with more, each is shown as gone or new."""
BEGIN_HOOGSTENS = 40
"""Signs of a goal by which it is named in a heading."""
STAPPEN_HOOGSTENS = 5
"""More marks than this in a row are shown by the first and the last."""
NIET_GENOEMD = "Wie dit zei is niet genoteerd"
ROND_HET_PLAN = VastOnderdeel(0, "rond_het_plan", "Rond het plan", "")
"""What belongs to no section: for whom it is written, the plan of the family itself, that of school."""
OUDERS_ZIEN = "Mogen de ouders dit zien"


@dataclass(frozen=True)
class Terugblik:
    """What an evaluation said of a goal, and whose words these are."""

    op: date
    uitkomst: Doeluitkomst
    tekst: str = ""
    van: str = ""


@dataclass(frozen=True)
class Blikstand:
    """A look at a goal between two evaluations, with what was said at it."""

    op: date
    cijfer: int | None = None
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
    blikken: tuple[Blikstand, ...] = ()
    """Every look that it had, oldest first."""


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
    ouders_zien: str = ""
    """What was answered when it was asked whether the parents may see it; empty where nobody was asked."""


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
    variant: str = ""
    """For whom it was written."""
    opp: str = ""
    """Where the plan of school stood; empty where nobody asked."""
    familieplan: str = ""
    """What the family answered about a plan of its own, and when; empty where it was not offered."""
    akkoorden: tuple[Akkoordstand, ...] = ()


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
        for vast in (ROND_HET_PLAN, *formaat.onderdelen)
    )
    return tuple(verschil for verschil in verschillen if verschil.regels)


def toon_plan(stand: Planstand, formaat: PlanFormaat) -> tuple[Onderdeelverschil, ...]:
    """One version as it was: the sections in which something stands, every piece GELIJK."""
    return tuple(
        Onderdeelverschil(vast, regels)
        for vast in (ROND_HET_PLAN, *formaat.onderdelen)
        if (regels := tuple(regel for regel in _regels(vast, stand, stand) if regel.stukken))
    )


def _regels(vast: VastOnderdeel, oud: Planstand, nieuw: Planstand) -> Iterator[Regelverschil]:
    if vast is ROND_HET_PLAN:
        yield from _rond_het_plan(oud, nieuw)
        return
    was = oud.onderdelen.get(vast.sleutel, Onderdeelstand())
    wordt = nieuw.onderdelen.get(vast.sleutel, Onderdeelstand())
    yield from _woorden(was.woorden, wordt.woorden)
    for veld in vast.velden:
        vergelijk = vergelijk_tekst if veld.soort is Veldsoort.TEKST else vervangen
        stukken = vergelijk(was.velden.get(veld.sleutel, ""), wordt.velden.get(veld.sleutel, ""))
        yield Regelverschil(veld.vraag, stukken)
    if vast.invul is Invul.DOELEN:
        yield from _doelen(oud, nieuw)
    if vast.invul is Invul.ACTIES:
        yield from _lijst("Actie", oud.acties, nieuw.acties, _actietekst)
    if vast.invul is Invul.EVALUATIE:
        yield Regelverschil(
            "Opnieuw kijken", vervangen(dagtekst(oud.evaluatie_op), dagtekst(nieuw.evaluatie_op))
        )
        yield Regelverschil(
            "Wat eruit kwam", vergelijk_tekst(oud.evaluatie_uitkomst, nieuw.evaluatie_uitkomst)
        )
    yield Regelverschil("Toelichting", vergelijk_tekst(was.toelichting, wordt.toelichting))
    yield Regelverschil(OUDERS_ZIEN, vervangen(was.ouders_zien, wordt.ouders_zien))
    if vast.sleutel == AKKOORD:
        yield from akkoordregels(oud.akkoorden, nieuw.akkoorden)


def _rond_het_plan(oud: Planstand, nieuw: Planstand) -> Iterator[Regelverschil]:
    yield Regelverschil("Van wie het plan is", vervangen(oud.variant, nieuw.variant))
    yield Regelverschil("Familiegroepsplan", vervangen(oud.familieplan, nieuw.familieplan))
    yield Regelverschil("Plan van school (OPP)", vervangen(oud.opp, nieuw.opp))


def _woorden(oud: Sequence[Citaat], nieuw: Sequence[Citaat]) -> Iterator[Regelverschil]:
    """The words of each speaker: the first of then beside the first of now."""
    for van in dict.fromkeys(citaat.van for citaat in (*oud, *nieuw)):
        kop = f"In woorden van {van}" if van.strip() else NIET_GENOEMD
        paren = zip_longest(*([citaat for citaat in stand if citaat.van == van] for stand in (oud, nieuw)))
        for was, wordt in paren:
            stukken = vergelijk_tekst(was.tekst if was else "", wordt.tekst if wordt else "")
            yield Regelverschil(kop, stukken, _om_de_woorden(was, wordt) if was and wordt else "")


def _om_de_woorden(was: Citaat, wordt: Citaat) -> str:
    """What changed around words that stayed: their language, and whether they may stand on the page."""
    delen = []
    if was.taal != wordt.taal:
        delen.append(f"taal {_taal(was)} → {_taal(wordt)}")
    if was.op_bladzijde != wordt.op_bladzijde:
        delen.append("nu wel op de bladzijde" if wordt.op_bladzijde else "niet meer op de bladzijde")
    return ", ".join(delen)


def _taal(citaat: Citaat) -> str:
    return taal_naam(citaat.taal) if citaat.taal else "niet genoteerd"


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
        yield from _blikken(eerder, later)


def _blikken(eerder: Doelstand | None, later: Doelstand | None) -> Iterator[Regelverschil]:
    """What was said when the family looked at a goal. The last evaluation stands with the goal itself."""
    if later is None:
        return
    was, wordt = (_gezegd(doel) for doel in (eerder, later))
    bij = {doel.terugblik.op for doel in (eerder, later) if doel and doel.terugblik}
    for op in sorted({*was, *wordt} - bij):
        kop = f"Gekeken op {dagtekst(op)} naar ‘{_begin(later.wat)}’"
        yield Regelverschil(kop, vergelijk_tekst(was.get(op, ""), wordt.get(op, "")))


def _begin(wat: str) -> str:
    regel = " ".join(wat.split())
    return regel if len(regel) <= BEGIN_HOOGSTENS else f"{regel[: BEGIN_HOOGSTENS - 1].rstrip()}…"


def _gezegd(doel: Doelstand | None) -> dict[date, str]:
    looks = doel.blikken if doel else ()
    return {blik.op: _bliktekst(blik) for blik in looks if blik.tekst.strip()}


def _bliktekst(blik: Blikstand) -> str:
    cijfer = "" if blik.cijfer is None else f" (cijfer {blik.cijfer})"
    return f"{f'{blik.van}: ' if blik.van.strip() else ''}{blik.tekst.strip()}{cijfer}"


def _kort(eerder: Doelstand | None, later: Doelstand | None, loop: str) -> str:
    if eerder is None or later is None:
        return ""
    delen = (_weg_van_het_cijfer(eerder, later), _nieuwe_uitkomst(eerder, later), loop)
    return ", ".join(deel for deel in delen if deel)


def _weg_van_het_cijfer(was: Doelstand, wordt: Doelstand) -> str:
    """`cijfer 4 → 5 → 7`: by the looks in between; with many of them `cijfer 4 → … → 7`."""
    if was.nu is None or wordt.nu is None:
        return ""
    known = {blik.op for blik in was.blikken}
    nieuwe = (blik for blik in wordt.blikken if known and blik.op not in known)
    weg = [was.nu, *(blik.cijfer for blik in nieuwe if blik.cijfer is not None), wordt.nu]
    stappen = [cijfer for plaats, cijfer in enumerate(weg) if not plaats or cijfer != weg[plaats - 1]]
    if len(stappen) > STAPPEN_HOOGSTENS:
        return f"cijfer {stappen[0]} → … → {stappen[-1]}"
    return f"cijfer {' → '.join(map(str, stappen))}" if len(stappen) > 1 else ""


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
    dag = dagtekst(doel.opp_afgestemd_op)
    return f"doel in het OPP: {doel.opp_doel}\n{f'afgestemd op {dag}' if dag else 'nog niet afgestemd'}"


def _terugbliktekst(terugblik: Terugblik | None) -> Iterator[str]:
    if terugblik is None:
        return
    yield f"bij het terugkijken op {dagtekst(terugblik.op)}: {terugblik.uitkomst.label}"
    if terugblik.tekst.strip():
        van = f"{terugblik.van}: " if terugblik.van.strip() else ""
        yield f"{van}{terugblik.tekst}"


def _actietekst(actie: Actiestand) -> str:
    wie = actie.wie.strip() or "nog niemand"
    dag = dagtekst(actie.wanneer) or "nog geen dag"
    return f"{actie.wat}\nwie: {wie}, wanneer: {dag}, {'klaar' if actie.klaar else 'nog te doen'}"


def _cijfer(cijfer: int | None) -> str:
    return "niet gevraagd" if cijfer is None else str(cijfer)
