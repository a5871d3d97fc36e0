"""Every screen of the program on the fictional families: no English, no raw code, help at the edge."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from kernteam_tui.domain.codes import Code, PersoonRol, WisGrond
from kernteam_tui.domain.datumtekst import dag_lang
from kernteam_tui.domain.deelcodes import VerzoekSoort
from kernteam_tui.screens.casus.scherm import NAMEN
from kernteam_tui.screens.register import SCHERMEN
from kernteam_tui.services.caseload import get_caseload
from kernteam_tui.services.casus import get_casus
from kernteam_tui.services.casusbeeld import CasusBeeld
from kernteam_tui.services.demo import maak_demo
from kernteam_tui.services.gezinsplan import get_plan
from kernteam_tui.services.klok import SysteemKlok
from kernteam_tui.services.namen import lees_namen
from kernteam_tui.services.overleg.wijzigen import PuntGegevens, bewaar_punt, zet_moment
from kernteam_tui.services.reservekopie import maak_reservekopie
from kernteam_tui.services.school import list_scholen
from kernteam_tui.services.sessie import Sessie
from kernteam_tui.services.toegang import unlock
from kernteam_tui.services.verzoeken import VerzoekGegevens, noteer_verzoek
from kernteam_tui.services.wissen import wis_casus
from tests.ui.hulpmiddel import ENGELS, MAANDAG, maak_app, ontgrendel, op_slot, tekst_van, wacht

RUWE_CODE = re.compile(r"\b[a-z]+_[a-z_]+\b")
"""A value of the store (`begeleider_passend_onderwijs`) where its Dutch word should stand."""
DELEN = 3
"""The screens are divided, so that several processes can go through them at once."""
DATUM_IN_CODE = re.compile(r"\b20\d\d-\d\d-\d\d\b")


@pytest.fixture(scope="module")
def voorbeeld(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo store, closed; nobody writes in it."""
    map_ = tmp_path_factory.mktemp("voorbeeld") / "kluis"
    maak_demo(map_, SysteemKlok(MAANDAG))
    return map_


@pytest.fixture
def sessie(voorbeeld: Path, tmp_path: Path) -> Iterator[Sessie]:
    """A copy of one's own: what one part erases, the next still has."""
    kluis = shutil.copytree(voorbeeld, tmp_path / "voorbeeld")
    geopend = unlock(kluis, "voorbeeld", SysteemKlok(MAANDAG))
    yield geopend
    geopend.close()


def _casus(sessie: Sessie, naam: str) -> CasusBeeld:
    return get_casus(sessie, next(r.casus_id for r in get_caseload(sessie) if r.jongere.startswith(naam)))


def _gewist(sessie: Sessie) -> str:
    """Number of a casus that is no longer there."""
    laatste = get_caseload(sessie)[-1]
    return wis_casus(sessie, laatste.casus_id, WisGrond.TERMIJN).wissing.nummer


def _afspraak(casus: CasusBeeld) -> str:
    return casus.terugkoppelingen[0].id


def _ouder_van(casus: CasusBeeld) -> str:
    return next(persoon.id for persoon in casus.personen if persoon.rol is PersoonRol.OUDER)


def _verzoek(sessie: Sessie, casus: CasusBeeld) -> str:
    """Id of a request for a copy."""
    gegevens = VerzoekGegevens(VerzoekSoort.INZAGE, sessie.vandaag(), van_id=_ouder_van(casus))
    return noteer_verzoek(sessie, casus.id, gegevens, toch=True).regels[0].id


def _overleg(sessie: Sessie, casus_id: str) -> dict[str, list[dict[str, Any]]]:
    """The screens of an overleg that is today."""
    school_id = get_casus(sessie, casus_id).school.id
    zet_moment(sessie, school_id, sessie.nu(), 60)
    eigen = bewaar_punt(sessie, school_id, "", PuntGegevens("rooster mentoren"))
    bewaar_punt(sessie, school_id, "", PuntGegevens("wie belt?", casus_id))
    hier = {"school_id": school_id}
    rest = ("aanwezig", "eerdere", "moment", "papier")
    return {
        "overleg": [hier, hier | {"tafel": True}],
        "overleg_eigen": [hier, hier | {"sleutel": eigen}],
        "overleg_punt": [hier | {"sleutel": sleutel} for sleutel in (casus_id, eigen)],
        **{f"overleg_{deel}": [hier] for deel in rest},
    }


