"""The register of consents of one casus: what stands, who is missing, giving and withdrawing (S35)."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kernteam_tui.data.queries.uitvoer import UitvoerRegel, lees_uitvoer
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.delen.afspraken import doelwit_van, reikt
from kernteam_tui.domain.delen.beslissers import Vereiste, bepaal_vereiste, vraag_over
from kernteam_tui.domain.delen.partners import partner_tekst
from kernteam_tui.domain.delen.toestemmingen import (
    Doelwit,
    Geraakt,
    OpenAfspraak,
    bepaal_stand,
    geldig,
    raakt,
)
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gesprek import Terugkoppelafspraak
from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.exchange.uitmap import lees_bestand
from kernteam_tui.services.deelpoort import Poort, lees_poort
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toestemmingbeeld import (
    GeverRegel,
    HistorieRegel,
    IntrekBeeld,
    Kandidaat,
    RegisterBeeld,
    ToestemmingGegevens,
    ToestemmingRegel,
    VereisteBeeld,
)

VERVANGEN = "vervangen door een nieuwe"
"""Reason of a consent that the same person gave anew."""


@dataclass(frozen=True)
class _Register:
    """One casus with its agreements, to reckon with."""

    poort: Poort
    afspraken: tuple[Terugkoppelafspraak, ...]

    @property
    def gezin(self) -> Gezin:
        return self.poort.gezin

    def vereiste(self, jongere_id: str) -> Vereiste:
        return bepaal_vereiste(vraag_over(self.gezin, jongere_id, self.poort.vandaag))

    def naam(self, persoon_id: str, anders: str = "") -> str:
        return next((p.naam for p in self.gezin.personen if p.id == persoon_id), anders or "iemand")

    def doelwitten(self, jongere_id: str) -> list[Doelwit]:
        """What was ever agreed and holds, and what partners were promised."""
        rijen = geldig(self.poort.toestemmingen, self.poort.vandaag)
        given = [_doelwit(rij) for rij in rijen if rij.jongere_id == jongere_id]
        promised = [doelwit_van(a.partner, a.soort) for a in self.afspraken]
        return list(dict.fromkeys([*given, *(doelwit for doelwit in promised if doelwit is not None)]))


def list_toestemmingen(sessie: Sessie, casus_id: str) -> RegisterBeeld:
    """The register of one casus, with who is still missing and what happened before. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        return _beeld(_lees(uow, casus_id, sessie.vandaag()))


def geef_toestemming(sessie: Sessie, casus_id: str, gegevens: ToestemmingGegevens) -> RegisterBeeld:
    """Note that these people agree; what the same person agreed to before for this partner is replaced.

    Raises InhoudOngeldig (nobody, a day in the future, a last day before the first), NietGevonden,
    RegelGeweigerd (less for one by name than for all of the kind).
    """
    _controleer(gegevens, sessie.vandaag())
    with sessie.unit_of_work() as uow:
        poort = lees_poort(uow, casus_id, sessie.vandaag())
        if gegevens.jongere_id not in {jongere.id for jongere in poort.casus.jongeren}:
            raise NietGevonden("Deze jongere hoort niet bij de casus.", "Open de casus opnieuw.")
        for gever_id in dict.fromkeys(gegevens.gevers):
            given = _nieuw(casus_id, poort.gezin.persoon(gever_id), gegevens)
            _weiger_minder_op_naam(poort.toestemmingen, given, sessie.vandaag())
            _vervang(poort.toestemmingen, given)
            uow.toestemmingen.add(given)
        what = f"toestemming gegeven: {gegevens.partner.label}, {gegevens.niveau.label}"
        uow.log(LogSoort.GEWIJZIGD, what, casus_id=casus_id)
        uow.commit()
    return list_toestemmingen(sessie, casus_id)


