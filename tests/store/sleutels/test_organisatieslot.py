"""A key file with a slot of the organisation is read as strictly as one without."""

from __future__ import annotations

import hashlib
import json
import random
from collections.abc import Callable
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from kernteam_tui.data.fouten import (
    KeyFileDamaged,
    KeyFileTampered,
    OrganisatiesleutelOngeldig,
    StoreError,
)
from kernteam_tui.data.opening.kluis import OpenedFiles
from kernteam_tui.data.sleutels import beheer
from kernteam_tui.data.sleutels.kop import canonical, read_header, write_header
from kernteam_tui.data.sleutels.organisatie import make_pair, read_private_key, read_public_key
from kernteam_tui.data.sleutels.vakken import unlock

Fields = dict[str, Any]


@pytest.fixture
def content(kluis: Any, opened: OpenedFiles) -> bytes:
    """A whole key file with three slots; the third is the organisation's."""
    beheer.prepare_organisation(opened, kluis.zin, read_public_key(make_pair()[1])).write()
    read: bytes = kluis.keys.read_bytes()
    return read


def test_it_is_read_back_the_same(content: bytes) -> None:
    assert write_header(read_header(content)) == content


def test_every_accidental_damage_is_seen(content: bytes) -> None:
    dice = random.Random(20261123)
    for _ in range(300):
        place = dice.randrange(len(content))
        with pytest.raises(KeyFileDamaged):
            read_header(
                content[:place] + bytes([content[place] ^ 1 << dice.randrange(8)]) + content[place + 1 :]
            )


def _seal(fields: Fields) -> Fields:
    found: Fields = fields["slots"][2]["seal"]
    return found


@pytest.mark.parametrize(
    "change",
    [
        lambda fields: _seal(fields).update(pub="AAAA"),
        lambda fields: _seal(fields).update(eph=7),
        lambda fields: _seal(fields).update(alg="none"),
        lambda fields: fields["slots"][2].pop("seal"),
        lambda fields: fields["slots"][2].update(kdf=fields["slots"][0]["kdf"]),
        lambda fields: fields["slots"][2].update(kind="passphrase"),
        lambda fields: fields["slots"].append(fields["slots"][2]),
        lambda fields: fields.update(version=1),
        lambda fields: fields["slots"].pop(2),
    ],
)
def test_a_changed_file_with_a_right_sum_is_refused(
    content: bytes, kluis: Any, change: Callable[[Fields], object]
) -> None:
    fields = json.loads(content)
    change(fields)
    fields.pop("sum")
    fields["sum"] = hashlib.sha256(canonical(fields)).hexdigest()
    with pytest.raises(KeyFileTampered):
        unlock(read_header(canonical(fields) + b"\n"), kluis.zin)


def test_another_public_key_slipped_in_is_seen_by_the_passphrase_and_the_private_key(
    content: bytes, kluis: Any
) -> None:
    """Somebody who writes the file but has no key: his own key in the slot opens nothing."""
    private, public = make_pair()
    other = json.loads(content)
    header = read_header(content)
    slot = header.organisation_slot()
    assert slot is not None
    forged = type(slot)(slot.id, read_public_key(public), slot.ephemeral_key, slot.nonce, slot.wrapped_key)
    changed = type(header)(header.store_id, (*header.slots[:2], forged), header.mac)
    assert write_header(changed) != canonical(other) + b"\n"
    for secret in (kluis.zin, read_private_key(private)):
        with pytest.raises(StoreError):
            unlock(changed, secret)


LOW_ORDER = (
    bytes(32),
    bytes([1, *bytes(31)]),
    bytes.fromhex("e0eb7a7c3b41b8ae1656e3faf19fc46ada098deb9c32b1fd866205165f49b800"),
    bytes.fromhex("5f9c95bca3508c24b1d0b1559c83ef5b04445cc4581c8e86d8224eddd09f1157"),
    bytes.fromhex("ecffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff7f"),
)
"""Points of https://cr.yp.to/ecdh.html that give everybody the same secret."""


@pytest.mark.parametrize("point", LOW_ORDER, ids=lambda point: point[:2].hex())
def test_a_public_key_that_seals_for_everybody_is_refused(point: bytes) -> None:
    key = X25519PublicKey.from_public_bytes(point)
    with pytest.raises(OrganisatiesleutelOngeldig):
        read_public_key(key.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo))
