"""The command `kernteam schema`: the formats as JSON Schema, made from the models that guard them."""

from __future__ import annotations

import json
from argparse import Namespace

from kernteam_tui.cli.uitvoer import Antwoord
from kernteam_tui.domain.fouten import GebruikOnjuist
from kernteam_tui.services.formaten import namen, schema


def voer_uit(keuzes: Namespace) -> Antwoord:
    """One JSON Schema, or all of them by name. Raises GebruikOnjuist for a name that is no format."""
    if keuzes.naam is None:
        return Antwoord({"schema": "schema/1", "formaten": {naam: schema(naam) for naam in namen()}}, namen())
    found = schema(keuzes.naam)
    if found is None:
        raise GebruikOnjuist("Deze bestandsvorm bestaat niet.", f"Kies uit: {', '.join(namen())}.")
    lines = json.dumps(found, ensure_ascii=False, indent=2).splitlines()
    return Antwoord({"schema": "schema/1", **found}, tuple(lines))
