"""Bringing a store to the newest form: Alembic, started from the program, without an ini file."""

from .bijwerken import SCHEMA_NUMBER, build_schema, migrate, stored_schema_number

__all__ = ["SCHEMA_NUMBER", "build_schema", "migrate", "stored_schema_number"]
