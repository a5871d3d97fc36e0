"""The file that holds the format of a gezinsplan: its sections and what each variant does with them."""

from __future__ import annotations

import tomllib
import unicodedata
from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import AfterValidator, Field, ValidationError
from pydantic_core import PydanticCustomError

from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.planformaat import (
    Invul,
    PlanFormaat,
    Variantvorm,
    VastOnderdeel,
    Veld,
    Veldsoort,
    Vereist,
    Woordkeus,
)
from kernteam_tui.exchange.formaten.basis import ZIN, Datum, Formaat
from kernteam_tui.exchange.formaten.formaatplek import Plekken, afwijzing

VELDVRAAG = 40
"""Letters of the question of a field: it stands before the field, on the same line."""
MAX_BYTES = 200_000
"""Of a format file; ours has a tenth of it."""

_GEKRULD = frozenset("“”„‟‘’‚‛")
_KIJK = "Kijk op die plek of een aanhalingsteken of haakje mist."
_RECHT = (
    'Gebruik om een tekst rechte aanhalingstekens, zoals "deze"; veel tekstverwerkers zetten er gekrulde.'
)


def _een_regel(tekst: str) -> str:
    """Titles and questions stand on screens and on paper: no line breaks, no signs that nobody sees."""
    if any(unicodedata.category(teken) in ("Cc", "Cf", "Zl", "Zp", "Cs", "Co") for teken in tekst):
        raise PydanticCustomError(ZIN, "zet dit op één regel, zonder onzichtbare tekens")
    return tekst


Sleutel = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}$")]
Adres = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,39}(\.[a-z][a-z0-9_]{0,39})?$")]
"""A section, or a field with its section: `veiligheid.cijfer`."""
Titel = Annotated[str, Field(min_length=1, max_length=60), AfterValidator(_een_regel)]
Vraag = Annotated[str, Field(min_length=1, max_length=300), AfterValidator(_een_regel)]
Hulp = Annotated[str, Field(max_length=300), AfterValidator(_een_regel)]


class VeldBestand(Formaat):
    """One field of a section."""

    sleutel: Sleutel
    vraag: Annotated[str, Field(min_length=1, max_length=VELDVRAAG), AfterValidator(_een_regel)]
    hulp: Hulp = ""
    soort: Veldsoort = Veldsoort.TEKST


class OnderdeelBestand(Formaat):
    """One section."""

    sleutel: Sleutel
    titel: Titel
    vraag: Vraag
    hulp: Hulp = ""
    invul: Invul = Invul.TEKST
    veld: Annotated[tuple[VeldBestand, ...], Field(max_length=12)] = ()


class WoordkeusBestand(Formaat):
    """Other words for a section or a field."""

    titel: Annotated[str, Field(max_length=60), AfterValidator(_een_regel)] = ""
    vraag: Hulp = ""


class VariantBestand(Formaat):
    """What a variant does differently."""

    eerst: tuple[Sleutel, ...] = ()
    per_ouder: tuple[Sleutel, ...] = ()
    niet: tuple[Adres, ...] = ()
    woorden: dict[Adres, WoordkeusBestand] = Field(default_factory=dict)


class PlanformaatBestand(Formaat):
    """A whole format. `datum` and `bron` say where it comes from."""

    formaat: Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]{2,59}$")]
    datum: Datum
    bron: Annotated[str, Field(min_length=1, max_length=300), AfterValidator(_een_regel)]
    onderdeel: Annotated[tuple[OnderdeelBestand, ...], Field(min_length=1, max_length=60)]
    variant: dict[PlanVariant, VariantBestand] = Field(default_factory=dict)


def lees_formaattekst(data: bytes) -> str:
    """The text of a format file as it is kept. Raises InhoudOngeldig where it is too much, or no text."""
    if len(data) > MAX_BYTES:
        raise InhoudOngeldig(
            "Dit bestand is te groot voor een planformaat.", "Kijk of dit het goede bestand is."
        )
    try:
        tekst = data.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        regel = data.count(b"\n", 0, fout.start) + 1
        raise InhoudOngeldig(
            f"In dit bestand staat op regel {regel} een teken dat geen UTF-8 is.",
            "Sla het bestand opnieuw op, als tekst in UTF-8.",
        ) from None
    return tekst.replace("\r\n", "\n")


