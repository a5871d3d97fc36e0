"""The birthdays of the jongeren of a casus: what changes, who was told, and the plan for 16 to 27 (S70)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.deelcodes import Leeftijdsgrens, Toekomstdomein
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.leeftijden import ouders
from kernteam_tui.domain.leeftijden.dagen import kwalificatieplicht_tot, leerplicht_tot
from kernteam_tui.domain.leeftijden.regels import Leeftijdsregel
from kernteam_tui.domain.leeftijden.tijdlijn import (
    TOEKOMST_VANAF,
    GrensStaat,
    grenzen_van,
    staat_van,
    weiger_te_vroeg,
)
from kernteam_tui.domain.leeftijdstap import Leeftijdstap, Toekomst
from kernteam_tui.exchange.leeftijden import read_leeftijdsregels, read_toekomstvragen
from kernteam_tui.services.inzage import noteer_inzage
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class GrensBeeld:
    """One birthday of one jongere."""

    grens: Leeftijdsgrens
    op: date
    staat: GrensStaat
    regel: Leeftijdsregel
    jongere_verteld_op: date | None
    ouders_verteld_op: date | None
    ouders_niet: str


@dataclass(frozen=True)
class DomeinBeeld:
    """One of the seven domains."""

    domein: Toekomstdomein
    vragen: tuple[str, ...]
    besproken_op: date | None
    afspraak: str


@dataclass(frozen=True)
class JongereLeeftijden:
    """A jongere with all birthdays that change something. Without a birth date `grenzen` is empty."""

    id: str
    naam: str
    roepnaam: str
    geboren: date | None
    leeftijd: int | None
    leerplicht_tot: date | None
    kwalificatieplicht_tot: date | None
    beslist_zelf: bool
    """Whether this jongere may say that the parents are not told (Jeugdwet 7.3.5)."""
    grenzen: tuple[GrensBeeld, ...]
    domeinen: tuple[DomeinBeeld, ...]
    """Empty below 16."""


@dataclass(frozen=True)
class LeeftijdenBeeld:
    """The jongeren of one casus."""

    casus_id: str
    casus: str
    """Its number."""
    jongere: str
    afgesloten: bool
    jongeren: tuple[JongereLeeftijden, ...]
    bron_domeinen: str


def open_leeftijden(sessie: Sessie, casus_id: str) -> LeeftijdenBeeld:
    """As `get_leeftijden`; the log notes that it was opened."""
    beeld = get_leeftijden(sessie, casus_id)
    noteer_inzage(sessie, "leeftijden", casus_id)
    return beeld


def get_leeftijden(sessie: Sessie, casus_id: str) -> LeeftijdenBeeld:
    """The birthdays and the seven domains of every jongere of this casus. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        return LeeftijdenBeeld(
            casus_id=casus.id,
            casus=casus.nummer,
            jongere=casus.jongere.korte_naam,
            afgesloten=casus.afsluiting is not None,
            jongeren=tuple(_jongere(casus, persoon, sessie.vandaag()) for persoon in casus.jongeren),
            bron_domeinen=read_toekomstvragen().bron,
        )


def _jongere(casus: Casus, persoon: Persoon, vandaag: date) -> JongereLeeftijden:
    born = persoon.geboortedatum
    return JongereLeeftijden(
        id=persoon.id,
        naam=persoon.naam,
        roepnaam=persoon.roepnaam,
        geboren=born,
        leeftijd=persoon.leeftijd(vandaag),
        leerplicht_tot=leerplicht_tot(born) if born else None,
        kwalificatieplicht_tot=kwalificatieplicht_tot(born) if born else None,
        beslist_zelf=ouders.beslist_zelf((persoon,), vandaag),
        grenzen=_grenzen(casus, persoon.id, born, vandaag) if born else (),
        domeinen=_domeinen(casus, persoon.id) if _toekomst_begonnen(persoon, vandaag) else (),
    )


def _toekomst_begonnen(persoon: Persoon, vandaag: date) -> bool:
    age = persoon.leeftijd(vandaag)
    return age is not None and age * 12 >= TOEKOMST_VANAF.maanden


