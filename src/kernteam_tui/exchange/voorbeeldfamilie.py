"""The fictional families around the cases of the demo, from `assets/voorbeeld/families.toml`."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib import resources

from kernteam_tui.domain.codes import Niveau
from kernteam_tui.domain.deelcodes import Onderwerp
from kernteam_tui.domain.gezinscodes import (
    Geslacht,
    Gevoel,
    Hulpsoort,
    Netwerkgroep,
    PartnerSoort,
    RelatieKwaliteit,
    RelatieSoort,
    VeiligBereiken,
)
from kernteam_tui.exchange.formaten.basis import Formaat


class VoorbeeldFamilielid(Formaat):
    """Somebody more of the family; years of birth and death."""

    naam: str
    geslacht: Geslacht
    jaar: int | None = None
    overleden: int | None = None


class VoorbeeldRelatie(Formaat):
    """Two people by name."""

    van: str
    naar: str
    soort: RelatieSoort
    kwaliteit: RelatieKwaliteit | None = None
    sinds: int | None = None
    tot: int | None = None


class VoorbeeldHuis(Formaat):
    """A household; a name with `~` behind it lives there for a part of the time."""

    naam: str
    straat: str = ""
    postcode: str = ""
    plaats: str = ""
    wijk: str = ""
    geheim: bool = False
    post: VeiligBereiken = VeiligBereiken.ONBEKEND
    let_op: str = ""
    bewoners: tuple[str, ...]


class VoorbeeldNetwerklid(Formaat):
    """Somebody around the family: a person of it, a contact of the address book, or a name."""

    persoon: str = ""
    contact: str = ""
    naam: str = ""
    relatie: str = ""
    groep: Netwerkgroep
    hulp: tuple[Hulpsoort, ...] = ()
    gevoel: Gevoel = Gevoel.ONBEKEND
    nabij: int = 2
    jim: bool = False


class VoorbeeldToestemming(Formaat):
    """A consent by each of the givers; `dag` and `tot` are days from today."""

    partner: PartnerSoort
    niveau: Niveau
    onderwerp: Onderwerp = Onderwerp.HULP
    gevers: tuple[str, ...]
    dag: int
    tot: int | None = None


class VoorbeeldFamilie(Formaat):
    """What one casus of the demo has more than its own description says."""

    geslacht: dict[str, Geslacht] = {}
    jaren: dict[str, int] = {}
    mensen: tuple[VoorbeeldFamilielid, ...] = ()
    ouders: tuple[tuple[str, str], ...] = ()
    """(child, parent)."""
    stiefouders: tuple[tuple[str, str], ...] = ()
    pleegouders: tuple[str, ...] = ()
    voogden: tuple[str, ...] = ()
    """Of the jongere."""
    relaties: tuple[VoorbeeldRelatie, ...] = ()
    huizen: tuple[VoorbeeldHuis, ...] = ()
    bellen: dict[str, VeiligBereiken] = {}
    let_op: dict[str, str] = {}
    netwerk: tuple[VoorbeeldNetwerklid, ...] = ()
    toestemmingen: tuple[VoorbeeldToestemming, ...] = ()
    duo: tuple[str, str] = ("", "")
    """The duo-partner in the wijk, and the buurtteam."""


class VoorbeeldContact(Formaat):
    """Somebody of the address book."""

    sleutel: str
    naam: str
    soort: PartnerSoort
    functie: str = ""
    organisatie: str = ""
    telefoon: str | None = None
    opmerking: str = ""


@cache
def read_families() -> dict[str, VoorbeeldFamilie]:
    """The families, by the key of their casus."""
    found = _read()
    return {sleutel: VoorbeeldFamilie.model_validate(value) for sleutel, value in found.items()}


@cache
def read_adresboek() -> tuple[VoorbeeldContact, ...]:
    """The address book of the demo."""
    return tuple(VoorbeeldContact.model_validate(value) for value in _text()["adresboek"])


def _read() -> dict[str, object]:
    return {sleutel: value for sleutel, value in _text().items() if sleutel != "adresboek"}


def _text() -> dict[str, list[object]]:
    path = resources.files("kernteam_tui.assets").joinpath("voorbeeld", "families.toml")
    return tomllib.loads(path.read_text(encoding="utf-8"))
