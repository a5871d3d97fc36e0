"""A family of secret words: every name, reason, theme and number stands nowhere else in the language."""

from __future__ import annotations

from typing import Any

EIGEN_EMAIL = "post1@team.invalid"
OUDER_EEN = "post2@huis.invalid"
OUDER_TWEE = "een.adres.dat.veel.te.lang.is.voor.een.enkele.regel@post.provincie.invalid"
PARTNER_EEN = "post4@gemeente.invalid"
PARTNER_TWEE = "post5@samenwerking.invalid"

SCHOOL: dict[str, Any] = {
    "naam": "De Brug",
    "ruimtes": ["1.12", "2.03"],
    "kernteam": [
        {"rol": "gezinswerker", "naam": "Hadewych Pietersma", "ik": True},
        {"rol": "leerplichtambtenaar", "naam": "Lieuwkje Haverkamp", "email": PARTNER_EEN},
        {"rol": "begeleider_passend_onderwijs", "naam": "Sjuul Tegelaar", "email": PARTNER_TWEE},
        {"rol": "jeugdarts", "naam": "Gijsbrecht Oldenzaal", "telefoon": "06-55500077"},
    ],
}
REDEN = "schuldhulp belde, moeder is opgenomen"
AANMELDING: dict[str, Any] = {
    "jongere": {"roepnaam": "Zwaluwe", "achternaam": "Vosmeer", "geboortedatum": "2012-05-04"},
    "ouders": [
        {
            "naam": "Bregtje Vosmeer",
            "gezag": "ja",
            "woont_bij": True,
            "email": OUDER_EEN,
            "telefoon": "06-55512345",
            "taal": "tr",
        },
        {"naam": "Radboud Kwintel", "gezag": "ja", "woont_bij": False, "email": OUDER_TWEE},
    ],
    "school": "De Brug",
    "klas": "3vmbo-tl7",
    "mentor": "Meester Ploegmakers",
    "aangemeld": "2026-11-20",
    "route": "school",
    "aanmelder": {"naam": "Ottilie Zeegers", "rol": "zorgcoordinator"},
    "redenen": ["thuiszitten"],
    "vraagstukken": ["schulden", "echtscheiding"],
    "woorden": "Zwaluwe slaapt slecht en komt niet.",
    "ouders_weten": True,
}
GEHEIM = (
    *("Zwaluwe", "Vosmeer", "Bregtje", "Radboud", "Kwintel", "Ploegmakers", "Ottilie", "Zeegers"),
    *("Hadewych", "Pietersma", "Lieuwkje", "Haverkamp", "Sjuul", "Tegelaar", "Gijsbrecht", "Oldenzaal"),
    *("thuiszit", "schuld", "scheiding", "opgenomen", "slaapt", "startgesprek van", "huisbezoek", "3vmbo"),
    *("2026-001", "2012", "06-555", "Meidoornlaan", "Buurthuis"),
)
"""None of these may stand in a line or in a file name."""


def geheimen_in(*teksten: str) -> list[str]:
    """Which secret words stand in these texts, however they are written."""
    folded = " ".join(teksten).casefold()
    return [word for word in GEHEIM if word.casefold() in folded]
