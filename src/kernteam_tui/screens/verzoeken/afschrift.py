"""A copy of the file: for whom, what goes, what stays out with why, and then as a file or on paper."""

from __future__ import annotations

from collections.abc import Iterable

from textual import on
from textual.app import ComposeResult
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, OptionList
from textual.widgets.option_list import Option

from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import KernteamScreen, stijl
from kernteam_tui.screens.dialogen import Dialoog, knop
from kernteam_tui.services.afschrift import (
    bereid_afschrift_voor,
    druk_afschrift_af,
    list_lezers,
    maak_afschrift,
    open_afschrift,
)
from kernteam_tui.services.afschriftbeeld import (
    AfschriftBeeld,
    AfschriftUitkomst,
    BlijftRegel,
    LezerRegel,
    LezersBeeld,
)
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.widgets.optielijst import Optielijst
from kernteam_tui.widgets.tabel import Kolom, Rij, Tabel
from kernteam_tui.widgets.tekst import ZACHT, Tekst
from kernteam_tui.widgets.voet import Voet

LEZERS, BLAD, WEG = "lezers", "blad", "weg"
KIES_EERST = "Kies eerst voor wie het afschrift is."
_BUITEN = (
    "Dit bestand staat buiten de kluis: wie bij je laptop kan, kan het lezen. Geef het mee of print het, "
    "ruim het daarna op (ctrl+g, Wat naar buiten ging), en noteer bij Verzoeken wat je deed."
)
_UITLEG = (
    "Wat een ander noemt, blijft weg tot jij het hebt gelezen. Adres en telefoon van een ander, en wat een "
    "ander zelf vroeg of verklaarde, gaan nooit mee."
)


