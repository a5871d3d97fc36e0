"""Who agrees with the plan: who is asked, what they said, of which version, and who may read it."""

from __future__ import annotations

from datetime import date

import pytest

from kernteam_tui.data.queries.log import lees_log
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol, PlanVariant
from kernteam_tui.domain.deelcodes import VerzoekSoort
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.services.afschrift import bereid_afschrift_voor
from kernteam_tui.services.gezinsplan import get_plan, kies_variant, save_onderdeel, stel_plan_vast
from kernteam_tui.services.ongedaan import doe_met_opname, zet_terug
from kernteam_tui.services.planakkoord import (
    ANDER,
    AkkoordBeeld,
    AkkoordGegevens,
    bewaar_akkoord,
    get_akkoord,
    verwijder_akkoord,
)
from kernteam_tui.services.plancontrole import controleer
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.verzoeken import VerzoekGegevens, noteer_verzoek
from tests.gezagshulp import leg_gezag_vast
from tests.services.gezinsplan.conftest import id_van

MAANDAG = date(2026, 11, 23)


def schrijf(sessie: Sessie, casus_id: str, tekst: str = "Elke ochtend opstaan.") -> None:
    revision = get_plan(sessie, casus_id).revision
    save_onderdeel(sessie, casus_id, revision, "waarom_dit_plan", (), tekst)


def zegt(
    sessie: Sessie,
    casus_id: str,
    naam: str,
    standpunt: Standpunt = Standpunt.EENS,
    versie: int = 1,
    omdat: str = "",
    verklaring: str = "",
) -> AkkoordBeeld:
    wie = id_van(sessie, casus_id, naam)
    gegevens = AkkoordGegevens(standpunt, MAANDAG, wie, omdat=omdat, verklaring=verklaring)
    return bewaar_akkoord(sessie, casus_id, versie, gegevens)


def lijst(beeld: AkkoordBeeld, versie: int = 0) -> list[tuple[str, str, Standpunt | None]]:
    return [(r.naam, r.waarom, r.standpunt) for r in beeld.versie(versie).regels]


def test_a_new_plan_asks_the_jongere_of_twelve_and_whoever_has_gezag(sessie: Sessie, casus_id: str) -> None:
    beeld = get_akkoord(sessie, casus_id)
    assert lijst(beeld) == [
        ("Lina Kaya", "jongere, 12 tot en met 15", None),
        ("Fatma Kaya", "ouder met gezag", None),
        ("Mehmet Demir", "ouder met gezag", None),
    ]
    assert beeld.versies[0].nummer == 1
    assert ("", "Meester Bos") in beeld.anderen, "school can be added by name"


@pytest.mark.parametrize(
    ("gezag", "waarom"), [(JaNeeOnbekend.NEE, None), (JaNeeOnbekend.ONBEKEND, "ouder, gezag niet bekend")]
)
def test_without_gezag_a_parent_is_asked_only_when_you_add_her(
    sessie: Sessie, casus_id: str, gezag: JaNeeOnbekend, waarom: str | None
) -> None:
    leg_gezag_vast(sessie, casus_id, id_van(sessie, casus_id, "Mehmet"), gezag)
    asked = {naam: reden for naam, reden, _ in lijst(get_akkoord(sessie, casus_id))}
    assert asked.get("Mehmet Demir") == waarom
    if waarom is None:
        assert "Mehmet Demir" in [naam for _, naam in get_akkoord(sessie, casus_id).anderen]
        assert ("Mehmet Demir", ANDER, Standpunt.EENS) in lijst(zegt(sessie, casus_id, "Mehmet"))


@pytest.mark.parametrize(
    ("geboren", "gevraagd"),
    [
        (date(2015, 11, 24), ["Fatma Kaya", "Mehmet Demir"]),
        (date(2014, 11, 23), ["Lina Kaya", "Fatma Kaya", "Mehmet Demir"]),
        (date(2010, 11, 23), ["Lina Kaya", "Fatma Kaya", "Mehmet Demir"]),
        (date(2008, 11, 23), ["Lina Kaya"]),
        (None, ["Lina Kaya", "Fatma Kaya", "Mehmet Demir"]),
    ],
)
def test_who_is_asked_follows_the_age(
    sessie: Sessie, casus_id: str, geboren: date | None, gevraagd: list[str]
) -> None:
    with sessie.unit_of_work() as uow:
        uow.casussen.get(casus_id).jongere.geboortedatum = geboren
        uow.commit()
    assert [naam for naam, _, _ in lijst(get_akkoord(sessie, casus_id))] == gevraagd


