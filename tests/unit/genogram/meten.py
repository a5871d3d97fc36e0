"""What makes a genogram right, measured on the drawing itself and not on how it came about.

Each function answers what is wrong, as sentences; an empty list is a good drawing.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from itertools import pairwise

from kernteam_tui.domain.celtekst import celbreedte
from kernteam_tui.domain.genogram.stamboom import Kindschap, Stamboom
from kernteam_tui.domain.genogram.tekening import Figuur, Lijn, Lijnsoort, Punt, Tekening, stukken
from kernteam_tui.domain.gezinscodes import OuderSoort

UIT_HET_MIDDEN = 6
"""Columns (half a name) that the middle of the children may stand outside their parents."""


def cellen(figuur: Figuur) -> set[Punt]:
    """Every cell that somebody's sign, name and household take."""
    uit = set()
    for regel, tekst in enumerate((figuur.etiket.teken, figuur.etiket.naam, figuur.etiket.huis)):
        links = figuur.x - celbreedte(tekst) // 2
        uit |= {(links + plek, figuur.y + regel) for plek in range(celbreedte(tekst))}
    return uit


def over_elkaar(tekening: Tekening) -> list[str]:
    """People whose cells meet, or stand without a space between them."""
    van: dict[Punt, str] = {}
    fout = []
    for lid, figuur in tekening.figuren.items():
        for cel in cellen(figuur):
            for buur in (cel, (cel[0] - 1, cel[1]), (cel[0] + 1, cel[1])):
                if van.get(buur, lid) != lid:
                    fout.append(f"{lid} en {van[buur]} raken elkaar op {buur}")
        van.update(dict.fromkeys(cellen(figuur), lid))
        if min(x for x, _ in cellen(figuur)) < 0:
            fout.append(f"{lid} staat buiten beeld")
    return fout


def lijncellen(lijn: Lijn) -> set[Punt]:
    """Every cell of a line."""
    uit = set()
    for (x1, y1), (x2, y2) in stukken(lijn):
        uit |= {
            (x, y) for x in range(min(x1, x2), max(x1, x2) + 1) for y in range(min(y1, y2), max(y1, y2) + 1)
        }
    return uit


def door_iemand(tekening: Tekening, soorten: tuple[Lijnsoort, ...] = tuple(Lijnsoort)) -> list[str]:
    """Lines that run through somebody who is not at one of their ends."""
    van = {cel: lid for lid, figuur in tekening.figuren.items() for cel in cellen(figuur)}
    return [
        f"{lijn.soort.value} {lijn.ids} loopt door {van[cel]}"
        for lijn in tekening.lijnen
        if lijn.soort in soorten
        for cel in lijncellen(lijn)
        if cel in van and van[cel] not in lijn.ids
    ]


def naast_ouders(tekening: Tekening) -> list[str]:
    """Children who do not stand below their own parents, or too far from between them."""
    fout = []
    for nest in tekening.verwanten.nesten:
        eigen = [kind for kind in nest.kind_ids if tekening.verwanten.nesten_van[kind][0] is nest]
        ouders = [tekening.figuren[ouder] for ouder in nest.ouders]
        if not eigen or not ouders:
            continue
        if min(tekening.figuren[kind].y for kind in eigen) <= max(ouder.y for ouder in ouders):
            fout.append(f"{eigen} staan niet onder {nest.ouders}")
        if (ver := _buiten(tekening, eigen, ouders)) > UIT_HET_MIDDEN:
            fout.append(f"{eigen} staan {ver} kolommen naast {nest.ouders}")
    return fout


def _buiten(tekening: Tekening, kinderen: list[str], ouders: list[Figuur]) -> float:
    plekken = [tekening.figuren[kind].x for kind in kinderen]
    midden = (min(plekken) + max(plekken)) / 2
    links, rechts = min(ouder.x for ouder in ouders), max(ouder.x for ouder in ouders)
    return max(links - midden, midden - rechts, 0)


def niet_getekend(tekening: Tekening) -> list[str]:
    """Facts of the family without a line between exactly those people."""
    stamboom = tekening.verwanten.stamboom
    fout = [f"{lid.id} ontbreekt" for lid in stamboom.leden if lid.id not in tekening.figuren]
    koppels = {
        frozenset(lijn.ids)
        for lijn in tekening.lijnen
        if lijn.soort is Lijnsoort.KOPPEL and all(_raakt(tekening.figuren[lid], lijn) for lid in lijn.ids)
    }
    fout += [
        f"geen lijn tussen {koppel.a_id} en {koppel.b_id}"
        for koppel in stamboom.koppels
        if frozenset((koppel.a_id, koppel.b_id)) not in koppels
    ]
    kinderen = {
        (lijn.ids[0], ouder) for lijn in tekening.lijnen for ouder in _bereikte_ouders(lijn, tekening)
    }
    for band in stamboom.kindschappen:
        if (band.kind_id, band.ouder_id) not in kinderen and not _stief_via_ouder(band, stamboom, koppels):
            fout.append(f"geen lijn van {band.ouder_id} naar {band.kind_id}")
    return fout


