"""Changes of a whole store that must come out fully old or fully new, whenever they are interrupted."""

from __future__ import annotations

import os
import shutil
from abc import ABC, abstractmethod
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import ClassVar

from bench.faults.migrating import Migrating, references, stored_number
from bench.faults.stores import (
    CLOCK,
    OLD_STORE,
    PASSPHRASE,
    Manifest,
    failed_checks,
    leftovers,
    make_store,
    manifest,
    open_as_the_app_does,
)
from bench.faults.work import Autosave
from kernteam_tui.data.fouten import StoreError, WrongSecret
from kernteam_tui.data.opening.bestanden import DATABASE, KEYS, KEYS_COPY
from kernteam_tui.data.sleutels.beleid import VOORBEELD
from kernteam_tui.services.reservekopie import maak_reservekopie
from kernteam_tui.services.sleutels import begin_herstelcode, begin_nieuwe_sleutel, wijzig_wachtwoordzin
from kernteam_tui.services.terugzetten import zet_terug

OLD, NEW = "old", "new"
LOGGED = frozenset({"logboek", "alembic_version"})
"""Tables that a change writes a line in, apart from what it changes."""
OTHER_PASSPHRASE = "een heel andere zin voor de proef"


@dataclass(frozen=True)
class Side:
    """One of the two forms of a store: what opens it, and what is in it."""

    opens_with: tuple[str, ...]
    content: Manifest


@dataclass(frozen=True)
class Scene:
    """A store to change, closed, and how it may be found afterwards."""

    source: Path
    old: Side
    new: Side


@dataclass(frozen=True)
class Finding:
    """Which side a store was found on; `wrong` is empty when it is wholly there."""

    side: str
    wrong: str = ""


class Change(ABC):
    """One way to change a whole store."""

    name: ClassVar[str]

    @abstractmethod
    def set_up(self, room: Path) -> Scene:
        """Make the store to change, and change a copy undisturbed to see what must come out."""

    @abstractmethod
    def act(self, folder: Path, done: Callable[[], None]) -> None:
        """Change the store in this folder through the services; `done` when they have returned."""

    def reopen(self, scene: Scene, folder: Path) -> None:
        """The next opening after a kill, with whatever secret works."""
        for secret in _secrets(scene):
            _opens(folder, secret)

    def look(self, scene: Scene, folder: Path) -> Finding:
        """Open the store with every secret of both sides; exactly those of one side may work."""
        accepted = [secret for secret in _secrets(scene) if _opens(folder, secret)]
        if not accepted:
            return Finding("none", "opens with none of its secrets")
        sessie = open_as_the_app_does(folder, accepted[0])
        try:
            checks, content = failed_checks(sessie), bare(manifest(sessie))
        finally:
            sessie.close()
        if checks:
            return Finding("none", f"checks: {', '.join(checks)}")
        sides = {OLD: scene.old, NEW: scene.new}
        fits = [
            name
            for name, side in sides.items()
            if set(side.opens_with) == set(accepted) and side.content == content
        ]
        if not fits:
            return Finding("none", f"mixed: opens with {len(accepted)} secrets, content of neither side")
        return Finding(fits[0], self.look_around(scene, folder, fits[0]))

    def look_around(self, _scene: Scene, folder: Path, _side: str) -> str:
        """What else is wrong in the folder: mostly something left over."""
        return ", ".join(f"left over: {name}" for name in leftovers(folder))


class Restore(Change):
    """A backup put back over a store that was killed while saving, so that it has a log beside it."""

    name = "restore"

    def set_up(self, room: Path) -> Scene:
        source = make_store(room / "restore")
        sessie = open_as_the_app_does(source)
        maak_reservekopie(sessie)
        then = bare(manifest(sessie))
        work = Autosave(sessie, 0)
        for number in range(work.actions):
            work.act(number)
        now = bare(manifest(sessie))
        sessie.close()
        return Scene(source, Side((PASSPHRASE,), now), Side((PASSPHRASE,), then))

    def act(self, folder: Path, done: Callable[[], None]) -> None:
        [backup] = (folder / "reserve").glob("*.kluis")
        zet_terug(folder, backup, PASSPHRASE, CLOCK)
        done()

    def look_around(self, scene: Scene, folder: Path, side: str) -> str:
        """The present store is kept aside, whole, exactly when it was replaced."""
        kept = [path for path in (folder / "oud").glob("*") if path.is_dir()]
        if len(kept) != (side == NEW):
            return f"{len(kept)} stores kept aside"
        wrong = [_kept_whole(scene, path, folder) for path in kept]
        return ", ".join(filter(None, (*wrong, super().look_around(scene, folder, side))))


class Passphrase(Change):
    """Another passphrase; the recovery code stays."""

    name = "passphrase"

    def set_up(self, room: Path) -> Scene:
        source, code = make_store_with_code(room)
        return _same_content(source, (PASSPHRASE, code), (OTHER_PASSPHRASE, code))

    def act(self, folder: Path, done: Callable[[], None]) -> None:
        sessie = open_as_the_app_does(folder)
        wijzig_wachtwoordzin(sessie, PASSPHRASE, OTHER_PASSPHRASE, VOORBEELD)
        done()
        sessie.close()


