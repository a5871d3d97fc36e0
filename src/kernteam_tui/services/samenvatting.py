"""The page for parents: from the last frozen version, for one reader, as a file or as text."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.bladzijde import (
    Bereikbaarheid,
    Bladzijde,
    BladzijdeActie,
    BladzijdeDoel,
    bestandsnaam,
    lezercode,
)
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import LogSoort
from kernteam_tui.domain.fouten import NietGevonden
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.gezinsplan import Citaat, Gezinsplan, PlanVersie
from kernteam_tui.domain.instellingen import Instellingen
from kernteam_tui.domain.lezer import GeenPlan, Lezer, Ouder, is_van, kies_ouder, laat_ouder_lezen
from kernteam_tui.domain.school import School
from kernteam_tui.exchange.bestand import schrijf_prive
from kernteam_tui.exchange.bladzijde import maak_pdf, maak_tekst, wat_school_weet
from kernteam_tui.exchange.formaten.gezinsplan import GezinsplanInvoer, OnderdeelInvoer
from kernteam_tui.exchange.planformaat import read_planformaat
from kernteam_tui.exchange.printer import druk_af
from kernteam_tui.exchange.uitmap import UIT
from kernteam_tui.services.omgeving import over_een_doel
from kernteam_tui.services.planinhoud import inhoud_van_versie
from kernteam_tui.services.sessie import Sessie

_OP_DE_BLADZIJDE = ("waarom_dit_plan", "wat_gaat_goed")


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


@dataclass(frozen=True)
class _Opdracht:
    bladzijde: Bladzijde
    uit_het_plan: tuple[str, ...]
    """Sections that stay out of the page."""
    voor: str
    plan_id: str
    code: str
    """Of the reader, for the name of a file."""

    rol: str

    @property
    def weggelaten(self) -> tuple[str, ...]:
        return (*self.uit_het_plan, *self.bladzijde.weggelaten)


def maak_samenvatting(
    sessie: Sessie, casus_id: str, voor: str, vorm: str, uit: Path | None = None, *, uitzondering: str = ""
) -> SamenvattingUitkomst:
    """Write the page; by default into `uit/` beside the store. `vorm` is `pdf` or `tekst`; `voor` a person's
    id, `jongere` or `ouder`. The export is logged, and an exception with its reason apart.

    Raises GeenPlan, GezagOnbekend, GeenGezag, ToestemmingOntbreekt, KiesEenOuder, NietGevonden, and the
    errors of writing a file.
    """
    with sessie.unit_of_work() as uow:
        opdracht = _opdracht(uow, casus_id, voor, sessie.vandaag(), uitzondering)
        page = opdracht.bladzijde
        data, messages = _druk(page, vorm)
        extension = "pdf" if vorm == "pdf" else "txt"
        name = bestandsnaam(opdracht.plan_id, page.plan_versie, extension, opdracht.code)
        path = uit or sessie.map / UIT / name
        schrijf_prive(path, data)
        what = f"bladzijde versie {page.plan_versie} ({vorm})"
        uow.note_uitvoer(casus_id, str(path), what, opdracht.rol)
        uow.log(LogSoort.GEEXPORTEERD, what, casus_id=casus_id, voor=opdracht.rol)
        _log_uitzondering(uow, casus_id, opdracht, uitzondering)
        uow.commit()
    return SamenvattingUitkomst(
        path,
        opdracht.voor,
        page.plan_versie,
        opdracht.weggelaten,
        (*page.meldingen, *messages, *over_een_doel(path.parent)),
    )


def druk_samenvatting_af(
    sessie: Sessie, casus_id: str, voor: str, *, uitzondering: str = ""
) -> tuple[str, ...]:
    """Print the page on the default printer; no file is left. Answers what the worker should know of it.

    Raises as `maak_samenvatting`, and GeenPrinter, AfdrukkenMislukt.
    """
    with sessie.unit_of_work() as uow:
        opdracht = _opdracht(uow, casus_id, voor, sessie.vandaag(), uitzondering)
        page = opdracht.bladzijde
        data, messages = _druk(page, "pdf")
        druk_af(data)
        what = f"bladzijde versie {page.plan_versie}"
        uow.log(LogSoort.AFGEDRUKT, what, casus_id=casus_id, voor=opdracht.rol)
        _log_uitzondering(uow, casus_id, opdracht, uitzondering)
        uow.commit()
    return (*page.meldingen, *messages)


def lees_bladzijde(sessie: Sessie, casus_id: str, voor: str, *, uitzondering: str = "") -> BladzijdeBeeld:
    """The page as text, to look at together; nothing leaves the store. An exception is logged.

    Raises as `maak_samenvatting`.
    """
    with sessie.unit_of_work() as uow:
        opdracht = _opdracht(uow, casus_id, voor, sessie.vandaag(), uitzondering)
        page = opdracht.bladzijde
        if uitzondering.strip():
            _log_uitzondering(uow, casus_id, opdracht, uitzondering)
            uow.commit()
        return BladzijdeBeeld(
            maak_tekst(page), page.voor, page.plan_versie, opdracht.weggelaten, page.meldingen
        )


def _log_uitzondering(uow: UnitOfWork, casus_id: str, opdracht: _Opdracht, uitzondering: str) -> None:
    if uitzondering.strip():
        uow.log(LogSoort.UITZONDERING, uitzondering.strip(), casus_id=casus_id, voor=opdracht.rol)


def _druk(page: Bladzijde, vorm: str) -> tuple[bytes, tuple[str, ...]]:
    if vorm == "tekst":
        return maak_tekst(page).encode(), ()
    printed = maak_pdf(page)
    return printed.data, printed.meldingen


def _opdracht(uow: UnitOfWork, casus_id: str, voor: str, vandaag: date, uitzondering: str) -> _Opdracht:
    casus = uow.casussen.get(casus_id)
    gezin = uow.gezinnen.get(casus.gezin_id)
    plan, versie = _laatste_versie(uow, casus)
    reader_id, lezer = _lezer(casus, gezin, voor, vandaag, uitzondering)
    inhoud = inhoud_van_versie(versie)
    weet, weet_niet = _school_weet(uow, casus)
    page = Bladzijde(
        voor=lezer.naam,
        datum=vandaag,
        plan_versie=versie.nummer,
        waarom=_citaten(inhoud, "waarom_dit_plan", lezer),
        goed=_citaten(inhoud, "wat_gaat_goed", lezer),
        doelen=tuple(BladzijdeDoel(d.wat, d.van, d.nu, d.gewenst, d.hoe_zien_we_dat) for d in inhoud.doelen),
        acties=tuple(BladzijdeActie(a.wat, a.wie, a.wanneer, a.klaar) for a in inhoud.acties),
        evaluatie_op=inhoud.evaluatie_op,
        school_weet=weet,
        school_weet_niet=weet_niet,
        bellen=_bellen(uow.instellingen(), uow.scholen.get(casus.school_id)),
    )
    person_id = casus.jongere.id if reader_id == "jongere" else reader_id
    code = lezercode(casus.id, person_id)
    return _Opdracht(page, _weggelaten(plan, inhoud, lezer), reader_id, plan.id, code, lezer.rol)


def _laatste_versie(uow: UnitOfWork, casus: Casus) -> tuple[Gezinsplan, PlanVersie]:
    for plan in uow.plannen.find(gezin_id=casus.gezin_id):
        if plan.laatste_versie is not None:
            return plan, plan.laatste_versie
    raise GeenPlan()


def _lezer(casus: Casus, gezin: Gezin, voor: str, vandaag: date, uitzondering: str) -> tuple[str, Lezer]:
    if voor == "jongere" or voor in {jongere.id for jongere in casus.jongeren}:
        return voor, Lezer(casus.naam, "jongere")
    ouders = _ouders(casus, gezin)
    ouder = kies_ouder(ouders) if voor == "ouder" else _kies(ouders, voor)
    ages = [jongere.leeftijd(vandaag) for jongere in casus.jongeren]
    return ouder.id, laat_ouder_lezen(ouder, ouders, ages, uitzondering)


def _kies(ouders: tuple[Ouder, ...], ouder_id: str) -> Ouder:
    for ouder in ouders:
        if ouder.id == ouder_id:
            return ouder
    raise NietGevonden(
        "Deze lezer hoort niet bij de casus.", "Kies ‘jongere’, ‘ouder’ of een id uit `kernteam casus`."
    )


def _ouders(casus: Casus, gezin: Gezin) -> tuple[Ouder, ...]:
    children = tuple(jongere.id for jongere in casus.jongeren)
    parents = {o.id: o for jongere_id in children for o in gezin.ouders_van(jongere_id)}
    lives = {b.ouder_id: b.woont_bij for b in gezin.ouderschappen if b.jongere_id in children}
    return tuple(
        Ouder(id_, ouder.naam, gezin.gezag_van(id_, children), lives[id_]) for id_, ouder in parents.items()
    )


def _citaten(inhoud: GezinsplanInvoer, sleutel: str, lezer: Lezer) -> tuple[Citaat, ...]:
    words = inhoud.onderdelen.get(sleutel, OnderdeelInvoer()).woorden
    return tuple(
        Citaat(w.van, w.taal, w.tekst)
        for w in words
        if not any(is_van(w.van, other) for other in lezer.anderen)
    )


def _weggelaten(plan: Gezinsplan, inhoud: GezinsplanInvoer, lezer: Lezer) -> tuple[str, ...]:
    left_out = []
    for vast in read_planformaat(plan.formaat).onderdelen:
        section = inhoud.onderdelen.get(vast.sleutel)
        if section is None:
            continue
        if any(is_van(w.van, other) for w in section.woorden for other in lezer.anderen):
            left_out.append(f"{vast.titel}: woorden van de andere ouder")
        if vast.sleutel not in _OP_DE_BLADZIJDE:
            left_out.append(vast.titel)
        elif section.toelichting.strip():
            left_out.append(f"{vast.titel}: jouw toelichting")
    return tuple(left_out)


def get_school_weet(sessie: Sessie, casus_id: str) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What school knows of this casus, and what it does not; as the page for parents says it."""
    with sessie.unit_of_work() as uow:
        return _school_weet(uow, uow.casussen.get(casus_id))


def _school_weet(uow: UnitOfWork, casus: Casus) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """From the agreements of the talks: the most that any partner at school was promised (S32, S35)."""
    levels = {
        afspraak.niveau
        for gesprek in uow.gesprekken.find(casus_id=casus.id)
        for afspraak in gesprek.terugkoppelafspraken
    }
    return wat_school_weet(levels)


def _bellen(instellingen: Instellingen, school: School) -> Bereikbaarheid:
    """From the settings; what is empty there, as the worker stands in the kernteam of the school."""
    ik = school.ik
    return Bereikbaarheid(
        instellingen.naam,
        instellingen.telefoon or (ik.telefoon if ik else None) or "",
        instellingen.email or (ik.email if ik else None) or "",
    )
