"""A consent to read along is for one person: it follows a new name, and never goes over to a namesake."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.codes import PersoonRol
from kernteam_tui.domain.delen.naamgenoten import Naamgevolg, volg_namen, waarom_voor_niemand, wie_bedoeld
from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.toestemming import Toestemming

VANDAAG = date(2026, 11, 23)


def rij(naam: str, id_: str = "", partner: PartnerSoort = PartnerSoort.OUDER) -> Toestemming:
    return Toestemming(
        casus_id="casus",
        jongere_id="kind",
        gever_id="kind",
        partner=partner,
        partner_naam=naam,
        partner_id=id_,
        op=date(2026, 9, 1),
    )


def test_it_follows_who_is_called_otherwise() -> None:
    row = rij("Mehmet Yilmaz")
    done = volg_namen([row], {"m": "Mehmet Yilmaz"}, {"m": "Mehmet Demir"}, VANDAAG)
    assert done == [Naamgevolg.MEE]
    assert (row.partner_id, row.partner_naam, row.geldt(VANDAAG)) == ("m", "Mehmet Demir", True)


def test_where_a_namesake_comes_it_stays_with_whom_it_was_for() -> None:
    row = rij("Mehmet Yilmaz")
    voor = {"m": "Mehmet Yilmaz"}
    volg_namen([row], voor, {**voor, "opa": "mehmet  yilmaz"}, VANDAAG)
    assert (row.partner_id, row.geldt(VANDAAG)) == ("m", True)


def test_among_namesakes_it_counts_for_nobody_and_ends_when_one_is_told_apart() -> None:
    row = rij("Mehmet Yilmaz")
    voor = {"m": "Mehmet Yilmaz", "opa": "Mehmet Yilmaz"}
    assert wie_bedoeld(row.partner_id, row.partner_naam, voor) == ""
    na = {**voor, "m": "Mehmet senior"}
    assert volg_namen([row], voor, na, VANDAAG) == [Naamgevolg.VERVALLEN]
    assert not row.geldt(VANDAAG), "the grandfather does not get what may have been for the father"
    assert "naam" in row.ingetrokken_reden


def test_who_is_taken_out_leaves_nothing_for_the_next_of_that_name() -> None:
    row = rij("Jan Stief", "jan")
    assert volg_namen([row], {"jan": "Jan Stief"}, {"nieuw": "Jan Stief"}, VANDAAG) == [Naamgevolg.VERVALLEN]


def test_a_name_of_nobody_is_not_for_who_comes_to_be_called_so() -> None:
    row = rij("Jan Stief")
    assert volg_namen([row], {}, {"jan": "Jan Stief"}, VANDAAG) == [Naamgevolg.VERVALLEN]


@pytest.mark.parametrize(
    "row",
    [rij("Mehmet Yilmaz", partner=PartnerSoort.LEERPLICHT), rij("Fatma Kaya")],
    ids=["kind", "naam"],
)
def test_what_has_nothing_to_do_with_it_stays(row: Toestemming) -> None:
    voor = {"m": "Mehmet Yilmaz", "f": "Fatma Kaya"}
    assert volg_namen([row], voor, {**voor, "m": "Mehmet Demir"}, VANDAAG) == []
    assert row.partner_id == ""
    assert row.ingetrokken_op is None


def test_why_it_counts_for_nobody_is_a_sentence_with_a_next_step() -> None:
    gezin = Gezin(personen=[Persoon(rol=PersoonRol.OUDER, roepnaam=naam) for naam in ("Jan", "Ali", "Ali")])
    assert waarom_voor_niemand("", "Jan", gezin) == ""
    assert waarom_voor_niemand(gezin.personen[1].id, "Ali", gezin) == ""
    assert "Meer mensen" in waarom_voor_niemand("", "Ali", gezin)
    assert "Niemand" in waarom_voor_niemand("", "Omar", gezin)
    assert "leg het opnieuw vast" in waarom_voor_niemand("", "Omar", gezin)


gezinnen = st.dictionaries(st.sampled_from("abc"), st.sampled_from(("Ali", "Jan", "ali ", "Omar")))


@given(gezinnen, st.lists(gezinnen, max_size=5), st.sampled_from(("Ali", "Jan")))
def test_whatever_happens_to_names_it_is_never_for_another(
    begin: dict[str, str], stappen: list[dict[str, str]], naam: str
) -> None:
    """Through any row of changes it is for whom it was at the begin, or for nobody."""
    row = rij(naam)
    first = wie_bedoeld("", naam, begin)
    voor = begin
    for na in stappen:
        volg_namen([row], voor, na, VANDAAG)
        if row.ingetrokken_op is not None:
            return
        assert wie_bedoeld(row.partner_id, row.partner_naam, na) in ("", first)
        voor = na
