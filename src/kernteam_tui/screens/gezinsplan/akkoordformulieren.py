"""Two forms: what one person says of a version, and when the plan was asked for and given on paper."""

from __future__ import annotations

from datetime import date
from typing import TypeVar

from textual.app import ComposeResult
from textual.widget import Widget

from kernteam_tui.domain.datumtekst import dag_cijfers, dag_met_jaar
from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.domain.planakkoord import laatst_achter
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.screens.gezinsplan.akkoord import papierzin
from kernteam_tui.services.planakkoord import (
    ANDER,
    AkkoordBeeld,
    AkkoordGegevens,
    AkkoordRegel,
    AkkoordVersie,
    bewaar_akkoord,
    get_akkoord,
)
from kernteam_tui.services.plantermijnen import PapierBeeld, get_papier, zet_op_papier
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.keuzes import Keuzerij, Keuzeveld
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Datumveld, Tekstveld, Tekstvlak

W = TypeVar("W", bound=Widget)
_NAAM = "naam:"
"""Before the name of somebody who is no person of the family."""
_GING_OVER_EERDER = (
    "Nadat dit gezegd is, veranderde het plan. Noteer je een ander antwoord of een latere dag, dan gaat dat "
    "over wat er nu staat."
)
_ANDERS = ("iemand anders", ANDER)
_LEEG = {
    "van": "Kies wie dit zegt.",
    "naam": "Vul in wie dit zegt.",
    "standpunt": "Kies wat deze persoon van het plan vindt.",
    "op": "Vul in op welke dag dit gezegd is.",
}
"""Field -> what is asked where it was left empty."""


