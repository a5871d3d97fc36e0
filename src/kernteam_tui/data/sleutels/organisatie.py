"""The key pair of an organisation: with the public key a store is sealed, with the private one it opens.

Sealing as in HPKE's base mode (RFC 9180), kept small: an X25519 pair made for this sealing only, HKDF-SHA256
over the shared secret, AES-256-GCM bound to the store and the slot. The private key never comes near the
laptop until it is needed: it is a PEM file elsewhere, with a passphrase if the organisation so wishes.
"""

from __future__ import annotations

import hashlib
import secrets
from dataclasses import dataclass
from pathlib import Path

from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from kernteam_tui.data.fouten import OrganisatiesleutelOngeldig, OrganisatiesleutelOpSlot
from kernteam_tui.data.opening.bestanden import disk_errors_named, write_durably
from kernteam_tui.data.sleutels.datasleutel import KEY_BYTES, DataKey, wipe
from kernteam_tui.data.sleutels.kop import NONCE_BYTES, OrganisationSlot, bound_content
from kernteam_tui.data.sleutels.uitpakken import unwrap
from kernteam_tui.domain.ids import new_id

PRIVATE_FILE = "organisatie-geheim.pem"
PUBLIC_FILE = "organisatie-openbaar.pem"
MAX_PEM_BYTES = 16_384
FINGERPRINT_DIGITS = 32
_PURPOSE = b"kernteam organisatie/1"
_WRONG_CONTENT = (ValueError, TypeError, UnsupportedAlgorithm)


@dataclass(frozen=True, repr=False)
class OrganisationKey:
    """The private key, read from its file: opens a store as a passphrase does."""

    private: X25519PrivateKey


def read_public_key(pem: bytes) -> bytes:
    """The 32 bytes of a public key in PEM form. Raises OrganisatiesleutelOngeldig."""
    if b"PRIVATE KEY" in pem:
        raise OrganisatiesleutelOngeldig(
            "Dit bestand bevat de geheime sleutel van de organisatie; die hoort niet op deze laptop.",
            "Vraag het bestand met de openbare sleutel en gooi dit bestand hier weg.",
        )
    try:
        key = serialization.load_pem_public_key(_bounded(pem))
    except _WRONG_CONTENT as error:
        raise OrganisatiesleutelOngeldig() from error
    if not isinstance(key, X25519PublicKey) or not _gives_a_secret(key):
        raise OrganisatiesleutelOngeldig()
    return key.public_bytes_raw()


def read_private_key(pem: bytes, passphrase: str = "") -> OrganisationKey:
    """The private key in PEM form. Raises OrganisatiesleutelOngeldig; OrganisatiesleutelOpSlot when it has a
    passphrase and this is not it.
    """
    encrypted = b"ENCRYPTED" in pem
    try:
        key = serialization.load_pem_private_key(
            _bounded(pem), passphrase.encode("utf-8") if encrypted and passphrase else None
        )
    except _WRONG_CONTENT as error:
        raise (OrganisatiesleutelOpSlot() if encrypted else OrganisatiesleutelOngeldig()) from error
    if not isinstance(key, X25519PrivateKey):
        raise OrganisatiesleutelOngeldig()
    return OrganisationKey(key)


def make_pair(passphrase: str = "") -> tuple[bytes, bytes]:
    """A new pair as two PEM texts: the private one (locked with the passphrase, if any), the public one."""
    private = X25519PrivateKey.generate()
    lock: serialization.KeySerializationEncryption = serialization.NoEncryption()
    if passphrase:
        lock = serialization.BestAvailableEncryption(passphrase.encode("utf-8"))
    return (
        private.private_bytes(serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, lock),
        private.public_key().public_bytes(
            serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo
        ),
    )


def read_pem_file(path: Path) -> bytes:
    """The content of a key file, if it can be one. Raises OrganisatiesleutelOngeldig."""
    if path.exists() and not path.is_file():  # a pipe would keep us waiting
        raise OrganisatiesleutelOngeldig(
            "Dit is geen bestand maar een map, pijp of apparaat.", "Kies het bestand met de sleutel."
        )
    try:
        with path.open("rb") as stream:
            return stream.read(MAX_PEM_BYTES + 1)
    except OSError as error:
        raise OrganisatiesleutelOngeldig(
            "Dit sleutelbestand is er niet of kan niet worden gelezen.", "Kijk of de naam klopt."
        ) from error


def write_pair(folder: Path, passphrase: str = "") -> tuple[Path, Path]:
    """Make a pair as two files, the private one first; for this user only.

    Raises OrganisatiesleutelOngeldig when the folder holds one already, DiskFull, DiskError.
    """
    paths = folder / PRIVATE_FILE, folder / PUBLIC_FILE
    if any(path.exists() for path in paths):
        raise OrganisatiesleutelOngeldig("In deze map staat al een organisatiesleutel.", "Kies een lege map.")
    with disk_errors_named():
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for path, pem in zip(paths, make_pair(passphrase), strict=True):
        write_durably(path, pem)
    return paths


def fingerprint(public_key: bytes) -> str:
    """What two people can compare by telephone: the start of the SHA-256 of the key, in groups of four.

    Of its DER form, so that `openssl pkey -pubin -in BESTAND -outform DER | openssl sha256` begins the same.
    """
    der = X25519PublicKey.from_public_bytes(public_key).public_bytes(
        serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo
    )
    digits = hashlib.sha256(der).hexdigest()[:FINGERPRINT_DIGITS]
    return " ".join(digits[start : start + 4] for start in range(0, len(digits), 4))


def seal(store_id: str, key: DataKey, public_key: bytes) -> OrganisationSlot:
    """A slot that only the private key belonging to `public_key` opens."""
    ephemeral = X25519PrivateKey.generate()
    unwrapped = OrganisationSlot(
        new_id(), public_key, ephemeral.public_key().public_bytes_raw(), secrets.token_bytes(NONCE_BYTES), b""
    )
    wrapping_key = _wrapping_key(ephemeral, X25519PublicKey.from_public_bytes(public_key), unwrapped)
    try:
        wrapped = AESGCM(wrapping_key).encrypt(unwrapped.nonce, key.raw(), bound_content(store_id, unwrapped))
    finally:
        wipe(wrapping_key)
    return OrganisationSlot(
        unwrapped.id, public_key, unwrapped.ephemeral_key, unwrapped.nonce, wrapped_key=wrapped
    )


def unseal(store_id: str, slot: OrganisationSlot, opener: OrganisationKey) -> DataKey | None:
    """The data key in this slot, or None when the private key does not fit."""
    try:
        wrapping_key = _wrapping_key(
            opener.private, X25519PublicKey.from_public_bytes(slot.ephemeral_key), slot
        )
    except ValueError:  # a point that gives no secret: nobody sealed with it
        return None
    return unwrap(store_id, slot, wrapping_key)


def _wrapping_key(own: X25519PrivateKey, other: X25519PublicKey, slot: OrganisationSlot) -> bytearray:
    derivation = HKDF(hashes.SHA256(), KEY_BYTES, salt=slot.ephemeral_key + slot.public_key, info=_PURPOSE)
    return bytearray(derivation.derive(own.exchange(other)))


def _gives_a_secret(key: X25519PublicKey) -> bool:
    """False for a point of low order: whoever seals with it seals for everybody."""
    try:
        X25519PrivateKey.generate().exchange(key)
    except ValueError:
        return False
    return True


def _bounded(pem: bytes) -> bytes:
    if len(pem) > MAX_PEM_BYTES:
        raise ValueError("too large for a key")
    return pem
