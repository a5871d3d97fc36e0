"""One writer of the plan at a time: each save goes on from the revision that the one before it gave."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from kernteam_tui.domain.gezinsplan import Citaat, Veldwaarde
from kernteam_tui.services.gezinsplan import save_onderdeel
from kernteam_tui.services.planbeeld import OnderdeelBeeld, PlanBeeld


@dataclass(frozen=True)
class Inhoud:
    """What was written in one section."""

    sleutel: str
    woorden: tuple[Citaat, ...] = ()
    toelichting: str = ""
    velden: tuple[Veldwaarde, ...] = ()

    @classmethod
    def van(cls, onderdeel: OnderdeelBeeld) -> Inhoud:
        """As it is in the store."""
        velden = (Veldwaarde(een.veld.sleutel, een.tekst) for een in onderdeel.velden if een.tekst)
        return cls(onderdeel.sleutel, onderdeel.woorden, onderdeel.toelichting, tuple(velden))

    def samen_met(self, ander: Inhoud) -> Inhoud:
        """Both texts under each other, the other one first; what is in both stands there once."""
        woorden = _woorden_samen(ander.woorden, self.woorden)
        delen = [ander.toelichting]
        if self.toelichting.strip() and self.toelichting not in ander.toelichting:
            delen.append(self.toelichting)
        samen = "\n\n".join(deel for deel in delen if deel.strip())
        velden = _velden_samen(ander.velden, self.velden)
        return replace(self, woorden=woorden, toelichting=samen, velden=velden)


def _woorden_samen(ander: tuple[Citaat, ...], eigen: tuple[Citaat, ...]) -> tuple[Citaat, ...]:
    """The same words of the same person are one quote: in the language chosen here, and off the page where
    one of the two took it off."""
    hier = {(citaat.van, citaat.tekst): citaat for citaat in eigen}
    samen = []
    for citaat in ander:
        zelfde = hier.pop((citaat.van, citaat.tekst), citaat)
        op_bladzijde = citaat.op_bladzijde and zelfde.op_bladzijde
        samen.append(replace(citaat, taal=zelfde.taal, op_bladzijde=op_bladzijde))
    return (*samen, *(citaat for citaat in eigen if (citaat.van, citaat.tekst) in hier))


def _velden_samen(ander: tuple[Veldwaarde, ...], eigen: tuple[Veldwaarde, ...]) -> tuple[Veldwaarde, ...]:
    """Of a field that has two texts both are kept, the other one first."""
    teksten = {veld.sleutel: veld.tekst for veld in ander}
    for veld in eigen:
        daar = teksten.get(veld.sleutel, "")
        if veld.tekst not in daar:
            teksten[veld.sleutel] = f"{daar}; {veld.tekst}" if daar else veld.tekst
    return tuple(Veldwaarde(sleutel, tekst) for sleutel, tekst in teksten.items())


class Planschrijver:
    """Knows the revision of the plan, and what is in the store of each section.

    The methods that write are for a thread; they wait for each other.
    """

    def __init__(self, casus_id: str) -> None:
        self._casus_id = casus_id
        self._slot = threading.Lock()
        self._revision = 0
        self._bewaard: dict[str, Inhoud] = {}
        self.keren = 0
        """How often something was written; tells whether a plan that was read is still the newest."""

    def begin_met(self, plan: PlanBeeld) -> None:
        """Go on from this plan, as it was just read."""
        with self._slot:
            self._revision = plan.revision
            self._bewaard = {onderdeel.sleutel: Inhoud.van(onderdeel) for onderdeel in plan.onderdelen}

    def ga_uit_van(self, revision: int, bewaard: Inhoud) -> None:
        """Save as if that revision was the last one seen, with this in the section."""
        with self._slot:
            self._revision = revision
            self._bewaard[bewaard.sleutel] = bewaard

    @property
    def revision(self) -> int:
        return self._revision

    def bewaarde(self, sleutel: str) -> Inhoud:
        """What was read or saved last of that section."""
        return self._bewaard.get(sleutel, Inhoud(sleutel))

    def schrijf_onderdeel(self, sessie: Any, inhoud: Inhoud) -> int:
        """Save one section. Raises VerouderdeVersie, and the errors of the store."""
        with self._slot:
            self._revision = save_onderdeel(
                sessie,
                self._casus_id,
                self._revision,
                inhoud.sleutel,
                inhoud.woorden,
                inhoud.toelichting,
                inhoud.velden,
            )
            self._bewaard[inhoud.sleutel] = inhoud
            self.keren += 1
            return self._revision

    def wijzig(self, sessie: Any, functie: Callable[..., PlanBeeld], *args: Any) -> PlanBeeld:
        """Run a change `functie(sessie, casus_id, *args)` that answers with the plan."""
        with self._slot:
            plan = functie(sessie, self._casus_id, *args)
            self._revision = plan.revision
            self._bewaard = {onderdeel.sleutel: Inhoud.van(onderdeel) for onderdeel in plan.onderdelen}
            self.keren += 1
            return plan
