"""The whole gezinsplan on paper: any version, for one reader, through the deel-poort; as a file or printed.

It leaves by `Uitweg.PLAN`. What may name another is held back until the worker has read it.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from pathlib import Path

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.bladzijde import Bladwens, lezercode
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.deelcodes import Gegeven, Uitweg
from kernteam_tui.domain.delen.deelpoort import Oordeel, beslis
from kernteam_tui.domain.delen.deelvraag import Deelvraag, Feit, Geval
from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.domain.gezinsplan import Gezinsplan
from kernteam_tui.domain.gezinsplancodes import Verstrekwijze
from kernteam_tui.domain.ouderszien import waarom_dicht
from kernteam_tui.domain.planpapier import Planpapier, bestandsnaam
from kernteam_tui.domain.plantermijn import papier_vanaf
from kernteam_tui.exchange.bestand import schrijf_prive
from kernteam_tui.exchange.planpapier import maak_tekst
from kernteam_tui.exchange.planpapier.vormen import EXTENSIES, maak_vorm
from kernteam_tui.exchange.printer import druk_af
from kernteam_tui.exchange.uitmap import UIT
from kernteam_tui.services.afschriftdossier import Bron
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.deelpoort import Poort, eis, lees_poort
from kernteam_tui.services.inzage import noteer_inzage
from kernteam_tui.services.laterveranderd import later_veranderd, weeg
from kernteam_tui.services.lezerkeuze import kies_lezer
from kernteam_tui.services.omgeving import over_een_doel
from kernteam_tui.services.planpapierbeeld import Blijft, PapierBeeld, Papierkeuze, PapierUitkomst
from kernteam_tui.services.planpapierblad import maak_papier
from kernteam_tui.services.planpapierdelen import Versie, als_versie, bronnen
from kernteam_tui.services.planverschil import IN_BEWERKING, PlanversieBeeld, versies_van
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.verstrekkingen import noteer_plan

ZELF = "zelf"
"""As a reader: the worker, for her own work."""
HET_GEZIN = "het gezin"
"""As who asked: the term of a plan on paper runs for the family, whoever of them said it."""


@dataclass(frozen=True)
class _Gewogen:
    papier: Planpapier
    doorlaat: Doorlaat
    lijst: tuple[Blijft, ...]
    voor_id: str
    rol: str
    plan: Gezinsplan
    let_op: tuple[str, ...]
    uitzondering: str

    def gezet(self, *, groot: bool) -> _Gewogen:
        """The same in large letters, or not."""
        return replace(self, papier=replace(self.papier, groot=groot))

    @property
    def wat(self) -> str:
        which = "zoals het nu is" if self.papier.concept else f"versie {self.papier.versie}"
        return f"gezinsplan {which}"

    @property
    def versie(self) -> PlanversieBeeld:
        nummer = IN_BEWERKING if self.papier.concept else self.papier.versie
        return PlanversieBeeld(nummer, self.papier.vastgesteld_op)


def get_papierkeuze(sessie: Sessie, casus_id: str) -> Papierkeuze:
    """For whom and of which version a plan can be printed. Raises NietGevonden."""
    casus = get_casus(sessie, casus_id)
    with sessie.unit_of_work() as uow:
        poort = lees_poort(uow, casus_id, sessie.vandaag())
        return Papierkeuze(casus, poort.ouders_apart(), versies_van(_plan(uow, poort)))


def opent_een_reden(sessie: Sessie, casus_id: str, voor: str) -> bool:
    """Whether what the deel-poort refuses this reader opens with a written reason. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        poort = lees_poort(uow, casus_id, sessie.vandaag())
        if voor == ZELF:
            return False
        gevallen = poort.gevallen(kies_lezer(poort, voor, ZELF), Uitweg.PLAN)
    oordelen = [beslis(Deelvraag(geval, Feit("alles", Gegeven.INHOUD))) for geval in gevallen]
    return all(oordeel.mag or oordeel.uitzondering_kan for oordeel in oordelen)


def bereid_planpapier_voor(
    sessie: Sessie,
    casus_id: str,
    voor: str,
    versie: int | None = None,
    *,
    gelezen: Collection[str] = (),
    uitzondering: str = "",
) -> PapierBeeld:
    """The plan as it would be printed for `voor` (id of a person, `jongere`, or `zelf`); nothing leaves.

    `versie`: a number, `IN_BEWERKING` for the plan as it is now; None: the last frozen one, or as it is now
    where none is. `gelezen` holds ids of parts that the worker read and lets go. With `uitzondering`, a
    reason, what a rule opens by a reason is open. Raises NietGevonden, LezerOverleden, and the refusals of
    the deel-poort.
    """
    with sessie.unit_of_work() as uow:
        found = _weeg(uow, lees_poort(uow, casus_id, sessie.vandaag()), voor, versie, gelezen, uitzondering)
        if found.uitzondering:
            _log_uitzondering(uow, casus_id, found)
            uow.commit()
    return PapierBeeld(
        tekst=maak_tekst(found.papier, found.doorlaat),
        voor_id=found.voor_id,
        voor=found.papier.voor,
        versie=found.versie,
        lijst=found.lijst,
        meldingen=found.let_op,
    )


