"""Less for Lia of leerplicht than for every leerplichtambtenaar: nobody believes that while it is not so."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.codes import Niveau
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.screens.delen.woorden import uitleg
from kernteam_tui.services.toestemmingbeeld import RegisterBeeld, ToestemmingGegevens, ToestemmingRegel
from kernteam_tui.services.toestemmingen import (
    geef_alleen_op_naam,
    geef_en_beperk_allen,
    list_toestemmingen,
    trek_in,
)
from kernteam_tui.services.toestemmingrijen import MeerVoorAllen, MinderOpNaam
from tests.services.delen.conftest import OP, Thuis

START, INHOUD = Niveau.GESTART_GESTOPT, Niveau.INHOUD


def register(thuis: Thuis) -> RegisterBeeld:
    return list_toestemmingen(thuis.sessie, thuis.casus_id)


def regel(thuis: Thuis, naam: str = "") -> ToestemmingRegel:
    return next(r for r in register(thuis).regels if r.partner_naam == naam)


def minder_voor_lia(thuis: Thuis) -> ToestemmingGegevens:
    return ToestemmingGegevens(
        thuis.sami, thuis.allen, PartnerSoort.LEERPLICHT, START, OP, None, partner_naam="Lia"
    )


def test_it_is_refused_with_what_holds_and_nothing_is_kept(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen, niveau=INHOUD)
    before = register(thuis)
    with pytest.raises(MinderOpNaam) as refused:
        thuis.geef(*thuis.allen, niveau=START, partner_naam="Lia")
    assert "Voor iedereen van leerplicht geldt nog: ook de inhoud." in refused.value.tekst
    assert "Beperk die toestemming ook, of trek die eerst in." in refused.value.stap
    assert "Lia" not in refused.value.zin, "no name in an error"
    assert register(thuis) == before


def test_the_worker_may_limit_all_of_them_at_once(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen, niveau=INHOUD)
    geef_en_beperk_allen(thuis.sessie, thuis.casus_id, minder_voor_lia(thuis))
    assert (regel(thuis, "Lia").niveau, regel(thuis).niveau) == (START, START)
    assert not any(r.let_op for r in register(thuis).regels)


def test_limiting_all_keeps_their_last_day(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen, niveau=INHOUD)
    until = regel(thuis).tot
    geef_en_beperk_allen(thuis.sessie, thuis.casus_id, minder_voor_lia(thuis))
    assert until is not None
    assert regel(thuis).tot == until


def test_or_withdraw_what_was_for_all_so_that_only_lia_hears_something(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen, niveau=INHOUD)
    geef_alleen_op_naam(thuis.sessie, thuis.casus_id, minder_voor_lia(thuis))
    assert regel(thuis, "Lia").niveau is START
    assert regel(thuis).niveau is None, "of leerplicht itself a promise is left, and nobody agreed"
    reasons = {h.reden for h in register(thuis).historie if h.wat == "ingetrokken"}
    assert reasons == {"geldt nu alleen nog bij naam"}


def test_only_who_gave_more_for_all_is_limited(thuis: Thuis) -> None:
    """Fatma said less for all already: her word stays as it was."""
    thuis.geef(thuis.sami, thuis.mehmet, niveau=INHOUD)
    thuis.geef(thuis.fatma, niveau=START)
    geef_en_beperk_allen(thuis.sessie, thuis.casus_id, minder_voor_lia(thuis))
    gone = [h.wie for h in register(thuis).historie if h.wat == "ingetrokken"]
    assert gone == ["Sami Yilmaz, Mehmet Yilmaz"]


def test_more_for_all_than_for_lia_is_refused_too(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen, niveau=START, partner_naam="Lia")
    with pytest.raises(MeerVoorAllen, match="bij naam minder"):
        thuis.geef(*thuis.allen, niveau=INHOUD)
    assert regel(thuis, "Lia").niveau is START
    lia = [gever.toestemming_id for gever in regel(thuis, "Lia").gevers]
    trek_in(thuis.sessie, thuis.casus_id, lia, "voor allen hetzelfde")
    thuis.geef(*thuis.allen, niveau=INHOUD)
    assert regel(thuis).niveau is INHOUD


def test_for_another_subject_or_another_partner_nothing_is_in_the_way(thuis: Thuis) -> None:
    thuis.geef(*thuis.allen, niveau=INHOUD)
    thuis.geef(*thuis.allen, niveau=START, partner=PartnerSoort.JGZ, partner_naam="Lia")
    assert regel(thuis, "Lia").niveau is START


def test_rows_from_before_say_in_the_register_that_the_most_holds(thuis: Thuis) -> None:
    """A store from before this was refused: the line of Lia does not look as if she hears less."""
    thuis.geef(*thuis.allen, niveau=INHOUD)
    thuis.geef(*thuis.allen, niveau=INHOUD, partner_naam="Lia")
    assert regel(thuis, "Lia").let_op == ""
    with thuis.sessie.unit_of_work() as uow:
        for row in uow.toestemmingen.find(casus_id=thuis.casus_id):
            row.niveau = START if row.partner_naam else INHOUD
        uow.commit()
    line = regel(thuis, "Lia")
    assert line.niveau is INHOUD
    assert "bij naam gaf Sami Yilmaz minder (alleen gestart of gestopt)" in line.let_op
    assert "voor iedereen van leerplicht geldt: ook de inhoud" in line.let_op
    assert uitleg(line, OP).startswith(line.let_op)
    assert regel(thuis).let_op == ""
