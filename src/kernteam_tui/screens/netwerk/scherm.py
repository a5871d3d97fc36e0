"""Netwerk: the map of who stands around a jongere or a family, and the same as a list."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical
from textual.widgets import DataTable

from kernteam_tui.domain.gezinscodes import Gevoel, Hulpsoort
from kernteam_tui.domain.netwerkkaart.kaart import HEEL_GEZIN, Mens
from kernteam_tui.domain.netwerkkaart.telling import tel
from kernteam_tui.domain.netwerkkaart.woorden import LEGENDA
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.netwerk import woorden
from kernteam_tui.screens.netwerk.kaartvlak import Kaartvlak
from kernteam_tui.screens.netwerk.snelvlak import Snelvlak
from kernteam_tui.services.netwerk import (
    ALLEN,
    Kaartwijziging,
    NetwerkBeeld,
    get_netwerk,
    save_lid,
    wijzig_op_kaart,
    wis_lid,
)
from kernteam_tui.services.netwerkpapier import NetwerkUitkomst, maak_netwerkkaart
from kernteam_tui.widgets.tabel import Tabel
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.voet import Voet

KAART, LIJST = "kaart", "lijst"
BUITEN = (
    "Dit bestand staat buiten de kluis: wie bij je laptop kan, kan het lezen. Ruim het op bij ctrl+g, "
    "Wat naar buiten ging."
)


SOORTEN = (
    ("PDF, zonder telefoonnummers", ("pdf", False)),
    ("PDF, met de nummers van professionals", ("pdf", True)),
    ("tekst, om voor te lezen", ("tekst", False)),
)


def _hulp(soort: Hulpsoort) -> Opdracht:
    letter = soort.letter.lower()
    uitleg = f"{soort.label.capitalize()} aan of uit"
    return Opdracht(f"geeft_{letter}", letter, letter, uitleg, in_voet=False)


def _nabij(nabij: int, uitleg: str) -> Opdracht:
    return Opdracht(f"nabij_{nabij}", str(nabij), str(nabij), uitleg, in_voet=False)


ZET_ERBIJ = Opdracht("zet_erbij", "enter", "erbij zetten", "Deze persoon op de kaart zetten")
"""The only command while somebody is being typed in."""


class NetwerkScreen(KernteamScreen):
    """`rond`: id of a jongere, `allen`, or empty for the first jongere of the family."""

    NAAM = "netwerk"
    TITEL = "Netwerk"
    UITLEG = (
        "Wie er om de jongere heen staan, hoe dichtbij, en wat ze geven: + steun, - spanning, ± allebei; "
        "P praktisch, G gezelschap, A advies, E emotioneel. Met de pijltjes loop je over de kaart; één toets "
        "wijzigt wat iemand geeft."
    )
    CSS_PATH = stijl("netwerk")
    OPDRACHTEN = (
        Opdracht(
            "wijzigen", "enter", "wijzigen", "Alles van deze persoon, ook of het de JIM is", "netwerklid"
        ),
        Opdracht("erbij", "t", "erbij", "Iemand op de kaart zetten, in één regel"),
        Opdracht("steun", "plus,equals_sign", "steun", "Deze persoon geeft steun, of niet meer"),
        Opdracht("spanning", "minus", "spanning", "Deze persoon geeft spanning, of niet meer"),
        *(_hulp(soort) for soort in Hulpsoort),
        _nabij(1, "Dichtbij"),
        _nabij(2, "Iets verder"),
        _nabij(3, "Op afstand"),
        Opdracht("wissel", "l", "kaart of lijst", "Van de kaart naar de lijst, en terug"),
        Opdracht("rond", "r", "rond wie", "Om welke jongere heen, of om het hele gezin"),
        Opdracht("opslaan", "o", "opslaan", "De kaart opslaan als PDF of tekst, om mee te geven"),
        Opdracht("eraf", "d,delete", "eraf", "Deze persoon van de kaart halen"),
    )

    def __init__(self, casus_id: str, rond: str = "", vorm: str = KAART, snel: str = "") -> None:
        super().__init__(casus_id=casus_id, rond=rond, vorm=vorm, snel=snel)
        self._casus_id = casus_id
        self._beeld: NetwerkBeeld | None = None
        self._straks = ""
        """Id of who has just been put on the map: to be marked when the map is there."""
        self._weg = ""
        """Id of who has just been taken off, while the map without them is being read."""
        self._vanzelf = ""
        """Id of who got the mark because somebody was taken off: the same key again asks first."""

    def inhoud(self) -> ComposeResult:
        yield Tekst(id="netwerk-telling", classes="vet")
        yield Kaartvlak(id="netwerk-kaart")
        yield Tabel(woorden.kolommen(self.app.size.width), woorden.LEEG, id="netwerk-lijst")
        with Vertical(id="netwerk-onder"):
            yield Tekst(id="netwerk-detail")
            with Horizontal(id="netwerk-legenda"):
                for nummer, tekens in enumerate(LEGENDA):
                    yield Tekst(tekens, id=f"netwerk-tekens-{nummer}", classes="zacht")
        yield Snelvlak(id="netwerk-snel")

    def laad(self) -> None:
        self.lees(get_netwerk, self._casus_id, str(self.argumenten["rond"] or ""), bij_klaar=self._toon)

    def _toon(self, beeld: NetwerkBeeld) -> None:
        eerste = self._beeld is None
        self._beeld = beeld
        self.argumenten["rond"] = beeld.kaart.rond_id or ALLEN
        self.kop(onderwerp=f"{beeld.nummer} {beeld.jongere}")
        self.query_one("#netwerk-telling", Tekst).update(self._telling(beeld))
        self._kaart.vul(beeld.kaart)
        self._lijst.vul(woorden.rijen(beeld))
        self._snel.vul(beeld.kaart, beeld.koppelbaar)
        if self._weg:
            self._markeer(next((mens.id for mens in beeld.kaart.mensen if not mens.op_kaart_gezet), ""))
            self._vanzelf, self._weg = self._mens.id if self._mens else "", ""
        if self._straks:
            self._markeer(self._straks)
            self._straks = ""
        self._toon_vorm()
        self._toon_detail()
        if eerste and self.argumenten["snel"]:
            self._snel.begin(str(self.argumenten["snel"]))
            self.query_one("#netwerk-onder").display = False
        elif eerste:
            self._zet_focus()

    def eigen_opdrachten(self) -> list[Opdracht]:
        """While a line is typed, every letter is text."""
        vlak = self.query(Snelvlak)
        return [ZET_ERBIJ] if vlak and vlak.first().is_open else super().eigen_opdrachten()

    def _telling(self, beeld: NetwerkBeeld) -> str:
        zin = tel(beeld.kaart).zin
        return f"Rond {beeld.kaart.midden}  ·  {zin}" if len(beeld.jongeren) > 1 else zin

    @property
    def _kaart(self) -> Kaartvlak:
        return self.query_one("#netwerk-kaart", Kaartvlak)

    @property
    def _lijst(self) -> Tabel:
        return self.query_one("#netwerk-lijst", Tabel)

    @property
    def _snel(self) -> Snelvlak:
        return self.query_one("#netwerk-snel", Snelvlak)

    @property
    def _in_lijst(self) -> bool:
        return self.argumenten["vorm"] == LIJST

    @property
    def _mens(self) -> Mens | None:
        """Who is marked."""
        sleutel = self._lijst.sleutel if self._in_lijst else self._kaart.sleutel
        return self._beeld.kaart.mens(sleutel) if self._beeld is not None and sleutel else None

    def _markeer(self, mens_id: str) -> None:
        """On the map and in the list, which is out of sight."""
        if mens_id:
            self._kaart.markeer(mens_id)
            self._lijst.markeer(mens_id)

    @property
    def _rond_id(self) -> str | None:
        return self._beeld.kaart.rond_id if self._beeld is not None else None

    def _toon_vorm(self) -> None:
        self._kaart.display = not self._in_lijst
        self._lijst.display = self._in_lijst

    def _zet_focus(self) -> None:
        (self.query_one("#netwerk-lijst-tabel", DataTable) if self._in_lijst else self._kaart).focus()

    @on(Kaartvlak.Gemarkeerd)
    @on(Tabel.Gemarkeerd)
    def _toon_detail(self) -> None:
        mens = self._mens
        if mens is None or mens.id != self._vanzelf:
            self._vanzelf = ""
        adviezen = self._beeld.adviezen.get(mens.id, ()) if self._beeld is not None and mens else ()
        leeg = self._beeld is not None and not self._beeld.kaart.mensen
        self.query_one("#netwerk-detail", Tekst).update(
            woorden.LEEG if leeg else woorden.detail(mens, adviezen)
        )

    # --- looking ------------------------------------------------------------------------

    def action_wissel(self) -> None:
        mens = self._mens
        self.argumenten["vorm"] = KAART if self._in_lijst else LIJST
        self._toon_vorm()
        if mens is not None:
            self._markeer(mens.id)
        self._zet_focus()
        self._toon_detail()

    def action_rond(self) -> None:
        if self._beeld is None:
            return
        keuzes = [(naam, id_) for id_, naam in self._beeld.jongeren]
        self.kies("Om wie heen?", [*keuzes, (HEEL_GEZIN, ALLEN)], self._zet_rond)

    def _zet_rond(self, rond: str) -> None:
        self.argumenten["rond"] = rond
        self.laad()

    # --- changing -----------------------------------------------------------------------

    @on(Tabel.Gekozen)
    def action_wijzigen(self) -> None:
        mens = self._mens
        if mens is None:
            return
        lid = mens.id if mens.op_kaart_gezet else ""
        persoon = "" if mens.op_kaart_gezet else mens.id
        rond = self._rond_id or ""
        self.open("netwerklid", casus_id=self._casus_id, lid_id=lid, rond=rond, persoon_id=persoon)

    def action_steun(self) -> None:
        self._wissel_gevoel(Gevoel.STEUN, Gevoel.SPANNING)

    def action_spanning(self) -> None:
        self._wissel_gevoel(Gevoel.SPANNING, Gevoel.STEUN)

    def _wissel_gevoel(self, dit: Gevoel, ander: Gevoel) -> None:
        """Steun and spanning are two switches; both on is `beide`."""
        mens = self._mens
        if mens is None:
            return
        over = {dit: Gevoel.ONBEKEND, Gevoel.BEIDE: ander, ander: Gevoel.BEIDE, Gevoel.ONBEKEND: dit}
        self._wijzig(Kaartwijziging(gevoel=over[mens.gevoel]))

    def action_geeft_p(self) -> None:
        self._wijzig(Kaartwijziging(hulp=Hulpsoort.PRAKTISCH))

    def action_geeft_g(self) -> None:
        self._wijzig(Kaartwijziging(hulp=Hulpsoort.GEZELSCHAP))

    def action_geeft_a(self) -> None:
        self._wijzig(Kaartwijziging(hulp=Hulpsoort.ADVIES))

    def action_geeft_e(self) -> None:
        self._wijzig(Kaartwijziging(hulp=Hulpsoort.EMOTIONEEL))

    def action_nabij_1(self) -> None:
        self._wijzig(Kaartwijziging(nabij=1))

    def action_nabij_2(self) -> None:
        self._wijzig(Kaartwijziging(nabij=2))

    def action_nabij_3(self) -> None:
        self._wijzig(Kaartwijziging(nabij=3))

    def _wijzig(self, wijziging: Kaartwijziging) -> None:
        mens = self._mens
        if mens is None:
            return
        self.doe(
            wijzig_op_kaart,
            self._casus_id,
            mens.id,
            self._rond_id,
            wijziging,
            bij_klaar=self._gewijzigd,
            ongedaan="Netwerkkaart gewijzigd",
        )

    def _gewijzigd(self, lid_id: str) -> None:
        self._straks = lid_id
        self.laad()

    def action_eraf(self) -> None:
        mens = self._mens
        if mens is None or mens.id == self._weg:
            return
        if not mens.op_kaart_gezet:
            self.meld("Wie in huis woont, staat vanzelf op de kaart.")
        elif mens.id == self._vanzelf:
            vraag = f"Je haalde net iemand anders van de kaart. Ook {mens.naam}?"
            self.bevestig("Nog iemand eraf", vraag, partial(self._haal_eraf, mens.id), "Eraf", "Laat staan")
        else:
            self._haal_eraf(mens.id)

    def _haal_eraf(self, mens_id: str) -> None:
        self.doe(
            wis_lid,
            self._casus_id,
            mens_id,
            bij_klaar=lambda _: self._eraf_gehaald(mens_id),
            ongedaan="Iemand van de netwerkkaart gehaald",
        )

    def _eraf_gehaald(self, mens_id: str) -> None:
        self._weg = mens_id
        self.laad()

    # --- one more -----------------------------------------------------------------------

    def action_erbij(self) -> None:
        if self._beeld is not None:
            self.query_one("#netwerk-onder").display = False
            self._snel.begin()

    def action_zet_erbij(self) -> None:
        self._snel.zet_erbij()

    @on(Snelvlak.Getypt)
    def _getypt(self, event: Snelvlak.Getypt) -> None:
        self.argumenten["snel"] = event.tekst
        if event.tekst:
            self.kernteam.namen.hoor(event.tekst)

    @on(Snelvlak.StaatEr)
    def _staat_er(self, event: Snelvlak.StaatEr) -> None:
        self._markeer(event.mens_id)

    @on(Snelvlak.Toevoegen)
    def _toevoegen(self, event: Snelvlak.Toevoegen) -> None:
        gegevens = replace(event.gegevens, rond_id=self._rond_id)
        self.doe(
            save_lid,
            self._casus_id,
            None,
            gegevens,
            bij_klaar=self._toegevoegd,
            ongedaan="Iemand op de netwerkkaart gezet",
        )

    def _toegevoegd(self, lid_id: str) -> None:
        self._snel.volgende()
        self._gewijzigd(lid_id)

    def action_terug(self) -> None:
        if not self._snel.is_open:
            self.terug()
            return
        self.argumenten["snel"] = ""
        self._snel.sluit()
        self.query_one("#netwerk-onder").display = True
        self._zet_focus()
        self.query_one("#voet", Voet).toon(self.voetopdrachten())

    # --- on paper -----------------------------------------------------------------------

    def action_opslaan(self) -> None:
        if self._beeld is None:
            return
        keuzes = [(f"voor {naam}", id_) for id_, naam in self._beeld.lezers]
        self.kies("Voor wie is de kaart?", [*keuzes, ("voor mijn eigen werk", "")], self._vraag_vorm)

    def _vraag_vorm(self, voor: str) -> None:
        self.kies("De kaart opslaan", SOORTEN, partial(self._bewaar, voor))

    def _bewaar(self, voor: str, soort: tuple[str, bool]) -> None:
        vorm, met_nummers = soort
        self.doe(
            maak_netwerkkaart,
            self._casus_id,
            self._rond_id,
            voor,
            vorm,
            met_nummers=met_nummers,
            bij_klaar=self._bewaard,
        )

    def _bewaard(self, uitkomst: NetwerkUitkomst) -> None:
        self.meld("\n".join((f"Opgeslagen: {uitkomst.bestand}", BUITEN, *uitkomst.meldingen)))
