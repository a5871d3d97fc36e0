"""A real limit on the size of files: everything acknowledged is there, and the cause is named."""

from __future__ import annotations

import subprocess
import sys
from typing import Any

import pytest
from sqlalchemy import text

from kernteam_tui.data.opening.kluis import open_store_files
from tests.geduld import GEDULD

SAVE_UNTIL_FULL = """
import pathlib, resource, sys
from sqlalchemy import text
from kernteam_tui.data.fouten import StoreError
from kernteam_tui.data.opening.kluis import open_store_files
opened = open_store_files(pathlib.Path(sys.argv[1]), sys.argv[2])
resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, 400_000))
saved = 0
try:
    while saved < 10_000:
        with opened.engine.begin() as connection:
            connection.execute(text("INSERT INTO notitie (tekst, casus_id) VALUES (hex(zeroblob(1000)), 1)"))
        saved += 1
except StoreError as error:
    with opened.engine.connect() as connection:
        seen = connection.execute(text("SELECT count(*) FROM notitie")).scalar_one()
    print(error.code, saved, seen)
opened.close()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="no such limit on Windows")
def test_when_nothing_more_fits_nothing_saved_is_lost(kluis: Any) -> None:
    done = subprocess.run(
        [sys.executable, "-c", SAVE_UNTIL_FULL, str(kluis.folder), kluis.zin],
        capture_output=True,
        text=True,
        timeout=GEDULD,
        check=True,
    )
    code, saved, seen = done.stdout.split()
    assert code == "schijf_vol"
    assert int(saved) > 0
    assert int(seen) == 200 + int(saved)
    assert done.stderr == ""
    opened = open_store_files(kluis.folder, kluis.zin)
    with opened.engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM notitie")).scalar_one() == 200 + int(saved)
    opened.close()
