"""Nobody writes a file without the paper of the deel-poort, and only the deel-poort makes it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kernteam_tui.domain.codes import JaNeeOnbekend, Niveau
from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg
from kernteam_tui.domain.delen.codes import Leeftijdsband, Uitkomst
from kernteam_tui.domain.delen.deelpoort import beslis
from kernteam_tui.domain.delen.deelregels import REGELS
from kernteam_tui.domain.delen.deelvraag import Deelvraag, Feit, Geval, Lezer
from kernteam_tui.domain.delen.doorlaat import Doorlaat, DoorlaatOngeldig, laat_door
from kernteam_tui.domain.delen.weigeren import DelenGeweigerd, weiger
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.lezer import GeenGezag, GezagOnbekend, ToestemmingOntbreekt

FEITEN = (
    Feit("doel", Gegeven.INHOUD),
    Feit("woorden van moeder", Gegeven.EIGEN_WOORDEN, "moeder"),
    Feit("woorden van vader", Gegeven.WOORDEN_ANDER, "vader"),
    Feit("telefoon van vader", Gegeven.CONTACT_ANDER, "vader"),
    Feit("zusje", Gegeven.INHOUD, "zusje"),
    Feit("zorg", Gegeven.MELDCODE),
)


def voor_moeder(gezag: JaNeeOnbekend = JaNeeOnbekend.JA, reden: str = "") -> Geval:
    lezer = Lezer(LezerSoort.OUDER, "moeder", gezag)
    return Geval(lezer, Uitweg.BLADZIJDE, "kind", Leeftijdsband.VAN_12, reden=reden)


def test_a_list_of_facts_is_split_and_keeps_its_order() -> None:
    antwoord = laat_door(FEITEN, voor_moeder())
    assert [feit.id for feit in antwoord.door] == ["doel", "woorden van moeder"]
    assert antwoord.ids == {"doel", "woorden van moeder"}
    assert [(feit.id, oordeel.regel) for feit, oordeel in antwoord.weggelaten] == [
        ("woorden van vader", "van-een-ander"),
        ("telefoon van vader", "van-een-ander"),
        ("zusje", "derde"),
        ("zorg", "meldcode"),
    ]
    assert [oordeel.regel for oordeel in antwoord.redenen] == ["van-een-ander", "derde", "meldcode"]
    assert len(antwoord.doorlaat.oordelen) == 2
    assert antwoord.doorlaat.weggelaten == 4


def test_what_passed_by_a_reason_is_on_the_paper() -> None:
    antwoord = laat_door(FEITEN, voor_moeder(JaNeeOnbekend.ONBEKEND, "moeder haalt haar nu op"))
    assert antwoord.ids == {"doel", "woorden van moeder"}
    assert {oordeel.reden for oordeel in antwoord.doorlaat.uitzonderingen} == {"moeder haalt haar nu op"}
    assert laat_door(FEITEN, voor_moeder()).doorlaat.uitzonderingen == ()


def test_of_two_children_each_fact_is_weighed_for_the_child_it_is_about() -> None:
    jong = voor_moeder()
    groot = replace(jong, jongere_id="groot", band=Leeftijdsband.VAN_16)
    feiten = (
        Feit("over de jongste", Gegeven.INHOUD, "kind"),
        Feit("over de oudste", Gegeven.INHOUD, "groot"),
        Feit("over allebei", Gegeven.INHOUD),
        Feit("over een vriend", Gegeven.INHOUD, "vriend"),
    )
    antwoord = laat_door(feiten, jong, groot)
    assert antwoord.ids == {"over de jongste"}
    assert [oordeel.regel for _, oordeel in antwoord.weggelaten] == [
        "jongere-beslist",
        "jongere-beslist",
        "derde",
    ]
    assert laat_door(feiten, jong, replace(groot, toestemming=Niveau.INHOUD)).ids == {
        "over de jongste",
        "over de oudste",
        "over allebei",
    }
    met_reden = laat_door(feiten, jong, replace(groot, reden="gevaar"))
    assert [oordeel.reden for oordeel in met_reden.doorlaat.uitzonderingen] == ["gevaar", "gevaar"]


def test_two_readers_or_two_ways_never_share_one_file() -> None:
    een = voor_moeder()
    for ander in (
        replace(een, uitweg=Uitweg.BRIEF),
        replace(een, lezer=Lezer(LezerSoort.OUDER, "vader", JaNeeOnbekend.JA)),
    ):
        with pytest.raises(DoorlaatOngeldig):
            laat_door(FEITEN, een, ander)


def test_a_brother_who_is_a_jongere_too_reads_as_one_of_the_family() -> None:
    broer = Geval(Lezer(LezerSoort.JONGERE, "broer"), Uitweg.BLADZIJDE, "kind", Leeftijdsband.VAN_12)
    assert beslis(Deelvraag(broer, FEITEN[0])).regel == "alleen-voor-gezin"
    assert beslis(Deelvraag(replace(broer, jongere_id="broer"), FEITEN[0])).mag


def test_nobody_else_can_make_the_paper() -> None:
    for sleutel in (None, object(), "sleutel", True):
        with pytest.raises(DoorlaatOngeldig):
            Doorlaat(sleutel, Uitweg.BRIEF, LezerSoort.SCHOOL)
    echt = laat_door((), voor_moeder()).doorlaat
    with pytest.raises((ValueError, TypeError)):
        replace(echt, uitweg=Uitweg.UITVOER)  # type: ignore[call-arg]  # what must not work
    with pytest.raises(AttributeError):
        echt.uitweg = Uitweg.UITVOER  # type: ignore[misc]  # nor this


def test_the_paper_is_for_one_way() -> None:
    doorlaat = laat_door(FEITEN, voor_moeder()).doorlaat
    doorlaat.eis(Uitweg.BLADZIJDE)
    with pytest.raises(DoorlaatOngeldig):
        doorlaat.eis(Uitweg.BRIEF)


def test_a_file_without_client_facts_says_why() -> None:
    doorlaat = Doorlaat.zonder_clientgegevens(" versleutelde reservekopie ")
    assert doorlaat.zonder_reden == "versleutelde reservekopie"
    with pytest.raises(DoorlaatOngeldig):
        doorlaat.eis(Uitweg.BRIEF)
    with pytest.raises(DoorlaatOngeldig):
        Doorlaat.zonder_clientgegevens("  ")


@pytest.mark.parametrize(
    ("gezag", "band", "soort", "fout"),
    [
        (JaNeeOnbekend.ONBEKEND, Leeftijdsband.VAN_12, LezerSoort.OUDER, GezagOnbekend),
        (JaNeeOnbekend.NEE, Leeftijdsband.VAN_12, LezerSoort.OUDER, GeenGezag),
        (JaNeeOnbekend.JA, Leeftijdsband.VAN_16, LezerSoort.OUDER, ToestemmingOntbreekt),
        (JaNeeOnbekend.NEE, Leeftijdsband.ONBEKEND, LezerSoort.OUDER, DelenGeweigerd),
        (JaNeeOnbekend.JA, Leeftijdsband.VAN_12, LezerSoort.SCHOOL, DelenGeweigerd),
    ],
)
def test_a_refusal_is_an_error_with_the_code_of_the_contract(
    gezag: JaNeeOnbekend, band: Leeftijdsband, soort: LezerSoort, fout: type[RegelGeweigerd]
) -> None:
    geval = Geval(Lezer(soort, "moeder", gezag), Uitweg.BLADZIJDE, "kind", band)
    oordeel = beslis(Deelvraag(geval, FEITEN[0]))
    geweigerd = weiger(oordeel)
    assert type(geweigerd) is fout
    assert oordeel.artikel in geweigerd.tekst
    assert geweigerd.tekst.endswith(").")
    assert geweigerd.stap == oordeel.wat_nu


def test_every_rule_that_refuses_makes_an_error_without_a_name() -> None:
    for regel in REGELS.values():
        if regel.uitkomst is not Uitkomst.JA:
            assert "{" not in regel.zin + regel.wat_nu
            assert len(f"{regel.zin} ({regel.artikel})") < 160, regel.sleutel