def _raakt(figuur: Figuur, lijn: Lijn) -> bool:
    """Whether a line ends at the sign, or at the label of the one it leaves from."""
    return any(
        abs(x - figuur.x) <= figuur.etiket.breedte and figuur.y <= y <= figuur.onder
        for x, y in (lijn.punten[0], lijn.punten[-1])
    )


def _bereikte_ouders(lijn: Lijn, tekening: Tekening) -> Iterator[str]:
    """The parents at the upper end of a child line that ends on the sign of the child."""
    if lijn.soort is Lijnsoort.KOPPEL:
        return
    kind = tekening.figuren[lijn.ids[0]]
    x, y = lijn.punten[-1]
    if y != kind.y or abs(x - kind.x) > 3:
        return
    for ouder in lijn.ids[1:]:
        begint = _raakt(tekening.figuren[ouder], Lijn(lijn.soort, lijn.stijl, lijn.punten[:1], (), ""))
        samen = [ander for ander in tekening.lijnen if ander.soort is Lijnsoort.KOPPEL and ouder in ander.ids]
        op_koppel = any(
            set(ander.ids) == set(lijn.ids[1:]) and lijn.punten[0] in lijncellen(ander) for ander in samen
        )
        via_partner = any(set(ander.ids) == set(lijn.ids[1:]) for ander in samen)
        if begint or op_koppel or via_partner:
            yield ouder


def _stief_via_ouder(band: Kindschap, stamboom: Stamboom, koppels: set[frozenset[str]]) -> bool:
    """A step-parent stands by the couple line with the parent alone."""
    ouders = {
        ander.ouder_id
        for ander in stamboom.kindschappen
        if ander.kind_id == band.kind_id and ander.soort is not OuderSoort.STIEF
    }
    return band.soort is OuderSoort.STIEF and any(
        frozenset((band.ouder_id, ouder)) in koppels for ouder in ouders
    )


def lijnen_op_elkaar(tekening: Tekening) -> list[str]:
    """Lines of different families that lie on each other, so that nobody can tell them apart."""
    stapjes: dict[tuple[Punt, Punt], str] = {}
    fout = []
    for lijn in tekening.lijnen:
        for van, tot in stukken(lijn):
            (x1, y1), (x2, y2) = sorted((van, tot))
            rij = [(x, y) for x in range(x1, x2 + 1) for y in range(y1, y2 + 1)]
            for stap in pairwise(rij):
                if stapjes.setdefault(stap, lijn.net) != lijn.net:
                    fout.append(f"{lijn.net} ligt op {stapjes[stap]} bij {stap[0]}")
    return fout


def volgorde(tekening: Tekening) -> list[list[str]]:
    """Everybody from left to right, per row from above, those put aside last."""
    rijen: defaultdict[int, list[Figuur]] = defaultdict(list)
    for figuur in tekening.figuren.values():
        rijen[figuur.y].append(figuur)
    return [
        [figuur.lid.id for figuur in sorted(rijen[y], key=lambda figuur: figuur.x)] for y in sorted(rijen)
    ]


def omgegooid(voor: list[list[str]], na: list[list[str]], nieuw: set[str]) -> list[str]:
    """Rows on which the others stand in another order than before `nieuw` came."""
    rest = [[lid for lid in rij if lid not in nieuw] for rij in na]
    return [
        f"{oud} werd {rij}" for oud, rij in zip(voor, [rij for rij in rest if rij], strict=True) if oud != rij
    ]


def onleesbaar(regels: tuple[str, ...], plekken: Mapping[str, tuple[int, int, str]]) -> list[str]:
    """People whose text does not stand, letter for letter, where the drawing says it stands."""
    fout = []
    for lid, (rij, kolom, tekst) in plekken.items():
        if regels[rij][kolom : kolom + len(tekst)] != tekst:
            fout.append(f"{lid}: {regels[rij][kolom : kolom + len(tekst)]!r} en niet {tekst!r}")
    return fout
