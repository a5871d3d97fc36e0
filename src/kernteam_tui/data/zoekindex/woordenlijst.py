"""Every word that stands in the search index, in memory: to find what stands inside longer words.

Looking for a piece of a word in all text decrypts all of it: three times what plain SQLite takes at 50,000
notes. This list says which words hold the piece; the index says where those stand. It is read once, at the
first such search, and only added to: a word that is no longer there is found nowhere. It goes when the store
is closed or something is erased.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from threading import Lock
from weakref import WeakKeyDictionary

from sqlalchemy import Connection, Engine
from sqlalchemy.pool import Pool

from kernteam_tui.data.zoekindex.letters import bare

_MAKE = "CREATE VIRTUAL TABLE temp.zoekwoord USING fts5vocab('main', 'zoekindex', 'row')"
_READ = "SELECT term FROM temp.zoekwoord"
_DROP = "DROP TABLE temp.zoekwoord"
_WORD = re.compile(r"[^\W_]+")


class Woordenlijst:
    """The words of one store. For several threads."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._words: set[str] = set()
        self._read = False

    def neem_op(self, texts: Iterable[str]) -> None:
        """The words of these texts are findable from now on; also before the list was read."""
        found = {word for text in texts for word in _WORD.findall(bare(text))}
        with self._lock:
            self._words |= found

    def met(self, piece: str, connection: Connection) -> list[str]:
        """The words that hold this piece past their first letter; `connection` reads the list if need be."""
        if not self._read:
            words = _read_all(connection)
            with self._lock:
                self._words |= words
                self._read = True
        with self._lock:
            return sorted(word for word in self._words if piece in word[1:])

    def vergeet(self) -> None:
        """Let go of every word."""
        with self._lock:
            self._words, self._read = set(), False


_LISTS: WeakKeyDictionary[Pool, Woordenlijst] = WeakKeyDictionary()
"""By the pool, which the writing and the reading engine of a store share."""


def woordenlijst_van(engine: Engine) -> Woordenlijst:
    """The list of this store; empty at first."""
    return _LISTS.setdefault(engine.pool, Woordenlijst())


def _read_all(connection: Connection) -> set[str]:
    connection.exec_driver_sql(_MAKE)
    try:
        return {term for (term,) in connection.exec_driver_sql(_READ)}
    finally:
        connection.exec_driver_sql(_DROP)
