"""Two parents, and a child in two houses: whether words of one are for the other."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.codes import PersoonRol
from kernteam_tui.domain.delen.huizen import ouders_leven_apart
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import RelatieSoort
from kernteam_tui.domain.huishouden import Bewoner
from kernteam_tui.domain.relatie import Relatie

GEHUWD, SAMEN = RelatieSoort.GEHUWD, RelatieSoort.SAMENWONEND
WEG, UIT = RelatieSoort.GESCHEIDEN, RelatieSoort.UIT_ELKAAR


def gezin(
    woont_bij: tuple[bool | None, ...] = (True, True),
    huizen: tuple[tuple[str, ...], ...] = (),
    banden: tuple[RelatieSoort, ...] = (),
) -> Gezin:
    """A child with a mother and a father; the houses name who lives there."""
    wie = {naam: Persoon(rol=PersoonRol.OUDER, roepnaam=naam) for naam in ("kind", "moeder", "vader")}
    return Gezin(
        personen=list(wie.values()),
        ouderschappen=[
            Ouderschap(jongere_id=wie["kind"].id, ouder_id=wie[ouder].id, woont_bij=bij)
            for ouder, bij in zip(("moeder", "vader"), woont_bij, strict=True)
        ],
        bewoners=[
            Bewoner(huishouden_id=f"huis{n}", persoon_id=wie[een].id)
            for n, huis in enumerate(huizen)
            for een in huis
        ],
        relaties=[Relatie(van_id=wie["moeder"].id, naar_id=wie["vader"].id, soort=soort) for soort in banden],
    )


def apart(family: Gezin) -> bool:
    return ouders_leven_apart(family, family.ouderschappen)


@pytest.mark.parametrize(
    ("family", "is_apart"),
    [
        (gezin(), False),
        (gezin((True, False)), True),
        (gezin((True, None)), True),
        (gezin(huizen=(("kind", "moeder", "vader"),)), False),
        (gezin(huizen=(("kind", "moeder"), ("kind", "vader"))), True),
        (gezin(huizen=(("kind", "moeder"),)), True),
        (gezin(huizen=(("kind",),)), False),
        (gezin(huizen=(("kind", "moeder", "vader"), ("vader",))), False),
        (gezin(banden=(WEG,)), True),
        (gezin(banden=(UIT,)), True),
        (gezin(banden=(WEG, GEHUWD)), False),
        (gezin(banden=(GEHUWD,)), False),
        (gezin(banden=(WEG,), huizen=(("kind", "moeder", "vader"),)), False),
        (gezin(banden=(SAMEN,), huizen=(("kind", "moeder"), ("kind", "vader"))), True),
    ],
)
def test_the_stricter_reading_counts(family: Gezin, is_apart: bool) -> None:
    assert apart(family) is is_apart


def test_one_parent_lives_apart_from_nobody() -> None:
    family = gezin()
    assert not ouders_leven_apart(family, family.ouderschappen[:1])
