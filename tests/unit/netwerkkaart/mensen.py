"""People for a map: a full one, and any number of random ones."""

from __future__ import annotations

from collections.abc import Sequence

from hypothesis import strategies as st

from kernteam_tui.domain.gezinscodes import Gevoel, Hulpsoort, Netwerkgroep
from kernteam_tui.domain.netwerkkaart.kaart import TEKENS, Kaart, Mens, op_volgorde

G = Netwerkgroep
VOL = (
    ("Mama", G.GEZIN, "PE", "+", 1),
    ("Papa", G.GEZIN, "A", "±", 2),
    ("Bo", G.GEZIN, "G", "+", 1),
    ("Oma Ans", G.FAMILIE, "PGE", "+", 1),
    ("Tante Fatma", G.FAMILIE, "A", "+", 2),
    ("Oom Kees", G.FAMILIE, "", "-", 3),
    ("Neef Ali", G.FAMILIE, "G", "+", 2),
    ("Mevr. de Wit", G.SCHOOL, "A", "+", 2),
    ("Conciërge Jan", G.SCHOOL, "G", "+", 1),
    ("J. Verhulst", G.PROFESSIONALS, "A", "+", 2),
    ("huisarts Bakker", G.PROFESSIONALS, "", "·", 3),
    ("wijkagent", G.PROFESSIONALS, "", "-", 3),
    ("Sara", G.VRIENDEN, "GE", "+", 1),
    ("Youssef", G.VRIENDEN, "G", "±", 1),
    ("trainer Piet", G.KENNISSEN, "GA", "+", 2),
    ("imam", G.KENNISSEN, "A", "+", 3),
    ("buurvrouw Els", G.BUREN, "P", "+", 2),
)


def mens(naam: str, groep: Netwerkgroep, hulp: str = "", teken: str = "+", nabij: int = 2) -> Mens:
    """Somebody whose id is the name; `hulp` in letters, `teken` as on the map."""
    gevoel = next(gevoel for gevoel, sign in TEKENS.items() if sign == teken)
    soorten = tuple(soort for soort in Hulpsoort if soort.letter in hulp)
    return Mens(naam, naam, "", groep, soorten, gevoel, nabij)


def kaart(mensen: Sequence[Mens], midden: str = "Noor") -> Kaart:
    """A map around one jongere."""
    return Kaart(midden, "noor", tuple(op_volgorde(mensen)))


def volle_kaart() -> Kaart:
    """Seventeen people in every group and ring."""
    return kaart([mens(*feiten) for feiten in VOL])


_NAMEN = st.text(
    st.characters(whitelist_categories=("Lu", "Ll", "Lo", "Zs", "Mn", "Nd"), max_codepoint=0x9FFF),
    min_size=1,
    max_size=24,
)


@st.composite
def kaarten(draw: st.DrawFn, meeste: int = 25) -> Kaart:
    """Any map: names in any script, nobody to `meeste` people."""
    aantal = draw(st.integers(0, meeste))
    mensen = [
        Mens(
            id=str(nummer),
            naam=draw(_NAMEN),
            relatie="",
            groep=draw(st.sampled_from(list(Netwerkgroep))),
            hulp=tuple(draw(st.lists(st.sampled_from(list(Hulpsoort)), unique=True))),
            gevoel=draw(st.sampled_from(list(Gevoel))),
            nabij=draw(st.sampled_from((1, 2, 3))),
            jim=nummer == 0 and draw(st.booleans()),
        )
        for nummer in range(aantal)
    ]
    return kaart(mensen, draw(_NAMEN))
