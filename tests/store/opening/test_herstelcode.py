"""The recovery code: written over by hand, so every slip must be caught, and at once."""

from __future__ import annotations

import random

import pytest

from kernteam_tui.data.fouten import HerstelcodeOnjuist
from kernteam_tui.data.sleutels import vakken
from kernteam_tui.data.sleutels.herstelcode import (
    SYMBOLS,
    looks_like_recovery_code,
    new_recovery_code,
    read_recovery_code,
)
from kernteam_tui.data.sleutels.kop import Header, KdfParameters, Slot
from kernteam_tui.data.sleutels.woorden import stel_woorden_voor

CODE = "18GX-CMYD-791D-HPY5-RK54-AE2K-0TS"


def bare(code: str) -> str:
    return code.replace("-", "")


def test_a_code_has_26_symbols_and_a_check_symbol_in_groups_of_four() -> None:
    for _ in range(100):
        code = new_recovery_code()
        assert [len(group) for group in code.split("-")] == [4, 4, 4, 4, 4, 4, 3]
        assert set(bare(code)) <= set(SYMBOLS)
        assert read_recovery_code(code) == bare(code)[:-1]
        assert looks_like_recovery_code(code)


def test_codes_differ() -> None:
    assert len({new_recovery_code() for _ in range(200)}) == 200


def test_the_way_of_writing_does_not_matter() -> None:
    code = new_recovery_code()
    written = [
        code.lower(),
        bare(code),
        code.replace("-", " "),
        f"  {code}\n".strip("\n"),
        code.replace("0", "O").replace("1", "l"),
        code.replace("0", "o").replace("1", "I"),
        code.replace("-", "\u2013"),
    ]
    assert {read_recovery_code(text) for text in written} == {bare(code)[:-1]}


def test_a_thousand_slips_are_all_caught() -> None:
    """One symbol wrong, or two neighbours swapped: what a hand does."""
    dice = random.Random(20261123)
    for _ in range(1000):
        symbols = list(bare(new_recovery_code()))
        place = dice.randrange(len(symbols) - 1)
        if dice.random() < 0.5:
            symbols[place] = dice.choice([symbol for symbol in SYMBOLS if symbol != symbols[place]])
        elif symbols[place] != symbols[place + 1]:
            symbols[place], symbols[place + 1] = symbols[place + 1], symbols[place]
        else:
            continue
        slip = "".join(symbols)
        assert looks_like_recovery_code(slip)
        with pytest.raises(HerstelcodeOnjuist):
            read_recovery_code(slip)


@pytest.mark.parametrize("change", ["drop", "double", "strange"])
def test_a_symbol_too_few_too_many_or_strange_is_caught(change: str) -> None:
    code = bare(new_recovery_code())
    slip = {"drop": code[:7] + code[8:], "double": code[:7] + code[6:], "strange": code[:-1] + "!"}[change]
    with pytest.raises(HerstelcodeOnjuist):
        read_recovery_code(slip)


def test_a_slip_is_told_before_any_key_is_derived(monkeypatch: pytest.MonkeyPatch) -> None:
    def derive(*_: object) -> bytearray:
        raise AssertionError("a key was derived")

    monkeypatch.setattr(vakken, "derive_wrapping_key", derive)
    slot = Slot("s", "recovery", KdfParameters(19 * 1024, 2, 1), bytes(16), bytes(12), bytes(48))
    header = Header("kluis", (slot,), bytes(32))
    code = new_recovery_code()
    slip = code[:2] + ("A" if code[2] != "A" else "B") + code[3:]
    with pytest.raises(HerstelcodeOnjuist):
        vakken.unlock(header, slip)


def test_proposed_words_are_never_taken_for_a_code() -> None:
    for _ in range(500):
        assert not looks_like_recovery_code(stel_woorden_voor())


@pytest.mark.parametrize("zin", ["", "kort", "vijf woorden zonder enig cijfer", "Tafel4-Stoel2", CODE + CODE])
def test_an_ordinary_passphrase_is_not_a_code(zin: str) -> None:
    assert not looks_like_recovery_code(zin)
