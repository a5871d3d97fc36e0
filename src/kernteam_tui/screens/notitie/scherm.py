"""A note: nothing but the talk. Saves itself while it is typed; then final; then only additions."""

from __future__ import annotations

from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import TextArea

from kernteam_tui.domain.codes import NotitieStaat
from kernteam_tui.domain.datumtekst import moment_kort, tijd_kort
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.bewaarder import NOG_NIET, Bewaarder
from kernteam_tui.screens.notitie.kop import Notitiekop
from kernteam_tui.screens.notitie.onderdelen import Onderdelendialoog
from kernteam_tui.services.notitiebron import Onderdeelkeuze, koppel_notitie, list_onderdelen
from kernteam_tui.services.notities import (
    NotitieBeeld,
    get_notitie,
    open_notitie,
    rond_notitie_af,
    save_notitie,
    wis_concept,
)
from kernteam_tui.widgets.alineamerk import draai_merk
from kernteam_tui.widgets.notitievlak import Notitievlak
from kernteam_tui.widgets.voet import Voet

_VRAGEN = (
    Opdracht("volgende_vraag", "tab", "volgende", "Naar het antwoord onder de volgende vraag"),
    Opdracht("vorige_vraag", "shift+tab", "vorige", "Naar het antwoord onder de vorige vraag", in_voet=False),
)
_CONCEPT = (
    Opdracht("tijd", "ctrl+t", "tijd", "De tijd van nu in de tekst zetten"),
    Opdracht("merk", "ctrl+e", "feit", "Deze alinea: feit, mening, citaat, of geen van drie", in_voet=False),
    Opdracht("later", "ctrl+s", "later uitwerken", "Stoppen; de notitie blijft een concept"),
    Opdracht("afronden", "f8", "afronden", "De notitie definitief maken; lege vragen verdwijnen"),
    Opdracht("kenmerken", "f6", "wie en wanneer", "Met wie, wanneer, en of je iemand bereikte"),
    Opdracht("wissen", "f4", "wissen", "Dit concept wissen; met ctrl+z is het terug", in_voet=False),
)
_ONDERDELEN = Opdracht(
    "onderdelen", "f7", "voor het plan", "Bij welke onderdelen van het gezinsplan dit hoort", in_voet=False
)
_DEFINITIEF = (Opdracht("aanvullen", "a", "aanvullen", "Iets toevoegen aan deze notitie"),)


