"""What was said becomes actions: a held talk for each casus, and for other points the action in the point."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from kernteam_tui.data.queries.feiten import lees_feiten
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, Niveau, TerugkoppelMoment
from kernteam_tui.domain.fouten import InhoudOngeldig, RegelGeweigerd
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.leeftijden.ouders import ZonderOuders
from kernteam_tui.domain.plancodes import Overlegsoort
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gesprekken import TerugkoppelBeeld
from kernteam_tui.services.ongedaan import doe_met_opname, zet_terug
from kernteam_tui.services.overleg.bespreken import (
    Besproken,
    PartnerActie,
    bespreek_punt,
    get_tafelpunt,
)
from kernteam_tui.services.overleg.eerdere import list_overleggen
from kernteam_tui.services.overleg.lezen import get_overleg
from kernteam_tui.services.overleg.wijzigen import (
    PuntGegevens,
    bewaar_punt,
    meld_punt_klaar,
    sluit_overleg,
    zet_aanwezig,
    zet_moment,
)
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.vandaag import get_vandaag
from tests.conftest import VasteKlok
from tests.services.overleg.conftest import MAANDAG_NEGEN, meld_aan, van_rol
from tests.services.vragen import vragen

VRIJDAG = date(2026, 11, 27)
ZONDER = ZonderOuders("vast overleg op school", informeren_voor=VRIJDAG)


def gesprek_van(sessie: Sessie, casus_id: str) -> Gesprek:
    with sessie.unit_of_work() as uow:
        (gesprek,) = uow.gesprekken.find(casus_id=casus_id)
        return gesprek


def test_het_punt_wordt_een_gehouden_gesprek_met_acties(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    casus_id = meld_aan(sessie, "Sami")
    lia, jan = van_rol(overlegschool, "leerplichtambtenaar"), van_rol(overlegschool, "jeugdarts")
    terug = TerugkoppelBeeld(
        "leerplicht", Niveau.GESTART_GESTOPT, TerugkoppelMoment.BIJ_START, None, soort=PartnerSoort.LEERPLICHT
    )
    besproken = Besproken(
        "Eerst thuis langs.",
        acties=(PartnerActie(lia, "legt uit wat moet", date(2026, 11, 23)), PartnerActie(jan, "")),
        terugkoppelafspraken=(terug,),
        ouders=ZONDER,
    )
    assert bespreek_punt(sessie, overlegschool.id, casus_id, besproken) == "", "there is no next point"
    gesprek = gesprek_van(sessie, casus_id)
    assert (gesprek.soort, gesprek.staat) == (GesprekSoort.OVERLEG, GesprekStaat.GEHOUDEN)
    assert gesprek.start == MAANDAG_NEGEN
    assert gesprek.verslag == "Eerst thuis langs."
    assert [(d.naam, d.aanwezig, d.actie, d.actie_op) for d in gesprek.deelnemers] == [
        ("Vera", True, "", None),
        ("Lia", True, "legt uit wat moet", date(2026, 11, 23)),
        ("Jan", True, "", None),
    ]
    assert (gesprek.zonder_ouders, gesprek.ouders_informeren_voor) == (True, VRIJDAG)
    assert [t.partner for t in gesprek.terugkoppelafspraken] == ["leerplicht"]
    assert get_overleg(sessie, overlegschool.id).punten[0].besproken


def test_de_signalen_komen_vanzelf_uit_de_acties(
    sessie: Sessie, overlegschool: SchoolBeeld, monkeypatch: pytest.MonkeyPatch
) -> None:
    casus_id = meld_aan(sessie, "Sami")
    lia = van_rol(overlegschool, "leerplichtambtenaar")
    besproken = Besproken(acties=(PartnerActie(lia, "belt", date(2026, 11, 23)),), ouders=ZONDER)
    bespreek_punt(sessie, overlegschool.id, casus_id, besproken)
    monkeypatch.setattr(sessie, "vandaag", lambda: date(2026, 11, 25))
    told = {(signaal.regel, signaal.waarom) for signaal in get_vandaag(sessie).signalen}
    assert ("actie_over_datum", "leerplicht: belt (ma 23 nov)") in told
    assert any("ouders" in regel for regel, _ in told), "a talk without parents asks to tell them"


def test_opnieuw_vastleggen_verandert_hetzelfde_gesprek(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    casus_id = meld_aan(sessie, "Sami")
    lia = van_rol(overlegschool, "leerplichtambtenaar")
    eerst = Besproken("a", acties=(PartnerActie(lia, "belt"),), ouders=ZONDER)
    bespreek_punt(sessie, overlegschool.id, casus_id, eerst)
    with sessie.unit_of_work() as uow:
        deelnemer = next(d for d in uow.gesprekken.find(casus_id=casus_id)[0].deelnemers if d.actie)
        deelnemer.actie_klaar = True
        uow.commit()
    ouder = get_tafelpunt(sessie, overlegschool.id, casus_id).gezin[-1]
    assert ouder.ouder
    bespreek_punt(
        sessie,
        overlegschool.id,
        casus_id,
        Besproken("b", (ouder.id,), (PartnerActie(lia, "belt"),), zonder_jongere="had toets"),
    )
    gesprek = gesprek_van(sessie, casus_id)
    assert gesprek.verslag == "b"
    assert (gesprek.zonder_ouders, gesprek.zonder) == (False, "had toets")
    assert next(d for d in gesprek.deelnemers if d.actie).actie_klaar, "what was done stays done"
    punt = get_tafelpunt(sessie, overlegschool.id, casus_id)
    assert [lid.erbij for lid in punt.gezin] == [False, True]
    assert punt.uitkomst == "b"
    assert punt.zonder == "had toets"


def test_zonder_ouders_moet_gezegd_worden_waarom(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    casus_id = meld_aan(sessie, "Sami")
    with pytest.raises(InhoudOngeldig):
        bespreek_punt(sessie, overlegschool.id, casus_id, Besproken("a"))
    with pytest.raises(RegelGeweigerd):
        bespreek_punt(
            sessie, overlegschool.id, casus_id, Besproken("a", ouders=ZonderOuders("x", ouders_niet="nee"))
        )
    with sessie.unit_of_work() as uow:
        assert uow.gesprekken.find(casus_id=casus_id) == []
        assert uow.overleggen.find() == [], "nothing was kept"


def test_een_volwassene_beslist_zelf(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    jongere = {"roepnaam": "Ali", "achternaam": "Yilmaz", "geboortedatum": "2008-01-04"}
    casus_id = meld_aan(sessie, "Ali", jongere=jongere)
    tafel = get_tafelpunt(sessie, overlegschool.id, casus_id)
    assert tafel.ouders is not None
    assert not tafel.ouders.vragen
    bespreek_punt(sessie, overlegschool.id, casus_id, Besproken("a"))
    assert not gesprek_van(sessie, casus_id).zonder_ouders


def test_ieder_krijgt_een_voorzet_uit_het_eigen_vak(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    casus_id = meld_aan(sessie, "Sami")
    partners = get_tafelpunt(sessie, overlegschool.id, casus_id).partners
    assert [partner.voorstel for partner in partners] == [
        "gaat thuis langs en helpt het gezin verder",
        "legt uit wat moet en wat mag rond naar school gaan",
        "kijkt mee naar ziekte en gezondheid",
    ]
    lia = van_rol(overlegschool, "leerplichtambtenaar")
    zet_aanwezig(sessie, overlegschool.id, [lia])
    assert [p.naam for p in get_tafelpunt(sessie, overlegschool.id, casus_id).partners] == ["Lia"]


def test_van_punt_naar_punt_en_weer_bovenaan(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    een, twee = meld_aan(sessie, "Een"), meld_aan(sessie, "Twee")
    drie = bewaar_punt(sessie, overlegschool.id, "", PuntGegevens("rooster"))
    assert get_tafelpunt(sessie, overlegschool.id, een).volgende == twee
    assert bespreek_punt(sessie, overlegschool.id, twee, Besproken(ouders=ZONDER)) == drie
    assert bespreek_punt(sessie, overlegschool.id, drie, Besproken("ja")) == een
    assert bespreek_punt(sessie, overlegschool.id, een, Besproken(ouders=ZONDER)) == ""


def test_bij_een_punt_zonder_casus_staat_de_afspraak_in_het_punt(
    sessie: Sessie, overlegschool: SchoolBeeld
) -> None:
    naam = bewaar_punt(sessie, overlegschool.id, "", PuntGegevens("rooster mentoren"))
    gedaan = Besproken("akkoord", wie="Lia", actie="maakt een lijst", actie_op=VRIJDAG)
    bespreek_punt(sessie, overlegschool.id, naam, gedaan)
    assert sluit_overleg(sessie, overlegschool.id) == 1
    (punt,) = get_overleg(sessie, overlegschool.id).punten
    assert (punt.soort, punt.wie, punt.actie, punt.besproken) == (
        Overlegsoort.AFSPRAAK,
        "Lia",
        "maakt een lijst",
        False,
    )
    (oud,) = list_overleggen(sessie, overlegschool.id)[1]
    assert (oud.punten[0].uitkomst, oud.punten[0].acties[0].wat) == ("akkoord", "maakt een lijst")


def test_wat_klaar_is_gaat_niet_mee(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    naam = bewaar_punt(sessie, overlegschool.id, "", PuntGegevens("rooster"))
    bespreek_punt(sessie, overlegschool.id, naam, Besproken("ja", wie="Lia", actie="maakt een lijst"))
    meld_punt_klaar(sessie, overlegschool.id, naam)
    assert sluit_overleg(sessie, overlegschool.id) == 0
    assert get_overleg(sessie, overlegschool.id).punten == ()


def test_een_overleg_dat_nog_moet_komen_bespreek_je_niet(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    casus_id = meld_aan(sessie, "Sami")
    zet_moment(sessie, overlegschool.id, MAANDAG_NEGEN + timedelta(days=1), 60)
    with pytest.raises(RegelGeweigerd):
        bespreek_punt(sessie, overlegschool.id, casus_id, Besproken("a", ouders=ZONDER))


def test_begint_het_eerder_dan_is_het_gesprek_nu(
    sessie: Sessie, overlegschool: SchoolBeeld, klok: Any
) -> None:
    casus_id = meld_aan(sessie, "Sami")
    zet_moment(sessie, overlegschool.id, MAANDAG_NEGEN + timedelta(hours=4), 60)
    bespreek_punt(sessie, overlegschool.id, casus_id, Besproken("a", ouders=ZONDER))
    assert gesprek_van(sessie, casus_id).start == klok.nu()


def test_het_gesprek_staat_in_de_casus(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    casus_id = meld_aan(sessie, "Sami")
    bespreek_punt(sessie, overlegschool.id, casus_id, Besproken("a", ouders=ZONDER))
    assert [g.soort for g in get_casus(sessie, casus_id).gesprekken] == [GesprekSoort.OVERLEG]


def test_ctrl_z_haalt_het_hele_punt_terug(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    casus_id = meld_aan(sessie, "Sami")
    bewaar_punt(sessie, overlegschool.id, casus_id, PuntGegevens("vraag", casus_id))
    gedaan = doe_met_opname(bespreek_punt, sessie, overlegschool.id, casus_id, Besproken("a", ouders=ZONDER))
    zet_terug(sessie, wat="besproken", wissels=gedaan.wissels)
    (punt,) = get_overleg(sessie, overlegschool.id).punten
    assert (punt.besproken, punt.tekst) == (False, "vraag")
    with sessie.unit_of_work() as uow:
        assert uow.gesprekken.find(casus_id=casus_id) == []


def test_ctrl_z_na_het_sluiten_brengt_de_agenda_terug(sessie: Sessie, overlegschool: SchoolBeeld) -> None:
    bewaar_punt(sessie, overlegschool.id, "", PuntGegevens("rooster"))
    gedaan = doe_met_opname(sluit_overleg, sessie, overlegschool.id)
    zet_terug(sessie, wat="gehouden", wissels=gedaan.wissels)
    beeld = get_overleg(sessie, overlegschool.id)
    assert (beeld.start, [punt.tekst for punt in beeld.punten]) == (MAANDAG_NEGEN, ["rooster"])


def test_over_een_gezin_praten_is_geen_contact_met_het_gezin(
    sessie: Sessie, overlegschool: SchoolBeeld
) -> None:
    casus_id = meld_aan(sessie, "Sami")
    bespreek_punt(sessie, overlegschool.id, casus_id, Besproken("a", ouders=ZONDER))
    assert _laatste_contact(sessie, casus_id) is None
    ouder = next(lid for lid in get_tafelpunt(sessie, overlegschool.id, casus_id).gezin if lid.ouder)
    bespreek_punt(sessie, overlegschool.id, casus_id, Besproken("a", (ouder.id,)))
    assert _laatste_contact(sessie, casus_id) == date(2026, 11, 23)


def _laatste_contact(sessie: Sessie, casus_id: str) -> date | None:
    with sessie.lezen() as conn:
        return lees_feiten(conn, casus_id)[0].laatste_contact


def test_eerdere_overleggen_kosten_niet_meer_naarmate_het_er_meer_zijn(
    sessie: Sessie, overlegschool: SchoolBeeld
) -> None:
    kinderen = [meld_aan(sessie, naam) for naam in ("Sami", "Noor", "Bram")]
    nodig = []
    for _ in range(3):
        for casus_id in kinderen:
            bespreek_punt(sessie, overlegschool.id, casus_id, Besproken("besproken", ouders=ZONDER))
        sluit_overleg(sessie, overlegschool.id)
        with vragen(sessie) as gezien:
            oud = list_overleggen(sessie, overlegschool.id)[1]
        nodig.append(len(gezien))
        sessie.klok = VasteKlok(sessie.nu() + timedelta(days=7))
    assert len(oud) == 3
    assert [punt.uitkomst for een in oud for punt in een.punten] == ["besproken"] * 9
    assert len(set(nodig)) == 1, nodig
