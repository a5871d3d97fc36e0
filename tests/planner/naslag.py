"""A second reading of contract 4, to check the program against: slow, plain, and sharing nothing with it.

It works on the JSON of `planweek/1` itself and reckons in whole minutes since 1970 (UTC), with sets of
minutes in the place of intervals. It imports nothing of the program.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime, time, timedelta
from functools import cached_property
from itertools import combinations
from typing import Any
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Amsterdam")
WEEKDAGEN = ["ma", "di", "wo", "do", "vr", "za", "zo"]
REDENEN: dict[str, tuple[str, ...]] = {
    "thuiszitten": ("leerplichtambtenaar",),
    "verzuim": ("leerplichtambtenaar",),
    "ziekte": ("jeugdarts", "jeugdverpleegkundige"),
    "leren": ("begeleider_passend_onderwijs",),
    "schoolloopbaan": ("begeleider_passend_onderwijs",),
    "gedrag": ("begeleider_passend_onderwijs",),
}

Minuten = set[int]
Casus = dict[str, Any]


def minuut(moment: str) -> int:
    """A moment as it stands in a file or in an answer; without offset it is Amsterdam."""
    gelezen = datetime.fromisoformat(moment)
    if gelezen.tzinfo is None:
        gelezen = gelezen.replace(tzinfo=ZONE)
    return int(gelezen.timestamp()) // 60


def op_dag(dag: date, klok: str) -> int:
    """The minute at which the clock shows this on that day."""
    return int(datetime.combine(dag, time.fromisoformat(klok), ZONE).timestamp()) // 60


def tussen(dag: date, van: str, tot: str) -> Minuten:
    """The minutes of a stretch of the day; `tot` is not in it."""
    return set(range(op_dag(dag, van), op_dag(dag, tot)))


def schrijf(minuten: int) -> str:
    """A minute as an answer writes it: ISO 8601 with the offset of Amsterdam."""
    return datetime.fromtimestamp(minuten * 60, ZONE).isoformat(timespec="seconds")


class Naslag:
    """One week, ready to be asked about each casus alone."""

    def __init__(self, week: dict[str, Any]) -> None:
        self.week = week
        self.mensen = {mens["id"]: mens for mens in week["mensen"]}
        self.scholen = {school["id"]: school for school in week["scholen"]}
        self.casussen: dict[str, Casus] = {casus["id"]: casus for casus in week["casussen"]}
        self.kernteam: dict[str, set[str]] = {school: set() for school in self.scholen}
        for team in week["kernteams"]:
            self.kernteam[team["school"]] = set(team["leden"])
        self._vrij: dict[tuple[str, str], Minuten] = {}
        self._misschien: dict[tuple[str, str], Minuten] = {}

    @cached_property
    def dagen(self) -> list[date]:
        eerste, laatste = (date.fromisoformat(self.week[naam]) for naam in ("van", "tot"))
        return [eerste + timedelta(days=n) for n in range((laatste - eerste).days)]

    # --- people and rooms -------------------------------------------------------------------------

    def reis(self, een: str, ander: str) -> int:
        """Minutes between two schools; 0 for a pair that is not there."""
        paren = [paar["minuten"] for paar in self.week["reistijd"] if set(paar["tussen"]) == {een, ander}]
        return paren[0] if paren and een != ander else 0

    def aanwezig(self, wie: str, school: str) -> Minuten:
        return {
            minuut_
            for dag in self.dagen
            for plek in self.mensen[wie]["aanwezig"]
            if plek["school"] == school and plek["dag"] == WEEKDAGEN[dag.weekday()]
            for minuut_ in tussen(dag, *self.week["dagdelen"][plek["dagdeel"]])
        }

    def blokken(self, wie: str, school: str, staat: str) -> Minuten:
        """The minutes somebody is lost to this school, travel included."""
        verloren: Minuten = set()
        for blok in self.mensen[wie]["bezet"]:
            van, tot = minuut(blok["van"]), minuut(blok["tot"])
            reis = self.reis(blok["school"], school) if blok["school"] is not None and van < tot else 0
            if blok["staat"] == staat:
                verloren |= set(range(van - reis, tot + reis))
        return verloren

    def vrij(self, wie: str, school: str) -> Minuten:
        """When somebody can come to this school, from the file alone."""
        if (wie, school) not in self._vrij:
            self._vrij[wie, school] = self.aanwezig(wie, school) - self.blokken(wie, school, "bezet")
        return self._vrij[wie, school]

    def misschien(self, wie: str, school: str) -> Minuten:
        """When somebody is under voorbehoud, seen from this school."""
        if (wie, school) not in self._misschien:
            self._misschien[wie, school] = self.blokken(wie, school, "voorbehoud")
        return self._misschien[wie, school]

    def ruimtes(self, school: str, gesprek: Minuten) -> list[str]:
        """Every room that is free for the whole talk, sorted."""
        return sorted(
            ruimte["id"]
            for ruimte in self.scholen[school]["ruimtes"]
            if not any(
                gesprek & set(range(minuut(blok["van"]), minuut(blok["tot"])))
                for blok in ruimte["bezet"]
                if blok["staat"] == "bezet"
            )
        )

    # --- one casus --------------------------------------------------------------------------------

    def eisen(self, casus: Casus) -> dict[str, set[str]]:
        """Every requirement about people that is not lifted: its name -> those of whom one is needed."""
        team = self.kernteam[casus["school"]]
        persoonlijk = {wie: {wie} for wie in {casus["gezinswerker"], *casus["verplicht"]}}
        om_reden = {
            min(rollen): {lid for lid in team if self.mensen[lid]["rol"] in rollen}
            for rollen in {REDENEN[reden] for reden in casus["redenen"] if reden in REDENEN}
        }
        weg_persoon: set[str] = set()
        weg_rol: set[str] = set()
        for regel in casus["zonder"]:
            wie = regel["wie"]
            if wie in self.mensen:
                if wie in persoonlijk:
                    weg_persoon.add(wie)
                else:
                    weg_rol |= {rol for rol, leden in om_reden.items() if wie in leden}
            else:
                gevraagd = {min(rollen) for rollen in REDENEN.values() if wie in rollen} & set(om_reden)
                weg_rol |= gevraagd
                if not gevraagd:
                    weg_persoon |= {id_ for id_ in persoonlijk if self.mensen[id_]["rol"] == wie}
        return {wie: ids for wie, ids in persoonlijk.items() if wie not in weg_persoon} | {
            rol: leden for rol, leden in om_reden.items() if rol not in weg_rol
        }

    def starts(self, casus: Casus) -> list[tuple[date, int]]:
        """Every start on the grid, closed days too: whether the school is open is a requirement."""
        eerste, laatste = (date.fromisoformat(casus[naam]) for naam in ("aangemeld", "uiterlijk"))
        gevonden = []
        for dag in self.dagen:
            if not eerste <= dag <= laatste:
                continue
            for klok in range(0, 24 * 60, self.week["raster_minuten"]):
                tekst = f"{klok // 60:02}:{klok % 60:02}"
                start = op_dag(dag, tekst)
                if schrijf(start)[11:16] == tekst:
                    gevonden.append((dag, start))
        return gevonden

    def ouders(self, casus: Casus, dag: date, gesprek: Minuten) -> set[str]:
        """How well it suits the parents: the windows in which the whole talk fits."""
        if not casus["ouders"]:
            return {"liefst"}
        return {
            venster["voorkeur"]
            for venster in casus["ouders"]
            if venster["dag"] == WEEKDAGEN[dag.weekday()]
            and gesprek <= tussen(dag, venster["van"], venster["tot"])
        }

    def tijdens_les(self, casus: Casus, dag: date, gesprek: Minuten) -> bool:
        return any(
            gesprek & tussen(dag, les["van"], les["tot"])
            for les in casus["lessen"]
            if les["dag"] == WEEKDAGEN[dag.weekday()]
        )

    def open(self, school: str, dag: date) -> bool:
        """Monday to Friday, and not in the list of the school."""
        return dag.weekday() < 5 and dag.isoformat() not in self.scholen[school]["dicht"]

    def kan(self, wie: str, school: str, gesprek: Minuten) -> bool:
        return gesprek <= self.vrij(wie, school)

    def mist(self, casus: Casus, dag: date, start: int) -> set[str]:
        """The requirements that are not met by a talk with this start."""
        school, gesprek = casus["school"], gesprek_van(start, casus["minuten"])
        weg = {
            naam
            for naam, wie in self.eisen(casus).items()
            if not any(self.kan(id_, school, gesprek) for id_ in wie)
        }
        if self.scholen[school]["ruimtes"] and not self.ruimtes(school, gesprek):
            weg.add("ruimte")
        if not self.ouders(casus, dag, gesprek):
            weg.add("ouders")
        if not self.open(school, dag):
            weg.add("school")
        return weg

    def voorstellen(self, casus: Casus) -> list[dict[str, Any]]:
        """Every proposal of this casus alone, best first, as the answer must hold it but for `uitleg`."""
        goed = [(dag, start) for dag, start in self.starts(casus) if not self.mist(casus, dag, start)]
        rijen = [self._rij(casus, dag, start) for dag, start in goed]
        return [voorstel for _, voorstel in sorted(rijen, key=lambda rij: rij[0])]

    def _rij(self, casus: Casus, dag: date, start: int) -> tuple[tuple[int, ...], dict[str, Any]]:
        school, gesprek = casus["school"], gesprek_van(start, casus["minuten"])
        team = self.kernteam[school]
        tafel = team | {casus["gezinswerker"], *casus["verplicht"]}
        erbij = {wie for wie in tafel if self.kan(wie, school, gesprek)}
        partners = {wie for wie in erbij & team if self.mensen[wie]["rol"] != "gezinswerker"}
        les = self.tijdens_les(casus, dag, gesprek)
        voorbehoud = any(gesprek & self.misschien(wie, school) for wie in erbij)
        liefst = "liefst" in self.ouders(casus, dag, gesprek)
        voorstel = {
            "start": schrijf(start),
            "eind": schrijf(start + casus["minuten"]),
            "ruimte": next(iter(self.ruimtes(school, gesprek)), None),
            "erbij": sorted(erbij),
            "niet_erbij": sorted(team - erbij),
            "kenmerken": ["tijdens les"] * les + ["onder voorbehoud"] * voorbehoud,
        }
        return (-len(partners), not liefst, voorbehoud, les, start), voorstel

    def waarom_niet(self, casus: Casus) -> list[str]:
        """Who or what stands in the way; empty where there is a proposal."""
        mislukt = [self.mist(casus, dag, start) for dag, start in self.starts(casus)]
        if any(not weg for weg in mislukt):
            return []
        if not mislukt:
            return ["school"]
        namen = sorted(set().union(*mislukt))
        enkel = [naam for naam in namen if {naam} in mislukt]
        if enkel:
            return enkel
        return next(
            list(groep)
            for aantal in range(2, len(namen) + 1)
            for groep in combinations(namen, aantal)
            if any(weg <= set(groep) for weg in mislukt)
        )

    def antwoord(self) -> list[dict[str, Any]]:
        """`casussen` of `voorstellen/1` by id, without the sentences."""
        return [
            {
                "id": id_,
                "voorstellen": self.voorstellen(self.casussen[id_]),
                "waarom_niet": self.waarom_niet(self.casussen[id_]),
            }
            for id_ in sorted(self.casussen)
        ]


def gesprek_van(start: int, minuten: int) -> Minuten:
    """The minutes of a talk."""
    return set(range(start, start + minuten))


def zonder_zinnen(casussen: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """The answer of the program as `Naslag.antwoord` gives it: without the sentences for a reader."""
    return [
        {
            "id": casus["id"],
            "voorstellen": [
                {veld: waarde for veld, waarde in voorstel.items() if veld != "uitleg"}
                for voorstel in casus["voorstellen"]
            ],
            "waarom_niet": [regel["wie"] for regel in casus["waarom_niet"]],
        }
        for casus in casussen
    ]
