"""Definitief wissen: what goes, what stays, why, and the number typed back. After it the proof."""

from __future__ import annotations

from collections.abc import Iterator

from textual.app import ComposeResult
from textual.containers import Vertical, VerticalScroll
from textual.content import Content

from kernteam_tui.domain.codes import WisGrond
from kernteam_tui.domain.datumtekst import dag_cijfers, dag_kort, dag_met_jaar, dag_van
from kernteam_tui.domain.wissen import GRONDEN
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.screens.vragen import Gebrek
from kernteam_tui.services.vernietiging import Verzoek, vraag_vernietiging, weiger_vernietiging
from kernteam_tui.services.wissen import WisBewijs, WisVoorbeeld, bereid_wissen_voor, wis_casus
from kernteam_tui.widgets.datumlezen import lees_datum
from kernteam_tui.widgets.feiten import Feit, Feiten
from kernteam_tui.widgets.keuzes import Keuzeveld
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Tekstveld

BOVEN = "Wat je hier wist komt niet terug, ook niet met ctrl+z."
KOPIE_UITLEG = "Na het wissen kun je ze opnieuw laten maken. Kopieën op een stick vernieuw je zelf."
GEEN_DAG = "Dat is geen dag. Schrijf hem als 24-11-2026."
STRENG = "Dit is het nummer niet. Typ het precies over, met het streepje."


class WissenScreen(FormulierScreen):
    """One calm page. Nothing of it is kept as a draft: an erasure is begun and done in one go."""

    NAAM = "wissen"
    TITEL = "Definitief wissen"
    UITLEG = (
        "Dit programma bewaart een werkkopie. Staat het dossier bij je organisatie, of vraagt het gezin "
        "erom, dan wis je de casus hier. Je ziet eerst wat er weggaat en wat er blijft."
    )
    CSS_PATH = stijl("wissen")
    OPDRACHTEN = (
        Opdracht("klaar_maken", "ctrl+s", "definitief wissen", "Deze casus voorgoed wissen"),
        Opdracht("verzoek", "f6", "verzoek", "Vastleggen dat het gezin om vernietiging vraagt"),
        Opdracht("weiger", "f7", "toch bewaren", "Vastleggen waarom de casus ondanks het verzoek blijft"),
    )
    AUTO_FOCUS = "#grond"

    def __init__(self, casus_id: str) -> None:
        super().__init__(casus_id=casus_id)
        self._casus_id = casus_id
        self._voorbeeld: WisVoorbeeld | None = None

    def inhoud(self) -> ComposeResult:
        with VerticalScroll(id="wissen-wat"):
            yield Tekst(id="wissen-let-op")
            yield Feiten(id="wissen-feiten", breed=15)
        with Vertical(id="wissen-velden"):
            yield Keuzeveld(
                "grond", "Waarom wis je", [(grond.label, grond.value) for grond in GRONDEN], verplicht=True
            )
            yield Tekstveld("nummer", "Typ het nummer over", verplicht=True)
        yield Tekst(id="staat", classes="zacht")

    def laad(self) -> None:
        self.lees(bereid_wissen_voor, self._casus_id, bij_klaar=self._toon)

    def _toon(self, voorbeeld: WisVoorbeeld) -> None:
        self._voorbeeld = voorbeeld
        self.kop(onderwerp=f"{voorbeeld.nummer} {voorbeeld.jongere}")
        self.query_one("#wissen-let-op", Tekst).update(_let_op(voorbeeld))
        self.query_one("#wissen-feiten", Feiten).zet(_feiten(voorbeeld))
        if not self._begonnen:
            self.begin_met({})

    # --- erasing -----------------------------------------------------------------------------

    def ontbrekend(self) -> dict[str, str]:
        fouten = super().ontbrekend()
        typed = str(self.waarde.get("nummer", "")).strip()
        if typed and self._voorbeeld is not None and typed != self._voorbeeld.nummer:
            fouten["nummer"] = STRENG
        return fouten

    def afronden(self) -> None:
        if self._voorbeeld is not None:
            self.doe(wis_casus, self._casus_id, WisGrond(self.waarde["grond"]), bij_klaar=self._gewist)

    def _gewist(self, bewijs: WisBewijs) -> None:
        """Every screen below may be of this casus: they go, and nothing of it can be taken back."""
        assert self._voorbeeld is not None  # `afronden` began with it
        self.kernteam.terugweg.vergeet()
        self.ga_naar("vandaag")
        self.kernteam.open(
            "wisbewijs",
            nummer=bewijs.wissing.nummer,
            over="\n".join(str(pad) for pad in bewijs.bestanden_over),
            weg=len(bewijs.bestanden_verwijderd),
            kopieen="\n".join(kopie.naam for kopie in self._voorbeeld.reservekopieen),
            meldingen="\n".join(bewijs.meldingen),
        )

    # --- a request ---------------------------------------------------------------------------

    def action_verzoek(self, gebrek: Gebrek | None = None) -> None:
        vandaag = dag_cijfers(self.kernteam.klok.vandaag())
        self.vraag_reden(
            "Het gezin vraagt om vernietiging",
            "Op welke dag vroegen zij erom? Binnen drie maanden moet de casus dan gewist zijn, of staat hier "
            "waarom hij moet blijven (Jeugdwet 7.3.9).",
            self._leg_verzoek_vast,
            keuzes=[(f"vandaag, {vandaag}", vandaag)],
            gebrek=gebrek,
        )

    def _leg_verzoek_vast(self, tekst: str) -> None:
        dag = lees_datum(tekst, self.kernteam.klok.vandaag())
        if dag is None:
            self.action_verzoek(Gebrek(tekst, GEEN_DAG))
            return
        self.doe(
            vraag_vernietiging,
            self._casus_id,
            dag,
            bij_klaar=lambda _: self.laad(),
            bij_fout=lambda fout: self.action_verzoek(Gebrek(tekst, fout.zin)),
            ongedaan="Verzoek vastgelegd",
        )

    def action_weiger(self, gebrek: Gebrek | None = None) -> None:
        if self._voorbeeld is None or self._voorbeeld.verzoek is None:
            self.meld("Er is nog geen verzoek. Leg dat eerst vast met F6.")
            return
        self.vraag_reden(
            "Toch bewaren",
            "Waarom blijft de casus? Alleen als het belang van een ander zwaar weegt, of een wet het "
            "voorschrijft. Schrijf op welk belang of welke wet.",
            self._leg_weigering_vast,
            sleutel=f"vernietiging-weigeren:{self._casus_id}",
            gebrek=gebrek,
        )

    def _leg_weigering_vast(self, reden: str) -> None:
        self.doe(
            weiger_vernietiging,
            self._casus_id,
            reden,
            bij_klaar=lambda _: self.laad(),
            bij_fout=lambda fout: self.action_weiger(Gebrek(reden, fout.zin)),
            ongedaan="Weigering vastgelegd",
        )


