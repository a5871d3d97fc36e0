"""The work of erasing casussen for good, one after the other; nothing of them may be left on any page."""

from __future__ import annotations

import shutil
from pathlib import Path

from bench.faults.pages import readable
from bench.faults.stores import CASES, open_as_the_app_does
from bench.faults.work import Content, Work, number_of, text, word
from kernteam_tui.domain.codes import NotitieSoort, WisGrond
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.services.concepten import load_concept, save_concept
from kernteam_tui.services.notities import start_notitie
from kernteam_tui.services.wissen import get_wissing, wis_casus

ENDING = -10
"""So many of the last letters of a word must be nowhere: the index may write a shared beginning once."""
NO_SEED = 0


class Erasing(Work):
    """Each casus has a note and a draft with a word of its own; each action erases the next casus."""

    name = "erasing"
    actions = 12
    touches = frozenset(
        {
            "actie",
            "addendum",
            "afsluiting",
            "casus",
            "casus_jongere",
            "concept",
            "deelnemer",
            "doel",
            "gesprek",
        }
        | {"gezin", "gezinsplan", "logboek", "notitie", "onderdeel", "ouderschap", "persoon", "planversie"}
        | {"terugkoppelafspraak", "uitvoer", "wissing", "zoektekst"}
        | {"bewoner", "huishouden", "netwerklid", "relatie", "toestemming", "verzoek"}
        | {"akkoord", "bijlage", "meting", "verstrekking"}
    )

    @classmethod
    def make_source(cls, made: Path, room: Path) -> Path:
        source = room / "to-erase"
        shutil.copytree(made, source)
        sessie = open_as_the_app_does(source)
        for number, casus in enumerate(cls(sessie, NO_SEED).cases):
            typed = text(NO_SEED, number)
            start_notitie(sessie, casus.id, NotitieSoort.HUISBEZOEK, tekst=typed)
            save_concept(sessie, f"proef/{casus.id}", {"woorden": typed})
        sessie.close()
        return source

    def act(self, number: int) -> None:
        wis_casus(self.sessie, self.cases[number].nummer, WisGrond.OP_VERZOEK)

    @classmethod
    def at_first(cls) -> Content:
        content: Content = {}
        for number in range(CASES):
            typed = text(NO_SEED, number)
            content[f"notitie bij {number_of(number)}"] = (typed, "concept")
            content[f"concept bij {number_of(number)}"] = {"woorden": typed}
        return content

    @classmethod
    def step(cls, content: Content, seed: int, number: int) -> None:  # noqa: ARG003 - the same texts in every run
        del content[f"notitie bij {number_of(number)}"], content[f"concept bij {number_of(number)}"]
        content[f"bewijs van {number_of(number)}"] = WisGrond.OP_VERZOEK

    def read(self) -> Content:
        drafts = {casus.nummer: load_concept(self.sessie, f"proef/{casus.id}") for casus in self.cases}
        return {
            **{key: (typed, state) for key, typed, state in self.notes()},
            **{f"concept bij {nummer}": draft for nummer, draft in drafts.items() if draft},
            **self._proofs(),
        }

    def _proofs(self) -> Content:
        found: Content = {}
        for number in range(CASES):
            try:
                found[f"bewijs van {number_of(number)}"] = get_wissing(self.sessie, number_of(number)).grond
            except NietGevonden:
                continue
        return found

    def remains(self, content: Content) -> str:
        """Words of erased casussen on the pages; those of the others must be there, or nothing was read."""
        pages = readable(self.sessie.store.opened.database, bytes(self.sessie.store.opened.key.raw()))
        gone = [number for number in range(CASES) if f"bewijs van {number_of(number)}" in content]
        left = [number for number in gone if word(number)[ENDING:].encode() in pages]
        unread = [n for n in range(CASES) if n not in gone and word(n)[ENDING:].encode() not in pages]
        told = [f"remains of {number_of(number)}" for number in left]
        return ", ".join([*told, *(f"no page shows {number_of(number)}" for number in unread)])
