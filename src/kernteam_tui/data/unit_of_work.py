"""One change: load records, let the domain change them, commit rows, search index and log together."""

from __future__ import annotations

import secrets
from collections.abc import Iterable
from datetime import UTC, datetime
from types import TracebackType
from typing import Generic, Self, TypeVar

from sqlalchemy import Engine, Integer, cast, delete, event, func, insert, select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from kernteam_tui.data import tabellen as t
from kernteam_tui.data.logketen import append_lines
from kernteam_tui.data.mapping import ROOTS, children_of, start_mapping
from kernteam_tui.data.opname import Rijwissel, draai_terug, lopende_opname
from kernteam_tui.data.zoekindex.zoekschrijver import renew_rows
from kernteam_tui.domain.afwezigheid import Afwezigheid
from kernteam_tui.domain.bijlage import Bijlage
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.concept import Concept
from kernteam_tui.domain.contact import Contact
from kernteam_tui.domain.eigenformaat import EigenFormaat
from kernteam_tui.domain.fouten import NietGevonden, VerouderdeVersie
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.instellingen import Instellingen
from kernteam_tui.domain.logboek import LogRegel
from kernteam_tui.domain.notitie import Notitie
from kernteam_tui.domain.overleg import Overleg
from kernteam_tui.domain.partneragenda import Partneragenda
from kernteam_tui.domain.record import Record
from kernteam_tui.domain.school import School
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.domain.verstrekking import Verstrekking
from kernteam_tui.domain.verzoek import Verzoek

R = TypeVar("R", bound=Record)

GEHEIM_BYTES = 32


class Repository(Generic[R]):
    """The records of one kind. Children (persons, participants, goals) come and go with their root."""

    def __init__(self, session: Session, kind: type[R]) -> None:
        self._session = session
        self._kind = kind

    def get(self, record_id: str, revision: int | None = None) -> R:
        """The record with that id; raises NietGevonden.

        With the `revision` that was on the screen: raises VerouderdeVersie when it was saved since.
        """
        record = self._session.get(self._kind, record_id)
        if record is None:
            raise NietGevonden("Dit gegeven staat niet (meer) in de kluis.", "Ga terug en open het opnieuw.")
        if revision is not None and record.revision != revision:
            raise _outdated()
        return record

    def add(self, record: R) -> None:
        """Keep a new record at commit."""
        self._session.add(record)

    def remove(self, record: R) -> None:
        """Delete at commit, with everything that belongs to it."""
        self._session.delete(record)

    def find(self, **equal: object) -> list[R]:
        """Records whose attributes have these values, oldest first; all of them without a condition."""
        found = self._session.scalars(select(self._kind).filter_by(**equal))
        return sorted(found, key=lambda record: (record.created_at, record.id))

    def find_ids(self, ids: Iterable[str]) -> dict[str, R]:
        """Id -> record, of those ids that there are: read together, however many."""
        wanted = self._kind.id.in_(set(ids))  # type: ignore[attr-defined]  # mapped: a column
        return {record.id: record for record in self._session.scalars(select(self._kind).where(wanted))}

    def er_is_een(self) -> bool:
        """Whether there is any record of this kind."""
        return self._session.scalars(select(self._kind).limit(1)).first() is not None