def get_intrekking(sessie: Sessie, casus_id: str, toestemming_ids: Collection[str]) -> IntrekBeeld:
    """What falls away when these consents are withdrawn together; nothing changes yet."""
    with sessie.unit_of_work() as uow:
        register = _lees(uow, casus_id, sessie.vandaag())
    with sessie.lezen() as conn:
        files = lees_uitvoer(conn, casus_id)
    rows = _kies(register.poort.toestemmingen, toestemming_ids)
    touched = _geraakt(register, rows)
    promises = {id_ for een in touched for id_ in een.afspraken}
    fallen = [verval for een in touched for verval in een.vervalt]
    return IntrekBeeld(
        vervalt=tuple(
            f"{partner_tekst(v.doelwit.partner, v.doelwit.partner_naam)}: {v.van.label} vervalt"
            + (f", {v.naar.label} blijft." if v.naar is not None else ".")
            for v in fallen
        ),
        afspraken=tuple(
            f"De afspraak met {a.partner} ({a.moment.label}) kan zo niet meer."
            for a in register.afspraken
            if a.id in promises
        ),
        bestanden=tuple(_bestandzinnen(files, {v.doelwit.partner for v in fallen})),
    )


def trek_in(sessie: Sessie, casus_id: str, toestemming_ids: Collection[str], reden: str) -> RegisterBeeld:
    """Withdraw these consents from today on; what was told stays told.

    Raises RegelGeweigerd (already withdrawn), InhoudOngeldig without a reason, NietGevonden.
    """
    if not reden.strip():
        raise InhoudOngeldig("De reden ontbreekt.", "Schrijf in een paar woorden waarom.")
    with sessie.unit_of_work() as uow:
        rows = _kies(uow.toestemmingen.find(casus_id=casus_id), toestemming_ids)
        for row in rows:
            row.trek_in(sessie.vandaag(), reden)
        for partner, niveau in dict.fromkeys((row.partner, row.niveau) for row in rows):
            what = f"toestemming ingetrokken: {partner.label}, {niveau.label}"
            uow.log(LogSoort.GEWIJZIGD, what, casus_id=casus_id)
        uow.commit()
    return list_toestemmingen(sessie, casus_id)


def _weiger_minder_op_naam(rijen: Iterable[Toestemming], nieuw: Toestemming, vandaag: date) -> None:
    """Less for one by name would change nothing as long as more holds for all of that kind: so it is said."""
    if not nieuw.partner_naam.strip():
        return
    for rij in geldig(rijen, vandaag):
        same = (rij.gever_id, rij.jongere_id, rij.partner, rij.onderwerp) == (
            nieuw.gever_id,
            nieuw.jongere_id,
            nieuw.partner,
            nieuw.onderwerp,
        )
        if same and not rij.partner_naam.strip() and not reikt(nieuw.niveau, rij.niveau):
            raise RegelGeweigerd(
                f"Voor iedereen van {rij.partner.label} geldt al meer: {rij.niveau.label}.",
                "Trek die toestemming eerst in, en leg daarna vast wat voor wie geldt.",
            )


# --- reading ---------------------------------------------------------------------------------


def _lees(uow: UnitOfWork, casus_id: str, vandaag: date) -> _Register:
    agreements = (a for g in uow.gesprekken.find(casus_id=casus_id) for a in g.terugkoppelafspraken)
    open_ = tuple(a for a in agreements if a.gedaan_op is None)
    return _Register(lees_poort(uow, casus_id, vandaag), open_)


def _beeld(register: _Register) -> RegisterBeeld:
    poort = register.poort
    regels = [
        _regel(register, jongere, doelwit)
        for jongere in poort.casus.jongeren
        for doelwit in register.doelwitten(jongere.id)
    ]
    parents = {o.id: o.naam for j in poort.casus.jongeren for o in poort.gezin.ouders_van(j.id)}
    return RegisterBeeld(
        casus_id=poort.casus.id,
        regels=tuple(sorted(regels, key=lambda regel: regel.niveau is None)),
        vereisten=tuple(_vereiste(register, jongere) for jongere in poort.casus.jongeren),
        ouders=tuple(parents.values()),
        historie=tuple(sorted(_historie(register), key=lambda regel: regel.op, reverse=True)),
        zonder_toestemming=frozenset(a.id for a in register.afspraken if not _staat(register, a)),
    )


