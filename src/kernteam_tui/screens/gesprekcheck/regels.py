"""Lines of the checklist, and why a line is asked."""

from __future__ import annotations

from textual.content import Content

from kernteam_tui.screens.gesprek_woorden import rol_kort
from kernteam_tui.services.gesprekcheck import CheckBeeld, CheckRegel, Checksoort
from kernteam_tui.widgets.tekst import ZACHT

WIE_BREED = 44
_KOPPEN = {
    Checksoort.AKKOORD: "het gezin vindt goed: ",
    Checksoort.TOLK: "tolk ",
    Checksoort.RUIMTE: "kamer",
}
_UITLEG = {
    Checksoort.VERTELD: "Praten met elkaar, niet over elkaar: ouders en jongere weten vooraf wie er komt en "
    "waarover het gaat. Enter gaat een stap verder: verteld, komt, komt niet.",
    Checksoort.GEVRAAGD: "Enter gaat een stap verder: gevraagd, komt, komt niet, en weer nog niet.",
    Checksoort.AKKOORD: "Deze partner hoort niet bij het kernteam. Dan beslist het gezin: ouders en jongere "
    "zeggen vooraf of deze partner erbij mag en mag horen wat er gezegd wordt. Enter: ja, nee, nog vragen.",
    Checksoort.TOLK: "Bij het gezin staat dat er een tolk nodig is. Laat geen kind of familielid vertalen. "
    "Enter: geregeld, of toch nog niet.",
    Checksoort.RUIMTE: "Enter kiest een kamer van de school. De plek verandert dan, dus daarna staan er "
    "nieuwe uitnodigingen klaar.",
}


def check_regel(regel: CheckRegel, breed: int) -> tuple[Content, ...]:
    """`✓ ouder (Fatma Bakker)    ma 23 nov, komt`."""
    teken = ("✓ ", "bold $success") if regel.klaar else ("– ", "bold $warning")
    wie = min(WIE_BREED, max(20, breed * 3 // 5))
    return (
        Content.assemble(
            teken,
            Content(wie_tekst(regel)).truncate(wie, ellipsis=True, pad=True),
            "  ",
            (regel.stand, "" if regel.klaar else "$warning"),
        ),
    )


def wie_tekst(regel: CheckRegel) -> str:
    """Whom or what the line is about."""
    rol = rol_kort(regel.rol) if regel.rol else ""
    wie = f"{rol} ({regel.wie})" if rol and regel.wie else rol or (f"({regel.wie})" if regel.wie else "")
    return f"{_KOPPEN.get(regel.soort, '')}{wie}".strip()


def uitleg(regel: CheckRegel | None, beeld: CheckBeeld) -> Content:
    """Why this line is asked, and what to mind of who is not there."""
    delen = [Content(_UITLEG[regel.soort])] if regel is not None and beeld.open else []
    delen += [Content.styled(zin, "$warning") for zin in beeld.let_op]
    if not beeld.open:
        delen.insert(0, Content.styled("Dit gesprek staat niet meer gepland.", ZACHT))
    return Content("\n").join(delen)


def samen(beeld: CheckBeeld) -> Content:
    """How much is left."""
    if not beeld.te_doen:
        return Content.styled("Alles is geregeld.", "bold $success")
    return Content.styled(f"Nog {beeld.te_doen} van {len(beeld.regels)} te doen", "bold $warning")
