"""Families of secret words: what is made for one reader holds no word that this reader may not have."""

from __future__ import annotations

import io
import itertools
import os
import random
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pypdf
import pytest

from kernteam_tui.data.bulk import bulk_insert
from kernteam_tui.domain.bladzijde import TALEN, VORMEN, Bladsoort, Bladwens
from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.domain.delen.deelvraag import Feit, Geval
from kernteam_tui.domain.delen.doorlaat import Doorgelaten, Doorlaat
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.exchange.bladzijde.vormen import EXTENSIES
from kernteam_tui.exchange.formaten.verstrekt import lees_bladzijde
from kernteam_tui.services import bladzijde, deelpoort
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek
from kernteam_tui.services.gezinsplan import stel_plan_vast
from kernteam_tui.services.samenvatting import maak_samenvatting
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.uitnodigingen import schrijf_uitnodigingen
from tests.services.geheimen.families import Familie, Wat, maak_familie

FAMILIES = int(os.environ.get("KERNTEAM_FAMILIES", "12"))
"""How many families are drawn; the proof draws more."""
ALLES = 60
"""Families among which every reader has every form in both sizes, and every form is in every language."""
WENSEN = tuple(Bladwens(taal, taal != "nl", groot) for taal in TALEN for groot in (False, True))
"""Languages and sizes: over the families every form is made in each of them."""


def woorden_in(path: Path) -> str:
    """Everything to be read in a file: its name, its bytes as text, what a PDF shows and a DOCX holds."""
    data = path.read_bytes()
    seen = [path.name, data.decode("utf-8", "ignore").replace("\r\n ", "")]
    if path.suffix == ".docx":
        with zipfile.ZipFile(path) as parts:
            seen += [f"{name} {parts.read(name).decode('utf-8', 'ignore')}" for name in parts.namelist()]
    if path.suffix == ".pdf":
        reader = pypdf.PdfReader(io.BytesIO(data))
        seen += [page.extract_text() for page in reader.pages]
        seen += [str(value) for value in (reader.metadata or {}).values()]
    return "\n".join(seen).casefold()


def bewaar(sessie: Sessie, familie: Familie) -> None:
    bulk_insert(sessie.store, familie.records())
    stel_plan_vast(sessie, familie.casus.id)


def bladzijden(
    sessie: Sessie, familie: Familie, folder: Path, reden: str, *, kring: bool = False
) -> Iterator[tuple[str, Path]]:
    """Every page that the program will make for somebody of this family: (reader, file).

    Which wish is drawn for each, so that no form and no reader keeps to one half of the wishes.
    """
    draw = random.Random(folder.name)
    for persoon in familie.gezin.personen:
        for vorm in VORMEN:
            path = folder / f"{len(list(folder.iterdir()))}.{EXTENSIES[vorm]}"
            wens = replace(draw.choice(WENSEN), kring=kring)
            try:
                made = maak_samenvatting(
                    sessie, familie.casus.id, persoon.id, vorm, path, uitzondering=reden, wens=wens
                )
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


def test_every_kind_of_page_is_among_them_in_every_form_size_and_language(
    sessie: Sessie, school_id: str, tmp_path: Path
) -> None:
    gelekt(sessie, school_id, tmp_path, range(FAMILIES))
    with sessie.unit_of_work() as uow:
        given = [(row.vorm, lees_bladzijde(row.inhoud)) for row in uow.verstrekkingen.find()]
    assert {(page.soort, vorm) for vorm, page in given} == set(itertools.product(Bladsoort, VORMEN))
    assert {(vorm, page.groot) for vorm, page in given} == set(itertools.product(VORMEN, (False, True)))
    assert {page.taal for _, page in given} == set(TALEN)
    if FAMILIES < ALLES:
        return
    sizes = {(page.soort, vorm, page.groot) for vorm, page in given}
    assert sizes == set(itertools.product(Bladsoort, VORMEN, (False, True)))
    assert {(vorm, page.taal) for vorm, page in given} == set(itertools.product(VORMEN, TALEN))


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


def test_a_picture_of_who_stands_around_names_nobody_to_a_parent_who_lives_apart(
    sessie: Sessie, school_id: str, tmp_path: Path
) -> None:
    """A friend of the whole family can be of either parent, so stands on the page of neither."""
    found: Counter[str] = Counter()
    for zaad in range(FAMILIES):
        familie = maak_familie(zaad, f"2026-{100 + zaad:03d}", school_id)
        bewaar(sessie, familie)
        folder = tmp_path / str(zaad)
        folder.mkdir()
        around = {geheim.woord for geheim in familie.geheimen if geheim.wat is Wat.NETWERK}
        for lezer, path in bladzijden(sessie, familie, folder, "", kring=True):
            text = woorden_in(path)
            open_to = around if familie.samen_met_alle_ouders(lezer) else set()
            found.update(word for word in familie.verboden_voor(lezer) - open_to if word in text)
            found["getekend"] += any(word in text for word in around)
    assert found.pop("getekend") > FAMILIES, "the picture does stand on pages of those who may have it"
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