class AfschriftScreen(KernteamScreen):
    """First the readers; then the copy; beside it what stays out, to go through."""

    NAAM = "afschrift"
    TITEL = "Afschrift van het dossier"
    CSS_PATH = stijl("verzoeken")
    UITLEG = (
        "Een afschrift voor één persoon die erom vroeg (Jeugdwet 7.3.10). Je ziet eerst wat erin komt; met w "
        "wat wegblijft en waarom. Achteraan in het afschrift staat hoeveel er is weggelaten, niet wat."
    )
    OPDRACHTEN = (
        Opdracht("bekijk", "enter", "bekijken", "Laten zien wat deze persoon zou krijgen"),
        Opdracht("weg", "w", "wat wegblijft", "Wat er niet in staat doorlopen, en waarom"),
        Opdracht("meegeven", "space", "meegeven", "Dit stuk heb je gelezen: toch meegeven, of weer niet"),
        Opdracht("blad", "b", "afschrift", "Terug naar het afschrift zelf"),
        Opdracht(
            "druk_af", "d", "afdrukken", "Het afschrift afdrukken, zonder dat er een bestand achterblijft"
        ),
        Opdracht("bewaar_pdf", "p", "PDF opslaan", "Het afschrift opslaan als PDF"),
        Opdracht("bewaar_tekst", "t", "tekst opslaan", "Het afschrift opslaan als tekst"),
        Opdracht("andere_lezer", "l", "andere lezer", "Kiezen voor wie het afschrift is"),
        Opdracht("verzoek", "v", "verzoek", "Noteren wie om het dossier vroeg", "verzoek"),
    )
    _IN_VLAK = {
        LEZERS: frozenset({"bekijk", "verzoek"}),
        BLAD: frozenset({"weg", "druk_af", "bewaar_pdf", "bewaar_tekst", "andere_lezer"}),
        WEG: frozenset({"meegeven", "blad"}),
    }

    def __init__(self, casus_id: str, voor: str = "", vrij: str = "") -> None:
        """`vrij`: ids of pieces that were read and go along, with a comma between."""
        super().__init__(casus_id=casus_id, voor=voor, vrij=vrij)
        self._casus_id = casus_id
        self._lezers: tuple[LezerRegel, ...] = ()
        self._beeld: AfschriftBeeld | None = None
        self._vlak = LEZERS

    def inhoud(self) -> ComposeResult:
        with Vertical(id="lezers-vlak"):
            yield Tekst("Voor wie is het afschrift?", id="lezers-vraag")
            yield Optielijst(id="lezers")
            yield Tekst(_UITLEG, id="lezers-uitleg", classes="zacht")
        with Vertical(id="blad-vlak"):
            yield Tekst(id="blad-regel", classes="zacht")
            with VerticalScroll(id="blad"):
                yield Tekst(id="blad-tekst")
        with Vertical(id="weg-vlak"):
            yield Tabel(
                (Kolom("mee", "Mee", 5), Kolom("kop", "Stuk", 28), Kolom("waarom", "Waarom niet", 30)),
                "Er blijft niets weg.",
                id="weg",
            )
            with VerticalScroll(id="weg-lezen"):
                yield Tekst(id="weg-tekst")

    def on_mount(self) -> None:
        self.query_one("#blad", VerticalScroll).can_focus = True
        self._toon_vlak(LEZERS)

    def laad(self) -> None:
        self.lees(list_lezers, self._casus_id, bij_klaar=self._toon_lezers)

    # --- for whom -----------------------------------------------------------------------------

    def _toon_lezers(self, beeld: LezersBeeld) -> None:
        self.kop(onderwerp=f"{beeld.casus} {beeld.jongere}")
        self._lezers = beeld.lezers
        lijst = self.query_one("#lezers", OptionList)
        before = lijst.highlighted or 0
        lijst.clear_options()
        lijst.add_options(Option(_lezer(lezer)) for lezer in beeld.lezers)
        lijst.highlighted = min(before, len(beeld.lezers) - 1)
        if any(lezer.id == self._voor for lezer in beeld.lezers):
            self._probeer(self._voor)

    @property
    def _voor(self) -> str:
        return str(self.argumenten["voor"] or "")

    @property
    def _vrij(self) -> tuple[str, ...]:
        return tuple(id_ for id_ in str(self.argumenten["vrij"] or "").split(",") if id_)

    @on(OptionList.OptionSelected, "#lezers")
    def _gekozen(self, event: OptionList.OptionSelected) -> None:
        self._probeer(self._lezers[event.option_index].id)

    def action_bekijk(self) -> None:
        """Enter, also from the footer."""
        self.query_one("#lezers", OptionList).action_select()

    def _probeer(self, voor: str) -> None:
        if voor != self._voor:
            self.argumenten["vrij"] = ""
        self.argumenten["voor"] = voor
        haal = _open_of_weiger if self._beeld is None else _lees_of_weiger
        self.lees(haal, self._casus_id, voor, self._vrij, bij_klaar=self._toon_uitkomst, groep="afschrift")

    def _toon_uitkomst(self, uitkomst: AfschriftBeeld | RegelGeweigerd) -> None:
        if isinstance(uitkomst, RegelGeweigerd):
            self._geweigerd(uitkomst)
            return
        self._beeld = uitkomst
        self.query_one("#blad-tekst", Tekst).update(_opgemaakt(uitkomst.tekst))
        self.query_one("#weg", Tabel).vul([_rij(regel) for regel in _op_volgorde(uitkomst)])
        self._toon_bladregel()
        self._toon_gemarkeerd()
        self._toon_vlak(WEG if self._vlak == WEG else BLAD)

    def _geweigerd(self, fout: RegelGeweigerd) -> None:
        lezer = next((een for een in self._lezers if een.id == self._voor), None)
        self.argumenten["voor"] = ""
        self._beeld = None
        self._toon_vlak(LEZERS)
        if lezer is None or lezer.gevraagd_op is not None:
            self.toon_fout(fout)
            return
        self.bevestig(
            "Nog niet gevraagd",
            f"{fout.zin} Van {lezer.naam} staat er nog geen verzoek.",
            self.action_verzoek,
            ja="Verzoek noteren",
            nee="Nu niet",
        )

    # --- what is shown ------------------------------------------------------------------------

    def _toon_vlak(self, vlak: str) -> None:
        self._vlak = vlak
        for naam in (LEZERS, BLAD, WEG):
            self.query_one(f"#{naam}-vlak").display = naam == vlak
        for voet in self.query(Voet):
            voet.toon(self.voetopdrachten())
        self.query_one({LEZERS: "#lezers", BLAD: "#blad", WEG: "#weg-tabel"}[vlak]).focus()

    def eigen_opdrachten(self) -> list[Opdracht]:
        fits = self._IN_VLAK[self._vlak]
        return [op for op in super().eigen_opdrachten() if op.id in fits]

    def _toon_bladregel(self, bezig: str = "") -> None:
        if self._beeld is None:
            return
        out = sum(not regel.vrij for regel in self._beeld.lijst)
        regel = bezig or f"{self._beeld.stukken} stukken erin · w: {out} weggelaten"
        self.query_one("#blad-regel", Tekst).update(regel)

    @on(Tabel.Gemarkeerd)
    def _toon_gemarkeerd(self) -> None:
        regel = self._regel
        self.query_one("#weg-tekst", Tekst).update(_te_lezen(regel) if regel is not None else "")
        self.query_one("#weg-lezen").scroll_home(animate=False)

    @property
    def _regel(self) -> BlijftRegel | None:
        if self._beeld is None:
            return None
        sleutel = self.query_one("#weg", Tabel).sleutel
        return next((regel for regel in self._beeld.lijst if regel.id == sleutel), None)

    # --- going through what stays out -----------------------------------------------------------

    def action_weg(self) -> None:
        if self._beeld is not None:
            self._toon_vlak(WEG)

    def action_blad(self) -> None:
        if self._beeld is not None:
            self._toon_vlak(BLAD)

    @on(Tabel.Gekozen)
    def action_meegeven(self) -> None:
        regel = self._regel
        if regel is None or self._vlak != WEG:
            return
        if not regel.vrij_te_geven:
            self.meld("Dit mag niet mee: de regel laat het niet toe.")
            return
        ids = [id_ for id_ in self._vrij if id_ != regel.id]
        self.argumenten["vrij"] = ",".join(ids if regel.vrij else [*ids, regel.id])
        self._probeer(self._voor)

    def action_andere_lezer(self) -> None:
        self._beeld = None
        self.argumenten["voor"] = self.argumenten["vrij"] = ""
        self._toon_vlak(LEZERS)

    def action_verzoek(self) -> None:
        self.open("verzoek", casus_id=self._casus_id)

    def action_terug(self) -> None:
        if self._vlak == WEG:
            self.action_blad()
        elif self._vlak == BLAD:
            self.action_andere_lezer()
        else:
            self.terug()

    # --- out ------------------------------------------------------------------------------------

    def action_bewaar_pdf(self) -> None:
        self._bewaar("pdf")

    def action_bewaar_tekst(self) -> None:
        self._bewaar("tekst")

    def _bewaar(self, vorm: str) -> None:
        if self._beeld is None:
            self.meld(KIES_EERST)
            return
        self._toon_bladregel("Bestand wordt gemaakt …")
        self.doe(
            maak_afschrift,
            self._casus_id,
            self._voor,
            vorm,
            vrij=self._vrij,
            bij_klaar=self._opgeslagen,
            bij_fout=self._niet_gelukt,
        )

    def action_druk_af(self) -> None:
        if self._beeld is None:
            self.meld(KIES_EERST)
            return
        self._toon_bladregel("Het afschrift gaat naar de printer …")
        self.doe(
            druk_afschrift_af,
            self._casus_id,
            self._voor,
            vrij=self._vrij,
            bij_klaar=self._afgedrukt,
            bij_fout=self._niet_gelukt,
        )

    def _opgeslagen(self, uitkomst: AfschriftUitkomst) -> None:
        self._toon_bladregel()
        self.app.push_screen(Opgeslagendialoog(uitkomst))

    def _afgedrukt(self, _meldingen: tuple[str, ...]) -> None:
        self._toon_bladregel()
        self.meld("Het afschrift is naar de printer. Er blijft geen bestand achter.")

    def _niet_gelukt(self, fout: Exception) -> None:
        self._toon_bladregel()
        self.kernteam.toon(fout)


