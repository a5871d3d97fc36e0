"""Which invitation files a talk needs, and for whom (contract 5, Invitations; RFC 5546).

Pure rules; `exchange.uitnodiging` turns each answer into the bytes of an .ics file.
"""

from __future__ import annotations

import hmac
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from kernteam_tui.domain.codes import Code, PersoonRol, Rol
from kernteam_tui.domain.datumtekst import dag_lang
from kernteam_tui.domain.klok import AMSTERDAM

_ADRES = re.compile(r"[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+")
_LANGSTE_ADRES = 254
_KORTSTE_GEHEIM = 16
GEDEELDE_POST = (
    "Wie niet meer komt, leest dezelfde post als iemand die wel komt. "
    "Daarvoor is geen afzegging gemaakt: zeg het zelf."
)
_EIGEN = "eigen"
_VERVALLEN = "vervallen-"
_ROLLEN: dict[str, Code] = {code.value: code for soort in (PersoonRol, Rol) for code in soort}


class Methode(StrEnum):
    """METHOD of an invitation file."""

    REQUEST = "REQUEST"
    PUBLISH = "PUBLISH"
    CANCEL = "CANCEL"


class Gebeurtenis(StrEnum):
    """What happened to the talk; the value is the first word of the file names."""

    GEPLAND = "uitnodiging"
    VERZET = "wijziging"
    AFGEZEGD = "afzegging"
    HERSTELD = "herstel"


@dataclass(frozen=True)
class Genodigde:
    """Somebody who comes to the talk, without a name."""

    wie: str
    """How the caller knows this person (an id); comes back in `UitTeSchrijven.voor`."""
    rol: str
    """Code of a role (`ouder`, `leerplichtambtenaar`); any other word is written as `deelnemer`."""
    email: str | None = None
    apart: bool = False
    """A parent, jongere or other private person: gets a file alone, so that nobody else sees the address."""
    verplicht: bool = True


@dataclass(frozen=True)
class Adres:
    """One ATTENDEE: what stands as CN (a role, never a name), the address, and must or may come."""

    rol: str
    email: str
    verplicht: bool = True


@dataclass(frozen=True)
class UitTeSchrijven:
    """One file to write. `stam` is its part of the file name; `voor` who it is meant for."""

    methode: Methode
    adressen: tuple[Adres, ...]
    stam: str
    voor: tuple[str, ...]

    @property
    def eigen(self) -> bool:
        """Whether it is the worker's own copy."""
        return self.stam == _EIGEN

    @property
    def vervallen(self) -> bool:
        """Whether it takes somebody out of a talk that goes on for the others."""
        return self.stam.startswith(_VERVALLEN)


@dataclass(frozen=True)
class Uitnodigingen:
    """All files of one change to a talk, and what the worker should know."""

    bestanden: tuple[UitTeSchrijven, ...]
    meldingen: tuple[str, ...]


def kies_bestanden(
    genodigden: Sequence[Genodigde],
    gebeurtenis: Gebeurtenis,
    *,
    eigen_email: str | None,
    eigen_wie: str = "gezinswerker",
    vervallen: Sequence[Genodigde] = (),
) -> Uitnodigingen:
    """Decide which files must be written; the order is always the same.

    - the worker gets a PUBLISH copy of her own (`eigen_wie`): Outlook would take a REQUEST for a foreign one;
    - each private person gets a file alone; professionals with an address share one;
    - with an address: REQUEST; without one, or where the worker has no address to be ORGANIZER: PUBLISH;
    - afgezegd: the same files to the same people as CANCEL;
    - `vervallen`: who is no longer invited since the last file; each gets a CANCEL, except where somebody who
      still comes reads the same mailbox.

    The worker herself does not belong in `genodigden`; whoever has her address is left out of the ATTENDEEs.
    """
    organisator = eigen_email if is_adres(eigen_email) else None
    eigen = _groep((), gebeurtenis, _EIGEN, (eigen_wie,))
    bestanden = [*_uitnodig(genodigden, gebeurtenis, organisator), eigen]
    gedeeld = [een for een in vervallen if _leest_mee(een, genodigden)]
    weg = [een for een in vervallen if een not in gedeeld]
    bestanden += _uitnodig(weg, Gebeurtenis.AFGEZEGD, organisator, _VERVALLEN)
    meldingen = _meldingen(genodigden, eigen_email, organisator)
    return Uitnodigingen(tuple(bestanden), (*meldingen, *(GEDEELDE_POST for _ in gedeeld[:1])))


def _leest_mee(weg: Genodigde, genodigden: Sequence[Genodigde]) -> bool:
    """Whether somebody who comes has the same address."""
    adres = (weg.email or "").casefold()
    return bool(adres) and any((een.email or "").casefold() == adres for een in genodigden)


def bestandsnaam(uid: str, sequence: int, gebeurtenis: Gebeurtenis, stam: str) -> str:
    """A name without name, reason or number of a casus: `uitnodiging-3fa9c2d1-0-ouder-1.ics`.

    Unique for each talk, SEQUENCE and `stam`.
    """
    return f"{gebeurtenis.value}-{uid[:8]}-{sequence}-{stam}.ics"


def uid_voor(gesprek_id: str, geheim: bytes) -> str:
    """The UID of a talk: the same for life, and nothing can be read from it (HMAC-SHA-256, 128 bits)."""
    if len(geheim) < _KORTSTE_GEHEIM:
        raise ValueError("the secret of the store is too short")
    return f"{hmac.digest(geheim, gesprek_id.encode(), 'sha256').hex()[:32]}@startgesprek.invalid"


