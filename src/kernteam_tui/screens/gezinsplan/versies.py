"""The versions of a gezinsplan: what changed between two of them, or one of them whole."""

from __future__ import annotations

from textual.app import ComposeResult
from textual.containers import VerticalScroll

from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.gezinsplan.verschilwoorden import LEGENDA, kopzin, lijf, naam_van
from kernteam_tui.services.planverschil import (
    PlanverschilBeeld,
    get_planverschil,
    get_verschil_sinds,
    open_planverschil,
    open_verschil_sinds,
)
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.voet import Voet

NIET_GEKOZEN = -1
"""As an argument: the newest version, or the one before it."""
_PAREN = ("eerder", "later")
_HEEL = "hele_versie"
_VERGELIJKEN = ("vergelijk", _HEEL)
"""Commands that ask for something to compare with: another version, or what somebody saw of this one."""
_TERUG_NAAR_VERSCHIL = Opdracht(_HEEL, "h", "wat veranderde", "Weer terug naar wat er veranderde")
_GEZIEN = "akkoord:"
"""Before the id of an akkoord, among what can be chosen to compare with."""


class PlanversiesScreen(KernteamScreen):
    """Opens on what changed last; `van` equal to `tot` is one version whole. With `akkoord_id`: on what
    changed after somebody agreed."""

    NAAM = "planversies"
    TITEL = "Versies van het gezinsplan"
    CSS_PATH = stijl("gezinsplan")
    UITLEG = (
        "Wat er tussen twee versies van het gezinsplan veranderd is, per onderdeel. Wat weg is staat "
        "tussen [− ], wat erbij kwam tussen [+ ]. Een vastgestelde versie blijft altijd zoals ze was."
    )
    OPDRACHTEN = (
        Opdracht("eerder", "e", "eerder", "Wat er een versie eerder veranderde"),
        Opdracht("later", "l", "later", "Wat er een versie later veranderde"),
        Opdracht("vergelijk", "v", "vergelijken", "Met een andere versie vergelijken"),
        Opdracht(_HEEL, "h", "hele versie", "De hele versie lezen, en weer terug naar wat veranderde"),
        Opdracht("papier", "p", "op papier", "Deze versie op papier, zoals ze was", "planpapier", False),
    )
    AUTO_FOCUS = "#versies-vak"

    def __init__(
        self, casus_id: str, tot: int = NIET_GEKOZEN, van: int = NIET_GEKOZEN, akkoord_id: str = ""
    ) -> None:
        super().__init__(casus_id=casus_id, tot=tot, van=van, akkoord_id=akkoord_id)
        self._beeld: PlanverschilBeeld | None = None

    def inhoud(self) -> ComposeResult:
        yield Tekst(id="versies-kop", classes="vet")
        yield Tekst(id="versies-legenda", classes="zacht")
        with VerticalScroll(id="versies-vak"):
            yield Tekst(id="versies-lijf")

    def laad(self) -> None:
        eerste = self._beeld is None
        if akkoord_id := self.argumenten["akkoord_id"]:
            sinds = open_verschil_sinds if eerste else get_verschil_sinds
            self.lees(sinds, self.argumenten["casus_id"], akkoord_id, bij_klaar=self._toon, groep="versies")
            return
        haal = open_planverschil if eerste else get_planverschil
        tot, van = (self._nummer(naam) for naam in ("tot", "van"))
        self.lees(haal, self.argumenten["casus_id"], tot, van, bij_klaar=self._toon, groep="versies")

    def _nummer(self, naam: str) -> int | None:
        nummer = self.argumenten[naam]
        return nummer if isinstance(nummer, int) and nummer != NIET_GEKOZEN else None

    def _toon(self, beeld: PlanverschilBeeld) -> None:
        self._beeld = beeld
        self.kop(onderwerp=f"{beeld.casus} {beeld.jongere}")
        self.query_one("#versies-kop", Tekst).update(kopzin(beeld))
        legenda = self.query_one("#versies-legenda", Tekst)
        legenda.display = beeld.van is not None and bool(beeld.onderdelen)
        legenda.update(LEGENDA)
        self.query_one("#versies-lijf", Tekst).update(lijf(beeld))
        self.query_one("#versies-vak").scroll_home(animate=False)
        self.refresh_bindings()
        for voet in self.query(Voet):
            voet.toon(self.voetopdrachten())

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        return None if action in self._nergens_heen else super().check_action(action, parameters)

    def eigen_opdrachten(self) -> list[Opdracht]:
        heel = self._beeld is not None and self._beeld.van is None
        return [
            _TERUG_NAAR_VERSCHIL if heel and op.id == _HEEL else op
            for op in super().eigen_opdrachten()
            if op.id not in self._nergens_heen
        ]

    @property
    def _nergens_heen(self) -> frozenset[str]:
        """Commands that would change nothing here."""
        beeld = self._beeld
        if beeld is None:
            return frozenset((*_PAREN, *_VERGELIJKEN))
        alone = len(beeld.versies) < 2
        niet = set(_PAREN) if alone else set()
        if alone and not beeld.gezien:
            niet |= set(_VERGELIJKEN)
        if beeld.van is None and beeld.tot == beeld.versies[-1]:
            niet.add(_HEEL)  # the first version: what changed before it is nothing
        return frozenset(niet)

    # --- which versions ------------------------------------------------------------------------

    def action_eerder(self) -> None:
        self._schuif(1)

    def action_later(self) -> None:
        self._schuif(-1)

    def _schuif(self, stap: int) -> None:
        """To the pair before or after: each version against the one just before it."""
        if self._beeld is None:
            return
        versies = self._beeld.versies
        plaats = versies.index(self._beeld.tot) + stap
        if not 0 <= plaats < len(versies):
            self.meld("Dit is de eerste versie." if stap > 0 else "Dit is de laatste versie.")
            return
        self._kies_versies(tot=versies[plaats].nummer)

    def action_vergelijk(self) -> None:
        if self._beeld is None:
            return
        tot = self._beeld.tot
        opties = [(naam_van(v), f"{_GEZIEN}{v.akkoord_id}") for v in self._beeld.gezien]
        opties += [(naam_van(v), str(v.nummer)) for v in self._beeld.versies if v != tot]
        self.kies(f"Vergelijken met {naam_van(tot)}", opties, self._vergelijk_met)

    def _vergelijk_met(self, nummer: str) -> None:
        if self._beeld is None:
            return
        if nummer.startswith(_GEZIEN):
            self._kies_versies(self._beeld.tot.nummer, akkoord_id=nummer.removeprefix(_GEZIEN))
            return
        ander, hier = int(nummer), self._beeld.tot.nummer
        oud, nieuw = sorted((ander, hier), key=self._ouderdom)
        self._kies_versies(tot=nieuw, van=oud)

    def _ouderdom(self, nummer: int) -> int:
        """Larger is newer; what is in progress is the newest."""
        assert self._beeld is not None
        return -next(plaats for plaats, v in enumerate(self._beeld.versies) if v.nummer == nummer)

    def action_hele_versie(self) -> None:
        if self._beeld is None:
            return
        tot = self._beeld.tot.nummer
        self._kies_versies(tot=tot, van=NIET_GEKOZEN if self._beeld.van is None else tot)

    def action_papier(self) -> None:
        if self._beeld is not None:
            tot = self._beeld.tot.nummer
            self.open("planpapier", casus_id=self.argumenten["casus_id"], versie=tot)

    def _kies_versies(self, tot: int, van: int = NIET_GEKOZEN, akkoord_id: str = "") -> None:
        self.argumenten |= {"tot": tot, "van": van, "akkoord_id": akkoord_id}
        self.laad()
