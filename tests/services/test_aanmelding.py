"""From the words of the zorgcoördinator to a casus with two deadlines."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kernteam_tui.domain.codes import Fase, JaNeeOnbekend
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.exchange.formaten.basis import VeldenOngeldig
from kernteam_tui.services.aanmelding import (
    AanmeldingUitkomst,
    BestaatAl,
    register_aanmelding,
    termijnen_bij,
    zoek_dubbelen,
)
from kernteam_tui.services.caseload import get_caseload
from kernteam_tui.services.casus import get_casus, vind_casus
from kernteam_tui.services.school import SchoolBeeld, save_school
from kernteam_tui.services.sessie import Sessie
from tests.services.conftest import AANMELDING


def test_a_new_casus_has_a_number_and_both_deadlines(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    assert casus.nummer == "2026-001"
    assert casus.termijnen.startgesprek_uiterlijk == date(2026, 11, 27)
    assert casus.termijnen.kennismaking_uiterlijk == date(2026, 11, 27)
    beeld = get_casus(sessie, vind_casus(sessie, "2026-001"))
    assert (beeld.naam, beeld.klas, beeld.mentor, beeld.fase) == (
        "Sami Yilmaz",
        "3B",
        "Meester Bos",
        Fase.AANGEMELD,
    )
    mother = next(p for p in beeld.personen if p.rol == "ouder")
    assert (mother.naam, mother.gezag, mother.taal) == ("Fatma Yilmaz", JaNeeOnbekend.JA, "tr")
    assert beeld.woorden == "Sami komt al drie weken niet."


def test_only_four_things_are_required(sessie: Sessie, school: SchoolBeeld) -> None:
    least = {
        "jongere": {"roepnaam": "Noor"},
        "school": school.naam,
        "aangemeld": "2026-11-23",
        "redenen": ["gedrag"],
    }
    register_aanmelding(sessie, least)
    for missing in least:
        with pytest.raises(VeldenOngeldig) as refused:
            register_aanmelding(sessie, {k: v for k, v in least.items() if k != missing}, toch=True)
        assert list(refused.value.velden) == [missing]
    assert len(get_caseload(sessie)) == 1


@pytest.mark.parametrize(
    ("anders", "veld"),
    [
        ({"redenen": []}, "redenen"),
        ({"redenen": ["onzin"]}, "redenen.0"),
        ({"aangemeld": "23-11-2026"}, "aangemeld"),
        ({"aangemeld": "2026-02-30"}, "aangemeld"),
        ({"jongere": {"roepnaam": "   "}}, "jongere.roepnaam"),
        ({"school": ""}, "school"),
        ({"ouders": [{"naam": "x", "gezag": "misschien"}]}, "ouders.0.gezag"),
        ({"spoed": "graag"}, "spoed"),
    ],
)
def test_what_does_not_fit_is_said_at_its_field_without_repeating_it(
    sessie: Sessie, school: SchoolBeeld, anders: dict[str, Any], veld: str
) -> None:
    assert school.naam
    with pytest.raises(VeldenOngeldig) as refused:
        register_aanmelding(sessie, AANMELDING | anders)
    assert list(refused.value.velden) == [veld]
    assert "misschien" not in refused.value.zin
    assert get_caseload(sessie) == ()


def test_an_unknown_school_says_where_to_add_it(sessie: Sessie) -> None:
    with pytest.raises(NietGevonden, match="niet_gevonden") as refused:
        register_aanmelding(sessie, AANMELDING)
    assert "F5" in refused.value.zin


def test_the_same_child_again_is_refused_unless_asked(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    again = AANMELDING | {"jongere": {"roepnaam": "sámi", "achternaam": "YILMAZ"}}
    with pytest.raises(BestaatAl) as refused:
        register_aanmelding(sessie, again)
    assert refused.value.nummers == (casus.nummer,)
    assert "Sami" not in refused.value.zin
    assert register_aanmelding(sessie, again, toch=True).nummer == "2026-002"
    assert zoek_dubbelen(sessie, "Noor", "Yilmaz", None) == ()


def test_a_first_name_alone_is_the_same_child_at_the_same_school(sessie: Sessie, school: SchoolBeeld) -> None:
    save_school(sessie, {"naam": "Trajectum"})
    little = {"jongere": {"roepnaam": "Sem"}, "aangemeld": "2026-11-20", "redenen": ["verzuim"]}
    first = register_aanmelding(sessie, little | {"school": school.naam})
    with pytest.raises(BestaatAl) as refused:
        register_aanmelding(sessie, little | {"school": school.naam.upper()})
    assert refused.value.nummers == (first.nummer,)
    assert register_aanmelding(sessie, little | {"school": "Trajectum"}).nummer == "2026-002"
    assert zoek_dubbelen(sessie, "sem", "", None, "Trajectum") == ("2026-002",)
    assert zoek_dubbelen(sessie, "sem", "", None) == ()


def test_the_words_of_the_aanmelder_stay_letter_for_letter(sessie: Sessie, school: SchoolBeeld) -> None:
    assert school.naam
    words = "  Hij zei: [/] «ik ga niet» \n\n— ⁠😀 en <b>meer</b>  "
    uitkomst = register_aanmelding(sessie, AANMELDING | {"woorden": words})
    assert get_casus(sessie, uitkomst.casus_id).woorden == words


def test_closed_days_of_the_school_count_in_the_window(sessie: Sessie, school: SchoolBeeld) -> None:
    open_days = termijnen_bij(sessie, date(2026, 11, 20), school.naam).schooldagen
    assert open_days is not None
    assert len(open_days) == 6
