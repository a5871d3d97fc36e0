"""Errors of typing a family through the services: none holds a name."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.fouten import InhoudOngeldig
from kernteam_tui.services.aanmelding import AanmeldingUitkomst
from kernteam_tui.services.gezin import bewaar_invoer
from kernteam_tui.services.sessie import Sessie


def test_an_error_of_typing_holds_no_name(sessie: Sessie, casus: AanmeldingUitkomst) -> None:
    with pytest.raises(InhoudOngeldig) as gevangen:
        bewaar_invoer(sessie, casus.casus_id, ("Xanthippe zus", "Xanthippe en Quirijn ruzie"))
    fout = gevangen.value
    assert "Wie is dit?" in fout.stap
    assert not any(naam in f"{fout} {fout.tekst} {fout.stap}" for naam in ("Xanthippe", "Quirijn"))
