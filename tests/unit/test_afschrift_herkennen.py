"""Whether a text speaks of another than its reader: rather too often than too seldom."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.afschrift.herkennen import Meelezer
from kernteam_tui.domain.codes import PersoonRol
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import Geslacht, Netwerkgroep
from kernteam_tui.domain.netwerk import Netwerklid

SAMI = Persoon(rol=PersoonRol.JONGERE, roepnaam="Sami", achternaam="de Ruiter")
FATMA = Persoon(rol=PersoonRol.OUDER, roepnaam="Fatma de Ruiter", geslacht=Geslacht.VROUW)
MEHMET = Persoon(rol=PersoonRol.OUDER, roepnaam="Mehmet", achternaam="de Ruiter", geslacht=Geslacht.MAN)
LENA = Persoon(rol=PersoonRol.GEZINSLID, roepnaam="Lena", achternaam="Vos")
GEZIN = Gezin(
    personen=[SAMI, FATMA, MEHMET, LENA],
    ouderschappen=[Ouderschap(jongere_id=SAMI.id, ouder_id=ouder.id) for ouder in (FATMA, MEHMET)],
    netwerk=[
        Netwerklid(naam="Joop Kok", relatie="trainer", groep=Netwerkgroep.VRIENDEN, telefoon="06-99887766")
    ],
)
MOEDER = Meelezer(GEZIN, FATMA.id, [SAMI.id])


@pytest.mark.parametrize(
    "tekst",
    [
        "Mehmet komt morgen.",
        "MEHMET komt morgen",
        "afgesproken met vader",
        "papa belde",
        "Lena past op",
        "mevrouw Vos past op",
        "oma haalt op",
        "haar nieuwe vriend was erbij",
        "Joop traint hem",
        "M. komt morgen",
        "M de Ruiter belde",
        "meneer belde",
        "va belde",
        "L.V. past op",
    ],
)
def test_a_name_or_a_word_of_kin_is_somebody_else(tekst: str) -> None:
    assert MOEDER.noemt_een_ander(tekst)


@pytest.mark.parametrize(
    "tekst",
    [
        "",
        "Sami was er vandaag.",
        "Fatma en Sami waren er.",
        "Moeder belt de school.",
        "Gezin de Ruiter komt dinsdag.",
        "Met de ouders besproken.",
        "De mentor is blij met de voskleurige muts.",
        "U kunt bellen over S. en F.",
        "Mevrouw Bos, klas 3B, lokaal M12.",
        "Het momentje met de vaas.",
    ],
)
def test_the_reader_the_jongere_and_words_for_all_are_nobody_else(tekst: str) -> None:
    assert not MOEDER.noemt_een_ander(tekst)


def test_for_the_jongere_both_parents_are_others() -> None:
    sami = Meelezer(GEZIN, SAMI.id, [SAMI.id])
    assert sami.noemt_een_ander("Moeder belt de school.")
    assert not sami.noemt_een_ander("Sami vertelt over gym.")


def test_a_talk_with_the_jongere_alone_is_one_with_another_for_a_parent() -> None:
    assert MOEDER.komt_van_een_ander("Sami")
    assert MOEDER.komt_van_een_ander("Fatma en Sami")
    assert not MOEDER.komt_van_een_ander("moeder")
    assert not MOEDER.komt_van_een_ander("mentor")
    assert not MOEDER.komt_van_een_ander("")


def test_a_father_with_the_name_of_his_son_is_found_each_time() -> None:
    jong = Persoon(rol=PersoonRol.JONGERE, roepnaam="Ali", achternaam="Kaya")
    oud = Persoon(rol=PersoonRol.OUDER, roepnaam="Ali", achternaam="Kaya")
    moeder = Persoon(rol=PersoonRol.OUDER, roepnaam="Elif", achternaam="Kaya")
    lezer = Meelezer(Gezin(personen=[jong, oud, moeder]), moeder.id, [jong.id])
    assert lezer.noemt_een_ander("Ali kwam te laat.")
    assert not lezer.noemt_een_ander("Elif Kaya belde.")


@pytest.mark.parametrize("tekst", ["bel 06-99887766", "bel 06 99 88 77 66", "bel +31 6 99887766"])
def test_a_number_of_the_network_is_seen_however_it_is_written(tekst: str) -> None:
    assert MOEDER.noemt_een_nummer(tekst)
    assert not MOEDER.noemt_een_nummer("bel 06-11112222")
