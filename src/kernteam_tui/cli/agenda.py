"""The command `kernteam agenda lezen`: busy times out of a calendar file, without a store (contract 3)."""

from __future__ import annotations

from argparse import Namespace
from datetime import date, datetime

from kernteam_tui.cli.bron import lees_begin, lees_stdin
from kernteam_tui.cli.invoer import lees_pad
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.domain.agenda import Agendaprobleem, Bezetblok, GelezenAgenda
from kernteam_tui.domain.datumtekst import dag_lang, dag_met_jaar, dag_van, tijd_kort
from kernteam_tui.domain.fouten import GebruikOnjuist
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.services.agenda import MAX_BYTES, lees_agenda
from kernteam_tui.services.klok import SysteemKlok


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`kernteam agenda lezen`. Raises GebruikOnjuist, AgendaNietHeel, AgendaTeGroot."""
    vandaag = SysteemKlok(keuzes.vandaag).vandaag()
    if keuzes.tot <= keuzes.van:
        raise GebruikOnjuist(
            "Bij --tot staat een dag die niet na --van komt.", "--tot is de dag na de laatste die meetelt."
        )
    agenda = lees_agenda(
        _inhoud(keuzes.bestand), keuzes.van, keuzes.tot, _bestandsdag(keuzes.bestand, vandaag), keuzes.ik
    )
    return Antwoord(agenda_json(agenda, vandaag), tuple(agenda_tekst(agenda, vandaag)))


def agenda_json(agenda: GelezenAgenda, vandaag: date) -> dict[str, object]:
    """The object `bezet/1`; moments with the offset of Amsterdam."""
    return {
        "schema": "bezet/1",
        "blokken": [
            {"van": _iso(blok.van), "tot": _iso(blok.tot), "staat": blok.staat.value}
            for blok in agenda.blokken
        ],
        "problemen": [{"uid": probleem.uid, "tekst": probleem.tekst} for probleem in agenda.problemen],
        "peildatum": agenda.peildatum.isoformat(),
        "dagen_oud": agenda.dagen_oud(vandaag),
    }


def agenda_tekst(agenda: GelezenAgenda, vandaag: date) -> list[str]:
    """The same for a reader: one fact a line."""
    return [
        *([_regel(blok) for blok in agenda.blokken] or ["Geen bezette tijd in deze periode."]),
        *(_probleemregel(probleem) for probleem in agenda.problemen),
        f"Peildatum: {dag_met_jaar(agenda.peildatum)}",
        *filter(None, (agenda.ouderdom(vandaag),)),
    ]


def _regel(blok: Bezetblok) -> str:
    van, tot = dag_van(blok.van), dag_van(blok.tot)
    end = tijd_kort(blok.tot) if tot == van else f"{dag_lang(tot)} {tijd_kort(blok.tot)}"
    return f"{dag_lang(van)} {tijd_kort(blok.van)} tot {end}: {blok.staat.label}"


def _probleemregel(probleem: Agendaprobleem) -> str:
    uid = f" ({probleem.uid})" if probleem.uid else ""
    return f"Let op, een afspraak{uid}: {probleem.tekst}"


def _inhoud(bestand: str) -> bytes:
    """The file, or one byte more than may be: then it is refused as an agenda that is too large."""
    return lees_stdin(MAX_BYTES + 1) if bestand == "-" else lees_begin(lees_pad(bestand), MAX_BYTES + 1)


def _bestandsdag(bestand: str, vandaag: date) -> date:
    """When the file was last written; what is passed on has no date of its own, and counts as of today."""
    if bestand == "-":
        return vandaag
    try:
        info = lees_pad(bestand).stat()
        return datetime.fromtimestamp(info.st_mtime, AMSTERDAM).date()
    except (OSError, OverflowError, ValueError):
        return vandaag


def _iso(moment: datetime) -> str:
    return moment.astimezone(AMSTERDAM).isoformat(timespec="seconds")