class KeyRotation(Change):
    """All keys new, because one may have leaked; the new recovery code is written down, as a user would."""

    name = "key rotation"
    noted = "briefje"
    """File in the folder of the store that stands for the paper with the code."""

    def set_up(self, room: Path) -> Scene:
        source, code = make_store_with_code(room)
        return _same_content(source, (PASSPHRASE, code), (OTHER_PASSPHRASE,))

    def act(self, folder: Path, done: Callable[[], None]) -> None:
        sessie = open_as_the_app_does(folder)
        fresh = begin_nieuwe_sleutel(sessie, PASSPHRASE, OTHER_PASSPHRASE, VOORBEELD)
        (folder / self.noted).write_text(fresh.herstelcode)
        fresh.bevestig(fresh.herstelcode)
        done()
        sessie.close()

    def look_around(self, scene: Scene, folder: Path, side: str) -> str:
        """The code that was written down works exactly on the new side, and there old keys never do."""
        paper = folder / self.noted
        code = paper.read_text() if paper.exists() else ""
        wrong = [super().look_around(scene, folder, side)]
        if code and _opens(folder, code) != (side == NEW):
            wrong.append("the code on paper does not belong to this side")
        if side == NEW and _opens_with_old_keys(scene, folder):
            wrong.append("an old key file opens it")
        return ", ".join(filter(None, wrong))


class Migration(Change):
    """A store of the first version that is opened: its backup and its migration."""

    name = "migration"

    def set_up(self, room: Path) -> Scene:
        del room
        rows = bare(references().new.rows)
        return Scene(OLD_STORE, Side((PASSPHRASE,), bare(references().old.rows)), Side((PASSPHRASE,), rows))

    def act(self, folder: Path, done: Callable[[], None]) -> None:
        sessie = open_as_the_app_does(folder)
        done()
        sessie.close()

    def look(self, scene: Scene, folder: Path) -> Finding:
        """First as the files lie; opening then carries the migration through, and must give the new form."""
        wrong = Migrating.look_before_opening(folder, acks=0)
        number = stored_number(folder)
        after = super().look(Scene(scene.source, scene.new, scene.new), folder)
        side = OLD if number == references().old.number else NEW
        return Finding(side, ", ".join(filter(None, (wrong, after.wrong))))


class NaiveSwap(Restore):
    """The control: the files replaced one after the other, with nothing that remembers it."""

    name = "naive swap"

    def set_up(self, room: Path) -> Scene:
        scene = super().set_up(room)
        other = make_store(scene.source / "other")
        sessie = open_as_the_app_does(other)
        content = bare(manifest(sessie))
        sessie.close()
        return Scene(scene.source, scene.old, Side((PASSPHRASE,), content))

    def act(self, folder: Path, done: Callable[[], None]) -> None:
        for name in (DATABASE, KEYS, KEYS_COPY):
            os.replace(folder / "other" / name, folder / name)
        done()

    def look_around(self, _scene: Scene, _folder: Path, _side: str) -> str:
        return ""


def bare(content: Manifest) -> Manifest:
    """Without the tables that tell of the change itself."""
    return {name: digest for name, digest in content.items() if name not in LOGGED}


def make_store_with_code(room: Path) -> tuple[Path, str]:
    """A closed store with the demo's content, and the recovery code that the demo does not tell."""
    source = make_store(room / "keys")
    sessie = open_as_the_app_does(source)
    fresh = begin_herstelcode(sessie, PASSPHRASE, VOORBEELD)
    code = fresh.herstelcode
    fresh.bevestig(code)
    sessie.close()
    return source, code


def _same_content(source: Path, old: tuple[str, ...], new: tuple[str, ...]) -> Scene:
    sessie = open_as_the_app_does(source)
    content = bare(manifest(sessie))
    sessie.close()
    return Scene(source, Side(old, content), Side(new, content))


def _opens_with_old_keys(scene: Scene, folder: Path) -> bool:
    """Whether somebody who kept the key file of before gets into the store of today."""
    look = folder.with_name(f"{folder.name}-old-keys")
    shutil.copytree(folder, look)
    try:
        for name in (KEYS, KEYS_COPY):
            shutil.copy(scene.source / name, look / name)
        open_as_the_app_does(look, scene.old.opens_with[0]).close()
    except StoreError:
        return False
    finally:
        shutil.rmtree(look)
    return True


def _secrets(scene: Scene) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*scene.old.opens_with, *scene.new.opens_with)))


def _opens(folder: Path, secret: str) -> bool:
    try:
        open_as_the_app_does(folder, secret).close()
    except WrongSecret:
        return False
    return True


def _kept_whole(scene: Scene, kept: Path, folder: Path) -> str:
    """What is wrong with the old store that was kept aside, looked at in a copy."""
    look = folder.with_name(f"{folder.name}-kept")
    shutil.copytree(kept, look)
    try:
        sessie = open_as_the_app_does(look, scene.old.opens_with[0])
        content = bare(manifest(sessie))
        sessie.close()
    except StoreError as error:
        return f"kept aside, but {error.code}"
    finally:
        shutil.rmtree(look)
    return "" if content == scene.old.content else "kept aside with other content"
