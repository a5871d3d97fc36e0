"""What changed between two versions of a plan of 50 kB, word by word, against the whole as one text.

    python -m bench.planverschil [--keer 5]

The other side is `difflib.SequenceMatcher` of Python itself, without and with its shortcut for common words,
on the same words, read as one text. A goal is printed, not enforced: the answer stands within a second. Ends
with a control that must miss it: the same measure of the other side, on plans of twice that size.
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import time
from collections.abc import Callable
from difflib import SequenceMatcher

from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.planformaat import PlanFormaat
from kernteam_tui.domain.planverschil.plan import Onderdeelstand, Planstand, vergelijk_plannen
from kernteam_tui.exchange.planformaat import HUIDIG, read_planformaat

BYTES = 50_000
DOEL = 1000
"""Milliseconds."""
_WOORDEN = ("school", "thuis", "oma", "mentor", "slapen", "praten", "ochtend", "rustig", "samen", "vriend")


def maak_plan(zaad: int, veranderd: float = 0.0, bytes_: int = BYTES) -> Planstand:
    """A plan of about that size; of the words `veranderd` (0 to 1) are others than without."""
    formaat = read_planformaat(HUIDIG)
    per_deel = bytes_ // len(formaat.sleutels) // 2
    return Planstand(
        onderdelen={
            sleutel: Onderdeelstand(
                (Citaat("Lina", "nl", _tekst(f"{zaad}:{sleutel}:woorden", per_deel, veranderd)),),
                _tekst(f"{zaad}:{sleutel}:uitleg", per_deel, veranderd),
            )
            for sleutel in formaat.sleutels
        }
    )


def main() -> int:
    """Measure and print; 1 where the control was not seen."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--keer", type=int, default=5)
    keer = parser.parse_args().keer
    formaat = read_planformaat(HUIDIG)
    size = sum(len(word) + 1 for word in _woorden(maak_plan(1))) // 1000
    print(f"twee plannen van {size} kB, {keer} keer, mediaan in ms")
    columns = f"{'ons':>8}{'difflib heel':>16}{'difflib kort':>16}{'ons/heel':>11}{'ons/kort':>11}"
    print(f"{'veranderd':<12}{columns}")
    for share in (0.01, 0.10, 0.50):
        toon_deel(maak_plan(1), maak_plan(1, share), formaat, share, keer)
    print(f"doel: {DOEL} ms")
    slow = _controle()
    seen = slow > DOEL
    print(
        f"control, difflib on the whole of twice that size: {slow:.0f} ms, {'seen' if seen else 'NOT SEEN'}"
    )
    return 0 if seen else 1


def _controle() -> float:
    before, after = (_woorden(maak_plan(1, share, 2 * BYTES)) for share in (0.0, 0.1))
    return _mediaan(lambda: SequenceMatcher(None, before, after, autojunk=False).get_opcodes(), 1)


def toon_deel(old: Planstand, new: Planstand, formaat: PlanFormaat, share: float, keer: int) -> None:
    """One line: both sides on the same two plans."""
    before, after = _woorden(old), _woorden(new)
    ours = _mediaan(lambda: vergelijk_plannen(old, new, formaat), keer)
    whole = _mediaan(lambda: SequenceMatcher(None, before, after, autojunk=False).get_opcodes(), keer)
    short = _mediaan(lambda: SequenceMatcher(None, before, after, autojunk=True).get_opcodes(), keer)
    row = f"{share:<12.0%}{ours:>8.0f}{whole:>16.0f}{short:>16.0f}"
    print(f"{row}{ours / whole:>11.3f}{ours / short:>11.2f}")


def _tekst(zaad: str, lengte: int, veranderd: float) -> str:
    base, change = random.Random(zaad), random.Random(f"{zaad}:anders")
    words: list[str] = []
    size = 0
    while size < lengte:
        word = base.choice(_WOORDEN)
        end = "." if base.random() < 0.1 else ""
        word = change.choice(_WOORDEN) if change.random() < veranderd else word
        words.append(word + end)
        size += len(words[-1]) + 1
    return " ".join(words)


def _woorden(plan: Planstand) -> list[str]:
    texts = (
        text
        for deel in plan.onderdelen.values()
        for text in (*(said.tekst for said in deel.woorden), deel.toelichting)
    )
    return " ".join(texts).split()


def _mediaan(doe: Callable[[], object], keer: int) -> float:
    times = []
    for _ in range(keer):
        begin = time.perf_counter()
        doe()
        times.append((time.perf_counter() - begin) * 1000)
    return statistics.median(times)


if __name__ == "__main__":
    sys.exit(main())
