"""From a description to a family and its casus."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from random import Random

from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import AanmelderRol, GesprekSoort, GesprekStaat, PersoonRol
from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.school import School
from kernteam_tui.exchange.voorbeeld import VoorbeeldCasus, VoorbeeldJongere, VoorbeeldMens, VoorbeeldSchool
from kernteam_tui.services.demo.dagen import Dagen

_DAG = re.compile(r"\{dag(-?\d+)\}")
_DATUM = re.compile(r"\{datum(-?\d+)\}")


@dataclass(frozen=True)
class Schoolbeeld:
    """A school of the demo with its days."""

    school: School
    voorbeeld: VoorbeeldSchool
    dagen: Dagen


@dataclass
class Dossier:
    """One family and casus while they are being made, and the way to words and days."""

    beschrijving: VoorbeeldCasus
    plaats: Schoolbeeld
    gezin: Gezin
    casus: Casus
    eigen_gezin: bool
    """False where the family (and the plan) came with an earlier casus."""
    gemaakt: datetime = field(init=False)

    def __post_init__(self) -> None:
        self.gemaakt = self.plaats.dagen.moment(self.casus.aangemeld, time(9))

    @property
    def dagen(self) -> Dagen:
        """The days of the school."""
        return self.plaats.dagen

    def tekst(self, tekst: str) -> str:
        """A text of the description with the roepnaam and days filled in: `{dag-70}` in words, `{datum-70}`
        as a field of a plan keeps it."""
        filled = tekst.strip().replace("{j}", self.casus.jongere.roepnaam)
        filled = _DATUM.sub(lambda found: self.dag(int(found[1])).isoformat(), filled)
        return _DAG.sub(lambda found: dag_met_jaar(self.dag(int(found[1]))), filled)

    def dag(self, dagen: int) -> date:
        """A school day so many days ago, never before the aanmelding; a day to come stays as it is."""
        if dagen > 0:
            return self.dagen.volgende_schooldag(dagen)
        return max(self.dagen.schooldag(dagen), self.casus.aangemeld)

    def dag_of_geen(self, dagen: int | None) -> date | None:
        """As `dag`."""
        return None if dagen is None else self.dag(dagen)

    def dag_op_school(self, dagen: int, tijd: time) -> date:
        """A day so many days ago on which she was at this school at that hour, where there was one."""
        dag = self.dagen.dag_op_school(dagen, tijd)
        return dag if dag >= self.casus.aangemeld else self.dag(dagen)


def maak_dossier(
    beschrijving: VoorbeeldCasus, plaats: Schoolbeeld, nummer: str, rng: Random, gezin: Gezin | None
) -> Dossier:
    """The family (a new one, or that of a brother or sister) and the casus, without its story."""
    dagen = plaats.dagen
    aangemeld = dagen.aangemeld(beschrijving.aangemeld)
    gemaakt = dagen.moment(aangemeld, time(9))
    family = gezin or Gezin(created_at=gemaakt, updated_at=gemaakt)
    jongeren = [_jongere(jongere, dagen.vandaag, rng) for jongere in beschrijving.jongeren]
    mensen = [_mens(mens, rng) for mens in beschrijving.mensen]
    ouders = [persoon for persoon in family.personen if persoon.rol is PersoonRol.OUDER]
    _voeg_toe(family, jongeren, mensen, gemaakt)
    if gezin is None:
        _leg_ouderschap(family, jongeren, mensen, beschrijving.mensen, gemaakt)
    else:
        _neem_ouderschap_over(family, jongeren, ouders, gemaakt)
    casus = Casus(
        nummer=nummer,
        gezin_id=family.id,
        school_id=plaats.school.id,
        jongeren=jongeren,
        klas=rng.choice(plaats.voorbeeld.klassen),
        mentor=rng.choice(plaats.voorbeeld.mentoren),
        aangemeld=aangemeld,
        route=beschrijving.route,
        aanmelder_rol=beschrijving.aanmelder,
        redenen=beschrijving.redenen,
        vraagstukken=beschrijving.vraagstukken,
        ouders_weten=beschrijving.ouders_weten,
        jongere_weet=beschrijving.jongere_weet,
        buurtteam=beschrijving.buurtteam,
        spoed=beschrijving.spoed,
        kennismaking_reden_later=beschrijving.kennismaking_later,
        startgesprek_reden_later=beschrijving.startgesprek_later,
        zorg_zonder_vraag=beschrijving.zorg_zonder_vraag,
        regisseur=beschrijving.regisseur,
        maatje=beschrijving.maatje,
        woongemeente=beschrijving.woongemeente,
        created_at=gemaakt,
        updated_at=gemaakt,
    )
    dossier = Dossier(beschrijving, plaats, family, casus, gezin is None)
    namen = {
        AanmelderRol.MENTOR: casus.mentor,
        AanmelderRol.ZORGCOORDINATOR: plaats.voorbeeld.zorgcoordinator,
    }
    casus.aanmelder_naam = namen.get(casus.aanmelder_rol, "")
    casus.woorden = dossier.tekst(beschrijving.woorden)
    casus.kennismaking_aangeboden_op = dossier.dag_of_geen(beschrijving.aangeboden)
    if beschrijving.volgende_poging is not None:
        casus.volgende_poging = dossier.dag(beschrijving.volgende_poging)
    return dossier


def begin_van_begeleiding(dossier: Dossier) -> date | None:
    """The day of the held startgesprek, unless the help does not start yet."""
    if dossier.beschrijving.wacht_op_start:
        return None
    for gesprek in dossier.beschrijving.gesprekken:
        if gesprek.soort is GesprekSoort.STARTGESPREK and gesprek.staat is GesprekStaat.GEHOUDEN:
            tijd = time.fromisoformat(gesprek.tijd)
            at_school = gesprek.plek == "school"
            return dossier.dag_op_school(gesprek.dag, tijd) if at_school else dossier.dag(gesprek.dag)
    return None


def _jongere(jongere: VoorbeeldJongere, vandaag: date, rng: Random) -> Persoon:
    jarig_over = rng.randint(45, 320) if jongere.jarig_over is None else jongere.jarig_over
    return Persoon(
        rol=PersoonRol.JONGERE,
        roepnaam=rng.choice(jongere.roepnaam),
        achternaam=jongere.achternaam,
        geboortedatum=_geboren(vandaag + timedelta(days=jarig_over), jongere.jaren + 1),
    )


def _geboren(verjaardag: date, wordt: int) -> date:
    """Born so that on `verjaardag` somebody turns `wordt`; a 29 February becomes 1 March."""
    try:
        return verjaardag.replace(year=verjaardag.year - wordt)
    except ValueError:
        return date(verjaardag.year - wordt, 3, 1)


def _mens(mens: VoorbeeldMens, rng: Random) -> Persoon:
    mailbox = mens.naam.split()[0].casefold().encode("ascii", "ignore").decode() or "gezin"
    return Persoon(
        rol=mens.rol,
        roepnaam=mens.naam,
        telefoon=f"06-000{rng.randrange(100_000):05d}",
        email=f"{mailbox}{rng.randrange(100)}@example.org" if mens.email else None,
        taal=mens.taal,
        tolk=mens.tolk,
    )


def _voeg_toe(gezin: Gezin, jongeren: list[Persoon], mensen: list[Persoon], gemaakt: datetime) -> None:
    for persoon in (*jongeren, *mensen):
        persoon.gezin_id = gezin.id
        persoon.created_at = persoon.updated_at = gemaakt
        gezin.personen.append(persoon)


def _leg_ouderschap(
    gezin: Gezin,
    jongeren: list[Persoon],
    mensen: list[Persoon],
    beschreven: tuple[VoorbeeldMens, ...],
    gemaakt: datetime,
) -> None:
    for persoon, mens in zip(mensen, beschreven, strict=True):
        if persoon.rol is not PersoonRol.OUDER:
            continue
        for jongere in jongeren:
            gezin.ouderschappen.append(
                Ouderschap(
                    gezin_id=gezin.id,
                    jongere_id=jongere.id,
                    ouder_id=persoon.id,
                    gezag=mens.gezag,
                    gezag_hoe=mens.gezag_hoe,
                    gezag_op=gemaakt.date() if mens.gezag_hoe else None,
                    woont_bij=mens.woont_bij,
                    created_at=gemaakt,
                    updated_at=gemaakt,
                )
            )


def _neem_ouderschap_over(
    gezin: Gezin, jongeren: list[Persoon], ouders: list[Persoon], gemaakt: datetime
) -> None:
    """A brother or sister has the same parents, in the same way."""
    first_bands = {
        ouder.id: next(b for b in gezin.ouderschappen if b.ouder_id == ouder.id) for ouder in ouders
    }
    for jongere in jongeren:
        for ouder_id, band in first_bands.items():
            gezin.ouderschappen.append(
                Ouderschap(
                    gezin_id=gezin.id,
                    jongere_id=jongere.id,
                    ouder_id=ouder_id,
                    gezag=band.gezag,
                    gezag_hoe=band.gezag_hoe,
                    gezag_op=band.gezag_op,
                    woont_bij=band.woont_bij,
                    created_at=gemaakt,
                    updated_at=gemaakt,
                )
            )
