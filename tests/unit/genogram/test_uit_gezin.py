"""From a family in the store to the facts of a drawing."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from kernteam_tui.domain.codes import PersoonRol
from kernteam_tui.domain.genogram.omschrijving import beschrijf, beschrijf_lid
from kernteam_tui.domain.genogram.uit_gezin import stamboom_van
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import Geslacht, OuderSoort, RelatieKwaliteit, RelatieSoort
from kernteam_tui.domain.gezinsinvoer import neem_op
from kernteam_tui.domain.huishouden import Bewoner, Huishouden
from kernteam_tui.domain.relatie import Relatie

DAG = date(2026, 11, 23)


def mens(naam: str, **wat: Any) -> Persoon:
    return Persoon(rol=PersoonRol.GEZINSLID, roepnaam=naam, **wat)


def drieling() -> Gezin:
    kinderen = [mens(naam) for naam in ("a", "b", "c", "d")]
    gezin = Gezin(personen=kinderen)
    for een, ander in ((2, 0), (1, 2)):
        gezin.relaties.append(
            Relatie(van_id=kinderen[een].id, naar_id=kinderen[ander].id, soort=RelatieSoort.TWEELING)
        )
    return gezin


def test_pairs_that_share_a_child_are_one_birth_in_the_order_of_entry() -> None:
    gezin = drieling()
    [birth] = stamboom_van(gezin, [], DAG).tweelingen
    assert birth.kind_ids == tuple(kind.id for kind in gezin.personen[:3])


def test_everything_that_is_known_comes_along() -> None:
    moeder, kind = mens("Elif", geslacht=Geslacht.VROUW, geboortejaar=1984), mens("Lina")
    kind.geboortedatum = date(2013, 9, 4)
    gezin = Gezin(personen=[moeder, kind])
    gezin.ouderschappen = [Ouderschap(jongere_id=kind.id, ouder_id=moeder.id, soort=OuderSoort.ADOPTIE)]
    gezin.relaties = [
        Relatie(
            van_id=kind.id, naar_id=moeder.id, soort=RelatieSoort.FAMILIE, kwaliteit=RelatieKwaliteit.HECHT
        )
    ]
    huis = Huishouden(naam="thuis")
    gezin.huishoudens, gezin.bewoners = [huis], [Bewoner(huishouden_id=huis.id, persoon_id=kind.id)]
    boom = stamboom_van(gezin, [kind.id], DAG)
    assert [(lid.naam, lid.leeftijd, lid.geboortejaar, lid.jongere) for lid in boom.leden] == [
        ("Elif", None, 1984, False),
        ("Lina", 13, 2013, True),
    ]
    assert boom.kindschappen[0].soort is OuderSoort.ADOPTIE
    assert boom.koppels == ()
    assert boom.banden[0].kwaliteit is RelatieKwaliteit.HECHT
    assert (boom.woonkringen[0].naam, boom.woonkringen[0].leden) == ("thuis", (kind.id,))


@pytest.mark.parametrize(
    ("geboren", "overleden", "leeftijd"),
    [(1950, 2019, 69), (None, 2019, None), (1950, None, None), (2020, 2019, None)],
)
def test_of_who_died_the_age_that_was_reached(
    geboren: int | None, overleden: int | None, leeftijd: int | None
) -> None:
    gezin = Gezin(personen=[mens("opa", geboortejaar=geboren, overleden=True, overleden_jaar=overleden)])
    [opa] = stamboom_van(gezin, [], DAG).leden
    assert (opa.leeftijd, opa.overleden) == (leeftijd, True)


@pytest.mark.parametrize(
    ("soort", "woord", "zin"),
    [
        (RelatieSoort.FAMILIE, "oma", "Ans, vrouw; oma van Lina."),
        (RelatieSoort.FAMILIE, "tante", "Ans, vrouw; tante van Lina."),
        (RelatieSoort.ANDERS, "buurvrouw", "Ans, vrouw; buurvrouw van Lina."),
        (RelatieSoort.FAMILIE, "", "Ans, vrouw; familie van Lina."),
    ],
)
def test_who_is_drawn_nowhere_is_called_what_the_family_calls_her(
    soort: RelatieSoort, woord: str, zin: str
) -> None:
    ans, lina = mens("Ans", geslacht=Geslacht.VROUW), mens("Lina")
    gezin = Gezin(personen=[lina, ans])
    gezin.relaties = [Relatie(van_id=ans.id, naar_id=lina.id, soort=soort, omschrijving=woord)]
    boom = stamboom_van(gezin, [lina.id], DAG)
    assert beschrijf_lid(boom, ans.id) == zin
    assert beschrijf_lid(boom, lina.id) == "Lina, jongere."


def test_how_it_is_between_two_makes_no_tie_of_it() -> None:
    ans, lina = mens("Ans"), mens("Lina")
    gezin = Gezin(personen=[lina, ans])
    gezin.relaties = [
        Relatie(
            van_id=ans.id, naar_id=lina.id, soort=RelatieSoort.FAMILIE, kwaliteit=RelatieKwaliteit.CONFLICT
        )
    ]
    assert beschrijf_lid(stamboom_van(gezin, [lina.id], DAG), ans.id) == "Ans."


def test_the_lines_that_a_worker_types_at_the_table() -> None:
    lina = Persoon(rol=PersoonRol.JONGERE, roepnaam="Lina")
    gezin = Gezin(personen=[lina])
    typed = ("Ans oma", "Ben oom", "Gerda (buurvrouw)", "Els moeder", "Piet opa via moeder")
    neem_op(gezin, (lina.id,), typed, DAG)
    lines = " ".join(beschrijf(stamboom_van(gezin, [lina.id], DAG)))
    for said in ("Ans, vrouw; oma van Lina.", "Ben, man; oom van Lina.", "buurvrouw van Lina", "ouder: Piet"):
        assert said in lines
    assert "opa" not in lines, "drawn, so said by his child"
