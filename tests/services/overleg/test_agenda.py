"""The agenda of the overleg on a real store: it builds itself, and what was put in order stays so."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

import pytest

from kernteam_tui.domain.codes import Dag, GesprekSoort, GesprekStaat, Niveau, TerugkoppelMoment, WisGrond
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.plancodes import Overlegsoort
from kernteam_tui.domain.schooltijd import Overlegmoment
from kernteam_tui.services.gesprekken import (
    DeelnemerUitkomst,
    GesprekGegevens,
    TerugkoppelBeeld,
    Uitkomst,
    get_gesprek,
    leg_gesprek_vast,
    plan_gesprek,
)
from kernteam_tui.services.overleg.eerdere import list_overleg_vandaag, list_overleggen
from kernteam_tui.services.overleg.lezen import OverlegBeeld, get_overleg
from kernteam_tui.services.overleg.wijzigen import (
    PuntGegevens,
    bewaar_punt,
    get_puntkeuze,
    haal_punt_weg,
    noemt_een_naam,
    sluit_overleg,
    verplaats_punt,
    zet_aanwezig,
    zet_moment,
)
from kernteam_tui.services.school import SchoolBeeld, save_school
from kernteam_tui.services.schooltijden import Schooltijden, save_schooltijden
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.wissen import wis_casus
from tests.conftest import VasteKlok
from tests.services.overleg.conftest import MAANDAG_NEGEN, meld_aan, van_rol


def namen(beeld: OverlegBeeld) -> list[str]:
    return [punt.jongere or punt.tekst for punt in beeld.punten]


def op(sessie: Sessie, dag: date, uur: int = 10) -> Sessie:
    """The same store on another day."""
    return Sessie(sessie.store, VasteKlok(datetime(dag.year, dag.month, dag.day, uur, tzinfo=AMSTERDAM)))


def test_de_agenda_vult_zichzelf_met_open_startgesprekken(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    meld_aan(sessie, "Rustig", aangemeld="2026-11-20")
    meld_aan(sessie, "Eerder", aangemeld="2026-11-18")
    meld_aan(sessie, "Haast", aangemeld="2026-11-23", spoed=True)
    beeld = get_overleg(sessie, overlegschool.id)
    assert beeld.start == MAANDAG_NEGEN
    assert beeld.minuten == 60
    assert namen(beeld) == ["Haast Y.", "Eerder Y.", "Rustig Y."], "spoed first, then who has the least days"
    assert beeld.punten[1].waarom == ("startgesprek nog plannen, uiterlijk wo 25 nov",)


def test_een_andere_school_staat_er_niet_op(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    elders = save_school(sessie, {"naam": "Elders", "kernteam": []})
    meld_aan(sessie, "Sami", school="Elders")
    assert get_overleg(sessie, overlegschool.id).punten == ()
    save_schooltijden(sessie, elders.id, Schooltijden(overleg=Overlegmoment(Dag.MA, time(9), 60)))
    assert namen(get_overleg(sessie, elders.id)) == ["Sami Y."]


def test_afspraak_terugkoppeling_en_lang_wachten_komen_vanzelf(
    sessie: Sessie, overlegschool: SchoolBeeld
) -> None:
    casus_id = meld_aan(sessie, "Sami", aangemeld="2026-10-01")
    _kennismaking(sessie, casus_id, date(2026, 10, 12))
    beeld = get_overleg(sessie, overlegschool.id)
    assert [punt.soort for punt in beeld.punten] == [Overlegsoort.STARTGESPREK]
    assert "wacht 42 dagen op de start van de hulp" in beeld.punten[0].waarom
    ander = meld_aan(sessie, "Noor", aangemeld="2026-11-10")
    _startgesprek(sessie, ander, overlegschool)
    punt = get_overleg(sessie, overlegschool.id).punten[1]
    assert punt.waarom == (
        "afspraak nagaan: belt de huisarts",
        "terugkoppelen aan leerplicht",
    )


def test_27_dagen_wachten_is_nog_geen_punt_28_wel(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    casus_id = meld_aan(sessie, "Sami", aangemeld="2026-10-01")
    _kennismaking(sessie, casus_id, date(2026, 10, 27))
    assert not any("wacht" in why for why in get_overleg(sessie, overlegschool.id).punten[0].waarom)
    with sessie.unit_of_work() as uow:
        gesprek = uow.gesprekken.find(casus_id=casus_id)[0]
        gesprek.start -= timedelta(days=1)
        uow.commit()
    assert any("wacht 28" in why for why in get_overleg(sessie, overlegschool.id).punten[0].waarom)


def test_een_eigen_punt_blijft_staan_waar_het_gezet_is(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    meld_aan(sessie, "Sami")
    naam = bewaar_punt(sessie, overlegschool.id, "", PuntGegevens("rooster mentoren"))
    assert namen(get_overleg(sessie, overlegschool.id)) == ["Sami Y.", "rooster mentoren"]
    verplaats_punt(sessie, overlegschool.id, naam, -1)
    meld_aan(sessie, "Noor")
    assert namen(get_overleg(sessie, overlegschool.id)) == ["rooster mentoren", "Sami Y.", "Noor Y."]
    verplaats_punt(sessie, overlegschool.id, naam, -1)
    assert namen(get_overleg(sessie, overlegschool.id))[0] == "rooster mentoren", "at the top nothing moves"
    verplaats_punt(sessie, overlegschool.id, naam, 2)
    assert namen(get_overleg(sessie, overlegschool.id)) == ["Sami Y.", "Noor Y.", "rooster mentoren"]


def test_wat_van_de_agenda_gehaald_is_komt_deze_keer_niet_terug(
    sessie: Sessie, overlegschool: SchoolBeeld
) -> None:
    casus_id = meld_aan(sessie, "Sami")
    haal_punt_weg(sessie, overlegschool.id, casus_id)
    assert get_overleg(sessie, overlegschool.id).punten == ()
    bewaar_punt(sessie, overlegschool.id, "", PuntGegevens("toch even", casus_id))
    beeld = get_overleg(sessie, overlegschool.id)
    assert [(punt.jongere, punt.tekst) for punt in beeld.punten] == [("Sami Y.", "toch even")]


def test_een_casus_zonder_reden_gaat_vanzelf_weg_tenzij_je_er_iets_bij_schreef(
    sessie: Sessie, overlegschool: SchoolBeeld
) -> None:
    weg, blijft = meld_aan(sessie, "Weg"), meld_aan(sessie, "Blijft")
    bewaar_punt(sessie, overlegschool.id, blijft, PuntGegevens("wie belt?", blijft))
    for casus_id in (weg, blijft):
        with sessie.unit_of_work() as uow:
            uow.casussen.get(casus_id).zorg_zonder_vraag = True
            uow.commit()
    assert namen(get_overleg(sessie, overlegschool.id)) == ["Blijft Y."]


def test_een_punt_zonder_casus_waarschuwt_voor_een_naam(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    meld_aan(sessie, "Sami")
    assert noemt_een_naam(sessie, "wat doen we met sami?")
    assert noemt_een_naam(sessie, "bel 06-12345678")
    assert not noemt_een_naam(sessie, "rooster mentoren")
    bewaar_punt(sessie, overlegschool.id, "", PuntGegevens("wat doen we met Sami?"))
    punt = get_overleg(sessie, overlegschool.id).punten[-1]
    assert punt.naam_erin
    assert "Sami" not in str(punt.tafel)


def test_een_leeg_punt_en_een_onbekend_punt_worden_geweigerd(
    sessie: Sessie, overlegschool: SchoolBeeld
) -> None:
    with pytest.raises(InhoudOngeldig):
        bewaar_punt(sessie, overlegschool.id, "", PuntGegevens("  "))
    with pytest.raises(NietGevonden):
        haal_punt_weg(sessie, overlegschool.id, "weg")


def test_zonder_vast_moment_zegt_het_wat_te_doen(sessie: Sessie, school: SchoolBeeld) -> None:
    meld_aan(sessie, "Sami")
    assert get_overleg(sessie, school.id).start is None
    with pytest.raises(RegelGeweigerd) as fout:
        bewaar_punt(sessie, school.id, "", PuntGegevens("rooster"))
    assert "F5" in fout.value.stap
    zet_moment(sessie, school.id, MAANDAG_NEGEN, 45)
    beeld = get_overleg(sessie, school.id)
    assert (beeld.start, beeld.minuten, namen(beeld)) == (MAANDAG_NEGEN, 45, ["Sami Y."])


def test_in_de_vakantie_is_er_geen_overleg(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    kerst = op(sessie, date(2026, 12, 19))
    assert get_overleg(kerst, overlegschool.id).start == datetime(2027, 1, 4, 9, tzinfo=AMSTERDAM)


def test_wat_niet_besproken_is_gaat_mee_naar_de_volgende_week(
    sessie: Sessie, overlegschool: SchoolBeeld
) -> None:
    meld_aan(sessie, "Sami")
    bewaar_punt(sessie, overlegschool.id, "", PuntGegevens("rooster mentoren"))
    assert sluit_overleg(sessie, overlegschool.id) == 1
    beeld = get_overleg(sessie, overlegschool.id)
    assert beeld.start == datetime(2026, 11, 30, 9, tzinfo=AMSTERDAM)
    assert namen(beeld) == ["rooster mentoren", "Sami Y."], "the casus comes back by its own reason"
    school, oud = list_overleggen(sessie, overlegschool.id)
    assert school == "De Brug"
    assert [[punt.over for punt in een.punten] for een in oud] == [["2026-001 Sami Y.", "rooster mentoren"]]
    assert oud[0].aanwezig == ("Vera, gezinswerker", "Lia, leerplicht", "Jan, jeugdarts")


def test_een_overleg_dat_nog_moet_komen_sluit_je_niet(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    zet_moment(sessie, overlegschool.id, MAANDAG_NEGEN + timedelta(days=1), 60)
    with pytest.raises(RegelGeweigerd):
        sluit_overleg(sessie, overlegschool.id)


def test_een_vergeten_overleg_blijft_staan_tot_het_vastgelegd_of_verschoven_is(
    sessie: Sessie, overlegschool: SchoolBeeld
) -> None:
    bewaar_punt(sessie, overlegschool.id, "", PuntGegevens("rooster"))
    woensdag = op(sessie, date(2026, 11, 25))
    beeld = get_overleg(woensdag, overlegschool.id)
    assert (beeld.voorbij, beeld.start) == (True, MAANDAG_NEGEN)
    zet_moment(woensdag, overlegschool.id, datetime(2026, 11, 30, 9, tzinfo=AMSTERDAM), 60)
    beeld = get_overleg(woensdag, overlegschool.id)
    assert (beeld.voorbij, namen(beeld)) == (False, ["rooster"])


def test_vandaag_noemt_het_overleg_tot_het_gehouden_is(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    assert [(een.school, een.start) for een in list_overleg_vandaag(sessie)] == [("De Brug", MAANDAG_NEGEN)]
    assert list_overleg_vandaag(op(sessie, date(2026, 11, 24))) == ()
    sluit_overleg(sessie, overlegschool.id)
    assert list_overleg_vandaag(sessie) == ()


def test_wie_erbij_is_kun_je_aanvinken(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    assert all(een.erbij for een in get_overleg(sessie, overlegschool.id).kernteam)
    lia = van_rol(overlegschool, "leerplichtambtenaar")
    zet_aanwezig(sessie, overlegschool.id, [lia])
    assert [een.wie for een in get_overleg(sessie, overlegschool.id).kernteam if een.erbij] == [
        "Lia, leerplicht"
    ]
    with pytest.raises(InhoudOngeldig):
        zet_aanwezig(sessie, overlegschool.id, [])


def test_wissen_haalt_het_punt_van_de_casus_weg(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    casus_id = meld_aan(sessie, "Sami")
    bewaar_punt(sessie, overlegschool.id, casus_id, PuntGegevens("een geheim", casus_id))
    bewaar_punt(sessie, overlegschool.id, "", PuntGegevens("rooster"))
    wis_casus(sessie, casus_id, WisGrond.TERMIJN)
    assert namen(get_overleg(sessie, overlegschool.id)) == ["rooster"]


def test_het_formulier_kent_de_open_casussen_van_deze_school(
    sessie: Sessie, overlegschool: SchoolBeeld
) -> None:
    casus_id = meld_aan(sessie, "Sami")
    keuze = get_puntkeuze(sessie, overlegschool.id)
    assert keuze.casussen == ((casus_id, "2026-001 Sami Y."),)
    assert keuze.nu == PuntGegevens("")


def _kennismaking(sessie: Sessie, casus_id: str, dag: date) -> None:
    with sessie.unit_of_work() as uow:
        uow.gesprekken.add(
            Gesprek(
                casus_id=casus_id,
                soort=GesprekSoort.KENNISMAKING,
                staat=GesprekStaat.GEHOUDEN,
                start=datetime(dag.year, dag.month, dag.day, 10, tzinfo=AMSTERDAM),
            )
        )
        uow.commit()


def _startgesprek(sessie: Sessie, casus_id: str, school: SchoolBeeld) -> None:
    start = datetime(2026, 11, 12, 10, tzinfo=AMSTERDAM)
    gesprek = plan_gesprek(sessie, casus_id, GesprekGegevens(GesprekSoort.STARTGESPREK, start))
    afspraak = TerugkoppelBeeld("leerplicht", Niveau.GESTART_GESTOPT, TerugkoppelMoment.BIJ_START, None)
    leg_gesprek_vast(
        sessie,
        gesprek.id,
        gesprek.revision,
        Uitkomst(
            GesprekStaat.GEHOUDEN,
            tuple(
                _doet(d.id, d.wie_id == van_rol(school, "jeugdarts"))
                for d in get_gesprek(sessie, gesprek.id).deelnemers
            ),
            (afspraak,),
        ),
    )


def _doet(deelnemer_id: str, arts: bool) -> DeelnemerUitkomst:
    return DeelnemerUitkomst(deelnemer_id, True, "belt de huisarts" if arts else "", date(2026, 11, 20))
