"""Which backups stay: the last seven days, five weeks, twelve months, and always the newest."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from kernteam_tui.domain.bewaarregels import (
    DAGEN,
    MAANDEN,
    VOOR_EEN_STAP,
    WEKEN,
    ZEKER_BEWAARD,
    Kopie,
    KopieReden,
    nieuwe_nodig,
    te_ruimen,
)
from kernteam_tui.domain.klok import AMSTERDAM

NU = datetime(2026, 11, 23, 9, 0, tzinfo=UTC)
momenten = st.integers(-7, 8 * 365 * 24).map(lambda uren: NU - timedelta(hours=uren))
kopieen = st.builds(Kopie, st.uuids().map(str), momenten, st.sampled_from(KopieReden))
verzamelingen = st.lists(kopieen, max_size=60, unique_by=lambda kopie: kopie.naam)


def kopie(moment: datetime, reden: str = KopieReden.DAGELIJKS) -> Kopie:
    return Kopie(moment.isoformat(), moment, reden)


def elke_dag(aantal: int) -> list[Kopie]:
    return [kopie(NU - timedelta(days=dagen)) for dagen in range(aantal)]


def test_three_years_of_daily_backups_leave_some_twenty() -> None:
    alle = elke_dag(3 * 365)
    blijft = sorted(set(alle) - te_ruimen(alle, NU), key=lambda k: k.moment, reverse=True)
    assert [(NU - k.moment).days for k in blijft[:DAGEN]] == list(range(DAGEN))
    weken = {k.moment.isocalendar()[:2] for k in blijft}
    maanden = {(k.moment.year, k.moment.month) for k in blijft}
    assert len(weken) >= WEKEN
    assert len(maanden) == MAANDEN
    assert len(blijft) <= DAGEN + WEKEN + MAANDEN


def test_clearing_up_every_day_keeps_the_same_as_clearing_up_once() -> None:
    over: list[Kopie] = []
    for dagen in range(500, -1, -1):
        over.append(kopie(NU - timedelta(days=dagen)))
        over = [k for k in over if k not in te_ruimen(over, NU - timedelta(days=dagen))]
    in_een_keer = elke_dag(501)
    assert {k.moment for k in over} >= {
        k.moment for k in set(in_een_keer) - te_ruimen(in_een_keer, NU) if (NU - k.moment).days < DAGEN
    }
    assert len({(k.moment.year, k.moment.month) for k in over}) == MAANDEN
    assert len({k.moment.isocalendar()[:2] for k in over}) >= WEKEN


def test_of_one_day_the_last_one_stays() -> None:
    uren = [kopie(NU - timedelta(hours=uur)) for uur in range(6)]
    assert te_ruimen(uren, NU) == frozenset(), "of today all stay"
    assert set(uren) - te_ruimen(uren, NU + timedelta(days=1)) == {uren[0]}


def test_of_one_second_the_last_one_stays() -> None:
    moment = datetime(2026, 11, 23, 9, 0, tzinfo=AMSTERDAM)
    eerste, tweede, elfde = (
        Kopie(f"2026-11-23T090000{nummer}.kluis", moment, KopieReden.OP_VERZOEK)
        for nummer in ("", "-2", "-11")
    )
    assert te_ruimen([tweede, elfde, eerste], moment + timedelta(days=1)) == {eerste, tweede}


def test_the_day_turns_over_at_midnight_in_amsterdam() -> None:
    voor = kopie(datetime(2026, 11, 22, 22, 30, tzinfo=UTC))
    na = kopie(datetime(2026, 11, 22, 23, 30, tzinfo=UTC))
    assert te_ruimen([voor, na], NU) == frozenset()
    assert voor.moment.astimezone(AMSTERDAM).date() != na.moment.astimezone(AMSTERDAM).date()


def test_new_year_lies_in_the_week_it_belongs_to() -> None:
    """1 January 2027 is a Friday of week 53 of 2026: it and 28 December are one week."""
    later = datetime(2027, 6, 1, 12, tzinfo=UTC)
    recent = [kopie(later - timedelta(days=dagen)) for dagen in range(7)]
    oud = [kopie(datetime(2026, 12, 28, 12, tzinfo=UTC)), kopie(datetime(2027, 1, 1, 12, tzinfo=UTC))]
    blijft = {*recent, *oud} - te_ruimen([*recent, *oud], later)
    assert oud[1] in blijft  # newest of its week and of January
    assert oud[0] in blijft  # newest of December


def test_a_long_holiday_takes_nothing_away() -> None:
    alle = elke_dag(20)
    blijft = set(alle) - te_ruimen(alle, NU)
    assert te_ruimen(blijft, NU + timedelta(days=50)) == frozenset()


def test_a_backup_from_before_a_migration_stays_thirty_days() -> None:
    oud = kopie(NU - timedelta(days=20, hours=3), KopieReden.VOOR_BIJWERKEN)
    assert oud not in te_ruimen([*elke_dag(60), oud], NU)
    assert oud in te_ruimen([*elke_dag(60), oud], NU + timedelta(days=11))


def test_a_new_one_is_due_after_twenty_hours() -> None:
    assert nieuwe_nodig([], NU)
    assert not nieuwe_nodig([NU - timedelta(hours=19)], NU)
    assert nieuwe_nodig([NU - timedelta(hours=21)], NU)


def test_a_clock_that_was_set_back_does_not_stop_the_daily_backup() -> None:
    assert nieuwe_nodig([NU + timedelta(days=300), NU - timedelta(days=2)], NU)
    assert not nieuwe_nodig([NU + timedelta(days=300), NU - timedelta(hours=2)], NU)


@given(verzamelingen)
def test_the_newest_is_never_cleared(alle: list[Kopie]) -> None:
    verleden = [k for k in alle if k.moment <= NU]
    weg = te_ruimen(alle, NU)
    if verleden:
        nieuwste = max(k.moment for k in verleden)
        assert any(k.moment == nieuwste for k in set(verleden) - weg)


@given(verzamelingen)
def test_the_future_and_what_stands_before_a_step_are_left_alone(alle: list[Kopie]) -> None:
    weg = te_ruimen(alle, NU)
    assert all(k.moment <= NU for k in weg)
    assert not [k for k in weg if k.reden in VOOR_EEN_STAP and NU - k.moment <= ZEKER_BEWAARD]


@given(verzamelingen)
def test_clearing_twice_clears_no_more_than_once(alle: list[Kopie]) -> None:
    blijft = set(alle) - te_ruimen(alle, NU)
    assert te_ruimen(blijft, NU) == frozenset()


@given(verzamelingen, kopieen)
def test_every_day_week_and_month_that_counts_keeps_one(alle: list[Kopie], nieuw: Kopie) -> None:
    alle = [*alle, nieuw]
    blijft = [k for k in set(alle) - te_ruimen(alle, NU) if k.moment <= NU]
    verleden = [k for k in alle if k.moment <= NU]
    dagen = sorted({k.moment.astimezone(AMSTERDAM).date() for k in verleden}, reverse=True)[:DAGEN]
    assert {k.moment.astimezone(AMSTERDAM).date() for k in blijft} >= set(dagen)
    vandaag = NU.astimezone(AMSTERDAM).date()
    gewoon = [
        k for k in blijft if k.reden not in VOOR_EEN_STAP and k.moment.astimezone(AMSTERDAM).date() != vandaag
    ]
    assert len(gewoon) <= DAGEN + WEKEN + MAANDEN
