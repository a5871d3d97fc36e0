"""From one version and what passed the deel-poort to the value that is printed."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from datetime import date

from kernteam_tui.domain.afschrift.stukken import Aanspreekvorm
from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.deelcodes import LezerSoort
from kernteam_tui.domain.delen.codes import Leeftijdsband
from kernteam_tui.domain.delen.deelvraag import Lezer
from kernteam_tui.domain.delen.leeftijd import band_van
from kernteam_tui.domain.gezinscodes import OuderSoort
from kernteam_tui.domain.gezinsplancodes import Familieplan, Oppstand
from kernteam_tui.domain.leeftijden.ouders import VOLWASSEN
from kernteam_tui.domain.planakkoord import Akkoord
from kernteam_tui.domain.planformaat import Invul, VastOnderdeel, Veld, Veldsoort, naam_van
from kernteam_tui.domain.planpapier import (
    Papieractie,
    Papierakkoord,
    Papierdoel,
    Papieronderdeel,
    Papierregel,
    Papierwoorden,
    Planpapier,
    Tekenaar,
)
from kernteam_tui.exchange.formaten.planversie import DoelInhoud, MetingInhoud, OnderdeelInhoud
from kernteam_tui.services.deelpoort import Poort
from kernteam_tui.services.planpapierdelen import (
    UITKOMST,
    Versie,
    actie_id,
    akkoord_id,
    doel_id,
    meting_id,
    toelichtingsregels,
    veld_id,
    woorden_id,
)

JIJ = "de gezinswerker, voor eigen werk"
_GEEN = OnderdeelInhoud()


def maak_papier(
    poort: Poort,
    lezer: Lezer,
    versie: Versie,
    ids: Collection[str],
    *,
    niet_alles: bool,
    later: Collection[str],
) -> Planpapier:
    """The value to print; `ids` are the parts that passed, `later` the akkoorden of which it is told that the
    text changed after them (`services/laterveranderd`)."""
    eigen = lezer.soort is LezerSoort.GEZINSWERKER
    return Planpapier(
        voor=JIJ if eigen else poort.gezin.persoon(lezer.id).naam,
        datum=poort.vandaag,
        formaat=versie.formaat.naam,
        versie=versie.nummer,
        vastgesteld_op=versie.vastgesteld_op,
        rond_het_plan=tuple(_rond_het_plan(versie)),
        onderdelen=tuple(_onderdelen(versie, ids)),
        doelen=tuple(_doel(n, doel, ids) for n, doel in enumerate(versie.inhoud.doelen) if doel_id(n) in ids),
        acties=tuple(
            Papieractie(actie.wat, actie.wie, actie.wanneer, actie.klaar)
            for n, actie in enumerate(versie.inhoud.acties)
            if actie_id(n) in ids
        ),
        evaluatie_op=versie.inhoud.evaluatie_op if "evaluatie" in ids else None,
        akkoorden=tuple(
            _akkoord(akkoord, veranderd=akkoord.id in later)
            for n, akkoord in enumerate(versie.akkoorden)
            if akkoord_id(n) in ids
        ),
        tekenaars=() if eigen else tuple(_tekenaars(poort, lezer)),
        eigen_werk=eigen,
        niet_alles=niet_alles,
        aanspreekvorm=_aanspreekvorm(poort, lezer),
        variant=versie.inhoud.variant,
    )


def _akkoord(akkoord: Akkoord, *, veranderd: bool) -> Papierakkoord:
    return Papierakkoord(
        akkoord.naam,
        akkoord.standpunt.label,
        akkoord.op,
        akkoord.omdat,
        akkoord.verklaring,
        akkoord.getekend_op,
        later_veranderd=veranderd,
        getekend_eerder=akkoord.eerder_getekend,
    )


def _aanspreekvorm(poort: Poort, lezer: Lezer) -> Aanspreekvorm:
    if lezer.soort is LezerSoort.GEZINSWERKER:
        return Aanspreekvorm.U
    age = poort.gezin.persoon(lezer.id).leeftijd(poort.vandaag)
    young = lezer.soort is LezerSoort.JONGERE or (age is not None and age < VOLWASSEN)
    return Aanspreekvorm.JE if young else Aanspreekvorm.U


# --- sections -------------------------------------------------------------------------------------


def _onderdelen(versie: Versie, ids: Collection[str]) -> Iterator[Papieronderdeel]:
    """Those of the format, and behind them whatever else the version holds: nothing is lost."""
    fixed = versie.formaat.onderdelen
    for vast in fixed:
        yield _onderdeel(versie, vast, ids)
    nr = max((vast.nr for vast in fixed), default=0)
    for vast in _ook_nog(versie):
        nr += 1
        extra = VastOnderdeel(nr, vast.sleutel, vast.titel, "", vast.invul)
        yield _onderdeel(versie, extra, ids)


def _ook_nog(versie: Versie) -> Iterator[VastOnderdeel]:
    known, inhoud = versie.formaat.sleutels, versie.inhoud
    for sleutel in inhoud.onderdelen:
        if sleutel not in known:
            yield VastOnderdeel(0, sleutel, naam_van(sleutel), "")
    lists = (
        (Invul.DOELEN, "Doelen", bool(inhoud.doelen)),
        (Invul.ACTIES, "Acties", bool(inhoud.acties)),
        (Invul.EVALUATIE, "Evaluatie", bool(inhoud.evaluatie_op or inhoud.evaluatie_uitkomst)),
    )
    for invul, titel, filled in lists:
        if filled and not versie.sleutel_van(invul):
            yield VastOnderdeel(0, "", titel, "", invul)


def _onderdeel(versie: Versie, vast: VastOnderdeel, ids: Collection[str]) -> Papieronderdeel:
    inhoud = versie.inhoud.onderdelen.get(vast.sleutel, _GEEN)
    return Papieronderdeel(
        nr=vast.nr,
        titel=f"{vast.titel} ({vast.herkomst})" if vast.herkomst else vast.titel,
        vraag=vast.vraag,
        invul=vast.invul,
        per_ouder=vast.per_ouder,
        woorden=tuple(
            Papierwoorden(w.van, w.taal, w.tekst)
            for n, w in enumerate(inhoud.woorden)
            if woorden_id(vast.sleutel, n) in ids
        ),
        toelichting="\n".join(
            regel for id_, _, regel in toelichtingsregels(vast.sleutel, inhoud.toelichting) if id_ in ids
        ),
        velden=(*_velden(vast, inhoud, ids), *_uitkomst(versie, vast, ids)),
        sleutel=vast.sleutel,
    )


def _velden(vast: VastOnderdeel, inhoud: OnderdeelInhoud, ids: Collection[str]) -> Iterator[Papierregel]:
    """What was filled in, in the order in which the format asks it; behind that whatever else there is."""
    asked = {veld.sleutel: veld for veld in vast.velden}
    order = [*asked, *(sleutel for sleutel in inhoud.velden if sleutel not in asked)]
    for sleutel in order:
        if veld_id(vast.sleutel, sleutel) in ids and sleutel in inhoud.velden:
            veld = asked.get(sleutel, Veld(sleutel, naam_van(sleutel)))
            yield Papierregel(veld.vraag, _ingevuld(veld, inhoud.velden[sleutel]))


def _ingevuld(veld: Veld, tekst: str) -> str:
    if veld.soort is not Veldsoort.DAG:
        return tekst
    try:
        return dag_met_jaar(date.fromisoformat(tekst.strip()))
    except ValueError:
        return tekst


def _uitkomst(versie: Versie, vast: VastOnderdeel, ids: Collection[str]) -> Iterator[Papierregel]:
    if vast.invul is Invul.EVALUATIE and veld_id(vast.sleutel, UITKOMST) in ids:
        yield Papierregel("Hoe we het samen zagen", versie.inhoud.evaluatie_uitkomst)


# --- goals ----------------------------------------------------------------------------------------


def _doel(n: int, doel: DoelInhoud, ids: Collection[str]) -> Papierdoel:
    return Papierdoel(
        wat=doel.wat,
        van=doel.van,
        nu=doel.nu,
        gewenst=doel.gewenst,
        hoe_zien_we_dat=doel.hoe_zien_we_dat,
        erbij=(*_van_school(doel), *_van_familie(doel), *_metingen(n, doel.metingen, ids)),
    )


def _van_school(doel: DoelInhoud) -> Iterator[Papierregel]:
    if doel.opp_doel.strip():
        day = doel.opp_afgestemd_op
        when = "" if day is None else f" (naast elkaar gelegd op {dag_met_jaar(day)})"
        yield Papierregel("Doel van school", f"{doel.opp_doel.strip()}{when}")


def _van_familie(doel: DoelInhoud) -> Iterator[Papierregel]:
    if doel.familiedoel.strip():
        yield Papierregel("Uit het familiegroepsplan", doel.familiedoel)


def _metingen(n: int, metingen: Iterable[MetingInhoud], ids: Collection[str]) -> Iterator[Papierregel]:
    """The marks in one line, from the second on; a look with words or an outcome has a line of its own."""
    shown = [meting for m, meting in enumerate(metingen) if meting_id(n, m) in ids]
    marks = [f"{een.cijfer} ({dag_met_jaar(een.op)})" for een in shown if een.cijfer is not None]
    if len(marks) > 1:
        yield Papierregel("Cijfers tot nu toe", ", ".join(marks))
    for meting in shown:
        came_to = "" if meting.uitkomst is None else f"{meting.uitkomst.label}."
        said = f"{meting.van}: {meting.tekst}" if meting.van and meting.tekst else meting.tekst
        told = " ".join(part for part in (came_to, said) if part.strip())
        if told:
            yield Papierregel(f"Gekeken op {dag_met_jaar(meting.op)}", told)


# --- around it --------------------------------------------------------------------------------------


def _rond_het_plan(versie: Versie) -> Iterator[Papierregel]:
    inhoud = versie.inhoud
    if inhoud.familieplan is not Familieplan.ONBEKEND:
        when = "" if inhoud.familieplan_op is None else f", {dag_met_jaar(inhoud.familieplan_op)}"
        yield Papierregel("Familieplan", f"{inhoud.familieplan.label}{when}")
    if inhoud.opp is not Oppstand.ONBEKEND:
        yield Papierregel("Plan van school", inhoud.opp.label)


def _tekenaars(poort: Poort, lezer: Lezer) -> Iterator[Tekenaar]:
    """The reader first; for a parent or voogd also who has gezag and lives in one house with the reader, and
    each jongere of twelve and older (Jeugdwet 7.3.4)."""
    gezin = poort.gezin
    if lezer.soort not in (LezerSoort.OUDER, LezerSoort.VOOGD):
        yield Tekenaar(gezin.persoon(lezer.id).naam, lezer.soort.label.rpartition(" ")[2])
        return
    bands = {
        band.ouder_id: band
        for jongere in poort.casus.jongeren
        for band in gezin.ouderschappen_van(jongere.id)
        if band.gezag is JaNeeOnbekend.JA and band.ouder_id in lezer.huisgenoten
    }
    for ouder_id in (lezer.id, *(one for one in bands if one != lezer.id)):
        band = bands.get(ouder_id)
        voogd = band.soort is OuderSoort.VOOGD if band else lezer.soort is LezerSoort.VOOGD
        if not gezin.persoon(ouder_id).overleden:
            yield Tekenaar(gezin.persoon(ouder_id).naam, "voogd" if voogd else "ouder")
    for jongere in poort.casus.jongeren:
        if band_van(jongere, poort.vandaag) is not Leeftijdsband.TOT_12:
            yield Tekenaar(jongere.naam, "jongere")
