"""The page for parents as a DOCX, for who wants to change the words or read them in letters of their own."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import asdict
from functools import partial
from itertools import chain

from kernteam_tui.domain.bladzijde import Bladzijde
from kernteam_tui.domain.schoontekst import voeg_in
from kernteam_tui.exchange.bladzijde.beeld import PPI, heeft_kringbeeld, kringbeeld, schaalbeeld
from kernteam_tui.exchange.bladzijde.opbouw import Doelregel, Opbouw, bouw_op
from kernteam_tui.exchange.drukwerk import zet
from kernteam_tui.exchange.tekstdelen import Actieregel, Gezegd, Stuk
from kernteam_tui.exchange.webblad import schat_breedte
from kernteam_tui.exchange.word import (
    GROOT,
    PUNTEN,
    Opschrift,
    Stijl,
    Tabelsoort,
    Teken,
    Woorden,
    Worddocument,
    nieuw_papier,
)

SCHRIJFLIJNEN = 3
BEELDPUNTEN = 12.0
"""Letter size of which the drawings are made; beside other letters they grow or shrink."""
PAST_OP_REGEL = 850.0
"""Points: so many letters times their size stand beside each other with room between them."""
KRING_KLEINER = 1.12
"""The names in that drawing may be a little smaller, for it takes much of the sheet."""
SCHAAL_NAAST_DOEL = (115.0, 59.0)
"""How the width of the paper is shared, in millimetres."""
ONEENS_NAAST_BELLEN = ((84.0, 90.0), (74.0, 100.0), (94.0, 80.0), (70.0, 104.0))
"""The same; of these the one that gives the fewest lines."""
MM_PER_PUNT = 0.3528
GEWOON_BIJ_VET = 0.78
"""Ordinary words as a part of the bold ones that `schat_breedte` thinks of."""
OPEN, KLAAR = "☐", "☑"

_VERVOLG = {Stijl.NUMMER: Stijl.VERVOLG, Stijl.AFSPRAAK: Stijl.VERVOLG}
"""How a paragraph goes on after its first."""


def maak_docx(bladzijde: Bladzijde) -> Worddocument:
    """Make the page in Word, in large letters where the page is. The same page gives the same bytes.

    No word is cut or left out: the letters are those of the reader's computer, so signs that our own fonts
    lack are kept. Thread-safe. Raises TaalOnbekend, and PdfMislukt where a drawing fails.
    """
    opbouw = bouw_op(bladzijde)
    opschrift = Opschrift(
        titel=opbouw.koppen["titel"],
        van_wie=opbouw.zinnen["gezinswerker"],
        dag=bladzijde.datum,
        taal=opbouw.taal,
        richting=opbouw.richting,
        bladzijde_van=opbouw.zinnen["bladzijde_van"],
    )
    return Worddocument(_Blad(opbouw, opschrift).maak())


class _Blad:
    """Writes the parts one after the other, as they stand on paper."""

    def __init__(self, opbouw: Opbouw, opschrift: Opschrift) -> None:
        self._opbouw = opbouw
        self._punten = GROOT if opbouw.groot else PUNTEN
        self._papier = nieuw_papier(opschrift, self._punten)
        self._ppi = PPI * BEELDPUNTEN / self._punten

    def maak(self) -> bytes:
        o = self._opbouw
        self._hoofd()
        self._citaten("waarom", o.waarom)
        self._citaten("goed", o.goed)
        self._kring()
        self._doelen()
        self._acties()
        self._kop("evaluatie")
        self._papier.alinea(
            self._vast(o.evaluatie, Teken.VET if o.evaluatie_bekend else Teken.GEWOON), stijl=Stijl.KADER
        )
        self._school()
        self._naast([(self._bellen, self._oneens)], min(ONEENS_NAAST_BELLEN, key=self._hoogste_kolom))
        self._eigen_woorden()
        self._papier.voet(self._vast(o.datum + o.zinnen["komma"] + o.versie))
        return self._papier.maak()

    def _hoofd(self) -> None:
        o = self._opbouw
        self._kop("titel", niveau=1)
        voor = (self._vast(f"{o.koppen['voor']}: "), self._vast(o.voor, Teken.VET))
        versie = self._vast(o.datum + o.zinnen["komma"] + o.versie)
        if sum(len(stuk.tekst) for stuk in (*voor, versie)) * self._punten <= PAST_OP_REGEL:
            self._papier.alinea(*voor, versie, stijl=Stijl.TWEE_KANTEN, richting=o.richting)
        else:
            self._papier.alinea(*voor, richting=o.richting)
            self._papier.alinea(versie, richting=o.richting)
        if o.apart:
            self._papier.alinea(self._vast(o.apart), stijl=Stijl.KADER)
        self._concept()

    def _concept(self) -> None:
        """In small letters behind each other; in large print nothing is small, and each has its own line."""
        o = self._opbouw
        if o.groot:
            for zin in o.concept:
                self._stuk(zin, Stijl.KADER)
            return
        stukken = [
            Woorden(voeg_in(alinea, o.richting), zin.taal, Teken.KLEIN)
            for zin in o.concept
            for alinea in zin.teksten
        ]
        if stukken:
            tussen = [self._vast(" ", Teken.KLEIN)] * len(stukken)
            samen = list(chain.from_iterable(zip(stukken, tussen, strict=True)))[:-1]
            self._papier.alinea(*samen, stijl=Stijl.KADER, richting=o.richting)

    def _citaten(self, kop: str, citaten: tuple[Gezegd, ...]) -> None:
        self._kop(kop)
        for gezegd in citaten:
            self._stuk(gezegd.stuk, Stijl.CITAAT, voor=self._wie(gezegd.van, gezegd.stuk.richting))
        if not citaten:
            self._leeg()

    def _kring(self) -> None:
        """In words where a name has signs that a drawing of ours cannot show, and in large print: a drawing
        as wide as the paper has small letters there."""
        o = self._opbouw
        if not o.kring:
            return
        self._kop("kring")
        if o.groot:
            leden = (f"{wie.naam} ({wie.wie})" if wie.wie else wie.naam for wie in o.kring)
            namen = o.zinnen["komma"].join(voeg_in(lid, o.richting) for lid in leden)
            self._papier.alinea(self._vast(o.zinnen["kring_uitleg"].format(namen=namen)), richting=o.richting)
            return
        if heeft_kringbeeld(o) and not zet({"kring": [asdict(wie) for wie in o.kring]}).vervangen:
            self._papier.beeld(kringbeeld(o), o.kring_uitleg, self._ppi * KRING_KLEINER)
            return
        self._papier.alinea(self._vast(o.zinnen["kring_volgorde"]), stijl=Stijl.AANLOOP)
        self._papier.opsomming(
            [self._vast(f"{wie.naam} ({wie.wie})" if wie.wie else wie.naam) for wie in o.kring]
        )

    def _doelen(self) -> None:
        self._kop("doelen")
        if not self._opbouw.doelen:
            self._leeg()
            return
        self._papier.begin_nummers()
        rijen = [(partial(self._doel, doel), partial(self._schaal, doel)) for doel in self._opbouw.doelen]
        self._naast(rijen, SCHAAL_NAAST_DOEL)

    def _doel(self, doel: Doelregel) -> None:
        o = self._opbouw
        van = o.zinnen["in_woorden_van"].format(van=doel.van) if doel.van else ""
        self._in_de_rij(doel.wat, Stijl.NUMMER, na=self._erbij(van, Teken.KLEIN), teken=Teken.VET)
        if doel.hoe is not None:
            self._in_de_rij(doel.hoe, Stijl.VERVOLG, voor=(self._vast(f"{o.zinnen['zo_zien_we']} "),))

    def _schaal(self, doel: Doelregel) -> None:
        if doel.schaal:
            stijl = Stijl.VERVOLG if self._opbouw.groot else Stijl.BEELD
            self._papier.beeld(schaalbeeld(doel, self._opbouw), doel.schaal, self._ppi, stijl)

    def _acties(self) -> None:
        self._kop("acties")
        for actie in self._opbouw.acties:
            self._actie(actie)
        if not self._opbouw.acties:
            self._leeg()

    def _actie(self, actie: Actieregel) -> None:
        """The box is a letter, so that a pen or a keyboard can tick it."""
        vakje = self._vast(KLAAR if actie.klaar else OPEN, Teken.VAKJE)
        wanneer = self._opbouw.zinnen["klaar"] if actie.klaar else actie.wanneer
        voor = (vakje, *self._wie(actie.wie, self._opbouw.richting))
        self._in_de_rij(actie.wat, Stijl.AFSPRAAK, voor=voor, na=self._erbij(wanneer))

    def _school(self) -> None:
        o = self._opbouw
        self._kop("school")
        if not o.school_weet and not o.school_weet_niet:
            self._leeg()
            return
        lijsten = (("school_weet", o.school_weet), ("school_weet_niet", o.school_weet_niet))
        self._papier.tabel(
            [self._vast(o.zinnen[kop]) for kop, _ in lijsten],
            [[self._vast("\n".join(punten or (o.zinnen["leeg"],))) for _, punten in lijsten]],
            soort=Tabelsoort.OPEN,
            stijl=Stijl.PUNT,
        )

    def _bellen(self) -> None:
        self._kop("bellen")
        for weg in self._opbouw.bellen:
            self._papier.gegeven(self._vast(weg.wat), *(self._vast(regel) for regel in weg.regels))

    def _oneens(self) -> None:
        self._kop("oneens")
        for zin in self._opbouw.oneens:
            self._papier.alinea(self._vast(zin))

    def _hoogste_kolom(self, verdeling: tuple[float, float]) -> int:
        """About how many lines the longest has of whom to call and of not agreed, with these widths."""

        def regels(tekst: str, breed: float) -> int:
            return math.ceil(schat_breedte(tekst) * GEWOON_BIJ_VET * self._punten * MM_PER_PUNT / breed)

        o, (links, rechts) = self._opbouw, verdeling
        bellen = sum(
            regels(f"{weg.wat}: {' '.join(weg.regels[:1])}", links) + len(weg.regels[1:]) for weg in o.bellen
        )
        oneens = sum(regels(zin, rechts) for zin in o.oneens)
        koppen = (f"{o.koppen[kop]} {o.koppen_nl.get(kop, '')}" for kop in ("bellen", "oneens"))
        kop_links, kop_rechts = map(regels, koppen, verdeling)
        return max(bellen + kop_links, oneens + kop_rechts)

    def _eigen_woorden(self) -> None:
        self._kop("eigen_woorden")
        self._papier.alinea(self._vast(self._opbouw.zinnen["wat_afgesproken"]), stijl=Stijl.AANLOOP)
        self._papier.schrijflijnen(SCHRIJFLIJNEN)

    def _stuk(self, stuk: Stuk, stijl: Stijl, *, voor: tuple[Woorden, ...] = ()) -> None:
        """Somebody's words in their own direction, with words of the page before them on the same line."""
        alineas = [[Woorden(alinea, stuk.taal)] for alinea in stuk.teksten or ("",)]
        self._alineas(alineas, stijl, stuk.richting, voor, ())

    def _in_de_rij(
        self,
        stuk: Stuk,
        stijl: Stijl,
        *,
        voor: tuple[Woorden, ...] = (),
        na: tuple[Woorden, ...] = (),
        teken: Teken = Teken.GEWOON,
    ) -> None:
        """Words in lines that run as the page does, so that numbers and boxes stand under each other."""
        kant = self._opbouw.richting
        alineas = [[Woorden(voeg_in(alinea, kant), stuk.taal, teken)] for alinea in stuk.teksten or ("",)]
        self._alineas(alineas, stijl, kant, voor, na)

    def _alineas(
        self,
        alineas: list[list[Woorden]],
        stijl: Stijl,
        kant: str,
        voor: tuple[Woorden, ...],
        na: tuple[Woorden, ...],
    ) -> None:
        alineas[0] = [*voor, *alineas[0]]
        alineas[-1] += na
        for stukken in alineas:
            self._papier.alinea(*stukken, stijl=stijl, richting=kant)
            stijl = _VERVOLG.get(stijl, stijl)

    def _wie(self, naam: str, kant: str) -> tuple[Woorden, ...]:
        return (self._vast(f"{voeg_in(naam, kant)}: ", Teken.VET),) if naam else ()

    def _erbij(self, tekst: str, teken: Teken = Teken.GEWOON) -> tuple[Woorden, ...]:
        return (self._vast(f" ({tekst})", teken),) if tekst else ()

    def _naast(
        self, rijen: Sequence[tuple[Callable[[], None], Callable[[], None]]], verdeling: tuple[float, float]
    ) -> None:
        """Beside each other; in large print under each other."""
        if self._opbouw.groot:
            for schrijf in chain.from_iterable(rijen):
                schrijf()
        else:
            self._papier.naast_elkaar(rijen, verdeling)

    def _leeg(self) -> None:
        self._papier.alinea(self._vast(self._opbouw.zinnen["leeg"]), stijl=Stijl.LEEG)

    def _kop(self, sleutel: str, niveau: int = 2) -> None:
        """In two languages where the page is; each is read out in its own."""
        stukken = [self._vast(self._opbouw.koppen[sleutel])]
        if nederlands := self._opbouw.koppen_nl.get(sleutel):
            apart = voeg_in(nederlands, self._opbouw.richting)
            stukken += [self._vast(" / ", Teken.NIET_VET), Woorden(apart, "nl", Teken.NIET_VET)]
        self._papier.kop(niveau, *stukken, richting=self._opbouw.richting)

    def _vast(self, tekst: str, teken: Teken = Teken.GEWOON) -> Woorden:
        """Words of the page itself."""
        return Woorden(tekst, self._opbouw.taal, teken)
