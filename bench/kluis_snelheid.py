"""What encryption costs: dashboard and search at most 1.2x, save 2x, VACUUM INTO 4x; cipher check 3x SHA-512.

    python -m bench.kluis_snelheid [--tien]

200 cases and 5,000 notes, or ten times that. Both sides in turns in one run, on the same version of SQLite.
"""

from __future__ import annotations

import argparse
import hashlib
import tempfile
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import Any

from bench.opstelling.kluispaar import Kant, Kluispaar, kluispaar
from bench.opstelling.lange_notities import maak_notities_lang
from bench.opstelling.tweeling import Outcome, Statement, Stopwatch, alternate, recorded, replay
from kernteam_tui.data.opening.engine import checkpoint
from kernteam_tui.data.zoekindex.woordenlijst import woordenlijst_van
from kernteam_tui.data.zoekindex.zoekrijen import FTS_CHECK
from kernteam_tui.domain.codes import NotitieSoort
from kernteam_tui.services.demo import maak_demo
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.notities import save_notitie, start_notitie
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toegang import unlock
from kernteam_tui.services.vandaag import get_vandaag
from kernteam_tui.services.zoeken import zoek

CASUSSEN, NOTITIES = 200, 5_000
RONDEN = 40
_TEKST = "Oma belt elke ochtend. Drie dagen naar school, slaapt beter, ruzie met vader op zondag. " * 20


Blik = tuple[str, Callable[[Sessie], object]]
"""A look at the store: what it is called, and the service."""


@dataclass(frozen=True)
class Regel:
    """One line of the table; `doel` None: told, without a goal."""

    wat: str
    uitkomst: Outcome
    doel: float | None


