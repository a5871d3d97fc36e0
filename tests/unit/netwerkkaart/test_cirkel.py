"""The map on paper: labels in their own ring and group, none over another."""

from __future__ import annotations

from itertools import combinations
from math import hypot

from hypothesis import given, settings

from kernteam_tui.domain.gezinscodes import Netwerkgroep
from kernteam_tui.domain.netwerkkaart.cirkel import MIDDEN, STRAAL, Cirkel, _in_punt, leg_cirkel
from kernteam_tui.domain.netwerkkaart.kaart import Kaart
from tests.unit.netwerkkaart.mensen import kaart, kaarten, mens, volle_kaart


def fouten(getekend: Kaart, cirkel: Cirkel) -> list[str]:
    """What is wrong with where labels lie."""
    uit = []
    for (een, vlak), (twee, ander) in combinations(cirkel.labels.items(), 2):
        if vlak.raakt(ander):
            uit.append(f"{een} over {twee}")
    randen = (MIDDEN, *cirkel.stralen)
    for wie in getekend.mensen:
        if wie.id not in cirkel.labels:
            continue
        vlak = cirkel.labels[wie.id]
        punt = next(punt for punt in cirkel.punten if punt.groep is wie.groep)
        if not randen[wie.nabij - 1] <= hypot(vlak.x, vlak.y) <= randen[wie.nabij]:
            uit.append(f"{wie.id} in another ring")
        if not _in_punt(punt, vlak.x, vlak.y):
            uit.append(f"{wie.id} in another group")
        if any(hypot(*hoek) > STRAAL for hoek in vlak.hoeken):
            uit.append(f"{wie.id} off the map")
        if vlak.raakt(punt.naam):
            uit.append(f"{wie.id} over the name of the group")
    return uit


@settings(deadline=None, max_examples=60)
@given(kaarten())
def test_up_to_25_people_have_a_place_of_their_own(getekend: Kaart) -> None:
    cirkel = leg_cirkel(getekend)
    assert fouten(getekend, cirkel) == []
    assert cirkel.niet_getekend == ()
    assert set(cirkel.labels) == {wie.id for wie in getekend.mensen}


def test_a_label_that_is_moved_over_another_is_seen() -> None:
    getekend = volle_kaart()
    cirkel = leg_cirkel(getekend)
    labels = {**cirkel.labels, "Sara": cirkel.labels["Oma Ans"]}
    gebroken = Cirkel(cirkel.stralen, cirkel.punten, labels, cirkel.schaal)
    assert "Oma Ans over Sara" in fouten(getekend, gebroken)
    assert "Sara in another group" in fouten(getekend, gebroken)


def test_who_finds_no_place_is_named_and_never_drawn_over_others() -> None:
    menigte = kaart(
        [mens(f"iemand met een lange naam {n}", Netwerkgroep.BUREN, "PGAE", nabij=1) for n in range(120)]
    )
    cirkel = leg_cirkel(menigte)
    assert cirkel.niet_getekend
    assert len(cirkel.niet_getekend) + len(cirkel.labels) == 120
    assert fouten(menigte, cirkel) == []


def test_the_gezin_is_on_top_and_the_groups_go_round_in_one_order() -> None:
    for getekend in (kaart([]), volle_kaart()):
        punten = leg_cirkel(getekend).punten
        assert punten[0].groep is Netwerkgroep.GEZIN
        assert abs(punten[0].midden) < 0.001
        assert [round(a.tot, 6) for a in punten[:-1]] == [round(b.van, 6) for b in punten[1:]]
        assert round(punten[-1].tot - punten[0].van, 6) == 360


def test_the_same_map_is_laid_out_the_same_each_time() -> None:
    assert leg_cirkel(volle_kaart()) == leg_cirkel(volle_kaart())