def test_a_brother_with_an_open_casus_is_asked_too_but_not_about_the_plan_of_lina(
    sessie: Sessie, casus_id: str
) -> None:
    schrijf(sessie, casus_id)
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(casus_id)
        sem = Persoon(rol=PersoonRol.JONGERE, roepnaam="Sem", geboortedatum=date(2011, 3, 3))
        uow.gezinnen.get(casus.gezin_id).personen.append(sem)
        uow.casussen.add(
            Casus(
                nummer="2026-077",
                gezin_id=casus.gezin_id,
                school_id=casus.school_id,
                jongeren=[sem],
                aangemeld=MAANDAG,
            )
        )
        uow.commit()
    assert "Sem" in [naam for naam, _, _ in lijst(get_akkoord(sessie, casus_id))]
    assert "Sem" in next(p.wat_nu for p in controleer(sessie, casus_id) if p.nr == 2)
    kies_variant(sessie, casus_id, PlanVariant.JONGERE)
    assert "Sem" not in [naam for naam, _, _ in lijst(get_akkoord(sessie, casus_id))]


def test_what_somebody_says_is_kept_letter_for_letter_and_once(sessie: Sessie, casus_id: str) -> None:
    verklaring = "  Ik vind [/] dat er\nte snel over mij is besloten. ‏أنا لا أوافق  "
    zegt(sessie, casus_id, "Mehmet", Standpunt.NIET, omdat="Te snel.", verklaring=verklaring)
    beeld = zegt(sessie, casus_id, "Mehmet", Standpunt.DEELS, omdat="Beter zo.", verklaring=verklaring)
    [regel] = [r for r in beeld.versies[0].regels if r.standpunt is not None]
    assert (regel.naam, regel.standpunt, regel.omdat) == ("Mehmet Demir", Standpunt.DEELS, "Beter zo.")
    assert regel.verklaring == verklaring


def test_a_teacher_by_name_stands_on_the_list_once(sessie: Sessie, casus_id: str) -> None:
    for standpunt in (Standpunt.DEELS, Standpunt.EENS):
        gegevens = AkkoordGegevens(standpunt, MAANDAG, naam=" Meester Bos ", omdat="Eerst het rooster.")
        beeld = bewaar_akkoord(sessie, casus_id, 1, gegevens)
    assert lijst(beeld)[-1] == ("Meester Bos", ANDER, Standpunt.EENS)
    assert len(lijst(beeld)) == 4


def test_the_signature_is_noted_later_and_changes_no_version(sessie: Sessie, casus_id: str) -> None:
    schrijf(sessie, casus_id)
    stel_plan_vast(sessie, casus_id)
    beeld = zegt(sessie, casus_id, "Fatma")
    regel = next(r for r in beeld.versie(1).regels if r.naam == "Fatma Kaya")
    signed = AkkoordGegevens(Standpunt.EENS, MAANDAG, regel.persoon_id, getekend_op=MAANDAG)
    beeld = bewaar_akkoord(sessie, casus_id, 1, signed, regel.akkoord_id)
    assert next(r.getekend_op for r in beeld.versie(1).regels if r.naam == "Fatma Kaya") == MAANDAG
    plan = get_plan(sessie, casus_id)
    assert (plan.versie, plan.gewijzigd) == (1, False)


def test_every_version_has_a_list_of_its_own_and_an_old_one_is_only_read(
    sessie: Sessie, casus_id: str
) -> None:
    schrijf(sessie, casus_id)
    zegt(sessie, casus_id, "Fatma")
    stel_plan_vast(sessie, casus_id)
    schrijf(sessie, casus_id, "Iets anders.")
    beeld = zegt(sessie, casus_id, "Mehmet", Standpunt.NIET, versie=2, omdat="Ik was er niet bij.")
    assert [v.nummer for v in beeld.versies] == [2, 1]
    assert [v.open for v in beeld.versies] == [True, True], "of the last frozen one people still sign"
    stel_plan_vast(sessie, casus_id)
    schrijf(sessie, casus_id, "En weer iets.")
    beeld = get_akkoord(sessie, casus_id)
    assert [(v.nummer, v.open) for v in beeld.versies] == [(3, True), (2, True), (1, False)]
    assert lijst(beeld, 1) == [("Fatma Kaya", ANDER, Standpunt.EENS)], "who spoke stands there, no one else"
    with pytest.raises(RegelGeweigerd, match="vervangen"):
        zegt(sessie, casus_id, "Mehmet", versie=1)
    old = beeld.versie(1).regels[0].akkoord_id
    with pytest.raises(RegelGeweigerd):
        verwijder_akkoord(sessie, casus_id, old)