class NotitieScreen(KernteamScreen):
    """Full-screen editor of one note. Worst case lost: half a second of typing."""

    NAAM = "notitie"
    UITLEG = (
        "Schrijf op wat er gezegd is. Alles wat je typt wordt vanzelf bewaard. Rond je de notitie af, dan "
        "verandert de tekst niet meer; aanvullen kan altijd. Het gezin mag elke notitie later lezen."
    )
    CSS_PATH = stijl("notitie")
    TYPEN = True
    OPDRACHTEN = (*_VRAGEN, *_CONCEPT, *_DEFINITIEF, _ONDERDELEN)

    def __init__(self, notitie_id: str) -> None:
        super().__init__(notitie_id=notitie_id)
        self._beeld: NotitieBeeld | None = None
        self._revision = 0
        self._bewaard = ""
        self._bewaarder: Bewaarder[str] | None = None

    def compose(self) -> ComposeResult:
        self._vlak = Notitievlak(id="tekst")  # kept: looking it up at every key would cost time
        yield Notitiekop(id="kop")
        with Vertical(id="inhoud"):
            yield self._vlak
        yield Voet(self.voetopdrachten(), id="voet")

    def laad(self) -> None:
        vraag = open_notitie if self._beeld is None else get_notitie
        self.lees(vraag, self.argumenten["notitie_id"], bij_klaar=self._toon, groep="notitie")

    @property
    def notitie_id(self) -> str:
        return str(self.argumenten["notitie_id"])

    # --- showing ---------------------------------------------------------------------------

    def _toon(self, beeld: NotitieBeeld) -> None:
        if beeld.revision < self._revision:
            return  # read before the last save
        eerste = self._beeld is None
        self._beeld = beeld
        self.kop(titel=beeld.soort.label.capitalize(), onderwerp=_onderwerp(beeld))
        if beeld.staat is NotitieStaat.AFGEROND:
            self._toon_definitief(beeld)
        else:
            self._toon_concept(beeld, eerste)
        self._revision = beeld.revision
        self.query_one(Voet).toon(self.voetopdrachten())
        self._vlak.focus()

    def _toon_concept(self, beeld: NotitieBeeld, eerste: bool) -> None:
        if self._bewaarder is None:
            self._bewaarder = Bewaarder(self, lambda: self._vlak.text, self._bewaar_tekst, self._toon_staat)
        if eerste or (beeld.revision > self._revision and not self._bewaarder.vuil):
            self._zet_tekst(beeld.tekst, beeld.vragen, naar_begin=eerste)
        if eerste:
            self._neem_onbewaarde_over(beeld)
        self._zeg("bewaard")

    def _zet_tekst(self, tekst: str, vragen: tuple[str, ...], *, naar_begin: bool) -> None:
        self._bewaard = tekst
        if self._vlak.text == tekst and tekst:
            return
        cursor = self._vlak.cursor_location
        self._vlak.toon(tekst, vragen)
        if naar_begin:
            self._vlak.naar_begin()
        else:
            self._vlak.move_cursor(cursor)

    def _neem_onbewaarde_over(self, beeld: NotitieBeeld) -> None:
        """Saving failed at locking: the text was kept in memory."""
        tekst = self.te_herstellen.niet_bewaard if self.te_herstellen is not None else None
        if isinstance(tekst, str) and self._bewaarder is not None:
            self._vlak.toon(tekst, beeld.vragen)
            self._bewaarder.gewijzigd()

    def _toon_definitief(self, beeld: NotitieBeeld) -> None:
        delen = [beeld.tekst or "(geen tekst)"]
        delen += [f"Aanvulling {moment_kort(a.op)}\n{a.tekst}" for a in beeld.addenda]
        koppen = tuple(deel.split("\n", 1)[0] for deel in delen[1:])
        self._vlak.read_only = True
        self._vlak.show_cursor = False
        self._vlak.toon("\n\n".join(delen), (*beeld.vragen, *koppen))
        self._zeg(f"afgerond {moment_kort(beeld.afgerond_op)}" if beeld.afgerond_op else "afgerond")

    def _zeg(self, tekst: str, onveilig: bool = False) -> None:
        for kop in self.query(Notitiekop):
            kop.staat, kop.onveilig = tekst, onveilig

    # --- saving ----------------------------------------------------------------------------

    @on(TextArea.Changed)
    def _getypt(self) -> None:
        if self._bewaarder is not None and not self._vlak.read_only:
            self._bewaarder.gewijzigd()

    def _bewaar_tekst(self, tekst: str) -> None:
        """Runs in a thread, or on this one at locking; never twice at a time (the Bewaarder's lock)."""
        if tekst != self._bewaard:
            self._revision = save_notitie(self.kernteam.sessie, self.notitie_id, self._revision, tekst)
            self._bewaard = tekst

    def _toon_staat(self, staat: str) -> None:
        if staat == NOG_NIET:
            return  # half a second from now it is saved: a header that flickers is not quiet
        if staat.startswith(NOG_NIET):
            self._zeg(NOG_NIET, onveilig=True)
        else:
            self._zeg(staat.rpartition(":")[0])

    def bewaar_nu(self) -> None:
        if self._bewaarder is None or self._vlak.read_only:
            return
        if self._vlak.text != self._bewaard:
            self._bewaarder.gewijzigd()  # a key pressed just now may still be on its way as a message
        self._bewaarder.nu()

    def onbewaard(self) -> Any:
        return self._vlak.text

    # --- commands --------------------------------------------------------------------------

    def eigen_opdrachten(self) -> list[Opdracht]:
        beeld = self._beeld
        if beeld is None:
            return []
        if beeld.staat is NotitieStaat.AFGEROND:
            return [*_DEFINITIEF, _ONDERDELEN]
        return [*(_VRAGEN if beeld.vragen else ()), *_CONCEPT, _ONDERDELEN]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        eigen = {op.id for op in self.OPDRACHTEN}
        if action in eigen and action not in {op.id for op in self.eigen_opdrachten()}:
            return False
        return super().check_action(action, parameters)

    def action_volgende_vraag(self) -> None:
        self._vlak.ga_naar_vraag(1)

    def action_vorige_vraag(self) -> None:
        self._vlak.ga_naar_vraag(-1)

    def action_tijd(self) -> None:
        vlak = self._vlak
        vlak.replace(f"{tijd_kort(self.kernteam.klok.nu())} ", *vlak.selection)

    def action_merk(self) -> None:
        draai_merk(self._vlak)

    def action_onderdelen(self) -> None:
        if self._is_bewaard():
            self.lees(list_onderdelen, self.notitie_id, bij_klaar=self._vraag_onderdelen, groep="onderdelen")

    def _vraag_onderdelen(self, keuzes: tuple[Onderdeelkeuze, ...]) -> None:
        self.app.push_screen(Onderdelendialoog(keuzes), self._koppel)

    def _koppel(self, sleutels: tuple[str, ...] | None) -> None:
        if sleutels is None or not self._is_bewaard():
            return
        self._vlak.read_only = True
        self.doe(
            koppel_notitie,
            self.notitie_id,
            sleutels,
            bij_klaar=self._gekoppeld,
            bij_fout=self._niet_gelukt,
            ongedaan="Onderdelen van de notitie gekozen",
        )

    def _gekoppeld(self, beeld: NotitieBeeld) -> None:
        self._vlak.read_only = beeld.staat is NotitieStaat.AFGEROND
        self._toon(beeld)

    def action_later(self) -> None:
        self.terug()

    def _is_bewaard(self) -> bool:
        """Save first; where that fails, say why and stay."""
        try:
            self.bewaar_nu()
        except KernteamError as fout:
            self.toon_fout(fout)
            return False
        return True

    def action_kenmerken(self) -> None:
        if self._is_bewaard():
            self.open("notitie_kenmerken", notitie_id=self.notitie_id)

    def action_aanvullen(self) -> None:
        self.open("aanvulling", notitie_id=self.notitie_id)

    def action_afronden(self) -> None:
        if not self._is_bewaard():
            return
        self.bevestig(
            "Notitie afronden?",
            "Daarna verandert de tekst niet meer. Aanvullen kan altijd.",
            self._rond_af,
            ja="Afronden",
            nee="Nog niet",
        )

    def _rond_af(self) -> None:
        self._vlak.read_only = True
        self.doe(rond_notitie_af, self.notitie_id, bij_klaar=self._toon, bij_fout=self._niet_gelukt)

    def _niet_gelukt(self, fout: KernteamError) -> None:
        self._vlak.read_only = False
        self.toon_fout(fout)

    def action_wissen(self) -> None:
        if not self._is_bewaard():
            return  # what comes back with ctrl+z is what stood here
        self._vlak.read_only = True
        self.doe(
            wis_concept,
            self.notitie_id,
            bij_klaar=self._gewist,
            bij_fout=self._niet_gelukt,
            ongedaan="Notitie gewist",
        )

    def _gewist(self, _: None) -> None:
        if self._bewaarder is not None:
            self._bewaarder.sluit()
        self.terug()


def _onderwerp(beeld: NotitieBeeld) -> str:
    delen = [f"{beeld.casus} {beeld.jongere}", moment_kort(beeld.moment)]
    if not beeld.bereikt:
        delen.append("niemand bereikt")
    if beeld.met_wie:
        delen.append(f"erbij: {beeld.met_wie}")
    return "  ".join(delen)
