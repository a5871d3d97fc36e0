"""What is typed, pasted or dragged into a field becomes the path that was meant."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.services.padtekst import lees_pad, vul_aan, zonder_aanhaling


@pytest.mark.parametrize(
    ("tekst", "pad"),
    [
        ("/tmp/lia.ics", "/tmp/lia.ics"),
        ("  /tmp/lia.ics \n", "/tmp/lia.ics"),
        ('"/tmp/mijn agenda.ics"', "/tmp/mijn agenda.ics"),
        ("'/tmp/mijn agenda.ics' ", "/tmp/mijn agenda.ics"),
        ("file:///tmp/mijn%20agenda.ics", "/tmp/mijn agenda.ics"),
        ("file://localhost/tmp/a.ics", "/tmp/a.ics"),
        ("FILE:///tmp/%C3%A9.ics", "/tmp/é.ics"),
        ("'file:///tmp/a.ics'", "/tmp/a.ics"),
        ("/tmp/o'brien.ics", "/tmp/o'brien.ics"),
    ],
)
def test_each_way_to_give_a_path(tekst: str, pad: str) -> None:
    assert str(lees_pad(tekst)) == pad


def test_the_home_folder_and_the_backslashes_of_a_terminal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    (tmp_path / "mijn agenda (1).ics").write_bytes(b"")
    (tmp_path / "met\\schuin.ics").write_bytes(b"")
    assert lees_pad(r"~/mijn\ agenda\ \(1\).ics") == tmp_path / "mijn agenda (1).ics"
    assert lees_pad(r"~/met\schuin.ics") == tmp_path / r"met\schuin.ics"
    assert lees_pad(r"~/weg\ .ics") == tmp_path / r"weg\ .ics"
    assert lees_pad("~niemanddiezoheet/x.ics").name == "x.ics"


def test_a_drive_of_windows_loses_the_slash_before_it() -> None:
    assert zonder_aanhaling("file:///C:/Users/vera/a%20b.ics") == "C:/Users/vera/a b.ics"


@pytest.mark.parametrize("tekst", ["", "  ", '""', "\0"])
def test_nothing_is_no_path(tekst: str) -> None:
    with pytest.raises(InhoudOngeldig):
        lees_pad(tekst)


@given(st.text(max_size=40))
def test_whatever_is_typed_there_is_an_answer_or_a_sentence(tekst: str) -> None:
    vul_aan(tekst, ".ics")
    with suppress(InhoudOngeldig):
        assert lees_pad(tekst).is_absolute()


def test_a_begun_path_goes_on_with_folders_and_calendars(tmp_path: Path) -> None:
    for naam in ("lia.ics", "Liam.ICS", "lijst.txt", ".lies.ics"):
        (tmp_path / naam).write_bytes(b"")
    (tmp_path / "lia map").mkdir()
    voor = f"{tmp_path}/"
    assert vul_aan(f"{voor}li", ".ics") == (f"{voor}lia map/", f"{voor}lia.ics", f"{voor}Liam.ICS")
    assert len(vul_aan(voor, ".ics")) == 3, "what is hidden stays hidden until it is asked for"
    assert vul_aan(f"{voor}.l", ".ics") == (f"{voor}.lies.ics",)
    assert vul_aan(f"{voor}weg/li", ".ics") == ()
    assert vul_aan(f"'{voor}li'", ".ics") == ()
    assert vul_aan("", ".ics") == ()
