"""What school knows of a casus and what it does not, as the page for parents says it."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import GesprekStaat, Niveau
from kernteam_tui.domain.deelcodes import SignaalBij
from kernteam_tui.domain.delen.beslissers import bepaal_vereiste, vraag_over
from kernteam_tui.domain.delen.partners import partner_van_rol, partner_van_tekst
from kernteam_tui.domain.delen.toestemmingen import Doelwit, bepaal_stand
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.exchange.bladzijde import wat_school_weet
from kernteam_tui.services.sessie import Sessie

_GAAT_DOOR = (GesprekStaat.GEPLAND, GesprekStaat.VERZET, GesprekStaat.GEHOUDEN)
_BIJ_EEN_ANDER = re.compile(r"buurtteam|kantoor|gemeente", re.IGNORECASE)
"""Offices whose name may stand in an invitation like that of a school, and that are none."""


def get_school_weet(sessie: Sessie, casus_id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What school knows of this casus, and what it does not; as the page for parents says it."""
    with sessie.unit_of_work() as uow:
        return school_weet(uow, uow.casussen.get(casus_id), sessie.vandaag())


def school_weet(
    uow: UnitOfWork, casus: Casus, vandaag: date, taal: str = "nl"
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What the consents let somebody at the school know on that day (S35, S36), in the words of a language.

    In a store that holds no consent at all (it is older than the register) from the agreements of the talks:
    the most that any partner was promised. From the first consent on, what is not agreed to does not count.

    That we speak to each other at all, school knows where it may hear more, where it brought the family, by
    a talk there or with its mentor, or where it was told; else it is among what school does not know (S36).
    """
    if uow.toestemmingen.er_is_een():
        rijen = uow.toestemmingen.find(casus_id=casus.id)
        niveaus = set(_toegestaan(uow, casus, rijen, vandaag))
    else:
        niveaus = _beloofd(uow, casus)
    weet, weet_niet = wat_school_weet(niveaus, taal)
    return (weet, weet_niet) if niveaus or _weet_van_ons(uow, casus) else ((), (*weet, *weet_niet))


def _weet_van_ons(uow: UnitOfWork, casus: Casus) -> bool:
    talks = uow.gesprekken.find(casus_id=casus.id)
    if casus.signaal_bij in (SignaalBij.SCHOOL, SignaalBij.ONBEKEND):
        return True
    return any(_is_bij_school(gesprek) or _is_verteld(gesprek) for gesprek in talks)


def _is_bij_school(gesprek: Gesprek) -> bool:
    """Held or to be held there, or with somebody of the school at the table."""
    if gesprek.staat not in _GAAT_DOOR:
        return False
    roles = (partner_van_rol(deelnemer.rol) for deelnemer in gesprek.deelnemers)
    of_school = any(soort is not None and soort.bij_school for soort in roles)
    return of_school or (gesprek.op_school and not _BIJ_EEN_ANDER.search(gesprek.plek))


def _is_verteld(gesprek: Gesprek) -> bool:
    """What somebody there was told stays told, also where nothing may be told any more."""
    told = (een for een in gesprek.terugkoppelafspraken if een.gedaan_op is not None)
    soorten = (een.soort or partner_van_tekst(een.partner) for een in told)
    return any(soort is not None and soort.bij_school for soort in soorten)


def _toegestaan(uow: UnitOfWork, casus: Casus, rijen: list[Toestemming], vandaag: date) -> Iterable[Niveau]:
    """Every level up to and including what stands for anybody at the school."""
    gezin, order = uow.gezinnen.get(casus.gezin_id), tuple(Niveau)
    doelwitten = {Doelwit(r.partner, r.onderwerp, r.partner_naam) for r in rijen if r.partner.bij_school}
    for jongere in casus.jongeren:
        vereiste = bepaal_vereiste(vraag_over(gezin, jongere.id, vandaag))
        for doelwit in doelwitten:
            niveau = bepaal_stand(rijen, vereiste, doelwit, vandaag, casus.gestopt_op).niveau
            if niveau is not None:
                yield from order[: order.index(niveau) + 1]


def _beloofd(uow: UnitOfWork, casus: Casus) -> set[Niveau]:
    return {
        afspraak.niveau
        for gesprek in uow.gesprekken.find(casus_id=casus.id)
        for afspraak in gesprek.terugkoppelafspraken
    }
