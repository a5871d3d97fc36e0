"""Random families in which every private fact is a word that stands nowhere else.

Each word knows what it is and whose, and `verboden_voor` says by plain principles, without the rules of the
program, which words a reader may never find in a file.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from enum import Enum, auto
from random import Random

from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import JaNeeOnbekend, Niveau, NotitieSoort, PersoonRol, Reden
from kernteam_tui.domain.deelcodes import Onderwerp, VerzoekSoort
from kernteam_tui.domain.doelmeting import Meting
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import Geslacht, Netwerkgroep, OuderSoort, PartnerSoort
from kernteam_tui.domain.gezinsplan import Actie, Citaat, Doel, Gezinsplan, Onderdeel
from kernteam_tui.domain.gezinsplancodes import Doeluitkomst
from kernteam_tui.domain.huishouden import Bewoner, Huishouden
from kernteam_tui.domain.netwerk import Netwerklid
from kernteam_tui.domain.notitie import Notitie
from kernteam_tui.domain.record import Record
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.domain.verzoek import Verzoek

DAG = date(2026, 11, 23)
LETTERS = "bdfgklmnprstvz"
KLINKERS = "aeiou"


class Wat(Enum):
    """What a secret word is."""

    CONTACT = auto()
    """Phone, e-mail or address of `van`."""
    WOORDEN = auto()
    """Said by `van` and written down as such."""
    LET_OP = auto()
    NETWERK = auto()
    NOTITIE = auto()
    TOELICHTING = auto()
    VERRADEN = auto()
    """In a goal or action beside the phone or address of `van`: that whole goal stays out."""


@dataclass(frozen=True)
class Geheim:
    """One secret word."""

    woord: str
    wat: Wat
    van: str = ""
    """Id of a person; empty: of nobody in particular."""


@dataclass
class Familie:
    """One family with one casus, and its secrets."""

    gezin: Gezin
    casus: Casus
    plan: Gezinsplan
    rest: list[Record] = field(default_factory=list)
    geheimen: list[Geheim] = field(default_factory=list)

    def records(self) -> Iterator[Record]:
        """In an order in which they can be stored."""
        yield self.gezin
        yield self.casus
        yield self.plan
        yield from self.rest

    def verboden_voor(self, lezer_id: str) -> set[str]:
        """Words that this person of the family may find in no file that is made for him or her."""
        return {geheim.woord for geheim in self.geheimen if self._verboden(geheim, lezer_id)}

    def _verboden(self, geheim: Geheim, lezer_id: str) -> bool:
        if geheim.wat in (Wat.LET_OP, Wat.NETWERK, Wat.NOTITIE, Wat.TOELICHTING):
            return True
        if geheim.van == lezer_id or self._samen(geheim.van, lezer_id):
            return False
        jongeren = {jongere.id for jongere in self.casus.jongeren}
        if geheim.wat is Wat.WOORDEN:
            return not {geheim.van, lezer_id} & jongeren
        return True

    def samen_met_alle_ouders(self, lezer_id: str) -> bool:
        """The child, or a parent who lives with it as every other parent does; also one who is alone."""
        if lezer_id in {jongere.id for jongere in self.casus.jongeren}:
            return True
        others = {band.ouder_id for band in self.gezin.ouderschappen} - {lezer_id}
        return all(self._samen(lezer_id, ander) for ander in others)

    def _samen(self, een: str, ander: str) -> bool:
        """Both are parents of the child, and they and every parent by law live with it."""
        bands = self.gezin.ouderschappen
        lives = {b.ouder_id: b.woont_bij for b in bands if b.soort.juridisch or b.ouder_id in (een, ander)}
        return {een, ander} <= lives.keys() and all(lives.values())


def maak_familie(zaad: int, nummer: str, school_id: str) -> Familie:
    """A family drawn by `zaad`; the same again for the same."""
    return _Bouwer(Random(zaad), nummer, school_id).bouw()


class _Bouwer:
    def __init__(self, toeval: Random, nummer: str, school_id: str) -> None:
        self.toeval = toeval
        self.gezin = Gezin()
        self.casus = Casus(
            nummer=nummer,
            gezin_id=self.gezin.id,
            school_id=school_id,
            aangemeld=DAG - timedelta(days=30),
            redenen=(Reden.VERZUIM,),
        )
        self.familie = Familie(
            self.gezin, self.casus, Gezinsplan(gezin_id=self.gezin.id, formaat="gezinsplan-2026-1")
        )
        self.ouders: list[Persoon] = []

    def bouw(self) -> Familie:
        for _ in range(self.toeval.choice((1, 1, 2))):
            self._jongere()
        for _ in range(self.toeval.choice((1, 2, 2, 2, 3))):
            self._ouder()
        self._huizen()
        self._netwerk()
        self._plan()
        self._afspraken()
        return self.familie

    def woord(self, wat: Wat, van: str = "") -> str:
        """A new word of nine letters."""
        syllables = [self.toeval.choice(LETTERS) + self.toeval.choice(KLINKERS) for _ in range(4)]
        made = "".join(syllables) + self.toeval.choice(LETTERS)
        self.familie.geheimen.append(Geheim(made, wat, van))
        return made

    def nummer(self, van: str) -> str:
        digits = "".join(self.toeval.choice("123456789") for _ in range(8))
        self.familie.geheimen.append(Geheim(digits, Wat.CONTACT, van))
        return f"06-{digits}"

    def _mens(self, rol: PersoonRol, geboren: date | None) -> Persoon:
        persoon = Persoon(gezin_id=self.gezin.id, rol=rol, roepnaam="", geboortedatum=geboren)
        name = "".join(self.toeval.choice("hjqwxc") + self.toeval.choice(KLINKERS) for _ in range(4))
        persoon.roepnaam = name.capitalize()
        persoon.geslacht = self.toeval.choice(tuple(Geslacht))
        persoon.telefoon = self.nummer(persoon.id)
        persoon.email = f"{self.woord(Wat.CONTACT, persoon.id)}@example.org"
        persoon.let_op = self.woord(Wat.LET_OP, persoon.id)
        self.gezin.personen.append(persoon)
        return persoon

    def _jongere(self) -> None:
        years = self.toeval.choice((9, 12, 14, 15, 16, 17, 18))
        geboren = DAG.replace(year=DAG.year - years) - timedelta(days=self.toeval.randrange(300))
        self.casus.jongeren.append(
            self._mens(PersoonRol.JONGERE, self.toeval.choice((geboren, geboren, None)))
        )

    def _ouder(self) -> None:
        ouder = self._mens(PersoonRol.OUDER, None)
        gezag = self.toeval.choice(
            (JaNeeOnbekend.JA, JaNeeOnbekend.JA, JaNeeOnbekend.NEE, JaNeeOnbekend.ONBEKEND)
        )
        kinds = (OuderSoort.BIOLOGISCH, OuderSoort.BIOLOGISCH, OuderSoort.ADOPTIE, OuderSoort.STIEF)
        soort, home = self.toeval.choice(kinds), self.toeval.choice((True, False, None))
        for jongere in self.casus.jongeren:
            self.gezin.ouderschappen.append(
                Ouderschap(
                    gezin_id=self.gezin.id,
                    jongere_id=jongere.id,
                    ouder_id=ouder.id,
                    gezag=gezag,
                    soort=soort,
                    woont_bij=home,
                )
            )
        self.ouders.append(ouder)

    def _huizen(self) -> None:
        for ouder in self.ouders:
            huis = Huishouden(
                gezin_id=self.gezin.id,
                naam="huis",
                straat=f"{self.woord(Wat.CONTACT, ouder.id).capitalize()} 7",
                geheim=self.toeval.random() < 0.5,
                let_op=self.woord(Wat.LET_OP, ouder.id),
            )
            self.gezin.huishoudens.append(huis)
            self.gezin.bewoners.append(
                Bewoner(gezin_id=self.gezin.id, huishouden_id=huis.id, persoon_id=ouder.id)
            )

    def _netwerk(self) -> None:
        for _ in range(2):
            self.gezin.netwerk.append(
                Netwerklid(
                    gezin_id=self.gezin.id,
                    naam=self.woord(Wat.NETWERK).capitalize(),
                    groep=Netwerkgroep.VRIENDEN,
                    telefoon=self.nummer(""),
                )
            )

    def _plan(self) -> None:
        plan = self.familie.plan
        speakers = [*self.ouders, *self.casus.jongeren]
        for key in ("waarom_dit_plan", "wat_gaat_goed", "wat_maakt_het_moeilijk"):
            said = tuple(
                Citaat(p.naam, "nl", f"Ik zeg {self.woord(Wat.WOORDEN, p.id)}.")
                for p in speakers
                if self.toeval.random() < 0.8
            )
            plan.onderdelen.append(
                Onderdeel(plan_id=plan.id, sleutel=key, woorden=said, toelichting=self.woord(Wat.TOELICHTING))
            )
        plan.doelen.append(Doel(plan_id=plan.id, wat="vaker naar school", hoe_zien_we_dat="vier dagen"))
        plan.metingen += [
            Meting(
                plan_id=plan.id,
                doel_id=plan.doelen[0].id,
                op=DAG - timedelta(days=7 * nr),
                cijfer=nr,
                uitkomst=Doeluitkomst.DEELS,
                tekst=f"Het hielp dat {self.woord(Wat.WOORDEN, p.id)}.",
                van=p.naam,
            )
            for nr, p in enumerate(speakers)
            if self.toeval.random() < 0.5
        ]
        betrayed = self.toeval.choice(self.ouders)
        secret = self.woord(Wat.VERRADEN, betrayed.id)
        how = self.toeval.choice((betrayed.telefoon, betrayed.email, self.gezin.huishoudens[0].straat))
        if how == self.gezin.huishoudens[0].straat:
            self.familie.geheimen[-1] = Geheim(secret, Wat.VERRADEN, self.ouders[0].id)
        plan.acties.append(Actie(plan_id=plan.id, wat=f"bellen op {how}: {secret}", wie="de mentor"))

    def _afspraken(self) -> None:
        casus = self.casus
        note = Notitie(
            casus_id=casus.id,
            soort=NotitieSoort.TELEFOON,
            moment=casus.created_at,
            tekst=f"Raw {self.woord(Wat.NOTITIE)} en {self.woord(Wat.NOTITIE)}.",
        )
        self.familie.rest.append(note)
        for ouder in self.ouders:
            if self.toeval.random() < 0.4:
                asked = Verzoek(
                    casus_id=casus.id, soort=VerzoekSoort.INFORMATIE, van_id=ouder.id, op=DAG, tekst="vroeg"
                )
                self.familie.rest.append(asked)
        for jongere in casus.jongeren:
            if self.toeval.random() < 0.4:
                self.familie.rest.append(
                    Toestemming(
                        casus_id=casus.id,
                        jongere_id=jongere.id,
                        gever_id=jongere.id,
                        partner=PartnerSoort.OUDER,
                        onderwerp=Onderwerp.HULP,
                        niveau=self.toeval.choice(tuple(Niveau)),
                        op=DAG - timedelta(days=3),
                    )
                )
