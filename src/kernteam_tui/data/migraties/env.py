"""Run by Alembic: migrates on the connection it is given, inside the transaction of the caller."""

from __future__ import annotations

from alembic import context

connection = context.config.attributes["connection"]
context.configure(connection=connection, render_as_batch=False, transactional_ddl=False)
context.run_migrations()
