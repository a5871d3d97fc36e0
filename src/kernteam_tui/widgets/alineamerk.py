"""The paragraph under the cursor of a text area: turn its mark, or break it in two. Both are edits of the
text area itself, so its own ctrl+z takes them back."""

from __future__ import annotations

from textual.widgets import TextArea

from kernteam_tui.domain.alineaknip import zoek_knip
from kernteam_tui.domain.merken import Merk, volgend_merk


def regel_onder_cursor(vlak: TextArea) -> str:
    """The paragraph as it is written; costs no more in a long text than in a short one."""
    return vlak.document.get_line(vlak.cursor_location[0])


def draai_merk(vlak: TextArea) -> Merk | None:
    """Turn the mark of the paragraph; answers the one that it has now. The cursor stays at its letter."""
    rij, kolom = vlak.cursor_location
    wissel = volgend_merk(vlak.document.get_line(rij))
    vlak.replace(wissel.erbij, (rij, 0), (rij, wissel.weg), maintain_selection_offset=False)
    vlak.move_cursor((rij, len(wissel.erbij) + max(0, kolom - wissel.weg)))
    return wissel.merk


def knip_alinea(vlak: TextArea) -> bool:
    """Break the paragraph in two at the end of a sentence near its middle; False where it has no place."""
    rij, kolom = vlak.cursor_location
    knip = zoek_knip(vlak.document.get_line(rij))
    if knip is None:
        return False
    vlak.replace(knip.erbij, (rij, knip.begin), (rij, knip.einde), maintain_selection_offset=False)
    if kolom >= knip.einde:
        rij, kolom = rij + 1, kolom - knip.einde + len(knip.erbij) - 1
    vlak.move_cursor((rij, min(kolom, len(vlak.document.get_line(rij)))))
    return True
