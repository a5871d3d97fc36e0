"""After planning: which files were written, for whom, and the line for the phone. Nothing is sent."""

from __future__ import annotations

from functools import partial

from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.content import Content

from kernteam_tui.domain.codes import GesprekStaat
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.gesprek_woorden import deelnemer_tekst, rol_kort, wanneer
from kernteam_tui.services.gesprekcheck import CheckBeeld, noteer_iedereen_gevraagd
from kernteam_tui.services.gesprekken import GesprekBeeld, get_gesprek
from kernteam_tui.services.gespreksbrieven import BrievenUitkomst, schrijf_brieven
from kernteam_tui.services.uitnodigingen import (
    UitnodigingBestand,
    UitnodigingUitkomst,
    get_uitnodigingen,
    schrijf_uitnodigingen,
)
from kernteam_tui.widgets.tekst import Kopregel, Tekst
from kernteam_tui.widgets.voet import Voet

_EIGEN, _AFZEGGING = "eigen kopie", "afzegging"
_METHODEN = {"REQUEST": "uitnodiging", "PUBLISH": "afspraak om door te geven,", "CANCEL": _AFZEGGING}


class UitnodigingenScreen(KernteamScreen):
    """The invitations of a talk; with `schrijf` they are written at once."""

    NAAM = "uitnodigingen"
    TITEL = "Uitnodigingen"
    UITLEG = (
        "Het programma verstuurt niets. Voeg de bestanden toe aan je eigen mail: wie ze opent, zet het "
        "gesprek in de agenda. De regel voor de telefoon lees je voor of typ je over."
    )
    CSS_PATH = stijl("uitnodigingen")
    OPDRACHTEN = (
        Opdracht("schrijf", "s", "bestanden maken", "De bestanden (opnieuw) maken"),
        Opdracht("brieven", "b", "brieven", "Een brief op papier voor elke ouder en jongere"),
        Opdracht("verstuurd", "v", "verstuurd", "Noteren dat je iedereen vandaag gevraagd hebt"),
        Opdracht("check", "c", "checklist", "Nalopen wat er voor het gesprek nog moet", "gesprekcheck"),
        Opdracht("klaar", "enter", "klaar", "Terug"),
    )

    def __init__(self, gesprek_id: str, schrijf: bool = False) -> None:
        super().__init__(gesprek_id=gesprek_id, schrijf=schrijf)
        self._gesprek: GesprekBeeld | None = None

    def inhoud(self) -> ComposeResult:
        with VerticalScroll(id="bladzijde", can_focus=True):
            yield Tekst(id="gesprek")
            yield Kopregel("Voor de telefoon: lees voor of typ over")
            yield Tekst(id="telefoon")
            yield Tekst(id="bericht")
            yield Kopregel("Bestanden", id="bestanden-kop")
            yield Tekst("Het programma verstuurt niets: dat doe jij, met je eigen mail.", classes="zacht")
            yield Tekst(id="bestanden")
            yield Tekst(id="brieven")
            yield Tekst(id="meldingen", classes="waarschuwing")

    def laad(self) -> None:
        self.lees(get_gesprek, self.argumenten["gesprek_id"], bij_klaar=self._met_gesprek)

    def _met_gesprek(self, gesprek: GesprekBeeld) -> None:
        self._gesprek = gesprek
        self.kop(onderwerp=f"{gesprek.casus} {gesprek.jongere}")
        self.query_one("#gesprek", Tekst).update(_over(gesprek))
        if self.argumenten["schrijf"]:
            self.action_schrijf()
        else:
            self.lees(get_uitnodigingen, gesprek.id, bij_klaar=partial(self._toon, gesprek))

    def action_schrijf(self) -> None:
        if self._gesprek is None:
            return
        self.argumenten["schrijf"] = False  # asked once: not again when this screen is built after locking
        self.doe(
            schrijf_uitnodigingen,
            self._gesprek.id,
            bij_klaar=partial(self._toon, self._gesprek),
            bij_fout=self._niet_geschreven,
        )

    def _niet_geschreven(self, fout: KernteamError) -> None:
        self.toon_fout(fout)
        self.laad()

    def action_brieven(self) -> None:
        if self._gesprek is not None:
            self.doe(schrijf_brieven, self._gesprek.id, bij_klaar=partial(self._toon_brieven, self._gesprek))

    def _toon_brieven(self, gesprek: GesprekBeeld, uitkomst: BrievenUitkomst) -> None:
        self.query_one("#brieven", Tekst).update(_brieven(gesprek, uitkomst))
        self.call_after_refresh(self.query_one("#bladzijde", VerticalScroll).scroll_end, animate=False)
        aantal = len(uitkomst.brieven)
        self.meld("1 brief gemaakt." if aantal == 1 else f"{aantal} brieven gemaakt.")

    def action_verstuurd(self) -> None:
        if self._gesprek is not None:
            self.doe(
                noteer_iedereen_gevraagd,
                self._gesprek.id,
                bij_klaar=self._verstuurd,
                ongedaan="Genoteerd: iedereen is gevraagd",
            )

    def _verstuurd(self, _: CheckBeeld) -> None:
        self.terug()

    def action_check(self) -> None:
        if self._gesprek is not None:
            self.open("gesprekcheck", gesprek_id=self._gesprek.id)

    def eigen_opdrachten(self) -> list[Opdracht]:
        nog_open = self._gesprek is not None and self._gesprek.staat.nog_te_houden
        alleen_open = {"verstuurd", "check"}
        return [op for op in super().eigen_opdrachten() if nog_open or op.id not in alleen_open]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        if action in ("verstuurd", "check"):
            return any(op.id == action for op in self.eigen_opdrachten())
        return super().check_action(action, parameters)

    def action_klaar(self) -> None:
        self.terug()

    def _toon(self, gesprek: GesprekBeeld, uitkomst: UitnodigingUitkomst) -> None:
        self.query_one("#telefoon", Tekst).update(_telefoon(gesprek, uitkomst.telefoonregel))
        self.query_one("#bericht", Tekst).update(uitkomst.bericht)
        for voet in self.query(Voet):
            voet.toon(self.voetopdrachten())
        self.query_one("#bestanden", Tekst).update(
            _bestanden(gesprek, uitkomst.bestanden, dict(uitkomst.wie))
        )
        self.query_one("#meldingen", Tekst).update("\n".join(uitkomst.meldingen))


