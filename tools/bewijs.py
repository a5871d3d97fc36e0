"""Run the long checks and keep each one's own output, with the commit it was made from: `make bewijs`.

`python -m tools.bewijs FOLDER [NAME…]` runs all checks, or those named. Each writes FOLDER/NAME.txt. A check
that fails is written down as it is, and the run ends with status 1.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[1]
BIN = ROOT / ".venv" / "bin"
DIEP, OPTIES = "KERNTEAM_DIEP=1", "-n 2 --no-header"
"""Every combination, where `make test` looks at enough of them (`tests.greep`)."""


@dataclass(frozen=True)
class Check:
    """One thing that is shown: what, by which commands (run in a shell, in the project's folder)."""

    naam: str
    wat: str
    opdrachten: tuple[str, ...]


CHECKS = (
    Check(
        "termijnen",
        "every day of the known school years against an independent slow count, with controls that differ",
        (
            "{python} -m tools.bewijs_termijnen",
            "{pytest} tests/unit/test_termijnen.py tests/exchange/test_kalender.py",
        ),
    ),
    Check(
        "een-werkdag",
        "the real program in a terminal, driven by keys: the demo, and an own store from its first start",
        ("{pytest} -v tests/e2e/test_voorbeelddag.py tests/e2e/test_eigen_kluis.py",),
    ),
    Check(
        "lekt-niets",
        "five marker texts typed into the app: in no file; a plain database gives all five away",
        ("{pytest} -n 0 -s tests/e2e/test_lekt_niets.py",),
    ),
    Check(
        "kluis-fouten",
        "what is wrong with a store or key file is told apart (contract 1)",
        ("{pytest} -v tests/e2e/test_kluis_fouten.py", "{pytest} tests/store/opening"),
    ),
    Check(
        "valkuilen",
        "the traps of Textual and of the store, each with a control",
        ("{pytest} -v tests/ui/test_valkuilen.py tests/ui/test_start.py", "{pytest} tests/unit/test_huis.py"),
    ),
    Check(
        "bladzijde",
        "the page for parents is PDF/UA-1, is read back in order, and no words break it; each with a control",
        (
            "{python} -m tools.bladzijdepdf",
            "{pytest} -v tests/exchange/bladzijde",
            "{pytest} -n 0 -s tests/services/test_bladzijde_demo.py tests/services/test_bladsoort.py",
        ),
    ),
    Check(
        "bladzijde-web",
        "the page as HTML in Chromium with axe-core: narrow, wide, printed; hostile text runs nothing",
        ("{python} -m tools.bladzijdeweb --zonder-beelden",),
    ),
    Check(
        "bladzijde-word",
        "the page as DOCX: LibreOffice makes a valid PDF/UA of it; without alt texts it is not",
        ("{python} -m tools.bladzijdeword",),
    ),
    Check(
        "gezinsplan",
        "three visits become a plan and two pages in a real terminal; old versions, and what was given",
        (
            "{pytest} -v tests/e2e/test_van_notitie_tot_plan.py",
            "{pytest} -v tests/services/test_planpapier.py tests/services/test_planpapier_uit.py",
            "{pytest} -v tests/services/test_verstrekkingen.py",
            "{pytest} -v tests/exchange/planpapier",
        ),
    ),
    Check(
        "plan-snelheid",
        "our PDF against LibreOffice and WeasyPrint; two plans of 50 kB beside each other; a key in the plan",
        (
            "{python} -m bench.bladzijde",
            "{python} -m bench.planverschil",
            "{python} -m bench.plan_toetsaanslag",
        ),
    ),
    Check(
        "grote-caseload",
        "2,000 cases and 50,000 notes in under two minutes, and the first screens on it",
        (
            "time {kernteam} demo --maak $TMPDIR/groot --casussen 2000 --notities 50000 --vandaag 2026-11-23",
            "echo voorbeeld > $TMPDIR/zin",
            "time {kernteam} controle --map $TMPDIR/groot --wachtwoord-bestand $TMPDIR/zin",
        ),
    ),
    Check(
        "kluis-kills",
        "SIGKILLs of the program's own services and app at random moments: nothing acknowledged is lost",
        ("{python} -m bench.faults.kills",),
    ),
    Check(
        "kluis-wissels",
        "kills in passphrase change, key rotation, restore and migration: always fully old or fully new",
        ("{python} -m bench.faults.swaps",),
    ),
    Check(
        "kluis-stroom",
        "power cuts, replayed from a log of every write of the services; synchronous=OFF must lose",
        ("{python} -m bench.faults.stroom",),
    ),
    Check(
        "kluis-schade",
        "bit flips and truncations of store and key files: found or mended, never called a wrong passphrase",
        ("{python} -m bench.faults.damage",),
    ),
    Check(
        "kluis-vreemde-invoer",
        "10,000 examples over search queries, key files, imports and backups: only named errors",
        ("{python} -m bench.faults.fuzz",),
    ),
    Check(
        "kluis-snelheid",
        "the store against plain SQLite: same statements, rows, index and pragmas on both sides",
        ("{python} -m bench.kluis_snelheid", "{python} -m bench.kluis_snelheid --tien"),
    ),
    Check(
        "oude-kluizen",
        "a store of every released schema opens, is brought up to date, is restored; a newer one is refused",
        ("{pytest} -v tests/store/test_oud.py tests/store/test_migraties.py",),
    ),
    Check(
        "logboek-en-wissen",
        "a log that shows where it was broken; after erasing 0 remains, with a control that finds them",
        ("{pytest} -v tests/store/test_logketen.py tests/store/test_wissen*.py",),
    ),
    Check(
        "slot",
        "locking saves, starts anew, forgets, and comes back to the same place",
        ("{pytest} -v tests/e2e/test_vergrendelen.py tests/ui/test_slot*.py tests/ui/test_na*.py",),
    ),
    Check(
        "proces",
        "private files, no network, no dumps, nothing of a client in a log, nothing run from data",
        (
            "{pytest} -v tests/store/test_proces.py tests/store/test_omgeving.py",
            "{pytest} -v tests/e2e/test_geen_netwerk.py",
            "{pytest} -v tests/unit/test_niets_gevaarlijks.py tests/unit/test_noodlog.py",
        ),
    ),
    Check(
        "deelregels",
        "consent and sharing: the table written by hand against the code, for every combination",
        (
            "{python} -m tools.delen | diff - docs/delen.md && echo docs/delen.md is up to date",
            "grep -n gevallen docs/delen.md",
            "{pytest} -v tests/unit/delen",
        ),
    ),
    Check(
        "niets-lekt-door",
        "60 families of secret words: in no form a word its reader may not have; without the rules there are",
        (
            "KERNTEAM_FAMILIES=60 {pytest} -n 0 -s --timeout 2400 tests/services/geheimen",
            "{pytest} -v tests/unit/test_uitgang.py",
        ),
    ),
    Check(
        "genogram",
        "30 families: nothing over each other, no line through a person, the same picture after one more",
        ("{python} -m tools.bewijs_genogram", "{pytest} tests/unit/genogram tests/exchange/test_genogram.py"),
    ),
    Check(
        "gezin-invoeren",
        "a family of six, two households and gezag typed in a real terminal, the keystrokes counted",
        ("{pytest} -n 0 -s tests/e2e/test_gezin_invoeren.py",),
    ),
    Check(
        "agenda-lezen",
        "busy times of 106 calendars with the answer written by hand beside each, hostile ones within bounds",
        ("{pytest} tests/exchange/agenda tests/unit/cli/test_agenda.py", "{python} -m bench.agenda"),
    ),
    Check(
        "planner-weken",
        "200 random weeks against a brute force that knows none of the program, with rules broken on purpose",
        (
            "KERNTEAM_WEKEN=200 {pytest} tests/planner",
            "{pytest} tests/unit/week tests/unit/planning tests/services/test_weekplanner.py",
            "{python} -m bench.planner",
        ),
    ),
    Check(
        "uitnodigingen",
        "invitations read by vobject and a calendar by RFC 5546, imported by khal; each check with a control",
        ("{pytest} -v -rxX tests/services/uitnodigingen",),
    ),
    Check(
        "maandagochtend",
        "six aanmeldingen at two schools planned and invited in a real terminal, the keystrokes counted",
        ("{pytest} -n 0 -s tests/e2e/test_maandagochtend.py",),
    ),
    Check("snelheid", "the promises of speed, both sides in one run", ("make --no-print-directory bench",)),
    Check(
        "schone-kloon",
        "a fresh clone with an empty HOME: make demo without a terminal, then make test",
        (
            "git clone --quiet . $TMPDIR/kloon",
            "cd $TMPDIR/kloon && make --no-print-directory demo < /dev/null | cat",
            "cd $TMPDIR/kloon && time make --no-print-directory test",
        ),
    ),
)


def main() -> int:
    """Run what was asked; 1 where a check failed."""
    folder, wanted = Path(sys.argv[1]), set(sys.argv[2:])
    folder.mkdir(parents=True, exist_ok=True)
    failed = [c.naam for c in CHECKS if (not wanted or c.naam in wanted) and not _run(c, folder)]
    print("failed: " + ", ".join(failed) if failed else "every check passed")
    return 1 if failed else 0


def _run(check: Check, folder: Path) -> bool:
    commit = _output(["git", "rev-parse", "--short", "HEAD"])
    dirty = _output(["git", "status", "--porcelain", "-uno", "--", ".", ":!docs/bewijs"])
    changed = " with uncommitted changes" if dirty else ""
    lines = [f"# {check.wat}", f"# commit {commit}{changed}, {datetime.now(UTC).date()}", ""]
    passed = True
    with tempfile.TemporaryDirectory(prefix="bewijs-") as temporary:
        home = Path(temporary) / "thuis"
        home.mkdir()
        for command in check.opdrachten:
            full = command.format(
                python=BIN / "python", kernteam=BIN / "kernteam", pytest=f"{DIEP} {BIN / 'pytest'} {OPTIES}"
            )
            done = subprocess.run(
                ["bash", "-o", "pipefail", "-c", full],
                cwd=ROOT,
                env={**os.environ, "HOME": str(home), "TMPDIR": temporary, "TZ": "Europe/Amsterdam"},
                capture_output=True,
                text=True,
                check=False,
            )
            passed = passed and done.returncode == 0
            shown = _without_places(command, done.stdout + done.stderr, temporary)
            lines += [*shown, f"exit status {done.returncode}", ""]
    (folder / f"{check.naam}.txt").write_text("\n".join(lines), encoding="utf-8")
    print(f"{check.naam}: {'ok' if passed else 'FAILED'}")
    return passed


def _without_places(command: str, output: str, temporary: str) -> list[str]:
    """The command and its output without the places of this machine."""
    text = output.replace(temporary, "$TMPDIR").replace(str(ROOT), ".").replace(str(Path.home()), "~")
    asked = command.format(python="python", kernteam="kernteam", pytest=f"{DIEP} pytest {OPTIES}")
    return [f"$ {asked}", *(line.rstrip() for line in text.splitlines())]


def _output(command: list[str]) -> str:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    sys.exit(main())
