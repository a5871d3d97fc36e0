"""The header of a store: the content of `kluis.keys`, and what may stand in it.

Standard library only, so that damage is told before a passphrase is asked and before anything heavy is
loaded.

The file is one JSON object in canonical form (sorted keys, no spaces, ASCII) and one line end:
`{format, version, store, slots: [{id, kind, kdf: {alg, v, m, t, p, salt}, wrap: {alg, nonce, ct}}], mac,
sum}`. `sum` is a plain SHA-256: it finds accidental damage without any key. `mac` is an HMAC under a key
derived from the data key: it finds a slot that was added, dropped or changed, once the store is unlocked.

A slot of the organisation has no secret and no kdf: `{id, kind: organisation, seal: {alg, pub, eph}, wrap}`.
A file with such a slot is version 2; without one it is version 1, as it always was.
"""

from __future__ import annotations

import hashlib
import json
from base64 import b64decode, b64encode
from dataclasses import dataclass
from typing import Any, Literal, get_args

from kernteam_tui.data.fouten import KeyFileDamaged, KeyFileTampered, StoreTooNew

FORMAT = "kernteam-sleutels"
VERSION = 2
"""The newest form that is read."""
SLOT_VERSION = 1
"""What every slot is bound to, whatever the version of the file: slots outlive a change of the others."""
MAX_FILE_BYTES = 65_536

KDF = "argon2id"
KDF_VERSION = 19
WRAPPING = "A256GCM"
SEALING = "x25519-hkdf-sha256"
PUBLIC_KEY_BYTES = 32
SALT_BYTES = 16
NONCE_BYTES = 12
WRAPPED_BYTES = 48
"""The 32-byte data key and the 16-byte tag of AES-256-GCM."""
DIGEST_BYTES = 32

MEMORY_KIB = range(19 * 1024, 1024 * 1024 + 1)
ITERATIONS = range(2, 21)
LANES = range(1, 9)
"""What is accepted on reading: less would weaken the store, more would hang or exhaust the machine."""

MAX_SLOTS = 8

SlotKind = Literal["passphrase", "recovery"]
SLOT_KINDS: tuple[SlotKind, ...] = get_args(SlotKind)
ORGANISATION = "organisation"


@dataclass(frozen=True)
class KdfParameters:
    """Costs of Argon2id: KiB of memory, passes over it, lanes. Raises ValueError outside the ranges."""

    memory_kib: int
    iterations: int
    lanes: int

    def __post_init__(self) -> None:
        for value, accepted in (
            (self.memory_kib, MEMORY_KIB),
            (self.iterations, ITERATIONS),
            (self.lanes, LANES),
        ):
            if type(value) is not int or value not in accepted:
                raise ValueError("the cost of the key derivation is outside the accepted range")


@dataclass(frozen=True)
class Slot:
    """One way to the data key: how to derive a wrapping key from a secret, and the wrapped data key."""

    id: str
    kind: SlotKind
    kdf: KdfParameters
    salt: bytes
    nonce: bytes
    wrapped_key: bytes

    def bound_fields(self) -> dict[str, Any]:
        """The fields that the wrapping is bound to: changing one of them makes the slot unusable."""
        return {
            "id": self.id,
            "kind": self.kind,
            "kdf": {
                "alg": KDF,
                "v": KDF_VERSION,
                "m": self.kdf.memory_kib,
                "t": self.kdf.iterations,
                "p": self.kdf.lanes,
                "salt": _text(self.salt),
            },
        }

    def fields(self) -> dict[str, Any]:
        return {**self.bound_fields(), "wrap": _wrap(self.nonce, self.wrapped_key)}


@dataclass(frozen=True)
class OrganisationSlot:
    """A way to the data key for whoever holds the private key of an organisation, kept elsewhere."""

    id: str
    public_key: bytes
    """Of the organisation, 32 bytes (X25519)."""
    ephemeral_key: bytes
    """The public half of the pair that was made for this sealing only; its private half is gone."""
    nonce: bytes
    wrapped_key: bytes

    def bound_fields(self) -> dict[str, Any]:
        seal = {"alg": SEALING, "pub": _text(self.public_key), "eph": _text(self.ephemeral_key)}
        return {"id": self.id, "kind": ORGANISATION, "seal": seal}

    def fields(self) -> dict[str, Any]:
        return {**self.bound_fields(), "wrap": _wrap(self.nonce, self.wrapped_key)}


AnySlot = Slot | OrganisationSlot


@dataclass(frozen=True)
class Header:
    """All slots of one store, with the code over them."""

    store_id: str
    slots: tuple[AnySlot, ...]
    mac: bytes

    def slots_of(self, kind: SlotKind) -> tuple[Slot, ...]:
        return tuple(slot for slot in self.slots if isinstance(slot, Slot) and slot.kind == kind)

    def organisation_slot(self) -> OrganisationSlot | None:
        return next((slot for slot in self.slots if isinstance(slot, OrganisationSlot)), None)


def bound_content(store_id: str, slot: AnySlot) -> bytes:
    """The bytes that the wrapping in a slot is bound to."""
    return canonical({**_preamble(store_id, SLOT_VERSION), **slot.bound_fields()})


