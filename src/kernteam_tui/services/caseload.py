"""All cases: with fase, days waiting, next date, last contact and signals."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime

from kernteam_tui.domain.codes import Fase, GesprekSoort
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.fase import bepaal_fase
from kernteam_tui.domain.optijd import EersteGesprek, Optijd, eerste_gesprek, tel_optijd
from kernteam_tui.domain.schooljaar import begin_van_schooljaar
from kernteam_tui.domain.signalen import Beeld, Signaal, bepaal_signalen
from kernteam_tui.domain.wachttijd import Wachttijd, wachttijd
from kernteam_tui.services.beelden import lees_beelden, lees_werkdag
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class CaseloadRegel:
    """One casus in the list."""

    casus_id: str
    nummer: str
    jongere: str
    school: str
    klas: str
    fase: Fase
    aangemeld: date
    dagen: int
    """Whole days since the aanmelding."""
    startgesprek_uiterlijk: date
    startgesprek_op: datetime | None
    """Start of the startgesprek that is planned or was held, UTC."""
    volgende: date | None
    """The next date: of a talk, an evaluation, or what a signal asks first."""
    laatste_contact: date | None
    signalen: tuple[Signaal, ...]
    spoed: bool
    open: bool
    wacht: Wachttijd | None = None
    """The second clock, while this family waits for the help to begin."""
    eerste_gesprek: EersteGesprek | None = None
    """How the startgesprek went by the promise; None where it does not count (yet)."""


def get_caseload(
    sessie: Sessie, school: str = "", fase: str = "", tekst: str = ""
) -> tuple[CaseloadRegel, ...]:
    """The casussen of the user, oldest aanmelding last; filtered by name of school, fase and text.

    Without a fase, closed casussen come after the open ones.
    """
    werkdag = lees_werkdag(sessie)
    regels = (_regel(beeld) for beeld in lees_beelden(sessie, werkdag))
    return filter_caseload(
        sorted(regels, key=lambda regel: (not regel.open, -regel.aangemeld.toordinal(), regel.nummer)),
        school,
        fase,
        tekst,
    )


def filter_caseload(
    regels: Iterable[CaseloadRegel], school: str = "", fase: str = "", tekst: str = ""
) -> tuple[CaseloadRegel, ...]:
    """Those of this school, in this fase, with this text in number, name, klas or school; in their order."""
    wanted = tekst.strip().casefold()
    return tuple(
        regel
        for regel in regels
        if (not school or regel.school.casefold() == school.strip().casefold())
        and (not fase or regel.fase == fase)
        and (not wanted or wanted in f"{regel.nummer} {regel.jongere} {regel.klas} {regel.school}".casefold())
    )


def get_optijd(regels: Iterable[CaseloadRegel], vandaag: date) -> Optijd:
    """How many first talks of these casussen were in time, held or due in the schooljaar of that day."""
    return tel_optijd((regel.eerste_gesprek for regel in regels), begin_van_schooljaar(vandaag))


def _regel(beeld: Beeld) -> CaseloadRegel:
    feiten = beeld.feiten
    signalen = bepaal_signalen(beeld)
    startgesprek = feiten.gehouden(GesprekSoort.STARTGESPREK) or feiten.gepland(GesprekSoort.STARTGESPREK)
    return CaseloadRegel(
        casus_id=feiten.casus_id,
        nummer=feiten.nummer,
        jongere=feiten.jongere_naam,
        school=feiten.school,
        klas=feiten.klas,
        fase=bepaal_fase(feiten, beeld.vandaag),
        aangemeld=feiten.aangemeld,
        dagen=(beeld.vandaag - feiten.aangemeld).days,
        startgesprek_uiterlijk=beeld.startgesprek_uiterlijk,
        startgesprek_op=startgesprek.start if startgesprek else None,
        volgende=_volgende(beeld, signalen),
        laatste_contact=feiten.laatste_contact,
        signalen=signalen,
        spoed=feiten.spoed,
        open=feiten.open,
        wacht=wachttijd(feiten, beeld.vandaag),
        eerste_gesprek=eerste_gesprek(feiten, beeld.startgesprek_uiterlijk, beeld.vandaag),
    )


def _volgende(beeld: Beeld, signalen: tuple[Signaal, ...]) -> date | None:
    feiten = beeld.feiten
    talks = [
        dag_van(g.start)
        for g in feiten.gesprekken
        if g.start >= beeld.nu and g.staat in ("gepland", "verzet")
    ]
    days = [*talks, *(s.uiterlijk for s in signalen if s.uiterlijk)]
    if feiten.evaluatie_op is not None and feiten.open and feiten.evaluatie_op >= beeld.vandaag:
        days.append(feiten.evaluatie_op)
    return min(days, default=None)
