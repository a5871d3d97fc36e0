"""Two forms: noting a request, and noting what was done with it."""

from __future__ import annotations

from datetime import date

from textual.app import ComposeResult

from kernteam_tui.domain.datumtekst import dag_cijfers, dag_met_jaar
from kernteam_tui.domain.deelcodes import VerzoekSoort, VerzoekUitkomst
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.formulier import FormulierScreen
from kernteam_tui.services.verzoeken import (
    MENING,
    Afhandeling,
    StaatAlOpen,
    VerzoekenBeeld,
    VerzoekGegevens,
    VerzoekRegel,
    handel_verzoek_af,
    list_verzoeken,
    noteer_verzoek,
)
from kernteam_tui.widgets.datumlezen import lees_datum
from kernteam_tui.widgets.keuzes import Keuzeveld
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Datumveld, Tekstveld, Tekstvlak

ANDER = "ander"
"""Choice of somebody who is no person of the family."""
_LABELS = {
    VerzoekSoort.INZAGE: "Wat er werd gevraagd",
    VerzoekSoort.INFORMATIE: "Wat er werd gevraagd",
    VerzoekSoort.CORRECTIE: "Welk feit klopt niet",
    VerzoekSoort.VERKLARING: "De verklaring",
}
_UITLEG = {
    VerzoekSoort.INZAGE: "Het afschrift maak je daarna met a, in de lijst.",
    VerzoekSoort.INFORMATIE: "Alleen belangrijke feiten over het kind en de verzorging (BW 1:377c).",
    VerzoekSoort.CORRECTIE: MENING,
    VerzoekSoort.VERKLARING: "Woord voor woord, zoals gegeven. De verklaring hoort meteen bij het dossier.",
}


class VerzoekScreen(FormulierScreen):
    """Somebody asked something about the file, or gave a statement of their own."""

    NAAM = "verzoek"
    TITEL = "Verzoek noteren"
    CSS_PATH = stijl("verzoeken")
    UITLEG = (
        "Wie vroeg wat over het dossier, en wanneer. Vanaf die dag loopt een maand om te antwoorden "
        "(AVG art. 12 lid 3); zo snel mogelijk is beter (Jeugdwet 7.3.10)."
    )

    def __init__(self, casus_id: str) -> None:
        super().__init__(casus_id=casus_id)
        self._casus_id = casus_id

    def concept_sleutel(self) -> str:
        return f"verzoek:{self._casus_id}"

    def velden(self) -> ComposeResult:
        yield Keuzeveld(
            "soort", "Wat", [(soort.label, soort.value) for soort in VerzoekSoort], verplicht=True
        )
        yield Tekst(id="verzoek-uitleg", classes="zacht")
        yield Keuzeveld("van", "Van wie", [("iemand anders", ANDER)], verplicht=True)
        yield Tekstveld("van_naam", "Naam", verplicht=True, voorbeeld="bv. advocaat van moeder")
        yield Datumveld("op", "Op", self._vandaag, verplicht=True)
        yield Tekstvlak("tekst", "Wat er werd gevraagd", hoogte=6)

    def laad(self) -> None:
        self.lees(list_verzoeken, self._casus_id, bij_klaar=self._toon)

    def _toon(self, beeld: VerzoekenBeeld) -> None:
        self.kop(onderwerp=f"{beeld.nummer} {beeld.jongere}")
        people = [(f"{vrager.naam} ({vrager.rol})", vrager.id) for vrager in beeld.vragers]
        van = self.query_one("#van", Keuzeveld)
        van.zet_opties([*people, ("iemand anders", ANDER)])
        self.begin_met(
            {
                "soort": VerzoekSoort.INZAGE.value,
                "van": "",
                "van_naam": "",
                "op": dag_cijfers(self._vandaag),
                "tekst": "",
            }
        )

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id == "van":
            self.veld("van_naam").display = self.waarde.get("van") == ANDER
        if veld_id == "soort" and self.waarde.get("soort"):
            soort = VerzoekSoort(self.waarde["soort"])
            self.query_one("#verzoek-uitleg", Tekst).update(_UITLEG[soort])
            self.query_one("#tekst .veld-label", Tekst).update(_LABELS[soort])

    @property
    def _vandaag(self) -> date:
        return self.kernteam.klok.vandaag()

    def afronden(self) -> None:
        self._noteer(toch=False)

    def _noteer(self, *, toch: bool) -> None:
        van = str(self.waarde["van"])
        gegevens = VerzoekGegevens(
            soort=VerzoekSoort(self.waarde["soort"]),
            op=lees_datum(str(self.waarde["op"]), self._vandaag) or self._vandaag,
            van_id="" if van == ANDER else van,
            van_naam=str(self.waarde["van_naam"]) if van == ANDER else "",
            tekst=str(self.waarde["tekst"]),
        )
        self.rond_af(
            noteer_verzoek,
            self._casus_id,
            gegevens,
            toch=toch,
            bij_klaar=self._genoteerd,
            bij_fout=self._kan_niet,
            ongedaan="Verzoek genoteerd",
        )

    def _kan_niet(self, fout: KernteamError) -> None:
        if isinstance(fout, StaatAlOpen):
            self.bevestig(
                fout.titel, fout.zin, lambda: self._noteer(toch=True), ja="Toch noteren", nee="Niet noteren"
            )
        else:
            self.toon_fout(fout)

    def _genoteerd(self, _: VerzoekenBeeld) -> None:
        self.klaar()
        self.terug()


