"""What erasing a casus would do: what goes, what stays, and what to look at first. Nothing is changed.

The program keeps a working copy. The official file of the organisation must exist elsewhere before this one
goes, so what is missing for that is said; it does not stop the worker, who also erases what should never have
been entered.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kernteam_tui.data.queries.uitvoer import lees_uitvoer
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import AfsluitSoort, NotitieStaat
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.delen.oudenaam import kan_oude_naam_zijn
from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.ouderszien import gesloten_door
from kernteam_tui.domain.wissen import (
    alleen_van,
    eigen_in_plan,
    eigen_personen,
    namen_in_plan,
    nog_genoemd,
    nog_genoemd_in_versies,
)
from kernteam_tui.exchange.uitmap import UIT, lees_bestand
from kernteam_tui.services.casus import vind_casus
from kernteam_tui.services.reservekopie import KopieBeeld, get_reservekopieen
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.vernietiging import Verzoek, verzoek_van

VAN_HET_GEZIN = ("bladzijde", "gezinsplan", "afschrift", "genogram", "netwerkkaart", "familiegroepsplan")
"""Kinds of files on which a brother or sister can stand, as `uitvoer.soort` begins."""
OUD = "oud"
"""Folder beside the store with what was replaced at restoring."""


@dataclass(frozen=True)
class WisVoorbeeld:
    """What erasing this casus would do; nothing is changed yet."""

    casus_id: str
    nummer: str
    jongere: str
    notities: int
    gesprekken: int
    weg: tuple[str, ...]
    """What goes, as Dutch phrases; names nobody."""
    blijft: tuple[str, ...]
    """What stays, and why; names nobody."""
    let_op: tuple[str, ...]
    """What a worker should look at first."""
    bestanden: tuple[Path, ...]
    """Written into `uit/`: these go."""
    elders: tuple[Path, ...]
    """Written where the worker chose, or about the whole gezin in the casus of a brother or sister; still
    there, and not touched."""
    reservekopieen: tuple[KopieBeeld, ...]
    """Made since the casus was entered, newest first: they may still hold it."""
    verzoek: Verzoek | None


def bereid_wissen_voor(sessie: Sessie, casus: str) -> WisVoorbeeld:
    """Look at what would go and stay; `casus` is a number or an id. Raises NietGevonden."""
    casus_id = vind_casus(sessie, casus)
    with sessie.lezen() as conn:
        files = [Path(regel.pad) for regel in lees_uitvoer(conn, casus_id)]
    with sessie.unit_of_work() as uow:
        found = uow.casussen.get(casus_id)
        andere = [ander for ander in uow.casussen.find(gezin_id=found.gezin_id) if ander.id != found.id]
        shared = _van_het_gezin(sessie, andere)
        return _voorbeeld(sessie, uow, found, andere, _die_er_zijn(files), _die_er_zijn(shared))


def _van_het_gezin(sessie: Sessie, andere: Iterable[Casus]) -> Iterator[Path]:
    """Files of the casus of a brother or sister that are about the whole family."""
    with sessie.lezen() as conn:
        regels = [regel for ander in andere for regel in lees_uitvoer(conn, ander.id)]
    return (Path(regel.pad) for regel in regels if regel.soort.startswith(VAN_HET_GEZIN))


def _die_er_zijn(paden: Iterable[Path]) -> tuple[Path, ...]:
    return tuple(pad for pad in dict.fromkeys(paden) if lees_bestand(pad) is not None)


def _voorbeeld(
    sessie: Sessie,
    uow: UnitOfWork,
    casus: Casus,
    andere: list[Casus],
    there: tuple[Path, ...],
    shared: tuple[Path, ...],
) -> WisVoorbeeld:
    gezin = uow.gezinnen.get(casus.gezin_id)
    notes, talks = uow.notities.find(casus_id=casus.id), uow.gesprekken.find(casus_id=casus.id)
    drafts = sum(note.staat is NotitieStaat.CONCEPT for note in notes)
    ours = tuple(pad for pad in there if pad.is_relative_to(sessie.map / UIT))
    persons = eigen_personen(gezin, casus, andere)
    records = (
        hoeveel(len(notes), "notitie", "notities"),
        hoeveel(len(talks), "gesprek", "gesprekken"),
    )
    weg = (
        f"{', '.join(records)} en {hoeveel(len(persons), 'persoon', 'personen')}",
        *_plan_weg(uow, gezin, casus, andere),
        *([hoeveel(len(ours), "bestand in de map ‘uit’", "bestanden in de map ‘uit’")] if ours else []),
        "de regels in de zoeklijst en wat het logboek over deze casus zegt",
    )
    return WisVoorbeeld(
        casus_id=casus.id,
        nummer=casus.nummer,
        jongere=casus.naam,
        notities=len(notes),
        gesprekken=len(talks),
        weg=weg,
        blijft=tuple(_blijft(uow, gezin, casus, andere)),
        let_op=(*_let_op(casus, drafts), *vervangen_kluizen(sessie.map)),
        bestanden=ours,
        elders=(*(pad for pad in there if pad not in ours), *(pad for pad in shared if pad not in there)),
        reservekopieen=_met_deze_casus(casus, get_reservekopieen(sessie)),
        verzoek=verzoek_van(casus),
    )


def _plan_weg(uow: UnitOfWork, gezin: Gezin, casus: Casus, andere: list[Casus]) -> Iterator[str]:
    persons = eigen_personen(gezin, casus, andere)
    staying = [persoon for persoon in gezin.personen if persoon not in persons]
    papers = len(uow.bijlagen.find(gezin_id=gezin.id))
    if papers and not andere:
        yield f"het familiegroepsplan: {hoeveel(papers, 'bestand', 'bestanden')}"
    for plan in uow.plannen.find(gezin_id=gezin.id):
        if not andere:
            yield "het gezinsplan met alle versies" if plan.versies else "het gezinsplan"
            continue
        eigen = eigen_in_plan(plan, alleen_van(persons, staying), {een.id for een in persons})
        if eigen:
            parts = (
                (eigen.citaten, "stukje eigen woorden", "stukjes eigen woorden"),
                (len(eigen.doelen), "doel", "doelen"),
                (len(eigen.acties), "actie", "acties"),
                (len(eigen.metingen), "blik op een doel", "blikken op een doel"),
                (len(eigen.akkoorden), "uitspraak over het plan", "uitspraken over het plan"),
            )
            told = " en ".join(hoeveel(n, one, more) for n, one, more in parts if n)
            yield f"uit het gezinsplan, ook uit de vastgestelde versies: {told}"


def _blijft(uow: UnitOfWork, gezin: Gezin, casus: Casus, andere: list[Casus]) -> Iterator[str]:
    yield "dat er onder dit nummer iets gewist is, wanneer en waarom; het nummer komt niet terug"
    if not andere:
        return
    numbers = " en ".join(sorted(ander.nummer for ander in andere))
    yield f"het gezin met de andere kinderen en ouders, bij {numbers}"
    persons = eigen_personen(gezin, casus, andere)
    staying = [persoon for persoon in gezin.personen if persoon not in persons]
    for plan in uow.plannen.find(gezin_id=gezin.id):
        yield f"het gezinsplan van het hele gezin, bij {numbers}"
        going = {persoon.id for persoon in persons}
        if any(gesloten_door(onderdeel) & going for onderdeel in plan.onderdelen):
            yield "wat de jongere daarin dicht hield voor ouders: dat blijft dicht, zonder van wie het was"
        named = nog_genoemd(plan, persons, alleen_van(persons, staying))
        if named:
            stukken = "1 stuk tekst" if named == 1 else f"{named} stukken tekst"
            yield f"{stukken} in dat plan waarin de voornaam nog voorkomt: lees ze na en pas ze zelf aan"
        yield from _blijft_vast(plan, gezin, persons, staying)
    papers = len(uow.bijlagen.find(gezin_id=gezin.id))
    if papers:
        yield (
            f"het familiegroepsplan ({hoeveel(papers, 'bestand', 'bestanden')}), bij {numbers}: dat is van "
            "het hele gezin en wordt niet doorzocht; hoort het er niet meer bij, haal het daar dan weg"
        )


def _blijft_vast(
    plan: Gezinsplan, gezin: Gezin, persons: tuple[Persoon, ...], staying: list[Persoon]
) -> Iterator[str]:
    """What stays where nobody can write, and what may be of the jongere under a former name."""
    going = {persoon.id for persoon in persons}
    versions, texts = nog_genoemd_in_versies(plan, persons, alleen_van(persons, staying), going)
    counts = (
        (versions, "vastgestelde versie", "vastgestelde versies"),
        (texts, "tekst van vóór een akkoord", "teksten van vóór een akkoord"),
    )
    told = " en ".join(hoeveel(n, one, more) for n, one, more in counts if n)
    if told:
        yield f"{told} waarin de voornaam nog voorkomt: die zijn niet meer te veranderen"
    names = sum(kan_oude_naam_zijn(naam, gezin) for naam in namen_in_plan(plan))
    if names:
        yield (
            "wat in dat plan staat onder een naam die niemand in dit gezin nu heeft "
            f"({hoeveel(names, 'naam', 'namen')}): was dat een eerdere naam, lees het dan na"
        )


def _let_op(casus: Casus, drafts: int) -> Iterator[str]:
    if casus.afsluiting is None:
        yield "Deze casus is nog niet afgesloten."
    if casus.afsluiting is None or casus.afsluiting.soort is not AfsluitSoort.OVERGEDRAGEN:
        yield "Is het dossier bij je organisatie compleet? Alleen dat blijft bewaard."
    if drafts:
        yield f"{hoeveel(drafts, 'notitie is', 'notities zijn')} nog niet uitgewerkt."


def _met_deze_casus(casus: Casus, kopieen: tuple[KopieBeeld, ...]) -> tuple[KopieBeeld, ...]:
    """By the day: the clock may have been set, and a day too early only makes one backup more."""
    since = min(casus.aangemeld, dag_van(casus.created_at))
    return tuple(kopie for kopie in kopieen if dag_van(kopie.moment) >= since)


def vervangen_kluizen(folder: Path) -> Iterator[str]:
    """What to know of stores that a restore put aside: they may hold what is erased now."""
    old = folder / OUD
    if old.is_dir() and any(old.iterdir()):
        yield (
            f"In {old} staat een eerdere kluis, van vóór het terugzetten: daar kan deze casus nog in staan. "
            "Mis je niets, haal hem dan weg bij Reservekopieën (toets d)."
        )


def hoeveel(aantal: int, een: str, meer: str) -> str:
    """`geen notities`, `1 notitie`, `2 notities`."""
    return f"{aantal or 'geen'} {een if aantal == 1 else meer}"
