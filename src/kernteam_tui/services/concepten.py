"""What is half typed in a form: kept encrypted, bound to that form, gone when it is finished."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from kernteam_tui.domain.concept import Concept
from kernteam_tui.services.sessie import Sessie

if TYPE_CHECKING:
    from kernteam_tui.data.unit_of_work import UnitOfWork


def save_concept(sessie: Sessie, sleutel: str, inhoud: dict[str, Any]) -> None:
    """Keep the draft of one form; durable when this returns."""
    text = json.dumps(inhoud, ensure_ascii=False)
    with sessie.unit_of_work() as uow:
        found = uow.concepten.find(sleutel=sleutel)
        if found:
            found[0].inhoud = text
        else:
            uow.concepten.add(Concept(sleutel=sleutel, inhoud=text))
        uow.commit()


def load_concept(sessie: Sessie, sleutel: str) -> dict[str, Any] | None:
    """The draft of that form, or None."""
    with sessie.unit_of_work() as uow:
        found = uow.concepten.find(sleutel=sleutel)
        if not found:
            return None
        loaded: dict[str, Any] = json.loads(found[0].inhoud)
        return loaded


def drop_concept(sessie: Sessie, sleutel: str) -> None:
    """Forget the draft of that form."""
    with sessie.unit_of_work() as uow:
        for concept in uow.concepten.find(sleutel=sleutel):
            uow.concepten.remove(concept)
        uow.commit()


def afrondend(sessie: Sessie, *sleutels: str) -> Sessie:
    """The session for the one change that finishes these drafts: they go in the same transaction.

    Killed at any moment, either the change was made and the drafts are gone, or neither.
    """
    return _AfrondendeSessie(sessie, sleutels)


class _AfrondendeSessie(Sessie):
    def __init__(self, sessie: Sessie, sleutels: tuple[str, ...]) -> None:
        super().__init__(sessie.store, sessie.klok)
        self._sleutels = sleutels

    @contextmanager
    def unit_of_work(self) -> Iterator[UnitOfWork]:
        """As any other; taken back as a whole when it is left without `commit()`."""
        with super().unit_of_work() as uow:
            for sleutel in self._sleutels:
                for concept in uow.concepten.find(sleutel=sleutel):
                    uow.concepten.remove(concept)
            yield uow
