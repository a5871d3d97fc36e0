"""The family as its tab shows it: who lives where, gezag per child, ties, what to mind, other casussen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.gezagsbeeld import Gezagsoverzicht, gezagsbeeld
from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinscodes import VeiligBereiken
from kernteam_tui.domain.huishouden import Huishouden
from kernteam_tui.domain.relatie import Relatie
from kernteam_tui.domain.schooljaar import schooljaar_op
from kernteam_tui.domain.verwantschap import kindwoord, ouderwoord, wie_is, woord_van
from kernteam_tui.domain.wonen import adres_van, bewoners_van, ouders_apart
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class HuisBeeld:
    """A household with who lives there."""

    id: str
    naam: str
    adres: str
    wijk: str
    geheim: bool
    post: VeiligBereiken
    let_op: str
    bewoners: tuple[str, ...]
    """Roepnamen; `Sami (deels)`."""


@dataclass(frozen=True)
class RelatieBeeld:
    """A tie as one side reads it."""

    id: str
    zin: str
    """`gescheiden van Kemal, 2019`, `tante: Elif`."""


@dataclass(frozen=True)
class PersoonInGezin:
    """What the tab adds to a person: place in the family, home, ties."""

    id: str
    wie: str
    """What this person is to the first jongere of the casus, in one word."""
    huizen: tuple[str, ...]
    """Names of households; `bij vader (deels)`."""
    banden: tuple[str, ...]
    """Parents and children: `moeder van Sami`."""
    relaties: tuple[RelatieBeeld, ...]
    gezag: tuple[str, ...]
    """Over each child: `Sami: ja`."""


@dataclass(frozen=True)
class CasusVanGezin:
    """Another casus of the same family."""

    id: str
    nummer: str
    naam: str
    open: bool


@dataclass(frozen=True)
class SchooljaarBeeld:
    """Where a jongere was in one schooljaar."""

    jongere: str
    jaar: str
    school: str
    klas: str
    mentor: str


@dataclass(frozen=True)
class GezinBeeld:
    """Everything of the family of one casus that its tab shows."""

    huizen: tuple[HuisBeeld, ...]
    personen: tuple[PersoonInGezin, ...]
    gezag: tuple[Gezagsoverzicht, ...]
    """Of each jongere with a casus in this family, those of this casus first."""
    ouders_apart: bool | None
    waarschuwingen: tuple[str, ...]
    """What to mind before somebody is called or visited."""
    casussen: tuple[CasusVanGezin, ...]
    """The other casussen of the family."""
    schooljaren: tuple[SchooljaarBeeld, ...]


def get_gezin(sessie: Sessie, casus_id: str) -> GezinBeeld:
    """The family of this casus. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        others = [other for other in uow.casussen.find(gezin_id=gezin.id) if other.id != casus_id]
        return _beeld(uow, casus, gezin, others, sessie.vandaag())


def _beeld(uow: UnitOfWork, casus: Casus, gezin: Gezin, others: list[Casus], op: date) -> GezinBeeld:
    jongeren = [*casus.jongeren, *(jongere for other in others for jongere in other.jongeren)]
    jongere_ids = tuple(dict.fromkeys(jongere.id for jongere in jongeren))
    return GezinBeeld(
        huizen=tuple(_huis(gezin, huis) for huis in gezin.huishoudens),
        personen=tuple(_persoon(gezin, persoon, casus.jongere.id, jongere_ids) for persoon in gezin.personen),
        gezag=tuple(gezagsbeeld(gezin, id_, op) for id_ in jongere_ids),
        ouders_apart=ouders_apart(gezin, casus.jongere.id),
        waarschuwingen=tuple(_waarschuwingen(gezin)),
        casussen=tuple(CasusVanGezin(o.id, o.nummer, o.naam, o.afsluiting is None) for o in others),
        schooljaren=(*_nu(uow, casus), *_vroeger(gezin)),
    )


def _huis(gezin: Gezin, huis: Huishouden) -> HuisBeeld:
    bewoners = tuple(
        gezin.persoon(b.persoon_id).roepnaam + (" (deels)" if b.deels else "")
        for b in bewoners_van(gezin, huis.id)
    )
    return HuisBeeld(
        huis.id, huis.naam, adres_van(huis), huis.wijk, huis.geheim, huis.post, huis.let_op, bewoners
    )


