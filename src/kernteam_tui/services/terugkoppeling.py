"""Telling partners that the help began or stopped: what is open, the message, and done on (S32)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kernteam_tui.data.queries.feiten import Welke
from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort, Niveau, TerugkoppelMoment
from kernteam_tui.domain.deelcodes import Gegeven, Uitweg
from kernteam_tui.domain.delen.afspraken import doelwit_van, staat_voor
from kernteam_tui.domain.delen.deelpoort import beslis
from kernteam_tui.domain.delen.deelvraag import Deelvraag, Feit, Geval, Lezer
from kernteam_tui.domain.delen.doorlaat import Doorlaat, laat_door
from kernteam_tui.domain.delen.leeftijd import band_van
from kernteam_tui.domain.delen.partners import lezer_voor
from kernteam_tui.domain.delen.toestemmingen import Doelwit
from kernteam_tui.domain.delen.weigeren import weiger
from kernteam_tui.domain.fouten import NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gesprek import Gesprek, Terugkoppelafspraak
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.signalen import Beeld
from kernteam_tui.domain.signalen.loop import terugkoppelen_op
from kernteam_tui.domain.terugkoppeling import Nieuws, NogNiets, bestandsnaam, nieuws_van, over_wie
from kernteam_tui.exchange.bestand import schrijf_prive
from kernteam_tui.exchange.terugkoppeling import Brief, maak_pdf, maak_tekst
from kernteam_tui.exchange.uitmap import UIT
from kernteam_tui.services.beelden import lees_beelden, lees_werkdag
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.deelpoort import Poort, lees_poort
from kernteam_tui.services.omgeving import over_een_doel
from kernteam_tui.services.sessie import Sessie

_FEIT = Feit("hulp", Gegeven.GESTART_GESTOPT)
"""The one fact that a message holds."""


@dataclass(frozen=True)
class TerugkoppelTaak:
    """A promise to a partner that is not kept yet."""

    casus_id: str
    nummer: str
    jongere: str
    afspraak_id: str
    partner: str
    niveau: Niveau
    moment: TerugkoppelMoment
    uiterlijk: date | None
    """The day on which it was or becomes due; None while its moment has not come."""
    toestemming: bool
    """Whether the family agreed to what was promised."""


@dataclass(frozen=True)
class Weigering:
    """Why there is no message, and what to do about it."""

    titel: str
    tekst: str
    stap: str
    uitzondering_kan: bool


@dataclass(frozen=True)
class BerichtBeeld:
    """The message for one partner on the screen, or why there is none."""

    casus: str
    """Number of the casus."""
    partner: str
    doelwit: Doelwit | None
    """Whose consent is asked; None where it is not known what partner this is."""
    om_wie: str
    """Names and klas, for the worker to say; not in the message."""
    tekst: str
    """The message; empty where it was refused."""
    gedaan_op: date | None
    weigering: Weigering | None


@dataclass(frozen=True)
class BerichtUitkomst:
    """The file that was written, and what the worker should know of it."""

    bestand: Path
    meldingen: tuple[str, ...]


@dataclass(frozen=True)
class _Vraag:
    """One agreement before the deel-poort."""

    poort: Poort
    afspraak: Terugkoppelafspraak
    doelwit: Doelwit | None
    nieuws: Nieuws | None
    aan_de_beurt: bool
    gevallen: tuple[Geval, ...]
    uitzondering: str

    @property
    def casus(self) -> Casus:
        return self.poort.casus


@dataclass(frozen=True)
class _Bericht:
    brief: Brief
    doorlaat: Doorlaat
    doelwit: Doelwit
    nieuws: Nieuws


def list_terugkoppelingen(sessie: Sessie) -> tuple[TerugkoppelTaak, ...]:
    """What was promised to partners and not told yet, over all casussen: what is due first."""
    beelden = lees_beelden(sessie, lees_werkdag(sessie), welke=Welke.MET_WERK)
    tasks = [task for beeld in beelden for task in _taken(beeld)]
    return tuple(sorted(tasks, key=lambda task: (task.uiterlijk or date.max, task.nummer)))


def get_bericht(sessie: Sessie, casus_id: str, afspraak_id: str, *, uitzondering: str = "") -> BerichtBeeld:
    """The message without content, to read out or copy; or the rule that forbids it. Nothing leaves yet.

    Raises NietGevonden.
    """
    beeld = _beeld(sessie, casus_id)
    with sessie.unit_of_work() as uow:
        vraag = _vraag(uow, beeld, afspraak_id, uitzondering)
        refused = _weigering(vraag)
        text = "" if refused else _tekst(_maak(vraag))
    names = " en ".join(jongere.naam for jongere in vraag.casus.jongeren)
    klas = f", klas {vraag.casus.klas}" if vraag.casus.klas else ""
    return BerichtBeeld(
        casus=vraag.casus.nummer,
        partner=vraag.afspraak.partner,
        doelwit=vraag.doelwit,
        om_wie=f"{names}{klas}",
        tekst=text,
        gedaan_op=vraag.afspraak.gedaan_op,
        weigering=refused and Weigering(refused[0].titel, refused[0].tekst, refused[0].stap, refused[1]),
    )


def noteer_verteld(sessie: Sessie, casus_id: str, afspraak_id: str, *, uitzondering: str = "") -> CasusBeeld:
    """Note that the message was read out or copied by hand, and that it is done.

    Raises NietGevonden, NogNiets, and the refusals of the deel-poort.
    """
    beeld = _beeld(sessie, casus_id)
    with sessie.unit_of_work() as uow:
        vraag = _vraag(uow, beeld, afspraak_id, uitzondering)
        _log_bericht(uow, vraag, _eis(vraag), "verteld")
        _vink_af(vraag)
        uow.commit()
    return get_casus(sessie, casus_id)


def schrijf_bericht(
    sessie: Sessie,
    casus_id: str,
    afspraak_id: str,
    vorm: str,
    uit: Path | None = None,
    *,
    uitzondering: str = "",
) -> BerichtUitkomst:
    """Write the message as a letter into `uit/` (or to `uit`) and note that it is done. `vorm` is `pdf` or
    `tekst`.

    Raises NietGevonden, NogNiets, the refusals of the deel-poort, and the errors of writing a file.
    """
    beeld = _beeld(sessie, casus_id)
    with sessie.unit_of_work() as uow:
        vraag = _vraag(uow, beeld, afspraak_id, uitzondering)
        bericht = _eis(vraag)
        data, meldingen = _druk(bericht, vorm)
        extension = "pdf" if vorm == "pdf" else "txt"
        name = bestandsnaam(bericht.doelwit.partner, sessie.vandaag(), afspraak_id, extension)
        path = uit or sessie.map / UIT / name
        schrijf_prive(path, data, bericht.doorlaat)
        partner = bericht.doelwit.partner.label
        uow.note_uitvoer(casus_id, str(path), f"terugkoppeling ({vorm})", partner)
        _log_bericht(uow, vraag, bericht, vorm)
        _vink_af(vraag)
        uow.commit()
    return BerichtUitkomst(path, (*meldingen, *over_een_doel(path.parent)))


# --- the message -----------------------------------------------------------------------------


def _beeld(sessie: Sessie, casus_id: str) -> Beeld:
    found = lees_beelden(sessie, lees_werkdag(sessie), casus_id)
    if not found:
        raise NietGevonden("Deze casus staat niet (meer) in de kluis.", "Ga terug en open hem opnieuw.")
    return found[0]


def _taken(beeld: Beeld) -> Iterable[TerugkoppelTaak]:
    feiten = beeld.feiten
    for afspraak in feiten.terugkoppelingen:
        yield TerugkoppelTaak(
            casus_id=feiten.casus_id,
            nummer=feiten.nummer,
            jongere=feiten.jongere,
            afspraak_id=afspraak.id,
            partner=afspraak.partner,
            niveau=afspraak.niveau,
            moment=afspraak.moment,
            uiterlijk=terugkoppelen_op(beeld, afspraak),
            toestemming=staat_voor(feiten, afspraak, beeld.vandaag),
        )


def _vraag(uow: UnitOfWork, beeld: Beeld, afspraak_id: str, uitzondering: str) -> _Vraag:
    casus_id, vandaag = beeld.feiten.casus_id, beeld.vandaag
    _, afspraak = zoek_afspraak(uow.gesprekken.find(casus_id=casus_id), afspraak_id)
    poort = lees_poort(uow, casus_id, vandaag)
    doelwit = doelwit_van(afspraak.partner, afspraak.soort)
    due = [terugkoppelen_op(beeld, feit) for feit in beeld.feiten.terugkoppelingen if feit.id == afspraak_id]
    return _Vraag(
        poort=poort,
        afspraak=afspraak,
        doelwit=doelwit,
        nieuws=nieuws_van(beeld.feiten, vandaag),
        aan_de_beurt=None not in due,
        gevallen=_gevallen(poort, doelwit, uitzondering) if doelwit is not None else (),
        uitzondering=uitzondering,
    )


def zoek_afspraak(gesprekken: Sequence[Gesprek], afspraak_id: str) -> tuple[Gesprek, Terugkoppelafspraak]:
    """The agreement with that id and the talk that it hangs under. Raises NietGevonden."""
    for gesprek in gesprekken:
        for afspraak in gesprek.terugkoppelafspraken:
            if afspraak.id == afspraak_id:
                return gesprek, afspraak
    raise NietGevonden("Deze afspraak is er niet meer.", "Open de casus opnieuw.")


def _gevallen(poort: Poort, doelwit: Doelwit, uitzondering: str) -> tuple[Geval, ...]:
    return tuple(_geval(poort, jongere, doelwit, uitzondering) for jongere in poort.casus.jongeren)


def _geval(poort: Poort, jongere: Persoon, doelwit: Doelwit, uitzondering: str) -> Geval:
    return Geval(
        lezer=Lezer(lezer_voor(doelwit.partner)),
        uitweg=Uitweg.TERUGKOPPELING,
        jongere_id=jongere.id,
        band=band_van(jongere, poort.vandaag),
        wilsonbekwaam=jongere.wilsonbekwaam,
        toestemming=poort.stand(jongere.id, doelwit).niveau,
        reden=uitzondering,
    )


def _weigering(vraag: _Vraag) -> tuple[RegelGeweigerd, bool] | None:
    """The error, and whether a written reason would open it; None where the message may go."""
    if vraag.nieuws is None:
        return NogNiets(
            "De hulp is nog niet gestart.", "Is dat wel zo? Zet dan de startdag bij de casus."
        ), False
    if not vraag.aan_de_beurt:
        agreed = vraag.afspraak.moment.label
        return NogNiets(f"Afgesproken is: {agreed}. Dat is nu niet zo.", "Wacht tot het zover is."), False
    if vraag.doelwit is None:
        return (
            NogNiets("Er staat niet bij wat voor partner dit is.", "Wijzig de afspraak en kies het."),
            False,
        )
    for oordeel in (beslis(Deelvraag(geval, _FEIT)) for geval in vraag.gevallen):
        if not oordeel.mag:
            return weiger(oordeel), oordeel.uitzondering_kan
    return None


def _eis(vraag: _Vraag) -> _Bericht:
    refused = _weigering(vraag)
    if refused:
        raise refused[0]
    return _maak(vraag)


def _maak(vraag: _Vraag) -> _Bericht:
    doelwit, nieuws = vraag.doelwit, vraag.nieuws
    assert doelwit is not None  # `_weigering` looked
    assert nieuws is not None
    brief = Brief(
        aan=doelwit.partner.label,
        over=tuple(
            over_wie(j.roepnaam, j.achternaam, vraag.casus.klas, doelwit.partner)
            for j in vraag.casus.jongeren
        ),
        datum=vraag.poort.vandaag,
        nieuws=nieuws,
    )
    doorlaat = laat_door([_FEIT], *vraag.gevallen).doorlaat
    return _Bericht(brief, doorlaat, doelwit, nieuws)


def _tekst(bericht: _Bericht) -> str:
    return maak_tekst(bericht.brief, bericht.doorlaat)


def _druk(bericht: _Bericht, vorm: str) -> tuple[bytes, tuple[str, ...]]:
    if vorm == "tekst":
        return _tekst(bericht).encode(), ()
    printed = maak_pdf(bericht.brief, bericht.doorlaat)
    return printed.data, printed.meldingen


def _vink_af(vraag: _Vraag) -> None:
    if vraag.afspraak.gedaan_op is None:
        vraag.afspraak.gedaan_op = vraag.poort.vandaag


def _log_bericht(uow: UnitOfWork, vraag: _Vraag, bericht: _Bericht, hoe: str) -> None:
    casus_id, partner = vraag.casus.id, bericht.doelwit.partner.label
    what = f"terugkoppeling: {bericht.nieuws.aanleiding.label} ({hoe})"
    uow.log(LogSoort.GEEXPORTEERD, what, casus_id=casus_id, voor=partner)
    if bericht.doorlaat.uitzonderingen:
        uow.log(LogSoort.UITZONDERING, vraag.uitzondering.strip(), casus_id=casus_id, voor=partner)
