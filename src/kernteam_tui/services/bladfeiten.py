"""What of a plan could stand on the page, with whose it is, and what the worker hears of the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort
from kernteam_tui.domain.delen.deelpoort import Oordeel
from kernteam_tui.domain.delen.deelvraag import Feit, Lezer
from kernteam_tui.domain.delen.melding import gaat_over_wonen, noemt_meldcode
from kernteam_tui.domain.ouderszien import waarom_dicht
from kernteam_tui.domain.planformaat import ACTIES, DOELEN, GOED, WAAROM
from kernteam_tui.exchange.formaten.planversie import OnderdeelInhoud, PlanInhoud, WoordenInhoud
from kernteam_tui.services.bladkring import KRING
from kernteam_tui.services.deelpoort import Poort

OP_DE_BLADZIJDE = (WAAROM, GOED)
"""Sections whose quotes stand on the page."""


def citaten_voor(inhoud: PlanInhoud, sleutel: str) -> tuple[tuple[str, WoordenInhoud], ...]:
    """The quotes of a section that the worker marked for the page, with the id of each as a fact."""
    words = inhoud.onderdelen.get(sleutel, OnderdeelInhoud()).woorden
    return tuple((f"{sleutel}:{n}", said) for n, said in enumerate(words) if said.op_bladzijde)


def bladfeiten(poort: Poort, inhoud: PlanInhoud, lezer: Lezer, dicht: Collection[str]) -> Iterator[Feit]:
    """Everything that could stand on the page, each with whose it is.

    What stands in a section that is closed for this reader (`dicht`; `domain/ouderszien`) is kept from that
    reader, but for what a jongere said or wants under the own name (S54).
    """
    for sleutel in OP_DE_BLADZIJDE:
        for id_, woorden in citaten_voor(inhoud, sleutel):
            kept = sleutel in dicht and not poort.is_eigen(woorden.van, lezer)
            over = poort.over(woorden.van, lezer)
            unsure = poort.een_ouder_elders(lezer)
            gegeven = Gegeven.EIGEN_WOORDEN if over or unsure else Gegeven.INHOUD
            named = "" if over == lezer.id else poort.wie_apart_genoemd_wordt(woorden.tekst, lezer)
            if named and gegeven is Gegeven.EIGEN_WOORDEN and poort.is_jongere_hier(over):
                gegeven, over = Gegeven.INHOUD, named
            fact = weeg_tekst(poort, lezer, id_, gegeven, woorden.tekst, over)
            yield replace(fact, onthouden=kept)
    for n, doel in enumerate(inhoud.doelen):
        kept = DOELEN in dicht and not poort.is_eigen(doel.van, lezer)
        text = f"{doel.wat} {doel.hoe_zien_we_dat}"
        over = poort.van_wie_het_doel_is(doel.van, lezer) or poort.wie_apart_genoemd_wordt(text, lezer)
        fact = weeg_tekst(poort, lezer, f"doelen:{n}", Gegeven.INHOUD, text, over)
        yield replace(fact, onthouden=kept)
    for n, actie in enumerate(inhoud.acties):
        kept = ACTIES in dicht and not poort.is_eigen(actie.wie, lezer)
        text = f"{actie.wat} {actie.wie}"
        over = poort.van_een_jongere_apart(actie.wie, lezer) or poort.wie_apart_genoemd_wordt(text, lezer)
        whose = Gegeven.DERDE if poort.is_van_niemand_hier(actie.wie, lezer) else Gegeven.INHOUD
        fact = weeg_tekst(poort, lezer, f"acties:{n}", whose, text, over)
        yield replace(fact, onthouden=kept)


def weeg_tekst(poort: Poort, lezer: Lezer, id_: str, gegeven: Gegeven, tekst: str, over: str = "") -> Feit:
    """A text that says how to find somebody else is that, whatever it was written as. What names the meldcode
    or a move is on no page of a parent who lives apart from another, but in own words (domain 3.4)."""
    if poort.verraadt_een_ander(tekst, lezer):
        return Feit(id_, Gegeven.CONTACT_ANDER)
    apart = lezer.soort is not LezerSoort.JONGERE and poort.een_ouder_elders(lezer) and over != lezer.id
    if apart and noemt_meldcode(tekst):
        return Feit(id_, Gegeven.MELDCODE)
    if apart and gaat_over_wonen(tekst):
        return Feit(id_, Gegeven.CONTACT_ANDER)
    return Feit(id_, gegeven, over)


_KOPPEN = {"doelen": "Een doel", "acties": "Een actie", KRING: "Iemand om het gezin heen"}


def weggelaten_uit(
    poort: Poort,
    titels: Mapping[str, str],
    inhoud: PlanInhoud,
    geweigerd: Iterable[tuple[Feit, Oordeel]],
    lezer: Lezer,
) -> tuple[str, ...]:
    """What of the plan is not on the page of this reader, one Dutch line each, for the worker. `titels`: of
    its sections, by their keys."""
    refused = (
        f"{titels.get(sleutel) or _KOPPEN.get(sleutel, sleutel)}: {_wat(poort, feit, oordeel, lezer)}"
        for feit, oordeel in geweigerd
        for sleutel in (feit.id.partition(":")[0],)
    )
    return tuple(dict.fromkeys((*refused, *_uit_het_plan(titels, inhoud))))


def _wat(poort: Poort, feit: Feit, oordeel: Oordeel, lezer: Lezer) -> str:
    if feit.onthouden:
        return waarom_dicht(lezer.soort)
    if feit.gegeven is Gegeven.CONTACT_ANDER:
        return "daarin staat een adres of nummer van een ander, of waar iemand gaat wonen"
    if feit.gegeven is Gegeven.DERDE:
        return "van wie die is, is niet bekend. Schrijf erbij wie het is, bijvoorbeeld ‘Els (mentor)’"
    if feit.gegeven is not Gegeven.EIGEN_WOORDEN:
        return oordeel.zin
    parents = {band.ouder_id for band in poort.gezin.ouderschappen_van(poort.casus.jongere.id)}
    return "woorden van de andere ouder" if feit.over_id in parents else "woorden van een ander"


def _uit_het_plan(titels: Mapping[str, str], inhoud: PlanInhoud) -> Iterable[str]:
    """Sections that are never on the page, and the worker's own explanation of those that are."""
    for sleutel, titel in titels.items():
        section = inhoud.onderdelen.get(sleutel)
        if section is None:
            continue
        if sleutel not in OP_DE_BLADZIJDE:
            yield titel
            continue
        if any(not said.op_bladzijde for said in section.woorden):
            yield f"{titel}: wat jij er niet op zette"
        if section.toelichting.strip():
            yield f"{titel}: jouw toelichting"
        if any(tekst.strip() for tekst in section.velden.values()):
            yield f"{titel}: wat bij de velden staat"
