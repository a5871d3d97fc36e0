"""Her own name and the team's agreements."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from kernteam_tui.data.queries.instellingen import lees_instellingen
from kernteam_tui.domain.codes import Bevrijdingsdag, LogSoort
from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.instellingen import Instellingen, Reistijd, Vrijedag
from kernteam_tui.domain.kalender import FeestdagRegels
from kernteam_tui.domain.uitnodigen import is_adres
from kernteam_tui.services.sessie import Sessie


@dataclass(frozen=True)
class InstellingenBeeld:
    """The settings as a screen shows them."""

    naam: str
    email: str
    telefoon: str
    startgesprek_dagen: int
    kennismaking_werkdagen: int
    goede_vrijdag_vrij: bool
    bevrijdingsdag: Bevrijdingsdag
    slot_minuten: int
    stil_na_dagen: int
    vrije_dagen: tuple[Vrijedag, ...] = ()
    ruildagen: tuple[date, ...] = ()
    reistijden: tuple[Reistijd, ...] = ()
    agenda_map: str = ""

    @property
    def feestdagregels(self) -> FeestdagRegels:
        """Which doubtful days are free."""
        return FeestdagRegels(self.goede_vrijdag_vrij, self.bevrijdingsdag)


_GRENZEN = {
    "startgesprek_dagen": (1, 60),
    "kennismaking_werkdagen": (1, 60),
    "slot_minuten": (1, 30),
    "stil_na_dagen": (1, 365),
}


def get_instellingen(sessie: Sessie) -> InstellingenBeeld:
    """The settings; they are made at first use."""
    with sessie.lezen() as conn:
        known = lees_instellingen(conn)
    if known is not None:
        return beeld_van(known)
    with sessie.unit_of_work() as uow:
        beeld = beeld_van(uow.instellingen())
        uow.commit()
    return beeld


def beeld_van(instellingen: Instellingen) -> InstellingenBeeld:
    """The frozen value of a record."""
    return InstellingenBeeld(
        naam=instellingen.naam,
        email=instellingen.email or "",
        telefoon=instellingen.telefoon or "",
        startgesprek_dagen=instellingen.startgesprek_dagen,
        kennismaking_werkdagen=instellingen.kennismaking_werkdagen,
        goede_vrijdag_vrij=instellingen.goede_vrijdag_vrij,
        bevrijdingsdag=instellingen.bevrijdingsdag,
        slot_minuten=instellingen.slot_minuten,
        stil_na_dagen=instellingen.stil_na_dagen,
        vrije_dagen=instellingen.vrije_dagen,
        ruildagen=instellingen.ruildagen,
        reistijden=instellingen.reistijden,
        agenda_map=instellingen.agenda_map,
    )


def save_instellingen(sessie: Sessie, **waarden: object) -> InstellingenBeeld:
    """Change some settings; names as in `InstellingenBeeld`.

    Raises InhoudOngeldig for a number out of bounds or an e-mail address that cannot be one.
    """
    for veld, (laagste, hoogste) in _GRENZEN.items():
        waarde = waarden.get(veld, laagste)
        if not isinstance(waarde, int) or not laagste <= waarde <= hoogste:
            raise InhoudOngeldig(f"Kies een getal van {laagste} tot en met {hoogste}.")
    email = str(waarden.get("email") or "").strip()
    if email and not is_adres(email):
        raise InhoudOngeldig("Dit is geen e-mailadres.", "Controleer het adres of laat het leeg.")
    with sessie.unit_of_work() as uow:
        instellingen = uow.instellingen()
        for veld, waarde in waarden.items():
            empty_text = veld in ("email", "telefoon") and not waarde
            setattr(instellingen, veld, None if empty_text else waarde)
        uow.log(LogSoort.GEWIJZIGD, "instellingen: " + ", ".join(sorted(waarden)))
        beeld = beeld_van(instellingen)
        uow.commit()
    return beeld