class VerzoekAfhandelenScreen(FormulierScreen):
    """What was done with one request."""

    NAAM = "verzoek_afhandelen"
    TITEL = "Verzoek afhandelen"
    CSS_PATH = stijl("verzoeken")
    UITLEG = "Noteer wat je deed en wanneer. Niet of niet alles gedaan? Dan hoort er een reden bij."

    def __init__(self, casus_id: str, verzoek_id: str) -> None:
        super().__init__(casus_id=casus_id, verzoek_id=verzoek_id)
        self._casus_id, self._verzoek_id = casus_id, verzoek_id
        self._beeld: VerzoekenBeeld | None = None

    def concept_sleutel(self) -> str:
        return f"verzoek-afhandelen:{self._verzoek_id}"

    def velden(self) -> ComposeResult:
        yield Tekst(id="verzoek-vraag", classes="vet")
        yield Tekst(id="verzoek-regel", classes="zacht")
        yield Keuzeveld(
            "uitkomst", "Uitkomst", [(soort.label, soort.value) for soort in VerzoekUitkomst], verplicht=True
        )
        yield Datumveld("op", "Op", self._vandaag, verplicht=True)
        yield Tekstvlak("reden", "Wat je deed, of waarom niet", hoogte=3)
        yield Tekstvlak("eigen_kijk", "Eigen kijk van de vrager", hoogte=4)

    def laad(self) -> None:
        self.lees(list_verzoeken, self._casus_id, bij_klaar=self._toon)

    def _toon(self, beeld: VerzoekenBeeld) -> None:
        regel = beeld.regel(self._verzoek_id)
        self.kop(onderwerp=f"{beeld.nummer} {beeld.jongere}")
        self.query_one("#verzoek-vraag", Tekst).update(_vraag(regel))
        correction = regel.soort is VerzoekSoort.CORRECTIE
        self.query_one("#verzoek-regel", Tekst).update(
            f"{MENING} Verbeter een feit zelf in zijn eigen formulier." if correction else ""
        )
        self.query_one("#verzoek-regel").display = correction
        self.veld("eigen_kijk").display = correction
        self.begin_met({"uitkomst": "", "op": dag_cijfers(self._vandaag), "reden": "", "eigen_kijk": ""})

    @property
    def _vandaag(self) -> date:
        return self.kernteam.klok.vandaag()

    def ontbrekend(self) -> dict[str, str]:
        fouten = super().ontbrekend()
        if (
            self.waarde.get("uitkomst") in (VerzoekUitkomst.DEELS, VerzoekUitkomst.GEWEIGERD)
            and not str(self.waarde["reden"]).strip()
        ):
            fouten["reden"] = "Schrijf op waarom, zodat je het kunt uitleggen."
        return fouten

    def afronden(self) -> None:
        afhandeling = Afhandeling(
            VerzoekUitkomst(self.waarde["uitkomst"]),
            lees_datum(str(self.waarde["op"]), self._vandaag) or self._vandaag,
            str(self.waarde["reden"]),
            str(self.waarde["eigen_kijk"]),
        )
        self.rond_af(
            handel_verzoek_af,
            self._casus_id,
            self._verzoek_id,
            afhandeling,
            bij_klaar=self._gedaan,
            ongedaan="Verzoek afgehandeld",
        )

    def _gedaan(self, _: VerzoekenBeeld) -> None:
        self.klaar()
        self.terug()


def _vraag(regel: VerzoekRegel) -> str:
    asked = f"{regel.van} vroeg op {dag_met_jaar(regel.op)}: {regel.wat}."
    return f"{asked}\n{regel.tekst}" if regel.tekst.strip() else asked
