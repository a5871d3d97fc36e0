"""The genogram in words, one line per person: for the line mode and for who cannot see a picture."""

from __future__ import annotations

from collections.abc import Iterator

from kernteam_tui.domain.genogram.nesten import Paar, Verwanten, vind_verwanten
from kernteam_tui.domain.genogram.stamboom import Koppel, Lid, Stamboom
from kernteam_tui.domain.genogram.tekenaar import maak_tekening
from kernteam_tui.domain.gezinscodes import Geslacht, OuderSoort, RelatieSoort
from kernteam_tui.domain.schoontekst import een_regel

_OUDERNAAM = {
    OuderSoort.BIOLOGISCH: "ouders",
    OuderSoort.ADOPTIE: "adoptieouders",
    OuderSoort.PLEEG: "pleegouders",
    OuderSoort.STIEF: "stiefouders",
    OuderSoort.VOOGD: "voogd",
}
_WAS = {
    RelatieSoort.GEHUWD: "was getrouwd met",
    RelatieSoort.SAMENWONEND: "woonde samen met",
    RelatieSoort.RELATIE: "had een relatie met",
}
_GESLACHT = {Geslacht.MAN: "man", Geslacht.VROUW: "vrouw", Geslacht.ANDERS: "anders"}


def beschrijf(stamboom: Stamboom) -> tuple[str, ...]:
    """One line per person, the oldest generation first and from left to right, then households and how it is.

    Every fact of the stamboom is in it, with full names: "Lina (15), vrouw, jongere; ouders: Karel en Anna".
    """
    tekening = maak_tekening(stamboom)
    verwanten = vind_verwanten(stamboom)
    figuren = sorted(tekening.figuren.values(), key=lambda figuur: (figuur.y, figuur.x))
    regels = [_regel(figuur.lid, verwanten) for figuur in figuren]
    for kring in stamboom.woonkringen:
        namen = [_naam(verwanten, lid) for lid in kring.leden] or ["niemand"]
        regels.append(f"{kring.naam}: daar {'woont' if len(namen) == 1 else 'wonen'} {som_op(namen)}.")
    for band in stamboom.banden:
        regels.append(
            f"Tussen {_naam(verwanten, band.a_id)} en {_naam(verwanten, band.b_id)}: {band.kwaliteit.label}."
        )
    return tuple(regels)


def beschrijf_lid(stamboom: Stamboom, lid_id: str) -> str:
    """The line of `beschrijf` for this one person. Raises KeyError."""
    return _regel(stamboom.lid(lid_id), vind_verwanten(stamboom))


def som_op(namen: list[str]) -> str:
    """`a`, `a en b`, `a, b en c`."""
    return " en ".join(part for part in (", ".join(namen[:-1]), namen[-1]) if part)


def _regel(lid: Lid, verwanten: Verwanten) -> str:
    leeftijd = f" ({lid.leeftijd})" if lid.leeftijd is not None and not lid.overleden else ""
    delen = [_GESLACHT.get(lid.geslacht, "")]
    if lid.geboortejaar is not None and not leeftijd:
        delen.append(f"geboren in {lid.geboortejaar}")
    if lid.overleden:
        delen.append(_overleden(lid))
    if lid.jongere:
        delen.append("jongere")
    begin = ", ".join(deel for deel in (_naam(verwanten, lid.id) + leeftijd, *delen) if deel)
    return (
        "; ".join(
            (
                begin,
                *_verwantschap(lid, verwanten),
                *_ouders(lid, verwanten),
                *_partners(lid, verwanten),
                *_tweeling(lid, verwanten),
            )
        )
        + "."
    )


def _verwantschap(lid: Lid, verwanten: Verwanten) -> Iterator[str]:
    for tie in verwanten.stamboom.verwantschappen:
        if tie.van_id == lid.id:
            yield f"{tie.woord} {_naam(verwanten, tie.naar_id)}"


def _overleden(lid: Lid) -> str:
    jaar = f" in {lid.sterfjaar}" if lid.sterfjaar is not None else ""
    leeftijd = f", {lid.leeftijd} jaar oud" if lid.leeftijd is not None else ""
    return f"overleden{jaar}{leeftijd}"


def _ouders(lid: Lid, verwanten: Verwanten) -> Iterator[str]:
    banden = [band for band in verwanten.stamboom.kindschappen if band.kind_id == lid.id]
    for soort, naam in _OUDERNAAM.items():
        ouders = [_naam(verwanten, band.ouder_id) for band in banden if band.soort is soort]
        if ouders:
            enkel = naam.removesuffix("s") if len(ouders) == 1 else naam
            yield f"{enkel}: {som_op(ouders)}"


def _partners(lid: Lid, verwanten: Verwanten) -> Iterator[str]:
    for paar in verwanten.paren_van.get(lid.id, ()):
        yield from (_periode(periode, paar, lid.id, verwanten) for periode in paar.perioden)


def _periode(periode: Koppel, paar: Paar, lid_id: str, verwanten: Verwanten) -> str:
    ander = _naam(verwanten, paar.ander(lid_id))
    dood = any(verwanten.lid[lid].overleden for lid in paar.ids)
    nu = periode.soort.label
    woord = _WAS.get(periode.soort, nu) if periode.tot is not None or dood else nu
    if periode.sinds is not None and periode.tot is not None:
        return f"{woord} {ander} ({periode.sinds}-{periode.tot})"
    if periode.sinds is not None:
        return f"{woord} {ander} ({'vanaf' if dood else 'sinds'} {periode.sinds})"
    if periode.tot is not None:
        return f"{woord} {ander} ({'in' if periode.soort.voorbij else 'tot'} {periode.tot})"
    return f"{woord} {ander}"


def _tweeling(lid: Lid, verwanten: Verwanten) -> Iterator[str]:
    for tweeling in verwanten.stamboom.tweelingen:
        if lid.id in tweeling.kind_ids:
            anderen = [_naam(verwanten, kind) for kind in tweeling.kind_ids if kind != lid.id]
            yield f"{'tweeling' if len(anderen) == 1 else 'meerling'} met {som_op(anderen)}"


def _naam(verwanten: Verwanten, lid_id: str) -> str:
    return een_regel(verwanten.lid[lid_id].naam) or "naam onbekend"
