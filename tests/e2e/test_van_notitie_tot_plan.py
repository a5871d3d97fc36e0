"""From three huisbezoek notes to a fixed plan with two goals and a page for each parent, one in Turkish.

Typed in the real program in a real terminal, as a gezinswerker does it.
"""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pypdf

from kernteam_tui.services.casus import get_casus, vind_casus
from kernteam_tui.services.gezinsplan import get_plan
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.toegang import unlock
from kernteam_tui.services.verstrekkingen import list_verstrekkingen
from tests.e2e.handen import (
    MAANDAG,
    SCHOOL,
    begin_notitie,
    bevestig,
    kaal_thuis,
    maak_kluis,
    ontgrendel,
    regel,
    start,
    vul_in,
)
from tests.e2e.terminal import Terminal

ZIN = "vijf losse woorden op rij"
NOTITIES = (
    ("Citaat van Lina: Ik wil weer naar school.", "Lina sliep slecht."),
    ("Citaat van Fatma: Thuis is het nu rustig.", "Feit: zij zette de wekker zelf."),
    ("Citaat van Mehmet: Bij mij zwemt ze elke week.", "Vader belde op zondag."),
)
"""What was said at three visits; a paragraph each."""
VAN_LINA, VAN_FATMA, VAN_MEHMET = (alineas[0].partition(": ")[2] for alineas in NOTITIES)


def test_three_visits_become_a_plan_and_a_page_for_each_parent(tmp_path: Path) -> None:
    home = kaal_thuis(tmp_path)
    kluis = home / "kluis"
    maak_kluis(home, kluis, ZIN)
    nummer = meld_aan(home, kluis)
    with start(home, "--map", kluis, *MAANDAG) as terminal:
        ontgrendel(terminal, ZIN)
        terminal.wait_for(r"Nu doen\s+\d+")
        terminal.press("f3", "enter")
        for alineas in NOTITIES:
            schrijf_notitie(terminal, alineas)
        terminal.press("5", "enter")
        terminal.wait_for("Waarom dit plan")
        haal_uit_notities(terminal)
        zet_doelen(terminal)
        stel_vast(terminal)
        bladen = [
            maak_blad(terminal, kluis / "uit", "Fatma", turks=True),
            maak_blad(terminal, kluis / "uit", "Mehmet", turks=False),
        ]
        terminal.press("ctrl+q")
        terminal.wait_for_exit()
    fatma, mehmet = (tekst_van_pdf(blad) for blad in bladen)
    elk_leest_het_eigen(fatma, mehmet)
    staat_er(kluis, nummer)


def meld_aan(home: Path, kluis: Path) -> str:
    """Lina, whose parents live apart and both have gezag; her number."""
    bestand = home / "aanmelding.json"
    gegevens = {
        "jongere": {"roepnaam": "Lina", "achternaam": "Kaya", "geboortedatum": "2012-05-01"},
        "ouders": [
            {"naam": "Fatma Kaya", "gezag": "ja", "woont_bij": True, "taal": "tr"},
            {"naam": "Mehmet Kaya", "gezag": "ja", "woont_bij": False},
        ],
        "school": SCHOOL["naam"],
        "aangemeld": "2026-11-20",
        "redenen": ["verzuim"],
    }
    bestand.write_text(json.dumps(gegevens))
    status, uitkomst = regel(home, kluis, ZIN, "aanmelden", "--bestand", bestand)
    assert status == 0
    bestand.unlink()
    return str(uitkomst["casus"])


def schrijf_notitie(terminal: Terminal, alineas: tuple[str, str]) -> None:
    """One visit, finished; from the casus and back to it."""
    begin_notitie(terminal)
    terminal.press(alineas[0], "enter", alineas[1], "f8")
    bevestig(terminal, "Notitie afronden")
    terminal.wait_for("a aanvullen")
    terminal.press("esc")
    terminal.wait_for("1 Overzicht")


