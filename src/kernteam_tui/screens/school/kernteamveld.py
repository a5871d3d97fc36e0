"""The kernteam in a form: a row for each person, as many as there are."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from textual import on
from textual.app import ComposeResult
from textual.containers import Container, Vertical
from textual.content import Content
from textual.message import Message
from textual.widget import Widget
from textual.widgets import Button, Select

from kernteam_tui.domain.codes import Rol
from kernteam_tui.domain.uitnodigen import is_adres
from kernteam_tui.screens.dialogen import knop
from kernteam_tui.widgets.invoer import Invoer
from kernteam_tui.widgets.optielijst import Uitklapveld
from kernteam_tui.widgets.tekst import Tekst
from kernteam_tui.widgets.velden import Veld

Lid = dict[str, Any]
"""`sleutel` (id of who is kept already, else `n1`, `n2` …), `rol`, `naam`, `email`, `telefoon`, `ik`."""

TEKSTEN = (("naam", "naam"), ("email", "e-mail"), ("telefoon", "telefoon"))
KOPPEN = ("Rol", "Naam", "E-mail", "Telefoon")
VASTE_ROLLEN = (Rol.LEERPLICHTAMBTENAAR, Rol.JEUGDVERPLEEGKUNDIGE, Rol.BEGELEIDER_PASSEND_ONDERWIJS)
"""The faces that a kernteam has beside its gezinswerker (S3)."""


def nieuw_lid(sleutel: str, rol: str = "", naam: str = "", *, ik: bool = False) -> Lid:
    """A person of whom nothing else is known yet."""
    return {"sleutel": sleutel, "rol": rol, "naam": naam, "email": "", "telefoon": "", "ik": ik}


def eerste_kernteam(naam: str, email: str, telefoon: str) -> list[Lid]:
    """What a new school begins with: the user herself and the fixed partners, still without a name."""
    partners = [nieuw_lid(f"n{nummer}", rol) for nummer, rol in enumerate(VASTE_ROLLEN, 2)]
    ik = nieuw_lid("n1", Rol.GEZINSWERKER, naam, ik=True)
    return [{**ik, "email": email, "telefoon": telefoon}, *partners]


class Kernteamrij(Container):
    """One person: role, name, e-mail, telephone."""

    class Veranderd(Message):
        """Something in the row was changed."""

    def __init__(self, lid: Lid, id: str) -> None:
        super().__init__(id=id)
        self.lid = lid

    def compose(self) -> ComposeResult:
        if self.lid["ik"]:
            yield Tekst("jij, gezinswerker", classes="kernteam-ik")
        else:
            yield Uitklapveld(
                [(Content(rol.label), str(rol)) for rol in Rol],
                prompt="kies een rol",
                value=self.lid["rol"] or Select.NULL,
                id=f"{self.id}-rol",
            )
        for naam, voorbeeld in TEKSTEN:
            yield Invoer(
                self.lid[naam],
                placeholder=voorbeeld,
                id=f"{self.id}-{naam}",
                classes=naam,
                select_on_focus=False,
            )

    def zet_focus(self, onderdeel: str) -> None:
        """Put the cursor in `rol`, `naam`, `email` or `telefoon`."""
        self.query_one(f"#{self.id}-{onderdeel}").focus()

    @on(Invoer.Changed)
    def _getypt(self, event: Invoer.Changed) -> None:
        event.stop()
        self._neem_over((event.input.id or "").rpartition("-")[2], event.value)

    @on(Select.Changed)
    def _gekozen(self, event: Select.Changed) -> None:
        event.stop()
        self._neem_over("rol", event.value if isinstance(event.value, str) else "")

    def _neem_over(self, naam: str, waarde: str) -> None:
        if self.lid[naam] != waarde:
            self.lid[naam] = waarde
            self.post_message(self.Veranderd())


class Kernteamveld(Veld):
    """The rows, and a button for one more. The value is a list of `Lid`."""

    class Gevuld(Message):
        """The rows of a new value stand there: the cursor can be put in one."""

    def __init__(self, id: str) -> None:
        super().__init__(id, "Kernteam")
        self._leden: list[Lid] = []
        self._rijen = Vertical(id=f"{id}-rijen")

    def compose(self) -> ComposeResult:
        with Container(classes="kernteam-kop"):
            for kop in KOPPEN:
                yield Tekst(kop)
        yield self._rijen
        yield knop("Iemand erbij (F6)", f"{self.id}-erbij")
        yield Tekst(classes="veld-fout")

    def invoer(self) -> Widget:
        return self._rijen

    @property
    def waarde(self) -> list[Lid]:
        return [dict(lid) for lid in self._leden]

    @waarde.setter
    def waarde(self, waarde: Any) -> None:
        if waarde == self._leden:
            return
        self._leden = [dict(lid) for lid in waarde or ()]
        self.call_next(self._vul)

    async def _vul(self) -> None:
        await self._rijen.remove_children()
        await self._rijen.mount(*(self._rij(lid) for lid in self._leden))
        self.post_message(self.Gevuld())

    def _rij(self, lid: Lid) -> Kernteamrij:
        return Kernteamrij(lid, f"{self.id}-{lid['sleutel']}")

    def focus_invoer(self) -> None:
        """The first person who has no name yet, else the first; once the rows are there."""
        self.call_next(self._focus_naam)

    def _focus_naam(self) -> None:
        lid = next((lid for lid in self._leden if not lid["naam"].strip()), None) or next(
            iter(self._leden), None
        )
        if lid is not None:
            self._rij_van(lid["sleutel"]).zet_focus("naam")

    def _rij_van(self, sleutel: str) -> Kernteamrij:
        return self.query_one(f"#{self.id}-{sleutel}", Kernteamrij)

    def lid_met_focus(self) -> Lid | None:
        """Who the cursor is at."""
        rij = next((rij for rij in self.query(Kernteamrij) if rij.has_pseudo_class("focus-within")), None)
        return dict(rij.lid) if rij is not None else None

    def voeg_toe(self) -> None:
        """One more row, with the cursor in it."""
        nummers = [int(lid["sleutel"][1:]) for lid in self._leden if is_nieuw(lid)]
        lid = nieuw_lid(f"n{max(nummers, default=0) + 1}")
        self._leden.append(lid)
        self.call_next(self._zet_erbij, self._rij(lid))
        self.meld_wijziging()

    async def _zet_erbij(self, rij: Kernteamrij) -> None:
        await self._rijen.mount(rij)
        rij.zet_focus("rol")

    def haal_weg(self, sleutel: str) -> None:
        """Take a row away; the cursor goes to the row that comes in its place."""
        plaats = next(nummer for nummer, lid in enumerate(self._leden) if lid["sleutel"] == sleutel)
        self._rij_van(sleutel).remove()
        del self._leden[plaats]
        if self._leden:
            volgende = self._leden[min(plaats, len(self._leden) - 1)]
            self._rij_van(volgende["sleutel"]).zet_focus("naam")
        self.meld_wijziging()

    def controle(self) -> str:
        return next((zin for lid in self._leden if (zin := _lid_fout(lid))), "")

    @on(Kernteamrij.Veranderd)
    def _rij_veranderd(self, event: Kernteamrij.Veranderd) -> None:
        event.stop()
        self.meld_wijziging()

    @on(Button.Pressed)
    def _erbij(self, event: Button.Pressed) -> None:
        event.stop()
        self.voeg_toe()


def is_nieuw(lid: Lid) -> bool:
    """Whether this person is not in the store yet; an id is hexadecimal, so it never begins with an n."""
    return bool(lid["sleutel"].startswith("n"))


def met_naam(leden: Sequence[Lid]) -> list[Lid]:
    """Who counts: a row without a name is only a place that was kept open."""
    return [lid for lid in leden if lid["naam"].strip()]


def _lid_fout(lid: Lid) -> str:
    naam, email = lid["naam"].strip(), lid["email"].strip()
    if not naam:
        wie = Rol(lid["rol"]).label if lid["rol"] else "iemand zonder rol"
        return f"Vul ook de naam in bij: {wie}." if email or lid["telefoon"].strip() else ""
    if not lid["rol"]:
        return f"Kies een rol voor {naam}."
    if email and not is_adres(email):
        return f"Het e-mailadres van {naam} klopt niet. Verbeter het of laat het leeg."
    return ""
