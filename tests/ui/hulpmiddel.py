"""What the tests of screens share: an app on a fake store, ways to wait, and the text on the screen."""

from __future__ import annotations

import re
import time
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, cast

import pytest
from textual.pilot import Pilot

from kernteam_tui.app import KernteamApp
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.screens import register
from kernteam_tui.services import toegang
from tests.geduld import GEDULD

MAANDAG = date(2026, 11, 23)
GEHEIM = "vijf losse woorden op rij"
RUSTIG = 2
"""Looks in a row at which nothing was going on, after which nothing more will come by itself."""
ENGELS = re.compile(
    r"\b(search|no matches|select|quit|close|command|palette|theme|keys|screenshot|maximi[sz]e|"
    r"focus|press|copy|show|help|error|must be|blank|loading|default|toggle)\b",
    re.IGNORECASE,
)
"""Words of Textual's own, which no Dutch screen needs."""


@dataclass
class VasteKlok:
    """Monday 23 November 2026, 14:02:11 in Amsterdam."""

    dag: date = MAANDAG

    def vandaag(self) -> date:
        return self.dag

    def nu(self) -> datetime:
        return datetime(self.dag.year, self.dag.month, self.dag.day, 13, 2, 11, tzinfo=UTC)


class WachtwoordOnjuist(KernteamError):
    code = "wachtwoord_onjuist"
    exit_status = 3


@dataclass
class NepSessie:
    """A session that remembers whether it was closed."""

    meldingen: tuple[str, ...] = ()
    gesloten: bool = False

    def close(self) -> None:
        self.gesloten = True


@dataclass
class NepToegang:
    """Opens with GEHEIM, at once."""

    staat: str = "aanwezig"
    minuten: int = 5
    fout: Exception | None = None
    kapot: KernteamError | None = None
    """What a look from outside says."""
    sessies: list[Any] = field(default_factory=list)
    maak: Callable[[], Any] = NepSessie
    opgewarmd: int = 0
    pogingen: tuple[int, datetime | None] = (0, None)
    genoteerd: int = 0
    sleutelkopie: datetime | None = None

    def kluis_staat(self, kluis_map: Path) -> str:  # noqa: ARG002 - the protocol's signature
        if self.kapot is not None:
            raise self.kapot
        return self.staat

    def unlock(self, kluis_map: Path, geheim: str, klok: Any) -> Any:  # noqa: ARG002 - as above
        if self.fout is not None:
            raise self.fout
        if geheim != GEHEIM:
            raise WachtwoordOnjuist("Deze wachtwoordzin klopt niet.", "Probeer het opnieuw.")
        self.sessies.append(self.maak())
        return self.sessies[-1]

    def mislukte_pogingen(self, kluis_map: Path) -> tuple[int, datetime | None]:  # noqa: ARG002 - as above
        return self.pogingen

    def sleutelkopie_van(self, kluis_map: Path) -> datetime | None:  # noqa: ARG002 - as above
        return self.sleutelkopie

    def herstel_sleutelbestand(self, kluis_map: Path, geheim: str, klok: Any) -> datetime:  # noqa: ARG002 - as above
        if geheim != GEHEIM:
            raise WachtwoordOnjuist("Deze wachtwoordzin klopt niet.", "Probeer het opnieuw.")
        assert self.sleutelkopie is not None
        self.fout = None
        return self.sleutelkopie

    def zet_nieuwste_terug(self, kluis_map: Path, geheim: str, klok: Any) -> str:  # noqa: ARG002 - as above
        if geheim != GEHEIM:
            raise WachtwoordOnjuist("Deze wachtwoordzin klopt niet.", "Probeer het opnieuw.")
        self.fout = None
        return "De reservekopie is teruggezet."

    def tel_buiten(self, kluis_map: Path) -> int:
        return toegang.tel_buiten(kluis_map)

    def ruim_buiten_op(self, kluis_map: Path) -> int:
        return toegang.ruim_buiten_op(kluis_map)

    def noteer_ontgrendeld(self, sessie: Any) -> None:  # noqa: ARG002 - as above
        self.genoteerd += 1

    def slot_minuten(self, sessie: Any) -> int:  # noqa: ARG002 - as above
        return self.minuten

    def warm_up(self) -> None:
        self.opgewarmd += 1


