"""What a route through the program is made of: keys, and a picture on the way."""

from __future__ import annotations

from dataclasses import dataclass

WACHTWOORDZIN = "voorbeeld"


@dataclass(frozen=True)
class Stap:
    """Keys in the notation of shoot.py (`{code}`: the recovery code seen last); then a picture, if named."""

    toetsen: str
    plaatje: str = ""


@dataclass(frozen=True)
class Route:
    """One start of the program."""

    stappen: tuple[Stap, ...]
    kluis: bool = True
    """False: there is no store yet."""
    schrijven: bool = True
    """False: a file stands where the folder for files should come, so that writing one fails."""
    bestanden: tuple[tuple[str, str], ...] = ()
    """Files that lie in the home folder: name and content."""


OPENEN = Stap(f'until:Wachtwoordzin,"{WACHTWOORDZIN}",enter,until:waarvan')


def casus_van(naam: str) -> str:
    """From a main screen to the casus of this jongere, through the filter of the caseload."""
    return f'f3,until:Filter,wait:300,f,"{naam}",wait:400,enter,enter,until:Afspraken over tijd'


def plan_van(naam: str) -> str:
    """From a main screen to the open gezinsplan of this jongere."""
    return f"{casus_van(naam)},5,until:ingevuld,wait:300,enter,until:k samen,wait:800"
