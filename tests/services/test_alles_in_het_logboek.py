"""Whatever a service changes for good stands in the log: checked over all of them, and on real work."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

import kernteam_tui.services
from kernteam_tui.data.fouten import DiskFull
from kernteam_tui.data.queries.log import LogItem, lees_log
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.codes import GesprekSoort, LogSoort, NotitieSoort
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.casus import open_casus
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek, verzet_gesprek
from kernteam_tui.services.gezin import get_persoon, save_persoon
from kernteam_tui.services.gezinsplan import get_plan, open_plan, save_onderdeel, stel_plan_vast
from kernteam_tui.services.notities import open_notitie, start_notitie, wijzig_notitie
from kernteam_tui.services.plandoelen import ActieGegevens, DoelGegevens, save_actie, save_doel
from kernteam_tui.services.samenvatting import maak_samenvatting
from kernteam_tui.services.school import save_school
from kernteam_tui.services.sessie import Sessie
from tests.services.conftest import SCHOOL

NIET_IN_HET_LOGBOEK = {
    "save_concept": "what is half typed in a form is no change yet",
    "drop_concept": "as save_concept",
    "save_notitie": "every pause in the typing saves a draft; beginning and finishing are logged",
    "get_instellingen": "makes the row of settings at first use; nobody chose anything",
    "get_voorstellen": "as get_instellingen",
    "get_gesprek_botsingen": "as get_instellingen",
}
"""Name of a service that commits without a line -> why."""


def functions() -> Iterator[tuple[str, ast.FunctionDef]]:
    for file in sorted(Path(kernteam_tui.services.__path__[0]).rglob("*.py")):
        tree = ast.parse(file.read_text(encoding="utf-8"))
        yield from ((file.stem, node) for node in ast.walk(tree) if isinstance(node, ast.FunctionDef))


def calls(function: ast.FunctionDef) -> set[str]:
    names = (node.func for node in ast.walk(function) if isinstance(node, ast.Call))
    return {name.attr if isinstance(name, ast.Attribute) else getattr(name, "id", "") for name in names}


def silent() -> set[str]:
    """Public functions that commit, themselves or through a private one, and write no line.

    A step that is taken within another's change (`plan_in`, or a private function) may write it for them.
    """
    called = {(module, function.name): calls(function) for module, function in functions()}
    logs = {key for key, names in called.items() if any(n == "log" or n.startswith("_log") for n in names)}
    while more := {key for key, names in called.items() if names & steps(logs, key[0])} - logs:
        logs |= more
    commits = {key for key, names in called.items() if "commit" in names} - logs
    for module, private in [key for key in commits if key[1].startswith("_")]:
        commits |= {key for key, names in called.items() if key[0] == module and private in names} - logs
    return {name for _, name in commits if not name.startswith("_")}


def steps(logs: set[tuple[str, str]], module: str) -> set[str]:
    """The functions that log and are part of another's change, as this module can call them."""
    return {name for m, name in logs if name.endswith("_in") or (m == module and name.startswith("_"))}


def test_every_service_that_changes_something_logs_it() -> None:
    assert silent() == NIET_IN_HET_LOGBOEK.keys()


def lines(sessie: Sessie) -> list[LogItem]:
    with sessie.lezen() as conn:
        return list(lees_log(conn))


def said(sessie: Sessie) -> list[str]:
    return [line.wat for line in lines(sessie)]


def test_a_plan_in_progress_is_logged_once_a_version(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    casus_id = casus.casus_id
    for text in ("Het", "Het gaat", "Het gaat goed"):
        plan = get_plan(sessie, casus_id)
        words = (Citaat("Sami", "nl", text),)
        save_onderdeel(sessie, casus_id, plan.revision, "wat_gaat_goed", words, "")
    save_doel(sessie, casus_id, None, DoelGegevens("naar school"))
    save_actie(sessie, casus_id, None, ActieGegevens("bellen", "Vera"))
    stel_plan_vast(sessie, casus_id)
    assert said(sessie)[:4] == [
        "gezinsplan versie 1 vastgesteld",
        "gezinsplan: actie",
        "gezinsplan: doel",
        "gezinsplan: begin van versie 1",
    ]


def test_an_export_names_version_and_reader_and_a_move_what_moved(
    sessie: Sessie, casus: AanmeldingUitkomst, tmp_path: Path
) -> None:
    casus_id = casus.casus_id
    save_doel(sessie, casus_id, None, DoelGegevens("naar school", van="Sami"))
    stel_plan_vast(sessie, casus_id)
    maak_samenvatting(sessie, casus_id, "jongere", "tekst", tmp_path / "blad.txt")
    export = lines(sessie)[0]
    assert (export.soort, export.wat, export.voor) == (
        LogSoort.GEEXPORTEERD,
        "bladzijde versie 1 (tekst)",
        "jongere",
    )
    start = datetime(2026, 11, 26, 9, tzinfo=UTC)
    talk = plan_gesprek(sessie, casus_id, GesprekGegevens(GesprekSoort.HUISBEZOEK, start))
    verzet_gesprek(sessie, talk.id, datetime(2026, 11, 27, 9, tzinfo=UTC), "ziek, zegt Fatma")
    assert said(sessie)[:2] == ["huisbezoek verzet", "huisbezoek gepland"]


def test_a_changed_person_or_school_names_fields_and_nobody(
    sessie: Sessie, casus: AanmeldingUitkomst
) -> None:
    with sessie.unit_of_work() as uow:
        sami = uow.casussen.get(casus.casus_id).jongere
    old = get_persoon(sessie, casus.casus_id, sami.id)
    save_persoon(sessie, casus.casus_id, sami.id, type(old)(**{**vars(old), "telefoon": "06", "taal": "tr"}))
    assert said(sessie)[0] == "gezin: telefoon, taal"
    save_school(sessie, {**SCHOOL, "ruimtes": ["2.01"]})
    assert said(sessie)[0] == "school: ruimtes"


def test_no_line_holds_what_was_typed(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    note = start_notitie(sessie, casus.casus_id, NotitieSoort.TELEFOON, tekst="Fatma belt", met_wie="Fatma")
    wijzig_notitie(sessie, note.id, moment=note.moment, met_wie="Fatma Yilmaz", bereikt=True)
    written = " ".join(f"{line.wat} {line.voor}" for line in lines(sessie))
    for word in ("Fatma", "Sami", "Yilmaz", "belt", "Zora", "Bos"):
        assert word not in written


def test_looking_into_a_casus_a_note_or_a_plan_is_logged(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    note = start_notitie(sessie, casus.casus_id, NotitieSoort.TELEFOON, tekst="x")
    open_casus(sessie, casus.casus_id)
    open_notitie(sessie, note.id)
    open_plan(sessie, casus.casus_id)
    seen = [(line.soort, line.wat) for line in lines(sessie)[:3]]
    assert seen == [(LogSoort.GEOPEND, what) for what in ("gezinsplan", "notitie", "casus")]


def test_a_casus_that_is_not_there_leaves_no_line(sessie: Sessie) -> None:
    before = len(lines(sessie))
    with pytest.raises(NietGevonden):
        open_casus(sessie, "weg")
    assert len(lines(sessie)) == before


def test_on_a_full_disk_a_worker_can_still_read(
    sessie: Sessie, casus: AanmeldingUitkomst, monkeypatch: pytest.MonkeyPatch
) -> None:
    def vol(_uow: UnitOfWork) -> None:
        raise DiskFull

    monkeypatch.setattr(UnitOfWork, "commit", vol)
    assert open_casus(sessie, casus.casus_id).nummer == casus.nummer
