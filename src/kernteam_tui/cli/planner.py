"""The command `kernteam planner`: proposals and a division of a week, without a store (contract 4)."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator
from datetime import datetime

from kernteam_tui.cli.invoer import lees_tekst
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.domain.datumtekst import moment_kort
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.planning.indeling import Indeling, Plaatsing
from kernteam_tui.domain.planning.voorstellen import Voorstel
from kernteam_tui.services.planner import MAX_BYTES, CasusVoorstellen, deel_week_in, stel_week_voor


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`kernteam planner voorstellen` and `kernteam planner indelen`.

    Raises GebruikOnjuist, InhoudOngeldig, PlanweekOngeldig.
    """
    tekst = lees_tekst(keuzes.bestand, MAX_BYTES)
    if keuzes.wat == "voorstellen":
        casussen = stel_week_voor(tekst)
        return Antwoord(voorstellen_json(casussen), tuple(voorstellen_tekst(casussen)))
    indeling = deel_week_in(tekst)
    return Antwoord(indeling_json(indeling), tuple(indeling_tekst(indeling)))


def voorstellen_json(casussen: Iterable[CasusVoorstellen]) -> dict[str, object]:
    """The object `voorstellen/1`."""
    return {"schema": "voorstellen/1", "casussen": [_casus_json(casus) for casus in casussen]}


def voorstellen_tekst(casussen: Iterable[CasusVoorstellen]) -> Iterator[str]:
    """The same for a reader: one proposal, or one thing in the way, a line."""
    for casus in casussen:
        gevonden = casus.gevonden
        aantal = len(gevonden.voorstellen)
        if not aantal:
            yield f"Casus {casus.casus}: geen voorstel"
        else:
            yield f"Casus {casus.casus}: {aantal} {'voorstel' if aantal == 1 else 'voorstellen'}"
        yield from (f"  {_voorstel_tekst(voorstel)}" for voorstel in gevonden.voorstellen)
        yield from (f"  {regel.wie}: {regel.reden}" for regel in gevonden.waarom_niet)


def indeling_json(indeling: Indeling) -> dict[str, object]:
    """The object `indeling/1`."""
    return {
        "schema": "indeling/1",
        "geplaatst": [
            {
                "casus": plaatsing.casus,
                "start": _iso(plaatsing.start),
                "ruimte": plaatsing.ruimte,
                "mensen": list(plaatsing.mensen),
                "kosten": plaatsing.kosten,
            }
            for plaatsing in indeling.geplaatst
        ],
        "niet_geplaatst": [{"casus": casus.casus, "reden": casus.reden} for casus in indeling.niet_geplaatst],
        "bewezen": indeling.bewezen,
        "kosten": indeling.kosten,
    }


def indeling_tekst(indeling: Indeling) -> Iterator[str]:
    """The same for a reader: one casus a line, in the order of the week."""
    for plaatsing in sorted(indeling.geplaatst, key=lambda plaatsing: (plaatsing.start, plaatsing.casus)):
        yield _plaatsing_tekst(plaatsing)
    yield from (f"Casus {casus.casus}: geen plek. {casus.reden}" for casus in indeling.niet_geplaatst)
    yield f"Geplaatst: {len(indeling.geplaatst)}; niet geplaatst: {len(indeling.niet_geplaatst)}"
    if not indeling.bewezen:
        yield "Dit is het beste dat is gevonden; beter kan misschien nog."


def _casus_json(casus: CasusVoorstellen) -> dict[str, object]:
    return {
        "id": casus.casus,
        "voorstellen": [_voorstel_json(voorstel) for voorstel in casus.gevonden.voorstellen],
        "waarom_niet": [{"wie": regel.wie, "reden": regel.reden} for regel in casus.gevonden.waarom_niet],
    }


def _voorstel_json(voorstel: Voorstel) -> dict[str, object]:
    return {
        "start": _iso(voorstel.start),
        "eind": _iso(voorstel.eind),
        "ruimte": voorstel.ruimte,
        "erbij": list(voorstel.erbij),
        "niet_erbij": list(voorstel.niet_erbij),
        "kenmerken": list(voorstel.kenmerken),
        "uitleg": voorstel.uitleg,
    }


def _voorstel_tekst(voorstel: Voorstel) -> str:
    return f"{voorstel.uitleg}; ruimte {voorstel.ruimte}" if voorstel.ruimte else voorstel.uitleg


def _plaatsing_tekst(plaatsing: Plaatsing) -> str:
    waar = f", ruimte {plaatsing.ruimte}" if plaatsing.ruimte else ""
    return f"{moment_kort(plaatsing.start)} casus {plaatsing.casus}{waar}: {', '.join(plaatsing.mensen)}"


def _iso(moment: datetime) -> str:
    return moment.astimezone(AMSTERDAM).isoformat(timespec="seconds")
