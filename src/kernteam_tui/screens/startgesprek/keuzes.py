"""What the worker chose while planning one startgesprek: kept as a draft until it is planned."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from kernteam_tui.domain.codes import RedenLater
from kernteam_tui.services.uitstel import Uitstel


def sleutel(casus_id: str) -> str:
    """Key of the draft."""
    return f"startgesprek:{casus_id}"


@dataclass
class Keuzes:
    """Choices on the planning screen."""

    reden_later: str = ""
    """Why it may be after the agreed week; with a reason later moments are shown."""
    keuze_later: str = ""
    """Code of RedenLater: whose choice that is."""
    zonder: dict[str, tuple[str, str]] = field(default_factory=dict)
    """Requirement that was lifted -> (name, reason)."""
    bij: list[str] = field(default_factory=list)
    """Ids of who is asked besides the proposal."""
    af: list[str] = field(default_factory=list)
    """Ids of who is not asked, though proposed."""

    @classmethod
    def uit_concept(cls, concept: dict[str, Any] | None) -> Keuzes:
        """From the draft; None: nothing was chosen yet."""
        if not concept:
            return cls()
        zonder = {wie: (naam, reden) for wie, (naam, reden) in concept["zonder"].items()}
        later, choice = concept["reden_later"], concept.get("keuze_later", "")
        return cls(later, choice, zonder, list(concept["bij"]), list(concept["af"]))

    def als_concept(self) -> dict[str, Any]:
        """As plain JSON."""
        zonder = {wie: list(paar) for wie, paar in self.zonder.items()}
        return {
            "reden_later": self.reden_later,
            "keuze_later": self.keuze_later,
            "zonder": zonder,
            "bij": self.bij,
            "af": self.af,
        }

    @property
    def uitstel(self) -> Uitstel | None:
        """Why it is later and whose choice that is; None where that was not said."""
        if not self.reden_later:
            return None
        keuze = RedenLater(self.keuze_later) if self.keuze_later else None
        return Uitstel(keuze, None, self.reden_later)

    def zet_later(self, keuze: RedenLater, reden: str) -> None:
        """It may be later, for this reason."""
        self.keuze_later, self.reden_later = keuze.value, reden

    @property
    def redenen_zonder(self) -> dict[str, str]:
        """Requirement -> reason, for the services."""
        return {wie: reden for wie, (_, reden) in self.zonder.items()}

    @property
    def zonder_tekst(self) -> str:
        """`leerplicht: is ziek; mentor: …`."""
        return "; ".join(f"{naam}: {reden}" for naam, reden in self.zonder.values())

    def wie(self, voorgesteld: Iterable[str]) -> tuple[str, ...]:
        """Who is asked at a moment for which these people were proposed."""
        alle = dict.fromkeys([*voorgesteld, *self.bij])
        return tuple(wie for wie in alle if wie not in self.af)

    def kies_wie(self, voorgesteld: Iterable[str], gekozen: Iterable[str]) -> None:
        """Remember how `gekozen` differs from the proposal."""
        voor, nu = list(voorgesteld), list(gekozen)
        self.bij = [wie for wie in nu if wie not in voor]
        self.af = [wie for wie in voor if wie not in nu]
