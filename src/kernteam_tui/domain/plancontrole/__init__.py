"""The fourteen looks at a gezinsplan (S55; domain 2.5): advice to the worker, never a lock."""

from kernteam_tui.domain.plancontrole.controle import controleer_plan
from kernteam_tui.domain.plancontrole.punten import Controlepunt, Naar, PlanOmgeving
from kernteam_tui.domain.plancontrole.zinnen import LANGE_ZIN

__all__ = ["LANGE_ZIN", "Controlepunt", "Naar", "PlanOmgeving", "controleer_plan"]
