"""An invented week of two schools, and what may be asked of a plan for it. Knows nothing of the program."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from itertools import combinations
from typing import Any
from zoneinfo import ZoneInfo

AMSTERDAM = ZoneInfo("Europe/Amsterdam")
DUUR = timedelta(minutes=60)
DI, WO, DO, VR = (date(2026, 11, dag) for dag in (24, 25, 26, 27))
OCHTEND = ("08:30", "12:30")
DAGEN = {"Het Baken": (DI, DO), "De Linde": (WO, VR)}
"""The mornings on which the whole kernteam is at a school; nobody is anywhere else."""
UITERLIJK = date(2026, 11, 30)
"""A week after this Monday: the last day for each of the six."""
DICHT = {"De Linde": WO}
ZIEK = {"bas@voorbeeld.invalid": (date(2026, 11, 23), DI)}
ZIEK_GETYPT = "23-24 nov"
BEZET = {
    "mo@voorbeeld.invalid": (
        (DI, "08:30", "11:30"),
        (DO, "08:30", "10:30"),
        (DO, "11:30", "12:30"),
        (VR, "08:30", "10:00"),
    )
}
KERNTEAM = (
    ("gezinswerker", "Noor Bakker", "noor@voorbeeld.invalid"),
    ("leerplichtambtenaar", "Mo Amrani", "mo@voorbeeld.invalid"),
    ("begeleider_passend_onderwijs", "Bas Kramer", "bas@voorbeeld.invalid"),
)
MOET_ERBIJ = {
    "thuiszitten": "mo@voorbeeld.invalid",
    "verzuim": "mo@voorbeeld.invalid",
    "leren": "bas@voorbeeld.invalid",
    "gedrag": "bas@voorbeeld.invalid",
}
"""For which reason who of the kernteam must be there (contract 4)."""


@dataclass(frozen=True)
class Kind:
    """Somebody of whom there is an aanmelding; the mother has an address of her own."""

    roepnaam: str
    achternaam: str
    moeder: str
    school: str
    reden: str

    @property
    def adres(self) -> str:
        """Of the mother."""
        return f"{self.moeder.lower()}@thuis.invalid"


KINDEREN = (
    Kind("Daan", "Visser", "Marieke", "Het Baken", "thuiszitten"),
    Kind("Esra", "Kaya", "Zeynep", "Het Baken", "verzuim"),
    Kind("Finn", "Mulder", "Petra", "Het Baken", "leren"),
    Kind("Gwen", "Postma", "Ingrid", "De Linde", "thuiszitten"),
    Kind("Hugo", "Terpstra", "Wilma", "De Linde", "gedrag"),
    Kind("Ilse", "Wouters", "Joke", "De Linde", "pesten"),
)
_DAGNAMEN = {DI: "di", WO: "wo", DO: "do", VR: "vr"}


def school(naam: str, *dicht: date) -> dict[str, Any]:
    """`school/1`, with these closed days."""
    aanwezig = [{"dag": _DAGNAMEN[dag], "dagdeel": "ochtend"} for dag in DAGEN[naam]]
    return {
        "naam": naam,
        "dicht": [dag.isoformat() for dag in dicht],
        "kernteam": [
            {"rol": rol, "naam": wie, "email": email, "ik": rol == "gezinswerker", "aanwezig": aanwezig}
            for rol, wie, email in KERNTEAM
        ],
    }


def aanmelding(kind: Kind) -> dict[str, Any]:
    """`aanmelding/1`, of this Monday."""
    return {
        "jongere": {"roepnaam": kind.roepnaam, "achternaam": kind.achternaam},
        "ouders": [{"naam": f"{kind.moeder} {kind.achternaam}", "gezag": "ja", "email": kind.adres}],
        "school": kind.school,
        "aangemeld": "2026-11-23",
        "redenen": [kind.reden],
    }


def agenda(adres: str) -> bytes:
    """A calendar file with the busy times of this partner."""
    regels = ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//voorbeeld//NL"]
    for nummer, (dag, van, tot) in enumerate(BEZET[adres]):
        regels += ["BEGIN:VEVENT", f"UID:{nummer}@voorbeeld.invalid", "DTSTAMP:20261120T080000Z"]
        for naam, tijd in (("DTSTART", van), ("DTEND", tot)):
            regels.append(f"{naam};TZID=Europe/Amsterdam:{_moment(dag, tijd):%Y%m%dT%H%M%S}")
        regels += ["SUMMARY:Zitting bij de kantonrechter", "END:VEVENT"]
    return "\r\n".join([*regels, "END:VCALENDAR", ""]).encode()


# --- what may be asked of a plan -------------------------------------------------------------------


@dataclass(frozen=True)
class Post:
    """One file that was written: its name, when the talk is, and who is asked in it."""

    naam: str
    begin: datetime
    einde: datetime
    adressen: tuple[str, ...]


@dataclass(frozen=True)
class Start:
    """A startgesprek as the store has it; `op` is None where there is none."""

    kind: Kind
    op: datetime | None


def fouten(gesprekken: Sequence[Start], post: Sequence[Post]) -> set[tuple[str, str]]:
    """What is wrong with this plan and its invitations: (kind of fault, who or which file)."""
    gepland = [(gesprek.kind, gesprek.op) for gesprek in gesprekken if gesprek.op is not None]
    los = {("niet gepland", gesprek.kind.roepnaam) for gesprek in gesprekken if gesprek.op is None}
    moment = {(wat, kind.roepnaam) for kind, op in gepland for wat in _van_moment(kind, op)}
    dubbel = {
        ("tegelijk", f"{een.roepnaam} en {ander.roepnaam}")
        for (een, op), (ander, ook) in combinations(gepland, 2)
        if op < ook + DUUR and ook < op + DUUR
    }
    mail = {(wat, kind.roepnaam) for kind, op in gepland for wat in _van_post(kind, op, post)}
    return los | moment | dubbel | mail | {("naam", een.naam) for een in post if _verraadt(een)}


def _van_moment(kind: Kind, op: datetime) -> Iterator[str]:
    dag, nodig = op.date(), MOET_ERBIJ.get(kind.reden, "")
    begin, einde = (_moment(dag, tijd) for tijd in OCHTEND)
    if dag not in DAGEN[kind.school] or op < begin or op + DUUR > einde:
        yield "niemand op school"
    if dag > UITERLIJK:
        yield "te laat"
    if dag == DICHT.get(kind.school):
        yield "school dicht"
    if dag in ZIEK.get(nodig, ()):
        yield "ziek"
    for bezet, van, tot in BEZET.get(nodig, ()):
        if op < _moment(bezet, tot) and _moment(bezet, van) < op + DUUR:
            yield "bezet"


def _van_post(kind: Kind, op: datetime, post: Sequence[Post]) -> Iterator[str]:
    """The mother has a file of her own, whoever must be there is asked, and nobody who is ill."""
    hiervan = [een for een in post if een.begin == op]
    gevraagd = [een.adressen for een in hiervan]
    if any(een.einde - een.begin != DUUR for een in hiervan):
        yield "andere duur"
    if (kind.adres,) not in gevraagd:
        yield "moeder niet uitgenodigd"
    allen = {adres for adressen in gevraagd for adres in adressen}
    if MOET_ERBIJ.get(kind.reden, kind.adres) not in allen:
        yield "partner niet uitgenodigd"
    if any(op.date() in dagen and adres in allen for adres, dagen in ZIEK.items()):
        yield "zieke uitgenodigd"
    if allen & {ander.adres for ander in KINDEREN if ander != kind}:
        yield "ander gezin uitgenodigd"


def _verraadt(post: Post) -> bool:
    namen = [deel for kind in KINDEREN for deel in (kind.roepnaam, kind.achternaam, kind.moeder)]
    namen += [deel for _, wie, _ in KERNTEAM for deel in wie.split()] + [*DAGEN]
    nummer = re.search(r"2026-\d{3}", post.naam)
    return nummer is not None or any(naam.casefold() in post.naam.casefold() for naam in namen)


def _moment(dag: date, tijd: str) -> datetime:
    return datetime.fromisoformat(f"{dag}T{tijd}").replace(tzinfo=AMSTERDAM)
