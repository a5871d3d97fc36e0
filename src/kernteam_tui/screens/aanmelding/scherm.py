"""A new casus in one short form, with both deadlines reckoned while it is filled in."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.timer import Timer

from kernteam_tui.domain.datumtekst import dag_cijfers, dag_kort
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.kalender import DatumBuitenBereik
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.aanmelding.invoer import gegevens_van, ingevulde_ouders, rij_van
from kernteam_tui.screens.aanmelding.rijen import eerste_rijen, ouder_rijen, verdere_rijen
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.services.aanmelding import (
    AanmeldingUitkomst,
    BestaatAl,
    register_aanmelding,
    termijnen_bij,
    zoek_dubbelen,
)
from kernteam_tui.services.casus import vind_casus
from kernteam_tui.services.school import SchoolBeeld, list_scholen
from kernteam_tui.services.termijnen import Termijnen
from kernteam_tui.widgets.datumlezen import lees_datum
from kernteam_tui.widgets.geboortedatum import lees_geboortedatum
from kernteam_tui.widgets.keuzes import Keuzeveld
from kernteam_tui.widgets.tekst import Kopregel, Tekst
from kernteam_tui.widgets.velden import Veld

NA_SECONDEN = 0.4
"""From the last key to looking for the same child."""
BEGIN_OUDERS = 2
AANTAL = "aantal_ouders"
"""Key beside the fields: how many parents have rows."""
AANGEMELD_OP = "aangemeld_op"
"""Key beside the fields: the day that `aangemeld` meant when it was typed, JJJJ-MM-DD."""
GEEN_SCHOOL = (
    "Er staat nog geen school in je kluis. Druk op F5 en voeg de school toe. "
    "Wat je hier typt blijft bewaard: druk daarna weer op n."
)


class AanmeldingScreen(FormulierScreen):
    """Filled in standing up, in two minutes: only four fields are required."""

    NAAM = "aanmelding"
    TITEL = "Nieuwe aanmelding"
    UITLEG = (
        "Met Tab ga je verder, met shift+Tab terug. Alleen wat een * heeft, moet. De rest kan later, "
        "bij de casus. Je kunt altijd weglopen: wat je typte staat er nog."
    )
    VERDER = "hier was je gebleven"
    CSS_PATH = stijl("aanmelding")
    OPDRACHTEN = (Opdracht("ouder_erbij", "f6", "ouder erbij", "Nog een ouder toevoegen"),)

    def __init__(self) -> None:
        super().__init__()
        self._aantal = 0
        self._zoeker: Timer | None = None
        self._staat_klaar = False
        """False while the form itself puts the first values in."""

    def concept_sleutel(self) -> str:
        return "aanmelding:nieuw"

    # --- the rows ------------------------------------------------------------------------

    def inhoud(self) -> ComposeResult:
        with Horizontal(id="aanmelding-delen"):
            with VerticalScroll(id="formulier", can_focus=False):
                yield from self.velden()
            with VerticalScroll(id="termijnpaneel", can_focus=False):
                yield Kopregel("Dit zijn de termijnen", classes="eerste")
                yield Tekst(id="termijnen-ernaast")
        with Horizontal(id="onder"):
            yield Tekst(id="termijnregel")
            yield Tekst(id="staat", classes="zacht")

    def velden(self) -> ComposeResult:
        yield from eerste_rijen(self.kernteam.klok.vandaag())
        yield Vertical(id="verder")

    def laad(self) -> None:
        for naam in ("#dubbel", "#geen-school"):
            self.query_one(naam).display = False
        self.veld("roepnaam").focus_invoer()
        self.call_after_refresh(self._verder)

    async def _verder(self) -> None:
        """The rows below the fold come after the first picture, so that the form opens at once."""
        if not self.is_attached:
            return
        ouders = [rij for nummer in range(1, BEGIN_OUDERS + 1) for rij in ouder_rijen(nummer)]
        self._aantal = BEGIN_OUDERS
        await self.query_one("#verder").mount(
            Kopregel("Ouders"), Vertical(*ouders, id="ouders"), *verdere_rijen()
        )
        self.lees(list_scholen, bij_klaar=self._scholen)

    def _scholen(self, scholen: tuple[SchoolBeeld, ...]) -> None:
        namen = [school.naam for school in scholen]
        self.query_one("#school", Keuzeveld).zet_opties([(naam, naam) for naam in namen])
        geen_school = self.query_one("#geen-school", Tekst)
        geen_school.display = not namen
        geen_school.update(GEEN_SCHOOL)
        vandaag = self.kernteam.klok.vandaag()
        enige = namen[0] if len(namen) == 1 else ""
        self.begin_met(
            {"aangemeld": dag_cijfers(vandaag), AANGEMELD_OP: vandaag.isoformat(), "school": enige}
        )

    def begonnen(self) -> None:
        bedoeld = str(self.waarde.get(AANGEMELD_OP, ""))
        gelezen = lees_datum(str(self.waarde["aangemeld"]), self.kernteam.klok.vandaag())
        if bedoeld and gelezen and gelezen.isoformat() != bedoeld:
            self.zet("aangemeld", "-".join(reversed(bedoeld.split("-"))))  # `vandaag`, typed on another day
        self._staat_klaar = True
        self._reken()
        self._zoek_dubbel()
        self.call_later(self._vul_ouders_aan)

    async def _vul_ouders_aan(self) -> None:
        """As many parents as the draft has."""
        while self._aantal < int(self.waarde.get(AANTAL, BEGIN_OUDERS)):
            await self._voeg_ouder_toe()

    async def _voeg_ouder_toe(self) -> None:
        self._aantal += 1
        rijen = list(ouder_rijen(self._aantal))
        await self.query_one("#ouders").mount(*rijen)
        for rij in rijen:
            if rij.id in self.waarde:
                rij.waarde = self.waarde[rij.id]

    async def action_ouder_erbij(self) -> None:
        await self._voeg_ouder_toe()
        self.waarde[AANTAL] = self._aantal
        self.veld(f"ouder{self._aantal}_naam").focus_invoer()

    # --- while it is filled in -------------------------------------------------------------

    def gewijzigd(self, veld_id: str) -> None:
        if not self._staat_klaar:
            return
        if veld_id in ("roepnaam", "achternaam", "geboortedatum", "school"):
            self._zoek_straks()
        if veld_id == "aangemeld":
            dag = lees_datum(str(self.waarde["aangemeld"]), self.kernteam.klok.vandaag())
            self.waarde[AANGEMELD_OP] = dag.isoformat() if dag else ""
        if veld_id in ("aangemeld", "school"):
            self._reken()

    def _zoek_straks(self) -> None:
        if self._zoeker is not None:
            self._zoeker.stop()
        self._zoeker = self.set_timer(NA_SECONDEN, self._zoek_dubbel)

    def _zoek_dubbel(self) -> None:
        roepnaam = str(self.waarde.get("roepnaam", "")).strip()
        if not roepnaam:
            self._toon_dubbel(())
            return
        self.lees(
            zoek_dubbelen,
            roepnaam,
            str(self.waarde.get("achternaam", "")).strip(),
            lees_geboortedatum(str(self.waarde.get("geboortedatum", "")), self.kernteam.klok.vandaag()),
            str(self.waarde.get("school", "")),
            bij_klaar=self._toon_dubbel,
        )

    def _toon_dubbel(self, nummers: tuple[str, ...]) -> None:
        regel = self.query_one("#dubbel", Tekst)
        regel.display = bool(nummers)
        regel.update(
            f"Staat misschien al in casus {', '.join(nummers)}. Vul achternaam en geboortedatum in om het "
            "zeker te weten; bij het afronden kun je die casus openen."
        )

    def _reken(self) -> None:
        dag = lees_datum(str(self.waarde.get("aangemeld", "")), self.kernteam.klok.vandaag())
        if dag is None:
            self._toon_termijnen(None)
            return
        self.lees(termijnen_of_niet, dag, str(self.waarde.get("school", "")), bij_klaar=self._toon_termijnen)

    def _toon_termijnen(self, termijnen: Termijnen | None) -> None:
        uitleg = "\n\n".join(termijnen.uitleg) if termijnen else "Vul in wanneer de aanmelding was."
        self.query_one("#termijnen-ernaast", Tekst).update(uitleg)
        self.query_one("#termijnen-hier", Tekst).update(uitleg.replace("\n\n", "\n"))
        self.query_one("#termijnregel", Tekst).update(
            f"Startgesprek uiterlijk {dag_kort(termijnen.startgesprek_uiterlijk)}, "
            f"kennismaking {dag_kort(termijnen.kennismaking_uiterlijk)}"
            if termijnen
            else ""
        )

    # --- finishing ---------------------------------------------------------------------------

    def ontbrekend(self) -> dict[str, str]:
        fouten = super().ontbrekend()
        for nummer in ingevulde_ouders(self.waarde, self._aantal):
            if not str(self.waarde.get(f"ouder{nummer}_naam", "")).strip():
                fouten[f"ouder{nummer}_naam"] = "Vul een naam in, of maak de rest van deze ouder leeg."
        return fouten

    def afronden(self) -> None:
        self._meld_aan(toch=False)

    def _meld_aan(self, *, toch: bool) -> None:
        gegevens = gegevens_van(self.waarde, self._aantal, self.kernteam.klok.vandaag())
        self.rond_af(register_aanmelding, gegevens, toch=toch, bij_klaar=self._aangemeld, bij_fout=self._fout)

    def _aangemeld(self, uitkomst: AanmeldingUitkomst) -> None:
        self.klaar()
        self.vervang("casus", casus_id=uitkomst.casus_id, nieuw=True)

    def _fout(self, fout: KernteamError) -> None:
        if isinstance(fout, BestaatAl):
            self._vraag_of_het_dezelfde_is(fout)
            return
        velden: dict[str, str] = getattr(fout, "velden", {})
        ouders = ingevulde_ouders(self.waarde, self._aantal)
        bekend = {veld.id for veld in self.query(Veld)}
        fouten = {rij_van(pad, ouders): f"Dit veld {zin}." for pad, zin in velden.items()}
        if fouten and set(fouten) <= bekend:
            self.toon_fouten(fouten)
        else:
            self.toon_fout(fout)

    def _vraag_of_het_dezelfde_is(self, fout: BestaatAl) -> None:
        opties: list[tuple[str, str]] = [(f"Casus {nummer} openen", nummer) for nummer in fout.nummers]
        opties.append(("Toch aanmelden: dit is een ander kind", ""))
        self.kies(f"{fout.titel}: casus {', '.join(fout.nummers)}", opties, self._gekozen)

    def _gekozen(self, nummer: str) -> None:
        if nummer:
            self.lees(vind_casus, nummer, bij_klaar=partial(_open_casus, self))
        else:
            self._meld_aan(toch=True)


def _open_casus(scherm: AanmeldingScreen, casus_id: str) -> None:
    scherm.open("casus", casus_id=casus_id)


def termijnen_of_niet(sessie: Any, aangemeld: Any, school: str) -> Termijnen | None:
    """The deadlines while somebody is typing: None for a year that is not known yet."""
    try:
        return termijnen_bij(sessie, aangemeld, school)
    except DatumBuitenBereik:
        return None
