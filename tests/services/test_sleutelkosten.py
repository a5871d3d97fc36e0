"""What the check says about the price of a guess: the advice names the slot that is too light."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from kernteam_tui.data.sleutels.beleid import FLOOR_ITERATIONS, MEMORY_STEPS_KIB
from kernteam_tui.data.sleutels.kop import Slot
from kernteam_tui.data.sleutels.sleutelbestand import KeyFile, read_key_file
from kernteam_tui.services import controle
from kernteam_tui.services.controle import Bevinding, controleer
from kernteam_tui.services.sessie import Sessie

GENOEG = (MEMORY_STEPS_KIB[-1], FLOOR_ITERATIONS)
WEINIG_GEHEUGEN = (MEMORY_STEPS_KIB[-1] // 2, FLOOR_ITERATIONS)
WEINIG_RONDES = (MEMORY_STEPS_KIB[-1], FLOOR_ITERATIONS - 1)
Kosten = tuple[int, int]


def sleutelkosten(sessie: Sessie, monkeypatch: pytest.MonkeyPatch, zin: Kosten, code: Kosten) -> Bevinding:
    """What is said when the slots cost this much memory (KiB) and so many rounds."""
    kosten = {"passphrase": zin, "recovery": code}

    def gelezen(folder: Path) -> KeyFile:
        gevonden = read_key_file(folder)
        vakken = tuple(_met(vak, *kosten[vak.kind]) for vak in gevonden.header.slots if isinstance(vak, Slot))
        return replace(gevonden, header=replace(gevonden.header, slots=vakken))

    with monkeypatch.context() as patched:
        patched.setattr(controle, "read_key_file", gelezen)
        [bevinding] = [b for b in controleer(sessie) if b.wat == "sleutelkosten"]
    return bevinding


def _met(vak: Slot, geheugen: int, rondes: int) -> Slot:
    return replace(vak, kdf=replace(vak.kdf, memory_kib=geheugen, iterations=rondes))


def test_slots_that_cost_enough_ask_for_nothing(sessie: Sessie, monkeypatch: pytest.MonkeyPatch) -> None:
    bevinding = sleutelkosten(sessie, monkeypatch, GENOEG, GENOEG)
    assert bevinding.in_orde
    assert "64 MB geheugen, 3 keer" in bevinding.tekst
    assert "kies" not in bevinding.tekst


@pytest.mark.parametrize("licht", [WEINIG_GEHEUGEN, WEINIG_RONDES])
def test_a_light_passphrase_asks_for_another_one(
    sessie: Sessie, monkeypatch: pytest.MonkeyPatch, licht: Kosten
) -> None:
    bevinding = sleutelkosten(sessie, monkeypatch, licht, GENOEG)
    assert not bevinding.in_orde
    assert not bevinding.van_de_kluis, "the store itself is whole"
    assert "kies een nieuwe wachtwoordzin (ctrl+g)" in bevinding.tekst


@pytest.mark.parametrize("licht", [WEINIG_GEHEUGEN, WEINIG_RONDES])
def test_a_light_recovery_code_asks_for_a_new_code_and_not_for_a_passphrase(
    sessie: Sessie, monkeypatch: pytest.MonkeyPatch, licht: Kosten
) -> None:
    bevinding = sleutelkosten(sessie, monkeypatch, GENOEG, licht)
    assert not bevinding.in_orde
    assert "maak een nieuwe herstelcode (ctrl+g)" in bevinding.tekst
    assert "wachtwoordzin" not in bevinding.tekst
