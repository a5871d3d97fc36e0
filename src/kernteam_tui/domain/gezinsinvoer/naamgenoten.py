"""Two people may have one name: whether a line is about who has it already, or about somebody else.

A name stands for one person until the lines themselves say otherwise: nobody is both father and
grandfather of a child, and nobody has two birthdays. Where they say too little it is asked.
"""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinscodes import Geslacht, OuderSoort
from kernteam_tui.domain.gezinsinvoer.namen import Onduidelijk
from kernteam_tui.domain.gezinsinvoer.regels import Persoonregel
from kernteam_tui.domain.gezinsinvoer.woorden import Band, Rol, rol_van
from kernteam_tui.domain.verwantschap import wie_is

TWEEDE = "Er staat al iemand met deze naam; dit wordt een tweede. Is het dezelfde, haal deze regel dan weg."
"""What is asked of a line that makes somebody with a name that was there."""
MEER_MENSEN = "Er zijn meer mensen met deze naam. Typ ook de achternaam of het geboortejaar."
NIET_TE_RIJMEN = (
    "Deze naam staat er al, met een ander woord of een andere geboortedatum. "
    "Zijn het er twee, typ dan bij allebei wie het is en het geboortejaar."
)
_EIGEN_PLAATS = {
    Band.GROOTOUDER: Band.GROOTOUDER,
    Band.OOM_TANTE: Band.OOM_TANTE,
    Band.BRUS: Band.BRUS,
    Band.HALF: Band.BRUS,
}
_OOK_FAMILIE = (OuderSoort.PLEEG, OuderSoort.VOOGD)
"""A grandmother or an aunt may be this as well."""

Geboren = tuple[date | None, int | None]


class Naamgenoten:
    """The people of one family as the lines so far tell them apart."""

    def __init__(self, gezin: Gezin, jongere_ids: tuple[str, ...]) -> None:
        self._gezin = gezin
        self._jongere_ids = jongere_ids
        self._getypt: dict[str, Persoonregel] = {}

    def onthoud(self, persoon: Persoon, regel: Persoonregel) -> None:
        """This line is about that person; later lines about them are held against the first."""
        self._getypt.setdefault(persoon.id, regel)

    def kies(self, kandidaten: list[Persoon], regel: Persoonregel) -> Persoon | None:
        """Whom of these, of one name, the line is about; None: somebody else. Raises Onduidelijk."""
        found = [persoon for persoon in kandidaten if not self._is_ander(persoon, regel)]
        if len(found) > 1:
            found = self._wie_past(found, regel) or found
        if len(found) > 1:
            raise Onduidelijk(MEER_MENSEN)
        if not found:
            return None
        self._weiger_tegenspraak(found[0], regel)
        return found[0]

    # --- what tells two people apart ---------------------------------------------------------------------

    def _is_ander(self, persoon: Persoon, regel: Persoonregel) -> bool:
        """The line cannot be about this person."""
        eigen = _plaats(regel.rol)
        if eigen is not None and any(plaats is not eigen for plaats in self._plaatsen(persoon)):
            return True
        if not _botst(self._geboren(persoon), (regel.geboren, regel.geboortejaar)) or regel.rol is None:
            return False
        eerste = self._getypt.get(persoon.id)
        if eerste is not None and eerste is not regel and eerste.rol is not None and _noemt_dag(eerste):
            return True
        woord = self._woord(persoon)
        return woord is not None and not _kan_samen(woord, regel.rol)

    def _wie_past(self, found: list[Persoon], regel: Persoonregel) -> list[Persoon]:
        """Who was born as the line says; else who is what the line says."""
        born = [p for p in found if _gelijk(self._geboren(p), (regel.geboren, regel.geboortejaar))]
        return born or [p for p in found if regel.rol is not None and self._woord(p) == regel.rol]

    def _weiger_tegenspraak(self, persoon: Persoon, regel: Persoonregel) -> None:
        """A second line about one person that says something else of them than the first."""
        eerste = self._getypt.get(persoon.id, regel)
        if eerste is regel:
            return
        rollen = eerste.rol is not None and regel.rol is not None and not _kan_samen(eerste.rol, regel.rol)
        dagen = _botst((eerste.geboren, eerste.geboortejaar), (regel.geboren, regel.geboortejaar))
        if rollen or dagen:
            raise Onduidelijk(NIET_TE_RIJMEN)

    # --- what is known of somebody --------------------------------------------------------------------------

    def _plaatsen(self, persoon: Persoon) -> set[Band]:
        """Places in the family around the jongere that this person has."""
        eerste = self._getypt.get(persoon.id)
        plaatsen = (_plaats(self._woord(persoon)), _plaats(eerste.rol) if eerste else None)
        return {plaats for plaats in plaatsen if plaats is not None}

    def _woord(self, persoon: Persoon) -> Rol | None:
        """What this person is to a jongere, as far as the family knows."""
        if persoon.id in self._jongere_ids:
            return None
        woorden = (wie_is(self._gezin, persoon, jongere_id) for jongere_id in self._jongere_ids)
        return next((rol for woord in woorden if (rol := rol_van(woord)) is not None), None)

    def _geboren(self, persoon: Persoon) -> Geboren:
        """As it was typed; else as it was known."""
        eerste = self._getypt.get(persoon.id)
        if eerste is not None and _noemt_dag(eerste):
            return eerste.geboren, eerste.geboortejaar
        return persoon.geboortedatum, persoon.geboortejaar


def _plaats(rol: Rol | None) -> Band | None:
    """A place in the family that goes with no other; None for a word that says less."""
    if rol is None:
        return None
    if rol.band is Band.OUDER:
        return Band.OUDER if rol.ouder is OuderSoort.BIOLOGISCH else None
    return _EIGEN_PLAATS.get(rol.band)


def _kan_samen(een: Rol, ander: Rol) -> bool:
    """Two words that may be true of one person: parent and mother, stepfather and partner, aunt and voogd."""
    if een == ander or Band.KOPPEL in (een.band, ander.band):
        return True
    if (een.band, een.ouder) == (ander.band, ander.ouder) and Geslacht.ONBEKEND in (
        een.geslacht,
        ander.geslacht,
    ):
        return een.band is Band.OUDER
    return any(
        rol.band is Band.OUDER and rol.ouder in _OOK_FAMILIE and andere.band in _EIGEN_PLAATS
        for rol, andere in ((een, ander), (ander, een))
    )


def _noemt_dag(regel: Persoonregel) -> bool:
    return regel.geboren is not None or regel.geboortejaar is not None


def _jaar(geboren: Geboren) -> int | None:
    dag, jaar = geboren
    return dag.year if dag is not None else jaar


def _botst(een: Geboren, ander: Geboren) -> bool:
    """Both are known and cannot be of one person."""
    if een[0] is not None and ander[0] is not None:
        return een[0] != ander[0]
    jaren = (_jaar(een), _jaar(ander))
    return None not in jaren and jaren[0] != jaren[1]


def _gelijk(een: Geboren, ander: Geboren) -> bool:
    return _jaar(een) is not None and _jaar(ander) is not None and not _botst(een, ander)
