"""Rules about a talk that is near: who still has to be asked, and the interpreter (S31, S33)."""

from __future__ import annotations

from collections.abc import Iterator

from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.feiten import GesprekFeit
from kernteam_tui.domain.signalen.beeld import Beeld, Signaal


def tolk_regelen(beeld: Beeld) -> Iterator[Signaal]:
    """Two school days before a talk: somebody who comes needs an interpreter, and none was arranged."""
    for gesprek in _straks(beeld):
        if gesprek.tolk_nodig:
            yield _over(beeld, gesprek, "tolk_regelen", "tolk nog regelen", "Regel de tolk en vink het af.")


def iedereen_gevraagd(beeld: Beeld) -> Iterator[Signaal]:
    """Two school days before a talk: somebody who is invited was not asked yet."""
    for gesprek in _straks(beeld):
        count = gesprek.niet_gevraagd
        if count:
            yield _over(
                beeld,
                gesprek,
                "niet_gevraagd",
                f"nog niet iedereen gevraagd ({count})",
                "Vraag of vertel het, en vink af wie het weet.",
            )


def _straks(beeld: Beeld) -> Iterator[GesprekFeit]:
    if not beeld.feiten.open:
        return
    for gesprek in beeld.feiten.gesprekken:
        if gesprek.id in beeld.straks and gesprek.staat.nog_te_houden and gesprek.start > beeld.nu:
            yield gesprek


def _over(beeld: Beeld, gesprek: GesprekFeit, regel: str, tekst: str, stap: str) -> Signaal:
    return Signaal.over(
        beeld,
        regel,
        tekst,
        f"{gesprek.soort.label} is {beeld.moment(gesprek.start)}",
        dag_van(gesprek.start),
        stap,
        "gesprekcheck",
        gesprek.id,
    )
