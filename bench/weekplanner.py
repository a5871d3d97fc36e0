"""The week of the planner out of the store, against the same SELECTs in plain SQLite.

    python -m bench.weekplanner

28 schools, 56 people, 400 casussen of which 12 have a startgesprek that week (of one worker), 56
calendars. Ours reads an encrypted store and answers with the presence, busy times and talks of every
school and the best moment for each casus that waits; the other side sends the same SELECTs to a plain
copy and fetches the rows. The ratio is what encryption and all the reckoning cost together; no goal is
promised. That the number of SELECTs does not grow is a test
(`tests/services/test_weekplanner_lezen.py`).
"""

from __future__ import annotations

import tempfile
from datetime import timedelta
from pathlib import Path

from bench.opstelling.plannerkluis import MAANDAG, vul_stad
from bench.opstelling.tweeling import Side, Stopwatch, alternate, make_twin, open_plain, recorded, replay
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toegang import create_kluis_voor_script
from kernteam_tui.services.weekplanner import get_week

ROUNDS = 5
WACHTWOORDZIN = "kompas fiets lantaarn oever"


def main() -> None:
    """The whole city, and one school of it."""
    klok = SysteemKlok(MAANDAG)
    with tempfile.TemporaryDirectory(prefix="weekplanner-") as folder:
        sessie = create_kluis_voor_script(Path(folder) / "kluis", WACHTWOORDZIN, klok).sessie
        vul_stad(sessie)
        make_twin(sessie.store, Path(folder) / "gewoon.db")
        first = get_week(sessie, MAANDAG)
        proposed = sum(een.voorstel is not None for een in first.open)
        print(
            f"{len(first.scholen)} scholen, {len(first.gesprekken)} gesprekken, {len(first.open)} open, "
            f"waarvan {proposed} met een voorstel"
        )
        compare("alle scholen", sessie, Path(folder) / "gewoon.db", None)
        compare("een school", sessie, Path(folder) / "gewoon.db", first.scholen[0].school_id)
        sessie.close()


def compare(what: str, sessie: Sessie, plain: Path, school_id: str | None) -> None:
    """Print both sides."""
    with recorded(sessie.store) as sent:
        get_week(sessie, MAANDAG, school_id)
    selects = [statement for statement in sent if statement[0].lstrip().startswith("SELECT")]
    twin = open_plain(plain)

    def ours(watch: Stopwatch) -> None:
        with watch.running():
            get_week(sessie, MAANDAG, school_id)

    def theirs(watch: Stopwatch) -> None:
        with watch.running():
            replay(twin, selects)

    outcome = alternate(ROUNDS, ours, theirs)
    empty = alternate(ROUNDS, _another_week(sessie, school_id), theirs)
    print(
        f"de week van {what}: {outcome.ours_ms:.0f} ms; dezelfde {len(selects)} SELECTs in gewone SQLite "
        f"({replay(twin, selects)} rijen) {outcome.theirs_ms:.1f} ms, x{outcome.ratio:.1f}; "
        f"een week zonder voorstellen {empty.ours_ms:.0f} ms"
    )
    twin.close()


def _another_week(sessie: Sessie, school_id: str | None) -> Side:
    """Half a year on nobody's agreed week is left, so nothing has to be proposed."""

    def side(watch: Stopwatch) -> None:
        with watch.running():
            get_week(sessie, MAANDAG + timedelta(weeks=26), school_id)

    return side


if __name__ == "__main__":
    main()
