"""The rows of the form for a new casus."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.widget import Widget

from kernteam_tui.domain.codes import AanmelderRol, JaNeeOnbekend, Reden, Route, Vraagstuk
from kernteam_tui.widgets.geboortedatum import Geboortedatumveld
from kernteam_tui.widgets.keuzes import Keuzerij, Keuzeveld, Vinkveld
from kernteam_tui.widgets.meerkeuze import Meerkeuze
from kernteam_tui.widgets.tekst import Kopregel, Tekst
from kernteam_tui.widgets.velden import Datumveld, Tekstveld, Tekstvlak, Veld
from kernteam_tui.widgets.vinklijst import opties_van

JA_NEE_ONBEKEND = opties_van(JaNeeOnbekend)
WETEN = (("ja", "ja"), ("nee", "nee"), ("weet ik niet", "onbekend"))


def eerste_rijen(vandaag: date) -> Iterator[Widget]:
    """What is asked first, and all that is required: who, which school, since when and why."""
    yield Kopregel("Jongere", classes="eerste")
    yield Tekstveld("roepnaam", "Roepnaam", verplicht=True)
    yield Tekstveld("achternaam", "Achternaam")
    yield Geboortedatumveld("geboortedatum", "Geboren op", vandaag)
    yield Tekst(id="dubbel", classes="waarschuwing")
    yield Kopregel("School")
    yield Tekst(id="geen-school", classes="waarschuwing")
    yield Keuzeveld("school", "School", (), verplicht=True, leeg="kies een school …")
    yield Tekstveld("klas", "Klas")
    yield Tekstveld("mentor", "Mentor")
    yield Kopregel("Aanmelding")
    yield Datumveld("aangemeld", "Aangemeld op", vandaag, verplicht=True)
    yield Tekst(id="termijnen-hier", classes="zacht")
    yield Meerkeuze("redenen", "Redenen", opties_van(Reden), verplicht=True)
    yield Vinkveld("spoed", "Spoed", tekst="dit kan niet wachten")


def verdere_rijen() -> Iterator[Widget]:
    """What may also come later, below the parents."""
    yield Kopregel("Wie meldt aan")
    yield Tekstveld("aanmelder_naam", "Naam")
    yield Keuzeveld("aanmelder_rol", "Rol", opties_van(AanmelderRol))
    yield Keuzeveld("route", "Waar kwam het binnen", opties_van(Route))
    yield Tekstvlak(
        "woorden",
        "In hun woorden",
        hoogte=3,
        uitleg="Wat zegt de aanmelder zelf? Letterlijk, niet samengevat.",
    )
    yield Meerkeuze("vraagstukken", "Vraagstukken", opties_van(Vraagstuk))
    yield Kopregel("Praten met, niet over")
    yield Keuzerij("ouders_weten", "Weten de ouders het", WETEN)
    yield Keuzerij("jongere_weet", "Weet de jongere het", WETEN)
    yield Keuzerij(
        "buurtteam_betrokken",
        "Buurtteam betrokken",
        JA_NEE_ONBEKEND,
        uitleg="Vraag dit aan het gezin; een buurtteam mag het je niet zeggen.",
    )


def ouder_rijen(nummer: int) -> Iterator[Veld]:
    """One parent; ids begin with `ouder1_`."""
    voor = f"ouder{nummer}_"
    yield Tekstveld(f"{voor}naam", f"Ouder {nummer}", voorbeeld="voor- en achternaam")
    yield Keuzerij(f"{voor}gezag", "  gezag", JA_NEE_ONBEKEND)
    yield Keuzerij(f"{voor}woont_bij", "  jongere woont hier", WETEN[:2])
    yield Tekstveld(f"{voor}telefoon", "  telefoon")
    yield Tekstveld(f"{voor}email", "  e-mail")
    yield Tekstveld(f"{voor}taal", "  taal thuis", voorbeeld="bv. Turks; leeg is Nederlands")
    yield Vinkveld(f"{voor}tolk", "  tolk", tekst="een tolk is nodig")