def _grenzen(casus: Casus, jongere_id: str, born: date, vandaag: date) -> tuple[GrensBeeld, ...]:
    steps = {stap.grens: stap for stap in casus.leeftijdstappen if stap.jongere_id == jongere_id}
    told = {grens for grens, stap in steps.items() if stap.klaar}
    empty = {grens: Leeftijdstap(jongere_id=jongere_id, grens=grens) for grens in Leeftijdsgrens}
    noted = {**empty, **steps}
    return tuple(
        GrensBeeld(
            grens=grens,
            op=day,
            staat=staat_van(grens, born, casus.aangemeld, told, vandaag),
            regel=read_leeftijdsregels()[grens],
            jongere_verteld_op=noted[grens].jongere_verteld_op,
            ouders_verteld_op=noted[grens].ouders_verteld_op,
            ouders_niet=noted[grens].ouders_niet,
        )
        for grens, day in grenzen_van(born)
    )


def _domeinen(casus: Casus, jongere_id: str) -> tuple[DomeinBeeld, ...]:
    noted = {deel.domein: deel for deel in casus.toekomst if deel.jongere_id == jongere_id}
    return tuple(
        DomeinBeeld(
            domein=vraag.domein,
            vragen=vraag.vragen,
            besproken_op=noted[vraag.domein].besproken_op if vraag.domein in noted else None,
            afspraak=noted[vraag.domein].afspraak if vraag.domein in noted else "",
        )
        for vraag in read_toekomstvragen().vragen
    )


@dataclass(frozen=True)
class Verteld:
    """Who was told of a birthday, and when; `ouders_niet` instead of a day, where the jongere says so."""

    jongere_op: date | None = None
    ouders_op: date | None = None
    ouders_niet: str = ""


def noteer_verteld(
    sessie: Sessie, casus_id: str, jongere_id: str, grens: Leeftijdsgrens, verteld: Verteld
) -> LeeftijdenBeeld:
    """Note who was told of a birthday, in place of what was noted before; an empty `verteld` takes it back.

    Raises RegelGeweigerd for a day to come, for a birthday more than a year off, and where a jongere under
    16 would keep it from the parents (Jeugdwet 7.3.5); InhoudOngeldig where the parents were told and were
    not told.
    """
    if verteld.ouders_op is not None and verteld.ouders_niet.strip():
        raise InhoudOngeldig(
            "De ouders weten het, of ze horen het niet: allebei kan niet.", "Maak een van de twee leeg."
        )
    vandaag = sessie.vandaag()
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        jongere = _persoon(casus, jongere_id)
        if verteld != Verteld() and jongere.geboortedatum is not None:
            weiger_te_vroeg(jongere.geboortedatum, grens, vandaag)
        stap = ouders.stap_van(casus.leeftijdstappen, jongere_id, grens)
        ouders.noteer_jongere_verteld(stap, verteld.jongere_op, vandaag)
        ouders.noteer_ouders_verteld(stap, verteld.ouders_op, vandaag)
        ouders.noteer_ouders_niet(stap, verteld.ouders_niet, jongere, vandaag)
        _bewaar(uow, casus_id, f"verteld wat er verandert met {grens.label}")
    return get_leeftijden(sessie, casus_id)


def noteer_toekomst(
    sessie: Sessie,
    casus_id: str,
    jongere_id: str,
    domein: Toekomstdomein,
    besproken_op: date | None,
    afspraak: str,
) -> LeeftijdenBeeld:
    """Note that one of the seven domains was talked about, and what was agreed; both empty takes it back.

    Raises InhoudOngeldig for a day to come.
    """
    if besproken_op is not None and besproken_op > sessie.vandaag():
        raise InhoudOngeldig("Die dag moet nog komen.", "Kies vandaag of een dag die voorbij is.")
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        _persoon(casus, jongere_id)
        deel = next((d for d in casus.toekomst if d.jongere_id == jongere_id and d.domein is domein), None)
        if deel is None:
            deel = Toekomst(jongere_id=jongere_id, domein=domein)
            casus.toekomst.append(deel)
        deel.besproken_op, deel.afspraak = besproken_op, afspraak.strip()
        if deel.besproken_op is None and not deel.afspraak:
            casus.toekomst.remove(deel)
        _bewaar(uow, casus_id, f"toekomstplan: {domein.label}")
    return get_leeftijden(sessie, casus_id)


def _persoon(casus: Casus, jongere_id: str) -> Persoon:
    for jongere in casus.jongeren:
        if jongere.id == jongere_id:
            return jongere
    raise NietGevonden("Deze jongere hoort niet bij deze casus.", "Open de casus opnieuw.")


def _bewaar(uow: UnitOfWork, casus_id: str, wat: str) -> None:
    uow.log(LogSoort.GEWIJZIGD, wat, casus_id=casus_id)
    uow.commit()
