"""Whatever was given is made again byte for byte, whatever became of the plan; the register tells how."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kernteam_tui.domain.bladzijde import TALEN, VORMEN, Bladwens, Bladzijde
from kernteam_tui.domain.codes import JaNeeOnbekend, PlanVariant
from kernteam_tui.domain.gezinscodes import Gevoel, Netwerkgroep
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.netwerk import Netwerklid
from kernteam_tui.domain.ouderszien import zet_antwoord
from kernteam_tui.domain.planpapier import Planpapier
from kernteam_tui.domain.verstrekking import Opmaak
from kernteam_tui.exchange.formaten.verstrekt import (
    lees_bladzijde,
    lees_plan,
    schrijf_bladzijde,
    schrijf_plan,
)
from kernteam_tui.services import planpapier as plandienst
from kernteam_tui.services import samenvatting as bladdienst
from kernteam_tui.services.gezinsplan import get_plan, kies_variant, save_onderdeel, stel_plan_vast
from kernteam_tui.services.instellingen import save_instellingen
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.planformaten import lees_formaat_in
from kernteam_tui.services.planpapier import bereid_planpapier_voor, druk_planpapier_af, maak_planpapier
from kernteam_tui.services.planverschil import IN_BEWERKING
from kernteam_tui.services.samenvatting import druk_samenvatting_af, maak_samenvatting
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.verstrekkingen import list_verstrekkingen, maak_opnieuw
from tests.formaathulp import EIGEN
from tests.greep import beurten, paren
from tests.services.planpapiergezin import Gezin, maak_gezin

ZONDER_PDF = tuple(vorm for vorm in VORMEN if vorm != "pdf")
JA_NEE = (False, True)
WENSEN = [
    (Bladwens(taal, dutch_too, groot, kring), vorm, wie)
    for taal, dutch_too, groot, kring, vorm, wie in (
        *paren(TALEN, JA_NEE, JA_NEE, JA_NEE, ZONDER_PDF, ("fatma", "sami")),
        *beurten(TALEN, JA_NEE, JA_NEE[::-1], JA_NEE, ("pdf",), ("sami", "fatma")),
    )
]
"""How a page can be asked for, by whom, and in which form."""
BLADEN = [
    (variant, versie, groot, alles, vorm, wie)
    for variant, versie, groot, alles, vorm, wie in (
        *paren(PlanVariant, (1, IN_BEWERKING), JA_NEE, JA_NEE, ZONDER_PDF, ("fatma", "sami", "mehmet")),
        *beurten(PlanVariant, (1, IN_BEWERKING), JA_NEE, JA_NEE, ("pdf",), ("fatma", "sami", "mehmet")),
    )
]
"""The same of a whole plan; `alles`: with what may go once it was read."""


# --- what is kept is what was given -----------------------------------------------------------------


@settings(max_examples=60)
@given(st.builds(Bladzijde))
def test_a_page_is_kept_whole(blad: Bladzijde) -> None:
    assert lees_bladzijde(schrijf_bladzijde(blad)) == blad


@settings(max_examples=60)
@given(st.builds(Planpapier))
def test_a_plan_on_paper_is_kept_whole(papier: Planpapier) -> None:
    assert lees_plan(schrijf_plan(papier)) == papier


# --- given, and then everything changes ----------------------------------------------------------------


def schrijf(gezin: Gezin, sleutel: str, tekst: str) -> None:
    revision = get_plan(gezin.sessie, gezin.casus_id).revision
    words = (Citaat("Sami", "tr", tekst), Citaat("Fatma", "nl", "Anders."))
    save_onderdeel(gezin.sessie, gezin.casus_id, revision, sleutel, words, tekst)


def vast(gezin: Gezin) -> None:
    schrijf(gezin, "wat_gaat_goed", "Iets heel anders.")
    stel_plan_vast(gezin.sessie, gezin.casus_id)


def ander_formaat(gezin: Gezin) -> None:
    """The organisation's own, with other titles, from now on; the plan goes over to it."""
    lees_formaat_in(gezin.sessie, EIGEN.encode(), in_gebruik=True)
    kies_variant(gezin.sessie, gezin.casus_id, PlanVariant.JONGERE)
    stel_plan_vast(gezin.sessie, gezin.casus_id)


def sluit(gezin: Gezin) -> None:
    with gezin.sessie.unit_of_work() as uow:
        (plan,) = uow.plannen.find()
        for deel in plan.onderdelen:
            zet_antwoord(deel, gezin.sami, JaNeeOnbekend.NEE)
        uow.commit()


