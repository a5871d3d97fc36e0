"""What the store holds, as `domain.planning` looks at it: the week of all schools, and one casus in it."""

from kernteam_tui.services.planweek.casus import LATER, MENTOR, Venster, plancasus, venster
from kernteam_tui.services.planweek.feiten import Weekfeiten, lees_weekfeiten
from kernteam_tui.services.planweek.mensen import IK, Mensen, kies_ids
from kernteam_tui.services.planweek.vraag import Planvraag, lees_planvraag, zonder_rooster
from kernteam_tui.services.planweek.week import bouw_week

__all__ = [
    "IK",
    "LATER",
    "MENTOR",
    "Mensen",
    "Planvraag",
    "Venster",
    "Weekfeiten",
    "bouw_week",
    "kies_ids",
    "lees_planvraag",
    "lees_weekfeiten",
    "plancasus",
    "venster",
    "zonder_rooster",
]
