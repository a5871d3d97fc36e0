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
    "Druk op t en typ wie er belangrijk is, bijvoorbeeld: Oma Ans, f+pg1\n"
    "Vraag de jongere: wie helpt je, wie help jij, wie bel je als het niet gaat?"
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
    """Three lines about the marked person: who and where; what they give; how to reach them, what is open."""
    if mens is None:
        return Content("")
    rond = f"van {mens.rond}" if mens.rond else ""
    waar = _op_rij(mens.groep.label, NABIJ_WOORDEN[mens.nabij], jim_woorden(mens), rond)
    let_op = f"! {mens.let_op}" if mens.let_op else ""
    open_ = "" if mens.op_kaart_gezet else "woont in huis"
    onder = [
        Content(_op_rij(mens.telefoon, let_op)),
        Content.styled(" ".join(adviezen), "$warning"),
        Content.styled(open_, ZACHT),
    ]
    return Content("\n").join(
        [
            Content.assemble((wie(mens), "bold"), "   ", waar),
            Content(_op_rij(mens.gevoel.label, hulp_woorden(mens))),
            Content("   ").join([deel for deel in onder if deel]),
        ]
    )


def _op_rij(*delen: str) -> str:
    return " · ".join(deel for deel in delen if deel)
