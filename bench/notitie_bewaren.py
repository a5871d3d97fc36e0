"""A note saved durable, against the same statements, index and pragmas on plain sqlite3. Goal: at most 2x."""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from bench.opstelling.tweeling import Stopwatch, alternate, make_twin, open_plain, recorded, replay, report
from kernteam_tui.domain.codes import NotitieSoort
from kernteam_tui.services.demo import maak_demo
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.notities import save_notitie, start_notitie
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toegang import unlock

ROUNDS = 300
TEXT = "Oma belt elke ochtend. Drie dagen naar school, slaapt beter, ruzie met vader op zondag. " * 20


class Draft:
    """A note that is saved again and again, each time with 1.8 kB of other text."""

    def __init__(self, sessie: Sessie, casus_id: str) -> None:
        self._sessie = sessie
        note = start_notitie(sessie, casus_id, NotitieSoort.HUISBEZOEK)
        self.id, self._revision, self.text = note.id, note.revision, note.tekst

    def save(self) -> None:
        self.text = f"{TEXT} {self._revision}"
        self._revision = save_notitie(self._sessie, self.id, self._revision, self.text)


def main() -> None:
    """Time the save of one note, in turns with another note's save as plain statements on the twin.

    The twin follows a note of its own, whose saves in the store are recorded outside the timing: so
    recording costs neither side anything, and the twin has rows that fit its statements.
    """
    klok = SysteemKlok(date(2026, 11, 23))
    with tempfile.TemporaryDirectory() as folder:
        demo = maak_demo(Path(folder) / "kluis", klok, casussen=200, notities=5_000)
        sessie = unlock(demo.map, demo.wachtwoordzin, klok)
        with sessie.unit_of_work() as uow:
            casus_id = uow.casussen.find()[0].id
        timed, followed = Draft(sessie, casus_id), Draft(sessie, casus_id)
        make_twin(sessie.store, Path(folder) / "tweeling.db")
        twin = open_plain(Path(folder) / "tweeling.db")
        statements = 0

        def ours(watch: Stopwatch) -> None:
            with watch.running():
                timed.save()

        def theirs(watch: Stopwatch) -> None:
            nonlocal statements
            with recorded(sessie.store) as sent:
                followed.save()
            with watch.running():
                replay(twin, sent)
            statements = len(sent)

        outcome = alternate(ROUNDS, ours, theirs)
        saved = twin.execute("SELECT tekst FROM notitie WHERE id = ?", (followed.id,)).fetchone()[0]
        assert saved == followed.text, "the twin must have saved the same note"
        print(f"statements per save: {statements}; notes in the store: 5000")
        report("notitie bewaren", outcome, 2.0, "sqlite3")
        twin.close()
        sessie.close()


if __name__ == "__main__":
    main()
