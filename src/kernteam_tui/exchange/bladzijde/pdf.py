"""The page for parents as a PDF."""

from __future__ import annotations

from dataclasses import asdict, dataclass

from kernteam_tui.domain.bladzijde import Bladzijde
from kernteam_tui.exchange.bladzijde.beeld import meet_namen, teken_kring
from kernteam_tui.exchange.bladzijde.opbouw import Opbouw, bouw_op
from kernteam_tui.exchange.bladzijde.passen import meet_overlengte
from kernteam_tui.exchange.bladzijde.zinnen import lees_zinnen
from kernteam_tui.exchange.drukwerk import Druk, Opschrift, Papier, Zetsel, druk, zet

LETTERGROOTTES = (12.0, 11.5, 11.0, 10.5)
"""Points, tried in this order until the page fits on one A4; smaller is not readable on a fridge door."""
GROTE_LETTERS = (18.0,)
"""Points of a page in large letters."""
ARABISCH_GROTER = 1.12
"""Arabic letters are set so many times larger, but for large print, as in `beelden.typ`."""

PAPIER = Papier(
    "bladzijde/bladzijde.typ",
    "De bladzijde kon niet als PDF gemaakt worden.",
    "Maak hem als tekst en meld deze fout.",
)


@dataclass(frozen=True)
class Vorm:
    """How a page may be set."""

    groottes: tuple[float, ...]
    """Letter sizes in points, the best first."""
    vellen: int
    """Sheets that it may take."""
    breed: float
    """Points of a line."""
    zin: str
    """What the worker reads when it takes more."""


_GEWOON = Vorm(LETTERGROOTTES, 1, 510.0, "Dit past niet op één A4")
_GROOT = Vorm(GROTE_LETTERS, 2, 515.0, "Dit past in grote letters niet op twee vellen A4")
_SMAL = 19.0
"""Em of a picture beside words."""
_GEEN_PLAATJE = "Wie er om het gezin heen staat, staat er in een zin: het plaatje paste er niet bij."


@dataclass(frozen=True)
class Afdruk(Druk):
    """A printed page, and its letter size."""

    punten: float


def maak_pdf(bladzijde: Bladzijde) -> Afdruk:
    """Print the page. The same page gives the same bytes.

    It is set in 12 points, smaller (down to 10.5) when that makes it fit on one A4; in large letters in 18
    points, on at most two sheets. What does not fit goes on, in the largest letter, to a next sheet, with a
    melding that says by how much and which part is longest: words of a family are never cut. Signs that the
    fonts do not have become a box, with a melding. Thread-safe. Raises TaalOnbekend, PdfMislukt.
    """
    return druk_opbouw(bouw_op(bladzijde), bladzijde)


def druk_opbouw(opbouw: Opbouw, bladzijde: Bladzijde) -> Afdruk:
    """Print lines that are ready, of this page. As `maak_pdf`."""
    vorm = _GROOT if opbouw.groot else _GEWOON
    opschrift = _opschrift(opbouw, bladzijde)
    wijzen = _wijzen(opbouw, vorm)
    for zetsel, meldingen in wijzen:
        for punten in vorm.groottes:
            gedrukt = druk(PAPIER, opschrift, zetsel.met(punten=punten))
            if gedrukt.bladzijden <= vorm.vellen:
                return Afdruk(gedrukt.data, gedrukt.bladzijden, (*gedrukt.meldingen, *meldingen), punten)
    te_lang = meet_overlengte(PAPIER, opschrift, wijzen[-1][0].met(punten=vorm.groottes[-1]), vorm.vellen)
    gedrukt = druk(PAPIER, opschrift, wijzen[0][0].met(punten=vorm.groottes[0]))
    langste = f"‘{_kop_voor_de_werker(opbouw, te_lang.langste)}’ ({_regels(te_lang.langste_regels)})"
    melding = (
        f"{vorm.zin}: het is ongeveer {_regels(te_lang.regels)} te lang. Het langst is {langste}. "
        f"Er is niets afgeknipt: het zijn nu {gedrukt.bladzijden} bladzijden."
    )
    return Afdruk(gedrukt.data, gedrukt.bladzijden, (*gedrukt.meldingen, melding), vorm.groottes[0])


def _wijzen(opbouw: Opbouw, vorm: Vorm) -> list[tuple[Zetsel, tuple[str, ...]]]:
    """The ways to set a page, best first, with what the worker should know of each."""
    groter = opbouw.richting == "rtl" and not opbouw.groot
    letter = vorm.groottes[0] * (ARABISCH_GROTER if groter else 1.0)
    inhoud = {**asdict(opbouw), "meten": False, "tekening": None, "tekening_smal": None}
    zonder = zet(inhoud)
    maten = meet_namen(opbouw)
    breed = teken_kring(opbouw, maten, vorm.breed / letter)
    if breed is None:
        return [(zonder, (_GEEN_PLAATJE,) if opbouw.kring else ())]
    smal = None if opbouw.groot else teken_kring(opbouw, maten, _SMAL)
    met = zonder.samen_met(zet({"tekening": breed, "tekening_smal": smal}))
    return [(met, ()), (zonder, (_GEEN_PLAATJE,))]


def _opschrift(opbouw: Opbouw, bladzijde: Bladzijde) -> Opschrift:
    return Opschrift(
        titel=opbouw.koppen["titel"],
        van_wie=opbouw.zinnen["gezinswerker"],
        dag=bladzijde.datum,
        taal=opbouw.taal,
        richting=opbouw.richting,
        bladzijde_van=opbouw.zinnen["bladzijde_van"],
    )


def _kop_voor_de_werker(opbouw: Opbouw, deel: str) -> str:
    return opbouw.koppen_nl.get(deel) or lees_zinnen("nl").koppen[deel]


def _regels(aantal: int) -> str:
    return "1 regel" if aantal == 1 else f"{aantal} regels"
