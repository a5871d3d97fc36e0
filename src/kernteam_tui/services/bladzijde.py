"""What stands on the page of one reader: every fact goes through the deel-poort first."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.bladzijde import (
    GEWONE_WENS,
    Bereikbaarheid,
    Bladsoort,
    Bladwens,
    Bladzijde,
    BladzijdeActie,
    BladzijdeDoel,
    lezercode,
)
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.deelcodes import LezerSoort, Uitweg, VerzoekSoort
from kernteam_tui.domain.delen.deelvraag import Geval, Lezer
from kernteam_tui.domain.delen.doorlaat import Doorlaat, laat_door
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.gezinsplan import Citaat, Gezinsplan, PlanVersie
from kernteam_tui.domain.instellingen import Instellingen
from kernteam_tui.domain.lezer import GeenGezag, GeenPlan, KiesEenOuder
from kernteam_tui.domain.ouderszien import dicht_voor, wie_sluit
from kernteam_tui.domain.planformaat import BELANGRIJK, GOED, WAAROM
from kernteam_tui.domain.school import School
from kernteam_tui.domain.verzoek import Verzoek
from kernteam_tui.exchange.formaten.planversie import PlanInhoud
from kernteam_tui.services.bladfeiten import (
    SAMEN_KIJKEN,
    bladfeiten,
    citaten_voor,
    weggelaten_uit,
)
from kernteam_tui.services.bladkring import Bladkring
from kernteam_tui.services.deelpoort import Poort, eis, is_ouder_zonder_gezag, lees_poort
from kernteam_tui.services.lezerkeuze import JONGERE, kies_lezer
from kernteam_tui.services.planinhoud import inhoud_van_versie
from kernteam_tui.services.planvorm import formaat_van_versie
from kernteam_tui.services.schoolweet import school_weet

OUDER = "ouder"
"""As a reader: any one parent who may have it."""
LEEFTIJD_ONBEKEND = "leeftijd-onbekend-bladzijde"
"""Rule by which a parent reads the page though nobody noted how old the jongere is."""


@dataclass(frozen=True)
class Opdracht:
    """One page for one reader, and what the worker should know of it."""

    bladzijde: Bladzijde
    doorlaat: Doorlaat
    weggelaten: tuple[str, ...]
    voor: str
    """Id of the reader, or `jongere`."""
    lezer_id: str
    lezerstaal: str
    """Code of the language that the reader speaks at home; Dutch where nobody noted one."""
    op_verzoek: bool
    """The reader asked for it (BW 1:377c)."""
    rol: str
    plan_id: str
    code: str
    """Of the reader, for the name of a file."""
    let_op: tuple[str, ...]
    """What to mind though it was allowed, as the deel-poort says it."""
    uitzondering: str
    """The reason the worker gave to let this reader have it; empty where she gave none."""


def maak_opdracht(
    uow: UnitOfWork, casus_id: str, voor: str, vandaag: date, reden: str, wens: Bladwens = GEWONE_WENS
) -> Opdracht:
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
    sluiters = wie_sluit(plan, inhoud.ouders_zien)
    verzwegen = BELANGRIJK in dicht_voor(sluiters, lezer.id)
    kring = Bladkring(uow, poort, gevallen, verzwegen=verzwegen) if wens.kring else None
    around = kring.feiten() if kring else ()
    doorgelaten = laat_door((*bladfeiten(poort, inhoud, lezer, sluiters), *around), *gevallen)
    weet, weet_niet = school_weet(uow, poort.casus, vandaag, wens.taal)
    ids, titels = doorgelaten.ids, formaat_van_versie(uow, plan, inhoud).titels
    page = Bladzijde(
        voor=poort.gezin.persoon(reader_id).naam,
        datum=vandaag,
        plan_versie=versie.nummer,
        taal=wens.taal,
        met_nederlands=wens.met_nederlands,
        soort=_bladsoort(poort, lezer),
        groot=wens.groot,
        kring=kring.leden(ids) if kring else (),
        waarom=_citaten(inhoud, WAAROM, ids),
        goed=_citaten(inhoud, GOED, ids),
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
        evaluatie_op=inhoud.evaluatie_op if SAMEN_KIJKEN in ids else None,
        school_weet=weet,
        school_weet_niet=weet_niet,
        bellen=_bellen(uow.instellingen(), uow.scholen.get(poort.casus.school_id)),
    )
    return Opdracht(
        bladzijde=page,
        doorlaat=doorgelaten.doorlaat,
        weggelaten=(*weggelaten_uit(poort, titels, inhoud, doorgelaten.weggelaten, lezer), *page.weggelaten),
        voor=voor if voor == JONGERE else reader_id,
        lezer_id=reader_id,
        lezerstaal=poort.gezin.persoon(reader_id).taal or "nl",
        op_verzoek=lezer.gevraagd_op is not None,
        rol=JONGERE if lezer.soort is LezerSoort.JONGERE else "ouder",
        plan_id=plan.id,
        code=lezercode(poort.casus.id, reader_id, wens),
        let_op=tuple(
            dict.fromkeys(o.wat_nu for o in doorgelaten.doorlaat.oordelen if o.regel == LEEFTIJD_ONBEKEND)
        ),
        uitzondering=reden.strip(),
    )


def _bladsoort(poort: Poort, lezer: Lezer) -> Bladsoort:
    if lezer.soort is LezerSoort.JONGERE:
        return Bladsoort.JONGERE
    return Bladsoort.OUDER_APART if poort.ouders_apart() else Bladsoort.GEZIN


def _laatste_versie(uow: UnitOfWork, casus: Casus) -> tuple[Gezinsplan, PlanVersie]:
    for plan in uow.plannen.find(gezin_id=casus.gezin_id):
        if plan.laatste_versie is not None:
            return plan, plan.laatste_versie
    raise GeenPlan()


def _kies_lezer(poort: Poort, voor: str, reden: str) -> str:
    if voor != OUDER:
        return kies_lezer(poort, voor, OUDER)
    ids = [band.ouder_id for band in poort.ouders()]
    if poort.ouders_apart():
        raise KiesEenOuder(
            "De ouders wonen niet bij elkaar; ieder krijgt een eigen bladzijde.",
            f"Kies een ouder: {', '.join(sorted(ids))}.",
        )
    return _eerste_die_mag(poort, ids, reden)


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


def _citaten(inhoud: PlanInhoud, sleutel: str, ids: frozenset[str]) -> tuple[Citaat, ...]:
    return tuple(
        Citaat(said.van, said.taal, said.tekst) for id_, said in citaten_voor(inhoud, sleutel) if id_ in ids
    )


def _bellen(instellingen: Instellingen, school: School) -> Bereikbaarheid:
    """From the settings; what is empty there, as the worker stands in the kernteam of the school."""
    ik = school.ik
    return Bereikbaarheid(
        instellingen.naam,
        instellingen.telefoon or (ik.telefoon if ik else None) or "",
        instellingen.email or (ik.email if ik else None) or "",
    )