def open_planpapier(
    sessie: Sessie,
    casus_id: str,
    voor: str,
    versie: int | None = None,
    *,
    gelezen: Collection[str] = (),
    uitzondering: str = "",
) -> PapierBeeld:
    """As `bereid_planpapier_voor`, for somebody who is going to read it: that is logged."""
    beeld = bereid_planpapier_voor(sessie, casus_id, voor, versie, gelezen=gelezen, uitzondering=uitzondering)
    noteer_inzage(sessie, "gezinsplan voor op papier", casus_id)
    return beeld


def maak_planpapier(
    sessie: Sessie,
    casus_id: str,
    voor: str,
    vorm: str,
    versie: int | None = None,
    uit: Path | None = None,
    *,
    gelezen: Collection[str] = (),
    uitzondering: str = "",
    groot: bool = False,
) -> PapierUitkomst:
    """Write the plan; by default into `uit/` beside the store. `vorm` is one of `domain.planpapier.VORMEN`;
    `groot`: in large letters (text has none).
    The export is logged, and each part that was let go after reading, and an exception, apart.

    Raises as `bereid_planpapier_voor`, PdfMislukt, and the errors of writing a file.
    """
    with sessie.unit_of_work() as uow:
        found = _weeg(uow, lees_poort(uow, casus_id, sessie.vandaag()), voor, versie, gelezen, uitzondering)
        found = found.gezet(groot=groot)
        made = maak_vorm(found.papier, found.doorlaat, vorm)
        code = lezercode(casus_id, found.voor_id, Bladwens(groot=groot))
        name = bestandsnaam(found.plan.id, found.papier, EXTENSIES[vorm], code)
        path = uit or sessie.map / UIT / name
        schrijf_prive(path, made.data, found.doorlaat)
        what = f"{found.wat} ({vorm})"
        _noteer_verstrekt(uow, casus_id, found, Verstrekwijze.BESTAND, vorm, made.data)
        uow.note_uitvoer(casus_id, str(path), what, found.rol)
        _log(uow, casus_id, found, LogSoort.GEEXPORTEERD, what)
        uow.commit()
    weg = sum(not regel.vrij for regel in found.lijst)
    notes = (*found.let_op, *made.meldingen, *over_een_doel(path.parent))
    return PapierUitkomst(path, found.voor_id, found.versie.nummer, weg, notes)


def druk_planpapier_af(
    sessie: Sessie,
    casus_id: str,
    voor: str,
    versie: int | None = None,
    *,
    gelezen: Collection[str] = (),
    uitzondering: str = "",
    groot: bool = False,
) -> tuple[str, ...]:
    """Print the plan on the default printer; no file is left. Answers what the worker should know of it.
    Where the family waited for the plan on paper, it has it now.

    Raises as `maak_planpapier`, and GeenPrinter, AfdrukkenMislukt.
    """
    with sessie.unit_of_work() as uow:
        found = _weeg(uow, lees_poort(uow, casus_id, sessie.vandaag()), voor, versie, gelezen, uitzondering)
        found = found.gezet(groot=groot)
        made = maak_vorm(found.papier, found.doorlaat, "pdf")
        druk_af(made.data, found.doorlaat)
        _noteer_verstrekt(uow, casus_id, found, Verstrekwijze.AFGEDRUKT, "pdf", made.data)
        _noteer_gegeven(uow, casus_id, found)
        _log(uow, casus_id, found, LogSoort.AFGEDRUKT, found.wat)
        uow.commit()
    return (*found.let_op, *made.meldingen)


# --- which version, for whom ----------------------------------------------------------------------


def _plan(uow: UnitOfWork, poort: Poort) -> Gezinsplan:
    found = uow.plannen.find(gezin_id=poort.casus.gezin_id)
    if not found:
        raise NietGevonden("Er is nog geen gezinsplan.", "Begin er samen met het gezin een.")
    return found[0]


def _versie(uow: UnitOfWork, plan: Gezinsplan, nummer: int | None) -> Versie:
    if nummer == IN_BEWERKING or (nummer is None and plan.laatste_versie is None):
        return als_versie(uow, plan, None)
    wanted = plan.versie if nummer is None else nummer
    for versie in plan.versies:
        if versie.nummer == wanted:
            return als_versie(uow, plan, versie)
    raise NietGevonden("Deze versie van het gezinsplan is er niet.", "Kies een andere versie.")


def _gevallen(poort: Poort, voor: str, reden: str) -> tuple[Geval, ...]:
    """Raises NietGevonden, LezerOverleden and the refusals of the deel-poort."""
    if voor == ZELF:
        return poort.eigen_werk(Uitweg.PLAN)
    gevallen = poort.gevallen(kies_lezer(poort, voor, ZELF), Uitweg.PLAN, reden)
    eis(gevallen)
    return gevallen


# --- what goes and what stays -----------------------------------------------------------------------