def _staat(register: _Register, afspraak: Terugkoppelafspraak) -> bool:
    poort, doelwit = register.poort, doelwit_van(afspraak.partner, afspraak.soort)
    return doelwit is not None and all(
        reikt(
            bepaal_stand(poort.toestemmingen, register.vereiste(j.id), doelwit, poort.vandaag).niveau,
            afspraak.niveau,
        )
        for j in poort.casus.jongeren
    )


def _regel(register: _Register, jongere: Persoon, doelwit: Doelwit) -> ToestemmingRegel:
    rijen, vandaag = register.poort.toestemmingen, register.poort.vandaag
    stand = bepaal_stand(rijen, register.vereiste(jongere.id), doelwit, vandaag)
    must = {gever.id for gever in stand.vereiste.gevers}
    rows = [
        rij
        for rij in geldig(rijen, vandaag)
        if rij.jongere_id == jongere.id and _doelwit(rij) in (doelwit, _zonder_naam(doelwit))
    ]
    return ToestemmingRegel(
        sleutel="|".join((jongere.id, doelwit.partner, doelwit.onderwerp, doelwit.partner_naam)),
        jongere_id=jongere.id,
        jongere=jongere.roepnaam,
        partner=doelwit.partner,
        partner_naam=doelwit.partner_naam,
        onderwerp=doelwit.onderwerp,
        niveau=stand.niveau,
        gevers=tuple(_gever(register, rij, must) for rij in rows),
        ontbreekt=tuple(register.naam(gever.id, gever.naam) for gever in stand.ontbreekt),
        tot=min((rij.tot for rij in rows if rij.tot is not None), default=None),
        zin=stand.vereiste.zin,
        artikel=stand.vereiste.artikel,
        wat_nu=stand.wat_nu,
    )


def _gever(register: _Register, rij: Toestemming, must: Collection[str]) -> GeverRegel:
    name = register.naam(rij.gever_id, rij.gever_naam)
    return GeverRegel(rij.id, name, rij.niveau, rij.hoe, rij.op, rij.tot, rij.gever_id in must)


def _vereiste(register: _Register, jongere: Persoon) -> VereisteBeeld:
    vereiste = register.vereiste(jongere.id)
    must = [gever.id for gever in vereiste.gevers]
    parents = [o.id for o in register.gezin.ouders_van(jongere.id) if not o.overleden]
    return VereisteBeeld(
        jongere_id=jongere.id,
        jongere=jongere.roepnaam,
        zin=vereiste.zin,
        artikel=vereiste.artikel,
        wat_nu=vereiste.wat_nu,
        kandidaten=tuple(
            Kandidaat(id_, register.naam(id_), id_ in must) for id_ in dict.fromkeys([*must, *parents])
        ),
    )


def _historie(register: _Register) -> list[HistorieRegel]:
    """What several people did together on one day is one line."""
    together: dict[HistorieRegel, list[str]] = {}
    for rij in register.poort.toestemmingen:
        for regel in _gebeurd(rij, register.poort.vandaag):
            names = together.setdefault(regel, [])
            names.append(register.naam(rij.gever_id, rij.gever_naam))
    return [replace(regel, wie=", ".join(names)) for regel, names in together.items()]


def _gebeurd(rij: Toestemming, vandaag: date) -> Iterable[HistorieRegel]:
    partner = partner_tekst(rij.partner, rij.partner_naam)
    given = HistorieRegel(rij.op, "gegeven", "", partner, rij.niveau, rij.onderwerp, rij.hoe.label)
    yield given
    if rij.ingetrokken_op is not None:
        yield replace(given, op=rij.ingetrokken_op, wat="ingetrokken", reden=rij.ingetrokken_reden)
    elif rij.tot is not None and rij.tot < vandaag:
        yield replace(given, op=rij.tot, wat="verlopen", reden="")


# --- giving and withdrawing ------------------------------------------------------------------