def main() -> None:
    """Make the caseload, copy it twice, measure, print."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--tien", action="store_true", help="ten times as many cases and notes")
    factor = 10 if parser.parse_args().tien else 1
    klok = SysteemKlok(date(2026, 11, 23))
    with tempfile.TemporaryDirectory(prefix="snelheid-") as name:
        folder, start = Path(name), time.perf_counter()
        demo = maak_demo(folder / "kluis", klok, casussen=CASUSSEN * factor, notities=NOTITIES * factor)
        bron = unlock(demo.map, demo.wachtwoordzin, klok)
        maak_notities_lang(bron.store)
        built = time.perf_counter() - start
        with kluispaar(bron.store, klok, folder) as paar:
            _vertel(paar, factor, built)
            blikken = list(_blikken(paar))
            for sessie in (bron, *(kant.sessie for kant in _kanten(paar))):
                zoek(sessie, "abcdef")  # reads the list of words, which the first such search does
            rounds = RONDEN // factor + 10
            toon("zelfde opdrachten, zonder SQLAlchemy", _opdrachten(bron, paar, blikken, rounds))
            toon("zelfde diensten", _diensten(paar, blikken, rounds))
            toon("hele kluis", _heel(paar, folder))
        bron.close()


def _vertel(paar: Kluispaar, factor: int, built: float) -> None:
    sizes = [kant.database.stat().st_size / 1_000_000 for kant in (paar.versleuteld, paar.gewoon)]
    sqlite = {
        kant.verbinding.execute("SELECT sqlite_version()").fetchone()[0]
        for kant in (paar.versleuteld, paar.gewoon)
    }
    print(f"{CASUSSEN * factor} casussen, {NOTITIES * factor} notities; gemaakt in {built:.0f} s")
    print(f"SQLite {' en '.join(sqlite)}; bestand {sizes[0]:.1f} MB versleuteld, {sizes[1]:.1f} MB gewoon")


def _opdrachten(bron: Sessie, paar: Kluispaar, blikken: list[Blik], rounds: int) -> Iterable[Regel]:
    """The statements that a service sends, on both sides past SQLAlchemy: nothing dilutes the difference."""
    for wat, dienst in blikken:
        with recorded(bron.store) as sent:
            dienst(bron)
        yield Regel(wat, alternate(rounds, *(_stuur(kant, sent) for kant in _kanten(paar))), 1.2)
        if dienst is get_vandaag:
            first = (_open_en_stuur(kant, list(sent)) for kant in _kanten(paar))
            yield Regel("openen en Vandaag, koud", alternate(rounds, *first), None)
    yield Regel("notitie bewaren", _bewaar_opdrachten(bron, paar, rounds * 4), 2.0)


def _diensten(paar: Kluispaar, blikken: list[Blik], rounds: int) -> Iterable[Regel]:
    """What a user waits for: the whole service, with SQLAlchemy and the rules."""
    for wat, dienst in blikken:
        yield Regel(wat, alternate(rounds, *(_bel(kant, dienst) for kant in _kanten(paar))), 1.2)
    ours, theirs = (Schrijver(kant.sessie) for kant in _kanten(paar))
    yield Regel("notitie bewaren", alternate(rounds * 4, ours.bewaar, theirs.bewaar), 2.0)


def _heel(paar: Kluispaar, folder: Path) -> Iterable[Regel]:
    """Copying and checking all of it."""
    for kant in _kanten(paar):
        checkpoint(kant.sessie.store.engine)
    copies = (_kopieer(kant, folder / f"kopie{n}.db") for n, kant in enumerate(_kanten(paar)))
    yield Regel("VACUUM INTO", alternate(7, *copies), 4.0)
    pages = _tijd(partial(_haal_op, paar.versleuteld, "PRAGMA cipher_integrity_check"))
    digest = _tijd(partial(_sha512, paar.versleuteld.database))
    yield Regel("bladzijden nakijken / SHA-512", alternate(9, pages, digest), 3.0)
    lists = (_tijd(partial(_woordenlijst, kant)) for kant in _kanten(paar))
    yield Regel("woordenlijst lezen, eens", alternate(5, *lists), None)
    for wat, sql in (("zoekindex nakijken", FTS_CHECK), ("opbouw nakijken", "PRAGMA quick_check")):
        checks = (_tijd(partial(_haal_op, kant, sql)) for kant in _kanten(paar))
        yield Regel(wat, alternate(5, *checks), None)


def _blikken(paar: Kluispaar) -> Iterable[Blik]:
    """Vandaag, and searches for words of which it is known how common they are here."""
    yield "Vandaag", get_vandaag
    words = _woorden(paar.gewoon)
    rare, common, second = words[0], words[-1], words[-2]
    for wat, query in (
        ("zeldzaam woord", rare),
        ("gewoon woord", common),
        ("twee gewone woorden", f"{second} {common}"),
        ("begin van een woord", common[:2]),
        ("binnen woorden", rare[1:]),
    ):
        yield f"zoeken, {wat}", partial(zoek, woorden=query)


def _woordenlijst(kant: Kant) -> object:
    """What the first search for a piece of a word reads, once after opening."""
    with kant.sessie.lezen() as connection:
        words = woordenlijst_van(connection.engine)
        words.vergeet()
        return words.met("abcdef", connection)


def _woorden(kant: Kant) -> list[str]:
    """Plain words of at least six letters, the rarest first, by the number of rows in which they stand."""
    kant.verbinding.execute("CREATE VIRTUAL TABLE temp.woord USING fts5vocab('main', 'zoekindex', 'row')")
    rows = kant.verbinding.execute("SELECT term FROM temp.woord ORDER BY doc, term").fetchall()
    kant.verbinding.execute("DROP TABLE temp.woord")
    return [term for (term,) in rows if len(term) >= 6 and term.isalpha()]


def _kanten(paar: Kluispaar) -> tuple[Kant, Kant]:
    return paar.versleuteld, paar.gewoon


def _stuur(kant: Kant, sent: list[Statement]) -> Callable[[Stopwatch], None]:
    return _tijd(lambda: replay(kant.verbinding, sent))


def _open_en_stuur(kant: Kant, sent: list[Statement]) -> Callable[[Stopwatch], None]:
    def side(watch: Stopwatch) -> None:
        with watch.running():
            connection = kant.open_nog_een()
            replay(connection, sent)
        connection.close()

    return side


def _bel(kant: Kant, dienst: Callable[[Sessie], object]) -> Callable[[Stopwatch], None]:
    return _tijd(lambda: dienst(kant.sessie))


def _tijd(work: Callable[[], object]) -> Callable[[Stopwatch], None]:
    """One round that counts all of its work."""

    def side(watch: Stopwatch) -> None:
        with watch.running():
            work()

    return side


class Schrijver:
    """A note that saves itself again and again, each time with 1.8 kB of other text."""

    def __init__(self, sessie: Sessie) -> None:
        self._sessie = sessie
        with sessie.unit_of_work() as uow:
            casus_id = uow.casussen.find(nummer="2026-014")[0].id
        begun = start_notitie(sessie, casus_id, NotitieSoort.HUISBEZOEK)
        self.id, self._revision, self.tekst = begun.id, begun.revision, ""

    def bewaar(self, watch: Stopwatch) -> None:
        """One save, timed."""
        self.tekst = f"{_TEKST} {self._revision}"
        with watch.running():
            self._revision = save_notitie(self._sessie, self.id, self._revision, self.tekst)


def _bewaar_opdrachten(bron: Sessie, paar: Kluispaar, rounds: int) -> Outcome:
    """Saves in a third store, recorded, and sent to both sides: the rows they are about are there too."""
    with recorded(bron.store) as begin:
        schrijver = Schrijver(bron)
    for kant in _kanten(paar):
        replay(kant.verbinding, begin)
    sent: list[Statement] = []

    def ours(watch: Stopwatch) -> None:
        with recorded(bron.store) as saved:
            schrijver.bewaar(Stopwatch())
        sent[:] = saved
        _stuur(paar.versleuteld, sent)(watch)

    outcome = alternate(rounds, ours, lambda watch: _stuur(paar.gewoon, sent)(watch))
    for kant in _kanten(paar):
        saved = kant.verbinding.execute("SELECT tekst FROM notitie WHERE id = ?", (schrijver.id,)).fetchone()
        assert saved == (schrijver.tekst,), "both sides must have saved the same note"
    return outcome


def _kopieer(kant: Kant, target: Path) -> Callable[[Stopwatch], None]:
    def side(watch: Stopwatch) -> None:
        target.unlink(missing_ok=True)
        with watch.running():
            kant.verbinding.execute("VACUUM INTO ?", (str(target),))
        target.unlink()

    return side


def _haal_op(kant: Kant, sql: str) -> object:
    return kant.verbinding.execute(sql).fetchall()


def _sha512(path: Path) -> Any:
    with path.open("rb") as stream:
        return hashlib.file_digest(stream, "sha512").digest()


def toon(kop: str, regels: Iterable[Regel]) -> None:
    """Print both sides of each line; a goal is told, never asserted."""
    print(f"\n{kop:<36}{'kluis ms':>10}{'gewoon ms':>11}{'verhouding':>12}  doel")
    for regel in regels:
        uitkomst, doel = regel.uitkomst, "–"
        if regel.doel is not None:
            verdict = "gehaald" if uitkomst.ratio <= regel.doel else "NIET gehaald"
            doel = f"{regel.doel} {verdict}"
        cijfers = f"{uitkomst.ours_ms:>10.2f}{uitkomst.theirs_ms:>11.2f}{uitkomst.ratio:>12.2f}"
        print(f"{regel.wat:<36}{cijfers}  {doel}", flush=True)


if __name__ == "__main__":
    main()
