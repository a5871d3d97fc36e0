"""Changing the keys as a user does: what counts, what stands in the log, what an old copy still opens."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from kernteam_tui.data.fouten import (
    HerstelcodeOnjuist,
    OrganisatiesleutelOngeldig,
    OrganisatiesleutelOpSlot,
    StoreError,
    WrongSecret,
)
from kernteam_tui.data.sleutels import beheer
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.data.store import open_store
from kernteam_tui.services import sleutels
from kernteam_tui.services.reservekopie import get_reservekopieen, maak_reservekopie
from kernteam_tui.services.sessie import Sessie
from tests.conftest import WACHTWOORDZIN, VasteKlok

NIEUW = "blauwe tractor zingt onder water"


def opent(sessie: Sessie, geheim: object) -> bool:
    """Whether this opens the store, which is closed for it."""
    sessie.close()
    try:
        open_store(sessie.map, geheim).close()  # type: ignore[arg-type]  # a text or a private key
    except WrongSecret:
        return False
    return True


def logregels(sessie: Sessie) -> list[str]:
    with sessie.lezen() as connection:
        rows = connection.execute(text("SELECT soort, wat FROM logboek ORDER BY nr"))
        return [wat for soort, wat in rows if soort in ("sleutel", "opgeruimd")]


def test_na_wijzigen_opent_de_nieuwe_zin_en_staat_het_in_het_logboek(sessie: Sessie) -> None:
    assert sleutels.wijzig_wachtwoordzin(sessie, WACHTWOORDZIN, NIEUW, VOORBEELD) == ()
    assert logregels(sessie) == ["wachtwoordzin gewijzigd"]
    assert opent(sessie, NIEUW)
    assert not opent(sessie, WACHTWOORDZIN)


def test_met_een_verkeerde_zin_verandert_er_niets(sessie: Sessie) -> None:
    with pytest.raises(WrongSecret):
        sleutels.wijzig_wachtwoordzin(sessie, "iets anders", NIEUW, VOORBEELD)
    assert logregels(sessie) == []
    assert opent(sessie, WACHTWOORDZIN)


def test_weigert_de_schijf_dan_geldt_de_oude_zin_en_staat_er_niets_in_het_logboek(
    sessie: Sessie, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreError("De schijf is vol.")

    monkeypatch.setattr(beheer, "write_durably", refuse)
    with pytest.raises(StoreError, match="vol"):
        sleutels.wijzig_wachtwoordzin(sessie, WACHTWOORDZIN, NIEUW, VOORBEELD)
    assert logregels(sessie) == []
    assert opent(sessie, WACHTWOORDZIN)


def test_een_nieuwe_herstelcode_geldt_pas_na_terugtypen(sessie: Sessie) -> None:
    nieuw = sleutels.begin_herstelcode(sessie, WACHTWOORDZIN, VOORBEELD)
    ander = sleutels.begin_herstelcode(sessie, WACHTWOORDZIN, VOORBEELD)
    with pytest.raises(HerstelcodeOnjuist):
        nieuw.bevestig(ander.herstelcode)
    assert logregels(sessie) == []
    nieuw.bevestig(nieuw.herstelcode.lower().replace("-", " "))
    assert logregels(sessie) == ["nieuwe herstelcode"]
    assert opent(sessie, nieuw.herstelcode)
    assert not opent(sessie, ander.herstelcode)


def test_een_nieuwe_sleutel_geldt_pas_na_terugtypen_en_de_sessie_werkt_door(sessie: Sessie) -> None:
    nieuw = sleutels.begin_nieuwe_sleutel(sessie, WACHTWOORDZIN, NIEUW, VOORBEELD)
    with pytest.raises(HerstelcodeOnjuist):
        nieuw.bevestig("18GX-CMYD-791D-HPY5-RK54-AE2K-0TS")
    assert logregels(sessie) == []
    nieuw.bevestig(nieuw.herstelcode)
    assert logregels(sessie) == ["nieuwe sleutel na een lek"]
    assert all(punt.in_orde for punt in sessie.store.controle())
    assert opent(sessie, NIEUW)
    assert opent(sessie, nieuw.herstelcode)
    assert not opent(sessie, WACHTWOORDZIN)


def test_oude_kopieen_worden_geteld_en_gaan_pas_weg_als_er_een_nieuwe_is(sessie: Sessie) -> None:
    oud = maak_reservekopie(sessie).pad
    assert sleutels.get_sleutels(sessie).oude_kopieen == 0
    nieuw = sleutels.begin_nieuwe_sleutel(sessie, WACHTWOORDZIN, NIEUW, VOORBEELD)
    nieuw.bevestig(nieuw.herstelcode)
    sessie.klok = VasteKlok(sessie.nu() + timedelta(hours=1))
    assert sleutels.get_sleutels(sessie).oude_kopieen == 1
    assert sleutels.wis_oude_kopieen(sessie) == 1
    assert not oud.exists()
    assert len(get_reservekopieen(sessie)) == 1
    assert sleutels.get_sleutels(sessie).oude_kopieen == 0
    assert sleutels.wis_oude_kopieen(sessie) == 0
    assert logregels(sessie) == ["nieuwe sleutel na een lek", "kopieën met een oude sleutel"]


def test_de_organisatie_helpt_wie_alles_kwijt_is(sessie: Sessie, tmp_path: Path) -> None:
    geheim, openbaar = sleutels.maak_organisatiesleutel(tmp_path / "organisatie", "slot op de sleutel")
    assert geheim.stat().st_mode & 0o777 == 0o600
    sleutels.zet_organisatie(sessie, WACHTWOORDZIN, openbaar)
    assert sleutels.get_sleutels(sessie).organisatie == sleutels.lees_vingerafdruk(openbaar)
    with pytest.raises(OrganisatiesleutelOpSlot):
        sleutels.lees_organisatiesleutel(geheim)
    sleutel = sleutels.lees_organisatiesleutel(geheim, "slot op de sleutel")
    sleutels.wijzig_wachtwoordzin(sessie, sleutel, NIEUW, VOORBEELD)
    assert logregels(sessie) == [
        "slot van de organisatie gezet",
        "wachtwoordzin gewijzigd met de organisatiesleutel",
    ]
    assert opent(sessie, NIEUW)
    assert opent(sessie, sleutel)


def test_het_slot_van_de_organisatie_gaat_er_weer_uit(sessie: Sessie, tmp_path: Path) -> None:
    _, openbaar = sleutels.maak_organisatiesleutel(tmp_path)
    sleutels.zet_organisatie(sessie, WACHTWOORDZIN, openbaar)
    sleutels.verwijder_organisatie(sessie, WACHTWOORDZIN)
    assert sleutels.get_sleutels(sessie).organisatie == ""


def test_de_geheime_sleutel_wordt_niet_als_openbare_genomen(sessie: Sessie, tmp_path: Path) -> None:
    geheim, _ = sleutels.maak_organisatiesleutel(tmp_path)
    with pytest.raises(OrganisatiesleutelOngeldig, match="geheime"):
        sleutels.zet_organisatie(sessie, WACHTWOORDZIN, geheim)


@pytest.mark.parametrize(
    "inhoud", [b"", b"rommel", b"-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----\n", b"x" * 70_000]
)
def test_rommel_is_geen_organisatiesleutel(tmp_path: Path, inhoud: bytes) -> None:
    bestand = tmp_path / "sleutel.pem"
    bestand.write_bytes(inhoud)
    for lees in (sleutels.lees_vingerafdruk, sleutels.lees_organisatiesleutel):
        with pytest.raises(OrganisatiesleutelOngeldig):
            lees(bestand)
    with pytest.raises(OrganisatiesleutelOngeldig):
        sleutels.lees_vingerafdruk(tmp_path / "weg.pem")


def test_een_paar_wordt_niet_over_een_ander_geschreven(tmp_path: Path) -> None:
    sleutels.maak_organisatiesleutel(tmp_path)
    with pytest.raises(OrganisatiesleutelOngeldig, match="al een"):
        sleutels.maak_organisatiesleutel(tmp_path)


def test_een_voorbeeldkluis_wordt_niet_verzwaard(sessie: Sessie) -> None:
    assert not sleutels.verzwaar_slot(sessie)
    assert logregels(sessie) == []
