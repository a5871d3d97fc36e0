"""A copy of the file: for whom, what goes, what stays out with why, and what she lets go after reading."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pypdf
import pytest

from kernteam_tui.data.queries.uitvoer import lees_uitvoer
from kernteam_tui.domain.codes import GesprekSoort, JaNeeOnbekend, LogSoort, Rol
from kernteam_tui.domain.deelcodes import VerzoekSoort
from kernteam_tui.domain.fouten import NietGevonden, RegelGeweigerd
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.klok import AMSTERDAM
from kernteam_tui.domain.lezer import GeenGezag
from kernteam_tui.services.afschrift import (
    bereid_afschrift_voor,
    list_lezers,
    maak_afschrift,
    open_afschrift,
)
from kernteam_tui.services.afschriftbeeld import AfschriftBeeld, BlijftRegel
from kernteam_tui.services.gesprekken import GesprekGegevens, plan_gesprek
from kernteam_tui.services.samenvatting import maak_samenvatting
from tests.services.inzage.conftest import VADERS_NUMMER, Thuis


def beeld(thuis: Thuis, wie: str, *vrij: str) -> AfschriftBeeld:
    return bereid_afschrift_voor(thuis.sessie, thuis.casus_id, wie, vrij)


def blijft(thuis: Thuis, wie: str, stuk: str) -> BlijftRegel:
    """The line of the worker's list about that piece."""
    return next(regel for regel in beeld(thuis, wie).lijst if regel.id.endswith(stuk))


def plat(tekst: str) -> str:
    """Without the folding of lines."""
    return " ".join(tekst.split())


def test_nobody_asked_so_there_is_no_copy(thuis: Thuis, tmp_path: Path) -> None:
    file = tmp_path / "uit.txt"
    with pytest.raises(RegelGeweigerd, match=r"Jeugdwet 7\.3\.10") as refused:
        maak_afschrift(thuis.sessie, thuis.casus_id, thuis.fatma, "tekst", file)
    assert refused.value.stap == "Noteer wie erom vroeg en wanneer."
    assert not file.exists()


def test_a_mother_who_asked_reads_her_own_words_and_her_childs_and_not_those_of_the_father(
    thuis: Thuis,
) -> None:
    thuis.vraag(thuis.fatma)
    text = plat(beeld(thuis, thuis.fatma).tekst)
    assert "Ik slaap er slecht van." in text
    assert "Gym is leuk." in text
    assert "vier dagen naar school" in text
    assert "Rustig begin." in text, "what the worker wrote in the plan is part of the file"
    assert "Ik wil hem vaker zien." not in text
    assert "06-11112222" in text
    assert VADERS_NUMMER not in text


def test_what_stays_out_is_counted_with_its_reason_and_article_and_never_quoted(thuis: Thuis) -> None:
    thuis.vraag(thuis.fatma)
    made = beeld(thuis, thuis.fatma)
    reasons = {weg.waarom: weg for weg in made.weggelaten}
    assert reasons["woorden van een ander"].aantal == 1
    assert reasons["woorden van een ander"].artikel == "Jeugdwet 7.3.10; 7.3.11 lid 1"
    assert "- 1 stuk: woorden van een ander (Jeugdwet 7.3.10; 7.3.11 lid 1)" in made.tekst
    assert sum(weg.aantal for weg in made.weggelaten) == len(made.lijst)


def test_the_jongere_reads_the_file_from_twelve(thuis: Thuis) -> None:
    thuis.vraag(thuis.sami)
    text = plat(beeld(thuis, thuis.sami).tekst)
    assert "Gym is leuk." in text
    assert bereid_afschrift_voor(thuis.sessie, thuis.casus_id, "jongere").voor == "Sami Yilmaz"


def test_a_note_about_the_child_goes_and_a_note_that_names_another_waits_for_the_worker(
    thuis: Thuis,
) -> None:
    thuis.vraag(thuis.fatma)
    thuis.notitie("Sami was er vandaag, het ging goed met de rekentoets.")
    named = thuis.notitie("Mehmet komt donderdag naar school, met de sleutel.")
    kin = thuis.notitie("Oma haalt de jongen op bij de poort.")
    talked = thuis.notitie("Geen sleutelwoord hier, wel een ander gesprek.", met_wie="Mehmet")
    text = plat(beeld(thuis, thuis.fatma).tekst)
    assert "rekentoets" in text
    for note in (named, kin, talked):
        row = blijft(thuis, thuis.fatma, note)
        assert row.vrij_te_geven
        assert row.waarom == "woorden van een ander"
    assert "sleutel" not in text
    assert "poort" not in text


def test_a_talk_with_the_jongere_alone_is_read_before_a_parent_gets_it(thuis: Thuis) -> None:
    thuis.vraag(thuis.fatma)
    thuis.vraag(thuis.sami)
    note = thuis.notitie("Vertelt over de vakantie en de klas.", met_wie="Sami")
    assert blijft(thuis, thuis.fatma, note).vrij_te_geven
    assert "vakantie" in beeld(thuis, thuis.sami).tekst