class Opgeslagendialoog(Dialoog[None]):
    """Where the file is, and that it is no longer protected."""

    def __init__(self, uitkomst: AfschriftUitkomst) -> None:
        super().__init__("Het afschrift is opgeslagen")
        self._uitkomst = uitkomst

    def inhoud(self) -> ComposeResult:
        yield Tekst(str(self._uitkomst.bestand), id="bestand", classes="vet")
        yield Tekst(_BUITEN, classes="dialoog-stap")
        with Horizontal(classes="dialoog-knoppen"):
            yield knop("Goed", "goed", hoofd=True)

    @on(Button.Pressed)
    def _gedrukt(self) -> None:
        self.dismiss(None)


def _open_of_weiger(
    sessie: Sessie, casus_id: str, voor: str, vrij: Iterable[str]
) -> AfschriftBeeld | RegelGeweigerd:
    """The first look at a copy, which is logged; or the rule that forbids it: both are answers here."""
    try:
        return open_afschrift(sessie, casus_id, voor, tuple(vrij))
    except RegelGeweigerd as fout:
        return fout


def _lees_of_weiger(
    sessie: Sessie, casus_id: str, voor: str, vrij: Iterable[str]
) -> AfschriftBeeld | RegelGeweigerd:
    """The copy again, after a tick."""
    try:
        return bereid_afschrift_voor(sessie, casus_id, voor, tuple(vrij))
    except RegelGeweigerd as fout:
        return fout


