"""The text of a page on the screen."""

from __future__ import annotations

from textual.content import Content


def opgemaakt(tekst: str) -> Content:
    """The text of the page with its headings in bold instead of underlined by dashes."""
    regels = tekst.rstrip().split("\n")
    delen: list[Content] = []
    for nummer, regel in enumerate(regels):
        if nummer and _is_streep(regel, regels[nummer - 1]):
            delen[-1] = Content.styled(regels[nummer - 1], "bold $primary")
        else:
            delen.append(Content(regel))
    return Content("\n").join(delen)


def _is_streep(regel: str, kop: str) -> bool:
    return bool(kop) and len(regel) == len(kop) and regel in ("-" * len(kop), "=" * len(kop))
