"""The form for who takes a casus and who does what in it (S16, S18)."""

from __future__ import annotations

from typing import Any

from textual.app import ComposeResult
from textual.content import Content

from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.deelcodes import SignaalBij, WiePakt
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.wijzigformulier import Wijzigformulier
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.wie_doet_wat import (
    WieDoetWat,
    WieDoetWatBeeld,
    WiePaktUitkomst,
    get_wie_doet_wat,
    is_een_regisseur,
    save_wie_doet_wat,
    uitkomst_bij,
)
from kernteam_tui.widgets.keuzes import Keuzerij, Keuzeveld
from kernteam_tui.widgets.tekst import ZACHT, Kopregel, Tekst
from kernteam_tui.widgets.velden import Tekstveld
from kernteam_tui.widgets.vinklijst import opties_van

ANDERS = "…"
"""Value of the choice to type a name oneself; no name is only this sign."""
JIJ = ("jij", "gezinswerker")
_REGEL_VAN = ("signaal_bij", "buurtteam", "wie_pakt")


class WieDoetWatScreen(Wijzigformulier):
    """The rule of S16 with its outcome, then regisseur, maatje and duo-partner."""

    NAAM = "wie_doet_wat"
    TITEL = "Wie doet wat"
    UITLEG = (
        "Een signaal op school is voor het vo-team, een signaal bij een buurtteam voor dat buurtteam. Is er "
        "al een buurtteam in het gezin, dan kijken jullie samen. Wijk je daarvan af, schrijf dan op waarom."
    )
    CSS_PATH = stijl("wie_doet_wat")

    def __init__(self, casus_id: str) -> None:
        super().__init__(casus_id=casus_id)
        self._casus_id = casus_id

    def concept_sleutel(self) -> str:
        return f"wie_doet_wat:{self._casus_id}"

    def laad(self) -> None:
        self.lees(get_wie_doet_wat, self._casus_id, bij_klaar=self._toon)

    def velden(self) -> ComposeResult:
        yield Kopregel("Wie pakt dit op")
        yield Keuzeveld("signaal_bij", "Signaal kwam binnen", opties_van(SignaalBij))
        yield Keuzerij(
            "buurtteam",
            "Buurtteam in het gezin",
            opties_van(JaNeeOnbekend),
            uitleg="Vraag dit aan het gezin. Zoek het nooit op.",
        )
        yield Tekst(id="wie-uitkomst")
        yield Keuzeveld("wie_pakt", "Wie pakt het op", (), uitleg="Afwijken mag, met een reden.")
        yield Tekstveld("wie_pakt_reden", "Waarom hier anders", verplicht=True)
        yield Kopregel("Wie houdt het bij")
        yield Keuzeveld(
            "regisseur",
            "Regisseur",
            (),
            uitleg="Precies één. Liefst iemand van het gezin.",
            leeg="nog niemand",
        )
        yield Tekstveld("regisseur_anders", "  naam", verplicht=True)
        yield Tekstveld("maatje", "Maatje", uitleg="Een collega van je eigen team die meekijkt.")
        yield Tekstveld("duo_partner", "Duo in de wijk", uitleg="De gezinswerker van het buurtteam.")
        yield Keuzeveld("duo_team", "  buurtteam", (), leeg="nog niet gekozen")
        yield Tekstveld("duo_team_anders", "  naam van het team", verplicht=True)

    def _toon(self, beeld: WieDoetWatBeeld) -> None:
        nu = beeld.nu
        self.kop(onderwerp=f"{beeld.casus.nummer} {beeld.casus.jongere}")
        teams = [(team, team) for team in beeld.buurtteams]
        namen = [*((naam, naam) for naam in dict.fromkeys(beeld.gezin)), JIJ]
        self._keuze("duo_team").zet_opties([*teams, ("een ander team …", ANDERS)])
        self._keuze("regisseur").zet_opties([*namen, ("iemand anders …", ANDERS)])
        self._keuze("wie_pakt").zet_opties(_wie_opties())
        regisseur = _keuze_of_anders(nu.regisseur, [waarde for _, waarde in namen])
        team = _keuze_of_anders(nu.duo_team, [waarde for _, waarde in teams])
        self.begin_met(
            {
                "signaal_bij": str(nu.signaal_bij),
                "buurtteam": str(nu.buurtteam),
                "wie_pakt": str(nu.wie_pakt),
                "wie_pakt_reden": nu.wie_pakt_reden,
                "regisseur": regisseur,
                "regisseur_anders": nu.regisseur if regisseur == ANDERS else "",
                "maatje": nu.maatje,
                "duo_partner": nu.duo_partner,
                "duo_team": team,
                "duo_team_anders": nu.duo_team if team == ANDERS else "",
                self.REVISIE: beeld.casus.revision,
            }
        )

    def _keuze(self, naam: str) -> Keuzeveld:
        return self.query_one(f"#{naam}", Keuzeveld)

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id in _REGEL_VAN:
            uitkomst = self._regel()
            self.query_one("#wie-uitkomst", Tekst).update(_zin(uitkomst))
            self.veld("wie_pakt_reden").display = uitkomst.uitzondering
        for naam in ("regisseur", "duo_team"):
            if veld_id == naam:
                self.veld(f"{naam}_anders").display = self.waarde.get(naam) == ANDERS

    def _regel(self) -> WiePaktUitkomst:
        return uitkomst_bij(
            SignaalBij(self.waarde.get("signaal_bij") or SignaalBij.ONBEKEND),
            JaNeeOnbekend(self.waarde.get("buurtteam") or JaNeeOnbekend.ONBEKEND),
            WiePakt(self.waarde.get("wie_pakt") or WiePakt.ONBEKEND),
        )

    def ontbrekend(self) -> dict[str, str]:
        fouten = super().ontbrekend()
        naam = self._gekozen("regisseur")
        if naam and not is_een_regisseur(naam):
            fouten.setdefault("regisseur_anders", "Er is één regisseur. Noem één naam.")
        return fouten

    def afronden(self) -> None:
        self.rond_af(
            save_wie_doet_wat,
            self._casus_id,
            int(self.waarde[self.REVISIE]),
            self._gegevens(),
            bij_klaar=self._gedaan,
            ongedaan="Wie doet wat bijgewerkt",
        )

    def _gegevens(self) -> WieDoetWat:
        waarde: dict[str, Any] = self.waarde
        return WieDoetWat(
            signaal_bij=SignaalBij(waarde["signaal_bij"] or SignaalBij.ONBEKEND),
            buurtteam=JaNeeOnbekend(waarde["buurtteam"] or JaNeeOnbekend.ONBEKEND),
            wie_pakt=WiePakt(waarde["wie_pakt"] or WiePakt.ONBEKEND),
            wie_pakt_reden=waarde["wie_pakt_reden"] if self._regel().uitzondering else "",
            regisseur=self._gekozen("regisseur"),
            maatje=waarde["maatje"],
            duo_partner=waarde["duo_partner"],
            duo_team=self._gekozen("duo_team"),
        )

    def _gekozen(self, naam: str) -> str:
        """What was chosen, or typed in the field under it."""
        keuze = str(self.waarde.get(naam) or "")
        return str(self.waarde.get(f"{naam}_anders") or "").strip() if keuze == ANDERS else keuze

    def _gedaan(self, _: CasusBeeld) -> None:
        self.klaar()
        self.terug()


def _wie_opties() -> list[tuple[str, str]]:
    anderen = [(wie.label, wie.value) for wie in WiePakt if wie is not WiePakt.ONBEKEND]
    return [("zoals de afspraak zegt", WiePakt.ONBEKEND.value), *anderen]


def _keuze_of_anders(naam: str, bekend: list[str]) -> str:
    return naam if not naam or naam in bekend else ANDERS


def _zin(uitkomst: WiePaktUitkomst) -> Content:
    return Content.assemble(
        (uitkomst.zin, "bold"), f" {uitkomst.stap}".rstrip(), (f"\n{uitkomst.bron}", ZACHT)
    )