def _argumenten(sessie: Sessie) -> dict[str, list[dict[str, Any]]]:
    """For each screen the ways to open it."""
    luka, lina, sami = (_casus(sessie, naam) for naam in ("Luka", "Lina", "Sami"))
    aniek = _casus(sessie, "Aniek")
    ouder = next(p for p in luka.personen if p.rol is PersoonRol.OUDER)
    gesprek, notitie = luka.gesprekken[0].id, luka.notities[0].id
    gezin = get_plan(sessie, luka.id).gezin_id
    plan = {"casus_id": luka.id, "gezin_id": gezin}
    school = list_scholen(sessie)[0].id
    return {
        "eerste_keer": [],  # only without a store; tested on its own
        "casus": [{"casus_id": casus.id, "tab": tab} for casus in (luka, lina, sami) for tab in NAMEN],
        "agendas": [{}, {"school_id": list_scholen(sessie)[0].id}],
        "agenda_inlezen": [{"partner_id": list_scholen(sessie)[0].kernteam[-1].id}],
        "casus_wijzigen": [{"casus_id": luka.id}],
        "afsluiten": [{"casus_id": luka.id}],
        "persoon": [{"casus_id": luka.id, "persoon_id": ouder.id}, {"casus_id": luka.id}],
        "netwerk": [{"casus_id": c.id, "vorm": vorm} for c in (luka, lina) for vorm in ("kaart", "lijst")],
        "genogram": [
            {"casus_id": c.id, "vorm": vorm} for c in (luka, lina) for vorm in ("tekening", "woorden")
        ],
        "netwerklid": [{"casus_id": luka.id}, {"casus_id": luka.id, "persoon_id": ouder.id}],
        "gezag": [{"casus_id": luka.id, "ouder_id": ouder.id}],
        "gezin_invoer": [{"casus_id": luka.id}],
        "huishouden": [{"casus_id": luka.id}],
        "relatie": [{"casus_id": luka.id}],
        "broer_of_zus": [{"casus_id": luka.id}],
        "klas_en_mentor": [{"casus_id": luka.id}],
        "woongemeente": [{"casus_id": luka.id}],
        "startgesprek": [{"casus_id": sami.id}, {"casus_id": luka.id}],
        "gesprek_plannen": [{"casus_id": luka.id, "soort": "huisbezoek"}],
        "gesprek_vastleggen": [{"gesprek_id": gesprek}],
        "uitnodigingen": [{"gesprek_id": gesprek}],
        "indeling": [{"maandag": MAANDAG.isoformat()}],
        "weekpost": [{"gesprekken": ",".join(g.id for g in luka.gesprekken[:2])}],
        "gesprekcheck": [{"gesprek_id": c.gesprekken[0].id} for c in (luka, lina)],
        "kennismaking": [{"casus_id": sami.id}],
        "uitstel": [{"casus_id": sami.id}],
        "notitie": [{"notitie_id": n.id} for n in luka.notities],
        "notitie_kenmerken": [{"notitie_id": notitie}],
        "aanvulling": [{"notitie_id": luka.notities[-1].id}],
        "gezinsplan": [{"casus_id": lina.id}],
        "planakkoord": [{"casus_id": lina.id}, {"casus_id": lina.id, "versie": 1}],
        "akkoord": [
            {"casus_id": lina.id, "versie": 3, "sleutel": _ouder_van(lina)},
            {"casus_id": lina.id, "versie": 3},
        ],
        "planpapierdag": [{"casus_id": lina.id}],
        "familieplan": [{"casus_id": lina.id}],
        "familieplan_antwoord": [{"casus_id": lina.id}],
        "familieplan_bestand": [{"casus_id": lina.id}],
        "planpapier": [{"casus_id": lina.id}, {"casus_id": lina.id, "versie": 0, "voor": "zelf"}],
        "samen_kijken": [{"casus_id": lina.id}, {"casus_id": aniek.id, "wie": "gezin", "schrijven": True}],
        "planformaten": [{}],
        "planversies": [{"casus_id": lina.id}, {"casus_id": lina.id, "tot": 1, "van": 1}],
        "doel": [plan],
        "actie": [plan],
        "evaluatie": [plan],
        "planevaluatie": [{"casus_id": lina.id}, {"casus_id": sami.id}],
        "planverloop": [{"casus_id": lina.id}, {"casus_id": sami.id}],
        "bladzijde": [{"casus_id": lina.id}],
        "verstrekkingen": [{"casus_id": lina.id}],
        "reservekopie": [{"pad": str(maak_reservekopie(sessie).pad)}],
        "verzoeken": [{"casus_id": lina.id}],
        "verzoek": [{"casus_id": lina.id}],
        "verzoek_afhandelen": [{"casus_id": lina.id, "verzoek_id": _verzoek(sessie, lina)}],
        "afschrift": [{"casus_id": lina.id}, {"casus_id": lina.id, "voor": _ouder_van(lina)}],
        "wissen": [{"casus_id": luka.id}, {"casus_id": sami.id}],
        "wisbewijs": [{"nummer": _gewist(sessie), "over": "/ergens/blad.pdf", "weg": 2, "kopieen": "kopie"}],
        **_overleg(sessie, luka.id),
        "leeftijden": [{"casus_id": luka.id}, {"casus_id": aniek.id}],
        "leeftijdstap": [{"casus_id": aniek.id, "jongere_id": aniek.jongeren[0], "grens": "18"}],
        "toekomst": [{"casus_id": aniek.id, "jongere_id": aniek.jongeren[0], "domein": "wonen"}],
        "wie_doet_wat": [{"casus_id": luka.id}, {"casus_id": sami.id}],
        "school_formulier": [{"school_id": school}],
        "rooster": [{"school_id": school, "vorm": vorm} for vorm in ("patroon", "week")],
        "afwezigen": [{"school_id": school}],
        "afwezigheid": [{"school_id": school}],
        "schooldagen": [{"school_id": school}],
        "schooldag": [{"school_id": school}],
        "schooltijden": [{"school_id": school}],
        "toestemming": [{"casus_id": luka.id}, {"casus_id": luka.id, "partner": "ouder"}],
        "afspraak": [{"casus_id": luka.id}, {"casus_id": lina.id, "afspraak_id": _afspraak(lina)}],
        "terugkoppeling": [{"casus_id": lina.id, "afspraak_id": _afspraak(lina)}],
    }


