"""A second school, with two people who are in the kernteam of De Brug too."""

from __future__ import annotations

from typing import Any

KOMPAS: dict[str, Any] = {
    "naam": "Het Kompas",
    "kernteam": [
        {"rol": "gezinswerker", "naam": "Vera V.", "ik": True},
        {"rol": "leerplichtambtenaar", "naam": "lia", "aanwezig": [{"dag": "wo", "dagdeel": "middag"}]},
        {"rol": "jeugdarts", "naam": "Lia"},
    ],
}
