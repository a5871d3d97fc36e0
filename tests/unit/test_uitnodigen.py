"""Which invitation files a talk needs."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from kernteam_tui.domain.uitnodigen import (
    Gebeurtenis,
    Genodigde,
    Methode,
    Uitnodigingen,
    bestandsnaam,
    eind,
    is_adres,
    kies_bestanden,
    regel_voor_telefoon,
    rolnaam,
    uid_voor,
)

MOEDER = Genodigde("p1", "ouder", "moeder@thuis.invalid", apart=True)
VADER = Genodigde("p2", "ouder", "vader@thuis.invalid", apart=True)
OMA = Genodigde("p3", "gezinslid", None, apart=True)
LEERPLICHT = Genodigde("k1", "leerplichtambtenaar", "lp@stad.invalid")
JGZ = Genodigde("k2", "jeugdarts", "arts@jgz.invalid", verplicht=False)
MENTOR = Genodigde("m1", "mentor")
IEDEREEN = (MOEDER, VADER, OMA, LEERPLICHT, JGZ, MENTOR)
EIGEN = "fatma@team.invalid"


def kort(uitkomst: Uitnodigingen) -> list[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    return [
        (b.methode.value, b.stam, b.voor, tuple(adres.email for adres in b.adressen))
        for b in uitkomst.bestanden
    ]


def test_parents_get_a_file_each_and_professionals_share_one() -> None:
    uitkomst = kies_bestanden(IEDEREEN, Gebeurtenis.GEPLAND, eigen_email=EIGEN, eigen_wie="gw1")
    assert kort(uitkomst) == [
        ("REQUEST", "gezin-1", ("p1",), ("moeder@thuis.invalid",)),
        ("REQUEST", "gezin-2", ("p2",), ("vader@thuis.invalid",)),
        ("PUBLISH", "gezin-3", ("p3",), ()),
        ("REQUEST", "partners", ("k1", "k2"), ("lp@stad.invalid", "arts@jgz.invalid")),
        ("PUBLISH", "zonder-adres", ("m1",), ()),
        ("PUBLISH", "eigen", ("gw1",), ()),
    ]
    assert uitkomst.meldingen == ("Zonder e-mailadres: 2. Stuur hun de regel voor de telefoon.",)


@pytest.mark.parametrize("gebeurtenis", [Gebeurtenis.VERZET, Gebeurtenis.HERSTELD])
def test_moving_and_restoring_ask_the_same_people_again(gebeurtenis: Gebeurtenis) -> None:
    eerst = kies_bestanden(IEDEREEN, Gebeurtenis.GEPLAND, eigen_email=EIGEN)
    assert kort(kies_bestanden(IEDEREEN, gebeurtenis, eigen_email=EIGEN)) == kort(eerst)


def test_cancelling_reaches_exactly_the_people_who_were_asked() -> None:
    eerst = kies_bestanden(IEDEREEN, Gebeurtenis.GEPLAND, eigen_email=EIGEN)
    af = kies_bestanden(IEDEREEN, Gebeurtenis.AFGEZEGD, eigen_email=EIGEN)
    assert [regel[1:] for regel in kort(af)] == [regel[1:] for regel in kort(eerst)]
    assert {bestand.methode for bestand in af.bestanden} == {Methode.CANCEL}


def test_who_drops_out_of_a_moved_talk_gets_a_cancel_alone() -> None:
    uitkomst = kies_bestanden(
        (MOEDER, LEERPLICHT), Gebeurtenis.VERZET, eigen_email=EIGEN, vervallen=(JGZ, VADER)
    )
    assert kort(uitkomst)[3:] == [
        ("CANCEL", "vervallen-gezin-1", ("p2",), ("vader@thuis.invalid",)),
        ("CANCEL", "vervallen-partners", ("k2",), ("arts@jgz.invalid",)),
    ]


@pytest.mark.parametrize("adres", [None, "", "geen adres"])
def test_without_an_address_of_her_own_nothing_can_be_asked(adres: str | None) -> None:
    uitkomst = kies_bestanden(IEDEREEN, Gebeurtenis.GEPLAND, eigen_email=adres)
    assert {bestand.methode for bestand in uitkomst.bestanden} == {Methode.PUBLISH}
    assert all(bestand.adressen == () for bestand in uitkomst.bestanden)
    assert "Je eigen e-mailadres" in uitkomst.meldingen[0]


def test_an_address_that_could_smuggle_a_line_counts_as_none() -> None:
    slecht = Genodigde("p9", "ouder", "a@b.nl\r\nATTENDEE:mailto:x@y.nl", apart=True)
    uitkomst = kies_bestanden((slecht,), Gebeurtenis.GEPLAND, eigen_email=EIGEN)
    assert kort(uitkomst)[0] == ("PUBLISH", "gezin-1", ("p9",), ())
    assert uitkomst.meldingen[0] == "Het e-mailadres van de ouder klopt niet."
    assert [is_adres(adres) for adres in ("a@b.nl", "a+b@c.d-e.nl", "a@b", "a b@c.nl", "a@b.nl\n")] == [
        True,
        True,
        False,
        False,
        False,
    ]


def test_a_shared_mailbox_stands_once_for_both() -> None:
    samen = (
        Genodigde("k1", "jeugdarts", "jgz@stad.invalid"),
        Genodigde("k2", "mentor", "JGZ@stad.invalid"),
    )
    bestand = kies_bestanden(samen, Gebeurtenis.GEPLAND, eigen_email=EIGEN).bestanden[0]
    assert (bestand.voor, len(bestand.adressen)) == (("k1", "k2"), 1)


def test_a_role_that_is_not_a_role_never_gets_into_the_file() -> None:
    assert rolnaam("Fatma Kaya") == "deelnemer"
    assert rolnaam("begeleider_passend_onderwijs") == "begeleider passend onderwijs"


def test_the_uid_is_the_same_for_life_and_tells_nothing() -> None:
    uid = uid_voor("gesprek-1", b"g" * 32)
    assert uid == uid_voor("gesprek-1", b"g" * 32)
    assert uid.endswith("@startgesprek.invalid")
    assert len({uid, uid_voor("gesprek-2", b"g" * 32), uid_voor("gesprek-1", b"h" * 32)}) == 3
    assert "gesprek-1" not in uid
    with pytest.raises(ValueError, match="secret"):
        uid_voor("gesprek-1", b"")


def test_file_names_tell_what_and_which_but_not_who() -> None:
    namen = {
        bestandsnaam(uid_voor("g", b"g" * 32), nummer, gebeurtenis, "gezin-1")
        for nummer, gebeurtenis in enumerate(Gebeurtenis)
    }
    assert len(namen) == 4
    assert all(naam.endswith("-gezin-1.ics") for naam in namen)


def test_the_line_for_the_phone_reads_as_people_write() -> None:
    start = datetime(2026, 11, 24, 9, tzinfo=UTC)
    assert regel_voor_telefoon(start, 60, "Trajectum College, kamer 1.12") == (
        "di 24 november, 10:00-11:00, Trajectum College, kamer 1.12"
    )
    assert regel_voor_telefoon(start, 45) == "di 24 november, 10:00-10:45"


def test_a_talk_over_the_change_of_the_clock_keeps_its_length() -> None:
    start = datetime(2027, 3, 28, 0, 30, tzinfo=UTC)
    assert f"{eind(start, 60):%H:%M %z}" == "03:30 +0200"