@pytest.mark.parametrize("deel", range(DELEN))
async def test_every_screen_is_dutch_and_hides_names_on_request(
    tmp_path: Path, sessie: Sessie, deel: int
) -> None:
    wegen = _argumenten(sessie)
    namen = re.compile(rf"\b(?:{'|'.join(lees_namen(sessie))})\b", re.IGNORECASE)
    getoond = 0
    app = maak_app(tmp_path, sessie)
    fouten: list[str] = []
    async with op_slot(app, (120, 40)) as pilot:
        await ontgrendel(pilot)
        for naam in sorted(SCHERMEN)[deel::DELEN]:
            for argumenten in wegen.get(naam, [{}]):
                app.open(naam, **argumenten)
                await wacht(pilot)
                beeld = tekst_van(app)
                waar = f"{naam} {argumenten.get('tab', '')}"
                fouten += [f"{waar}: {woord}" for woord in ENGELS.findall(beeld)]
                fouten += [f"{waar}: {code}" for code in RUWE_CODE.findall(beeld)]
                fouten += [f"{waar}: {dag}" for dag in DATUM_IN_CODE.findall(beeld)]
                if not beeld.rstrip().endswith("F1 hulp"):
                    fouten.append(f"{waar}: no help at the end of the footer")
                getoond += len(namen.findall(beeld))
                app.namen.wissel()
                fouten += [f"{waar}: {naam} with F9" for naam in namen.findall(tekst_van(app))]
                app.namen.wissel()
                app.pop_screen()
                await pilot.pause()
    assert fouten == []
    assert getoond > 20, "where names are looked for, names are shown"


def test_the_words_looked_for_would_be_found() -> None:
    assert RUWE_CODE.findall("Verhulst (begeleider_passend_onderwijs)")
    assert ENGELS.findall("Press any key")
    assert DATUM_IN_CODE.findall(str(date(2026, 11, 24)))
    assert not DATUM_IN_CODE.findall(dag_lang(date(2026, 11, 24)))
    assert issubclass(PersoonRol, Code)
