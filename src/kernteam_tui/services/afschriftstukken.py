"""Every piece of the file of one casus, each with what it is: the deel-poort decides after this.

Everything that a worker wrote is a piece, so that nothing is left out in silence.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date
from enum import Enum, auto

from kernteam_tui.data.queries.log import LogItem
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.afschrift.herkennen import Meelezer
from kernteam_tui.domain.afschrift.stukken import Hoofdstuk, Regel, Stuk
from kernteam_tui.domain.codes import AanmelderRol, LogSoort, NotitieSoort, NotitieStaat, Rol
from kernteam_tui.domain.datumtekst import dag_met_jaar, dag_van
from kernteam_tui.domain.deelcodes import Gegeven, VerzoekSoort
from kernteam_tui.domain.delen.deelvraag import Feit, Lezer
from kernteam_tui.domain.delen.herkennen import zegslieden
from kernteam_tui.domain.delen.partners import partner_tekst
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.notitie import Notitie
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.domain.verzoek import Verzoek
from kernteam_tui.services.afschriftplan import Plandeel, plandelen
from kernteam_tui.services.deelpoort import Poort

OUDER = "ouder"
"""Who said something, where only that is known."""
GEDEELD = (LogSoort.GEEXPORTEERD, LogSoort.AFGEDRUKT)
"""Lines of the log that say what went to whom; not the reason of an exception, which is mixed text."""


class EerstLezen(Enum):
    """Why the worker looks at a piece before it can go."""

    ANDER = auto()
    """It names another, or comes from a talk with another."""
    RUW = auto()
    """A draft or a remark for herself (NVO: no part of the file until it is worked out)."""


MET_IEMAND = frozenset({NotitieSoort.HUISBEZOEK, NotitieSoort.TELEFOON, NotitieSoort.BERICHT})
"""Notes of a talk with somebody of the family, also where nobody wrote with whom."""


@dataclass(frozen=True)
class Bron:
    """One piece, and what it is to the rules when nothing is in it that must be read first."""

    stuk: Stuk
    feit: Feit
    eerst_lezen: EerstLezen | None = None
    belangrijk: bool = False
    """Also for a parent without gezag who asked for important facts (BW 1:377c)."""


class Dossier:
    """The pieces of one casus for one reader."""

    def __init__(self, poort: Poort, lezer: Lezer) -> None:
        self.poort = poort
        self.lezer = lezer
        self.jongeren = tuple(jongere.id for jongere in poort.casus.jongeren)
        own_file = lezer.id in self.jongeren
        self._van_meer = own_file and len(self.jongeren) > 1
        """A jongere whose casus is also that of a brother or sister: a text does not say about whom it is."""
        about = (lezer.id,) if own_file else self.jongeren
        self._meelezer = Meelezer(poort.gezin, lezer.id, about)

    # --- what a text is -----------------------------------------------------------------------

    def is_vindplaats(self, tekst: str) -> bool:
        """Whether it tells how to find somebody else."""
        return self.poort.verraadt_een_ander(tekst, self.lezer) or self._meelezer.noemt_een_nummer(tekst)

    def noemt_een_ander(self, tekst: str) -> bool:
        return self._meelezer.noemt_een_ander(tekst)

    def vast(self, stuk: Stuk, gegeven: Gegeven, over_id: str = "", *, belangrijk: bool = False) -> Bron:
        """A piece whose kind is known; with an address or number of another in it, it is that."""
        if gegeven is not Gegeven.EIGEN_CONTACT and self.is_vindplaats(f"{stuk.kop}\n{stuk.tekst}"):
            return Bron(stuk, Feit(stuk.id, Gegeven.CONTACT_ANDER))
        return Bron(stuk, Feit(stuk.id, gegeven, over_id), belangrijk=belangrijk)

    def vrij(self, stuk: Stuk, *, van: str = "", van_id: str = "", ruw: bool = False) -> Bron:
        """Mixed text of a worker. `van`, `van_id`: with or from whom it is, where that is known."""
        if self.is_vindplaats(f"{stuk.kop}\n{stuk.tekst}\n{van}"):
            return Bron(stuk, Feit(stuk.id, Gegeven.CONTACT_ANDER))
        if ruw:
            return Bron(stuk, Feit(stuk.id, Gegeven.WERKAANTEKENING), EerstLezen.RUW)
        family = {persoon.id for persoon in self.poort.gezin.personen} - {self.lezer.id}
        other = self._van_meer or van_id in family or self._meelezer.komt_van_een_ander(van)
        first = EerstLezen.ANDER if other or self.noemt_een_ander(stuk.tekst) else None
        return Bron(stuk, Feit(stuk.id, Gegeven.INHOUD), first)

    def gezegd(self, stuk: Stuk, van: str) -> Bron:
        """Words under a name that nobody of the family has; without a name the text of a worker."""
        bron = self.vrij(stuk, van=van)
        return self._eerst_lezen(bron) if van.strip() else bron

    def misschien(self, stuk: Stuk, *, ruw: bool) -> Bron:
        """A talk with nobody knows whom: it may have been with a parent who lives elsewhere."""
        return self._eerst_lezen(self.vrij(stuk, ruw=ruw))

    def _eerst_lezen(self, bron: Bron) -> Bron:
        """Where parents live apart, what may be of the other one is read before it goes."""
        unsure = self.poort.een_ouder_elders(self.lezer)
        return replace(bron, eerst_lezen=bron.eerst_lezen or EerstLezen.ANDER) if unsure else bron

    def daad(self, stuk: Stuk, van_id: str) -> Bron:
        """What one person asked, stated or agreed to: for that person; of a jongere for a parent once it was
        read; of anybody else never, also where they live together."""
        if van_id == self.lezer.id:
            return self.vast(stuk, Gegeven.EIGEN_WOORDEN, van_id, belangrijk=True)
        if van_id in self.jongeren and self.lezer.id not in self.jongeren:
            return self.vrij(stuk, van_id=van_id)
        return Bron(stuk, Feit(stuk.id, Gegeven.WOORDEN_ANDER if van_id else Gegeven.DERDE))

    def woorden(self, stuk: Stuk, over_id: str) -> Bron:
        """Words that somebody of the family said, letter for letter."""
        return self.vast(stuk, Gegeven.EIGEN_WOORDEN, over_id, belangrijk=over_id == self.lezer.id)


def verzamel(uow: UnitOfWork, dossier: Dossier, log: Iterable[LogItem]) -> tuple[Bron, ...]:
    """The whole file, in the order of the copy. A piece without a text is not there."""
    casus_id = dossier.poort.casus.id
    gesprekken = uow.gesprekken.find(casus_id=casus_id)
    parts = (
        _hulp(dossier),
        _mensen(dossier),
        _verzoeken(dossier),
        _gesprekken(dossier, gesprekken),
        _notities(dossier, uow.notities.find(casus_id=casus_id)),
        _plan(uow, dossier),
        _toestemmingen(dossier),
        _gedeeld(dossier, log, gesprekken),
    )
    return tuple(bron for part in parts for bron in part if bron.stuk.regels)


# --- the help and the people ------------------------------------------------------------------


def _hulp(dossier: Dossier) -> Iterator[Bron]:
    casus = dossier.poort.casus
    closed = casus.afsluiting
    regels = _regels(
        ("aangemeld", _dag(casus.aangemeld)),
        ("waarom", ", ".join(reden.label for reden in casus.redenen)),
        ("klas", casus.klas),
        ("hulp gestart", _dag(casus.begeleiding_gestart)),
        ("hulp gestopt", _dag(closed.op) if closed is not None else ""),
    )
    yield dossier.vast(Stuk("hulp", Hoofdstuk.HULP, "De aanmelding", regels), Gegeven.INHOUD, belangrijk=True)
    wie = _regels(("regisseur", casus.regisseur), ("maatje", casus.maatje), ("in duo met", casus.duo_partner))
    yield dossier.vrij(Stuk("wie-doet-wat", Hoofdstuk.HULP, "Wie doet wat", wie))
    said = Stuk("aanmelding", Hoofdstuk.HULP, "Woorden bij de aanmelding", _regels(("", casus.woorden)))
    yield dossier.vrij(said, van=_aanmelder(dossier))
    for sleutel, kop, tekst in (
        ("wie-pakt", "Waarom dit team", casus.wie_pakt_reden),
        ("later", "Waarom het startgesprek later was", casus.startgesprek_reden_later),
        ("niet-vernietigd", "Waarom het dossier blijft", casus.vernietiging_geweigerd or ""),
        ("afsluiting", "Bij het stoppen van de hulp", closed.toelichting if closed is not None else ""),
    ):
        yield dossier.vrij(Stuk(sleutel, Hoofdstuk.HULP, kop, _regels(("", tekst))))


def _aanmelder(dossier: Dossier) -> str:
    """From whom the words at the aanmelding are: of one parent also where nobody wrote which."""
    casus = dossier.poort.casus
    known = zegslieden(casus.aanmelder_naam, dossier.poort.gezin)
    return OUDER if casus.aanmelder_rol is AanmelderRol.OUDER and not known else casus.aanmelder_naam


def _mensen(dossier: Dossier) -> Iterator[Bron]:
    poort = dossier.poort
    for persoon in poort.gezin.personen:
        yield from _mens(dossier, persoon)
    for jongere in poort.casus.jongeren:
        gezag = [
            (poort.gezin.persoon(band.ouder_id).naam, f"gezag {band.gezag.label}")
            for band in poort.gezin.ouderschappen_van(jongere.id)
            if band.soort.juridisch
        ]
        stuk = Stuk(f"gezag:{jongere.id}", Hoofdstuk.MENSEN, f"Ouders van {jongere.naam}", _regels(*gezag))
        yield dossier.vast(stuk, Gegeven.INHOUD, jongere.id)
    for lid in poort.gezin.netwerk:
        regels = _regels(("", lid.relatie or lid.groep.label))
        known = next((p.naam for p in poort.gezin.personen if p.id == lid.persoon_id), "")
        name = lid.naam or known or lid.groep.label
        stuk = Stuk(f"netwerk:{lid.id}", Hoofdstuk.MENSEN, f"Netwerk: {name}", regels)
        yield dossier.vast(stuk, Gegeven.NETWERK_ANDER, lid.rond_id or "")


def _mens(dossier: Dossier, persoon: Persoon) -> Iterator[Bron]:
    gezin = dossier.poort.gezin
    who = _regels(("geboren", _dag(persoon.geboortedatum)), ("", persoon.rol.label))
    about_child = persoon.id in dossier.jongeren
    own = persoon.id == dossier.lezer.id
    kind = Gegeven.EIGEN_CONTACT if own and not about_child else Gegeven.INHOUD
    stuk = Stuk(f"wie:{persoon.id}", Hoofdstuk.MENSEN, persoon.naam, who)
    yield dossier.vast(stuk, kind, persoon.id, belangrijk=own or about_child)
    houses = gezin.huishoudens_van(persoon.id)
    reach = _regels(
        ("telefoon", persoon.telefoon or ""),
        ("e-mail", persoon.email or ""),
        *(("adres", ", ".join(deel for deel in (h.straat, h.postcode, h.plaats) if deel)) for h in houses),
    )
    stuk = Stuk(f"bereik:{persoon.id}", Hoofdstuk.MENSEN, f"Adres en telefoon van {persoon.naam}", reach)
    yield dossier.vast(stuk, Gegeven.EIGEN_CONTACT, persoon.id, belangrijk=own)
    mind = _regels(("", persoon.let_op), *(("", huis.let_op) for huis in houses))
    stuk = Stuk(f"let-op:{persoon.id}", Hoofdstuk.MENSEN, f"Let op bij {persoon.naam}", mind)
    yield dossier.vrij(stuk, ruw=True) if own else Bron(stuk, Feit(stuk.id, Gegeven.CONTACT_ANDER))


# --- talks and notes --------------------------------------------------------------------------


def _gesprekken(dossier: Dossier, gesprekken: Iterable[Gesprek]) -> Iterator[Bron]:
    for gesprek in sorted(gesprekken, key=lambda een: een.start):
        kept = _blijft_stil(dossier, gesprek)
        for bron in _gesprek(dossier, gesprek):
            yield _onthouden(bron) if kept else bron


def _blijft_stil(dossier: Dossier, gesprek: Gesprek) -> bool:
    return _nog_niet_voor_ouders(gesprek) and dossier.lezer.id not in dossier.jongeren


def _nog_niet_voor_ouders(gesprek: Gesprek) -> bool:
    """Of a talk without parents: the jongere did not want them to hear of it (Jeugdwet 7.3.5, 7.3.15 lid 4),
    or they were not told yet. They hear it from the worker (S34), not from a paper."""
    untold = gesprek.zonder_ouders and gesprek.ouders_geinformeerd_op is None
    return untold or bool(gesprek.ouders_niet.strip())


def _onthouden(bron: Bron) -> Bron:
    """The worker keeps this from the reader for now."""
    feit = Feit(bron.feit.id, bron.feit.gegeven, bron.feit.over_id, onthouden=True)
    return Bron(bron.stuk, feit, bron.eerst_lezen, bron.belangrijk)


def _rolwoord(rol: str) -> str:
    return Rol(rol).label if rol in tuple(Rol) else rol


def _gesprek(dossier: Dossier, gesprek: Gesprek) -> Iterator[Bron]:
    when = f"{gesprek.soort.label}, {dag_met_jaar(dag_van(gesprek.start))}"
    roles = ", ".join(dict.fromkeys(_rolwoord(wie.rol) for wie in gesprek.deelnemers))
    told = ", ".join(f"{a.partner}: {a.niveau.label}" for a in gesprek.terugkoppelafspraken)
    head = _regels(("", gesprek.staat.label), ("wie", roles), ("wie hoort wat", told))
    stuk = Stuk(f"gesprek:{gesprek.id}", Hoofdstuk.GESPREKKEN, when, head)
    yield dossier.vast(stuk, Gegeven.INHOUD)
    stuk = Stuk(
        f"verslag:{gesprek.id}", Hoofdstuk.GESPREKKEN, f"Verslag, {when}", _regels(("", gesprek.verslag))
    )
    yield dossier.vrij(stuk)
    for wie in gesprek.deelnemers:
        stuk = Stuk(
            f"afspraak:{wie.id}",
            Hoofdstuk.GESPREKKEN,
            f"Afspraak, {when}",
            _regels((_rolwoord(wie.rol), wie.actie), ("uiterlijk", _dag(wie.actie_op) if wie.actie else "")),
        )
        yield dossier.vrij(stuk, van_id=wie.wie_id, van="" if wie.wie_id else wie.naam)
    reasons = [gesprek.zonder, gesprek.ouders_niet, *(change.reden for change in gesprek.wijzigingen)]
    stuk = Stuk(
        f"redenen:{gesprek.id}",
        Hoofdstuk.GESPREKKEN,
        f"Wat er anders ging, {when}",
        _regels(*(("", reason) for reason in reasons)),
    )
    yield dossier.vrij(stuk)


def _notities(dossier: Dossier, notities: Iterable[Notitie]) -> Iterator[Bron]:
    for notitie in sorted(notities, key=lambda een: een.moment):
        draft = notitie.staat is NotitieStaat.CONCEPT
        day = dag_met_jaar(dag_van(notitie.moment))
        regels = _regels(
            ("met", notitie.met_wie if notitie.tekst.strip() else ""),
            ("", notitie.tekst),
            *((f"aanvulling van {dag_met_jaar(dag_van(a.created_at))}", a.tekst) for a in notitie.addenda),
        )
        kop = f"{'Werkaantekening' if draft else notitie.soort.label}, {day}"
        stuk = Stuk(f"notitie:{notitie.id}", Hoofdstuk.NOTITIES, kop, regels)
        if notitie.soort in MET_IEMAND and not notitie.met_wie.strip():
            yield dossier.misschien(stuk, ruw=draft)
        else:
            yield dossier.vrij(stuk, van=notitie.met_wie, ruw=draft)


# --- the plan ---------------------------------------------------------------------------------


def _plan(uow: UnitOfWork, dossier: Dossier) -> Iterator[Bron]:
    casus = dossier.poort.casus
    for plan in uow.plannen.find(gezin_id=casus.gezin_id):
        for deel in plandelen(plan):
            stuk = Stuk(deel.id, Hoofdstuk.PLAN, deel.kop, _regels(*deel.regels))
            if deel.van is None:
                whose = _van_wie(dossier, deel)
                yield dossier.vast(stuk, Gegeven.INHOUD, whose, belangrijk=deel.belangrijk)
            elif over := dossier.poort.over(deel.van, dossier.lezer):
                yield dossier.woorden(stuk, over)
            else:
                yield dossier.gezegd(stuk, deel.van)
    for afspraak in casus.toekomst:
        stuk = Stuk(
            f"toekomst:{afspraak.id}",
            Hoofdstuk.PLAN,
            f"Toekomstplan: {afspraak.domein.label}",
            _regels(("", afspraak.afspraak)),
        )
        yield dossier.vrij(stuk)


def _van_wie(dossier: Dossier, deel: Plandeel) -> str:
    poort, lezer = dossier.poort, dossier.lezer
    if deel.is_doel:
        return poort.van_wie_het_doel_is(deel.wie, lezer)
    return poort.van_een_jongere_apart(deel.wie, lezer)


# --- consents, requests and what was shared -----------------------------------------------------


def _toestemmingen(dossier: Dossier) -> Iterator[Bron]:
    for rij in dossier.poort.toestemmingen:
        stuk = Stuk(
            f"toestemming:{rij.id}",
            Hoofdstuk.TOESTEMMINGEN,
            f"Toestemming, {dag_met_jaar(rij.op)}",
            _toestemmingregels(rij),
        )
        yield dossier.daad(stuk, rij.gever_id)


def _toestemmingregels(rij: Toestemming) -> tuple[Regel, ...]:
    withdrawn = rij.ingetrokken_op
    return _regels(
        ("voor", partner_tekst(rij.partner, rij.partner_naam)),
        ("mag weten", f"{rij.niveau.label}; over {rij.onderwerp.label}"),
        ("gegeven", rij.hoe.label),
        ("tot en met", _dag(rij.tot)),
        ("ingetrokken", f"{_dag(withdrawn)} {rij.ingetrokken_reden}".strip() if withdrawn else ""),
    )


def _verzoeken(dossier: Dossier) -> Iterator[Bron]:
    for verzoek in dossier.poort.verzoeken:
        statement = verzoek.soort is VerzoekSoort.VERKLARING
        stuk = Stuk(
            f"verzoek:{verzoek.id}",
            Hoofdstuk.VERKLARINGEN if statement else Hoofdstuk.VERZOEKEN,
            f"{'Verklaring' if statement else verzoek.soort.label}, {dag_met_jaar(verzoek.op)}",
            _regels(("", verzoek.tekst)) if statement else _verzoekregels(verzoek),
        )
        yield dossier.daad(stuk, verzoek.van_id)


def _verzoekregels(verzoek: Verzoek) -> tuple[Regel, ...]:
    done = verzoek.uitkomst
    return _regels(
        ("gevraagd", verzoek.tekst or _dag(verzoek.op)),
        ("wat ermee is gedaan", f"{done.label}, {_dag(verzoek.afgehandeld_op)}" if done else "nog open"),
        ("waarom", verzoek.reden),
    )


def _gedeeld(dossier: Dossier, log: Iterable[LogItem], gesprekken: Iterable[Gesprek]) -> Iterator[Bron]:
    """What went to whom. A line about a talk says of what kind it was, not which: where one of that kind is
    kept from this reader, or a partner heard of it, none is shown."""
    quiet = [gesprek for gesprek in gesprekken if _blijft_stil(dossier, gesprek)]
    kinds = tuple(f" {gesprek.soort}" for gesprek in quiet)
    partners = {a.soort.label for gesprek in quiet for a in gesprek.terugkoppelafspraken if a.soort}
    for item in log:
        if item.soort not in GEDEELD or item.leeg:
            continue
        regels = _regels(("wat", item.wat), ("voor", item.voor))
        kop = f"{item.soort.label}, {dag_met_jaar(dag_van(item.moment))}"
        bron = dossier.vast(Stuk(f"log:{item.nr}", Hoofdstuk.GEDEELD, kop, regels), Gegeven.INHOUD)
        yield _onthouden(bron) if item.wat.endswith(kinds) or item.voor in partners else bron


def _regels(*paren: tuple[str, str]) -> tuple[Regel, ...]:
    return tuple(Regel(label, tekst.strip()) for label, tekst in paren if tekst.strip())


def _dag(dag: date | None) -> str:
    return "" if dag is None else dag_met_jaar(dag)
