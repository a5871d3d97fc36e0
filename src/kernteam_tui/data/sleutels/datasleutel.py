"""The data key: 32 random bytes that encrypt the store, in memory that can be wiped."""

from __future__ import annotations

import hmac
import secrets

from kernteam_tui.data.fouten import DriverUnsafe

KEY_BYTES = 32
_HEX = b"0123456789abcdef"


class DataKey:
    """The data key of an open store.

    Python cannot promise that memory is erased; this keeps to one mutable copy and wipes that.
    """

    __slots__ = ("_bytes",)

    def __init__(self, content: bytearray) -> None:
        """Take over `content` (exactly 32 bytes), which must not be used elsewhere after."""
        if len(content) != KEY_BYTES:
            raise ValueError(f"a data key has {KEY_BYTES} bytes, not {len(content)}")
        self._bytes = content

    @classmethod
    def random(cls) -> DataKey:
        return cls(bytearray(secrets.token_bytes(KEY_BYTES)))

    def __repr__(self) -> str:
        return "DataKey(…)"

    @property
    def wiped(self) -> bool:
        return not self._bytes

    def raw(self) -> bytearray:
        """The key itself, not a copy: do not keep it, do not change it."""
        if self.wiped:
            raise RuntimeError("the store was closed: its key has been wiped")
        return self._bytes

    def sqlcipher_form(self) -> bytearray:
        """The key as SQLCipher takes a raw key, `x'<64 hex digits>'`; wipe it after use.

        Anything but exactly 64 digits would silently be taken for a passphrase (store.md, trap 9).
        """
        form = bytearray(b"x'")
        for byte in self.raw():
            form.append(_HEX[byte >> 4])
            form.append(_HEX[byte & 15])
        form.append(ord("'"))
        if len(form) != 2 * KEY_BYTES + 3:
            raise DriverUnsafe()
        return form

    def derived(self, purpose: bytes) -> bytes:
        """A separate 32-byte secret for one purpose, by HMAC-SHA256; the data key does not follow from it."""
        return hmac.digest(self.raw(), purpose, "sha256")

    def same_as(self, other: DataKey) -> bool:
        """Compared without telling by its time how much is the same."""
        return hmac.compare_digest(self.raw(), other.raw())

    def become(self, other: DataKey) -> None:
        """Be another key from now on, for all who hold this one; the old bytes and `other` are wiped."""
        old, self._bytes = self._bytes, bytearray(other.raw())
        wipe(old)
        other.wipe()

    def wipe(self) -> None:
        """Overwrite the key and forget it. Using it after is a fault."""
        wipe(self._bytes)
        self._bytes = bytearray()


def wipe(content: bytearray) -> None:
    """Overwrite a secret in place."""
    for place in range(len(content)):
        content[place] = 0
