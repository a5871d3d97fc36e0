"""What can be found: the rows of `zoektekst` that a record gives, and the FTS5 index over them.

The index reads its words from `zoektekst` (external content) and is kept by triggers, also where a
cascade deletes rows. Never write `zoektekst` with a REPLACE: that fires no delete trigger and leaves
old words findable.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Protocol

from kernteam_tui.data.zoekindex.letters import UNACCENTED, fold_letters
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import NotitieSoort, PersoonRol
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.notitie import Addendum

FTS_DDL: tuple[str, ...] = (
    """CREATE VIRTUAL TABLE zoekindex USING fts5(
    titel, tekst, plat, content='zoektekst', content_rowid='nr', tokenize='unicode61 remove_diacritics 2'
)""",
    """CREATE TRIGGER zoektekst_ai AFTER INSERT ON zoektekst BEGIN
    INSERT INTO zoekindex(rowid, titel, tekst, plat) VALUES (new.nr, new.titel, new.tekst, new.plat);
END""",
    """CREATE TRIGGER zoektekst_ad AFTER DELETE ON zoektekst BEGIN
    INSERT INTO zoekindex(zoekindex, rowid, titel, tekst, plat)
    VALUES ('delete', old.nr, old.titel, old.tekst, old.plat);
END""",
    """CREATE TRIGGER zoektekst_au AFTER UPDATE ON zoektekst BEGIN
    INSERT INTO zoekindex(zoekindex, rowid, titel, tekst, plat)
    VALUES ('delete', old.nr, old.titel, old.tekst, old.plat);
    INSERT INTO zoekindex(rowid, titel, tekst, plat) VALUES (new.nr, new.titel, new.tekst, new.plat);
