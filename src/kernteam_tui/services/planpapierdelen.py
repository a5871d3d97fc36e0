"""The parts of one version of a gezinsplan for its paper, each with what it is to one reader.

Words, goals and actions are to the reader of the paper what they are to the reader of a copy of the file
(`afschriftstukken.bron_van`): one rule for both. The text of the worker is looked at as strictly wherever
parents live apart; where nobody is apart it is the family's own plan.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.afschrift.stukken import Stuk
from kernteam_tui.domain.datumtekst import dag_met_jaar
from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort
from kernteam_tui.domain.delen.deelvraag import Feit, Geval
from kernteam_tui.domain.delen.melding import noemt_meldcode, noemt_melding
from kernteam_tui.domain.gezinsplan import Gezinsplan, PlanVersie
from kernteam_tui.domain.merken import lees_alinea
from kernteam_tui.domain.ouderszien import wie_sluit
from kernteam_tui.domain.planakkoord import Akkoord
from kernteam_tui.domain.planformaat import AKKOORD, Invul, PlanFormaat
from kernteam_tui.exchange.formaten.planversie import DoelInhoud, MetingInhoud, PlanInhoud
from kernteam_tui.services.afschriftdossier import Bron, Dossier, EerstLezen
from kernteam_tui.services.afschriftplan import NIEMAND, Plandeel
from kernteam_tui.services.afschriftstukken import bron_van, stuk_van
from kernteam_tui.services.akkoordtekst import Veranderd, veranderd_na_akkoord
from kernteam_tui.services.deelpoort import Poort
from kernteam_tui.services.gesloten import houdt_achter, houdt_akkoord_achter
from kernteam_tui.services.planinhoud import inhoud_van, inhoud_van_versie
from kernteam_tui.services.planvorm import formaat_van_versie

UITKOMST = "evaluatie.uitkomst"
"""In the section of the evaluation: what the last look came to. No key of a field has a dot."""


@dataclass(frozen=True)
class Papierdeel:
    """One part, the section that it stands in, and for an akkoord the id of who gave it."""

    deel: Plandeel
    sleutel: str
    over_id: str = ""


@dataclass(frozen=True)
class Versie:
    """One version as it is to be printed."""

    nummer: int
    vastgesteld_op: date | None
    formaat: PlanFormaat
    """In the variant of the version."""
    inhoud: PlanInhoud
    akkoorden: tuple[Akkoord, ...]
    sluiters: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Key of a section -> ids of the jongeren who keep it closed (`domain/ouderszien`)."""
    veranderd: Veranderd = field(default_factory=dict)
    """Of who said something of it before its text was changed: what was."""

    def sleutel_van(self, invul: Invul) -> str:
        """Key of the section that holds this; empty where the format has none."""
        return next((o.sleutel for o in self.formaat.onderdelen if o.invul is invul), "")


def als_versie(uow: UnitOfWork, plan: Gezinsplan, versie: PlanVersie | None) -> Versie:
    """A frozen version with its own format and variant; None: the plan as it is now. An akkoord of it may be
    newer than it is."""
    inhoud = inhoud_van(plan) if versie is None else inhoud_van_versie(versie)
    nummer = plan.versie + 1 if versie is None else versie.nummer
    return Versie(
        nummer=nummer,
        vastgesteld_op=None if versie is None else versie.vastgesteld_op,
        formaat=formaat_van_versie(uow, plan, inhoud),
        inhoud=inhoud,
        akkoorden=tuple(plan.akkoorden_bij(nummer)),
        sluiters=wie_sluit(plan, inhoud.ouders_zien),
        veranderd=veranderd_na_akkoord(plan, nummer),
    )


def bronnen(poort: Poort, gevallen: tuple[Geval, ...], versie: Versie) -> tuple[Bron, ...]:
    """Every part with a text, as it is to this reader."""
    delen = [deel for deel in papierdelen(versie) if stuk_van(deel.deel).regels]
    lezer = gevallen[0].lezer
    if lezer.soort is LezerSoort.GEZINSWERKER:
        return tuple(_eigen(stuk_van(deel.deel)) for deel in delen)
    dossier = Dossier(poort, lezer)
    dossier.leer_namen(naam for een in delen for naam in (een.deel.van or "", een.deel.wie))
    return tuple(_bron(dossier, deel, versie) for deel in delen)


