"""The codes of a gezinsplan beside its variant: who agrees, what came of a goal, where the OPP stands."""

from __future__ import annotations

from kernteam_tui.domain.codes import Code


class Standpunt(Code):
    """What somebody says of a version of the plan (Jeugdwet 7.3.8 lid 2; S92)."""

    EENS = "eens", "eens"
    DEELS = "deels", "deels eens"
    NIET = "niet", "niet eens"


class Doeluitkomst(Code):
    """What came of a goal at an evaluation (S94)."""

    BEREIKT = "bereikt", "bereikt"
    DEELS = "deels", "deels bereikt"
    NIET = "niet", "niet bereikt"
    GESTOPT = "gestopt", "niet meer nodig"


class Oppstand(Code):
    """Whether the worker looked at the ontwikkelingsperspectief of school (S51)."""

    ONBEKEND = "onbekend", "nog niet gevraagd"
    BEKEKEN = "bekeken", "bekeken"
    NIET = "niet_bekeken", "niet bekeken"
    GEEN = "geen", "er is geen OPP"


class Familieplan(Code):
    """What the family answered when a familiegroepsplan was offered (Jeugdwet 4.1.2)."""

    ONBEKEND = "onbekend", "nog niet aangeboden"
    BEDENKTIJD = "bedenktijd", "denkt erover na"
    WIL_NIET = "wil_niet", "wil het niet"
    WIL_WEL = "wil_wel", "maakt er zelf een"


class Verstrekwijze(Code):
    """How something that was made reached its reader."""

    BESTAND = "bestand", "bestand gemaakt"
    AFGEDRUKT = "afgedrukt", "afgedrukt"
