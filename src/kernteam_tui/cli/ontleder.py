"""argparse that speaks Dutch: help, usage and every refusal."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Sequence
from typing import Any, NoReturn

from kernteam_tui.domain.fouten import GebruikOnjuist

_NAAM_VAN_OPTIE = re.compile(r"--[a-z][a-z-]{0,30}")


class UitlegGevraagd(Exception):
    """A way out, not an error: `--help` was asked, and `tekst` holds the Dutch help."""

    def __init__(self, tekst: str) -> None:
        super().__init__("uitleg")
        self.tekst = tekst


class _Vorm(argparse.HelpFormatter):
    """Help in Dutch."""

    def add_usage(self, usage: str | None, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "Gebruik: " if prefix is None else prefix)


class Uitleg(argparse.Action):
    """`--help`: no exit from within, so that the program can be called from a test too."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        raise UitlegGevraagd(parser.format_help())


class Ontleder(argparse.ArgumentParser):
    """argparse that speaks Dutch and never ends the program: a refusal is a GebruikOnjuist."""

    def __init__(self, **waarden: Any) -> None:
        super().__init__(**waarden, add_help=False, allow_abbrev=False, formatter_class=_Vorm)
        self._positionals.title = "Dit geef je op"
        self._optionals.title = "Opties"
        self.color = False
        """Python 3.14 colours its help, which a screen reader would spell out."""
        self.opdrachten: tuple[str, ...] = ()

    def add_argument(self, *namen: Any, **waarden: Any) -> argparse.Action:
        """As argparse's; a refusal of what was typed names the option."""
        if "type" in waarden:
            waarden["type"] = _met_naam(namen[0], waarden["type"])
        return super().add_argument(*namen, **waarden)

    def parse_known_args(  # type: ignore[override]  # one form of it: the one that argparse itself calls
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> tuple[argparse.Namespace, list[str]]:
        """As argparse's, but what is left over is refused here, by the command that does not know it: its
        own help says what it does know."""
        keuzes, over = super().parse_known_args(args, namespace)
        if over:
            self.error(f"unrecognized arguments: {' '.join(over)}")
        return keuzes, over

    def error(self, message: str) -> NoReturn:
        """Say in Dutch what argparse found; values that were typed stay out, they can be names."""
        hulp = f"Bekijk de uitleg met ‘{self.prog} --help’."
        if "invalid choice" in message:
            raise GebruikOnjuist("Deze opdracht bestaat niet.", f"Kies uit: {', '.join(self.opdrachten)}.")
        missing = message.partition("required: ")[2]
        if missing:
            raise GebruikOnjuist(f"Er ontbreekt nog iets: {missing}.", hulp)
        option = re.match(r"argument (\S+): (expected|ignored)", message)
        if option:
            belongs = "een waarde" if option[2] == "expected" else "geen waarde"
            raise GebruikOnjuist(f"Bij {option[1]} hoort {belongs}.", hulp)
        unknown = [word for word in message.split() if _NAAM_VAN_OPTIE.fullmatch(word)]
        if "unrecognized" in message and unknown:
            raise GebruikOnjuist(f"Deze optie bestaat hier niet: {', '.join(unknown)}.", hulp)
        raise GebruikOnjuist("Er staat te veel of te weinig achter deze opdracht.", hulp)


def _met_naam(naam: str, lees: Callable[[str], Any]) -> Callable[[str], Any]:
    def lees_met_naam(tekst: str) -> Any:
        try:
            return lees(tekst)
        except GebruikOnjuist as fout:
            raise GebruikOnjuist(f"Bij {naam}: {fout.tekst[0].lower()}{fout.tekst[1:]}", fout.stap) from None

    return lees_met_naam


class Groep:
    """Commands of one level: makes a parser for each, with the common options."""

    def __init__(self, actie: Any, gemeen: Ontleder) -> None:
        self._actie = actie
        self._gemeen = gemeen
        self.ontleders: dict[str, Ontleder] = {}

    def maak(self, naam: str, uitleg: str, **waarden: Any) -> Ontleder:
        """A parser for one more command."""
        parser: Ontleder = self._actie.add_parser(
            naam, help=uitleg, description=uitleg, parents=[self._gemeen], **waarden
        )
        self.ontleders[naam] = parser
        return parser