class AkkoordScreen(FormulierScreen):
    """One person and one version. `sleutel` empty: somebody who is not on the list."""

    NAAM = "akkoord"
    TITEL = "Wat vindt deze persoon van het plan"
    CSS_PATH = stijl("gezinsplan")
    UITLEG = (
        "Ben je het eens met het plan? Deels of niet eens mag ook: schrijf dan op waarom, in hun woorden. De "
        "handtekening op papier is er vaak later; die dag vul je dan alsnog in."
    )

    def __init__(self, casus_id: str, versie: int, sleutel: str = "") -> None:
        super().__init__(casus_id=casus_id, versie=versie, sleutel=sleutel)
        self._casus_id, self._versie, self._sleutel = casus_id, versie, sleutel
        self._akkoord_id = ""
        self._persoon_id = ""
        self._van_versie: AkkoordVersie | None = None

    def concept_sleutel(self) -> str:
        return f"akkoord:{self._casus_id}:{self._versie}:{self._sleutel or 'nieuw'}"

    def velden(self) -> ComposeResult:
        yield Tekst(id="akkoord-wie", classes="vet")
        yield _dicht(Tekst(_GING_OVER_EERDER, id="akkoord-eerder", classes="waarschuwing"))
        van = Keuzeveld("van", "Wie", [_ANDERS], verplicht=True)
        yield _dicht(van) if self._sleutel else van
        yield _dicht(Tekstveld("naam", "Naam", verplicht=True, voorbeeld="bv. mentor van Lina"))
        yield Keuzerij("standpunt", "Vindt het plan", [(s.label, s.value) for s in Standpunt], verplicht=True)
        yield _dicht(Tekstvlak("omdat", "Omdat", hoogte=3, uitleg="in hun eigen woorden"))
        yield Tekstvlak(
            "verklaring", "Eigen verklaring", hoogte=4, uitleg="woord voor woord; hoort bij het dossier"
        )
        yield Datumveld("op", "Gezegd op", self._vandaag, verplicht=True)
        yield _dicht(Tekst(id="akkoord-daarna", classes="zacht"))
        yield Datumveld("getekend", "Getekend op", self._vandaag, uitleg="op papier; mag later")

    def laad(self) -> None:
        self.lees(_begin, self._casus_id, self._versie, self._sleutel, bij_klaar=self._toon)

    def _toon(self, gelezen: tuple[AkkoordBeeld, AkkoordRegel | None]) -> None:
        beeld, regel = gelezen
        self._van_versie = beeld.versie(self._versie)
        self.kop(onderwerp=f"{beeld.casus} {beeld.jongere}")
        begin = {"van": "", "naam": "", "standpunt": "", "omdat": "", "verklaring": "", "getekend": ""}
        begin["op"] = dag_cijfers(self._vandaag)
        self.query_one("#akkoord-eerder").display = regel is not None and regel.oudere_tekst
        if regel is not None:
            self._akkoord_id, self._persoon_id = regel.akkoord_id, regel.persoon_id
            begin["naam"] = regel.naam
            if regel.standpunt is not None:
                begin |= {"standpunt": regel.standpunt.value, "omdat": regel.omdat}
                begin |= {"verklaring": regel.verklaring, "getekend": _dag(regel.getekend_op)}
                begin["op"] = _dag(regel.op)
            waarom = "" if regel.waarom == ANDER else f" ({regel.waarom})"
            self.query_one("#akkoord-wie", Tekst).update(f"{regel.naam}{waarom}, versie {self._versie}")
        else:
            people = [(naam, persoon_id or f"{_NAAM}{naam}") for persoon_id, naam in beeld.anderen]
            self.query_one("#van", Keuzeveld).zet_opties([*people, _ANDERS])
            self.query_one("#akkoord-wie", Tekst).update(f"Iemand erbij, versie {self._versie}")
        self.begin_met(begin)

    def begonnen(self) -> None:
        self._toon_velden()
        self._toon_daarna()

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id in ("van", "standpunt"):
            self._toon_velden()
        if veld_id in ("standpunt", "op", "getekend"):
            self._toon_daarna()

    def _toon_velden(self) -> None:
        """A name only for somebody else; a reason where there is one to give."""
        self.veld("naam").display = not self._sleutel and self.waarde.get("van") == ANDER
        self.veld("omdat").display = self.waarde.get("standpunt") in (Standpunt.DEELS, Standpunt.NIET)

    def _toon_daarna(self) -> None:
        """Whether the plan was written in after the day that stands there."""
        zin = self._daarnazin()
        regel = self.query_one("#akkoord-daarna", Tekst)
        regel.display = bool(zin)
        regel.update(zin)

    def _daarnazin(self) -> str:
        versie = self._van_versie
        op, getekend = (self.query_one(f"#{naam}", Datumveld).datum for naam in ("op", "getekend"))
        if versie is None or versie.geschreven_op is None or op is None:
            return ""
        laatst = laatst_achter(op, getekend)
        standpunt = Standpunt(self.waarde["standpunt"]) if self.waarde.get("standpunt") else None
        if not versie.is_later_geschreven(self._sleutel, standpunt, laatst):
            return ""
        nu = f"versie {versie.nummer}" if versie.vastgesteld_op else "wat er nu staat"
        dag = dag_met_jaar(versie.geschreven_op)
        return (
            f"Daarna is er nog in het plan geschreven (het laatst op {dag}); dit telt als gezegd van {nu}, "
            "dus vraag het liever nog eens."
        )

    @property
    def _vandaag(self) -> date:
        return self.kernteam.klok.vandaag()

    def ontbrekend(self) -> dict[str, str]:
        fouten = super().ontbrekend()
        not_quite = self.waarde.get("standpunt") in (Standpunt.DEELS, Standpunt.NIET)
        if not_quite and not (self.waarde["omdat"].strip() or self.waarde["verklaring"].strip()):
            fouten["omdat"] = "Schrijf op waarom niet, in hun eigen woorden."
        fouten |= {veld: zin for veld, zin in _LEEG.items() if veld in fouten and self.veld(veld).leeg}
        for naam in ("op", "getekend"):
            dag = self.query_one(f"#{naam}", Datumveld).datum
            if dag is not None and dag > self._vandaag:
                fouten[naam] = "Die dag ligt in de toekomst."
        return fouten

    def afronden(self) -> None:
        standpunt = Standpunt(self.waarde["standpunt"])
        persoon_id, naam = self._wie()
        gegevens = AkkoordGegevens(
            standpunt=standpunt,
            op=self.query_one("#op", Datumveld).datum or self._vandaag,
            persoon_id=persoon_id,
            naam=naam,
            omdat="" if standpunt is Standpunt.EENS else self.waarde["omdat"],
            verklaring=self.waarde["verklaring"],
            getekend_op=self.query_one("#getekend", Datumveld).datum,
        )
        self.rond_af(
            bewaar_akkoord,
            self._casus_id,
            self._versie,
            gegevens,
            self._akkoord_id,
            bij_klaar=self._bewaard,
            ongedaan="Akkoord genoteerd",
        )

    def _wie(self) -> tuple[str, str]:
        """Id of the person, or else the name."""
        if self._sleutel:
            return self._persoon_id, self.waarde["naam"]
        van = str(self.waarde["van"])
        if van == ANDER:
            return "", self.waarde["naam"]
        return ("", van.removeprefix(_NAAM)) if van.startswith(_NAAM) else (van, "")

    def _bewaard(self, _: AkkoordBeeld) -> None:
        self.klaar()
        self.terug()


