"""The whole plan as plain text: 72 columns, for a message, an e-mail or a screen reader."""

from __future__ import annotations

from collections.abc import Iterator

from kernteam_tui.domain.delen.doorlaat import Doorlaat
from kernteam_tui.domain.planpapier import Planpapier
from kernteam_tui.exchange.planpapier.opbouw import (
    Akkoordregel,
    Deel,
    Doelregel,
    Kolom,
    Opbouw,
    Regel,
    bouw_op,
)
from kernteam_tui.exchange.tekstdelen import Actieregel, Gezegd, Stuk
from kernteam_tui.exchange.vouwen import BREEDTE, vouw

_VAKJE = {True: "[x] ", False: "[ ] "}
_REGELS_VERKLARING = 3


def maak_tekst(papier: Planpapier, doorlaat: Doorlaat) -> str:
    """The plan as lines of `vouwen.BREEDTE` columns at most, and one newline. Raises DoorlaatOngeldig."""
    return "\n".join(_regels(bouw_op(papier, doorlaat))) + "\n"


def _regels(opbouw: Opbouw) -> Iterator[str]:
    titel = opbouw.koppen["titel"]
    yield from (titel, "=" * len(titel))
    for label, waarde in opbouw.kop:
        yield from _vouw(f"{label}: {waarde}", vervolg="  ")
    for zin in (opbouw.concept, *opbouw.voorbehoud):
        if zin:
            yield ""
            yield from _vouw(zin)
    for deel in opbouw.delen:
        yield from _deel(deel, opbouw)
    if opbouw.akkoorden:
        yield from _kop(opbouw.koppen["akkoord"])
        for akkoord in opbouw.akkoorden:
            yield from _akkoord(akkoord, opbouw)
    yield from _tekenen(opbouw)
    yield from ("", "", *_vouw(opbouw.merk))


def _deel(deel: Deel, opbouw: Opbouw) -> Iterator[str]:
    yield from _kop(deel.kop)
    if deel.vraag:
        yield from _vouw(f"({deel.vraag})", vervolg=" ")
    for kolom in deel.kolommen:
        yield from _kolom(kolom)
    if deel.regels:
        yield ""
    for regel in deel.regels:
        yield from _regel(regel)
    if deel.toelichting:
        yield from ("", f"{opbouw.zinnen['toelichting']}:")
    for regel in deel.toelichting:
        yield from _regel(regel, "  ") if regel.label else _stuk(regel.stuk, "  ", "  ")
    for nummer, doel in enumerate(deel.doelen, 1):
        yield ""
        yield from _doel(nummer, doel, opbouw)
    if deel.acties:
        yield ""
    for actie in deel.acties:
        yield from _actie(actie)
    for zin in (deel.evaluatie, deel.leeg):
        if zin:
            yield ""
            yield from _vouw(zin)


def _kolom(kolom: Kolom) -> Iterator[str]:
    if kolom.van:
        yield from ("", *_vouw(f"{kolom.van}:"))
    for gezegd in kolom.gezegd:
        yield ""
        yield from _gezegd(gezegd, "  " if kolom.van else "")


def _gezegd(gezegd: Gezegd, inspring: str) -> list[str]:
    wie = " ".join(deel for deel in (gezegd.van, gezegd.merk) if deel)
    wie = f"{wie}: " if gezegd.van else f"{wie} " if wie else ""
    return _stuk(gezegd.stuk, f"{inspring}{wie}", f"{inspring}  ")


def _regel(regel: Regel, inspring: str = "") -> list[str]:
    return _stuk(regel.stuk, f"{inspring}{regel.label} ", f"{inspring}  ")


def _doel(nummer: int, doel: Doelregel, opbouw: Opbouw) -> Iterator[str]:
    yield from _stuk(doel.wat, f"{nummer}. ", "   ")
    if doel.van:
        yield from _vouw(f"({doel.van})", "   ", "   ")
    if doel.schaal:
        yield from _vouw(doel.schaal, "   ", "   ")
    if doel.hoe.alineas:
        yield from _stuk(doel.hoe, f"   {opbouw.zinnen['zo_zien_we']} ", "   ")
    for regel in doel.erbij:
        yield from _regel(regel, "   ")


def _actie(actie: Actieregel) -> list[str]:
    wie = f"{actie.wie}: " if actie.wie else ""
    done = actie.klaar and actie.wanneer != actie.staat
    wanneer = f"{actie.staat}, {actie.wanneer}" if done else actie.wanneer
    return [*_stuk(actie.wat, _VAKJE[actie.klaar] + wie, "    "), *_vouw(f"({wanneer})", "    ", "    ")]


def _akkoord(akkoord: Akkoordregel, opbouw: Opbouw) -> Iterator[str]:
    yield from _vouw(f"{akkoord.wie}: {akkoord.wat}", vervolg="  ")
    for key, stuk in (("omdat", akkoord.omdat), ("eigen", akkoord.verklaring)):
        if stuk.alineas:
            yield from _stuk(stuk, f"  {opbouw.zinnen[key]}: ", "  ")
    if akkoord.getekend:
        yield from _vouw(akkoord.getekend, "  ", "  ")


def _tekenen(opbouw: Opbouw) -> Iterator[str]:
    zinnen = opbouw.zinnen
    lijn = "_" * (BREEDTE - 2)
    if not opbouw.tekenaars:
        return
    yield from _kop(opbouw.koppen["tekenen"])
    yield from _vouw(zinnen["tekenen_mag"])
    for wie in opbouw.tekenaars:
        yield from ("", *_vouw(wie))
        yield from (f"  [ ] {zinnen[key]}" for key in ("eens", "deels", "niet"))
        yield f"  {lijn}"
        yield f"  {zinnen['handtekening']}: {'_' * 30}  {zinnen['dag_van_tekenen']}: {'_' * 14}"
    yield from _kop(opbouw.koppen["verklaring"])
    yield from _vouw(f"{zinnen['verklaring_mag']} {zinnen['verklaring_hier']}")
    for _ in range(_REGELS_VERKLARING):
        yield from ("", f"  {lijn}")


def _kop(kop: str) -> tuple[str, ...]:
    return ("", "", *(folded := _vouw(kop)), "-" * max(map(len, folded)))


def _stuk(stuk: Stuk, begin: str, vervolg: str) -> list[str]:
    """Each paragraph on lines of its own; `begin` stands before the first."""
    lines: list[str] = []
    for tekst in stuk.teksten or ("",):
        lines += _vouw(tekst, begin, vervolg)
        begin = vervolg
    return lines


def _vouw(tekst: str, begin: str = "", vervolg: str = "") -> list[str]:
    """`begin` is folded too where somebody's name makes it longer than a line."""
    if len(begin) > BREEDTE // 2:
        inspring = begin[: len(begin) - len(begin.lstrip())]
        return [*_vouw(begin.strip(), inspring, vervolg), *_vouw(tekst, vervolg, vervolg)]
    return vouw(tekst, begin, vervolg)
