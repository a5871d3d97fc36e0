"""The page for a parent as it comes from the printer."""

from __future__ import annotations

from pathlib import Path

from tools.plaatjes.fotograaf import DAG, verklein
from tools.plaatjes.stap import WACHTWOORDZIN


def maak_bladzijde(kluis: Path, doel: Path) -> None:
    """The PDF of the program, drawn by typst."""
    import typst

    from kernteam_tui.domain.codes import PersoonRol
    from kernteam_tui.services.caseload import get_caseload
    from kernteam_tui.services.casus import get_casus
    from kernteam_tui.services.klok import SysteemKlok
    from kernteam_tui.services.samenvatting import maak_samenvatting
    from kernteam_tui.services.toegang import unlock

    sessie = unlock(kluis, WACHTWOORDZIN, SysteemKlok(DAG))
    try:
        casus_id = next(regel.casus_id for regel in get_caseload(sessie) if regel.jongere.startswith("Lina"))
        ouder = next(p for p in get_casus(sessie, casus_id).personen if p.rol is PersoonRol.OUDER)
        maak_samenvatting(sessie, casus_id, ouder.id, "pdf", kluis / "blad.pdf")
    finally:
        sessie.close()
    vel = kluis / "vel.typ"
    vel.write_text('#set page(width: auto, height: auto, margin: 0pt)\n#image("blad.pdf")\n', "utf-8")
    pad = doel / "bladzijde-papier.png"
    typst.compile(str(vel), output=str(pad), format="png", ppi=96.0)
    verklein(pad)
