"""From a family in the store to the facts of a drawing."""

from __future__ import annotations

from datetime import date

import pytest

from kernteam_tui.domain.codes import PersoonRol
from kernteam_tui.domain.genogram.uit_gezin import stamboom_van
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import Geslacht, OuderSoort, RelatieKwaliteit, RelatieSoort
from kernteam_tui.domain.huishouden import Bewoner, Huishouden
from kernteam_tui.domain.relatie import Relatie

DAG = date(2026, 11, 23)


def mens(naam: str, **wat: object) -> Persoon:
    return Persoon(rol=PersoonRol.GEZINSLID, roepnaam=naam, **wat)  # type: ignore[arg-type]


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
