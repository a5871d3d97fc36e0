"""The form for a household: the address, whether it may be used, and who lives there."""

from __future__ import annotations

from functools import partial
from typing import Any

from textual.app import ComposeResult
from textual.containers import Vertical

from kernteam_tui.domain.gezinscodes import VeiligBereiken
from kernteam_tui.schil.opdrachten import Opdracht
from kernteam_tui.screens.basis import stijl
from kernteam_tui.screens.wijzigformulier import Wijzigformulier
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.casusbeeld import PersoonBeeld
from kernteam_tui.services.gezin import (
    HuishoudenGegevens,
    get_huishouden,
    save_huishouden,
    verwijder_huishouden,
)
from kernteam_tui.widgets.keuzes import Keuzerij, Vinkveld
from kernteam_tui.widgets.tekst import Kopregel
from kernteam_tui.widgets.velden import Tekstveld
from kernteam_tui.widgets.vinklijst import opties_van

WOONT = "woont-"
"""Rows of who lives there: this and the id of the person."""
HIER, DEELS, NIET = "hier", "deels", ""
TEKSTEN = ("naam", "straat", "postcode", "plaats", "wijk", "let_op")


class HuishoudenScreen(Wijzigformulier):
    """`huishouden_id` empty: a new one."""

    NAAM = "huishouden"
    TITEL = "Huishouden"
    UITLEG = (
        "Een huishouden is één voordeur. Een kind van ouders die apart wonen, woont er ‘voor een deel’: dan "
        "staat het in allebei. Een geheim adres krijgt niemand te zien die er niet woont."
    )
    CSS_PATH = stijl("casus")
    OPDRACHTEN = (
        Opdracht("weghalen", "f4", "weghalen", "Dit huishouden weghalen; de mensen blijven bij het gezin"),
    )

    def __init__(self, casus_id: str, huishouden_id: str = "") -> None:
        super().__init__(casus_id=casus_id, huishouden_id=huishouden_id)
        self._huishouden_id = huishouden_id

    def concept_sleutel(self) -> str:
        return f"huishouden:{self.argumenten['casus_id']}:{self._huishouden_id or 'nieuw'}"

    def velden(self) -> ComposeResult:
        yield Tekstveld("naam", "Hoe noemen zij het", verplicht=True, voorbeeld="bv. bij moeder")
        yield Tekstveld("straat", "Straat en nummer")
        yield Tekstveld("postcode", "Postcode")
        yield Tekstveld("plaats", "Plaats")
        yield Tekstveld("wijk", "Wijk", uitleg="In Utrecht beslist de wijk welk buurtteam erbij hoort.")
        yield Vinkveld(
            "geheim",
            "Geheim adres",
            tekst="de andere ouder mag dit adres niet hebben",
            uitleg="Het komt dan op geen bladzijde, brief of uitnodiging voor een ander.",
        )
        yield Keuzerij("post", "Post", opties_van(VeiligBereiken))
        yield Tekstveld("let_op", "Let op", voorbeeld="bv. niet aanbellen voor tien uur")
        yield Kopregel("Wie woont hier")
        yield Vertical(id="bewoners")

    def laad(self) -> None:
        self.lees(get_casus, self.argumenten["casus_id"], bij_klaar=self._met_casus)

    def _met_casus(self, casus: Any) -> None:
        self.kop(onderwerp=f"{casus.nummer} {casus.jongere}")
        self.call_later(self._zet_personen, casus.personen)

    async def _zet_personen(self, personen: tuple[PersoonBeeld, ...]) -> None:
        levend = [persoon for persoon in personen if not persoon.overleden]
        opties = [("woont hier", HIER), ("voor een deel", DEELS)]
        await self.query_one("#bewoners").mount(
            *(Keuzerij(f"{WOONT}{persoon.id}", persoon.naam, opties) for persoon in levend)
        )
        ids = tuple(persoon.id for persoon in levend)
        if self._huishouden_id:
            haal = partial(self._toon_huis, ids)
            self.lees(get_huishouden, self.argumenten["casus_id"], self._huishouden_id, bij_klaar=haal)
        else:
            self._toon_huis(ids, HuishoudenGegevens(naam=""))

    def _toon_huis(self, ids: tuple[str, ...], huis: HuishoudenGegevens) -> None:
        self.kop(titel="Huishouden" if self._huishouden_id else "Huishouden toevoegen")
        self.begin_met(waarden_van(huis, ids))

    def eigen_opdrachten(self) -> list[Opdracht]:
        eigen = super().eigen_opdrachten()
        return eigen if self._huishouden_id else [op for op in eigen if op.id != "weghalen"]

    def gewijzigd(self, veld_id: str) -> None:
        if veld_id == "straat":
            self.kernteam.namen.hoor(str(self.waarde["straat"]))

    def afronden(self) -> None:
        self.rond_af(
            bewaar_huishouden,
            self.argumenten["casus_id"],
            self._huishouden_id,
            self.veranderd(),
            bij_klaar=lambda _: self._klaar(),
            ongedaan="Huishouden gewijzigd" if self._huishouden_id else "Huishouden toegevoegd",
        )

    def action_weghalen(self) -> None:
        if self._huishouden_id:
            self.rond_af(
                verwijder_huishouden,
                self.argumenten["casus_id"],
                self._huishouden_id,
                bij_klaar=lambda _: self._klaar(),
                ongedaan="Huishouden weggehaald",
            )

    def _klaar(self) -> None:
        self.klaar()
        self.terug()


def bewaar_huishouden(sessie: Any, casus_id: str, huishouden_id: str, veranderd: dict[str, Any]) -> str:
    """Put what was changed over the household as it is now, so that nothing changed elsewhere is lost."""
    nu = get_huishouden(sessie, casus_id, huishouden_id) if huishouden_id else HuishoudenGegevens(naam="")
    waarde = {**waarden_van(nu, (*nu.bewoners, *nu.deels)), **veranderd}
    return save_huishouden(sessie, casus_id, huishouden_id or None, gegevens_van(waarde))


def waarden_van(huis: HuishoudenGegevens, persoon_ids: tuple[str, ...]) -> dict[str, Any]:
    """The fields of the form as this household has them."""

    def woont(persoon_id: str) -> str:
        return DEELS if persoon_id in huis.deels else HIER if persoon_id in huis.bewoners else NIET

    return {
        **{veld: getattr(huis, veld) for veld in TEKSTEN},
        "geheim": huis.geheim,
        "post": str(huis.post),
        **{f"{WOONT}{persoon_id}": woont(persoon_id) for persoon_id in persoon_ids},
    }


def gegevens_van(waarde: dict[str, Any]) -> HuishoudenGegevens:
    """What the service asks, from what the fields hold."""

    def wie(hoe: str) -> tuple[str, ...]:
        return tuple(
            veld.removeprefix(WOONT)
            for veld, gekozen in waarde.items()
            if veld.startswith(WOONT) and gekozen == hoe
        )

    return HuishoudenGegevens(
        **{veld: waarde[veld] for veld in TEKSTEN},
        geheim=bool(waarde["geheim"]),
        post=VeiligBereiken(waarde["post"] or VeiligBereiken.ONBEKEND),
        bewoners=wie(HIER),
        deels=wie(DEELS),
    )
