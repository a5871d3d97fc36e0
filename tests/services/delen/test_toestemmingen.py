"""The register of consents on a real store: giving, missing, withdrawing, history, and what school knows."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.data.queries.log import LogItem, lees_log
from kernteam_tui.domain.codes import JaNeeOnbekend, Niveau, PersoonRol
from kernteam_tui.domain.deelcodes import Onderwerp
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gezin import Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.gezinsplan import stel_plan_vast
from kernteam_tui.services.ongedaan import doe_met_opname, zet_terug
from kernteam_tui.services.plandoelen import DoelGegevens, save_doel
from kernteam_tui.services.samenvatting import lees_bladzijde, maak_samenvatting
from kernteam_tui.services.schoolweet import get_school_weet
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toestemmingbeeld import ToestemmingRegel
from kernteam_tui.services.toestemmingen import get_intrekking, list_toestemmingen, trek_in
from tests.gezagshulp import leg_gezag_vast
from tests.services.delen.conftest import Thuis

ALLEEN_STARTSTOP = "of de hulp is gestart of gestopt"


def regel(thuis: Thuis, partner: PartnerSoort = PartnerSoort.LEERPLICHT) -> ToestemmingRegel:
    register = list_toestemmingen(thuis.sessie, thuis.casus_id)
    return next(r for r in register.regels if r.partner is partner)


def log(sessie: Sessie) -> list[LogItem]:
    with sessie.lezen() as conn:
        return list(lees_log(conn))


def ids(thuis: Thuis, *namen: str) -> list[str]:
    gevers = regel(thuis).gevers
    return [g.toestemming_id for g in gevers if not namen or g.naam.split()[0] in namen]


def test_a_promise_without_consent_already_says_who_must_be_asked(thuis: Thuis) -> None:
    line = regel(thuis)
    assert (line.niveau, line.gevers) == (None, ())
    assert line.ontbreekt == ("Sami Yilmaz", "Fatma Yilmaz", "Mehmet Yilmaz")
    assert line.wat_nu == "Vraag het de jongere en elke ouder met gezag."
    assert line.artikel == "Jeugdwet 7.3.4 lid 2"


def test_at_the_table_all_agree_in_one_form(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen)
    line = regel(thuis)
    assert (line.niveau, line.ontbreekt, line.tot) == (Niveau.GESTART_GESTOPT, (), date(2027, 11, 23))
    assert [g.naam for g in line.gevers] == ["Sami Yilmaz", "Fatma Yilmaz", "Mehmet Yilmaz"]
    assert log(thuis.sessie)[0].wat == "toestemming gegeven: leerplicht, alleen gestart of gestopt"


def test_as_long_as_one_parent_is_missing_nothing_may_be_told(thuis: Thuis) -> None:
    thuis.geef(thuis.sami, thuis.fatma)
    line = regel(thuis)
    assert (line.niveau, line.ontbreekt) == (None, ("Mehmet Yilmaz",))


def test_no_line_of_the_log_holds_a_name(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen, partner_naam="Lia de Vries")
    trek_in(thuis.sessie, thuis.casus_id, [g.toestemming_id for g in _regels(thuis)], "Fatma wil het niet")
    written = " ".join(f"{line.wat} {line.voor}" for line in log(thuis.sessie))
    for word in ("Fatma", "Sami", "Yilmaz", "Lia", "Vries"):
        assert word not in written


def _regels(thuis: Thuis) -> list[Any]:
    register = list_toestemmingen(thuis.sessie, thuis.casus_id)
    return [gever for line in register.regels for gever in line.gevers]


def test_who_agrees_anew_to_less_has_agreed_to_less(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen, niveau=Niveau.INHOUD)
    thuis.geef(thuis.sami, niveau=Niveau.GESTART_GESTOPT)
    assert regel(thuis).niveau is Niveau.GESTART_GESTOPT
    newest = list_toestemmingen(thuis.sessie, thuis.casus_id).historie
    assert [(h.wat, h.reden) for h in newest if h.wat == "ingetrokken"] == [
        ("ingetrokken", "vervangen door een nieuwe")
    ]


def test_withdrawing_shows_first_what_it_touches_and_changes_nothing_yet(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen)
    preview = get_intrekking(thuis.sessie, thuis.casus_id, ids(thuis, "Mehmet"))
    assert preview.vervalt == ("leerplicht: alleen gestart of gestopt vervalt.",)
    assert preview.afspraken == ("De afspraak met leerplicht (als de hulp start) kan zo niet meer.",)
    assert regel(thuis).niveau is Niveau.GESTART_GESTOPT


def test_what_never_counted_touches_nothing(thuis: Thuis) -> None:
    thuis.geef(thuis.sami)
    preview = get_intrekking(thuis.sessie, thuis.casus_id, ids(thuis))
    assert preview.zinnen == ("Hierdoor verandert er niets aan wat gedeeld mag worden.",)


def test_withdrawn_by_one_parent_it_no_longer_stands_and_history_says_why(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen)
    trek_in(thuis.sessie, thuis.casus_id, ids(thuis, "Mehmet"), "ruzie met leerplicht")
    assert (regel(thuis).niveau, regel(thuis).ontbreekt) == (None, ("Mehmet Yilmaz",))
    newest = list_toestemmingen(thuis.sessie, thuis.casus_id).historie
    assert ("ingetrokken", "Mehmet Yilmaz", "ruzie met leerplicht") in [
        (h.wat, h.wie, h.reden) for h in newest
    ]
    assert log(thuis.sessie)[0].wat == "toestemming ingetrokken: leerplicht, alleen gestart of gestopt"


def test_withdrawing_asks_a_reason_and_a_consent_that_is_there(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen)
    with pytest.raises(InhoudOngeldig):
        trek_in(thuis.sessie, thuis.casus_id, ids(thuis), " ")
    with pytest.raises(NietGevonden):
        trek_in(thuis.sessie, thuis.casus_id, ["weg"], "zomaar")
    once = ids(thuis, "Sami")
    trek_in(thuis.sessie, thuis.casus_id, once, "spijt")
    with pytest.raises(RegelGeweigerd):
        trek_in(thuis.sessie, thuis.casus_id, once, "spijt")


def test_giving_and_withdrawing_can_be_undone(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen)
    done = doe_met_opname(trek_in, thuis.sessie, thuis.casus_id, ids(thuis), "vergist")
    assert regel(thuis).niveau is None
    zet_terug(thuis.sessie, wat="Toestemming ingetrokken", wissels=done.wissels)
    assert regel(thuis).niveau is Niveau.GESTART_GESTOPT


@pytest.mark.parametrize(
    ("anders", "woord"),
    [
        ({"op": date(2026, 11, 24)}, "toekomst"),
        ({"tot": date(2026, 11, 22)}, "laatste dag"),
        ({"partner": PartnerSoort.OUDER}, "welke ouder"),
    ],
)
def test_what_cannot_be_is_refused_in_words(thuis: Thuis, anders: dict[str, Any], woord: str) -> None:
    with pytest.raises(InhoudOngeldig) as refused:
        thuis.geef(*thuis.allen, **anders)
    assert woord in refused.value.tekst
    with pytest.raises(InhoudOngeldig):
        thuis.geef()
    assert regel(thuis).gevers == ()


def test_unknown_gezag_is_asked_before_anything_stands(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen)
    leg_gezag_vast(thuis.sessie, thuis.casus_id, thuis.mehmet, JaNeeOnbekend.ONBEKEND)
    line = regel(thuis)
    assert line.niveau is None
    assert "gezagsregister" in line.wat_nu
    assert [g.telt for g in line.gevers] == [True, True, False]


def test_the_form_asks_who_decides_and_ticks_them(thuis: Thuis) -> None:
    leg_gezag_vast(thuis.sessie, thuis.casus_id, thuis.mehmet, JaNeeOnbekend.NEE)
    (vereiste,) = list_toestemmingen(thuis.sessie, thuis.casus_id).vereisten
    assert [(k.naam, k.beslist) for k in vereiste.kandidaten] == [
        ("Sami Yilmaz", True),
        ("Fatma Yilmaz", True),
        ("Mehmet Yilmaz", False),
    ]


def test_two_consents_withdrawn_together_are_looked_at_together(thuis: Thuis) -> None:
    """One for leerplicht and one for Lia of leerplicht: each alone leaves the other."""
    thuis.geef(*thuis.allen)
    thuis.geef(*thuis.allen, partner_naam="Lia")
    register = list_toestemmingen(thuis.sessie, thuis.casus_id)
    lia = next(r for r in register.regels if r.partner_naam == "Lia")
    of_sami = [g.toestemming_id for g in lia.gevers if g.naam.startswith("Sami")]
    assert len(of_sami) == 2
    alone = get_intrekking(thuis.sessie, thuis.casus_id, of_sami[:1])
    together = get_intrekking(thuis.sessie, thuis.casus_id, of_sami)
    fallen = "leerplicht (Lia): alleen gestart of gestopt vervalt."
    assert fallen not in alone.vervalt
    assert fallen in together.vervalt


# --- what school knows -----------------------------------------------------------------------


def test_in_a_store_without_consents_the_agreements_of_the_talks_say_what_school_knows(thuis: Thuis) -> None:
    assert ALLEEN_STARTSTOP in get_school_weet(thuis.sessie, thuis.casus_id)[0]


def test_from_the_first_consent_on_only_consents_count(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen)
    assert ALLEEN_STARTSTOP not in get_school_weet(thuis.sessie, thuis.casus_id)[0], (
        "leerplicht is not school"
    )
    thuis.geef(*thuis.allen, partner=PartnerSoort.MENTOR, niveau=Niveau.PROCES, onderwerp=Onderwerp.SCHOOL)
    assert get_school_weet(thuis.sessie, thuis.casus_id)[0][1:] == (ALLEEN_STARTSTOP, "hoe het loopt")


def test_the_page_for_parents_and_the_files_that_lie_outside_follow_a_withdrawal(
    thuis: Thuis, tmp_path: Path
) -> None:
    thuis.geef(*thuis.allen, partner=PartnerSoort.SCHOOL)
    save_doel(thuis.sessie, thuis.casus_id, None, DoelGegevens("naar school", van="Sami"))
    stel_plan_vast(thuis.sessie, thuis.casus_id)
    page = tmp_path / "blad.txt"
    maak_samenvatting(thuis.sessie, thuis.casus_id, thuis.fatma, "tekst", page)
    assert ALLEEN_STARTSTOP in page.read_text("utf-8")
    wanted = [g.toestemming_id for g in regel(thuis, PartnerSoort.SCHOOL).gevers]
    preview = get_intrekking(thuis.sessie, thuis.casus_id, wanted)
    assert preview.bestanden == (
        "Op blad.txt staat nog wat school eerst mocht weten: maak die bladzijde opnieuw.",
    )
    trek_in(thuis.sessie, thuis.casus_id, wanted, "toch niet")
    assert ALLEEN_STARTSTOP not in lees_bladzijde(thuis.sessie, thuis.casus_id, thuis.fatma).tekst


# --- signals ---------------------------------------------------------------------------------


def signalen(thuis: Thuis) -> dict[str, str]:
    return {s.regel: s.tekst for s in get_casus(thuis.sessie, thuis.casus_id).signalen}


def test_a_promise_without_consent_is_a_signal_until_everybody_agreed(thuis: Thuis) -> None:
    assert signalen(thuis)["afspraak_zonder_toestemming"] == "toestemming vragen: leerplicht"
    thuis.geef(thuis.sami, thuis.fatma)
    assert "afspraak_zonder_toestemming" in signalen(thuis)
    thuis.geef(thuis.mehmet)
    assert "afspraak_zonder_toestemming" not in signalen(thuis)


def test_a_promise_that_goes_further_than_the_consent_is_a_signal(thuis: Thuis, sessie: Sessie) -> None:
    thuis.geef(*thuis.allen)
    assert "afspraak_zonder_toestemming" not in signalen(thuis)
    with sessie.unit_of_work() as uow:
        uow.gesprekken.find(casus_id=thuis.casus_id)[0].terugkoppelafspraken[0].niveau = Niveau.PROCES
        uow.commit()
    assert "afspraak_zonder_toestemming" in signalen(thuis)
    register = list_toestemmingen(sessie, thuis.casus_id)
    assert len(register.zonder_toestemming) == 1
    thuis.geef(*thuis.allen, niveau=Niveau.INHOUD)
    assert "afspraak_zonder_toestemming" not in signalen(thuis)


def test_with_two_children_the_promise_asks_consent_for_both(thuis: Thuis, sessie: Sessie) -> None:
    thuis.geef(*thuis.allen)
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(thuis.casus_id)
        gezin = uow.gezinnen.get(casus.gezin_id)
        lina = Persoon(rol=PersoonRol.JONGERE, roepnaam="Lina", geboortedatum=date(2018, 1, 1))
        gezin.personen.append(lina)
        gezin.ouderschappen.append(
            Ouderschap(jongere_id=lina.id, ouder_id=thuis.fatma, gezag=JaNeeOnbekend.JA)
        )
        casus.jongeren.append(lina)
        uow.commit()
    assert "afspraak_zonder_toestemming" in signalen(thuis)
    assert len(list_toestemmingen(sessie, thuis.casus_id).zonder_toestemming) == 1
    thuis.geef(thuis.fatma, jongere_id=lina.id)
    assert "afspraak_zonder_toestemming" not in signalen(thuis)


def test_a_consent_that_ends_within_a_month_is_a_signal(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen, tot=date(2026, 12, 23))
    assert signalen(thuis)["toestemming_verloopt"] == "toestemming verlengen: leerplicht"
    thuis.geef(*thuis.allen, tot=date(2026, 12, 24))
    assert "toestemming_verloopt" not in signalen(thuis)


def test_a_consent_of_before_a_birthday_is_asked_anew(thuis: Thuis, sessie: Sessie) -> None:
    with sessie.unit_of_work() as uow:
        casus = uow.casussen.get(thuis.casus_id)
        casus.jongere.geboortedatum = date(2014, 11, 20)
        uow.commit()
    thuis.geef(thuis.fatma, thuis.mehmet, op=date(2026, 11, 19))
    assert regel(thuis).niveau is None
    assert signalen(thuis)["toestemming_leeftijd"] == "toestemming opnieuw vragen: leerplicht"
    thuis.geef(*thuis.allen)
    assert "toestemming_leeftijd" not in signalen(thuis)


def test_an_older_word_that_is_noted_later_does_not_go_before_the_newest(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen, niveau=Niveau.GESTART_GESTOPT, op=date(2026, 11, 10))
    thuis.geef(*thuis.allen, niveau=Niveau.INHOUD, op=date(2026, 11, 5))
    assert regel(thuis).niveau is Niveau.GESTART_GESTOPT


def test_a_word_from_before_a_withdrawal_does_not_bring_it_back(thuis: Thuis) -> None:
    """Noted late, with the day on which it was given: since then it was withdrawn."""
    thuis.geef(*thuis.allen, op=date(2026, 11, 5))
    trek_in(thuis.sessie, thuis.casus_id, ids(thuis), "spijt")
    thuis.geef(*thuis.allen, op=date(2026, 11, 10), niveau=Niveau.INHOUD)
    assert regel(thuis).niveau is None
    thuis.geef(*thuis.allen)
    assert regel(thuis).niveau is Niveau.GESTART_GESTOPT, "asked anew today"


def test_who_said_less_for_one_person_by_name_said_less_however_the_name_is_typed(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen, niveau=Niveau.INHOUD, partner_naam="Lia")
    thuis.geef(*thuis.allen, niveau=Niveau.GESTART_GESTOPT, partner_naam="lia")
    lines = list_toestemmingen(thuis.sessie, thuis.casus_id).regels
    assert {line.niveau for line in lines if line.partner_naam} == {Niveau.GESTART_GESTOPT}


def test_less_for_one_by_name_than_for_all_of_them_is_not_taken_in_silence(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen, niveau=Niveau.INHOUD)
    with pytest.raises(RegelGeweigerd, match="geldt nog"):
        thuis.geef(*thuis.allen, niveau=Niveau.GESTART_GESTOPT, partner_naam="Lia")
    thuis.geef(*thuis.allen, niveau=Niveau.INHOUD, partner_naam="Lia")
