"""Less for one by name than for all of that kind: found where it is, and nothing widens by taking it away."""

from __future__ import annotations

from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.codes import Niveau
from kernteam_tui.domain.delen.codes import Leeftijdsband
from kernteam_tui.domain.delen.toestemmingen import Doelwit, bepaal_stand, botsingen
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.services.toestemmingrijen import (
    MeerVoorAllen,
    MinderOpNaam,
    Oplossing,
    beperk_allen,
    los_botsing_op,
    trek_allen_in,
    vervang,
    weiger,
)
from tests.unit.delen.test_toestemmingen import (
    INHOUD,
    JGZ,
    PROCES,
    START,
    VANDAAG,
    rang,
    rij,
    rij_lijsten,
    vereiste,
)

OPLOSSINGEN = {
    "weiger": weiger,
    "beperk": beperk_allen(VANDAAG),
    "trek in": trek_allen_in(VANDAAG),
}


def test_less_by_name_than_for_all_is_found() -> None:
    wide, narrow = rij("vader", INHOUD), rij("vader", START, partner_naam="Lia")
    (found,) = botsingen([narrow, wide], VANDAAG)
    assert (found.op_naam, found.voor_allen) == (narrow, wide)


@pytest.mark.parametrize(
    "other",
    [
        rij("moeder", INHOUD),
        rij("vader", START),
        rij("vader", INHOUD, partner_naam="Jan"),
        rij("vader", INHOUD, jongere="zus"),
        rij("vader", INHOUD, tot=VANDAAG - timedelta(days=1)),
    ],
    ids=["another giver", "the same level", "another name", "another child", "over"],
)
def test_what_is_something_else_does_not_clash(other: Toestemming) -> None:
    assert botsingen([other, rij("vader", START, partner_naam="Lia")], VANDAAG) == []


nieuwe = st.builds(
    rij,
    gever=st.sampled_from(("kind", "moeder", "vader")),
    niveau=st.sampled_from(Niveau),
    partner_naam=st.sampled_from(("", "A", "B")),
)
banden = st.sampled_from(Leeftijdsband)


def geef(rijen: list[Toestemming], nieuw: Toestemming, oplossing: Oplossing) -> None:
    """As the service does; a refusal leaves everything as it was."""
    before = [(rij, rij.ingetrokken_op) for rij in rijen]
    vervang(rijen, nieuw)
    try:
        added = los_botsing_op(rijen, nieuw, VANDAAG, oplossing)
    except (MinderOpNaam, MeerVoorAllen):
        for row, gone in before:
            row.ingetrokken_op = gone
        return
    rijen += [nieuw, *added]


@given(st.lists(st.tuples(nieuwe, st.sampled_from(tuple(OPLOSSINGEN))), max_size=10), banden)
def test_however_consents_are_given_nobody_hears_more_than_was_said_by_name(
    stappen: list[tuple[Toestemming, str]], band: Leeftijdsband
) -> None:
    rijen: list[Toestemming] = []
    for nieuw, hoe in stappen:
        geef(rijen, nieuw, OPLOSSINGEN[hoe])
        assert botsingen(rijen, VANDAAG) == []
    for naam in ("A", "B"):
        stand = bepaal_stand(rijen, vereiste(band), Doelwit(JGZ, partner_naam=naam), VANDAAG).niveau
        for row in rijen:
            must = row.gever_id in {gever.id for gever in vereiste(band).gevers}
            if must and row.partner_naam == naam and row.geldt(VANDAAG):
                assert rang(stand) <= rang(row.niveau)


@given(rij_lijsten, nieuwe, banden, st.sampled_from(("beperk", "trek in")))
def test_choosing_never_widens_what_others_hear(
    rijen: list[Toestemming], nieuw: Toestemming, band: Leeftijdsband, hoe: str
) -> None:
    """For whom nothing was said now, no choice at the form lets more be shared."""
    others = [Doelwit(JGZ, partner_naam=naam) for naam in ("", "A", "B", "C") if naam != nieuw.partner_naam]
    if not nieuw.partner_naam:
        return
    before = [bepaal_stand(rijen, vereiste(band), doelwit, VANDAAG).niveau for doelwit in others]
    geef(rijen, nieuw, OPLOSSINGEN[hoe])
    after = [bepaal_stand(rijen, vereiste(band), doelwit, VANDAAG).niveau for doelwit in others]
    assert all(rang(now) <= rang(then) for then, now in zip(before, after, strict=True))


def test_levels_between_clash_as_well() -> None:
    rows = [rij("vader", PROCES), rij("vader", START, partner_naam="Lia")]
    assert len(botsingen(rows, VANDAAG)) == 1
