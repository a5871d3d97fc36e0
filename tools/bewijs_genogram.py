"""Print what the measures of the genogram find over the committed families, and what the controls find.

.venv/bin/python -m tools.bewijs_genogram
"""

from __future__ import annotations

from dataclasses import replace

from kernteam_tui.domain.genogram.stamboom import Stamboom
from kernteam_tui.domain.genogram.tekenaar import maak_tekening
from kernteam_tui.domain.genogram.tekening import Lijnsoort, Tekening
from kernteam_tui.domain.genogram.tekst import zet_op_tekst
from kernteam_tui.exchange.genogram.opbouw import bouw_op
from kernteam_tui.exchange.genogram.pdf import VLAK
from tests.unit.genogram import meten
from tests.unit.genogram.gezinnen import alle_gezinnen, gezin
from tests.unit.genogram.test_tekening import NIEUW, met_kind, schuif

MATEN = {
    "people over each other": meten.over_elkaar,
    "lines through somebody": meten.door_iemand,
    "children not under their parents": meten.naast_ouders,
    "relations without a line": meten.niet_getekend,
    "lines of two families on each other": meten.lijnen_op_elkaar,
}


def erbij(stamboom: Stamboom) -> tuple[int, int]:
    """One child added to all parents and all who are old enough: how often, and how often rows turned."""
    tekening = maak_tekening(stamboom)
    voor = meten.volgorde(tekening)
    ouders = {nest.ouders for nest in tekening.verwanten.nesten}
    ouders |= {
        (lid.id,)
        for lid in stamboom.leden
        if (lid.geboortejaar or 0) < 2003 and lid.id not in tekening.verwanten.los
    }
    om = sum(
        bool(meten.omgegooid(voor, meten.volgorde(maak_tekening(met_kind(stamboom, *paar))), {NIEUW}))
        for paar in sorted(ouders)
    )
    return len(ouders), om


def controles() -> None:
    """Drawings that were spoiled on purpose."""
    zes, drie = maak_tekening(gezin("zes mensen, twee huizen")), maak_tekening(gezin("drie generaties"))
    alleen = maak_tekening(gezin("alleenstaande ouder"))
    over = schuif(zes, "tom", zes.figuren["lina"].x + 4)
    ver = schuif(schuif(alleen, "dy", 60), "jay", 70)
    zonder = replace(zes, lijnen=tuple(lijn for lijn in zes.lijnen if lijn.soort is not Lijnsoort.KOPPEL))
    dwars = replace(
        drie.lijnen[0], punten=((0, drie.figuren["mark"].y + 1), (30, drie.figuren["mark"].y + 1))
    )
    print(f"control, one child moved onto another: {len(meten.over_elkaar(over))}")
    print(f"control, children of one mother moved away: {len(meten.naast_ouders(ver))}")
    print(f"control, couple lines left out: {len(meten.niet_getekend(zonder))}")
    door: Tekening = replace(drie, lijnen=(*drie.lijnen, dwars))
    print(f"control, a couple line through names: {len(meten.door_iemand(door))}")
    print(f"control, that line in text: {zet_op_tekst(door, 80).botsingen} letters hit")
    na = meten.volgorde(maak_tekening(met_kind(gezin("drie generaties"), "piet")))
    om = meten.omgegooid(meten.volgorde(drie), [rij[::-1] for rij in na], {NIEUW})
    print(f"control, a picture turned over: {len(om)} rows")


def main() -> None:
    """Every measure over every family, then the controls."""
    gezinnen = alle_gezinnen()
    tekeningen = [maak_tekening(deel.stamboom) for deel in gezinnen]
    mensen = sum(len(tekening.figuren) for tekening in tekeningen)
    lijnen = sum(len(tekening.lijnen) for tekening in tekeningen)
    print(f"{len(gezinnen)} families, {mensen} people, {lijnen} lines")
    for naam, maat in MATEN.items():
        print(f"{naam}: {sum(len(maat(tekening)) for tekening in tekeningen)}")
    print(f"letters hit by a line in text: {sum(zet_op_tekst(t, 80).botsingen for t in tekeningen)}")
    bogen = [boog for tekening in tekeningen for boog in bouw_op(tekening, VLAK).bogen]
    vast = sum(not boog.vrij for boog in bogen)
    print(f"quality lines on paper: {len(bogen)}, through somebody: {vast}")
    keren = [erbij(deel.stamboom) for deel in gezinnen]
    print(
        f"one child added: {sum(keer for keer, _ in keren)} times, turned over: {sum(om for _, om in keren)}"
    )
    print(f"crossings of lines in all drawings: {sum(len(tekening.kruisingen) for tekening in tekeningen)}")
    controles()


if __name__ == "__main__":
    main()
