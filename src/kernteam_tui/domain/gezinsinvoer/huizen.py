"""Who lives where: a line with a household, and under it the people who live there."""

from __future__ import annotations

from collections.abc import Iterable

from kernteam_tui.domain.gezagsbeeld import en_lijst
from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinsinvoer.duiding import Verslag
from kernteam_tui.domain.gezinsinvoer.regels import Eldersregel, Huisregel, Persoonregel, Regel
from kernteam_tui.domain.huishouden import Huishouden
from kernteam_tui.domain.namen import vouw
from kernteam_tui.domain.wonen import adres_van, bewoners_van, laat_wonen

Paar = tuple[Regel, Verslag, Persoon | None]


def neem_huizen_op(gezin: Gezin, paren: Iterable[Paar]) -> None:
    """Make or find each household, and let those in the lines under it live there."""
    huis: Huishouden | None = None
    gezien: list[tuple[Huishouden, Verslag]] = []
    hier: list[tuple[Huishouden, Persoon, Persoonregel, Verslag]] = []
    for regel, verslag, persoon in paren:
        match regel:
            case Huisregel():
                huis = _huis(gezin, regel, verslag)
                gezien.append((huis, verslag))
            case Eldersregel():
                huis = None
                verslag.wie = "elders"
                verslag.wonen.append("van wie hieronder staat is niet bekend waar die woont")
            case Persoonregel() if huis is not None and persoon is not None:
                laat_wonen(gezin, huis, persoon.id, deels=regel.deels)
                hier.append((huis, persoon, regel, verslag))
            case Persoonregel() if regel.deels:
                verslag.meld("‘deels’ hoort onder een huis. Typ eerst een regel die met huis begint.")
    for huis, persoon, regel, verslag in hier:
        _zeg_waar(gezin, huis, persoon, regel, verslag)
    for huis, verslag in gezien:
        if verslag.bekend:
            verslag.wonen.append(_wie_hier(gezin, huis))


def _huis(gezin: Gezin, regel: Huisregel, verslag: Verslag) -> Huishouden:
    huis = _zoek(gezin, regel)
    verslag.bekend = huis is not None
    if huis is None:
        nummer = len(gezin.huishoudens) + 1
        naam = regel.naam if regel.naam and not regel.naam.isdigit() else f"huis {nummer}"
        huis = Huishouden(gezin_id=gezin.id, naam=naam, volgorde=nummer)
        gezin.huishoudens.append(huis)
    for veld in ("straat", "postcode", "plaats", "wijk", "let_op"):
        setattr(huis, veld, getattr(regel, veld) or getattr(huis, veld))
    huis.geheim = huis.geheim or regel.geheim
    huis.post = regel.post or huis.post
    verslag.wie = huis.naam
    adres = adres_van(huis)
    wijk = f"wijk {huis.wijk}" if huis.wijk else ""
    post = f"post: {regel.post.label}" if regel.post else ""
    let_op = f"let op: {regel.let_op}" if regel.let_op else ""
    verslag.feiten += [
        deel for deel in (adres, wijk, "geheim adres" if huis.geheim else "", post, let_op) if deel
    ]
    return huis


def _zoek(gezin: Gezin, regel: Huisregel) -> Huishouden | None:
    if regel.naam.isdigit():
        nummer = int(regel.naam)
        return gezin.huishoudens[nummer - 1] if 0 < nummer <= len(gezin.huishoudens) else None
    for huis in gezin.huishoudens:
        if regel.naam and vouw(huis.naam) == vouw(regel.naam):
            return huis
        if regel.straat and vouw(huis.straat) == vouw(regel.straat):
            return huis
    return None


def _zeg_waar(
    gezin: Gezin, huis: Huishouden, persoon: Persoon, regel: Persoonregel, verslag: Verslag
) -> None:
    """Nothing where it is plain: in the list people stand under the household."""
    anders = [ander.naam for ander in gezin.huishoudens_van(persoon.id) if ander.id != huis.id]
    if regel.deels:
        verslag.wonen.append("woont hier deels")
    if anders:
        verslag.wonen.append(f"ook: {en_lijst(anders)}")
        if not regel.deels:
            verslag.vraag_naar(
                "Staat in twee huizen. Woont dit kind hier voor een deel? Typ er deels achter."
            )


def _wie_hier(gezin: Gezin, huis: Huishouden) -> str:
    namen = [
        gezin.persoon(bewoner.persoon_id).roepnaam + (" (deels)" if bewoner.deels else "")
        for bewoner in bewoners_van(gezin, huis.id)
    ]
    return f"hier wonen: {', '.join(namen)}" if namen else "nog niemand"
