"""What may go to whom: the program against the table, for every combination of its columns."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import cache

import pytest

from kernteam_tui.domain.codes import JaNeeOnbekend, Niveau
from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg
from kernteam_tui.domain.delen.codes import Gezagstand, Leeftijdsband, Uitkomst, Verzocht
from kernteam_tui.domain.delen.deelpoort import Oordeel, beslis
from kernteam_tui.domain.delen.deelvraag import Deelvraag, Feit, Geval, Lezer
from kernteam_tui.domain.gezinscodes import OuderSoort
from tests.unit.delen import tabel

JONGERE, LEZER, ANDER = "jongere", "lezer", "ander"
STANDEN = {
    tabel.NVT: (JaNeeOnbekend.ONBEKEND, OuderSoort.BIOLOGISCH),
    Gezagstand.JA: (JaNeeOnbekend.JA, OuderSoort.BIOLOGISCH),
    Gezagstand.NEE_OUDER: (JaNeeOnbekend.NEE, OuderSoort.BIOLOGISCH),
    Gezagstand.NEE_VERZORGER: (JaNeeOnbekend.NEE, OuderSoort.STIEF),
    Gezagstand.ONBEKEND: (JaNeeOnbekend.ONBEKEND, OuderSoort.BIOLOGISCH),
}
VAN_WIE = {
    Gegeven.EIGEN_CONTACT: LEZER,
    Gegeven.EIGEN_WOORDEN: LEZER,
    Gegeven.CONTACT_ANDER: ANDER,
    Gegeven.WOORDEN_ANDER: ANDER,
    Gegeven.NETWERK_ANDER: ANDER,
    Gegeven.DERDE: ANDER,
}


@cache
def geval_van(
    lezer: str, stand: str, uitweg: str, band: str, wilsonbekwaam: str, verzoek: str, niveau: str, reden: str
) -> Geval:
    gezag, soort = STANDEN[stand]
    gevraagd_op = None if verzoek == Verzocht.GEEN else date(2026, 11, 3)
    return Geval(
        Lezer(LezerSoort(lezer), LEZER, gezag, soort, gevraagd_op),
        Uitweg(uitweg),
        LEZER if lezer == LezerSoort.JONGERE else JONGERE,
        Leeftijdsband(band),
        wilsonbekwaam=wilsonbekwaam == "ja",
        toestemming=None if niveau == tabel.GEEN else Niveau(niveau),
        reden=reden,
    )


@cache
def feit_van(gegeven: str, onthouden: str, verzoek: str) -> Feit:
    soort = Gegeven(gegeven)
    over_id = VAN_WIE.get(soort, "")
    return Feit("feit", soort, over_id, onthouden == "ja", verzoek == Verzocht.APART)


def vraag_van(geval: tabel.Geval, reden: str = "") -> Deelvraag:
    """The question that a combination of the table stands for."""
    wie = (geval["lezer"], geval["gezag"], geval["uitweg"], geval["leeftijd"], geval["wilsonbekwaam"])
    feit = feit_van(geval["gegeven"], geval["onthouden"], geval["verzoek"])
    return Deelvraag(geval_van(*wie, geval["verzoek"], geval["toestemming"], reden), feit)


def verschil(rij: tabel.Rij | None, oordeel: Oordeel, met_reden: Oordeel) -> str:
    """In what the program differs from the row; empty where it does not."""
    if rij is None:
        return "geen rij"
    if (oordeel.uitkomst, oordeel.regel) != (rij.antwoord["uitkomst"], rij.antwoord["regel"]):
        return f"{oordeel.regel} in plaats van {rij.antwoord['regel']}"
    if (oordeel.zin, oordeel.artikel) != (rij.antwoord["zin"], rij.antwoord["artikel"]):
        return "andere woorden"
    uitkomst = rij.antwoord["uitkomst"]
    if oordeel.mag != (uitkomst == Uitkomst.JA):
        return "mag zonder reden klopt niet"
    if met_reden.mag != (uitkomst in (Uitkomst.JA, Uitkomst.UITZONDERING)):
        return "mag met reden klopt niet"
    return ""


def vergelijk(
    rijen: Sequence[tabel.Rij], gevallen: Iterable[tabel.Geval]
) -> Iterator[tuple[tabel.Geval, tabel.Rij | None, str]]:
    """Every combination, the row that holds, and in what the program differs from it."""
    zoek = tabel.zoeker(rijen)
    for geval in gevallen:
        rij = zoek(geval)
        yield geval, rij, verschil(rij, beslis(vraag_van(geval)), beslis(vraag_van(geval, "veiligheid")))


def verschillen(rijen: Sequence[tabel.Rij], lezers: Iterable[LezerSoort]) -> list[str]:
    return [fout for _, _, fout in vergelijk(rijen, tabel.delen_gevallen(lezers)) if fout]


@pytest.mark.lang
@pytest.mark.parametrize("lezer", LezerSoort)
def test_every_combination_answers_as_the_table_says(lezer: LezerSoort) -> None:
    antwoorden = vergelijk(tabel.delen_rijen(), tabel.delen_gevallen([lezer]))
    assert [(geval, fout) for geval, _, fout in antwoorden if fout] == []


@pytest.mark.lang
def test_every_row_holds_somewhere() -> None:
    """A row that nothing reaches is a rule that somebody thinks is there."""
    rijen = tabel.delen_rijen()
    zoek = tabel.zoeker(rijen)
    bereikt = {rij.nummer for geval in tabel.delen_gevallen() if (rij := zoek(geval))}
    assert [rij.nummer for rij in rijen if rij.nummer not in bereikt] == []


def test_the_space_is_as_large_as_the_page_says() -> None:
    school = sum(1 for _ in tabel.delen_gevallen([LezerSoort.SCHOOL]))
    assert school == 5 * 2 * 3 * 2 * 10 * 12 * 4
    assert tabel.tel_gevallen() == school * (len(LezerSoort) - 2 + 4 + 3)


OMGEKEERD = {"ja": "nooit", "nooit": "ja", "nee": "ja", "op_verzoek": "uitzondering", "uitzondering": "nee"}


@pytest.mark.parametrize("nummer", range(0, len(tabel.delen_rijen()), 9))
def test_a_row_that_is_turned_round_is_seen(nummer: int) -> None:
    """Control: the comparison sees one outcome that was changed, whichever."""
    rijen = tabel.delen_rijen()
    rij = rijen[nummer]
    lezers = rij.voorwaarden["lezer"]
    wie = [LezerSoort(next(iter(sorted(lezers))))] if lezers else [LezerSoort.JONGERE, LezerSoort.SCHOOL]
    rijen[nummer] = replace(rij, antwoord={**rij.antwoord, "uitkomst": OMGEKEERD[rij.antwoord["uitkomst"]]})
    assert any(fout for _, _, fout in vergelijk(rijen, tabel.delen_gevallen(wie)))


def test_a_row_that_is_gone_or_moved_is_seen() -> None:
    """Control: without the last row the school is not covered; a wide row moved up hides the others."""
    rijen = tabel.delen_rijen()
    assert "geen rij" in verschillen(rijen[:-1], [LezerSoort.SCHOOL])
    assert verschillen([rijen[-1], *rijen[:-1]], [LezerSoort.SCHOOL])
