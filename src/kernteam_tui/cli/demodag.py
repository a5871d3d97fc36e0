"""The main job as text, on a fictional caseload: look at the day, plan a talk, see a plan, print a page."""

from __future__ import annotations

import tempfile
from pathlib import Path

from kernteam_tui.cli.gezinsplan import plan_tekst
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.cli.vandaag import vandaag_tekst
from kernteam_tui.domain.codes import GesprekSoort
from kernteam_tui.domain.datumtekst import moment_kort
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.klok import Klok
from kernteam_tui.services.caseload import CaseloadRegel, get_caseload
from kernteam_tui.services.formaten import DemodagUit
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek
from kernteam_tui.services.gezinsplan import get_plan
from kernteam_tui.services.samenvatting import SamenvattingUitkomst, maak_samenvatting
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.startgesprek import Moment, get_voorstellen
from kernteam_tui.services.toegang import unlock
from kernteam_tui.services.uitnodigingen import schrijf_uitnodigingen
from kernteam_tui.services.vandaag import get_vandaag


def doe_een_dag(kluis_map: Path, klok: Klok, wachtwoordzin: str) -> Antwoord:
    """Do it on the demo store in that folder. Two files stay, in a new folder for temporary files that only
    this user can read: an invitation (.ics) and a page for parents (.pdf)."""
    sessie = unlock(kluis_map, wachtwoordzin, klok)
    try:
        folder = Path(tempfile.mkdtemp(prefix="kernteam-bestanden-"))
        day = vandaag_tekst(get_vandaag(sessie))
        ics, planned = _plan_startgesprek(sessie, folder)
        pdf, printed = _maak_bladzijde(sessie, folder)
    finally:
        sessie.close()
    uit = DemodagUit(bestanden=(str(ics), str(pdf)), gedaan=(planned[0], printed[0]))
    return Antwoord(
        uit.gegevens(),
        (
            "VOORBEELD: alle gezinnen hieronder zijn verzonnen.",
            *day,
            *planned,
            f"Uitnodiging: {ics}",
            *printed,
            f"Bladzijde: {pdf}",
            "Deze twee bestanden blijven staan; het voorbeeld zelf is weer weg.",
        ),
    )


def _plan_startgesprek(sessie: Sessie, folder: Path) -> tuple[Path, tuple[str, ...]]:
    """Plan the best proposal of the first case that has one; her own copy of the invitation stays."""
    regel, moment = _kies_voorstel(sessie)
    gegevens = GesprekGegevens(
        GesprekSoort.STARTGESPREK, moment.start, moment.minuten, moment.plek, moment.wie
    )
    gesprek = plan_gesprek(sessie, regel.casus_id, gegevens)
    written = schrijf_uitnodigingen(sessie, gesprek.id, folder).bestanden
    for bestand in written:
        if not bestand.eigen:
            bestand.pad.unlink()
    path = next(bestand.pad for bestand in written if bestand.eigen)
    return path, (
        f"Startgesprek gepland voor {regel.jongere}, casus {regel.nummer}: {moment_kort(moment.start)}",
        f"  Waar: {moment.plek}",
        f"  Erbij van het kernteam: {moment.erbij or 'alleen jij'}",
        f"  Waarom dit moment: {moment.uitleg}",
    )


def _kies_voorstel(sessie: Sessie) -> tuple[CaseloadRegel, Moment]:
    waiting = [regel for regel in get_caseload(sessie) if regel.open and regel.startgesprek_op is None]
    for later in (False, True):
        for regel in waiting:
            moments = get_voorstellen(sessie, regel.casus_id, later=later).momenten
            if moments:
                return regel, moments[0]
    raise RegelGeweigerd(
        "In dit voorbeeld is geen moment voor een startgesprek te vinden.",
        "Kies een andere dag of een ander zaad.",
    )


def _maak_bladzijde(sessie: Sessie, folder: Path) -> tuple[Path, tuple[str, ...]]:
    """Look at the first plan of which a parent may have the page, and print it."""
    for regel in get_caseload(sessie):
        plan = get_plan(sessie, regel.casus_id)
        page = _druk(sessie, regel.casus_id, folder / "bladzijde-voor-ouders.pdf") if plan.versie else None
        if page is not None:
            return page.bestand, (
                f"Gezinsplan bekeken van {regel.jongere}, casus {regel.nummer}, versie {page.versie}",
                *(f"  {line}" for line in plan_tekst(plan)),
                *(f"  Niet op de bladzijde: {wat}" for wat in page.weggelaten),
            )
    raise RegelGeweigerd("In dit voorbeeld is geen gezinsplan vastgesteld.", "Kies een ander zaad.")


def _druk(sessie: Sessie, casus_id: str, path: Path) -> SamenvattingUitkomst | None:
    """The page for one parent; None where a rule forbids it."""
    try:
        return maak_samenvatting(sessie, casus_id, "ouder", "pdf", path)
    except RegelGeweigerd:
        return None
