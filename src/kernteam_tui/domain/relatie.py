"""How two people of a family belong together, apart from parent and child: one record, read both ways."""

from __future__ import annotations

from dataclasses import dataclass

from kernteam_tui.domain.gezinscodes import RelatieKwaliteit, RelatieSoort
from kernteam_tui.domain.record import Record


@dataclass(kw_only=True, eq=False)
class Relatie(Record):
    """A couple, twins, another tie, or only how it is between two people."""

    gezin_id: str = ""
    van_id: str
    naar_id: str
    soort: RelatieSoort
    kwaliteit: RelatieKwaliteit | None = None
    omschrijving: str = ""
    """How the first is called by the second, where `soort` does not say it: `tante`."""
    sinds: int | None = None
    """Year."""
    tot: int | None = None
    """Year in which it ended."""

    def betreft(self, persoon_id: str) -> bool:
        """Whether this person is one of the two."""
        return persoon_id in (self.van_id, self.naar_id)

    def ander(self, persoon_id: str) -> str:
        """The other of the two."""
        return self.naar_id if persoon_id == self.van_id else self.van_id

    def tussen(self, een_id: str, ander_id: str) -> bool:
        """Whether it is between these two, either way round."""
        return {een_id, ander_id} == {self.van_id, self.naar_id}
