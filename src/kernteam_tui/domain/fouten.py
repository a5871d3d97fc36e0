"""Errors are part of the product: one class per cause, one Dutch sentence and what to do."""

from __future__ import annotations


class KernteamError(Exception):
    """Root of every expected failure.

    Texts are Dutch, fit for a dialog, and never hold the name of a client.
    A subclass sets `code` (a stable word for `--json`), `exit_status` (contract 1) and
    `titel`; `tekst` says what is wrong and `stap` what to do about it.
    """

    code = "fout"
    exit_status = 1
    titel = "Dat lukt niet"

    def __init__(self, tekst: str, stap: str = "") -> None:
        super().__init__(f"{self.code}: {tekst}")
        self.tekst = tekst
        """What is wrong, one sentence."""
        self.stap = stap
        """The next step for the user, one sentence; may be empty."""

    @property
    def zin(self) -> str:
        """What is wrong and what to do, as one line of text."""
        return f"{self.tekst} {self.stap}".strip()


class RegelGeweigerd(KernteamError):
    """A rule of the work forbids this."""

    code = "geweigerd"


class InhoudOngeldig(KernteamError):
    """What was given in (a form, a file) cannot be used."""

    code = "inhoud_ongeldig"
    titel = "Dit klopt nog niet"


class NietGevonden(KernteamError):
    """A record that was asked for is not there."""

    code = "niet_gevonden"
    titel = "Niet gevonden"


class VerouderdeVersie(KernteamError):
    """A save with an old revision: somebody else (or another window) saved in between."""

    code = "verouderde_versie"
    titel = "Intussen gewijzigd"


class GebruikOnjuist(KernteamError):
    """Wrong usage of the command line (a bad date, an unknown option)."""

    code = "gebruik_onjuist"
    exit_status = 2
    titel = "Zo werkt de opdracht niet"
