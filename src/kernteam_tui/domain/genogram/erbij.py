"""One more person in a family, named by what they are to somebody who is there: `moeder`, `zus`, `zoon`."""

from __future__ import annotations

from collections.abc import Collection

from kernteam_tui.domain.codes import Code, PersoonRol
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import Geslacht, RelatieSoort
from kernteam_tui.domain.relatie import Relatie


class Verwant(Code):
    """What the new person is to the one who is there."""

    geslacht: Geslacht

    def __new__(cls, code: str, label: str = "", geslacht: Geslacht = Geslacht.ONBEKEND) -> Verwant:
        member = str.__new__(cls, code)
        member._value_ = code
        member.label = label
        member.geslacht = geslacht
        return member

    MOEDER = "moeder", "moeder", Geslacht.VROUW
    VADER = "vader", "vader", Geslacht.MAN
    ZUS = "zus", "zus", Geslacht.VROUW
    BROER = "broer", "broer", Geslacht.MAN
    PARTNER_VROUW = "partner_vrouw", "partner (vrouw)", Geslacht.VROUW
    PARTNER_MAN = "partner_man", "partner (man)", Geslacht.MAN
    DOCHTER = "dochter", "dochter", Geslacht.VROUW
    ZOON = "zoon", "zoon", Geslacht.MAN
    IEMAND = "iemand", "iemand anders van de familie", Geslacht.ONBEKEND


_OUDERS = (Verwant.MOEDER, Verwant.VADER)
_KINDEREN = (Verwant.DOCHTER, Verwant.ZOON)
_BRUSSEN = (Verwant.ZUS, Verwant.BROER)
_PARTNERS = (Verwant.PARTNER_VROUW, Verwant.PARTNER_MAN)


def voeg_verwant_toe(
    gezin: Gezin, bij_id: str, als: Verwant, naam: str, jongere_ids: Collection[str]
) -> Persoon:
    """Add a person beside somebody, with the ties that follow. Of a new parent of a jongere the gezag is not
    known yet. Raises InhoudOngeldig without a name, NietGevonden for an unknown `bij_id`."""
    if not naam.strip():
        raise InhoudOngeldig("De naam ontbreekt.", "Vul in hoe deze persoon heet.")
    bij = gezin.persoon(bij_id)
    parent_of_jongere = als in _OUDERS and bij_id in jongere_ids
    nieuw = Persoon(
        gezin_id=gezin.id,
        rol=PersoonRol.OUDER if parent_of_jongere else PersoonRol.GEZINSLID,
        roepnaam=naam.strip(),
        geslacht=als.geslacht,
    )
    gezin.personen.append(nieuw)
    if als in _OUDERS:
        _ouderschap(gezin, bij.id, nieuw.id)
    elif als in _KINDEREN:
        for ouder_id in (bij.id, *_partner_van(gezin, bij.id)):
            _ouderschap(gezin, nieuw.id, ouder_id)
    elif als in _BRUSSEN:
        _zelfde_ouders(gezin, bij, nieuw, als)
    else:
        soort = RelatieSoort.RELATIE if als in _PARTNERS else RelatieSoort.FAMILIE
        _relatie(gezin, nieuw.id, bij.id, soort)
    return nieuw


def _ouderschap(gezin: Gezin, kind_id: str, ouder_id: str) -> None:
    gezin.ouderschappen.append(Ouderschap(gezin_id=gezin.id, jongere_id=kind_id, ouder_id=ouder_id))


def _partner_van(gezin: Gezin, persoon_id: str) -> list[str]:
    """The one partner of now; nobody where there is none or more than one."""
    now = [r.ander(persoon_id) for r in gezin.relaties if r.betreft(persoon_id) and _samen(r)]
    return now if len(now) == 1 else []


def _samen(relatie: Relatie) -> bool:
    return relatie.soort.koppel and not relatie.soort.voorbij and relatie.tot is None


def _zelfde_ouders(gezin: Gezin, bij: Persoon, nieuw: Persoon, als: Verwant) -> None:
    """Without parents that are known there is only the word: broer or zus."""
    parents = [band.ouder_id for band in gezin.ouderschappen_van(bij.id) if band.soort.juridisch]
    for ouder_id in parents:
        _ouderschap(gezin, nieuw.id, ouder_id)
    if not parents:
        _relatie(gezin, nieuw.id, bij.id, RelatieSoort.FAMILIE, als.label)


def _relatie(gezin: Gezin, van_id: str, naar_id: str, soort: RelatieSoort, woord: str = "") -> None:
    gezin.relaties.append(
        Relatie(gezin_id=gezin.id, van_id=van_id, naar_id=naar_id, soort=soort, omschrijving=woord)
    )
