"""The page for parents: our PDF against LibreOffice on our DOCX and against WeasyPrint on our HTML.

    python -m bench.bladzijde [--keer 5]

The same page of the longest demo plan on both sides. `eerste`: a new process, from its imports to the bytes;
`volgende`: one that is running already (LibreOffice has no such thing: each call is a process with a profile
that was used before). Goals are printed beside what was measured, never asserted. The controls must miss
them: the other two, held against the same goals. Where LibreOffice or WeasyPrint is missing, that side is
named and left out, and the status is 1.
"""

from __future__ import annotations

import argparse
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from importlib.util import find_spec
from pathlib import Path

from bench.opstelling.langste_bladzijde import langste_bladzijde
from kernteam_tui.exchange.bladzijde.vormen import maak_vorm

EERSTE, KEER_SNELLER = 300, 20
"""Goals: milliseconds of the first PDF, and how many times as fast as the others."""
_ONS = """
import time
begin = time.perf_counter()
from bench.opstelling.langste_bladzijde import langste_bladzijde
from kernteam_tui.exchange.bladzijde.vormen import maak_vorm
maak_vorm(langste_bladzijde(), "pdf")
print((time.perf_counter() - begin) * 1000)
"""
_WEASY = """
import sys, time
begin = time.perf_counter()
import weasyprint
weasyprint.HTML(filename=sys.argv[1]).write_pdf(pdf_variant="pdf/ua-1")
print((time.perf_counter() - begin) * 1000)
"""


def main() -> int:
    """Measure and print; 1 where a side is missing or a control was not seen."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--keer", type=int, default=5)
    keer = parser.parse_args().keer
    page = langste_bladzijde()
    with tempfile.TemporaryDirectory() as folder:
        paths = {vorm: Path(folder) / f"blad.{vorm}" for vorm in ("docx", "html")}
        for vorm, path in paths.items():
            path.write_bytes(maak_vorm(page, vorm).data)
        ons_eerst = _mediaan(lambda: _eerste(_ONS), keer)
        ons = _mediaan(lambda: _in_ms(lambda: maak_vorm(page, "pdf")), keer * 4)
        print(f"{'ms, mediaan':<42}{'eerste':>10}{'volgende':>10}")
        _toon("onze PDF (typst)", ons_eerst, ons)
        weasy, office = _weasyprint(paths["html"], keer), _libreoffice(paths["docx"], keer)
    _toon_ander("WeasyPrint op onze HTML", weasy, ons_eerst, ons)
    _toon_ander("LibreOffice op onze DOCX", office, ons_eerst, ons)
    if weasy is None or office is None:
        print("FAILED: missing a side; see CONTRIBUTING.md for the packages")
        return 1
    print(f"doel: eerste PDF {EERSTE} ms ({_haalt(ons_eerst <= EERSTE)})")
    for which, own, others in (
        ("eerste", ons_eerst, (weasy[0], office[0])),
        ("volgende", ons, (weasy[1], office[1])),
    ):
        met = all(other / own >= KEER_SNELLER for other in others)
        print(f"doel: {which} minstens {KEER_SNELLER}x zo snel als beide ({_haalt(met)})")
    controls = (
        (f"LibreOffice within {EERSTE} ms", office[0] > EERSTE),
        (f"WeasyPrint {KEER_SNELLER}x as fast as LibreOffice", office[1] / weasy[1] < KEER_SNELLER),
    )
    for what, seen in controls:
        print(f"control, {what}: {'missed, seen' if seen else 'NOT SEEN'}")
    return 0 if all(seen for _, seen in controls) else 1


def _haalt(gehaald: bool) -> str:
    return "gehaald" if gehaald else "niet gehaald"


def _weasyprint(html: Path, keer: int) -> tuple[float, float] | None:
    if find_spec("weasyprint") is None:
        return None
    import weasyprint

    first = _mediaan(lambda: _eerste(_WEASY, str(html)), keer)
    page = weasyprint.HTML(filename=str(html))
    return first, _mediaan(lambda: _in_ms(lambda: page.write_pdf(pdf_variant="pdf/ua-1")), keer)


def _libreoffice(docx: Path, keer: int) -> tuple[float, float] | None:
    office = shutil.which("soffice")
    if office is None:
        return None
    call = [
        office,
        f"-env:UserInstallation=file://{docx.parent}/profiel",
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(docx.parent),
        str(docx),
    ]

    def once() -> float:
        return _in_ms(lambda: subprocess.run(call, check=True, capture_output=True))

    first = once()
    return first, _mediaan(once, keer)


def _eerste(code: str, *args: str) -> float:
    done = subprocess.run([sys.executable, "-c", code, *args], check=True, capture_output=True, text=True)
    return float(done.stdout.split()[-1])


def _in_ms(doe: Callable[[], object]) -> float:
    begin = time.perf_counter()
    doe()
    return (time.perf_counter() - begin) * 1000


def _mediaan(doe: Callable[[], float], keer: int) -> float:
    return statistics.median(doe() for _ in range(keer))


def _toon(wat: str, eerste: float, volgende: float, verhouding: str = "") -> None:
    print(f"{wat:<42}{eerste:>10.0f}{volgende:>10.0f}   {verhouding}".rstrip())


def _toon_ander(wat: str, ander: tuple[float, float] | None, ons_eerst: float, ons: float) -> None:
    if ander is None:
        print(f"{wat:<42}{'ontbreekt hier':>20}")
        return
    first, later = ander
    _toon(wat, first, later, f"{first / ons_eerst:.1f}x en {later / ons:.1f}x zo lang")


if __name__ == "__main__":
    sys.exit(main())
