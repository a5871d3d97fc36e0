"""Who stands on the map, what it counts, how it is read, and who may be a JIM."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.codes import PersoonRol
from kernteam_tui.domain.contact import Contact
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import (
    Geslacht,
    Gevoel,
    Hulpsoort,
    Netwerkgroep,
    OuderSoort,
    PartnerSoort,
    VeiligBereiken,
)
from kernteam_tui.domain.huishouden import Bewoner, Huishouden
from kernteam_tui.domain.netwerk import Netwerklid
from kernteam_tui.domain.netwerkkaart.jim import JimGeweigerd, jim_adviezen, weiger_jim
from kernteam_tui.domain.netwerkkaart.kaart import Kaart, maak_kaart
from kernteam_tui.domain.netwerkkaart.snel import lees_snelregel
from kernteam_tui.domain.netwerkkaart.telling import LEEG, tel
from kernteam_tui.domain.netwerkkaart.woorden import lijst_regels, omschrijf
from tests.unit.netwerkkaart.mensen import kaart, mens, volle_kaart

VANDAAG = date(2026, 11, 23)
G = Netwerkgroep


@pytest.fixture
def gezin() -> Gezin:
    """Noor and Bilal with both parents; an uncle who does not live there; father has died."""
    noor = Persoon(id="noor", rol=PersoonRol.JONGERE, roepnaam="Noor", geboortedatum=date(2011, 3, 4))
    bilal = Persoon(id="bilal", rol=PersoonRol.JONGERE, roepnaam="Bilal")
    moeder = Persoon(id="moeder", rol=PersoonRol.OUDER, roepnaam="Fatma", telefoon="06-00000011")
    vader = Persoon(id="vader", rol=PersoonRol.OUDER, roepnaam="Mehmet", overleden=True)
    oom = Persoon(id="oom", rol=PersoonRol.GEZINSLID, roepnaam="Oom Ali", geboortedatum=date(2010, 1, 1))
    banden = [
        Ouderschap(jongere_id=kind, ouder_id=ouder)
        for kind in ("noor", "bilal")
        for ouder in ("moeder", "vader")
    ]
    return Gezin(personen=[noor, bilal, moeder, vader, oom], ouderschappen=banden)


def lid(gezin: Gezin, **feiten: Any) -> Netwerklid:
    """Somebody on the map."""
    nieuw = Netwerklid(**{"groep": G.FAMILIE, "volgorde": len(gezin.netwerk), **feiten})
    gezin.netwerk.append(nieuw)
    return nieuw


def namen(van: Kaart) -> list[str]:
    return [wie.naam for wie in van.mensen]


# --- who stands on it ---------------------------------------------------------------------


def test_who_lives_in_the_house_stands_on_the_map_from_the_start(gezin: Gezin) -> None:
    van_noor = maak_kaart(gezin, {}, "noor")
    assert namen(van_noor) == ["Bilal", "Fatma"], "not the one in the middle, not who died, not the uncle"
    assert not any(wie.op_kaart_gezet for wie in van_noor.mensen)
    assert maak_kaart(gezin, {}).mensen == ()


def test_with_households_only_who_shares_a_front_door_counts(gezin: Gezin) -> None:
    gezin.huishoudens = [Huishouden(id="h", naam="bij oom"), Huishouden(id="m", naam="bij moeder")]
    gezin.bewoners = [
        Bewoner(huishouden_id="h", persoon_id="noor"),
        Bewoner(huishouden_id="h", persoon_id="oom"),
        Bewoner(huishouden_id="m", persoon_id="moeder"),
    ]
    assert namen(maak_kaart(gezin, {}, "noor")) == ["Oom Ali"]


def test_who_was_put_on_the_map_stands_there_once(gezin: Gezin) -> None:
    lid(gezin, persoon_id="moeder", groep=G.GEZIN, gevoel=Gevoel.STEUN, nabij=1, rond_id="noor")
    van_noor = maak_kaart(gezin, {}, "noor")
    assert namen(van_noor) == ["Fatma", "Bilal"], "near people first"
    assert van_noor.mensen[0].telefoon == "06-00000011"
    assert "Fatma" in namen(maak_kaart(gezin, {}, "bilal")), "the other jongere has a map of their own"


def test_people_are_called_as_in_tab_gezin_unless_the_family_has_its_own_word(gezin: Gezin) -> None:
    gezin.persoon("moeder").geslacht = Geslacht.VROUW
    gezin.persoon("bilal").geslacht = Geslacht.MAN
    van_noor = maak_kaart(gezin, {}, "noor")
    assert {wie.naam: wie.relatie for wie in van_noor.mensen} == {"Bilal": "broer", "Fatma": "moeder"}
    lid(gezin, persoon_id="moeder", groep=G.GEZIN, relatie="mama", rond_id="noor")
    lid(gezin, persoon_id="oom", groep=G.FAMILIE)
    assert [wie.relatie for wie in maak_kaart(gezin, {}, "noor").mensen] == ["mama", "broer", "gezinslid"]


def test_on_the_map_of_the_family_people_are_called_from_where_one_looks(gezin: Gezin) -> None:
    gezin.ouderschappen.append(Ouderschap(jongere_id="bilal", ouder_id="oom", soort=OuderSoort.STIEF))
    lid(gezin, persoon_id="oom", groep=G.FAMILIE)
    assert maak_kaart(gezin, {}, vanuit_id="bilal").mensen[0].relatie == "stiefouder"
    assert maak_kaart(gezin, {}).mensen[0].relatie == "gezinslid", "to the first jongere he is nobody known"


def test_the_map_of_the_family_has_everybody_and_says_of_whom(gezin: Gezin) -> None:
    lid(gezin, naam="Sara", groep=G.VRIENDEN, rond_id="noor")
    lid(gezin, naam="Els", groep=G.BUREN)
    heel = maak_kaart(gezin, {})
    assert namen(heel) == ["Sara", "Els"]
    assert [wie.rond for wie in heel.mensen] == ["Noor", ""]
    assert heel.midden == "het gezin"
    assert "Sara" not in namen(maak_kaart(gezin, {}, "bilal"))
    assert "Els" in namen(maak_kaart(gezin, {}, "bilal"))


def test_a_contact_brings_name_function_and_number(gezin: Gezin) -> None:
    arts = Contact(id="arts", naam="M. Bakker", soort=PartnerSoort.HUISARTS, telefoon="030-1")
    lid(gezin, contact_id="arts", groep=G.PROFESSIONALS)
    wie = maak_kaart(gezin, {"arts": arts}, "noor").mensen[-1]
    assert (wie.naam, wie.relatie, wie.telefoon) == ("M. Bakker", "huisarts", "030-1")


def test_a_number_that_may_not_be_used_carries_its_warning(gezin: Gezin) -> None:
    gezin.persoon("moeder").bellen = VeiligBereiken.NEE
    wie = next(wie for wie in maak_kaart(gezin, {}, "noor").mensen if wie.naam == "Fatma")
    assert wie.let_op == "niet gebruiken"
    gezin.persoon("moeder").let_op = "vader leest mee"
    wie = next(wie for wie in maak_kaart(gezin, {}, "noor").mensen if wie.naam == "Fatma")
    assert wie.let_op == "vader leest mee"


# --- what it says ---------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("mensen", "zin"),
    [
        ([], LEEG),
        ([("a", G.BUREN, "", "-", 1)], "Niemand geeft steun, 1 spanning."),
        ([("a", G.BUREN, "", "+", 1), ("b", G.FAMILIE, "", "±", 1)], "1 mens geeft steun, 1 allebei."),
        (
            [(str(n), G.PROFESSIONALS, "", "+", 1) for n in range(4)] + [("x", G.FAMILIE, "", "-", 1)],
            "4 mensen geven steun, 1 spanning; niemand buiten de professionals.",
        ),
        (
            [("a", G.SCHOOL, "", "+", 1), ("b", G.GEZIN, "", "·", 1)],
            "1 mens geeft steun; niemand buiten school en de professionals; 1 nog niet besproken.",
        ),
    ],
)
def test_the_numbers_are_one_sentence(
    mensen: list[tuple[str, Netwerkgroep, str, str, int]], zin: str
) -> None:
    assert tel(kaart([mens(*feiten) for feiten in mensen])).zin == zin


def test_the_list_says_in_words_what_the_drawing_says_in_signs() -> None:
    regels = lijst_regels(volle_kaart())
    assert regels[0] == "Netwerk van Noor"
    assert "  Oma Ans: geeft steun; praktische hulp, gezelschap, een luisterend oor; dichtbij" in regels
    assert "  Oom Kees: geeft spanning; op afstand" in regels
    for wie in volle_kaart().mensen:
        assert sum(regel.startswith(f"  {wie.naam}") for regel in regels) == 1


def test_a_jim_without_all_three_agreements_is_called_so(gezin: Gezin) -> None:
    jim = lid(gezin, naam="Sara", groep=G.VRIENDEN, jim=True, rond_id="noor", jim_jongere_op=VANDAAG)
    assert "JIM, nog niet iedereen akkoord" in omschrijf(maak_kaart(gezin, {}, "noor").mensen[-1])
    jim.jim_ouders_op = jim.jim_zelf_op = VANDAAG
    assert omschrijf(maak_kaart(gezin, {}, "noor").mensen[-1]).endswith("; JIM")


# --- the JIM (S45) --------------------------------------------------------------------------


def test_a_friend_may_be_the_jim_and_the_missing_agreements_are_said(gezin: Gezin) -> None:
    jim = lid(gezin, naam="Sara", groep=G.VRIENDEN, jim=True, rond_id="noor", jim_jongere_op=VANDAAG)
    weiger_jim(gezin, jim, VANDAAG)
    assert jim_adviezen(gezin, jim, VANDAAG) == ("Nog geen akkoord van de ouders en de JIM zelf.",)
    jim.jim_ouders_op = jim.jim_zelf_op = VANDAAG
    assert jim_adviezen(gezin, jim, VANDAAG) == ()
    assert jim.jim_afgesproken


@pytest.mark.parametrize(
    ("feiten", "woord"),
    [
        ({"rond_id": None}, "één jongere"),
        ({"persoon_id": "moeder"}, "ouder"),
        ({"contact_id": "arts"}, "eigen kring"),
        ({"groep": G.PROFESSIONALS}, "eigen kring"),
        ({"jim_zelf_op": date(2026, 11, 24)}, "toekomst"),
    ],
)
def test_who_cannot_be_the_jim(gezin: Gezin, feiten: dict[str, object], woord: str) -> None:
    jim = lid(gezin, **{"naam": "x", "jim": True, "rond_id": "noor", **feiten})
    with pytest.raises(JimGeweigerd) as fout:
        weiger_jim(gezin, jim, VANDAAG)
    assert woord in fout.value.tekst
    jim.jim = False
    weiger_jim(gezin, jim, VANDAAG)


def test_a_stepparent_is_a_parent_too(gezin: Gezin) -> None:
    gezin.ouderschappen.append(Ouderschap(jongere_id="noor", ouder_id="oom", soort=OuderSoort.STIEF))
    with pytest.raises(JimGeweigerd):
        weiger_jim(gezin, lid(gezin, persoon_id="oom", jim=True, rond_id="noor"), VANDAAG)


def test_one_jim_for_each_jongere(gezin: Gezin) -> None:
    eerste = lid(gezin, naam="Sara", jim=True, rond_id="noor")
    weiger_jim(gezin, eerste, VANDAAG)
    weiger_jim(gezin, lid(gezin, naam="Piet", jim=True, rond_id="bilal"), VANDAAG)
    with pytest.raises(JimGeweigerd, match="al een JIM"):
        weiger_jim(gezin, lid(gezin, naam="Els", jim=True, rond_id="noor"), VANDAAG)


def test_a_young_jim_is_advice_and_no_rule(gezin: Gezin) -> None:
    oom = lid(gezin, persoon_id="oom", jim=True, rond_id="noor")
    weiger_jim(gezin, oom, VANDAAG)
    assert "Deze JIM is 16: liever iemand van 18 of ouder." in jim_adviezen(gezin, oom, VANDAAG)


# --- one line -------------------------------------------------------------------------------


def test_one_line_says_who_where_and_what() -> None:
    regel = lees_snelregel("Ans  (oma), f+pe1")
    assert (regel.naam, regel.relatie, regel.groep) == ("Ans", "oma", G.FAMILIE)
    assert (regel.gevoel, regel.nabij, regel.onbekend) == (Gevoel.STEUN, 1, "")
    assert regel.hulp == (Hulpsoort.PRAKTISCH, Hulpsoort.EMOTIONEEL)
    assert regel.zin == "Ans (oma) · familie · geeft steun · praktische hulp · een luisterend oor · dichtbij"


@pytest.mark.parametrize(
    ("tekst", "groep", "gevoel", "hulp"),
    [
        ("x, g", G.GEZIN, Gevoel.ONBEKEND, ""),
        ("x, gg", G.GEZIN, Gevoel.ONBEKEND, "G"),
        ("x, pp-", G.PROFESSIONALS, Gevoel.SPANNING, "P"),
        ("x, +", None, Gevoel.STEUN, ""),
        ("x, V+-", G.VRIENDEN, Gevoel.BEIDE, ""),
        ("x", None, Gevoel.ONBEKEND, ""),
    ],
)
def test_the_first_letter_is_the_group(
    tekst: str, groep: Netwerkgroep | None, gevoel: Gevoel, hulp: str
) -> None:
    regel = lees_snelregel(tekst)
    assert (regel.groep, regel.gevoel, "".join(s.letter for s in regel.hulp)) == (groep, gevoel, hulp)


def test_a_name_may_hold_a_comma_and_letters_without_meaning_are_told() -> None:
    assert lees_snelregel("Jansen, de buurman van hiernaast").naam == "Jansen, de buurman van hiernaast"
    assert lees_snelregel("Piet, kxz").onbekend == "xz"


@given(st.text())
def test_any_text_is_read(tekst: str) -> None:
    regel = lees_snelregel(tekst)
    assert regel.nabij in (1, 2, 3)
    assert regel.naam == " ".join(regel.naam.split())
