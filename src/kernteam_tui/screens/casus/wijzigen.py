"""The form for the facts of a casus itself; a change from elsewhere is shown beside one's own."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from textual.app import ComposeResult

from kernteam_tui.domain.codes import Code, JaNeeOnbekend, Reden, RedenLater, Vraagstuk
from kernteam_tui.domain.datumtekst import dag_cijfers
from kernteam_tui.domain.fouten import KernteamError, VerouderdeVersie
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.casus.verschil import Verschildialoog
from kernteam_tui.screens.wijzigformulier import Wijzigformulier
from kernteam_tui.services.casus import get_casus, wijzig_casus
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.widgets.datumlezen import lees_datum
from kernteam_tui.widgets.keuzes import Keuzerij, Keuzeveld, Vinkveld
from kernteam_tui.widgets.meerkeuze import Meerkeuze
from kernteam_tui.widgets.tekst import Kopregel
from kernteam_tui.widgets.velden import Datumveld, Tekstveld, Tekstvlak
from kernteam_tui.widgets.vinklijst import opties_van

JA_NEE = (("ja", "ja"), ("nee", "nee"), ("weet ik niet", ""))
DATUMS = ("kennismaking_aangeboden_op", "begeleiding_gestart", "volgende_poging")
WETEN = ("ouders_weten", "jongere_weet")
_CODES: Mapping[str, type[Code]] = {
    "redenen": Reden,
    "vraagstukken": Vraagstuk,
    "kennismaking_reden_later": RedenLater,
    "buurtteam": JaNeeOnbekend,
}


class CasusWijzigenScreen(Wijzigformulier):
    """Everything of the casus that is not computed and not asked elsewhere."""

    NAAM = "casus_wijzigen"
    TITEL = "Gegevens van de casus"
    UITLEG = "De fase reken ik zelf uit: die volgt uit gesprekken, data en afsluiting."
    CSS_PATH = stijl("casus")

    def __init__(self, casus_id: str) -> None:
        super().__init__(casus_id=casus_id)
        self._casus_id = casus_id

    def concept_sleutel(self) -> str:
        return f"casus:{self._casus_id}"

    def laad(self) -> None:
        self.lees(get_casus, self._casus_id, bij_klaar=self._toon_begin_van)

    def _toon_begin_van(self, casus: CasusBeeld) -> None:
        self.kop(onderwerp=f"{casus.nummer} {casus.jongere}")
        self.begin_met({**waarden_van(casus), self.REVISIE: casus.revision})

    def velden(self) -> ComposeResult:
        vandaag = self.kernteam.klok.vandaag()
        yield Kopregel("School", classes="eerste")
        yield Tekstveld("klas", "Klas")
        yield Tekstveld("mentor", "Mentor")
        yield Kopregel("Begeleiding")
        yield Datumveld("kennismaking_aangeboden_op", "Kennismaking aangeboden", vandaag)
        yield Keuzeveld("kennismaking_reden_later", "Waarom later", opties_van(RedenLater), leeg="niet later")
        yield Datumveld("begeleiding_gestart", "Hulp gestart op", vandaag)
        yield Vinkveld(
            "zorg_zonder_vraag",
            "Zorg zonder vraag",
            tekst="school is bezorgd, het gezin vraagt nu niets",
        )
        yield Datumveld("volgende_poging", "Volgende poging", vandaag)
        yield Tekstveld(
            "regisseur", "Regisseur", uitleg="Wie houdt het overzicht? Liefst iemand van het gezin."
        )
        yield Tekstveld("maatje", "Maatje")
        yield Tekstveld("woongemeente", "Woongemeente")
        yield Kopregel("Aanmelding")
        yield Meerkeuze("redenen", "Redenen", opties_van(Reden), verplicht=True)
        yield Meerkeuze("vraagstukken", "Vraagstukken", opties_van(Vraagstuk))
        yield Vinkveld("spoed", "Spoed", tekst="dit kan niet wachten")
        yield Tekstvlak("woorden", "Woorden aanmelder", hoogte=3)
        yield Keuzerij("ouders_weten", "Ouders weten het", JA_NEE)
        yield Keuzerij("jongere_weet", "Jongere weet het", JA_NEE)
        yield Keuzerij(
            "buurtteam", "Buurtteam betrokken", opties_van(JaNeeOnbekend), uitleg="Vraag dit aan het gezin."
        )

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id == "zorg_zonder_vraag":
            self.veld("volgende_poging").display = bool(self.waarde.get(veld_id))

    # --- saving ------------------------------------------------------------------------

    def afronden(self) -> None:
        self._bewaar(int(self.waarde[self.REVISIE]))

    def _bewaar(self, revision: int) -> None:
        feiten: dict[str, Any] = {naam: self._feit(naam, w) for naam, w in self.veranderd().items()}
        if not feiten:
            self._klaar()
            return
        self.rond_af(
            wijzig_casus,
            self._casus_id,
            revision,
            bij_klaar=lambda _: self._klaar(),
            bij_fout=self._fout,
            ongedaan="Casus gewijzigd",
            **feiten,
        )

    def _klaar(self) -> None:
        self.klaar()
        self.terug()

    def _feit(self, naam: str, waarde: Any) -> object:
        """From what a field holds to what the casus holds."""
        if naam in DATUMS:
            return lees_datum(waarde, self.kernteam.klok.vandaag()) if waarde.strip() else None
        if naam in WETEN:
            return {"ja": True, "nee": False}.get(waarde)
        if naam == "kennismaking_reden_later":
            return RedenLater(waarde) if waarde else None
        if naam == "buurtteam":
            return JaNeeOnbekend(waarde or JaNeeOnbekend.ONBEKEND)
        if naam == "redenen":
            return tuple(Reden(code) for code in waarde)
        if naam == "vraagstukken":
            return tuple(Vraagstuk(code) for code in waarde)
        return waarde.strip() if isinstance(waarde, str) and naam != "woorden" else waarde

    # --- changed elsewhere ---------------------------------------------------------------

    def _fout(self, fout: KernteamError) -> None:
        if isinstance(fout, VerouderdeVersie):
            self.lees(get_casus, self._casus_id, bij_klaar=self._vergelijk, groep="vergelijk")
        else:
            self.toon_fout(fout)

    def _vergelijk(self, casus: CasusBeeld) -> None:
        nu = waarden_van(casus)
        regels = [
            (self.veld(naam).label, _leesbaar(naam, nu[naam]), _leesbaar(naam, waarde))
            for naam, waarde in self.veranderd().items()
            if nu[naam] != waarde
        ]

        def na(keuze: str | None) -> None:
            if keuze == "mijn":
                self._bewaar(casus.revision)
            elif keuze == "andere":
                self._klaar()

        self.app.push_screen(Verschildialoog(regels), na)


def waarden_van(casus: CasusBeeld) -> dict[str, Any]:
    """The fields of the form as this casus has them."""
    return {
        "klas": casus.klas,
        "mentor": casus.mentor,
        "kennismaking_aangeboden_op": _datum(casus.kennismaking_aangeboden_op),
        "kennismaking_reden_later": str(casus.kennismaking_reden_later or ""),
        "begeleiding_gestart": _datum(casus.begeleiding_gestart),
        "zorg_zonder_vraag": casus.zorg_zonder_vraag,
        "volgende_poging": _datum(casus.volgende_poging),
        "regisseur": casus.regisseur,
        "maatje": casus.maatje,
        "woongemeente": casus.woongemeente,
        "redenen": [str(reden) for reden in Reden if reden in casus.redenen],
        "vraagstukken": [str(vraagstuk) for vraagstuk in Vraagstuk if vraagstuk in casus.vraagstukken],
        "spoed": casus.spoed,
        "woorden": casus.woorden,
        "ouders_weten": _weten(casus.ouders_weten),
        "jongere_weet": _weten(casus.jongere_weet),
        "buurtteam": str(casus.buurtteam),
    }


def _datum(dag: Any) -> str:
    return dag_cijfers(dag) if dag else ""


def _weten(waarde: bool | None) -> str:
    return "" if waarde is None else ("ja" if waarde else "nee")


def _leesbaar(naam: str, waarde: Any) -> str:
    """A value as a reader says it."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, list):
        codes = _CODES[naam]
        return ", ".join(codes(code).label for code in waarde) or "geen"
    if naam in _CODES and waarde:
        return _CODES[naam](waarde).label
    if naam in WETEN:
        return waarde or "weet ik niet"
    return str(waarde) or "leeg"
