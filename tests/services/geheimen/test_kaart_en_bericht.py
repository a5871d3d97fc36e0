"""Families of secret words: the netwerkkaart of one reader, and the message to a partner, tell no secret."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, Niveau
from kernteam_tui.domain.delen.deelvraag import Feit, Geval
from kernteam_tui.domain.delen.doorlaat import Doorgelaten, laat_door
from kernteam_tui.domain.fouten import KernteamError
from kernteam_tui.domain.gesprek import Gesprek, Terugkoppelafspraak
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.services import netwerkpapier
from kernteam_tui.services.netwerkpapier import maak_netwerkkaart
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.terugkoppeling import schrijf_bericht
from tests.services.geheimen.families import DAG, Familie, Wat, maak_familie
from tests.services.geheimen.test_niets_lekt_door import FAMILIES, bewaar, woorden_in

PARTNERS = (PartnerSoort.JGZ, PartnerSoort.SCHOOL, PartnerSoort.HUISARTS)


def met_afspraken(familie: Familie) -> list[str]:
    """A held talk with a promise to each partner, and everybody's consent; answers their ids."""
    casus = familie.casus
    casus.begeleiding_gestart = DAG - timedelta(days=5)
    gesprek = Gesprek(
        casus_id=casus.id,
        soort=GesprekSoort.STARTGESPREK,
        staat=GesprekStaat.GEHOUDEN,
        start=datetime(2026, 11, 18, 10, tzinfo=AMSTERDAM),
        verslag=familie.geheimen[0].woord,
    )
    gesprek.terugkoppelafspraken = [
        Terugkoppelafspraak(partner=soort.label, soort=soort, gesprek_id=gesprek.id, casus_id=casus.id)
        for soort in PARTNERS
    ]
    familie.rest.append(gesprek)
    for soort in PARTNERS:
        for jongere in casus.jongeren:
            for gever in familie.gezin.personen:
                familie.rest.append(
                    Toestemming(
                        casus_id=casus.id,
                        jongere_id=jongere.id,
                        gever_id=gever.id,
                        partner=soort,
                        niveau=Niveau.INHOUD,
                        op=DAG - timedelta(days=9),
                    )
                )
    return [afspraak.id for afspraak in gesprek.terugkoppelafspraken]


def berichten(sessie: Sessie, familie: Familie, afspraken: list[str], folder: Path) -> Iterator[Path]:
    """Every message that the program will write."""
    for afspraak_id in afspraken:
        for vorm in ("tekst", "pdf"):
            path = folder / f"bericht-{len(list(folder.iterdir()))}.{'pdf' if vorm == 'pdf' else 'txt'}"
            try:
                schrijf_bericht(sessie, familie.casus.id, afspraak_id, vorm, path)
            except KernteamError:
                assert not path.exists()
                continue
            yield path


def kaarten(sessie: Sessie, familie: Familie, folder: Path) -> Iterator[tuple[str, Path]]:
    """The map for everybody of the family, with the numbers of professionals asked for."""
    for persoon in familie.gezin.personen:
        for vorm in ("tekst", "pdf"):
            path = folder / f"kaart-{len(list(folder.iterdir()))}.{'pdf' if vorm == 'pdf' else 'txt'}"
            try:
                maak_netwerkkaart(sessie, familie.casus.id, None, persoon.id, vorm, path, met_nummers=True)
            except KernteamError:
                assert not path.exists()
                continue
            yield persoon.id, path


def families(
    sessie: Sessie, school_id: str, folder: Path, jaar: int = 2026
) -> Iterator[tuple[Familie, list[str], Path]]:
    """Each stored, with its promises and a folder of its own."""
    for zaad in range(FAMILIES):
        familie = maak_familie(zaad, f"{jaar}-{100 + zaad:03d}", school_id)
        afspraken = met_afspraken(familie)
        bewaar(sessie, familie)
        place = folder / f"{jaar}-{zaad}"
        place.mkdir()
        yield familie, afspraken, place


def test_a_message_to_a_partner_holds_no_secret_and_no_name(
    sessie: Sessie, school: Any, tmp_path: Path
) -> None:
    made = 0
    for familie, afspraken, place in families(sessie, school.id, tmp_path):
        words = {geheim.woord for geheim in familie.geheimen}
        words |= {persoon.roepnaam.casefold() for persoon in familie.gezin.personen}
        for path in berichten(sessie, familie, afspraken, place):
            made += 1
            text = woorden_in(path)
            assert not [word for word in words if word in text], path
            assert "gestart" in text
    print(f"{FAMILIES} families, {made} berichten, 0 woorden gelekt")
    assert made > FAMILIES


def kaarten_van_allen(sessie: Sessie, school_id: str, folder: Path, jaar: int = 2026) -> Counter[str]:
    """How many maps were made, and the secret words on them; names of the network stand there on purpose."""
    found: Counter[str] = Counter()
    for familie, _, place in families(sessie, school_id, folder, jaar):
        network = {geheim.woord for geheim in familie.geheimen if geheim.wat is Wat.NETWERK}
        for lezer, path in kaarten(sessie, familie, place):
            text = woorden_in(path)
            found["kaarten"] += 1
            found["gelekt"] += sum(word in text for word in familie.verboden_voor(lezer) - network)
    return found


def test_a_map_of_the_network_tells_no_private_fact(sessie: Sessie, school: Any, tmp_path: Path) -> None:
    found = kaarten_van_allen(sessie, school.id, tmp_path)
    print(f"{FAMILIES} families, {found['kaarten']} kaarten, {found['gelekt']} woorden gelekt")
    assert found["kaarten"] > FAMILIES
    assert not found["gelekt"]


def test_without_the_deel_poort_anybody_gets_a_map(
    sessie: Sessie, school: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Control: with the rules off also who may have none, as a parent of whom the gezag is not known."""
    checked = kaarten_van_allen(sessie, school.id, tmp_path)["kaarten"]

    def alles(feiten: Any, *gevallen: Geval) -> Doorgelaten:
        passed: tuple[Feit, ...] = tuple(feiten)
        return Doorgelaten(passed, (), laat_door((), *gevallen).doorlaat)

    monkeypatch.setattr(netwerkpapier, "laat_door", alles)
    monkeypatch.setattr(netwerkpapier, "eis", lambda *_: None)
    assert kaarten_van_allen(sessie, school.id, tmp_path, 2027)["kaarten"] > checked
