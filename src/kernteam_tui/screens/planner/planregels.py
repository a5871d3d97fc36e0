"""Lines of a plan for the week: what is new, what moves, what stays, and what found no place."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from textual.content import Content

from kernteam_tui.domain.datumtekst import dag_kort, moment_kort
from kernteam_tui.screens.planner.woorden import NAAM_BREED, NUMMER_BREED, erbij_tekst, moment_tekst
from kernteam_tui.services.weekplanner import NietGepland, Plaats, Plaatssoort, Weekplan
from kernteam_tui.widgets.tekst import ZACHT

SOORT_BREED = 15
RUIM = 100
"""From this width on the old moment and the school stand on the first line too."""
SOORTEN = {
    Plaatssoort.NIEUW: ("nieuw", "bold $success"),
    Plaatssoort.VERSCHUIFT: ("verschuift", "bold $warning"),
    Plaatssoort.BLIJFT: ("blijft", ZACHT),
}
GEEN_PLEK = ("geen plek", "bold $error")
VOLGORDE = (Plaatssoort.VERSCHUIFT, Plaatssoort.NIEUW, Plaatssoort.BLIJFT)
BEWEZEN = "Beter kan niet: alle mogelijkheden zijn nagerekend."
NIET_BEWEZEN = "Misschien kan het nog beter: niet alles kon worden nagerekend."


@dataclass(frozen=True)
class Planregel:
    """One line: a place, or a casus without one."""

    wat: Plaats | NietGepland
    aan: bool = False
    """It is ticked: accepting the plan keeps it."""
    mag_schuiven: bool = False
    """Said of a talk that stays: it might have moved."""

    @property
    def plaats(self) -> Plaats | None:
        return self.wat if isinstance(self.wat, Plaats) else None

    @property
    def sleutel(self) -> str:
        return self.wat.casus_id

    @property
    def verandert(self) -> bool:
        """Accepting makes or moves something: it can be ticked."""
        return self.plaats is not None and self.plaats.soort is not Plaatssoort.BLIJFT


def planregels(plan: Weekplan, af: frozenset[str], schuif: frozenset[str]) -> Iterator[Planregel]:
    """What moves, what is new, what has no place, and what stays; each by its start."""
    per_soort = {
        soort: [
            Planregel(
                plaats,
                soort is not Plaatssoort.BLIJFT and plaats.casus_id not in af,
                plaats.gesprek_id in schuif,
            )
            for plaats in plan.plaatsen
            if plaats.soort is soort
        ]
        for soort in VOLGORDE
    }
    yield from per_soort[Plaatssoort.VERSCHUIFT]
    yield from per_soort[Plaatssoort.NIEUW]
    yield from (Planregel(niet) for niet in plan.niet)
    yield from per_soort[Plaatssoort.BLIJFT]


def regel_tekst(regel: Planregel, breed: int) -> tuple[Content, Content]:
    """What happens to whom and when; below it who comes, from where it moves, or why there is no place."""
    plaats = regel.plaats
    vinkje = ("[x] " if regel.aan else "[ ] ") if regel.verandert else "    "
    soort, stijl = SOORTEN[plaats.soort] if plaats is not None else GEEN_PLEK
    naam = Content(regel.wat.jongere).truncate(NAAM_BREED, ellipsis=True, pad=True)
    boven = Content.assemble(
        vinkje, (f"{soort:{SOORT_BREED - 4}}", stijl), f"{regel.wat.casus:{NUMMER_BREED}}", naam, " "
    )
    inspring = Content(" " * SOORT_BREED)
    if plaats is None:
        laatste = Content.styled(f"uiterlijk {dag_kort(regel.wat.uiterlijk)}", ZACHT)
        return boven + laatste, inspring + Content(_reden(regel.wat))
    ruim = breed >= RUIM
    was = moment_kort(plaats.was) if plaats.was is not None and regel.verandert else ""
    boven += Content.assemble(
        f"{was} → " if was and ruim else "", (moment_tekst(plaats.moment), "bold" if regel.verandert else "")
    )
    if ruim:
        boven += Content.styled(f"  {plaats.school}", ZACHT)
    delen = (
        f"was {was}" if was and not ruim else "",
        "mag schuiven, maar staat hier het best" if regel.mag_schuiven and not regel.verandert else "",
        erbij_tekst(plaats.moment),
    )
    return boven, inspring + Content.styled(" · ".join(deel for deel in delen if deel), ZACHT)


def _reden(wat: Plaats | NietGepland) -> str:
    return wat.reden if isinstance(wat, NietGepland) else ""


def uitleg(regel: Planregel) -> str:
    """All about one line: why this moment, or why there is none."""
    return regel.plaats.moment.uitleg if regel.plaats is not None else _reden(regel.wat)


def samenvatting(plan: Weekplan) -> Content:
    """`4 nieuw · 1 verschuift · 2 blijven · 1 zonder plek`, and how sure it is that nothing better exists;
    empty where there is nothing to place."""
    aantal = {soort: sum(p.soort is soort for p in plan.plaatsen) for soort in Plaatssoort}
    blijft = aantal[Plaatssoort.BLIJFT]
    verschuift = aantal[Plaatssoort.VERSCHUIFT]
    delen = [
        f"{aantal[Plaatssoort.NIEUW]} nieuw",
        f"{verschuift} verschuift" if verschuift == 1 else f"{verschuift} verschuiven" if verschuift else "",
        f"{blijft} blijft" if blijft == 1 else f"{blijft} blijven" if blijft else "",
        f"{len(plan.niet)} zonder plek" if plan.niet else "",
    ]
    boven = Content.styled(" · ".join(deel for deel in delen if deel), "bold")
    if not plan.plaatsen and not plan.niet:
        return Content("")
    return boven + Content.styled(f"\n{BEWEZEN if plan.bewezen else NIET_BEWEZEN}", ZACHT)
