"""The drawn week: talks in their place, nothing over the edge, signs that need no colour."""

from __future__ import annotations

from datetime import time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.celtekst import celbreedte
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, Rol
from kernteam_tui.screens.planner.blokken import Blok, Opgetild, blokken_van, verschuif
from kernteam_tui.screens.planner.strook import schoolletter
from kernteam_tui.screens.planner.weektekening import PER_RIJ, Tekenbeeld, Weektekening, naast_elkaar
from kernteam_tui.screens.planner.woorden import bijzonder, gesprek_uitleg, legenda
from kernteam_tui.services.weekplanner import OpenStart, Stuk, WeekBeeld, Weekgesprek
from tests.ui.planner.weken import (
    KOMPAS,
    LEEG,
    bezet,
    gesprek,
    moment,
    op,
    open_start,
    partner,
    samen_op,
    school,
    week,
)

WEEK = tuple(range(5))
BREED, SMAL = 118, 42
NAMEN = st.sampled_from(["Noor B.", "Abdirahman Maxamed-Nuur W.", "李小龙", "[/]x", "Zoë"])
MOMENTEN = st.tuples(st.integers(0, 4), st.integers(8 * 4, 17 * 4), st.sampled_from([15, 30, 60, 90]), NAMEN)


def teken(
    beeld: WeekBeeld,
    breed: int = BREED,
    dagen: tuple[int, ...] = WEEK,
    opgetild: Opgetild | None = None,
    open_: OpenStart | None = None,
    school_id: str = "",
) -> Tekenbeeld:
    blokken = [b for b in blokken_van(beeld, opgetild, open_) if b.dag in dagen]
    return Weektekening(beeld, dagen, blokken, breed, school_id).teken()


def op_dag(talks: list[Weekgesprek], dag: int) -> list[Blok]:
    return [blok for blok in blokken_van(week(*talks)) if blok.dag == dag]


