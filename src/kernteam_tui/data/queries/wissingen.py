"""Proofs of erasures: the number that a casus had, when and why it went; no name."""

from __future__ import annotations

from sqlalchemy import Connection, select

from kernteam_tui.data import tabellen as t
from kernteam_tui.data.wissen import Wissing


def lees_wissing(conn: Connection, nummer: str) -> Wissing | None:
    """The last erasure under that number."""
    found = select(t.wissing).where(t.wissing.c.nummer == nummer).order_by(t.wissing.c.gewist_op.desc())
    row = conn.execute(found).mappings().first()
    return None if row is None else Wissing(**row)
