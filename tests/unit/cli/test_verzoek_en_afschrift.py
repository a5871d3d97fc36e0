"""`kernteam verzoek` and `kernteam afschrift`, to another program and to a reader."""

from __future__ import annotations

from pathlib import Path

from kernteam_tui.services.formaten import AfschriftUit, VerzoekUit
from tests.unit.cli.conftest import Kluis, Roep


def moeder(kernteam: Roep) -> str:
    people = kernteam("casus", "2026-001", "--json").json["personen"]
    return next(str(persoon["id"]) for persoon in people if persoon["rol"] == "ouder")


def vraag(kernteam: Roep, wie: str, *anders: str | Path, soort: str = "inzage") -> VerzoekUit:
    gezien = kernteam(
        "verzoek", "2026-001", "--soort", soort, "--van", wie, "--op", "2026-11-23", *anders, "--json"
    )
    assert (gezien.status, gezien.fout) == (0, "")
    return VerzoekUit.model_validate(gezien.json)


def test_a_request_answers_with_its_last_day(kernteam: Roep) -> None:
    uit = vraag(kernteam, moeder(kernteam))
    assert (uit.nummer, uit.soort, uit.van) == ("2026-001", "inzage", moeder(kernteam))
    assert (str(uit.uiterlijk), uit.afgehandeld_op) == ("2026-12-23", None)


def test_a_reader_hears_by_when_to_answer(kernteam: Roep) -> None:
    gezien = kernteam("verzoek", "2026-001", "--soort", "inzage", "--van", "advocaat", "--op", "2026-11-23")
    assert "Antwoord zo snel mogelijk, uiterlijk 23 december 2026." in gezien.uit


def test_somebody_else_is_known_by_a_name_and_an_id_of_nobody_is_refused(kernteam: Roep) -> None:
    assert vraag(kernteam, "advocaat De Groot").van == "advocaat De Groot"
    unknown = "01a201cb-9f1a-7584-a50c-f4b86074a664"
    gezien = kernteam(
        "verzoek", "2026-001", "--soort", "inzage", "--van", unknown, "--op", "2026-11-23", "--json"
    )
    assert (gezien.status, gezien.json["code"]) == (1, "niet_gevonden")


def test_a_statement_comes_from_a_file_word_for_word_and_stands_in_the_copy(
    kernteam: Roep, tmp_path: Path
) -> None:
    words = tmp_path / "verklaring.txt"
    words.write_text("Ik was er WÉL bij.\n\nDat staat er verkeerd.\n", encoding="utf-8")
    uit = vraag(kernteam, "jongere", "--tekst-bestand", words, soort="verklaring")
    assert str(uit.afgehandeld_op) == "2026-11-23"
    vraag(kernteam, "jongere")
    copy = tmp_path / "afschrift.txt"
    kernteam("afschrift", "2026-001", "--voor", "jongere", "--vorm", "tekst", "--uit", copy)
    text = copy.read_text(encoding="utf-8")
    assert "Ik was er WÉL bij." in text
    assert "Dat staat er verkeerd." in text


def test_a_statement_without_words_is_refused(kernteam: Roep) -> None:
    gezien = kernteam(
        "verzoek", "2026-001", "--soort", "verklaring", "--van", "jongere", "--op", "2026-11-23", "--json"
    )
    assert gezien.status == 1
    assert "verklaring is leeg" in gezien.uit


def test_a_copy_answers_with_counts_and_articles(kernteam: Roep, tmp_path: Path) -> None:
    vraag(kernteam, moeder(kernteam))
    copy = tmp_path / "afschrift.pdf"
    gezien = kernteam(
        "afschrift", "2026-001", "--voor", moeder(kernteam), "--vorm", "pdf", "--uit", copy, "--json"
    )
    uit = AfschriftUit.model_validate(gezien.json)
    assert list(gezien.json) == ["schema", "bestand", "voor", "stukken", "weggelaten", "meldingen"]
    assert (uit.bestand, uit.voor) == (str(copy), moeder(kernteam))
    assert uit.stukken > 2
    assert all(weg.aantal and weg.waarom and weg.artikel for weg in uit.weggelaten)
    assert copy.read_bytes().startswith(b"%PDF")
    assert not any(name in gezien.uit for name in ("Sami", "Kaya", "Fatma"))


def test_without_a_place_it_goes_into_uit(kernteam: Roep, kluis: Kluis) -> None:
    vraag(kernteam, "jongere")
    gezien = kernteam("afschrift", "2026-001", "--voor", "jongere", "--vorm", "tekst")
    assert gezien.status == 0
    [file] = (kluis.map / "uit").iterdir()
    assert str(file) in gezien.uit
    assert file.stat().st_mode & 0o077 == 0


def test_without_a_request_there_is_no_copy(kernteam: Roep, tmp_path: Path) -> None:
    copy = tmp_path / "afschrift.txt"
    gezien = kernteam(
        "afschrift", "2026-001", "--voor", "jongere", "--vorm", "tekst", "--uit", copy, "--json"
    )
    assert (gezien.status, gezien.json["code"]) == (1, "delen_geweigerd")
    assert not copy.exists()
