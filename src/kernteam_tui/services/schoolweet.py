"""What school knows of a casus and what it does not, as the page for parents says it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import Niveau
from kernteam_tui.domain.delen.beslissers import bepaal_vereiste, vraag_over
from kernteam_tui.domain.delen.toestemmingen import Doelwit, bepaal_stand
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.exchange.bladzijde import wat_school_weet
from kernteam_tui.services.sessie import Sessie


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
    """
    if not uow.toestemmingen.er_is_een():
        return wat_school_weet(_beloofd(uow, casus), taal)
    rijen = uow.toestemmingen.find(casus_id=casus.id)
    return wat_school_weet(set(_toegestaan(uow, casus, rijen, vandaag)), taal)


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
