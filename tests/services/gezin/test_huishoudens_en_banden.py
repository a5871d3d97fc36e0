"""Who lives with whom, and what binds two people."""

from __future__ import annotations

from dataclasses import replace

import pytest

from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.domain.gezinscodes import (
    RelatieKwaliteit,
    RelatieSoort,
)
from kernteam_tui.services.gezin import (
    HuishoudenGegevens,
    RelatieGegevens,
    get_gezin,
    get_huishouden,
    get_relatie,
    save_huishouden,
    save_relatie,
    verwijder_huishouden,
    verwijder_relatie,
)
from kernteam_tui.services.sessie import Sessie
from tests.services.gezin.hulp import erbij, persoon


def test_a_household_decides_who_lives_with_whom(sessie: Sessie, gezin: str) -> None:
    sami, fatma, ali = (persoon(sessie, gezin, naam).id for naam in ("Sami", "Fatma", "Ali"))
    huis = next(huis for huis in get_gezin(sessie, gezin).huizen if huis.naam == "bij vader")
    oud = get_huishouden(sessie, gezin, huis.id)
    assert (oud.bewoners, oud.deels) == ((ali, persoon(sessie, gezin, "Elif").id), (sami,))
    save_huishouden(sessie, gezin, huis.id, replace(oud, deels=()))
    assert (persoon(sessie, gezin, "Ali").woont_bij, persoon(sessie, gezin, "Fatma").woont_bij) == (
        False,
        True,
    )
    nieuw = save_huishouden(
        sessie, gezin, None, HuishoudenGegevens("bij oma", "Weg 3", bewoners=(fatma,), deels=(sami,))
    )
    assert erbij(sessie, gezin, "Sami").huizen == ("huis 1 (deels)", "bij oma (deels)")
    verwijder_huishouden(sessie, gezin, nieuw)
    assert erbij(sessie, gezin, "Sami").huizen == ("huis 1 (deels)",)
    with pytest.raises(InhoudOngeldig):
        save_huishouden(sessie, gezin, None, HuishoudenGegevens(" "))


def test_a_tie_is_kept_once_and_read_from_both_sides(sessie: Sessie, gezin: str) -> None:
    fatma, ali = (persoon(sessie, gezin, naam).id for naam in ("Fatma", "Ali"))
    gegevens = RelatieGegevens(fatma, ali, RelatieSoort.GESCHEIDEN, RelatieKwaliteit.CONFLICT, tot=2019)
    id_ = save_relatie(sessie, gezin, None, gegevens)
    assert get_relatie(sessie, gezin, id_).relatie == gegevens
    assert [r.zin for r in erbij(sessie, gezin, "Ali").relaties] == [
        "gescheiden van Fatma Yilmaz, 2019, vaak ruzie"
    ]
    assert [r.zin for r in erbij(sessie, gezin, "Fatma").relaties] == ["gescheiden van Ali, 2019, vaak ruzie"]
    with pytest.raises(InhoudOngeldig, match="hebben al"):
        save_relatie(sessie, gezin, None, RelatieGegevens(ali, fatma, RelatieSoort.GEHUWD))
    with pytest.raises(InhoudOngeldig, match="dezelfde"):
        save_relatie(sessie, gezin, None, RelatieGegevens(ali, ali, RelatieSoort.FAMILIE))
    with pytest.raises(InhoudOngeldig, match="einde"):
        save_relatie(sessie, gezin, id_, replace(gegevens, sinds=2020))
    verwijder_relatie(sessie, gezin, id_)
    assert erbij(sessie, gezin, "Ali").relaties == ()
    save_relatie(sessie, gezin, None, RelatieGegevens(ali, fatma, RelatieSoort.GEHUWD, sinds=2020))
    assert [r.zin for r in erbij(sessie, gezin, "Fatma").relaties] == ["getrouwd met Ali, 2020"]
