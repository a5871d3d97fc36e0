"""The page for parents as a PDF."""

from __future__ import annotations

from dataclasses import asdict, dataclass, replace

from kernteam_tui.domain.bladzijde import Bladzijde
from kernteam_tui.exchange.bladzijde.beeld import meet_namen, teken_kring, teken_waaier
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
_GEEN_PLAATJE = "Wie er om het gezin heen staat, staat er in een zin: de tekening paste er niet bij."
_KLEINE_LETTERS = (
    "Om op één vel te passen staan de letters op {punten} punten; 12 of meer leest makkelijker. "
    "Kort de tekst in, of kies grote letters."
)


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


def wijs_op_letters(afdruk: Afdruk) -> tuple[str, ...]:
    """Its meldingen, and where the letters became smaller than is meant, how small and what to do about it.

    Large letters are never made smaller. The page for parents is meant to be in 12 points or more.
    """
    if afdruk.punten >= LETTERGROOTTES[0]:
        return afdruk.meldingen
    punten = f"{afdruk.punten:g}".replace(".", ",")
    return (*afdruk.meldingen, _KLEINE_LETTERS.format(punten=punten))


def druk_opbouw(opbouw: Opbouw, bladzijde: Bladzijde) -> Afdruk:
    """Print lines that are ready, of this page. As `maak_pdf`."""
    vorm = _GROOT if opbouw.groot else _GEWOON
    opschrift = _opschrift(opbouw, bladzijde)
    wijzen = _wijzen(opbouw, vorm)
    for zetsel, meldingen in wijzen:
        passend = _druk_passend(opschrift, zetsel, vorm)
        if passend is not None:
            return replace(passend, meldingen=(*passend.meldingen, *meldingen))
    te_lang = meet_overlengte(PAPIER, opschrift, wijzen[-1][0].met(punten=vorm.groottes[-1]), vorm.vellen)
    gedrukt = druk(PAPIER, opschrift, wijzen[0][0].met(punten=vorm.groottes[0]))
    langste = f"‘{_kop_voor_de_werker(opbouw, te_lang.langste)}’ ({_regels(te_lang.langste_regels)})"
    melding = (
        f"{vorm.zin}: het is ongeveer {_regels(te_lang.regels)} te lang. Het langst is {langste}. "
        f"Er is niets afgeknipt: het zijn nu {gedrukt.bladzijden} vellen."
    )
    return Afdruk(gedrukt.data, gedrukt.bladzijden, (*gedrukt.meldingen, melding), vorm.groottes[0])


def _druk_passend(opschrift: Opschrift, zetsel: Zetsel, vorm: Vorm) -> Afdruk | None:
    """In the largest letters that fit. Where the smallest do not fit, those between are not tried."""
    beste, kleinste = vorm.groottes[0], vorm.groottes[-1]
    uiterste = _druk(opschrift, zetsel, beste)
    if uiterste.bladzijden <= vorm.vellen:
        return uiterste
    klein = uiterste if kleinste == beste else _druk(opschrift, zetsel, kleinste)
    if klein.bladzijden > vorm.vellen:
        return None
    proeven = (_druk(opschrift, zetsel, punten) for punten in vorm.groottes[1:-1])
    return next((proef for proef in proeven if proef.bladzijden <= vorm.vellen), klein)


def _druk(opschrift: Opschrift, zetsel: Zetsel, punten: float) -> Afdruk:
    gedrukt = druk(PAPIER, opschrift, zetsel.met(punten=punten))
    return Afdruk(gedrukt.data, gedrukt.bladzijden, gedrukt.meldingen, punten)


def _wijzen(opbouw: Opbouw, vorm: Vorm) -> list[tuple[Zetsel, tuple[str, ...]]]:
    """The ways to set a page, best first, with what the worker should know of each."""
    groter = opbouw.richting == "rtl" and not opbouw.groot
    letter = vorm.groottes[0] * (ARABISCH_GROTER if groter else 1.0)
    inhoud = {**asdict(opbouw), "meten": False, "tekening": None, "tekening_smal": None}
    zonder = zet(inhoud)
    maten = meet_namen(opbouw)
    ruimte = vorm.breed / letter
    wijzen: list[tuple[Zetsel, tuple[str, ...]]] = []
    if rond := teken_kring(opbouw, maten, ruimte):
        smal = None if opbouw.groot else teken_kring(opbouw, maten, _SMAL)
        wijzen.append((zonder.samen_met(zet({"tekening": rond, "tekening_smal": smal})), ()))
    if laag := teken_waaier(opbouw, maten, ruimte):
        wijzen.append((zonder.samen_met(zet({"tekening": laag})), ()))
    return [*wijzen, (zonder, (_GEEN_PLAATJE,) if opbouw.kring else ())]


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
