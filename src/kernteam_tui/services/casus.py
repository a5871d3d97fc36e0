"""One casus: everything its screen shows, and the facts that are set there."""

from __future__ import annotations

from datetime import date

from kernteam_tui.data.queries.casussen import zoek_casus
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort, Rol
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.fase import bepaal_fase, kennismaking_gehad
from kernteam_tui.domain.fouten import NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gesprek import Deelnemer
from kernteam_tui.domain.gespreksloop import stappen_van
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.signalen import bepaal_signalen
from kernteam_tui.domain.uitstel import keuze_van_gezin, waarom_later
from kernteam_tui.domain.wachttijd import gewacht, wachttijd
from kernteam_tui.domain.wie_pakt import controleer_regisseur
from kernteam_tui.services.beelden import lees_beelden, lees_werkdag
from kernteam_tui.services.casusbeeld import (
    CasusBeeld,
    GesprekRegel,
    NotitieRegel,
    PersoonBeeld,
    TerugkoppelRegel,
)
from kernteam_tui.services.inzage import noteer_inzage
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.termijnen import termijnen_voor


def vind_casus(sessie: Sessie, nummer_of_id: str) -> str:
    """Id of the casus with this number or id. Raises NietGevonden."""
    with sessie.lezen() as conn:
        return zoek_casus(conn, nummer_of_id)


def open_casus(sessie: Sessie, casus_id: str) -> CasusBeeld:
    """Show a casus; the log notes that it was opened."""
    beeld = get_casus(sessie, casus_id)
    noteer_inzage(sessie, "casus", casus_id)
    return beeld


def get_casus(sessie: Sessie, casus_id: str) -> CasusBeeld:
    """Everything of one casus. Raises NietGevonden."""
    werkdag = lees_werkdag(sessie)
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        gesprekken = _gesprekken(uow, casus_id)
        terugkoppelingen = _terugkoppelingen(uow, casus_id)
        notities = _notities(uow, casus_id)
    beeld = lees_beelden(sessie, werkdag, casus_id)[0]
    school = next(school for school in werkdag.scholen if school.id == casus.school_id)
    feiten = beeld.feiten
    return CasusBeeld(
        id=casus.id,
        nummer=casus.nummer,
        revision=casus.revision,
        naam=casus.naam,
        jongere=feiten.jongere,
        school=school,
        gezin_id=casus.gezin_id,
        jongeren=tuple(jongere.id for jongere in casus.jongeren),
        klas=casus.klas,
        mentor=casus.mentor,
        fase=bepaal_fase(feiten, sessie.vandaag()),
        aangemeld=casus.aangemeld,
        route=casus.route.label,
        aanmelder=_aanmelder(casus),
        redenen=casus.redenen,
        vraagstukken=casus.vraagstukken,
        woorden=casus.woorden,
        ouders_weten=casus.ouders_weten,
        jongere_weet=casus.jongere_weet,
        buurtteam=casus.buurtteam,
        spoed=casus.spoed,
        kennismaking_aangeboden_op=casus.kennismaking_aangeboden_op,
        kennismaking_reden_later=casus.kennismaking_reden_later,
        startgesprek_reden_later=casus.startgesprek_reden_later,
        begeleiding_gestart=casus.begeleiding_gestart,
        zorg_zonder_vraag=casus.zorg_zonder_vraag,
        volgende_poging=casus.volgende_poging,
        regisseur=casus.regisseur,
        maatje=casus.maatje,
        duo_partner=casus.duo_partner,
        duo_team=casus.duo_team,
        signaal_bij=casus.signaal_bij,
        wie_pakt=casus.wie_pakt,
        wie_pakt_reden=casus.wie_pakt_reden,
        woongemeente=casus.woongemeente,
        overdracht=casus.overdracht,
        schooljaar=casus.schooljaar,
        afsluiting=casus.afsluiting,
        termijnen=termijnen_voor(werkdag.instellingen, school, casus.aangemeld, sessie.vandaag()),
        signalen=bepaal_signalen(beeld),
        personen=_personen(gezin, casus, sessie.vandaag()),
        gesprekken=gesprekken,
        notities=notities,
        terugkoppelingen=terugkoppelingen,
        laatste_contact=feiten.laatste_contact,
        plan_versie=feiten.plan_versie,
        plan_gewijzigd=feiten.plan_gewijzigd,
        plan_begonnen=feiten.plan_id is not None,
        startgesprek_keuze=casus.startgesprek_keuze,
        startgesprek_aangeboden_op=casus.startgesprek_aangeboden_op,
        gezin_vanaf=casus.gezin_vanaf,
        later=waarom_later(feiten),
        keuze_van_gezin=keuze_van_gezin(feiten, beeld.startgesprek_uiterlijk),
        hoe_snel=casus.hoe_snel,
        intussen=casus.intussen,
        wachtcontact=casus.wachtcontact,
        kennismaking_op=dag_van(held.start) if (held := kennismaking_gehad(feiten)) else None,
        wacht=wachttijd(feiten, sessie.vandaag()),
        gewacht=gewacht(feiten),
    )


