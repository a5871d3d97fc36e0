"""Who may read the page: gezag, two households, sixteen years."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.codes import GesprekSoort, JaNeeOnbekend
from kernteam_tui.domain.lezer import (
    GeenGezag,
    GezagOnbekend,
    KiesEenOuder,
    Ouder,
    ToestemmingOntbreekt,
    is_van,
    kies_ouder,
    laat_ouder_lezen,
)
from kernteam_tui.domain.plek import is_op_school, noemt_iemand

JA, NEE, ONBEKEND = JaNeeOnbekend.JA, JaNeeOnbekend.NEE, JaNeeOnbekend.ONBEKEND


def ouder(id_: str, gezag: JaNeeOnbekend = JA, woont_bij: bool | None = True) -> Ouder:
    return Ouder(id_, f"Naam {id_}", gezag, woont_bij)


def test_parents_under_one_roof_share_a_page() -> None:
    assert kies_ouder([ouder("m", NEE), ouder("v", JA)]).id == "v"


@pytest.mark.parametrize("elders", [False, None])
def test_parents_who_live_apart_each_get_their_own(elders: bool | None) -> None:
    with pytest.raises(KiesEenOuder) as refused:
        kies_ouder([ouder("m"), ouder("v", woont_bij=elders)])
    assert "m, v" in refused.value.zin
    assert "Naam" not in refused.value.zin


def test_one_parent_alone_need_not_be_chosen() -> None:
    assert kies_ouder([ouder("m", woont_bij=None)]).id == "m"


def test_unknown_gezag_is_never_passed_by_a_reason() -> None:
    unknown = ouder("m", ONBEKEND)
    with pytest.raises(GezagOnbekend):
        kies_ouder([unknown])
    with pytest.raises(GezagOnbekend):
        laat_ouder_lezen(unknown, [unknown], [14], "moeder vroeg erom")


def test_a_parent_without_gezag_reads_on_request_only() -> None:
    without = ouder("v", NEE)
    with pytest.raises(GeenGezag):
        laat_ouder_lezen(without, [without], [14], "  ")
    assert laat_ouder_lezen(without, [without], [14], "verzoek van 3 november").rol == "ouder"


@pytest.mark.parametrize(("leeftijd", "mag"), [(15, True), (None, True), (16, False), (17, False)])
def test_from_sixteen_the_jongere_decides(leeftijd: int | None, mag: bool) -> None:
    mother = ouder("m")
    if mag:
        assert laat_ouder_lezen(mother, [mother], [leeftijd], "").naam == "Naam m"
        return
    with pytest.raises(ToestemmingOntbreekt):
        laat_ouder_lezen(mother, [mother], [leeftijd], "")
    assert laat_ouder_lezen(mother, [mother], [leeftijd], "Lina vindt het goed, 20 nov")


def test_the_words_of_the_other_parent_are_not_for_this_reader() -> None:
    mother, father = ouder("m"), ouder("v", woont_bij=False)
    assert laat_ouder_lezen(mother, [mother, father], [14], "").anderen == ("Naam v",)
    together = [ouder("m"), ouder("v")]
    assert laat_ouder_lezen(together[0], together, [14], "").anderen == ()


@pytest.mark.parametrize(
    ("van", "naam", "zelfde"),
    [
        ("Fatma", "Fatma Yilmaz", True),
        ("fatma yilmaz", "Fatma Yilmaz", True),
        ("Fat", "Fatma", False),
        ("", "", False),
        ("Yilmaz", "Fatma Yilmaz", True),
        ("Sami Yilmaz", "Fatma Yilmaz", False),
    ],
)
def test_whose_words_these_are(van: str, naam: str, zelfde: bool) -> None:
    assert is_van(van, naam) is zelfde


@pytest.mark.parametrize(
    ("plek", "soort", "op_school"),
    [
        ("De Brug, kamer 1.12", GesprekSoort.STARTGESPREK, True),
        ("kamer 1.12", GesprekSoort.STARTGESPREK, True),
        ("1.12", GesprekSoort.STARTGESPREK, True),
        ("buurtteam Overvecht", GesprekSoort.EVALUATIE, True),
        ("Kerkstraat 5", GesprekSoort.STARTGESPREK, False),
        ("bij oma thuis", GesprekSoort.EVALUATIE, False),
        ("", GesprekSoort.STARTGESPREK, False),
        ("De Brug", GesprekSoort.HUISBEZOEK, False),
        ("de brug", GesprekSoort.STARTGESPREK, True),
        ("k. 12", GesprekSoort.STARTGESPREK, True),
        ("Schoolstraat 5", GesprekSoort.STARTGESPREK, False),
        ("Kamerlingh Onnesweg 7", GesprekSoort.STARTGESPREK, False),
        ("De Brugstraat 5", GesprekSoort.STARTGESPREK, False),
        ("Kerkstraat 1.12", GesprekSoort.STARTGESPREK, False),
        ("bij K. de Vries", GesprekSoort.EVALUATIE, False),
        ("thuis, kamer van Sami", GesprekSoort.EVALUATIE, False),
    ],
)
def test_a_home_address_never_counts_as_school(plek: str, soort: GesprekSoort, op_school: bool) -> None:
    assert is_op_school(plek, soort, "De Brug", ("1.12",)) is op_school


@pytest.mark.parametrize(
    ("plek", "noemt"),
    [
        ("kamer van Sami", True),
        ("lokaal van mevrouw YILMAZ", True),
        ("kamer bij 2026-014", True),
        ("kamer van de conciërge", False),
        ("kamer 1.12", False),
    ],
)
def test_a_place_that_names_somebody_is_seen(plek: str, noemt: bool) -> None:
    assert noemt_iemand(plek, ("Sami van den Berg", "Fatma Yilmaz", "2026-014")) is noemt
