"""The mark of an appointment: a hash of its UID, enough to know it again and nothing more."""

from __future__ import annotations

from hashlib import sha256


def merk_van(uid: str) -> str:
    """64 hex digits."""
    return sha256(uid.encode("utf-8", "surrogatepass")).hexdigest()
