"""The persons of a family: add, change, and take out who was entered by mistake."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import JaNeeOnbekend, LogSoort, PersoonRol
from kernteam_tui.domain.delen.herkennen import zegslieden
from kernteam_tui.domain.delen.naamgenoten import namen_van
from kernteam_tui.domain.delen.schrijfwijze import gevouwen
from kernteam_tui.domain.fouten import InhoudOngeldig, RegelGeweigerd
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import Geslacht, OuderSoort, VeiligBereiken
from kernteam_tui.domain.gezinsinvoer.gezag import onder_gezag
from kernteam_tui.domain.logboek import velden_die_verschillen
from kernteam_tui.domain.wonen import woont_samen, zet_woont_bij
from kernteam_tui.services.akkoordtekst import inhoud_toen
from kernteam_tui.services.planinhoud import inhoud_van_versie
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toestemmingnamen import laat_toestemmingen_volgen


@dataclass(frozen=True)
class PersoonGegevens:
    """What a form asks of a person. What follows `soort` only counts for a parent of a jongere."""

    rol: PersoonRol
    roepnaam: str
    achternaam: str = ""
    geboortedatum: date | None = None
    telefoon: str = ""
    email: str = ""
    taal: str = ""
    tolk: bool = False
    gezag: JaNeeOnbekend = JaNeeOnbekend.ONBEKEND
    """Over the jongeren of the casus; where that differs it is not changed by saving."""
    gezag_hoe: str = ""
    woont_bij: bool | None = None
    geslacht: Geslacht = Geslacht.ONBEKEND
    geboortejaar: int | None = None
    overleden: bool = False
    overleden_jaar: int | None = None
    bellen: VeiligBereiken = VeiligBereiken.ONBEKEND
    let_op: str = ""
    wilsonbekwaam: bool = False
    gezagsconflict: bool = False
    soort: OuderSoort = OuderSoort.BIOLOGISCH
    geinformeerd_op: date | None = None
    gezag_verschilt: bool = False
    """Gezag is not the same for every child: it is changed in its own form (`save_gezag`)."""
    huis_bekend: bool = False
    """Households say where both live: `woont_bij` follows from them and is not changed by saving."""


def get_persoon(sessie: Sessie, casus_id: str, persoon_id: str) -> PersoonGegevens:
    """A person of the family of this casus. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        return _gegevens(gezin, casus, persoon_id)


def _gegevens(gezin: Gezin, casus: Casus, persoon_id: str) -> PersoonGegevens:
    persoon = gezin.persoon(persoon_id)
    bands = _bands(gezin, casus, persoon_id)
    band = bands[0] if bands else Ouderschap(jongere_id="", ouder_id=persoon_id)
    return PersoonGegevens(
        rol=persoon.rol,
        roepnaam=persoon.roepnaam,
        achternaam=persoon.achternaam,
        geboortedatum=persoon.geboortedatum,
        telefoon=persoon.telefoon or "",
        email=persoon.email or "",
        taal=persoon.taal or "",
        tolk=persoon.tolk,
        gezag=band.gezag,
        gezag_hoe=band.gezag_hoe,
        woont_bij=band.woont_bij,
        geslacht=persoon.geslacht,
        geboortejaar=persoon.geboortejaar,
        overleden=persoon.overleden,
        overleden_jaar=persoon.overleden_jaar,
        bellen=persoon.bellen,
        let_op=persoon.let_op,
        wilsonbekwaam=persoon.wilsonbekwaam,
        gezagsconflict=persoon.gezagsconflict,
        soort=band.soort,
        geinformeerd_op=band.geinformeerd_op,
        gezag_verschilt=len({(b.gezag, b.gezag_hoe) for b in bands}) > 1,
        huis_bekend=any(woont_samen(gezin, b.jongere_id, persoon_id) is not None for b in bands),
    )


def _bands(gezin: Gezin, casus: Casus, ouder_id: str) -> list[Ouderschap]:
    """Of one parent, with the jongeren of this casus."""
    jongere_ids = [jongere.id for jongere in casus.jongeren]
    return [b for b in gezin.ouderschappen if b.ouder_id == ouder_id and b.jongere_id in jongere_ids]


