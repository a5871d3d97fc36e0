"""One line about a person, read from left to right: first the name, then words and facts in any order."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date

from kernteam_tui.domain.codes import JaNeeOnbekend
from kernteam_tui.domain.gezinsinvoer import stukken
from kernteam_tui.domain.gezinsinvoer.regels import ZELFDE_NAAM, Foutregel, Persoonregel
from kernteam_tui.domain.gezinsinvoer.woorden import BELLEN, GESLACHT, KOPPELS, rol_van
from kernteam_tui.domain.talen import TALEN, taal_code

_TALEN = frozenset(naam.casefold() for naam in TALEN.values())
_LETTERLIJK = re.compile(r'"([^"]+)"')
_GEZAG_HOE = re.compile(r"(?<!\S)(gezag\??)\s*\(([^()]*)\)", re.IGNORECASE)
_PLEK = "\x00"
"""Stands where a piece was taken out: a name does not run on over it."""
_TUSSENTEKENS = frozenset({_PLEK, ",", "·", "-"})


class _Lezer:
    """Reads one line; `fout` is the first thing that is not understood."""

    def __init__(self, tekst: str, vandaag: date) -> None:
        self.regel = Persoonregel()
        self.fout = ""
        self.over = ""
        self._vandaag = vandaag
        self._letterlijk: list[str] = []
        self._woorden = self._haal_stukken_uit(tekst).split()
        self._nummer = 0

    # --- pieces with a form of their own --------------------------------------------------------------

    def _haal_stukken_uit(self, tekst: str) -> str:
        regel = self.regel
        if let_op := stukken.LET_OP.search(tekst):
            regel.let_op = let_op[1].strip()
            tekst = tekst[: let_op.start()]
        tekst = _LETTERLIJK.sub(self._bewaar_letterlijk, tekst)
        if hoe := _GEZAG_HOE.search(tekst):
            regel.gezag_hoe = hoe[2].strip()
            tekst = f"{tekst[: hoe.start()]}{hoe[1]} {tekst[hoe.end() :]}"
        tekst = self._neem(stukken.HAAKJES, tekst, self._omschrijving)
        tekst = self._neem(stukken.EMAIL, tekst, self._email)
        tekst = self._neem(stukken.LEEFTIJD, tekst, self._leeftijd)
        tekst = self._neem_geinformeerd(tekst)
        tekst = self._neem(stukken.DAG, tekst, self._dag)
        tekst = self._neem(stukken.DAG_WOORD, tekst, self._dag_woord)
        return self._neem(stukken.TELEFOON, tekst, self._telefoon)

    def _bewaar_letterlijk(self, gevonden: re.Match[str]) -> str:
        self._letterlijk.append(gevonden[1].strip())
        return f"\x01{len(self._letterlijk) - 1}"

    def _neem(self, vorm: re.Pattern[str], tekst: str, bewaar: Callable[[re.Match[str]], bool]) -> str:
        """Take the first piece of this form out of the text, where `bewaar` can use it."""
        gevonden = vorm.search(tekst)
        if gevonden is None or not bewaar(gevonden):
            return tekst
        return f"{tekst[: gevonden.start()]} {_PLEK} {tekst[gevonden.end() :]}"

    def _omschrijving(self, gevonden: re.Match[str]) -> bool:
        self.regel.omschrijving = gevonden[1].strip()
        return True

    def _email(self, gevonden: re.Match[str]) -> bool:
        self.regel.email = gevonden[0]
        return True

    def _leeftijd(self, gevonden: re.Match[str]) -> bool:
        jaar = self._vandaag.year - int(gevonden[1])
        self._meld(f"Typ het geboortejaar: {gevonden[0].strip()} is geboren in {jaar - 1} of {jaar}.")
        return True

    def _dag(self, gevonden: re.Match[str]) -> bool:
        dag = stukken.lees_geboren(int(gevonden[1]), int(gevonden[2]), gevonden[3], self._vandaag)
        return self._geboren(dag, gevonden[0])

    def _dag_woord(self, gevonden: re.Match[str]) -> bool:
        maand = stukken.maandnummer(gevonden[2])
        if maand is None:
            return False
        return self._geboren(
            stukken.maak_dag(int(gevonden[3]), maand, int(gevonden[1]), self._vandaag), gevonden[0]
        )

    def _geboren(self, dag: date | None, tekst: str) -> bool:
        if dag is None:
            self._meld("Dit kan geen geboortedatum zijn. Typ bijvoorbeeld 14-3-2011.", tekst)
        self.regel.geboren = dag
        return True

    def _telefoon(self, gevonden: re.Match[str]) -> bool:
        self.regel.telefoon = gevonden[0].strip()
        self._meld(stukken.telefoonfout(self.regel.telefoon))
        return True

    def _neem_geinformeerd(self, tekst: str) -> str:
        gevonden = re.search(r"(?<!\S)ge[iï]nformeerd(?:\s+(\S+))?", tekst, re.IGNORECASE)
        if gevonden is None:
            return tekst
        dag = stukken.korte_dag(gevonden[1] or "", self._vandaag)
        if gevonden[1] and gevonden[1].casefold() == "vandaag":
            dag = self._vandaag
        if dag is None:
            self._meld("Wanneer geïnformeerd? Typ de dag erachter: geïnformeerd 12-11.")
        self.regel.geinformeerd = dag
        return f"{tekst[: gevonden.start()]} {_PLEK} {tekst[gevonden.end() :]}"

    # --- words ---------------------------------------------------------------------------------------------

    def lees(self) -> Persoonregel | Foutregel:
        """The whole line."""
        self._neem_eerste_rol()
        self._neem_naam()
        while self._nummer < len(self._woorden) and not self.fout:
            self._neem_woord()
        if not self.regel.naam and self.regel.rol is not None:
            self.regel.naam = (self.regel.rol.woord.capitalize(),)
        if not self.regel.naam:
            self._meld("Hoe heet deze persoon? Begin de regel met een naam, of met een woord als oma.")
        return Foutregel(self.fout, self.over) if self.fout else self.regel

    def _meld(self, zin: str, over: str = "") -> None:
        if not self.fout:
            self.fout, self.over = zin, over

    def _kijk(self, verder: int = 0) -> str:
        """The word there, in small letters; empty past the end."""
        plaats = self._nummer + verder
        return self._woorden[plaats].casefold() if plaats < len(self._woorden) else ""

    def _neem_eerste_rol(self) -> None:
        """`oom Kemal`, `oma via moeder`, `oma`."""
        if self._woorden and rol_van(self._woorden[0]) is not None:
            self._neem_rol()

    def _neem_rol(self) -> None:
        rol = rol_van(self._kijk())
        if self.regel.rol is not None and rol is not None:
            self._meld(f"Twee woorden voor wie dit is: {self.regel.rol.woord} en {rol.woord}. Kies er één.")
        self.regel.rol = rol
        self._nummer += 1
        if self._kijk() == "van" and self._kijk(1):
            self._nummer += 1
            self.regel.van = self._neem_namen()

    def _neem_namen(self) -> tuple[str, ...]:
        """Names with `en` between them."""
        namen = [self._neem_een()]
        while self._kijk() in ("en", ",", "&") and self._kijk(1):
            self._nummer += 1
            namen.append(self._neem_een())
        return tuple(namen)

    def _neem_een(self) -> str:
        woord = self._letter(self._woorden[self._nummer])
        self._nummer += 1
        return woord.strip(",")

    def _letter(self, woord: str) -> str:
        return self._letterlijk[int(woord[1:])] if woord.startswith("\x01") else woord

    def _neem_naam(self) -> None:
        naam: list[str] = []
        while self._nummer < len(self._woorden) and not self._is_bekend(bool(naam)):
            naam.append(self._neem_een())
        self.regel.naam = tuple(deel for deel in naam if deel)

    def _is_bekend(self, in_naam: bool) -> bool:
        """Whether the word here is no part of a name."""
        woord, paar = self._kijk(), f"{self._kijk()} {self._kijk(1)}"
        if woord == ZELFDE_NAAM:
            return False
        if woord == _PLEK or paar in BELLEN or paar == "geen gezag" or stukken.JAAR.fullmatch(woord):
            return True
        if woord in ("via", "tolk", "gezag", "gezag?", "deels", "overleden") or woord.startswith("†"):
            return True
        if woord in _TALEN or woord in KOPPELS or (woord in GESLACHT and in_naam):
            return True
        return rol_van(woord) is not None and not self._rol_volgt_nog()

    def _rol_volgt_nog(self) -> bool:
        """`Jan Oom oom`: a word with a capital is a name where the role comes after it."""
        hier = self._woorden[self._nummer]
        return hier[:1].isupper() and any(
            rol_van(w) and w.islower() for w in self._woorden[self._nummer + 1 :]
        )

    def _neem_woord(self) -> None:
        """The word here, with the words that belong to it; a fault where it means nothing."""
        for lees in (self._los_woord, self._woord_met_vervolg, self._feit_in_een_woord):
            if lees(self._kijk()):
                return
        woord = self._letter(self._woorden[self._nummer])
        self._meld(_onbekend(woord), woord)
        self._nummer += 1

    def _los_woord(self, woord: str) -> bool:
        """Words that stand on their own."""
        regel = self.regel
        if woord in _TUSSENTEKENS:
            pass
        elif woord == "tolk":
            regel.tolk = True
        elif woord == "deels":
            regel.deels = True
        elif woord in _TALEN:
            regel.taal = taal_code(woord)
        elif woord in GESLACHT:
            regel.geslacht = GESLACHT[woord]
        else:
            return False
        self._nummer += 1
        return True

    def _woord_met_vervolg(self, woord: str) -> bool:
        """Words that need the next one: `geen gezag`, `via moeder`, `taal Fula`, `tweeling met Sami`."""
        paar = f"{woord} {self._kijk(1)}"
        if paar in BELLEN:
            self.regel.bellen = BELLEN[paar]
            self._nummer += 2
        elif paar == "geen gezag":
            self._nummer += 1
            self._neem_gezag(JaNeeOnbekend.NEE)
        elif woord == "via" and self._kijk(1):
            self._nummer += 1
            self.regel.via = self._neem_een()
        elif woord == "taal" and self._kijk(1):
            self._nummer += 1
            self.regel.taal = taal_code(self._neem_een())
        elif paar == "tweeling met" and self._kijk(2):
            self._nummer += 2
            self.regel.tweeling_met = self._neem_een()
        else:
            return False
        return True

    def _feit_in_een_woord(self, woord: str) -> bool:
        """Gezag, who this is, a year, a death: each may have something behind it."""
        if woord in ("gezag", "gezag?"):
            self._neem_gezag(JaNeeOnbekend.ONBEKEND if woord.endswith("?") else JaNeeOnbekend.JA)
        elif woord == "overleden" or woord.startswith("†"):
            self._nummer += self._neem_overleden(woord)
        elif stukken.JAAR.fullmatch(woord):
            self._neem_jaar(int(woord))
            self._nummer += 1
        elif rol_van(woord) is not None:
            self._neem_rol()
        else:
            return False
        return True

    def _neem_gezag(self, gezag: JaNeeOnbekend) -> None:
        self.regel.gezag = gezag
        self._nummer += 1
        if self._kijk() == "over" and self._kijk(1):
            self._nummer += 1
            self.regel.gezag_over = self._neem_namen()

    def _neem_overleden(self, woord: str) -> int:
        self.regel.overleden = True
        jaar, stappen = woord.lstrip("†"), 1
        if not stukken.JAAR.fullmatch(jaar):
            jaar, stappen = self._kijk(1), 2
        if not stukken.JAAR.fullmatch(jaar):
            return 1
        self.regel.overleden_jaar = int(jaar)
        return stappen

    def _neem_jaar(self, jaar: int) -> None:
        if jaar > self._vandaag.year:
            self._meld(f"{jaar} ligt in de toekomst. Typ het geboortejaar.")
        self.regel.geboortejaar = jaar


def lees_persoon(tekst: str, vandaag: date) -> Persoonregel | Foutregel:
    """A person; a fault where a word is not understood."""
    return _Lezer(tekst, vandaag).lees()


def _onbekend(woord: str) -> str:
    if any(sign.isdigit() for sign in woord):
        return "Dit begrijp ik niet: geen datum, jaar of telefoonnummer."
    return "Dit woord ken ik niet. Zet wie iemand is tussen haakjes, of een opmerking achter ‘let op’."
