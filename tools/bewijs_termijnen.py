"""Print how many deadlines were compared with the slow count of the tests, and what the controls find."""

from __future__ import annotations

from datetime import date
from itertools import product

from kernteam_tui.domain.codes import Bevrijdingsdag
from tests.unit.test_termijnen import EERSTE, LAATSTE, STUDIEDAGEN, differences


def main() -> None:
    """Six settings, with and without closed days; then two comparisons that must differ."""
    days = (date.fromisoformat(LAATSTE) - date.fromisoformat(EERSTE)).days + 1
    print(f"{EERSTE} to {LAATSTE}: {days} days, and ten unknown days on both sides")
    for goede_vrijdag, vijf_mei, dicht in product((False, True), Bevrijdingsdag, (set(), STUDIEDAGEN)):
        found = differences(goede_vrijdag, vijf_mei, dicht, dicht)
        settings = (
            f"Goede Vrijdag {'ja' if goede_vrijdag else 'nee'}, 5 mei {vijf_mei}, closed days {len(dicht)}"
        )
        print(f"{settings}: {days + 20} compared, {len(found)} differences")
    one_day_more = differences(False, "elk-jaar", set(), {"2026-11-24"})
    print(f"control, a closed day that only the slow count knows: {len(one_day_more)} differences")
    all_study_days = differences(False, "elk-jaar", set(), STUDIEDAGEN)
    print(f"control, six closed days that only the slow count knows: {len(all_study_days)} differences")


if __name__ == "__main__":
    main()
