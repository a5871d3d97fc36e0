"""Pages of one family in every language, for every reader in every form, and what an Arabic mother tells."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from itertools import product

from kernteam_tui.domain.bladzijde import (
    TALEN,
    Bereikbaarheid,
    Bladsoort,
    Bladzijde,
    BladzijdeActie,
    BladzijdeDoel,
    Kringlid,
)
from kernteam_tui.domain.codes import Niveau
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.exchange.bladzijde import wat_school_weet

DAG = date(2026, 11, 23)
VOOR = {
    Bladsoort.GEZIN: "de ouders van Lina",
    Bladsoort.JONGERE: "Lina",
    Bladsoort.OUDER_APART: "mevrouw Kaya, moeder van Lina",
}
VORMEN = ("gewoon", "groot", "tweetalig")
"""Ordinary, in large letters, and with the Dutch headings beside the others."""

WOORDEN = {
    "nl": ("Ik wil dat zij weer lacht. Op maandag is het het ergst.", "Oma belt elke ochtend om 7:30."),
    "tr": ("Kızım her gün okula gitsin istiyorum. Pazartesi en zor gün.", "Ninesi her sabah 7:30'da arıyor."),
    "ar": (
        "أريد أن تذهب ابنتي إلى المدرسة كل يوم. يوم الاثنين هو الأصعب.",
        "جدتها تتصل بها كل صباح في الساعة 7:30، ورقمها 06-12345678.",
    ),
    "en": ("I want her to laugh again. Mondays are the hardest.", "Grandma calls every morning at 7:30."),
    "pl": ("Chcę, żeby znów się śmiała. Poniedziałki są najtrudniejsze.", "Babcia dzwoni co rano o 7:30."),
    "uk": ("Я хочу, щоб вона знову сміялася. Найважче в понеділок.", "Бабуся дзвонить щоранку о 7:30."),
    "ti": ("ጓለይ መዓልታዊ ናብ ቤት ትምህርቲ ክትከይድ እደሊ።", "ዓባያ ኩሉ ንግሆ ሰዓት 7:30 ትድውል።"),
}
"""Why we talk and what goes well, as a mother says it in her own language."""

KRING = (
    Kringlid("Oma Hatice", "moeder van mama", 1),
    Kringlid("Tante Sevgi", "", 1),
    Kringlid("Mehmet", "buurman", 2),
    Kringlid("Juf Anja", "mentor", 2),
    Kringlid("Yusuf", "beste vriend", 2),
    Kringlid("Trainer Bas", "voetbal", 3),
)
MEER_KRING = (
    Kringlid("Ome Jan", "", 3),
    Kringlid("Mevrouw Van den Heuvel-Rietveld", "huisarts", 3),
    Kringlid("عمتي فاطمة", "tante", 2),
    Kringlid("Fatma", "gezinswerker", 3),
)

MOEDER_VERTELT = """\
أنا أم لثلاثة أطفال، وابنتي الكبرى اسمها لينا وعمرها أربع عشرة سنة. كانت تحب المدرسة كثيرا، وكانت
تستيقظ كل صباح قبل الجميع وتساعد إخوتها الصغار. منذ الصيف الماضي تغير كل شيء. أصبحت تنام متأخرة
وتقول إن بطنها يؤلمها، وفي يوم الاثنين لا تريد أن تخرج من غرفتها أبدا. لا أعرف ماذا حدث، ولا أريد أن
أضغط عليها، لأنها تبكي عندما نتكلم عن الصف وعن البنات هناك. والدها يسكن في مدينة أخرى ويتصل بها كل
مساء، وهذا جيد لها، فهي تشتاق إليه كثيرا. جدتها تسكن قريبا منا وتأتي إلينا كل يوم أربعاء، تطبخ معها
وتضحك معها، وأرى ابنتي القديمة من جديد. جارتنا تأخذ الصغار إلى المدرسة عندما أعمل في الصباح، وأنا
شاكرة لها جدا. أريد أن ترجع لينا إلى المدرسة، لكن خطوة بعد خطوة، ساعة واحدة في البداية ثم ساعتين،
وأن يكون هناك شخص واحد في المدرسة تثق به وتستطيع أن تذهب إليه عندما يصبح الأمر صعبا. أريد أيضا أن
نأكل معا في المساء بدون هاتف، وأن نتكلم بهدوء. أنا متعبة، وهذا ليس سرا، وأحتاج أن أنام وأن أرتاح مرة
في الأسبوع. إذا ساعدتنا الخالة يوم السبت فسوف أستطيع أن أزور صديقتي. رقم هاتفي 06-12345678، وأفضل
وقت للاتصال هو بين 9:30 و 11:00، وموعدنا القادم يوم 12-01-2027. أريد أن تعرفوا أن ابنتي قوية وذكية،
وأنها ترسم رسوما جميلة جدا، وأننا عائلة تحب بعضها بعضا. لا أريد أن يتكلم الناس عنا بدوننا. اسألونا
أولا، ثم اكتبوا ما نقوله نحن بكلماتنا.
"""
"""Over 200 Arabic words, as a mother would tell it, with a telephone number, times and a date in it."""


def maak_pagina(taal: str, soort: Bladsoort = Bladsoort.GEZIN, vorm: str = "gewoon") -> Bladzijde:
    """The page of the family Kaya, of a length that fits."""
    waarom, goed = WOORDEN[taal]
    weet, weet_niet = wat_school_weet((Niveau.GESTART_GESTOPT, Niveau.PROCES), taal)
    return Bladzijde(
        voor=VOOR[soort],
        datum=DAG,
        plan_versie=3,
        taal=taal,
        met_nederlands=vorm == "tweetalig",
        soort=soort,
        groot=vorm == "groot",
        kring=KRING,
        waarom=(
            Citaat("Lina", "nl", "Ik durf de school bijna niet meer in."),
            Citaat("Moeder", taal, waarom),
        ),
        goed=(Citaat("Moeder", taal, goed),),
        doelen=(
            BladzijdeDoel("Lina gaat elke dag naar school.", "Lina", 4, 7, "Vier weken elke dag geweest."),
            BladzijdeDoel("Lina heeft iemand om mee te praten.", "moeder", 3, 8),
        ),
        acties=(
            BladzijdeActie("belt Lina elke ochtend wakker", "Oma", date(2026, 11, 24)),
            BladzijdeActie("gaat mee naar de jeugdarts", "Fatma", date(2027, 1, 8)),
            BladzijdeActie("heeft de mentor gebeld", "Moeder", date(2026, 11, 20), klaar=True),
        ),
        evaluatie_op=date(2027, 1, 18),
        school_weet=weet,
        school_weet_niet=weet_niet,
        bellen=Bereikbaarheid("Fatma el Amrani", "06-12345678", "fatma@voorbeeld.invalid"),
    )


def maak_langste(taal: str, soort: Bladsoort = Bladsoort.GEZIN, vorm: str = "gewoon") -> Bladzijde:
    """The same with as much as a family can have on it: ten people around them, words of two sheets."""
    pagina = maak_pagina(taal, soort, vorm)
    woorden = MOEDER_VERTELT if taal == "ar" else " ".join(WOORDEN[taal]) + " "
    lang = woorden if taal == "ar" else woorden * 12
    return replace(
        pagina,
        kring=KRING + MEER_KRING,
        waarom=(*pagina.waarom, Citaat("Moeder", taal, lang.replace("\n", " "))),
        goed=tuple(
            Citaat(wie, taal, WOORDEN[taal][1]) for wie in ("Moeder", "Vader", "Oma Hatice", "عمتي فاطمة")
        ),
        doelen=(*pagina.doelen, BladzijdeDoel(WOORDEN[taal][0], "", None, 8, WOORDEN[taal][1], taal)),
        acties=pagina.acties
        + tuple(BladzijdeActie(WOORDEN[taal][1], wie, taal=taal) for wie in ("", "Moeder")),
    )


def alle_paginas() -> Iterator[tuple[str, Bladzijde, Bladzijde]]:
    """Every language, reader and form: its name, the page that fits and the longest."""
    for taal, soort, vorm in product(TALEN, Bladsoort, VORMEN):
        if not (taal == "nl" and vorm == "tweetalig"):
            yield (
                f"{taal}-{soort.value}-{vorm}",
                maak_pagina(taal, soort, vorm),
                maak_langste(taal, soort, vorm),
            )
