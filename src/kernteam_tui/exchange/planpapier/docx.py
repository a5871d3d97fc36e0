"""The whole plan as a DOCX, for who wants to change the words or read them in letters of their own."""

from __future__ import annotations

from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.domain.planpapier import Planpapier
from kernteam_tui.exchange.planpapier.opbouw import Akkoordregel, Deel, Doelregel, Opbouw, Regel, bouw_op
from kernteam_tui.exchange.tekstdelen import Gezegd, Stuk
from kernteam_tui.exchange.word import (
    GROOT,
    PUNTEN,
    Opschrift,
    Stijl,
    Teken,
    Woorden,
    Worddocument,
    nieuw_papier,
)

OPEN, KLAAR = "☐", "☑"
_VERDELING = (1.0, 2.2, 5.0, 2.6)
"""Width of the columns: the box, who, what, when."""
_VERKLARING = 5
"""Lines for an own statement."""


def maak_docx(papier: Planpapier, doorlaat: Doorlaat) -> Worddocument:
    """Make the plan in Word. The same plan gives the same bytes; no word is cut or left out, for the letters
    are those of the reader's computer. Thread-safe. Raises DoorlaatOngeldig."""
    opbouw = bouw_op(papier, doorlaat)
    opschrift = Opschrift(
        titel=opbouw.koppen["titel"],
        van_wie=opbouw.zinnen["van_wie"],
        dag=papier.datum,
        taal=opbouw.taal,
        bladzijde_van=opbouw.zinnen["bladzijde_van"],
    )
    return Worddocument(_Plan(opbouw, opschrift).maak())


