"""Words that attack a page, and pages full of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from kernteam_tui.domain.bladzijde import (
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

VIJANDIG = {
    "script": "<script>window.raak=1;document.title='raak'</script>",
    "beeld": '"><img src=x onerror="window.raak=1"><svg onload=window.raak=1>',
    "einde": "</style></title></p></main></body></html><script>window.raak=1</script>",
    "attribuut": "' onclick='window.raak=1' x=\" autofocus onfocus=window.raak=1 y=\"",
    "jinja": "{{7*7}} {% for x in (1,2) %}x{% endfor %} {# weg #} {{ self.__init__.__globals__ }}",
    "javascript": "javascript:window.raak=1 //--></script>]]>",
    "entiteit": "&lt;b&gt; &amp; &#x3C;i&#x3E; &nbsp; &copy",
    "commentaar": "<!-- weg --> <![CDATA[ x ]]> <?php echo 1 ?> ${window.raak=1} `x`",
    "stijl": "*{display:none} @import url(//voorbeeld.invalid/x.css); </style>",
    "omgekeerd": "naam\u202egnp.exe \u202dlinks\u202c \u2067open",
    "stuurtekens": "nul\x00bel\x07esc\x1b[31m terug\x08 \x85 \ud800 \ufffe einde",
    "emoji": "👍🏽 👩‍👩‍👧 🇳🇱 😀 ❤️",
    "chinees": "我们希望她每天去上学。 हिन्दी שלום ខ្មែរ",
    "lang_woord": "w" * 5000,
    "arabisch": "اتصل بي على 06-12345678 يوم 12-01-2027 بين 9:30-10:30 (غرفة 1.12).",
    "accenten": "Zalgo: e" + "\u0301\u0327\u0338" * 60,
    "spaties": "a\u00a0b\u2003c\u200bd\u00ade",
}
"""By name: what it tries."""


KRING = (
    Kringlid("Oma Fatma", "oma", 1),
    Kringlid("Yusuf", "oom", 1),
    Kringlid("Mevrouw de Vries", "mentor", 2),
    Kringlid("Buurvrouw Sara", "", 2),
    Kringlid("Karim", "trainer voetbal", 3),
    Kringlid("علي", "neef", 3),
)


def alle_bladzijden(bladzijde: Bladzijde) -> dict[str, Bladzijde]:
    """This page for each kind of reader, in one language without people around, and in large letters."""
    uit = {soort.value: replace(bladzijde, soort=soort) for soort in Bladsoort}
    uit["kaal"] = replace(bladzijde, kring=(), met_nederlands=False)
    uit["groot"] = replace(uit["kaal"], groot=True)
    return uit


EIGEN_WOORDEN = {
    "nl": ("Ik wil dat Lina weer met plezier naar school gaat.", "Zij helpt haar broertje elke dag."),
    "tr": ("Kızım her gün okula gitsin istiyorum.", "Büyükannesi her sabah onu arıyor."),
    "ar": ("أريد أن تذهب ابنتي إلى المدرسة كل يوم. اتصلوا بي على 06-12345678.", "تساعد أخاها كل يوم."),
    "en": ("I want her to enjoy school again.", "She helps her brother every day."),
    "pl": ("Chcę, żeby znowu lubiła szkołę.", "Codziennie pomaga bratu."),
    "uk": ("Я хочу, щоб вона знову сміялася.", "Вона щодня допомагає братові."),
    "ti": ("ጓለይ መዓልታዊ ናብ ቤት ትምህርቲ ክትከይድ እደሊ።", "ንሓዋ መዓልታዊ ትሕግዞ።"),
}
"""What a mother says, by language."""


def lange_bladzijde(taal: str) -> Bladzijde:
    """As much as a plan puts on one page, with the words of a mother in her own language."""
    waarom, goed = EIGEN_WOORDEN[taal]
    weet, weet_niet = wat_school_weet((Niveau.GESTART_GESTOPT, Niveau.PROCES), taal)
    return Bladzijde(
        voor="mevrouw Kaya, moeder van Lina",
        datum=date(2026, 11, 23),
        plan_versie=3,
        taal=taal,
        met_nederlands=True,
        kring=KRING,
        waarom=(
            Citaat("Lina", "nl", "Ik durf de school bijna niet meer in. Op maandag is het het ergst."),
            Citaat("Moeder", taal, waarom),
        ),
        goed=(
            Citaat("Moeder", taal, goed),
            Citaat("Lina", "nl", "Oma belt me elke ochtend wakker. Dan lukt het opstaan."),
        ),
        doelen=(
            BladzijdeDoel("Lina gaat elke dag naar school.", "Lina", 4, 7, "Vier weken elke dag geweest."),
            BladzijdeDoel("Thuis is er minder ruzie.", "moeder", None, 8, "Hoogstens één keer per week."),
            BladzijdeDoel("Lina heeft iemand om mee te praten.", "Lina", 3, 8, "Zij praat met haar mentor."),
        ),
        acties=(
            BladzijdeActie("belt Lina elke ochtend wakker", "Oma", date(2026, 11, 24)),
            BladzijdeActie("gaat mee naar de jeugdarts", "Fatma", date(2027, 1, 8)),
            BladzijdeActie("praat met vader over de zondag", "Moeder"),
            BladzijdeActie("heeft de mentor gebeld", "Moeder", date(2026, 11, 20), klaar=True),
        ),
        evaluatie_op=date(2027, 1, 18),
        school_weet=weet,
        school_weet_niet=weet_niet,
        bellen=Bereikbaarheid("Fatma el Amrani", "06-12345678", "fatma@voorbeeld.invalid"),
    )


def vijandige_bladzijde(leeg: Bladzijde, tekst: str) -> Bladzijde:
    """The same words in every place that takes words of people."""
    return replace(
        leeg,
        voor=tekst,
        kring=(Kringlid(tekst, tekst, 1), Kringlid("Ali", "neef", 2)),
        waarom=(Citaat(tekst, "nl", tekst),),
        goed=(Citaat("Lina", "nl", tekst),),
        doelen=(BladzijdeDoel(tekst, tekst, 3, 8, tekst),),
        acties=(BladzijdeActie(tekst, tekst, date(2026, 12, 1)),),
        school_weet=(tekst,),
        school_weet_niet=(tekst,),
        bellen=Bereikbaarheid(tekst, tekst, tekst),
    )
