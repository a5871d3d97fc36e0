"""From a school to the fields of its form and back."""

from __future__ import annotations

from datetime import date
from typing import Any

from kernteam_tui.domain.codes import Regio, SchoolSoort
from kernteam_tui.screens.school.dichte_dagen import lees_dagen, schrijf_dagen
from kernteam_tui.screens.school.kernteamveld import Lid, eerste_kernteam, is_nieuw, met_naam, nieuw_lid
from kernteam_tui.services.instellingen import InstellingenBeeld
from kernteam_tui.services.school import PartnerBeeld, SchoolBeeld
from kernteam_tui.widgets.rooster import VAKKEN

Waarden = dict[str, Any]
MINUTEN = 60


def waarden_nieuw(ik: InstellingenBeeld) -> Waarden:
    """The form for a school that is not there yet; `ik`: the user, who is in its kernteam."""
    kernteam = eerste_kernteam(ik.naam, ik.email, ik.telefoon)
    return {
        "naam": "",
        "soort": str(SchoolSoort.VO),
        "regio": str(Regio.MIDDEN),
        "kernteam": kernteam,
        "rooster": {lid["sleutel"]: [] for lid in met_naam(kernteam)},
        "ruimtes": "",
        "dicht": "",
        "mentor_erbij": "ja",
        "gesprek_minuten": str(MINUTEN),
    }


def waarden_van(school: SchoolBeeld, vandaag: date) -> Waarden:
    """The form for a school as it is on this day."""
    leden = [_lid(partner) for partner in school.kernteam]
    if not any(lid["ik"] for lid in leden):
        leden.insert(0, nieuw_lid("n1", "gezinswerker", ik=True))
    return {
        "naam": school.naam,
        "soort": str(school.soort),
        "regio": str(school.regio),
        "kernteam": leden,
        "rooster": {partner.id: _vakken(partner, vandaag) for partner in school.kernteam},
        "ruimtes": ", ".join(school.ruimtes),
        "dicht": "\n".join(schrijf_dagen(school.dicht)),
        "mentor_erbij": "ja" if school.mentor_erbij else "nee",
        "gesprek_minuten": str(school.gesprek_minuten),
    }


def gegevens_van(waarde: Waarden, vandaag: date) -> Waarden:
    """What the service takes (`school/1` as the form knows it); `gesprek_minuten` must be a number."""
    return {
        "naam": waarde["naam"],
        "soort": waarde["soort"] or str(SchoolSoort.VO),
        "regio": waarde["regio"] or str(Regio.MIDDEN),
        "ruimtes": [ruimte for ruw in waarde["ruimtes"].split(",") if (ruimte := ruw.strip())],
        "dicht": [dag.isoformat() for dag in lees_dagen(waarde["dicht"], vandaag)[0]],
        "mentor_erbij": waarde["mentor_erbij"] != "nee",
        "gesprek_minuten": int(waarde["gesprek_minuten"] or MINUTEN),
        "kernteam": [_invoer(lid, waarde["rooster"]) for lid in met_naam(waarde["kernteam"])],
    }


def roosterrijen(leden: list[Lid]) -> list[tuple[str, str]]:
    """Who stands in the grid: key and name."""
    return [(lid["sleutel"], "jij" if lid["ik"] else lid["naam"].strip()) for lid in met_naam(leden)]


def _vakken(partner: PartnerBeeld, vandaag: date) -> list[str]:
    aanwezig = {f"{a.dag}-{a.dagdeel}" for a in partner.aanwezig if a.tot_en_met >= vandaag}
    return [vak for vak in VAKKEN if vak in aanwezig]


def _lid(partner: PartnerBeeld) -> Lid:
    return {
        "sleutel": partner.id,
        "rol": str(partner.rol),
        "naam": partner.naam,
        "email": partner.email,
        "telefoon": partner.telefoon,
        "ik": partner.ik,
    }


def _invoer(lid: Lid, rooster: dict[str, list[str]]) -> Waarden:
    vakken = (vak.partition("-") for vak in rooster.get(lid["sleutel"], ()))
    return {
        "id": None if is_nieuw(lid) else lid["sleutel"],
        "rol": lid["rol"],
        "naam": lid["naam"],
        "email": lid["email"] or None,
        "telefoon": lid["telefoon"] or None,
        "ik": lid["ik"],
        "aanwezig": [{"dag": dag, "dagdeel": dagdeel} for dag, _, dagdeel in vakken],
    }
