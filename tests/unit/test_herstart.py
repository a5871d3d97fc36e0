"""Starting the program again in a new process, and leaving the terminal as it was found."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from kernteam_tui.schil import herstart
from tests.geduld import GEDULD

TELT = """
import sys
from pathlib import Path
teller = Path(sys.argv[1])
keer = len(teller.read_text()) if teller.exists() else 0
teller.write_text("x" * (keer + 1))
sys.exit({opnieuw} if keer < 2 else 5)
"""


def test_a_parent_starts_the_program_again_until_it_ends_otherwise(tmp_path: Path) -> None:
    teller = tmp_path / "teller"
    kind = [sys.executable, "-c", TELT.format(opnieuw=herstart.OPNIEUW), str(teller)]
    ouder = f"import sys; from kernteam_tui.schil.herstart import waak; sys.exit(waak({kind!r}))"
    assert subprocess.run([sys.executable, "-c", ouder], timeout=GEDULD, check=False).returncode == 5
    assert teller.read_text() == "xxx"


ZEGT = """
import os, sys
from pathlib import Path
from kernteam_tui.schil import herstart
keren, briefje = Path(sys.argv[1]), Path(os.environ[herstart.BRIEFJE])
gehoord = [*(keren.read_text().splitlines() if keren.exists() else []), herstart.neem_melding() or "niets"]
keren.write_text("\\n".join(gehoord))
if len(gehoord) == 1:
    assert briefje.read_bytes() == b"" and briefje.stat().st_mode & 0o077 == 0
    herstart.zeg_straks("De kopie is terug, zoals afgesproken in één keer.")
keren.with_name("waar").write_text(str(briefje))
sys.exit(herstart.begin_opnieuw() if len(gehoord) < 3 else 0)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="looks at the mode of a file")
def test_a_parent_passes_on_what_a_child_wants_to_be_said_once(tmp_path: Path) -> None:
    """After a restore on Windows: the child that did it ends, and its environment with it."""
    gehoord = tmp_path / "gehoord"
    kind = [sys.executable, "-c", ZEGT, str(gehoord)]
    ouder = f"import sys; from kernteam_tui.schil.herstart import waak; sys.exit(waak({kind!r}))"
    assert subprocess.run([sys.executable, "-c", ouder], timeout=GEDULD, check=False).returncode == 0
    assert gehoord.read_text().splitlines() == [
        "niets",
        "De kopie is terug, zoals afgesproken in één keer.",
        "niets",
    ]
    assert not Path((tmp_path / "waar").read_text()).exists(), "the parent leaves no file behind"


def test_without_room_for_the_sentence_the_program_still_starts_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.mkstemp", _geen_ruimte)
    teller = tmp_path / "teller"
    kind = [sys.executable, "-c", TELT.format(opnieuw=herstart.OPNIEUW), str(teller)]
    vorige = signal.getsignal(signal.SIGINT)
    try:
        assert herstart.waak(kind) == 5
    finally:
        signal.signal(signal.SIGINT, vorige)


def _geen_ruimte(**_: object) -> tuple[int, str]:
    raise OSError(28, "vol")


def test_the_parent_loads_nothing_of_the_program() -> None:
    """It stays in memory all day, also while the store is locked."""
    proef = (
        "import sys; from kernteam_tui import bootstrap; from kernteam_tui.schil import herstart;"
        "herstart.waak([sys.executable, '-c', '']); print(*sys.modules)"
    )
    klaar = subprocess.run(
        [sys.executable, "-c", proef], capture_output=True, text=True, timeout=GEDULD, check=True
    )
    geladen = set(klaar.stdout.split())
    assert "kernteam_tui.schil.herstart" in geladen
    zwaar = {"textual", "sqlalchemy", "sqlcipher3", "pydantic", "cryptography", "kernteam_tui.app"}
    assert geladen.isdisjoint(zwaar)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such call")
def test_a_process_is_replaced_under_its_own_number_and_arguments(tmp_path: Path) -> None:
    doel = tmp_path / "wie"
    proef = (
        "import os, sys; from pathlib import Path; from kernteam_tui.schil import herstart;"
        f"doel = Path({str(doel)!r}); oud = doel.read_text() if doel.exists() else '';"
        "doel.write_text(oud + f'{os.getpid()} {sys.argv[1:]}\\n');"
        "herstart.begin_opnieuw() if not oud else None"
    )
    subprocess.run([sys.executable, "-c", proef, "--map", "een map"], timeout=GEDULD, check=True)
    eerst, daarna = doel.read_text().splitlines()
    assert eerst == daarna
    assert "'--map', 'een map'" in eerst


def test_a_child_asks_its_parent(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(herstart.KIND, "1")
    assert herstart.begin_opnieuw() == herstart.OPNIEUW
    assert not herstart.heeft_ouder_nodig()


def test_a_program_that_is_gone_says_how_to_go_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    """An update has moved Python while the program ran: all was saved, so that is no failure."""
    monkeypatch.delenv(herstart.KIND, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "weg"))
    assert herstart.begin_opnieuw() == 0
    assert "Start kernteam opnieuw" in capsys.readouterr().err


@pytest.mark.skipif(sys.platform == "win32", reason="there are no such flags on Windows")
def test_the_terminal_is_quiet_between_two_processes_and_ordinary_after(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    import termios

    monkeypatch.delenv(herstart.TERMINAL, raising=False)
    gewoon = [termios.ICRNL, 1, 2, termios.ECHO | termios.ICANON | termios.ISIG, 15, 15, []]
    eerste = list(gewoon)
    herstart.houd_stil(eerste)
    assert eerste[3] == 0
    tweede = list(eerste)
    herstart.weer_gewoon(tweede)
    assert tweede == gewoon
    assert herstart.TERMINAL not in os.environ


@pytest.mark.parametrize("onzin", ["", "x,y", "1", "1,2,3", "-1,2"])
def test_nonsense_in_the_environment_leaves_the_terminal_alone(
    monkeypatch: pytest.MonkeyPatch, onzin: str
) -> None:
    monkeypatch.setenv(herstart.TERMINAL, onzin)
    attrs = [1, 2, 3, 4]
    herstart.weer_gewoon(attrs)
    herstart.weer_gewoon(None)
    herstart.houd_stil(None)
    assert attrs == [1, 2, 3, 4]