def haal_uit_notities(terminal: Terminal) -> None:
    """What Lina said is why; what each parent said goes well. The newest note stands on top."""
    terminal.press("down", "ctrl+u")
    terminal.wait_for("Uit notities: Waarom dit plan")
    terminal.press("down", "down", "down", "down", "space", "enter")
    terminal.wait_for("Uit notities overgenomen")
    terminal.press("down", "ctrl+u")
    terminal.wait_for("Uit notities: Wat gaat goed")
    terminal.press("space", "down", "down", "space", "enter")
    terminal.wait_for(r"van\s+Fatma")


def zet_doelen(terminal: Terminal) -> None:
    """Two goals, each in somebody's words with a mark now and a wish."""
    terminal.press("down", "down", "down", "down", "down", "down", "enter")
    terminal.wait_for("doel toevoegen")
    for wat, van, nu, wens, hoe in (
        ("Elke dag naar school", "Lina", "4", "7", "Zij staat zelf op"),
        ("Samen eten", "Lina", "5", "8", "Drie keer per week"),
    ):
        terminal.press("enter")
        terminal.wait_for("Wat willen jullie")
        vul_in(terminal, wat, van, nu, wens, hoe)
        terminal.press("ctrl+s")
        terminal.wait_for("Doel bewaard")
        terminal.wait_for(f"cijfer {nu} → wens {wens}")
        terminal.press("down")


def stel_vast(terminal: Terminal) -> None:
    """Freeze the first version, and on to the page."""
    terminal.press("f8")
    bevestig(terminal, "Versie 1 vaststellen")
    bevestig(terminal, "Wil je nu de bladzijde")
    terminal.wait_for("Voor wie is de bladzijde")


def maak_blad(terminal: Terminal, uit: Path, wie: str, *, turks: bool) -> Path:
    """The page of one parent as a PDF; where it lies. Ends at the list of readers."""
    before = set(uit.glob("*.pdf"))
    if not turks:
        terminal.press("down")
    terminal.press("enter")
    terminal.wait_for(f"Voor: {wie} Kaya")
    if turks:
        terminal.press("o")
        terminal.wait_for("taal van de lezer")
        terminal.press("down", "tab", "space", "shift+tab", "enter")
        terminal.wait_for("Planımız / Ons plan")
    terminal.press("p")
    terminal.wait_for("De bladzijde is opgeslagen")
    (blad,) = set(uit.glob("*.pdf")) - before
    assert blad.name in terminal.text.replace("\n", "").replace("│", "").replace(" ", "")
    terminal.press("enter", "l")
    terminal.wait_for("Voor wie is de bladzijde")
    return blad


def tekst_van_pdf(blad: Path) -> str:
    return " ".join(" ".join(page.extract_text() for page in pypdf.PdfReader(blad).pages).split())


def elk_leest_het_eigen(fatma: str, mehmet: str) -> None:
    """Both read what their child says and wants; neither reads the words of the other parent."""
    for blad, eigen, ander in ((fatma, VAN_FATMA, VAN_MEHMET), (mehmet, VAN_MEHMET, VAN_FATMA)):
        assert VAN_LINA in blad
        assert eigen in blad
        assert ander not in blad
        assert "Elke dag naar school" in blad
        assert "Samen eten" in blad
    assert "Planımız" in fatma
    assert "Concept-vertaling" in fatma
    assert "Wat goed gaat" in fatma, "the Dutch headings stand beside the Turkish ones"
    assert "Planımız" not in mehmet


def staat_er(kluis: Path, nummer: str) -> None:
    """Three finished notes, one frozen version with two goals, and who got which page."""
    sessie = unlock(kluis, ZIN, SysteemKlok(date(2026, 11, 23)))
    try:
        casus_id = vind_casus(sessie, nummer)
        plan, notities = get_plan(sessie, casus_id), get_casus(sessie, casus_id).notities
        gegeven = list_verstrekkingen(sessie, casus_id)
    finally:
        sessie.close()
    assert len(notities) == len(NOTITIES)
    assert (plan.versie, plan.gewijzigd, len(plan.doelen)) == (1, False, 2)
    assert [(blad.aan, blad.taal, blad.vorm) for blad in gegeven] == [
        ("Mehmet Kaya", "nl", "pdf"),
        ("Fatma Kaya", "tr", "pdf"),
    ]
