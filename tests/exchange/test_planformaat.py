"""The format of a gezinsplan is data: an old one never changes, a wrong one says what is wrong with it."""

from __future__ import annotations

import hashlib
import re
import tomllib
from collections.abc import Mapping
from dataclasses import replace
from importlib import resources
from pathlib import Path

import pytest

from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.fouten import InhoudOngeldig, KernteamError
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.plancontrole.hulp import ONDERDEEL, VELDEN
from kernteam_tui.domain.planformaat import (
    HULPVELDEN,
    VEREIST,
    Invul,
    VastOnderdeel,
    Veld,
    Veldsoort,
    Vereist,
)
from kernteam_tui.exchange.formaten.planformaat import (
    PlanformaatBestand,
    lees_planformaat,
)
from kernteam_tui.exchange.planformaat import HUIDIG, VAN_HET_PROGRAMMA, formaattekst, read_planformaat

UITGEGEVEN = {
    "gezinsplan-2026-1": "ab647d04f8aa4515b4ce135118e0b8f515225c14dd896b7c26a12deea8a18388",
    "gezinsplan-2026-3": "bd366465febb25ec2dd763fcb66acdca55800ee6772851d17c3d0dd52cc6d5c5",
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


def fout_in(tekst: str, vereist: Mapping[str, Vereist] | None = None) -> str:
    with pytest.raises(KernteamError) as gezien:
        lees_planformaat(tekst, vereist)
    return gezien.value.zin


@pytest.mark.parametrize(("naam", "vingerafdruk"), UITGEGEVEN.items())
def test_a_format_in_which_plans_were_written_never_changes(naam: str, vingerafdruk: str) -> None:
    bestand = resources.files("kernteam_tui.assets").joinpath(f"{naam}.toml").read_bytes()
    assert hashlib.sha256(bestand.replace(b"\r\n", b"\n")).hexdigest() == vingerafdruk


def test_a_new_plan_is_in_the_present_format_which_has_the_sections_of_the_first() -> None:
    assert Gezinsplan(gezin_id="g").formaat == HUIDIG == VAN_HET_PROGRAMMA[0]
    assert read_planformaat().sleutels == read_planformaat("gezinsplan-2026-1").sleutels
    assert len(read_planformaat().sleutels) == 14


@pytest.mark.parametrize("naam", VAN_HET_PROGRAMMA)
def test_every_format_of_the_program_has_what_it_asks_of_another(naam: str) -> None:
    assert lees_planformaat(formaattekst(naam), VEREIST).naam == naam


def _zonder_hulp(onderdeel: VastOnderdeel) -> VastOnderdeel:
    """As the family reads it: what is said to the worker may be put in other words."""
    return replace(onderdeel, velden=(), hulp="")


@pytest.mark.parametrize("variant", PlanVariant)
def test_the_present_format_is_the_one_before_it_with_fields(variant: PlanVariant) -> None:
    nu, eerder = (read_planformaat(naam).in_variant(variant) for naam in VAN_HET_PROGRAMMA[:2])
    assert list(map(_zonder_hulp, nu.onderdelen)) == list(map(_zonder_hulp, eerder.onderdelen))
    assert not [onderdeel for onderdeel in eerder.onderdelen if onderdeel.velden]
    met_velden = {onderdeel.sleutel for onderdeel in nu.onderdelen if onderdeel.velden}
    assert met_velden == {"wie_zijn_wij", "veiligheid", "hulp_die_erbij_komt"}


def test_the_fields_of_extra_help_are_those_that_the_check_looks_at() -> None:
    velden = read_planformaat().require(ONDERDEEL).veldvragen
    assert tuple(velden) == HULPVELDEN == tuple(VELDEN)


def test_only_parents_apart_are_asked_for_their_agreements_about_the_children() -> None:
    apart = {"zorgregeling", "ouderschapsplan"}
    for variant in PlanVariant:
        gevraagd = read_planformaat().in_variant(variant).require("wie_zijn_wij").veldvragen.keys()
        assert (gevraagd & apart == apart) == (variant is PlanVariant.GESCHEIDEN_OUDERS)
        assert "woonsituatie" in gevraagd


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


def test_a_variant_hides_a_section_or_a_field_and_asks_a_field_in_other_words() -> None:
    formaat = lees_planformaat(
        f"""{KLEIN}
[[onderdeel.veld]]
sleutel = "dag"
vraag = "Welke dag"
soort = "dag"
[[onderdeel.veld]]
sleutel = "wie"
vraag = "Met wie"
[variant.jongere]
niet = ["goed", "opnieuw.wie"]
[variant.jongere.woorden]
"opnieuw.dag" = {{ vraag = "Wanneer kan jij" }}
"""
    )
    jongere = formaat.in_variant(PlanVariant.JONGERE)
    assert jongere.sleutels == ("doelen", "acties", "opnieuw")
    assert [onderdeel.nr for onderdeel in jongere.onderdelen] == [1, 2, 3]
    assert jongere.require("opnieuw").velden == (Veld("dag", "Wanneer kan jij", "", Veldsoort.DAG),)
    assert formaat.in_variant(PlanVariant.GEZIN).require("opnieuw").veldvragen == {
        "dag": "Welke dag",
        "wie": "Met wie",
    }


VELD = '\n[[onderdeel.veld]]\nsleutel = "a"\nvraag = "A"\n'
FOUT = [
    ("formaat = [", "geen geldige TOML (aan het einde)"),
    ('formaat = "a\nb"', "geen geldige TOML (regel 1, teken 13)"),
    ("formaat = “proef-1”", "Gebruik om een tekst rechte aanhalingstekens"),
    ('formaat = "proef-1”\n', "Gebruik om een tekst rechte aanhalingstekens"),
    ('bron = "zo ‘heet’ het" x', "Kijk op die plek of een aanhalingsteken of haakje mist."),
    (f"formaat = {'[' * 50_000}", "een rij haakjes in die veel te lang is"),
    (f"datum = {'9' * 5_000}", "een getal of een rij haakjes in die veel te lang is"),
    (KLEIN.replace('bron = "een proef"', ""), "Bron: ontbreekt; zet het erbij"),
    (KLEIN.replace('"een proef"', '" "'), "Bron: is leeg; vul het in"),
    (KLEIN.replace('"proef-1"', '"Proef 1"'), "Formaat: gebruik kleine letters, cijfers en streepjes"),
    (KLEIN.replace("2026-11-22", "2026-11-22T10:00:00"), "Datum: moet een dag zijn; schrijf hem als"),
    (KLEIN.replace("2026-11-22", "5"), "Datum: moet een dag zijn"),
    (
        KLEIN.replace('"goed"', '"doelen"'),
        "Onderdeel 2 ‘doelen’ (regel 9): deze sleutel is er al; geef elk onderdeel een eigen sleutel",
    ),
    (
        KLEIN.replace('"goed"', '"Goed!"'),
        "Onderdeel 1 (regel 5), sleutel: gebruik kleine letters, cijfers en _",
    ),
    (
        KLEIN.replace('invul = "acties"', ""),
        'Onderdelen: precies één onderdeel heeft invul = "acties"; nu zijn het er 0',
    ),
    (
        KLEIN.replace('invul = "acties"', 'invul = "taken"'),
        "Onderdeel 3 ‘acties’ (regel 14), invul: dit kan niet; kies uit tekst, doelen, acties of evaluatie",
    ),
    (
        f'{KLEIN}kleur = "rood"',
        "Onderdeel 4 ‘opnieuw’ (regel 19), kleur: dit bestaat hier niet; kies uit sleutel, titel, vraag,",
    ),
    (KLEIN.replace("vraag = ", "vraag = 3 #", 1), "Onderdeel 1 ‘goed’ (regel 5), vraag: moet tekst zijn"),
    (KLEIN.replace('"Wat gaat goed"', '"Wat\\ngaat"'), "(regel 5), titel: zet dit op één regel"),
    (KLEIN.replace('"Wat gaat goed"', '"Wat\\u202egaat"'), "(regel 5), titel: zet dit op één regel"),
    (KLEIN.replace('"Wat gaat goed"', f'"{"a" * 61}"'), "titel: is te lang; maak er hoogstens 60 letters"),
    (f'kleur = "rood"{KLEIN}', "Kleur: dit bestaat hier niet; kies uit formaat, datum, bron, onderdeel en"),
    ('formaat = "x-1"\ndatum = 2026-11-22\nbron = "b"\nonderdeel = 3', "Onderdelen: moet een lijst zijn"),
    ('formaat = "x-1"\ndatum = 2026-11-22\nbron = "b"\nonderdeel = [3]', "Onderdeel 1: moet een groep zijn"),
    (f"{KLEIN}\nveld = [3]", "Onderdeel 4 ‘opnieuw’ (regel 19), veld 1: moet een groep zijn"),
    (f'{KLEIN}[[onderdeel.veld]]\nsleutel = "a"', "veld 1 ‘a’, vraag: ontbreekt; zet het erbij"),
    (
        f'{KLEIN}[[onderdeel.veld]]\nsleutel = "a"\nvraag = "A"\nsoort = "geld"',
        "Onderdeel 4 ‘opnieuw’ (regel 19), veld 1 ‘a’, soort: dit kan niet; kies uit tekst, dag of cijfer",
    ),
    (
        f"{KLEIN}{VELD}{VELD}",
        "veld ‘a’: deze sleutel is er al; geef elk veld een eigen sleutel",
    ),
    (f"{KLEIN}\n[variant.opa]\neerst = []", "Variant opa: dit kan niet; kies uit gezin"),
    (f"{KLEIN}\n[variant.gezin]\nkleur = []", "Variant gezin, kleur: dit bestaat hier niet; kies uit eerst"),
    (f'{KLEIN}\n[variant.gezin]\neerst = ["weg"]', "Variant gezin, eerst: ‘weg’ is er niet; kijk hoe"),
    (f'{KLEIN}\n[variant.gezin]\nper_ouder = ["weg"]', "Variant gezin, per_ouder: ‘weg’ is er niet"),
    (f'{KLEIN}\n[variant.gezin]\nniet = ["goed.weg"]', "Variant gezin, niet: ‘goed.weg’ is er niet"),
    (f'{KLEIN}\n[variant.gezin]\nniet = ["acties"]', "‘acties’ heeft invul acties en kan niet weg; haal het"),
    (
        f'{KLEIN}\n[variant.gezin.woorden]\nweg = {{ titel = "x" }}',
        "Variant gezin, woorden: ‘weg’ is er niet; kijk hoe het onderdeel of veld heet",
    ),
    (
        f'{KLEIN}[[onderdeel.veld]]\nsleutel = "a"\nvraag = "A"\n[variant.gezin.woorden]\n'
        '"opnieuw.a" = { titel = "x" }',
        "‘opnieuw.a’ is een veld; geef het alleen een vraag van hoogstens 40 letters",
    ),
    (KLEIN.replace("[[onderdeel]]", "[[deel]]"), "Deel: dit bestaat hier niet"),
    ("", "In dit planformaat kloppen 4 dingen niet. (1) Formaat: ontbreekt; zet het erbij. (2) Datum:"),
]
"""A broken file, and what is said of it: where, what, and what to do."""


@pytest.mark.parametrize(("tekst", "zin"), FOUT)
def test_a_wrong_format_says_where_and_what_to_do(tekst: str, zin: str) -> None:
    gezien = fout_in(tekst)
    assert zin in gezien
    assert not re.search(r"\b(input|field|should|valid|error|line)\b", gezien)


def test_a_fault_deep_in_a_file_is_said_once_and_many_faults_are_counted() -> None:
    assert "ontbreekt" not in fout_in(KLEIN.replace('"Wat gaat goed"', "3"))
    veel = fout_in(KLEIN.replace("titel = ", "naam = ").replace("vraag = ", "zin = "))
    assert "kloppen 16 dingen niet. De eerste 5: (1) " in veel
    assert "(6)" not in veel


def test_lines_are_counted_as_they_stand_in_the_file() -> None:
    tekst = KLEIN.replace("[[onderdeel]]", "\n\n[[ onderdeel ]]  # een").replace('invul = "acties"', "x = 1")
    regel = int(fout_in(tekst).partition("(regel ")[2].partition(")")[0])
    assert tekst.split("\n")[regel - 1].startswith("[[ onderdeel ]]")


def test_a_line_is_not_guessed_where_the_file_is_written_in_another_way() -> None:
    assert "regel" not in fout_in(
        'formaat = "x-1"\ndatum = 2026-11-22\nbron = "b"\nonderdeel = [{ sleutel = "a" }]'
    )


# --- what an organisation's own format must have ------------------------------------------------------

OVER_ALLES = formaattekst(HUIDIG).replace(f'"{HUIDIG}"', '"wijkteam-2026-1"')


def zonder(sleutel: str) -> str:
    """The present format without one section."""
    delen = re.split(r"(?m)^(?=\[\[onderdeel\]\]|\[variant)", OVER_ALLES)
    over = [deel for deel in delen if f'\nsleutel = "{sleutel}"\n' not in deel[: deel.find("titel")]]
    assert len(over) == len(delen) - 1
    return re.sub(rf'(?m)^"?{sleutel}.*\n|"{sleutel}[^"]*",? ?', "", "".join(over))


@pytest.mark.parametrize("sleutel", VEREIST)
def test_a_section_that_the_program_goes_to_may_not_be_left_out_and_it_says_why(sleutel: str) -> None:
    gezien = fout_in(zonder(sleutel), VEREIST)
    assert f"nderdeel ‘{sleutel}’ ontbreekt: {VEREIST[sleutel].waarom}; zet het erin" in gezien


def test_the_other_sections_are_free() -> None:
    for sleutel in set(read_planformaat().sleutels) - set(VEREIST):
        assert sleutel not in lees_planformaat(zonder(sleutel), VEREIST).sleutels


def test_a_section_that_holds_goals_must_hold_them_in_an_own_format() -> None:
    goed = OVER_ALLES.replace('invul = "doelen"', "").replace(
        'sleutel = "eerder_geprobeerd"', 'sleutel = "eerder_geprobeerd"\ninvul = "doelen"'
    )
    gezien = fout_in(goed, VEREIST)
    assert "‘wat_willen_wij_bereiken’ (regel " in gezien
    assert 'zet erbij invul = "doelen", want daar staan de doelen, ook voor de bladzijde' in gezien


def test_no_variant_hides_what_the_page_needs() -> None:
    gezien = fout_in(OVER_ALLES.replace('niet = ["wie_', 'niet = ["veiligheid", "wie_'), VEREIST)
    assert "ariant gezin, niet: ‘veiligheid’ kan niet weg, want de controle kijkt er" in gezien
    assert "ariant jongere, niet: ‘veiligheid’" in gezien


def test_of_the_fields_of_extra_help_there_are_all_or_none() -> None:
    zonder_duur = OVER_ALLES.replace('sleutel = "duur"', 'sleutel = "tot_wanneer"')
    assert "de controle kijkt naar alle velden of naar geen; zet erbij duur" in fout_in(zonder_duur, VEREIST)
    anders = OVER_ALLES
    for veld in HULPVELDEN:
        anders = anders.replace(f'sleutel = "{veld}"', f'sleutel = "{veld}_"')
    assert lees_planformaat(anders, VEREIST).naam == "wijkteam-2026-1"


def test_the_example_in_the_documentation_is_read_as_a_format() -> None:
    doc = (Path(__file__).parents[2] / "docs" / "openformaat.md").read_text("utf-8")
    blok = doc.partition("```toml\n")[2].partition("```")[0]
    bestand = PlanformaatBestand.model_validate(tomllib.loads(blok))
    assert bestand.onderdeel[0].veld[0].soort is Veldsoort.DAG
    for sleutel in VEREIST:
        assert f"`{sleutel}`" in doc


def test_what_is_wrong_never_repeats_what_was_written() -> None:
    assert "geheim" not in fout_in('formaat = "geheim')
    with pytest.raises(InhoudOngeldig):
        lees_planformaat('formaat = "geheim')
