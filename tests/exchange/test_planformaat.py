"""The format of a gezinsplan is data: an old one never changes, a wrong one says what is wrong with it."""

from __future__ import annotations

import hashlib
from importlib import resources

import pytest

from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.fouten import InhoudOngeldig, KernteamError
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.planformaat import Invul
from kernteam_tui.exchange.formaten.planformaat import lees_planformaat
from kernteam_tui.exchange.planformaat import HUIDIG, read_planformaat

UITGEGEVEN = {
    "gezinsplan-2026-1": "ab647d04f8aa4515b4ce135118e0b8f515225c14dd896b7c26a12deea8a18388",
    "gezinsplan-2026-2": "4c73f3da994317c7f054973a1bb3b97a553982abe651dc802d73a180bb16d8a0",
}
"""Format -> SHA-256 of its file: plans were written in it."""
KLEIN = """
formaat = "proef-1"
datum = 2026-11-22
bron = "een proef"
[[onderdeel]]
sleutel = "goed"
titel = "Wat gaat goed"
vraag = "Wat lukt al?"
[[onderdeel]]
sleutel = "doelen"
titel = "Doelen"
vraag = "Wat willen jullie?"
invul = "doelen"
[[onderdeel]]
sleutel = "acties"
titel = "Acties"
vraag = "Wie doet wat?"
invul = "acties"
[[onderdeel]]
sleutel = "opnieuw"
titel = "Opnieuw kijken"
vraag = "Wanneer?"
invul = "evaluatie"
"""


def fout_in(tekst: str, *vereist: str) -> str:
    with pytest.raises(KernteamError) as gezien:
        lees_planformaat(tekst, vereist)
    return str(gezien.value)


@pytest.mark.parametrize(("naam", "vingerafdruk"), UITGEGEVEN.items())
def test_a_format_in_which_plans_were_written_never_changes(naam: str, vingerafdruk: str) -> None:
    bestand = resources.files("kernteam_tui.assets").joinpath(f"{naam}.toml").read_bytes()
    assert hashlib.sha256(bestand.replace(b"\r\n", b"\n")).hexdigest() == vingerafdruk


def test_a_new_plan_is_in_the_present_format_which_has_the_sections_of_the_first() -> None:
    assert Gezinsplan(gezin_id="g").formaat == HUIDIG
    assert read_planformaat().sleutels == read_planformaat("gezinsplan-2026-1").sleutels
    assert len(read_planformaat().sleutels) == 14


@pytest.mark.parametrize("variant", PlanVariant)
def test_every_variant_has_every_section_once_numbered_from_one(variant: PlanVariant) -> None:
    formaat = read_planformaat().in_variant(variant)
    assert sorted(formaat.sleutels) == sorted(read_planformaat().sleutels)
    assert [onderdeel.nr for onderdeel in formaat.onderdelen] == list(range(1, 15))
    assert all(onderdeel.vraag and onderdeel.hulp for onderdeel in formaat.onderdelen)


def test_the_variant_of_a_jongere_begins_with_what_is_theirs_and_speaks_to_one() -> None:
    formaat = read_planformaat().in_variant(PlanVariant.JONGERE)
    assert formaat.sleutels[:2] == ("waarom_dit_plan", "wat_gaat_goed")
    assert formaat.require("wat_willen_wij_bereiken").titel == "Wat wil ik bereiken"
    assert not [o.vraag for o in formaat.onderdelen if "jullie" in o.vraag]


def test_parents_apart_have_words_of_their_own_but_one_list_of_goals() -> None:
    formaat = read_planformaat().in_variant(PlanVariant.GESCHEIDEN_OUDERS)
    apart = {onderdeel.sleutel for onderdeel in formaat.onderdelen if onderdeel.per_ouder}
    assert apart == {"waarom_dit_plan", "wat_gaat_goed", "wat_maakt_het_moeilijk", "akkoord"}
    assert not formaat.require("wat_willen_wij_bereiken").per_ouder


def test_the_first_format_knows_one_variant() -> None:
    oud = read_planformaat("gezinsplan-2026-1")
    assert oud.in_variant(PlanVariant.JONGERE).onderdelen == oud.onderdelen


def test_a_format_of_ones_own_may_have_other_sections_titles_and_an_order() -> None:
    formaat = lees_planformaat(f'{KLEIN}\n[variant.jongere]\neerst = ["opnieuw"]\nper_ouder = ["goed"]\n')
    assert formaat.sleutels == ("goed", "doelen", "acties", "opnieuw")
    assert formaat.require("doelen").invul is Invul.DOELEN
    jongere = formaat.in_variant(PlanVariant.JONGERE)
    assert jongere.sleutels == ("opnieuw", "goed", "doelen", "acties")
    assert jongere.require("goed").per_ouder


@pytest.mark.parametrize(
    ("tekst", "zin"),
    [
        ("formaat = [", "geen geldige TOML (aan het einde)"),
        ('formaat = "a\nb"', "geen geldige TOML (regel 1, teken 13)"),
        (KLEIN.replace('bron = "een proef"', ""), "bron: ontbreekt"),
        (KLEIN.replace('"proef-1"', '"Proef 1"'), "formaat: "),
        (KLEIN.replace('"goed"', '"doelen"'), "deze sleutels staan er dubbel in: doelen"),
        (KLEIN.replace('invul = "acties"', ""), "precies één onderdeel heeft invul acties"),
        (KLEIN.replace('invul = "acties"', 'invul = "taken"'), "onderdeel.2.invul: "),
        (f'{KLEIN}kleur = "rood"', "onderdeel.3.kleur: "),
        (f"{KLEIN}\n[variant.opa]\neerst = []", "variant"),
        (
            f'{KLEIN}\n[variant.gezin]\neerst = ["weg"]',
            "variant gezin noemt onderdelen die er niet zijn: weg",
        ),
        (
            f'{KLEIN}\n[variant.gezin.woorden]\nweg = {{ titel = "x" }}',
            "noemt onderdelen die er niet zijn: weg",
        ),
        ("", "formaat: ontbreekt"),
    ],
)
def test_a_wrong_format_says_where_and_what(tekst: str, zin: str) -> None:
    assert zin in fout_in(tekst)


def test_the_fixed_sections_may_not_be_left_out() -> None:
    assert "Deze vaste onderdelen ontbreken: akkoord, veiligheid." in fout_in(
        KLEIN, "veiligheid", "goed", "akkoord"
    )


def test_what_is_wrong_never_repeats_what_was_written() -> None:
    assert "geheim" not in fout_in('formaat = "geheim')
    with pytest.raises(InhoudOngeldig):
        lees_planformaat('formaat = "geheim')