def _over(gesprek: GesprekBeeld) -> Content:
    moment = wanneer(gesprek.start, gesprek.minuten)
    plek = f"  ·  {gesprek.plek}" if gesprek.plek else ""
    if gesprek.staat is GesprekStaat.AFGEZEGD:
        return Content.styled(f"Afgezegd: {moment}{plek}", "bold $warning")
    woord = {GesprekStaat.VERZET: "Verzet naar", GesprekStaat.GEHOUDEN: "Gehouden"}.get(
        gesprek.staat, "Gepland"
    )
    return Content.styled(f"{woord}: {moment}{plek}", "bold $success")


def _telefoon(gesprek: GesprekBeeld, regel: str) -> str:
    return f"Gaat niet door: {regel}" if gesprek.staat is GesprekStaat.AFGEZEGD else regel


def _brieven(gesprek: GesprekBeeld, uitkomst: BrievenUitkomst) -> Content:
    regels = [Content("\nBrieven op papier, zonder naam en zonder inhoud:")]
    rollen = {d.wie_id: deelnemer_tekst(d) for d in gesprek.deelnemers}
    for brief in uitkomst.brieven:
        regels.append(Content(f"\nvoor {rollen.get(brief.voor, 'wie niet meer komt')}\n"))
        regels.append(Content.styled(f"  {brief.pad.name}", "dim"))
    regels += [Content.styled(f"\n{melding}", "$warning") for melding in uitkomst.meldingen]
    return Content("").join(regels)


def _bestanden(
    gesprek: GesprekBeeld, bestanden: tuple[UitnodigingBestand, ...], weg: dict[str, str]
) -> Content:
    if not bestanden:
        return Content("Er is niemand om uit te nodigen.")
    map_ = bestanden[0].pad.parent
    er = all(bestand.geschreven for bestand in bestanden)
    kop = "In de map" if er else "Nog niet gemaakt (s maakt ze). Ze komen in de map"
    regels = [Content(f"{kop} "), Content.styled(str(map_), "bold"), Content("\n")]
    for bestand in bestanden:
        regels.append(Content(f"\n{_methode(bestand)} voor {_voor(gesprek, bestand, weg)}\n"))
        regels.append(Content.styled(f"  {bestand.pad.name}", "dim"))
    return Content("").join(regels)


def _methode(bestand: UitnodigingBestand) -> str:
    if bestand.eigen:
        return _AFZEGGING if bestand.methode == "CANCEL" else _EIGEN
    return _METHODEN.get(bestand.methode, bestand.methode.lower())


def _voor(gesprek: GesprekBeeld, bestand: UitnodigingBestand, weg: dict[str, str]) -> str:
    if bestand.eigen:
        return "jezelf"
    namen = {wie: f"{rol_kort(rol)} (komt niet meer)" for wie, rol in weg.items()}
    namen |= {d.wie_id or d.rol: deelnemer_tekst(d) for d in gesprek.deelnemers}
    return ", ".join(namen.get(wie, rol_kort(wie)) for wie in bestand.voor)
