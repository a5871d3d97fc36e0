"""The longest page that the fictional families give, for each kind of reader in each language and form."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kernteam_tui.domain.bladzijde import TALEN, VORMEN, Bladsoort, Bladwens
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.exchange.bladzijde.vormen import EXTENSIES
from kernteam_tui.exchange.formaten.verstrekt import lees_bladzijde
from kernteam_tui.services.caseload import get_caseload
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.demo import maak_demo
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.samenvatting import maak_samenvatting
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toegang import unlock
from tests.exchange.bladzijde.test_pdfua import keur, ongetagd
from tests.greep import paren
from tests.services.inzage.conftest import MAANDAG


@pytest.fixture(scope="module")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Sessie]:
    map_ = tmp_path_factory.mktemp("demo") / "kluis"
    maak_demo(map_, SysteemKlok(MAANDAG))
    geopend = unlock(map_, "voorbeeld", SysteemKlok(MAANDAG))
    yield geopend
    geopend.close()


@pytest.fixture(scope="module")
def langste(demo: Sessie, tmp_path_factory: pytest.TempPathFactory) -> dict[Bladsoort, tuple[str, str]]:
    """By kind of page: the casus and the reader whose page has most on it."""
    lengte: dict[Bladsoort, int] = {}
    uit: dict[Bladsoort, tuple[str, str]] = {}
    map_ = tmp_path_factory.mktemp("langste")
    for rij in get_caseload(demo):
        for persoon in get_casus(demo, rij.casus_id).personen:
            try:
                made = maak_samenvatting(
                    demo, rij.casus_id, persoon.id, "tekst", map_ / f"{rij.casus_id}-{persoon.id}.txt"
                )
            except KernteamError:
                continue
            with demo.unit_of_work() as uow:
                given = max(uow.verstrekkingen.find(casus_id=rij.casus_id), key=lambda v: v.created_at)
            soort, lang = lees_bladzijde(given.inhoud).soort, len(made.bestand.read_text("utf-8"))
            if lang > lengte.get(soort, 0):
                lengte[soort], uit[soort] = lang, (rij.casus_id, persoon.id)
    return uit


@pytest.mark.lang
def test_the_longest_page_of_each_reader_is_made_in_every_language_and_form(
    demo: Sessie, langste: dict[Bladsoort, tuple[str, str]], tmp_path: Path
) -> None:
    assert langste.keys() == set(Bladsoort)
    pdfs, gemaakt = [], set()
    for taal, soort, vorm, groot in paren(TALEN, Bladsoort, VORMEN, (False, True)):
        path = tmp_path / f"{taal}-{soort.value}-{groot}.{EXTENSIES[vorm]}"
        wens = Bladwens(taal, met_nederlands=taal != "nl", groot=groot, kring=True)
        made = maak_samenvatting(demo, *langste[soort], vorm, path, wens=wens)
        assert made.bestand.stat().st_size > 1000
        gemaakt |= {(soort, vorm), (taal, vorm)}
        if vorm == "pdf":
            pdfs.append(made.bestand)
    assert len(gemaakt) == (len(Bladsoort) + len(TALEN)) * len(VORMEN)
    assert len(pdfs) >= len(TALEN)
    control = ongetagd(tmp_path / "controle.pdf")
    print(f"{len(gemaakt)} soorten van bladzijden uit het voorbeeld, {len(pdfs)} als PDF")
    assert keur("ua1", *pdfs, control) == {path.name: path != control for path in (*pdfs, control)}