def is_adres(email: str | None) -> bool:
    """Whether this can stand in an invitation: one plain e-mail address, nothing around it."""
    return bool(email) and len(email or "") <= _LANGSTE_ADRES and bool(_ADRES.fullmatch(email or ""))


def rolnaam(rol: str) -> str:
    """What stands as CN: the label of a known role, else `deelnemer`, so that a name never slips in."""
    code = _ROLLEN.get(rol)
    return code.label if code else "deelnemer"


def regel_voor_telefoon(start: datetime, minuten: int, plek: str = "") -> str:
    """For a text message: `di 24 november, 10:00-11:00, Trajectum College, kamer 1.12`. `start` is aware."""
    van = start.astimezone(AMSTERDAM)
    tot = eind(start, minuten)
    weekdag, dag, maand, _ = dag_lang(van.date()).split()
    delen = (f"{weekdag[:2]} {dag} {maand}", f"{van:%H:%M}-{tot:%H:%M}", " ".join(plek.split()))
    return ", ".join(deel for deel in delen if deel)


def bericht_voor_telefoon(
    regel: str, bellen: str = "", wat: Gebeurtenis = Gebeurtenis.GEPLAND, was: str = ""
) -> str:
    """A message to send or read out: when and where, whom to call, and nothing else.

    `regel` is that of `regel_voor_telefoon`, `bellen` the number of the worker or empty, `was` the line of
    the moment that they were told before: who does not read that it moved, comes twice.
    """
    if wat is Gebeurtenis.AFGEZEGD:
        zinnen = [f"Ons gesprek gaat niet door: {regel}.", *([f"Bellen kan: {bellen}."] if bellen else [])]
        return " ".join(zinnen)
    begin = f"We hebben een gesprek: {regel}."
    if was:
        begin = f"Ons gesprek is verzet. Niet {was}, maar {regel}."
    elif wat is Gebeurtenis.HERSTELD:
        begin = f"Ons gesprek gaat toch door: {regel}."
    kan_niet = [f"Kan het niet? Bel {bellen}."] if bellen else []
    return " ".join([begin, *kan_niet, "Neem gerust iemand mee."])


def eind(start: datetime, minuten: int) -> datetime:
    """The end in Amsterdam, reckoned over a change of the clock."""
    return (start.astimezone(UTC) + timedelta(minutes=minuten)).astimezone(AMSTERDAM)


def _uitnodig(
    genodigden: Sequence[Genodigde], gebeurtenis: Gebeurtenis, organisator: str | None, voorvoegsel: str = ""
) -> list[UitTeSchrijven]:
    apart = [genodigde for genodigde in genodigden if genodigde.apart]
    samen = [genodigde for genodigde in genodigden if not genodigde.apart]
    met = [genodigde for genodigde in samen if _bereikbaar(genodigde, organisator)]
    zonder = [genodigde for genodigde in samen if not _bereikbaar(genodigde, organisator)]
    groepen = [([genodigde], f"gezin-{nummer}") for nummer, genodigde in enumerate(apart, 1)]
    groepen += [(met, "partners"), (zonder, "zonder-adres")]
    return [
        _groep(
            _adressen(groep, organisator),
            gebeurtenis,
            voorvoegsel + stam,
            tuple(genodigde.wie for genodigde in groep),
        )
        for groep, stam in groepen
        if groep
    ]


def _groep(
    adressen: tuple[Adres, ...], gebeurtenis: Gebeurtenis, stam: str, voor: tuple[str, ...]
) -> UitTeSchrijven:
    methode = Methode.REQUEST if adressen else Methode.PUBLISH
    if gebeurtenis is Gebeurtenis.AFGEZEGD:
        methode = Methode.CANCEL
    return UitTeSchrijven(methode, adressen, stam, voor)


def _adressen(groep: Sequence[Genodigde], organisator: str | None) -> tuple[Adres, ...]:
    """One ATTENDEE an address (a shared mailbox stands once); none where there is no ORGANIZER."""
    per_adres: dict[str, Adres] = {}
    for genodigde in groep:
        if genodigde.email and _bereikbaar(genodigde, organisator):
            adres = Adres(rolnaam(genodigde.rol), genodigde.email, genodigde.verplicht)
            per_adres.setdefault(genodigde.email.casefold(), adres)
    return tuple(per_adres.values())


def _bereikbaar(genodigde: Genodigde, organisator: str | None) -> bool:
    if organisator is None or not genodigde.email or not is_adres(genodigde.email):
        return False
    return genodigde.email.casefold() != organisator.casefold()


def _meldingen(
    genodigden: Sequence[Genodigde], eigen_email: str | None, organisator: str | None
) -> tuple[str, ...]:
    meldingen: list[str] = []
    if organisator is None:
        waarom = "klopt niet" if eigen_email and eigen_email.strip() else "is niet ingevuld"
        meldingen.append(
            f"Je eigen e-mailadres {waarom} (F12). Daarom kan niemand antwoorden op de uitnodiging."
        )
    fout = [genodigde for genodigde in genodigden if genodigde.email and not is_adres(genodigde.email)]
    meldingen += [f"Het e-mailadres van de {rolnaam(genodigde.rol)} klopt niet." for genodigde in fout]
    zonder = sum(1 for genodigde in genodigden if not is_adres(genodigde.email))
    if zonder:
        meldingen.append(f"Zonder e-mailadres: {zonder}. Stuur hun de regel voor de telefoon.")
    return tuple(dict.fromkeys(meldingen))
