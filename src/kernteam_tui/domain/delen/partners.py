"""Which kind of partner somebody is: for the consent that is needed, and as a reader for the deel-poort."""

from __future__ import annotations

import re

from kernteam_tui.domain.codes import Rol
from kernteam_tui.domain.deelcodes import LezerSoort
from kernteam_tui.domain.gezinscodes import PartnerSoort

_VAN_ROL = {
    Rol.LEERPLICHTAMBTENAAR: PartnerSoort.LEERPLICHT,
    Rol.JEUGDVERPLEEGKUNDIGE: PartnerSoort.JGZ,
    Rol.JEUGDARTS: PartnerSoort.JGZ,
    Rol.BEGELEIDER_PASSEND_ONDERWIJS: PartnerSoort.PASSEND_ONDERWIJS,
    Rol.MENTOR: PartnerSoort.MENTOR,
    Rol.ZORGCOORDINATOR: PartnerSoort.SCHOOL,
    Rol.OVERIG: PartnerSoort.OVERIG,
}
_KERNPARTNERS = frozenset({PartnerSoort.LEERPLICHT, PartnerSoort.JGZ, PartnerSoort.PASSEND_ONDERWIJS})
"""Who sits in the kernteam beside the gezinswerker (S4)."""
_NAAM = re.compile(r"\s*\((?P<naam>[^()]*)\)\s*$")
_WOORDEN: dict[str, PartnerSoort] = {
    word.casefold(): soort for rol, soort in _VAN_ROL.items() for word in (rol.value, rol.label, rol.kort)
} | {word.casefold(): soort for soort in PartnerSoort for word in (soort.value, soort.label)}


def partner_van_rol(rol: str) -> PartnerSoort | None:
    """The kind of partner that a role of the kernteam is; None for the worker herself and the family."""
    return _VAN_ROL.get(Rol(rol)) if rol in set(Rol) else None


def partner_van_tekst(tekst: str) -> PartnerSoort | None:
    """The kind of partner in the words of an agreement, `leerplicht (Lia)`; None where it is a name only."""
    return _WOORDEN.get(_NAAM.sub("", tekst).strip().casefold())


def naam_in_tekst(tekst: str) -> str:
    """Which one of that kind: the name between brackets, empty where there is none."""
    found = _NAAM.search(tekst)
    return found["naam"].strip() if found else ""


def partner_tekst(soort: PartnerSoort, naam: str = "") -> str:
    """How an agreement names its partner: `leerplicht (Lia)`."""
    return f"{soort.label} ({naam.strip()})" if naam.strip() else soort.label


def lezer_voor(partner: PartnerSoort) -> LezerSoort:
    """As what the deel-poort reads this partner.

    SAVE reads as the gezinsvoogd: without consent it hears something only with a written reason why that is
    needed for an ondertoezichtstelling (Jeugdwet 7.3.11 lid 4).
    """
    if partner.bij_school:
        return LezerSoort.SCHOOL
    if partner in _KERNPARTNERS:
        return LezerSoort.KERNPARTNER
    others = {PartnerSoort.SAVE: LezerSoort.GEZINSVOOGD, PartnerSoort.OUDER: LezerSoort.OUDER}
    return others.get(partner, LezerSoort.PARTNER)
