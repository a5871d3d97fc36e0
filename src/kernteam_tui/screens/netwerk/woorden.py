"""What the screen of the netwerkkaart says about one person, and its rows."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.text import Text
from textual.content import Content

from kernteam_tui.domain.gezinscodes import Gevoel
from kernteam_tui.domain.netwerkkaart.kaart import NABIJ_WOORDEN, Mens
from kernteam_tui.domain.netwerkkaart.woorden import hulp_woorden, jim_woorden, wie
from kernteam_tui.services.netwerk import NetwerkBeeld
from kernteam_tui.widgets.tabel import Kolom, Rij
from kernteam_tui.widgets.tekst import ZACHT

GEVOEL_KORT = {
    Gevoel.STEUN: "steun",
    Gevoel.SPANNING: "spanning",
    Gevoel.BEIDE: "allebei",
    Gevoel.ONBEKEND: "",
}
LEEG = (
    "Nog niemand op de kaart. Druk op t en typ wie er belangrijk is, bijvoorbeeld: Oma Ans, f+pg1\n"
    "Vraag het aan de jongere: wie help je, wie helpt jou, wie bel je als het niet gaat?"
)


def kolommen(breed: int) -> tuple[Kolom, ...]:
    """The columns of the list in a screen of this width."""
    meer = max(0, min(30, breed - 80))
    return (
        Kolom("naam", "Naam", 15 + meer // 2),
        Kolom("wie", "Wie", 11 + meer // 2),
        Kolom("groep", "Groep", 13),
        Kolom("geeft", "Geeft", 10),
        Kolom("hulp", "Hulp", 4),
        Kolom("telefoon", "Telefoon", 12),
    )


def rijen(beeld: NetwerkBeeld) -> Sequence[Rij]:
    """Everybody, by group."""
    return [Rij(mens.id, tuple(_cellen(mens))) for mens in beeld.kaart.mensen]


def _cellen(mens: Mens) -> Iterator[str | Text]:
    yield f"{mens.naam} (JIM)" if mens.jim else mens.naam
    yield mens.relatie
    yield mens.groep.label
    yield f"{mens.teken} {GEVOEL_KORT[mens.gevoel]}"
    yield mens.letters
    yield f"{mens.telefoon}!" if mens.let_op and mens.telefoon else mens.telefoon


def detail(mens: Mens | None, adviezen: Sequence[str]) -> Content:
    """Two lines about the marked person: who and what they give; then how to reach them and what is open."""
    if mens is None:
        return Content("")
    geeft = (mens.gevoel.label, hulp_woorden(mens), NABIJ_WOORDEN[mens.nabij], jim_woorden(mens))
    rond = f"van {mens.rond}" if mens.rond else ""
    boven = Content.assemble(
        (wie(mens), "bold"), "   ", " · ".join(deel for deel in (mens.groep.label, *geeft, rond) if deel)
    )
    bellen = " · ".join(deel for deel in (mens.telefoon, f"! {mens.let_op}" if mens.let_op else "") if deel)
    open_ = "" if mens.op_kaart_gezet else "woont in huis; nog niet besproken"
    onder = Content.assemble(
        (bellen, ""),
        ("   " if bellen and (adviezen or open_) else "", ""),
        (" ".join(adviezen), "$warning"),
        (open_, ZACHT),
    )
    return Content("\n").join([boven, onder])
