"""Fixed sentences say whether a reader checked them."""

from __future__ import annotations

import tomllib
from importlib.resources import files
from pathlib import Path
from typing import Protocol

import pytest

from kernteam_tui.exchange.afschrift.opbouw import lees_zinnen as lees_afschrift
from kernteam_tui.exchange.bladzijde.zinnen import lees_zinnen as lees_bladzijde
from kernteam_tui.exchange.planpapier.zinnen import lees_zinnen as lees_planpapier
from kernteam_tui.exchange.terugkoppeling.brief import lees_zinnen as lees_bericht


class Nagelezen(Protocol):
    """Words that say who checked them."""

    @property
    def checked_by(self) -> str: ...


ASSETS = Path(str(files("kernteam_tui") / "assets"))
GELEZEN: dict[str, Nagelezen] = {
    "afschrift": lees_afschrift(),
    "bladzijde": lees_bladzijde("nl"),
    "planpapier": lees_planpapier(),
    "terugkoppeling": lees_bericht(),
}


@pytest.mark.parametrize("pad", sorted(ASSETS.glob("*/zinnen-*.toml")), ids=lambda pad: pad.parent.name)
def test_every_file_with_sentences_says_who_checked_it(pad: Path) -> None:
    inhoud = tomllib.loads(pad.read_text("utf-8"))
    assert {"taal", "datum", "checked_by", "bronnen"} <= inhoud.keys()


@pytest.mark.parametrize("naam", GELEZEN)
def test_who_checked_the_sentences_is_what_the_file_says(naam: str) -> None:
    inhoud = tomllib.loads((ASSETS / naam / "zinnen-nl.toml").read_text("utf-8"))
    assert GELEZEN[naam].checked_by == inhoud["checked_by"]