def _weeg(
    uow: UnitOfWork,
    poort: Poort,
    voor: str,
    nummer: int | None,
    gelezen: Collection[str],
    reden: str,
) -> _Gewogen:
    plan = _plan(uow, poort)
    versie = _versie(uow, plan, nummer)
    gevallen = _gevallen(poort, voor, reden)
    lezer = gevallen[0].lezer
    alles = bronnen(poort, gevallen, versie)
    weging = weeg(alles, gevallen, gelezen)
    passed, held = weging.passed, weging.held
    reasons = {
        feit.id: _waarom(poort, feit, oordeel, gevallen, feit.id in held)
        for feit, oordeel in passed.weggelaten
    }
    lijst = tuple(
        _blijft(bron, reasons.get(bron.stuk.id), held)
        for bron in alles
        if bron.stuk.id in reasons or bron.stuk.id in held
    )
    exception = reden.strip() if passed.doorlaat.uitzonderingen else ""
    return _Gewogen(
        papier=maak_papier(
            poort,
            lezer,
            versie,
            passed.ids,
            niet_alles=bool(reasons),
            later=later_veranderd(poort, gevallen, versie, gelezen),
        ),
        doorlaat=passed.doorlaat,
        lijst=lijst,
        voor_id=lezer.id or ZELF,
        rol=lezer.soort.value,
        plan=plan,
        let_op=_let_op(versie, passed.doorlaat),
        uitzondering=exception,
    )


def _waarom(poort: Poort, feit: Feit, oordeel: Oordeel, gevallen: tuple[Geval, ...], held: bool) -> str:
    if held:
        return "lees dit eerst: er staat misschien iets in van of over een ander"
    if feit.onthouden:
        return waarom_dicht(gevallen[0].lezer.soort)
    gegeven = Deelvraag(gevallen[0], feit).gegeven
    if gegeven is Gegeven.CONTACT_ANDER:
        return "daarin staat een adres of nummer van een ander, of waar iemand gaat wonen"
    if gegeven is Gegeven.WOORDEN_ANDER:
        parents = {band.ouder_id for band in poort.ouders()}
        return "woorden van de andere ouder" if feit.over_id in parents else "woorden van een ander"
    return oordeel.zin.rstrip(".")


def _blijft(bron: Bron, reason: str | None, held: Collection[str]) -> Blijft:
    return Blijft(
        id=bron.stuk.id,
        kop=bron.stuk.kop,
        tekst=bron.stuk.tekst,
        waarom=reason or "",
        vrij_te_geven=bron.stuk.id in held,
        vrij=reason is None,
    )


def _let_op(versie: Versie, doorlaat: Doorlaat) -> tuple[str, ...]:
    """What to mind though it was allowed, as the deel-poort says it."""
    notes = [oordeel.wat_nu for oordeel in doorlaat.oordelen if oordeel.wat_nu]
    if versie.vastgesteld_op is None:
        notes.append("Dit plan is nog niet vastgesteld: op elk vel staat CONCEPT.")
    return tuple(dict.fromkeys(notes))


# --- out ----------------------------------------------------------------------------------------------


def _noteer_verstrekt(
    uow: UnitOfWork, casus_id: str, found: _Gewogen, hoe: Verstrekwijze, vorm: str, data: bytes
) -> None:
    """In the register of what was given; what the worker makes for herself is given to nobody."""
    if found.papier.eigen_werk:
        return
    asked = HET_GEZIN if _is_gevraagd(found) else ""
    noteer_plan(
        uow,
        casus_id,
        found.voor_id,
        found.rol,
        found.papier,
        hoe=hoe,
        vorm=vorm,
        data=data,
        gevraagd_door=asked,
    )


def _is_gevraagd(found: _Gewogen) -> bool:
    """Whether this is what the family waits for: a fixed version, for one of them."""
    plan, to_family = found.plan, not (found.papier.concept or found.papier.eigen_werk)
    return to_family and papier_vanaf(plan.op_papier_gevraagd_op, plan.op_papier_gegeven_op) is not None


def _noteer_gegeven(uow: UnitOfWork, casus_id: str, found: _Gewogen) -> None:
    """A fixed version printed for the family answers the request for the plan on paper, so that its term
    stops (Jeugdwet 4.1.3 lid 4). The plan itself does not change by it."""
    if _is_gevraagd(found):
        found.plan.op_papier_gegeven_op = found.papier.datum
        uow.log(LogSoort.GEWIJZIGD, "gezinsplan: op papier", casus_id=casus_id)


def _log(uow: UnitOfWork, casus_id: str, found: _Gewogen, soort: LogSoort, wat: str) -> None:
    uow.log(soort, wat, casus_id=casus_id, voor=found.rol)
    for regel in found.lijst:
        if regel.vrij:
            what = "gezinsplan: na lezen meegegeven"
            uow.log(LogSoort.UITZONDERING, what, casus_id=casus_id, voor=found.rol)
    _log_uitzondering(uow, casus_id, found)


def _log_uitzondering(uow: UnitOfWork, casus_id: str, found: _Gewogen) -> None:
    if found.uitzondering:
        uow.log(LogSoort.UITZONDERING, found.uitzondering, casus_id=casus_id, voor=found.rol)