@pytest.mark.parametrize(
    ("gegevens", "fout"),
    [
        (AkkoordGegevens(Standpunt.EENS, MAANDAG), InhoudOngeldig),
        (AkkoordGegevens(Standpunt.NIET, MAANDAG, naam="Bos", omdat=" "), InhoudOngeldig),
        (AkkoordGegevens(Standpunt.DEELS, MAANDAG, naam="Bos"), InhoudOngeldig),
        (AkkoordGegevens(Standpunt.EENS, date(2026, 11, 24), naam="Bos"), RegelGeweigerd),
        (AkkoordGegevens(Standpunt.EENS, MAANDAG, naam="Bos", getekend_op=date(2027, 1, 1)), RegelGeweigerd),
        (AkkoordGegevens(Standpunt.EENS, MAANDAG, persoon_id="niemand"), NietGevonden),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    sessie: Sessie, casus_id: str, gegevens: AkkoordGegevens, fout: type[Exception]
) -> None:
    with pytest.raises(fout):
        bewaar_akkoord(sessie, casus_id, 1, gegevens)
    assert all(standpunt is None for _, _, standpunt in lijst(get_akkoord(sessie, casus_id)))


def test_a_statement_is_a_reason_too(sessie: Sessie, casus_id: str) -> None:
    beeld = zegt(sessie, casus_id, "Lina", Standpunt.NIET, verklaring="Ik wil dit niet.")
    assert lijst(beeld)[0][2] is Standpunt.NIET


@pytest.mark.parametrize("versie", [0, -1, 2, 7])
def test_a_version_that_is_not_there_gets_nothing(sessie: Sessie, casus_id: str, versie: int) -> None:
    with pytest.raises((InhoudOngeldig, RegelGeweigerd)):
        zegt(sessie, casus_id, "Fatma", versie=versie)


def test_ctrl_z_takes_back_what_was_noted_and_what_was_taken_away(sessie: Sessie, casus_id: str) -> None:
    schrijf(sessie, casus_id)
    wie = id_van(sessie, casus_id, "Fatma")
    gegevens = AkkoordGegevens(Standpunt.DEELS, MAANDAG, wie, omdat="Niet op maandag.")
    noted = doe_met_opname(bewaar_akkoord, sessie, casus_id, 1, gegevens)
    regel = next(r for r in get_akkoord(sessie, casus_id).versies[0].regels if r.akkoord_id)
    removed = doe_met_opname(verwijder_akkoord, sessie, casus_id, regel.akkoord_id)
    assert all(s is None for _, _, s in lijst(get_akkoord(sessie, casus_id)))
    zet_terug(sessie, wat="Akkoord weggehaald", wissels=removed.wissels)
    back = next(r for r in get_akkoord(sessie, casus_id).versies[0].regels if r.akkoord_id)
    assert back == regel
    zet_terug(sessie, wat="Akkoord genoteerd", wissels=noted.wissels)
    assert all(s is None for _, _, s in lijst(get_akkoord(sessie, casus_id)))


def test_the_log_says_that_and_of_which_version_and_not_who_or_what(sessie: Sessie, casus_id: str) -> None:
    zegt(sessie, casus_id, "Mehmet", Standpunt.NIET, omdat="Geheim dakterras.")
    with sessie.lezen() as conn:
        newest = lees_log(conn)[0]
    assert newest.wat == "gezinsplan versie 1: akkoord"


@pytest.mark.parametrize(
    ("lezer", "leest"),
    [("Mehmet", {"Mehmet"}), ("Fatma", {"Fatma"}), ("Lina", {"Lina"})],
)
def test_a_copy_of_the_file_holds_ones_own_statement_and_nobody_elses(
    sessie: Sessie, casus_id: str, lezer: str, leest: set[str]
) -> None:
    schrijf(sessie, casus_id)
    for naam in ("Lina", "Fatma", "Mehmet"):
        zegt(sessie, casus_id, naam, Standpunt.NIET, omdat=f"reden{naam}", verklaring=f"verklaring{naam}")
    wie = id_van(sessie, casus_id, lezer)
    noteer_verzoek(sessie, casus_id, VerzoekGegevens(VerzoekSoort.INZAGE, MAANDAG, van_id=wie))
    afschrift = bereid_afschrift_voor(sessie, casus_id, wie)
    for soort in ("reden", "verklaring"):
        found = {naam for naam in ("Lina", "Fatma", "Mehmet") if f"{soort}{naam}" in afschrift.tekst}
        assert found == leest, soort
    held = {regel.tekst for regel in afschrift.lijst}
    assert any("verklaring" in tekst for tekst in held), "what stays out is named to the worker"
