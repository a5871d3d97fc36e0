"""The strength of a passphrase and the words that are offered."""

from __future__ import annotations

import re
from time import process_time

import pytest

from kernteam_tui.data.sleutels.beleid import STANDAARD, VOORBEELD, calibrated
from kernteam_tui.data.sleutels.sterkte import beoordeel_wachtwoordzin
from kernteam_tui.data.sleutels.woorden import stel_woorden_voor, woordenlijst


@pytest.mark.parametrize(
    "zin", ["", " ", "welkom01", "wachtwoord", "kernteam", "utrecht2026", "Welkom123!", "voorbeeld"]
)
def test_what_anybody_would_try_first_is_weak(zin: str) -> None:
    assert beoordeel_wachtwoordzin(zin).score < 3


@pytest.mark.parametrize("zin", ["paarse giraf op de fiets", "kd8#mQz!v2Lp", "x" * 5 + "q9!mLt2#vPz" * 10])
def test_what_is_hard_to_guess_is_strong(zin: str) -> None:
    strength = beoordeel_wachtwoordzin(zin)
    assert strength.score >= 3
    assert "sterk" in strength.tekst


def test_two_words_of_the_list_are_not_enough() -> None:
    assert beoordeel_wachtwoordzin("giraf molen").score < 3


def test_the_words_that_are_offered_are_always_strong_enough() -> None:
    for _ in range(100):
        zin = stel_woorden_voor()
        assert len(zin.split()) == 5
        assert beoordeel_wachtwoordzin(zin).score == 4


def test_the_list_is_long_plain_and_without_doubles() -> None:
    words = woordenlijst()
    assert len(words) >= 1296
    assert len(set(words)) == len(words)
    assert all(re.fullmatch(r"[a-z]{4,8}", word) for word in words)


def test_judging_keeps_up_with_typing() -> None:
    beoordeel_wachtwoordzin("warm")
    start = process_time()
    for _ in range(20):
        beoordeel_wachtwoordzin("paarse giraf op de fiets")
    assert (process_time() - start) / 20 < 0.05


def test_a_real_store_costs_a_guesser_memory_and_time() -> None:
    parameters = calibrated()
    assert parameters.memory_kib >= 64 * 1024
    assert parameters.iterations >= 3
    assert STANDAARD.minimale_sterkte == 3


def test_the_demonstration_keeps_to_the_legal_floor() -> None:
    assert VOORBEELD.kdf().memory_kib == 19 * 1024
