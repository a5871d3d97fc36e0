"""An invitation on paper for each parent and jongere of a talk: when, where, who by role, and no content."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from kernteam_tui.domain.codes import LogSoort, PersoonRol, Rol
from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.gesprek import Deelnemer
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.plancodes import Reactie
from kernteam_tui.domain.uitnodigen import Gebeurtenis, bestandsnaam, rolnaam
from kernteam_tui.exchange.bestand import schrijf_prive
from kernteam_tui.exchange.gespreksbrief import Gespreksbrief, maak_pdf
from kernteam_tui.exchange.uitmap import UIT
from kernteam_tui.services.deelpoort import Poort, doorlaat_uitnodiging, lees_poort
from kernteam_tui.services.omgeving import over_een_doel
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.uitnodigingen import Post, lees_post


@dataclass(frozen=True)
class BriefBestand:
    """A letter that was written, and for whom it is (id of the person)."""

    pad: Path
    voor: str


@dataclass(frozen=True)
class BrievenUitkomst:
    """All letters of a talk, and what the worker should know."""

    brieven: tuple[BriefBestand, ...]
    meldingen: tuple[str, ...]


def schrijf_brieven(sessie: Sessie, gesprek_id: str, doel: Path | None = None) -> BrievenUitkomst:
    """Write a letter for each person of the family who is invited, and for who no longer is, by default into
    `uit/` beside the store.

    Raises NietGevonden, RegelGeweigerd where nobody of the family comes, MapNietSchrijfbaar, SchijfVol.
    """
    with sessie.unit_of_work() as uow:
        post = lees_post(uow, gesprek_id, doel or sessie.map / UIT)
        poort = lees_poort(uow, post.gesprek.casus_id, sessie.vandaag())
        letters = tuple(_brieven(post, poort))
        if not letters:
            raise RegelGeweigerd("Er is niemand van het gezin uitgenodigd.", "Kies eerst wie erbij komt.")
        files: list[BriefBestand] = []
        meldingen: list[str] = []
        for number, (wie, brief) in enumerate(letters, 1):
            doorlaat = doorlaat_uitnodiging(poort, (wie,))
            printed = maak_pdf(brief, doorlaat)
            path = post.folder / _naam(post, brief, number)
            schrijf_prive(path, printed.data, doorlaat)
            uow.note_uitvoer(post.gesprek.casus_id, str(path), f"brief {post.gesprek.soort}", "gezin")
            files.append(BriefBestand(path, wie))
            meldingen += printed.meldingen
        what = f"brief {post.gesprek.soort}"
        uow.log(LogSoort.GEEXPORTEERD, what, casus_id=post.gesprek.casus_id, voor="gezin")
        uow.commit()
    return BrievenUitkomst(tuple(files), (*dict.fromkeys(meldingen), *over_een_doel(post.folder)))


def _naam(post: Post, brief: Gespreksbrief, number: int) -> str:
    what = Gebeurtenis.AFGEZEGD if brief.afgezegd else post.what
    ics = bestandsnaam(post.uid, post.gesprek.volgnummer, what, f"brief-{number}")
    return Path(ics).with_suffix(".pdf").name


def _brieven(post: Post, poort: Poort) -> Iterator[tuple[str, Gespreksbrief]]:
    """(id of the reader, letter)."""
    gezin, off = poort.gezin, post.what is Gebeurtenis.AFGEZEGD
    family = {persoon.id for persoon in gezin.personen}
    coming = sorted(post.gesprek.deelnemers, key=lambda d: d.volgorde)
    for deelnemer in coming:
        if deelnemer.wie_id in family:
            yield deelnemer.wie_id, _brief(post, poort, deelnemer.wie_id, coming, afgezegd=off)
    for one in post.gesprek.vervallenen:
        if one.wie in family:
            letter = _brief(post, poort, one.wie, (), afgezegd=True)
            yield one.wie, replace(letter, start=post.gesprek.start_van_vervallenen, plek="")


def _brief(
    post: Post, poort: Poort, lezer: str, coming: Iterable[Deelnemer], *, afgezegd: bool
) -> Gespreksbrief:
    gesprek, persoon = post.gesprek, poort.gezin.persoon(lezer)
    return Gespreksbrief(
        datum=poort.vandaag,
        start=gesprek.start,
        minuten=gesprek.minuten,
        plek=post.locatie or "",
        wie=tuple(_rollen(coming, lezer, poort.gezin)),
        bellen=post.bellen,
        tolk=persoon.tolk and gesprek.tolk_geregeld_op is not None,
        afgezegd=afgezegd,
        was=None if afgezegd else gesprek.verzet_van,
    )


def _rollen(coming: Iterable[Deelnemer], lezer: str, gezin: Gezin) -> Iterator[str]:
    """Who is there besides the reader, each role once; who said not to come is left out."""
    others = [d for d in coming if d.wie_id != lezer and d.reactie is not Reactie.KOMT_NIET]
    parent = gezin.persoon(lezer).rol is PersoonRol.OUDER
    yield from dict.fromkeys(_rol(d.rol, sum(o.rol == d.rol for o in others), parent) for d in others)


def _rol(rol: str, aantal: int, ouder_leest: bool) -> str:
    if rol == PersoonRol.OUDER:
        one = "de andere ouder" if ouder_leest else "een ouder"
        many = "andere ouders" if ouder_leest else "ouders"
        return one if aantal == 1 else many
    if rol == PersoonRol.JONGERE:
        return "de jongere" if aantal == 1 else "de jongeren"
    if rol == PersoonRol.GEZINSLID:
        return "iemand uit het gezin"
    known = rol in set(Rol) and rol != Rol.OVERIG
    return f"de {rolnaam(rol)}" if known else "nog iemand"