def _controleer(gegevens: ToestemmingGegevens, vandaag: date) -> None:
    if not gegevens.gevers:
        raise InhoudOngeldig("Er staat niet bij wie toestemming gaf.", "Vink aan wie het goed vond.")
    if gegevens.op > vandaag:
        raise InhoudOngeldig("De dag van de toestemming ligt in de toekomst.", "Kies vandaag of eerder.")
    if gegevens.tot is not None and gegevens.tot < gegevens.op:
        raise InhoudOngeldig("De laatste dag ligt vóór de eerste.", "Kies een latere dag, of laat hem leeg.")
    if gegevens.partner is PartnerSoort.OUDER and not gegevens.partner_naam.strip():
        raise InhoudOngeldig("Er staat niet bij welke ouder mag meelezen.", "Kies de ouder.")


def _nieuw(casus_id: str, gever: Persoon, gegevens: ToestemmingGegevens) -> Toestemming:
    return Toestemming(
        casus_id=casus_id,
        jongere_id=gegevens.jongere_id,
        gever_id=gever.id,
        partner=gegevens.partner,
        partner_naam=gegevens.partner_naam.strip(),
        onderwerp=gegevens.onderwerp,
        niveau=gegevens.niveau,
        hoe=gegevens.hoe,
        op=gegevens.op,
        tot=gegevens.tot,
    )


def _vervang(rijen: Iterable[Toestemming], nieuw: Toestemming) -> None:
    """One agreement of one person for one partner: the newest says how far it goes, also where an older one
    is noted after it."""
    same = [rij for rij in rijen if _zelfde_afspraak(rij, nieuw)]
    for rij in same:
        if rij.geldt(nieuw.op):
            rij.trek_in(nieuw.op, VERVANGEN)
    later = [rij.op for rij in same if rij.op > nieuw.op]
    if later:
        nieuw.trek_in(min(later), VERVANGEN)


def _zelfde_afspraak(rij: Toestemming, nieuw: Toestemming) -> bool:
    one, other = _doelwit(rij), _doelwit(nieuw)
    same_name = one.partner_naam.strip().casefold() == other.partner_naam.strip().casefold()
    about = (rij.gever_id, rij.jongere_id, one.partner, one.onderwerp)
    return same_name and about == (nieuw.gever_id, nieuw.jongere_id, other.partner, other.onderwerp)


def _kies(rijen: Iterable[Toestemming], ids: Collection[str]) -> list[Toestemming]:
    found = [rij for rij in rijen if rij.id in ids]
    if not found or len(found) < len(set(ids)):
        raise NietGevonden("Deze toestemming is er niet meer.", "Open de casus opnieuw.")
    return found


def _geraakt(register: _Register, rows: list[Toestemming]) -> list[Geraakt]:
    """One after another, so that each is looked at as the one before left it."""
    rest, touched = list(register.poort.toestemmingen), []
    promises = [open_ for a in register.afspraken if (open_ := _open(a)) is not None]
    for row in rows:
        vereiste = register.vereiste(row.jongere_id)
        touched.append(raakt(row, rest, vereiste, promises, register.poort.vandaag))
        rest.remove(row)
    return touched


def _open(afspraak: Terugkoppelafspraak) -> OpenAfspraak | None:
    doelwit = doelwit_van(afspraak.partner, afspraak.soort)
    if doelwit is None:
        return None
    return OpenAfspraak(
        afspraak.id, doelwit.partner, afspraak.niveau, doelwit.partner_naam, doelwit.onderwerp
    )


def _bestandzinnen(files: Iterable[UitvoerRegel], partners: Collection[PartnerSoort]) -> Iterable[str]:
    labels = {partner.label for partner in partners}
    at_school = any(partner.bij_school for partner in partners)
    for file in files:
        pad = Path(file.pad)
        page, message = file.soort.startswith("bladzijde"), file.soort.startswith("terugkoppeling")
        if lees_bestand(pad) is None:
            continue
        if page and at_school:
            yield f"Op {pad.name} staat nog wat school eerst mocht weten: maak die bladzijde opnieuw."
        elif message and file.voor in labels:
            yield f"Het bestand {pad.name} ligt er nog: ruim het op."


def _doelwit(rij: Toestemming) -> Doelwit:
    return Doelwit(rij.partner, rij.onderwerp, rij.partner_naam)


def _zonder_naam(doelwit: Doelwit) -> Doelwit:
    return Doelwit(doelwit.partner, doelwit.onderwerp)
