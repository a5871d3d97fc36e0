"""The deel-poort over a case with 500 notes, against reading the same rows from the store.

    python -m bench.deelpoort

Both sides read the notes; one also asks of each whether it may go into a copy for a parent, and weighs whose
words stand in it. The ratio is what the sharing rules cost; no goal is promised.
"""

from __future__ import annotations

import tempfile
from datetime import date
from pathlib import Path

from bench.opstelling.tweeling import Stopwatch, alternate
from kernteam_tui.domain.codes import NotitieSoort
from kernteam_tui.domain.deelcodes import Gegeven, Uitweg
from kernteam_tui.domain.delen.deelvraag import Feit
from kernteam_tui.domain.delen.doorlaat import laat_door
from kernteam_tui.services.deelpoort import lees_poort
from kernteam_tui.services.demo import maak_demo
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.notities import schrijf_notitie
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toegang import unlock

NOTES, ROUNDS = 500, 40
CASUS = "2026-014"
_TEXT = "Oma belt elke ochtend. Drie dagen naar school, slaapt beter, ruzie met vader op zondag. " * 20


def main() -> None:
    """Fill one case, then read it with and without weighing, in turns."""
    klok = SysteemKlok(date(2026, 11, 23))
    with tempfile.TemporaryDirectory(prefix="deelpoort-") as folder:
        demo = maak_demo(Path(folder) / "kluis", klok)
        sessie = unlock(demo.map, demo.wachtwoordzin, klok)
        casus_id = _fill(sessie)
        weighed = 0

        def with_rules(watch: Stopwatch) -> None:
            nonlocal weighed
            with watch.running():
                weighed = _weigh(sessie, casus_id)

        def bare(watch: Stopwatch) -> None:
            with watch.running():
                _read(sessie, casus_id)

        outcome = alternate(ROUNDS, with_rules, bare)
        print(f"{weighed} notities gewogen")
        print(
            f"deel-poort over {NOTES} notities: lezen en wegen {outcome.ours_ms:.2f} ms, "
            f"alleen lezen {outcome.theirs_ms:.2f} ms, x{outcome.ratio:.2f}"
        )
        sessie.close()


def _fill(sessie: Sessie) -> str:
    with sessie.unit_of_work() as uow:
        casus_id = uow.casussen.find(nummer=CASUS)[0].id
        there = len(uow.notities.find(casus_id=casus_id))
    for number in range(NOTES - there):
        schrijf_notitie(sessie, casus_id, NotitieSoort.HUISBEZOEK, f"{number} {_TEXT}")
    return casus_id


def _read(sessie: Sessie, casus_id: str) -> int:
    with sessie.unit_of_work() as uow:
        lees_poort(uow, casus_id, sessie.vandaag())
        return len(uow.notities.find(casus_id=casus_id))


def _weigh(sessie: Sessie, casus_id: str) -> int:
    with sessie.unit_of_work() as uow:
        poort = lees_poort(uow, casus_id, sessie.vandaag())
        notes = uow.notities.find(casus_id=casus_id)
        reader = poort.gezin.ouders_van(poort.casus.jongere.id)[0].id
        gevallen = poort.gevallen(reader, Uitweg.AFSCHRIFT)
        lezer = gevallen[0].lezer
        feiten = [
            Feit(note.id, Gegeven.CONTACT_ANDER)
            if poort.verraadt_een_ander(note.tekst, lezer)
            else Feit(note.id, Gegeven.INHOUD, poort.over(note.met_wie, lezer))
            for note in notes
        ]
        outcome = laat_door(feiten, *gevallen)
        return len(outcome.door) + len(outcome.weggelaten)


if __name__ == "__main__":
    main()