def _aanmelder(casus: Casus) -> str:
    return " · ".join(part for part in (casus.aanmelder_naam, casus.aanmelder_rol.label) if part)


def _personen(gezin: Gezin, casus: Casus, vandaag: date) -> tuple[PersoonBeeld, ...]:
    children = tuple(jongere.id for jongere in casus.jongeren)
    bands = {band.ouder_id: band for band in gezin.ouderschappen if band.jongere_id in children}
    beelden = []
    for persoon in gezin.personen:
        band = bands.get(persoon.id)
        beelden.append(
            PersoonBeeld(
                id=persoon.id,
                rol=persoon.rol,
                naam=persoon.naam,
                geboortedatum=persoon.geboortedatum,
                leeftijd=persoon.leeftijd(vandaag),
                telefoon=persoon.telefoon or "",
                email=persoon.email or "",
                taal=persoon.taal or "",
                tolk=persoon.tolk,
                gezag=gezin.gezag_van(persoon.id, children) if band else None,
                gezag_hoe=band.gezag_hoe if band else "",
                gezag_op=band.gezag_op if band else None,
                woont_bij=band.woont_bij if band else None,
                ouder_soort=band.soort if band else None,
                geinformeerd_op=band.geinformeerd_op if band else None,
                geslacht=persoon.geslacht,
                geboortejaar=persoon.geboortejaar,
                overleden=persoon.overleden,
                bellen=persoon.bellen,
                let_op=persoon.let_op,
                wilsonbekwaam=persoon.wilsonbekwaam,
                gezagsconflict=persoon.gezagsconflict,
            )
        )
    return tuple(beelden)


def _gesprekken(uow: UnitOfWork, casus_id: str) -> tuple[GesprekRegel, ...]:
    talks = sorted(uow.gesprekken.find(casus_id=casus_id), key=lambda g: g.start, reverse=True)
    return tuple(
        GesprekRegel(
            id=g.id,
            soort=g.soort,
            staat=g.staat,
            start=g.start,
            minuten=g.minuten,
            plek=g.plek,
            deelnemers=tuple(_deelnemer(d) for d in g.deelnemers),
            laatste_reden=g.wijzigingen[-1].reden if g.wijzigingen else "",
            stappen=stappen_van(g),
        )
        for g in talks
    )


def _deelnemer(deelnemer: Deelnemer) -> str:
    rol = Rol(deelnemer.rol).kort if deelnemer.rol in tuple(Rol) else deelnemer.rol
    return f"{deelnemer.naam} ({rol})" if deelnemer.naam else rol


