"""Two small forms: who was told of a birthday and when, and what was agreed about one domain."""

from __future__ import annotations

from datetime import date
from typing import Any

from textual.app import ComposeResult

from kernteam_tui.domain.datumtekst import dag_cijfers, dag_lang
from kernteam_tui.domain.deelcodes import Leeftijdsgrens, Toekomstdomein
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.leeftijden.woorden import leeftijd
from kernteam_tui.screens.wijzigformulier import Wijzigformulier
from kernteam_tui.services.leeftijden import (
    GrensBeeld,
    JongereLeeftijden,
    LeeftijdenBeeld,
    Verteld,
    get_leeftijden,
    noteer_toekomst,
    noteer_verteld,
)
from kernteam_tui.widgets.datumlezen import lees_datum
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Datumveld, Tekstveld, Tekstvlak


class _Jongereformulier(Wijzigformulier):
    """About one jongere of a casus."""

    CSS_PATH = stijl("leeftijden")

    def laad(self) -> None:
        self.lees(get_leeftijden, self.argumenten["casus_id"], bij_klaar=self._toon_van)

    def _toon_van(self, beeld: LeeftijdenBeeld) -> None:
        jongere = next(j for j in beeld.jongeren if j.id == self.argumenten["jongere_id"])
        self.kop(onderwerp=f"{beeld.casus} {beeld.jongere}")
        self.toon_jongere(jongere)

    def toon_jongere(self, jongere: JongereLeeftijden) -> None:
        """Fill the form; end with `begin_met`."""

    @property
    def vandaag(self) -> date:
        return self.kernteam.klok.vandaag()

    def dag(self, naam: str) -> date | None:
        """The day in that field."""
        return lees_datum(str(self.waarde[naam]), self.vandaag)

    def _gedaan(self, _: LeeftijdenBeeld) -> None:
        self.klaar()
        self.terug()


class LeeftijdstapScreen(_Jongereformulier):
    """Who was told of one birthday."""

    NAAM = "leeftijdstap"
    TITEL = "Wie weet het?"
    UITLEG = (
        "Noteer wanneer je vertelde wat er verandert. "
        "Vanaf 16 beslist een jongere zelf of de ouders het horen."
    )

    def __init__(self, casus_id: str, jongere_id: str, grens: str) -> None:
        super().__init__(casus_id=casus_id, jongere_id=jongere_id, grens=grens)
        self._grens = Leeftijdsgrens(grens)

    def concept_sleutel(self) -> str:
        return f"leeftijdstap:{self.argumenten['jongere_id']}:{self._grens}"

    def velden(self) -> ComposeResult:
        yield Tekst(id="stap-uitleg", classes="vet")
        yield Datumveld("jongere_op", "Jongere weet het", self.vandaag)
        yield Datumveld("ouders_op", "Ouders weten het", self.vandaag)
        yield Tekstveld(
            "ouders_niet",
            "Ouders horen het niet",
            voorbeeld="wat de jongere erover zei",
            uitleg="Alleen als de jongere van 16 of ouder dat niet wil (Jeugdwet 7.3.5).",
        )

    def toon_jongere(self, jongere: JongereLeeftijden) -> None:
        stap = next(g for g in jongere.grenzen if g.grens is self._grens)
        self.query_one("#stap-uitleg", Tekst).update(_kopregel(jongere, stap))
        self.veld("ouders_niet").display = jongere.beslist_zelf or bool(stap.ouders_niet)
        self.begin_met(
            {
                "jongere_op": _tekst(stap.jongere_verteld_op),
                "ouders_op": _tekst(stap.ouders_verteld_op),
                "ouders_niet": stap.ouders_niet,
            }
        )

    def afronden(self) -> None:
        self.rond_af(
            noteer_verteld,
            self.argumenten["casus_id"],
            self.argumenten["jongere_id"],
            self._grens,
            Verteld(self.dag("jongere_op"), self.dag("ouders_op"), str(self.waarde["ouders_niet"])),
            bij_klaar=self._gedaan,
            ongedaan="Genoteerd wie het weet",
        )


class ToekomstScreen(_Jongereformulier):
    """One of the seven domains."""

    NAAM = "toekomst"
    TITEL = "Toekomstplan"
    UITLEG = "Wat hebben jullie besproken, en wat is de afspraak? De jongere mag dit lezen."

    def __init__(self, casus_id: str, jongere_id: str, domein: str) -> None:
        super().__init__(casus_id=casus_id, jongere_id=jongere_id, domein=domein)
        self._domein = Toekomstdomein(domein)

    def concept_sleutel(self) -> str:
        return f"toekomst:{self.argumenten['jongere_id']}:{self._domein}"

    def velden(self) -> ComposeResult:
        yield Tekst(id="domein-vragen", classes="zacht")
        yield Datumveld("besproken_op", "Besproken op", self.vandaag)
        yield Tekstvlak("afspraak", "Afspraak", hoogte=6, uitleg="Wie doet wat, en wanneer?")

    def toon_jongere(self, jongere: JongereLeeftijden) -> None:
        self.kop(titel=f"Toekomstplan: {self._domein.label}")
        domein = next((d for d in jongere.domeinen if d.domein is self._domein), None)
        vragen = domein.vragen if domein is not None else ()
        self.query_one("#domein-vragen", Tekst).update("\n".join(f"– {vraag}" for vraag in vragen))
        begin: dict[str, Any] = {"besproken_op": _tekst(self.vandaag), "afspraak": ""}
        if domein is not None and (domein.besproken_op or domein.afspraak):
            begin = {"besproken_op": _tekst(domein.besproken_op), "afspraak": domein.afspraak}
        self.begin_met(begin)

    def afronden(self) -> None:
        self.rond_af(
            noteer_toekomst,
            self.argumenten["casus_id"],
            self.argumenten["jongere_id"],
            self._domein,
            self.dag("besproken_op"),
            str(self.waarde["afspraak"]),
            bij_klaar=self._gedaan,
            ongedaan="Toekomstplan bijgewerkt",
        )


def _kopregel(jongere: JongereLeeftijden, stap: GrensBeeld) -> str:
    return f"{jongere.roepnaam}: {leeftijd(stap.grens)} op {dag_lang(stap.op)} ({stap.regel.kort})"


def _tekst(dag: date | None) -> str:
    return dag_cijfers(dag) if dag else ""
