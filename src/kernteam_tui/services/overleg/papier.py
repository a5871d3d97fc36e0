"""The agenda of the overleg on paper: for the table, or for one partner; initials or less."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.domain.fouten import NietGevonden, RegelGeweigerd
from kernteam_tui.domain.namen import Naamwoorden
from kernteam_tui.domain.school import Kernpartner
from kernteam_tui.exchange.bestand import schrijf_prive
from kernteam_tui.exchange.overleg import Agendablad, Bladpunt, maak_pdf, maak_tekst
from kernteam_tui.exchange.printer import druk_af
from kernteam_tui.exchange.uitmap import UIT
from kernteam_tui.services.namen import lees_namen
from kernteam_tui.services.omgeving import over_een_doel
from kernteam_tui.services.overleg.lezen import weeg
from kernteam_tui.services.overleg.poort import EEN_LEERLING, Gezien, Mag, bepaal_mag, toon_punt, wie_is
from kernteam_tui.services.overleg.stand import Stand, lees_bekend, lees_stand
from kernteam_tui.services.sessie import Sessie

TAFEL = ""
"""For everybody who is there: only what each of them may know."""


@dataclass(frozen=True)
class BladBeeld:
    """The paper before it is made, and why something is not on it."""

    school: str
    lezers: tuple[tuple[str, str], ...]
    """(id, who) of everybody for whom it can be made; the table first."""
    tekst: str
    weggelaten: tuple[str, ...]
    """Each reason once: who, how far, the sentence and the article."""


@dataclass(frozen=True)
class BladUitkomst:
    """The file that was written, and what the worker should know of it."""

    bestand: Path
    meldingen: tuple[str, ...]


@dataclass(frozen=True)
class _Gemaakt:
    blad: Agendablad
    doorlaten: tuple[Doorlaat, ...]
    over: tuple[str, ...]
    """Ids of the casussen of which something is on the paper."""
    lezers: tuple[tuple[str, str], ...]
    redenen: tuple[str, ...]
    voor: str
    """A role, for the log."""
    lezer_id: str
    """Of the partner; empty for the table."""


def get_blad(sessie: Sessie, school_id: str, voor: str = TAFEL) -> BladBeeld:
    """The agenda as `voor` (id of a kernpartner, or the table) would get it; nothing leaves yet.

    Raises RegelGeweigerd where nobody else is there or no moment is known, NietGevonden.
    """
    made = _maak(sessie, school_id, voor)
    text = maak_tekst(made.blad, made.doorlaten)
    return BladBeeld(made.blad.school, made.lezers, text, made.redenen)


def schrijf_blad(
    sessie: Sessie, school_id: str, voor: str, vorm: str, uit: Path | None = None
) -> BladUitkomst:
    """Write the agenda into `uit/` (or to `uit`). `vorm` is `pdf` or `tekst`.

    Raises what `get_blad` raises, and the errors of writing a file.
    """
    made = _maak(sessie, school_id, voor)
    meldingen: tuple[str, ...] = ()
    if vorm == "pdf":
        printed = maak_pdf(made.blad, made.doorlaten)
        data, meldingen = printed.data, printed.meldingen
    else:
        data = maak_tekst(made.blad, made.doorlaten).encode()
    path = uit or sessie.map / UIT / _bestandsnaam(made, school_id, vorm)
    schrijf_prive(path, data, made.doorlaten[0])
    with sessie.unit_of_work() as uow:
        what = f"agenda overleg ({vorm})"
        uow.note_uitvoer_van(made.over, str(path), what, made.voor)
        for casus_id in made.over or (None,):
            uow.log(LogSoort.GEEXPORTEERD, what, casus_id=casus_id, voor=made.voor)
        uow.commit()
    return BladUitkomst(path, (*meldingen, *over_een_doel(path.parent)))


def druk_blad_af(sessie: Sessie, school_id: str, voor: str) -> tuple[str, ...]:
    """Print the agenda on the default printer; no file is left. Answers what the worker should know of it.

    Raises what `get_blad` raises, GeenPrinter, AfdrukkenMislukt.
    """
    made = _maak(sessie, school_id, voor)
    printed = maak_pdf(made.blad, made.doorlaten)
    druk_af(printed.data, made.doorlaten[0])
    with sessie.unit_of_work() as uow:
        for casus_id in made.over or (None,):
            uow.log(LogSoort.AFGEDRUKT, "agenda overleg", casus_id=casus_id, voor=made.voor)
        uow.commit()
    return printed.meldingen


def _maak(sessie: Sessie, school_id: str, voor: str) -> _Gemaakt:
    bekend = lees_bekend(sessie, school_id)
    namen = Naamwoorden(lees_namen(sessie))
    vandaag = sessie.vandaag()
    with sessie.unit_of_work() as uow:
        stand = lees_stand(uow, bekend, school_id, vandaag)
        readers = _lezers(stand, voor)
        gewogen = weeg(uow, stand, namen, vandaag)
    zieners = gewogen.zieners(readers)
    seen = [
        (item, toon_punt(item, gewogen.poorten.get(item.sleutel), zieners, namen)) for item in stand.agenda
    ]
    whys = [bepaal_mag(poort, partner) for poort in gewogen.poorten.values() for partner in readers]
    assert stand.start is not None  # `_lezers` looked
    return _Gemaakt(
        blad=Agendablad(
            school=stand.school.naam,
            start=stand.start,
            minuten=stand.minuten,
            voor=readers[0].rol.label if voor else "",
            datum=vandaag,
            punten=tuple(_bladpunt(gezien) for _, gezien in seen),
        ),
        doorlaten=tuple(ziener.door.doorlaat for ziener in zieners),
        over=tuple(
            item.punt.casus_id for item, gezien in seen if item.punt.casus_id and gezien.wie != EEN_LEERLING
        ),
        lezers=((TAFEL, "op tafel, voor iedereen"), *((p.id, wie_is(p)) for p in stand.anderen)),
        redenen=tuple(dict.fromkeys(_reden(mag) for mag in whys if not mag.alles)),
        voor=readers[0].rol.value if voor else "kernteam",
        lezer_id=voor,
    )


def _lezers(stand: Stand, voor: str) -> tuple[Kernpartner, ...]:
    if stand.start is None:
        raise RegelGeweigerd("Er is nog geen moment voor dit overleg.", "Kies er een met v in de agenda.")
    if not stand.anderen:
        raise RegelGeweigerd(
            "Er is niemand anders bij dit overleg.", "Vink met a in de agenda aan wie er is."
        )
    if voor == TAFEL:
        return stand.anderen
    found = tuple(partner for partner in stand.anderen if partner.id == voor)
    if not found:
        raise NietGevonden(
            "Die partner is niet bij dit overleg.", "Kies een ander, of vink met a aan wie er is."
        )
    return found


def _reden(mag: Mag) -> str:
    why = f" {mag.zin}" if mag.niveau is None else ""
    return f"{mag.wie}: {mag.label}.{why} ({mag.artikel})"


def _bladpunt(gezien: Gezien) -> Bladpunt:
    return Bladpunt(gezien.wie, gezien.regels)


def _bestandsnaam(made: _Gemaakt, school_id: str, vorm: str) -> str:
    """`overleg-jeugdarts-20261123-k1f09ac.pdf`: a role and a day, and a code that says nothing of who."""
    code = hashlib.sha256(f"{school_id} {made.lezer_id}".encode()).hexdigest()[:6]
    role = made.voor.replace("_", "-")
    return f"overleg-{role}-{dag_van(made.blad.start):%Y%m%d}-k{code}.{'pdf' if vorm == 'pdf' else 'txt'}"
