"""Every route by its name, in the order in which they are walked."""

from __future__ import annotations

from tools.plaatjes.routes import beginnen, bladzijde, gesprekken, gezin, plan, planlezen, school
from tools.plaatjes.stap import Route

ROUTES: dict[str, Route] = {
    **beginnen.ROUTES,
    **school.ROUTES,
    **gezin.ROUTES,
    **gesprekken.ROUTES,
    **plan.ROUTES,
    **planlezen.ROUTES,
    **bladzijde.ROUTES,
}
