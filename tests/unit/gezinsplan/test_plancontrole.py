"""The fourteen looks at a plan, each both ways (domain 2.5)."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.akkoordlijst import Gevraagde
from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.delen.beslissers import (
    Beslisvraag,
    Gezagsdrager,
    Vereiste,
    bepaal_vereiste,
)
from kernteam_tui.domain.delen.codes import Leeftijdsband
from kernteam_tui.domain.gezinsplan import Actie, Citaat, Doel, Gezinsplan, Veldwaarde
from kernteam_tui.domain.gezinsplancodes import Oppstand, Standpunt
from kernteam_tui.domain.planakkoord import Akkoord
from kernteam_tui.domain.plancontrole import Controlepunt, Naar, PlanOmgeving, controleer_plan
from kernteam_tui.domain.plancontrole.hulp import ONDERDEEL, VELDEN

VANDAAG = date(2026, 11, 23)
FATMA = Gevraagde("f", "Fatma Kaya", "ouder met gezag")
LINA = Gevraagde("l", "Lina Kaya", "jongere, 12 tot en met 15")
OMGEVING = PlanOmgeving(("Lina",), "Fatma", (JaNeeOnbekend.JA,), VANDAAG, gevraagd=(LINA, FATMA))


def vereiste(band: Leeftijdsband, gezag: JaNeeOnbekend = JaNeeOnbekend.JA) -> Vereiste:
    return bepaal_vereiste(Beslisvraag("l", band, (Gezagsdrager("f", gezag=gezag),)))


def een_plan(**teksten: str) -> Gezinsplan:
    """A plan with these explanations, by section."""
    plan = Gezinsplan(gezin_id="g")
    for sleutel, tekst in teksten.items():
        plan.onderdeel(sleutel).toelichting = tekst
    return plan


def punt(nr: int, plan: Gezinsplan, omgeving: PlanOmgeving = OMGEVING) -> Controlepunt:
    found = controleer_plan(plan, omgeving)[nr - 1]
    assert found.nr == nr
    return found


def zei(plan: Gezinsplan, wie: Gevraagde, standpunt: Standpunt = Standpunt.EENS) -> None:
    plan.akkoorden.append(
        Akkoord(
            versie=plan.versie_in_wording,
            persoon_id=wie.persoon_id,
            naam=wie.naam,
            standpunt=standpunt,
            op=VANDAAG,
        )
    )


def test_there_are_fourteen_in_order_and_what_is_fine_asks_for_nothing() -> None:
    punten = controleer_plan(Gezinsplan(gezin_id="g"), OMGEVING)
    assert [p.nr for p in punten] == list(range(1, 15))
    for p in punten:
        assert bool(p.wat_nu) == (p.in_orde is False), p.wat
        assert p.onderdeel or p.naar or p.in_orde, f"{p.wat}: nowhere to go"


def test_1_the_question_is_in_their_words_and_not_in_yours() -> None:
    plan = een_plan(waarom_dit_plan="Moeder wil rust.")
    assert punt(1, plan).in_orde is False
    plan.onderdeel("waarom_dit_plan").woorden = (Citaat("Fatma", "nl", "Ik wil rust."),)
    assert punt(1, plan).in_orde is True


@pytest.mark.parametrize(
    ("tekst", "mist"),
    [
        ("", "Lina en Noor"),
        ("Lina fietst zelf.", "Noor"),
        ("Lina’s broer, en Noortje.", "Noor"),
        ("Lina fietst zelf. Noors tekeningen hangen op school.", ""),
    ],
)
def test_2_something_goes_well_with_each_child(tekst: str, mist: str) -> None:
    samen = replace(OMGEVING, jongeren=("Lina", "Noor"))
    found = punt(2, een_plan(wat_gaat_goed=tekst), samen)
    assert found.in_orde is not bool(mist)
    assert found.wat_nu == (f"Vraag wat er goed gaat bij {mist}." if mist else "")
    assert punt(2, een_plan(wat_gaat_goed="Fietst zelf.")).in_orde is True, "an only child needs no name"


@pytest.mark.parametrize(
    ("tekst", "in_orde"),
    [
        ("Besproken op 9 nov, geen zorgen.", True),
        ("Besproken 3/11.", True),
        ("Op 2026-11-09 met moeder en Lina.", True),
        ("Besproken, geen zorgen.", False),
        ("Al 3 weken rustig; 12 jaar oud.", False),
        ("Lina is 24/7 veilig.", False),
        ("Cijfer 7-13 keer.", False),
        ("Ruzie, 3-4 keer per week.", False),
        ("Rust na 1-2 dagen; 2/3 van de tijd.", False),
        ("Besproken 3-4, en 2-3 keer geoefend.", True),
        ("Besproken 23-11 maandag, van 10 tot 11.", True),
        ("", False),
    ],
)
def test_3_safety_has_a_day(tekst: str, in_orde: bool) -> None:
    assert punt(3, een_plan(veiligheid=tekst)).in_orde is in_orde


def test_3_a_day_that_was_filled_in_at_its_field_counts() -> None:
    plan = een_plan(veiligheid="Rustig thuis.")
    plan.onderdeel("veiligheid").velden = (Veldwaarde("cijfer", "7"),)
    assert punt(3, plan).in_orde is False
    plan.onderdeel("veiligheid").velden += (Veldwaarde("besproken_op", "2026-11-09"),)
    assert punt(3, plan).in_orde is True


@pytest.mark.parametrize(
    ("tekst", "in_orde", "wat_nu"),
    [
        ("9 nov: Lina veilig.", False, "ook van Noor"),
        ("9 nov: alle kinderen zijn veilig.", True, ""),
        ("9 nov: Lina veilig. Noor ook.", True, ""),
        ("Lina veilig, Noor ook.", False, "de dag waarop"),
    ],
)
def test_3_safety_is_talked_about_for_each_child(tekst: str, in_orde: bool, wat_nu: str) -> None:
    found = punt(3, een_plan(veiligheid=tekst), replace(OMGEVING, jongeren=("Lina", "Noor")))
    assert found.in_orde is in_orde
    assert wat_nu in found.wat_nu


@pytest.mark.parametrize(
    ("tekst", "in_orde"),
    [
        ("Oma Ayşe en de buurvrouw", True),
        ("Besproken, wil niet.", True),
        ("We hebben het besproken. Ze willen er niemand bij.", True),
        ("De mentor en de leerplichtambtenaar", False),
        ("mentor, gezinswerker; jeugdarts", False),
        ("De mentor en oma", True),
        ("", False),
    ],
)
def test_4_somebody_who_is_not_paid_for_it(tekst: str, in_orde: bool) -> None:
    plan = een_plan(wie_zijn_belangrijk=tekst)
    assert punt(4, plan).in_orde is in_orde
    assert punt(4, plan, replace(OMGEVING, eigen_netwerk=True)).in_orde is True


def test_5_one_to_three_goals_and_each_can_be_seen() -> None:
    plan = Gezinsplan(gezin_id="g")
    assert punt(5, plan).in_orde is False
    plan.doelen = [Doel(wat="Slapen", hoe_zien_we_dat="Uitgerust.", volgorde=n) for n in range(3)]
    assert punt(5, plan).in_orde is True
    plan.doelen[1].hoe_zien_we_dat = " "
    assert "‘Slapen’" in punt(5, plan).wat_nu
    plan.doelen[1].actief = False
    assert punt(5, plan).in_orde is True, "a goal that rests is not asked for"
    plan.doelen += [Doel(wat="Meer", hoe_zien_we_dat="Ja.", volgorde=n) for n in range(2)]
    assert "Er lopen 4 doelen" in punt(5, plan).wat_nu


def test_6_and_7_who_does_what_and_when_and_not_only_you() -> None:
    plan = Gezinsplan(gezin_id="g")
    assert (punt(6, plan).in_orde, punt(7, plan).in_orde) == (False, False)
    plan.acties = [Actie(wat="Bellen", wie="Gezinswerker Vera", wanneer=VANDAAG)]
    assert (punt(6, plan).in_orde, punt(7, plan).in_orde) == (True, False)
    plan.acties += [Actie(wat="Oma vragen", wie="Fatma"), Actie(wat="Fiets maken")]
    assert punt(6, plan).wat_nu == "Zet bij ‘Oma vragen’ wanneer. Zo zijn er 2."
    assert punt(7, plan).in_orde is True


def test_8_one_regisseur() -> None:
    assert punt(8, Gezinsplan(gezin_id="g")).in_orde is True
    nobody = punt(8, Gezinsplan(gezin_id="g"), replace(OMGEVING, regisseur=""))
    assert (nobody.in_orde, nobody.naar) == (False, Naar.WIE_DOET_WAT)


def test_9_looking_again_lies_ahead() -> None:
    plan = Gezinsplan(gezin_id="g")
    assert punt(9, plan).in_orde is False
    plan.evaluatie_op = VANDAAG
    assert "is geweest" in punt(9, plan).wat_nu
    plan.evaluatie_op = date(2026, 11, 24)
    assert punt(9, plan).in_orde is True


def test_10_everybody_who_is_asked_said_something_or_it_is_written_down() -> None:
    plan = Gezinsplan(gezin_id="g")
    assert punt(10, plan).in_orde is False
    zei(plan, FATMA, Standpunt.NIET)
    assert punt(10, plan).wat_nu == "Vraag het ook aan Lina Kaya."
    zei(plan, LINA)
    found = punt(10, plan)
    assert (found.in_orde, found.naar) == (True, Naar.AKKOORD), "not agreeing is an answer too"
    assert punt(10, een_plan(akkoord="Moeder is het eens.")).in_orde is True


@pytest.mark.parametrize(
    ("tekst", "zegt_het"),
    [
        ("Moeder is het eens.", True),
        ("Samen gelezen. Ieder is akkoord.", True),
        ("Vader is het niet eens, want hij vindt vier dagen te snel.", True),
        ("Vader vindt vier dagen te snel.", True),
        ("Vraag het nog eens na de vakantie. Moeder stemt in.", True),
        ("Samen gelezen.", False),
        ("Nog eens bespreken.", False),
        ("Is vader het eens?", False),
        ("Nog vragen of ze akkoord zijn.", False),
    ],
)
def test_10_a_text_counts_where_it_says_who_agrees_or_who_does_not(tekst: str, zegt_het: bool) -> None:
    found = punt(10, een_plan(akkoord=tekst))
    assert found.in_orde is zegt_het
    assert zegt_het or found.wat_nu == "Vraag aan ieder: ben je het eens? Zo niet, schrijf op waarom."


def test_10_what_somebody_says_of_the_plan_counts_word_for_word() -> None:
    plan = Gezinsplan(gezin_id="g")
    plan.onderdeel("akkoord").woorden = (Citaat("", "nl", "Vier dagen is te snel."),)
    assert punt(10, plan).in_orde is False, "whose words are these?"
    plan.onderdeel("akkoord").woorden = (Citaat("Fatma", "nl", "Vier dagen is te snel."),)
    assert punt(10, plan).in_orde is True


def test_10_what_was_said_of_an_earlier_version_does_not_count() -> None:
    plan = Gezinsplan(gezin_id="g")
    zei(plan, FATMA)
    zei(plan, LINA)
    plan.stel_vast("{}", VANDAAG)
    assert punt(10, plan).in_orde is True
    plan.gewijzigd = True
    assert punt(10, plan).in_orde is False


def test_10_words_in_the_section_are_not_those_of_a_new_version_once_people_were_asked() -> None:
    plan = een_plan(akkoord="Samen gelezen, ieder is het eens.")
    assert punt(10, plan).in_orde is True, "who keeps no list writes it down"
    zei(plan, FATMA)
    zei(plan, LINA)
    plan.stel_vast("{}", VANDAAG)
    assert punt(10, plan).in_orde is True
    plan.gewijzigd = True
    found = punt(10, plan)
    assert found.in_orde is False, "the plan says something else than what they agreed with"
    assert found.wat_nu == "Vraag aan ieder: ben je het eens? Zo niet, schrijf op waarom."


def test_11_gezag_is_known_and_at_the_age_of_the_jongere_consent_is_possible() -> None:
    plan = Gezinsplan(gezin_id="g")
    known = replace(OMGEVING, vereisten=(vereiste(Leeftijdsband.VAN_12),))
    assert punt(11, plan, known).in_orde is True
    onbekend = JaNeeOnbekend.ONBEKEND
    unknown = replace(OMGEVING, gezag=(onbekend,), vereisten=(vereiste(Leeftijdsband.VAN_12, onbekend),))
    found = punt(11, plan, unknown)
    assert (found.in_orde, found.naar) == (False, Naar.GEZIN)
    assert "gezagsregister" in found.wat_nu


@pytest.mark.parametrize(
    ("band", "zeiden", "in_orde", "wat_nu"),
    [
        (Leeftijdsband.VAN_12, (FATMA,), False, "Ook Lina Kaya moet instemmen (Jeugdwet 7.3.4 lid 2)"),
        (Leeftijdsband.VAN_12, (LINA,), False, "Ook Fatma Kaya moet instemmen"),
        (Leeftijdsband.VAN_12, (LINA, FATMA), True, ""),
        (Leeftijdsband.VAN_16, (LINA,), True, ""),
        (Leeftijdsband.VAN_16, (FATMA,), False, "Ook Lina Kaya moet instemmen (Jeugdwet 7.3.5)"),
        (Leeftijdsband.TOT_12, (FATMA,), True, ""),
    ],
)
def test_11_who_must_consent_at_that_age_is_among_those_who_agree(
    band: Leeftijdsband, zeiden: tuple[Gevraagde, ...], in_orde: bool, wat_nu: str
) -> None:
    plan = Gezinsplan(gezin_id="g")
    for wie in zeiden:
        zei(plan, wie)
    found = punt(11, plan, replace(OMGEVING, vereisten=(vereiste(band),)))
    assert found.in_orde is in_orde
    assert wat_nu in found.wat_nu


def test_11_half_agreeing_is_consent_and_not_agreeing_is_none() -> None:
    omgeving = replace(OMGEVING, vereisten=(vereiste(Leeftijdsband.VAN_12),))
    plan = Gezinsplan(gezin_id="g")
    zei(plan, LINA, Standpunt.DEELS)
    zei(plan, FATMA, Standpunt.NIET)
    found = punt(11, plan, omgeving)
    assert found.wat_nu.startswith("Fatma Kaya moet instemmen")
    assert "niet eens" in found.wat_nu
    plan.akkoorden[1].standpunt = Standpunt.DEELS
    assert punt(11, plan, omgeving).in_orde is True


def test_12_no_extra_help_does_not_apply_and_a_text_needs_five_things() -> None:
    assert punt(12, Gezinsplan(gezin_id="g")).in_orde is None
    assert punt(12, een_plan(hulp_die_erbij_komt="Een coach.")).in_orde is False
    four = "Een coach. Elke week een uur. Drie maanden. Alleen lukt het Fatma niet."
    assert punt(12, een_plan(hulp_die_erbij_komt=four)).in_orde is False
    assert punt(12, een_plan(hulp_die_erbij_komt=f"{four} Een psycholoog dacht mee.")).in_orde is True


@pytest.mark.parametrize("weg", VELDEN)
def test_12_each_of_the_steps_of_the_judge_is_asked_for_by_name(weg: str) -> None:
    plan = Gezinsplan(gezin_id="g")
    filled = tuple(Veldwaarde(sleutel, "ja" if sleutel != weg else "  ") for sleutel in VELDEN)
    plan.onderdeel(ONDERDEEL).velden = filled
    found = punt(12, plan)
    assert found.in_orde is False
    assert found.wat_nu == f"Er mist nog: {VELDEN[weg]}."
    plan.onderdeel(ONDERDEEL).velden = tuple(Veldwaarde(sleutel, "ja") for sleutel in VELDEN)
    assert punt(12, plan).in_orde is True


def test_12_a_long_text_does_not_stand_in_for_a_field_that_is_empty() -> None:
    plan = een_plan(hulp_die_erbij_komt="Een. Twee. Drie. Vier.")
    plan.onderdeel(ONDERDEEL).velden = (Veldwaarde("omvang", "elke week"),)
    assert punt(12, plan).in_orde is False


@pytest.mark.parametrize(
    ("stand", "in_orde"),
    [
        (Oppstand.ONBEKEND, False),
        (Oppstand.NIET, False),
        (Oppstand.BEKEKEN, True),
        (Oppstand.GEEN, None),
    ],
)
def test_14_the_opp_was_looked_at_or_there_is_none(stand: Oppstand, in_orde: bool | None) -> None:
    plan = Gezinsplan(gezin_id="g", opp=stand)
    assert (punt(14, plan).in_orde, punt(14, plan).naar) == (in_orde, Naar.OPP)


@given(st.text(max_size=300), st.lists(st.text(max_size=12), max_size=3))
def test_no_text_of_anybody_stops_the_looks(tekst: str, namen: list[str]) -> None:
    plan = een_plan(
        wat_gaat_goed=tekst, veiligheid=tekst, wie_zijn_belangrijk=tekst, hulp_die_erbij_komt=tekst
    )
    assert len(controleer_plan(plan, replace(OMGEVING, jongeren=tuple(namen)))) == 14


def test_a_text_of_a_whole_book_is_looked_at_in_the_time_of_its_length() -> None:
    plan = een_plan(wie_zijn_belangrijk="x" * 50_000, veiligheid="1" * 50_000, wat_gaat_goed="wil " * 20_000)
    assert len(controleer_plan(plan, OMGEVING)) == 14