def ander_netwerk(gezin: Gezin) -> None:
    with gezin.sessie.unit_of_work() as uow:
        uow.gezinnen.get(uow.casussen.get(gezin.casus_id).gezin_id).netwerk.clear()
        uow.commit()


def maanden_later(gezin: Gezin) -> None:
    gezin.sessie.klok = SysteemKlok(gezin.sessie.vandaag() + timedelta(days=100))


DAARNA: dict[str, Callable[[Gezin], object]] = {
    "nothing": lambda _: None,
    "the plan was written in": lambda g: schrijf(g, "wat_gaat_goed", "Iets nieuws."),
    "a new version was fixed": vast,
    "the format is another one": ander_formaat,
    "the jongere closed everything": sluit,
    "others stand around them": ander_netwerk,
    "the worker has another number": lambda g: save_instellingen(
        g.sessie, naam="Iemand Anders", telefoon="06-11112222"
    ),
    "time went by": maanden_later,
}


@pytest.fixture
def gezin(sessie: Sessie, school: SchoolBeeld, monkeypatch: pytest.MonkeyPatch) -> Gezin:
    """With somebody around them, and a plan that was written in after its first version."""
    assert school.kernteam
    for dienst in (plandienst, bladdienst):
        monkeypatch.setattr(dienst, "druk_af", lambda *_: None)
    een = maak_gezin(sessie)
    with sessie.unit_of_work() as uow:
        friend = Netwerklid(naam="tante Roos", groep=Netwerkgroep.VRIENDEN, gevoel=Gevoel.STEUN)
        friend.rond_id = een.sami
        uow.gezinnen.get(uow.casussen.get(een.casus_id).gezin_id).netwerk.append(friend)
        uow.commit()
    schrijf(een, "wat_gaat_goed", "Oma belt.")
    return een


def alles_weer(gezin: Gezin, toen: dict[str, bytes], uit: Path) -> None:
    """Each of these (id of what was given -> its file) is made again as it was."""
    for given_id, data in toen.items():
        again = maak_opnieuw(gezin.sessie, gezin.casus_id, given_id, uit / "weer")
        assert again.gelijk
        assert again.bestand.read_bytes() == data


def laatste(gezin: Gezin, toen: dict[str, bytes]) -> str:
    """Id of what was given just now."""
    (new,) = {een.id for een in list_verstrekkingen(gezin.sessie, gezin.casus_id)} - toen.keys()
    return new


def geef_bladen(gezin: Gezin, uit: Path) -> dict[str, bytes]:
    toen: dict[str, bytes] = {}
    for wens, vorm, wie in WENSEN:
        voor = getattr(gezin, wie)
        made = maak_samenvatting(gezin.sessie, gezin.casus_id, voor, vorm, uit / "toen", wens=wens)
        toen[laatste(gezin, toen)] = made.bestand.read_bytes()
    return toen


def geef_plannen(gezin: Gezin, uit: Path) -> dict[str, bytes]:
    toen: dict[str, bytes] = {}
    sessie, casus_id = gezin.sessie, gezin.casus_id
    for variant, versie, groot, alles, vorm, wie in BLADEN:
        voor = getattr(gezin, wie)
        kies_variant(sessie, casus_id, variant)
        lijst = bereid_planpapier_voor(sessie, casus_id, voor, versie).lijst
        read = [regel.id for regel in lijst if regel.vrij_te_geven and alles]
        made = maak_planpapier(sessie, casus_id, voor, vorm, versie, uit / "toen", gelezen=read, groot=groot)
        toen[laatste(gezin, toen)] = made.bestand.read_bytes()
    return toen


@pytest.mark.parametrize("geef", [geef_bladen, geef_plannen])
def test_everything_that_was_given_is_made_again_exactly_whatever_happened_since(
    gezin: Gezin, tmp_path: Path, geef: Callable[[Gezin, Path], dict[str, bytes]]
) -> None:
    toen = geef(gezin, tmp_path)
    assert len(set(toen.values())) > len(toen) // 2, "the control: they are not all alike"
    for verander in DAARNA.values():
        verander(gezin)
    alles_weer(gezin, toen, tmp_path)


