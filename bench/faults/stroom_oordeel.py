"""Judging a store after a power cut: it opens, is whole, and holds what was told."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from bench.faults import stroom_bijwerker
from bench.faults.stroom_proef import Beloofd, Uitkomst
from bench.faults.stroom_sleutelwerker import lees_stand, zin
from bench.faults.stroom_werker import WACHTWOORDZIN, vingerafdruk
from kernteam_tui.data.fouten import WrongSecret
from kernteam_tui.data.reservekopie.pak import check_whole, read_pack
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.services.controle import is_heel, kijk_kluis_na
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.reservekopie import reserve_map
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toegang import unlock

Lezer = Callable[[Sessie], Iterator[tuple[str, str]]]
"""Everything that a worker can have told, as it stands in the store."""


def beoordeel_werkdag(beloofd: Beloofd, folder: Path, uitkomst: Uitkomst) -> None:
    """Notes, talks, sections, drafts and what was erased, after `stroom_werker`."""
    _open_en_kijk(folder, WACHTWOORDZIN, _records, beloofd, uitkomst)


def beoordeel_bijwerken(beloofd: Beloofd, folder: Path, uitkomst: Uitkomst) -> None:
    """All content of an old store, after `stroom_bijwerker`. Opening it migrates what was not migrated."""
    _open_en_kijk(folder, stroom_bijwerker.WACHTWOORDZIN, _inhoud, beloofd, uitkomst)


def _open_en_kijk(folder: Path, zin_: str, lees: Lezer, beloofd: Beloofd, uitkomst: Uitkomst) -> None:
    found: dict[str, str] = {}
    try:
        sessie = unlock(folder, zin_, SysteemKlok())
    except KernteamError as error:
        uitkomst.niet_open += 1
        uitkomst.meld(beloofd, error.code)
    else:
        found = _kijk(sessie, lees, beloofd, uitkomst)
    uitkomst.reken(beloofd, found)


def beoordeel_sleutels(beloofd: Beloofd, folder: Path, uitkomst: Uitkomst) -> None:
    """Passphrase, what is in the store, and the newest backup, after `stroom_sleutelwerker`.

    What was told last or would have been told next opens it, with just what belongs to it.
    """
    found: dict[str, str] = {}
    stands = [told["stand"] for told in (beloofd.bevestigd, beloofd.onderweg) if "stand" in told]
    phrases = dict.fromkeys([*(int(stand.partition(":")[0]) for stand in stands), 0])
    for number in phrases:
        try:
            sessie = unlock(folder, zin(number), SysteemKlok())
        except WrongSecret:
            continue
        except KernteamError as error:
            uitkomst.niet_open += 1
            uitkomst.meld(beloofd, error.code)
            break
        found = _kijk(sessie, partial(_sleutelstand, number=number, beloofd=beloofd), beloofd, uitkomst)
        break
    else:
        uitkomst.niet_open += 1
        uitkomst.meld(beloofd, WrongSecret.code)
    uitkomst.reken(beloofd, found)


def _kijk(
    sessie: Sessie,
    lees: Lezer,
    beloofd: Beloofd,
    uitkomst: Uitkomst,
) -> dict[str, str]:
    """Check the store and read it; nothing where that fails, whatever the reason."""
    try:
        if sessie.store.log_damaged is not None:
            uitkomst.vals_alarm += 1
            uitkomst.meld(beloofd, sessie.store.log_damaged.code)
        findings = kijk_kluis_na(sessie)
        if not is_heel(findings):
            uitkomst.niet_heel += 1
            uitkomst.meld(beloofd, next(finding.tekst for finding in findings if not finding.in_orde))
        return dict(lees(sessie))
    except Exception as error:  # any kind is a failure of the store
        uitkomst.niet_heel += 1
        uitkomst.meld(beloofd, str(error) or type(error).__name__)
        return {}
    finally:
        sessie.close()


def _inhoud(sessie: Sessie) -> Iterator[tuple[str, str]]:
    yield "inhoud", stroom_bijwerker.inhoud_van(sessie)


def _sleutelstand(sessie: Sessie, number: int, beloofd: Beloofd) -> Iterator[tuple[str, str]]:
    yield "stand", f"{number}:{lees_stand(sessie)}"
    for told in (beloofd.bevestigd, beloofd.onderweg):
        if "kopie" in told and _is_whole(reserve_map(sessie) / told["kopie"]):
            yield "kopie", told["kopie"]


def _is_whole(backup: Path) -> bool:
    try:
        check_whole(read_pack(backup))
    except KernteamError:
        return False
    return True


def _records(sessie: Sessie) -> Iterator[tuple[str, str]]:
    with sessie.lezen() as conn:
        for (nummer,) in conn.exec_driver_sql("SELECT nummer FROM wissing"):
            yield f"casus:{nummer}", vingerafdruk("gewist")
    with sessie.unit_of_work() as uow:
        for notitie in uow.notities.find():
            yield f"notitie:{notitie.id}", vingerafdruk(notitie.staat, notitie.revision, notitie.tekst)
        for gesprek in uow.gesprekken.find():
            yield f"gesprek:{gesprek.id}", vingerafdruk(gesprek.start.isoformat())
        for plan in uow.plannen.find():
            for onderdeel in plan.onderdelen:
                yield f"onderdeel:{onderdeel.sleutel}", vingerafdruk(onderdeel.toelichting)
        for casus in uow.casussen.find():
            yield f"casus:{casus.nummer}", vingerafdruk("er")
        for concept in uow.concepten.find():
            yield f"concept:{concept.sleutel}", vingerafdruk(json.loads(concept.inhoud)["tekst"])
