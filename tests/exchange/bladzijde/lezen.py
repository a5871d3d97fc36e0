"""What comes back out of a page when another program reads it."""

from __future__ import annotations

import re
import shutil
import subprocess
import unicodedata
from collections.abc import Iterable

from kernteam_tui.exchange.bladzijde.opbouw import Opbouw
from tests.exchange.drukwerk.lezen import kaal
from tests.geduld import GEDULD
from tests.ontbreekt import ontbreekt

_STURING = re.compile(r"[\u200b-\u200f\u202a-\u202e\u2066-\u2069]")
_ARABISCH_WOORD = re.compile(r"[\u0620-\u065f\u0670-\u06d3]+")


def lees_met_pdftotext(data: bytes, *opties: str) -> str:
    """The text as poppler finds it. Leaves the test where that is missing."""
    if shutil.which("pdftotext") is None:
        ontbreekt("no pdftotext (Debian: poppler-utils)")
    uit = subprocess.run(
        ["pdftotext", *opties, "-", "-"], input=data, capture_output=True, timeout=GEDULD, check=True
    )
    return unicodedata.normalize("NFKC", _STURING.sub("", uit.stdout.decode()))


def lees_etiketten(data: bytes) -> str:
    """The text in the order of the tags, as a screen reader goes; Arabic words as they are drawn.

    Leaves the test where poppler is missing.
    """
    if shutil.which("pdfinfo") is None:
        ontbreekt("no pdfinfo (Debian: poppler-utils)")
    uit = subprocess.run(
        ["pdfinfo", "-struct-text", "-"], input=data, capture_output=True, timeout=GEDULD, check=True
    )
    stukken = re.findall(r'^\s*"(.*)"$', uit.stdout.decode(errors="replace"), re.M)
    return unicodedata.normalize("NFKC", _STURING.sub("", "".join(stukken)))


def gevonden_deel(woorden: str, tekst: str) -> float:
    """Which part of the Arabic words stands whole in a text that was read back."""
    gezocht = _ARABISCH_WOORD.findall(woorden)
    gevonden = set(_ARABISCH_WOORD.findall(tekst))
    return sum(woord in gevonden for woord in gezocht) / len(gezocht)


def in_leesvolgorde(opbouw: Opbouw) -> list[str]:
    """Headings, goals and actions, and the words between, as they should be read one after another."""
    koppen = opbouw.koppen
    return [
        koppen["titel"],
        opbouw.voor,
        koppen["waarom"],
        *(alinea for gezegd in opbouw.waarom for alinea in gezegd.stuk.teksten),
        koppen["goed"],
        *(alinea for gezegd in opbouw.goed for alinea in gezegd.stuk.teksten),
        *([koppen["kring"]] if opbouw.kring else []),
        koppen["doelen"],
        *(alinea for doel in opbouw.doelen for alinea in doel.wat.teksten),
        koppen["acties"],
        *(alinea for actie in opbouw.acties for alinea in actie.wat.teksten),
        koppen["evaluatie"],
        opbouw.evaluatie,
        koppen["school"],
        *opbouw.school_weet,
        koppen["bellen"],
        koppen["oneens"],
        *opbouw.oneens,
        koppen["eigen_woorden"],
        opbouw.zinnen["wat_afgesproken"],
    ]


def wat_mist(stukken: Iterable[str], tekst: str) -> list[str]:
    """Which of these do not stand in the text one after another; white and what nobody sees do not count."""
    tekst = kaal(tekst)
    mist: list[str] = []
    vanaf = 0
    for stuk in stukken:
        plek = tekst.find(kaal(unicodedata.normalize("NFKC", stuk)), vanaf)
        if plek < 0:
            mist.append(stuk)
        else:
            vanaf = plek + 1
    return mist
