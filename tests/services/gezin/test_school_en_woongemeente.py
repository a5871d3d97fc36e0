"""A new school year, another woongemeente, a parent who was not told yet."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.domain.deelcodes import OverdrachtStap
from kernteam_tui.services.casus import get_casus, wijzig_casus
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek
from kernteam_tui.services.gezin import (
    get_gezin,
    noteer_geinformeerd,
)
from kernteam_tui.services.schooljaar import get_klas_en_mentor, save_klas_en_mentor
from kernteam_tui.services.sessie import Sessie
from tests.services.gezin.hulp import op, persoon


def test_in_august_the_old_klas_and_mentor_go_to_the_history(sessie: Sessie, gezin: str) -> None:
    save_klas_en_mentor(sessie, gezin, "De Brug", "3C", "Meester Bos")
    assert len(get_gezin(sessie, gezin).schooljaren) == 1, "a change within the year keeps no history"
    later = op(sessie, date(2027, 8, 20))
    assert "klas_en_mentor" in [s.regel for s in get_casus(later, gezin).signalen]
    vraag = get_klas_en_mentor(later, gezin)
    assert (vraag.jaar, vraag.gevraagd, vraag.klas) == ("2027-2028", "2026-2027", "3C")
    save_klas_en_mentor(later, gezin, "De Brug", "4A", "Juf Kok")
    jaren = [(jaar.jaar, jaar.klas, jaar.mentor) for jaar in get_gezin(later, gezin).schooljaren]
    assert jaren == [("2027-2028", "4A", "Juf Kok"), ("2026-2027", "3C", "Meester Bos")]
    assert "klas_en_mentor" not in [s.regel for s in get_casus(later, gezin).signalen]


def test_the_steps_towards_another_woongemeente_clear_the_signal(sessie: Sessie, gezin: str) -> None:
    casus = wijzig_casus(
        sessie,
        gezin,
        get_casus(sessie, gezin).revision,
        woongemeente="Zeist",
        begeleiding_gestart=date(2026, 11, 23),
    )
    assert "woongemeente_bespreken" in [s.regel for s in casus.signalen]
    casus = wijzig_casus(sessie, gezin, casus.revision, overdracht=(OverdrachtStap.BESPROKEN,))
    assert "woongemeente_bespreken" not in [s.regel for s in casus.signalen]


def test_a_father_who_was_not_told_is_a_signal_until_he_was(sessie: Sessie, gezin: str) -> None:
    plan_gesprek(sessie, gezin, GesprekGegevens(GesprekSoort.HUISBEZOEK, sessie.nu().replace(day=25)))
    for naam in ("Ali", "Fatma"):
        assert "ouder_informeren" in [s.regel for s in get_casus(sessie, gezin).signalen]
        noteer_geinformeerd(sessie, gezin, persoon(sessie, gezin, naam).id, sessie.vandaag())
    assert "ouder_informeren" not in [s.regel for s in get_casus(sessie, gezin).signalen]
