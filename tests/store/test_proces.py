"""The process keeps to itself: asked of a process that began as the program does."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ASK = """
import os, resource
from kernteam_tui.bootstrap import harden
from kernteam_tui.data import proces

def mode(name):
    return oct(os.stat(name).st_mode)[-3:]

resource.setrlimit(resource.RLIMIT_CORE, (1 << 20, 1 << 20))
print(proces.core_dumps_off(), proces.shielded())
harden()
open("gewoon", "w").close()
os.mkdir("map")
print(proces.core_dumps_off(), proces.shielded(), mode("gewoon"), mode("map"))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="told by Linux' own means")
def test_no_dump_no_onlookers_and_files_for_one(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-c", ASK],
        cwd=tmp_path,
        capture_output=True,
        text=True,
        check=False,
    )
    before, after = done.stdout.splitlines()
    assert after == "True True 600 700", done.stderr
    assert "False" in before, "control: without it a dump could be made"
