"""Aniek is erased and Sara of the same plan stays: nothing under the name of Aniek is in the store."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from kernteam_tui.domain.codes import JaNeeOnbekend, NotitieSoort, WisGrond
from kernteam_tui.domain.doelmeting import Meting
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.exchange.uitmap import UIT
from kernteam_tui.services.concepten import load_concept, save_concept
from kernteam_tui.services.gezinsplan import stel_plan_vast
from kernteam_tui.services.notities import start_notitie
from kernteam_tui.services.ongedaan import Gedaan, doe_met_opname
from kernteam_tui.services.planakkoord import AkkoordGegevens, bevestig_akkoord, bewaar_akkoord
from kernteam_tui.services.plandoelen import verwijder_doel
from kernteam_tui.services.planpapier import ZELF, maak_planpapier
from kernteam_tui.services.samenvatting import maak_samenvatting
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.wissen import bereid_wissen_voor, wis_casus
from tests.services.geheimen.test_twee_zussen import DAG, GOED, Zussen, zussen

__all__ = ["zussen"]


def in_de_kluis(sessie: Sessie) -> str:
    """Every cell of every table, as one text."""
    with sessie.store.engine.connect() as conn:
        tables = [
            row[0] for row in conn.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'")
        ]
        return "\n".join(
            repr(tuple(row)) for naam in tables for row in conn.exec_driver_sql(f'SELECT * FROM "{naam}"')
        ).casefold()


def plan_van(sessie: Sessie) -> Gezinsplan:
    with sessie.unit_of_work() as uow:
        (plan,) = uow.plannen.find()
        return plan


def _meet(zussen: Zussen) -> None:
    with zussen.sessie.unit_of_work() as uow:
        (plan,) = uow.plannen.find()
        for doel in plan.doelen:
            plan.metingen.append(
                Meting(plan_id=plan.id, doel_id=doel.id, op=DAG, cijfer=6, tekst="aniekmeting", van="Aniek")
            )
        plan.gewijzigd = True
        uow.commit()


def _zeg_iets(zussen: Zussen, versie: int) -> None:
    for wie, wie_id in zussen.mensen.items():
        said = AkkoordGegevens(
            Standpunt.DEELS, DAG, wie_id, omdat=f"{wie}omdat", verklaring=f"{wie}verklaring"
        )
        bewaar_akkoord(zussen.sessie, zussen.casussen["Sara"], versie, said)


def _schrijf_verder(zussen: Zussen) -> None:
    with zussen.sessie.unit_of_work() as uow:
        (plan,) = uow.plannen.find()
        plan.onderdeel(GOED).toelichting += ", en nog iets"
        plan.gewijzigd = True
        uow.commit()


def _concepten(zussen: Zussen, plan: Gezinsplan) -> None:
    """What was half typed in the shared plan, under the name or at a part of Aniek."""
    gezin, casus = plan.gezin_id, zussen.casussen["Sara"]
    doel = next(doel.id for doel in plan.doelen if doel.van == "Aniek")
    actie = next(actie.id for actie in plan.acties if actie.wie == "Aniek")
    for sleutel, inhoud in (
        (f"doel:{gezin}:{doel}", {"wat": "aniekconcept"}),
        (f"actie:{gezin}:{actie}", {"wat": "aniekconcept"}),
        (f"doel:{gezin}:nieuw", {"wat": "aniekconcept", "van": "Aniek"}),
        (f"planevaluatie:{casus}", {f"tekst-{doel}": "aniekconcept"}),
        (f"akkoord:{casus}:2:{zussen.mensen['Aniek']}", {"omdat": "aniekconcept"}),
    ):
        save_concept(zussen.sessie, sleutel, inhoud)


@pytest.fixture
def vol(zussen: Zussen) -> Zussen:
    """Words of Aniek in the plan, in versions, in what each agreed with, on papers, half typed."""
    sessie = zussen.sessie
    _meet(zussen)
    zussen.zegt("Aniek", GOED, JaNeeOnbekend.NEE)
    _zeg_iets(zussen, 2)
    _schrijf_verder(zussen)
    stel_plan_vast(sessie, zussen.casussen["Sara"])
    _schrijf_verder(zussen)
    _zeg_iets(zussen, 3)
    for casus, wie in (("Aniek", "Fatma"), ("Sara", "Fatma"), ("Sara", "Sara")):
        maak_samenvatting(sessie, zussen.casussen[casus], zussen.mensen[wie], "tekst")
        maak_planpapier(sessie, zussen.casussen[casus], zussen.mensen[wie], "tekst")
    start_notitie(sessie, zussen.casussen["Aniek"], NotitieSoort.TELEFOON, tekst="anieknotitie")
    _concepten(zussen, plan_van(sessie))
    return zussen


def test_no_table_holds_anything_of_who_was_erased(vol: Zussen) -> None:
    plan = plan_van(vol.sessie)
    assert all("aniekzegt" in akkoord.tekst_toen for akkoord in plan.akkoorden), "the control"
    keys = {
        *("aniek", vol.mensen["Aniek"], vol.casussen["Aniek"]),
        *(doel.id for doel in plan.doelen if doel.van == "Aniek"),
        *(actie.id for actie in plan.acties if actie.wie == "Aniek"),
    }
    assert all(key in in_de_kluis(vol.sessie) for key in keys), "the control"
    wis_casus(vol.sessie, vol.casussen["Aniek"], WisGrond.OP_VERZOEK)
    left = in_de_kluis(vol.sessie)
    assert {key for key in keys if key in left} == set()
    assert "sarazegt" in left
    assert "saraverklaring" in left


def test_what_is_half_typed_of_the_sister_who_stays_is_kept(vol: Zussen) -> None:
    plan = plan_van(vol.sessie)
    hers = next(doel.id for doel in plan.doelen if doel.van == "Sara")
    for sleutel in (f"doel:{plan.gezin_id}:{hers}", f"actie:{plan.gezin_id}:nieuw"):
        save_concept(vol.sessie, sleutel, {"wat": "vaker buiten spelen", "van": "Sara"})
    wis_casus(vol.sessie, vol.casussen["Aniek"], WisGrond.OP_VERZOEK)
    for sleutel in (f"doel:{plan.gezin_id}:{hers}", f"actie:{plan.gezin_id}:nieuw"):
        assert load_concept(vol.sessie, sleutel) is not None


# --- what cannot be taken away is said ----------------------------------------------------------


def test_a_paper_of_the_shared_plan_that_lies_in_uit_is_named(vol: Zussen) -> None:
    """Made in the casus of Sara, for the worker herself: the words of Aniek are on it."""
    made = maak_planpapier(vol.sessie, vol.casussen["Sara"], ZELF, "tekst").bestand
    assert "aniekzegt" in made.read_text().casefold()
    voorbeeld = bereid_wissen_voor(vol.sessie, vol.casussen["Aniek"])
    assert made in voorbeeld.elders
    proof = wis_casus(vol.sessie, vol.casussen["Aniek"], WisGrond.OP_VERZOEK)
    assert made in proof.bestanden_over
    assert made.exists()
    lying = {pad for pad in (vol.sessie.map / UIT).iterdir() if "aniek" in pad.read_text().casefold()}
    assert lying <= set(proof.bestanden_over)


def test_a_frozen_text_that_names_her_is_counted(zussen: Zussen) -> None:
    with zussen.sessie.unit_of_work() as uow:
        (plan,) = uow.plannen.find()
        plan.onderdeel(GOED).toelichting = "Aniek zingt graag."
        plan.gewijzigd = True
        uow.commit()
    stel_plan_vast(zussen.sessie, zussen.casussen["Sara"])
    with zussen.sessie.unit_of_work() as uow:
        (plan,) = uow.plannen.find()
        plan.onderdeel(GOED).toelichting = "Er wordt gezongen."
        uow.commit()
    told = " ".join(bereid_wissen_voor(zussen.sessie, zussen.casussen["Aniek"]).blijft)
    assert "1 vastgestelde versie" in told
    assert "vastgestelde versie" not in " ".join(
        bereid_wissen_voor(zussen.sessie, zussen.casussen["Sara"]).blijft
    )


def test_words_under_a_name_that_nobody_has_any_more_are_counted(zussen: Zussen) -> None:
    assert "een naam die niemand" not in _blijft(zussen)
    with zussen.sessie.unit_of_work() as uow:
        uow.casussen.get(zussen.casussen["Aniek"]).jongere.roepnaam = "Noor"
        uow.commit()
    assert "een naam die niemand in dit gezin nu heeft" in _blijft(zussen)


def _blijft(zussen: Zussen) -> str:
    return " ".join(bereid_wissen_voor(zussen.sessie, zussen.casussen["Aniek"]).blijft)


def test_half_a_file_of_a_program_that_was_killed_goes_too(
    vol: Zussen, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Killed between writing and naming, it leaves a file that no table knows, and no name in its name."""
    uit = vol.sessie.map / UIT
    before = set(uit.iterdir())
    with monkeypatch.context() as killed:
        killed.setattr(os, "replace", _gedood)
        killed.setattr(Path, "unlink", lambda *_, **__: None)
        with pytest.raises(KeyboardInterrupt):
            maak_planpapier(vol.sessie, vol.casussen["Sara"], ZELF, "tekst")
    (half,) = set(uit.iterdir()) - before
    assert "aniekzegt" in half.read_text().casefold()
    assert half.stat().st_mode & 0o077 == 0
    assert not any(naam.casefold() in half.name for naam in vol.mensen)
    wis_casus(vol.sessie, vol.casussen["Aniek"], WisGrond.OP_VERZOEK)
    assert not half.exists()


