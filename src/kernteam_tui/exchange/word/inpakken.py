"""The same paper is the same file, whatever the hour and whatever the computer."""

from __future__ import annotations

import io
import zipfile
from datetime import date


def pak_opnieuw(docx: bytes, dag: date) -> bytes:
    """The same parts in the same order, all dated `dag`."""
    uit = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx)) as bron, zipfile.ZipFile(uit, "w") as doel:
        for naam in bron.namelist():
            kop = zipfile.ZipInfo(naam, (dag.year, dag.month, dag.day, 0, 0, 0))
            kop.compress_type = zipfile.ZIP_DEFLATED
            kop.create_system = 0
            doel.writestr(kop, bron.read(naam))
    return uit.getvalue()
