"""`kernteam planner`: a week from a file, without a store (contract 4)."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.services.formaten import IndelingUit, VoorstellenUit
from tests.geduld import GEDULD
from tests.planner.bouw import casus, mens, ouders, week
from tests.unit.cli.conftest import Roep

Bestand = Callable[[object], Path]
UITLEG = "di 24 nov 09:00: leerplicht erbij; JGZ niet (alleen do); ouders liefst dan"
WEEK: dict[str, Any] = week(
    mens("gw1", "di ochtend"),
    mens("lp1", "di ochtend", bezet=[]),
    mens("jgz1", "do"),
    team=["gw1", "lp1", "jgz1"],
    school={"ruimtes": [{"id": "1.12", "bezet": []}]},
    casussen=[
        casus("thuiszitten", id="c2", ouders=ouders("di 08:30-10:00 liefst")),
        casus("gedrag", id="c10"),
    ],
)


def test_the_answer_is_exactly_the_contract(roep: Roep, bestand: Bestand) -> None:
    gezien = roep("planner", "voorstellen", bestand(WEEK), "--json")
    assert (gezien.status, gezien.fout) == (0, "")
    assert gezien.uit.startswith('{"schema": "voorstellen/1", "casussen": [{"id": "c10"')
    assert gezien.json == {
        "schema": "voorstellen/1",
        "casussen": [
            {
                "id": "c10",
                "voorstellen": [],
                "waarom_niet": [
                    {
                        "wie": "begeleider_passend_onderwijs",
                        "reden": "het kernteam van deze school heeft geen begeleider passend onderwijs; "
                        "zonder deze eis kan het op di 24 nov 09:00",
                    }
                ],
            },
            {
                "id": "c2",
                "voorstellen": [
                    {
                        "start": "2026-11-24T09:00:00+01:00",
                        "eind": "2026-11-24T10:00:00+01:00",
                        "ruimte": "1.12",
                        "erbij": ["gw1", "lp1"],
                        "niet_erbij": ["jgz1"],
                        "kenmerken": [],
                        "uitleg": UITLEG,
                    }
                ],
                "waarom_niet": [],
            },
        ],
    }


def test_without_json_it_is_one_fact_a_line(roep: Roep, bestand: Bestand) -> None:
    gezien = roep("planner", "voorstellen", bestand(WEEK))
    assert gezien.uit.splitlines() == [
        "Casus c10: geen voorstel",
        "  begeleider_passend_onderwijs: het kernteam van deze school heeft geen begeleider passend "
        "onderwijs; zonder deze eis kan het op di 24 nov 09:00",
        "Casus c2: 1 voorstel",
        f"  {UITLEG}; ruimte 1.12",
    ]


@pytest.mark.parametrize("wat", ["voorstellen", "indelen"])
def test_a_bad_week_is_status_1_with_one_object(roep: Roep, bestand: Bestand, wat: str) -> None:
    fout = {**WEEK, "kernteams": [{"school": "s1", "leden": ["xx9"]}]}
    gezien = roep("planner", wat, bestand(fout), "--json")
    assert gezien.status == 1
    assert gezien.json == {
        "schema": "fout/1",
        "code": "planweek_ongeldig",
        "tekst": gezien.json["tekst"],
    }
    assert "xx9" in gezien.json["tekst"]
    stil = roep("planner", wat, bestand(fout))
    assert (stil.status, stil.uit) == (1, "")
    assert "xx9" in stil.fout


def test_wrong_usage_is_status_2(roep: Roep, tmp_path: Path) -> None:
    assert roep("planner").status == 2
    assert roep("planner", "voorstellen").status == 2
    assert roep("planner", "raden", "x").status == 2
    assert roep("planner", "voorstellen", tmp_path / "weg.json", "--json").status == 2


def test_a_week_may_be_larger_than_other_files(roep: Roep, bestand: Bestand) -> None:
    dag = {"school": "s1", "dag": "di", "dagdeel": "ochtend"}
    groot = {
        **WEEK,
        "mensen": [*WEEK["mensen"], *({**mens(f"p{n}"), "aanwezig": [dag] * 200} for n in range(300))],
    }
    assert roep("planner", "voorstellen", bestand(groot), "--json").status == 0


def test_the_division_is_the_object_of_the_contract(roep: Roep, bestand: Bestand) -> None:
    gezien = roep("planner", "indelen", bestand(WEEK), "--json")
    assert (gezien.status, gezien.fout) == (0, "")
    assert list(gezien.json) == ["schema", "geplaatst", "niet_geplaatst", "bewezen", "kosten"]
    assert gezien.json["geplaatst"] == [
        {
            "casus": "c2",
            "start": "2026-11-24T09:00:00+01:00",
            "ruimte": "1.12",
            "mensen": ["gw1", "lp1"],
            "kosten": 0,
        }
    ]
    assert [regel["casus"] for regel in gezien.json["niet_geplaatst"]] == ["c10"]
    assert gezien.json["bewezen"] is True
    tekst = roep("planner", "indelen", bestand(WEEK)).uit.splitlines()
    assert tekst[0] == "di 24 nov 09:00 casus c2, ruimte 1.12: gw1, lp1"
    assert tekst[-1] == "Geplaatst: 1; niet geplaatst: 1"


def test_the_answers_are_what_the_schema_says(roep: Roep, bestand: Bestand) -> None:
    for wat, model in (("voorstellen", VoorstellenUit), ("indelen", IndelingUit)):
        gezegd = roep("planner", wat, bestand(WEEK), "--json").json
        assert model.model_validate(gezegd).gegevens() == gezegd


def test_it_loads_neither_the_store_nor_the_screen(bestand: Bestand) -> None:
    code = (
        "import sys\n"
        "from kernteam_tui.cli.main import main\n"
        f"status = main(['planner', 'voorstellen', {str(bestand(WEEK))!r}, '--json'])\n"
        "heavy = {'sqlalchemy', 'sqlcipher3', 'textual', 'typst', 'cryptography', 'highspy', 'icalendar'}\n"
        "sys.exit(str(heavy & set(sys.modules) or '') or status)\n"
    )
    gezien = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=GEDULD, check=False)
    assert gezien.returncode == 0, gezien.stderr


@pytest.mark.parametrize("naam", ["planweek/1", "voorstellen/1", "indeling/1"])
def test_the_formats_describe_themselves(roep: Roep, naam: str) -> None:
    schema = roep("schema", naam, "--json")
    assert schema.status == 0
    assert json.loads(schema.uit)["properties"]["schema"]["const"] == naam
