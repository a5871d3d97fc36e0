"""Pages that several tests print."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from kernteam_tui.domain.bladzijde import Bereikbaarheid, Bladzijde, BladzijdeActie, BladzijdeDoel
from kernteam_tui.domain.gezinsplan import Citaat


@pytest.fixture
def lege_bladzijde() -> Bladzijde:
    return Bladzijde(
        voor="de ouders van Noor", datum=date(2026, 11, 23), plan_versie=1, bellen=Bereikbaarheid("Fatma")
    )


@pytest.fixture
def volle_bladzijde() -> Bladzijde:
    return Bladzijde(
        voor="mevrouw Kaya, moeder van Lina",
        datum=date(2026, 11, 23),
        plan_versie=3,
        waarom=(
            Citaat("Lina", "nl", "Ik durf de school bijna niet meer in. Op maandag is het het ergst."),
            Citaat("Moeder", "nl", "Ik wil dat zij weer lacht."),
        ),
        goed=(Citaat("Lina", "nl", "Oma belde me elke ochtend wakker."),),
        doelen=(
            BladzijdeDoel("Lina gaat elke dag naar school.", "Lina", 4, 7, "Vier weken elke dag geweest."),
            BladzijdeDoel("Thuis is er minder ruzie.", "moeder", None, 8, "Hoogstens één keer per week."),
            BladzijdeDoel("Lina heeft iemand om mee te praten.", "Lina", 3, 8, "Zij praat met de mentor."),
        ),
        acties=(
            BladzijdeActie("belt Lina elke ochtend wakker", "Oma", date(2026, 11, 24)),
            BladzijdeActie("gaat mee naar de jeugdarts", "Fatma", date(2027, 1, 8)),
            BladzijdeActie("praat met vader over zondag", "Moeder"),
            BladzijdeActie("heeft de mentor gebeld", "Moeder", date(2026, 11, 20), klaar=True),
        ),
        evaluatie_op=date(2027, 1, 18),
        school_weet=("dat er hulp is gestart",),
        school_weet_niet=("wat er thuis speelt",),
        bellen=Bereikbaarheid("Fatma el Amrani", "06-12345678", "fatma@voorbeeld.invalid"),
    )


@pytest.fixture
def veeltalige_bladzijde(volle_bladzijde: Bladzijde) -> Bladzijde:
    """Words in six languages and four scripts, as families say them."""
    return replace(
        volle_bladzijde,
        waarom=(
            Citaat("Moeder", "ar", "أريد أن تذهب ابنتي إلى المدرسة. اتصل بي 06-12345678."),
            Citaat("Vader", "ti", "ጓለይ መዓልታዊ ናብ ቤት ትምህርቲ ክትከይድ እደሊ።"),
            Citaat("Tante", "tr", "Kızım her gün okula gitsin istiyorum. İyi değil."),
            Citaat("Opa", "uk", "Я хочу, щоб вона знову сміялася."),
            Citaat("Buurvrouw", "pl", "Chcę, żeby było dobrze."),
            Citaat("Broer", "en", "She is brave."),
        ),
    )
