"""Families of secret words: what is made for one reader holds no word that this reader may not have."""

from __future__ import annotations

import io
import os
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdf
import pytest

from kernteam_tui.data.bulk import bulk_insert
from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.domain.delen.deelvraag import Feit, Geval
from kernteam_tui.domain.delen.doorlaat import Doorgelaten, Doorlaat
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services import bladzijde, deelpoort
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek
from kernteam_tui.services.gezinsplan import stel_plan_vast
from kernteam_tui.services.samenvatting import maak_samenvatting
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.uitnodigingen import schrijf_uitnodigingen
from tests.services.geheimen.families import Familie, maak_familie

FAMILIES = int(os.environ.get("KERNTEAM_FAMILIES", "12"))
"""How many families are drawn; the proof draws more."""
VORMEN = ("tekst", "pdf")


def woorden_in(path: Path) -> str:
    """Everything that can be read in a file: its name, its bytes as text, and of a PDF also what it shows."""
    data = path.read_bytes()
    seen = [path.name, data.decode("utf-8", "ignore").replace("\r\n ", "")]
    if path.suffix == ".pdf":
        reader = pypdf.PdfReader(io.BytesIO(data))
        seen += [page.extract_text() for page in reader.pages]
        seen += [str(value) for value in (reader.metadata or {}).values()]
    return "\n".join(seen).casefold()


def bewaar(sessie: Sessie, familie: Familie) -> None:
    bulk_insert(sessie.store, familie.records())
    stel_plan_vast(sessie, familie.casus.id)


def bladzijden(sessie: Sessie, familie: Familie, folder: Path, reden: str) -> Iterator[tuple[str, Path]]:
    """Every page that the program will make for somebody of this family: (reader, file)."""
    for persoon in familie.gezin.personen:
        for vorm in VORMEN:
            path = folder / f"{len(list(folder.iterdir()))}.{'pdf' if vorm == 'pdf' else 'txt'}"
            try:
                made = maak_samenvatting(sessie, familie.casus.id, persoon.id, vorm, path, uitzondering=reden)
            except KernteamError:
                assert not path.exists()
                continue
            yield persoon.id, made.bestand


def uitnodigingen(sessie: Sessie, familie: Familie, folder: Path) -> Iterator[tuple[str, Path]]:
    """The invitations of a talk to which everybody is asked, each for its own reader."""
    people = [persoon.id for persoon in familie.gezin.personen]
    gegevens = GesprekGegevens(
        GesprekSoort.HUISBEZOEK,
        datetime(2026, 11, 26, 15, tzinfo=AMSTERDAM),
        plek=f"bij het gezin, {familie.gezin.huishoudens[0].straat}",
        wie=tuple(people),
    )
    gesprek = plan_gesprek(sessie, familie.casus.id, gegevens)
    for bestand in schrijf_uitnodigingen(sessie, gesprek.id, folder).bestanden:
        for wie in bestand.voor:
            if wie in people:
                yield wie, bestand.pad


def gelekt(sessie: Sessie, school_id: str, folder: Path, zaden: range, reden: str = "") -> Counter[str]:
    """Secret words found where they may not be, by kind; and `bestanden`: how many files were looked at."""
    found: Counter[str] = Counter()
    for zaad in zaden:
        familie = maak_familie(zaad, f"2026-{100 + zaad:03d}", school_id)
        bewaar(sessie, familie)
        place = folder / str(zaad)
        place.mkdir()
        made = [*bladzijden(sessie, familie, place, reden), *uitnodigingen(sessie, familie, place)]
        kinds = {geheim.woord: geheim.wat.name for geheim in familie.geheimen}
        for lezer, path in made:
            text = woorden_in(path)
            found["bestanden"] += 1
            leaks = [kinds[word] for word in sorted(familie.verboden_voor(lezer)) if word in text]
            found.update(leaks)
    return found


@pytest.fixture
def school_id(school: Any) -> str:
    return str(school.id)


def test_no_file_holds_a_word_that_its_reader_may_not_have(
    sessie: Sessie, school_id: str, tmp_path: Path
) -> None:
    folder = tmp_path / "uit"
    folder.mkdir()
    found = gelekt(sessie, school_id, folder, range(FAMILIES))
    looked_at = found.pop("bestanden")
    print(f"{FAMILIES} families, {looked_at} bestanden, {found.total()} woorden gelekt")
    assert looked_at > 2 * FAMILIES
    assert not found


def test_no_reason_opens_the_private_facts_of_another(sessie: Sessie, school_id: str, tmp_path: Path) -> None:
    folder = tmp_path / "uit"
    folder.mkdir()
    found = gelekt(sessie, school_id, folder, range(FAMILIES), reden="met spoed nodig")
    assert found.pop("bestanden") > 3 * FAMILIES
    assert not found


def test_without_the_deel_poort_words_do_leak(
    sessie: Sessie, school_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def alles(feiten: Any, *_gevallen: Geval) -> Doorgelaten:
        passed: tuple[Feit, ...] = tuple(feiten)
        return Doorgelaten(passed, (), Doorlaat.zonder_clientgegevens("de poort staat open"))

    monkeypatch.setattr(bladzijde, "laat_door", alles)
    monkeypatch.setattr(bladzijde, "eis", lambda *_: None)
    monkeypatch.setattr(deelpoort, "eis", lambda *_: None)
    folder = tmp_path / "uit"
    folder.mkdir()
    found = gelekt(sessie, school_id, folder, range(10))
    print(f"met de poort open: {dict(found)}")
    assert {"WOORDEN", "VERRADEN", "CONTACT"} <= found.keys()
