"""Reservekopieën: what there is to fall back on, one more now, and the way into each of them."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from pathlib import Path

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.content import Content

from kernteam_tui.domain.datumtekst import dag_kort, tijd_kort
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.reservekopieen.padvraag import Padvraag
from kernteam_tui.screens.vragen import Gebrek
from kernteam_tui.services.reservekopie import (
    Apart,
    KopieBeeld,
    KopieStaat,
    NieuweKopie,
    ReserveOverzicht,
    get_reserveoverzicht,
    lees_bestand,
    lees_map,
    maak_reservekopie,
    verwijder_apart,
    verwijder_reservekopie,
)
from kernteam_tui.widgets.tabel import Kolom, Rij, Tabel
from kernteam_tui.widgets.tekst import ZACHT, Tekst

KOLOMMEN = (
    Kolom("gemaakt", "Gemaakt", 17),
    Kolom("oud", "Oud", 9),
    Kolom("waarom", "Waarom", 21),
    Kolom("groot", "Grootte", 8),
    Kolom("staat", "Staat", 12),
)
LEEG = (
    "Er is nog geen reservekopie. Druk op r om er nu een te maken; daarna komt er vanzelf elke dag een bij."
)
BOVEN = "Elke kopie is versleuteld en gaat open met de wachtwoordzin van toen, ook op een andere laptop."
ONDER = (
    "Een kopie naast de kluis helpt niet als je laptop weg is: druk op m en zet er ook een op een stick "
    "of schijf die je ergens anders bewaart."
)
APART = "apart"
OVER_APART = (
    "De kluis van vóór het terugzetten; ook wat daarna gewist is zit er nog in. "
    "Mis je niets, haal hem dan weg met d."
)
OVER_LOGBESTAND = (
    "De kluis zoals hij was toen zijn logbestand beschadigd bleek. Bewaar hem tot je zeker weet dat je niets "
    "mist; haal hem dan weg met d."
)
OVER_OUDE_SLEUTELS = "Het sleutelbestand dat stuk was. Werkt alles weer, haal het dan weg met d."
STICK = "bijvoorbeeld /media/stick of E:\\"
BESTAND = "bijvoorbeeld /media/stick/2026-11-21T204815.kluis"


class ReservekopieenScreen(KernteamScreen):
    """The list; Enter looks into one."""

    NAAM = "reservekopieen"
    TITEL = "Reservekopieën"
    UITLEG = (
        "Elke dag dat je de kluis opent, komt er vanzelf een kopie bij. Er blijven er zeven van de "
        "laatste dagen, vijf van de laatste weken en twaalf van de laatste maanden. Enter laat zien wat "
        "erin zit; daar zet je hem terug."
    )
    CSS_PATH = stijl("reservekopieen")
    OPDRACHTEN = (
        Opdracht("bekijken", "enter", "bekijken", "Zien wat erin zit, en terugzetten"),
        Opdracht("nu", "r", "nu een kopie", "Nu een reservekopie maken"),
        Opdracht("elders", "m", "naar een stick", "Een reservekopie in een andere map of op een stick"),
        Opdracht("van_elders", "o", "van een stick", "Een reservekopie van een andere plek bekijken"),
        Opdracht("verwijderen", "d,delete", "weg", "Deze kopie weghalen", in_voet=False),
    )
    AUTO_FOCUS = "#kopieen-tabel"

    def __init__(self) -> None:
        super().__init__()
        self._beeld: ReserveOverzicht | None = None

    def inhoud(self) -> ComposeResult:
        yield Tekst(id="kopieen-boven")
        yield Tekst(BOVEN, id="kopieen-uitleg", classes="zacht")
        yield Tabel(KOLOMMEN, LEEG, id="kopieen")
        yield Tekst(id="kopieen-onder")

    def laad(self) -> None:
        self.lees(get_reserveoverzicht, bij_klaar=self._toon)

    def _toon(self, beeld: ReserveOverzicht) -> None:
        self._beeld = beeld
        self.query_one("#kopieen-boven", Tekst).update(_boven(beeld))
        self._tabel.vul([*(_rij(kopie) for kopie in beeld.kopieen), *_rijen_apart(beeld)])
        self._toon_onder()

    @on(Tabel.Gemarkeerd)
    def _toon_onder(self) -> None:
        """Below the list: what is wrong with this one, or where a second copy belongs."""
        kopie, apart = self._gekozen, self._gekozen_apart
        if apart is not None:
            tekst = Content(_over(apart))
        elif kopie is not None and kopie.tekst:
            tekst = Content.styled(f"{kopie.tekst} Met d haal je hem weg.", "$warning")
        else:
            tekst = Content.styled(ONDER, ZACHT)
        self.query_one("#kopieen-onder", Tekst).update(tekst)

    @property
    def _tabel(self) -> Tabel:
        return self.query_one("#kopieen", Tabel)

    @property
    def _gekozen(self) -> KopieBeeld | None:
        kopieen = self._beeld.kopieen if self._beeld else ()
        return next((kopie for kopie in kopieen if kopie.naam == self._tabel.sleutel), None)

    @property
    def _gekozen_apart(self) -> Apart | None:
        apart = self._beeld.apart if self._beeld else ()
        return next((een for een in apart if een.path.name == self._tabel.sleutel), None)

    # --- making ----------------------------------------------------------------------------------

    def action_nu(self) -> None:
        self._maak(None)

    def action_elders(self, gebrek: Gebrek | None = None) -> None:
        vraag = "In welke map? Er wordt niets overschreven en niets opgeruimd."
        self.app.push_screen(
            Padvraag("Reservekopie op een stick", vraag, STICK, lees_map, "Maken", gebrek), self._maak_in
        )

    def _maak_in(self, pad: Path | None) -> None:
        if pad is not None:
            self._maak(pad)

    def _maak(self, elders: Path | None) -> None:
        self.query_one("#kopieen-onder", Tekst).update("De reservekopie wordt gemaakt en nagekeken …")
        mislukt = partial(self._mislukt, elders)
        self.doe(maak_reservekopie, elders, bij_klaar=self._gemaakt, bij_fout=mislukt)

    def _gemaakt(self, kopie: NieuweKopie) -> None:
        weg = f" {_oudere(len(kopie.opgeruimd))} opgeruimd." if kopie.opgeruimd else ""
        self.meld(f"Gemaakt en nagekeken: {kopie.pad}.{weg}")
        self.laad()

    def _mislukt(self, elders: Path | None, fout: KernteamError) -> None:
        self._toon_onder()
        if elders is None:
            self.kernteam.toon(fout)
        else:
            self.action_elders(Gebrek(str(elders), fout.zin))

    # --- looking, and taking away -------------------------------------------------------------------

    @on(Tabel.Gekozen)
    def action_bekijken(self) -> None:
        kopie = self._gekozen
        if kopie is not None and kopie.staat in (KopieStaat.GOED, KopieStaat.ANDERE_KLUIS):
            self.open("reservekopie", pad=str(kopie.pad))
        elif kopie is not None or self._gekozen_apart is not None:
            self.meld("Hier is niets te bekijken. Onder de lijst staat waarom.")

    def action_van_elders(self) -> None:
        vraag = "Welke reservekopie? Typ de map en de naam van het bestand (.kluis)."
        self.app.push_screen(
            Padvraag("Van een andere plek", vraag, BESTAND, lees_bestand, "Bekijken"), self._open
        )

    def _open(self, pad: Path | None) -> None:
        if pad is not None:
            self.open("reservekopie", pad=str(pad))

    def action_verwijderen(self) -> None:
        sleutel, kopie = self._tabel.sleutel, self._gekozen
        if sleutel is None:
            return
        werk = verwijder_apart if kopie is None else verwijder_reservekopie
        wat = "Wat hier apart is gehouden" if kopie is None else "Deze reservekopie"
        self.bevestig(
            "Weghalen?",
            f"{wat} is daarna voorgoed weg; je kluis zelf verandert niet.",
            partial(self.doe, werk, sleutel, bij_klaar=lambda _: self.laad()),
            ja="Weghalen",
            nee="Laten staan",
        )


def _boven(beeld: ReserveOverzicht) -> Content:
    aantal = len(beeld.kopieen)
    kop = "Nog geen reservekopie" if not aantal else _aantal(aantal)
    return Content.assemble((kop, "bold"), f"   in {_kort(beeld.map)}")


def _kort(pad: Path) -> str:
    """The home folder as `~`: what is left is what differs."""
    thuis = Path.home()
    return str(Path("~") / pad.relative_to(thuis)) if pad.is_relative_to(thuis) else str(pad)


def _rij(kopie: KopieBeeld) -> Rij:
    staat = Text(kopie.staat, style="" if kopie.staat is KopieStaat.GOED else "bold")
    return Rij(
        kopie.naam, (_wanneer(kopie.moment), _oud(kopie.dagen_oud), kopie.reden, _grootte(kopie.bytes), staat)
    )


def _rijen_apart(beeld: ReserveOverzicht) -> list[Rij]:
    """Older stores stand below: they are kept for a mistake, not to fall back on."""
    return [
        Rij(
            apart.path.name,
            (
                _wanneer(apart.moment),
                "",
                _waarom(apart),
                _grootte(apart.bytes),
                APART,
            ),
        )
        for apart in beeld.apart
    ]


def _waarom(apart: Apart) -> str:
    if apart.log_beschadigd:
        return "logbestand beschadigd"
    return "vóór het terugzetten" if apart.hele_kluis else "oude sleutels"


def _over(apart: Apart) -> str:
    if apart.log_beschadigd:
        return OVER_LOGBESTAND
    return OVER_APART if apart.hele_kluis else OVER_OUDE_SLEUTELS


def _wanneer(moment: datetime) -> str:
    """`22 nov 2026 09:00`."""
    lokaal = moment.astimezone(AMSTERDAM)
    return f"{dag_kort(lokaal.date())[3:]} {lokaal.year} {tijd_kort(moment)}"


def _oud(dagen: int) -> str:
    if dagen < 0:
        return "toekomst"
    return "vandaag" if dagen == 0 else "1 dag" if dagen == 1 else f"{dagen} dagen"


def _grootte(bytes_: int) -> str:
    if bytes_ < 1_000_000:
        return f"{max(1, bytes_ // 1_000)} kB"
    return f"{bytes_ / 1_000_000:.1f} MB".replace(".", ",")


def _aantal(aantal: int) -> str:
    return "1 reservekopie" if aantal == 1 else f"{aantal} reservekopieën"


def _oudere(aantal: int) -> str:
    return "1 oudere is" if aantal == 1 else f"{aantal} oudere zijn"