END""",
)
"""The index and its triggers. A rebuild of `zoektekst` loses the triggers: run these again after it."""

FTS_CHECK = "INSERT INTO zoekindex(zoekindex, rank) VALUES ('integrity-check', 1)"
"""Raises SQLITE_CORRUPT_VTAB where index and text differ."""

FTS_REBUILD = "INSERT INTO zoekindex(zoekindex) VALUES ('rebuild')"
"""Makes the index anew from `zoektekst`."""

_UNFIT = re.compile(r"[\x00-\x09\x0b-\x1f\x7f\ud800-\udfff]")
_FOREIGN_LETTER = re.compile(f"[{UNACCENTED}]")
_FOREIGN_WORD = re.compile(rf"\b[^\W{UNACCENTED}]*+[{UNACCENTED}]\w*")
_SPLIT_NUMBER = re.compile(r"\d(?<!\w\d)(?:[ .\-/]?\d){4,}")
"""The first digit stands before what must not precede it: so the search jumps from digit to digit."""
_SPLIT_MARK = re.compile(r"['’‘´`.\-](?<=\w.)\w")
_SPLIT_WORD = re.compile(r"\b\w++(?:['’‘´`.\-]\w++)+")


@dataclass(frozen=True)
class Zoekrij:
    """One row of `zoektekst`. Of `casus_id` and `gezin_id` exactly one is set: under what it hangs."""

    bron_id: str
    casus_id: str | None
    gezin_id: str | None
    soort: str
    onderdeel: str
    datum: str
    titel: str
    tekst: str
    plat: str


def casus_row(casus: Casus, gezin: Gezin) -> Zoekrij:
    """A casus by its number, its people, and what the aanmelder said."""
    parents = [persoon for persoon in gezin.personen if persoon.rol is not PersoonRol.JONGERE]
    lines = [
        " · ".join(part for part in (casus.klas, casus.mentor) if part),
        " · ".join(persoon.naam for persoon in parents),
        casus.aanmelder_naam,
        " · ".join(code.label for code in (*casus.redenen, *casus.vraagstukken)),
        casus.woorden,
        " · ".join(part for part in (casus.regisseur, casus.maatje, casus.woongemeente) if part),
        " ".join(persoon.telefoon for persoon in gezin.personen if persoon.telefoon),
        " · ".join(lid.naam for lid in gezin.netwerk if lid.naam),
        " · ".join(huis.straat for huis in gezin.huishoudens if huis.straat),
    ]
    return _row(casus.id, "casus", casus.aangemeld, f"{casus.nummer} {casus.naam}", lines, casus_id=casus.id)


class Notitietekst(Protocol):
    """A note as far as it can be found: the record, or its row."""

    id: str
    casus_id: str
    soort: NotitieSoort
    moment: datetime
    met_wie: str
    tekst: str


def notitie_row(notitie: Notitietekst, addenda: Iterable[Addendum] = ()) -> Zoekrij:
    """A note with what was added to it; a draft has no addenda."""
    title = " · ".join(part for part in (notitie.soort.label, notitie.met_wie) if part)
    lines = [notitie.tekst, *(addendum.tekst for addendum in addenda)]
    return _row(notitie.id, "notitie", _day(notitie.moment), title, lines, casus_id=notitie.casus_id)


def gesprek_rows(gesprek: Gesprek) -> Iterator[Zoekrij]:
    """What a talk left behind: report, agreements, why somebody was not there; none if all is empty."""
    lines = [gesprek.verslag, gesprek.zonder, *(deelnemer.actie for deelnemer in gesprek.deelnemers)]
    if any(line.strip() for line in lines):
        title, day = gesprek.soort.label, _day(gesprek.start)
        yield _row(gesprek.id, "gesprek", day, title, lines, casus_id=gesprek.casus_id)


def plan_rows(plan: Gezinsplan) -> Iterator[Zoekrij]:
    """Each section, goal, action and statement of the plan that has text."""
    last = plan.laatste_versie
    day = last.vastgesteld_op if last else _day(plan.created_at)
    for part in plan.onderdelen:
        quotes = [f"{quote.van}: {quote.tekst}" if quote.van else quote.tekst for quote in part.woorden]
        fields = [field.tekst for field in part.velden]
        yield from _plan_row(plan, part.id, part.sleutel, day, [*quotes, *fields, part.toelichting])
    for doel in plan.doelen:
        marks = [meting.tekst for meting in plan.metingen_van(doel.id)]
        lines = [doel.wat, doel.hoe_zien_we_dat, doel.opp_doel, doel.familiedoel, *marks]
        yield from _plan_row(plan, doel.id, "doelen", day, lines)
    for actie in plan.acties:
        yield from _plan_row(plan, actie.id, "acties", day, [actie.wat, actie.wie])
    for akkoord in plan.akkoorden:
        lines = [f"{akkoord.naam}: {akkoord.omdat}" if akkoord.omdat else "", akkoord.verklaring]
        yield from _plan_row(plan, akkoord.id, "akkoord", akkoord.op, lines)


def clean(text: str) -> str:
    """Text fit for the index: composed, without control marks or lone surrogates; line ends stay."""
    return unicodedata.normalize("NFC", _UNFIT.sub(" ", text))


def flatten(text: str) -> str:
    """How somebody may type what stands here: foto's as fotos, Yıldız as Yildiz, a number in one run."""
    joined = _SPLIT_WORD.findall(text) if _SPLIT_MARK.search(text) else []
    split = [word for word in joined if any(letter.isalpha() for letter in word)]
    words = [re.sub(r"[\W_]", "", word) for word in split]
    numbers = [re.sub(r"\D", "", number) for number in _SPLIT_NUMBER.findall(text)]
    foreign = _FOREIGN_WORD.findall(text) if _FOREIGN_LETTER.search(text) else []
    plain = [fold_letters(word) for word in foreign]
    return " ".join(dict.fromkeys([*words, *numbers, *plain]))


def _plan_row(plan: Gezinsplan, source: str, part: str, day: date, lines: list[str]) -> Iterator[Zoekrij]:
    if any(line.strip() for line in lines):
        yield _row(source, "plan", day, "", lines, gezin_id=plan.gezin_id, onderdeel=part)


def _row(
    source: str,
    kind: str,
    day: date,
    title: str,
    lines: Iterable[str],
    *,
    casus_id: str | None = None,
    gezin_id: str | None = None,
    onderdeel: str = "",
) -> Zoekrij:
    clean_title = clean(title)
    text = "\n".join(clean(line) for line in lines if line.strip())
    return Zoekrij(
        bron_id=source,
        casus_id=casus_id,
        gezin_id=gezin_id,
        soort=kind,
        onderdeel=onderdeel,
        datum=day.isoformat(),
        titel=clean_title,
        tekst=text,
        plat=flatten(f"{clean_title}\n{text}"),
    )


def _day(moment: datetime) -> date:
    return moment.astimezone(AMSTERDAM).date()
