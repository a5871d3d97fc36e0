"""Kinds of work that are interrupted: what the program is asked to do, and what must then be in the store.

Each kind does the same plan of actions, number by number. `act` asks the services for one; `step` does it
on a plain dictionary; `read` makes that same dictionary from an opened store. So what must be found after
any number of actions is known exactly, and anything between two actions is half.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from random import Random
from string import ascii_lowercase
from typing import Any, ClassVar

from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, NotitieSoort
from kernteam_tui.services.concepten import load_concept, save_concept
from kernteam_tui.services.gesprekken import (
    GesprekBeeld,
    GesprekGegevens,
    Uitkomst,
    leg_gesprek_vast,
    plan_gesprek,
    verzet_gesprek,
)
from kernteam_tui.services.gezinsplan import get_plan, save_onderdeel, stel_plan_vast
from kernteam_tui.services.notities import NotitieBeeld, rond_notitie_af, save_notitie, start_notitie
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.zoeken import zoek

Content = dict[str, Any]
"""What a kind of work left in the store, by name. Names that begin with `concept` are not searched."""

FIRST_TALK = datetime(2026, 11, 2, 9, tzinfo=UTC)
WITHOUT_PLAN = 16
"""From this casus of the demo on no plan was written yet."""
MARK = "Proef"
"""First word of everything that is written here."""
DRAFT = "aanmelding/proef"
SECTION = "wat_gaat_goed"
_WORDS = ("oma", "belt", "elke", "ochtend", "één", "fiets", "coördinatie", "pleeggezin", "zondag", "ruzie")


@cache
def word(number: int) -> str:
    """A word that stands in the text of this action only, and shares no beginning with another."""
    return "".join(Random(f"word {number}").choices(ascii_lowercase, k=14))


@cache
def text(seed: int, number: int) -> str:
    """What is typed in this action: 3 to 400 words, its own word near the beginning and at the end."""
    rng = Random(f"{seed}/{number}")
    middle = rng.choices(_WORDS, k=rng.choice((3, 40, 400)))
    return " ".join((MARK, word(number), *middle, word(number)))


class Work(ABC):
    """One kind of work on an opened store, from its first action on."""

    name: ClassVar[str]
    actions: ClassVar[int]
    """In one run."""
    touches: ClassVar[frozenset[str]]
    """Tables that it may change; all others must stay as they were."""

    def __init__(self, sessie: Sessie, seed: int) -> None:
        self.sessie = sessie
        self.seed = seed
        with sessie.unit_of_work() as uow:
            self.cases: list[Casus] = sorted(uow.casussen.find(), key=lambda casus: casus.nummer)

    @classmethod
    def make_source(cls, made: Path, room: Path) -> Path:  # noqa: ARG003 - for kinds that begin otherwise
        """The closed store to begin with: the demo's, which lies in `made`."""
        return made

    @abstractmethod
    def act(self, number: int) -> None:
        """Do this action; durable when it returns."""

    @classmethod
    @abstractmethod
    def step(cls, content: Content, seed: int, number: int) -> None:
        """Do this action on what must be in the store."""

    @abstractmethod
    def read(self) -> Content:
        """What of this work is in the store."""

    @classmethod
    def at_first(cls) -> Content:
        """What must be in the store before the first action."""
        return {}

    @classmethod
    def expected(cls, seed: int, actions: int) -> Content:
        """What must be in the store after so many actions."""
        content = cls.at_first()
        for number in range(actions):
            cls.step(content, seed, number)
        return content

    @classmethod
    def look_before_opening(cls, folder: Path, acks: int) -> str:  # noqa: ARG003 - for kinds with something to see
        """What is wrong with the files before the program mends or migrates them; mostly nothing to say."""
        return ""

    def remains(self, content: Content) -> str:  # noqa: ARG002 - for kinds that take something away
        """What is left of something that is gone; mostly nothing to say."""
        return ""

    def unsearchable(self, content: Content, actions: int) -> tuple[str, ...]:
        """Words that search does not find where they stand, or finds where they stand no more."""
        texts = " ".join(str(value) for name, value in content.items() if not name.startswith("concept"))
        words = [word(number) for number in range(actions + 1)]
        return tuple(w for w in words if bool(zoek(self.sessie, w)) != (w in texts))

    def notes(self) -> Iterator[tuple[str, str, str]]:
        """Key, text and state of each note that was written here; the key is the casus it hangs under."""
        with self.sessie.unit_of_work() as uow:
            for casus in self.cases:
                for note in uow.notities.find(casus_id=casus.id):
                    if note.tekst.startswith(MARK):
                        yield f"notitie bij {casus.nummer}", note.tekst, str(note.staat)

    def _section(self, casus: Casus) -> Content:
        plan = get_plan(self.sessie, casus.id)
        found = plan.onderdeel(SECTION).toelichting
        return {f"plan van {casus.nummer}": (plan.versie, found)} if found else {}


def number_of(index: int) -> str:
    return f"2026-{index + 1:03d}"


