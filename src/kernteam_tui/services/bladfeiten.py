"""What of a plan could stand on the page, with whose it is, and what the worker hears of the rest."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace

from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort
from kernteam_tui.domain.delen.deelpoort import Oordeel
from kernteam_tui.domain.delen.deelvraag import Feit, Lezer
from kernteam_tui.domain.delen.herkennen import ouderwoorden, zegslieden
from kernteam_tui.domain.delen.melding import gaat_over_wonen, noemt_meldcode
from kernteam_tui.domain.ouderszien import waarom_dicht
from kernteam_tui.domain.planformaat import ACTIES, DOELEN, EVALUATIE, GOED, WAAROM
from kernteam_tui.exchange.formaten.planversie import OnderdeelInhoud, PlanInhoud, WoordenInhoud
from kernteam_tui.services.bladkring import KRING
from kernteam_tui.services.deelpoort import Poort
from kernteam_tui.services.gesloten import houdt_achter

OP_DE_BLADZIJDE = (WAAROM, GOED)
"""Sections whose quotes stand on the page."""
SAMEN_KIJKEN = "samen-kijken"
"""Id of the day on which they look again, as a fact."""
Sluiters = Mapping[str, Collection[str]]
"""Key of a section -> ids of the jongeren who keep it closed."""


def citaten_voor(inhoud: PlanInhoud, sleutel: str) -> tuple[tuple[str, WoordenInhoud], ...]:
    """The quotes of a section that the worker marked for the page, with the id of each as a fact."""
    words = inhoud.onderdelen.get(sleutel, OnderdeelInhoud()).woorden
    return tuple((f"{sleutel}:{n}", said) for n, said in enumerate(words) if said.op_bladzijde)


def bladfeiten(poort: Poort, inhoud: PlanInhoud, lezer: Lezer, sluiters: Sluiters) -> Iterator[Feit]:
    """Everything that could stand on the page, each with whose it is; what a jongere closed (`sluiters`: as
    `domain.ouderszien.wie_sluit`) by the rule of `services/gesloten`.
    """

    def gesloten(sleutel: str, naam: str) -> bool:
        return houdt_achter(poort, lezer, sluiters.get(sleutel, ()), naam)

    for sleutel in OP_DE_BLADZIJDE:
        for id_, woorden in citaten_voor(inhoud, sleutel):
            kept = gesloten(sleutel, woorden.van)
            over = poort.over(woorden.van, lezer)
            unsure = poort.een_ouder_elders(lezer)
            gegeven = Gegeven.EIGEN_WOORDEN if over or unsure else Gegeven.INHOUD
            named = "" if over == lezer.id else poort.wie_apart_genoemd_wordt(woorden.tekst, lezer)
            if named and gegeven is Gegeven.EIGEN_WOORDEN and poort.is_jongere_hier(over):
                gegeven, over = Gegeven.INHOUD, named
            fact = weeg_tekst(poort, lezer, id_, gegeven, woorden.tekst, over)
            yield replace(fact, onthouden=kept)
    for n, doel in enumerate(inhoud.doelen):
        kept = gesloten(DOELEN, doel.van)
        text = f"{doel.wat} {doel.hoe_zien_we_dat}"
        over = poort.van_wie_het_doel_is(doel.van, lezer) or poort.wie_apart_genoemd_wordt(text, lezer)
        fact = weeg_tekst(poort, lezer, f"doelen:{n}", Gegeven.INHOUD, text, over)
        yield replace(fact, onthouden=kept)
    for n, actie in enumerate(inhoud.acties):
        kept = gesloten(ACTIES, actie.wie)
        text = f"{actie.wat} {actie.wie}"
        over = poort.van_een_jongere_apart(actie.wie, lezer) or poort.wie_apart_genoemd_wordt(text, lezer)
        whose = Gegeven.DERDE if poort.is_van_niemand_hier(actie.wie, lezer) else Gegeven.INHOUD
        fact = weeg_tekst(poort, lezer, f"acties:{n}", whose, text, over)
        yield replace(fact, onthouden=kept)
    if inhoud.evaluatie_op is not None:
        yield Feit(SAMEN_KIJKEN, Gegeven.INHOUD, onthouden=gesloten(EVALUATIE, ""))


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


_KOPPEN = {
    "doelen": "Een doel",
    "acties": "Een actie",
    KRING: "Iemand om het gezin heen",
    SAMEN_KIJKEN: "Wanneer jullie weer praten",
}


def weggelaten_uit(
    poort: Poort,
    titels: Mapping[str, str],
    inhoud: PlanInhoud,
    geweigerd: Iterable[tuple[Feit, Oordeel]],
    lezer: Lezer,
) -> tuple[str, ...]:
    """What of the plan is not on the page of this reader, one Dutch line each, for the worker only: it names
    whose words stay out. `titels`: of its sections, by their keys."""
    refused = (
        f"{titels.get(sleutel) or _KOPPEN.get(sleutel, sleutel)}: {_wat(poort, inhoud, feit, oordeel, lezer)}"
        for feit, oordeel in geweigerd
        for sleutel in (feit.id.partition(":")[0],)
    )
    return tuple(dict.fromkeys((*refused, *_uit_het_plan(titels, inhoud))))


def _wat(poort: Poort, inhoud: PlanInhoud, feit: Feit, oordeel: Oordeel, lezer: Lezer) -> str:
    if feit.onthouden:
        return waarom_dicht(lezer.soort)
    if feit.gegeven is Gegeven.CONTACT_ANDER:
        return "daarin staat een adres of nummer van een ander, of waar iemand gaat wonen"
    if feit.gegeven is Gegeven.DERDE:
        return "van wie die is, is niet bekend. Schrijf erbij wie het is, bijvoorbeeld ‘Els (mentor)’"
    if feit.gegeven is not Gegeven.EIGEN_WOORDEN:
        return oordeel.zin
    sleutel, _, nr = feit.id.partition(":")
    return _wat_iemand_zei(poort, " ".join(inhoud.onderdelen[sleutel].woorden[int(nr)].van.split()))


def _wat_iemand_zei(poort: Poort, van: str) -> str:
    """Whose words stay out by the name under them; where that tells nobody, or two, what to do about it."""
    if not van:
        return "woorden zonder naam. Kies bij ‘van’ wie het zei"
    people = zegslieden(van, poort.gezin)
    if not people:
        return f"wat ‘{van}’ zei. Zo heet niemand in dit gezin: kies bij ‘van’ de naam van wie het zei"
    if len(people) == 1:
        return f"wat {people[0].naam} zei"
    if not ouderwoorden(van):
        return f"wat ‘{van}’ zei"
    names = " of ".join(persoon.naam for persoon in people)
    return f"wat ‘{van}’ zei. Dat kan van {names} zijn: kies bij ‘van’ de naam van wie het zei"


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
