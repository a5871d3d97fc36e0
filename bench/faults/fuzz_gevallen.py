"""What is thrown at the doors: texts, key files, files to read in, backups; most of them nearly right."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from copy import deepcopy
from datetime import date
from typing import Any

from hypothesis import strategies as st

OPERATORS = (
    "AND",
    "OR",
    "NOT",
    "NEAR(",
    '"',
    "*",
    "(",
    ")",
    ":",
    "^",
    "{",
    "}",
    "+",
    "-",
    "\x00",
    "'",
    ";--",
    "%",
    "_",
)
"""What FTS5, LIKE and SQL would read as something else than a word."""
_LEVELS = (10, 500, 990, 5_000, 100_000)
_LONG = (50, 999, 4_301, 70_000)

teksten = st.text(st.characters(), max_size=40)
"""Any text, lone surrogates and NUL included."""

zoekvragen = st.one_of(
    teksten,
    st.text(max_size=300),
    st.lists(
        st.one_of(st.sampled_from(OPERATORS), st.sampled_from(("school", "moeder", "zo", "é")), teksten),
        max_size=9,
    ).map(" ".join),
    st.tuples(
        st.sampled_from(("a", '"', "é", "1-", "kind ", "\u0301", "ﷺ", "'x")), st.sampled_from(_LONG)
    ).map(lambda p: p[0] * p[1]),
)
"""Queries, as typed or pasted."""

_getallen = st.one_of(st.integers(), st.floats(), st.sampled_from((0, -1, 2**63, 10**400, 19 * 1024)))
_dagen = st.dates(date.min, date.max).map(date.isoformat)
_woorden = st.one_of(
    teksten, st.text(max_size=260), _dagen, st.sampled_from(("nl", "ja", "", " ", "x" * 200_001))
)
json_waarden = st.recursive(
    st.one_of(st.none(), st.booleans(), _getallen, _woorden),
    lambda inner: st.one_of(st.lists(inner, max_size=4), st.dictionaries(_woorden, inner, max_size=4)),
    max_leaves=8,
)
"""Anything that JSON can hold, and NaN."""


@st.composite
def beschadigd(draw: st.DrawFn, inhoud: bytes) -> bytes:
    """Content with a few bytes changed, left out, doubled or put in; or cut off."""
    found = bytearray(inhoud)
    for _ in range(draw(st.integers(1, 4))):
        edge = draw(st.sampled_from((len(found), min(len(found), 600))))
        at = draw(st.integers(0, edge))
        at = draw(st.sampled_from((at, len(found) - at)))
        length = draw(st.sampled_from((0, 1, 1, 2, 8, 512)))
        found[at : at + length] = draw(st.one_of(st.binary(max_size=9), st.just(bytes(found[at:]))))
    return bytes(found[: draw(st.sampled_from((len(found), len(found), len(found) // 2, 30)))])


@st.composite
def veranderd(draw: st.DrawFn, voorbeeld: Any) -> Any:
    """A JSON value with one to three places changed, dropped or added to."""
    found = {"": deepcopy(voorbeeld)}
    for _ in range(draw(st.integers(1, 3))):
        holder, key = draw(st.sampled_from(_plekken(found)))
        way = draw(st.sampled_from(("soort", "soort", "soort", "waarde", "waarde", "weg", "erbij", "dubbel")))
        if way == "soort":
            holder[key] = draw(_zelfde_soort(holder[key]))
        elif way == "weg" and holder is not found:
            del holder[key]
        elif way == "erbij" and isinstance(holder[key], dict):
            holder[key][draw(_woorden)] = draw(json_waarden)
        elif way == "dubbel" and isinstance(holder[key], list):
            holder[key] *= draw(st.sampled_from((2, 9, 300)))
        else:
            holder[key] = draw(json_waarden)
    return found[""]


def _zelfde_soort(value: Any) -> st.SearchStrategy[Any]:
    """Something else that may well be right in its place: so a case gets past the first look."""
    if isinstance(value, bool) or value is None:
        return st.sampled_from((True, False, None))
    if isinstance(value, int):
        return _getallen
    if isinstance(value, list):
        return st.sampled_from((value, value * 2, value[:0], value[:1] * 40))
    if isinstance(value, dict):
        return st.lists(st.sampled_from(sorted(value) or [""]), unique=True).map(
            lambda keys: {k: value[k] for k in keys if k in value}
        )
    day = isinstance(value, str) and value.count("-") == 2 and len(value) == 10
    return (
        _dagen
        if day
        else st.one_of(st.just(value), st.text(st.characters(), min_size=1, max_size=60), _woorden)
    )


def _plekken(value: Any) -> list[tuple[Any, Any]]:
    """Every place in a value, as (what holds it, its key)."""
    keys = list(value) if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [place for key in keys for place in ((value, key), *_plekken(value[key]))]


def _als_bytes(value: Any, ascii_only: bool) -> bytes:
    return json.dumps(value, ensure_ascii=ascii_only).encode("utf-8", "surrogatepass")


def bestanden(*voorbeelden: dict[str, Any]) -> st.SearchStrategy[bytes]:
    """Files to read in: bytes, JSON of any shape, and these examples with something changed."""
    changed = st.sampled_from(voorbeelden).flatmap(veranderd)
    as_files = st.builds(_als_bytes, st.one_of(changed, changed, changed, json_waarden), st.booleans())
    whole = st.sampled_from([_als_bytes(voorbeeld, True) for voorbeeld in voorbeelden])
    return st.one_of(
        as_files,
        as_files,
        whole,
        whole.flatmap(beschadigd),
        st.binary(max_size=200),
        st.sampled_from(_LEVELS).map(lambda n: b"[" * n),
        st.sampled_from(_LEVELS).map(lambda n: b'{"jongere":' * n + b"1" + b"}" * n),
        st.sampled_from(_LONG).map(lambda n: b'{"jongere": ' + b"7" * n + b"}"),
        st.sampled_from((b"\xef\xbb\xbf{}", b"\xff\xfe{\x00}\x00", b"", b"null", b'"\\ud800"', b"\x00" * 99)),
    )


def sleutelbestanden(echt: bytes) -> st.SearchStrategy[bytes]:
    """Key files: bytes, a real one that is damaged, and one whose fields are changed and summed anew."""
    fields = json.loads(echt)
    summed = veranderd({name: value for name, value in fields.items() if name != "sum"}).map(_met_som)
    return st.one_of(
        summed,
        summed,
        beschadigd(echt),
        st.binary(max_size=300),
        json_waarden.map(_canoniek),
        st.sampled_from(_LEVELS).map(lambda n: b"[" * n + b"]" * n + b"\n"),
        st.just(echt),
    )


def _canoniek(value: Any) -> bytes:
    """As `kop.canonical` writes it, reckoned anew here."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode() + b"\n"


