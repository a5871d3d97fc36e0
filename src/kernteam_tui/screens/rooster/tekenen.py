"""How a week of a kernteam is drawn: a name, and for each day a morning and an afternoon. No widgets."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from kernteam_tui.domain.datumtekst import SCHOOLDAGEN
from kernteam_tui.services.school import PartnerBeeld
from kernteam_tui.widgets.tekst import ZACHT

SMAL, BREED = 25, 42
"""Cells for a name on a narrow and on a wide screen."""
VAK_BREED = 5
DAG_BREED = 2 * VAK_BREED
RUIM = 100
"""From this width on a screen is wide."""
AAN, UIT, WEG, INVALLER, DICHT = "■", "·", "×", "+", "─"
OPVALLEND = "bold $background on $primary"
DELEN = "och", "mid"


def naam_breed(scherm: int) -> int:
    """Cells for a name on a screen of this width."""
    return BREED if scherm >= RUIM else SMAL


def breedte(namen: int) -> int:
    """Cells of a whole row, of which this many are for the name."""
    return namen + DAG_BREED * len(SCHOOLDAGEN)


def kop(dagen: Sequence[str], namen: int, vandaag: int | None = None) -> list[Content]:
    """Two lines: the days, and below each its two halves. `vandaag`: number of the day that stands out."""
    boven = Content(" " * namen)
    for nummer, dag in enumerate(dagen):
        stijl = "bold underline $primary" if nummer == vandaag else "bold"
        wit = DAG_BREED - len(dag)
        boven += Content(" " * (wit // 2)) + Content.styled(dag, stijl) + Content(" " * (wit - wit // 2))
    onder = " " * namen + "".join(f"{deel:^{VAK_BREED}}" for deel in DELEN) * len(dagen)
    return [boven, Content.styled(onder, ZACHT)]


def naam(partner: PartnerBeeld, namen: int, hier: bool) -> Content:
    """`jij`, or a name with the role behind it as far as that fits; marked where the cursor is."""
    merk = "› " if hier else "  "
    if partner.ik:
        regel = Content.styled("jij", "bold")
    else:
        regel = Content.assemble(partner.naam, (f" {partner.rol.kort}", ZACHT))
    regel = (Content(merk) + regel).truncate(namen - 1, ellipsis=True)
    regel = regel.pad_right(namen - regel.cell_length)
    return regel.stylize("bold $primary") if hier else regel


def vak(tekst: str, stijl: str = "") -> Content:
    """One half of a day, in the middle of its place."""
    return Content.styled(f"{tekst:^{VAK_BREED}}", stijl)


def samen_vak(tekst: str, opvallend: bool) -> Content:
    """How many partners are in; between brackets where it is a moment to plan on."""
    return vak(f"[{tekst}]", OPVALLEND) if opvallend else vak(tekst, ZACHT)


def samen_kop(namen: int) -> Content:
    """The name of the row that counts."""
    return Content.styled(f"{'  samen (partners)':{namen}}", ZACHT)
