"""Bringing a store to the newest form: Alembic, started from the program, without an ini file."""

from kernteam_tui.data.migraties.bijwerken import SCHEMA_NUMBER, migrate, stored_schema_number

__all__ = ["SCHEMA_NUMBER", "migrate", "stored_schema_number"]