def _met_som(fields: Any) -> bytes:
    if not isinstance(fields, dict):
        return _canoniek(fields)
    return _canoniek({**fields, "sum": hashlib.sha256(_canoniek(fields)[:-1]).hexdigest()})


def pakken(echt: bytes) -> st.SearchStrategy[bytes]:
    """Backups: bytes, a real one that is damaged, and packs put together anew with something changed."""
    with zipfile.ZipFile(io.BytesIO(echt)) as pack:
        members = {name: pack.read(name) for name in pack.namelist()}
    return st.one_of(beschadigd(echt), beschadigd(echt), _anders_gepakt(members), st.binary(max_size=300))


@st.composite
def _anders_gepakt(draw: st.DrawFn, members: dict[str, bytes]) -> bytes:
    """Other members, compressed ones, twice the same, strange names, a manifest with other fields."""
    manifest = json.loads(members["manifest.json"])
    files = {**members, "manifest.json": json.dumps(draw(veranderd(manifest))).encode()}
    for name in draw(st.lists(st.sampled_from(sorted(files)), max_size=1)):
        files[name] = draw(_inhouden(files[name]))
    extra = draw(st.lists(st.tuples(_namen, st.binary(max_size=20)), max_size=1))
    way = draw(st.sampled_from((zipfile.ZIP_STORED, zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)))
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", way) as pack:
        for name, content in [*files.items(), *extra]:
            pack.writestr(zipfile.ZipInfo(name), content, way)
    return target.getvalue()


_namen = st.one_of(
    st.text(min_size=1, max_size=20),
    st.sampled_from(("../kluis.db", "/etc/x", "C:\\x", "con", "kluis.db/", ".")),
)


def _inhouden(echt: bytes) -> st.SearchStrategy[bytes]:
    return st.one_of(st.just(b""), st.binary(max_size=50), beschadigd(echt))
