"""Where in a format file something is wrong: the part, its line, and what to do about it, in Dutch."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from pydantic import ValidationError

from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.exchange.formaten.basis import ZIN

HOOGSTENS = 5
"""Faults that are named at once; the others come when these are mended."""
_KOP = re.compile(r"\s*\[\[\s*onderdeel\s*\]\]")
_NAAM = re.compile(r"[A-Za-z0-9_.-]{1,40}")
_VELDEN = {
    "": "formaat, datum, bron, onderdeel en variant",
    "onderdeel": "sleutel, titel, vraag, hulp, invul en veld",
    "veld": "sleutel, vraag, hulp en soort",
    "variant": "eerst, per_ouder, niet en woorden",
    "woorden": "titel en vraag",
}
"""Part -> what may stand in it."""
_ZINNEN = {
    "missing": "ontbreekt; zet het erbij",
    "string_too_short": "is leeg; vul het in",
    "too_short": "ontbreekt; zet er minstens één bij",
    "too_long": "zijn er te veel; haal er een paar weg",
    "string_type": "moet tekst zijn; zet het tussen aanhalingstekens",
    "tuple_type": "moet een lijst zijn; kijk naar de haken",
    "model_type": "moet een groep zijn; kijk naar de haken",
    "dict_type": "moet een groep zijn; kijk naar de haken",
    "value_error": "moet een dag zijn; schrijf hem als 2026-11-22",
}
_PATRONEN = {
    "formaat": "gebruik kleine letters, cijfers en streepjes, en begin met een letter (wijkteam-2026-1)",
    "sleutel": "gebruik kleine letters, cijfers en _, en begin met een letter (wat_gaat_goed)",
}


class Plekken:
    """The parts of one file, by their number and name; knows on which line each section begins."""

    def __init__(self, tekst: str, gegevens: dict[str, Any]) -> None:
        self._onderdelen = gegevens.get("onderdeel")
        koppen = [nummer for nummer, regel in enumerate(tekst.split("\n"), 1) if _KOP.match(regel)]
        self._regels = koppen if len(koppen) == len(self._lijst) else []

    @property
    def _lijst(self) -> Sequence[Any]:
        return self._onderdelen if isinstance(self._onderdelen, list) else ()

    def onderdeel(self, nummer: int) -> str:
        """`onderdeel 3 ‘wie_doet_wat’ (regel 20)`; counted from 0."""
        regel = f" (regel {self._regels[nummer]})" if nummer < len(self._regels) else ""
        return f"onderdeel {nummer + 1}{self._sleutel(self._lijst, nummer)}{regel}"

    def zinnen(self, fout: ValidationError) -> list[str]:
        """One for each fault, without what was filled in; not for what only follows from a deeper one."""
        fouten = fout.errors()
        dieper = {een["loc"][:diepte] for een in fouten for diepte in range(len(een["loc"]))}
        return [f"{self._waar(een['loc'])}: {_wat(dict(een))}" for een in fouten if een["loc"] not in dieper]

    def _waar(self, plek: tuple[int | str, ...]) -> str:
        match plek:
            case ("onderdeel", int(nummer), "veld", int(veld), *rest):
                velden = self._lijst[nummer].get("veld", ())
                delen = [self.onderdeel(nummer), f"veld {veld + 1}{self._sleutel(velden, veld)}"]
            case ("onderdeel", int(nummer), *rest):
                delen = [self.onderdeel(nummer)]
            case ("onderdeel", *rest):
                delen = ["onderdelen"]
            case ("variant", str(naam), *rest):
                delen = [f"variant {_naam(naam)}"]
            case _:
                delen, rest = [], list(plek)
        delen += [_deel(deel) for deel in rest if deel != "[key]"]
        return ", ".join(delen) or "het bestand"

    @staticmethod
    def _sleutel(lijst: Any, nummer: int) -> str:
        een = lijst[nummer] if isinstance(lijst, (list, tuple)) and nummer < len(lijst) else None
        naam = een.get("sleutel") if isinstance(een, dict) else None
        return f" ‘{naam}’" if isinstance(naam, str) and _NAAM.fullmatch(naam) else ""


def afwijzing(zinnen: Sequence[str]) -> InhoudOngeldig:
    """The refusal of a file with these faults, one or more."""
    stap = "Pas het bestand daar aan en lees het opnieuw in."
    if len(zinnen) == 1:
        return InhoudOngeldig(f"In dit planformaat klopt één ding niet. {_hoofdletter(zinnen[0])}.", stap)
    rij = " ".join(
        f"({nummer}) {_hoofdletter(zin)}." for nummer, zin in enumerate(zinnen[:HOOGSTENS], start=1)
    )
    rest = f" De eerste {HOOGSTENS}:" if len(zinnen) > HOOGSTENS else ""
    return InhoudOngeldig(f"In dit planformaat kloppen {len(zinnen)} dingen niet.{rest} {rij}", stap)


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


def _deel(deel: int | str) -> str:
    return str(deel + 1) if isinstance(deel, int) else _naam(deel)


def _naam(naam: str) -> str:
    """A name that was made up in the file is shown only where it looks like one."""
    return naam if _NAAM.fullmatch(naam) else "‘…’"


def _wat(fout: dict[str, Any]) -> str:
    soort, plek = str(fout["type"]), fout["loc"]
    if soort == ZIN:
        return str(fout["msg"])
    if soort == "extra_forbidden":
        return f"dit bestaat hier niet; kies uit {_VELDEN[_deel_van(plek)]}"
    if soort in ("enum", "literal_error"):
        allowed = str((fout.get("ctx") or {}).get("expected", "")).replace(" or ", " of ").replace("'", "")
        return f"dit kan niet; kies uit {allowed}"
    if soort == "string_too_long":
        return f"is te lang; maak er hoogstens {(fout.get('ctx') or {}).get('max_length')} letters van"
    if soort == "string_pattern_mismatch":
        return _PATRONEN["formaat" if plek == ("formaat",) else "sleutel"]
    return _ZINNEN.get(soort, "klopt niet; vergelijk het met een formaat van het programma")


def _deel_van(plek: tuple[int | str, ...]) -> str:
    """Which part a field stands in that should not be there."""
    if len(plek) == 1:
        return ""
    if "woorden" in plek[:-1]:
        return "woorden"
    return "veld" if "veld" in plek[:-1] else str(plek[0])
