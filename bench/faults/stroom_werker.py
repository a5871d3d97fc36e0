"""The process that loses power: a day's work through the app's own services, each save told when it is done.

    python -m bench.faults.stroom_werker MAP CASUS AANTAL ZAAD FULL|OFF

A line on stdout is an acknowledgement, printed after the service returned: what, and how it must be found.
"""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

from kernteam_tui.data.opening import driver
from kernteam_tui.domain.codes import GesprekSoort, NotitieSoort, WisGrond
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.exchange.planformaat import read_planformaat
from kernteam_tui.services.aanmelding import register_aanmelding
from kernteam_tui.services.concepten import save_concept
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.notities import rond_notitie_af, save_notitie, start_notitie
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toegang import unlock
from kernteam_tui.services.wissen import wis_casus

WACHTWOORDZIN = "een zin voor de stroomproef"
SCHOOL = "Voorbeeldcollege"
CONCEPTEN = 5
OPEN_NOTITIES = 4
_ZIN = "Oma belt elke ochtend, hij slaapt beter en zondag was er ruzie met vader over de telefoon. "


def vingerafdruk(*waarden: object) -> str:
    """What tells one saved state from another."""
    return hashlib.sha256("\0".join(str(waarde) for waarde in waarden).encode()).hexdigest()[:16]


def main() -> None:
    """Work until the number of saves is reached, locking and unlocking now and then."""
    folder, casus_id, number, seed, synchronous = sys.argv[1:]
    if synchronous == "OFF":
        _forget_to_sync()
    toeval, left = Random(seed), int(number)
    while left > 0:
        sessie = unlock(Path(folder), WACHTWOORDZIN, SysteemKlok())
        werk, part = Werkdag(sessie, casus_id, toeval), min(left, toeval.randint(20, 60))
        for _ in range(part):
            werk.doe_iets()
        left -= part
        sessie.close()


def _forget_to_sync() -> None:
    """The control: a store that does not wait for the disk."""
    pragmas: Any = tuple(("synchronous", "OFF", 0) if p[0] == "synchronous" else p for p in driver._PRAGMAS)
    driver._PRAGMAS = pragmas


@dataclass
class _Notitie:
    id: str
    revision: int


class Werkdag:
    """From unlocking to locking: notes that save themselves, talks, drafts, sections of a plan, erasing."""

    def __init__(self, sessie: Sessie, casus_id: str, toeval: Random) -> None:
        self.sessie = sessie
        self._casus_id = casus_id
        self._toeval = toeval
        self._notities: list[_Notitie] = []
        self._sleutels = [onderdeel.sleutel for onderdeel in read_planformaat().onderdelen]

    def doe_iets(self) -> None:
        """One save, and its acknowledgement."""
        ways: tuple[tuple[Callable[[], object], int], ...] = (
            (self._bewaar, 50),
            (self._plan, 15),
            (self._rond_af, 10),
            (self._schrijf_plan, 15),
            (self._concept, 10),
            (self._meld_aan, 5),
            (self._wis, 5),
        )
        self._toeval.choices([way for way, _ in ways], [weight for _, weight in ways])[0]()

    def _tekst(self) -> str:
        return f"{self._toeval.random()} {_ZIN * self._toeval.randint(1, 40)}"

    def _notitie(self) -> _Notitie:
        if len(self._notities) < OPEN_NOTITIES:
            begun = start_notitie(self.sessie, self._casus_id, NotitieSoort.HUISBEZOEK)
            self._notities.append(_Notitie(begun.id, begun.revision))
        return self._toeval.choice(self._notities)

    def _bewaar(self) -> None:
        self._bewaar_deze(self._notitie())

    def _bewaar_deze(self, notitie: _Notitie) -> None:
        text = self._tekst()
        notitie.revision = save_notitie(self.sessie, notitie.id, notitie.revision, text)
        bevestig(f"notitie:{notitie.id}", "concept", notitie.revision, text)

    def _rond_af(self) -> None:
        notitie = self._notitie()
        self._bewaar_deze(notitie)
        final = rond_notitie_af(self.sessie, notitie.id)
        bevestig(f"notitie:{notitie.id}", final.staat, final.revision, final.tekst)
        self._notities.remove(notitie)

    def _plan(self) -> None:
        start = datetime.now(UTC) + timedelta(days=self._toeval.randint(1, 300))
        talk = plan_gesprek(self.sessie, self._casus_id, GesprekGegevens(GesprekSoort.HUISBEZOEK, start))
        bevestig(f"gesprek:{talk.id}", talk.start.isoformat())

    def _schrijf_plan(self) -> None:
        revision, text = get_plan(self.sessie, self._casus_id).revision, self._tekst()
        key, words = self._toeval.choice(self._sleutels), (Citaat("moeder", "nl", "Het gaat beter."),)
        save_onderdeel(self.sessie, self._casus_id, revision, key, words, text)
        bevestig(f"onderdeel:{key}", text)

    def _meld_aan(self) -> str:
        child = {"roepnaam": f"Kind {self._toeval.random()}"}
        fields = {"jongere": child, "school": SCHOOL, "aangemeld": "2026-11-09", "redenen": ["verzuim"]}
        made = register_aanmelding(self.sessie, fields, toch=True)
        bevestig(f"casus:{made.nummer}", "er")
        return made.nummer

    def _wis(self) -> None:
        nummer = self._meld_aan()
        wis_casus(self.sessie, nummer, WisGrond.OP_VERZOEK)
        bevestig(f"casus:{nummer}", "gewist")

    def _concept(self) -> None:
        key, text = f"proef-{self._toeval.randrange(CONCEPTEN)}", self._tekst()
        save_concept(self.sessie, key, {"tekst": text})
        bevestig(f"concept:{key}", text)


def bevestig(wat: str, *waarden: object) -> None:
    """Tell that this is safe: whatever happens from now on, it is there again after opening."""
    print(wat, vingerafdruk(*waarden), flush=True)


if __name__ == "__main__":
    main()
