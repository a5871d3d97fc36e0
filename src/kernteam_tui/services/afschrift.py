"""A copy of the file for one person (Jeugdwet 7.3.10, AVG art. 15), or important facts for a parent without
gezag (BW 1:377c): every piece goes through the deel-poort, and what names another is read first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from pathlib import Path

from kernteam_tui.data.queries.log import LogItem, lees_log
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.afschrift.stukken import Aanspreekvorm, Afschrift, Weggelaten, bestandsnaam
from kernteam_tui.domain.bladzijde import lezercode
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg
from kernteam_tui.domain.delen.deelpoort import Oordeel, beslis
from kernteam_tui.domain.delen.deelregels import REGELS
from kernteam_tui.domain.delen.deelvraag import Deelvraag, Feit, Geval, Lezer
from kernteam_tui.domain.delen.doorlaat import Doorlaat, laat_door
from kernteam_tui.domain.delen.weigeren import weiger
from kernteam_tui.domain.leeftijden.ouders import VOLWASSEN
from kernteam_tui.exchange.afschrift import maak_pdf, maak_tekst
from kernteam_tui.exchange.bestand import schrijf_prive
from kernteam_tui.exchange.printer import druk_af
from kernteam_tui.exchange.uitmap import UIT
from kernteam_tui.services.afschriftbeeld import (
    AfschriftBeeld,
    AfschriftUitkomst,
    BlijftRegel,
    LezerRegel,
    LezersBeeld,
)
from kernteam_tui.services.afschriftdossier import Bron, Dossier, EerstLezen
from kernteam_tui.services.afschriftstukken import GEDEELD, verzamel
from kernteam_tui.services.deelpoort import Poort, eis, is_ouder_zonder_gezag, lees_poort
from kernteam_tui.services.inzage import noteer_inzage
from kernteam_tui.services.laterveranderd import later_veranderd_in
from kernteam_tui.services.lezerkeuze import kies_lezer
from kernteam_tui.services.omgeving import over_een_doel
from kernteam_tui.services.sessie import Sessie

__all__ = [
    "AfschriftBeeld",
    "AfschriftUitkomst",
    "BlijftRegel",
    "LezersBeeld",
    "bereid_afschrift_voor",
    "druk_afschrift_af",
    "list_lezers",
    "maak_afschrift",
    "open_afschrift",
]

ALLE_REGELS = 1_000_000
"""Of the log: a copy says all that was shared."""
_VAN_EEN_ANDER = ("van-een-ander", "derde")
"""Rules whose reason is said by the kind of fact: `woorden van een ander`."""
_WIENS = {Gegeven.NETWERK_ANDER: "mensen uit het netwerk van een ander"}
_VOOR_DE_LEZER = {"onthouden": "goede hulp vraagt dat dit er niet in staat"}
"""Where the sentence of a rule speaks to the worker."""
_NIET_BELANGRIJK = ("geen belangrijk feit over het kind of de verzorging", "BW 1:377c lid 1")


@dataclass(frozen=True)
class _Reden:
    """Why one piece stays out."""

    waarom: str
    artikel: str


@dataclass(frozen=True)
class _Gewogen:
    """A copy with the leave to write it, and the worker's list."""

    poort: Poort
    voor_id: str
    rol: str
    afschrift: Afschrift
    doorlaat: Doorlaat
    lijst: tuple[BlijftRegel, ...]

    @property
    def vrijgegeven(self) -> list[BlijftRegel]:
        return [regel for regel in self.lijst if regel.vrij]


def list_lezers(sessie: Sessie, casus_id: str) -> LezersBeeld:
    """Everybody of the family for whom a copy can be made: who asked stands first. Raises NietGevonden."""
    with sessie.unit_of_work() as uow:
        poort = lees_poort(uow, casus_id, sessie.vandaag())
        rows = [_lezerregel(poort, persoon.id) for persoon in poort.gezin.personen if not persoon.overleden]
    return LezersBeeld(
        casus_id,
        poort.casus.nummer,
        poort.casus.naam,
        tuple(sorted(rows, key=lambda row: (row.gevraagd_op is None, row.soort is LezerSoort.GEZINSLID))),
    )


def bereid_afschrift_voor(
    sessie: Sessie, casus_id: str, voor: str, vrij: Collection[str] = ()
) -> AfschriftBeeld:
    """The copy as it would be, with the list of what stays out and why; nothing leaves yet.

    `voor` is a person's id or `jongere`; `vrij` holds the ids of pieces that the worker read and lets go.
    Raises NietGevonden, LezerOverleden, and the refusals of the deel-poort (among them: nobody asked for it).
    """
    log = _lees_log(sessie, casus_id)
    with sessie.unit_of_work() as uow:
        found = _weeg(uow, lees_poort(uow, casus_id, sessie.vandaag()), voor, vrij, log)
    return AfschriftBeeld(
        casus=found.poort.casus.nummer,
        jongere=found.poort.casus.naam,
        voor_id=found.voor_id,
        voor=found.afschrift.voor,
        belangrijk=found.afschrift.belangrijk,
        tekst=maak_tekst(found.afschrift, found.doorlaat),
        stukken=len(found.afschrift.stukken),
        lijst=found.lijst,
        weggelaten=found.afschrift.weggelaten,
    )