def _lezer(lezer: LezerRegel) -> Content:
    kop = Content.styled(lezer.naam, "bold") + Content.styled(f"   {lezer.soort.label}", ZACHT)
    if lezer.gevraagd_op is None:
        return kop + Content.styled("\n   nog niet gevraagd", ZACHT)
    what = "belangrijke feiten, geen gezag (BW 1:377c)" if lezer.zonder_gezag else "afschrift"
    return kop + Content.styled(f"\n   vroeg erom op {dag_met_jaar(lezer.gevraagd_op)}: {what}", "$primary")


def _op_volgorde(beeld: AfschriftBeeld) -> list[BlijftRegel]:
    """What she can decide about stands first."""
    return sorted(beeld.lijst, key=lambda regel: not regel.vrij_te_geven)


def _rij(regel: BlijftRegel) -> Rij:
    mark = "[x]" if regel.vrij else "[ ]" if regel.vrij_te_geven else "nooit"
    return Rij(regel.id, (mark, regel.kop, "je las het: het gaat mee" if regel.vrij else regel.waarom))


def _te_lezen(regel: BlijftRegel) -> Content:
    """The piece itself, for the worker, with why it stays and what she can do."""
    if regel.vrij:
        why = "Dit gaat mee. Spatie haalt het er weer uit."
    elif regel.vrij_te_geven:
        why = f"{_hoofdletter(regel.waarom)} ({regel.artikel}). "
        why += "Lees het; staat er niets in van een ander, dan geef je het mee met spatie."
    else:
        why = f"{_hoofdletter(regel.waarom)} ({regel.artikel}). Dit gaat niet mee."
    return Content("\n").join(
        [Content.styled(regel.kop, "bold"), Content.styled(why, ZACHT), Content(""), Content(regel.tekst)]
    )


def _hoofdletter(tekst: str) -> str:
    return tekst[:1].upper() + tekst[1:]


def _opgemaakt(tekst: str) -> Content:
    """The text of the copy with its headings in bold instead of underlined by dashes."""
    lines = tekst.rstrip().split("\n")
    parts: list[Content] = []
    for nummer, line in enumerate(lines):
        above = lines[nummer - 1] if nummer else ""
        if above and line in ("-" * len(above), "=" * len(above)):
            parts[-1] = Content.styled(above, "bold $primary")
        else:
            parts.append(Content(line))
    return Content("\n").join(parts)
