"""Codes of the rules of sharing: the columns of the decision tables in `assets/delen`."""

from __future__ import annotations

from kernteam_tui.domain.codes import Code


class Leeftijdsband(Code):
    """Age of the jongere as far as the law asks for it (domain 3.2)."""

    TOT_12 = "0-11", "jonger dan 12"
    VAN_12 = "12-15", "12 tot en met 15"
    VAN_16 = "16-17", "16 of 17"
    VAN_18 = "18+", "18 of ouder"
    ONBEKEND = "onbekend", "leeftijd niet bekend"


class Gezagsbeeld(Code):
    """Who has gezag over one jongere, as a whole."""

    GEZAMENLIJK = "gezamenlijk", "ouders samen"
    ALLEEN = "alleen", "één ouder"
    VOOGD = "voogd", "een voogd"
    ONBEKEND = "onbekend", "niet (helemaal) bekend"
    NIEMAND = "niemand", "niemand bekend"


class Gezagstand(Code):
    """How one reader stands to the jongere: BW 1:377c speaks of a parent by law, not of who brings up."""

    JA = "ja", "heeft gezag"
    NEE_OUDER = "nee_ouder", "ouder zonder gezag"
    NEE_VERZORGER = "nee_verzorger", "verzorgt zonder gezag"
    ONBEKEND = "onbekend", "gezag niet bekend"


class GeverRol(Code):
    """As what somebody gives consent."""

    JONGERE = "jongere", "de jongere"
    OUDER = "ouder", "ouder met gezag"
    VOOGD = "voogd", "voogd"


class Verzocht(Code):
    """Whether the reader asked for it (BW 1:377c; Jeugdwet 7.3.10)."""

    GEEN = "geen", "niet gevraagd"
    GEVRAAGD = "gevraagd", "gevraagd"
    APART = "apart", "apart om dit stuk gevraagd"


class Uitkomst(Code):
    """What a rule says about one fact for one reader."""

    JA = "ja", "mag"
    OP_VERZOEK = "op_verzoek", "op verzoek"
    NEE = "nee", "nu niet"
    UITZONDERING = "uitzondering", "alleen met een reden"
    NOOIT = "nooit", "nooit"
