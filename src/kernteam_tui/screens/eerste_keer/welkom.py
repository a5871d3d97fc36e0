"""Step 1: what the program is and what it is not."""

from __future__ import annotations

from textual.app import ComposeResult

from kernteam_tui.screens.eerste_keer.stap import Stap
from kernteam_tui.widgets.tekst import Kopregel, Tekst

WAT = (
    "kernteam is je werkkopie: wie er wacht, op welke dag iets moet, wat het gezin zei en wat je hebt "
    "beloofd. Het is niet het dossier; dat blijft staan waar het nu staat."
)
WAAR = (
    "Alles blijft op deze computer. Het programma verstuurt niets over een netwerk. Soms maakt het een "
    "bestand; versturen of afdrukken doe je zelf."
)
SLEUTELS = (
    "Wat je bewaart is versleuteld. Het gaat alleen open met je wachtwoordzin, of met de herstelcode die je "
    "zo krijgt. Ben je die allebei kwijt, dan zijn je gegevens weg. Niemand kan ze dan nog terughalen."
)
TIJD = "Inrichten kost een paar minuten. Je school en kernteam mag je ook later invullen."


class WelkomStap(Stap):
    """Only to be read."""

    NUMMER = 1
    NAAM = "welkom"
    VERDER = "Beginnen"

    def rijen(self) -> ComposeResult:
        yield Kopregel("Een werkkopie, niet het dossier")
        yield Tekst(WAT)
        yield Kopregel("Niets gaat over een netwerk")
        yield Tekst(WAAR)
        yield Kopregel("Wachtwoordzin én herstelcode kwijt is alles kwijt")
        yield Tekst(SLEUTELS)
        yield Tekst(TIJD, classes="zacht stap-slot")