def open_afschrift(sessie: Sessie, casus_id: str, voor: str, vrij: Collection[str] = ()) -> AfschriftBeeld:
    """As `bereid_afschrift_voor`, for somebody who is going to read it: that is logged."""
    beeld = bereid_afschrift_voor(sessie, casus_id, voor, vrij)
    noteer_inzage(sessie, "dossier voor een afschrift", casus_id)
    return beeld


def maak_afschrift(
    sessie: Sessie,
    casus_id: str,
    voor: str,
    vorm: str,
    uit: Path | None = None,
    *,
    vrij: Collection[str] = (),
) -> AfschriftUitkomst:
    """Write the copy; by default into `uit/` beside the store. `vorm` is `pdf` or `tekst`. The copy is
    logged, and each piece that was let go after reading apart.

    Raises as `bereid_afschrift_voor`, and the errors of writing a file.
    """
    log = _lees_log(sessie, casus_id)
    with sessie.unit_of_work() as uow:
        found = _weeg(uow, lees_poort(uow, casus_id, sessie.vandaag()), voor, vrij, log)
        data, meldingen = _druk(found, vorm)
        name = bestandsnaam(
            lezercode(casus_id, found.voor_id), sessie.vandaag(), "pdf" if vorm == "pdf" else "txt"
        )
        path = uit or sessie.map / UIT / name
        schrijf_prive(path, data, found.doorlaat)
        uow.note_uitvoer(casus_id, str(path), f"afschrift ({vorm})", found.rol)
        _log(uow, found, LogSoort.GEEXPORTEERD, f"afschrift ({vorm})")
        uow.commit()
    return AfschriftUitkomst(
        path,
        found.voor_id,
        len(found.afschrift.stukken),
        found.afschrift.weggelaten,
        (*meldingen, *over_een_doel(path.parent)),
    )


def druk_afschrift_af(
    sessie: Sessie, casus_id: str, voor: str, *, vrij: Collection[str] = ()
) -> tuple[str, ...]:
    """Print the copy on the default printer; no file is left. Answers what the worker should know of it.

    Raises as `bereid_afschrift_voor`, and GeenPrinter, AfdrukkenMislukt.
    """
    log = _lees_log(sessie, casus_id)
    with sessie.unit_of_work() as uow:
        found = _weeg(uow, lees_poort(uow, casus_id, sessie.vandaag()), voor, vrij, log)
        data, meldingen = _druk(found, "pdf")
        druk_af(data, found.doorlaat)
        _log(uow, found, LogSoort.AFGEDRUKT, "afschrift")
        uow.commit()
    return meldingen


# --- for whom ---------------------------------------------------------------------------------


def _lezerregel(poort: Poort, persoon_id: str) -> LezerRegel:
    lezer = poort.lezer(persoon_id)
    return LezerRegel(
        persoon_id,
        poort.gezin.persoon(persoon_id).naam,
        lezer.soort,
        is_ouder_zonder_gezag(poort.gevallen(persoon_id, Uitweg.AFSCHRIFT)),
        lezer.gevraagd_op,
    )


def _gevallen(poort: Poort, voor_id: str) -> tuple[Geval, ...]:
    """A copy, or a letter with important facts. Raises the refusals of the deel-poort."""
    gevallen = poort.gevallen(voor_id, Uitweg.AFSCHRIFT)
    if is_ouder_zonder_gezag(gevallen):
        letter = poort.gevallen(voor_id, Uitweg.BRIEF)
        eis(letter)
        return letter
    for geval in gevallen:
        own = beslis(Deelvraag(geval, Feit("eigen", Gegeven.EIGEN_WOORDEN, voor_id)))
        if not own.mag:
            raise weiger(own)
    return gevallen


# --- what goes and what stays -----------------------------------------------------------------


