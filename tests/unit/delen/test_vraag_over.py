"""The question about one child, put together from the family."""

from __future__ import annotations

from datetime import date

import pytest

from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.delen.beslissers import bepaal_vereiste, vraag_over
from kernteam_tui.domain.delen.codes import Leeftijdsband
from kernteam_tui.domain.delen.leeftijd import band_van, bepaal_band
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import OuderSoort

VANDAAG = date(2026, 11, 22)
JA, NEE = JaNeeOnbekend.JA, JaNeeOnbekend.NEE


def kind(geboren: date | None = date(2013, 5, 1), jaar: int | None = None) -> Persoon:
    return Persoon(
        id="kind", rol=PersoonRol.JONGERE, roepnaam="Sami", geboortedatum=geboren, geboortejaar=jaar
    )


def gezin(jongere: Persoon) -> Gezin:
    return Gezin(
        personen=[
            jongere,
            Persoon(id="moeder", rol=PersoonRol.OUDER, roepnaam="Moeder"),
            Persoon(id="vader", rol=PersoonRol.OUDER, roepnaam="Vader"),
            Persoon(id="oma", rol=PersoonRol.GEZINSLID, roepnaam="Oma"),
        ],
        ouderschappen=[
            Ouderschap(jongere_id="kind", ouder_id="moeder", gezag=JA),
            Ouderschap(jongere_id="kind", ouder_id="vader", gezag=JA),
            Ouderschap(jongere_id="moeder", ouder_id="oma", gezag=NEE),
        ],
    )


@pytest.mark.parametrize(
    ("leeftijd", "band"),
    [
        (0, Leeftijdsband.TOT_12),
        (11, Leeftijdsband.TOT_12),
        (12, Leeftijdsband.VAN_12),
        (15, Leeftijdsband.VAN_12),
        (16, Leeftijdsband.VAN_16),
        (17, Leeftijdsband.VAN_16),
        (18, Leeftijdsband.VAN_18),
        (None, Leeftijdsband.ONBEKEND),
        (-1, Leeftijdsband.ONBEKEND),
    ],
)
def test_a_birthday_is_the_day_on_which_the_rule_changes(leeftijd: int | None, band: Leeftijdsband) -> None:
    assert bepaal_band(leeftijd) is band


@pytest.mark.parametrize(
    ("jaar", "band"),
    [(2012, Leeftijdsband.VAN_12), (2010, Leeftijdsband.ONBEKEND), (2009, Leeftijdsband.VAN_16)],
)
def test_a_year_of_birth_is_enough_only_where_the_whole_year_falls_in_one_band(
    jaar: int, band: Leeftijdsband
) -> None:
    assert band_van(kind(None, jaar), VANDAAG) is band


def test_a_date_of_birth_counts_before_a_year() -> None:
    assert band_van(kind(date(2013, 5, 1), 2000), VANDAAG) is Leeftijdsband.VAN_12
    assert band_van(kind(None), VANDAAG) is Leeftijdsband.ONBEKEND


def test_child_and_both_parents_are_asked_and_grandmother_is_not() -> None:
    vereiste = bepaal_vereiste(vraag_over(gezin(kind()), "kind", VANDAAG))
    assert [gever.id for gever in vereiste.gevers] == ["kind", "moeder", "vader"]
    assert vereiste.kan


def test_a_parent_who_died_is_not_asked() -> None:
    familie = gezin(kind())
    familie.persoon("vader").overleden = True
    vereiste = bepaal_vereiste(vraag_over(familie, "kind", VANDAAG))
    assert [gever.id for gever in vereiste.gevers] == ["kind", "moeder"]


def test_what_is_noted_of_the_child_travels_along() -> None:
    jongere = kind()
    jongere.wilsonbekwaam = jongere.gezagsconflict = True
    vraag = vraag_over(gezin(jongere), "kind", VANDAAG)
    assert (vraag.wilsonbekwaam, vraag.gezagsconflict) == (True, True)
    assert bepaal_vereiste(vraag).regel == "gezagsconflict"


@pytest.mark.parametrize("soort", [OuderSoort.STIEF, OuderSoort.PLEEG])
def test_a_step_or_foster_parent_is_asked_only_with_gezag(soort: OuderSoort) -> None:
    """By law they have none unless a judge gave it (BW 1:253t); then all of them agree."""
    familie = gezin(kind())
    band = Ouderschap(jongere_id="kind", ouder_id="oma", soort=soort)
    familie.ouderschappen.append(band)
    before = bepaal_vereiste(vraag_over(familie, "kind", VANDAAG))
    assert before.kan
    assert "oma" not in {gever.id for gever in before.gevers}
    band.gezag = JaNeeOnbekend.JA
    after = bepaal_vereiste(vraag_over(familie, "kind", VANDAAG))
    assert "oma" in {gever.id for gever in after.gevers}
