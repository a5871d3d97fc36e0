"""Write the genograms of the committed families for docs: text at 80 and 120 wide, PDF, and that PDF as PNG.

    .venv/bin/python -m tools.genogramplaatjes [--uit docs/plaatjes/genogram] [--alle]

Without --alle: a family of six, the half-siblings of three couples, a grandmother who fosters, and one of 25.
"""

from __future__ import annotations

import argparse
from datetime import date
from pathlib import Path

from kernteam_tui.domain.genogram.omschrijving import beschrijf
from kernteam_tui.domain.genogram.tekst import teken_tekst
from kernteam_tui.exchange.genogram.pdf import maak_beeld, maak_genogram
from tests.unit.genogram.gezinnen import Gezin, alle_gezinnen

DAG = date(2026, 11, 22)
KEUZE = {
    "zes mensen, twee huizen": "zes",
    "halfbroers en -zussen van drie koppels": "drie-koppels",
    "oma is pleegouder en voogd": "oma-pleegouder",
    "vijfentwintig mensen": "vijfentwintig",
}
SCHERMEN = ((80, 24), (120, 40))


def schrijf(deel: Gezin, naam: str, map_: Path) -> list[Path]:
    """All pictures of one family; answers the files."""
    uit = []
    for breed, hoog in SCHERMEN:
        beeld = teken_tekst(deel.stamboom, breed)
        uit.append(map_ / f"{naam}-{breed}x{hoog}.txt")
        uit[-1].write_text("\n".join((*beeld.regels, "", *beeld.legenda, "")), encoding="utf-8")
    uit.append(map_ / f"{naam}-woorden.txt")
    uit[-1].write_text("\n".join((*beschrijf(deel.stamboom), "")), encoding="utf-8")
    uit.append(map_ / f"{naam}.pdf")
    uit[-1].write_bytes(maak_genogram(deel.stamboom, "Genogram", DAG).data)
    uit.append(map_ / f"{naam}.png")
    uit[-1].write_bytes(maak_beeld(deel.stamboom, "Genogram", DAG))
    return uit


def main() -> None:
    """Write and say what was written."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--uit", type=Path, default=Path("docs/plaatjes/genogram"))
    parser.add_argument("--alle", action="store_true")
    keuzes = parser.parse_args()
    keuzes.uit.mkdir(parents=True, exist_ok=True)
    for nummer, deel in enumerate(alle_gezinnen(), start=1):
        if deel.naam in KEUZE or keuzes.alle:
            for bestand in schrijf(deel, KEUZE.get(deel.naam, f"gezin-{nummer}"), keuzes.uit):
                print(bestand)


if __name__ == "__main__":
    main()
