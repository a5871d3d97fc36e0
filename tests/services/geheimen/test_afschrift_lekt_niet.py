"""Families of secret words with a file around them: no copy holds a word that its reader may not have.

To each family are added talks, notes and statements whose words say whose they are; what may be in a copy is
decided here by plain principles, without the rules of the program.
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta
from enum import Enum, auto
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kernteam_tui.data.bulk import bulk_insert
from kernteam_tui.domain.afschrift.herkennen import Meelezer
from kernteam_tui.domain.codes import (
    GesprekSoort,
    GesprekStaat,
    JaNeeOnbekend,
    Niveau,
    NotitieSoort,
    NotitieStaat,
)
from kernteam_tui.domain.deelcodes import VerzoekSoort, VerzoekUitkomst
from kernteam_tui.domain.delen import doorlaat
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.notitie import Notitie
from kernteam_tui.domain.record import Record
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.domain.verzoek import Verzoek
from kernteam_tui.services import afschrift as dienst
from kernteam_tui.services.afschrift import bereid_afschrift_voor, maak_afschrift
from kernteam_tui.services.gezinsplan import stel_plan_vast
from kernteam_tui.services.sessie import Sessie
from tests.services.geheimen.families import DAG, KLINKERS, LETTERS, Familie, Wat, maak_familie
from tests.services.geheimen.test_niets_lekt_door import woorden_in

FAMILIES = int(os.environ.get("KERNTEAM_FAMILIES", "12"))
MOMENT = datetime(DAG.year, DAG.month, DAG.day, 9, tzinfo=UTC)


class Hoe(Enum):
    """How a word came into the file."""

    VERKLARING = auto()
    TEKST = auto()
    """In a note or report beside the name of its person."""
    MET_WIE = auto()
    """In a note of a talk with that person."""
    NUMMER = auto()
    """Beside the phone number of that person."""
    KIND = auto()
    """About the child, beside nobody's name."""


@dataclass
class Dossier:
    """A family with a file, and each word of it: whose, and how it came there."""

    familie: Familie
    toeval: Random
    rest: list[Record] = field(default_factory=list)
    woorden: dict[str, tuple[str, Hoe]] = field(default_factory=dict)

    def woord(self, van: str, hoe: Hoe) -> str:
        """A new word of ten letters."""
        syllables = [self.toeval.choice(LETTERS) + self.toeval.choice(KLINKERS) for _ in range(5)]
        made = "".join(syllables)
        self.woorden[made] = van, hoe
        return made

    @property
    def kinderen(self) -> set[str]:
        return {jongere.id for jongere in self.familie.casus.jongeren}

    def mag_dossier(self, lezer_id: str) -> bool:
        """Whether this person has a right to the file: the own one from twelve (Jeugdwet 7.3.10, 7.3.15), a
        parent with gezag that of every child under sixteen, or older with consent to all of it (7.3.5)."""
        about = [j for j in self.familie.casus.jongeren if j.id == lezer_id] or self.familie.casus.jongeren
        return all(self._mag_over(jongere, lezer_id) for jongere in about)

    def _mag_over(self, jongere: Persoon, lezer_id: str) -> bool:
        age = jongere.leeftijd(DAG)
        if age is None:
            return False
        if jongere.id == lezer_id:
            return age >= 12
        bands = self.familie.gezin.ouderschappen_van(jongere.id)
        with_gezag = any(b.ouder_id == lezer_id and b.gezag is JaNeeOnbekend.JA for b in bands)
        return with_gezag and (age < 16 or (age < 18 and self._akkoord(jongere)))

    def _akkoord(self, jongere: Persoon) -> bool:
        consents = (record for record in self.familie.rest if isinstance(record, Toestemming))
        return any(c.jongere_id == jongere.id and c.niveau is Niveau.INHOUD for c in consents)

    def verboden_voor(self, lezer_id: str, *, gelezen: bool) -> set[str]:
        """Words that may not be in a copy for this person; `gelezen`: everything was let go that can be."""
        entitled = self.mag_dossier(lezer_id)
        families = {
            geheim.woord
            for geheim in self.familie.geheimen
            if geheim.woord in self.familie.verboden_voor(lezer_id)
            and not (entitled and geheim.wat is Wat.TOELICHTING)
            and not (entitled and gelezen and geheim.wat is Wat.NOTITIE)
            and not (gelezen and geheim.wat is Wat.LET_OP and geheim.van == lezer_id)
        }
        mine = {word for word in self.woorden if self._mag(word, lezer_id, gelezen=gelezen)}
        return (families | set(self.woorden)) - mine

    def _mag(self, word: str, lezer_id: str, *, gelezen: bool) -> bool:
        van, hoe = self.woorden[word]
        if hoe is Hoe.VERKLARING and van == lezer_id:
            return True
        if not self.mag_dossier(lezer_id):
            return False
        child = van in self.kinderen and lezer_id not in self.kinderen
        if hoe is Hoe.KIND or van == lezer_id:
            return True
        if hoe is Hoe.NUMMER:
            return self._thuis(van, lezer_id)
        if hoe is Hoe.VERKLARING:
            return child and gelezen
        return gelezen or (child and hoe is Hoe.TEKST)

    def _thuis(self, van: str, lezer_id: str) -> bool:
        """The number of somebody at the same address is no secret: a child, or parents who live together."""
        lives = {band.ouder_id: band.woont_bij for band in self.familie.gezin.ouderschappen}
        both = {van, lezer_id} - self.kinderen
        return all(lives.values()) and all(lives.get(een) for een in both)


