"""Names of people of the families, wherever they are kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sqlalchemy import Connection

_VOORNAMEN = """
SELECT roepnaam FROM persoon
UNION SELECT naam FROM deelnemer WHERE is_ouder = 1 OR rol IN ('jongere', 'ouder', 'gezinslid')
UNION SELECT aanmelder_naam FROM casus WHERE aanmelder_rol IN ('jongere', 'ouder', 'overig')
UNION SELECT maatje FROM casus
UNION SELECT duo_partner FROM casus
UNION SELECT naam FROM netwerklid WHERE contact_id IS NULL
UNION SELECT gever_naam FROM toestemming
UNION SELECT van_naam FROM verzoek
"""
_ACHTERNAMEN = "SELECT DISTINCT achternaam FROM persoon WHERE achternaam <> ''"
_OMSCHRIJVINGEN = """
SELECT relatie FROM netwerklid WHERE relatie <> ''
UNION SELECT omschrijving FROM relatie WHERE omschrijving <> ''
UNION SELECT naam FROM huishouden
UNION SELECT straat FROM huishouden
UNION SELECT naam FROM akkoord
UNION SELECT gevraagd_door FROM verstrekking
"""
_CONCEPTEN = "SELECT sleutel, inhoud FROM concept"


@dataclass(frozen=True)
class Naam:
    """One name, as it was typed."""

    tekst: str
    achternaam: bool = False


def lees_alle_namen(conn: Connection) -> Iterator[Naam]:
    """Each different name of persons, participants of the family, aanmelders of it and maatjes."""
    for (naam,) in conn.exec_driver_sql(_VOORNAMEN):
        yield Naam(naam)
    for (naam,) in conn.exec_driver_sql(_ACHTERNAMEN):
        yield Naam(naam, achternaam=True)


def lees_omschrijvingen(conn: Connection) -> Iterator[str]:
    """What a family calls somebody or a house, and its street; names stand in it: `vriend van Zeynep`. Also
    who agreed with a plan or asked for a page, under the name of then."""
    for (omschrijving,) in conn.exec_driver_sql(_OMSCHRIJVINGEN):
        yield omschrijving


def lees_concepten(conn: Connection) -> Iterator[tuple[str, str]]:
    """Key and JSON text of every half-typed form."""
    for sleutel, inhoud in conn.exec_driver_sql(_CONCEPTEN):  # noqa: UP028 - rows, made the promised pairs
        yield sleutel, inhoud
