"""Thirty families, laid out and measured; each measure sees a spoiled drawing."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from kernteam_tui.domain.genogram.stamboom import Kindschap, Koppel, Lid, Stamboom, Tweeling
from kernteam_tui.domain.genogram.tekenaar import maak_tekening
from kernteam_tui.domain.genogram.tekening import Lijnsoort, Tekening
from kernteam_tui.domain.gezinscodes import Geslacht, OuderSoort, RelatieSoort
from tests.unit.genogram import meten
from tests.unit.genogram.gezinnen import Gezin, alle_gezinnen, gezin

GEZINNEN = alle_gezinnen()
NIEUW = "nieuw"


@pytest.fixture(params=GEZINNEN, ids=lambda deel: deel.naam)
def deel(request: pytest.FixtureRequest) -> Gezin:
    uit: Gezin = request.param
    return uit


def met_kind(stamboom: Stamboom, *ouders: str) -> Stamboom:
    """The same family with one more, youngest, child."""
    return replace(
        stamboom,
        leden=(*stamboom.leden, Lid(NIEUW, "Nieuw", Geslacht.VROUW, 2025, 1)),
        kindschappen=(*stamboom.kindschappen, *(Kindschap(NIEUW, ouder) for ouder in ouders)),
    )


def schuif(tekening: Tekening, lid_id: str, x: int) -> Tekening:
    """Spoil a drawing: put one person at another column."""
    return replace(tekening, figuren={**tekening.figuren, lid_id: replace(tekening.figuren[lid_id], x=x)})


def test_the_list_holds_what_it_promises() -> None:
    assert len(GEZINNEN) == 30
    assert sum(deel.naam.startswith("willekeurig") for deel in GEZINNEN) == 15
    grootten = [len(deel.stamboom.leden) for deel in GEZINNEN]
    assert min(grootten) <= 4
    assert max(grootten) == 25


def test_nobody_stands_over_another(deel: Gezin) -> None:
    assert meten.over_elkaar(maak_tekening(deel.stamboom)) == []


def test_no_line_runs_through_a_person(deel: Gezin) -> None:
    assert meten.door_iemand(maak_tekening(deel.stamboom)) == []


def test_children_stand_under_their_parents(deel: Gezin) -> None:
    assert meten.naast_ouders(maak_tekening(deel.stamboom)) == []


def test_every_relation_is_drawn(deel: Gezin) -> None:
    assert meten.niet_getekend(maak_tekening(deel.stamboom)) == []


def test_lines_of_different_families_never_lie_on_each_other(deel: Gezin) -> None:
    assert meten.lijnen_op_elkaar(maak_tekening(deel.stamboom)) == []


def test_the_same_facts_give_the_same_drawing(deel: Gezin) -> None:
    assert maak_tekening(deel.stamboom) == maak_tekening(deel.stamboom)


def test_a_new_child_of_anybody_leaves_all_others_in_their_order(deel: Gezin) -> None:
    """One more child for each couple with children, and a first child for everybody else old enough."""
    tekening = maak_tekening(deel.stamboom)
    voor = meten.volgorde(tekening)
    ouderparen = {nest.ouders for nest in tekening.verwanten.nesten}
    ouderparen |= {(lid.id,) for lid in deel.stamboom.leden if (lid.geboortejaar or 0) < 2003}
    ouderparen -= {(lid,) for lid in tekening.verwanten.los}
    assert ouderparen
    for ouders in sorted(ouderparen):
        na = maak_tekening(met_kind(deel.stamboom, *ouders))
        assert meten.omgegooid(voor, meten.volgorde(na), {NIEUW}) == [], ouders
        assert meten.over_elkaar(na) == []
        assert meten.door_iemand(na) == []


def test_a_new_partner_leaves_all_others_in_their_order(deel: Gezin) -> None:
    tekening = maak_tekening(deel.stamboom)
    voor = meten.volgorde(tekening)
    alleen = [
        lid.id
        for lid in deel.stamboom.leden
        if lid.id not in tekening.verwanten.paren_van and lid.id not in tekening.verwanten.los
    ]
    for lid in alleen:
        erbij = replace(
            deel.stamboom,
            leden=(*deel.stamboom.leden, Lid(NIEUW, "Nieuw", Geslacht.ANDERS)),
            koppels=(*deel.stamboom.koppels, Koppel(NIEUW, lid, RelatieSoort.RELATIE)),
        )
        assert meten.omgegooid(voor, meten.volgorde(maak_tekening(erbij)), {NIEUW}) == [], lid


def test_somebody_without_any_line_is_put_aside(deel: Gezin) -> None:
    tekening = maak_tekening(deel.stamboom)
    erbij = replace(deel.stamboom, leden=(*deel.stamboom.leden, Lid(NIEUW, "Buurvrouw", Geslacht.VROUW)))
    na = maak_tekening(erbij)
    assert na.figuren[NIEUW].rij == -1
    assert na.figuren[NIEUW].y > max(figuur.y for figuur in tekening.figuren.values() if figuur.rij >= 0)
    assert meten.omgegooid(meten.volgorde(tekening), meten.volgorde(na), {NIEUW}) == []


class TestControles:
    """Each measure fails on a drawing that was spoiled on purpose."""

    def test_two_people_on_one_place_are_seen(self) -> None:
        tekening = maak_tekening(gezin("zes mensen, twee huizen"))
        bedorven = schuif(tekening, "tom", tekening.figuren["lina"].x + 4)
        assert meten.over_elkaar(bedorven)

    def test_a_couple_line_through_a_partner_is_seen(self) -> None:
        tekening = maak_tekening(gezin("halfbroers en -zussen van drie koppels"))
        rob, eva = tekening.figuren["rob"], tekening.figuren["eva"]
        recht = tuple(
            replace(lijn, punten=((rob.x, rob.y), (eva.x, eva.y)))
            if set(lijn.ids) == {"rob", "eva"}
            else lijn
            for lijn in tekening.lijnen
        )
        fout = meten.door_iemand(replace(tekening, lijnen=recht), (Lijnsoort.KOPPEL,))
        assert any("mia" in zin for zin in fout)

    def test_a_child_far_from_its_parents_is_seen(self) -> None:
        tekening = maak_tekening(gezin("alleenstaande ouder"))
        ver = schuif(schuif(tekening, "dy", 60), "jay", 70)
        assert meten.naast_ouders(ver)
        boven = replace(tekening.figuren["jay"], y=tekening.figuren["mo"].y)
        assert meten.naast_ouders(replace(tekening, figuren={**tekening.figuren, "jay": boven}))

    @pytest.mark.parametrize("soort", [Lijnsoort.KOPPEL, Lijnsoort.KIND])
    def test_each_line_that_is_left_out_is_missed(self, soort: Lijnsoort) -> None:
        tekening = maak_tekening(gezin("pleegkind met twee paar ouders"))
        for lijn in tekening.lijnen:
            if lijn.soort is soort:
                zonder = tuple(ander for ander in tekening.lijnen if ander is not lijn)
                assert meten.niet_getekend(replace(tekening, lijnen=zonder)), lijn.ids

    def test_a_child_line_that_stops_short_is_missed(self) -> None:
        tekening = maak_tekening(gezin("alleenstaande ouder"))
        kort = tuple(replace(lijn, punten=lijn.punten[:-1]) for lijn in tekening.lijnen)
        assert meten.niet_getekend(replace(tekening, lijnen=kort))

    def test_two_lanes_that_fall_together_are_seen(self) -> None:
        tekening = maak_tekening(gezin("pleegkind met twee paar ouders"))
        lagen = sorted(
            {y for lijn in tekening.lijnen if lijn.soort is Lijnsoort.KIND for _, y in lijn.punten}
        )
        plat = tuple(
            replace(lijn, punten=tuple((x, lagen[-2] if y == lagen[-3] else y) for x, y in lijn.punten))
            for lijn in tekening.lijnen
        )
        assert meten.lijnen_op_elkaar(replace(tekening, lijnen=plat))

    def test_a_turned_over_row_is_seen(self) -> None:
        stamboom = gezin("drie generaties")
        voor = meten.volgorde(maak_tekening(stamboom))
        na = meten.volgorde(maak_tekening(met_kind(stamboom, "piet")))
        assert meten.omgegooid(voor, [rij[::-1] for rij in na], {NIEUW})


def test_conventions_of_the_field() -> None:
    """Man left, woman right; oldest child left (domain 7)."""
    tekening = maak_tekening(gezin("zes mensen, twee huizen"))
    x = {lid: figuur.x for lid, figuur in tekening.figuren.items()}
    assert x["karel"] < x["anna"] < x["joost"]
    assert x["lina"] < x["tom"]
    assert x["tom"] < x["sam"]


def test_half_brothers_of_three_couples_hang_under_their_own_couple_oldest_left() -> None:
    tekening = maak_tekening(gezin("halfbroers en -zussen van drie koppels"))
    onderste = meten.volgorde(tekening)[-1]
    assert onderste == ["bas", "iris", "noor", "daan", "juul"]


def test_who_came_together_again_has_one_line_with_both_marks() -> None:
    tekening = maak_tekening(gezin("met elkaar hertrouwd"))
    assert [merk.teksten for merk in tekening.merken] == [("//", "∞")]
    assert sum(lijn.soort is Lijnsoort.KOPPEL for lijn in tekening.lijnen) == 1


def test_a_widow_is_not_shown_as_divorced() -> None:
    tekening = maak_tekening(gezin("vader overleden, moeder hertrouwd"))
    assert tekening.merken == ()


def test_a_grandmother_who_fosters_stays_on_her_own_row() -> None:
    tekening = maak_tekening(gezin("oma is pleegouder en voogd"))
    assert tekening.figuren["oma"].rij == 0
    assert tekening.figuren["ma"].rij == 1
    assert tekening.figuren["kind"].rij == 2


def test_foster_parents_stand_on_the_row_of_the_parents_also_without_their_own() -> None:
    leden = tuple(Lid(naam, naam) for naam in ("opa", "ma", "kind", "pleegma"))
    banden = (
        Kindschap("ma", "opa"),
        Kindschap("kind", "ma"),
        Kindschap("kind", "pleegma", OuderSoort.PLEEG),
    )
    tekening = maak_tekening(Stamboom(leden, banden))
    assert {lid: figuur.rij for lid, figuur in tekening.figuren.items()} == {
        "opa": 0,
        "ma": 1,
        "pleegma": 1,
        "kind": 2,
    }


def test_twins_stand_side_by_side_also_where_one_of_them_is_the_parent() -> None:
    """The mother has her brothers and sisters at her right hand; her twin comes first, whatever the ages."""
    leden = (
        *(Lid(naam, naam) for naam in ("opa", "oma", "opb", "omb")),
        Lid("pa", "pa", Geslacht.MAN),
        Lid("ma", "ma", Geslacht.VROUW, 1980),
        Lid("oudste", "oudste", Geslacht.MAN, 1975),
        Lid("tweeling", "tweeling", Geslacht.MAN, 1980),
        Lid("kind", "kind", jongere=True),
    )
    banden = (
        *(Kindschap("pa", ouder) for ouder in ("opa", "oma")),
        *(Kindschap(kind, ouder) for kind in ("oudste", "ma", "tweeling") for ouder in ("opb", "omb")),
        *(Kindschap("kind", ouder) for ouder in ("pa", "ma")),
    )
    tekening = maak_tekening(Stamboom(leden, banden, tweelingen=(Tweeling(("tweeling", "ma")),)))
    assert meten.volgorde(tekening)[1] == ["pa", "ma", "tweeling", "oudste"]


def test_twins_leave_one_point() -> None:
    tekening = maak_tekening(gezin("tweelingen in twee generaties"))
    vorken = [lijn for lijn in tekening.lijnen if lijn.soort is Lijnsoort.TWEELING]
    assert len(vorken) == 4
    assert len({lijn.punten[-3] for lijn in vorken}) == 2


def test_two_mothers_are_one_couple_with_whole_lines() -> None:
    tekening = maak_tekening(gezin("twee moeders"))
    kind = [lijn for lijn in tekening.lijnen if lijn.soort is Lijnsoort.KIND]
    assert {lijn.ids for lijn in kind} == {("joep", "ilse", "fem"), ("saar", "ilse", "fem")}


@pytest.mark.parametrize(
    ("leden", "rest"),
    [
        (("a", "a"), {}),
        (("a",), {"kindschappen": (Kindschap("a", "b"),)}),
        (("a",), {"koppels": (Koppel("a", "a", RelatieSoort.GEHUWD),)}),
        (("a", "b"), {"koppels": (Koppel("a", "b", RelatieSoort.FAMILIE),)}),
    ],
)
def test_facts_that_cannot_be_are_refused(leden: tuple[str, ...], rest: dict[str, Any]) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - the class is all a caller gets
        Stamboom(tuple(Lid(naam, naam) for naam in leden), **rest)


def test_an_empty_family_is_an_empty_drawing() -> None:
    tekening = maak_tekening(Stamboom(()))
    assert (tekening.breedte, tekening.regels, tekening.lijnen) == (0, (), ())


def test_kindschap_of_each_kind_has_its_own_stroke() -> None:
    leden = (Lid("o", "Ouder"), *(Lid(soort.value, "Kind") for soort in OuderSoort))
    kinderen = tuple(Kindschap(soort.value, "o", soort) for soort in OuderSoort)
    tekening = maak_tekening(Stamboom(leden, kinderen))
    stijlen = {lijn.ids[0]: lijn.stijl.value for lijn in tekening.lijnen}
    assert stijlen == {
        "biologisch": "vol",
        "adoptie": "streep",
        "pleeg": "streep",
        "stief": "stip",
        "voogd": "stip",
    }
