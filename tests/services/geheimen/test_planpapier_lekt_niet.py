"""The whole gezinsplan on paper for families of secret words: no paper holds a word its reader may not have.

To each plan are added marks with words, akkoord, fields, texts that name somebody and a section that the
jongere keeps from the parents; who may have what is said here by plain principles, without the rules.
"""

from __future__ import annotations

import os
import re
import zipfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from pathlib import Path
from random import Random
from typing import Any

import pytest

from kernteam_tui.data.bulk import bulk_insert
from kernteam_tui.domain.codes import JaNeeOnbekend, Niveau, PlanVariant
from kernteam_tui.domain.delen.deelvraag import Feit, Geval
from kernteam_tui.domain.delen.doorlaat import Doorgelaten, laat_door
from kernteam_tui.domain.doelmeting import Meting
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.gezinsplan import Citaat, Onderdeel, Ouderantwoord, Veldwaarde
from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.domain.planakkoord import Akkoord
from kernteam_tui.domain.planpapier import VORMEN
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.exchange.planpapier.vormen import EXTENSIES
from kernteam_tui.services import laterveranderd
from kernteam_tui.services import planpapier as dienst
from kernteam_tui.services.gezinsplan import stel_plan_vast
from kernteam_tui.services.planpapier import bereid_planpapier_voor, maak_planpapier
from kernteam_tui.services.planverschil import IN_BEWERKING
from kernteam_tui.services.sessie import Sessie
from tests.services.geheimen.families import DAG, KLINKERS, LETTERS, Familie, Wat, maak_familie
from tests.services.geheimen.test_niets_lekt_door import woorden_in

FAMILIES = int(os.environ.get("KERNTEAM_FAMILIES", "12"))


class Hoe(Enum):
    """How a word came into the plan."""

    GEZEGD = auto()
    """Said by that person: at a mark, in an akkoord, in a line that is marked as theirs."""
    GENOEMD = auto()
    """In a text of the worker beside the name of that person."""
    DICHT = auto()
    """In the section that the jongere keeps from the parents."""
    NUMMER = auto()
    """In a text of the worker beside the phone number of that person."""


@dataclass
class Plan:
    """A family with a full plan, and each word that was added: whose, and how it came there."""

    familie: Familie
    toeval: Random
    woorden: dict[str, tuple[str, Hoe]] = field(default_factory=dict)

    def woord(self, van: str, hoe: Hoe) -> str:
        """A new word of ten letters."""
        made = "".join(self.toeval.choice(LETTERS) + self.toeval.choice(KLINKERS) for _ in range(5))
        self.woorden[made] = van, hoe
        return made

    @property
    def kinderen(self) -> set[str]:
        return {jongere.id for jongere in self.familie.casus.jongeren}

    @property
    def sprekers(self) -> list[Persoon]:
        return [p for p in self.familie.gezin.personen if p.roepnaam]

    def mag_plan(self, lezer_id: str, *, reden: bool) -> bool:
        """Whether this person may have the whole plan: a jongere from twelve, a parent with gezag of every
        child under sixteen, others with consent; a reason stands in for gezag or age that is not known."""
        about = [j for j in self.familie.casus.jongeren if j.id == lezer_id] or self.familie.casus.jongeren
        return all(self._mag_over(jongere, lezer_id, reden=reden) for jongere in about)

    def _mag_over(self, jongere: Persoon, lezer_id: str, *, reden: bool) -> bool:
        age = jongere.leeftijd(DAG)
        if jongere.id == lezer_id:
            return age is not None and age >= 12
        bands = self.familie.gezin.ouderschappen_van(jongere.id)
        gezag = next((b.gezag for b in bands if b.ouder_id == lezer_id), JaNeeOnbekend.NEE)
        if self._akkoord(jongere):
            return True
        if gezag is JaNeeOnbekend.JA:
            return (age is not None and age < 16) or (reden and (age is None or age < 18))
        return reden and gezag is JaNeeOnbekend.ONBEKEND and age is not None and age < 16

    def _akkoord(self, jongere: Persoon) -> bool:
        consents = (record for record in self.familie.rest if isinstance(record, Toestemming))
        return any(c.jongere_id == jongere.id and c.niveau is Niveau.INHOUD for c in consents)

    def verboden_voor(self, lezer_id: str, *, gelezen: bool, reden: bool) -> set[str]:
        """Words that may not be on a paper for this person; `gelezen`: all was let go that can be."""
        if not self.mag_plan(lezer_id, reden=reden):
            return {geheim.woord for geheim in self.familie.geheimen} | set(self.woorden)
        families = {
            geheim.woord
            for geheim in self.familie.geheimen
            if geheim.woord in self.familie.verboden_voor(lezer_id) and geheim.wat is not Wat.TOELICHTING
        }
        return families | {w for w in self.woorden if not self._mag(w, lezer_id, gelezen=gelezen)}

    def _mag(self, word: str, lezer_id: str, *, gelezen: bool) -> bool:
        van, hoe = self.woorden[word]
        if hoe is Hoe.DICHT:
            return lezer_id == van
        if lezer_id == van or self.familie._samen(van, lezer_id):
            return True
        if hoe is Hoe.GEZEGD:
            return bool({van, lezer_id} & self.kinderen)
        if hoe is Hoe.NUMMER:
            return False
        return gelezen or van in self.kinderen or not self._ouder_elders()

    def _ouder_elders(self) -> bool:
        """Whether some parent does not live with the child, or nobody knows."""
        return not all(band.woont_bij for band in self.familie.gezin.ouderschappen)


