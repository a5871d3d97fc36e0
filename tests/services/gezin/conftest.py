"""A family that was typed in at once."""

from __future__ import annotations

import pytest

from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.gezin import (
    bewaar_invoer,
)
from kernteam_tui.services.sessie import Sessie
from tests.services.gezin.hulp import REGELS


@pytest.fixture
def gezin(sessie: Sessie, casus: AanmeldingUitkomst) -> str:
    """The casus of Sami, with two households typed in."""
    assert bewaar_invoer(sessie, casus.casus_id, REGELS) == len(REGELS)
    return casus.casus_id
