"""What stood on a paper that was given, as JSON: enough to make the very same paper again."""

from __future__ import annotations

from functools import cache

from pydantic import TypeAdapter

from kernteam_tui.domain.bladzijde import Bladzijde
from kernteam_tui.domain.planpapier import Planpapier


def schrijf_bladzijde(bladzijde: Bladzijde) -> str:
    """A page as it is kept."""
    return _adapter().dump_json(bladzijde).decode()


def lees_bladzijde(inhoud: str) -> Bladzijde:
    """A page that was kept by any release: what an older one did not know gets its default."""
    return _adapter().validate_json(inhoud)


def schrijf_plan(papier: Planpapier) -> str:
    """A whole plan as it is kept."""
    return _planadapter().dump_json(papier).decode()


def lees_plan(inhoud: str) -> Planpapier:
    """A plan that was kept by any release, as `lees_bladzijde`."""
    return _planadapter().validate_json(inhoud)


@cache
def _planadapter() -> TypeAdapter[Planpapier]:
    return TypeAdapter(Planpapier)


@cache
def _adapter() -> TypeAdapter[Bladzijde]:
    return TypeAdapter(Bladzijde)
