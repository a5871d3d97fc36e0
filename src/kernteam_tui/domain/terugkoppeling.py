"""Telling a partner, without content, that the help began or stopped (S32)."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import AfsluitSoort, Code
from kernteam_tui.domain.feiten import CasusFeiten
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.gezinscodes import PartnerSoort

_KENT_DE_KLAS = frozenset(
    {
        PartnerSoort.SCHOOL,
        PartnerSoort.MENTOR,
        PartnerSoort.LEERPLICHT,
        PartnerSoort.JGZ,
        PartnerSoort.PASSEND_ONDERWIJS,
    }
)
"""Who works with the pupils of the school, and knows a pupil by initials and klas."""


class Aanleiding(Code):
    """What there is to tell. Never why."""

    GESTART = "gestart", "de hulp is gestart"
    GESTOPT = "gestopt", "de hulp is gestopt"
    NIET_GESTART = "niet_gestart", "de hulp is niet gestart"


class NogNiets(RegelGeweigerd):
    """The moment on which the family and the worker agreed has not come, or nothing has happened yet."""

    code = "nog_niet_terugkoppelen"
    titel = "Nog niet terugkoppelen"


@dataclass(frozen=True)
class Nieuws:
    """What is so now, and since when."""

    aanleiding: Aanleiding
    op: date


def nieuws_van(feiten: CasusFeiten, vandaag: date) -> Nieuws | None:
    """What is so on that day: stopped goes before started. None: nothing began and nothing was refused."""
    started = feiten.begeleiding_gestart
    if feiten.afgesloten_op is not None:
        stopped = started is not None and feiten.afsluiting is not AfsluitSoort.NIET_GESTART
        return Nieuws(Aanleiding.GESTOPT if stopped else Aanleiding.NIET_GESTART, feiten.afgesloten_op)
    if started is not None and started <= vandaag:
        return Nieuws(Aanleiding.GESTART, started)
    return Nieuws(Aanleiding.NIET_GESTART, vandaag) if feiten.zorg_zonder_vraag else None


def initialen(roepnaam: str, achternaam: str) -> str:
    """`S.Y.`; past the small words of a last name: `M.R.` (de Ruiter)."""
    first = next((sign.upper() for sign in roepnaam if sign.isalpha()), "")
    capitals = (sign for sign in achternaam if sign.isupper())
    letters = (sign.upper() for sign in achternaam if sign.isalpha())
    return "".join(f"{letter}." for letter in (first, next(capitals, next(letters, ""))) if letter)


def over_wie(roepnaam: str, achternaam: str, klas: str, partner: PartnerSoort) -> str:
    """How the message says about whom it is: initials, and the klas for who works at the school.

    The consent covers that this partner knows about which jongere (Jeugdwet 7.3.11 lid 1), but a file lies
    outside the encryption, so it says no more than the reader needs (AVG art. 5 lid 1 onder c; S35): the
    worker says the name herself. The klas would tell another partner something of school.
    """
    who = initialen(roepnaam, achternaam) or "een leerling"
    return f"{who}, klas {klas.strip()}" if klas.strip() and partner in _KENT_DE_KLAS else who


def bestandsnaam(partner: PartnerSoort, op: date, afspraak_id: str, vorm: str) -> str:
    """`terugkoppeling-leerplicht-20261123-k1f09ac.pdf`: a role and a day.

    The code says nothing of who it is, and keeps two messages of one day apart. `vorm`: without the dot.
    """
    code = hashlib.sha256(afspraak_id.encode()).hexdigest()[:6]
    return f"terugkoppeling-{partner.value.replace('_', '-')}-{op:%Y%m%d}-k{code}.{vorm}"