def lees_planformaat(tekst: str, vereist: Mapping[str, Vereist] | None = None) -> PlanFormaat:
    """The format in the text of a TOML file. `vereist`: sections that it must have.

    Raises InhoudOngeldig, whose sentence names the line or the part of each fault and what to do about it.
    """
    gegevens = _lees_toml(tekst)
    plekken = Plekken(tekst, gegevens)
    try:
        bestand = PlanformaatBestand.model_validate(gegevens)
    except ValidationError as fout:
        raise afwijzing(plekken.zinnen(fout)) from None
    if fouten := _fouten(bestand, plekken, vereist or {}):
        raise afwijzing(fouten)
    return _formaat(bestand)


def _lees_toml(tekst: str) -> dict[str, Any]:
    try:
        return tomllib.loads(tekst)
    except tomllib.TOMLDecodeError as fout:
        raise InhoudOngeldig(
            f"Dit bestand is geen geldige TOML ({_plaats(fout)}).", _wat_nu(fout, tekst)
        ) from None
    except (ValueError, RecursionError):
        raise InhoudOngeldig(
            "Dit bestand is geen planformaat: er staat een getal of een rij haakjes in die veel te lang is.",
            "Kijk of dit het goede bestand is.",
        ) from None


# --- what only shows when the parts are laid beside each other ------------------------------------


def _fouten(bestand: PlanformaatBestand, plekken: Plekken, vereist: Mapping[str, Vereist]) -> list[str]:
    return [
        *_dubbele_sleutels(bestand, plekken),
        *_lijsten(bestand),
        *(zin for naam, vorm in bestand.variant.items() for zin in _variant(naam, vorm, bestand)),
        *_vereiste(bestand, plekken, vereist),
    ]


def _dubbele_sleutels(bestand: PlanformaatBestand, plekken: Plekken) -> list[str]:
    gezien: set[str] = set()
    zinnen = []
    for nummer, onderdeel in enumerate(bestand.onderdeel):
        waar = plekken.onderdeel(nummer)
        if onderdeel.sleutel in gezien:
            zinnen.append(f"{waar}: deze sleutel is er al; geef elk onderdeel een eigen sleutel")
        gezien.add(onderdeel.sleutel)
        velden = [veld.sleutel for veld in onderdeel.veld]
        zinnen += [
            f"{waar}, veld ‘{sleutel}’: deze sleutel is er al; geef elk veld een eigen sleutel"
            for sleutel in dict.fromkeys(velden)
            if velden.count(sleutel) > 1
        ]
    return zinnen


def _lijsten(bestand: PlanformaatBestand) -> list[str]:
    return [
        f'onderdelen: precies één onderdeel heeft invul = "{soort.value}"; nu zijn het er {aantal}'
        for soort in (Invul.DOELEN, Invul.ACTIES, Invul.EVALUATIE)
        if (aantal := sum(onderdeel.invul is soort for onderdeel in bestand.onderdeel)) != 1
    ]


def _variant(naam: PlanVariant, vorm: VariantBestand, bestand: PlanformaatBestand) -> list[str]:
    onderdelen = {onderdeel.sleutel: onderdeel for onderdeel in bestand.onderdeel}
    velden = {f"{o.sleutel}.{veld.sleutel}" for o in bestand.onderdeel for veld in o.veld}
    lists = (
        ("eerst", vorm.eerst, onderdelen.keys()),
        ("per_ouder", vorm.per_ouder, onderdelen.keys()),
        ("niet", vorm.niet, onderdelen.keys() | velden),
        ("woorden", vorm.woorden, onderdelen.keys() | velden),
    )
    zinnen = [
        f"variant {naam.value}, {lijst}: ‘{adres}’ is er niet; kijk hoe het onderdeel of veld heet"
        for lijst, adressen, bekend in lists
        for adres in sorted(set(adressen) - bekend)
    ]
    zinnen += [
        f"variant {naam.value}, niet: ‘{adres}’ heeft invul {onderdelen[adres].invul.value} en kan niet weg; "
        "haal het uit ‘niet’"
        for adres in sorted(set(vorm.niet) & onderdelen.keys())
        if onderdelen[adres].invul is not Invul.TEKST
    ]
    zinnen += [
        f"variant {naam.value}, woorden: ‘{adres}’ is een veld; geef het alleen een vraag van hoogstens "
        f"{VELDVRAAG} letters"
        for adres, keus in sorted(vorm.woorden.items())
        if adres in velden and (keus.titel or len(keus.vraag) > VELDVRAAG)
    ]
    return zinnen


