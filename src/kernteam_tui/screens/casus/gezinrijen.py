"""The rows of the tab Gezin, and what stands below of the marked one. Wording only."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.gezagsbeeld import Gezagsoverzicht
from kernteam_tui.domain.gezinscodes import OuderSoort, VeiligBereiken
from kernteam_tui.domain.talen import taal_naam
from kernteam_tui.domain.woongemeente import BESCHIKKING, woont_elders
from kernteam_tui.screens.casus.woorden import dag, gezag, gezag_kort, ja_nee, leeftijd
from kernteam_tui.services.casusbeeld import CasusBeeld, PersoonBeeld
from kernteam_tui.services.gezin import CasusVanGezin, GezinBeeld, HuisBeeld, PersoonInGezin
from kernteam_tui.widgets.feiten import Feit
from kernteam_tui.widgets.tabel import Rij

HUIS, CASUS, ELDERS = "huis:", "casus:", "elders:"
"""Before the key of a row that is no person."""
NOG_EENS = "#"
"""After the key of a person who lives in a second household too."""


@dataclass(frozen=True)
class Gezinsregels:
    """What the tab shows: the casus, and the family as soon as it was read."""

    casus: CasusBeeld
    gezin: GezinBeeld | None

    def rijen(self) -> list[Rij]:
        """People under the household in which they live; then the other casussen of the family."""
        if self.gezin is None or not self.gezin.huizen:
            rijen = [self._persoon(persoon) for persoon in self.casus.personen]
        else:
            rijen = list(self._per_huis(self.gezin))
        anderen = self.gezin.casussen if self.gezin else ()
        return [*rijen, *(_casus(casus) for casus in anderen)]

    def _per_huis(self, gezin: GezinBeeld) -> Iterator[Rij]:
        geteld: dict[str, int] = {}
        for huis in gezin.huizen:
            yield _huis(huis)
            for persoon in self.casus.personen:
                erbij = self.in_gezin(persoon.id)
                if erbij is not None and any(_zonder_deels(naam) == huis.naam for naam in erbij.huizen):
                    keer = geteld[persoon.id] = geteld.get(persoon.id, 0) + 1
                    yield self._persoon(persoon, NOG_EENS * (keer - 1), ingesprongen=True)
        zonder = [persoon for persoon in self.casus.personen if persoon.id not in geteld]
        if zonder:
            yield Rij(ELDERS, ("waar is niet bekend", "", "", "", ""))
        for persoon in zonder:
            yield self._persoon(persoon, ingesprongen=True)

    def _persoon(self, persoon: PersoonBeeld, achter: str = "", *, ingesprongen: bool = False) -> Rij:
        erbij = self.in_gezin(persoon.id)
        naam = f"  {persoon.naam}" if ingesprongen else persoon.naam
        cellen = (
            naam + (" †" if persoon.overleden else ""),
            (erbij.wie if erbij else "") or persoon.rol.label,
            _jaren(persoon),
            gezag_kort(persoon) if erbij is None else _gezag_kort(persoon, erbij),
            _bereik(persoon),
        )
        return Rij(persoon.id + achter, cellen)

    def in_gezin(self, persoon_id: str) -> PersoonInGezin | None:
        """What the family adds to that person."""
        personen = self.gezin.personen if self.gezin else ()
        return next((persoon for persoon in personen if persoon.id == persoon_id), None)

    def bovenaan(self) -> Iterator[Feit]:
        """What to mind, and gezag over each jongere."""
        if self.gezin is None:
            return
        yield "let op", " · ".join(self.gezin.waarschuwingen)
        yield "gezag", "\n".join(self._gezag(beeld) for beeld in self.gezin.gezag)

    def _gezag(self, beeld: Gezagsoverzicht) -> str:
        hier = beeld.jongere_id in self.casus.jongeren
        apart = "; de ouders wonen apart" if hier and self.gezin and self.gezin.ouders_apart else ""
        return f"{beeld.jongere}: {beeld.zin}{apart}. {beeld.twijfel}".strip()

    def over(self, sleutel: str, vandaag: date) -> Iterator[Feit]:
        """Everything of the marked row."""
        if sleutel.startswith(HUIS) and self.gezin is not None:
            yield from _over_huis(next(h for h in self.gezin.huizen if h.id == sleutel.removeprefix(HUIS)))
            return
        persoon = self.persoon(sleutel)
        if persoon is not None:
            yield from self._over_persoon(persoon, vandaag)

    def persoon(self, sleutel: str) -> PersoonBeeld | None:
        """The person of that row."""
        gezocht = sleutel.rstrip(NOG_EENS)
        return next((p for p in self.casus.personen if p.id == gezocht), None)

    def _over_persoon(self, persoon: PersoonBeeld, vandaag: date) -> Iterator[Feit]:
        ouder = persoon.gezag is not None
        erbij = self.in_gezin(persoon.id)
        yield (erbij.wie if erbij else "") or persoon.rol.label, persoon.naam
        yield "let op", persoon.let_op
        yield "bellen", "" if persoon.bellen is VeiligBereiken.ONBEKEND else persoon.bellen.label
        yield "telefoon", persoon.telefoon
        gevraagd = ouder and not _verschilt(erbij) and not _niet_gevraagd(persoon)
        yield "gezag", gezag(persoon, vandaag) if gevraagd else ""
        yield "gezag per kind", "\n".join(erbij.gezag) if erbij and _verschilt(erbij) else ""
        if persoon.gezag is JaNeeOnbekend.JA:
            yield "geïnformeerd op", dag(persoon.geinformeerd_op, vandaag) or "nog niet genoteerd"
        yield "geboren", leeftijd(persoon, vandaag) or str(persoon.geboortejaar or "")
        yield "woont", ", ".join(erbij.huizen) if erbij else ""
        if ouder and not (erbij and erbij.huizen):
            yield "jongere woont hier", ja_nee(persoon.woont_bij)
        yield "e-mail", persoon.email
        taal = taal_naam(persoon.taal)
        yield "taal", f"{taal}, met tolk" if persoon.tolk else taal
        yield "familie", ", ".join(erbij.banden) if erbij else ""
        yield "relaties", "\n".join(relatie.zin for relatie in erbij.relaties) if erbij else ""
        yield "", "kan dit zelf niet overzien (wilsonbekwaam)" if persoon.wilsonbekwaam else ""
        if persoon.rol is PersoonRol.JONGERE and persoon.id in self.casus.jongeren:
            yield from self._over_jongere(persoon)

    def _over_jongere(self, persoon: PersoonBeeld) -> Iterator[Feit]:
        jaren = self.gezin.schooljaren if self.gezin else ()
        yield (
            "school",
            "\n".join(
                " · ".join(deel for deel in (jaar.jaar, jaar.klas, jaar.mentor, jaar.school) if deel)
                for jaar in jaren
                if persoon.naam.startswith(jaar.jongere)
            ),
        )
        yield "woongemeente", self.casus.woongemeente
        if woont_elders(self.casus.woongemeente):
            gedaan = "\n".join(f"[x] {stap.label}" for stap in self.casus.overdracht)
            yield "gedaan", gedaan or "nog geen stap gezet; druk op u"
            yield "", BESCHIKKING


def _zonder_deels(naam: str) -> str:
    return naam.removesuffix(" (deels)")


def _huis(huis: HuisBeeld) -> Rij:
    adres = "geheim adres" if huis.geheim else huis.adres
    return Rij(f"{HUIS}{huis.id}", (huis.naam, "huis", "", "", adres))


def _casus(casus: CasusVanGezin) -> Rij:
    staat = "" if casus.open else "afgesloten"
    return Rij(f"{CASUS}{casus.id}", (f"casus {casus.nummer} {casus.naam}", "casus", "", "", staat))


def _jaren(persoon: PersoonBeeld) -> str:
    if persoon.leeftijd is not None:
        return str(persoon.leeftijd)
    return str(persoon.geboortejaar or "")


def _gezag_kort(persoon: PersoonBeeld, erbij: PersoonInGezin) -> str:
    if _niet_gevraagd(persoon):
        return "–"
    return "verschilt" if _verschilt(erbij) else gezag_kort(persoon)


def _niet_gevraagd(persoon: PersoonBeeld) -> bool:
    """A step- or foster parent: as long as nobody said that there is gezag, it is no question."""
    stief = persoon.ouder_soort in (OuderSoort.STIEF, OuderSoort.PLEEG)
    return stief and persoon.gezag is JaNeeOnbekend.ONBEKEND


def _verschilt(erbij: PersoonInGezin | None) -> bool:
    return erbij is not None and len({regel.rpartition(": ")[2] for regel in erbij.gezag}) > 1


def _bereik(persoon: PersoonBeeld) -> str:
    if persoon.bellen is VeiligBereiken.NEE:
        return "niet bellen"
    let_op = " (let op)" if persoon.let_op or persoon.bellen is VeiligBereiken.LET_OP else ""
    return f"{persoon.telefoon}{let_op}".strip()


def _over_huis(huis: HuisBeeld) -> Iterator[Feit]:
    yield "huishouden", huis.naam
    yield "let op", "geheim adres: alleen voor wie hier woont" if huis.geheim else ""
    yield "", huis.let_op
    yield "adres", huis.adres
    yield "wijk", huis.wijk
    yield "post", "" if huis.post is VeiligBereiken.ONBEKEND else huis.post.label
    yield "wie woont hier", ", ".join(huis.bewoners) or "nog niemand"
