"""Noting a consent at the table: who agrees that which partner may know what, until when (S35)."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from textual.widget import Widget

from kernteam_tui.domain.codes import Niveau
from kernteam_tui.domain.datumtekst import dag_cijfers
from kernteam_tui.domain.deelcodes import Onderwerp, ToestemmingHoe
from kernteam_tui.domain.delen.afspraken import standaard_tot
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.delen.woorden import NIVEAU_KORT
from kernteam_tui.screens.gesprekformulier import GesprekFormulier
from kernteam_tui.services.toestemmingbeeld import (
    RegisterBeeld,
    ToestemmingGegevens,
    ToestemmingRegel,
    VereisteBeeld,
)
from kernteam_tui.services.toestemmingen import (
    geef_alleen_op_naam,
    geef_en_beperk_allen,
    geef_toestemming,
    list_toestemmingen,
)
from kernteam_tui.services.toestemmingrijen import MinderOpNaam
from kernteam_tui.widgets.keuzes import Keuzerij, Keuzeveld
from kernteam_tui.widgets.meerkeuze import Meerkeuze
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Datumveld, Tekstveld
from kernteam_tui.widgets.vinklijst import opties_van

_Geven = Callable[..., RegisterBeeld]
"""A service that notes the consent."""


class ToestemmingScreen(GesprekFormulier):
    """One form for everybody who agrees to the same; the rule says who must, the worker ticks who did."""

    NAAM = "toestemming"
    TITEL = "Toestemming"
    CSS_PATH = stijl("delen")
    UITLEG = (
        "Leg vast wat het gezin goed vindt. Vink aan wie het zelf goed vond, niet wie er niet bij was. Vraag "
        "alleen wat de ander echt nodig heeft. Mist iemand die beslist, dan mag nog niets worden gedeeld."
    )

    def __init__(
        self,
        casus_id: str,
        jongere_id: str = "",
        partner: str = "",
        onderwerp: str = "",
        partner_naam: str = "",
        partner_id: str = "",
    ) -> None:
        super().__init__(
            casus_id=casus_id,
            jongere_id=jongere_id,
            partner=partner,
            onderwerp=onderwerp,
            partner_naam=partner_naam,
            partner_id=partner_id,
        )
        self._register: RegisterBeeld | None = None

    def concept_sleutel(self) -> str:
        over = (str(self.argumenten[naam]) for naam in ("casus_id", "jongere_id", "partner", "onderwerp"))
        return f"toestemming:{':'.join(over)}"

    def laad(self) -> None:
        self.lees(list_toestemmingen, self.argumenten["casus_id"], bij_klaar=self._toon)

    # --- the rows ----------------------------------------------------------------------------

    def _toon(self, register: RegisterBeeld) -> None:
        self._register = register
        self.kop(onderwerp=" en ".join(v.jongere for v in register.vereisten))
        self.toon_rijen(self._rijen(register), self._begin(register))

    def _rijen(self, register: RegisterBeeld) -> Iterator[Widget]:
        vandaag = self.kernteam.klok.vandaag()
        yield Tekst(id="regel", classes="zacht")
        if len(register.vereisten) > 1:
            kinderen = [(v.jongere, v.jongere_id) for v in register.vereisten]
            yield Keuzerij("jongere", "Over wie", kinderen, verplicht=True)
        for vereiste in register.vereisten:
            yield Meerkeuze(
                f"gevers-{vereiste.jongere_id}",
                "Wie vindt het goed?",
                [(k.naam if k.beslist else f"{k.naam} (telt nu niet)", k.id) for k in vereiste.kandidaten],
                verplicht=True,
            )
        yield Keuzeveld("partner", "Wie mag het weten", opties_van(PartnerSoort), verplicht=True)
        yield Tekstveld("partner_naam", "Bij naam", voorbeeld="mag leeg: dan geldt het voor allen")
        yield Keuzeveld("ouder", "Welke ouder", list(register.ouders))
        yield Keuzerij("niveau", "Wat", [(kort, n.value) for n, kort in NIVEAU_KORT.items()], verplicht=True)
        yield Keuzeveld("onderwerp", "Waarover", opties_van(Onderwerp), verplicht=True)
        yield Keuzeveld("hoe", "Hoe gegeven", opties_van(ToestemmingHoe), verplicht=True)
        yield Datumveld("op", "Gegeven op", vandaag, verplicht=True)
        yield Datumveld("tot", "Tot en met", vandaag, uitleg="Leeg: tot het gezin stopt of het intrekt.")

    def _begin(self, register: RegisterBeeld) -> dict[str, Any]:
        vandaag = self.kernteam.klok.vandaag()
        bekend = self._regel(register)
        waarde: dict[str, Any] = {
            "jongere": str(self.argumenten["jongere_id"] or register.vereisten[0].jongere_id),
            "partner": str(self.argumenten["partner"] or ""),
            "partner_naam": str(self.argumenten["partner_naam"] or ""),
            "ouder": str(self.argumenten["partner_id"] or ""),
            "onderwerp": str(self.argumenten["onderwerp"] or Onderwerp.HULP.value),
            "niveau": _niveau(bekend),
            "hoe": ToestemmingHoe.GESPREK.value,
            "op": dag_cijfers(vandaag),
            "tot": dag_cijfers(standaard_tot(vandaag)),
        }
        for vereiste in register.vereisten:
            waarde[f"gevers-{vereiste.jongere_id}"] = _aangevinkt(vereiste, bekend)
        return waarde

    def _regel(self, register: RegisterBeeld) -> ToestemmingRegel | None:
        namen = ("jongere_id", "partner", "onderwerp", "partner_naam", "partner_id")
        sleutel = "|".join(str(self.argumenten[naam] or "") for naam in namen)
        return next((regel for regel in register.regels if regel.sleutel == sleutel), None)

    def begonnen(self) -> None:
        self._toon_jongere()
        self._toon_partner()

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id == "jongere":
            self._toon_jongere()
        if veld_id == "partner":
            self._toon_partner()

    def _vereiste(self) -> VereisteBeeld | None:
        gekozen = self.waarde.get("jongere")
        vereisten = self._register.vereisten if self._register else ()
        return next((v for v in vereisten if v.jongere_id == gekozen), None)

    def _toon_jongere(self) -> None:
        """The rule for this jongere, in one sentence with the article, and the people who can agree."""
        vereiste = self._vereiste()
        if vereiste is None or self._register is None:
            return
        for regel in self.query("#regel").results(Tekst):
            regel.update(f"{vereiste.zin[:-1]} ({vereiste.artikel}). {vereiste.wat_nu}")
        for een in self._register.vereisten:
            self.query(f"#gevers-{een.jongere_id}").set(display=een is vereiste)

    def _toon_partner(self) -> None:
        ouder = self.waarde.get("partner") == PartnerSoort.OUDER
        self.query("#ouder").set(display=ouder)
        self.query("#partner_naam").set(display=not ouder)

    # --- finishing ---------------------------------------------------------------------------

    def ontbrekend(self) -> dict[str, str]:
        fouten = super().ontbrekend()
        if self.waarde.get("partner") == PartnerSoort.OUDER and not self.waarde.get("ouder"):
            fouten["ouder"] = "Kies welke ouder mag meelezen."
        return fouten

    def afronden(self) -> None:
        self._leg_vast(geef_toestemming)

    def _leg_vast(self, geef: _Geven) -> None:
        vereiste = self._vereiste()
        op = self.query_one("#op", Datumveld).datum
        if vereiste is None or op is None:
            return
        partner = PartnerSoort(self.waarde["partner"])
        ouder = partner is PartnerSoort.OUDER
        self.rond_af(
            geef,
            self.argumenten["casus_id"],
            ToestemmingGegevens(
                jongere_id=vereiste.jongere_id,
                gevers=tuple(self.waarde[f"gevers-{vereiste.jongere_id}"]),
                partner=partner,
                niveau=Niveau(self.waarde["niveau"]),
                op=op,
                tot=self.query_one("#tot", Datumveld).datum,
                hoe=ToestemmingHoe(self.waarde["hoe"]),
                onderwerp=Onderwerp(self.waarde["onderwerp"]),
                partner_naam="" if ouder else self.waarde["partner_naam"],
                partner_id=self.waarde["ouder"] if ouder else "",
            ),
            bij_klaar=self._vastgelegd,
            bij_fout=self._kan_niet,
            ongedaan="Toestemming vastgelegd",
        )

    def _kan_niet(self, fout: KernteamError) -> None:
        """Less for one by name than for all: the worker chooses here which of the two changes."""
        if not isinstance(fout, MinderOpNaam):
            self.toon_fout(fout)
            return
        wie = PartnerSoort(self.waarde["partner"]).label
        niveau = Niveau(self.waarde["niveau"]).label
        opties: list[tuple[str, _Geven | None]] = [
            (f"Voor iedereen van {wie} ook: {niveau}", geef_en_beperk_allen),
            ("Voor iedereen intrekken; alleen deze naam houdt iets", geef_alleen_op_naam),
            ("Nog niet vastleggen", None),
        ]
        self.kies(f"{fout.titel}\n{fout.tekst}", opties, self._gekozen)

    def _gekozen(self, geef: _Geven | None) -> None:
        if geef is not None:
            self._leg_vast(geef)

    def _vastgelegd(self, _register: RegisterBeeld) -> None:
        self.klaar()
        self.terug()


def _aangevinkt(vereiste: VereisteBeeld, bekend: ToestemmingRegel | None) -> list[str]:
    """The one person who can be speaking: who decides alone, or is the only one still missing. Where more
    must agree nobody is ticked: who is not at the table gave nothing."""
    beslissers = [k for k in vereiste.kandidaten if k.beslist]
    missing = bekend.ontbreekt if bekend is not None and bekend.gevers else ()
    asked = [k.id for k in beslissers if not missing or k.naam in missing]
    return asked if len(asked) == 1 else []


def _niveau(regel: ToestemmingRegel | None) -> str:
    """What others already agreed to; else the least."""
    if regel is None or not regel.gevers:
        return Niveau.GESTART_GESTOPT.value
    return min((gever.niveau for gever in regel.gevers), key=tuple(Niveau).index).value