def maak_plan(zaad: int, school_id: str) -> Plan:
    """A family drawn by `zaad` with a full plan."""
    familie = maak_familie(zaad, f"2026-{500 + zaad:03d}", school_id)
    plan = Plan(familie, Random(f"plan {zaad}"))
    papier = familie.plan
    papier.formaat = "gezinsplan-2026-2"
    papier.variant = plan.toeval.choice(tuple(PlanVariant))
    doel = papier.doelen[0]
    for persoon in plan.sprekers:
        papier.metingen.append(
            Meting(
                plan_id=papier.id,
                doel_id=doel.id,
                op=DAG,
                cijfer=5,
                tekst=plan.woord(persoon.id, Hoe.GEZEGD),
                van=persoon.naam,
            )
        )
        papier.akkoorden.append(
            Akkoord(
                plan_id=papier.id,
                versie=1,
                persoon_id=persoon.id,
                naam=persoon.naam,
                standpunt=Standpunt.DEELS,
                omdat=plan.woord(persoon.id, Hoe.GEZEGD),
                verklaring=plan.woord(persoon.id, Hoe.GEZEGD),
                op=DAG,
            )
        )
    sections = ("eerder_geprobeerd", "hoe_wij_het_zien", "hulp_die_erbij_komt", "akkoord", "veiligheid")
    for sleutel, persoon in zip(sections, plan.toeval.choices(plan.sprekers, k=5), strict=True):
        named = f"{persoon.naam} zegt {plan.woord(persoon.id, Hoe.GENOEMD)}"
        number = f"bel {persoon.telefoon}: {plan.woord(persoon.id, Hoe.NUMMER)}"
        papier.onderdelen.append(
            Onderdeel(
                plan_id=papier.id,
                sleutel=sleutel,
                toelichting=named,
                velden=(Veldwaarde("wie", number),),
            )
        )
    speaker = plan.toeval.choice(plan.sprekers)
    opinion = f"Feit: het regende.\nMening van {speaker.naam}: {plan.woord(speaker.id, Hoe.GEZEGD)}"
    papier.onderdelen.append(Onderdeel(plan_id=papier.id, sleutel="wie_zijn_wij", toelichting=opinion))
    child = familie.casus.jongeren[0]
    papier.onderdelen.append(
        Onderdeel(
            plan_id=papier.id,
            sleutel="wie_zijn_belangrijk",
            woorden=(Citaat(child.naam, "nl", plan.woord(child.id, Hoe.DICHT)),),
            toelichting=plan.woord(child.id, Hoe.DICHT),
            velden=(Veldwaarde("jim", plan.woord(child.id, Hoe.DICHT)),),
            ouders_zien=(Ouderantwoord(child.id, JaNeeOnbekend.NEE),),
        )
    )
    return plan


