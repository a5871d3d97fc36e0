"""Any broken format file gives a sentence with a place in it, never something else."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Callable
from typing import Any
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kernteam_tui.domain.fouten import InhoudOngeldig, KernteamError
from kernteam_tui.domain.planformaat import VEREIST
from kernteam_tui.exchange.formaten import planformaat
from kernteam_tui.exchange.formaten.planformaat import MAX_BYTES, lees_formaattekst, lees_planformaat
from kernteam_tui.exchange.planformaat import HUIDIG, formaattekst

OVER_ALLES = formaattekst(HUIDIG).replace(f'"{HUIDIG}"', '"wijkteam-2026-1"')

WAARDEN = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8) | st.dates(),
    lambda deel: st.lists(deel, max_size=3) | st.dictionaries(st.text(max_size=8), deel, max_size=3),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_cut_or_scribbled_file_gives_a_sentence_and_never_something_else(data: st.DataObject) -> None:
    """Fuzz: pieces of a good file are cut out, doubled, or written over with anything."""
    tekst = OVER_ALLES
    for _ in range(data.draw(st.integers(1, 4))):
        begin = data.draw(st.integers(0, len(tekst)))
        einde = min(len(tekst), begin + data.draw(st.integers(0, 400)))
        stukken = ("", tekst[begin:einde] * 2, "[", '"', "= 3", "\n[[onderdeel]]\n")
        midden = data.draw(st.sampled_from(stukken) | st.text())
        tekst = tekst[:begin] + midden + tekst[einde:]
    _leest_of_zegt(tekst)


@settings(max_examples=300, deadline=None)
@given(st.data())
def test_any_value_in_any_place_gives_a_sentence_and_never_something_else(data: st.DataObject) -> None:
    """As what a TOML file could hold: one or two values of a good file are something else, or not there."""
    gegevens = tomllib.loads(OVER_ALLES)
    for _ in range(data.draw(st.integers(1, 2))):
        groep: Any = gegevens
        while True:
            plekken = list(groep) if isinstance(groep, dict) else list(range(len(groep)))
            plek = data.draw(st.sampled_from(plekken))
            dieper = groep[plek]
            if not isinstance(dieper, (dict, list)) or not dieper or data.draw(st.booleans()):
                break
            groep = dieper
        groep[plek] = data.draw(WAARDEN)
    with patch.object(planformaat, "_lees_toml", return_value=gegevens):
        _leest_of_zegt(OVER_ALLES)


def _leest_of_zegt(tekst: str) -> None:
    fout = _fout(lambda: lees_planformaat(tekst, VEREIST))
    assert fout is None or (re.search(r"TOML|planformaat", fout.tekst) and fout.stap)
    assert fout is None or "\n" not in fout.zin


def _fout(doe: Callable[[], object]) -> KernteamError | None:
    try:
        doe()
    except KernteamError as fout:
        return fout
    return None


@settings(max_examples=200)
@given(st.binary(max_size=300))
def test_any_bytes_are_text_or_a_sentence(data: bytes) -> None:
    gelezen: list[str] = []
    fout = _fout(lambda: gelezen.append(lees_formaattekst(data)))
    assert (
        gelezen == [data.decode("utf-8-sig").replace("\r\n", "\n")] if fout is None else "UTF-8" in fout.tekst
    )


def test_a_file_that_is_much_too_large_is_not_read() -> None:
    with pytest.raises(InhoudOngeldig, match="te groot"):
        lees_formaattekst(b"#" * (MAX_BYTES + 1))


def test_bytes_that_are_no_text_are_found_on_their_line() -> None:
    with pytest.raises(InhoudOngeldig, match="op regel 3 een teken"):
        lees_formaattekst(b"# een\n# twee\nbron = '\xff'\n")
