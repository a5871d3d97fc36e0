"""From what the form holds to `aanmelding/1`, and from its paths back to the rows. No Textual."""

from __future__ import annotations

from datetime import date
from typing import Any

from kernteam_tui.domain.talen import taal_code
from kernteam_tui.widgets.datumlezen import lees_datum
from kernteam_tui.widgets.geboortedatum import lees_geboortedatum

OUDERVELDEN = ("naam", "gezag", "woont_bij", "telefoon", "email", "taal", "tolk")
_WETEN = {"ja": True, "nee": False}
_RIJEN = {
    "jongere.roepnaam": "roepnaam",
    "jongere.achternaam": "achternaam",
    "jongere.geboortedatum": "geboortedatum",
    "aanmelder.naam": "aanmelder_naam",
    "aanmelder.rol": "aanmelder_rol",
}


def gegevens_van(waarde: dict[str, Any], aantal_ouders: int, vandaag: date) -> dict[str, Any]:
    """The content of `aanmelding/1` (contract 5). What was left open is left out."""
    geboren = lees_geboortedatum(str(waarde.get("geboortedatum", "")), vandaag)
    aangemeld = lees_datum(str(waarde.get("aangemeld", "")), vandaag)
    gegevens: dict[str, Any] = {
        "jongere": {
            "roepnaam": _tekst(waarde, "roepnaam"),
            "achternaam": _tekst(waarde, "achternaam"),
            "geboortedatum": geboren.isoformat() if geboren else None,
        },
        "ouders": [_ouder(waarde, nummer) for nummer in ingevulde_ouders(waarde, aantal_ouders)],
        "school": _tekst(waarde, "school"),
        "klas": _tekst(waarde, "klas"),
        "mentor": _tekst(waarde, "mentor"),
        "aangemeld": aangemeld.isoformat() if aangemeld else "",
        "redenen": waarde.get("redenen", []),
        "vraagstukken": waarde.get("vraagstukken", []),
        "woorden": waarde.get("woorden", ""),
        "ouders_weten": _WETEN.get(waarde.get("ouders_weten", "")),
        "jongere_weet": _WETEN.get(waarde.get("jongere_weet", "")),
        "spoed": bool(waarde.get("spoed")),
        "buurtteam_betrokken": waarde.get("buurtteam_betrokken") or "onbekend",
        "aanmelder": {"naam": _tekst(waarde, "aanmelder_naam")},
    }
    if waarde.get("aanmelder_rol"):
        gegevens["aanmelder"]["rol"] = waarde["aanmelder_rol"]
    if waarde.get("route"):
        gegevens["route"] = waarde["route"]
    return gegevens


def ingevulde_ouders(waarde: dict[str, Any], aantal: int) -> list[int]:
    """Numbers of the parents of whom something was filled in."""
    return [
        nummer
        for nummer in range(1, aantal + 1)
        if any(_gevuld(waarde.get(f"ouder{nummer}_{veld}")) for veld in OUDERVELDEN)
    ]


def rij_van(pad: str, ouders: list[int]) -> str:
    """Id of the row to which a path of `aanmelding/1` belongs; `ouders.0` is the first filled-in one."""
    delen = pad.split(".")
    if delen[0] == "ouders" and len(delen) == 3 and delen[1].isdecimal() and int(delen[1]) < len(ouders):
        return f"ouder{ouders[int(delen[1])]}_{delen[2]}"
    return _RIJEN.get(pad, delen[0])


def _ouder(waarde: dict[str, Any], nummer: int) -> dict[str, Any]:
    def van(veld: str) -> str:
        return _tekst(waarde, f"ouder{nummer}_{veld}")

    return {
        "naam": van("naam"),
        "gezag": van("gezag") or "onbekend",
        "woont_bij": _WETEN.get(van("woont_bij")),
        "telefoon": van("telefoon") or None,
        "email": van("email") or None,
        "taal": taal_code(van("taal")) or None,
        "tolk": bool(waarde.get(f"ouder{nummer}_tolk")),
    }


def _tekst(waarde: dict[str, Any], veld: str) -> str:
    return str(waarde.get(veld) or "").strip()


def _gevuld(waarde: Any) -> bool:
    return bool(waarde.strip() if isinstance(waarde, str) else waarde)
