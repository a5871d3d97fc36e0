"""`kernteam gesprek … --ics MAP`: each step in a call of its own, its files read by the second parser."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.cli.main import main
from tests.conftest import WACHTWOORDZIN
from tests.services.uitnodigingen.bericht import lees_bestand, vormfouten
from tests.services.uitnodigingen.conftest import Tafel
from tests.services.uitnodigingen.gezin_met_geheimen import REDEN, geheimen_in
from tests.services.uitnodigingen.ontvanger import afwijkingen


def test_plan_move_cancel_and_restore_from_the_command_line(
    tafel: Tafel, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    store = tafel.sessie.map
    tafel.sessie.close()
    passphrase = tmp_path / "zin"
    passphrase.write_text(WACHTWOORDZIN + "\n", encoding="utf-8")
    passphrase.chmod(0o600)
    opties = ("--map", str(store), "--wachtwoord-bestand", str(passphrase), "--vandaag", "2026-11-23")

    def gesprek(nummer: int, *woorden: str) -> dict[str, Any]:
        capsys.readouterr()
        ics = tmp_path / str(nummer)
        assert main([*opties, "gesprek", *woorden, "--ics", str(ics), "--json"]) == 0
        answer: dict[str, Any] = json.loads(capsys.readouterr().out)
        assert sorted(str(pad) for pad in ics.iterdir()) == sorted(b["pad"] for b in answer["bestanden"])
        return answer

    plan = ("--soort", "startgesprek", "--op", "2027-03-26T15:30", "--plek", "De Brug, kamer 1.12")
    planned = gesprek(0, "plannen", "2026-001", *plan, "--wie", *tafel.allen)
    id_ = planned["gesprek"]
    answers = [
        planned,
        gesprek(1, "verzetten", id_, "--op", "2027-03-29T15:30", "--reden", REDEN),
        gesprek(2, "afzeggen", id_, "--reden", REDEN),
        gesprek(3, "herstellen", id_),
    ]
    utc = ["2027-03-26T14:30:00+00:00", *(["2027-03-29T13:30:00+00:00"] * 3)]
    methods = [{"REQUEST", "PUBLISH"}, {"REQUEST", "PUBLISH"}, {"CANCEL"}, {"REQUEST", "PUBLISH"}]
    uids = set()
    for nummer, (answer, begin, wanted) in enumerate(zip(answers, utc, methods, strict=True)):
        assert {bestand["methode"] for bestand in answer["bestanden"]} == wanted
        assert sorted(wie for b in answer["bestanden"] for wie in b["voor"]) == sorted(tafel.allen)
        for bestand in answer["bestanden"]:
            pad = Path(bestand["pad"])
            bericht = lees_bestand(pad)
            uids.add(bericht.uid)
            assert (bericht.methode, bericht.volgnummer) == (bestand["methode"], nummer)
            assert bericht.begin.isoformat() == begin
            assert bericht.staat == ("CANCELLED" if nummer == 2 else "CONFIRMED")
            assert afwijkingen(bericht) == []
            assert vormfouten(pad.read_bytes()) == []
            assert geheimen_in(pad.read_text(encoding="utf-8"), pad.name) == []
    assert len(uids) == 1
