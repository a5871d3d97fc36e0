"""The whole plan as ready lines in reading order, the same on paper and as text.

Each part of a section is one function that makes its lines, so that a new part costs a field and a function.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.deelcodes import Uitweg
from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.domain.merken import lees_alinea
from kernteam_tui.domain.planformaat import Invul
from kernteam_tui.domain.planpapier import (
    Papieractie,
    Papierakkoord,
    Papierdoel,
    Papieronderdeel,
    Papierregel,
    Papierwoorden,
    Planpapier,
)
from kernteam_tui.domain.schoontekst import een_regel, zonder_stuurtekens
from kernteam_tui.exchange.planpapier.zinnen import Zinnen, lees_zinnen
from kernteam_tui.exchange.tekstdelen import (
    Actieregel,
    Gezegd,
    Stuk,
    maak_alineas,
    op_schaal,
    schaal_in_woorden,
    taalcode,
)


@dataclass(frozen=True)
class Kolom:
    """Everything that one speaker says in a section; without `van` the words say it themselves."""

    van: str
    gezegd: tuple[Gezegd, ...]


@dataclass(frozen=True)
class Regel:
    """A label with its colon or question mark (may be empty), and a text."""

    label: str
    stuk: Stuk


@dataclass(frozen=True)
class Doelregel:
    """A goal; `schaal` tells the bar in words and is empty where there is no number."""

    wat: Stuk
    van: str
    hoe: Stuk
    nu: int | None
    gewenst: int | None
    schaal: str
    erbij: tuple[Regel, ...]


@dataclass(frozen=True)
class Deel:
    """One section."""

    kop: str
    vraag: str
    kolommen: tuple[Kolom, ...]
    naast_elkaar: bool
    regels: tuple[Regel, ...]
    toelichting: tuple[Regel, ...]
    """Of the worker, paragraph by paragraph; a mark (`Feit`, `Mening van Sara`) is the label."""
    doelen: tuple[Doelregel, ...] = ()
    acties: tuple[Actieregel, ...] = ()
    evaluatie: str = ""
    leeg: str = ""
    """Said where nothing else is."""


@dataclass(frozen=True)
class Akkoordregel:
    """Who said what of this version."""

    wie: str
    wat: str
    omdat: Stuk
    verklaring: Stuk
    getekend: str


@dataclass(frozen=True)
class Opbouw:
    """Everything that is printed, ready. `koppen`, `zinnen` and `schaal` are the fixed words, by key."""

    taal: str
    koppen: dict[str, str]
    zinnen: dict[str, str]
    schaal: dict[str, str]
    kop: tuple[tuple[str, str], ...]
    concept: str
    """Said at the top of a plan in progress; empty of a frozen version."""
    merk: str
    """On every sheet: which version this is, of which day and in which format."""
    voorbehoud: tuple[str, ...]
    """Said under the head: that it is for nobody else, that not everything is on it."""
    delen: tuple[Deel, ...]
    akkoorden: tuple[Akkoordregel, ...]
    tekenaars: tuple[str, ...]
    """Who can sign; nobody: then there is no room for an own statement either."""
    groot: bool = False


def bouw_op(papier: Planpapier, doorlaat: Doorlaat) -> Opbouw:
    """The ready lines. Raises DoorlaatOngeldig where the deel-poort did not give leave for this plan."""
    doorlaat.eis(Uitweg.PLAN)
    woorden = lees_zinnen(papier.aanspreekvorm)
    return Opbouw(
        taal=woorden.taal,
        koppen=woorden.koppen,
        zinnen=woorden.zinnen,
        schaal=woorden.schaal,
        kop=_kop(papier, woorden),
        concept=woorden.zinnen["concept"] if papier.concept else "",
        merk=f"{_versie(papier, woorden)} · {een_regel(papier.formaat)}",
        voorbehoud=_voorbehoud(papier, woorden),
        delen=tuple(_deel(onderdeel, papier, woorden) for onderdeel in papier.onderdelen),
        akkoorden=tuple(_akkoord(akkoord, woorden) for akkoord in papier.akkoorden),
        tekenaars=tuple(_wie(een.naam, een.als) for een in papier.tekenaars),
        groot=papier.groot,
    )


def _kop(papier: Planpapier, woorden: Zinnen) -> tuple[tuple[str, str], ...]:
    koppen = woorden.koppen
    fixed = papier.vastgesteld_op
    nummer = str(papier.versie)
    if fixed is None:
        nummer = woorden.zinnen["concept_versie"].format(nummer=nummer)
    return (
        (koppen["voor"], een_regel(papier.voor)),
        (koppen["versie"], nummer),
        *(((koppen["vastgesteld"], dag_met_jaar(fixed)),) if fixed is not None else ()),
        *((een_regel(regel.label), een_regel(regel.tekst)) for regel in papier.rond_het_plan),
        (koppen["gemaakt"], dag_met_jaar(papier.datum)),
    )


def _voorbehoud(papier: Planpapier, woorden: Zinnen) -> tuple[str, ...]:
    zinnen = ((papier.eigen_werk, "eigen_werk"), (papier.niet_alles and not papier.eigen_werk, "niet_alles"))
    return tuple(woorden.zinnen[key] for geldt, key in zinnen if geldt)


def _versie(papier: Planpapier, woorden: Zinnen) -> str:
    if papier.vastgesteld_op is None:
        return f"{woorden.zinnen['concept_kort']}, {dag_met_jaar(papier.datum)}"
    dag = dag_met_jaar(papier.vastgesteld_op)
    return woorden.zinnen["voet_versie"].format(nummer=papier.versie, dag=dag)


# --- a section, part by part --------------------------------------------------------------------


def _deel(onderdeel: Papieronderdeel, papier: Planpapier, woorden: Zinnen) -> Deel:
    kolommen = _kolommen(onderdeel, woorden)
    regels = tuple(_labelregel(veld, woorden) for veld in onderdeel.velden if veld.tekst.strip())
    toelichting = tuple(_toelichting(onderdeel.toelichting, woorden))
    doelen = _doelen(papier.doelen, woorden) if onderdeel.invul is Invul.DOELEN else ()
    acties = _acties(papier.acties, woorden) if onderdeel.invul is Invul.ACTIES else ()
    evaluatie = _evaluatie(papier, woorden) if onderdeel.invul is Invul.EVALUATIE else ""
    filled = kolommen or regels or toelichting or doelen or acties or evaluatie
    return Deel(
        kop=f"{onderdeel.nr}. {een_regel(onderdeel.titel)}",
        vraag=een_regel(onderdeel.vraag),
        kolommen=kolommen,
        naast_elkaar=onderdeel.per_ouder and len(kolommen) > 1,
        regels=regels,
        toelichting=toelichting,
        doelen=doelen,
        acties=acties,
        evaluatie=evaluatie,
        leeg="" if filled else woorden.zinnen["leeg"],
    )


def _kolommen(onderdeel: Papieronderdeel, woorden: Zinnen) -> tuple[Kolom, ...]:
    said = tuple(_gezegd(citaat, woorden) for citaat in onderdeel.woorden)
    said = tuple(gezegd for gezegd in said if gezegd.stuk.alineas)
    if not onderdeel.per_ouder:
        return (Kolom("", said),) if said else ()
    sprekers: dict[str, list[Gezegd]] = {}
    for gezegd in said:
        sprekers.setdefault(gezegd.van, []).append(Gezegd("", gezegd.stuk, gezegd.merk))
    return tuple(Kolom(van, tuple(alles)) for van, alles in sprekers.items())


def _toelichting(tekst: str, woorden: Zinnen) -> Iterator[Regel]:
    for line in zonder_stuurtekens(tekst).split("\n"):
        alinea = lees_alinea(line)
        label = alinea.met_merk[: -len(alinea.tekst)].rstrip(" :") if alinea.tekst else ""
        stuk = _stuk(alinea.tekst or line, woorden.taal, woorden)
        if stuk.alineas:
            yield Regel(_label(label), stuk)


def _gezegd(citaat: Papierwoorden, woorden: Zinnen) -> Gezegd:
    merk = f"({een_regel(citaat.merk)})" if citaat.merk.strip() else ""
    return Gezegd(een_regel(citaat.van), _stuk(citaat.tekst, citaat.taal, woorden), merk)


def _doelen(doelen: Iterable[Papierdoel], woorden: Zinnen) -> tuple[Doelregel, ...]:
    return tuple(
        Doelregel(
            wat=_stuk(doel.wat, woorden.taal, woorden),
            van=woorden.zinnen["van"].replace("{van}", een_regel(doel.van)) if doel.van.strip() else "",
            hoe=_stuk(doel.hoe_zien_we_dat, woorden.taal, woorden),
            nu=op_schaal(doel.nu),
            gewenst=op_schaal(doel.gewenst),
            schaal=schaal_in_woorden(op_schaal(doel.nu), op_schaal(doel.gewenst), woorden.schaal),
            erbij=tuple(_labelregel(regel, woorden) for regel in doel.erbij if regel.tekst.strip()),
        )
        for doel in doelen
    )


def _acties(acties: Iterable[Papieractie], woorden: Zinnen) -> tuple[Actieregel, ...]:
    zinnen = woorden.zinnen
    return tuple(
        Actieregel(
            wie=een_regel(actie.wie),
            wat=_stuk(actie.wat, woorden.taal, woorden),
            wanneer=_wanneer(actie, zinnen),
            klaar=actie.klaar,
            staat=zinnen["klaar" if actie.klaar else "open"],
        )
        for actie in acties
    )


def _wanneer(actie: Papieractie, zinnen: dict[str, str]) -> str:
    if actie.wanneer is not None:
        return dag_met_jaar(actie.wanneer)
    return zinnen["klaar" if actie.klaar else "dag_volgt"]


def _evaluatie(papier: Planpapier, woorden: Zinnen) -> str:
    if papier.evaluatie_op is None:
        return woorden.zinnen["evaluatie_leeg"]
    return woorden.zinnen["evaluatie_op"].format(dag=dag_met_jaar(papier.evaluatie_op))


def _akkoord(akkoord: Papierakkoord, woorden: Zinnen) -> Akkoordregel:
    zinnen = woorden.zinnen
    signed = akkoord.getekend_op
    under = "getekend_eerder" if akkoord.getekend_eerder else "getekend"
    return Akkoordregel(
        wie=een_regel(akkoord.naam),
        wat=_wat_gezegd(akkoord, zinnen),
        omdat=_stuk(akkoord.omdat, woorden.taal, woorden),
        verklaring=_stuk(akkoord.verklaring, woorden.taal, woorden),
        getekend="" if signed is None else zinnen[under].format(dag=dag_met_jaar(signed)),
    )


def _wat_gezegd(akkoord: Papierakkoord, zinnen: Mapping[str, str]) -> str:
    said = zinnen["akkoord_op"].format(standpunt=akkoord.standpunt, dag=dag_met_jaar(akkoord.op))
    return f"{said}. {zinnen['akkoord_later']}" if akkoord.later_veranderd else said


def _wie(naam: str, als: str) -> str:
    return f"{een_regel(naam)} ({een_regel(als)})" if als else een_regel(naam)


# --- words ----------------------------------------------------------------------------------------


def _labelregel(regel: Papierregel, woorden: Zinnen) -> Regel:
    return Regel(_label(regel.label), _stuk(regel.tekst, woorden.taal, woorden))


def _stuk(tekst: str, taal: str, woorden: Zinnen) -> Stuk:
    """Cleaned paragraphs; an unknown kind of language code becomes that of the paper."""
    return Stuk(taalcode(taal, woorden.taal), maak_alineas(tekst))


def _label(tekst: str) -> str:
    label = een_regel(tekst)
    return label if not label or label[-1] in "?!:." else f"{label}:"