def alles_in(path: Path) -> str:
    """As `woorden_in`, and what is packed inside a Word file."""
    if path.suffix != ".docx":
        return woorden_in(path)
    with zipfile.ZipFile(path) as packed:
        parts = [packed.read(naam).decode("utf-8", "ignore") for naam in packed.namelist()]
    return "\n".join([path.name, *(re.sub(r"<[^>]*>", "", part) for part in parts), *parts]).casefold()


def papieren(
    sessie: Sessie, plan: Plan, folder: Path, reden: str, *, gelezen: bool
) -> Iterator[tuple[str, Path]]:
    """Every paper that the program will make for somebody of this family: (reader, file)."""
    casus_id = plan.familie.casus.id
    for persoon in plan.familie.gezin.personen:
        for versie in (1, IN_BEWERKING):
            try:
                beeld = bereid_planpapier_voor(sessie, casus_id, persoon.id, versie, uitzondering=reden)
            except KernteamError:
                continue
            read = [regel.id for regel in beeld.lijst if regel.vrij_te_geven] if gelezen else []
            for vorm in VORMEN:
                path = folder / f"{len(list(folder.iterdir()))}.{EXTENSIES[vorm]}"
                made = maak_planpapier(
                    sessie, casus_id, persoon.id, vorm, versie, path, gelezen=read, uitzondering=reden
                )
                yield persoon.id, made.bestand


def gelekt(
    sessie: Sessie,
    school_id: str,
    folder: Path,
    zaden: range,
    reden: str = "",
    *,
    gelezen: bool = False,
) -> Counter[str]:
    """Secret words found where they may not be, by kind; and `bestanden`: how many files were looked at."""
    found: Counter[str] = Counter()
    for zaad in zaden:
        plan = maak_plan(zaad, school_id)
        bulk_insert(sessie.store, plan.familie.records())
        stel_plan_vast(sessie, plan.familie.casus.id)
        place = folder / str(zaad)
        place.mkdir(parents=True)
        kinds = {geheim.woord: geheim.wat.name for geheim in plan.familie.geheimen}
        kinds |= {woord: hoe.name for woord, (_, hoe) in plan.woorden.items()}
        for lezer, path in papieren(sessie, plan, place, reden, gelezen=gelezen):
            text = alles_in(path)
            found["bestanden"] += 1
            out = plan.verboden_voor(lezer, gelezen=gelezen, reden=bool(reden))
            found.update(kinds[word] for word in sorted(out) if word in text)
            found["erin"] += sum(word in text for word in kinds)
    return found


@pytest.fixture
def school_id(school: Any) -> str:
    return str(school.id)


@pytest.mark.parametrize("gelezen", [False, True], ids=["ongelezen", "alles_gelezen"])
@pytest.mark.parametrize("reden", ["", "met spoed nodig"], ids=["zonder_reden", "met_reden"])
def test_no_plan_on_paper_holds_a_word_that_its_reader_may_not_have(
    sessie: Sessie, school_id: str, tmp_path: Path, reden: str, *, gelezen: bool
) -> None:
    found = gelekt(sessie, school_id, tmp_path / "uit", range(FAMILIES), reden, gelezen=gelezen)
    looked_at, told = found.pop("bestanden"), found.pop("erin")
    print(f"{FAMILIES} families, {looked_at} plannen op papier, {told} woorden erin, {found.total()} gelekt")
    assert looked_at > FAMILIES
    assert told > looked_at
    assert not found


def test_without_the_deel_poort_words_do_leak(
    sessie: Sessie, school_id: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Control."""

    def alles(feiten: Any, *gevallen: Geval) -> Doorgelaten:
        passed: tuple[Feit, ...] = tuple(feiten)
        return Doorgelaten(passed, (), laat_door([], *gevallen).doorlaat)

    monkeypatch.setattr(laterveranderd, "laat_door", alles)
    monkeypatch.setattr(dienst, "eis", lambda *_: None)
    found = gelekt(sessie, school_id, tmp_path / "uit", range(8), gelezen=True)
    print(f"met de poort open: {dict(found)}")
    assert {"WOORDEN", "VERRADEN", "GEZEGD", "DICHT", "NUMMER"} <= found.keys()