def save_persoon(sessie: Sessie, casus_id: str, persoon_id: str | None, gegevens: PersoonGegevens) -> str:
    """Change a person, or add one where `persoon_id` is None; answers the id.

    Raises InhoudOngeldig without a name, for who died before being born, or was told on a day to come.
    """
    _controleer(gegevens, sessie.vandaag())
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        voor = _gegevens(gezin, casus, persoon_id) if persoon_id is not None else None
        namen = namen_van(gezin)
        persoon = _persoon(gezin, persoon_id, gegevens)
        if persoon.rol is PersoonRol.OUDER:
            _zet_ouderschap(gezin, casus, persoon, gegevens, sessie.vandaag())
        na = _gegevens(gezin, casus, persoon.id)
        changed = velden_die_verschillen(voor, na) if voor else "iemand erbij"
        uow.log(LogSoort.GEWIJZIGD, f"gezin: {changed or 'niets veranderd'}", casus_id=casus_id)
        laat_toestemmingen_volgen(uow, gezin, namen, sessie.vandaag())
        uow.commit()
        return persoon.id


def _controleer(gegevens: PersoonGegevens, vandaag: date) -> None:
    if not gegevens.roepnaam.strip():
        raise InhoudOngeldig("De naam ontbreekt.", "Vul in hoe deze persoon heet.")
    born = gegevens.geboortedatum.year if gegevens.geboortedatum else gegevens.geboortejaar
    if born and gegevens.overleden_jaar and gegevens.overleden_jaar < born:
        raise InhoudOngeldig("Het jaar van overlijden ligt vóór de geboorte.", "Kijk de jaren na.")
    if gegevens.geinformeerd_op is not None and gegevens.geinformeerd_op > vandaag:
        raise InhoudOngeldig("De dag van informeren moet nog komen.", "Noteer hem als je het verteld hebt.")


def _persoon(gezin: Gezin, persoon_id: str | None, gegevens: PersoonGegevens) -> Persoon:
    if persoon_id is None:
        persoon = Persoon(gezin_id=gezin.id, rol=gegevens.rol, roepnaam=gegevens.roepnaam.strip())
        gezin.personen.append(persoon)
    else:
        persoon = gezin.persoon(persoon_id)
    persoon.roepnaam = gegevens.roepnaam.strip()
    persoon.achternaam = gegevens.achternaam.strip()
    persoon.geboortedatum = gegevens.geboortedatum
    persoon.telefoon = gegevens.telefoon.strip() or None
    persoon.email = gegevens.email.strip() or None
    persoon.taal = gegevens.taal.strip() or None
    persoon.tolk = gegevens.tolk
    persoon.geslacht = gegevens.geslacht
    persoon.geboortejaar = gegevens.geboortejaar
    persoon.overleden = gegevens.overleden
    persoon.overleden_jaar = gegevens.overleden_jaar if gegevens.overleden else None
    persoon.bellen = gegevens.bellen
    persoon.let_op = gegevens.let_op.strip()
    persoon.wilsonbekwaam = gegevens.wilsonbekwaam
    persoon.gezagsconflict = gegevens.gezagsconflict
    return persoon


def _zet_ouderschap(
    gezin: Gezin, casus: Casus, ouder: Persoon, gegevens: PersoonGegevens, vandaag: date
) -> None:
    verschilt = len({(b.gezag, b.gezag_hoe) for b in _bands(gezin, casus, ouder.id)}) > 1
    for jongere in casus.jongeren:
        band = next((b for b in gezin.ouderschappen_van(jongere.id) if b.ouder_id == ouder.id), None)
        if band is None:
            band = Ouderschap(gezin_id=gezin.id, jongere_id=jongere.id, ouder_id=ouder.id)
            gezin.ouderschappen.append(band)
        if not verschilt:
            if band.gezag is not gegevens.gezag:
                band.gezag_op = vandaag
            band.gezag, band.gezag_hoe = gegevens.gezag, gegevens.gezag_hoe.strip()
        band.woont_bij = gegevens.woont_bij
        band.soort = gegevens.soort
        band.geinformeerd_op = gegevens.geinformeerd_op
    zet_woont_bij(gezin)


