"""The codes of planning: weeks, days of a school, why somebody is away, what an overleg is about."""

from __future__ import annotations

from kernteam_tui.domain.codes import Code


class Weken(Code):
    """In which weeks somebody is in, by the number of the ISO week."""

    ELKE = "elke", "elke week"
    EVEN = "even", "even weken"
    ONEVEN = "oneven", "oneven weken"


class Schooldagsoort(Code):
    """What a day of a school's own list is; it goes above the holidays of the region."""

    STUDIEDAG = "studiedag", "studiedag"
    VAKANTIE = "vakantie", "vakantie van deze school"
    TOETSWEEK = "toetsweek", "toetsweek"
    OPEN = "open", "gewoon open"

    @property
    def dicht(self) -> bool:
        """Whether the school is closed on such a day."""
        return self in (Schooldagsoort.STUDIEDAG, Schooldagsoort.VAKANTIE)


class Afwezigreden(Code):
    """Why somebody of the kernteam is away; never what the illness is."""

    ZIEK = "ziek", "ziek"
    VRIJ = "vrij", "vrij"
    SCHOLING = "scholing", "scholing"
    ANDERS = "anders", "ergens anders"


class Reactie(Code):
    """What somebody who was asked for a talk answered."""

    GEEN = "geen", "nog niets gehoord"
    KOMT = "komt", "komt"
    KOMT_NIET = "komt_niet", "komt niet"


class Overlegstaat(Code):
    """Where a kernpartneroverleg stands."""

    GEPLAND = "gepland", "gepland"
    GEHOUDEN = "gehouden", "gehouden"


class Overlegsoort(Code):
    """Why a point stands on the agenda of a kernpartneroverleg."""

    STARTGESPREK = "startgesprek", "startgesprek open"
    WACHTTIJD = "wachttijd", "wacht lang op de start"
    AFSPRAAK = "afspraak", "afspraak nagaan"
    TERUGKOPPELING = "terugkoppeling", "terugkoppelen"
    EIGEN = "eigen", "zelf erop gezet"
