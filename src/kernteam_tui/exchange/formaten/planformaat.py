"""The file that holds the format of a gezinsplan: its sections and what each variant does with them."""

from __future__ import annotations

import tomllib
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.planformaat import Invul, PlanFormaat, Variantvorm, VastOnderdeel, Woordkeus
from kernteam_tui.exchange.formaten.basis import ZIN, Formaat, read_model

Sleutel = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Titel = Annotated[str, Field(min_length=1, max_length=60)]
Vraag = Annotated[str, Field(min_length=1, max_length=300)]


class OnderdeelBestand(Formaat):
    """One section."""

    sleutel: Sleutel
    titel: Titel
    vraag: Vraag
    hulp: Annotated[str, Field(max_length=300)] = ""
    invul: Invul = Invul.TEKST


class WoordkeusBestand(Formaat):
    """Other words for a section."""

    titel: Annotated[str, Field(max_length=60)] = ""
    vraag: Annotated[str, Field(max_length=300)] = ""


class VariantBestand(Formaat):
    """What a variant does differently."""

    eerst: tuple[Sleutel, ...] = ()
    per_ouder: tuple[Sleutel, ...] = ()
    woorden: dict[Sleutel, WoordkeusBestand] = Field(default_factory=dict)


class PlanformaatBestand(Formaat):
    """A whole format. `datum` and `bron` say where it comes from."""

    formaat: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{2,59}$")]
    datum: date
    bron: Annotated[str, Field(min_length=1, max_length=300)]
    onderdeel: Annotated[tuple[OnderdeelBestand, ...], Field(min_length=1, max_length=60)]
    variant: dict[PlanVariant, VariantBestand] = Field(default_factory=dict)

    @model_validator(mode="after")
    def _keys_fit(self) -> PlanformaatBestand:
        sleutels = Counter(onderdeel.sleutel for onderdeel in self.onderdeel)
        if dubbel := _opsomming(sleutel for sleutel, keer in sleutels.items() if keer > 1):
            raise PydanticCustomError(ZIN, "deze sleutels staan er dubbel in: {x}", {"x": dubbel})
        for soort in (Invul.DOELEN, Invul.ACTIES, Invul.EVALUATIE):
            if sum(onderdeel.invul is soort for onderdeel in self.onderdeel) != 1:
                raise PydanticCustomError(ZIN, "precies één onderdeel heeft invul {x}", {"x": soort.value})
        for naam, vorm in self.variant.items():
            genoemd = {*vorm.eerst, *vorm.per_ouder, *vorm.woorden}
            if onbekend := _opsomming(sleutel for sleutel in genoemd if sleutel not in sleutels):
                raise PydanticCustomError(
                    ZIN,
                    "variant {v} noemt onderdelen die er niet zijn: {x}",
                    {"v": naam.value, "x": onbekend},
                )
        return self


def lees_planformaat(tekst: str, vereist: Iterable[str] = ()) -> PlanFormaat:
    """The format in the text of a TOML file. `vereist`: keys that may not be missing.

    Raises InhoudOngeldig where it is no TOML, VeldenOngeldig with a sentence for each wrong field.
    """
    try:
        gegevens = tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as fout:
        raise InhoudOngeldig(
            f"Dit bestand is geen geldige TOML ({_plaats(fout)}).",
            "Kijk op die plek of een aanhalingsteken of haakje mist.",
        ) from None
    bestand = read_model(PlanformaatBestand, gegevens)
    sleutels = {onderdeel.sleutel for onderdeel in bestand.onderdeel}
    if ontbreekt := _opsomming(sleutel for sleutel in vereist if sleutel not in sleutels):
        raise InhoudOngeldig(
            f"Deze vaste onderdelen ontbreken: {ontbreekt}.",
            "Zet ze erin; titel, vraag en volgorde mag je zelf kiezen.",
        )
    return _formaat(bestand)


def _formaat(bestand: PlanformaatBestand) -> PlanFormaat:
    return PlanFormaat(
        bestand.formaat,
        tuple(
            VastOnderdeel(nr, o.sleutel, o.titel, o.vraag, o.invul, o.hulp)
            for nr, o in enumerate(bestand.onderdeel, start=1)
        ),
        {
            naam: Variantvorm(
                vorm.eerst,
                frozenset(vorm.per_ouder),
                {sleutel: Woordkeus(keus.titel, keus.vraag) for sleutel, keus in vorm.woorden.items()},
            )
            for naam, vorm in bestand.variant.items()
        },
    )


def _plaats(fout: tomllib.TOMLDecodeError) -> str:
    """`regel 3, teken 7`: what Python says at the end of its message, in Dutch; nothing of the content."""
    _, _, plek = str(fout).rpartition("(at ")
    regel, _, teken = plek.removesuffix(")").removeprefix("line ").partition(", column ")
    return f"regel {regel}, teken {teken}" if regel.isdigit() and teken.isdigit() else "aan het einde"


def _opsomming(sleutels: Iterable[str]) -> str:
    return ", ".join(sorted(sleutels))
