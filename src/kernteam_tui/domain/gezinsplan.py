"""The gezinsplan: fixed sections in the family's own words, goals, actions, frozen versions."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from kernteam_tui.domain.codes import JaNeeOnbekend, PlanVariant
from kernteam_tui.domain.doelmeting import Meting
from kernteam_tui.domain.gezinsplancodes import Familieplan, Oppstand
from kernteam_tui.domain.planakkoord import Akkoord
from kernteam_tui.domain.record import Record

MAX_DOELEN = 3
"""More goals than this at once is too much, and no more stand on the page (Richtlijn gezinnen met meervoudige
problemen)."""


@dataclass(frozen=True)
class Citaat:
    """Words of the family, letter for letter: whose, in which language, what."""

    van: str
    taal: str
    tekst: str
    op_bladzijde: bool = True
    """Whether they may stand on the page; the section must be one that is on it."""


@dataclass(frozen=True)
class Veldwaarde:
    """What was filled in at one field of a section; `sleutel` is that of the plan format."""

    sleutel: str
    tekst: str


@dataclass(frozen=True)
class Ouderantwoord:
    """Whether one jongere wants the parents to see a section (S54): ja or nee; not asked is no answer."""

    jongere_id: str
    """Empty: of somebody who was erased; only a nee is kept then."""
    antwoord: JaNeeOnbekend


@dataclass(kw_only=True, eq=False)
class Onderdeel(Record):
    """One of the fixed sections: in hun woorden, and the worker's toelichting (S56)."""

    plan_id: str = ""
    sleutel: str
    """Key of the section in the plan format (`wat_gaat_goed`)."""
    woorden: tuple[Citaat, ...] = ()
    toelichting: str = ""
    velden: tuple[Veldwaarde, ...] = ()
    ouders_zien: tuple[Ouderantwoord, ...] = ()
    """What each jongere answered who was asked whether the parents may see this section (S54): a gezin has
    one plan, and each jongere of it answers for oneself (S52; `domain/ouderszien`)."""


@dataclass(kw_only=True, eq=False)
class Doel(Record):
    """What the family wants: scale now and wished for (0-10), and how they see that it works."""

    plan_id: str = ""
    wat: str
    van: str = ""
    """In whose words."""
    nu: int | None = None
    gewenst: int | None = None
    hoe_zien_we_dat: str = ""
    actief: bool = True
    volgorde: int = 0
    opp_doel: str = ""
    """Goal in the OPP of school that this one goes along with (S51)."""
    opp_afgestemd_op: date | None = None
    """Day on which the two were last laid side by side with school."""
    familiedoel: str = ""
    """Goal in the familiegroepsplan that this one comes from, in the family's words."""


@dataclass(kw_only=True, eq=False)
class Actie(Record):
    """Who does what, when."""

    plan_id: str = ""
    wat: str
    wie: str = ""
    wanneer: date | None = None
    klaar: bool = False
    volgorde: int = 0


@dataclass(kw_only=True, eq=False)
class PlanVersie(Record):
    """A frozen version: its content as it was."""

    plan_id: str = ""
    nummer: int
    vastgesteld_op: date
    inhoud: str
    """JSON text of `planversie/2`; of `gezinsplan/1` where it was frozen before schema 5."""


@dataclass(kw_only=True, eq=False)
class Gezinsplan(Record):
    """The one active plan of a gezin (S52). What is typed is the version in progress."""

    gezin_id: str
    formaat: str = "gezinsplan-2026-3"
    variant: PlanVariant = PlanVariant.GEZIN
    evaluatie_op: date | None = None
    op_papier_gevraagd_op: date | None = None
    """Day on which the family asked for the plan on paper."""
    op_papier_gegeven_op: date | None = None
    """Day on which they got it."""
    opp: Oppstand = Oppstand.ONBEKEND
    familieplan: Familieplan = Familieplan.ONBEKEND
    familieplan_op: date | None = None
    """Day of what `familieplan` says."""
    evaluatie_uitkomst: str = ""
    geevalueerd_op: date | None = None
    """Day of the last look back at the whole, or of other words in `evaluatie_uitkomst`; None: there was
    none, or no day was kept of it yet."""
    gewijzigd: bool = False
    """Whether something changed since the last vaststelling."""
    onderdelen: list[Onderdeel] = field(default_factory=list)
    doelen: list[Doel] = field(default_factory=list)
    acties: list[Actie] = field(default_factory=list)
    versies: list[PlanVersie] = field(default_factory=list)
    metingen: list[Meting] = field(default_factory=list)
    akkoorden: list[Akkoord] = field(default_factory=list)

    def noteer_evaluatie(self, opnieuw_op: date | None, uitkomst: str, vandaag: date) -> None:
        """When the family looks again, and what came out. Other words are a look of today."""
        if not uitkomst.strip():
            self.geevalueerd_op = None
        elif uitkomst.strip() != self.evaluatie_uitkomst.strip():
            self.geevalueerd_op = vandaag
        self.evaluatie_op, self.evaluatie_uitkomst = opnieuw_op, uitkomst

    @property
    def versie(self) -> int:
        """Number of the last frozen version; 0 before the first vaststelling."""
        return max((versie.nummer for versie in self.versies), default=0)

    @property
    def laatste_versie(self) -> PlanVersie | None:
        """The last frozen version."""
        return max(self.versies, key=lambda versie: versie.nummer, default=None)

    @property
    def versie_in_wording(self) -> int:
        """Number of the version that is worked on: the last frozen one as long as nothing changed since."""
        return self.versie if self.versies and not self.gewijzigd else self.versie + 1

    def verwijder_doel(self, doel: Doel) -> None:
        """Take a goal out with its marks; frozen versions keep both."""
        self.metingen[:] = [meting for meting in self.metingen if meting.doel_id != doel.id]
        self.doelen.remove(doel)

    def metingen_van(self, doel_id: str) -> list[Meting]:
        """Looks at one goal, oldest first."""
        return sorted((m for m in self.metingen if m.doel_id == doel_id), key=lambda meting: meting.op)

    def akkoorden_bij(self, versie: int) -> list[Akkoord]:
        """Who said what of that version, in the order in which they said it."""
        return sorted((a for a in self.akkoorden if a.versie == versie), key=lambda akkoord: akkoord.op)

    def onderdeel(self, sleutel: str) -> Onderdeel:
        """The section with that key; made when it is asked for the first time."""
        for onderdeel in self.onderdelen:
            if onderdeel.sleutel == sleutel:
                return onderdeel
        onderdeel = Onderdeel(plan_id=self.id, sleutel=sleutel)
        self.onderdelen.append(onderdeel)
        return onderdeel

    @property
    def actieve_doelen(self) -> list[Doel]:
        """Goals that count now, in their order."""
        return sorted((doel for doel in self.doelen if doel.actief), key=lambda doel: doel.volgorde)

    def stel_vast(self, inhoud: str, op: date) -> PlanVersie:
        """Freeze the present content as the next version."""
        versie = PlanVersie(plan_id=self.id, nummer=self.versie + 1, vastgesteld_op=op, inhoud=inhoud)
        self.versies.append(versie)
        self.gewijzigd = False
        return versie
