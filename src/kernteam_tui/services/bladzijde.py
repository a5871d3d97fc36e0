"""What stands on the page of one reader: every fact goes through the deel-poort first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.bladzijde import (
    Bereikbaarheid,
    Bladzijde,
    BladzijdeActie,
    BladzijdeDoel,
    lezercode,
)
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg, VerzoekSoort
from kernteam_tui.domain.delen.deelpoort import Oordeel
from kernteam_tui.domain.delen.deelvraag import Feit, Geval, Lezer
from kernteam_tui.domain.delen.doorlaat import Doorlaat, laat_door
from kernteam_tui.domain.delen.melding import gaat_over_wonen, noemt_meldcode
from kernteam_tui.domain.fouten import KernteamError, NietGevonden
from kernteam_tui.domain.gezinsplan import Citaat, Gezinsplan, PlanVersie
from kernteam_tui.domain.instellingen import Instellingen
from kernteam_tui.domain.lezer import GeenGezag, GeenPlan, KiesEenOuder, weiger_overleden
from kernteam_tui.domain.school import School
from kernteam_tui.domain.verzoek import Verzoek
from kernteam_tui.exchange.formaten.planversie import OnderdeelInhoud, PlanInhoud
from kernteam_tui.exchange.planformaat import read_planformaat
from kernteam_tui.services.deelpoort import Poort, eis, is_ouder_zonder_gezag, lees_poort
from kernteam_tui.services.planinhoud import inhoud_van_versie
from kernteam_tui.services.schoolweet import school_weet

JONGERE = "jongere"
LEEFTIJD_ONBEKEND = "leeftijd-onbekend-bladzijde"
"""Rule by which a parent reads the page though nobody noted how old the jongere is."""
_WAAROM, _GOED = "waarom_dit_plan", "wat_gaat_goed"
_OP_DE_BLADZIJDE = (_WAAROM, _GOED)


@dataclass(frozen=True)
class Opdracht:
    """One page for one reader, and what the worker should know of it."""

    bladzijde: Bladzijde
    doorlaat: Doorlaat
    weggelaten: tuple[str, ...]
    voor: str
    """Id of the reader, or `jongere`."""
    rol: str
    plan_id: str
    code: str
    """Of the reader, for the name of a file."""
    let_op: tuple[str, ...]
    """What to mind though it was allowed, as the deel-poort says it."""
    uitzondering: str
    """The reason the worker gave to let this reader have it; empty where she gave none."""


def maak_opdracht(uow: UnitOfWork, casus_id: str, voor: str, vandaag: date, reden: str) -> Opdracht:
    """The page of the last frozen version. `voor` is a person's id, `jongere`, or `ouder` (any one parent who
    may have it). With a reason a parent without gezag counts as one who asked today: that is noted.

    Raises GeenPlan, KiesEenOuder, NietGevonden, LezerOverleden, and the refusals of the deel-poort.
    """
    poort = lees_poort(uow, casus_id, vandaag)
    plan, versie = _laatste_versie(uow, poort.casus)
    reader_id = _kies_lezer(poort, voor, reden)
    gevallen = _gevallen(uow, poort, reader_id, reden)
    lezer = gevallen[0].lezer
    inhoud = inhoud_van_versie(versie)
    doorgelaten = laat_door(_feiten(poort, inhoud, lezer), *gevallen)
    weet, weet_niet = school_weet(uow, poort.casus, vandaag)
    ids = doorgelaten.ids
    page = Bladzijde(
        voor=poort.gezin.persoon(reader_id).naam,
        datum=vandaag,
        plan_versie=versie.nummer,
        waarom=_citaten(inhoud, _WAAROM, ids),
        goed=_citaten(inhoud, _GOED, ids),
        doelen=tuple(
            BladzijdeDoel(d.wat, d.van, d.nu, d.gewenst, d.hoe_zien_we_dat)
            for n, d in enumerate(inhoud.doelen)
            if f"doelen:{n}" in ids
        ),
        acties=tuple(
            BladzijdeActie(a.wat, a.wie, a.wanneer, a.klaar)
            for n, a in enumerate(inhoud.acties)
            if f"acties:{n}" in ids
        ),
        evaluatie_op=inhoud.evaluatie_op,
        school_weet=weet,
        school_weet_niet=weet_niet,
        bellen=_bellen(uow.instellingen(), uow.scholen.get(poort.casus.school_id)),
    )
    return Opdracht(
        bladzijde=page,
        doorlaat=doorgelaten.doorlaat,
        weggelaten=(*_weggelaten(poort, plan, inhoud, doorgelaten.weggelaten), *page.weggelaten),
        voor=voor if voor == JONGERE else reader_id,
        rol=JONGERE if lezer.soort is LezerSoort.JONGERE else "ouder",
        plan_id=plan.id,
        code=lezercode(poort.casus.id, reader_id),
        let_op=tuple(
            dict.fromkeys(o.wat_nu for o in doorgelaten.doorlaat.oordelen if o.regel == LEEFTIJD_ONBEKEND)
        ),
        uitzondering=reden.strip(),
    )


def _laatste_versie(uow: UnitOfWork, casus: Casus) -> tuple[Gezinsplan, PlanVersie]:
    for plan in uow.plannen.find(gezin_id=casus.gezin_id):
        if plan.laatste_versie is not None:
            return plan, plan.laatste_versie
    raise GeenPlan()


def _kies_lezer(poort: Poort, voor: str, reden: str) -> str:
    if voor == JONGERE:
        return _levende(poort, poort.casus.jongere.id)
    if voor != "ouder":
        return _levende(poort, voor)
    ids = [band.ouder_id for band in poort.ouders()]
    if poort.ouders_apart():
        raise KiesEenOuder(
            "De ouders wonen niet bij elkaar; ieder krijgt een eigen bladzijde.",
            f"Kies een ouder: {', '.join(sorted(ids))}.",
        )
    return _eerste_die_mag(poort, ids, reden)


def _levende(poort: Poort, persoon_id: str) -> str:
    if persoon_id not in {persoon.id for persoon in poort.gezin.personen}:
        raise NietGevonden(
            "Deze lezer hoort niet bij de casus.", "Kies ‘jongere’, ‘ouder’ of een id uit `kernteam casus`."
        )
    weiger_overleden(poort.gezin.persoon(persoon_id))
    return persoon_id


def _eerste_die_mag(poort: Poort, ids: Iterable[str], reden: str) -> str:
    refusal: KernteamError = GeenGezag("Er is geen ouder met gezag bekend.", "Voeg een ouder toe bij Gezin.")
    refused = False
    for ouder_id in ids:
        try:
            eis(poort.gevallen(ouder_id, Uitweg.BLADZIJDE, reden))
        except KernteamError as error:
            refusal = refusal if refused else error
            refused = True
        else:
            return ouder_id
    raise refusal


def _gevallen(uow: UnitOfWork, poort: Poort, reader_id: str, reden: str) -> tuple[Geval, ...]:
    """Raises the refusal of the deel-poort."""
    gevallen = poort.gevallen(reader_id, Uitweg.BLADZIJDE, reden)
    if reden.strip() and is_ouder_zonder_gezag(gevallen) and gevallen[0].lezer.gevraagd_op is None:
        asked = Verzoek(
            casus_id=poort.casus.id,
            soort=VerzoekSoort.INFORMATIE,
            van_id=reader_id,
            op=poort.vandaag,
            tekst=reden.strip(),
        )
        uow.verzoeken.add(asked)
        uow.log(LogSoort.GEWIJZIGD, "verzoek om informatie (BW 1:377c)", casus_id=poort.casus.id)
        poort = replace(poort, verzoeken=(*poort.verzoeken, asked))
        gevallen = poort.gevallen(reader_id, Uitweg.BLADZIJDE, reden)
    eis(gevallen)
    return gevallen


def _feiten(poort: Poort, inhoud: PlanInhoud, lezer: Lezer) -> Iterable[Feit]:
    """Everything that could stand on the page, each with whose it is."""
    for sleutel in _OP_DE_BLADZIJDE:
        for n, woorden in enumerate(inhoud.onderdelen.get(sleutel, OnderdeelInhoud()).woorden):
            over = poort.over(woorden.van, lezer)
            unsure = bool(woorden.van.strip()) and poort.een_ouder_elders(lezer)
            gegeven = Gegeven.EIGEN_WOORDEN if over or unsure else Gegeven.INHOUD
            named = "" if over == lezer.id else poort.wie_apart_genoemd_wordt(woorden.tekst, lezer)
            if named and gegeven is Gegeven.EIGEN_WOORDEN and poort.is_jongere_hier(over):
                gegeven, over = Gegeven.INHOUD, named
            yield _feit(poort, lezer, f"{sleutel}:{n}", gegeven, woorden.tekst, over)
    for n, doel in enumerate(inhoud.doelen):
        text = f"{doel.wat} {doel.hoe_zien_we_dat}"
        over = poort.van_wie_het_doel_is(doel.van, lezer) or poort.wie_apart_genoemd_wordt(text, lezer)
        yield _feit(poort, lezer, f"doelen:{n}", Gegeven.INHOUD, text, over)
    for n, actie in enumerate(inhoud.acties):
        text = f"{actie.wat} {actie.wie}"
        over = poort.van_een_jongere_apart(actie.wie, lezer) or poort.wie_apart_genoemd_wordt(text, lezer)
        whose = Gegeven.DERDE if poort.is_van_niemand_hier(actie.wie, lezer) else Gegeven.INHOUD
        yield _feit(poort, lezer, f"acties:{n}", whose, text, over)


def _feit(poort: Poort, lezer: Lezer, id_: str, gegeven: Gegeven, tekst: str, over: str = "") -> Feit:
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


def _citaten(inhoud: PlanInhoud, sleutel: str, ids: frozenset[str]) -> tuple[Citaat, ...]:
    words = inhoud.onderdelen.get(sleutel, OnderdeelInhoud()).woorden
    return tuple(Citaat(w.van, w.taal, w.tekst) for n, w in enumerate(words) if f"{sleutel}:{n}" in ids)


_KOPPEN = {"doelen": "Een doel", "acties": "Een actie"}


def _weggelaten(
    poort: Poort, plan: Gezinsplan, inhoud: PlanInhoud, geweigerd: Iterable[tuple[Feit, Oordeel]]
) -> tuple[str, ...]:
    titels = read_planformaat(plan.formaat).in_variant(inhoud.variant).titels
    refused = (
        f"{titels.get(sleutel) or _KOPPEN.get(sleutel, sleutel)}: {_wat(poort, feit, oordeel)}"
        for feit, oordeel in geweigerd
        for sleutel in (feit.id.partition(":")[0],)
    )
    return tuple(dict.fromkeys((*refused, *_uit_het_plan(titels, inhoud))))


def _wat(poort: Poort, feit: Feit, oordeel: Oordeel) -> str:
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
        if sleutel not in _OP_DE_BLADZIJDE:
            yield titel
        elif section.toelichting.strip():
            yield f"{titel}: jouw toelichting"


def _bellen(instellingen: Instellingen, school: School) -> Bereikbaarheid:
    """From the settings; what is empty there, as the worker stands in the kernteam of the school."""
    ik = school.ik
    return Bereikbaarheid(
        instellingen.naam,
        instellingen.telefoon or (ik.telefoon if ik else None) or "",
        instellingen.email or (ik.email if ik else None) or "",
    )
