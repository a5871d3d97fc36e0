"""Reading and refusing content: one place where pydantic's findings become Dutch sentences."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable
from datetime import date, datetime
from typing import Annotated, Any, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from kernteam_tui.domain.fouten import InhoudOngeldig


class Formaat(BaseModel):
    """Base of every format: unknown fields are refused, texts lose the space around them."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, frozen=True)

    @model_validator(mode="before")
    @classmethod
    def _null_is_not_given(cls, gegevens: object) -> object:
        """Other programs write null for what they do not know; a field that is required stays so."""
        if not isinstance(gegevens, dict) or None not in gegevens.values():
            return gegevens
        optional = {veld.alias or naam for naam, veld in cls.model_fields.items() if not veld.is_required()}
        return {k: v for k, v in gegevens.items() if v is not None or k not in optional}


Model = TypeVar("Model", bound=Formaat)


def _only_iso(value: object) -> object:
    """Dates are JJJJ-MM-DD and nothing else (no numbers, no moments)."""
    if isinstance(value, datetime):
        raise ValueError("datum")
    if isinstance(value, date) or value is None:
        return value
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        raise ValueError("datum")
    return date.fromisoformat(value)


Datum = Annotated[date, BeforeValidator(_only_iso), Field(json_schema_extra={"format": "date"})]
"""A day, `JJJJ-MM-DD`."""
JaNee = Annotated[bool, Field(strict=True)]
"""true or false, as the JSON Schema says: not 1 and not "true"."""
Tekst = Annotated[str, Field(max_length=200)]
"""One line."""
LangeTekst = Annotated[str, StringConstraints(max_length=200_000, strip_whitespace=False)]
"""Words of somebody, letter for letter."""


class VeldenOngeldig(InhoudOngeldig):
    """Content that cannot be used, with a Dutch sentence for each field."""

    def __init__(self, velden: dict[str, str]) -> None:
        super().__init__(
            "; ".join(f"{veld}: {zin}" for veld, zin in velden.items()) + "."
            if velden
            else "De inhoud klopt niet.",
            "Pas dit aan en probeer het opnieuw.",
        )
        self.velden = velden
        """Path of the field (`jongere.roepnaam`) -> what is wrong."""


def read_model(model: type[Model], gegevens: object) -> Model:
    """Check content against a format.

    Raises VeldenOngeldig; its sentences name fields and rules, never what was filled in.
    """
    try:
        return model.model_validate(gegevens)
    except ValidationError as error:
        raise VeldenOngeldig(_deepest({_path(e["loc"]): _zin(dict(e)) for e in error.errors()})) from None


ZIN = "zin"
"""Kind of a finding of a format's own: its message is the Dutch sentence."""
MAX_DELEN = 100_000
"""Values in one file, the nested ones included: each wrong one costs a sentence."""
MAX_DIEPTE = 32
"""Groups in groups; the formats need six."""


def read_json(tekst: str, hoogstens: int = MAX_DELEN) -> Any:
    """The JSON in a text of at most so many values.

    Raises InhoudOngeldig where it is none, has a NUL, or is too much.
    """
    try:
        gegevens = json.loads(tekst)
    except (ValueError, RecursionError):
        raise InhoudOngeldig(
            "Dit bestand is geen geldige JSON.", "Maak het bestand opnieuw en probeer het nog eens."
        ) from None
    _weiger_overmaat(gegevens, hoogstens)
    return gegevens


def _weiger_overmaat(gegevens: object, hoogstens: int) -> None:
    laag, aantal = [gegevens], 0
    for _ in range(MAX_DIEPTE):
        aantal += len(laag)
        if any(isinstance(waarde, str) and "\0" in waarde for waarde in laag):
            raise InhoudOngeldig(
                "In dit bestand staat een teken dat geen tekst is (NUL).", "Maak het bestand opnieuw."
            )
        laag = [deel for waarde in laag for deel in _delen(waarde)]
        if not laag:
            return
        if aantal + len(laag) > hoogstens:
            break
    raise InhoudOngeldig(
        "In dit bestand staat veel meer dan het programma kan lezen.", "Kijk of dit het goede bestand is."
    )


def _delen(waarde: object) -> Iterable[object]:
    if isinstance(waarde, dict):
        return waarde.values()
    return waarde if isinstance(waarde, list) else ()


def _deepest(velden: dict[str, str]) -> dict[str, str]:
    """Without what only follows from a fault inside it (a list is empty since its one entry is wrong)."""
    return {
        veld: zin for veld, zin in velden.items() if not any(other.startswith(f"{veld}.") for other in velden)
    }


def _path(loc: tuple[int | str, ...]) -> str:
    return ".".join(str(part)[:40] for part in loc) or "bestand"


_ZINNEN = {
    "missing": "ontbreekt",
    "extra_forbidden": "dit veld bestaat niet",
    "string_too_short": "mag niet leeg zijn",
    "string_too_long": "is te lang",
    "too_short": "minstens één",
    "too_long": "te veel",
    "string_type": "moet tekst zijn",
    "bool_type": "moet waar of onwaar zijn",
    "bool_parsing": "moet waar of onwaar zijn",
    "int_type": "moet een heel getal zijn",
    "int_parsing": "moet een heel getal zijn",
    "int_from_float": "moet een heel getal zijn",
    "tuple_type": "moet een lijst zijn",
    "list_type": "moet een lijst zijn",
    "model_type": "moet een groep velden zijn",
    "dict_type": "moet een groep velden zijn",
}


def _zin(error: dict[str, Any]) -> str:
    kind = str(error["type"])
    if kind == ZIN:
        return str(error["msg"])
    if kind in _ZINNEN:
        return _ZINNEN[kind]
    context = error.get("ctx") or {}
    if kind in ("enum", "literal_error"):
        allowed = str(context.get("expected", "")).replace(" or ", " of ")
        return f"kies uit {allowed}"
    if kind == "value_error":
        return "moet een datum zijn als 2026-11-23"
    if kind == "greater_than_equal":
        return f"minstens {context.get('ge')}"
    if kind == "less_than_equal":
        return f"hoogstens {context.get('le')}"
    return "klopt niet"
