"""Every piece of the file of one casus, each with what it is: the deel-poort decides after this.

Everything that a worker wrote is a piece, so that nothing is left out in silence.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from datetime import date

from kernteam_tui.data.queries.log import LogItem
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.afschrift.stukken import Hoofdstuk, Regel, Stuk
from kernteam_tui.domain.codes import AanmelderRol, LogSoort, NotitieStaat, Rol
from kernteam_tui.domain.datumtekst import dag_met_jaar, dag_van
from kernteam_tui.domain.deelcodes import Gegeven, VerzoekSoort
from kernteam_tui.domain.delen.deelvraag import Feit
from kernteam_tui.domain.delen.herkennen import zegslieden
from kernteam_tui.domain.delen.melding import noemt_melding
from kernteam_tui.domain.delen.partners import partner_tekst
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.netwerk import Netwerklid
from kernteam_tui.domain.notitie import Notitie
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.domain.verzoek import Verzoek
from kernteam_tui.services.afschriftakkoord import akkoordstukken, familieplanstukken
from kernteam_tui.services.afschriftdossier import Bron, Dossier, EerstLezen
from kernteam_tui.services.afschriftplan import Plandeel, plandelen

OUDER = "ouder"
"""Who said something, where only that is known."""
GEDEELD = (LogSoort.GEEXPORTEERD, LogSoort.AFGEDRUKT)
"""Lines of the log that say what went to whom; not the reason of an exception, which is mixed text."""


def verzamel(
    uow: UnitOfWork, dossier: Dossier, log: Iterable[LogItem], later: Collection[str]
) -> tuple[Bron, ...]:
    """The whole file, in the order of the copy. A piece without a text is not there. `later`: as for
    `akkoordstukken`."""
    casus_id, gezin_id = dossier.poort.casus.id, dossier.poort.casus.gezin_id
    gesprekken = uow.gesprekken.find(casus_id=casus_id)
    plannen = uow.plannen.find(gezin_id=gezin_id)
    delen = [deel for plan in plannen for deel in plandelen(uow, plan)]
    dossier.leer_namen(naam for deel in delen for naam in (deel.van or "", deel.wie))
    parts = (
        _hulp(dossier),
        _mensen(dossier),
        _verzoeken(dossier),
        _gesprekken(dossier, gesprekken),
        _notities(dossier, uow.notities.find(casus_id=casus_id)),
        _plan(dossier, delen),
        akkoordstukken(dossier, plannen, later),
        familieplanstukken(dossier, plannen, uow.bijlagen.find(gezin_id=gezin_id)),
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
        yield _netwerklid(dossier, stuk, lid)


def _netwerklid(dossier: Dossier, stuk: Stuk, lid: Netwerklid) -> Bron:
    """Who stands around the jongere, for the jongere. Who is there for safety is read first (domain 3.4)."""
    bron = dossier.vast(stuk, Gegeven.NETWERK_ANDER, lid.rond_id or "")
    return replace(bron, eerst_lezen=EerstLezen.ANDER) if noemt_melding(f"{stuk.kop} {stuk.tekst}") else bron


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
            yield bron.onthouden() if kept else bron


def _blijft_stil(dossier: Dossier, gesprek: Gesprek) -> bool:
    return _nog_niet_voor_ouders(gesprek) and dossier.lezer.id not in dossier.jongeren


def _nog_niet_voor_ouders(gesprek: Gesprek) -> bool:
    """Of a talk without parents: the jongere did not want them to hear of it (Jeugdwet 7.3.5, 7.3.15 lid 4),
    or they were not told yet. They hear it from the worker (S34), not from a paper."""
    untold = gesprek.zonder_ouders and gesprek.ouders_geinformeerd_op is None
    return untold or bool(gesprek.ouders_niet.strip())


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
        if notitie.met_wie.strip():
            yield dossier.vrij(stuk, van=notitie.met_wie, ruw=draft)
        else:
            yield dossier.misschien(stuk, ruw=draft)


# --- the plan ---------------------------------------------------------------------------------


def _plan(dossier: Dossier, delen: Iterable[Plandeel]) -> Iterator[Bron]:
    for deel in delen:
        bron = bron_van(dossier, deel)
        kept = dossier.houdt_achter(bron, deel.gesloten_door, deel.wie)
        yield bron.onthouden() if kept else bron
    for afspraak in dossier.poort.casus.toekomst:
        stuk = Stuk(
            f"toekomst:{afspraak.id}",
            Hoofdstuk.PLAN,
            f"Toekomstplan: {afspraak.domein.label}",
            _regels(("", afspraak.afspraak)),
        )
        yield dossier.vrij(stuk)


def bron_van(dossier: Dossier, deel: Plandeel) -> Bron:
    """What one part of a plan is to the reader of this copy, or of the plan on paper."""
    stuk = stuk_van(deel)
    if deel.van is None:
        return _afgesproken(dossier, stuk, deel)
    if over := dossier.poort.over(deel.van, dossier.lezer):
        return dossier.woorden(stuk, over)
    return dossier.gezegd(stuk, deel.van)


def stuk_van(deel: Plandeel) -> Stuk:
    """One part of a plan as a piece; it may be without a text."""
    return Stuk(deel.id, Hoofdstuk.PLAN, deel.kop, _regels(*deel.regels))


def _afgesproken(dossier: Dossier, stuk: Stuk, deel: Plandeel) -> Bron:
    """A goal or an action; an action under a name that nobody has is read first: it may be a former one."""
    poort, lezer = dossier.poort, dossier.lezer
    if deel.is_doel:
        whose = poort.van_wie_het_doel_is(deel.wie, lezer)
        return dossier.afspraak(stuk, whose, belangrijk=deel.belangrijk)
    whose = poort.van_een_jongere_apart(deel.wie, lezer)
    if deel.wie.strip():
        return dossier.van_niemand(stuk, deel.wie, whose)
    return dossier.afspraak(stuk, whose, belangrijk=deel.belangrijk)


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
        yield bron.onthouden() if item.wat.endswith(kinds) or item.voor in partners else bron


def _regels(*paren: tuple[str, str]) -> tuple[Regel, ...]:
    return tuple(Regel(label, tekst.strip()) for label, tekst in paren if tekst.strip())


def _dag(dag: date | None) -> str:
    return "" if dag is None else dag_met_jaar(dag)