class PlanpapierdagScreen(FormulierScreen):
    """When the family asked for the plan on paper, and when they got it."""

    NAAM = "planpapierdag"
    TITEL = "Gezinsplan op papier"
    CSS_PATH = stijl("gezinsplan")
    UITLEG = (
        "Vraagt de jongere, een ouder of wie hulp geeft het plan op papier, dan krijgt die het binnen 14 "
        "dagen (Jeugdwet 4.1.3 lid 4). Tot dat gebeurd is staat het op Vandaag. Vragen ze het opnieuw? Zet "
        "de nieuwe dag erin en maak ‘gegeven’ leeg."
    )

    def __init__(self, casus_id: str) -> None:
        super().__init__(casus_id=casus_id)
        self._casus_id = casus_id

    def concept_sleutel(self) -> str:
        return f"planpapierdag:{self._casus_id}"

    def velden(self) -> ComposeResult:
        yield Tekst(id="papier-stand", classes="zacht")
        vandaag = self.kernteam.klok.vandaag()
        yield Datumveld("gevraagd", "Gevraagd op", vandaag, uitleg="leeg: niemand vroeg erom")
        yield Datumveld("gegeven", "Gegeven op", vandaag, uitleg="leeg: nog niet gegeven")

    def laad(self) -> None:
        self.lees(get_papier, self._casus_id, bij_klaar=self._toon)

    def _toon(self, beeld: PapierBeeld) -> None:
        self.kop(onderwerp=f"{beeld.casus} {beeld.jongere}")
        termijnen = beeld.termijnen
        zin = papierzin(termijnen, self.kernteam.klok.vandaag()) or "Nog niet op papier gevraagd."
        self.query_one("#papier-stand", Tekst).update(zin)
        self.begin_met(
            {
                "gevraagd": _dag(termijnen.papier_gevraagd_op),
                "gegeven": _dag(termijnen.papier_gegeven_op),
            }
        )

    def afronden(self) -> None:
        self.rond_af(
            zet_op_papier,
            self._casus_id,
            self.query_one("#gevraagd", Datumveld).datum,
            self.query_one("#gegeven", Datumveld).datum,
            bij_klaar=self._bewaard,
            ongedaan="Genoteerd: gevraagd en gegeven op papier",
        )

    def _bewaard(self, _: PapierBeeld) -> None:
        self.klaar()
        self.terug()


def _begin(
    sessie: Sessie, casus_id: str, versie: int, sleutel: str
) -> tuple[AkkoordBeeld, AkkoordRegel | None]:
    """The list, and the one who is written about; None for somebody new. Raises NietGevonden."""
    beeld = get_akkoord(sessie, casus_id)
    return beeld, beeld.versie(versie).regel(sleutel) if sleutel else None


def _dicht(veld: W) -> W:
    """Not seen before it is known whether it is asked."""
    veld.display = False
    return veld


def _dag(dag: date | None) -> str:
    return "" if dag is None else dag_cijfers(dag)
