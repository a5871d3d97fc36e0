"""The page in seven languages and for three kinds of reader."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterable
from dataclasses import replace
from datetime import date, timedelta
from importlib.resources import files
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.bladzijde import (
    TALEN,
    Bereikbaarheid,
    Bladsoort,
    Bladzijde,
    BladzijdeActie,
    BladzijdeDoel,
    Kringlid,
)
from kernteam_tui.domain.codes import Niveau
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.schoontekst import zonder_stuurtekens
from kernteam_tui.exchange.bladzijde import maak_tekst, opbouw, taalmeldingen, wat_school_weet
from kernteam_tui.exchange.bladzijde.opbouw import bouw_op
from kernteam_tui.exchange.bladzijde.zinnen import Zinnen, lees_zinnen, maak_zinnen
from kernteam_tui.exchange.drukwerk import lees_dekking

ALLE = tuple(product(TALEN, Bladsoort))
VERTALINGEN = tuple(taal for taal in TALEN if taal != "nl")
KRING = (Kringlid("meneer De Wit", "mentor", 3), Kringlid("Selma", "tante", 1), Kringlid("Oma", "", 1))
APART = re.compile("[\u2066-\u2069]")
AANSPREEKVORM = {
    "nl": (r"\b[Uu]w?\b", r"\b(?:[Jj]e|[Jj]ij|[Jj]ouw?)\b"),
    "tr": (
        r"\w(?:[ıiuü]n[ıiuü]z(?:l[ae])?|s[ıi]n[ıi]z|y[ıi]n)\b|\b[Ss]iz",
        r"\b[Ss]en|\w(?:abilirsin|verirsin)\b",
    ),
    "pl": (r"Państw|\bProszę", r"\b(?:możesz|tob|Twój|ciebie)"),
    "uk": (r"\b[Вв](?:и|ас|ами|аш\w*)\b", r"\b[Тт](?:и|обою|вій|воїми)\b"),
    "ar": (r"\wكم\b", r"يمكنك\b|\bلك\b|معك\b"),
}
"""How a parent and how a jongere is spoken to; English and our Tigrinya make no difference."""


def lees(taal: str) -> dict[str, Any]:
    bron = files("kernteam_tui") / "assets" / "bladzijde" / f"zinnen-{taal}.toml"
    return tomllib.loads(bron.read_text("utf-8"))


def gaten(inhoud: dict[str, Any], soort: Bladsoort) -> dict[str, list[str]]:
    """Every key that this reader gets words for, with the gaps in them."""
    sleutels: dict[str, list[str]] = {}
    eigen = inhoud.get(soort.value, {})
    for deel, woorden in (*inhoud.items(), *eigen.items()):
        if isinstance(woorden, dict) and deel not in tuple(Bladsoort):
            for sleutel, waarde in woorden.items():
                vakken = waarde.items() if isinstance(waarde, dict) else (("", waarde),)
                for vak, tekst in vakken:
                    sleutels[f"{deel}.{sleutel}.{vak}"] = sorted(re.findall(r"\{\w+\}", str(tekst)))
    return {sleutel: lijst for sleutel, lijst in sleutels.items() if not sleutel.startswith("kalender.dag")}


def alle_woorden(zinnen: Zinnen) -> list[str]:
    return [
        *zinnen.koppen.values(),
        *zinnen.zinnen.values(),
        *zinnen.schaal.values(),
        *(woord for regel in zinnen.bellen for woord in regel),
        *zinnen.oneens,
        *zinnen.school.values(),
        *zinnen.kalender.dagen,
        *zinnen.kalender.maanden,
    ]


def niet_op_papier(woorden: Iterable[str], dekking: Collection[int]) -> set[str]:
    return {teken for woord in woorden for teken in woord if ord(teken) not in dekking}


def alle_koppen(tekst: str) -> list[str]:
    """Found as the screen finds them: a line under it of the same length."""
    regels = tekst.split("\n")
    return [kop for kop, streep in pairwise(regels) if kop and streep in ("-" * len(kop), "=" * len(kop))]


@pytest.mark.parametrize("soort", Bladsoort)
def test_every_language_has_every_key_with_the_same_gaps(soort: Bladsoort) -> None:
    nederlands = gaten(lees("nl"), soort)
    assert len(nederlands) > 50
    for taal in VERTALINGEN:
        assert gaten(lees(taal), soort) == nederlands, taal


@pytest.mark.parametrize("taal", TALEN)
def test_a_kind_of_reader_has_only_the_words_that_differ(taal: str) -> None:
    inhoud = lees(taal)
    for soort in (Bladsoort.JONGERE, Bladsoort.OUDER_APART):
        for deel, woorden in inhoud[soort].items():
            assert {sleutel for sleutel, zin in woorden.items() if inhoud[deel].get(sleutel) == zin} == set()
    assert Bladsoort.GEZIN.value not in inhoud


def test_control_a_lost_key_and_a_lost_gap_are_seen() -> None:
    heel, zonder, anders = (lees("ti") for _ in range(3))
    del zonder["jongere"]["oneens"]["lezen"]
    anders["zinnen"]["evaluatie_op"] = "እንደገና"
    assert gaten(zonder, Bladsoort.JONGERE) != gaten(heel, Bladsoort.JONGERE)
    assert gaten(anders, Bladsoort.GEZIN) != gaten(heel, Bladsoort.GEZIN)


@pytest.mark.parametrize("taal", VERTALINGEN)
def test_a_translation_says_what_it_is(taal: str) -> None:
    inhoud = lees(taal)
    assert (inhoud["taal"], inhoud["vertaling"], inhoud["checked_by"]) == (taal, True, "")
    assert inhoud["richting"] == ("rtl" if taal == "ar" else "ltr")
    assert inhoud["datum"] >= date(2026, 11, 23)
    assert inhoud["bronnen"]


@pytest.mark.parametrize("soort", Bladsoort)
def test_dutch_sentences_are_short(soort: Bladsoort) -> None:
    zinnen = [
        zin for woord in alle_woorden(lees_zinnen("nl", soort)) for zin in re.split(r"(?<=[.!?:]) ", woord)
    ]
    assert len(zinnen) > 70
    assert [zin for zin in zinnen if len(zin.split()) > 12 or zin.count(",") > 1] == []


@pytest.mark.parametrize("taal", AANSPREEKVORM)
def test_parents_and_jongere_are_each_spoken_to_in_their_own_way(taal: str) -> None:
    ouder, jongere = AANSPREEKVORM[taal]
    for soort in Bladsoort:
        woorden = "\n".join(alle_woorden(lees_zinnen(taal, soort)))
        goed, fout = (jongere, ouder) if soort is Bladsoort.JONGERE else (ouder, jongere)
        assert len(re.findall(goed, woorden)) >= 4, (taal, soort)
        assert re.findall(fout, woorden) == [], (taal, soort)


@pytest.mark.parametrize(("taal", "soort"), ALLE)
def test_numbers_and_names_of_who_helps_stay_as_they_are(taal: str, soort: Bladsoort) -> None:
    zinnen = lees_zinnen(taal, soort)
    wie = [APART.sub("", wie) for _, wie in zinnen.bellen]
    kind = ["Kindertelefoon 0800-0432"] if soort is Bladsoort.JONGERE else []
    assert wie == ["112", "Veilig Thuis 0800-2000", *kind]
    assert sum("Jeugdstem" in zin for zin in zinnen.oneens) == 1


@pytest.mark.parametrize(("taal", "soort"), ALLE)
def test_our_fonts_print_every_fixed_word(taal: str, soort: Bladsoort) -> None:
    zinnen = lees_zinnen(taal, soort)
    dagen = (date(2026, 1, 1) + timedelta(days=n) for n in range(400))
    datums = [zinnen.dag(dag, date(2026, 1, 1)) for dag in dagen]
    assert niet_op_papier((*alle_woorden(zinnen), *datums), lees_dekking()) == set()


def test_control_without_ethiopic_letters_tigrinya_cannot_be_printed() -> None:
    latijn = frozenset(range(0x20, 0x250))
    assert len(niet_op_papier(alle_woorden(lees_zinnen("ti")), latijn)) > 50


@pytest.mark.parametrize(
    ("taal", "dit_jaar", "volgend_jaar", "datum"),
    [
        ("nl", "dinsdag 24 november", "vrijdag 8 januari 2027", "23 november 2026"),
        ("tr", "24 Kasım Salı", "8 Ocak 2027 Cuma", "23 Kasım 2026"),
        ("ar", "الثلاثاء 24 تشرين الثاني، 24/11", "الجمعة 8 كانون الثاني 2027، 8/1", "23 تشرين الثاني 2026"),
        ("en", "Tuesday 24 November", "Friday 8 January 2027", "23 November 2026"),
        ("pl", "wtorek, 24 listopada", "piątek, 8 stycznia 2027", "23 listopada 2026"),
        ("uk", "вівторок, 24 листопада", "п’ятниця, 8 січня 2027 року", "23 листопада 2026 року"),
        ("ti", "ሰሉስ 24 ሕዳር፣ 24/11", "ዓርቢ 8 ጥሪ 2027፣ 8/1", "23 ሕዳር 2026"),
    ],
)
def test_a_date_is_written_as_its_readers_write_it(
    taal: str, dit_jaar: str, volgend_jaar: str, datum: str
) -> None:
    zinnen, vandaag = lees_zinnen(taal), date(2026, 11, 23)
    assert zinnen.dag(date(2026, 11, 24), vandaag) == dit_jaar
    assert zinnen.dag(date(2027, 1, 8), vandaag) == volgend_jaar
    assert zinnen.volle_datum(vandaag) == datum


@pytest.mark.parametrize("taal", TALEN)
def test_no_two_days_are_written_alike(taal: str) -> None:
    zinnen = lees_zinnen(taal)
    dagen = [date(2026, 1, 1) + timedelta(days=n) for n in range(730)]
    assert len(set(zinnen.kalender.dagen)) == 7
    assert len({zinnen.volle_datum(dag) for dag in dagen}) == 730
    assert len({zinnen.dag(dag, date(2000, 1, 1)) for dag in dagen}) == 730


@pytest.mark.parametrize("taal", TALEN)
def test_an_unchecked_translation_says_so_in_its_language_and_in_dutch(
    taal: str, volle_bladzijde: Bladzijde, monkeypatch: pytest.MonkeyPatch
) -> None:
    eigen = lees_zinnen(taal).zinnen["concept"]
    bladzijde = replace(volle_bladzijde, taal=taal)
    tekst = " ".join(APART.sub("", maak_tekst(bladzijde)).split())
    assert ("Concept-vertaling" in tekst) == (eigen in tekst) == (taal in VERTALINGEN)
    assert tekst.find(eigen) < tekst.index(lees_zinnen(taal).koppen["waarom"])

    def nagekeken(taal: str, soort: Bladsoort = Bladsoort.GEZIN) -> Zinnen:
        return maak_zinnen({**lees(taal), "checked_by": "Amal, tolk"}, soort)

    assert len(taalmeldingen(taal)) == (taal in VERTALINGEN)
    monkeypatch.setattr(opbouw, "lees_zinnen", nagekeken)
    assert bouw_op(bladzijde).concept == ()
    assert eigen not in " ".join(APART.sub("", maak_tekst(bladzijde)).split())


@pytest.mark.parametrize(("taal", "soort"), ALLE)
def test_only_a_parent_who_lives_apart_reads_that_each_has_a_page_of_their_own(
    taal: str, soort: Bladsoort, volle_bladzijde: Bladzijde
) -> None:
    bladzijde = replace(volle_bladzijde, taal=taal, soort=soort)
    apart = lees_zinnen(taal, Bladsoort.OUDER_APART).zinnen["apart"]
    eigen = soort is Bladsoort.OUDER_APART
    assert bouw_op(bladzijde).apart == (apart if eigen else "")
    assert maak_tekst(bladzijde).split("\n\n")[0].count(apart) == eigen


@pytest.mark.parametrize(("taal", "soort"), ALLE)
def test_dutch_headings_stand_behind_those_of_the_language(
    taal: str, soort: Bladsoort, volle_bladzijde: Bladzijde
) -> None:
    enkel = replace(volle_bladzijde, taal=taal, soort=soort, kring=KRING)
    dubbel = replace(enkel, met_nederlands=True)
    nederlands = alle_koppen(maak_tekst(replace(enkel, taal="nl")))
    koppen = alle_koppen(maak_tekst(enkel))
    samen = [APART.sub("", kop) for kop in alle_koppen(maak_tekst(dubbel))]
    assert len(koppen) == len(nederlands) == 11
    assert max(map(len, samen)) <= 72
    if taal == "nl":
        assert (samen, bouw_op(dubbel).koppen_nl) == (koppen, {})
    else:
        assert samen == [f"{kop} / {nl}" for kop, nl in zip(koppen, nederlands, strict=True)]
        assert bouw_op(dubbel).koppen_nl.keys() == bouw_op(dubbel).koppen.keys()


@pytest.mark.parametrize("taal", TALEN)
def test_who_stands_around_the_family_is_told_nearest_first(taal: str, volle_bladzijde: Bladzijde) -> None:
    pagina = bouw_op(replace(volle_bladzijde, taal=taal, kring=KRING))
    komma = pagina.zinnen["komma"]
    woorden = APART.sub("", pagina.kring_uitleg)
    assert [(lid.dichtbij, APART.sub("", lid.naam)) for lid in pagina.kring] == [
        (1, "Selma"),
        (1, "Oma"),
        (3, "meneer De Wit"),
    ]
    assert komma.join(("Selma (tante)", "Oma", "meneer De Wit (mentor)")) in woorden
    tekst = APART.sub("", maak_tekst(replace(volle_bladzijde, taal=taal, kring=KRING)))
    deel = tekst[tekst.index(pagina.koppen["kring"]) :].split("\n\n")[0]
    assert deel.endswith("- Selma (tante)\n- Oma\n- meneer De Wit (mentor)")
    assert tekst.index(pagina.koppen["goed"]) < tekst.index(deel) < tekst.index(pagina.koppen["doelen"])


def test_a_family_without_a_kring_reads_nothing_of_it(volle_bladzijde: Bladzijde) -> None:
    niemand = (Kringlid(" ", "\u202e"),)
    for kring in ((), niemand):
        bladzijde = replace(volle_bladzijde, kring=kring)
        assert (bouw_op(bladzijde).kring, bouw_op(bladzijde).kring_uitleg) == ((), "")
        assert maak_tekst(bladzijde) == maak_tekst(volle_bladzijde)


def test_who_has_no_name_is_what_he_is_and_no_ring_is_farther_than_three(volle_bladzijde: Bladzijde) -> None:
    kring = (Kringlid("", "de buurvrouw", 9), Kringlid("Sem", "", -1))
    regels = bouw_op(replace(volle_bladzijde, kring=kring)).kring
    assert [(lid.naam, lid.wie, lid.dichtbij) for lid in regels] == [("Sem", "", 1), ("de buurvrouw", "", 3)]


@pytest.mark.parametrize("taal", TALEN)
def test_what_school_knows_is_said_in_the_language_of_the_page(taal: str) -> None:
    school = lees(taal)["school"]
    assert wat_school_weet(set(), taal) == ((school["altijd"],), (school["nooit"],))
    assert wat_school_weet(set(Niveau), taal)[0] == (
        school["altijd"],
        school["gestart_gestopt"],
        school["proces"],
        school["inhoud"],
    )
    assert wat_school_weet({Niveau.PROCES})[0] == ("dat wij elkaar spreken", "hoe het loopt")


def test_dates_names_and_numbers_stand_apart_in_arabic(volle_bladzijde: Bladzijde) -> None:
    pagina = bouw_op(replace(volle_bladzijde, taal="ar"))
    assert pagina.evaluatie.endswith(" \u2068الاثنين 18 كانون الثاني 2027، 18/1\u2069.")
    assert pagina.datum == "\u206823 تشرين الثاني 2026\u2069"
    assert pagina.acties[0].wanneer == "\u2068الثلاثاء 24 تشرين الثاني، 24/11\u2069"
    assert pagina.voor == "\u2068mevrouw Kaya, moeder van Lina\u2069"
    assert pagina.bellen[0].regels[1] == "\u206806-12345678\u2069"
    assert pagina.bellen[2].regels == ("\u2066Veilig Thuis 0800-2000\u2069",)
    assert not APART.search(maak_tekst(volle_bladzijde))


_TEKENS = st.one_of(
    st.text("abcé اتصل بيመዓልтиўЖ0123456789-:/+.()\u2066\u2067\u2068\u2069\u202e\u200f\n", max_size=300),
    st.text(),
)


@pytest.mark.parametrize("taal", TALEN)
@given(woorden=_TEKENS, naam=_TEKENS, soort=st.sampled_from(Bladsoort), met_nederlands=st.booleans())
def test_any_words_keep_to_the_columns_and_to_their_letters(
    taal: str, woorden: str, naam: str, soort: Bladsoort, met_nederlands: bool
) -> None:
    tekst = maak_tekst(
        Bladzijde(
            voor=naam,
            datum=date(2026, 11, 23),
            plan_versie=1,
            taal=taal,
            soort=soort,
            met_nederlands=met_nederlands,
            kring=(Kringlid(naam, woorden),),
            goed=(Citaat(naam, "ar", woorden),),
            doelen=(BladzijdeDoel(woorden, naam, 3, 8, woorden),),
            acties=(BladzijdeActie(woorden, naam, date(2027, 1, 8)),),
            school_weet=(woorden,),
            bellen=Bereikbaarheid(naam, woorden, naam),
        )
    )
    for regel in tekst.split("\n"):
        assert len(regel) <= 72 or " " not in regel.strip(" "), regel
        assert not re.search("[\u202a-\u202e]", regel)
        assert sum(map(regel.count, "\u2066\u2067\u2068")) == regel.count("\u2069")
    assert _letters(tekst).count(_letters(zonder_stuurtekens(woorden))) >= 4


def _letters(ruw: str) -> str:
    return "".join(filter(str.isalnum, ruw))
