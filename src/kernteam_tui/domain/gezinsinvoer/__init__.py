"""A whole family typed line by line: one line is a person, a household or a tie between two people.

`lezen` cuts a line into what stands in it, `verwerken` puts the lines together onto a family, and
`duiding` says of each line in Dutch what was understood. Nothing is guessed: what a line does not say is
not filled in, and what it says that is not understood is a fault with a sentence.
"""

from kernteam_tui.domain.gezinsinvoer.duiding import Duiding
from kernteam_tui.domain.gezinsinvoer.verwerken import neem_op, proef

__all__ = ["Duiding", "neem_op", "proef"]
