"""The process that loses power while it changes keys, makes backups and puts them back.

    python -m bench.faults.stroom_sleutelwerker MAP CASUS STAPPEN ZAAD

A line on stdout is an acknowledgement: `stand ZIN:INHOUD`, the number of the passphrase that opens it and of
what is in it, or `kopie NAAM`, a backup that is there.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from random import Random

from bench.faults.stroom_werker import WACHTWOORDZIN
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.concepten import load_concept, save_concept
from kernteam_tui.services.reservekopie import maak_reservekopie
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.sleutels import begin_herstelcode, begin_nieuwe_sleutel, wijzig_wachtwoordzin
from kernteam_tui.services.terugzetten import zet_terug
from kernteam_tui.services.toegang import unlock

_STAND = "stand"
_PER_STAP = timedelta(hours=7)
_GELEDEN = timedelta(days=30)


@dataclass
class Stapklok:
    """Seven hours later at every step, so that old backups are cleared too; it began a month ago."""

    moment: datetime = field(default_factory=lambda: datetime.now(UTC) - _GELEDEN)

    def nu(self) -> datetime:
        """The moment in UTC."""
        return self.moment

    def vandaag(self) -> date:
        """The day in Amsterdam."""
        return self.moment.astimezone(AMSTERDAM).date()


def zin(number: int) -> str:
    """The passphrase of that number; 0 is the one that the store was made with."""
    return f"een andere zin, nummer {number}" if number else WACHTWOORDZIN


def lees_stand(sessie: Sessie) -> int:
    """Number of what is in the store; 0 before the first."""
    found = load_concept(sessie, _STAND)
    return 0 if found is None else int(found["nummer"])


def main() -> None:
    """Take so many random steps."""
    folder, _casus_id, steps, seed = sys.argv[1:]
    werk = Sleutelwerk(Path(folder), Random(seed))
    for _ in range(int(steps)):
        werk.doe_iets()
    werk.sessie.close()


class Sleutelwerk:
    """A store with its passphrase, what is in it, and the backups of it."""

    def __init__(self, folder: Path, toeval: Random) -> None:
        self._folder = folder
        self._toeval = toeval
        self._klok = Stapklok()
        self._zin = self._inhoud = self._laatste = 0
        self._kopieen: list[tuple[Path, int, int]] = []
        self.sessie = self._open()

    def doe_iets(self) -> None:
        """One step, and its acknowledgement."""
        ways: tuple[Callable[[], None], ...] = (
            self._bewaar,
            self._wachtwoordzin,
            self._herstelcode,
            self._nieuwe_sleutel,
            self._kopie,
            self._terug if self._kopieen else self._kopie,
        )
        self._klok.moment += _PER_STAP
        self._toeval.choice(ways)()

    def _open(self) -> Sessie:
        return unlock(self._folder, zin(self._zin), self._klok)

    def _bevestig(self) -> None:
        print("stand", f"{self._zin}:{self._inhoud}", flush=True)

    def _nieuwe_zin(self) -> int:
        self._laatste += 1
        return self._laatste

    def _bewaar(self) -> None:
        number = self._nieuwe_zin()
        save_concept(self.sessie, _STAND, {"nummer": number})
        self._inhoud = number
        self._bevestig()

    def _wachtwoordzin(self) -> None:
        number = self._nieuwe_zin()
        wijzig_wachtwoordzin(self.sessie, zin(self._zin), zin(number), VOORBEELD)
        self._zin = number
        self._bevestig()

    def _herstelcode(self) -> None:
        change = begin_herstelcode(self.sessie, zin(self._zin), VOORBEELD)
        change.bevestig(change.herstelcode)
        self._bevestig()

    def _nieuwe_sleutel(self) -> None:
        number = self._nieuwe_zin()
        change = begin_nieuwe_sleutel(self.sessie, zin(self._zin), zin(number), VOORBEELD)
        change.bevestig(change.herstelcode)
        self._zin = number
        self._bevestig()

    def _kopie(self) -> None:
        made = maak_reservekopie(self.sessie)
        self._kopieen = [kopie for kopie in self._kopieen if kopie[0].name not in made.opgeruimd]
        self._kopieen.append((made.pad, self._zin, self._inhoud))
        print("kopie", made.pad.name, flush=True)

    def _terug(self) -> None:
        path, phrase, content = self._toeval.choice(self._kopieen)
        self.sessie.close()
        zet_terug(self._folder, path, zin(phrase), self._klok)
        self._zin, self._inhoud = phrase, content
        self._bevestig()
        self.sessie = self._open()


if __name__ == "__main__":
    main()