class UnitOfWork:
    """A transaction that may write, from BEGIN IMMEDIATE to `commit()`; leaving without it changes nothing.

    For one thread, for one change. Beginning waits at most five seconds for another writer
    (StoreInUse after that).
    """

    def __init__(self, engine: Engine) -> None:
        start_mapping()
        self._session = Session(engine, expire_on_commit=False)
        self._held: list[Record] = []
        """What was read: a session forgets a root that nobody holds, also when its child was changed."""
        self._saved: dict[str, Record] = {}
        self._removed: dict[str, Record] = {}
        self._lines: list[LogRegel] = []
        self._opname = lopende_opname()
        self._terug = False
        """Rows are put back: what does not fit then was overtaken."""
        event.listen(self._session, "loaded_as_persistent", lambda _, record: self._held.append(record))
        event.listen(self._session, "before_flush", self._before_flush)
        event.listen(self._session, "persistent_to_deleted", self._note_removed)
        self.scholen = Repository(self._session, School)
        self.afwezigheden = Repository(self._session, Afwezigheid)
        self.agendas = Repository(self._session, Partneragenda)
        self.overleggen = Repository(self._session, Overleg)
        self.contacten = Repository(self._session, Contact)
        self.gezinnen = Repository(self._session, Gezin)
        self.casussen = Repository(self._session, Casus)
        self.toestemmingen = Repository(self._session, Toestemming)
        self.verzoeken = Repository(self._session, Verzoek)
        self.gesprekken = Repository(self._session, Gesprek)
        self.notities = Repository(self._session, Notitie)
        self.plannen = Repository(self._session, Gezinsplan)
        self.bijlagen = Repository(self._session, Bijlage)
        self.verstrekkingen = Repository(self._session, Verstrekking)
        self.formaten = Repository(self._session, EigenFormaat)
        self.concepten = Repository(self._session, Concept)

    def __enter__(self) -> Self:
        self._session.connection()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._session.close()

    def instellingen(self) -> Instellingen:
        """The one row of settings, made at first use with a fresh secret."""
        settings = self._session.scalars(select(Instellingen)).first()
        if settings is None:
            settings = Instellingen(geheim=secrets.token_bytes(GEHEIM_BYTES))
            self._session.add(settings)
            self._session.flush()
        return settings

    def volgend_nummer(self, jaar: int) -> str:
        """The next number of a casus in that year, `2026-014`: never one that was erased."""
        used = select(t.casus.c.nummer).union_all(select(t.wissing.c.nummer)).subquery()
        number = cast(func.substr(used.c.nummer, 6), Integer)
        highest = self._session.scalar(select(func.max(number)).where(used.c.nummer.like(f"{jaar:04d}-%")))
        return f"{jaar:04d}-{(highest or 0) + 1:03d}"

    def log(self, soort: LogSoort, wat: str = "", casus_id: str | None = None, voor: str = "") -> None:
        """Add a line to the log: names of fields and roles, never content or names of people."""
        self._lines.append(LogRegel(soort, wat, casus_id, voor))

    def note_uitvoer(self, casus_id: str, pad: str, soort: str, voor: str) -> None:
        """Remember a file that was written from a casus, so that it can be found and cleared up.

        A path that is no UTF-8 stands there as it reads, which is as near as text can come.
        """
        self.note_uitvoer_van((casus_id,), pad, soort, voor)

    def note_uitvoer_van(self, casus_ids: Iterable[str], pad: str, soort: str, voor: str) -> None:
        """As `note_uitvoer`, for a file in which several casussen stand, or none."""
        text = pad.encode("utf-8", "replace").decode("utf-8")
        self.forget_uitvoer([text])
        for casus_id in tuple(casus_ids) or (None,):
            self._session.execute(
                insert(t.uitvoer).values(
                    casus_id=casus_id, pad=text, soort=soort, voor=voor, gemaakt_op=datetime.now(UTC)
                )
            )

    def forget_uitvoer(self, paden: Iterable[str]) -> None:
        """These files are no longer there."""
        self._session.execute(delete(t.uitvoer).where(t.uitvoer.c.pad.in_(list(paden))))

    def commit(self) -> None:
        """Write records, search rows and log lines, durably and all together.

        Raises VerouderdeVersie when a record was saved elsewhere since it was read, and the named
        errors of the store (DiskFull, DiskError, StoreInUse, StoreDamaged); then nothing is written.
        """
        try:
            self._write()
            beelden = self._opname.kijk(self._session.connection()) if self._opname is not None else None
            self._session.commit()
        except StaleDataError as error:
            raise _outdated() from error
        except IntegrityError as error:
            if not self._terug:
                raise
            raise _outdated() from error
        if self._opname is not None and beelden is not None:
            self._opname.neem_aan(beelden)

    def _write(self) -> None:
        """Records, the search rows that follow from them, and the lines of the log."""
        self._session.flush()
        renew_rows(self._session, self._saved.values(), self._removed.values())
        append_lines(self._session.connection(), self._lines, datetime.now(UTC))

    def draai_terug(self, wissels: tuple[Rijwissel, ...]) -> list[Record]:
        """Write back what an `Opname` noted; answers the roots that are there again.

        Raises VerouderdeVersie when one of those rows was changed since.
        """
        self._terug = True
        try:
            gone = draai_terug(self._session.connection(), wissels)
        except IntegrityError as error:  # something else stands in its place now
            raise _outdated() from error
        self._removed.update((row_id, Record(id=row_id)) for row_id in gone)
        for root in dict.fromkeys(wissel.wortel for wissel in wissels):
            record = self._session.get(root.soort, root.id)
            if record is not None:
                self._saved[root.id] = record
        return list(self._saved.values())

    def _before_flush(self, session: Session, *_: object) -> None:
        now = datetime.now(UTC)
        changed = set(session.new) | {record for record in session.dirty if session.is_modified(record)}
        roots = [record for record in session if isinstance(record, ROOTS)]
        changed |= {root for root in roots if not changed.isdisjoint(children_of(root))}
        for record in changed:
            record.updated_at = now
        for root in changed.intersection(roots):
            self._saved[root.id] = root
        _name_casus_of_agreements(roots)
        if self._opname is not None:
            touched = changed.union(session.deleted)
            self._opname.let_op(session.connection(), [root for root in touched if isinstance(root, ROOTS)])

    def _note_removed(self, _session: Session, record: Record) -> None:
        self._removed[record.id] = record
        self._saved.pop(record.id, None)


def _name_casus_of_agreements(roots: Iterable[Record]) -> None:
    for root in roots:
        if isinstance(root, Gesprek):
            for agreement in root.terugkoppelafspraken:
                agreement.casus_id = root.casus_id


def _outdated() -> VerouderdeVersie:
    return VerouderdeVersie(
        "Dit is intussen ergens anders gewijzigd.", "Bekijk wat er nu staat en probeer het daarna opnieuw."
    )
