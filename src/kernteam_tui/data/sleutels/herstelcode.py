"""The recovery code: 130 random bits that a person can copy by hand, with a symbol that catches a slip.

Crockford's base 32 (no I, L, O, U; these are forgiven on reading) and his check symbol modulo 37, which finds
every wrong symbol and every swap of neighbours. Source: https://www.crockford.com/base32.html.
"""

from __future__ import annotations

import secrets

from kernteam_tui.data.fouten import HerstelcodeOnjuist

SYMBOLS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
CHECK_SYMBOLS = SYMBOLS + "*~$=U"
CODE_SYMBOLS = 26
"""Without the check symbol."""
GROUP = 4
MINIMUM_DIGITS = 4

_FORGIVEN = str.maketrans({"O": "0", "I": "1", "L": "1"})
_SEPARATORS = str.maketrans("", "", " -\t\u00a0\u2010\u2011\u2012\u2013\u2014\u2212")
_LIKELY_LENGTHS = range(CODE_SYMBOLS - 1, CODE_SYMBOLS + 4)
_LIKELY_DIGITS = 2


def new_recovery_code() -> str:
    """A fresh code such as `18GX-CMYD-791D-HPY5-RK54-AE2K-0TS`: 26 symbols and a check symbol.

    Codes with few digits or an awkward check symbol (`*`, `~`) are drawn again; that costs less than half a
    bit.
    """
    while True:
        symbols = "".join(secrets.choice(SYMBOLS) for _ in range(CODE_SYMBOLS))
        check = _check_symbol(symbols)
        if check in SYMBOLS and sum(symbol.isdigit() for symbol in symbols) >= MINIMUM_DIGITS:
            return grouped(symbols + check)


def grouped(code: str) -> str:
    """The code in groups of four, with dashes."""
    return "-".join(code[start : start + GROUP] for start in range(0, len(code), GROUP))


def looks_like_recovery_code(text: str) -> bool:
    """Whether this can only be meant as a recovery code, with or without a slip in it.

    A passphrase that looks like one is refused when a store is made, so the two are never confused.
    """
    bare = text.translate(_SEPARATORS).upper()
    if len(bare) not in _LIKELY_LENGTHS:
        return False
    known = all(symbol in CHECK_SYMBOLS for symbol in bare.translate(_FORGIVEN))
    return known and sum(symbol.isdigit() for symbol in bare) >= _LIKELY_DIGITS


def read_recovery_code(text: str) -> str:
    """The 26 symbols of a code as typed. Raises HerstelcodeOnjuist when the check symbol does not fit."""
    bare = text.translate(_SEPARATORS).upper().translate(_FORGIVEN)
    symbols, check = bare[:-1], bare[-1:]
    if len(symbols) != CODE_SYMBOLS or not all(symbol in SYMBOLS for symbol in symbols):
        raise HerstelcodeOnjuist()
    if check != _check_symbol(symbols):
        raise HerstelcodeOnjuist()
    return symbols


def _check_symbol(symbols: str) -> str:
    value = 0
    for symbol in symbols:
        value = (value * len(SYMBOLS) + SYMBOLS.index(symbol)) % len(CHECK_SYMBOLS)
    return CHECK_SYMBOLS[value]
