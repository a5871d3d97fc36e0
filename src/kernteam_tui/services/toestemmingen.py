"""The register of consents of one casus: what stands, who is missing, giving and withdrawing (S35)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from kernteam_tui.data.queries.uitvoer import UitvoerRegel, lees_uitvoer
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.delen.afspraken import doelwit_van, nodig, reikt
from kernteam_tui.domain.delen.beslissers import Vereiste, bepaal_vereiste, vraag_over
from kernteam_tui.domain.delen.naamgenoten import dragers_van, namen_van, waarom_voor_niemand, wie_bedoeld
from kernteam_tui.domain.delen.partners import partner_tekst
from kernteam_tui.domain.delen.toestemmingen import (
    Doelwit,
    Geraakt,
    OpenAfspraak,
    botsingen,
    doelwit_van_rij,
    geldig,
    raakt,
)
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden
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
from kernteam_tui.services.toestemmingrijen import (
    Oplossing,
    beperk_allen,
    controleer,
    los_botsing_op,
    met_persoon,
    nieuwe_rij,
    trek_allen_in,
    vervang,
    weiger,
)


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

    def doelwit(self, rij: Toestemming) -> Doelwit:
        """For whom this consent is; of a parent the person, where that is sure."""
        if rij.partner is PartnerSoort.OUDER:
            meant = wie_bedoeld(rij.partner_id, rij.partner_naam, namen_van(self.gezin))
            if meant:
                return self.poort.doelwit_ouder(meant, rij.onderwerp)
        return doelwit_van_rij(rij)

    def doelwitten(self, jongere_id: str) -> list[Doelwit]:
        """What was ever agreed and holds, and what partners were promised."""
        rijen = geldig(self.poort.toestemmingen, self.poort.vandaag)
        given = [self.doelwit(rij) for rij in rijen if rij.jongere_id == jongere_id]
        promised = [doelwit_van(a.partner, a.soort) for a in self.afspraken]
        return list(dict.fromkeys([*given, *(doelwit for doelwit in promised if doelwit is not None)]))


def list_toestemmingen(sessie: Sessie, casus_id: str) -> RegisterBeeld:
    """The register of one casus, with who is still missing and what happened before. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        return _beeld(_lees(uow, casus_id, sessie.vandaag()))


def geef_toestemming(sessie: Sessie, casus_id: str, gegevens: ToestemmingGegevens) -> RegisterBeeld:
    """Note that these people agree; what the same person agreed to before for this partner is replaced.

    Raises InhoudOngeldig (nobody, a day in the future, a last day before the first, a name that is not of one
    person), NietGevonden, LezerOverleden; MinderOpNaam (less for one by name than for all of the kind) and
    MeerVoorAllen (more for all of the kind than for one by name).
    """
    return _geef(sessie, casus_id, gegevens, weiger)


def geef_en_beperk_allen(sessie: Sessie, casus_id: str, gegevens: ToestemmingGegevens) -> RegisterBeeld:
    """As `geef_toestemming` by name; where the same person agreed to more for all of that kind, from today on
    the others hear no more either. Raises as that, but for MinderOpNaam."""
    return _geef(sessie, casus_id, gegevens, beperk_allen(sessie.vandaag()))


def geef_alleen_op_naam(sessie: Sessie, casus_id: str, gegevens: ToestemmingGegevens) -> RegisterBeeld:
    """As `geef_toestemming` by name; where the same person agreed to more for all of that kind, that is
    withdrawn today. Raises as that, but for MinderOpNaam."""
    return _geef(sessie, casus_id, gegevens, trek_allen_in(sessie.vandaag()))


def _geef(
    sessie: Sessie, casus_id: str, gegevens: ToestemmingGegevens, oplossing: Oplossing
) -> RegisterBeeld:
    controleer(gegevens, sessie.vandaag())
    with sessie.unit_of_work() as uow:
        poort = lees_poort(uow, casus_id, sessie.vandaag())
        if gegevens.jongere_id not in {jongere.id for jongere in poort.casus.jongeren}:
            raise NietGevonden("Deze jongere hoort niet bij de casus.", "Open de casus opnieuw.")
        gegevens = met_persoon(poort.gezin, gegevens)
        for gever_id in dict.fromkeys(gegevens.gevers):
            given = nieuwe_rij(casus_id, poort.gezin.persoon(gever_id), gegevens)
            vervang(poort.toestemmingen, given)
            for row in [given, *los_botsing_op(poort.toestemmingen, given, sessie.vandaag(), oplossing)]:
                uow.toestemmingen.add(row)
        what = f"toestemming gegeven: {gegevens.partner.label}, {gegevens.niveau.label}"
        uow.log(LogSoort.GEWIJZIGD, what, casus_id=casus_id)
        if oplossing is not weiger:
            uow.log(
                LogSoort.GEWIJZIGD,
                f"toestemming voor allen beperkt: {gegevens.partner.label}",
                casus_id=casus_id,
            )
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
    return RegisterBeeld(
        casus_id=poort.casus.id,
        regels=tuple(sorted(regels, key=lambda regel: regel.niveau is None)),
        vereisten=tuple(_vereiste(register, jongere) for jongere in poort.casus.jongeren),
        ouders=_meelezers(poort),
        historie=tuple(sorted(_historie(register), key=lambda regel: regel.op, reverse=True)),
        zonder_toestemming=frozenset(a.id for a in register.afspraken if not _staat(register, a)),
    )