def _weeg(
    uow: UnitOfWork, poort: Poort, voor: str, vrij: Collection[str], log: Iterable[LogItem]
) -> _Gewogen:
    voor_id = kies_lezer(poort, voor)
    gevallen = _gevallen(poort, voor_id)
    lezer = gevallen[0].lezer
    important = gevallen[0].uitweg is Uitweg.BRIEF
    plannen = uow.plannen.find(gezin_id=poort.casus.gezin_id)
    later = later_veranderd_in(uow, poort, gevallen, plannen)
    bronnen = verzamel(uow, Dossier(poort, lezer), log, later)
    allowed = laat_door((bron.feit for bron in bronnen), *gevallen).ids
    held = {b.stuk.id: b.eerst_lezen for b in bronnen if b.eerst_lezen and b.stuk.id in allowed}
    read_first = {id_: why for id_, why in held.items() if id_ not in vrij}
    minor = {b.stuk.id for b in bronnen if important and b.stuk.id in allowed and not b.belangrijk}
    raw = {id_ for id_, why in read_first.items() if why is EerstLezen.RUW} - minor
    asked = [_als_gewogen(b, read_first) for b in bronnen if b.stuk.id not in raw | minor]
    passed = laat_door(asked, *gevallen)
    reasons = {feit.id: _reden(feit, oordeel, gevallen) for feit, oordeel in passed.weggelaten}
    reasons |= dict.fromkeys(raw, _ruw()) | dict.fromkeys(minor, _Reden(*_NIET_BELANGRIJK))
    may_be_freed = held.keys() - minor
    return _Gewogen(
        poort=poort,
        voor_id=voor_id,
        rol=lezer.soort.value,
        afschrift=Afschrift(
            voor=poort.gezin.persoon(voor_id).naam,
            casus=poort.casus.nummer,
            datum=poort.vandaag,
            gevraagd_op=lezer.gevraagd_op,
            belangrijk=important,
            stukken=tuple(bron.stuk for bron in bronnen if bron.stuk.id in passed.ids),
            aanspreekvorm=_aanspreekvorm(poort, lezer),
            weggelaten=_tel(reasons[bron.stuk.id] for bron in bronnen if bron.stuk.id in reasons),
        ),
        doorlaat=passed.doorlaat,
        lijst=tuple(
            _regel(bron, reasons.get(bron.stuk.id), vrij_te_geven=bron.stuk.id in may_be_freed)
            for bron in bronnen
            if bron.stuk.id in reasons or (bron.stuk.id in may_be_freed and bron.stuk.id in vrij)
        ),
    )


def _aanspreekvorm(poort: Poort, lezer: Lezer) -> Aanspreekvorm:
    age = poort.gezin.persoon(lezer.id).leeftijd(poort.vandaag)
    young = lezer.soort is LezerSoort.JONGERE or (age is not None and age < VOLWASSEN)
    return Aanspreekvorm.JE if young else Aanspreekvorm.U


def _als_gewogen(bron: Bron, read_first: Collection[str]) -> Feit:
    """What names another counts as the words of another, until it was read."""
    if bron.stuk.id in read_first:
        return replace(bron.feit, gegeven=Gegeven.WOORDEN_ANDER, over_id="")
    return bron.feit


def _reden(feit: Feit, oordeel: Oordeel, gevallen: tuple[Geval, ...]) -> _Reden:
    if oordeel.regel in _VAN_EEN_ANDER:
        gegeven = Deelvraag(gevallen[0], feit).gegeven
        return _Reden(_WIENS.get(gegeven, gegeven.label), oordeel.artikel)
    return _Reden(_VOOR_DE_LEZER.get(oordeel.regel, oordeel.zin.rstrip(".")), oordeel.artikel)


def _ruw() -> _Reden:
    regel = REGELS["werkaantekening"]
    return _Reden(regel.zin.rstrip("."), regel.artikel)


def _tel(reasons: Iterable[_Reden]) -> tuple[Weggelaten, ...]:
    counted = Counter(reasons)
    return tuple(Weggelaten(n, reason.waarom, reason.artikel) for reason, n in counted.items())


def _regel(bron: Bron, reason: _Reden | None, *, vrij_te_geven: bool) -> BlijftRegel:
    return BlijftRegel(
        id=bron.stuk.id,
        hoofdstuk=bron.stuk.hoofdstuk.label,
        kop=bron.stuk.kop,
        tekst=bron.stuk.tekst,
        waarom=reason.waarom if reason is not None else "",
        artikel=reason.artikel if reason is not None else "",
        vrij_te_geven=vrij_te_geven,
        vrij=reason is None,
    )


# --- out --------------------------------------------------------------------------------------


def _druk(found: _Gewogen, vorm: str) -> tuple[bytes, tuple[str, ...]]:
    if vorm == "tekst":
        return maak_tekst(found.afschrift, found.doorlaat).encode(), ()
    printed = maak_pdf(found.afschrift, found.doorlaat)
    return printed.data, printed.meldingen


def _log(uow: UnitOfWork, found: _Gewogen, soort: LogSoort, wat: str) -> None:
    casus_id = found.poort.casus.id
    uow.log(soort, wat, casus_id=casus_id, voor=found.rol)
    for regel in found.vrijgegeven:
        what = f"afschrift: na lezen meegegeven, uit {regel.hoofdstuk.lower()}"
        uow.log(LogSoort.UITZONDERING, what, casus_id=casus_id, voor=found.rol)


def _lees_log(sessie: Sessie, casus_id: str) -> tuple[LogItem, ...]:
    with sessie.lezen() as conn:
        lines = lees_log(conn, casus_id, ALLE_REGELS)
    return tuple(reversed([line for line in lines if line.soort in GEDEELD]))
