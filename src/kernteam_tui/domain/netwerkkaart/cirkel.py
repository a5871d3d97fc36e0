"""The map as real circles, in millimetres: where each label lies on paper."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import atan2, cos, degrees, hypot, radians, sin

from kernteam_tui.domain.celtekst import celbreedte, kort
from kernteam_tui.domain.gezinscodes import Netwerkgroep
from kernteam_tui.domain.netwerkkaart.kaart import Kaart, Mens
from kernteam_tui.domain.netwerkkaart.vakken import RINGEN

RONDOM = (
    Netwerkgroep.GEZIN,
    Netwerkgroep.VRIENDEN,
    Netwerkgroep.KENNISSEN,
    Netwerkgroep.BUREN,
    Netwerkgroep.PROFESSIONALS,
    Netwerkgroep.SCHOOL,
    Netwerkgroep.FAMILIE,
)
"""The groups clockwise, the gezin on top: the sides of the drawing on the screen."""
STRAAL, MIDDEN = 86.0, 12.0
"""Of the map and of the circle in the middle."""
SMALSTE_RING = 18.0
SCHALEN = (1.0, 0.9, 0.8, 0.7, 0.6, 0.5)
"""Of the labels, tried in this order until everybody has a place."""
NAAM_TEKENS = 18
TEKEN_MM, PLUS_MM = 4.6, 1.4
REGEL_MM = 3.7
LETTER_MM = {"MWmw@": 2.75, "ABCDEFGHKNOPQRSTUVXYZ0123456789": 2.05, "iljIJtfr.,'-· ": 1.2}
"""Width of letters in the labels at scale 1; of those that are not here 1.85."""
GROEPNAAM_MM = (2.1, 4.4)
"""Width of a letter of the name of a group, and its height."""
_DRUK = {1: 1.7, 2: 1.0, 3: 0.7}
"""How much of the angle one person of a ring asks."""


@dataclass(frozen=True)
class Vlak:
    """A rectangle: its middle, from the middle of the map (y down), its width and height, in millimetres."""

    x: float
    y: float
    b: float
    h: float

    def raakt(self, ander: Vlak) -> bool:
        """Whether the two lie over each other."""
        return abs(self.x - ander.x) * 2 < self.b + ander.b and abs(self.y - ander.y) * 2 < self.h + ander.h

    @property
    def hoeken(self) -> tuple[tuple[float, float], ...]:
        """The four corners."""
        return tuple(
            (self.x + kant * self.b / 2, self.y + eind * self.h / 2) for kant in (-1, 1) for eind in (-1, 1)
        )


@dataclass(frozen=True)
class Taartpunt:
    """The piece of one group: its angles in degrees, clockwise from the top, and where its name stands."""

    groep: Netwerkgroep
    van: float
    tot: float
    naam: Vlak

    @property
    def midden(self) -> float:
        """The angle halfway."""
        return (self.van + self.tot) / 2


@dataclass(frozen=True)
class Cirkel:
    """The whole map. `stralen` are the outer edges of the three rings."""

    stralen: tuple[float, float, float]
    punten: tuple[Taartpunt, ...]
    labels: Mapping[str, Vlak]
    """By id of the person."""
    schaal: float
    """Of the letters in the labels."""
    niet_getekend: tuple[str, ...] = ()
    """Ids of who found no place; they stand in the list under the map."""


def leg_cirkel(kaart: Kaart) -> Cirkel:
    """Give everybody a place in their group and ring, with no label over another.

    Where it is full the letters become smaller. The same map gives the same places.
    """
    stralen, punten = _stralen(kaart), _punten(kaart)
    cirkel = Cirkel(stralen, punten, {}, SCHALEN[0])
    for schaal in SCHALEN:
        cirkel = _leg(kaart, stralen, punten, schaal)
        if not cirkel.niet_getekend:
            break
    return cirkel


def naam_op_kaart(mens: Mens) -> str:
    """The name as long as a label has room for."""
    return kort(mens.naam, NAAM_TEKENS)


def onder_naam(mens: Mens) -> str:
    """The second line of a label: `P G · JIM`; may be empty."""
    return " · ".join(deel for deel in (" ".join(mens.letters), "JIM" if mens.jim else "") if deel)


def _leg(
    kaart: Kaart, stralen: tuple[float, float, float], punten: Sequence[Taartpunt], schaal: float
) -> Cirkel:
    labels: dict[str, Vlak] = {}
    bezet = [punt.naam for punt in punten]
    niet = []
    per_groep = {punt.groep: punt for punt in punten}
    for mens in kaart.mensen:
        vlak = _plek(mens, per_groep[mens.groep], stralen, schaal, bezet)
        if vlak is None:
            niet.append(mens.id)
        else:
            labels[mens.id] = vlak
            bezet.append(vlak)
    return Cirkel(stralen, tuple(punten), labels, schaal, tuple(niet))


def _plek(
    mens: Mens,
    punt: Taartpunt,
    stralen: tuple[float, float, float],
    schaal: float,
    bezet: Sequence[Vlak],
) -> Vlak | None:
    """The first free place: wholly in the piece where that is possible, else with its middle in it."""
    breed, hoog = _maat(mens, schaal)
    binnen = (MIDDEN, *stralen)[mens.nabij - 1]
    vrij = []
    for x, y in _kandidaten(punt, binnen, stralen[mens.nabij - 1]):
        vlak = Vlak(x, y, breed, hoog)
        if not _op_de_kaart(vlak) or any(vlak.raakt(ander) for ander in bezet):
            continue
        if all(_in_punt(punt, *hoek) for hoek in vlak.hoeken):
            return vlak
        vrij.append(vlak)
    return next(iter(vrij), None)


def _kandidaten(punt: Taartpunt, binnen: float, buiten: float) -> Iterator[tuple[float, float]]:
    """Places in one piece of one ring, from its middle outwards."""
    diep, half = (buiten - binnen) / 2, (punt.tot - punt.van) / 2
    for stap in (0.0, -0.3, 0.3, -0.55, 0.55, -0.75, 0.75):
        straal = binnen + diep + stap * diep
        aantal = max(1, int(radians(half) * straal / 2.5))
        for nummer in range(2 * aantal - 1):
            kant = (nummer + 1) // 2 * (1 if nummer % 2 else -1)
            hoek = radians(punt.midden + kant * half / aantal)
            yield straal * sin(hoek), -straal * cos(hoek)


def _op_de_kaart(vlak: Vlak) -> bool:
    """Inside the outer circle, and clear of the one in the middle."""
    if any(hypot(x, y) > STRAAL - 1 for x, y in vlak.hoeken):
        return False
    dichtst_x = max(0.0, abs(vlak.x) - vlak.b / 2)
    dichtst_y = max(0.0, abs(vlak.y) - vlak.h / 2)
    return hypot(dichtst_x, dichtst_y) > MIDDEN + 0.5


def _in_punt(punt: Taartpunt, x: float, y: float) -> bool:
    hoek = degrees(atan2(x, -y))
    return any(punt.van <= hoek + rond <= punt.tot for rond in (-360, 0, 360))


def _maat(mens: Mens, schaal: float) -> tuple[float, float]:
    tekst = max(_tekstbreedte(naam_op_kaart(mens)), _tekstbreedte(onder_naam(mens)) * 0.85)
    regels = 2 if onder_naam(mens) else 1
    return (TEKEN_MM + PLUS_MM + tekst) * schaal, (REGEL_MM * regels + PLUS_MM) * schaal


def _tekstbreedte(tekst: str) -> float:
    return sum(
        next((breed for letters, breed in LETTER_MM.items() if letter in letters), 1.85 * celbreedte(letter))
        for letter in tekst
    )


def _stralen(kaart: Kaart) -> tuple[float, float, float]:
    """Rings as deep as who stands in them asks, none too narrow for a label."""
    vraag = [3 + sum(mens.nabij == ring for mens in kaart.mensen) / ring for ring in RINGEN]
    over = STRAAL - MIDDEN - len(RINGEN) * SMALSTE_RING
    diep = [SMALSTE_RING + over * deel / sum(vraag) for deel in vraag]
    return MIDDEN + diep[0], MIDDEN + diep[0] + diep[1], STRAAL


def _punten(kaart: Kaart) -> tuple[Taartpunt, ...]:
    """A piece for each group, wider where more people stand; the gezin always in the middle of the top."""
    druk = [1.0 + max(_DRUK[ring] * len(kaart.in_vak(groep, ring)) for ring in RINGEN) for groep in RONDOM]
    graden = [360 * deel / sum(druk) for deel in druk]
    begin = -graden[0] / 2
    uit = []
    for groep, breed in zip(RONDOM, graden, strict=True):
        uit.append(Taartpunt(groep, begin, begin + breed, _groepnaam(groep, begin + breed / 2)))
        begin += breed
    return tuple(uit)


def _groepnaam(groep: Netwerkgroep, graden: float) -> Vlak:
    """Inside the outer circle, as far out as the word can be."""
    breed, hoog = len(groep.label) * GROEPNAAM_MM[0], GROEPNAAM_MM[1]
    hoek = radians(graden)
    straal = STRAAL
    while True:
        vlak = Vlak(straal * sin(hoek), -straal * cos(hoek), breed, hoog)
        if all(hypot(x, y) <= STRAAL - 1.5 for x, y in vlak.hoeken):
            return vlak
        straal -= 0.5
