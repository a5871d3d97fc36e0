"""Who has gezag over one jongere: what counts, what does not, and what still has to be found out."""

from __future__ import annotations

from datetime import date

import pytest

from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.delen.codes import Gezagsbeeld
from kernteam_tui.domain.gezagsbeeld import gezagsbeeld
from kernteam_tui.domain.gezin import Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import OuderSoort
from tests.unit.gezin.gezinnen import VANDAAG, ouder, sami

JA, NEE, ONBEKEND = JaNeeOnbekend.JA, JaNeeOnbekend.NEE, JaNeeOnbekend.ONBEKEND
BIO, STIEF, PLEEG, VOOGD = OuderSoort.BIOLOGISCH, OuderSoort.STIEF, OuderSoort.PLEEG, OuderSoort.VOOGD


@pytest.mark.parametrize(
    ("ouders", "soort", "zin", "na_te_gaan"),
    [
        ([(BIO, JA), (BIO, JA)], Gezagsbeeld.GEZAMENLIJK, "gezamenlijk, A en B", ""),
        ([(BIO, JA), (BIO, NEE)], Gezagsbeeld.ALLEEN, "alleen A", ""),
        ([(BIO, JA), (BIO, ONBEKEND)], Gezagsbeeld.ONBEKEND, "onbekend", "Ga na of B gezag heeft"),
        ([(BIO, JA)], Gezagsbeeld.ALLEEN, "alleen A", "andere ouder staat er niet bij"),
        ([], Gezagsbeeld.NIEMAND, "onbekend", "Niemand met gezag bekend"),
        ([(BIO, NEE), (BIO, NEE)], Gezagsbeeld.NIEMAND, "onbekend", "wie de voogd is"),
        ([(BIO, NEE), (BIO, NEE), (VOOGD, JA)], Gezagsbeeld.VOOGD, "voogd C", ""),
        ([(BIO, JA), (VOOGD, JA)], Gezagsbeeld.ONBEKEND, "onbekend", "niet samen gezag"),
        ([(BIO, JA), (BIO, NEE), (STIEF, ONBEKEND)], Gezagsbeeld.ALLEEN, "alleen A", ""),
        ([(BIO, JA), (BIO, NEE), (PLEEG, NEE)], Gezagsbeeld.ALLEEN, "alleen A", ""),
        ([(BIO, JA), (BIO, NEE), (STIEF, JA)], Gezagsbeeld.GEZAMENLIJK, "gezamenlijk, A en C", ""),
        ([(BIO, JA), (BIO, JA), (STIEF, JA)], Gezagsbeeld.ONBEKEND, "onbekend", "hoogstens twee"),
    ],
    ids=lambda waarde: waarde if isinstance(waarde, str) else None,
)
def test_gezag_as_a_worker_says_it(
    ouders: list[tuple[OuderSoort, JaNeeOnbekend]], soort: Gezagsbeeld, zin: str, na_te_gaan: str
) -> None:
    gezin, jongere = sami()
    for naam, (kind, gezag) in zip("ABC", ouders, strict=False):
        ouder(gezin, jongere, naam, gezag, kind)
    beeld = gezagsbeeld(gezin, jongere.id, VANDAAG)
    assert (beeld.soort, beeld.zin) == (soort, zin)
    assert na_te_gaan in beeld.twijfel
    assert bool(na_te_gaan) is bool(beeld.twijfel)


def test_gezag_differs_between_two_children_of_one_mother() -> None:
    gezin, jongere = sami()
    moeder = ouder(gezin, jongere, "Ayşe")
    lina = Persoon(rol=PersoonRol.GEZINSLID, roepnaam="Lina")
    gezin.personen.append(lina)
    gezin.ouderschappen.append(Ouderschap(jongere_id=lina.id, ouder_id=moeder.id, gezag=NEE))
    assert gezagsbeeld(gezin, jongere.id, VANDAAG).zin == "alleen Ayşe"
    assert gezagsbeeld(gezin, lina.id, VANDAAG).zin == "onbekend"


def test_a_parent_who_died_has_no_gezag_and_is_not_asked() -> None:
    gezin, jongere = sami()
    ouder(gezin, jongere, "Ayşe")
    ouder(gezin, jongere, "Kemal", ONBEKEND, overleden=True)
    assert gezagsbeeld(gezin, jongere.id, VANDAAG).zin == "alleen Ayşe"


def test_gezag_without_a_word_on_how_it_is_known_nags() -> None:
    gezin, jongere = sami()
    ouder(gezin, jongere, "Ayşe", hoe="")
    ouder(gezin, jongere, "Kemal")
    assert "hoe je het weet" in gezagsbeeld(gezin, jongere.id, VANDAAG).twijfel


def test_from_the_eighteenth_birthday_nobody_has_gezag() -> None:
    gezin, jongere = sami()
    ouder(gezin, jongere, "Ayşe", ONBEKEND)
    assert not gezagsbeeld(gezin, jongere.id, date(2030, 1, 13)).volwassen
    beeld = gezagsbeeld(gezin, jongere.id, date(2030, 1, 14))
    assert (beeld.volwassen, beeld.zin, beeld.twijfel) == (True, "18 of ouder, beslist zelf", "")


def test_of_a_birth_year_alone_somebody_is_a_child_as_long_as_that_can_be() -> None:
    gezin, jongere = sami(geboortedatum=None, geboortejaar=2008)
    assert not gezagsbeeld(gezin, jongere.id, date(2026, 12, 31)).volwassen
    assert gezagsbeeld(gezin, jongere.id, date(2027, 1, 1)).volwassen


def test_parents_who_do_not_agree_are_named() -> None:
    gezin, jongere = sami(gezagsconflict=True)
    for naam in ("Ayşe", "Kemal"):
        ouder(gezin, jongere, naam)
    assert "rechter" in gezagsbeeld(gezin, jongere.id, VANDAAG).twijfel
