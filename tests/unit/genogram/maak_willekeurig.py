"""Make willekeurig.toml: fifteen families from one seed.

.venv/bin/python tests/unit/genogram/maak_willekeurig.py > tests/unit/genogram/willekeurig.toml
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field

ZAAD = 20261122
NAMEN = {
    "m": "Abel Adil Arjan Burak Cas Dennis Ewout Floris Guus Hamza Ivo Jelle Koen Leon Mats Nick Otis "
    "Quinten Ruben Sil Teun Umut Vince Wout Xander Yassin Zeb",
    "v": "Aya Bente Carmen Dilara Esmee Fenna Gwen Hind Isa Jasmijn Kiki Lotte Maud Naomi Olga Pien Rania "
    "Sofia Tara Ursula Vera Wies Xenia Yara Zoë",
    "a": "Alex Noa Charlie Dani",
}


@dataclass
class Familie:
    """What grows while a family is made."""

    kans: random.Random
    grootte: int
    leden: list[str] = field(default_factory=list)
    ouders: list[str] = field(default_factory=list)
    koppels: list[str] = field(default_factory=list)
    tweelingen: list[str] = field(default_factory=list)
    ids: list[tuple[str, str, int]] = field(default_factory=list)

    def mens(self, geslacht: str, jaar: int) -> str:
        """A new person; answers the id."""
        vrij = [
            naam for naam in NAMEN[geslacht].split() if naam not in {lid.split()[1] for lid in self.leden}
        ]
        lid = f"p{len(self.leden)}"
        dood = f" † {self.kans.randint(2005, 2025)}" if jaar < 1955 and self.kans.random() < 0.4 else ""
        self.leden.append(f"{lid} {self.kans.choice(vrij)} {geslacht} {jaar}{dood}")
        self.ids.append((lid, geslacht, jaar))
        return lid

    @property
    def vol(self) -> bool:
        """Whether there is no room for another."""
        return len(self.leden) >= self.grootte

    def stel(self, wie: tuple[str, str, int], soorten: list[str]) -> str:
        """A partner for somebody; answers the id."""
        lid, geslacht, jaar = wie
        ander = {"m": "v", "v": "m", "a": "v"}[geslacht] if self.kans.random() < 0.92 else geslacht
        partner = self.mens(ander, jaar + self.kans.randint(-4, 4))
        soort = self.kans.choice(soorten)
        begin = jaar + self.kans.randint(20, 30)
        eind = f" {begin + self.kans.randint(3, 15)}" if soort in ("gescheiden", "uit_elkaar") else ""
        self.koppels.append(f"{lid} {partner} {soort} {begin}{eind}")
        return partner

    def krijg(self, een: str, twee: str | None, jaar: int, hoogstens: int) -> list[tuple[str, str, int]]:
        """Children of one or two parents."""
        kinderen = []
        for nummer in range(self.kans.randint(1, hoogstens)):
            if self.vol:
                break
            geboren = jaar + nummer * self.kans.randint(2, 3)
            kind = self.mens(self.kans.choice("mmmvvva"), geboren)
            kinderen.append(self.ids[-1])
            soort = self.kans.choices(["", " adoptie", " pleeg"], [0.9, 0.05, 0.05])[0]
            self.ouders.append(f"{kind}: {een}{f' {twee}' if twee else ''}{soort}")
        if len(kinderen) > 1 and self.kans.random() < 0.2:
            self.maak_tweeling(kinderen[0][0], kinderen[1][0])
        return kinderen

    def maak_tweeling(self, een: str, twee: str) -> None:
        """Make two children of one birth."""
        self.tweelingen.append(f"{een} {twee}")
        jaar = next(lid for lid in self.leden if lid.startswith(f"{een} ")).split()[3]
        plek = next(nummer for nummer, lid in enumerate(self.leden) if lid.startswith(f"{twee} "))
        delen = self.leden[plek].split()
        self.leden[plek] = " ".join([*delen[:3], jaar, *delen[4:]])


SOORTEN = ["gehuwd", "gehuwd", "samenwonend", "relatie", "gescheiden", "gescheiden", "uit_elkaar"]


def maak(kans: random.Random, grootte: int) -> Familie:
    """Grandparents on one or two sides, their children, partners old and new, and the children of those."""
    familie = Familie(kans, grootte)
    kant_a = _grootouders(familie, 1948)
    kant_b = _grootouders(familie, 1950) if grootte > 9 else []
    midden = [*kant_a, *kant_b]
    if kant_a and kant_b:
        een, twee = kant_a[-1], kant_b[0]
        familie.koppels.append(f"{een[0]} {twee[0]} {kans.choice(SOORTEN[:6])} 2003")
        familie.krijg(een[0], twee[0], 2008, 3)
        midden.remove(een)
        midden.remove(twee)
        if not familie.vol and kans.random() < 0.6:
            _nieuw_gezin(familie, kans.choice([een, twee]), 2018)
    for wie in midden:
        if not familie.vol and kans.random() < 0.8:
            _nieuw_gezin(familie, wie, 2001)
    while not familie.vol:
        jong = [lid for lid in familie.ids if lid[2] > 1965 and lid[2] < 1995]
        _nieuw_gezin(familie, kans.choice(jong or familie.ids), 2005)
    _kies_jongere(familie)
    return familie


def _grootouders(familie: Familie, jaar: int) -> list[tuple[str, str, int]]:
    familie.mens(familie.kans.choice("mv"), jaar)
    een = familie.ids[-1]
    twee = familie.stel(een, ["gehuwd", "gehuwd", "gescheiden"])
    return familie.krijg(een[0], twee, jaar + 25, 3)


def _nieuw_gezin(familie: Familie, wie: tuple[str, str, int], jaar: int) -> None:
    alleen = familie.kans.random() < 0.2
    partner = None if alleen else familie.stel(wie, SOORTEN)
    if not familie.vol:
        familie.krijg(wie[0], partner, max(jaar, wie[2] + 20), 3)


def _kies_jongere(familie: Familie) -> None:
    jongste = max(
        range(len(familie.ids)),
        key=lambda nummer: (2006 <= familie.ids[nummer][2] <= 2014, familie.ids[nummer][2]),
    )
    familie.leden[jongste] += " *"


def main() -> None:
    """Print the families as TOML."""
    kans = random.Random(ZAAD)
    print(f"# Fifteen families from seed {ZAAD}, made by maak_willekeurig.py; form as in gezinnen.toml.")
    for nummer in range(15):
        familie = maak(kans, 4 + nummer * 3 // 2)
        print(f'\n[[gezin]]\nnaam = "willekeurig {nummer + 1}"')
        for naam in ("leden", "ouders", "koppels", "tweelingen"):
            print(f"{naam} = [{', '.join(f'{chr(34)}{deel}{chr(34)}' for deel in getattr(familie, naam))}]")


if __name__ == "__main__":
    main()
