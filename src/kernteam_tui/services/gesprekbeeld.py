"""A talk as screens show it, as frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, Niveau, RedenLater, TerugkoppelMoment
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.gespreksloop import Gespreksstap, stappen_van
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.taakverdeling import eigen_taak


@dataclass(frozen=True)
class DeelnemerBeeld:
    """Somebody at the table."""

    id: str
    wie_id: str
    rol: str
    naam: str
    email: str
    is_ouder: bool
    aanwezig: bool | None
    actie: str
    actie_op: date | None
    actie_klaar: bool
    voorstel_actie: str
    """A beginning for the action, from the partner's own domain (S6)."""


@dataclass(frozen=True)
class TerugkoppelBeeld:
    """Who hears what, when."""

    partner: str
    niveau: Niveau
    moment: TerugkoppelMoment
    op: date | None
    gedaan_op: date | None = None
    soort: PartnerSoort | None = None
    """Which kind of partner; None where only a name is known."""


@dataclass(frozen=True)
class GesprekBeeld:
    """A whole talk."""

    id: str
    revision: int
    casus_id: str
    casus: str
    jongere: str
    soort: GesprekSoort
    staat: GesprekStaat
    start: datetime
    minuten: int
    plek: str
    op_school: bool
    zonder: str
    verslag: str
    deelnemers: tuple[DeelnemerBeeld, ...]
    terugkoppelafspraken: tuple[TerugkoppelBeeld, ...]
    wijzigingen: tuple[tuple[str, str], ...]
    """(what, why), oldest first."""
    uiterlijk: date | None = None
    """Last day by the team's agreement; of a startgesprek."""
    reden_te_laat: str = ""
    """Why it is later than that, where it was said already."""
    keuze: RedenLater | None = None
    """Whose choice it was that it is later, where that was said already."""
    aangeboden_op: date | None = None
    ruimte: str = ""
    """The room of the school that it takes; empty: none."""
    stappen: tuple[Gespreksstap, ...] = ()
    """What happened with it and when, each with its own day and reason."""

    @property
    def te_laat(self) -> bool:
        """It is after the last day."""
        return self.uiterlijk is not None and dag_van(self.start) > self.uiterlijk


def maak_beeld(gesprek: Gesprek, casus: Casus) -> GesprekBeeld:
    """What a screen shows of it; the days of a startgesprek come from `gesprekken.get_gesprek`."""
    return GesprekBeeld(
        id=gesprek.id,
        revision=gesprek.revision,
        casus_id=casus.id,
        casus=casus.nummer,
        jongere=casus.jongere.korte_naam,
        soort=gesprek.soort,
        staat=gesprek.staat,
        start=gesprek.start,
        minuten=gesprek.minuten,
        plek=gesprek.plek,
        op_school=gesprek.op_school,
        zonder=gesprek.zonder,
        verslag=gesprek.verslag,
        deelnemers=tuple(
            DeelnemerBeeld(
                id=d.id,
                wie_id=d.wie_id,
                rol=d.rol,
                naam=d.naam,
                email=d.email or "",
                is_ouder=d.is_ouder,
                aanwezig=d.aanwezig,
                actie=d.actie,
                actie_op=d.actie_op,
                actie_klaar=d.actie_klaar,
                voorstel_actie=eigen_taak(d.rol),
            )
            for d in sorted(gesprek.deelnemers, key=lambda d: d.volgorde)
        ),
        terugkoppelafspraken=tuple(
            TerugkoppelBeeld(t.partner, t.niveau, t.moment, t.op, t.gedaan_op, t.soort)
            for t in gesprek.terugkoppelafspraken
        ),
        wijzigingen=tuple((w.wat, w.reden) for w in gesprek.wijzigingen),
        aangeboden_op=gesprek.aangeboden_op,
        ruimte=gesprek.ruimte,
        stappen=stappen_van(gesprek),
    )
