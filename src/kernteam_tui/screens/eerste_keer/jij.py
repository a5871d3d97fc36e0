"""Step 2: her own name and how she is reached."""

from __future__ import annotations

from textual.app import ComposeResult

from kernteam_tui.domain.uitnodigen import is_adres
from kernteam_tui.screens.eerste_keer.stap import Stap
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Tekstveld

UITLEG = (
    "Zo sta je op uitnodigingen en op de bladzijde voor ouders. Alles mag leeg blijven; later aanpassen kan."
)


class JijStap(Stap):
    """Name, e-mail, telephone; each may stay empty."""

    NUMMER = 2
    NAAM = "wie je bent"
    TERUG_NAAR = 1

    def rijen(self) -> ComposeResult:
        yield Tekst(UITLEG, classes="stap-uitleg")
        yield Tekstveld("naam", "Je naam", voorbeeld="voornaam en achternaam")
        yield Tekstveld("email", "E-mail", uitleg="van je werk; komt als afzender op uitnodigingen")
        yield Tekstveld("telefoon", "Telefoon", uitleg="het nummer dat ouders mogen bellen")

    def verder(self) -> None:
        email = self.query_one("#email", Tekstveld)
        if email.waarde.strip() and not is_adres(email.waarde.strip()):
            email.fout("Dit is geen e-mailadres. Verbeter het of laat het leeg.")
            email.focus_invoer()
            return
        self.klaar()

    @property
    def waarden(self) -> dict[str, str]:
        """Settings by name, of what was filled in."""
        velden = {veld.id or "": veld.waarde.strip() for veld in self.query(Tekstveld)}
        return {naam: waarde for naam, waarde in velden.items() if waarde}
