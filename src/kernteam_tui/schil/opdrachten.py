"""The one command table: footer, F1, palette and key bindings are read from it.

Keys that terminals fold together are never used (ctrl+h/i/j/m, ctrl with a digit, ctrl+alt, F10).
Every F-key has a second way: the list of commands behind ctrl+p.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace


@dataclass(frozen=True)
class Opdracht:
    """Something the user can ask for with a key.

    The action method is `action_<id>` on the screen that lists the command, or on the app.
    """

    id: str
    toets: str
    """Textual key name; alternatives separated by commas. The first one is shown."""
    tekst: str
    """One or two words for the footer."""
    uitleg: str
    """One short sentence for F1 and the list of commands."""
    scherm: str = ""
    """The screen it opens; while that screen does not exist the command is shown nowhere."""
    in_voet: bool = True
    """False: too common or too rare for the footer; still in F1 and the list."""


OVERAL: tuple[Opdracht, ...] = (
    Opdracht("nieuwe_aanmelding", "n", "nieuw", "Een nieuwe aanmelding vastleggen", scherm="aanmelding"),
    Opdracht("zoeken", "slash,ctrl+f", "zoeken", "Zoeken in casussen, notities en plannen", scherm="zoeken"),
    Opdracht("vandaag", "f2", "vandaag", "Wat er nu moet gebeuren", scherm="vandaag"),
    Opdracht("caseload", "f3", "caseload", "Al je casussen", scherm="caseload"),
    Opdracht("planner", "f4", "planner", "De week: startgesprekken plannen en verzetten", scherm="planner"),
    Opdracht("school", "f5", "school", "Je scholen en hun kernteam", scherm="school"),
    Opdracht(
        "adresboek",
        "ctrl+o",
        "adresboek",
        "Nummers van professionals die je vaker nodig hebt",
        "adresboek",
        False,
    ),
    Opdracht(
        "agendas", "ctrl+r", "agenda’s", "De agenda’s van je kernteams: inlezen, hoe oud", "agendas", False
    ),
    Opdracht("opdrachten", "ctrl+p", "opdrachten", "Alle opdrachten op een rij, met zoeken"),
    Opdracht("vergrendelen", "ctrl+l", "slot", "Meteen vergrendelen; alles blijft bewaard"),
    Opdracht("namen", "f9", "namen", "Namen, nummers en adressen van gezinnen verbergen, of weer tonen"),
    Opdracht("hulp", "f1", "hulp", "Uitleg en toetsen van dit scherm"),
    Opdracht(
        "instellingen", "f12", "instellingen", "Je gegevens, afspraken en vrije dagen", "instellingen", False
    ),
    Opdracht(
        "kluis",
        "ctrl+g",
        "kluis",
        "Sleutels, reservekopieën, logboek en bestanden buiten de kluis",
        "kluis",
        False,
    ),
    Opdracht("ongedaan", "ctrl+z", "ongedaan", "De laatste handeling ongedaan maken", in_voet=False),
    Opdracht("stoppen", "ctrl+q", "stoppen", "Alles bewaren en het programma sluiten", in_voet=False),
)
"""Commands that work on every screen once the store is open; at the table only those of `AAN_TAFEL`."""

VOORRANG = frozenset(
    {"f1", "f2", "f3", "f5", "f9", "f12", "ctrl+f", "ctrl+g", "ctrl+o", "ctrl+p", "ctrl+l", "ctrl+q"}
)
"""Keys that no text field may take. Not f4: in a form it may take the line at the cursor away."""

TERUG = Opdracht("terug", "escape", "terug", "Terug naar het vorige scherm")

ZONDER_SLEUTEL = frozenset({"hulp", "namen", "vergrendelen", "stoppen"})
"""Commands that also answer while the store is closed or a dialog is open."""

AAN_TAFEL = frozenset({"opdrachten", "vergrendelen", "namen", "hulp", "stoppen"})
"""Commands that work while a family looks along: they bring nothing of another family in view."""

_NAMEN = {
    "escape": "Esc",
    "enter": "Enter",
    "space": "spatie",
    "slash": "/",
    "tab": "Tab",
    "question_mark": "?",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "delete": "Del",
    "plus": "+",
    "minus": "-",
}


def overal_naast(eigen: Iterable[Opdracht], bestaat: Callable[[str], bool]) -> Iterator[Opdracht]:
    """The commands that work everywhere, on a screen with these of its own; `bestaat`: whether a screen does.

    A key that the screen has for itself is left out; a command without another is in F1 and the list only.
    """
    vergeven = {toets for op in eigen for toets in op.toets.split(",")}
    for opdracht in OVERAL:
        if not opdracht.scherm or bestaat(opdracht.scherm):
            vrij = [toets for toets in opdracht.toets.split(",") if toets not in vergeven]
            yield replace(opdracht, toets=",".join(vrij), in_voet=opdracht.in_voet and bool(vrij))


def voetvolgorde(eigen: Iterable[Opdracht], overal: Iterable[Opdracht], typen: bool) -> list[Opdracht]:
    """The commands of a footer, most useful first: those of the screen (Enter, letters, the other keys,
    F-keys), then the general ones in the order of the table.

    While `typen` a single key is text: general commands show their other key, or stay out.
    """
    van_het_scherm = sorted((op for op in eigen if op.in_voet), key=_rang)
    algemeen = [op for op in overal if op.in_voet]
    return [*van_het_scherm, *(zonder_letters(algemeen) if typen else algemeen)]


def _rang(opdracht: Opdracht) -> int:
    toets = opdracht.toets.split(",")[0]
    if toets == "enter":
        return 0
    if len(toets) == 1:
        return 1
    return 3 if toets[0] == "f" and toets[1:].isdigit() else 2


_BEWEGEN = ("up", "down", "left", "right", "home", "end", "pageup", "pagedown")
_ZONDER_TEKEN = frozenset({"enter", "escape", "tab", "delete", "backspace", "insert", *_BEWEGEN})
"""Keys with a name that type nothing."""


def zonder_letters(opdrachten: Iterable[Opdracht]) -> Iterator[Opdracht]:
    """These with the keys that a text field leaves alone; a command that has none stays out."""
    for opdracht in opdrachten:
        toetsen = [toets for toets in opdracht.toets.split(",") if not _typt_iets(toets)]
        if toetsen:
            yield replace(opdracht, toets=",".join(toetsen))


def overal_zonder_letters(overal: Iterable[Opdracht]) -> Iterator[Opdracht]:
    """The general commands with the keys that type nothing; one without is in F1 and the list only."""
    for opdracht in overal:
        toetsen = [toets for toets in opdracht.toets.split(",") if toets not in OVERAL_LETTERS]
        yield replace(opdracht, toets=",".join(toetsen), in_voet=opdracht.in_voet and bool(toetsen))


def _typt_iets(toets: str) -> bool:
    """Whether this key puts a sign in a text field: `plus` and `slash` do, `f4` and `ctrl+l` do not."""
    return not ("+" in toets or toets in _ZONDER_TEKEN or re.fullmatch(r"f\d+", toets))


def toets_tekst(opdracht: Opdracht) -> str:
    """How the keys of a command are written for a reader: `F1`, `ctrl+l`, `n`; several with ` of `."""
    return " of ".join(_toets(toets.strip()) for toets in opdracht.toets.split(","))


def eerste_toets(opdracht: Opdracht) -> str:
    """The first key of a command as the footer writes it."""
    return _toets(opdracht.toets.split(",")[0].strip())


def _toets(toets: str) -> str:
    *voor, naam = toets.split("+") if toets != "+" else ["+"]
    if naam.startswith("f") and naam[1:].isdigit():
        naam = naam.upper()
    return "+".join([*voor, _NAMEN.get(naam, naam)])


OVERAL_LETTERS = frozenset(
    toets for op in OVERAL for toets in op.toets.split(",") if toets and _typt_iets(toets)
)
"""Keys of general commands that type something where a field has the focus."""
