"""A page is bytes in memory: in no form is a file written or a network asked for."""

from __future__ import annotations

import socket
from pathlib import Path
from typing import NoReturn

import pytest

from kernteam_tui.domain.bladzijde import VORMEN
from kernteam_tui.exchange.bladzijde.vormen import maak_vorm
from tests.exchange.bladzijde.bladen import VIJANDIG, vijandige_bladzijde
from tests.exchange.bladzijde.paginas import maak_langste, maak_pagina


@pytest.fixture
def leeg(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder where the program stands, at home, and where temporary files go."""

    def dicht(*_: object, **__: object) -> NoReturn:
        raise AssertionError("no page may use a network")

    for naam in ("socket", "create_connection", "getaddrinfo"):
        monkeypatch.setattr(socket, naam, dicht)
    monkeypatch.chdir(tmp_path)
    for naam in ("HOME", "TMPDIR", "XDG_CACHE_HOME"):
        monkeypatch.setenv(naam, str(tmp_path))
    return tmp_path


def geschreven(map_: Path) -> list[str]:
    return sorted(pad.name for pad in map_.rglob("*"))


@pytest.mark.parametrize("vorm", VORMEN)
def test_nothing_is_written_or_fetched_in_any_form(vorm: str, leeg: Path) -> None:
    for bladzijde in (
        maak_pagina("ar", vorm="tweetalig"),
        maak_langste("ti"),
        vijandige_bladzijde(maak_pagina("nl"), VIJANDIG["stijl"] + VIJANDIG["beeld"]),
    ):
        assert maak_vorm(bladzijde, vorm).data == maak_vorm(bladzijde, vorm).data
    assert geschreven(leeg) == []


def test_a_file_and_a_request_would_be_seen(leeg: Path) -> None:
    (leeg / "sub").mkdir()
    (leeg / "sub" / "over.tmp").write_bytes(b"x")
    assert geschreven(leeg) == ["over.tmp", "sub"]
    with pytest.raises(AssertionError, match="network"):
        socket.create_connection(("voorbeeld.invalid", 80))
