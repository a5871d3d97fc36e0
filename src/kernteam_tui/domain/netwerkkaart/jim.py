"""What a JIM asks (S45): one per jongere, no parent, preferably grown up, three people who agree."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.fouten import RegelGeweigerd
from kernteam_tui.domain.gezin import Gezin
from kernteam_tui.domain.gezinscodes import Netwerkgroep
from kernteam_tui.domain.netwerk import Netwerklid

LIEVER_VANAF = 18
"""Years; advice, no rule (S45)."""


class JimGeweigerd(RegelGeweigerd):
    """This person cannot be the JIM."""

    code = "jim_geweigerd"
    titel = "Dit kan de JIM niet zijn"


def weiger_jim(gezin: Gezin, lid: Netwerklid, vandaag: date) -> None:
    """Raise JimGeweigerd where `lid`, as it is now, may not be the JIM; nothing for who is none.

    A JIM stands around one jongere, is the only one there, no parent of any kind, and somebody of their own
    people; an agreement is not in the future (S45).
    """
    if not lid.jim:
        return
    jongere_id = lid.rond_id
    if jongere_id is None:
        raise JimGeweigerd("Een JIM hoort bij één jongere.", "Kies om wie deze persoon heen staat.")
    if any(ander.jim and ander.rond_id == jongere_id and ander.id != lid.id for ander in gezin.netwerk):
        raise JimGeweigerd(
            "Deze jongere heeft al een JIM, en het is er hoogstens één.",
            "Haal JIM eerst weg bij de ander.",
        )
    if lid.persoon_id in {band.ouder_id for band in gezin.ouderschappen_van(jongere_id)}:
        raise JimGeweigerd(
            "Een ouder kan geen JIM zijn.", "Vraag de jongere wie buiten de ouders het vertrouwen heeft."
        )
    if lid.contact_id is not None or lid.groep is Netwerkgroep.PROFESSIONALS:
        raise JimGeweigerd(
            "Een JIM is iemand uit de eigen kring, geen professional.",
            "Vraag de jongere wie van familie, vrienden of bekenden het zou kunnen zijn.",
        )
    if any(dag is not None and dag > vandaag for dag in _akkoorden(lid)):
        raise JimGeweigerd("Een akkoord kan niet in de toekomst liggen.", "Vul de dag in waarop het ja kwam.")


def jim_adviezen(gezin: Gezin, lid: Netwerklid, vandaag: date) -> tuple[str, ...]:
    """What still has to be done or thought about with this JIM, as sentences; none for who is no JIM."""
    if not lid.jim:
        return ()
    namen = ("de jongere", "de ouders", "de JIM zelf")
    mist = [naam for naam, dag in zip(namen, _akkoorden(lid), strict=True) if dag is None]
    uit = [f"Nog geen akkoord van {_en(mist)}."] if mist else []
    return (*uit, *_leeftijd(gezin, lid, vandaag))


def _akkoorden(lid: Netwerklid) -> tuple[date | None, date | None, date | None]:
    return lid.jim_jongere_op, lid.jim_ouders_op, lid.jim_zelf_op


def _leeftijd(gezin: Gezin, lid: Netwerklid, vandaag: date) -> tuple[str, ...]:
    persoon = next((p for p in gezin.personen if p.id == lid.persoon_id), None)
    jaren = persoon.leeftijd(vandaag) if persoon is not None else None
    if jaren is not None and jaren < LIEVER_VANAF:
        return (f"Deze JIM is {jaren}: liever iemand van {LIEVER_VANAF} of ouder.",)
    return ()


def _en(woorden: list[str]) -> str:
    *eerste, laatste = woorden
    return f"{', '.join(eerste)} en {laatste}" if eerste else laatste