def _vereiste(bestand: PlanformaatBestand, plekken: Plekken, vereist: Mapping[str, Vereist]) -> list[str]:
    nummers = {onderdeel.sleutel: nummer for nummer, onderdeel in enumerate(bestand.onderdeel)}
    zinnen = []
    for sleutel, eis in vereist.items():
        if sleutel not in nummers:
            zinnen.append(
                f"onderdeel ‘{sleutel}’ ontbreekt: {eis.waarom}; zet het erin met een titel en een vraag"
            )
            continue
        nummer = nummers[sleutel]
        if bestand.onderdeel[nummer].invul is not eis.invul:
            zinnen.append(
                f'{plekken.onderdeel(nummer)}: zet erbij invul = "{eis.invul.value}", want {eis.waarom}'
            )
        zinnen += [
            f"variant {naam.value}, niet: ‘{sleutel}’ kan niet weg, want {eis.waarom}; haal het uit ‘niet’"
            for naam, vorm in bestand.variant.items()
            if sleutel in vorm.niet and eis.invul is Invul.TEKST
        ]
        zinnen += _samen(bestand.onderdeel[nummer], plekken.onderdeel(nummer), eis)
    return zinnen


def _samen(onderdeel: OnderdeelBestand, waar: str, eis: Vereist) -> list[str]:
    """Fields of which one alone would make the check ask for ever after the others."""
    velden = {veld.sleutel for veld in onderdeel.veld}
    missing = [sleutel for sleutel in eis.samen if sleutel not in velden]
    if not missing or len(missing) == len(eis.samen):
        return []
    return [f"{waar}: de controle kijkt naar alle velden of naar geen; zet erbij {', '.join(missing)}"]


# --- from the file to the value -------------------------------------------------------------------


def _formaat(bestand: PlanformaatBestand) -> PlanFormaat:
    return PlanFormaat(
        bestand.formaat,
        tuple(_onderdeel(nr, een) for nr, een in enumerate(bestand.onderdeel, start=1)),
        {naam: _vorm(vorm) for naam, vorm in bestand.variant.items()},
    )


def _onderdeel(nr: int, een: OnderdeelBestand) -> VastOnderdeel:
    velden = tuple(Veld(veld.sleutel, veld.vraag, veld.hulp, veld.soort) for veld in een.veld)
    return VastOnderdeel(nr, een.sleutel, een.titel, een.vraag, een.invul, een.hulp, velden=velden)


def _vorm(vorm: VariantBestand) -> Variantvorm:
    return Variantvorm(
        vorm.eerst,
        frozenset(vorm.per_ouder),
        {adres: Woordkeus(keus.titel, keus.vraag) for adres, keus in vorm.woorden.items()},
        frozenset(vorm.niet),
    )


def _plaats(fout: tomllib.TOMLDecodeError) -> str:
    """`regel 3, teken 7`; nothing of the content."""
    plek = _regel_en_teken(fout)
    return f"regel {plek[0]}, teken {plek[1]}" if plek else "aan het einde"


def _wat_nu(fout: tomllib.TOMLDecodeError, tekst: str) -> str:
    """Of curly quotes it says so: inside straight ones they may stand, around a text they are not TOML."""
    plek = _regel_en_teken(fout)
    if plek is None:
        return _KIJK
    regels = tekst.split("\n")
    regel = regels[plek[0] - 1] if plek[0] <= len(regels) else ""
    teken = regel[plek[1] - 1 : plek[1]]
    half_curly = regel.count('"') % 2 and _GEKRULD & set(regel)
    return _RECHT if teken in _GEKRULD or half_curly else _KIJK


def _regel_en_teken(fout: tomllib.TOMLDecodeError) -> tuple[int, int] | None:
    """What Python says at the end of its message; None where that is the end of the file."""
    _, _, plek = str(fout).rpartition("(at ")
    regel, _, teken = plek.removesuffix(")").removeprefix("line ").partition(", column ")
    return (int(regel), int(teken)) if regel.isdigit() and teken.isdigit() else None
