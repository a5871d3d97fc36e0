"""The house keeps its floors: who may import whom, and rooms that stay small."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SOURCES = sorted((ROOT / "src").rglob("*.py"))
LARGEST = 400


def test_no_floor_reaches_up_or_sideways() -> None:
    """import-linter with the contracts of pyproject.toml."""
    linter = Path(sys.executable).with_name("lint-imports")
    answer = subprocess.run([linter, "--no-cache"], cwd=ROOT, capture_output=True, text=True, check=False)
    assert answer.returncode == 0, answer.stdout
    assert "0 broken" in answer.stdout


def test_a_forbidden_import_is_seen(tmp_path: Path) -> None:
    """Control: the same rule breaks where the domain imports SQLAlchemy."""
    package = tmp_path / "huis"
    package.mkdir()
    (package / "__init__.py").write_text("")
    (package / "domein.py").write_text("import sqlalchemy\n")
    (tmp_path / "regels.ini").write_text(
        "[importlinter]\nroot_package = huis\ninclude_external_packages = True\n"
        "[importlinter:contract:1]\nname = x\ntype = forbidden\nsource_modules = huis.domein\n"
        "forbidden_modules = sqlalchemy\n"
    )
    linter = Path(sys.executable).with_name("lint-imports")
    answer = subprocess.run(
        [linter, "--no-cache", "--config", "regels.ini"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(tmp_path), "PATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert answer.returncode == 1, answer.stdout + answer.stderr


@pytest.mark.parametrize("source", SOURCES, ids=lambda path: str(path.relative_to(ROOT / "src")))
def test_a_room_stays_small_and_finished(source: Path) -> None:
    text = source.read_text(encoding="utf-8")
    assert len(text.splitlines()) <= LARGEST
    assert not re.search(r"raise NotImplementedError|TODO|FIXME|\bXXX\b", text)


def test_nothing_replaces_rows_of_the_search_index() -> None:
    """INSERT OR REPLACE does not fire the delete trigger: old words would stay findable."""
    pattern = re.compile(r"\bOR\s+REPLACE\b|\bREPLACE\s+INTO\b|prefix_with\(.OR REPLACE", re.IGNORECASE)
    guilty = [path.name for path in SOURCES if pattern.search(path.read_text(encoding="utf-8"))]
    assert guilty == []


def test_what_a_fresh_interpreter_loads_for_the_domain() -> None:
    """The domain needs nothing but the standard library, also when all of it is imported."""
    modules = [
        ".".join(path.relative_to(ROOT / "src").with_suffix("").parts)
        for path in SOURCES
        if "domain" in path.parts and path.name != "__init__.py"
    ]
    program = f"import sys; {'; '.join(f'import {m}' for m in modules)}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    ).stdout
    roots = {name.split(".")[0] for name in loaded.split()}
    assert "kernteam_tui" in roots
    assert roots.isdisjoint({"sqlalchemy", "textual", "pydantic", "typst", "cryptography", "holidays"})