def rij_van(beeld: Tekenbeeld, klok: str) -> str:
    """The line that begins at this half hour; the grid begins at 8:30."""
    uur, minuut = klok.split(":")
    return beeld.regels[(int(uur) * 60 + int(minuut) - 510) // PER_RIJ]


def test_a_talk_stands_on_its_day_and_hour_with_number_name_and_room() -> None:
    beeld = teken(week(gesprek(1, "10:00")))
    assert "10:00 2026-029" in rij_van(beeld, "10:00")
    assert "Noor B. 1.12" in rij_van(beeld, "10:30")
    assert "Noor" not in rij_van(beeld, "11:00")
    assert rij_van(beeld, "10:00").count("│", 0, rij_van(beeld, "10:00").index("2026")) == 2


def test_a_talk_at_a_quarter_past_says_so_and_takes_every_line_it_touches() -> None:
    beeld = teken(week(gesprek(0, "10:15")))
    assert len(beeld.plekken["g-0-10:15"]) == 3
    assert "10:15" in rij_van(beeld, "10:00")


def test_a_talk_on_a_day_that_the_school_is_closed_has_a_sign_and_says_so() -> None:
    talk = gesprek(1, "09:00", dicht="studiedag")
    assert "09:00!" in rij_van(teken(week(talk)), "09:00")
    assert gesprek_uitleg(talk).plain.endswith(
        "\nDe school is dan dicht: studiedag. Verzet het gesprek met v."
    )
    assert legenda(week(talk), ["A", "×"], 80) == "A   ! let op   ×"
    assert "! later dan de week" in legenda(week(gesprek(1, "09:00", te_laat="x")), ["A", "×"], 80)


def test_late_held_and_missed_talks_are_told_apart_without_colour() -> None:
    beeld = teken(
        week(
            gesprek(0, "09:00", te_laat="uiterlijk was vr 20 nov: agenda van een partner"),
            gesprek(1, "09:00", staat=GesprekStaat.GEHOUDEN),
            gesprek(2, "09:00", staat=GesprekStaat.NIET_VERSCHENEN),
        )
    )
    assert ["09:00!" in (rij := rij_van(beeld, "09:00")), "09:00✓" in rij, "09:00×" in rij] == [True] * 3


def test_a_talk_of_another_kind_says_which_kind_and_never_where_somebody_lives() -> None:
    thuis = gesprek(0, "13:00", 90, soort=GesprekSoort.HUISBEZOEK, plek="Kerkstraat 12")
    tekst = "\n".join(teken(week(thuis)).regels)
    assert "huisbezoek" in tekst
    assert "Kerkstraat" not in tekst


def test_two_talks_at_one_time_stand_side_by_side() -> None:
    beeld = teken(week(gesprek(0, "10:00"), gesprek(0, "10:30", gesprek_id="ander", jongere="Daan")))
    een, ander = beeld.plekken["g-0-10:00"][0], beeld.plekken["ander"][0]
    assert een.kolom + een.lengte <= ander.kolom


def test_a_lifted_talk_stands_where_it_would_go_and_a_proposal_where_it_would_come() -> None:
    talk = gesprek(0, "10:00")
    opgetild = verschuif(Opgetild(talk, talk.start), 2, 15)
    assert opgetild.start == op(2, "10:15")
    assert opgetild.verplaatst
    beeld = teken(week(talk), opgetild=opgetild, open_=open_start(voorstel=moment(4, "09:00")))
    assert "10:15" in rij_van(beeld, "10:00")
    assert "┆09:00 2026-031" in rij_van(beeld, "09:00")
    assert list(beeld.plekken) == [talk.gesprek_id], "a proposal is no talk to be marked"


def test_of_one_school_everybody_has_a_cell_and_shared_time_stands_between_brackets() -> None:
    mensen = (
        partner(Rol.LEERPLICHTAMBTENAAR, 0, 1, bezet=((bezet("09:00", "10:00"),), *LEEG[1:])),
        partner(Rol.GEZINSWERKER, 0, 1),
        partner(Rol.JEUGDARTS, weg=("ziek", "", "", "", "")),
    )
    een = school(partners=mensen, samen=samen_op(1, 3, met_mij=True))
    beeld = teken(week(scholen=(een,)))
    assert rij_van(beeld, "08:30").split("│")[1].startswith("■■×")
    assert rij_van(beeld, "09:00").split("│")[1].startswith("■▒×"), "the worker is first"
    assert rij_van(beeld, "09:00").split("│")[2].startswith("■■·[3]")
    assert rij_van(beeld, "13:00").split("│")[2].startswith("···")


def test_who_is_away_in_the_morning_is_in_in_the_afternoon() -> None:
    """The whole day was crossed out, so nobody was asked for the afternoon."""
    middag = ((Stuk(time(12, 30), time(17)),), *LEEG[1:])
    weg = ("dokter (ochtend)", "", "", "", "")
    lia = partner(Rol.LEERPLICHTAMBTENAAR, aanwezig=middag, weg=weg)
    beeld = teken(week(scholen=(school(partners=(partner(Rol.GEZINSWERKER, 0), lia)),)))
    assert rij_van(beeld, "09:00").split("│")[1].startswith("■×")
    assert rij_van(beeld, "13:00").split("│")[1].startswith("·■")
    brug = school(0, (partner(Rol.GEZINSWERKER, weg=weg),))
    kompas = school(1, (partner(Rol.GEZINSWERKER, aanwezig=middag, weg=weg),))
    beeld = teken(week(scholen=(brug, kompas)))
    assert rij_van(beeld, "09:00").split("│")[1].startswith("×")
    assert rij_van(beeld, "13:00").split("│")[1].startswith("B"), "at the other school she is in again"


def test_the_28th_school_has_a_letter_of_its_own() -> None:
    assert len({schoolletter(nummer) for nummer in range(52)}) == 52


def test_four_talks_side_by_side_are_told_apart_by_their_number() -> None:
    beeld = teken(week(*(gesprek(0, "09:00", gesprek_id=f"g{nr}", casus=f"2026-00{nr}") for nr in range(4))))
    assert "▌000▌001▌002▌003" in rij_van(beeld, "09:00")


def test_of_more_schools_the_strip_says_where_the_worker_is() -> None:
    brug = school(0, (partner(Rol.GEZINSWERKER, 0),), samen=samen_op(0, 2, met_mij=True))
    kompas = school(1, (partner(Rol.GEZINSWERKER, 3),), samen=samen_op(3, 2, met_mij=False))
    beeld = teken(week(scholen=(brug, kompas)))
    dagen = rij_van(beeld, "09:00").split("│")[1:]
    assert [dag[:4] for dag in dagen] == ["A[2]", "·   ", "·   ", "B 2 ", "·   "]
    tekening = Weektekening(week(scholen=(brug, kompas)), (3,), [], SMAL)
    assert tekening.strook.waar(3) == f"B {KOMPAS}"
    lang = teken(week(scholen=(brug, kompas)), school_id="s-1")
    assert rij_van(lang, "09:00").split("│")[4].startswith("■"), "while a talk of B is moved: who is in at B"


def test_a_closed_day_says_why_and_so_does_the_line_above() -> None:
    een = school(dicht={2: "studiedag van het hele team"})
    beeld = teken(week(scholen=(een,)))
    woensdag = " ".join(regel.split("│")[3].strip() for regel in beeld.regels[:3])
    assert "dicht: studiedag van" in " ".join(woensdag.split())
    assert list(bijzonder(week(scholen=(een,)))) == ["wo 25 dicht: studiedag van het hele team"]


def test_what_is_different_is_said_once_for_who_works_at_two_schools() -> None:
    jij = partner(Rol.GEZINSWERKER, 0, agenda="agenda is 12 dagen oud")
    lia = partner(Rol.LEERPLICHTAMBTENAAR, 0, naam="Lia", weg=("", "ziek", "ziek", "", ""))
    zinnen = list(bijzonder(week(scholen=(school(0, (jij, lia)), school(1, (jij, lia), toetsen=True)))))
    assert zinnen == [
        f"{KOMPAS} ma 23 t/m vr 27 toetsen",
        "jij: agenda is 12 dagen oud",
        "Lia (leerplicht) di 24 t/m wo 25 ziek",
    ]


def test_unknown_holidays_are_said() -> None:
    assert list(bijzonder(week(scholen=(school(bekend=False),)))) == [
        "schoolvakanties van deze week niet bekend"
    ]


def test_own_busy_time_stands_behind_the_talks() -> None:
    jij = partner(Rol.GEZINSWERKER, 0, bezet=((bezet("13:00", "14:00"),), *LEEG[1:]))
    beeld = teken(week(scholen=(school(partners=(jij,)),)))
    assert "░ bezet ░" in rij_van(beeld, "13:00")
    assert "░" in rij_van(beeld, "13:30")
    assert "░" not in rij_van(beeld, "14:00")


def test_the_arrows_go_to_the_next_talk_of_the_day_or_the_nearest_on_another_day() -> None:
    beeld = teken(week(gesprek(0, "09:00"), gesprek(0, "13:00"), gesprek(3, "09:30"), gesprek(3, "12:30")))
    assert beeld.buur("g-0-09:00", "onder") == "g-0-13:00"
    assert beeld.buur("g-0-13:00", "onder") == "g-0-13:00"
    assert beeld.buur("g-0-13:00", "rechts") == "g-3-12:30"
    assert beeld.buur("g-3-09:30", "links") == "g-0-09:00"
    assert beeld.buur("g-0-09:00", "links") == "g-0-09:00"


@given(momenten=st.lists(MOMENTEN, max_size=12), breed=st.integers(60, 160), een_dag=st.booleans())
def test_every_line_is_as_wide_as_every_other_and_no_talk_lies_over_another(
    momenten: list[tuple[int, int, int, str]], breed: int, een_dag: bool
) -> None:
    talks = [
        gesprek(
            dag,
            "08:00",
            minuten,
            gesprek_id=f"g{nr}",
            jongere=naam,
            start=op(dag, "00:00") + timedelta(minutes=15 * kwart),
        )
        for nr, (dag, kwart, minuten, naam) in enumerate(momenten)
    ]
    dagen = (2,) if een_dag else WEEK
    beeld = teken(week(*talks), breed, dagen)
    breedten = {celbreedte(regel) for regel in beeld.regels}
    assert len(breedten) == 1
    if breed >= 80 or een_dag:
        assert breedten.pop() <= breed
    verwacht = {
        talk.gesprek_id for talk in talks if (talk.start.date() - op(0, "09:00").date()).days in dagen
    }
    assert set(beeld.plekken) == verwacht
    cellen = [
        (stuk.rij, kolom)
        for stukken in beeld.plekken.values()
        for stuk in stukken
        for kolom in range(stuk.kolom, stuk.kolom + stuk.lengte)
    ]
    banen = max((aantal for dag in dagen for _, _, aantal in naast_elkaar(op_dag(talks, dag))), default=0)
    if banen <= (2 if breed >= 110 or een_dag else 1):
        assert len(cellen) == len(set(cellen))
