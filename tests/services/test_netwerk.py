"""The netwerkkaart through the services: kept, changed, taken back, and on paper for one reader."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.domain.codes import JaNeeOnbekend, LogSoort, PersoonRol
from kernteam_tui.domain.fouten import InhoudOngeldig, KernteamError, NietGevonden
from kernteam_tui.domain.gezinscodes import Gevoel, Hulpsoort, Netwerkgroep, PartnerSoort
from kernteam_tui.domain.netwerkkaart.jim import JimGeweigerd
from kernteam_tui.domain.netwerkkaart.kaart import Mens
from kernteam_tui.domain.ouderszien import zet_antwoord
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.contacten import ContactGegevens, save_contact
from kernteam_tui.services.gezin import PersoonGegevens, save_persoon
from kernteam_tui.services.netwerk import (
    Kaartwijziging,
    LidGegevens,
    StaatAlOpDeKaart,
    get_lidformulier,
    get_netwerk,
    save_lid,
    wijzig_op_kaart,
    wis_lid,
)
from kernteam_tui.services.netwerkpapier import maak_netwerkkaart
from kernteam_tui.services.ongedaan import doe_met_opname
from kernteam_tui.services.planbeeld import plan_om_te_schrijven
from kernteam_tui.services.sessie import Sessie

G = Netwerkgroep
OMA = LidGegevens(
    G.FAMILIE,
    naam="Oma Ans",
    relatie="oma",
    hulp=(Hulpsoort.EMOTIONEEL, Hulpsoort.PRAKTISCH),
    gevoel=Gevoel.STEUN,
    nabij=1,
    telefoon="06-00000077",
)


@pytest.fixture
def casus_id(casus: AanmeldingUitkomst) -> str:
    return casus.casus_id


@pytest.fixture
def rond(sessie: Sessie, casus_id: str) -> str:
    """Id of the jongere in the middle."""
    return get_netwerk(sessie, casus_id).kaart.rond_id or ""


def op_kaart(sessie: Sessie, casus_id: str, naam: str) -> Mens:
    return next(wie for wie in get_netwerk(sessie, casus_id).kaart.mensen if wie.naam == naam)


def get_lid(sessie: Sessie, casus_id: str, lid_id: str) -> LidGegevens:
    """Somebody on the map as the form knows them."""
    return get_lidformulier(sessie, casus_id, lid_id).gegevens


def gelogd(sessie: Sessie) -> list[str]:
    with sessie.lezen() as conn:
        return [regel.wat for regel in lees_log(conn) if regel.soort is LogSoort.GEWIJZIGD]


def doe_en_terug(sessie: Sessie, functie: Any, *args: Any) -> Any:
    """Do it, and put it back; answers what the function gave."""
    gedaan = doe_met_opname(functie, sessie, *args)
    terug = gedaan.ongedaan("iets gedaan")
    assert terug is not None
    terug.zet_terug(sessie)
    return gedaan.uitkomst


# --- kept and changed -----------------------------------------------------------------------


def test_what_was_put_on_the_map_is_there_again(sessie: Sessie, casus_id: str) -> None:
    oma = save_lid(sessie, casus_id, None, OMA)
    assert get_lid(sessie, casus_id, oma) == replace(OMA, hulp=(Hulpsoort.PRAKTISCH, Hulpsoort.EMOTIONEEL)), (
        "the kinds of help in their own order"
    )
    wie = op_kaart(sessie, casus_id, "Oma Ans")
    assert (wie.letters, wie.telefoon, wie.nabij) == ("PE", "06-00000077", 1)
    assert "netwerk: iemand erbij" in gelogd(sessie)
    save_lid(sessie, casus_id, oma, replace(OMA, gevoel=Gevoel.BEIDE))
    assert get_lid(sessie, casus_id, oma).gevoel is Gevoel.BEIDE
    assert "netwerk: gevoel" in gelogd(sessie)


def test_the_log_never_says_who_stands_on_the_map(sessie: Sessie, casus_id: str) -> None:
    oma = save_lid(sessie, casus_id, None, OMA)
    wis_lid(sessie, casus_id, oma)
    maak_netwerkkaart(sessie, casus_id, None)
    with sessie.lezen() as conn:
        assert not any("Ans" in f"{regel.wat} {regel.voor}" for regel in lees_log(conn))


def test_new_people_stand_behind_who_was_there(sessie: Sessie, casus_id: str) -> None:
    for naam in ("Zus", "Anna", "Mo"):
        save_lid(sessie, casus_id, None, LidGegevens(G.VRIENDEN, naam=naam))
    namen = [wie.naam for wie in get_netwerk(sessie, casus_id).kaart.mensen if wie.groep is G.VRIENDEN]
    assert namen == ["Zus", "Anna", "Mo"]


def test_one_key_changes_one_thing(sessie: Sessie, casus_id: str, rond: str) -> None:
    oma = save_lid(sessie, casus_id, None, OMA)
    wijzig_op_kaart(sessie, casus_id, oma, rond, Kaartwijziging(hulp=Hulpsoort.ADVIES))
    assert op_kaart(sessie, casus_id, "Oma Ans").letters == "PAE"
    wijzig_op_kaart(sessie, casus_id, oma, rond, Kaartwijziging(hulp=Hulpsoort.PRAKTISCH))
    wijzig_op_kaart(sessie, casus_id, oma, rond, Kaartwijziging(nabij=3))
    wijzig_op_kaart(sessie, casus_id, oma, rond, Kaartwijziging(gevoel=Gevoel.SPANNING))
    wie = op_kaart(sessie, casus_id, "Oma Ans")
    assert (wie.letters, wie.nabij, wie.gevoel) == ("AE", 3, Gevoel.SPANNING)


def test_a_housemate_is_put_on_the_map_by_the_first_key(sessie: Sessie, casus_id: str, rond: str) -> None:
    moeder = op_kaart(sessie, casus_id, "Fatma Yilmaz")
    assert not moeder.op_kaart_gezet
    lid = wijzig_op_kaart(sessie, casus_id, moeder.id, rond, Kaartwijziging(gevoel=Gevoel.STEUN))
    moeder = op_kaart(sessie, casus_id, "Fatma Yilmaz")
    assert (moeder.id, moeder.op_kaart_gezet, moeder.gevoel) == (lid, True, Gevoel.STEUN)
    wijzig_op_kaart(sessie, casus_id, lid, rond, Kaartwijziging(nabij=1))
    assert len([wie for wie in get_netwerk(sessie, casus_id).kaart.mensen if wie.groep is G.GEZIN]) == 1


def test_taking_off_the_map_leaves_the_person_of_the_family(sessie: Sessie, casus_id: str, rond: str) -> None:
    moeder = op_kaart(sessie, casus_id, "Fatma Yilmaz")
    lid = wijzig_op_kaart(sessie, casus_id, moeder.id, rond, Kaartwijziging(gevoel=Gevoel.STEUN))
    wis_lid(sessie, casus_id, lid)
    assert op_kaart(sessie, casus_id, "Fatma Yilmaz").id == moeder.id
    with pytest.raises(NietGevonden):
        wis_lid(sessie, casus_id, lid)


def test_adding_changing_and_removing_can_be_taken_back(sessie: Sessie, casus_id: str, rond: str) -> None:
    weg = doe_en_terug(sessie, save_lid, casus_id, None, OMA)
    with pytest.raises(NietGevonden):
        get_lid(sessie, casus_id, weg)
    oma = save_lid(sessie, casus_id, None, OMA)
    doe_en_terug(sessie, wijzig_op_kaart, casus_id, oma, rond, Kaartwijziging(gevoel=Gevoel.SPANNING))
    assert get_lid(sessie, casus_id, oma).gevoel is Gevoel.STEUN
    doe_en_terug(sessie, wis_lid, casus_id, oma)
    assert op_kaart(sessie, casus_id, "Oma Ans").telefoon == "06-00000077"


# --- who is known already -------------------------------------------------------------------


def test_a_link_takes_name_and_number_from_where_they_are_kept(sessie: Sessie, casus_id: str) -> None:
    arts = save_contact(sessie, None, ContactGegevens("M. Bakker", PartnerSoort.HUISARTS, telefoon="030-1"))
    gegevens = LidGegevens(G.PROFESSIONALS, naam="wie dan ook", telefoon="06-9", contact_id=arts)
    lid = save_lid(sessie, casus_id, None, gegevens)
    assert (get_lid(sessie, casus_id, lid).naam, get_lid(sessie, casus_id, lid).telefoon) == ("", "")
    save_contact(sessie, arts, ContactGegevens("M. Bakker-Smit", PartnerSoort.HUISARTS, telefoon="030-2"))
    assert op_kaart(sessie, casus_id, "M. Bakker-Smit").telefoon == "030-2"
    with pytest.raises(StaatAlOpDeKaart):
        save_lid(sessie, casus_id, None, replace(gegevens, nabij=1))


def test_everybody_of_the_family_and_the_address_book_can_be_chosen(sessie: Sessie, casus_id: str) -> None:
    save_contact(sessie, None, ContactGegevens("R. Jansen", PartnerSoort.BUURTTEAM, organisatie="Overvecht"))
    keuzes = {k.naam: k for k in get_netwerk(sessie, casus_id).koppelbaar}
    assert keuzes["Fatma Yilmaz"].groep is G.GEZIN
    assert (keuzes["R. Jansen"].wat, keuzes["R. Jansen"].groep) == ("buurtteam, Overvecht", G.PROFESSIONALS)
    assert [k.naam for k in get_lidformulier(sessie, casus_id).koppelbaar] == list(keuzes)


def test_somebody_without_a_name_or_the_one_in_the_middle_is_refused(
    sessie: Sessie, casus_id: str, rond: str
) -> None:
    with pytest.raises(InhoudOngeldig):
        save_lid(sessie, casus_id, None, LidGegevens(G.BUREN, naam="  "))
    assert save_lid(sessie, casus_id, None, LidGegevens(G.BUREN, relatie="de buurvrouw"))
    with pytest.raises(StaatAlOpDeKaart):
        save_lid(sessie, casus_id, None, LidGegevens(G.GEZIN, persoon_id=rond, rond_id=rond))
    with pytest.raises(InhoudOngeldig):
        save_lid(sessie, casus_id, None, replace(OMA, nabij=4))


def test_a_jim_stands_around_the_only_jongere_and_forgets_days_when_no_jim(
    sessie: Sessie, casus_id: str, rond: str
) -> None:
    akkoord = date(2026, 11, 20)
    jim = save_lid(sessie, casus_id, None, replace(OMA, jim=True, jim_jongere_op=akkoord))
    assert get_lid(sessie, casus_id, jim).rond_id == rond
    assert get_netwerk(sessie, casus_id).adviezen[jim] == ("Nog geen akkoord van de ouders en de JIM zelf.",)
    with pytest.raises(JimGeweigerd):
        save_lid(sessie, casus_id, None, LidGegevens(G.VRIENDEN, naam="Sara", jim=True))
    assert [wie.naam for wie in get_netwerk(sessie, casus_id).kaart.mensen if wie.jim] == ["Oma Ans"]
    save_lid(sessie, casus_id, jim, replace(OMA, jim_jongere_op=akkoord))
    assert get_lid(sessie, casus_id, jim).jim_jongere_op is None


# --- on paper -------------------------------------------------------------------------------


@pytest.fixture
def apart(sessie: Sessie, casus_id: str) -> tuple[str, str]:
    """Ids of mother, with whom Sami lives, and of father, who has gezag and lives elsewhere."""
    vader = save_persoon(
        sessie,
        casus_id,
        None,
        PersoonGegevens(
            PersoonRol.OUDER, "Mehmet", gezag=JaNeeOnbekend.JA, gezag_hoe="register", woont_bij=False
        ),
    )
    return op_kaart(sessie, casus_id, "Fatma Yilmaz").id, vader


def papier(sessie: Sessie, casus_id: str, rond: str, voor: str, *, met_nummers: bool = False) -> str:
    uitkomst = maak_netwerkkaart(sessie, casus_id, rond, voor, "tekst", met_nummers=met_nummers)
    return uitkomst.bestand.read_text("utf-8")


def test_numbers_of_professionals_only_when_asked_and_private_ones_never(
    sessie: Sessie, casus_id: str, rond: str, tmp_path: Path
) -> None:
    from pypdf import PdfReader

    save_lid(sessie, casus_id, None, OMA)
    arts = save_contact(
        sessie, None, ContactGegevens("M. Bakker", PartnerSoort.HUISARTS, telefoon="030-0000055")
    )
    save_lid(sessie, casus_id, None, LidGegevens(G.PROFESSIONALS, contact_id=arts))
    for met_nummers in (False, True):
        pad = tmp_path / f"{met_nummers}.pdf"
        maak_netwerkkaart(sessie, casus_id, rond, rond, "pdf", pad, met_nummers=met_nummers)
        tekst = " ".join(blad.extract_text() for blad in PdfReader(pad).pages)
        assert "Oma Ans" in tekst
        assert "06-00000077" not in tekst
        assert ("030-0000055" in tekst) is met_nummers


def test_a_parent_elsewhere_does_not_read_what_the_jongere_has_with_the_other(
    sessie: Sessie, casus_id: str, rond: str, apart: tuple[str, str]
) -> None:
    moeder, vader = apart
    save_lid(sessie, casus_id, None, replace(OMA, rond_id=rond))
    wijzig_op_kaart(sessie, casus_id, moeder, rond, Kaartwijziging(gevoel=Gevoel.SPANNING))
    wijzig_op_kaart(sessie, casus_id, vader, rond, Kaartwijziging(gevoel=Gevoel.STEUN))
    voor_vader, voor_moeder = (papier(sessie, casus_id, rond, ouder) for ouder in (vader, moeder))
    assert "Mehmet" in voor_vader
    assert "Fatma" not in voor_vader
    assert "Fatma" in voor_moeder
    assert "Mehmet" not in voor_moeder
    for lezer in (rond, ""):
        tekst = papier(sessie, casus_id, rond, lezer)
        assert [naam for naam in ("Fatma", "Mehmet", "Oma Ans") if naam not in tekst] == []
    uitkomst = maak_netwerkkaart(sessie, casus_id, rond, vader, "tekst")
    assert uitkomst.weggelaten == 1
    assert uitkomst.meldingen[0].startswith("1 mens staat er niet op: ")


def test_who_is_important_is_not_drawn_for_parents_from_whom_the_jongere_keeps_it(
    sessie: Sessie, casus_id: str, rond: str, apart: tuple[str, str]
) -> None:
    """As the circle on the page: closed is closed in every picture, and the jongere has the whole map."""
    moeder, vader = apart
    save_lid(sessie, casus_id, None, replace(OMA, rond_id=rond))
    wijzig_op_kaart(sessie, casus_id, vader, rond, Kaartwijziging(gevoel=Gevoel.SPANNING))
    save_lid(
        sessie, casus_id, None, LidGegevens(G.GEZIN, naam="Bram", rond_id=rond, gevoel=Gevoel.STEUN, nabij=1)
    )
    assert "Oma Ans: geeft steun" in papier(sessie, casus_id, rond, moeder)
    sluit_wie_belangrijk(sessie, casus_id, rond)
    for ouder in (moeder, vader):
        tekst = papier(sessie, casus_id, rond, ouder)
        assert "Oma Ans" not in tekst
        assert "Bram" in tekst
        assert "steun" not in tekst
    uitkomst = maak_netwerkkaart(sessie, casus_id, rond, moeder, "tekst")
    assert "de jongere wil niet dat ouders dit zien" in uitkomst.meldingen[0]
    assert "Je besloot" not in uitkomst.meldingen[0]
    for lezer in (rond, ""):
        assert "Oma Ans: geeft steun" in papier(sessie, casus_id, rond, lezer)


def sluit_wie_belangrijk(sessie: Sessie, casus_id: str, jongere_id: str) -> None:
    with sessie.unit_of_work() as uow:
        plan = plan_om_te_schrijven(uow, uow.casussen.get(casus_id))
        zet_antwoord(plan.onderdeel("wie_zijn_belangrijk"), jongere_id, JaNeeOnbekend.NEE)
        plan.gewijzigd = True
        uow.commit()


def test_a_parent_whose_gezag_is_not_known_gets_no_map(sessie: Sessie, casus_id: str, rond: str) -> None:
    vader = save_persoon(sessie, casus_id, None, PersoonGegevens(PersoonRol.OUDER, "Mehmet"))
    with pytest.raises(KernteamError) as fout:
        maak_netwerkkaart(sessie, casus_id, rond, vader)
    assert fout.value.code == "gezag_onbekend"
    assert not (sessie.map / "uit").exists()


def test_the_file_is_noted_and_its_name_says_nothing(sessie: Sessie, casus_id: str, rond: str) -> None:
    save_lid(sessie, casus_id, None, OMA)
    uitkomst = maak_netwerkkaart(sessie, casus_id, rond, rond)
    assert uitkomst.bestand.name.startswith("netwerk-k")
    assert uitkomst.bestand.parent == sessie.map / "uit"
    with sessie.lezen() as conn:
        laatste = next(regel for regel in lees_log(conn) if regel.soort is LogSoort.GEEXPORTEERD)
    assert (laatste.wat, laatste.voor) == ("netwerkkaart (pdf)", "jongere")
