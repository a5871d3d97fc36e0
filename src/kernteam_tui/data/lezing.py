"""What a query reads from; the name under which the floor above knows a connection."""

from __future__ import annotations

from sqlalchemy import Connection as Lezing

__all__ = ["Lezing"]
