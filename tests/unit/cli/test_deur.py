"""The door of the program: what happens before anything else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

PROEF = """
import os, resource, sys
from kernteam_tui.__main__ import main

os.umask(0o022)
sys.argv = ["kernteam", "--help"]
main()
masker = os.umask(0)
print(oct(masker), resource.getrlimit(resource.RLIMIT_CORE)[0], file=sys.stderr)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has neither")
def test_the_process_is_private_before_the_first_word(tmp_path: Path) -> None:
    """New files for the user only, and no memory in a core dump."""
    klaar = subprocess.run([sys.executable, "-c", PROEF], cwd=tmp_path, capture_output=True, check=True)
    assert klaar.stderr.decode().split() == ["0o77", "0"]
