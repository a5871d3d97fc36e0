"""The pictures: the scale, and who stands around us."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from itertools import combinations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from kernteam_tui.domain.bladzijde import Bladzijde
from kernteam_tui.exchange.bladzijde import maak_pdf
from kernteam_tui.exchange.bladzijde.beeld import (
    PPI,
    heeft_kringbeeld,
    kringbeeld,
    kringtekening,
    schaalbeeld,
)
from kernteam_tui.exchange.bladzijde.kring import (
    MEESTE_NAMEN,
    TUSSENRUIMTE,
    Kaartje,
    Kaartmaat,
    Kringkaart,
    plaats,
)
from kernteam_tui.exchange.bladzijde.opbouw import Kringregel, Opbouw, bouw_op
from tests.exchange.bladzijde.paginas import KRING, MEER_KRING, maak_pagina
from tests.exchange.bladzijde.test_pdf import alle_tekst, elementen

MENSEN = st.lists(
    st.tuples(st.integers(1, 3), st.floats(1, 9), st.sampled_from([1.2, 2.2, 3.3])),
    min_size=1,
    max_size=MEESTE_NAMEN,
)


@pytest.fixture
def opbouw() -> Opbouw:
    return bouw_op(maak_pagina("nl"))


def kaart_van(mensen: Sequence[tuple[int, float, float]], breed: float = 42.0) -> Kringkaart | None:
    kring = [Kringregel(f"naam {n}", "", ring) for n, (ring, _, _) in enumerate(mensen)]
    return plaats(
        kring, [Kaartmaat((wie.naam,), (), b, h) for wie, (_, b, h) in zip(kring, mensen, strict=True)], breed
    )


def buiten(kaart: Kringkaart, kaartje: Kaartje) -> bool:
    return not (
        min(kaartje.x, kaartje.y) >= 0
        and kaartje.x + kaartje.b <= kaart.breed + 1e-9
        and kaartje.y + kaartje.h <= kaart.hoog + 1e-9
    )


def pixels(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data))


@settings(deadline=None, max_examples=60)
@given(MENSEN, st.sampled_from([19.0, 28.0, 42.0]))
def test_no_card_touches_another_or_the_middle_or_leaves_the_drawing(
    mensen: list[tuple[int, float, float]], breed: float
) -> None:
    kaart = kaart_van(mensen, breed)
    if kaart is None:
        return
    hart = (kaart.breed / 2, kaart.hoog / 2)
    midden = Kaartje(
        -1, (), (), 0, 2 * kaart.midden, 2 * kaart.midden, hart[0] - kaart.midden, hart[1] - kaart.midden
    )
    assert kaart.breed <= breed + 1e-9
    assert [k.naam_regels for k in kaart.namen] == [(f"naam {n}",) for n in range(len(mensen))]
    assert [k for k in kaart.namen if buiten(kaart, k)] == []
    krapste = min(een.ruimte(ander) for een, ander in combinations((*kaart.namen, midden), 2))
    assert krapste >= TUSSENRUIMTE - 1e-9


@settings(deadline=None, max_examples=30)
@given(MENSEN)
def test_the_same_people_stand_in_the_same_place_and_who_is_nearer_stands_nearer(
    mensen: list[tuple[int, float, float]],
) -> None:
    kaart = kaart_van(mensen)
    assert kaart == kaart_van(mensen)
    if kaart is None:
        return
    for kaartje in kaart.namen:
        ring = kaart.ringen[kaartje.ring]
        x = (kaartje.x + kaartje.b / 2 - kaart.breed / 2) / ring.x
        y = (kaartje.y + kaartje.h / 2 - kaart.hoog / 2) / ring.y
        assert x * x + y * y == pytest.approx(1, abs=0.01)
        assert kaartje.ring == mensen[kaartje.nummer][0] - 1


def test_cards_that_lie_on_each_other_would_be_seen() -> None:
    een, ander = Kaartje(0, ("a",), (), 0, 4, 2, 0, 0), Kaartje(1, ("b",), (), 0, 4, 2, 3.9, 0)
    assert een.ruimte(ander) < 0 < een.ruimte(replace(ander, x=4.1))


def test_ten_ordinary_names_fit_and_eleven_are_a_list(opbouw: Opbouw) -> None:
    tien = replace(opbouw, kring=tuple(Kringregel(k.naam, k.wie, k.dichtbij) for k in KRING + MEER_KRING))
    elf = replace(tien, kring=(*tien.kring, Kringregel("Nog iemand", "", 3)))
    assert heeft_kringbeeld(tien)
    assert not heeft_kringbeeld(elf)
    assert not heeft_kringbeeld(replace(opbouw, kring=()))
    with pytest.raises(ValueError, match="a list"):
        kringbeeld(elf)


def test_a_name_that_no_card_can_hold_makes_it_a_list(opbouw: Opbouw) -> None:
    assert not heeft_kringbeeld(replace(opbouw, kring=(Kringregel("x" * 300, "", 1),)))


def test_long_names_go_on_to_a_next_line(opbouw: Opbouw) -> None:
    lang = "Mevrouw Van den Heuvel-Rietveld"
    tekening = kringtekening(replace(opbouw, kring=(Kringregel(lang, "huisarts", 1),)), 42.0)
    assert tekening is not None
    (kaartje,) = tekening["namen"]
    assert len(kaartje["naam_regels"]) > 1
    assert " ".join(kaartje["naam_regels"]) == lang


def test_a_picture_by_itself_is_a_white_png_cropped_to_the_drawing(opbouw: Opbouw) -> None:
    for data in (kringbeeld(opbouw), schaalbeeld(opbouw.doelen[0], opbouw)):
        beeld = pixels(data)
        assert beeld.format == "PNG"
        rgb = beeld.convert("RGB")
        assert rgb.getpixel((0, 0)) == rgb.getpixel((rgb.width - 1, rgb.height - 1)) == (255, 255, 255)
        vol = Image.eval(rgb.convert("L"), lambda licht: 255 - licht).getbbox()
        assert vol is not None
        assert max(min(vol[0], rgb.width - vol[2]), min(vol[1], rgb.height - vol[3])) <= PPI // 8
    assert 3.5 * PPI < pixels(kringbeeld(opbouw)).width <= 7.1 * PPI


def test_the_same_values_give_the_same_picture_and_others_another(opbouw: Opbouw) -> None:
    een, twee = opbouw.doelen
    assert schaalbeeld(een, opbouw) == schaalbeeld(een, opbouw) != schaalbeeld(twee, opbouw)
    ander = replace(opbouw, kring=opbouw.kring[1:])
    assert kringbeeld(opbouw) == kringbeeld(opbouw) != kringbeeld(ander)


def test_it_can_be_read_without_colour(opbouw: Opbouw) -> None:
    """Words are nearly black on white, and the lines of rings and cards are darker than what they are on."""
    grijs = pixels(kringbeeld(opbouw)).convert("L")
    aantallen = grijs.histogram()
    assert sum(aantallen[:60]) > 2000
    assert sum(aantallen[230:]) > 0.6 * grijs.width * grijs.height
    schaal = pixels(schaalbeeld(opbouw.doelen[0], opbouw)).convert("L")
    assert sum(schaal.histogram()[:90]) > 500


def test_who_cannot_see_the_picture_hears_it_and_who_searches_finds_the_names() -> None:
    pagina: Bladzijde = maak_pagina("nl")
    data = maak_pdf(pagina).data
    plaatjes = [str(knoop["/Alt"]) for soort, knoop in elementen(data) if soort == "/Figure"]
    assert bouw_op(pagina).kring_uitleg in plaatjes
    assert all(lid.naam in alle_tekst(data) for lid in KRING)
    assert bouw_op(pagina).kring_uitleg not in [
        str(knoop.get("/Alt")) for _, knoop in elementen(maak_pdf(replace(pagina, kring=())).data)
    ]


def test_two_families_with_cards_of_one_size_each_get_their_own_names() -> None:
    maten = [Kaartmaat((naam,), ("buur",), 6.0, 2.2) for naam in ("Oma Fatma", "Coach Ben")]
    kring = [Kringregel("Oma Fatma", "buur", 1), Kringregel("Coach Ben", "buur", 2)]
    een = plaats(kring, maten, 42.0)
    ander = plaats(kring, [replace(maat, naam=(maat.naam[0].upper(),)) for maat in maten], 42.0)
    assert een is not None
    assert ander is not None
    assert [k.naam_regels for k in een.namen] == [("Oma Fatma",), ("Coach Ben",)]
    assert [k.naam_regels for k in ander.namen] == [("OMA FATMA",), ("COACH BEN",)]
    assert [(k.x, k.y) for k in een.namen] == [(k.x, k.y) for k in ander.namen]
