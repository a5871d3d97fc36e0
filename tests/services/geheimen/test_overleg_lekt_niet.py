"""Families of secret words on the agenda of an overleg: no paper holds a word that a reader may not have.

What a partner may read is decided here by plain principles: nobody's name and nobody's secret, and of what
the worker typed about a casus only where everybody of the family agreed that this partner knows the content.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from dataclasses import replace as vervang
from datetime import datetime, time, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kernteam_tui.data.bulk import bulk_insert
from kernteam_tui.domain.codes import Dag, Niveau, Rol
from kernteam_tui.domain.delen import doorlaat
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.schooltijd import Overlegmoment
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.services.deelpoort import Poort
from kernteam_tui.services.overleg import poort
from kernteam_tui.services.overleg.papier import TAFEL, get_blad, schrijf_blad
from kernteam_tui.services.overleg.wijzigen import PuntGegevens, bewaar_punt, zet_moment
from kernteam_tui.services.school import SchoolBeeld
from kernteam_tui.services.schooltijden import Schooltijden, save_schooltijden
from kernteam_tui.services.sessie import Sessie
from tests.services.geheimen.families import DAG, KLINKERS, LETTERS, Familie, maak_familie
from tests.services.geheimen.test_niets_lekt_door import woorden_in

FAMILIES = int(os.environ.get("KERNTEAM_FAMILIES", "12"))
SOORT = {Rol.LEERPLICHTAMBTENAAR: PartnerSoort.LEERPLICHT, Rol.JEUGDARTS: PartnerSoort.JGZ}
"""The partners of the school of these tests, and as whom a family agrees to them."""


@dataclass
class Geval:
    """A family on the agenda: the word that stands in its question, and who may read it."""

    familie: Familie
    woord: str
    inhoud_voor: set[PartnerSoort] = field(default_factory=set)

    @property
    def nooit(self) -> set[str]:
        """What stands on no paper: secrets, first names, the number of the casus."""
        words = {geheim.woord for geheim in self.familie.geheimen}
        words |= {persoon.roepnaam.casefold() for persoon in self.familie.gezin.personen}
        return words | {self.familie.casus.nummer}


def maak_geval(zaad: int, school_id: str, jaar: int) -> Geval:
    """A family of `families.py` of which each partner may know something, or not."""
    toeval = Random(zaad + 5_000)
    familie = maak_familie(zaad, f"{jaar}-{400 + zaad:03d}", school_id)
    familie.casus.klas = "3B"
    word = "".join(toeval.choice(LETTERS) + toeval.choice(KLINKERS) for _ in range(6))
    made = Geval(familie, word)
    for soort in SOORT.values():
        niveau = toeval.choice((None, *Niveau, Niveau.INHOUD, Niveau.INHOUD))
        if niveau is not None:
            _geef(familie, soort, niveau, made, loopt=toeval.random() < 0.8)
    return made


def _geef(familie: Familie, soort: PartnerSoort, niveau: Niveau, made: Geval, *, loopt: bool) -> None:
    """Everybody agrees, or (not `loopt`) agreed until yesterday."""
    for jongere in familie.casus.jongeren:
        for gever in familie.gezin.personen:
            familie.rest.append(
                Toestemming(
                    casus_id=familie.casus.id,
                    jongere_id=jongere.id,
                    gever_id=gever.id,
                    partner=soort,
                    niveau=niveau,
                    op=DAG - timedelta(days=9),
                    tot=None if loopt else DAG - timedelta(days=1),
                )
            )
    if loopt and niveau is Niveau.INHOUD:
        made.inhoud_voor.add(soort)


def vul_agenda(sessie: Sessie, school_id: str, gevallen: list[Geval]) -> None:
    """Each family with a question; half of them have a name or number of the family in it."""
    for number, geval in enumerate(gevallen):
        familie = geval.familie
        bulk_insert(sessie.store, familie.records())
        somebody = familie.gezin.personen[0]
        betrayed = ("", f" Bel {somebody.telefoon}.", "", f" {somebody.roepnaam} weet het.")[number % 4]
        text = f"Het is {geval.woord}.{betrayed}"
        bewaar_punt(sessie, school_id, "", PuntGegevens(text, familie.casus.id))
        bewaar_punt(sessie, school_id, "", PuntGegevens(f"vraag over {somebody.roepnaam}"))


def bladen(sessie: Sessie, school: SchoolBeeld, folder: Path) -> Iterator[tuple[set[PartnerSoort], Path]]:
    """Every paper that the program makes, and for which partners together."""
    others = [partner for partner in school.kernteam if not partner.ik]
    for voor in (TAFEL, *(partner.id for partner in others)):
        readers = {SOORT[partner.rol] for partner in others if voor in (TAFEL, partner.id)}
        for vorm in ("tekst", "pdf"):
            path = folder / f"{len(list(folder.iterdir()))}.{'pdf' if vorm == 'pdf' else 'txt'}"
            yield readers, schrijf_blad(sessie, school.id, voor, vorm, path).bestand


def gelekt(sessie: Sessie, school: SchoolBeeld, folder: Path, jaar: int = 2026) -> Counter[str]:
    """Words found where they may not be; `bladen`: files looked at; `raak`: words that may be there."""
    folder.mkdir(parents=True)
    gevallen = [maak_geval(zaad, school.id, jaar) for zaad in range(FAMILIES)]
    vul_agenda(sessie, school.id, gevallen)
    found: Counter[str] = Counter()
    for readers, path in bladen(sessie, school, folder):
        text = woorden_in(path)
        found["bladen"] += 1
        for geval in gevallen:
            may = readers <= geval.inhoud_voor
            found["lek"] += sum(word.casefold() in text for word in geval.nooit)
            found["lek"] += not may and geval.woord in text
            found["raak"] += may and geval.woord in text
    return found


@pytest.fixture
def overlegschool(sessie: Sessie, school: SchoolBeeld) -> SchoolBeeld:
    """De Brug, with leerplicht and a jeugdarts, who meet today."""
    save_schooltijden(sessie, school.id, Schooltijden(overleg=Overlegmoment(Dag.MA, time(9), 60)))
    zet_moment(sessie, school.id, datetime(DAG.year, DAG.month, DAG.day, 9, tzinfo=AMSTERDAM), 60)
    return school


def test_no_agenda_holds_a_word_that_its_reader_may_not_have(
    sessie: Sessie, overlegschool: SchoolBeeld, tmp_path: Path
) -> None:
    found = gelekt(sessie, overlegschool, tmp_path / "uit")
    print(f"{FAMILIES} families: {dict(found)}")
    assert found["bladen"] == 6
    assert found["lek"] == 0
    assert found["raak"] > 0, "a paper holds what its reader may have"


def test_what_the_screen_shows_on_the_table_is_on_the_paper(
    sessie: Sessie, overlegschool: SchoolBeeld, tmp_path: Path
) -> None:
    gelekt(sessie, overlegschool, tmp_path / "uit")
    text = get_blad(sessie, overlegschool.id).tekst
    made = schrijf_blad(sessie, overlegschool.id, TAFEL, "tekst", tmp_path / "blad.txt")
    assert made.bestand.read_text("utf-8") == text


def test_with_the_deel_poort_open_words_do_leak(
    sessie: Sessie, overlegschool: SchoolBeeld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Control: what the worker typed then reaches partners without consent."""
    weigh = doorlaat._weeg
    monkeypatch.setattr(doorlaat, "_weeg", lambda *args: vervang(weigh(*args), mag=True))
    assert gelekt(sessie, overlegschool, tmp_path / "uit")["lek"] > FAMILIES


def test_without_looking_for_names_in_a_question_names_do_leak(
    sessie: Sessie, overlegschool: SchoolBeeld, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Control."""

    def niemand(*_: Any) -> bool:
        return False

    monkeypatch.setattr(poort, "noemt_iemand", niemand)
    monkeypatch.setattr(Poort, "verraadt_een_ander", niemand)
    assert gelekt(sessie, overlegschool, tmp_path / "uit")["lek"] > FAMILIES
