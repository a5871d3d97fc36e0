"""The command `kernteam casus`: everything of one case that another command may need."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from typing import Literal

from kernteam_tui.cli.kluis import open_kluis
from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.cli.vandaag import signaal_tekst, signalen_uit
from kernteam_tui.domain.datumtekst import dag_lang, dag_van, moment_kort
from kernteam_tui.domain.wachttijd import Wachttijd
from kernteam_tui.services.casus import open_casus, vind_casus
from kernteam_tui.services.casusbeeld import CasusBeeld, PersoonBeeld
from kernteam_tui.services.formaten import (
    CasusUit,
    GesprekRegelUit,
    KernpartnerUit,
    NotitieRegelUit,
    PersoonUit,
    PlanUit,
    WachtUit,
)


def voer_uit(keuzes: Namespace) -> Antwoord:
    """`casus/1`. Raises NietGevonden."""
    with open_kluis(keuzes) as sessie:
        beeld = open_casus(sessie, vind_casus(sessie, keuzes.casus))
    return Antwoord(casus_uit(beeld).gegevens(), casus_tekst(beeld))


def casus_uit(beeld: CasusBeeld) -> CasusUit:
    """The casus as a format."""
    return CasusUit(
        casus=beeld.nummer,
        id=beeld.id,
        fase=beeld.fase,
        aangemeld=beeld.aangemeld,
        startgesprek_uiterlijk=beeld.termijnen.startgesprek_uiterlijk,
        kennismaking_uiterlijk=beeld.termijnen.kennismaking_uiterlijk,
        kennismaking_aangeboden_op=beeld.kennismaking_aangeboden_op,
        kennismaking_op=beeld.kennismaking_op,
        wacht=_wacht_uit(beeld.wacht),
        gewacht=beeld.gewacht,
        laatste_contact=beeld.laatste_contact,
        school=beeld.school.naam,
        klas=beeld.klas,
        mentor=beeld.mentor,
        jongeren=tuple(sorted(beeld.jongeren)),
        personen=tuple(PersoonUit(id=p.id, rol=p.rol, naam=p.naam, gezag=p.gezag) for p in beeld.personen),
        kernteam=tuple(
            KernpartnerUit(id=p.id, rol=p.rol, naam=p.naam, ik=p.ik) for p in beeld.school.kernteam
        ),
        gesprekken=tuple(
            GesprekRegelUit(
                id=g.id, soort=g.soort, staat=g.staat, start=g.start, minuten=g.minuten, plek=g.plek
            )
            for g in beeld.gesprekken
        ),
        notities=tuple(
            NotitieRegelUit(id=n.id, soort=n.soort, datum=dag_van(n.moment), staat=n.staat)
            for n in beeld.notities
        ),
        gezinsplan=PlanUit(
            versie=beeld.plan_versie, staat=_plan_staat(beeld), gewijzigd=beeld.plan_gewijzigd
        ),
        signalen=signalen_uit(beeld.signalen),
    )


def _wacht_uit(wacht: Wachttijd | None) -> WachtUit | None:
    return WachtUit(vanaf=wacht.vanaf, dagen=wacht.dagen, band=wacht.band) if wacht is not None else None


def _wacht_tekst(beeld: CasusBeeld) -> Iterator[str]:
    if beeld.wacht is not None:
        wacht = beeld.wacht
        dagen = "1 dag" if wacht.dagen == 1 else f"{wacht.dagen} dagen"
        yield f"Wacht op de start: {dagen}, sinds {dag_lang(wacht.vanaf)} ({wacht.band.label})"


def casus_tekst(beeld: CasusBeeld) -> tuple[str, ...]:
    """The casus for a reader, one fact a line."""
    return (
        f"Casus {beeld.nummer}: {beeld.naam}",
        f"Fase: {beeld.fase.label}",
        f"School: {beeld.school.naam}",
        *([f"Klas: {beeld.klas}"] if beeld.klas else []),
        *([f"Mentor: {beeld.mentor}"] if beeld.mentor else []),
        f"Aangemeld: {dag_lang(beeld.aangemeld)}",
        f"Startgesprek uiterlijk: {dag_lang(beeld.termijnen.startgesprek_uiterlijk)}",
        f"Kennismaking aanbieden uiterlijk: {dag_lang(beeld.termijnen.kennismaking_uiterlijk)}",
        *_wacht_tekst(beeld),
        f"Redenen: {', '.join(reden.label for reden in beeld.redenen)}",
        f"Gezinsplan: {_plan_tekst(beeld)}",
        *(regel for signaal in beeld.signalen for regel in signaal_tekst(signaal, met_casus=False)),
        *(_persoon_tekst(persoon) for persoon in beeld.personen),
        *(f"Kernteam: {p.naam}, {p.rol.label}, id {p.id}" for p in beeld.school.kernteam),
        *(
            f"Gesprek: {g.soort.label} {moment_kort(g.start)}, {g.staat.label}, id {g.id}"
            for g in beeld.gesprekken
        ),
        *(
            f"Notitie: {n.soort.label} {dag_lang(dag_van(n.moment))}, {n.staat.label}, id {n.id}"
            for n in beeld.notities
        ),
    )


def _persoon_tekst(persoon: PersoonBeeld) -> str:
    gezag = f", gezag: {persoon.gezag.label}" if persoon.gezag is not None else ""
    return f"{persoon.rol.label.capitalize()}: {persoon.naam}{gezag}, id {persoon.id}"


def _plan_staat(beeld: CasusBeeld) -> Literal["vastgesteld", "in_bewerking"] | None:
    if beeld.plan_versie:
        return "vastgesteld"
    return "in_bewerking" if beeld.plan_begonnen else None


def _plan_tekst(beeld: CasusBeeld) -> str:
    if not beeld.plan_versie:
        return "in bewerking, nog niet vastgesteld" if beeld.plan_begonnen else "nog niet begonnen"
    changed = ", daarna gewijzigd" if beeld.plan_gewijzigd else ""
    return f"versie {beeld.plan_versie} vastgesteld{changed}"