def _let_op(voorbeeld: WisVoorbeeld) -> Content:
    regels = [Content.styled(BOVEN, "bold")]
    regels += [Content.assemble(("Let op  ", "bold $warning"), zin) for zin in voorbeeld.let_op]
    return Content("\n").join(regels)


def _feiten(voorbeeld: WisVoorbeeld) -> Iterator[Feit]:
    if voorbeeld.verzoek is not None:
        yield "verzoek", _verzoek(voorbeeld.verzoek)
    yield "weg", "\n".join(voorbeeld.weg)
    yield "blijft", "\n".join(voorbeeld.blijft)
    if voorbeeld.elders:
        yield "blijft staan", "\n".join(str(pad) for pad in voorbeeld.elders)
    kopieen = voorbeeld.reservekopieen
    if kopieen:
        eerste, laatste = dag_kort(dag_van(kopieen[-1].moment)), dag_kort(dag_van(kopieen[0].moment))
        wanneer = f"van {eerste}" if len(kopieen) == 1 else f"van {eerste} tot en met {laatste}"
        aantal = "1 kopie" if len(kopieen) == 1 else f"{len(kopieen)} kopieën"
        yield "reservekopie", f"{aantal} {wanneer}: daar kan de casus nog in staan\n{KOPIE_UITLEG}"


def _verzoek(verzoek: Verzoek) -> str:
    gevraagd = f"om vernietiging gevraagd op {dag_met_jaar(verzoek.gevraagd_op)}"
    if verzoek.geweigerd is not None:
        return f"{gevraagd}; toch bewaard: {verzoek.geweigerd}"
    return f"{gevraagd}, wissen uiterlijk {dag_met_jaar(verzoek.uiterlijk)}"
