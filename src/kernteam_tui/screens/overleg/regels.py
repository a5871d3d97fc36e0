"""How the agenda of an overleg looks: for the worker, and on the table."""

from __future__ import annotations

from collections.abc import Iterable

from textual.content import Content

from kernteam_tui.domain.codes import Niveau
from kernteam_tui.domain.datumtekst import dag_kort, moment_kort
from kernteam_tui.services.overleg.lezen import OverlegBeeld, PuntBeeld
from kernteam_tui.services.overleg.poort import Mag
from kernteam_tui.widgets.tekst import ZACHT

Genummerd = tuple[int, PuntBeeld]

LEEG = (
    "\nNog geen punten. Open startgesprekken, afspraken, terugkoppelingen en gezinnen die lang wachten komen "
    "hier vanzelf. Met t zet je er zelf iets op."
)
GEEN_MOMENT = (
    "\nDeze school heeft nog geen vast moment voor het overleg. Zet het bij School (F5) met u, of kies met v "
    "een moment."
)
_NUMMER, _MERK = 3, 2
_KORT = {
    None: "niets",
    Niveau.GESTART_GESTOPT: "gestart of gestopt",
    Niveau.PROCES: "hoe het loopt",
    Niveau.INHOUD: "ook de inhoud",
}
_MAG = {
    None: "Hoort niets",
    Niveau.GESTART_GESTOPT: "Hoort start en stop",
    Niveau.PROCES: "Hoort hoe het loopt",
    Niveau.INHOUD: "Hoort ook de inhoud",
}
"""The same as labels of the facts, none wider than these."""
_STIJL = {None: "$warning", Niveau.INHOUD: "$success"}


def kopregel(beeld: OverlegBeeld) -> Content:
    """When, how long, how far."""
    if beeld.start is None:
        return Content("Nog geen moment")
    klaar = f"   {beeld.besproken} van {len(beeld.punten)} besproken" if beeld.besproken else ""
    voorbij = "   nog niet afgerond" if beeld.voorbij else ""
    return Content.assemble(
        (moment_kort(beeld.start), "bold"),
        (f"   {beeld.minuten} minuten{klaar}", ZACHT),
        (voorbij, "bold $warning"),
    )


def aanwezig_regel(beeld: OverlegBeeld) -> str:
    """`Erbij: jij, JGZ   Niet: leerplicht (ziek)`."""
    here = ["jij" if een.ik else een.kort for een in beeld.kernteam if een.erbij]
    away = [f"{een.kort} ({een.weg})" for een in beeld.kernteam if een.weg and not een.erbij]
    missing = f"   Niet: {', '.join(away)}" if away else ""
    return "Erbij: " + (", ".join(here) or "nog niemand, druk op a") + missing


def tafel_regel(beeld: OverlegBeeld) -> str:
    """Above the list while others look along."""
    anderen = [een.kort for een in beeld.kernteam if een.erbij and not een.ik]
    return f"Wat iedereen aan tafel mag weten: {', '.join(anderen) or 'er is niemand anders'}."


def punt_regels(item: Genummerd, breed: int) -> tuple[Content, Content]:
    """For the worker: which casus and why; below it what was asked, or who may hear what."""
    nummer, punt = item
    klaar = "✓ " if punt.besproken else "  "
    kop = Content.assemble((f"{nummer:>{_NUMMER - 1}} ", ZACHT), (klaar, "bold $success"))
    if not punt.casus_id:
        return kop + Content.styled(punt.tekst, "bold"), _onder(_eigen(punt))
    spoed = Content.styled("spoed  ", "bold $warning") if punt.spoed else Content("")
    wie = f"{punt.nummer}  {punt.jongere}" + (f", {punt.klas}" if punt.klas else "")
    waarom = "; ".join(punt.waarom) or punt.soort.label
    eerste = kop + Content.styled(f"{wie}  ", "bold") + spoed + Content(waarom)
    return eerste.truncate(breed, ellipsis=True), _onder(mag_kort(punt.mag))


def tafel_regels(item: Genummerd, breed: int) -> tuple[Content, Content]:
    """For who looks along: initials or less, and never a number."""
    del breed
    nummer, punt = item
    kop = Content.styled(f"{nummer:>{_NUMMER - 1}}   ", ZACHT) + Content.styled(punt.tafel.wie, "bold")
    meer = punt.tafel.regels[1:] or punt.tafel.regels
    return kop, _onder(Content("; ".join(meer)))


def mag_kort(mag: Iterable[Mag]) -> Content:
    """`niets: leerplicht, JGZ  ·  hoe het loopt: jeugdarts`."""
    delen = [
        Content.assemble((_KORT[niveau], _STIJL.get(niveau, "")), (f": {', '.join(wie)}", ZACHT))
        for niveau, wie in _per_niveau(mag).items()
    ]
    return Content.styled("  ·  ", ZACHT).join(delen)


def _per_niveau(mag: Iterable[Mag]) -> dict[Niveau | None, list[str]]:
    found: dict[Niveau | None, list[str]] = {}
    for een in mag:
        found.setdefault(een.niveau, []).append(een.kort)
    return found


def _eigen(punt: PuntBeeld) -> Content:
    if punt.naam_erin:
        return Content.styled("Hier staat een naam of nummer in; anderen zien dit punt niet.", "$warning")
    return Content.styled(afspraak_tekst(punt), ZACHT)


def afspraak_tekst(punt: PuntBeeld) -> str:
    """`Lia: maakt een lijst, vóór vr 27 nov`; empty where nothing was agreed."""
    if not punt.actie.strip():
        return ""
    wie = f"{punt.wie}: " if punt.wie.strip() else ""
    dag = f", vóór {dag_kort(punt.actie_op)}" if punt.actie_op else ""
    return f"{wie}{punt.actie}{dag}" + (" (klaar)" if punt.actie_klaar else "")


def _onder(tekst: Content) -> Content:
    return Content(" " * (_NUMMER + _MERK)) + tekst


def kaart(punt: PuntBeeld | None) -> list[tuple[str, str]]:
    """The facts of the marked point: why, what is asked, and per partner the rule."""
    if punt is None:
        return []
    feiten = [("Waarom", "\n".join(punt.waarom)), ("Vraag", punt.tekst if punt.casus_id else "")]
    if not punt.casus_id:
        feiten += [("Punt", punt.tekst), ("Afspraak", afspraak_tekst(punt))]
    feiten += mag_feiten(punt.mag)
    op_tafel = "\n".join((punt.tafel.wie, *punt.tafel.regels))
    return [*feiten, ("Op tafel staat", op_tafel)]


def mag_feiten(mag: Iterable[Mag]) -> list[tuple[str, str]]:
    """(how far, who, and by which rule); of nothing also why and what to do."""
    found: dict[tuple[str, str], list[str]] = {}
    for een in mag:
        why = f"{een.zin} ({een.artikel}) {een.wat_nu}".rstrip() if een.niveau is None else f"({een.artikel})"
        found.setdefault((_MAG[een.niveau], why), []).append(een.wie)
    return [(label, f"{'; '.join(wie)}. {why}") for (label, why), wie in found.items()]
