"""How a table is made: the columns every record has, and the ways in which one names another."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, ForeignKey, Integer, MetaData, Table, Text, text

from kernteam_tui.data.typen import Moment

metadata = MetaData()


def record_table(name: str, *columns: Any) -> Table:
    """A table of records: id, revision and two moments come first."""
    return Table(
        name,
        metadata,
        Column("id", Text, primary_key=True),
        Column("revision", Integer, nullable=False),
        Column("created_at", Moment, nullable=False),
        Column("updated_at", Moment, nullable=False),
        *columns,
        sqlite_strict=True,
    )


def need(name: str, kind: Any) -> Column[Any]:
    """A column that always holds something."""
    return Column(name, kind, nullable=False)


def may(name: str, kind: Any) -> Column[Any]:
    """A column that may hold nothing."""
    return Column(name, kind, nullable=True)


def since(name: str, kind: Any, before: str) -> Column[Any]:
    """A column that a later schema added: `before` is what stands in rows of an older store."""
    return Column(name, kind, nullable=False, server_default=text(before))


def part_of(table: str, name: str = "", *, index: bool = True) -> Column[Any]:
    """The record it belongs to and with which it goes; `index=False` where a wider index begins with it."""
    key = ForeignKey(f"{table}.id", ondelete="CASCADE", deferrable=True, initially="DEFERRED")
    return Column(name or f"{table}_id", Text, key, nullable=False, index=index)


def refers_to(table: str, name: str = "") -> Column[Any]:
    """A record that cannot go as long as this one is there."""
    key = ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return Column(name or f"{table}_id", Text, key, nullable=False, index=True)


def may_refer_to(table: str, name: str) -> Column[Any]:
    """As `refers_to`, or nothing."""
    key = ForeignKey(f"{table}.id", deferrable=True, initially="DEFERRED")
    return Column(name, Text, key, nullable=True, index=True)
