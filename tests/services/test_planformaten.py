"""The format of a plan is the organisation's: read in once, kept for ever, and never a word is lost by it."""

from __future__ import annotations

from pathlib import Path

import pytest

from kernteam_tui.data.opname import opnemen
from kernteam_tui.domain.codes import NotitieSoort, PlanVariant, WisGrond
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gezinsplan import Citaat, Veldwaarde
from kernteam_tui.domain.planformaat import NIET_IN_VARIANT, UIT_EERDER_FORMAAT
from kernteam_tui.exchange.planformaat import HUIDIG, formaattekst
from kernteam_tui.services.aanmelding import AanmeldingUitkomst, register_aanmelding
from kernteam_tui.services.afschriftplan import plandelen
from kernteam_tui.services.gezinsplan import get_plan, kies_variant, lees_plan, save_onderdeel, stel_plan_vast
from kernteam_tui.services.notitiebron import koppel_notitie, list_onderdelen
from kernteam_tui.services.notities import start_notitie
from kernteam_tui.services.ongedaan import zet_terug as maak_ongedaan
from kernteam_tui.services.planbeeld import PlanBeeld
from kernteam_tui.services.plancontrole import controleer
from kernteam_tui.services.planformaten import (
    MAX_BYTES,
    kies_formaat,
    lees_formaat_in,
    lees_formaatbestand,
    lees_inhoud,
    list_formaten,
)
from kernteam_tui.services.planpapier import ZELF, bereid_planpapier_voor
from kernteam_tui.services.planverschil import get_planverschil
from kernteam_tui.services.reservekopie import maak_reservekopie
from kernteam_tui.services.samenvatting import lees_bladzijde
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.terugzetten import zet_terug
from kernteam_tui.services.toegang import unlock
from kernteam_tui.services.wissen import wis_casus
from kernteam_tui.services.zoeken import zoek
from tests.conftest import WACHTWOORDZIN
from tests.formaathulp import EIGEN, NAAM
from tests.services.conftest import AANMELDING

PLAN = {
    "onderdelen": {
        "waarom_dit_plan": {"woorden": [{"van": "Sami", "tekst": "Ik wil weer slapen."}]},
        "wat_gaat_goed": {"woorden": [{"van": "Fatma", "tekst": "Hij lacht weer."}]},
        "dromen": {"toelichting": "Een tuin met kippen."},
    },
    "doelen": [{"wat": "Vier dagen naar school", "nu": 4, "gewenst": 7, "hoe_zien_we_dat": "Hij staat op."}],
    "acties": [{"wat": "belt Sami wakker", "wie": "oma", "wanneer": "2026-12-01"}],
    "evaluatie_op": "2027-01-18",
}


def in_gebruik(sessie: Sessie) -> str:
    (naam,) = [formaat.naam for formaat in list_formaten(sessie) if formaat.in_gebruik]
    return naam


@pytest.fixture
def eigen(sessie: Sessie) -> None:
    """The organisation's format is read in, and new plans begin in it."""
    lees_formaat_in(sessie, EIGEN.encode(), in_gebruik=True)


@pytest.fixture
def plan(sessie: Sessie, casus: AanmeldingUitkomst) -> PlanBeeld:
    """A plan in that format, with something in a section and in fields that only that format has."""
    lees_formaat_in(sessie, EIGEN.encode(), in_gebruik=True)
    lees_plan(sessie, casus.casus_id, PLAN)
    revision = get_plan(sessie, casus.casus_id).revision
    velden = (Veldwaarde("eerste_stap", "Kippen gaan kijken"), Veldwaarde("begonnen_op", "2026-11-09"))
    save_onderdeel(sessie, casus.casus_id, revision, "dromen", (), "Een tuin met kippen.", velden)
    return get_plan(sessie, casus.casus_id)


# --- reading in, and which one is in use --------------------------------------------------------------


