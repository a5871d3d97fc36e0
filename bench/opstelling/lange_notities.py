"""Notes as long as in practice: the generated ones are short, and a small store is kind to a cache."""

from __future__ import annotations

from random import Random

from kernteam_tui.data.opening.engine import checkpoint
from kernteam_tui.data.store import Store

BYTES = range(1_000, 3_001)
"""Length of a note, 2 kB in the mean."""


def maak_notities_lang(store: Store, zaad: int = 1) -> None:
    """Lengthen every note with sentences of other notes, in the text and in what can be found."""
    toeval = Random(zaad)
    with store.engine.begin() as connection:
        notes = connection.exec_driver_sql("SELECT id, tekst FROM notitie").fetchall()
        texts = [text for _, text in notes if text]
        longer = [(_lengthen(text, texts, toeval), id) for id, text in notes]
        connection.exec_driver_sql("UPDATE notitie SET tekst = ? WHERE id = ?", longer)
        connection.exec_driver_sql("UPDATE zoektekst SET tekst = ? WHERE bron_id = ?", longer)
    checkpoint(store.engine)


def _lengthen(text: str, texts: list[str], toeval: Random) -> str:
    wanted = toeval.choice(BYTES)
    while len(text) < wanted:
        text = f"{text} {toeval.choice(texts)}"
    return text
