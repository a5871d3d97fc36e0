"""Prove the page on paper: every language, reader and form, the one that fits and the longest, with counts.

    .venv/bin/python -m tools.bladzijdepdf

veraPDF on each (PDF/UA-1 and PDF/A-2a), the text read back by poppler in reading order, Arabic words found
whole, and words that attack in PDF, Word and plain text with no network. Ends with controls that must be
seen. Status 1 where anything is wrong, and where poppler or the checker is missing.
"""

from __future__ import annotations

import re
import shutil
import socket
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path
from typing import Any, NoReturn

from kernteam_tui.domain.bladzijde import Bereikbaarheid, Bladzijde
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.schoontekst import zonder_stuurtekens
from kernteam_tui.exchange.bladzijde import maak_pdf
from kernteam_tui.exchange.bladzijde.opbouw import bouw_op
from kernteam_tui.exchange.bladzijde.vormen import maak_vorm
from kernteam_tui.exchange.drukwerk import zetsel
from tests.exchange.bladzijde.bladen import VIJANDIG, vijandige_bladzijde
from tests.exchange.bladzijde.lezen import gevonden_deel, in_leesvolgorde, lees_met_pdftotext, wat_mist
from tests.exchange.bladzijde.paginas import MOEDER_VERTELT, alle_paginas, maak_langste, maak_pagina
from tests.exchange.bladzijde.test_pdfua import ongetagd
from tests.exchange.drukwerk.lezen import alles_wat_er_staat, kaal
from tests.exchange.word.lezer import regels, zonder_richting

PDFUA = Path(__file__).parent / "pdfua"
CONTROLE = "controle"
GENOEG = 0.9
"""Of Arabic words found whole."""
PLEKKEN = 8
"""Places at least in which the words of `vijandige_bladzijde` stand."""
_LEEG = Bladzijde(voor="", datum=date(2026, 11, 23), plan_versie=1, bellen=Bereikbaarheid(""))
PDF_MIST = {"emoji", "chinees"}
"""Attacks with signs that our fonts do not have: on paper they are named instead (`□`)."""
LANG_WOORD, ARABISCH = "lang_woord", "arabisch"
"""Attacks that a PDF gives back in pieces: the first is counted by letters, the second by `tel_arabisch`."""


@dataclass
class Telling:
    """What is wrong, and which controls were seen."""

    fout: list[str] = field(default_factory=list)
    gezien: list[tuple[str, bool]] = field(default_factory=list)

    def meld(self, waar: str, wat: object) -> None:
        """Something wrong, where there is something."""
        if wat:
            self.fout.append(f"{waar}: {wat}")


def main() -> int:
    """Run all, print the counts, answer 0 where all is well."""
    mist = [naam for naam in ("java", "javac", "pdftotext") if shutil.which(naam) is None]
    if mist:
        print(
            f"FAILED: missing {', '.join(mist)} (Debian: openjdk-17-jdk-headless libjaxb-java poppler-utils)"
        )
        return 1
    telling = Telling()
    paginas = {
        f"{naam}{soort}": blad
        for naam, gewoon, langste in alle_paginas()
        for soort, blad in (("", gewoon), ("-langste", langste))
    }
    gedrukt = {naam: maak_pdf(blad).data for naam, blad in paginas.items()}
    telling.meld("other bytes", [n for n, data in gedrukt.items() if maak_pdf(paginas[n]).data != data])
    print(f"pages: {len(gedrukt)}, each made twice with the same bytes")
    keur_alle(telling, gedrukt)
    lees_terug(telling, paginas, gedrukt)
    tel_arabisch(telling, gedrukt)
    val_aan(telling)
    print(f"faults: {len(telling.fout)}", *(f"  {fout}" for fout in telling.fout), sep="\n")
    for wat, gezien in telling.gezien:
        print(f"control, {wat}: {'seen' if gezien else 'NOT SEEN'}")
    return 1 if telling.fout or not all(gezien for _, gezien in telling.gezien) else 0


def keur_alle(telling: Telling, gedrukt: dict[str, bytes]) -> None:
    """veraPDF on every page, and on one without tags."""
    with tempfile.TemporaryDirectory() as werk:
        paden = []
        for naam, data in gedrukt.items():
            paden.append(Path(werk) / f"{naam}.pdf")
            paden[-1].write_bytes(data)
        paden.append(ongetagd(Path(werk) / f"{CONTROLE}.pdf"))
        for norm, heet in (("ua1", "PDF/UA-1"), ("2a", "PDF/A-2a")):
            goed = _keur(norm, paden)
            slecht = sorted(goed.keys() - {CONTROLE} - {naam for naam, ja in goed.items() if ja})
            print(f"{heet}: {len(goed) - 1} pages, failures: {len(slecht)}")
            telling.meld(heet, slecht)
            telling.gezien.append((f"a PDF without tags ({heet})", not goed[CONTROLE]))


def _keur(norm: str, paden: list[Path]) -> dict[str, bool]:
    opdracht = [str(PDFUA), "--flavour", norm, *map(str, paden)]
    uitkomst = subprocess.run(opdracht, capture_output=True, text=True, check=False)
    gevonden = [regel for regel in uitkomst.stdout.splitlines() if f" {norm} compliant=" in regel]
    if len(gevonden) != len(paden):
        raise SystemExit(f"FAILED: veraPDF did not look at all files: {uitkomst.stderr.strip()}")
    return {Path(regel.split(f" {norm} ")[0]).stem: "compliant=true" in regel for regel in gevonden}


