"""The fixed sentences of the page, read from `assets/bladzijde/zinnen-<taal>.toml`."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from typing import Any

from kernteam_tui.domain.bladzijde import TALEN, Bladsoort
from kernteam_tui.domain.codes import Niveau
from kernteam_tui.domain.fouten import GebruikOnjuist
from kernteam_tui.domain.schoontekst import isoleer
from kernteam_tui.domain.talen import taal_naam

_DELEN = ("koppen", "zinnen", "schaal", "bellen", "oneens")
"""Tables of which a kind of reader may have words of its own."""
_GAT = re.compile(r"(\{\w+\})")


class TaalOnbekend(GebruikOnjuist):
    """The page does not exist in this language (yet)."""

    code = "taal_onbekend"
    titel = "Deze taal is er nog niet"


@dataclass(frozen=True)
class Kalender:
    """Days (Monday first), months, and three ways to write a date."""

    dagen: tuple[str, ...]
    maanden: tuple[str, ...]
    dag: str
    dag_met_jaar: str
    datum: str

    def schrijf(self, vorm: str, dag: date) -> str:
        """The day in one of the three ways."""
        return vorm.format(
            weekdag=self.dagen[dag.weekday()],
            dag=dag.day,
            maand=self.maanden[dag.month - 1],
            nummer=dag.month,
            jaar=dag.year,
        )


@dataclass(frozen=True)
class Zinnen:
    """Headings and sentences of one language for one kind of reader, by key.

    In a language that runs right to left its Latin words and numbers are set apart already.
    """

    taal: str
    richting: str
    vertaling: bool
    """Translated from the Dutch."""
    checked_by: str
    """The reader who checked these words; empty: nobody yet."""
    koppen: dict[str, str]
    zinnen: dict[str, str]
    schaal: dict[str, str]
    bellen: tuple[tuple[str, str], ...]
    """What it is about and whom to call, for everybody."""
    oneens: tuple[str, ...]
    school: dict[str, str]
    """What school always and never knows (`altijd`, `nooit`), and what by each Niveau."""
    kalender: Kalender

    @property
    def is_concept(self) -> bool:
        """A translation that nobody checked yet."""
        return self.vertaling and not self.checked_by.strip()

    def volle_datum(self, dag: date) -> str:
        """`23 november 2026`."""
        return self.kalender.schrijf(self.kalender.datum, dag)

    def dag(self, dag: date, gelezen_op: date) -> str:
        """`vrijdag 11 december`, with the year where it is not that of `gelezen_op`."""
        eigen_jaar = dag.year == gelezen_op.year
        return self.kalender.schrijf(self.kalender.dag if eigen_jaar else self.kalender.dag_met_jaar, dag)


def wat_school_weet(niveaus: Collection[Niveau], taal: str = "nl") -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What school knows and what it does not, where partners there were promised this much (S32, S35).

    In the words of a page in `taal`. Raises TaalOnbekend.
    """
    school = lees_zinnen(taal).school
    return (school["altijd"], *(school[niveau] for niveau in Niveau if niveau in niveaus)), (school["nooit"],)


def taalmeldingen(taal: str) -> tuple[str, ...]:
    """What the worker should know of the fixed words in this language. Raises TaalOnbekend."""
    if not lees_zinnen(taal).is_concept:
        return ()
    naam = taal_naam(taal)
    return (f"{naam}: niemand heeft de vaste woorden nog nagekeken. Er staat ‘concept-vertaling’ op.",)


@cache
def lees_zinnen(taal: str, soort: Bladsoort = Bladsoort.GEZIN) -> Zinnen:
    """The sentences of a language, with those that differ for this kind of reader. Raises TaalOnbekend."""
    if taal not in TALEN:
        raise TaalOnbekend(
            "De bladzijde voor ouders is er nog niet in deze taal.", f"Kies een van: {', '.join(TALEN)}."
        )
    bron = files("kernteam_tui") / "assets" / "bladzijde" / f"zinnen-{taal}.toml"
    return maak_zinnen(tomllib.loads(bron.read_text("utf-8")), soort)


def maak_zinnen(inhoud: dict[str, Any], soort: Bladsoort) -> Zinnen:
    """The sentences of one file, for this kind of reader: what the file says, and over that his own words."""
    anders = inhoud.get(soort.value, {})
    eigen = {deel: {**inhoud[deel], **anders.get(deel, {})} for deel in _DELEN}
    if inhoud["richting"] == "rtl":
        eigen = _houd_apart(eigen)
    kalender = inhoud["kalender"]
    return Zinnen(
        taal=inhoud["taal"],
        richting=inhoud["richting"],
        vertaling=inhoud["vertaling"],
        checked_by=inhoud["checked_by"],
        koppen=eigen["koppen"],
        zinnen=eigen["zinnen"],
        schaal=eigen["schaal"],
        bellen=tuple((regel["wat"], regel["wie"]) for regel in eigen["bellen"].values()),
        oneens=tuple(eigen["oneens"].values()),
        school=inhoud["school"],
        kalender=Kalender(
            tuple(kalender["dagen"]),
            tuple(kalender["maanden"]),
            kalender["dag"],
            kalender["dag_met_jaar"],
            kalender["datum"],
        ),
    )


def _houd_apart(waarde: Any) -> Any:
    """Latin words and numbers of every sentence set apart, the gaps (`{van}`) left as they are."""
    if isinstance(waarde, dict):
        return {sleutel: _houd_apart(deel) for sleutel, deel in waarde.items()}
    stukken = _GAT.split(waarde)
    stukken[::2] = map(isoleer, stukken[::2])
    return "".join(stukken)