def papierdelen(versie: Versie) -> Iterator[Papierdeel]:
    """Every part of the version, in the order of its content."""
    inhoud, titels = versie.inhoud, versie.formaat.titels
    for sleutel in inhoud.onderdelen:
        vast = versie.formaat.vind(sleutel)
        vragen = vast.veldvragen if vast else {}
        yield from _onderdeel(inhoud, sleutel, titels.get(sleutel, "Onderdeel"), vragen)
    yield from _doelen(versie, titels)
    yield from _acties(versie, titels)
    yield from _evaluatie(versie, titels)
    yield from _akkoorden(versie)


# --- the parts ----------------------------------------------------------------------------------


def _onderdeel(inhoud: PlanInhoud, sleutel: str, kop: str, vragen: Mapping[str, str]) -> Iterator[Papierdeel]:
    onderdeel = inhoud.onderdelen[sleutel]
    for n, woorden in enumerate(onderdeel.woorden):
        said = ((woorden.van, woorden.tekst),)
        yield Papierdeel(Plandeel(woorden_id(sleutel, n), kop, said, van=woorden.van or NIEMAND), sleutel)
    lines = tuple(toelichtingsregels(sleutel, onderdeel.toelichting))
    for id_, van, regel in lines:
        if van:
            yield Papierdeel(Plandeel(id_, kop, (("toelichting", regel),), van=van), sleutel)
    own = (("toelichting", "\n".join(regel for _, van, regel in lines if not van)),)
    yield Papierdeel(Plandeel(toelichting_id(sleutel), kop, own, van=""), sleutel)
    for veld, tekst in onderdeel.velden.items():
        yield Papierdeel(
            Plandeel(veld_id(sleutel, veld), kop, ((vragen.get(veld, veld), tekst),), van=""), sleutel
        )


def _doelen(versie: Versie, titels: Mapping[str, str]) -> Iterator[Papierdeel]:
    sleutel = versie.sleutel_van(Invul.DOELEN)
    kop = titels.get(sleutel, "Doel")
    for n, doel in enumerate(versie.inhoud.doelen):
        goal = Plandeel(doel_id(n), kop, _doelregels(doel), wie=doel.van, is_doel=True)
        yield Papierdeel(goal, sleutel)
        for m, meting in enumerate(doel.metingen):
            yield Papierdeel(_meting(n, m, meting, doel, kop), sleutel)


def _doelregels(doel: DoelInhoud) -> tuple[tuple[str, str], ...]:
    return (
        ("", doel.wat),
        ("zo zien we het", doel.hoe_zien_we_dat),
        ("doel van school", doel.opp_doel),
        ("uit het familiegroepsplan", doel.familiedoel),
    )


def _meting(n: int, m: int, meting: MetingInhoud, doel: DoelInhoud, kop: str) -> Plandeel:
    """Words at a mark are of who said them; a mark alone goes as its goal goes."""
    told = ((meting.van or "gezegd", meting.tekst or dag_met_jaar(meting.op)),)
    if meting.tekst.strip():
        return Plandeel(meting_id(n, m), kop, told, van=meting.van or NIEMAND)
    return Plandeel(meting_id(n, m), kop, told, wie=doel.van, is_doel=True)


def _acties(versie: Versie, titels: Mapping[str, str]) -> Iterator[Papierdeel]:
    sleutel = versie.sleutel_van(Invul.ACTIES)
    for n, actie in enumerate(versie.inhoud.acties):
        told = (("", actie.wat), ("wie", actie.wie))
        kop = titels.get(sleutel, "Actie")
        yield Papierdeel(Plandeel(actie_id(n), kop, told, wie=actie.wie), sleutel)


def _evaluatie(versie: Versie, titels: Mapping[str, str]) -> Iterator[Papierdeel]:
    sleutel = versie.sleutel_van(Invul.EVALUATIE)
    kop = titels.get(sleutel, "Evaluatie")
    inhoud = versie.inhoud
    day = "" if inhoud.evaluatie_op is None else dag_met_jaar(inhoud.evaluatie_op)
    yield Papierdeel(Plandeel("evaluatie", kop, (("", day),)), sleutel)
    seen = (("hoe we het samen zagen", inhoud.evaluatie_uitkomst),)
    yield Papierdeel(Plandeel(veld_id(sleutel, UITKOMST), kop, seen, van=""), sleutel)