def lees_terug(telling: Telling, paginas: dict[str, Bladzijde], gedrukt: dict[str, bytes]) -> None:
    """Headings and words one after another; Arabic, whose letters join, is counted by `tel_arabisch`."""
    namen = [naam for naam in gedrukt if not naam.startswith("ar")]
    stukken = 0
    achterstevoren = True
    for naam in namen:
        gezocht = in_leesvolgorde(bouw_op(paginas[naam]))
        tekst = lees_met_pdftotext(gedrukt[naam], "-raw")
        stukken += len(gezocht)
        telling.meld(f"{naam}, not in its place", wat_mist(gezocht, tekst))
        achterstevoren = achterstevoren and bool(wat_mist(reversed(gezocht), tekst))
    print(f"reading order: {stukken} headings and texts of {len(namen)} pages found one after another")
    telling.gezien.append(("the same texts from last to first", achterstevoren))


def tel_arabisch(telling: Telling, gedrukt: dict[str, bytes]) -> None:
    """Of what a mother tells in Arabic."""
    woorden = len(re.findall(r"[\u0620-\u06d3]{2,}", MOEDER_VERTELT))
    delen = {
        naam: gevonden_deel(MOEDER_VERTELT, lees_met_pdftotext(data))
        for naam, data in gedrukt.items()
        if naam.startswith("ar") and naam.endswith("-langste")
    }
    laagst = min(delen.values())
    print(f"Arabic: {woorden} words on each of {len(delen)} pages, at least {laagst:.1%} found whole")
    telling.meld("Arabic", [naam for naam, deel in delen.items() if deel < GENOEG])
    om = " ".join(woord[::-1] for woord in MOEDER_VERTELT.split())
    pagina = replace(maak_pagina("ar"), waarom=(Citaat("", "ar", om),), goed=())
    deel = gevonden_deel(MOEDER_VERTELT, lees_met_pdftotext(maak_pdf(pagina).data))
    telling.gezien.append((f"words turned round ({deel:.1%} found)", deel < GENOEG))
    with _zonder_arabische_letters():
        leeg = maak_pdf(maak_langste("ar"))
    deel = gevonden_deel(MOEDER_VERTELT, lees_met_pdftotext(leeg.data))
    named = any("papier" in melding for melding in leeg.meldingen)
    telling.gezien.append(
        (f"no Arabic letters ({deel:.1%} found), and the worker is told", deel < GENOEG and named)
    )


def val_aan(telling: Telling) -> None:
    """Words that attack, in every place that takes words, in the forms that need no browser."""
    bladen = heel = genoemd = 0
    with _zonder_netwerk():
        for naam, tekst in VIJANDIG.items():
            for vorm in ("pdf", "docx", "tekst"):
                if vorm == "pdf" and naam == ARABISCH:
                    continue
                gemaakt = maak_vorm(vijandige_bladzijde(_LEEG, tekst), vorm)
                bladen += 1
                if vorm == "pdf" and naam in PDF_MIST:
                    genoemd += 1
                    telling.meld(f"{naam}: not named", not any("papier" in m for m in gemaakt.meldingen))
                    continue
                keer = _keren(tekst, vorm, gemaakt.data)
                if vorm == "pdf" and naam == LANG_WOORD:
                    keer = alles_wat_er_staat(gemaakt.data).count(tekst[0]) // len(tekst)
                heel += keer
                telling.meld(f"{naam} {vorm}: times letter for letter", keer if keer < PLEKKEN else "")
        telling.gezien += _controles()
    print(
        f"attacks: {bladen} files, {heel} times letter for letter, {genoemd} named to the worker, no network"
    )


def _controles() -> Iterator[tuple[str, bool]]:
    tekst = VIJANDIG["jinja"]
    minder = maak_vorm(vijandige_bladzijde(_LEEG, tekst.replace("weg", "wg")), "tekst")
    yield "a letter that is lost", _keren(tekst, "tekst", minder.data) == 0
    try:
        socket.create_connection(("127.0.0.1", 9))
    except AssertionError:
        yield "a file that would use a network", True
    else:
        yield "a file that would use a network", False


def _keren(tekst: str, vorm: str, data: bytes) -> int:
    return _plat(_tekst_van(vorm, data)).count(_plat(zonder_stuurtekens(tekst)))


def _tekst_van(vorm: str, data: bytes) -> str:
    if vorm == "pdf":
        return alles_wat_er_staat(data)
    return "".join(regel for _, regel in regels(data)) if vorm == "docx" else data.decode()


def _plat(tekst: str) -> str:
    return kaal(zonder_richting(tekst))


@contextmanager
def _zonder_arabische_letters() -> Iterator[None]:
    lees: Any = zetsel.lees_dekking
    latijn = frozenset(teken for teken in lees() if not 0x600 <= teken <= 0x6FF)
    zetsel.lees_dekking = lambda: latijn  # type: ignore[assignment]  # only here, as a control
    try:
        yield
    finally:
        zetsel.lees_dekking = lees


@contextmanager
def _zonder_netwerk() -> Iterator[None]:
    def dicht(*_: object, **__: object) -> NoReturn:
        raise AssertionError("no page may use a network")

    echt: Any = socket.socket
    socket.socket = dicht  # type: ignore[misc,assignment]  # only while pages are made
    try:
        yield
    finally:
        socket.socket = echt  # type: ignore[misc]  # back as it was


if __name__ == "__main__":
    sys.exit(main())
