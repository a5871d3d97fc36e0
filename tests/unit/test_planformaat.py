"""A format in a variant, with everything that stands in a plan: whatever was written has a place."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.planformaat import (
    NIET_IN_VARIANT,
    UIT_EERDER_FORMAAT,
    Invul,
    PlanFormaat,
    Variantvorm,
    VastOnderdeel,
    Veld,
    Veldsoort,
    Woordkeus,
)
from kernteam_tui.domain.veldwaarde import dag_van, leesbaar, past

DAG = Veld("dag", "Welke dag", soort=Veldsoort.DAG)
NU = PlanFormaat(
    "nu",
    (
        VastOnderdeel(1, "een", "Een", "Wat?", velden=(DAG, Veld("wie", "Met wie"))),
        VastOnderdeel(2, "twee", "Twee", "Wie?", Invul.DOELEN),
    ),
    {
        PlanVariant.JONGERE: Variantvorm(niet=frozenset({"een"})),
        PlanVariant.GESCHEIDEN_OUDERS: Variantvorm(
            niet=frozenset({"een.wie"}), woorden={"een.dag": Woordkeus(vraag="Wanneer")}
        ),
    },
)
EERDER = PlanFormaat(
    "eerder",
    (
        VastOnderdeel(1, "een", "Eerst", "?", velden=(Veld("hoe", "Hoe dan"),)),
        VastOnderdeel(2, "oud", "Oud", "Toen?", Invul.ACTIES, velden=(Veld("toen", "Toen"),)),
    ),
)
SLEUTELS = st.sampled_from(["een", "twee", "oud", "vergeten_deel"])
VELDEN = st.lists(st.sampled_from(["dag", "wie", "hoe", "toen", "kwijt_veld"]), unique=True)


def test_nothing_written_the_variant_is_just_that() -> None:
    for variant in PlanVariant:
        assert NU.met_alles(variant, {}) == NU.in_variant(variant)
        assert NU.in_variant(variant).toont({})


def test_a_section_that_the_variant_hides_comes_behind_when_something_stands_in_it() -> None:
    formaat = NU.met_alles(PlanVariant.JONGERE, {"een": ("dag",)}, (EERDER,))
    assert [(o.nr, o.sleutel, o.herkomst) for o in formaat.onderdelen] == [
        (1, "twee", ""),
        (2, "een", NIET_IN_VARIANT),
    ]
    (veld,) = formaat.onderdelen[1].velden
    assert (veld.vraag, veld.soort, veld.herkomst) == ("Welke dag", Veldsoort.DAG, NIET_IN_VARIANT)


def test_a_section_of_another_format_keeps_its_words_and_holds_no_list() -> None:
    *_, oud = NU.met_alles(PlanVariant.GEZIN, {"oud": ("toen",)}, (EERDER,)).onderdelen
    assert (oud.titel, oud.vraag, oud.invul, oud.herkomst) == (
        "Oud",
        "Toen?",
        Invul.TEKST,
        UIT_EERDER_FORMAAT,
    )
    assert [(veld.vraag, veld.herkomst) for veld in oud.velden] == [("Toen", UIT_EERDER_FORMAAT)]


def test_what_no_format_knows_any_more_is_named_by_its_key() -> None:
    *_, weg = NU.met_alles(PlanVariant.GEZIN, {"vergeten_deel": ("kwijt_veld",)}).onderdelen
    assert (weg.titel, weg.velden[0].vraag) == ("Vergeten deel", "Kwijt veld")


def test_a_field_that_is_not_asked_here_comes_behind_those_that_are() -> None:
    een = NU.met_alles(PlanVariant.GESCHEIDEN_OUDERS, {"een": ("wie", "hoe")}, (EERDER,)).require("een")
    assert [(veld.vraag, veld.herkomst) for veld in een.velden] == [
        ("Wanneer", ""),
        ("Met wie", NIET_IN_VARIANT),
        ("Hoe dan", UIT_EERDER_FORMAAT),
    ]


@given(st.dictionaries(SLEUTELS, VELDEN), st.sampled_from(PlanVariant))
def test_everything_that_was_written_has_a_place_once(
    geschreven: dict[str, list[str]], variant: PlanVariant
) -> None:
    formaat = NU.met_alles(variant, geschreven, (EERDER,))
    assert formaat.toont(geschreven)
    assert len(set(formaat.sleutels)) == len(formaat.sleutels)
    assert [o.nr for o in formaat.onderdelen] == list(range(1, len(formaat.onderdelen) + 1))
    for onderdeel in formaat.onderdelen:
        assert len(onderdeel.veldvragen) == len(onderdeel.velden)
    assert NU.in_variant(variant).onderdelen == tuple(
        onderdeel
        for onderdeel in NU.met_alles(variant, dict.fromkeys(geschreven, ()), (EERDER,)).onderdelen
        if not onderdeel.herkomst
    )


# --- what was filled in ---------------------------------------------------------------------------------


def test_a_day_reads_as_a_day_and_anything_else_as_it_was_written() -> None:
    assert leesbaar(Veldsoort.DAG, "2026-11-09") == "9 november 2026"
    for tekst in ("morgen", "2026-02-30", "20261109", "2026-W47-1", ""):
        assert leesbaar(Veldsoort.DAG, tekst) == tekst
        assert dag_van(tekst) is None
    assert leesbaar(Veldsoort.TEKST, "2026-11-09") == "2026-11-09"


def test_a_mark_is_a_whole_number_from_0_to_10() -> None:
    assert all(past(Veldsoort.CIJFER, str(cijfer)) for cijfer in range(11))
    for tekst in ("11", "-1", "6,5", "²", "٣", "100", "zes"):
        assert not past(Veldsoort.CIJFER, tekst)
    assert past(Veldsoort.CIJFER, " ")
    assert past(Veldsoort.TEKST, "zes")
    assert (past(Veldsoort.DAG, "2026-11-09"), past(Veldsoort.DAG, "morgen")) == (True, False)
