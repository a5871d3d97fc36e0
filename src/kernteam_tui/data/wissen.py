"""Erasing a casus for good: rows, index, drafts and log in one transaction; then the pages they stood on.

The transaction is all or nothing. It also rewrites the search index as one (`optimize`), because FTS5 keeps
the words of deleted rows in its older segments. SQLite writes zeroes over what it frees (secure_delete), but
in the write-ahead log first: the old pages are in `kluis.db` until the log is emptied. That comes right
after; when the program is killed before it, opening the store does it.

What was erased is proved by a mark in the table `wissing` and in `kluis.gewist` beside the store, for when
the store itself is replaced by an older one.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from contextlib import suppress
from contextvars import Context
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from sqlalchemy import Connection, Engine, delete, insert, select

from kernteam_tui.data import tabellen as t
from kernteam_tui.data.fouten import ErasedNotCleaned, StoreError, StoreInUse
from kernteam_tui.data.logketen import empty_lines
from kernteam_tui.data.mapping import children_of
from kernteam_tui.data.opening.bestanden import has_wal, write_durably
from kernteam_tui.data.opening.engine import checkpoint
from kernteam_tui.data.opening.kluis import OpenedFiles
from kernteam_tui.data.reservekopie.gewist import ERASED, marks_beside
from kernteam_tui.data.unit_of_work import Repository, UnitOfWork
from kernteam_tui.data.zoekindex.woordenlijst import woordenlijst_van
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort, WisGrond
from kernteam_tui.domain.concept import DELEN_VAN_PLAN, HEEL_PLAN, NIEUW, PLEKKEN
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.notitie import Notitie
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.domain.verzoek import Verzoek
from kernteam_tui.domain.wissen import (
    EigenInPlan,
    IsEigen,
    alleen_van,
    eigen_in_plan,
    eigen_personen,
    merk_van,
    snoei_plan,
)

K = TypeVar("K", Toestemming, Verzoek)
OPTIMIZE = "INSERT INTO zoekindex(zoekindex) VALUES ('optimize')"
"""Merges the segments of the index into one: only then the words of deleted rows are gone."""
_PERSON_KEYS = ("jongere_id", "ouder_id", "van_id", "naar_id", "persoon_id", "rond_id")
"""By which a part of a gezin names a person."""
_ASKED_OR_AGREED = ("van_id", "gever_id", "jongere_id", "partner_id")
"""By which a request or consent names a person."""
CHECKPOINT_TRIES = 2
"""Each waits up to five seconds for a reader."""


@dataclass(frozen=True)
class Wissing:
    """Proof that a casus was erased; no name in it."""

    merk: str
    nummer: str
    gewist_op: datetime
    """UTC."""
    grond: WisGrond
    notities: int
    gesprekken: int


class _Erasure(UnitOfWork):
    """A unit of work after which nothing is left in the search index either."""

    def _write(self) -> None:
        super()._write()
        self.connection.exec_driver_sql(OPTIMIZE)

    @property
    def connection(self) -> Connection:
        return self._session.connection()


def erase_casus(engine: Engine, casus_id: str, grond: WisGrond, now: datetime) -> Wissing:
    """Erase one casus with all that hangs under it. Fully done or not at all.

    What goes and stays with a gezin that has other casussen: `domain.wissen`. Raises NietGevonden, and the
    errors of a commit. Call `clean_pages` after it.
    """
    # an empty context: an erasure is never noted to be taken back
    proof = Context().run(_erase, engine, casus_id, grond, now)
    woordenlijst_van(engine).vergeet()
    return proof


def clean_pages(engine: Engine) -> None:
    """Empty the write-ahead log, so that what was erased is not on any page of `kluis.db`.

    Raises ErasedNotCleaned when somebody went on reading; it is then done at closing or at the next opening.
    """
    for _ in range(CHECKPOINT_TRIES):
        with suppress(StoreInUse):
            if checkpoint(engine):
                return
    raise ErasedNotCleaned()


def reapply(engine: Engine, merken: Iterable[str]) -> int:
    """Erase in another store of the same secret (a restored one) every casus with one of these marks.

    Answers how many. A proof that is there already stays as it is. Raises as `erase_casus` and `clean_pages`.
    """
    wanted = frozenset(merken)
    found = [casus_id for casus_id, merk in _marks_of_casussen(engine).items() if merk in wanted]
    for casus_id in found:
        erase_casus(engine, casus_id, WisGrond.OPNIEUW, datetime.now(UTC))
    if found:
        clean_pages(engine)
    return len(found)


def note_beside(folder: Path, engine: Engine) -> None:
    """Bring `kluis.gewist` in step with the table; marks that were there stay. Raises DiskFull, DiskError."""
    beside = marks_beside(folder)
    marks = beside | _marks_in_table(engine)
    if marks - beside:
        write_durably(folder / ERASED, "".join(f"{merk}\n" for merk in sorted(marks)).encode("ascii"))


def finish_erasures(opened: OpenedFiles) -> int:
    """At opening: finish what an interrupted erasure left, and erase again what an old copy brought back.

    Answers how many casussen were erased again. A full disk does not keep the store closed, and damage is
    found by whoever looks at the pages.
    """
    with suppress(StoreError):
        if has_wal(opened.database):
            checkpoint(opened.engine)
        returned = marks_beside(opened.folder) - _marks_in_table(opened.engine)
        again = reapply(opened.engine, returned) if returned else 0
        note_beside(opened.folder, opened.engine)
        return again
    return 0


def _erase(engine: Engine, casus_id: str, grond: WisGrond, now: datetime) -> Wissing:
    with _Erasure(engine) as work:
        casus = work.casussen.get(casus_id)
        going = _what_goes(work, casus)
        proof = _proof(work, going, grond, now)
        _drop_drafts(work.connection, _ids_of(work, going), _Shared.of(work, going))
        _take_from_gezin(work, going)
        work.casussen.remove(casus)
        empty_lines(work.connection, casus_id)
        work.connection.execute(insert(t.wissing).prefix_with("OR IGNORE").values(**vars(proof)))
        work.log(LogSoort.GEWIST, f"casus {casus.nummer}, {grond.label}")
        work.commit()
    return proof


@dataclass(frozen=True)
class _Going:
    """What hangs together with the casus that goes."""

    casus: Casus
    gezin: Gezin
    last: bool
    """Whether the gezin has no other casus: then it goes too."""
    persons: tuple[Persoon, ...]
    talks: tuple[Gesprek, ...]
    notes: tuple[Notitie, ...]

    @property
    def is_own(self) -> IsEigen:
        """Whether a name is of somebody who goes, and of nobody who stays."""
        staying = [persoon for persoon in self.gezin.personen if persoon not in self.persons]
        return alleen_van(self.persons, staying)


@dataclass(frozen=True)
class _Shared:
    """What stays of a family in which one casus goes: a draft of it may be of who goes by name only."""

    ids: frozenset[str]
    parts: frozenset[str]
    """Ids of what stands in the plan now: a draft of anything else can be of what was taken out before."""
    is_own: IsEigen

    @classmethod
    def of(cls, work: _Erasure, going: _Going) -> _Shared:
        others = (casus.id for casus in work.casussen.find(gezin_id=going.gezin.id))
        plans = work.plannen.find(gezin_id=going.gezin.id)
        parts = (part.id for plan in plans for part in children_of(plan))
        return cls(frozenset((going.gezin.id, *others)), frozenset((NIEUW, *parts)), going.is_own)

    def says(self, sleutel: str, inhoud: str) -> bool:
        """Whether this draft may hold words of who goes: a field is a name that goes (in whose words a goal
        is, who does something), it is about all goals, or about a part that is gone."""
        if not any(one in sleutel for one in self.ids):
            return False
        gone = sleutel.startswith(DELEN_VAN_PLAN) and sleutel.rpartition(":")[2] not in self.parts
        if gone or sleutel.startswith(HEEL_PLAN):
            return True
        return any(isinstance(value, str) and self.is_own(value) for value in _fields(inhoud))


def _fields(inhoud: str) -> Iterable[object]:
    """What stands in the fields of a draft; nothing in one that cannot be read: an erasure goes on."""
    try:
        loaded = json.loads(inhoud)
    except ValueError:
        return ()
    return loaded.values() if isinstance(loaded, dict) else ()


def _own_in(plan: Gezinsplan, going: _Going) -> EigenInPlan:
    return eigen_in_plan(plan, going.is_own, {person.id for person in going.persons})


def _what_goes(work: _Erasure, casus: Casus) -> _Going:
    gezin = work.gezinnen.get(casus.gezin_id)
    others = [other for other in work.casussen.find(gezin_id=gezin.id) if other.id != casus.id]
    return _Going(
        casus=casus,
        gezin=gezin,
        last=not others,
        persons=eigen_personen(gezin, casus, others),
        talks=tuple(work.gesprekken.find(casus_id=casus.id)),
        notes=tuple(work.notities.find(casus_id=casus.id)),
    )


def _proof(work: _Erasure, going: _Going, grond: WisGrond, now: datetime) -> Wissing:
    return Wissing(
        merk=merk_van(work.instellingen().geheim, going.casus.id),
        nummer=going.casus.nummer,
        gewist_op=now,
        grond=grond,
        notities=len(going.notes),
        gesprekken=len(going.talks),
    )


def _take_from_gezin(work: _Erasure, going: _Going) -> None:
    gezin = going.gezin
    if going.last:
        work.gezinnen.remove(gezin)
        return
    for plan in work.plannen.find(gezin_id=gezin.id):
        snoei_plan(plan, going.is_own, {person.id for person in going.persons})
    _forget_what_was_given(work, going)
    for consent in _under_a_sibling(work, going, work.toestemmingen):
        work.toestemmingen.remove(consent)
    for request in _under_a_sibling(work, going, work.verzoeken):
        work.verzoeken.remove(request)
    weg = frozenset(persoon.id for persoon in going.persons)
    for other in work.casussen.find(gezin_id=gezin.id):
        for talk in work.gesprekken.find(casus_id=other.id) if other is not going.casus else ():
            talk.vergeet(weg)
    gezin.vergeet(weg)


def _forget_what_was_given(work: _Erasure, going: _Going) -> None:
    """What was given in the casus of a brother or sister came from the shared plan: nothing of it can be made
    again, and what was given to who goes is not remembered."""
    weg = {persoon.id for persoon in going.persons}
    others = [c.id for c in work.casussen.find(gezin_id=going.gezin.id) if c.id != going.casus.id]
    for given in [record for casus_id in others for record in work.verstrekkingen.find(casus_id=casus_id)]:
        if given.persoon_id in weg:
            work.verstrekkingen.remove(given)
        else:
            given.inhoud = ""


def _under_a_sibling(work: _Erasure, going: _Going, kept: Repository[K]) -> list[K]:
    """What who goes asked, stated or agreed to in the casus of a brother or sister: their words, for nobody
    any more."""
    weg = {persoon.id for persoon in going.persons}
    others = [c.id for c in work.casussen.find(gezin_id=going.gezin.id) if c.id != going.casus.id]
    return [
        record
        for casus_id in others
        for record in kept.find(casus_id=casus_id)
        if weg & {getattr(record, name, None) for name in _ASKED_OR_AGREED}
    ]


def _ids_of(work: _Erasure, going: _Going) -> frozenset[str]:
    """Of the casus and of whatever goes with it: a draft is bound to one of these."""
    found = {going.casus.id, *(record.id for record in (*going.persons, *going.notes))}
    for talk in going.talks:
        found |= {talk.id, *(part.id for part in (*talk.deelnemers, *talk.terugkoppelafspraken))}
    for kind in (work.toestemmingen, work.verzoeken):
        found |= {record.id for record in kind.find(casus_id=going.casus.id)}
    found |= {record.id for record in _under_a_sibling(work, going, work.toestemmingen)}
    found |= {record.id for record in _under_a_sibling(work, going, work.verzoeken)}
    points = (point for overleg in work.overleggen.find() for point in overleg.punten)
    found |= {point.id for point in points if point.casus_id == going.casus.id}
    found |= {part.id for part in children_of(going.casus)} | _ties_of(going)
    plans = work.plannen.find(gezin_id=going.gezin.id)
    if not going.last:
        found |= {part_id for plan in plans for part_id in _own_in(plan, going).ids}
    else:
        found |= {going.gezin.id, *(part.id for part in children_of(going.gezin))}
        for plan in plans:
            found |= {plan.id, *(part.id for part in children_of(plan))}
        found |= {paper.id for paper in work.bijlagen.find(gezin_id=going.gezin.id)}
    return frozenset(found)


def _ties_of(going: _Going) -> set[str]:
    """Of what hangs on who goes: a draft of it may stand under the casus of a brother or sister."""
    gezin, weg = going.gezin, {persoon.id for persoon in going.persons}
    homes = {b.huishouden_id for b in gezin.bewoners if b.persoon_id in weg}
    homes -= {b.huishouden_id for b in gezin.bewoners if b.persoon_id not in weg}
    ties = {
        part.id for part in children_of(gezin) if weg & {getattr(part, name, None) for name in _PERSON_KEYS}
    }
    return homes | ties


def _drop_drafts(connection: Connection, ids: frozenset[str], shared: _Shared) -> None:
    """Also where the user was, which may name somebody without an id: the words that were searched for."""
    drafts = connection.execute(select(t.concept.c.id, t.concept.c.sleutel, t.concept.c.inhoud)).all()
    bound = [
        d.id
        for d in drafts
        if d.sleutel == PLEKKEN
        or any(one in d.sleutel or one in d.inhoud for one in ids)
        or shared.says(d.sleutel, d.inhoud)
    ]
    if bound:
        connection.execute(delete(t.concept).where(t.concept.c.id.in_(bound)))


def _marks_in_table(engine: Engine) -> frozenset[str]:
    with engine.connect() as connection:
        return frozenset(connection.scalars(select(t.wissing.c.merk)))


def _marks_of_casussen(engine: Engine) -> dict[str, str]:
    with engine.connect() as connection:
        secret = connection.scalar(select(t.instellingen.c.geheim))
        ids = connection.scalars(select(t.casus.c.id)).all()
    return {} if secret is None else {casus_id: merk_van(secret, casus_id) for casus_id in ids}
