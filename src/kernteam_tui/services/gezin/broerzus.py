"""A casus for a brother or sister: in the same gezin, with the persons who are there already."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort, PersoonRol, Reden
from kernteam_tui.domain.delen.naamgenoten import namen_van
from kernteam_tui.domain.fouten import InhoudOngeldig, RegelGeweigerd
from kernteam_tui.domain.gezagsbeeld import is_volwassen
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.ids import new_id
from kernteam_tui.domain.schooljaar import schooljaar_op
from kernteam_tui.domain.verwantschap import wie_is
from kernteam_tui.domain.wonen import zet_woont_bij
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.instellingen import beeld_van
from kernteam_tui.services.school import require_school
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.termijnen import termijnen_voor
from kernteam_tui.services.toestemmingnamen import laat_toestemmingen_volgen


@dataclass(frozen=True)
class BroerZusBegin:
    """What the form begins with."""

    jongere: str
    """Of the casus from which it is opened."""
    kinderen: tuple[tuple[str, str], ...]
    """(name, id) of children of the family who have no casus."""
    school: str
    """The school of that casus: often the same."""
    scholen: tuple[str, ...]


@dataclass(frozen=True)
class BroerZusGegevens:
    """A child of the family (`persoon_id`) or one who is not there yet (`roepnaam`), and the aanmelding."""

    school: str
    aangemeld: date
    redenen: tuple[Reden, ...]
    persoon_id: str = ""
    roepnaam: str = ""
    achternaam: str = ""
    geboortedatum: date | None = None
    zelfde_ouders: bool = True
    """Of a child who is not there yet: the parents, and their gezag, of the jongere of the first casus."""
    klas: str = ""
    mentor: str = ""
    ouders_weten: bool | None = None


def get_broer_zus_begin(sessie: Sessie, casus_id: str) -> BroerZusBegin:
    """The children of this family who have no casus yet, and the schools."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        bezet = _met_casus(uow, gezin)
        kinderen = tuple(
            (persoon.naam, persoon.id)
            for persoon in gezin.personen
            if persoon.id not in bezet
            and _kan_jongere_zijn(gezin, persoon, casus.jongere.id, sessie.vandaag())
        )
        scholen = tuple(school.naam for school in uow.scholen.find())
        eigen = uow.scholen.get(casus.school_id).naam
        return BroerZusBegin(casus.jongere.roepnaam, kinderen, eigen, scholen)


def _met_casus(uow: UnitOfWork, gezin: Gezin) -> set[str]:
    casussen = uow.casussen.find(gezin_id=gezin.id)
    return {jongere.id for casus in casussen if casus.afsluiting is None for jongere in casus.jongeren}


def _kan_jongere_zijn(gezin: Gezin, persoon: Persoon, jongere_id: str, op: date) -> bool:
    """A brother or sister of the jongere in whatever way, or a child of whom the parents are not noted."""
    if persoon.rol is PersoonRol.OUDER or persoon.overleden or is_volwassen(persoon, op):
        return False
    if any(band.ouder_id == persoon.id for band in gezin.ouderschappen):
        return False
    if wie_is(gezin, persoon, jongere_id).endswith(("broer", "zus")):
        return True
    eigen_ouders = gezin.ouderschappen_van(persoon.id)  # of a child of an uncle: no brother or sister
    return not eigen_ouders and (persoon.geboortedatum or persoon.geboortejaar) is not None


def meld_broer_of_zus_aan(sessie: Sessie, casus_id: str, gegevens: BroerZusGegevens) -> AanmeldingUitkomst:
    """Make a casus in the same gezin.

    Raises InhoudOngeldig without a name or reason, RegelGeweigerd for a child who has an open casus,
    NietGevonden for an unknown school.
    """
    _controleer(gegevens, sessie.vandaag())
    with sessie.unit_of_work() as uow:
        eerste = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(eerste.gezin_id)
        school = require_school(uow, gegevens.school)
        namen = namen_van(gezin)
        jongere = _jongere(uow, gezin, eerste, gegevens)
        casus = Casus(
            nummer=uow.volgend_nummer(gegevens.aangemeld.year),
            gezin_id=gezin.id,
            school_id=school.id,
            jongeren=[jongere],
            klas=gegevens.klas.strip(),
            mentor=gegevens.mentor.strip(),
            aangemeld=gegevens.aangemeld,
            redenen=tuple(dict.fromkeys(gegevens.redenen)),
            ouders_weten=gegevens.ouders_weten,
            woongemeente=eerste.woongemeente,
            schooljaar=schooljaar_op(gegevens.aangemeld),
        )
        uow.casussen.add(casus)
        instellingen = beeld_van(uow.instellingen())
        termijnen = termijnen_voor(instellingen, school, casus.aangemeld, sessie.vandaag())
        uow.log(LogSoort.GEWIJZIGD, "aanmelding van een broer of zus", casus_id=casus.id)
        laat_toestemmingen_volgen(uow, gezin, namen, sessie.vandaag())
        uitkomst = AanmeldingUitkomst(casus.id, casus.nummer, termijnen)
        uow.commit()
    return uitkomst


def _controleer(gegevens: BroerZusGegevens, vandaag: date) -> None:
    if not gegevens.redenen:
        raise InhoudOngeldig("Een casus heeft minstens één reden.", "Kies een reden.")
    if not gegevens.persoon_id and not gegevens.roepnaam.strip():
        raise InhoudOngeldig("De naam ontbreekt.", "Vul in hoe deze broer of zus heet.")
    if gegevens.geboortedatum is not None and gegevens.geboortedatum > vandaag:
        raise InhoudOngeldig("De geboortedatum ligt in de toekomst.", "Kijk de datum na.")


def _jongere(uow: UnitOfWork, gezin: Gezin, eerste: Casus, gegevens: BroerZusGegevens) -> Persoon:
    if not gegevens.persoon_id:
        return _nieuw_kind(gezin, eerste, gegevens)
    if gegevens.persoon_id in _met_casus(uow, gezin):
        raise RegelGeweigerd("Dit kind heeft al een casus.", "Open die casus op tabblad Gezin.")
    jongere = gezin.persoon(gegevens.persoon_id)
    jongere.rol = PersoonRol.JONGERE
    for band in gezin.ouderschappen_van(jongere.id):
        ouder = gezin.persoon(band.ouder_id)
        ouder.rol = PersoonRol.OUDER if ouder.rol is PersoonRol.GEZINSLID else ouder.rol
    return jongere


def _nieuw_kind(gezin: Gezin, eerste: Casus, gegevens: BroerZusGegevens) -> Persoon:
    jongere = Persoon(
        gezin_id=gezin.id,
        rol=PersoonRol.JONGERE,
        roepnaam=gegevens.roepnaam.strip(),
        achternaam=gegevens.achternaam.strip(),
        geboortedatum=gegevens.geboortedatum,
    )
    gezin.personen.append(jongere)
    if gegevens.zelfde_ouders:
        bands = gezin.ouderschappen_van(eerste.jongere.id)
        gezin.ouderschappen += [_zelfde_band(band, jongere.id) for band in bands]
        zet_woont_bij(gezin)
    return jongere


def _zelfde_band(band: Ouderschap, jongere_id: str) -> Ouderschap:
    """The same parent with the same gezag; that this parent was told is of the other child."""
    return replace(band, id=new_id(), revision=0, jongere_id=jongere_id, woont_bij=None, geinformeerd_op=None)
