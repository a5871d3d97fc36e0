"""What does not fit is never cut: it is said how much too long it is, and which part is longest."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from kernteam_tui.domain.bladzijde import (
    Bereikbaarheid,
    Bladsoort,
    Bladzijde,
    BladzijdeActie,
    BladzijdeDoel,
    Kringlid,
)
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.exchange.bladzijde import Afdruk, maak_pdf
from tests.exchange.bladzijde.lezen import lees_met_pdftotext
from tests.exchange.bladzijde.paginas import DAG, maak_langste, maak_pagina
from tests.greep import DIEP

MELDING = re.compile(
    r"Dit past (?P<waar>[\w ]+): het is ongeveer (?P<lang>\d+) regels? te lang\. "
    r"Het langst is ‘(?P<kop>[^’]+)’ \((?P<regels>\d+) regels?\)\. "
    r"Er is niets afgeknipt: het zijn nu (?P<bladen>\d+) vellen\."
)
REGEL = "woord woord woord woord"


def te_lang(afdruk: Afdruk) -> dict[str, str]:
    gevonden = [m.groupdict() for m in map(MELDING.fullmatch, afdruk.meldingen) if m]
    assert len(gevonden) == 1, afdruk.meldingen
    return gevonden[0]


def met_regels(pagina: Bladzijde, aantal: int) -> Bladzijde:
    """The page with so many short lines in what goes well."""
    return replace(pagina, kring=(), goed=(Citaat("Lina", "nl", "\n".join([REGEL] * aantal)),))


@pytest.mark.parametrize(("vorm", "meer_om_de_vouw"), [("gewoon", 0), ("groot", 2)])
def test_taking_out_as_many_lines_as_it_says_makes_it_fit(vorm: str, meer_om_de_vouw: int) -> None:
    """Between two sheets some room stays empty, because what belongs together stays together."""
    pagina = maak_pagina("nl", vorm=vorm)
    genoeg = next(n for n in range(1, 80) if maak_pdf(met_regels(pagina, n + 1)).meldingen)
    for meer in (1, 2, 5, 12, 30):
        gezegd = int(te_lang(maak_pdf(met_regels(pagina, genoeg + meer)))["lang"])
        # a paragraph takes more room than a line, so at most as many paragraphs go out
        assert meer - meer_om_de_vouw <= gezegd <= 1.25 * meer + 1
        korter = met_regels(pagina, max(1, genoeg + meer - gezegd - meer_om_de_vouw))
        assert maak_pdf(korter).meldingen == ()


def test_more_is_longer_and_the_length_of_the_part_is_counted() -> None:
    lang = [te_lang(maak_pdf(met_alinea(n))) for n in (600, 900, 1200)]
    assert [int(m["lang"]) for m in lang] == sorted({int(m["lang"]) for m in lang})
    for melding, woorden in zip(lang, (600, 900, 1200), strict=True):
        assert melding["kop"] == "Waarom we elkaar spreken"
        # 14 of these words go on a line of the smallest letter
        assert int(melding["regels"]) == pytest.approx(woorden / 14.1, abs=2)


def met_alinea(woorden: int) -> Bladzijde:
    return replace(maak_pagina("nl"), kring=(), waarom=(Citaat("Lina", "nl", "woord " * woorden),))


@pytest.mark.parametrize("deel", ["waarom", "goed", "doelen", "acties", "school"])
def test_the_part_that_is_long_is_the_one_that_is_named(deel: str) -> None:
    lang = "Dit is een zin die er veel te vaak staat. " * 120
    koppen = {
        "waarom": "Waarom we elkaar spreken",
        "goed": "Wat goed gaat",
        "doelen": "Wat we willen bereiken",
        "acties": "Wie doet wat, en wanneer",
        "school": "Wat school weet en niet weet",
    }
    pagina = maak_pagina("nl")
    paginas = {
        "waarom": replace(pagina, waarom=(Citaat("Lina", "nl", lang),)),
        "goed": replace(pagina, goed=(Citaat("Lina", "nl", lang),)),
        "doelen": replace(pagina, doelen=(BladzijdeDoel(lang),)),
        "acties": replace(pagina, acties=(BladzijdeActie(lang, "Oma", DAG),)),
        "school": replace(pagina, school_weet=(lang,)),
    }
    assert te_lang(maak_pdf(paginas[deel]))["kop"] == koppen[deel]


@pytest.mark.parametrize(("vorm", "beurt"), [("gewoon", 0), ("groot", 1)])
def test_whatever_is_too_long_runs_on_to_a_next_sheet_and_never_off_the_paper(vorm: str, beurt: int) -> None:
    """Every place that takes words; in turn in one form or the other, in the proofs in both."""
    lang = "zin " * 1500
    pagina = maak_pagina("nl", vorm=vorm)
    velen = tuple(Kringlid(f"zin{nummer}", "zin zin zin zin", 1) for nummer in range(300))
    paginas = [
        replace(pagina, voor=lang),
        replace(pagina, waarom=(Citaat("Lina", "nl", lang),)),
        replace(pagina, goed=(Citaat("Lina", "nl", "zin\n" * 1500),)),
        replace(pagina, kring=velen),
        replace(pagina, doelen=(BladzijdeDoel(lang, "Lina", 4, 7),)),
        replace(pagina, doelen=(BladzijdeDoel("Doel", "Lina", 4, 7, lang),)),
        replace(pagina, acties=(BladzijdeActie(lang, "Oma", DAG),)),
        replace(pagina, acties=(BladzijdeActie("belt", lang, DAG),)),
        replace(pagina, school_weet=("zin",) * 1500),
        replace(pagina, school_weet_niet=(lang,)),
        replace(pagina, bellen=Bereikbaarheid("Fatma", lang, "zin")),
    ]
    for nummer, lange in enumerate(paginas):
        if not DIEP and nummer % 2 != beurt:
            continue
        afdruk = maak_pdf(lange)
        woorden = lees_met_pdftotext(afdruk.data, "-bbox")
        onder = [float(y) for y in re.findall(r'yMax="([\d.]+)">\(?zin', woorden)]
        assert len(onder) >= 1500, nummer
        assert max(onder) <= 842 - 25, nummer
        assert int(te_lang(afdruk)["bladen"]) == afdruk.bladzijden


def test_the_worker_reads_it_in_dutch_and_hears_how_many_sheets() -> None:
    for taal in ("tr", "ar"):
        afdruk = maak_pdf(maak_langste(taal))
        assert te_lang(afdruk)["kop"] == "Waarom we elkaar spreken"
        assert te_lang(afdruk)["waar"] == "niet op één A4"
        assert int(te_lang(afdruk)["bladen"]) == afdruk.bladzijden > 1
    groot = maak_pdf(maak_langste("pl", Bladsoort.JONGERE, "groot"))
    assert te_lang(groot)["waar"] == "in grote letters niet op twee vellen A4"
    assert groot.punten == 18
    assert int(te_lang(groot)["bladen"]) > 2


def test_the_same_page_is_as_long_every_time() -> None:
    assert maak_pdf(maak_langste("uk")).meldingen == maak_pdf(maak_langste("uk")).meldingen


def test_before_it_takes_a_second_sheet_the_picture_becomes_a_sentence() -> None:
    pagina = maak_pagina("nl")
    met_plaatje = next(n for n in range(1, 60) if maak_pdf(met_kring(pagina, n + 1)).meldingen)
    afdruk = maak_pdf(met_kring(pagina, met_plaatje + 1))
    assert (afdruk.bladzijden, len(afdruk.meldingen)) == (1, 1)
    assert "staat er in een zin: de tekening paste er niet bij." in afdruk.meldingen[0]
    assert maak_pdf(met_kring(pagina, met_plaatje)).punten <= 11


def met_kring(pagina: Bladzijde, aantal: int) -> Bladzijde:
    """With so many full lines, beside which there is no room for a picture."""
    return replace(pagina, goed=(Citaat("Lina", "nl", "\n".join([" ".join([REGEL] * 3)] * aantal)),))


def test_more_people_than_a_picture_can_hold_stand_in_a_sentence() -> None:
    velen = tuple(Kringlid(f"Nicht {nummer}", "nicht", 1 + nummer % 3) for nummer in range(14))
    afdruk = maak_pdf(replace(maak_pagina("nl"), kring=velen))
    assert any("staat er in een zin" in melding for melding in afdruk.meldingen)
