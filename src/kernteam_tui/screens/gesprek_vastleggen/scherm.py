"""How a talk went: held or nobody came; who came, what each does next, who hears what (S6, S31, S32)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from textual.widget import Widget

from kernteam_tui.domain.codes import (
    GesprekSoort,
    GesprekStaat,
    Niveau,
    PersoonRol,
    RedenLater,
    Rol,
    TerugkoppelMoment,
)
from kernteam_tui.domain.datumtekst import dag_cijfers, dag_kort_op, dag_van
from kernteam_tui.domain.delen.partners import partner_van_rol
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.gesprek_later import vraag_waarom_later
from kernteam_tui.screens.gesprek_vastleggen.ouders import (
    RIJ,
    als_zonder_ouders,
    ouder_rijen,
    ouder_waarde,
    ouders_gevraagd,
    zichtbaar,
)
from kernteam_tui.screens.gesprek_vastleggen.velden import Actieveld, Afvinkveld, Terugkoppelveld
from kernteam_tui.screens.gesprek_woorden import deelnemer_tekst, rol_kort
from kernteam_tui.screens.gesprekformulier import GesprekFormulier
from kernteam_tui.services.gesprekken import (
    DeelnemerBeeld,
    DeelnemerUitkomst,
    GesprekBeeld,
    TerugkoppelBeeld,
    Uitkomst,
    leg_gesprek_vast,
)
from kernteam_tui.services.zonder_ouders import OudersBijGesprek, Vastlegging, get_vastlegging
from kernteam_tui.widgets.keuzes import Keuzerij
from kernteam_tui.widgets.meerkeuze import Meerkeuze
from kernteam_tui.widgets.tekst import Kopregel
from kernteam_tui.widgets.velden import Tekstvlak

_ACTIE, _TERUG = "actie-", "terug-"
_ALLEEN_GEHOUDEN = "gehouden"


class GesprekVastleggenScreen(GesprekFormulier):
    """The form after a talk."""

    NAAM = "gesprek_vastleggen"
    TITEL = "Vastleggen"
    UITLEG = (
        "Leg vast wie er was, wat ieder doet en wie wat terughoort. Deel alleen wat het gezin goed vindt: "
        "kies per partner hoeveel die te horen krijgt."
    )
    CSS_PATH = stijl("gesprek_vastleggen")

    def __init__(self, gesprek_id: str) -> None:
        super().__init__(gesprek_id=gesprek_id)
        self._gesprek: GesprekBeeld | None = None
        self._ouders: OudersBijGesprek | None = None

    def concept_sleutel(self) -> str:
        return f"vastleggen:{self.argumenten['gesprek_id']}"

    def laad(self) -> None:
        self.lees(get_vastlegging, self.argumenten["gesprek_id"], bij_klaar=self._toon)

    # --- the rows ----------------------------------------------------------------------------

    def _toon(self, vastlegging: Vastlegging) -> None:
        gesprek, ouders = vastlegging.gesprek, vastlegging.ouders
        self._gesprek, self._ouders = gesprek, ouders
        soort, vandaag = gesprek.soort.label, self.kernteam.klok.vandaag()
        self.kop(
            titel=f"{soort[:1].upper()}{soort[1:]} vastleggen",
            onderwerp=f"{gesprek.casus} {gesprek.jongere}  ·  {dag_kort_op(dag_van(gesprek.start), vandaag)}",
        )
        vooraf = ouder_waarde(gesprek, ouders, vandaag)
        self.toon_rijen(self._rijen(gesprek, ouders), _beginwaarde(gesprek) | vooraf)

    def _rijen(self, gesprek: GesprekBeeld, ouders: OudersBijGesprek) -> Iterator[Widget]:
        vandaag = self.kernteam.klok.vandaag()
        partners = [d for d in gesprek.deelnemers if _is_partner(d)]
        yield Keuzerij(
            "uitkomst",
            "Hoe ging het?",
            [("het gesprek was er", GesprekStaat.GEHOUDEN), ("niemand kwam", GesprekStaat.NIET_VERSCHENEN)],
            verplicht=True,
        )
        yield Meerkeuze(
            "aanwezig", "Wie was erbij?", [(deelnemer_tekst(d), d.id) for d in gesprek.deelnemers]
        )
        yield from ouder_rijen(ouders, vandaag)
        if gesprek.soort is GesprekSoort.STARTGESPREK:
            yield Keuzerij(
                "hulp",
                "Begint de hulp?",
                [(f"ja, vanaf {dag_kort_op(dag_van(gesprek.start), vandaag)}", "ja"), ("nog niet", "nee")],
                verplicht=True,
            )
        if partners:
            yield Kopregel("Wat doet ieder?", classes=_ALLEEN_GEHOUDEN)
        for deelnemer in partners:
            naam = _partner_tekst(deelnemer, partners)
            veld = Afvinkveld if deelnemer.actie else Actieveld
            yield veld(f"{_ACTIE}{deelnemer.id}", naam, vandaag, deelnemer.voorstel_actie)
        anderen = [d for d in partners if d.rol != Rol.GEZINSWERKER]
        if anderen:
            yield Kopregel("Wie hoort wat terug?", classes=_ALLEEN_GEHOUDEN)
        for deelnemer in anderen:
            yield Terugkoppelveld(f"{_TERUG}{deelnemer.id}", _partner_tekst(deelnemer, partners), vandaag)
        yield Kopregel("Verslag")
        yield Tekstvlak("verslag", "Wat is besproken", hoogte=6)

    def begonnen(self) -> None:
        for deelnemer in self._gesprek.deelnemers if self._gesprek is not None else ():
            for veld in self.query(f"#{_ACTIE}{deelnemer.id}").results(Afvinkveld):
                veld.staat_nu(deelnemer.actie, deelnemer.actie_klaar)

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id in ("uitkomst", "aanwezig", "ouders_horen"):
            self._schik_ouders()
        if veld_id != "uitkomst":
            return
        gehouden = self.waarde.get("uitkomst") != GesprekStaat.NIET_VERSCHENEN
        for naam in ("aanwezig", "hulp"):
            self.query(f"#{naam}").set(display=gehouden)
        for soort in ("Actieveld", "Terugkoppelveld", f".{_ALLEEN_GEHOUDEN}"):
            self.query(soort).set(display=gehouden)

    def _schik_ouders(self) -> None:
        gevraagd, horen = self._zonder_ouders(), str(self.waarde.get("ouders_horen", ""))
        for rij in self.query(f".{RIJ}"):
            rij.display = gevraagd and zichtbaar(rij.id or "", horen)

    def _zonder_ouders(self) -> bool:
        """Whether it is asked why no parent was there: only of a talk that was held."""
        if self._gesprek is None or self._ouders is None or not self._ouders.vragen:
            return False
        gehouden = self.waarde.get("uitkomst") == GesprekStaat.GEHOUDEN
        return gehouden and ouders_gevraagd(self._gesprek, self.waarde.get("aanwezig", ()))

    # --- finishing ---------------------------------------------------------------------------

    def afronden(self) -> None:
        gesprek = self._gesprek
        if gesprek is None:
            return
        gehouden = self.waarde["uitkomst"] == GesprekStaat.GEHOUDEN
        if gehouden and not self.waarde["aanwezig"]:
            self.toon_fouten({"aanwezig": "Vink aan wie er was, of kies ‘niemand kwam’."})
        elif gehouden and gesprek.te_laat and not (gesprek.reden_te_laat or gesprek.keuze):
            vraag_waarom_later(
                self,
                "Dit gesprek was na de afgesproken week. Waarom kon het niet eerder?",
                f"{self.concept_sleutel()}:later",
                self._leg_vast,
            )
        else:
            self._leg_vast(None, "")

    def _leg_vast(self, keuze: RedenLater | None, reden_te_laat: str) -> None:
        gesprek = self._gesprek
        if gesprek is None:
            return
        self.rond_af(
            leg_gesprek_vast,
            gesprek.id,
            gesprek.revision,
            replace(self._als_uitkomst(gesprek), keuze=keuze, reden_te_laat=reden_te_laat),
            bij_klaar=self._vastgelegd,
            ongedaan="Gesprek vastgelegd",
        )

    def _als_uitkomst(self, gesprek: GesprekBeeld) -> Uitkomst:
        staat = GesprekStaat(self.waarde["uitkomst"])
        if staat is GesprekStaat.NIET_VERSCHENEN:
            niemand = tuple(_zoals_het_was(d, aanwezig=False) for d in gesprek.deelnemers)
            return Uitkomst(staat, niemand, gesprek.terugkoppelafspraken, self.waarde["verslag"])
        return Uitkomst(
            staat,
            tuple(self._deelnemer(d) for d in gesprek.deelnemers),
            tuple(self._terugkoppelingen(gesprek)),
            self.waarde["verslag"],
            start_niet=self.waarde.get("hulp") == "nee",
            ouders=als_zonder_ouders(self.waarde, self.kernteam.klok.vandaag())
            if self._zonder_ouders()
            else None,
        )

    def _deelnemer(self, deelnemer: DeelnemerBeeld) -> DeelnemerUitkomst:
        aanwezig = deelnemer.id in self.waarde["aanwezig"]
        for veld in self.query(f"#{_ACTIE}{deelnemer.id}").results(Actieveld):
            klaar = veld.klaar if isinstance(veld, Afvinkveld) else False
            return DeelnemerUitkomst(deelnemer.id, aanwezig, veld.waarde["wat"], veld.op, klaar)
        return _zoals_het_was(deelnemer, aanwezig=aanwezig)

    def _terugkoppelingen(self, gesprek: GesprekBeeld) -> Iterator[TerugkoppelBeeld]:
        """One for each row that says something; what was agreed beside these rows stays as it is."""
        rest, soorten = list(gesprek.terugkoppelafspraken), _soorten(gesprek)
        for veld in self.query(Terugkoppelveld):
            partner = veld.label
            oud = next((t for t in rest if t.partner == partner), None)
            if oud is not None:
                rest.remove(oud)
            if not veld.leeg:
                yield TerugkoppelBeeld(
                    partner,
                    Niveau(veld.waarde["niveau"]),
                    TerugkoppelMoment(veld.waarde["moment"]),
                    veld.op,
                    oud.gedaan_op if oud is not None else None,
                    soorten.get(partner),
                )
        yield from rest

    def _vastgelegd(self, gesprek: GesprekBeeld) -> None:
        self.klaar()
        if gesprek.soort is GesprekSoort.KENNISMAKING and gesprek.staat is GesprekStaat.GEHOUDEN:
            self.vervang("kennismaking", casus_id=gesprek.casus_id)
        else:
            self.terug()


def _zoals_het_was(deelnemer: DeelnemerBeeld, *, aanwezig: bool) -> DeelnemerUitkomst:
    return DeelnemerUitkomst(
        deelnemer.id, aanwezig, deelnemer.actie, deelnemer.actie_op, deelnemer.actie_klaar
    )


def _is_partner(deelnemer: DeelnemerBeeld) -> bool:
    return deelnemer.rol not in set(PersoonRol)


def _soorten(gesprek: GesprekBeeld) -> dict[str, PartnerSoort | None]:
    """Label of a row -> which kind of partner it is."""
    partners = [d for d in gesprek.deelnemers if _is_partner(d)]
    return {_partner_tekst(d, partners): partner_van_rol(d.rol) for d in partners}


def _partner_tekst(deelnemer: DeelnemerBeeld, partners: list[DeelnemerBeeld]) -> str:
    """The role; with the name where two of that role were asked."""
    if deelnemer.rol == Rol.GEZINSWERKER and sum(d.rol == deelnemer.rol for d in partners) == 1:
        return "jij"
    dubbel = sum(d.rol == deelnemer.rol for d in partners) > 1
    return deelnemer_tekst(deelnemer) if dubbel else rol_kort(deelnemer.rol)


def _beginwaarde(gesprek: GesprekBeeld) -> dict[str, Any]:
    """What was noted before; at first everybody who was asked counts as present."""
    partners = [d for d in gesprek.deelnemers if _is_partner(d)]
    waarde: dict[str, Any] = {
        "aanwezig": [d.id for d in gesprek.deelnemers if d.aanwezig is not False],
        "hulp": "ja",
        "verslag": gesprek.verslag,
    }
    if gesprek.staat in (GesprekStaat.GEHOUDEN, GesprekStaat.NIET_VERSCHENEN):
        waarde["uitkomst"] = gesprek.staat.value
    eerder = {t.partner: t for t in reversed(gesprek.terugkoppelafspraken)}
    for deelnemer in partners:
        op = dag_cijfers(deelnemer.actie_op) if deelnemer.actie_op else ""
        waarde[f"{_ACTIE}{deelnemer.id}"] = {"wat": deelnemer.actie, "op": op} | (
            {"klaar": deelnemer.actie_klaar, "stond": deelnemer.actie_klaar} if deelnemer.actie else {}
        )
        afspraak = eerder.get(_partner_tekst(deelnemer, partners))
        if afspraak is not None:
            waarde[f"{_TERUG}{deelnemer.id}"] = {
                "niveau": afspraak.niveau.value,
                "moment": afspraak.moment.value,
                "op": dag_cijfers(afspraak.op) if afspraak.op else "",
            }
    return waarde
