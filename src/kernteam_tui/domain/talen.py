"""Languages that families speak at home: the code in the store, the Dutch name on the screen.

Codes are those of ISO 639 (two letters where there are two); the list is what gezinswerkers meet often.
A language that is not in it is kept as it was typed.
"""

from __future__ import annotations

from types import MappingProxyType

TALEN = MappingProxyType(
    {
        "nl": "Nederlands",
        "am": "Amhaars",
        "ar": "Arabisch",
        "ber": "Berbers",
        "bg": "Bulgaars",
        "zh": "Chinees",
        "prs": "Dari",
        "de": "Duits",
        "en": "Engels",
        "fa": "Farsi",
        "fr": "Frans",
        "el": "Grieks",
        "hi": "Hindi",
        "hu": "Hongaars",
        "id": "Indonesisch",
        "it": "Italiaans",
        "ku": "Koerdisch",
        "ur": "Oerdoe",
        "uk": "Oekraïens",
        "pap": "Papiaments",
        "ps": "Pasjtoe",
        "pl": "Pools",
        "pt": "Portugees",
        "ro": "Roemeens",
        "ru": "Russisch",
        "so": "Somalisch",
        "es": "Spaans",
        "srn": "Sranantongo",
        "ti": "Tigrinya",
        "tr": "Turks",
        "vi": "Vietnamees",
    }
)


def taal_naam(code: str) -> str:
    """The Dutch name of a code; a code that is not known is its own name."""
    return TALEN.get(code.strip().lower(), code.strip())


def taal_code(tekst: str) -> str:
    """The code of a language as somebody types it (`Turks`, `tr`); what is not known stays as it is."""
    schoon = tekst.strip()
    if schoon.lower() in TALEN:
        return schoon.lower()
    for code, naam in TALEN.items():
        if naam.casefold() == schoon.casefold():
            return code
    return schoon
