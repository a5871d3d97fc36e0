"""A passphrase that may have leaked: new keys in the real program, then in again with the new one."""

from __future__ import annotations

import re
from pathlib import Path

from kernteam_tui.data.fouten import WrongSecret
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.data.store import create_store, open_store
from tests.e2e.handen import MAANDAG, kaal_thuis, ontgrendel, start

OUD = "een zin voor de proef"
NIEUW = "bocht held bokaal recept segment"
CODE = re.compile(r"(?:[0-9A-Z]{4} +- +){3}[0-9A-Z]{4}\s+[^0-9A-Z]*(?:[0-9A-Z]{4} +- +){2}[0-9A-Z]{3}")


def opent(kluis: Path, geheim: str) -> bool:
    try:
        open_store(kluis, geheim).close()
    except WrongSecret:
        return False
    return True


def test_after_a_leak_only_the_new_passphrase_opens_the_store(tmp_path: Path) -> None:
    home = kaal_thuis(tmp_path)
    kluis = home / ".local/share/kernteam"
    create_store(kluis, OUD, VOORBEELD)[0].close()
    with start(home, *MAANDAG) as terminal:
        ontgrendel(terminal, OUD)
        terminal.wait_for("Nu doen")
        terminal.press("\x07")  # ctrl+g
        terminal.wait_for("Wachtwoordzin en herstelcode")
        terminal.press("down", "enter")
        terminal.wait_for("mogelijk gelekt")
        terminal.press("down", "down", "enter")
        terminal.wait_for("stap 1 van 6")
        terminal.press("enter")
        terminal.wait_for("stap 2 van 6")
        terminal.press(OUD, "enter")
        terminal.wait_for("stap 3 van 6")
        terminal.press(NIEUW, "enter", NIEUW, "enter")
        found = CODE.search(terminal.wait_for(CODE.pattern))
        assert found
        code = "-".join(re.findall(r"[0-9A-Z]{3,4}", found[0]))
        terminal.press("enter")
        terminal.wait_for("stap 5 van 6")
        terminal.press(code, "enter")
        terminal.wait_for("opnieuw versleuteld. De oude")
        terminal.press("enter")
        ontgrendel(terminal, NIEUW)
        terminal.wait_for("Wachtwoordzin wijzigen")
        terminal.press("ctrl+q")
        assert terminal.wait_for_exit() == 0
    assert not opent(kluis, OUD)
    assert opent(kluis, NIEUW)
    assert opent(kluis, code)