@dataclass
class NepConcepten:
    """Drafts in memory. `fout` makes saving fail."""

    bewaard: dict[str, dict[str, object]] = field(default_factory=dict)
    fout: KernteamError | None = None
    aantal: int = 0

    def save_concept(self, sessie: Any, sleutel: str, inhoud: dict[str, object]) -> None:
        assert not getattr(sessie, "gesloten", False), "saved after the store was closed"
        if self.fout is not None:
            raise self.fout
        self.aantal += 1
        self.bewaard[sleutel] = dict(inhoud)

    def load_concept(self, sessie: Any, sleutel: str) -> dict[str, object] | None:  # noqa: ARG002 - as above
        return self.bewaard.get(sleutel)

    def drop_concept(self, sessie: Any, sleutel: str) -> None:  # noqa: ARG002 - as above
        self.bewaard.pop(sleutel, None)

    def afrondend(self, sessie: Any, *sleutels: str) -> Any:
        for sleutel in sleutels:
            self.drop_concept(sessie, sleutel)
        return sessie


def zet_schermen(monkeypatch: pytest.MonkeyPatch, schermen: Mapping[str, Any]) -> None:
    """Let these be the only screens of the program."""
    for naam in list(register.SCHERMEN):
        monkeypatch.delitem(register.SCHERMEN, naam)
    for naam, klasse in schermen.items():
        monkeypatch.setitem(register.SCHERMEN, naam, klasse)


def maak_app(tmp_path: Path, sessie: Any = None, **opties: Any) -> KernteamApp:
    """An app on a fake store. With `sessie` (a real one, say) that is what opening gives."""
    toegang = opties.pop("toegang", None) or NepToegang()
    if sessie is not None:
        toegang.maak = lambda: sessie
    else:
        opties.setdefault("concepten", NepConcepten())
    app = KernteamApp(tmp_path, VasteKlok(), toegang, logbestand=tmp_path / "fouten.log", **opties)
    app.animation_level = "none"
    return app


@asynccontextmanager
async def op_slot(app: KernteamApp, size: tuple[int, int] = (80, 24)) -> AsyncIterator[Pilot[int]]:
    """The app on its lock screen."""
    async with app.run_test(size=size, notifications=True) as pilot:
        await wacht(pilot)
        yield pilot


@asynccontextmanager
async def open_app(
    app: KernteamApp, scherm: str = "", size: tuple[int, int] = (80, 24), **argumenten: Any
) -> AsyncIterator[Pilot[int]]:
    """The app, unlocked; with `scherm` that screen on top of the first one."""
    async with op_slot(app, size) as pilot:
        await ontgrendel(pilot)
        if scherm:
            app.open(scherm, **argumenten)
            await wacht(pilot)
        yield pilot


async def ontgrendel(pilot: Pilot[Any]) -> None:
    """Type the passphrase."""
    app = cast(KernteamApp, pilot.app)
    app.screen.query_one("#slot-geheim").value = GEHEIM  # type: ignore[attr-defined]  # an Input
    await pilot.press("enter")
    await wacht_op(pilot, lambda: app.is_open)
    await wacht(pilot)


async def wacht(pilot: Pilot[Any]) -> None:
    """Until workers are done, their answers handled, the screen read, and no key waits for a screen.

    What a timer will do later (a draft that is saved, a search that starts) asks for `wacht_op`.
    """
    app = cast(KernteamApp, pilot.app)
    eind = time.monotonic() + GEDULD
    rustig = 0
    while rustig < RUSTIG:
        await pilot.pause()
        rustig = rustig + 1 if _is_rustig(app) else 0
        assert time.monotonic() < eind, "het werd niet rustig"


def _is_rustig(app: KernteamApp) -> bool:
    """Nothing is being read, written or waited for."""
    werkt = any(not werker.is_finished for werker in app.workers)
    return not werkt and app.toetswacht.leeg and not getattr(app.screen, "laadt", False)


async def wacht_op(pilot: Pilot[Any], voorwaarde: Callable[[], Any]) -> None:
    """Until something is true; fails when it does not come."""
    eind = time.monotonic() + GEDULD
    while not voorwaarde():
        assert time.monotonic() < eind, "het wachten duurde te lang"
        await pilot.pause(0.02)
    await pilot.pause()


async def wacht_tot_het_staat(pilot: Pilot[Any], tekst: str) -> None:
    """Until this text stands on the screen; fails with what stands there instead."""
    eind = time.monotonic() + GEDULD
    while tekst not in tekst_van(pilot.app):
        assert time.monotonic() < eind, f"{tekst!r} komt niet; er staat:\n{tekst_van(pilot.app)}"
        await pilot.pause(0.02)


def tekst_van(app: Any) -> str:
    """The screen as a user reads it, line by line."""
    breed, hoog = app.size
    regels = app.screen._compositor.render_strips(app.size)
    return "\n".join(strip.text.rstrip() for strip in regels[:hoog]) if breed else ""
