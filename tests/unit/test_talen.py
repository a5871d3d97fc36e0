"""Languages as people type them and as the store keeps them."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.talen import TALEN, taal_code, taal_naam


@pytest.mark.parametrize(("getypt", "code"), [("Turks", "tr"), (" turks ", "tr"), ("TR", "tr"), ("", "")])
def test_a_language_is_known_by_its_name_and_its_code(getypt: str, code: str) -> None:
    assert taal_code(getypt) == code


def test_a_language_nobody_listed_is_kept_as_it_was_typed() -> None:
    assert taal_code("Bambara") == "Bambara"
    assert taal_naam("Bambara") == "Bambara"


def test_every_name_leads_back_to_its_code() -> None:
    assert {taal_code(naam): naam for naam in TALEN.values()} == dict(TALEN)
    assert all(taal_naam(code) == naam for code, naam in TALEN.items())