def maak_dossier(zaad: int, school_id: str) -> Dossier:
    """A family of `families.py`; everybody asks for a copy, and there is something of everybody in it."""
    familie = maak_familie(zaad, f"2026-{300 + zaad:03d}", school_id)
    dossier = Dossier(familie, Random(zaad + 9_000))
    casus_id, people = familie.casus.id, familie.gezin.personen
    for persoon in people:
        dossier.rest.append(_verzoek(casus_id, persoon.id, VerzoekSoort.INZAGE, "graag"))
    for persoon in people:
        word = dossier.woord(persoon.id, Hoe.VERKLARING)
        statement = _verzoek(casus_id, persoon.id, VerzoekSoort.VERKLARING, f"Ik verklaar {word}.")
        statement.handel_af(VerzoekUitkomst.TOEGEWEZEN, DAG, "")
        dossier.rest.append(statement)
    for n, persoon in enumerate(people):
        for hoe in (Hoe.TEKST, Hoe.MET_WIE, Hoe.NUMMER):
            word = dossier.woord(persoon.id, hoe)
            dossier.rest.append(_notitie(casus_id, n, persoon, hoe, word))
    plain = dossier.woord("", Hoe.KIND)
    dossier.rest.append(_klaar(casus_id, f"Op school ging het {plain}."))
    speaker = dossier.toeval.choice(people)
    report = dossier.woord(speaker.id, Hoe.TEKST)
    dossier.rest.append(
        Gesprek(
            casus_id=casus_id,
            soort=GesprekSoort.HUISBEZOEK,
            staat=GesprekStaat.GEHOUDEN,
            start=MOMENT - timedelta(days=2),
            verslag=f"{speaker.naam} vertelde {report}.",
        )
    )
    return dossier


def _verzoek(casus_id: str, van: str, soort: VerzoekSoort, tekst: str) -> Verzoek:
    return Verzoek(casus_id=casus_id, soort=soort, van_id=van, op=DAG, tekst=tekst)


def _notitie(casus_id: str, n: int, persoon: Persoon, hoe: Hoe, word: str) -> Notitie:
    if hoe is Hoe.MET_WIE:
        return _klaar(casus_id, f"Zegt {word}.", persoon.naam, n)
    if hoe is Hoe.NUMMER:
        return _klaar(casus_id, f"Terugbellen op {persoon.telefoon}: {word}.", dagen=n)
    return _klaar(casus_id, f"Volgens {persoon.naam} is het {word}.", dagen=n)


def _klaar(casus_id: str, tekst: str, met_wie: str = "", dagen: int = 0) -> Notitie:
    return Notitie(
        casus_id=casus_id,
        soort=NotitieSoort.TELEFOON,
        moment=MOMENT - timedelta(days=dagen + 1),
        met_wie=met_wie,
        staat=NotitieStaat.AFGEROND,
        afgerond_op=MOMENT,
        tekst=tekst,
    )


