"""The planner: a week to look at, a plan for every open startgesprek at once, and accepting it."""

from kernteam_tui.services.moment import Moment
from kernteam_tui.services.weekplanner.aannemen import neem_aan, neem_plan_aan
from kernteam_tui.services.weekplanner.beeld import (
    Bezetstuk,
    Dagkop,
    Gedeeldstuk,
    NietGepland,
    OpenStart,
    PartnerWeek,
    Plaats,
    Plaatssoort,
    SchoolWeek,
    Stuk,
    WeekBeeld,
    Weekgesprek,
    Weekplan,
)
from kernteam_tui.services.weekplanner.plan import maak_plan
from kernteam_tui.services.weekplanner.week import get_week

__all__ = [
    "Bezetstuk",
    "Dagkop",
    "Gedeeldstuk",
    "Moment",
    "NietGepland",
    "OpenStart",
    "PartnerWeek",
    "Plaats",
    "Plaatssoort",
    "SchoolWeek",
    "Stuk",
    "WeekBeeld",
    "Weekgesprek",
    "Weekplan",
    "get_week",
    "maak_plan",
    "neem_aan",
    "neem_plan_aan",
]
