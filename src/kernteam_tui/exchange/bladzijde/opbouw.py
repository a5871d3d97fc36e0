"""From the content of a page to its ready lines: dates written out, gaps filled in, signs cleaned.

Paper and plain text are both made from this one value, so that they say the same in the same order.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kernteam_tui.domain.bladzijde import Bladzijde, BladzijdeActie, BladzijdeDoel, Kringlid
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.schoontekst import (
    een_regel,
    houd_nummers_heel,
    isoleer,
    richting,
    voeg_in,
    zonder_stuurtekens,
)
from kernteam_tui.exchange.bladzijde.zinnen import Zinnen, lees_zinnen
from kernteam_tui.exchange.tekstdelen import (
    Actieregel,
    Alinea,
    Gezegd,
    Stuk,
    op_schaal,
    schaal_in_woorden,
    taalcode,
)

_NEDERLANDS = "nl"
_BINNENSTE, _BUITENSTE = 1, 3
"""Rings of the picture of who stands around the family."""


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
class Belregel:
    """Whom to call about what; `regels` are numbers and addresses."""

    wat: str
    regels: tuple[str, ...]


@dataclass(frozen=True)
class Kringregel:
    """Somebody around the family, as in the picture; `dichtbij` 1 is nearest, 3 farthest."""

    naam: str
    wie: str
    dichtbij: int


@dataclass(frozen=True)
class Opbouw:
    """The whole page in reading order. `koppen` and `zinnen` are the fixed words, by key.

    Names, numbers and days that run the other way than the page stand apart in it (U+2068, U+2069): every
    string is ready to be put in a line of the page.
    """

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
    koppen_nl: dict[str, str] = field(default_factory=dict)
    """The Dutch headings by the same keys, to stand beside the others; empty on a page in one language."""
    concept: tuple[Stuk, ...] = ()
    """Said at the top where nobody checked the words of this language yet: `concept-vertaling`, in that
    language and then in Dutch, so that who gives the page knows it too."""
    apart: str = ""
    """Said at the top of the page of a parent who lives apart: the other parent has a page of their own."""
    kring: tuple[Kringregel, ...] = ()
    """Who stands around the family, nearest first."""
    kring_uitleg: str = ""
    """The picture of `kring` in words."""
    groot: bool = False


def bouw_op(bladzijde: Bladzijde) -> Opbouw:
    """Make every line of the page. Raises TaalOnbekend."""
    zinnen = lees_zinnen(bladzijde.taal, bladzijde.soort)
    kant = zinnen.richting
    kring = _kring(bladzijde.kring, kant)
    return Opbouw(
        taal=zinnen.taal,
        richting=kant,
        koppen=zinnen.koppen,
        zinnen=zinnen.zinnen,
        schaal=zinnen.schaal,
        voor=_regel(bladzijde.voor, kant),
        datum=voeg_in(zinnen.volle_datum(bladzijde.datum), kant),
        versie=zinnen.koppen["versie"].format(nummer=bladzijde.plan_versie),
        waarom=_gezegd(bladzijde.waarom, zinnen),
        goed=_gezegd(bladzijde.goed, zinnen),
        doelen=tuple(_doel(doel, zinnen) for doel in bladzijde.getoonde_doelen),
        acties=tuple(_actie(actie, zinnen, bladzijde.datum) for actie in bladzijde.acties),
        evaluatie=_evaluatie(bladzijde, zinnen),
        evaluatie_bekend=bladzijde.evaluatie_op is not None,
        school_weet=_regels(bladzijde.school_weet, kant),
        school_weet_niet=_regels(bladzijde.school_weet_niet, kant),
        bellen=_bellen(bladzijde, zinnen),
        oneens=zinnen.oneens,
        koppen_nl=_koppen_nl(bladzijde),
        concept=_concept(zinnen),
        apart=zinnen.zinnen.get("apart", ""),
        kring=kring,
        kring_uitleg=_kring_in_woorden(kring, zinnen),
        groot=bladzijde.groot,
    )


def _koppen_nl(bladzijde: Bladzijde) -> dict[str, str]:
    if not bladzijde.met_nederlands or bladzijde.taal == _NEDERLANDS:
        return {}
    return lees_zinnen(_NEDERLANDS, bladzijde.soort).koppen


def _concept(zinnen: Zinnen) -> tuple[Stuk, ...]:
    if not zinnen.is_concept:
        return ()
    talen = (zinnen, lees_zinnen(_NEDERLANDS))
    return tuple(Stuk(taal.taal, (Alinea(taal.zinnen["concept"], taal.richting),)) for taal in talen)


def _kring(leden: tuple[Kringlid, ...], kant: str) -> tuple[Kringregel, ...]:
    """Nearest first; who has no name stands there as what he is, and who is nothing at all does not."""
    regels = []
    for lid in sorted(leden, key=lambda lid: lid.dichtbij):
        naam, wie = _regel(lid.naam, kant), _regel(lid.wie, kant)
        if naam or wie:
            ring = min(max(lid.dichtbij, _BINNENSTE), _BUITENSTE)
            regels.append(Kringregel(naam or wie, wie if naam else "", ring))
    return tuple(regels)


def _kring_in_woorden(kring: tuple[Kringregel, ...], zinnen: Zinnen) -> str:
    if not kring:
        return ""
    leden = (f"{lid.naam} ({lid.wie})" if lid.wie else lid.naam for lid in kring)
    namen = zinnen.zinnen["komma"].join(voeg_in(lid, zinnen.richting) for lid in leden)
    return zinnen.zinnen["kring_uitleg"].format(namen=namen)


def _evaluatie(bladzijde: Bladzijde, zinnen: Zinnen) -> str:
    if bladzijde.evaluatie_op is None:
        return zinnen.zinnen["evaluatie_leeg"]
    dag = zinnen.dag(bladzijde.evaluatie_op, bladzijde.datum)
    return zinnen.zinnen["evaluatie_op"].format(dag=voeg_in(dag, zinnen.richting))


def _gezegd(citaten: tuple[Citaat, ...], zinnen: Zinnen) -> tuple[Gezegd, ...]:
    stukken = ((citaat.van, _stuk(citaat.tekst, citaat.taal, zinnen.taal)) for citaat in citaten)
    return tuple(Gezegd(_regel(van, zinnen.richting), stuk) for van, stuk in stukken if stuk.alineas)


def _doel(doel: BladzijdeDoel, zinnen: Zinnen) -> Doelregel:
    hoe = _stuk(doel.hoe_zien_we_dat, doel.taal, zinnen.taal)
    return Doelregel(
        wat=_stuk(doel.wat, doel.taal, zinnen.taal),
        van=_regel(doel.van, zinnen.richting),
        hoe=hoe if hoe.alineas else None,
        nu=op_schaal(doel.nu),
        gewenst=op_schaal(doel.gewenst),
        schaal=schaal_in_woorden(op_schaal(doel.nu), op_schaal(doel.gewenst), zinnen.schaal),
    )


def _actie(actie: BladzijdeActie, zinnen: Zinnen, gelezen_op: date) -> Actieregel:
    wanneer = zinnen.zinnen["nog_afspreken"]
    if actie.wanneer is not None:
        wanneer = voeg_in(zinnen.dag(actie.wanneer, gelezen_op), zinnen.richting)
    return Actieregel(
        wie=_regel(actie.wie, zinnen.richting),
        wat=_stuk(actie.wat, actie.taal, zinnen.taal),
        wanneer=wanneer,
        klaar=actie.klaar,
        staat=zinnen.zinnen["klaar" if actie.klaar else "nog_te_doen"],
    )


def _bellen(bladzijde: Bladzijde, zinnen: Zinnen) -> tuple[Belregel, ...]:
    eigen = bladzijde.bellen
    nummer = eigen.telefoon or zinnen.zinnen["geen_nummer"]
    wegen = _regels((eigen.naam, nummer, eigen.email or ""), zinnen.richting)
    vast = tuple(Belregel(wat, (wie,)) for wat, wie in zinnen.bellen)
    return (Belregel(zinnen.zinnen["gezinswerker"], wegen), *vast)


def _stuk(tekst: str, taal: str, taal_bladzijde: str) -> Stuk:
    """Cleaned paragraphs that all run as the first letter of the text does."""
    schoon = zonder_stuurtekens(tekst)
    kant = richting(schoon)
    schoon = isoleer(schoon) if kant == "rtl" else houd_nummers_heel(schoon)
    regels = (regel.strip() for regel in schoon.split("\n"))
    return Stuk(taalcode(taal, taal_bladzijde), tuple(Alinea(regel, kant) for regel in regels if regel))


def _regel(tekst: str, kant: str) -> str:
    """One line, to stand in a page that runs `kant`: names and short phrases."""
    return voeg_in(een_regel(tekst), kant)


def _regels(teksten: tuple[str, ...], kant: str) -> tuple[str, ...]:
    return tuple(regel for regel in (_regel(tekst, kant) for tekst in teksten) if regel)