def afschriften(sessie: Sessie, dossier: Dossier, folder: Path, *, alles: bool) -> Iterator[tuple[str, Path]]:
    """Every copy that the program will make for somebody of this family: (reader, file)."""
    casus_id = dossier.familie.casus.id
    for persoon in dossier.familie.gezin.personen:
        ticked = alles_aangevinkt(sessie, casus_id, persoon.id) if alles else ()
        for vorm in ("tekst", "pdf"):
            path = folder / f"{len(list(folder.iterdir()))}.{'pdf' if vorm == 'pdf' else 'txt'}"
            try:
                made = maak_afschrift(sessie, casus_id, persoon.id, vorm, path, vrij=ticked)
            except KernteamError:
                assert not path.exists()
                continue
            yield persoon.id, made.bestand


def alles_aangevinkt(sessie: Sessie, casus_id: str, lezer: str) -> tuple[str, ...]:
    """Every piece that stays out, as a worker who ticks without reading; none where there is no copy."""
    try:
        listed = bereid_afschrift_voor(sessie, casus_id, lezer).lijst
    except KernteamError:
        return ()
    return tuple(regel.id for regel in listed)


def gelekt(
    sessie: Sessie, school_id: str, folder: Path, zaden: range, *, alles: bool = False
) -> Counter[str]:
    """Words found where they may not be; `bestanden`: files looked at; `raak`: words that may be there."""
    found: Counter[str] = Counter()
    for zaad in zaden:
        dossier = maak_dossier(zaad, school_id)
        bulk_insert(sessie.store, [*dossier.familie.records(), *dossier.rest])
        stel_plan_vast(sessie, dossier.familie.casus.id)
        place = folder / str(zaad)
        place.mkdir()
        for lezer, path in afschriften(sessie, dossier, place, alles=alles):
            text = woorden_in(path)
            forbidden = dossier.verboden_voor(lezer, gelezen=alles)
            found["bestanden"] += 1
            found["lek"] += sum(word in text for word in forbidden)
            found["raak"] += sum(word in text for word in dossier.woorden.keys() - forbidden)
    return found


@pytest.fixture
def school_id(school: Any) -> str:
    return str(school.id)


def test_no_copy_holds_a_word_that_its_reader_may_not_have(
    sessie: Sessie, school_id: str, tmp_path: Path
) -> None:
    folder = tmp_path / "uit"
    folder.mkdir()
    found = gelekt(sessie, school_id, folder, range(FAMILIES))
    print(f"{FAMILIES} families: {dict(found)}")
    assert found["bestanden"] > 4 * FAMILIES
    assert found["raak"] > 2 * FAMILIES, "copies hold what their reader may have"
    assert found["lek"] == 0


def test_ticking_everything_opens_nothing_that_the_rules_forbid(
    sessie: Sessie, school_id: str, tmp_path: Path
) -> None:
    folder = tmp_path / "uit"
    folder.mkdir()
    found = gelekt(sessie, school_id, folder, range(FAMILIES // 2), alles=True)
    print(f"alles aangevinkt: {dict(found)}")
    assert found["bestanden"] > 2 * FAMILIES
    assert found["lek"] == 0


def test_with_the_deel_poort_open_words_do_leak(
    sessie: Sessie, school_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    weigh = doorlaat._weeg
    monkeypatch.setattr(doorlaat, "_weeg", lambda *args: replace(weigh(*args), mag=True))
    monkeypatch.setattr(dienst, "eis", lambda *_: None)
    folder = tmp_path / "uit"
    folder.mkdir()
    found = gelekt(sessie, school_id, folder, range(10))
    print(f"met de poort open: {dict(found)}")
    assert found["lek"] > 50


def test_without_looking_for_others_in_a_text_notes_do_leak(
    sessie: Sessie, school_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Meelezer, "noemt_een_ander", lambda *_: False)
    monkeypatch.setattr(Meelezer, "komt_van_een_ander", lambda *_: False)
    folder = tmp_path / "uit"
    folder.mkdir()
    assert gelekt(sessie, school_id, folder, range(10))["lek"] > 10