def _staat(register: _Register, afspraak: Terugkoppelafspraak) -> bool:
    poort, doelwit = register.poort, doelwit_van(afspraak.partner, afspraak.soort)
    needed = nodig(afspraak.niveau, poort.vandaag, poort.casus.gestopt_op)
    return doelwit is not None and all(
        reikt(poort.stand(j.id, doelwit).niveau, needed) for j in poort.casus.jongeren
    )


def _regel(register: _Register, jongere: Persoon, doelwit: Doelwit) -> ToestemmingRegel:
    rijen, vandaag = register.poort.toestemmingen, register.poort.vandaag
    stand = register.poort.stand(jongere.id, doelwit)
    must = {gever.id for gever in stand.vereiste.gevers}
    rows = [
        rij
        for rij in geldig(rijen, vandaag)
        if rij.jongere_id == jongere.id and register.doelwit(rij) in (doelwit, _zonder_naam(doelwit))
    ]
    name = register.naam(doelwit.partner_id) if doelwit.partner_id else doelwit.partner_naam
    nobody = _voor_niemand(register, doelwit)
    return ToestemmingRegel(
        sleutel="|".join((jongere.id, doelwit.partner, doelwit.onderwerp, name, doelwit.partner_id)),
        jongere_id=jongere.id,
        jongere=jongere.roepnaam,
        partner=doelwit.partner,
        partner_naam=name,
        partner_id=doelwit.partner_id,
        onderwerp=doelwit.onderwerp,
        niveau=None if nobody else stand.niveau,
        gevers=tuple(_gever(register, rij, must) for rij in rows),
        ontbreekt=tuple(register.naam(gever.id, gever.naam) for gever in stand.ontbreekt),
        tot=min((rij.tot for rij in rows if rij.tot is not None), default=None),
        zin=stand.vereiste.zin,
        artikel=stand.vereiste.artikel,
        wat_nu=stand.wat_nu,
        let_op=nobody or _meer_voor_allen(register, rows) or _gestopt(register.poort, rows),
    )


def _voor_niemand(register: _Register, doelwit: Doelwit) -> str:
    if doelwit.partner is not PartnerSoort.OUDER:
        return ""
    return waarom_voor_niemand(doelwit.partner_id, doelwit.partner_naam, register.gezin)


def _meer_voor_allen(register: _Register, rows: Sequence[Toestemming]) -> str:
    """Of consents from before this was refused: the least by name, and what holds for all."""
    found = botsingen(rows, register.poort.vandaag)
    if not found:
        return ""
    least, most = found[0].op_naam, found[0].voor_allen
    return (
        f"Let op: bij naam gaf {register.naam(least.gever_id, least.gever_naam)} minder "
        f"({least.niveau.label}), maar voor iedereen van {most.partner.label} geldt: {most.niveau.label}. "
        "Het meeste geldt; trek dat in als het minder moet zijn."
    )


def _gestopt(poort: Poort, rows: Sequence[Toestemming]) -> str:
    """Of consents without a last day that ended with the help."""
    if all(rij.niveau_op(poort.vandaag, poort.casus.gestopt_op) is rij.niveau for rij in rows):
        return ""
    return "De hulp is gestopt, en daarmee deze toestemming: vertellen dat zij stopte mag nog, meer niet."


def _meelezers(poort: Poort) -> tuple[tuple[str, str], ...]:
    found = {o.id: o for j in poort.casus.jongeren for o in poort.gezin.ouders_van(j.id) if not o.overleden}
    return tuple((_uit_elkaar(poort.gezin, ouder), id_) for id_, ouder in found.items())


def _uit_elkaar(gezin: Gezin, ouder: Persoon) -> str:
    """The name; where more are called so, with what they are to the child."""
    if len(dragers_van(ouder.naam, namen_van(gezin))) == 1:
        return ouder.naam
    kinds = dict.fromkeys(band.soort.label for band in gezin.ouderschappen if band.ouder_id == ouder.id)
    born = (str(ouder.geboortedatum.year),) if ouder.geboortedatum else ()
    return f"{ouder.naam} ({', '.join((*kinds, *born))})"


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


# --- withdrawing -----------------------------------------------------------------------------


def _kies(rijen: Iterable[Toestemming], ids: Collection[str]) -> list[Toestemming]:
    found = [rij for rij in rijen if rij.id in ids]
    if not found or len(found) < len(set(ids)):
        raise NietGevonden("Deze toestemming is er niet meer.", "Open de casus opnieuw.")
    return found


def _geraakt(register: _Register, rows: list[Toestemming]) -> list[Geraakt]:
    """One after another, so that each is looked at as the one before left it."""
    rest, touched = list(register.poort.toestemmingen), []
    promises = [open_ for a in register.afspraken if (open_ := _open(a)) is not None]
    stopped = register.poort.casus.gestopt_op
    for row in rows:
        vereiste = register.vereiste(row.jongere_id)
        touched.append(raakt(row, rest, vereiste, promises, register.poort.vandaag, stopped))
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


def _zonder_naam(doelwit: Doelwit) -> Doelwit:
    return Doelwit(doelwit.partner, doelwit.onderwerp)