def _akkoorden(versie: Versie) -> Iterator[Papierdeel]:
    for n, een in enumerate(versie.akkoorden):
        said = ((een.naam, een.standpunt.label), ("omdat", een.omdat), ("verklaring", een.verklaring))
        deel = Plandeel(akkoord_id(n), "Wie is het eens", said, van=een.naam)
        yield Papierdeel(deel, AKKOORD, een.persoon_id)


def toelichtingsregels(sleutel: str, tekst: str) -> Iterator[tuple[str, str, str]]:
    """Each line of what the worker wrote: id of its part, whose words it says it has, the line itself.

    A line that is marked as the words of somebody (`Mening van Sara: …`) is a part of its own; the others
    together are one.
    """
    for n, regel in enumerate(tekst.split("\n")):
        van = lees_alinea(regel).van
        yield (f"merk:{sleutel}:{n}" if van else toelichting_id(sleutel)), van, regel


def woorden_id(sleutel: str, n: int) -> str:
    """Of the n-th words in a section."""
    return f"woorden:{sleutel}:{n}"


def toelichting_id(sleutel: str) -> str:
    """Of what the worker explains in a section."""
    return f"toelichting:{sleutel}"


def veld_id(sleutel: str, veld: str) -> str:
    """Of what was filled in at a field of a section."""
    return f"veld:{sleutel}:{veld}"


def doel_id(n: int) -> str:
    """Of the n-th goal."""
    return f"doel:{n}"


def meting_id(n: int, m: int) -> str:
    """Of the m-th mark of the n-th goal."""
    return f"meting:{n}:{m}"


def actie_id(n: int) -> str:
    """Of the n-th action."""
    return f"actie:{n}"


def akkoord_id(n: int) -> str:
    """Of what the n-th person said of the version."""
    return f"akkoord:{n}"


# --- what a part is to the reader -----------------------------------------------------------------


def _eigen(stuk: Stuk) -> Bron:
    """For the worker's own use: all of it; what names the meldcode is read first (domain 3.4)."""
    first = EerstLezen.ANDER if noemt_meldcode(stuk.tekst) else None
    return Bron(stuk, Feit(stuk.id, Gegeven.INHOUD), first)


def _bron(dossier: Dossier, een: Papierdeel, versie: Versie) -> Bron:
    if een.over_id:
        bron = dossier.woorden(stuk_van(een.deel), een.over_id)
    elif een.deel.van is not None and _is_samen(dossier) and not _van_iemand(dossier, een.deel):
        bron = _van_samen(dossier, een.deel)
    else:
        bron = bron_van(dossier, een.deel)
    return bron.onthouden() if _is_dicht(dossier, een, versie) else bron


def _is_samen(dossier: Dossier) -> bool:
    """Whether nobody in this family has a home or a file that is no business of the reader. What a jongere
    has lies in every house where a parent lives."""
    poort, lezer = dossier.poort, dossier.lezer
    if lezer.soort is LezerSoort.JONGERE:
        at_home = all(band.woont_bij for band in poort.gezin.ouderschappen_van(lezer.id))
        return at_home and len(dossier.jongeren) == 1
    return not poort.een_ouder_elders(lezer)


def _van_iemand(dossier: Dossier, deel: Plandeel) -> bool:
    return bool(deel.van and dossier.poort.over(deel.van, dossier.lezer))


def _van_samen(dossier: Dossier, deel: Plandeel) -> Bron:
    """Text of the worker, or words of somebody around the family. A worry about safety is read first."""
    bron = dossier.afspraak(stuk_van(deel), "")
    return replace(bron, eerst_lezen=EerstLezen.ANDER) if noemt_melding(bron.stuk.tekst) else bron


def _is_dicht(dossier: Dossier, een: Papierdeel, versie: Versie) -> bool:
    poort, lezer, sluiters = dossier.poort, dossier.lezer, versie.sluiters.get(een.sleutel, frozenset())
    naam = een.deel.van or een.deel.wie
    if een.sleutel == AKKOORD and een.over_id:
        return houdt_akkoord_achter(poort, lezer, sluiters, naam, een.over_id)
    return houdt_achter(poort, lezer, sluiters, naam)
