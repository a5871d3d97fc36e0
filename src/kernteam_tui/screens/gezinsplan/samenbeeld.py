"""One section of the plan as a family reads it at the table: words, goals, actions, when we look again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from kernteam_tui.domain.aantafel import AanTafel
from kernteam_tui.domain.datumtekst import dag_kort_op, dag_lang
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.planformaat import Invul
from kernteam_tui.domain.veldwaarde import leesbaar
from kernteam_tui.screens.gezinsplan.schrijver import Inhoud
from kernteam_tui.services.planbeeld import ActieBeeld, DoelBeeld, OnderdeelBeeld, PlanBeeld
from kernteam_tui.widgets.tekst import ZACHT

LEEG = "Hier staat nog niets. Druk op Enter en schrijf het samen op."


def lees_samen(onderdeel: OnderdeelBeeld, inhoud: Inhoud, plan: PlanBeeld, tafel: AanTafel) -> Content:
    """Everything of this section that is for this table, one thing under another with white between; nothing
    of what is missing."""
    woorden = (citaat for citaat in inhoud.woorden if citaat.tekst.strip() and tafel.mag_van(citaat.van))
    stukken = [*map(_woorden, woorden), *_lijst(onderdeel.invul, plan, tafel)]
    if tafel.met_toelichting:
        stukken += _velden(onderdeel)
    if inhoud.toelichting.strip() and tafel.met_toelichting:
        stukken.append(Content(inhoud.toelichting.strip()))
    return Content("\n\n").join(stukken) if stukken else Content.styled(LEEG, ZACHT)


def _velden(onderdeel: OnderdeelBeeld) -> Iterator[Content]:
    for een in onderdeel.velden:
        if een.tekst:
            yield Content.styled(f"{een.veld.vraag}: ", "bold") + Content(leesbaar(een.veld.soort, een.tekst))


def _woorden(citaat: Citaat) -> Content:
    tekst = Content.styled(f"‘{citaat.tekst.strip()}’", "bold")
    return tekst + Content.styled(f"\n— {citaat.van.strip()}", ZACHT) if citaat.van.strip() else tekst


def _lijst(invul: Invul, plan: PlanBeeld, tafel: AanTafel) -> Iterator[Content]:
    if invul is Invul.DOELEN:
        yield from (_doel(doel) for doel in plan.doelen if doel.actief and _mag(doel, tafel))
    elif invul is Invul.ACTIES:
        yield from (
            _actie(actie, plan.vandaag)
            for actie in plan.acties
            if tafel.mag_tekst(f"{actie.wie} {actie.wat}")
        )
    elif invul is Invul.EVALUATIE and plan.evaluatie_op is not None:
        yield Content(f"We kijken opnieuw op {dag_lang(plan.evaluatie_op)}.")


def _mag(doel: DoelBeeld, tafel: AanTafel) -> bool:
    return tafel.mag_van(doel.van) and tafel.mag_tekst(f"{doel.wat} {doel.hoe_zien_we_dat}")


def _doel(doel: DoelBeeld) -> Content:
    regels = [f"Van {doel.van.strip()}"] if doel.van.strip() else []
    if doel.nu is not None:
        regels.append(f"Nu een {doel.nu}")
    if doel.gewenst is not None:
        regels.append(f"We willen naar een {doel.gewenst}")
    if doel.hoe_zien_we_dat.strip():
        regels.append(f"Het lukt als: {doel.hoe_zien_we_dat.strip()}")
    return Content.styled(doel.wat.strip(), "bold") + Content("".join(f"\n{regel}" for regel in regels))


def _actie(actie: ActieBeeld, vandaag: date) -> Content:
    wie = f"{actie.wie.strip()}: " if actie.wie.strip() else ""
    delen = [f"vóór {dag_kort_op(actie.wanneer, vandaag)}"] if actie.wanneer else []
    delen += ["klaar"] if actie.klaar else []
    wanneer = Content.styled(f"\n{' · '.join(delen)}", ZACHT) if delen else Content("")
    return Content.styled(f"{wie}{actie.wat.strip()}", "bold") + wanneer
