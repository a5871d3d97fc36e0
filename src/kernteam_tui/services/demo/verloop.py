"""The story of one casus: talks, notes, plan and closing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, time, timedelta
from itertools import islice

from kernteam_tui.domain.casus import Afsluiting
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, PersoonRol, RedenLater, Rol
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.fase import EERSTE_GESPREK
from kernteam_tui.domain.gesprek import Deelnemer, Gesprek, Terugkoppelafspraak, Wijziging
from kernteam_tui.domain.notitie import Addendum, Notitie
from kernteam_tui.domain.plek import is_op_school
from kernteam_tui.domain.record import Record
from kernteam_tui.domain.termijnen import kennismaking_uiterlijk
from kernteam_tui.exchange.voorbeeld import (
    VoorbeeldGesprek,
    VoorbeeldNotitie,
    VoorbeeldTerugkoppeling,
)
from kernteam_tui.services.demo.gezinnen import Dossier, begin_van_begeleiding
from kernteam_tui.services.demo.plannen import vertel_plan

THUIS = "bij het gezin thuis"
_MET_KERNTEAM = (GesprekSoort.STARTGESPREK, GesprekSoort.OVERLEG)
_MET_MENTOR = (*_MET_KERNTEAM, GesprekSoort.DRIEGESPREK)
_GEWEEST = (GesprekStaat.GEHOUDEN, GesprekStaat.NIET_VERSCHENEN)


def vertel(dossier: Dossier) -> Iterator[Record]:
    """Everything of the casus that has been and that stands planned; the casus itself first."""
    beschrijving, casus = dossier.beschrijving, dossier.casus
    casus.begeleiding_gestart = begin_van_begeleiding(dossier)
    if beschrijving.afsluiting is not None:
        einde = beschrijving.afsluiting
        casus.sluit_af(
            Afsluiting(
                soort=einde.soort,
                op=dossier.dag(einde.dag),
                kenmerk=einde.kenmerk,
                zelfstandig_verder=einde.zelfstandig_verder,
                toelichting=dossier.tekst(einde.toelichting),
                cijfer=einde.cijfer,
            )
        )
    gesprekken = [_gesprek(dossier, gesprek) for gesprek in beschrijving.gesprekken]
    _noteer_waarom_later(dossier, gesprekken)
    if dossier.eigen_gezin:
        yield dossier.gezin
    yield casus
    yield from gesprekken
    for notitie in beschrijving.notities:
        yield _notitie(dossier, notitie)
    if beschrijving.plan is not None:
        yield from vertel_plan(dossier, beschrijving.plan)


def _noteer_waarom_later(dossier: Dossier, gesprekken: Sequence[Gesprek]) -> None:
    """A holiday between aanmelding and first talk makes it late; then the reason stands with it."""
    casus = dossier.casus
    held = [g.start for g in gesprekken if g.soort in EERSTE_GESPREK and g.staat is GesprekStaat.GEHOUDEN]
    last = kennismaking_uiterlijk(casus.aangemeld, dossier.dagen.kalender)
    if held and dag_van(min(held)) > last and casus.kennismaking_reden_later is None:
        casus.kennismaking_reden_later = RedenLater.AGENDA_GEZIN


def _gesprek(dossier: Dossier, wat: VoorbeeldGesprek) -> Gesprek:
    school = dossier.plaats.school
    plek = {"school": f"{school.naam}, kamer {school.ruimtes[0]}", "thuis": THUIS}.get(wat.plek, wat.plek)
    op_school = is_op_school(plek, wat.soort, school.naam, school.ruimtes)
    dag = _dag_van_gesprek(dossier, wat)
    start = dossier.dagen.moment(dag, time.fromisoformat(wat.tijd))
    gesprek = Gesprek(
        casus_id=dossier.casus.id,
        soort=wat.soort,
        staat=wat.staat,
        start=start,
        minuten=wat.minuten,
        plek=plek,
        op_school=op_school,
        zonder=wat.zonder,
        verslag=dossier.tekst(wat.verslag),
        created_at=dossier.gemaakt,
        updated_at=dossier.gemaakt,
    )
    if wat.reden:
        _noteer_wijziging(gesprek, wat)
    gesprek.deelnemers = _deelnemers(dossier, wat, dag)
    gesprek.terugkoppelafspraken = [
        _terugkoppelafspraak(dossier, gesprek, afspraak) for afspraak in wat.terugkoppelen
    ]
    return gesprek


def _dag_van_gesprek(dossier: Dossier, wat: VoorbeeldGesprek) -> date:
    tijd, at_school = time.fromisoformat(wat.tijd), wat.plek == "school"
    if wat.over is None:
        return dossier.dag_op_school(wat.dag, tijd) if at_school else dossier.dag(wat.dag)
    days = list(islice(dossier.dagen.gespreksdagen(tijd, op_school=at_school), wat.over + 1))
    return days[-1] if days else dossier.dagen.volgende_schooldag(wat.over)


def _noteer_wijziging(gesprek: Gesprek, wat: VoorbeeldGesprek) -> None:
    """It was moved (from later that day) or cancelled once."""
    words = {GesprekStaat.VERZET: "verzet", GesprekStaat.AFGEZEGD: "afgezegd"}
    before = gesprek.start + (timedelta(hours=2) if wat.staat is GesprekStaat.VERZET else timedelta())
    gesprek.wijzigingen = (
        Wijziging(
            op=gesprek.created_at.isoformat(), wat=words[wat.staat], reden=wat.reden, van=before.isoformat()
        ),
    )
    gesprek.volgnummer = 1


def _deelnemers(dossier: Dossier, wat: VoorbeeldGesprek, dag: date) -> list[Deelnemer]:
    found = [*_van_school(dossier, wat.soort), *_van_gezin(dossier)]
    for volgorde, deelnemer in enumerate(found):
        deelnemer.volgorde = volgorde
        deelnemer.created_at = deelnemer.updated_at = dossier.gemaakt
        if dag <= dossier.dagen.vandaag:
            deelnemer.gevraagd_op = dag_van(dossier.gemaakt)
        if wat.staat in _GEWEEST:
            here = wat.staat is GesprekStaat.GEHOUDEN and deelnemer.rol not in wat.weg
            deelnemer.aanwezig = here or deelnemer.rol == Rol.GEZINSWERKER
        if wat.staat is GesprekStaat.GEHOUDEN and deelnemer.rol in wat.acties:
            deelnemer.actie = dossier.tekst(wat.acties[deelnemer.rol])
            deelnemer.actie_op = dossier.dagen.volgende_schooldag(
                (dag - dossier.dagen.vandaag).days + wat.acties_dagen
            )
            deelnemer.actie_klaar = wat.acties_klaar
    return found


def _van_school(dossier: Dossier, soort: GesprekSoort) -> list[Deelnemer]:
    kernteam = dossier.plaats.school.kernteam
    asked = [partner for partner in kernteam if partner.ik or (partner.is_partner and soort in _MET_KERNTEAM)]
    found = [Deelnemer(wie_id=p.id, rol=p.rol, naam=p.naam, email=p.email) for p in asked]
    if soort in _MET_MENTOR:
        found.append(Deelnemer(rol=Rol.MENTOR, naam=dossier.casus.mentor))
    return found


def _van_gezin(dossier: Dossier) -> list[Deelnemer]:
    casus = dossier.casus
    people = [*casus.jongeren, *dossier.gezin.ouders_van(casus.jongere.id)]
    return [
        Deelnemer(
            wie_id=persoon.id,
            rol=persoon.rol,
            naam=persoon.naam,
            email=persoon.email,
            is_ouder=persoon.rol is PersoonRol.OUDER,
        )
        for persoon in people
    ]


def _terugkoppelafspraak(
    dossier: Dossier, gesprek: Gesprek, wat: VoorbeeldTerugkoppeling
) -> Terugkoppelafspraak:
    return Terugkoppelafspraak(
        gesprek_id=gesprek.id,
        casus_id=dossier.casus.id,
        partner=wat.partner,
        niveau=wat.niveau,
        moment=wat.moment,
        op=dossier.dag_of_geen(wat.op),
        gedaan_op=dossier.dag_of_geen(wat.gedaan),
        created_at=gesprek.start,
        updated_at=gesprek.start,
    )


def _notitie(dossier: Dossier, wat: VoorbeeldNotitie) -> Notitie:
    moment = dossier.dagen.moment(dossier.dag(wat.dag), time.fromisoformat(wat.tijd))
    notitie = Notitie(
        casus_id=dossier.casus.id,
        soort=wat.soort,
        moment=moment,
        met_wie=dossier.tekst(wat.met),
        bereikt=wat.bereikt,
        tekst=dossier.tekst(wat.tekst),
        onderdelen=wat.onderdelen,
        created_at=moment,
        updated_at=moment,
    )
    if wat.concept:
        return notitie
    notitie.rond_af(moment + timedelta(hours=1))
    if wat.aanvulling:
        notitie.addenda = [
            Addendum(
                notitie_id=notitie.id,
                tekst=dossier.tekst(wat.aanvulling),
                created_at=moment + timedelta(hours=20),
            )
        ]
    return notitie