def test_a_new_plan_begins_in_the_newest_of_the_program(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    assert in_gebruik(sessie) == HUIDIG
    save_onderdeel(sessie, casus.casus_id, 0, "veiligheid", (), "", (Veldwaarde("cijfer", "7"),))
    (formaat, *_) = list_formaten(sessie)
    assert (formaat.naam, formaat.plannen, formaat.ingelezen_op) == (HUIDIG, 1, None)


def test_an_own_format_is_kept_and_used_only_when_asked(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    (nieuw, *_) = lees_formaat_in(sessie, EIGEN.encode())
    assert (nieuw.naam, nieuw.onderdelen, nieuw.velden, nieuw.in_gebruik) == (NAAM, 10, 2, False)
    assert nieuw.ingelezen_op == sessie.vandaag()
    assert len(get_plan(sessie, casus.casus_id).onderdelen) == 14
    kies_formaat(sessie, NAAM)
    assert in_gebruik(sessie) == NAAM
    assert [o.titel for o in get_plan(sessie, casus.casus_id).onderdelen][:2] == [
        "Waar dromen wij van",
        "Kracht",
    ]
    kies_formaat(sessie, HUIDIG)
    assert in_gebruik(sessie) == HUIDIG


def test_the_same_file_twice_is_kept_once_also_with_other_line_ends(sessie: Sessie) -> None:
    lees_formaat_in(sessie, EIGEN.encode())
    dos = b"\xef\xbb\xbf" + EIGEN.replace("\n", "\r\n").encode()
    formaten = lees_formaat_in(sessie, dos, in_gebruik=True)
    assert [formaat.naam for formaat in formaten if formaat.ingelezen_op] == [NAAM]
    assert in_gebruik(sessie) == NAAM


@pytest.mark.usefixtures("eigen")
def test_a_name_stands_for_one_content_for_ever(sessie: Sessie) -> None:
    with pytest.raises(InhoudOngeldig) as gezien:
        lees_formaat_in(sessie, EIGEN.replace("Kracht", "Sterk").encode())
    assert gezien.value.stap.startswith("Geef dit bestand een nieuwe naam bij formaat")
    formaten = lees_formaat_in(
        sessie, EIGEN.replace("Kracht", "Sterk").replace(NAAM, "wijkteam-2026-2").encode()
    )
    assert [formaat.naam for formaat in formaten][:2] == ["wijkteam-2026-2", NAAM]
    assert in_gebruik(sessie) == NAAM


@pytest.mark.parametrize("naam", [HUIDIG, "gezinsplan-2026-1", "gezinsplan-2031-4"])
def test_no_name_of_the_program_is_taken_also_not_one_of_later(sessie: Sessie, naam: str) -> None:
    with pytest.raises(InhoudOngeldig, match="van het programma zelf"):
        lees_formaat_in(sessie, EIGEN.replace(NAAM, naam).encode())
    assert len(list_formaten(sessie)) == 3


def test_a_refused_file_leaves_nothing(sessie: Sessie) -> None:
    with pytest.raises(InhoudOngeldig, match="nderdeel ‘akkoord’ ontbreekt"):
        lees_formaat_in(sessie, EIGEN.replace('"akkoord"', '"eens"').encode(), in_gebruik=True)
    assert in_gebruik(sessie) == HUIDIG


def test_only_what_there_is_can_be_put_in_use(sessie: Sessie) -> None:
    for naam in ("weg", "gezinsplan-2026-1"):
        with pytest.raises(NietGevonden) as gezien:
            kies_formaat(sessie, naam)
        assert gezien.value.stap == f"Kies uit: {HUIDIG}."


def test_a_file_is_read_from_a_path_and_a_folder_is_not(sessie: Sessie, tmp_path: Path) -> None:
    bestand = tmp_path / "mijn formaat.toml"
    bestand.write_text(EIGEN)
    lees_formaatbestand(sessie, f"'{bestand}'", in_gebruik=True)
    assert in_gebruik(sessie) == NAAM
    for pad in (tmp_path, tmp_path / "weg.toml"):
        with pytest.raises(InhoudOngeldig, match="Daar staat geen bestand"):
            lees_formaatbestand(sessie, str(pad))
    bestand.write_bytes(b"#" * (MAX_BYTES + 1))
    with pytest.raises(InhoudOngeldig, match="te groot"):
        lees_formaatbestand(sessie, str(bestand))


@pytest.mark.usefixtures("eigen")
def test_a_format_can_be_had_back_as_a_file(sessie: Sessie) -> None:
    assert lees_inhoud(sessie, NAAM) == EIGEN
    assert lees_inhoud(sessie, HUIDIG) == formaattekst(HUIDIG)
    with pytest.raises(NietGevonden):
        lees_inhoud(sessie, "weg")


def test_what_was_done_is_in_the_log_and_can_be_taken_back(sessie: Sessie) -> None:
    with opnemen() as opname:
        lees_formaat_in(sessie, EIGEN.encode(), in_gebruik=True)
    maak_ongedaan(sessie, wat="Planformaat ingelezen", wissels=opname.wissels())
    assert in_gebruik(sessie) == HUIDIG
    assert len(list_formaten(sessie)) == 3
    with sessie.lezen() as conn:
        regels = [str(row[0]) for row in conn.exec_driver_sql("SELECT wat FROM logboek ORDER BY nr")]
    assert regels[-3:] == [
        "planformaat: ingelezen",
        "planformaat: in gebruik",
        "teruggezet: planformaat ingelezen",
    ]


# --- a plan in an own format ----------------------------------------------------------------------------


def test_a_plan_in_an_own_format_goes_all_the_way(
    sessie: Sessie, casus: AanmeldingUitkomst, plan: PlanBeeld
) -> None:
    """Written, checked, frozen, on the page, on paper, compared and found: by the words of that format."""
    assert [o.titel for o in plan.onderdelen] == [
        "Waar dromen wij van",
        "Kracht",
        "Onze vraag",
        "Onze mensen",
        "Veilig",
        "Onze doelen",
        "Onze stappen",
        "Erbij",
        "Terugkijken",
        "Eens of niet",
    ]
    punten = {punt.nr: punt for punt in controleer(sessie, casus.casus_id)}
    assert [nr for nr in (1, 2, 5, 6, 7, 9) if punten[nr].in_orde] == [1, 2, 5, 6, 7, 9]
    sleutels = {o.sleutel for o in plan.onderdelen}
    assert {punt.onderdeel for punt in punten.values() if punt.onderdeel} <= sleutels
    stel_plan_vast(sessie, casus.casus_id)
    bladzijde = lees_bladzijde(sessie, casus.casus_id, "ouder")
    assert "Ik wil weer slapen." in bladzijde.tekst
    assert "kippen" not in bladzijde.tekst.lower()
    assert "Waar dromen wij van" in bladzijde.weggelaten
    papier = bereid_planpapier_voor(sessie, casus.casus_id, ZELF).tekst
    assert papier.casefold().index("waar dromen wij van") < papier.casefold().index("kracht")
    for woorden in ("Waar dromen wij van", "Eerste stap", "Kippen gaan kijken", "9 november 2026", NAAM):
        assert woorden.casefold() in papier.casefold()
    revision = get_plan(sessie, casus.casus_id).revision
    velden = (Veldwaarde("eerste_stap", "Kippen gaan halen"), Veldwaarde("begonnen_op", "2026-11-16"))
    save_onderdeel(sessie, casus.casus_id, revision, "dromen", (), "Een tuin met kippen.", velden)
    (verschil,) = get_planverschil(sessie, casus.casus_id).onderdelen
    assert verschil.onderdeel.titel == "Waar dromen wij van"
    assert [regel.kop for regel in verschil.regels] == ["Eerste stap", "Begonnen op"]
    assert [stuk.tekst for stuk in verschil.regels[1].stukken] == ["9 november 2026", "16 november 2026"]
    (treffer,) = zoek(sessie, "kippen halen")
    assert (treffer.onderdeel, treffer.titel) == ("dromen", "Waar dromen wij van")
    (doel,) = zoek(sessie, "Vier dagen")
    assert (doel.onderdeel, doel.titel) == ("wat_willen_wij_bereiken", "Onze doelen")


@pytest.mark.usefixtures("plan")
def test_another_variant_of_an_own_format_hides_nothing_that_was_written(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    na = kies_variant(sessie, casus.casus_id, PlanVariant.JONGERE)
    assert [o.titel for o in na.onderdelen][:2] == ["Mijn vraag", "Kracht"]
    dromen = na.onderdelen[-1]
    assert (dromen.sleutel, dromen.nr, dromen.hint) == ("dromen", 10, NIET_IN_VARIANT)
    assert [veld.tekst for veld in dromen.velden] == ["Kippen gaan kijken", "2026-11-09"]


def test_a_plan_stays_in_its_format_until_a_variant_is_chosen(
    sessie: Sessie, casus: AanmeldingUitkomst, plan: PlanBeeld
) -> None:
    kies_formaat(sessie, HUIDIG)
    assert get_plan(sessie, casus.casus_id) == plan
    na = kies_variant(sessie, casus.casus_id, PlanVariant.GESCHEIDEN_OUDERS)
    assert len(na.onderdelen) == 15
    dromen = na.onderdelen[-1]
    assert (dromen.titel, dromen.herkomst) == ("Waar dromen wij van", UIT_EERDER_FORMAAT)
    assert [(veld.veld.vraag, veld.tekst) for veld in dromen.velden] == [
        ("Eerste stap", "Kippen gaan kijken"),
        ("Begonnen op", "2026-11-09"),
    ]
    assert na.onderdeel("waarom_dit_plan").woorden == (Citaat("Sami", "nl", "Ik wil weer slapen."),)
    papier = bereid_planpapier_voor(sessie, casus.casus_id, ZELF, 0).tekst
    assert "Waar dromen wij van (uit een eerder formaat)".casefold() in papier.casefold()
    assert "Kippen gaan kijken" in papier


@pytest.mark.usefixtures("plan")
def test_what_is_left_over_can_be_changed_and_goes_when_it_is_empty(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    kies_formaat(sessie, HUIDIG)
    na = kies_variant(sessie, casus.casus_id, PlanVariant.GESCHEIDEN_OUDERS)
    revision = save_onderdeel(sessie, casus.casus_id, na.revision, "dromen", (), "Nu drie kippen.", ())
    (*_, dromen) = get_plan(sessie, casus.casus_id).onderdelen
    assert (dromen.toelichting, dromen.velden) == ("Nu drie kippen.", ())
    save_onderdeel(sessie, casus.casus_id, revision, "dromen", (), "", ())
    assert get_plan(sessie, casus.casus_id).onderdelen[-1].sleutel == "dromen"
    assert [o.sleutel for o in stel_plan_vast(sessie, casus.casus_id).onderdelen].count("dromen") == 0


def test_a_section_of_no_format_is_refused(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    with pytest.raises(InhoudOngeldig, match="bestaat niet"):
        save_onderdeel(sessie, casus.casus_id, 0, "dromen", (), "Kippen")


@pytest.mark.usefixtures("plan")
def test_an_old_version_is_read_in_the_format_in_which_it_was_made(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    stel_plan_vast(sessie, casus.casus_id)
    kies_formaat(sessie, HUIDIG)
    na = kies_variant(sessie, casus.casus_id, PlanVariant.GESCHEIDEN_OUDERS)
    save_onderdeel(sessie, casus.casus_id, na.revision, "dromen", (), "", ())
    stel_plan_vast(sessie, casus.casus_id)
    papier = bereid_planpapier_voor(sessie, casus.casus_id, ZELF, 1).tekst
    assert "Onze doelen".casefold() in papier.casefold()
    assert NAAM in papier
    assert "Wat willen wij bereiken".casefold() not in papier.casefold()
    rond, weg = get_planverschil(sessie, casus.casus_id).onderdelen
    assert [regel.kop for regel in rond.regels] == ["Van wie het plan is"]
    assert (weg.onderdeel.titel, weg.onderdeel.herkomst) == ("Waar dromen wij van", UIT_EERDER_FORMAAT)
    with sessie.unit_of_work() as uow:
        (opgeslagen,) = uow.plannen.find()
        delen = list(plandelen(uow, opgeslagen))
    assert ("Waar dromen wij van, versie 1, 23 november 2026", (("Begonnen op", "9 november 2026"),)) in [
        (deel.kop, deel.regels) for deel in delen
    ]


@pytest.mark.usefixtures("plan")
def test_a_plan_from_a_file_keeps_its_fields(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    """`gezinsplan/1` does not know fields: it does not take them away either."""
    lees_plan(sessie, casus.casus_id, {"onderdelen": {}})
    dromen = get_plan(sessie, casus.casus_id).onderdeel("dromen")
    assert (dromen.toelichting, [veld.tekst for veld in dromen.velden]) == (
        "",
        ["Kippen gaan kijken", "2026-11-09"],
    )


def test_a_plan_with_nothing_but_a_field_can_be_frozen(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    with pytest.raises(RegelGeweigerd):
        stel_plan_vast(sessie, casus.casus_id)
    save_onderdeel(sessie, casus.casus_id, 0, "veiligheid", (), "", (Veldwaarde("cijfer", "7"),))
    assert stel_plan_vast(sessie, casus.casus_id).versie == 1
    (onderdeel,) = get_planverschil(sessie, casus.casus_id).onderdelen
    assert [(regel.kop, regel.stukken[0].tekst) for regel in onderdeel.regels] == [("Cijfer", "7")]


def test_a_save_without_fields_leaves_them(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    revision = save_onderdeel(sessie, casus.casus_id, 0, "veiligheid", (), "", (Veldwaarde("cijfer", "7"),))
    save_onderdeel(sessie, casus.casus_id, revision, "veiligheid", (), "Besproken.")
    veiligheid = get_plan(sessie, casus.casus_id).onderdeel("veiligheid")
    assert [veld.tekst for veld in veiligheid.velden] == ["", "7"]


def test_fields_answer_the_looks_at_safety_and_at_help(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    punten = controleer(sessie, casus.casus_id)
    assert [punten[nr].in_orde for nr in (2, 11)] == [False, None]
    revision = save_onderdeel(
        sessie,
        casus.casus_id,
        0,
        "veiligheid",
        (),
        "Sami: geen zorgen.",
        (Veldwaarde("besproken_op", "2026-11-09"),),
    )
    hulp = [Veldwaarde(sleutel, "iets") for sleutel in ("welke_hulp", "omvang", "duur", "waarom_niet_zelf")]
    revision = save_onderdeel(sessie, casus.casus_id, revision, "hulp_die_erbij_komt", (), "", tuple(hulp))
    punten = controleer(sessie, casus.casus_id)
    assert [punten[nr].in_orde for nr in (2, 11)] == [True, False]
    hulp.append(Veldwaarde("deskundige", "jeugdpsycholoog"))
    save_onderdeel(sessie, casus.casus_id, revision, "hulp_die_erbij_komt", (), "", tuple(hulp))
    assert controleer(sessie, casus.casus_id)[11].in_orde


@pytest.mark.usefixtures("plan")
def test_a_note_goes_with_a_section_of_an_own_format_and_keeps_it(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    notitie = start_notitie(sessie, casus.casus_id, NotitieSoort.HUISBEZOEK)
    koppel_notitie(sessie, notitie.id, ("dromen",))
    kies_formaat(sessie, HUIDIG)
    kies_variant(sessie, casus.casus_id, PlanVariant.GESCHEIDEN_OUDERS)
    keuzes = list_onderdelen(sessie, notitie.id)
    assert [keuze.titel for keuze in keuzes if keuze.gekozen] == ["Waar dromen wij van"]


# --- the format stays ------------------------------------------------------------------------------------


@pytest.mark.usefixtures("plan")
def test_erasing_a_casus_leaves_the_format_and_the_other_plan(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    ander = register_aanmelding(
        sessie, AANMELDING | {"jongere": {"roepnaam": "Noor", "achternaam": "Bos"}, "ouders": []}
    )
    save_onderdeel(sessie, ander.casus_id, 0, "dromen", (), "Een boot.")
    wis_casus(sessie, casus.nummer, WisGrond.OP_VERZOEK)
    assert in_gebruik(sessie) == NAAM
    assert get_plan(sessie, ander.casus_id).onderdeel("dromen").toelichting == "Een boot."


def test_a_backup_carries_the_format(
    sessie: Sessie, casus: AanmeldingUitkomst, plan: PlanBeeld, tmp_path: Path
) -> None:
    kopie = maak_reservekopie(sessie, tmp_path).pad
    sessie.close()
    elders = tmp_path / "nieuw"
    zet_terug(elders, kopie, WACHTWOORDZIN, sessie.klok)
    terug = unlock(elders, WACHTWOORDZIN, sessie.klok)
    try:
        assert in_gebruik(terug) == NAAM
        assert get_plan(terug, casus.casus_id).onderdelen == plan.onderdelen
    finally:
        terug.close()
