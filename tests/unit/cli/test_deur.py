"""The door of the program: what happens before anything else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from kernteam_tui import __main__ as deur

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


@pytest.mark.parametrize("plek", ["kernteam_tui.bootstrap.harden", "kernteam_tui.cli.main.main"])
def test_ctrl_c_at_the_door_is_no_traceback(monkeypatch: pytest.MonkeyPatch, plek: str) -> None:
    """Loading the program takes a tenth of a second, in which a hand may change its mind."""

    def breekt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(deur, "_ruim_op_bij_einde", lambda: None)  # would stay for the tests after this one
    monkeypatch.setattr(plek, breekt)
    monkeypatch.setattr(sys, "argv", ["kernteam", "--help"])
    try:
        status = deur.main()
    except KeyboardInterrupt:  # would end the tests themselves
        pytest.fail("ctrl+c went through the door")
    assert status == 130