@pytest.mark.parametrize("daarna", DAARNA)
def test_each_change_by_itself_leaves_what_was_given(gezin: Gezin, tmp_path: Path, daarna: str) -> None:
    toen: dict[str, bytes] = {}
    for vorm in ZONDER_PDF:
        wens = Bladwens("tr", met_nederlands=True, groot=True, kring=True)
        made = maak_samenvatting(
            gezin.sessie, gezin.casus_id, gezin.fatma, vorm, tmp_path / "toen", wens=wens
        )
        toen[laatste(gezin, toen)] = made.bestand.read_bytes()
        path = maak_planpapier(
            gezin.sessie, gezin.casus_id, gezin.mehmet, vorm, uit=tmp_path / "toen"
        ).bestand
        toen[laatste(gezin, toen)] = path.read_bytes()
    DAARNA[daarna](gezin)
    alles_weer(gezin, toen, tmp_path)


def test_what_was_printed_is_made_again_as_it_came_out(
    gezin: Gezin, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[bytes] = []
    for dienst in (plandienst, bladdienst):
        monkeypatch.setattr(dienst, "druk_af", lambda data, _: printed.append(data))
    toen: dict[str, bytes] = {}
    wens = Bladwens("ar", groot=True)
    druk_samenvatting_af(gezin.sessie, gezin.casus_id, gezin.fatma, wens=wens)
    toen[laatste(gezin, toen)] = printed[0]
    druk_planpapier_af(gezin.sessie, gezin.casus_id, gezin.fatma, groot=True)
    toen[laatste(gezin, toen)] = printed[1]
    vast(gezin)
    alles_weer(gezin, toen, tmp_path)


# --- the register says how ------------------------------------------------------------------------------


def test_the_register_says_in_which_form_each_paper_was(gezin: Gezin, tmp_path: Path) -> None:
    sessie, casus_id = gezin.sessie, gezin.casus_id
    wens = Bladwens("tr", met_nederlands=True, groot=True, kring=True)
    maak_samenvatting(sessie, casus_id, gezin.sami, "html", tmp_path / "a", wens=wens)
    maak_samenvatting(sessie, casus_id, gezin.sami, "tekst", tmp_path / "b")
    kies_variant(sessie, casus_id, PlanVariant.GESCHEIDEN_OUDERS)
    maak_planpapier(sessie, casus_id, gezin.sami, "html", IN_BEWERKING, tmp_path / "c", groot=True)
    maak_planpapier(sessie, casus_id, gezin.sami, "tekst", 1, tmp_path / "d")
    known = {(een.wat, een.vorm): een for een in list_verstrekkingen(sessie, casus_id)}
    assert known["bladzijde", "html"].opmaak == Opmaak(groot=True, met_nederlands=True, kring=True)
    assert known["bladzijde", "tekst"].opmaak == Opmaak()
    apart, gezamenlijk = PlanVariant.GESCHEIDEN_OUDERS, PlanVariant.GEZIN
    assert known["gezinsplan", "html"].opmaak == Opmaak(groot=True, variant=apart)
    assert known["gezinsplan", "tekst"].opmaak == Opmaak(variant=gezamenlijk)
    assert {een.taal for een in known.values()} == {"tr", "nl"}
    assert {een.op for een in known.values()} == {date(2026, 11, 23)}


@pytest.mark.parametrize("inhoud", ["", "dit is geen JSON"])
def test_of_a_paper_of_which_nothing_is_known_the_register_says_no_more_than_that(
    gezin: Gezin, tmp_path: Path, inhoud: str
) -> None:
    sessie, casus_id = gezin.sessie, gezin.casus_id
    maak_samenvatting(sessie, casus_id, gezin.sami, "html", tmp_path / "a", wens=Bladwens(groot=True))
    with sessie.unit_of_work() as uow:
        (found,) = uow.verstrekkingen.find()
        found.inhoud = inhoud
        uow.commit()
    (beeld,) = list_verstrekkingen(sessie, casus_id)
    assert beeld.opmaak == Opmaak()


def test_two_ways_for_one_reader_are_two_files(gezin: Gezin) -> None:
    def blad(wens: Bladwens) -> Path:
        return maak_samenvatting(gezin.sessie, gezin.casus_id, gezin.fatma, "tekst", wens=wens).bestand

    def plan(groot: bool) -> Path:
        return maak_planpapier(gezin.sessie, gezin.casus_id, gezin.fatma, "html", groot=groot).bestand

    nederlands, turks = blad(Bladwens()), blad(Bladwens("tr", met_nederlands=True))
    gewoon, groot = plan(groot=False), plan(groot=True)
    assert len({nederlands, turks, gewoon, groot}) == 4
    assert "-tr" not in turks.name, "the name of a file tells nothing"
    assert all(pad.exists() for pad in (nederlands, turks, gewoon, groot))
    assert blad(Bladwens()) == nederlands, "the same again takes the place of the earlier one"
