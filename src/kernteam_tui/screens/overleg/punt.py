"""One point at the table: who does what, typed while it is said, and on to the next with one key."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import ClassVar

from textual.widget import Widget

from kernteam_tui.domain.codes import Niveau, TerugkoppelMoment
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.gesprek_vastleggen.ouders import RIJ, als_zonder_ouders, zichtbaar
from kernteam_tui.screens.gesprek_vastleggen.velden import Actieveld, Terugkoppelveld
from kernteam_tui.screens.overleg.naamwacht import Naamwacht
from kernteam_tui.screens.overleg.regels import mag_kort
from kernteam_tui.screens.overleg.velden import (
    ACTIE,
    EIGEN_ACTIE,
    beginwaarde,
    casus_rijen,
    eigen_rijen,
    soorten,
)
from kernteam_tui.services.gesprekken import TerugkoppelBeeld
from kernteam_tui.services.overleg.bespreken import (
    Besproken,
    PartnerActie,
    Tafelpunt,
    bespreek_punt,
    get_tafelpunt,
)
from kernteam_tui.widgets.tekst import Tekst

TIK = 10.0
"""Seconds between two looks at the clock of the point."""


class OverlegPuntScreen(Naamwacht):
    """`sleutel`: id of the casus, or of the point where there is none."""

    NAAM = "overleg_punt"
    TITEL = "Bespreken"
    UITLEG = (
        "Typ per partner wat die gaat doen; → neemt het grijze voorstel over. Boven de regels staat wat elke "
        "partner over dit punt mag horen. ctrl+s bewaart en gaat naar het volgende punt, F6 slaat dit punt "
        "over: wat je typte blijft staan."
    )
    CSS_PATH = stijl("overleg")
    OPDRACHTEN: ClassVar[tuple[Opdracht, ...]] = (
        Opdracht("klaar_maken", "ctrl+s", "bewaren, volgende", "Dit punt bewaren en naar het volgende"),
        Opdracht("overslaan", "f6", "overslaan", "Naar het volgende punt; wat je typte blijft staan"),
    )

    def __init__(self, school_id: str, sleutel: str) -> None:
        super().__init__(school_id=school_id, sleutel=sleutel)
        self._school_id, self._sleutel = school_id, sleutel
        self._tafel: Tafelpunt | None = None
        self._begon: datetime | None = None

    def concept_sleutel(self) -> str:
        return f"overleg_punt:{self._school_id}:{self._sleutel}"

    def laad(self) -> None:
        self._begon = self.kernteam.klok.nu()
        self.set_interval(TIK, self._tik)
        self.lees(get_tafelpunt, self._school_id, self._sleutel, bij_klaar=self._toon)

    # --- the rows ----------------------------------------------------------------------------

    def _toon(self, tafel: Tafelpunt) -> None:
        self._tafel = tafel
        punt, vandaag = tafel.punt, self.kernteam.klok.vandaag()
        self.kop(onderwerp=f"{punt.nummer} {punt.jongere}" if punt.casus_id else tafel.school)
        self.toon_rijen(self._rijen(tafel), beginwaarde(tafel, vandaag))

    def _rijen(self, tafel: Tafelpunt) -> Iterator[Widget]:
        punt, vandaag = tafel.punt, self.kernteam.klok.vandaag()
        yield Tekst(self._klok_tekst(), id="punt-klok", classes="zacht")
        redenen = "; ".join(punt.waarom)
        vraag = ". ".join(deel for deel in (redenen, punt.tekst.strip()) if deel)
        yield Tekst(vraag, id="punt-vraag")
        if punt.mag:
            yield Tekst(mag_kort(punt.mag), id="punt-mag")
        if tafel.ouders is None:
            yield self.waarschuwing()
            yield from eigen_rijen(vandaag)
        else:
            yield from casus_rijen(tafel, vandaag)

    def _klok_tekst(self) -> str:
        tafel = self._tafel
        if tafel is None or self._begon is None:
            return ""
        minuten = max(0, int((self.kernteam.klok.nu() - self._begon).total_seconds()) // 60)
        return f"punt {tafel.nummer} van {tafel.aantal}   ·   {minuten} van {tafel.minuten} minuten"

    def _tik(self) -> None:
        for klok in self.query("#punt-klok").results(Tekst):
            klok.update(self._klok_tekst())

    def begonnen(self) -> None:
        self._schik()

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id in ("erbij", "ouders_horen"):
            self._schik()
        if self._tafel is not None and self._tafel.ouders is None:
            super().gewijzigd(veld_id)

    def anonieme_tekst(self) -> str:
        actie = self.waarde.get(EIGEN_ACTIE) or {}
        return "\n".join(
            (str(self.waarde.get("uitkomst", "")), self.waarde.get("wie", ""), actie.get("wat", ""))
        )

    def _schik(self) -> None:
        gevraagd, horen = self._zonder_ouders(), str(self.waarde.get("ouders_horen", ""))
        for rij in self.query(f".{RIJ}"):
            rij.display = gevraagd and zichtbaar(rij.id or "", horen)
        self.query("#jongere_waarom").set(display=self._zonder_jongere())

    def _erbij(self, *, ouder: bool) -> bool:
        leden = self._tafel.gezin if self._tafel is not None else ()
        return any(lid.ouder is ouder and lid.id in self.waarde.get("erbij", ()) for lid in leden)

    def _zonder_ouders(self) -> bool:
        """Whether it is asked why no parent is there."""
        ouders = self._tafel.ouders if self._tafel is not None else None
        return ouders is not None and ouders.vragen and not self._erbij(ouder=True)

    def _zonder_jongere(self) -> bool:
        return self._erbij(ouder=True) and not self._erbij(ouder=False)

    # --- finishing ---------------------------------------------------------------------------

    def afronden(self) -> None:
        if self._tafel is None:
            return
        self.rond_af(
            bespreek_punt,
            self._school_id,
            self._sleutel,
            self._besproken(self._tafel),
            bij_klaar=self._verder,
            ongedaan="Punt besproken",
        )

    def _besproken(self, tafel: Tafelpunt) -> Besproken:
        if tafel.ouders is None:
            actie = self.query_one(f"#{EIGEN_ACTIE}", Actieveld)
            return Besproken(
                uitkomst=self.waarde["uitkomst"],
                wie=self.waarde["wie"],
                actie=actie.waarde["wat"],
                actie_op=actie.op,
            )
        vandaag = self.kernteam.klok.vandaag()
        return Besproken(
            uitkomst=self.waarde["uitkomst"],
            erbij=tuple(self.waarde["erbij"]),
            acties=tuple(
                PartnerActie((veld.id or "").removeprefix(ACTIE), veld.waarde["wat"], veld.op)
                for veld in self.query(Actieveld)
            ),
            terugkoppelafspraken=tuple(self._terugkoppelingen(tafel)),
            ouders=als_zonder_ouders(self.waarde, vandaag) if self._zonder_ouders() else None,
            zonder_jongere=self.waarde["jongere_waarom"] if self._zonder_jongere() else "",
        )

    def _terugkoppelingen(self, tafel: Tafelpunt) -> Iterator[TerugkoppelBeeld]:
        """One for each row that says something; what was agreed beside these rows stays as it is."""
        rest, kinds = list(tafel.terugkoppelafspraken), soorten(tafel)
        for veld in self.query(Terugkoppelveld):
            oud = next((t for t in rest if t.partner == veld.label), None)
            if oud is not None:
                rest.remove(oud)
            if not veld.leeg:
                yield TerugkoppelBeeld(
                    veld.label,
                    Niveau(veld.waarde["niveau"]),
                    TerugkoppelMoment(veld.waarde["moment"]),
                    veld.op,
                    oud.gedaan_op if oud is not None else None,
                    kinds.get(veld.label),
                )
        yield from rest

    def _verder(self, volgende: str) -> None:
        self.klaar()
        self._naar(volgende, "Alle punten zijn besproken. Met s rond je het overleg af.")

    def action_overslaan(self) -> None:
        volgende = self._tafel.volgende if self._tafel is not None else ""
        self._naar(volgende, "Dit was het laatste punt.")

    def _naar(self, volgende: str, anders: str) -> None:
        if volgende:
            self.vervang("overleg_punt", school_id=self._school_id, sleutel=volgende)
            return
        self.terug()
        self.meld(anders)
