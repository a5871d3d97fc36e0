"""The command `kernteam verstrekkingen`: what was given to whom, and making one again."""

from __future__ import annotations

from argparse import Namespace

from kernteam_tui.cli.kluis import open_kluis
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.domain.datumtekst import dag_lang
from kernteam_tui.domain.fouten import GebruikOnjuist
from kernteam_tui.domain.verstrekking import Opmaak
from kernteam_tui.services.casus import vind_casus
from kernteam_tui.services.formaten import VerstrekkingenUit, VerstrekkingUit
from kernteam_tui.services.verstrekkingen import VerstrekkingBeeld, list_verstrekkingen, maak_opnieuw


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`verstrekkingen/1`. Raises GebruikOnjuist, NietGevonden, and what `maak_opnieuw` raises."""
    if keuzes.uit is not None and not keuzes.opnieuw:
        raise GebruikOnjuist("--uit hoort bij --opnieuw.", "Geef ook --opnieuw ID op.")
    with open_kluis(keuzes) as sessie:
        casus_id = vind_casus(sessie, keuzes.casus)
        again = maak_opnieuw(sessie, casus_id, keuzes.opnieuw, keuzes.uit) if keuzes.opnieuw else None
        given = list_verstrekkingen(sessie, casus_id)
    uit = VerstrekkingenUit(
        casus=keuzes.casus,
        verstrekkingen=tuple(_uit(beeld) for beeld in given),
        bestand=str(again.bestand) if again else None,
        gelijk=again.gelijk if again else None,
    )
    lines = [_regel(beeld) for beeld in given] or ["Er is nog niets gegeven."]
    if again is not None:
        same = "precies gelijk aan toen" if again.gelijk else "dezelfde woorden, de opmaak is vernieuwd"
        lines = [f"Opnieuw gemaakt, {same}: {again.bestand}", *(f"Let op: {m}" for m in again.meldingen)]
    return Antwoord(uit.gegevens(), tuple(lines))


def _uit(beeld: VerstrekkingBeeld) -> VerstrekkingUit:
    return VerstrekkingUit(
        id=beeld.id,
        voor=beeld.aan_id,
        wat=beeld.wat,
        versie=beeld.versie,
        op=beeld.op,
        hoe=beeld.hoe,
        vorm=beeld.vorm,
        taal=beeld.taal,
        gevraagd_door=beeld.gevraagd_door,
        groot=beeld.opmaak.groot,
        met_nederlands=beeld.opmaak.met_nederlands,
        kring=beeld.opmaak.kring,
        variant=beeld.opmaak.variant.value if beeld.opmaak.variant else None,
    )


def _regel(beeld: VerstrekkingBeeld) -> str:
    asked = f", gevraagd door {beeld.gevraagd_door}" if beeld.gevraagd_door else ""
    return (
        f"{dag_lang(beeld.op)}: {beeld.wat} versie {beeld.versie} aan {beeld.aan}, {beeld.hoe.label} "
        f"({', '.join((beeld.vorm, beeld.taal, *_opmaak(beeld.opmaak)))}){asked}. Id: {beeld.id}"
    )


def _opmaak(opmaak: Opmaak) -> tuple[str, ...]:
    """As the options of `samenvatting` call it."""
    kinds = ((opmaak.met_nederlands, "met-nederlands"), (opmaak.groot, "groot"), (opmaak.kring, "kring"))
    variant = () if opmaak.variant is None else (f"variant {opmaak.variant.label}",)
    return (*variant, *(naam for on, naam in kinds if on))
