"""The page for parents: from the last frozen version, for one reader, as a file or as text."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.bladzijde import GEWONE_WENS, Bladwens, bestandsnaam
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.gezinsplancodes import Verstrekwijze
from kernteam_tui.domain.taalhulp.bevinding import Taalbeeld
from kernteam_tui.exchange.bestand import schrijf_prive
from kernteam_tui.exchange.bladzijde import maak_tekst, taalmeldingen
from kernteam_tui.exchange.bladzijde.vormen import EXTENSIES, Vorm, maak_vorm
from kernteam_tui.exchange.printer import druk_af
from kernteam_tui.exchange.uitmap import UIT
from kernteam_tui.services.bladzijde import Opdracht, maak_opdracht
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.deelpoort import lees_poort
from kernteam_tui.services.omgeving import over_een_doel
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.taalhulp import bekijk_bladzijde
from kernteam_tui.services.verstrekkingen import noteer_bladzijde


@dataclass(frozen=True)
class SamenvattingUitkomst:
    """The file that was written, and what the worker should know of it."""

    bestand: Path
    voor: str
    """Id of the reader, or `jongere`."""
    versie: int
    weggelaten: tuple[str, ...]
    meldingen: tuple[str, ...]


@dataclass(frozen=True)
class BladzijdeBeeld:
    """The page on the screen, and what the worker should know of it."""

    tekst: str
    voor: str
    """Name of the reader."""
    versie: int
    weggelaten: tuple[str, ...]
    meldingen: tuple[str, ...]
    lezerstaal: str = "nl"
    """Code of the language that the reader speaks at home."""
    taal: Taalbeeld = field(default_factory=Taalbeeld)
    """What a family may stumble over in what the worker wrote on it."""


@dataclass(frozen=True)
class Lezerskeuze:
    """The casus, for whom to choose a reader."""

    casus: CasusBeeld
    ouders_apart: bool
    """The parents live apart, or nobody knows: each gets a page without the words of the other."""


def get_lezerskeuze(sessie: Sessie, casus_id: str) -> Lezerskeuze:
    """What is needed to choose for whom the page is. Raises NietGevonden."""
    casus = get_casus(sessie, casus_id)
    with sessie.unit_of_work() as uow:
        return Lezerskeuze(casus, lees_poort(uow, casus_id, sessie.vandaag()).ouders_apart())


def maak_samenvatting(
    sessie: Sessie,
    casus_id: str,
    voor: str,
    vorm: str,
    uit: Path | None = None,
    *,
    uitzondering: str = "",
    wens: Bladwens = GEWONE_WENS,
) -> SamenvattingUitkomst:
    """Write the page; by default into `uit/` beside the store. `vorm` is one of `VORMEN`; `voor` a person's
    id, `jongere` or `ouder`. What was given is kept, the export is logged, and an exception with its reason
    apart.

    Raises TaalOnbekend, GeenPlan, GezagOnbekend, GeenGezag, ToestemmingOntbreekt, KiesEenOuder,
    NietGevonden, and the errors of writing a file.
    """
    with sessie.unit_of_work() as uow:
        opdracht = maak_opdracht(uow, casus_id, voor, sessie.vandaag(), uitzondering, wens)
        page = opdracht.bladzijde
        made = maak_vorm(page, vorm)
        name = bestandsnaam(opdracht.plan_id, page.plan_versie, EXTENSIES[vorm], opdracht.code)
        path = uit or sessie.map / UIT / name
        schrijf_prive(path, made.data, opdracht.doorlaat)
        what = f"bladzijde versie {page.plan_versie} ({vorm})"
        _noteer(uow, casus_id, opdracht, Verstrekwijze.BESTAND, vorm, made)
        uow.note_uitvoer(casus_id, str(path), what, opdracht.rol)
        uow.log(LogSoort.GEEXPORTEERD, what, casus_id=casus_id, voor=opdracht.rol)
        _log_uitzondering(uow, casus_id, opdracht)
        uow.commit()
    return SamenvattingUitkomst(
        path,
        opdracht.voor,
        page.plan_versie,
        opdracht.weggelaten,
        (*_let_op(opdracht), *made.meldingen, *over_een_doel(path.parent)),
    )


def druk_samenvatting_af(
    sessie: Sessie, casus_id: str, voor: str, *, uitzondering: str = "", wens: Bladwens = GEWONE_WENS
) -> tuple[str, ...]:
    """Print the page on the default printer; no file is left. Answers what the worker should know of it.

    Raises as `maak_samenvatting`, and GeenPrinter, AfdrukkenMislukt.
    """
    with sessie.unit_of_work() as uow:
        opdracht = maak_opdracht(uow, casus_id, voor, sessie.vandaag(), uitzondering, wens)
        page = opdracht.bladzijde
        made = maak_vorm(page, "pdf")
        druk_af(made.data, opdracht.doorlaat)
        _noteer(uow, casus_id, opdracht, Verstrekwijze.AFGEDRUKT, "pdf", made)
        what = f"bladzijde versie {page.plan_versie}"
        uow.log(LogSoort.AFGEDRUKT, what, casus_id=casus_id, voor=opdracht.rol)
        _log_uitzondering(uow, casus_id, opdracht)
        uow.commit()
    return (*_let_op(opdracht), *made.meldingen)


def lees_bladzijde(
    sessie: Sessie, casus_id: str, voor: str, *, uitzondering: str = "", wens: Bladwens = GEWONE_WENS
) -> BladzijdeBeeld:
    """The page as text, to look at together; nothing leaves the store. An exception is logged.

    Raises as `maak_samenvatting`.
    """
    with sessie.unit_of_work() as uow:
        opdracht = maak_opdracht(uow, casus_id, voor, sessie.vandaag(), uitzondering, wens)
        page = opdracht.bladzijde
        if uitzondering.strip():
            _log_uitzondering(uow, casus_id, opdracht)
            uow.commit()
        return BladzijdeBeeld(
            maak_tekst(page),
            page.voor,
            page.plan_versie,
            opdracht.weggelaten,
            _let_op(opdracht),
            opdracht.lezerstaal,
            bekijk_bladzijde(page),
        )


def _let_op(opdracht: Opdracht) -> tuple[str, ...]:
    page = opdracht.bladzijde
    return (*opdracht.let_op, *page.meldingen, *taalmeldingen(page.taal))


def _log_uitzondering(uow: UnitOfWork, casus_id: str, opdracht: Opdracht) -> None:
    if opdracht.uitzondering:
        uow.log(LogSoort.UITZONDERING, opdracht.uitzondering, casus_id=casus_id, voor=opdracht.rol)


def _noteer(
    uow: UnitOfWork, casus_id: str, opdracht: Opdracht, hoe: Verstrekwijze, vorm: str, made: Vorm
) -> None:
    noteer_bladzijde(
        uow,
        casus_id,
        opdracht.lezer_id,
        opdracht.rol,
        opdracht.bladzijde,
        hoe=hoe,
        vorm=vorm,
        data=made.data,
        gevraagd_door=opdracht.bladzijde.voor if opdracht.op_verzoek else "",
    )