def verwijder_persoon(sessie: Sessie, casus_id: str, persoon_id: str) -> bool:
    """Take out somebody who was entered by mistake, with every tie to them.

    Answers whether gezag over a child went with it: the yes of that parent is then needed no more.
    Raises RegelGeweigerd where a casus, a consent, a request, or words in or of the plan hang on this person.
    """
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        gezin.persoon(persoon_id)
        _weiger_als_er_iets_aan_hangt(uow, gezin, persoon_id)
        namen = namen_van(gezin)
        bands = onder_gezag(gezin, persoon_id, sessie.vandaag())
        gezag_weg = any(band.gezag is JaNeeOnbekend.JA for band in bands)
        gezin.vergeet([persoon_id])
        wat = "gezin: iemand eraf, gezag afgevallen" if gezag_weg else "gezin: iemand eraf"
        uow.log(LogSoort.GEWIJZIGD, wat, casus_id=casus_id)
        laat_toestemmingen_volgen(uow, gezin, namen, sessie.vandaag())
        uow.commit()
        return gezag_weg


def _weiger_als_er_iets_aan_hangt(uow: UnitOfWork, gezin: Gezin, persoon_id: str) -> None:
    for casus in uow.casussen.find(gezin_id=gezin.id):
        if any(jongere.id == persoon_id for jongere in casus.jongeren):
            raise RegelGeweigerd(
                f"Over deze jongere gaat casus {casus.nummer}.",
                "Wis de casus als hij weg moet (tabblad Afsluiten, toets w).",
            )
        consents = uow.toestemmingen.find(casus_id=casus.id)
        if any(persoon_id in (consent.gever_id, consent.jongere_id) for consent in consents):
            raise RegelGeweigerd(
                "Er staat een toestemming van of over deze persoon.",
                "Wie ooit toestemming gaf, blijft bij het gezin staan. Verbeter de gegevens met Enter.",
            )
        if any(verzoek.van_id == persoon_id for verzoek in uow.verzoeken.find(casus_id=casus.id)):
            raise RegelGeweigerd(
                "Er staat een verzoek van deze persoon.",
                "Wie iets over het dossier vroeg, blijft bij het gezin staan.",
            )
    plannen = uow.plannen.find(gezin_id=gezin.id)
    if any(akkoord.persoon_id == persoon_id for plan in plannen for akkoord in plan.akkoorden):
        raise RegelGeweigerd(
            "Bij het gezinsplan staat wat deze persoon ervan vindt.",
            "Is dat een vergissing, haal het dan eerst weg bij ‘akkoord’; anders blijft wie iets zei, staan.",
        )
    if any(_sprak(gezin, persoon_id, naam) for naam in _namen_in_plan(uow, gezin)):
        raise RegelGeweigerd(
            "Er staan woorden van deze persoon in het gezinsplan.",
            "Wie iets zei in het plan, blijft bij het gezin staan. Verbeter de gegevens met Enter.",
        )


def _sprak(gezin: Gezin, persoon_id: str, naam: str) -> bool:
    """Whether words under this name are of this person, and of no namesake who stays: with the person gone
    nobody could tell for whom they are not."""
    meant = {persoon.id for persoon in zegslieden(naam, gezin)}
    if persoon_id not in meant:
        return False
    called = _roept(gezin, persoon_id)
    return not any(_roept(gezin, other) == called for other in meant - {persoon_id})


def _roept(gezin: Gezin, persoon_id: str) -> str:
    return gevouwen(gezin.persoon(persoon_id).naam).split()[0]


def _namen_in_plan(uow: UnitOfWork, gezin: Gezin) -> set[str]:
    """Every name under words or with a goal, also in frozen versions and in what somebody agreed with."""
    names: set[str] = set()
    for plan in uow.plannen.find(gezin_id=gezin.id):
        names |= {said.van for onderdeel in plan.onderdelen for said in onderdeel.woorden}
        names |= {doel.van for doel in plan.doelen} | {meting.van for meting in plan.metingen}
        seen = (inhoud for inhoud in map(inhoud_toen, plan.akkoorden) if inhoud is not None)
        for inhoud in (*map(inhoud_van_versie, plan.versies), *seen):
            names |= {said.van for onderdeel in inhoud.onderdelen.values() for said in onderdeel.woorden}
            names |= {doel.van for doel in inhoud.doelen}
            names |= {meting.van for doel in inhoud.doelen for meting in doel.metingen}
    return {name for name in names if name.strip()}