def _gedood(*_: object) -> None:
    raise KeyboardInterrupt


# --- a change of before, in another window --------------------------------------------------------


def _haal_doel_weg(vol: Zussen) -> Gedaan[object]:
    doel = next(doel.id for doel in plan_van(vol.sessie).doelen if doel.van == "Aniek")
    return doe_met_opname(verwijder_doel, vol.sessie, vol.casussen["Sara"], doel)


def _bevestig(vol: Zussen) -> Gedaan[object]:
    said = plan_van(vol.sessie).akkoorden
    fatma = next(een.id for een in said if een.naam.startswith("Fatma") and een.versie == 3)
    return doe_met_opname(bevestig_akkoord, vol.sessie, vol.casussen["Sara"], fatma)


@pytest.mark.parametrize("verander", [_haal_doel_weg, _bevestig])
def test_what_was_changed_before_an_erasure_is_not_taken_back_after_it(
    vol: Zussen, verander: Callable[[Zussen], Gedaan[object]]
) -> None:
    """Erased in one window, ctrl+z in another: the rows of before hold words of who was erased."""
    _schrijf_verder(vol)
    back = verander(vol).ongedaan("Plan")
    assert back is not None
    wis_casus(vol.sessie, vol.casussen["Aniek"], WisGrond.OP_VERZOEK)
    with pytest.raises(KernteamError):
        back.zet_terug(vol.sessie)
    assert "aniek" not in in_de_kluis(vol.sessie)