def test_after_reading_she_lets_a_note_go_and_the_log_says_so(thuis: Thuis) -> None:
    thuis.vraag(thuis.fatma)
    note = f"notitie:{thuis.notitie('Mehmet komt donderdag naar school.')}"
    made = beeld(thuis, thuis.fatma, note)
    assert "Mehmet komt donderdag" in plat(made.tekst)
    assert next(regel for regel in made.lijst if regel.id == note).vrij
    maak_afschrift(thuis.sessie, thuis.casus_id, thuis.fatma, "tekst", vrij=[note])
    line = thuis.log()[0]
    assert (line.soort, line.voor) == (LogSoort.UITZONDERING, "ouder")
    assert line.wat == "afschrift: na lezen meegegeven, uit notities"
    assert "Mehmet" not in line.wat


def test_the_number_of_another_never_goes_whatever_she_ticks(thuis: Thuis) -> None:
    thuis.vraag(thuis.fatma)
    note = thuis.notitie(f"Gebeld op {VADERS_NUMMER.replace('-', ' ')} over maandag.")
    row = blijft(thuis, thuis.fatma, note)
    assert not row.vrij_te_geven
    assert row.waarom == "adres, telefoon of e-mail van een ander"
    everything = [regel.id for regel in beeld(thuis, thuis.fatma).lijst]
    text = beeld(thuis, thuis.fatma, *everything).tekst
    assert "over maandag" not in text
    assert "Ik wil hem vaker zien" not in text


def test_a_draft_is_left_out_until_she_worked_it_out_or_let_it_go(thuis: Thuis) -> None:
    thuis.vraag(thuis.fatma)
    note = thuis.notitie("Losse kreet over morgen.", af=False)
    row = blijft(thuis, thuis.fatma, note)
    assert row.waarom == "Een ruwe werkaantekening gaat niet mee"
    assert "Losse kreet" not in beeld(thuis, thuis.fatma).tekst
    assert "Losse kreet" in beeld(thuis, thuis.fatma, row.id).tekst


def test_the_own_statement_stands_word_for_word_and_only_in_the_copies_that_may_have_it(
    thuis: Thuis,
) -> None:
    thuis.vraag(thuis.fatma)
    thuis.vraag(thuis.mehmet)
    words = "Ik heb dit NOOIT zo gezegd.\n\nEn ik sta erachter."
    thuis.vraag(thuis.fatma, VerzoekSoort.VERKLARING, words)
    hers, his = beeld(thuis, thuis.fatma).tekst, beeld(thuis, thuis.mehmet).tekst
    assert "Eigen verklaringen" in hers
    assert "Ik heb dit NOOIT zo gezegd." in hers
    assert "En ik sta erachter." in hers
    assert "NOOIT" not in his


def test_a_parent_without_gezag_gets_important_facts_and_no_notes(thuis: Thuis) -> None:
    thuis.gezag(thuis.mehmet, JaNeeOnbekend.NEE)
    thuis.notitie("Sami was er vandaag, het ging goed met de rekentoets.")
    with pytest.raises(GeenGezag):
        beeld(thuis, thuis.mehmet)
    thuis.vraag(thuis.mehmet, VerzoekSoort.INFORMATIE)
    made = beeld(thuis, thuis.mehmet)
    text = plat(made.tekst)
    assert made.belangrijk
    assert "Belangrijke feiten uit het dossier" in text
    assert "vier dagen naar school" in text
    assert "Ik wil hem vaker zien." in text, "his own words"
    assert "rekentoets" not in text
    assert "Ik slaap er slecht van." not in text
    reasons = {weg.waarom: weg.artikel for weg in made.weggelaten}
    assert reasons["geen belangrijk feit over het kind of de verzorging"] == "BW 1:377c lid 1"
    assert not any(regel.vrij_te_geven for regel in made.lijst), "no tick makes a note an important fact"


def test_with_gezag_not_known_only_the_own_facts_go(thuis: Thuis) -> None:
    thuis.gezag(thuis.mehmet, JaNeeOnbekend.ONBEKEND)
    thuis.vraag(thuis.mehmet)
    text = plat(beeld(thuis, thuis.mehmet).tekst)
    assert VADERS_NUMMER in text
    assert "vier dagen naar school" not in text
    assert "Zolang het gezag niet bekend is" in text


def test_at_sixteen_a_parent_gets_no_file_without_the_jongere(thuis: Thuis) -> None:
    with thuis.sessie.unit_of_work() as uow:
        gezin = uow.gezinnen.get(uow.casussen.get(thuis.casus_id).gezin_id)
        gezin.persoon(thuis.sami).geboortedatum = date(2010, 5, 4)
        uow.commit()
    thuis.vraag(thuis.fatma)
    text = plat(beeld(thuis, thuis.fatma).tekst)
    assert "Gym is leuk." not in text
    assert "De jongere is 16 of 17 en beslist zelf over een afschrift (Jeugdwet 7.3.5; 7.3.10)" in text


