"""From values to one HTML file that opens anywhere, also without a network.

Every value goes through autoescape, so no text of a family is ever read as markup; signs that steer are taken
out on the way. jinja2 is loaded with the first paper, not before.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

from kernteam_tui.domain.schoontekst import zonder_stuurtekens

if TYPE_CHECKING:
    from jinja2 import Environment
    from markupsafe import Markup

CSP = "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"
"""What a browser may do with the file: show it in its own style; fetch, run and send nothing."""


_NUMMER = re.compile(r"(?<![\w+])(\+?[0-9][0-9 .:/\-–]{3,18}[0-9])(?!\w)")


@dataclass(frozen=True)
class Bladkop:
    """What the file says of itself, in the list of open windows too: so never a name of a family."""

    titel: str
    """What kind of paper it is: `Ons plan`."""
    taal: str = "nl"
    richting: str = "ltr"
    groot: bool = False
    """In large letters."""


def maak_blad(sjabloon: str, kop: Bladkop, inhoud: Mapping[str, object]) -> str:
    """The whole file. `sjabloon` stands in `assets/`; the same values give the same text. Thread-safe."""
    return _omgeving().get_template(sjabloon).render(inhoud, bladkop=kop, csp=CSP)


@cache
def _omgeving() -> Environment:
    from jinja2 import Environment, FunctionLoader, StrictUndefined

    omgeving = Environment(
        loader=FunctionLoader(_lees),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_schoon,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    omgeving.globals["css"] = _css
    omgeving.filters["heel"] = _heel
    omgeving.filters["los"] = _los
    omgeving.filters["vul"] = _vul
    return omgeving


def _lees(naam: str) -> str:
    return (files("kernteam_tui") / "assets" / naam).read_text("utf-8")


def _css(naam: str) -> Markup:
    from markupsafe import Markup

    return Markup(_lees(naam))


def _schoon(waarde: object) -> object:
    """Plain text without signs that steer; what is markup already was cleaned when it was made."""
    if isinstance(waarde, str) and not hasattr(waarde, "__html__"):
        return zonder_stuurtekens(waarde)
    return waarde


def _heel(tekst: str) -> Markup:
    """Words in which a telephone number or a date is not broken over two lines."""
    from markupsafe import Markup

    stukken = _NUMMER.split(str(_schoon(tekst)))
    nummer = Markup('<bdi dir="ltr" class="heel">{}</bdi>')
    return Markup("").join(nummer.format(stuk) if plek % 2 else stuk for plek, stuk in enumerate(stukken))


def _los(tekst: str) -> Markup:
    """A name, number or address that keeps its own direction within the line around it."""
    from markupsafe import Markup

    return Markup("<bdi>{}</bdi>").format(_heel(tekst))


def _vul(zin: str, **woorden: str) -> Markup:
    """A fixed sentence with its `{gaten}` filled in, each in its own direction."""
    from markupsafe import escape

    return escape(zin).format(**{gat: _los(woord) for gat, woord in woorden.items()})
