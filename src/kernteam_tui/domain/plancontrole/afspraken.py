"""The looks at what was agreed: who keeps the overview, looking again, who agrees, gezag, OPP (8-11, 14)."""

from __future__ import annotations

import re

from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.datumtekst import dag_kort_op
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.gezinsplancodes import Oppstand, Standpunt
from kernteam_tui.domain.plancontrole.opnieuw import vraag_opnieuw
from kernteam_tui.domain.plancontrole.punten import (
    Naar,
    Oordeel,
    PlanOmgeving,
    onderdeel_van,
    rijtje,
    tekst_van,
)
from kernteam_tui.domain.wie_pakt import is_een_naam

_OPP = {Oppstand.BEKEKEN: True, Oppstand.GEEN: None}
_OPP_NU = {
    Oppstand.ONBEKEND: "Vraag school of er een OPP is, en leg het naast dit plan.",
    Oppstand.NIET: "Bekijk het OPP samen met school en het gezin, en leg het naast dit plan.",
}
_STANDPUNT = re.compile(
    r"(?<!\bnog )(?<!\bwel )(?<!\bweer )\beens\b|\boneens\b|\bakkoord\b|\binstem|\bstem(?:t|men)\b|"
    r"\bvind(?:t|en)?\b|\bmening|\bbezwa(?:ar|ren)\b",
    re.IGNORECASE,
)
"""Words that say whether somebody agrees; `nog eens` does not."""
_NOG_VRAGEN = re.compile(r"\?|\b(?:na)?vra(?:ag|gen)\b", re.IGNORECASE)


def regisseur(omgeving: PlanOmgeving) -> Oordeel:
    """8: one person keeps the overview."""
    return Oordeel(
        "Er is één regisseur",
        is_een_naam(omgeving.regisseur),
        "Spreek af wie het overzicht houdt.",
        naar=Naar.WIE_DOET_WAT,
    )


def evaluatie(plan: Gezinsplan, omgeving: PlanOmgeving) -> Oordeel:
    """9: the day to look again lies ahead."""
    day = plan.evaluatie_op
    past = day is not None and day <= omgeving.vandaag
    what_now = f"{dag_kort_op(day, omgeving.vandaag)} is geweest. " if past and day else ""
    return Oordeel(
        "De evaluatiedatum ligt in de toekomst",
        day is not None and not past,
        f"{what_now}Kies een dag waarop jullie samen terugkijken.",
        "wanneer_kijken_we_opnieuw",
    )


def akkoord(plan: Gezinsplan, omgeving: PlanOmgeving) -> Oordeel:
    """10: it stands there who agrees, and of who does not why. By the list of who was asked; what was written
    in the section counts too where it says so (domain 2.5: the difference of opinion, or `eens`), unless all
    that was said is of an earlier version. Of an older text it is worth asking again: nobody else sees it."""
    now = plan.akkoorden_bij(plan.versie_in_wording)
    said = {een.persoon_id for een in now}
    silent = [een.naam for een in omgeving.gevraagd if een.persoon_id not in said]
    complete = bool(now) and not silent
    started = bool(said) and bool(silent)
    of_now = bool(now) or not plan.akkoorden
    written = complete or (of_now and _staat_wie_het_eens_is(plan))
    steps = (
        f"Vraag het ook aan {rijtje(silent)}." if silent and not written else "",
        vraag_opnieuw(omgeving.eerdere_tekst),
    )
    return Oordeel(
        "Er staat wie het eens is, of waarom niet",
        written and not omgeving.eerdere_tekst,
        " ".join(step for step in steps if step)
        if started or omgeving.eerdere_tekst
        else "Vraag aan ieder: ben je het eens? Zo niet, schrijf op waarom.",
        "akkoord",
        Naar.AKKOORD,
    )


def gezag_en_toestemming(plan: Gezinsplan, omgeving: PlanOmgeving) -> Oordeel:
    """11: who has gezag is known, and so is the age; and where people were asked, whoever must consent at
    that age is among those who agree, if not with all of it (Jeugdwet 7.3.4, 7.3.5, 7.3.15).

    As long as nobody was asked the tenth look says so, and this one is about gezag and age only.
    """
    unknown = JaNeeOnbekend.ONBEKEND in omgeving.gezag
    stuck = next((vereiste for vereiste in omgeving.vereisten if not vereiste.kan), None)
    if unknown or stuck is not None:
        step = stuck.wat_nu if stuck is not None else "Ga na wie gezag heeft en hoe je dat weet."
        return _gezag(in_orde=False, wat_nu=step, naar=Naar.GEZIN)
    missing = _wie_niet_instemt(plan, omgeving)
    return _gezag(in_orde=not missing, wat_nu=missing, naar=Naar.AKKOORD)


def opp(plan: Gezinsplan) -> Oordeel:
    """14: the ontwikkelingsperspectief of school was looked at; there is not always one (S51)."""
    return Oordeel(
        "Het OPP van school is bekeken", _OPP.get(plan.opp, False), _OPP_NU.get(plan.opp, ""), naar=Naar.OPP
    )


def _staat_wie_het_eens_is(plan: Gezinsplan) -> bool:
    """Own words with the name of who said them, or a sentence about agreeing that is no question any more."""
    if any(said.van.strip() and said.tekst.strip() for said in onderdeel_van(plan, "akkoord").woorden):
        return True
    sentences = re.findall(r"[^.!?\n]+[.!?]*", tekst_van(plan, "akkoord"))
    return any(_STANDPUNT.search(one) and not _NOG_VRAGEN.search(one) for one in sentences)


def _gezag(*, in_orde: bool, wat_nu: str, naar: Naar) -> Oordeel:
    return Oordeel("Gezag en toestemming passen bij de leeftijd", in_orde, wat_nu, naar=naar)


def _wie_niet_instemt(plan: Gezinsplan, omgeving: PlanOmgeving) -> str:
    """Who must consent and was not asked, or does not agree; empty where nobody is missing."""
    said = {een.persoon_id: een.standpunt for een in plan.akkoorden_bij(plan.versie_in_wording)}
    if not said:
        return ""
    names = {een.persoon_id: een.naam for een in omgeving.gevraagd}
    for vereiste in omgeving.vereisten:
        must = [gever.id for gever in vereiste.gevers if gever.id in names]
        against = [names[one] for one in must if said.get(one) is Standpunt.NIET]
        if against:
            who = f"{rijtje(against)} moet instemmen ({vereiste.artikel})"
            return f"{who} en is het niet eens: bespreek dat eerst."
        silent = [names[one] for one in must if one not in said]
        if silent:
            return f"Ook {rijtje(silent)} moet instemmen ({vereiste.artikel}): vraag het."
    return ""