class _Plan:
    """Writes the parts one after the other, as they stand on paper."""

    def __init__(self, opbouw: Opbouw, opschrift: Opschrift) -> None:
        self._opbouw = opbouw
        self._papier = nieuw_papier(opschrift, GROOT if opbouw.groot else PUNTEN)

    def maak(self) -> bytes:
        o, papier = self._opbouw, self._papier
        papier.kop(1, self._vast(o.koppen["titel"]))
        if o.concept:
            papier.alinea(self._vast(o.concept, Teken.VET), stijl=Stijl.KADER)
        for label, waarde in o.kop:
            papier.gegeven(self._vast(label), self._vast(waarde))
        for zin in o.voorbehoud:
            papier.alinea(self._vast(zin), stijl=Stijl.KADER)
        for deel in o.delen:
            self._deel(deel)
        if o.akkoorden:
            papier.kop(2, self._vast(o.koppen["akkoord"]))
        for akkoord in o.akkoorden:
            self._akkoord(akkoord)
        if o.tekenaars:
            self._tekenen()
        papier.voet(self._vast(o.merk))
        return papier.maak()

    # --- a section ------------------------------------------------------------------------------

    def _deel(self, deel: Deel) -> None:
        papier = self._papier
        papier.kop(2, self._vast(deel.kop))
        if deel.vraag:
            papier.alinea(self._vast(deel.vraag, Teken.KLEIN), stijl=Stijl.AANLOOP)
        for kolom in deel.kolommen:
            papier.kop(3, self._vast(kolom.van))
            for gezegd in kolom.gezegd:
                self._gezegd(gezegd)
        for regel in deel.regels:
            self._regel(regel)
        if deel.toelichting:
            zin = f"{self._opbouw.zinnen['toelichting']}:"
            papier.alinea(self._vast(zin, Teken.KLEIN), stijl=Stijl.AANLOOP)
        for regel in deel.toelichting:
            self._regel(regel)
        if deel.doelen:
            papier.begin_nummers()
        for doel in deel.doelen:
            self._doel(doel)
        if deel.acties:
            self._acties(deel)
        if deel.evaluatie:
            papier.alinea(self._vast(deel.evaluatie, Teken.VET), stijl=Stijl.KADER)
        if deel.leeg:
            papier.alinea(self._vast(deel.leeg))

    def _gezegd(self, gezegd: Gezegd) -> None:
        voor = [self._vast(f"{gezegd.van} ", Teken.VET)] if gezegd.van else []
        voor += [self._vast(f"{gezegd.merk} ", Teken.KLEIN)] if gezegd.merk else []
        if gezegd.van:
            voor[-1] = Woorden(f"{voor[-1].tekst.rstrip()}: ", voor[-1].taal, voor[-1].teken)
        self._stuk(gezegd.stuk, voor, Stijl.CITAAT, Stijl.CITAAT)

    def _regel(self, regel: Regel, stijl: Stijl = Stijl.GEWOON) -> None:
        voor = [self._vast(f"{regel.label} ", Teken.VET)] if regel.label else []
        self._stuk(regel.stuk, voor, stijl, stijl)

    def _doel(self, doel: Doelregel) -> None:
        zinnen, verder = self._opbouw.zinnen, Stijl.VERVOLG
        self._stuk(doel.wat, [], Stijl.NUMMER, verder, Teken.VET)
        for zin in (doel.van, doel.schaal):
            if zin:
                self._papier.alinea(self._vast(zin), stijl=verder)
        if doel.hoe.alineas:
            self._stuk(doel.hoe, [self._vast(f"{zinnen['zo_zien_we']} ")], verder, verder)
        for regel in doel.erbij:
            self._regel(regel, verder)

    def _acties(self, deel: Deel) -> None:
        zinnen = self._opbouw.zinnen
        koppen = ("kolom_klaar", "kolom_wie", "kolom_wat", "kolom_wanneer")
        self._papier.tabel(
            [self._vast(zinnen[kop]) for kop in koppen],
            [
                (
                    self._vast(KLAAR if actie.klaar else OPEN, Teken.VAKJE),
                    self._vast(actie.wie),
                    Woorden("\n".join(actie.wat.teksten), actie.wat.taal),
                    self._vast(actie.wanneer),
                )
                for actie in deel.acties
            ],
            _VERDELING,
        )

    # --- who agrees -------------------------------------------------------------------------------

    def _akkoord(self, akkoord: Akkoordregel) -> None:
        self._papier.alinea(self._vast(f"{akkoord.wie}: ", Teken.VET), self._vast(akkoord.wat))
        for key, stuk in (("omdat", akkoord.omdat), ("eigen", akkoord.verklaring)):
            if stuk.alineas:
                self._regel(Regel(f"{self._opbouw.zinnen[key]}:", stuk))
        if akkoord.getekend:
            self._papier.alinea(self._vast(akkoord.getekend))

    def _tekenen(self) -> None:
        o, papier = self._opbouw, self._papier
        papier.kop(2, self._vast(o.koppen["tekenen"]))
        papier.alinea(self._vast(o.zinnen["tekenen_mag"]))
        for wie in o.tekenaars:
            papier.kop(3, self._vast(wie))
            for key in ("eens", "deels", "niet"):
                box = (self._vast(OPEN, Teken.VAKJE), self._vast(o.zinnen[key]))
                papier.alinea(*box, stijl=Stijl.AFSPRAAK)
            papier.schrijflijnen(1)
            for key in ("handtekening", "dag_van_tekenen"):
                papier.alinea(self._vast(f"{o.zinnen[key]}:"), stijl=Stijl.AANLOOP)
                papier.schrijflijnen(1)
        papier.kop(2, self._vast(o.koppen["verklaring"]))
        papier.alinea(self._vast(f"{o.zinnen['verklaring_mag']} {o.zinnen['verklaring_hier']}"))
        papier.schrijflijnen(_VERKLARING)

    # --- words --------------------------------------------------------------------------------------

    def _stuk(
        self, stuk: Stuk, voor: list[Woorden], stijl: Stijl, verder: Stijl, teken: Teken = Teken.GEWOON
    ) -> None:
        """Words behind `voor`: on the same line where they run its way, else on a line of their own."""
        if voor and (not stuk.alineas or stuk.alineas[0].richting == "rtl"):
            self._papier.alinea(*voor, stijl=stijl)
            voor, stijl = [], verder
        for alinea in stuk.alineas:
            woorden = Woorden(alinea.tekst, stuk.taal, teken)
            self._papier.alinea(*voor, woorden, stijl=stijl, richting=alinea.richting)
            voor, stijl = [], verder

    def _vast(self, tekst: str, teken: Teken = Teken.GEWOON) -> Woorden:
        return Woorden(tekst, self._opbouw.taal, teken)