def authenticated_content(store_id: str, slots: tuple[AnySlot, ...]) -> bytes:
    """The bytes that `mac` is computed over: everything but `mac` and `sum`."""
    return canonical({**_preamble(store_id, _version_for(slots)), "slots": [slot.fields() for slot in slots]})


def canonical(fields: dict[str, Any]) -> bytes:
    """The one way in which an object is written."""
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def write_header(header: Header) -> bytes:
    """The content of the key file."""
    fields = {
        **_preamble(header.store_id, _version_for(header.slots)),
        "slots": [slot.fields() for slot in header.slots],
        "mac": _text(header.mac),
    }
    return canonical({**fields, "sum": _sum(fields)}) + b"\n"


def read_header(content: bytes) -> Header:
    """Read the content of a key file.

    Raises KeyFileDamaged when the bytes are not as any program wrote them, StoreTooNew when they are of a
    newer version, KeyFileTampered when they are whole but hold what this program would never write.
    """
    fields = _whole_fields(content)
    if fields.get("format") != FORMAT:
        raise KeyFileTampered()
    version = fields.get("version")
    if type(version) is int and version > VERSION:
        raise StoreTooNew()
    try:
        header = _header_from(fields)
    except (KeyError, TypeError, ValueError) as error:
        raise KeyFileTampered() from error
    if write_header(header) != content:
        raise KeyFileTampered()
    return header


def _whole_fields(content: bytes) -> dict[str, Any]:
    """The object in the file, once its form and its sum are right."""
    if len(content) > MAX_FILE_BYTES:
        raise KeyFileDamaged()
    try:
        fields = json.loads(content)
    except (ValueError, RecursionError) as error:
        raise KeyFileDamaged() from error
    if not isinstance(fields, dict) or canonical(fields) + b"\n" != content:
        raise KeyFileDamaged()
    without_sum = {name: value for name, value in fields.items() if name != "sum"}
    if fields.get("sum") != _sum(without_sum):
        raise KeyFileDamaged()
    return fields


def _header_from(fields: dict[str, Any]) -> Header:
    slots = fields["slots"]
    if not isinstance(slots, list) or not 1 <= len(slots) <= MAX_SLOTS:
        raise ValueError("the number of slots")
    store_id = fields["store"]
    if not isinstance(store_id, str) or not store_id:
        raise ValueError("the store's id")
    read = tuple(_slot_from(slot) for slot in slots)
    if sum(isinstance(slot, OrganisationSlot) for slot in read) > 1:
        raise ValueError("one organisation at most")
    return Header(store_id, read, _bytes(fields["mac"], DIGEST_BYTES))


def _slot_from(fields: dict[str, Any]) -> AnySlot:
    if not isinstance(fields["id"], str):
        raise ValueError("the id of a slot")
    return _organisation_slot_from(fields) if fields["kind"] == ORGANISATION else _secret_slot_from(fields)


def _organisation_slot_from(fields: dict[str, Any]) -> OrganisationSlot:
    seal, wrap = fields["seal"], fields["wrap"]
    return OrganisationSlot(
        id=fields["id"],
        public_key=_bytes(seal["pub"], PUBLIC_KEY_BYTES),
        ephemeral_key=_bytes(seal["eph"], PUBLIC_KEY_BYTES),
        nonce=_bytes(wrap["nonce"], NONCE_BYTES),
        wrapped_key=_bytes(wrap["ct"], WRAPPED_BYTES),
    )


def _secret_slot_from(fields: dict[str, Any]) -> Slot:
    kdf, wrap = fields["kdf"], fields["wrap"]
    if fields["kind"] not in SLOT_KINDS:
        raise ValueError("the kind of a slot")
    return Slot(
        id=fields["id"],
        kind=fields["kind"],
        kdf=KdfParameters(kdf["m"], kdf["t"], kdf["p"]),
        salt=_bytes(kdf["salt"], SALT_BYTES),
        nonce=_bytes(wrap["nonce"], NONCE_BYTES),
        wrapped_key=_bytes(wrap["ct"], WRAPPED_BYTES),
    )


def _preamble(store_id: str, version: int) -> dict[str, Any]:
    return {"format": FORMAT, "version": version, "store": store_id}


def _version_for(slots: tuple[AnySlot, ...]) -> int:
    """The oldest version that can hold these slots: an older program goes on reading what it knows."""
    return VERSION if any(isinstance(slot, OrganisationSlot) for slot in slots) else SLOT_VERSION


def _wrap(nonce: bytes, wrapped_key: bytes) -> dict[str, Any]:
    return {"alg": WRAPPING, "nonce": _text(nonce), "ct": _text(wrapped_key)}


def _sum(fields: dict[str, Any]) -> str:
    return hashlib.sha256(canonical(fields)).hexdigest()


def _text(content: bytes) -> str:
    return b64encode(content).decode("ascii")


def _bytes(text: object, length: int) -> bytes:
    if not isinstance(text, str):
        raise TypeError("bytes are written as base64 text")
    content = b64decode(text, validate=True)
    if len(content) != length:
        raise ValueError("a field of the wrong length")
    return content
