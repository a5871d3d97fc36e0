"""The longest plan of the fictional families on paper, in each variant and form, by a checker of others."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from kernteam_tui.domain.codes import PlanVariant
from kernteam_tui.services.caseload import get_caseload
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.demo import maak_demo
from kernteam_tui.services.gezinsplan import kies_variant, stel_plan_vast
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.planpapier import ZELF, bereid_planpapier_voor, maak_planpapier
from kernteam_tui.services.planverschil import IN_BEWERKING
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toegang import unlock
from tests.exchange.bladzijde.test_pdfua import keur
from tests.exchange.drukwerk.test_drukwerk import ongetagd
from tests.services.inzage.conftest import MAANDAG


@pytest.fixture
def demo(tmp_path: Path) -> Iterator[Sessie]:
    maak_demo(tmp_path / "kluis", SysteemKlok(MAANDAG))
    geopend = unlock(tmp_path / "kluis", "voorbeeld", SysteemKlok(MAANDAG))
    yield geopend
    geopend.close()


def langste(sessie: Sessie) -> str:
    """Id of the casus with the longest plan."""
    begun = [row.casus_id for row in get_caseload(sessie) if get_casus(sessie, row.casus_id).plan_begonnen]
    return max(begun, key=lambda casus_id: len(bereid_planpapier_voor(sessie, casus_id, ZELF).tekst))


@pytest.mark.lang
@pytest.mark.parametrize("norm", ["ua1", "2a"])
def test_the_longest_plan_complies_in_every_variant_and_the_control_does_not(
    demo: Sessie, tmp_path: Path, norm: str
) -> None:
    casus_id = langste(demo)
    lezers = [ZELF, *get_casus(demo, casus_id).jongeren]
    made = []
    for variant in PlanVariant:
        kies_variant(demo, casus_id, variant)
        for stand in ("concept", "vast"):
            if stand == "vast":
                stel_plan_vast(demo, casus_id)
            for nummer, lezer in enumerate(lezers):
                path = tmp_path / f"{variant}-{stand}-{nummer}.pdf"
                version = IN_BEWERKING if stand == "concept" else None
                made.append(maak_planpapier(demo, casus_id, lezer, "pdf", version, path).bestand)
    control = tmp_path / "controle.pdf"
    control.write_bytes(ongetagd())
    print(f"{len(made)} plannen, {norm}")
    assert keur(norm, *made, control) == {path.name: path != control for path in (*made, control)}
