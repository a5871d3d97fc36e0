"""The command `kernteam school`: a school with its kernteam from a file."""

from __future__ import annotations

from argparse import Namespace

from kernteam_tui.cli.invoer import lees_json
from kernteam_tui.cli.kluis import open_kluis
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.domain.codes import Dag, Dagdeel
from kernteam_tui.services.school import PartnerBeeld, SchoolBeeld, save_school


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`school/1` as it is kept; the answer can be read in again. Raises VeldenOngeldig."""
    gegevens = lees_json(keuzes.bestand)
    with open_kluis(keuzes) as sessie:
        beeld = save_school(sessie, gegevens)
    return Antwoord(_gegevens(beeld), _tekst(beeld))


def _gegevens(beeld: SchoolBeeld) -> dict[str, object]:
    return {
        "schema": "school/1",
        "naam": beeld.naam,
        "soort": beeld.soort.value,
        "regio": str(beeld.regio),
        "dicht": [dag.isoformat() for dag in beeld.dicht],
        "ruimtes": list(beeld.ruimtes),
        "kernteam": [
            {
                "rol": partner.rol.value,
                "naam": partner.naam,
                "email": partner.email or None,
                "telefoon": partner.telefoon or None,
                "ik": partner.ik,
                "aanwezig": [{"dag": dag.value, "dagdeel": deel.value} for dag, deel in _dagdelen(partner)],
            }
            for partner in beeld.kernteam
        ],
    }


def _dagdelen(partner: PartnerBeeld) -> list[tuple[Dag, Dagdeel]]:
    """Each dagdeel once: in which weeks and until when it holds is not part of `school/1`."""
    return list(dict.fromkeys((a.dag, a.dagdeel) for a in partner.aanwezig))


def _tekst(beeld: SchoolBeeld) -> tuple[str, ...]:
    return (
        f"Bewaard: {beeld.naam}, {beeld.soort.label}",
        *(
            f"Kernteam: {partner.naam}, {partner.rol.label}, "
            + (
                ", ".join(f"{dag.label}{deel.label}" for dag, deel in _dagdelen(partner))
                or "geen vaste dagdelen"
            )
            for partner in beeld.kernteam
        ),
    )
