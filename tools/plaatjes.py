#!/usr/bin/env python3
"""Make the pictures of README and handleiding: every screen, at 80x24 and at 120x40.

usage: plaatjes.py FOLDER [--alleen ROUTE ...] [--maat 80x24]

Drives the real program in a pseudo-terminal, on the fictional families of `maak_demo`, on Monday 23 November
2026. Each route below starts the program once, on its own copy of that store, and takes its pictures on the
way. The printed page is drawn with typst from the same source as the PDF.

Needs pillow and pyte (development tools of this project) and a monospace font (Debian: fonts-dejavu-core).
exit: 0 every picture was made; 1 a text that was waited for never came; 2 something is missing.
"""

from __future__ import annotations

import argparse
import asyncio
import re
import shlex
import shutil
import sys
import tempfile
import time
from argparse import Namespace
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import shoot

DAG = date(2026, 11, 23)
WACHTWOORDZIN = "voorbeeld"
MATEN = ("80x24", "120x40")
GEDULD = 20.0
"""Seconds to wait for a text: far more than a slow machine needs."""
STIL = 180
"""Milliseconds without output after which a screen counts as drawn."""
LETTER = 14
"""Font size in pixels: a screen of 120x40 is then about 960 pixels wide."""
KLEUREN = 32
"""Colours kept in a picture: text on a few surfaces needs no more."""
AGENDA = "agenda-jeugdarts.ics"
AGENDA_INHOUD = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//voorbeeld//NL
BEGIN:VEVENT
UID:spreekuur@voorbeeld.invalid
DTSTAMP:20261123T060000Z
DTSTART;TZID=Europe/Amsterdam:20261125T110000
DTEND;TZID=Europe/Amsterdam:20261125T123000
RRULE:FREQ=WEEKLY
SUMMARY:Spreekuur
END:VEVENT
BEGIN:VEVENT
UID:scholing@voorbeeld.invalid
DTSTAMP:20261123T060000Z
DTSTART;TZID=Lokale tijd:20261202T083000
DTEND;TZID=Lokale tijd:20261202T103000
SUMMARY:Scholing
END:VEVENT
END:VCALENDAR
"""
HERSTELCODE = re.compile(r"\b[0-9A-Z]{4}(?: +- +[0-9A-Z]{2,4})+\b")


@dataclass(frozen=True)
class Stap:
    """Keys in the notation of shoot.py (`{code}`: the recovery code seen last); then a picture, if named."""

    toetsen: str
    plaatje: str = ""


@dataclass(frozen=True)
class Route:
    """One start of the program."""

    stappen: tuple[Stap, ...]
    kluis: bool = True
    """False: there is no store yet."""
    schrijven: bool = True
    """False: a file stands where the folder for files should come, so that writing one fails."""
    agenda: bool = False
    """True: a calendar that a partner exported lies in the home folder."""


def _casus(naam: str) -> Stap:
    """From a main screen to the casus of this jongere, through the filter of the caseload."""
    return Stap(f'f3,until:Filter,f,"{naam}",wait:300,enter,enter,until:Afspraken over tijd')


ZIN = '"kamer paard tafel lantaarn mosterd"'
OPENEN = Stap(f'until:Wachtwoordzin,"{WACHTWOORDZIN}",enter,until:waarvan')

ROUTES: dict[str, Route] = {
    "eerste_keer": Route(
        (
            Stap("until:stap 1,wait:400", "eerste-keer-1-welkom"),
            Stap(
                'enter,until:stap 2,"Vera Voorbeeld",tab,"vera@example.org",tab,"06-00000001"',
                "eerste-keer-2-jij",
            ),
            Stap(f"enter,until:stap 3,wait:600,{ZIN},tab,{ZIN},wait:600", "eerste-keer-3-wachtwoordzin"),
            Stap("enter,until:op papier,wait:300", "eerste-keer-4-herstelcode"),
            Stap('enter,until:stap 5,"{code}"', "eerste-keer-5-overtypen"),
            Stap('enter,until:stap 6,"Voorbeeldcollege De Brug"', "eerste-keer-6-school"),
            Stap("ctrl+s,until:stap 7", "eerste-keer-7-kernteam"),
            Stap("ctrl+s,until:stap 8", "eerste-keer-8-rooster"),
            Stap("ctrl+s,until:Vandaag,wait:500", "vandaag-leeg"),
            Stap("f3,until:Filter,wait:300", "caseload-leeg"),
        ),
        kluis=False,
    ),
    "lijsten": Route(
        (
            Stap("until:Wachtwoordzin,wait:300", "slot"),
            Stap('"fout",enter,until:niet juist', "slot-fout"),
            Stap(f'wait:2500,"{WACHTWOORDZIN}",enter,until:waarvan,wait:300', "vandaag"),
            Stap("w", "vandaag-week"),
            Stap("w,f1,until:Hulp", "hulp"),
            Stap("escape,ctrl+p,until:typ een deel", "opdrachten"),
            Stap("escape,f3,until:25 casussen", "caseload"),
            Stap('slash,until:Zoeken,"oma",wait:800', "zoeken"),
            Stap("escape,f5,until:Afspraken", "school"),
            Stap("enter,until:leerplichtambtenaar,wait:600", "school-wijzigen"),
            Stap("escape,f12,until:Instellingen,wait:300", "instellingen"),
        )
    ),
    "rooster": Route(
        (
            OPENEN,
            Stap(
                "f5,until:Afspraken,r,until:Vast patroon,wait:300,down,down,down,right,right,right,right",
                "rooster",
            ),
            Stap("v,until:Week,wait:300,right,until:scholing", "rooster-week"),
            Stap("l,until:valt in,wait:300", "afwezigen"),
            Stap("escape,wait:300,a,until:Wanneer,wait:300", "afwezigheid"),
            Stap("escape,wait:300,escape,until:Afspraken,d,until:regio midden,wait:300", "schooldagen"),
            Stap("escape,until:Afspraken,u,until:Uren maken,wait:300", "schooltijden"),
        )
    ),
    "agendas": Route(
        (
            OPENEN,
            Stap("f5,until:Afspraken,g,until:dagen oud,wait:400,down,down,down", "agendas"),
            Stap(f'enter,until:Alleen tijden,wait:300,"~/{AGENDA}",wait:300', "agenda-inlezen"),
            Stap(
                "enter,until:Er is al een agenda,wait:300,enter,until:gelezen tot,wait:300", "agenda-gelezen"
            ),
        ),
        agenda=True,
    ),
    "kluis": Route(
        (
            OPENEN,
            Stap("f9,wait:400", "namen-verborgen"),
            Stap("f9,ctrl+g,until:kluis is heel,wait:300", "kluis"),
            Stap("enter,until:vanzelf,wait:300", "reservekopieen"),
            Stap("enter,until:asussen,wait:400", "reservekopie"),
            Stap("escape,wait:400,escape,wait:400,down,enter,until:erstelcode,wait:400", "sleutels"),
            Stap("escape,wait:400,down,down,enter,until:Keten,wait:300", "logboek"),
        )
    ),
    "aanmelding": Route(
        (
            OPENEN,
            Stap("n,until:Roepnaam,wait:300", "aanmelding"),
            Stap('"Milan",tab,"de Ruiter",tab,"3-4-2012",wait:1500', "aanmelding-ingevuld"),
            Stap("ctrl+s,wait:500", "aanmelding-fouten"),
        )
    ),
    "casus": Route(
        (
            OPENEN,
            _casus("Luka"),
            Stap("", "casus-overzicht"),
            Stap("2,until:Bereiken,down,wait:300", "casus-gezin"),
            Stap("enter,until:roepnaam,wait:300", "persoon"),
            Stap("escape,until:Bereiken,g,until:Hoe weet je", "gezag"),
            Stap("escape,3,until:Wanneer", "casus-gesprekken"),
            Stap("pagedown,g,until:Hoe ging het,wait:300", "gesprek-vastleggen"),
            Stap("escape,until:Wanneer,4,until:Datum", "casus-notities"),
            Stap("5,until:versie", "casus-gezinsplan"),
            Stap("6,wait:500", "casus-delen"),
            Stap("7,wait:500", "casus-afsluiten"),
            Stap("w,wait:900", "wissen"),
            Stap("escape,wait:500,enter,until:enmerk,wait:300", "afsluiten"),
            Stap("escape,1,until:Afspraken over tijd,w,until:Gegevens,wait:300", "casus-wijzigen"),
            Stap("escape,4,until:concept,enter,until:later uitwerken,wait:400", "notitie-concept"),
            Stap("escape,until:Datum,down,enter,until:Huisbezoek,wait:300", "notitie-afgerond"),
            Stap("escape,k,until:Wat voor", "notitie-soort"),
            Stap("enter,until:later uitwerken,wait:500", "notitie-nieuw"),
        )
    ),
    "gezin": Route(
        (
            OPENEN,
            _casus("Lina"),
            Stap("2,until:Bereiken,m,until:om wie het gaat,wait:300", "genogram"),
            Stap("l,until:ouders:,wait:300", "genogram-woorden"),
            Stap("escape,until:Bereiken,x,until:steun,wait:400", "netwerk"),
            Stap("enter,until:Groep,wait:300", "netwerklid"),
            Stap("escape,wait:400,escape,until:Bereiken,i,wait:700", "gezin-invoer"),
            Stap('"Ali oom 1980 06-00001234",wait:600', "gezin-invoer-getypt"),
            Stap("escape,wait:600,h,wait:600", "huishouden"),
            Stap("escape,wait:500,ctrl+o,until:dresboek,wait:400", "adresboek"),
        )
    ),
    "delen": Route(
        (
            OPENEN,
            _casus("Lina"),
            Stap("6,wait:700", "delen"),
            Stap("t,wait:700", "toestemming"),
            Stap("escape,wait:500,i,wait:700", "intrekken"),
            Stap("escape,wait:500,o,wait:700", "verzoeken"),
            Stap("a,wait:900", "afschrift"),
        )
    ),
    "leeftijden": Route(
        (
            OPENEN,
            _casus("Aniek"),
            Stap("l,wait:700", "leeftijden"),
            Stap("escape,wait:500,d,wait:700", "wie-doet-wat"),
        )
    ),
    "startgesprek": Route(
        (
            OPENEN,
            _casus("Sami"),
            Stap("s,until:Fijn erbij", "startgesprek"),
            Stap("e,until:Minuten,wait:300", "gesprek-plannen"),
            Stap("escape,s,until:Fijn erbij,enter,until:telefoon,wait:300", "uitnodigingen"),
            Stap("escape,until:Afspraken over tijd,s,until:Wat wil je doen,wait:300", "startgesprek-gepland"),
            Stap("a,until:Waarom,wait:300", "afzeggen"),
        )
    ),
    "gesprekcheck": Route(
        (
            OPENEN,
            _casus("Sami"),
            Stap("s,until:Fijn erbij,enter,until:telefoon,c,until:te doen,wait:300"),
            Stap("enter,enter,down,enter,down,down,wait:300", "gesprekcheck"),
            Stap("escape,wait:300,b,until:op papier,wait:400", "uitnodigingen-brieven"),
        )
    ),
    "kennismaking": Route(
        (
            OPENEN,
            _casus("Ilias"),
            Stap("m,until:Aangeboden,wait:400", "kennismaking"),
            Stap("escape,until:Afspraken over tijd,u,until:Wiens keuze,wait:400", "startgesprek-later"),
        )
    ),
    "overleg": Route(
        (
            OPENEN,
            Stap("f5,until:Afspraken,o,until:Wat iedereen,o,until:Erbij,wait:300,end,up,wait:300", "overleg"),
            Stap("o,until:Wat iedereen,wait:400", "overleg-tafel"),
            Stap("o,until:Erbij,wait:300,p,until:Agenda kern,wait:400", "overleg-papier"),
            Stap('escape,until:Erbij,v,until:Begint om,wait:300,ctrl+k,"vandaag",tab,ctrl+k,"09:00"'),
            Stap("ctrl+s,until:Erbij,wait:400,enter,until:Wat doet ieder,wait:500", "overleg-bespreken"),
        )
    ),
    "planner": Route(
        (
            OPENEN,
            Stap("f4,until:Nog te plannen,wait:500", "planner"),
            Stap("tab,wait:400", "planner-week"),
            Stap("down,down,v,right,down,wait:500", "planner-verzetten"),
            Stap("escape,i,until:nieuw,wait:400", "indeling"),
            Stap("enter,until:nieuwe gesprekken,wait:400", "planner-gepland"),
            Stap("u,until:Voor de telefoon,s,until:staan klaar,wait:400", "weekpost"),
        )
    ),
    "plan": Route(
        (
            OPENEN,
            _casus("Lina"),
            Stap("5,until:versie,enter,until:Wie zijn wij,wait:400", "gezinsplan"),
            Stap("down,down,enter,wait:400", "gezinsplan-tekst"),
            Stap("f7,until:ontrole,wait:400", "gezinsplan-controle"),
            Stap(
                "escape,ctrl+down,ctrl+down,ctrl+down,ctrl+down,ctrl+down,ctrl+down,wait:400",
                "gezinsplan-doelen",
            ),
            Stap("ctrl+down,wait:400", "gezinsplan-acties"),
            Stap("escape,wait:500,b,until:Voor wie,wait:300", "bladzijde-voor-wie"),
            Stap("enter,until:uit versie,wait:300", "bladzijde"),
            Stap("p,until:opgeslagen,wait:300", "bladzijde-opgeslagen"),
            Stap("enter,wait:300,ctrl+g,until:Logboek,wait:300,down,down,enter,until:Geschreven", "uit"),
        )
    ),
    "weigering": Route(
        (
            OPENEN,
            _casus("Lina"),
            Stap(
                "5,until:versie,b,until:Voor wie,wait:300,enter,until:uit versie,p,until:Goed,wait:300",
                "fout",
            ),
        ),
        schrijven=False,
    ),
}


class Fotograaf:
    """Takes the pictures of one route at one size."""

    def __init__(self, kluis: Path, thuis: Path, maat: str, doel: Path) -> None:
        self.maat, self.doel = maat, doel
        programma = Path(sys.executable).with_name("kernteam")
        opdracht = ["env", f"HOME={thuis}", f"TMPDIR={thuis}", str(programma)]
        opdracht += ["--map", str(kluis), "--vandaag", DAG.isoformat()]
        breed, hoog = maat.split("x")
        self.keuzes = Namespace(
            terminal=shlex.join(opdracht),
            size=(int(breed), int(hoog)),
            quiet_ms=STIL,
            timeout=GEDULD,
            wait_for=None,
            keys=[],
        )
        self.code = ""

    async def loop(self, stappen: tuple[Stap, ...]) -> int:
        """Walk the route; gives the number of pictures. Raises RuntimeError when a text never came."""
        driver = shoot.PtyDriver(self.keuzes)
        gemaakt = 0
        try:
            for stap in stappen:
                self.keuzes.keys = shoot.parse_keys(stap.toetsen.replace("{code}", self.code))
                if await shoot.play(driver, self.keuzes):
                    beeld = "\n".join(shoot.lines_of(driver.grid()))
                    raise RuntimeError(f"{self.maat}: after {stap.toetsen!r} the screen says:\n{beeld}")
                self._onthoud_code(shoot.lines_of(driver.grid()))
                if stap.plaatje:
                    self.bewaar(driver.grid(), stap.plaatje)
                    gemaakt += 1
        finally:
            driver.close()
        return gemaakt

    def bewaar(self, cellen: list[list[shoot.Cell]], naam: str) -> None:
        """One PNG with few colours."""
        pad = self.doel / f"{naam}-{self.maat}.png"
        shoot.paint(cellen, str(pad), None, LETTER)
        verklein(pad)

    def _onthoud_code(self, regels: list[str]) -> None:
        gevonden = [groep for regel in regels for groep in HERSTELCODE.findall(regel)]
        self.code = re.sub(r"[ -]", "", "".join(gevonden)) or self.code


def verklein(pad: Path) -> None:
    """Keep only the colours that a picture of text needs."""
    from PIL import Image

    with Image.open(pad) as beeld:
        klein = beeld.convert("RGB").quantize(KLEUREN, dither=Image.Dither.NONE)
    klein.save(pad, optimize=True)


def maak_bladzijde(kluis: Path, doel: Path) -> None:
    """The page for a parent as it comes from the printer: the PDF of the program, drawn by typst."""
    import typst

    from kernteam_tui.domain.codes import PersoonRol
    from kernteam_tui.services.caseload import get_caseload
    from kernteam_tui.services.casus import get_casus
    from kernteam_tui.services.klok import SysteemKlok
    from kernteam_tui.services.samenvatting import maak_samenvatting
    from kernteam_tui.services.toegang import unlock

    sessie = unlock(kluis, WACHTWOORDZIN, SysteemKlok(DAG))
    try:
        casus_id = next(regel.casus_id for regel in get_caseload(sessie) if regel.jongere.startswith("Lina"))
        ouder = next(p for p in get_casus(sessie, casus_id).personen if p.rol is PersoonRol.OUDER)
        maak_samenvatting(sessie, casus_id, ouder.id, "pdf", kluis / "blad.pdf")
    finally:
        sessie.close()
    vel = kluis / "vel.typ"
    vel.write_text('#set page(width: auto, height: auto, margin: 0pt)\n#image("blad.pdf")\n', "utf-8")
    pad = doel / "bladzijde-papier.png"
    typst.compile(str(vel), output=str(pad), format="png", ppi=96.0)
    verklein(pad)


def main() -> int:
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("map", type=Path, metavar="FOLDER")
    parser.add_argument("--alleen", choices=sorted(ROUTES), nargs="+", default=list(ROUTES))
    parser.add_argument("--maat", choices=MATEN, nargs="+", default=list(MATEN))
    keuzes = parser.parse_args()
    keuzes.map.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix="kernteam-") as naam:
        try:
            return maak(keuzes.map, Path(naam), keuzes.alleen, keuzes.maat)
        except (ImportError, shoot.Missing) as fout:
            print(f"plaatjes: {fout} (lettertype: het Debian-pakket fonts-dejavu-core)", file=sys.stderr)
            return 2
        except RuntimeError as fout:
            print(f"plaatjes: {fout}", file=sys.stderr)
            return 1


def maak(doel: Path, werkmap: Path, routes: list[str], maten: list[str]) -> int:
    """Every route at every size, one after the other."""
    from kernteam_tui.services.demo import maak_demo
    from kernteam_tui.services.klok import SysteemKlok

    voorbeeld = werkmap / "voorbeeld"
    maak_demo(voorbeeld, SysteemKlok(DAG))
    for naam in routes:
        for maat in maten:
            begin = time.monotonic()
            thuis, kluis = werkmap / "thuis", werkmap / "kluis"
            thuis.mkdir()
            if ROUTES[naam].kluis:
                shutil.copytree(voorbeeld, kluis)
            if not ROUTES[naam].schrijven:
                (kluis / "uit").touch()
            if ROUTES[naam].agenda:
                (thuis / AGENDA).write_text(AGENDA_INHOUD, "utf-8", newline="\r\n")
            fotograaf = Fotograaf(kluis, thuis, maat, doel)
            aantal = asyncio.run(fotograaf.loop(ROUTES[naam].stappen))
            shutil.rmtree(thuis)
            shutil.rmtree(kluis)
            print(f"{naam} {maat}: {aantal} plaatjes in {time.monotonic() - begin:.0f} s")
    if "plan" in routes:
        maak_bladzijde(voorbeeld, doel)
    return 0


if __name__ == "__main__":
    sys.exit(main())