def _terugkoppelingen(uow: UnitOfWork, casus_id: str) -> tuple[TerugkoppelRegel, ...]:
    return tuple(
        TerugkoppelRegel(
            t.id, g.id, t.partner, t.niveau.label, t.moment.label, t.op, t.gedaan_op, t.moment, t.soort
        )
        for g in uow.gesprekken.find(casus_id=casus_id)
        for t in g.terugkoppelafspraken
    )


def _notities(uow: UnitOfWork, casus_id: str) -> tuple[NotitieRegel, ...]:
    notes = sorted(uow.notities.find(casus_id=casus_id), key=lambda n: n.moment, reverse=True)
    return tuple(
        NotitieRegel(
            id=n.id,
            soort=n.soort,
            moment=n.moment,
            staat=n.staat,
            bereikt=n.bereikt,
            met_wie=n.met_wie,
            begin=" ".join(n.tekst.split())[:120],
            addenda=len(n.addenda),
        )
        for n in notes
    )


_VRIJ_TE_ZETTEN = {
    "klas": "klas",
    "mentor": "mentor",
    "woorden": "woorden van de aanmelder",
    "ouders_weten": "ouders weten het",
    "jongere_weet": "jongere weet het",
    "buurtteam": "buurtteam betrokken",
    "spoed": "spoed",
    "redenen": "redenen",
    "vraagstukken": "vraagstukken",
    "kennismaking_aangeboden_op": "kennismaking aangeboden op",
    "kennismaking_reden_later": "reden kennismaking later",
    "startgesprek_reden_later": "reden startgesprek later",
    "begeleiding_gestart": "hulp gestart op",
    "zorg_zonder_vraag": "zorg zonder vraag",
    "volgende_poging": "volgende poging",
    "regisseur": "regisseur",
    "maatje": "maatje",
    "duo_partner": "duo-partner in de wijk",
    "duo_team": "buurtteam van de duo-partner",
    "signaal_bij": "waar het signaal binnenkwam",
    "wie_pakt": "wie de casus oppakt",
    "wie_pakt_reden": "reden wie de casus oppakt",
    "woongemeente": "woongemeente",
    "overdracht": "stappen van overdracht",
    "schooljaar": "klas en mentor gevraagd voor",
}


def wijzig_casus(sessie: Sessie, casus_id: str, revision: int, **waarden: object) -> CasusBeeld:
    """Set facts of the casus itself.

    Raises VerouderdeVersie where another window saved since `revision`, RegelGeweigerd for a fact that is
    computed or no longer may be changed.
    """
    unknown = set(waarden) - set(_VRIJ_TE_ZETTEN)
    if unknown:
        raise RegelGeweigerd("Dit gegeven wordt berekend en kun je niet zelf zetten.")
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id, revision=revision)
        for veld, waarde in waarden.items():
            setattr(casus, veld, waarde)
        controleer_regisseur(casus.regisseur if "regisseur" in waarden else "")
        if not casus.redenen:
            raise RegelGeweigerd("Een casus heeft minstens één reden.", "Kies een reden.")
        uow.log(LogSoort.GEWIJZIGD, ", ".join(_VRIJ_TE_ZETTEN[v] for v in waarden), casus_id=casus_id)
        uow.commit()
    return get_casus(sessie, casus_id)


def koppel_terug(sessie: Sessie, casus_id: str, afspraak_id: str) -> CasusBeeld:
    """Tick off that a partner was told. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        talks = uow.gesprekken.find(casus_id=casus_id)
        agreements = (a for gesprek in talks for a in gesprek.terugkoppelafspraken if a.id == afspraak_id)
        agreement = next(agreements, None)
        if agreement is None:
            raise NietGevonden("Deze afspraak is er niet meer.", "Open de casus opnieuw.")
        agreement.gedaan_op = sessie.vandaag()
        uow.log(LogSoort.GEWIJZIGD, "teruggekoppeld", casus_id=casus_id)
        uow.commit()
    return get_casus(sessie, casus_id)