def _persoon(gezin: Gezin, persoon: Persoon, jongere_id: str, jongere_ids: tuple[str, ...]) -> PersoonInGezin:
    deels = {b.huishouden_id for b in gezin.bewoners if b.persoon_id == persoon.id and b.deels}
    return PersoonInGezin(
        id=persoon.id,
        wie="" if persoon.id == jongere_id else wie_is(gezin, persoon, jongere_id),
        huizen=tuple(
            huis.naam + (" (deels)" if huis.id in deels else "") for huis in gezin.huishoudens_van(persoon.id)
        ),
        banden=tuple(_banden(gezin, persoon)),
        relaties=tuple(_relaties(gezin, persoon)),
        gezag=tuple(_gezag(gezin, persoon, jongere_ids)),
    )


def _banden(gezin: Gezin, persoon: Persoon) -> Iterator[str]:
    for band in gezin.ouderschappen:
        if band.ouder_id == persoon.id:
            yield f"{ouderwoord(band.soort, persoon.geslacht)} van {gezin.persoon(band.jongere_id).roepnaam}"
        if band.jongere_id == persoon.id:
            yield f"{kindwoord(band.soort, persoon.geslacht)} van {gezin.persoon(band.ouder_id).roepnaam}"


def _relaties(gezin: Gezin, persoon: Persoon) -> Iterator[RelatieBeeld]:
    for relatie in gezin.relaties:
        if relatie.betreft(persoon.id):
            ander = gezin.persoon(relatie.ander(persoon.id))
            yield RelatieBeeld(relatie.id, relatie_zin(relatie, persoon, ander))


def relatie_zin(relatie: Relatie, persoon: Persoon, ander: Persoon) -> str:
    """How the tie reads from the side of `persoon`."""
    woord = woord_van(relatie, persoon, ander)
    begin = f"{woord}: {ander.roepnaam}" if relatie.omschrijving else f"{woord} {ander.roepnaam}"
    jaren = "-".join(str(jaar) for jaar in (relatie.sinds, relatie.tot) if jaar)
    kwaliteit = relatie.kwaliteit.label if relatie.kwaliteit else ""
    return ", ".join(deel for deel in (begin, jaren, kwaliteit) if deel)


def _gezag(gezin: Gezin, persoon: Persoon, jongere_ids: tuple[str, ...]) -> Iterator[str]:
    for band in gezin.ouderschappen:
        if band.ouder_id == persoon.id and band.jongere_id in jongere_ids:
            yield f"{gezin.persoon(band.jongere_id).roepnaam}: {band.gezag.label}"


def _waarschuwingen(gezin: Gezin) -> Iterator[str]:
    for persoon in gezin.personen:
        if persoon.bellen is VeiligBereiken.NEE:
            yield f"{persoon.roepnaam} niet bellen"
        if persoon.let_op:
            yield f"{persoon.roepnaam}: {persoon.let_op}"
        if persoon.gezagsconflict:
            yield f"{persoon.roepnaam}: de ouders zijn het niet eens"
    for huis in gezin.huishoudens:
        if huis.geheim:
            yield f"{huis.naam}: geheim adres"
        if huis.post is VeiligBereiken.NEE:
            yield f"{huis.naam}: geen post sturen"
        if huis.let_op:
            yield f"{huis.naam}: {huis.let_op}"


def _nu(uow: UnitOfWork, casus: Casus) -> Iterator[SchooljaarBeeld]:
    school = uow.scholen.get(casus.school_id).naam
    jaar = casus.schooljaar or schooljaar_op(casus.aangemeld)
    for jongere in casus.jongeren:
        yield SchooljaarBeeld(jongere.roepnaam, jaar, school, casus.klas, casus.mentor)


def _vroeger(gezin: Gezin) -> Iterator[SchooljaarBeeld]:
    for jaar in sorted(gezin.schooljaren, key=lambda jaar: jaar.jaar, reverse=True):
        naam = gezin.persoon(jaar.persoon_id).roepnaam
        yield SchooljaarBeeld(naam, jaar.jaar, jaar.school, jaar.klas, jaar.mentor)
