"""A plan given before its sections were kept with their keys: what was closed since is told all the same."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.ouderszien import zet_antwoord
from kernteam_tui.services.planpapier import maak_planpapier
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.verstrekkingen import get_sinds_gesloten, list_verstrekkingen, maak_opnieuw
from tests.services.planpapiergezin import Gezin, maak_gezin


def zonder_sleutels(gezin: Gezin, achter_titel: str = "") -> None:
    """As it was kept then; `achter_titel`: what stood behind the title of a section out of another format."""
    with gezin.sessie.unit_of_work() as uow:
        (given,) = uow.verstrekkingen.find()
        kept = json.loads(given.inhoud)
        kept.pop("variant", None)
        for deel in kept["onderdelen"]:
            deel.pop("sleutel", None)
            deel["titel"] += achter_titel
        given.inhoud = json.dumps(kept)
        uow.commit()


def sluit(gezin: Gezin, sleutel: str) -> None:
    with gezin.sessie.unit_of_work() as uow:
        found: list[Gezinsplan] = uow.plannen.find()
        zet_antwoord(found[0].onderdeel(sleutel), gezin.sami, JaNeeOnbekend.NEE)
        uow.commit()


@pytest.fixture
def gegeven(sessie: Sessie, school: SchoolBeeld, tmp_path: Path) -> tuple[Gezin, str, bytes]:
    """The plan of a family as the mother got it: whose it is, its id, and the file."""
    assert school.kernteam
    gezin = maak_gezin(sessie)
    made = maak_planpapier(sessie, gezin.casus_id, gezin.fatma, "html", uit=tmp_path / "toen")
    (given,) = list_verstrekkingen(sessie, gezin.casus_id)
    zonder_sleutels(gezin)
    return gezin, given.id, made.bestand.read_bytes()


def test_it_is_made_again_as_it_was(gegeven: tuple[Gezin, str, bytes], tmp_path: Path) -> None:
    gezin, given_id, data = gegeven
    again = maak_opnieuw(gezin.sessie, gezin.casus_id, given_id, tmp_path / "weer")
    assert again.gelijk
    assert again.bestand.read_bytes() == data


@pytest.mark.parametrize("achter", ["", " (uit een eerder formaat)", " (niet in deze variant)"])
def test_what_was_closed_since_is_told(gegeven: tuple[Gezin, str, bytes], achter: str) -> None:
    gezin, given_id, _ = gegeven
    zonder_sleutels(gezin, achter)
    assert get_sinds_gesloten(gezin.sessie, gezin.casus_id, given_id) == ""
    sluit(gezin, "waarom_dit_plan")
    told = get_sinds_gesloten(gezin.sessie, gezin.casus_id, given_id)
    assert told.startswith("Er staat nog ‘Waarom dit plan’ op;")
