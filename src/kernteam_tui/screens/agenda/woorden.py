"""How an agenda is said: in a list, and after reading it."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import islice
from pathlib import Path

from textual.content import Content

from kernteam_tui.domain.celtekst import kort
from kernteam_tui.domain.datumtekst import dag_kaal, dag_van
from kernteam_tui.services.agendamap import Koppeling, Mapbeeld, Mapbestand, Mapgelezen
from kernteam_tui.services.agendas import AgendaBeeld, Agendaprobleem, GelezenBestand, MensBeeld
from kernteam_tui.widgets.tekst import ZACHT

ALLEEN_TIJDEN = "Alleen tijden: geen onderwerp, plaats of mensen."
BREED = 96
"""From this width on an agenda stands on one line."""
NAAM_BREED, OUD_BREED, BESTAND_BREED, BESTAND_LANG = 34, 29, 24, 34
MEESTE_OORZAKEN, MEESTE_UIDS, UID_BREED = 12, 2, 20
GEEN = "nog geen agenda"
SCHEIDING = "  ·  "


def mens_regel(mens: MensBeeld, agenda: AgendaBeeld | None, vandaag: date, breed: int) -> Content:
    """Somebody with one agenda, or with none: who, how old, how much; where there is room the file too."""
    wie = Content.assemble((naam_van(mens), "bold"), (f"  {mens.rol.kort}", ZACHT))
    regel = wie.truncate(NAAM_BREED - 2, ellipsis=True)
    regel = regel.pad_right(NAAM_BREED - regel.cell_length)
    if agenda is None:
        return regel + Content.styled(f"  {GEEN}", ZACHT)
    oud = leeftijd(agenda, vandaag)
    regel += oud.pad_right(max(1, OUD_BREED - oud.cell_length))
    if breed >= BREED:
        naam = Content.styled(kort(agenda.bestand, BESTAND_BREED - 2), ZACHT)
        return regel + naam.pad_right(BESTAND_BREED - naam.cell_length) + _rest(agenda, vandaag)
    return regel + _kort_rest(agenda, vandaag)


def mens_detail(mens: MensBeeld, agenda: AgendaBeeld | None, vandaag: date) -> Content:
    """Below the list: the whole of what the marked line says."""
    waar = Content.styled(f"op {' en '.join(mens.scholen)}", ZACHT)
    if agenda is None:
        return waar
    bestand = Content.styled(f"{kort(agenda.bestand, BESTAND_LANG)}{SCHEIDING}", ZACHT)
    return bestand + _rest(agenda, vandaag) + Content("\n") + waar


def naam_van(mens: MensBeeld) -> str:
    """How somebody is called here."""
    return "jij" if mens.ik else mens.naam or mens.rol.label


def leeftijd(agenda: AgendaBeeld, vandaag: date) -> Content:
    """`van vr 20 nov, 3 dagen oud`; what is old has a sign before it and bold letters."""
    dag = f"van {dag_kaal(agenda.peildatum, vandaag)}"
    oud = _oud(agenda.dagen_oud)
    return Content.styled(f"! {dag}, {oud}", "bold $warning") if agenda.oud else Content(f"  {dag}, {oud}")


def nu_gelezen(mens: MensBeeld, vandaag: date) -> Content:
    """What was read in for this person before, one line each."""
    regels = (
        Content(f"Nu: {kort(agenda.bestand, 24)} ") + leeftijd(agenda, vandaag) for agenda in mens.agendas
    )
    return Content("\n").join(regels)


def in_plaats_van(agenda: AgendaBeeld) -> str:
    """A choice."""
    return f"In plaats van {kort(agenda.bestand, 30)} ({_oud(agenda.dagen_oud)})"


def mapbestand_regel(bestand: Mapbestand) -> Content:
    """A file of the folder that waits for a name."""
    naam = Content.styled(kort(bestand.naam, NAAM_BREED - 2), "bold")
    meer = bestand.koppeling is Koppeling.VAN_MEER
    wat = "? naam van meer mensen" if meer else "? nog niet gekoppeld"
    return naam.pad_right(NAAM_BREED - naam.cell_length) + Content.styled(wat, "bold")


def mapbestand_detail(bestand: Mapbestand, vandaag: date) -> Content:
    """Below the list: where it lies, and what to do."""
    dag = f" van {dag_kaal(dag_van(bestand.geschreven), vandaag)}" if bestand.geschreven else ""
    return Content.assemble((f"Bestand{dag} in je map. ", ZACHT), "Enter: van wie is deze agenda?")


def map_regel(beeld: Mapbeeld | None) -> Content:
    """What is known of the folder: one line above the list."""
    if beeld is None:
        return Content("")
    if not beeld.map:
        return Content.styled("Geen map gekozen. Met k kijkt het programma bij het openen in een map.", ZACHT)
    if beeld.weg:
        return Content.styled(
            f"De map {kort_pad(beeld.map, 28)} is er niet. Met k kies je een andere.", "$warning"
        )
    delen = []
    if beeld.nieuwere:
        delen.append(f"{len(beeld.nieuwere)} nieuwer (m leest in)")
    if beeld.nieuwe:
        delen.append(f"{len(beeld.nieuwe)} nog niet gekoppeld")
    return Content.assemble((f"Map {kort_pad(beeld.map)}: ", ZACHT), ", ".join(delen) or "alles is bij")


def map_verslag(uitkomst: Mapgelezen) -> Content:
    """What one look in the folder gave, by file."""
    regels = [
        Content(f"{kort(gelezen.bestand, BESTAND_LANG)}: {gelezen_zin(gelezen)}{_en_problemen(gelezen)}")
        for _, gelezen in uitkomst.gelezen
    ]
    regels += [
        Content.styled(f"{kort(naam, BESTAND_LANG)}: {zin}", "$warning") for naam, zin in uitkomst.mislukt
    ]
    if not regels and not uitkomst.beeld.weg:
        regels = [Content("Niets nieuwers in de map.")]
    return Content("\n").join(regels)


def gelezen_zin(gelezen: GelezenBestand) -> str:
    """`42 tijden gelezen tot 22 mei 2027.`"""
    aantal, tot = len(gelezen.blokken), dag_kaal(gelezen.tot, dag_van(gelezen.gelezen_op))
    if not aantal:
        return f"Geen bezette tijd gevonden tot {tot}."
    return f"{_tijden(aantal)} gelezen tot {tot}."


def verslag(gelezen: GelezenBestand) -> Content:
    """After reading a file: how much, how old, and what went wrong. The names of appointments are shown here
    once and are kept nowhere."""
    regels = [Content.styled(gelezen_zin(gelezen), "bold")]
    if gelezen.ouderdom:
        zin = f"! De {gelezen.ouderdom}. Vraag zo mogelijk om een nieuwere."
        regels.append(Content.styled(zin, "bold $warning"))
    regels += [Content.styled(ALLEEN_TIJDEN, ZACHT)]
    if gelezen.problemen:
        regels += [Content(""), Content.styled(f"{_niet_goed(len(gelezen.problemen))}:", "bold")]
        regels += _problemen(gelezen.problemen)
        regels.append(Content.styled("Kijk het in de agenda zelf na; hier wordt het niet bewaard.", ZACHT))
    return Content("\n").join(regels)


def kort_pad(pad: str, breed: int = 44) -> str:
    """The home folder as `~`, and at most so many letters: of a long path the end counts."""
    thuis = str(Path.home())
    if pad == thuis or pad.startswith(thuis + os.sep):
        pad = "~" + pad[len(thuis) :]
    return pad if len(pad) <= breed else "…" + pad[1 - breed :]


def _oud(dagen: int) -> str:
    return "vandaag" if not dagen else "1 dag oud" if dagen == 1 else f"{dagen} dagen oud"


def _rest(agenda: AgendaBeeld, vandaag: date) -> Content:
    tijden = _tijden(agenda.tijden)
    if agenda.tot <= vandaag:
        deel = Content.styled(f"! voorbij, tot {dag_kaal(agenda.tot, vandaag)}", "bold $warning")
    else:
        deel = Content.styled(f"{tijden} tot {dag_kaal(agenda.tot, vandaag)}", ZACHT)
    if not agenda.problemen:
        return deel
    return deel + Content(f"{SCHEIDING}{agenda.problemen} niet goed gelezen")


def _kort_rest(agenda: AgendaBeeld, vandaag: date) -> Content:
    if agenda.tot <= vandaag:
        return Content.styled("! voorbij", "bold $warning")
    if agenda.problemen:
        return Content(f"{agenda.problemen} niet goed")
    return Content.styled(_tijden(agenda.tijden), ZACHT)


def _tijden(aantal: int) -> str:
    return "1 tijd" if aantal == 1 else f"{aantal} tijden"


def _niet_goed(aantal: int) -> str:
    return f"{'1 afspraak' if aantal == 1 else f'{aantal} afspraken'} niet goed gelezen"


def _en_problemen(gelezen: GelezenBestand) -> str:
    return f" {_niet_goed(len(gelezen.problemen))}." if gelezen.problemen else ""


def _problemen(problemen: Sequence[Agendaprobleem]) -> Iterator[Content]:
    """By cause, with the start of the appointments where it went wrong, else how the file calls them."""
    by_cause: dict[str, list[str]] = {}
    for een in problemen:
        by_cause.setdefault(een.tekst, []).append(een.begin or _uid(een.uid))
    for tekst, waar in islice(by_cause.items(), MEESTE_OORZAKEN):
        keer = f"  ({len(waar)} keer)" if len(waar) > 1 else ""
        yield Content(f"  {tekst}{keer}")
        known = [plek for plek in waar[:MEESTE_UIDS] if plek]
        rest = [f"en nog {len(waar) - MEESTE_UIDS}"] if known and len(waar) > MEESTE_UIDS else []
        if known:
            yield Content.styled(f"    {'  '.join([*known, *rest])}", ZACHT)
    if len(by_cause) > MEESTE_OORZAKEN:
        yield Content.styled(f"  en nog {len(by_cause) - MEESTE_OORZAKEN} oorzaken", ZACHT)


def _uid(uid: str) -> str:
    """Begin and end: names that a program made up differ in their last signs."""
    schoon = kort(uid, len(uid) + 1)
    return schoon if len(schoon) <= UID_BREED else f"{schoon[:6]}…{schoon[7 - UID_BREED :]}"


def opsomming_namen(mensen: tuple[MensBeeld, ...]) -> Iterator[tuple[str, str]]:
    """How each is called in a choice, and the id."""
    for mens in mensen:
        yield f"{naam_van(mens)}, {mens.rol.label}", mens.partner_id
