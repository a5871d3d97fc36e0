"""From the content of a page to its ready lines: dates written out, gaps filled in, signs cleaned.

Paper and plain text are both made from this one value, so that they say the same in the same order.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.bladzijde import Bladzijde, BladzijdeActie, BladzijdeDoel
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.schoontekst import isoleer, richting, zonder_stuurtekens
from kernteam_tui.exchange.bladzijde.zinnen import Zinnen, lees_zinnen

_TAALCODE = re.compile(r"[a-z]{2,3}")


@dataclass(frozen=True)
class Stuk:
    """Words in one language and direction; one string per paragraph."""

    taal: str
    richting: str
    alineas: tuple[str, ...]


@dataclass(frozen=True)
class Gezegd:
    """Words and who said them; `van` may be empty."""

    van: str
    stuk: Stuk


@dataclass(frozen=True)
class Doelregel:
    """A goal; `schaal` tells the bar in words and is empty when there is no number at all."""

    wat: Stuk
    van: str
    hoe: Stuk | None
    nu: int | None
    gewenst: int | None
    schaal: str


@dataclass(frozen=True)
class Actieregel:
    """An action; `staat` is the box in words."""

    wie: str
    wat: Stuk
    wanneer: str
    klaar: bool
    staat: str


@dataclass(frozen=True)
class Belregel:
    """Whom to call about what; `regels` are numbers and addresses."""

    wat: str
    regels: tuple[str, ...]


@dataclass(frozen=True)
class Opbouw:
    """The whole page in reading order. `koppen` and `zinnen` are the fixed words, by key."""

    taal: str
    richting: str
    koppen: dict[str, str]
    zinnen: dict[str, str]
    schaal: dict[str, str]
    voor: str
    datum: str
    versie: str
    waarom: tuple[Gezegd, ...]
    goed: tuple[Gezegd, ...]
    doelen: tuple[Doelregel, ...]
    acties: tuple[Actieregel, ...]
    evaluatie: str
    evaluatie_bekend: bool
    school_weet: tuple[str, ...]
    school_weet_niet: tuple[str, ...]
    bellen: tuple[Belregel, ...]
    oneens: tuple[str, ...]


def bouw_op(bladzijde: Bladzijde) -> Opbouw:
    """Make every line of the page. Raises TaalOnbekend."""
    zinnen = lees_zinnen(bladzijde.taal)
    evaluatie = zinnen.zinnen["evaluatie_leeg"]
    if bladzijde.evaluatie_op is not None:
        dag = zinnen.dag(bladzijde.evaluatie_op, bladzijde.datum)
        evaluatie = zinnen.zinnen["evaluatie_op"].format(dag=dag)
    return Opbouw(
        taal=zinnen.taal,
        richting=zinnen.richting,
        koppen=zinnen.koppen,
        zinnen=zinnen.zinnen,
        schaal=zinnen.schaal,
        voor=_regel(bladzijde.voor),
        datum=zinnen.volle_datum(bladzijde.datum),
        versie=zinnen.koppen["versie"].format(nummer=bladzijde.plan_versie),
        waarom=_gezegd(bladzijde.waarom, zinnen.taal),
        goed=_gezegd(bladzijde.goed, zinnen.taal),
        doelen=tuple(_doel(doel, zinnen) for doel in bladzijde.getoonde_doelen),
        acties=tuple(_actie(actie, zinnen, bladzijde.datum) for actie in bladzijde.acties),
        evaluatie=evaluatie,
        evaluatie_bekend=bladzijde.evaluatie_op is not None,
        school_weet=_regels(bladzijde.school_weet),
        school_weet_niet=_regels(bladzijde.school_weet_niet),
        bellen=_bellen(bladzijde, zinnen),
        oneens=zinnen.oneens,
    )


def _gezegd(citaten: tuple[Citaat, ...], taal: str) -> tuple[Gezegd, ...]:
    stukken = ((citaat.van, _stuk(citaat.tekst, citaat.taal, taal)) for citaat in citaten)
    return tuple(Gezegd(_regel(van), stuk) for van, stuk in stukken if stuk.alineas)


def _doel(doel: BladzijdeDoel, zinnen: Zinnen) -> Doelregel:
    hoe = _stuk(doel.hoe_zien_we_dat, doel.taal, zinnen.taal)
    return Doelregel(
        wat=_stuk(doel.wat, doel.taal, zinnen.taal),
        van=_regel(doel.van),
        hoe=hoe if hoe.alineas else None,
        nu=_op_schaal(doel.nu),
        gewenst=_op_schaal(doel.gewenst),
        schaal=_schaal_in_woorden(_op_schaal(doel.nu), _op_schaal(doel.gewenst), zinnen),
    )


def _actie(actie: BladzijdeActie, zinnen: Zinnen, gelezen_op: date) -> Actieregel:
    wanneer = zinnen.zinnen["nog_afspreken"]
    if actie.wanneer is not None:
        wanneer = zinnen.dag(actie.wanneer, gelezen_op)
    return Actieregel(
        wie=_regel(actie.wie),
        wat=_stuk(actie.wat, actie.taal, zinnen.taal),
        wanneer=wanneer,
        klaar=actie.klaar,
        staat=zinnen.zinnen["klaar" if actie.klaar else "nog_te_doen"],
    )


def _bellen(bladzijde: Bladzijde, zinnen: Zinnen) -> tuple[Belregel, ...]:
    eigen = bladzijde.bellen
    wegen = _regels((eigen.naam, eigen.telefoon or zinnen.zinnen["geen_nummer"], eigen.email or ""))
    vast = tuple(Belregel(wat, (wie,)) for wat, wie in zinnen.bellen)
    return (Belregel(zinnen.zinnen["gezinswerker"], wegen), *vast)


def _schaal_in_woorden(nu: int | None, gewenst: int | None, zinnen: Zinnen) -> str:
    if nu is None and gewenst is None:
        return ""
    sleutel = "uitleg"
    if gewenst is None:
        sleutel = "uitleg_nu"
    if nu is None:
        sleutel = "uitleg_gewenst"
    return zinnen.schaal[sleutel].format(nu=nu, gewenst=gewenst)


def _op_schaal(cijfer: int | None) -> int | None:
    return cijfer if cijfer is not None and 0 <= cijfer <= 10 else None


def _stuk(tekst: str, taal: str, taal_bladzijde: str) -> Stuk:
    """Cleaned paragraphs; an unknown kind of language code becomes that of the page."""
    schoon = zonder_stuurtekens(tekst)
    kant = richting(schoon)
    if kant == "rtl":
        schoon = isoleer(schoon)
    return Stuk(
        taal=taal if _TAALCODE.fullmatch(taal) else taal_bladzijde,
        richting=kant,
        alineas=tuple(alinea.strip() for alinea in schoon.split("\n") if alinea.strip()),
    )


def _regel(tekst: str) -> str:
    """One line: names and short phrases."""
    return " ".join(zonder_stuurtekens(tekst).split())


def _regels(teksten: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(regel for regel in map(_regel, teksten) if regel)