class Autosave(Work):
    """Typing: a note, a section of a plan and a form in turn; every 24th action begins another note."""

    name = "autosave"
    actions = 36
    touches = frozenset({"notitie", "gezinsplan", "onderdeel", "concept", "logboek", "zoektekst"})
    _note: NotitieBeeld
    _revision = 0
    _plan_revision = 0

    def act(self, number: int) -> None:
        typed = text(self.seed, number)
        if number % 24 == 0:
            self._note = start_notitie(
                self.sessie, self.cases[number // 24].id, NotitieSoort.HUISBEZOEK, tekst=typed
            )
            self._revision = self._note.revision
        elif number % 3 == 0:
            self._revision = save_notitie(self.sessie, self._note.id, self._revision, typed)
        elif number % 3 == 1:
            casus = self.cases[WITHOUT_PLAN]
            self._plan_revision = save_onderdeel(
                self.sessie, casus.id, self._plan_revision, SECTION, (), typed
            )
        else:
            save_concept(self.sessie, DRAFT, {"woorden": typed, "stap": number})

    @classmethod
    def step(cls, content: Content, seed: int, number: int) -> None:
        typed = text(seed, number)
        if number % 3 == 0:
            content[f"notitie bij {number_of(number // 24)}"] = (typed, "concept")
        elif number % 3 == 1:
            content[f"plan van {number_of(WITHOUT_PLAN)}"] = (0, typed)
        else:
            content["concept"] = {"woorden": typed, "stap": number}

    def read(self) -> Content:
        draft = load_concept(self.sessie, DRAFT)
        return {
            **{key: (typed, state) for key, typed, state in self.notes()},
            **self._section(self.cases[WITHOUT_PLAN]),
            **({"concept": draft} if draft else {}),
        }


class Planning(Work):
    """A talk is planned, moved, and noted as held; each in turn for the next casus that is open."""

    name = "planning"
    actions = 24
    touches = frozenset({"gesprek", "deelnemer", "terugkoppelafspraak", "casus", "logboek", "zoektekst"})
    _talk: GesprekBeeld

    def act(self, number: int) -> None:
        typed, start = text(self.seed, number), FIRST_TALK + timedelta(hours=number)
        if number % 3 == 0:
            casus = self.cases[WITHOUT_PLAN + number // 3]
            wanted = GesprekGegevens(GesprekSoort.HUISBEZOEK, start, plek=word(number), zonder=typed)
            self._talk = plan_gesprek(self.sessie, casus.id, wanted)
        elif number % 3 == 1:
            self._talk = verzet_gesprek(self.sessie, self._talk.id, start, typed)
        else:
            outcome = Uitkomst(GesprekStaat.GEHOUDEN, verslag=typed)
            leg_gesprek_vast(self.sessie, self._talk.id, self._talk.revision, outcome)

    @classmethod
    def step(cls, content: Content, seed: int, number: int) -> None:
        typed, start = text(seed, number), FIRST_TALK + timedelta(hours=number)
        key = f"gesprek bij {number_of(WITHOUT_PLAN + number // 3)}"
        if number % 3 == 0:
            content[key] = {"staat": "gepland", "start": start, "plek": word(number), "zonder": typed}
        elif number % 3 == 1:
            content[key] |= {"staat": "verzet", "start": start}
            content[f"concept van waarom {key}"] = typed
        else:
            content[key] |= {"staat": "gehouden", "verslag": typed}

    def read(self) -> Content:
        content: Content = {}
        with self.sessie.unit_of_work() as uow:
            for casus in self.cases:
                for talk in uow.gesprekken.find(casus_id=casus.id):
                    if not talk.zonder.startswith(MARK):
                        continue
                    key = f"gesprek bij {casus.nummer}"
                    fields = {"staat": str(talk.staat), "start": talk.start, "plek": talk.plek}
                    content[key] = {**fields, "zonder": talk.zonder}
                    if talk.verslag:
                        content[key]["verslag"] = talk.verslag
                    for change in talk.wijzigingen:
                        content[f"concept van waarom {key}"] = change.reden
        return content


class Finalising(Work):
    """A note is begun and made final; a plan is written and frozen as its next version."""

    name = "finalising"
    actions = 24
    touches = frozenset({"notitie", "gezinsplan", "onderdeel", "planversie", "logboek", "zoektekst"})
    _note: NotitieBeeld
    _plan_revision = 0

    def act(self, number: int) -> None:
        typed, casus = text(self.seed, number), self.cases[WITHOUT_PLAN]
        if number % 4 == 0:
            note_of = self.cases[number // 4]
            self._note = start_notitie(self.sessie, note_of.id, NotitieSoort.HUISBEZOEK, tekst=typed)
        elif number % 4 == 1:
            rond_notitie_af(self.sessie, self._note.id)
        elif number % 4 == 2:
            self._plan_revision = save_onderdeel(
                self.sessie, casus.id, self._plan_revision, SECTION, (), typed
            )
        else:
            self._plan_revision = stel_plan_vast(self.sessie, casus.id).revision

    @classmethod
    def step(cls, content: Content, seed: int, number: int) -> None:
        note, plan = f"notitie bij {number_of(number // 4)}", f"plan van {number_of(WITHOUT_PLAN)}"
        if number % 4 == 0:
            content[note] = (text(seed, number), "concept")
        elif number % 4 == 1:
            content[note] = (content[note][0], "afgerond")
        elif number % 4 == 2:
            content[plan] = (content.get(plan, (0, ""))[0], text(seed, number))
        else:
            content[plan] = (content[plan][0] + 1, content[plan][1])

    def read(self) -> Content:
        return {
            **{key: (typed, state) for key, typed, state in self.notes()},
            **self._section(self.cases[WITHOUT_PLAN]),
        }
