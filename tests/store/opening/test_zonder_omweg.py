"""What is loaded before the passphrase is asked, and what the process gives away."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.geduld import GEDULD

CHECK = """
import sys
from kernteam_tui.data import proces
from kernteam_tui.data.opening import voorcontrole
print(*sorted(sys.modules))
"""
HARDEN = """
import ctypes, os, resource
from kernteam_tui.data.proces import harden_process
harden_process()
print(oct(os.umask(0)), resource.getrlimit(resource.RLIMIT_CORE)[0])
if os.uname().sysname == "Linux":
    print(ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))
"""


def run(program: str) -> str:
    return subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, timeout=GEDULD, check=True
    ).stdout


def test_looking_at_a_store_from_outside_loads_nothing_heavy() -> None:
    loaded = {name.split(".")[0] for name in run(CHECK).split()}
    assert "kernteam_tui" in loaded
    assert not loaded & {
        "sqlalchemy",
        "sqlcipher3",
        "cryptography",
        "zxcvbn",
        "pydantic",
        "alembic",
        "textual",
    }


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has none of these")
def test_a_hardened_process_leaves_no_dump_and_no_readable_file() -> None:
    lines = run(HARDEN).split("\n")
    assert lines[0] == "0o77 0"
    if sys.platform == "linux":
        assert lines[1] == "0"