def test_a_talk_stands_in_it_with_roles_and_without_names(thuis: Thuis) -> None:
    thuis.vraag(thuis.fatma)
    start = datetime(2026, 11, 26, 10, 0, tzinfo=AMSTERDAM)
    wie = (thuis.fatma, thuis.mehmet, Rol.BEGELEIDER_PASSEND_ONDERWIJS)
    gegevens = GesprekGegevens(GesprekSoort.HUISBEZOEK, start, wie=wie)
    plan_gesprek(thuis.sessie, thuis.casus_id, gegevens)
    text = plat(beeld(thuis, thuis.fatma).tekst)
    assert "Huisbezoek, 26 november 2026" in text
    assert "wie: ouder, begeleider passend onderwijs" in text


def test_what_was_shared_with_whom_stands_in_it(thuis: Thuis, tmp_path: Path) -> None:
    thuis.vraag(thuis.fatma)
    maak_samenvatting(thuis.sessie, thuis.casus_id, thuis.fatma, "tekst", tmp_path / "blad.txt")
    assert "wat: bladzijde versie 1 (tekst) voor: ouder" in plat(beeld(thuis, thuis.fatma).tekst)


@pytest.mark.parametrize("vorm", ["pdf", "tekst"])
def test_the_file_lies_in_uit_without_a_name_and_is_remembered(thuis: Thuis, vorm: str) -> None:
    thuis.vraag(thuis.fatma)
    made = maak_afschrift(thuis.sessie, thuis.casus_id, thuis.fatma, vorm)
    assert made.bestand.parent == thuis.sessie.map / "uit"
    assert made.bestand.name.startswith("afschrift-2026-11-23-k")
    with thuis.sessie.lezen() as conn:
        (known,) = lees_uitvoer(conn, thuis.casus_id)
    assert (known.soort, known.voor) == (f"afschrift ({vorm})", "ouder")
    assert thuis.log()[0].soort is LogSoort.GEEXPORTEERD


def test_the_pdf_is_tagged_and_says_what_the_text_says(thuis: Thuis) -> None:
    thuis.vraag(thuis.fatma)
    for n in range(40):
        thuis.notitie(f"Sami was er, dag {n}. " + "Het ging zoals afgesproken. " * 8)
    made = maak_afschrift(thuis.sessie, thuis.casus_id, thuis.fatma, "pdf")
    reader = pypdf.PdfReader(io.BytesIO(made.bestand.read_bytes()))
    root: Any = reader.root_object
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "nl"
    assert len(reader.pages) > 2
    text = plat(" ".join(page.extract_text() for page in reader.pages))
    assert "Ik slaap er slecht van." in text
    assert "dag 39." in text
    assert "Ik wil hem vaker zien." not in text
    assert reader.metadata is not None
    assert reader.metadata.title == "Afschrift van het dossier"
    assert "Fatma" not in str(reader.metadata)


def test_lines_are_at_most_72_columns(thuis: Thuis) -> None:
    thuis.vraag(thuis.fatma)
    thuis.notitie("Sami vertelt in geuren en kleuren " * 20)
    assert max(map(len, beeld(thuis, thuis.fatma).tekst.splitlines())) <= 72


def test_who_asked_stands_first_among_the_readers(thuis: Thuis) -> None:
    thuis.vraag(thuis.mehmet)
    readers = list_lezers(thuis.sessie, thuis.casus_id).lezers
    assert next(reader.naam for reader in readers) == "Mehmet Yilmaz"
    assert len(readers) == 3


def test_who_reads_a_copy_stands_in_the_log_once(thuis: Thuis) -> None:
    thuis.vraag(thuis.fatma)
    open_afschrift(thuis.sessie, thuis.casus_id, thuis.fatma)
    beeld(thuis, thuis.fatma)
    lines = [line.wat for line in thuis.log() if line.soort is LogSoort.GEOPEND]
    assert lines.count("dossier voor een afschrift") == 1


def test_a_talk_that_the_parents_may_not_hear_of_stays_out_for_them(thuis: Thuis) -> None:
    thuis.vraag(thuis.fatma)
    thuis.vraag(thuis.sami)
    with thuis.sessie.unit_of_work() as uow:
        uow.gesprekken.add(
            Gesprek(
                casus_id=thuis.casus_id,
                soort=GesprekSoort.DRIEGESPREK,
                start=datetime(2026, 11, 18, 10, tzinfo=UTC),
                verslag="Vertelt over de toekomst.",
                ouders_niet="wil dit zelf vertellen",
            )
        )
        uow.commit()
    made = beeld(thuis, thuis.fatma)
    assert "18 november" not in made.tekst
    assert "goede hulp vraagt dat dit er niet in staat" in plat(made.tekst)
    assert "toekomst" in beeld(thuis, thuis.sami).tekst


def test_a_stranger_is_no_reader(thuis: Thuis) -> None:
    with pytest.raises(NietGevonden):
        beeld(thuis, "iemand")
