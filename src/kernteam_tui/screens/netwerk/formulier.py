"""The form of somebody on the netwerkkaart: who, where, what they give, and the agreements of a JIM (S45)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from textual.app import ComposeResult

from kernteam_tui.domain.datumtekst import dag_cijfers
from kernteam_tui.domain.gezinscodes import Gevoel, Hulpsoort, Netwerkgroep
from kernteam_tui.domain.netwerkkaart.kaart import HEEL_GEZIN, NABIJ_WOORDEN
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.wijzigformulier import Wijzigformulier
from kernteam_tui.services.netwerk import (
    ALLEN,
    Koppeling,
    LidBeeld,
    LidGegevens,
    get_lidformulier,
    save_lid,
)
from kernteam_tui.widgets.datumlezen import lees_datum
from kernteam_tui.widgets.keuzes import Keuzerij, Keuzeveld, Vinkveld
from kernteam_tui.widgets.meerkeuze import Meerkeuze
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Datumveld, Tekstveld
from kernteam_tui.widgets.vinklijst import opties_van

GEVOEL = [
    ("steun", Gevoel.STEUN.value),
    ("spanning", Gevoel.SPANNING.value),
    ("beide", Gevoel.BEIDE.value),
    ("onbekend", Gevoel.ONBEKEND.value),
]
ALLEEN_ZELF = ("naam", "telefoon")
"""Fields that a person of the family and a contact have of their own."""
AKKOORDEN = ("jim_jongere_op", "jim_ouders_op", "jim_zelf_op")
JIM_UITLEG = "Eén per jongere, geen ouder, liefst 18 of ouder. De jongere kiest."


class NetwerklidScreen(Wijzigformulier):
    """`lid_id` empty: somebody new around `rond`, linked to `persoon_id` when that is given."""

    NAAM = "netwerklid"
    TITEL = "Op de netwerkkaart"
    CSS_PATH = stijl("netwerk")
    UITLEG = (
        "Wie dit is, waar deze persoon staat en wat hij of zij geeft. Wie je al kent uit het gezin of het "
        "adresboek, kies je boven; naam en telefoon komen dan daarvandaan."
    )

    def __init__(self, casus_id: str, lid_id: str = "", rond: str = "", persoon_id: str = "") -> None:
        super().__init__(casus_id=casus_id, lid_id=lid_id, rond=rond, persoon_id=persoon_id)
        self._casus_id, self._lid_id = casus_id, lid_id

    def concept_sleutel(self) -> str:
        wie = self._lid_id or f"nieuw-{self.argumenten['persoon_id'] or ''}"
        return f"netwerklid:{self._casus_id}:{wie}"

    def laad(self) -> None:
        persoon = str(self.argumenten["persoon_id"] or "")
        self.lees(get_lidformulier, self._casus_id, self._lid_id, persoon, bij_klaar=self._toon_lid)

    def _toon_lid(self, beeld: LidBeeld) -> None:
        self.kop(onderwerp=f"{beeld.nummer} {beeld.jongere}")
        self._keuzeveld("bekend").zet_opties([(_bekend(k), koppelcode(k)) for k in beeld.koppelbaar])
        jongeren = [(naam, id_) for id_, naam in beeld.jongeren]
        self._keuzeveld("rond").zet_opties([*jongeren, (HEEL_GEZIN, ALLEN)])
        self.veld("rond").display = len(jongeren) > 1
        self.query_one("#jim-advies", Tekst).update("\n".join(beeld.adviezen))
        begin = waarden_van(beeld.gegevens)
        if not self._lid_id:
            begin["rond"] = str(self.argumenten["rond"] or ALLEN)
        self.begin_met(begin)

    def _keuzeveld(self, naam: str) -> Keuzeveld:
        return self.query_one(f"#{naam}", Keuzeveld)

    def velden(self) -> ComposeResult:
        yield Tekstveld("naam", "Naam", voorbeeld="bv. Oma Ans")
        yield Keuzeveld(
            "bekend",
            "Of iemand die je kent",
            [],
            leeg="niet uit gezin of adresboek",
            uitleg="Enter opent de lijst.",
        )
        yield Tekstveld("relatie", "Wie is dit", voorbeeld="bv. oma, trainer")
        yield Keuzeveld("groep", "Groep", opties_van(Netwerkgroep), verplicht=True)
        yield Keuzeveld("rond", "Staat om wie heen", [])
        yield Keuzerij("gevoel", "Geeft", GEVOEL)
        yield Meerkeuze("hulp", "Waarmee", opties_van(Hulpsoort))
        yield Keuzerij("nabij", "Hoe dichtbij", [(woord, str(nr)) for nr, woord in NABIJ_WOORDEN.items()])
        yield Tekstveld("telefoon", "Telefoon")
        yield Vinkveld("jim", "JIM", tekst="dit is de JIM van deze jongere", uitleg=JIM_UITLEG)
        vandaag = self.kernteam.klok.vandaag()
        yield Datumveld("jim_jongere_op", "Jongere koos deze JIM", vandaag)
        yield Datumveld("jim_ouders_op", "Ouders zijn akkoord", vandaag)
        yield Datumveld("jim_zelf_op", "JIM wil het zelf", vandaag)
        yield Tekst(id="jim-advies", classes="waarschuwing")

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id == "bekend":
            for naam in ALLEEN_ZELF:
                self.veld(naam).display = not self.waarde.get("bekend")
        if veld_id == "jim":
            for naam in (*AKKOORDEN, "jim-advies"):
                self.query_one(f"#{naam}").display = bool(self.waarde.get("jim"))

    def ontbrekend(self) -> dict[str, str]:
        fouten = super().ontbrekend()
        if not any(str(self.waarde.get(veld) or "").strip() for veld in ("naam", "bekend", "relatie")):
            fouten["naam"] = "Vul een naam in, of wie dit is."
        return fouten

    def afronden(self) -> None:
        self.rond_af(
            bewaar_lid,
            self._casus_id,
            self._lid_id,
            str(self.argumenten["persoon_id"] or ""),
            {"rond": self.waarde["rond"], **self.veranderd()},
            self.kernteam.klok.vandaag(),
            bij_klaar=lambda _: self._klaar(),
            ongedaan="Netwerkkaart gewijzigd" if self._lid_id else "Iemand op de netwerkkaart gezet",
        )

    def _klaar(self) -> None:
        self.klaar()
        self.terug()


def bewaar_lid(
    sessie: Any, casus_id: str, lid_id: str, persoon_id: str, veranderd: dict[str, Any], vandaag: date
) -> str:
    """Put what was changed over the person as it is now, so that nothing changed elsewhere is lost."""
    nu = get_lidformulier(sessie, casus_id, lid_id, persoon_id).gegevens
    gegevens = gegevens_van({**waarden_van(nu), **veranderd}, vandaag)
    return save_lid(sessie, casus_id, lid_id or None, gegevens)


def koppelcode(koppeling: Koppeling) -> str:
    """What the list keeps of a choice: of which of two kinds it is, and its id."""
    return f"{'contact' if koppeling.contact else 'persoon'}:{koppeling.id}"


def waarden_van(lid: LidGegevens) -> dict[str, Any]:
    """The fields of the form as this person has them."""
    bekend = f"persoon:{lid.persoon_id}" if lid.persoon_id else ""
    return {
        "bekend": f"contact:{lid.contact_id}" if lid.contact_id else bekend,
        "naam": lid.naam,
        "relatie": lid.relatie,
        "groep": lid.groep.value,
        "rond": lid.rond_id or ALLEN,
        "gevoel": lid.gevoel.value,
        "hulp": [soort.value for soort in lid.hulp],
        "nabij": str(lid.nabij),
        "telefoon": lid.telefoon,
        "jim": lid.jim,
        **dict(zip(AKKOORDEN, (_dag(d) for d in _akkoorden(lid)), strict=True)),
    }


def gegevens_van(waarde: dict[str, Any], vandaag: date) -> LidGegevens:
    """What the service asks, from what the fields hold."""
    soort, _, id_ = str(waarde["bekend"]).partition(":")
    jongere_op, ouders_op, zelf_op = (lees_datum(str(waarde[veld]), vandaag) for veld in AKKOORDEN)
    return LidGegevens(
        groep=Netwerkgroep(waarde["groep"]),
        naam=waarde["naam"],
        relatie=waarde["relatie"],
        hulp=tuple(Hulpsoort(code) for code in waarde["hulp"]),
        gevoel=Gevoel(waarde["gevoel"] or Gevoel.ONBEKEND),
        nabij=int(waarde["nabij"] or 2),
        telefoon=waarde["telefoon"],
        rond_id=None if waarde["rond"] in ("", ALLEN) else str(waarde["rond"]),
        persoon_id=id_ if soort == "persoon" else None,
        contact_id=id_ if soort == "contact" else None,
        jim=bool(waarde["jim"]),
        jim_jongere_op=jongere_op,
        jim_ouders_op=ouders_op,
        jim_zelf_op=zelf_op,
    )


def _akkoorden(lid: LidGegevens) -> Sequence[date | None]:
    return lid.jim_jongere_op, lid.jim_ouders_op, lid.jim_zelf_op


def _dag(dag: date | None) -> str:
    return dag_cijfers(dag) if dag else ""


def _bekend(koppeling: Koppeling) -> str:
    return f"{koppeling.naam}, {koppeling.wat}"
