"""Lines put together onto one family: persons first, then ties, gezag and who lives where."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date

from kernteam_tui.domain.codes import PersoonRol
from kernteam_tui.domain.gezin import Gezin, Persoon
from kernteam_tui.domain.gezinscodes import RelatieSoort
from kernteam_tui.domain.gezinsinvoer.banden import Bandlegger
from kernteam_tui.domain.gezinsinvoer.duiding import Duiding, Regelsoort, Verslag
from kernteam_tui.domain.gezinsinvoer.feiten import zet_feiten, zet_geslacht
from kernteam_tui.domain.gezinsinvoer.gezag import zet_gezag
from kernteam_tui.domain.gezinsinvoer.huizen import neem_huizen_op
from kernteam_tui.domain.gezinsinvoer.lezen import lees_regel
from kernteam_tui.domain.gezinsinvoer.naamgenoten import TWEEDE, Naamgenoten
from kernteam_tui.domain.gezinsinvoer.namen import (
    Onduidelijk,
    onbekende_ouders,
    ouders_met_rol,
    splits_naam,
    wie,
    zoek_naam,
)
from kernteam_tui.domain.gezinsinvoer.regels import (
    ZELFDE_NAAM,
    Bandregel,
    Eldersregel,
    Foutregel,
    Huisregel,
    Leegregel,
    Persoonregel,
    Regel,
)
from kernteam_tui.domain.gezinsinvoer.woorden import Band, Rol
from kernteam_tui.domain.relatie import Relatie
from kernteam_tui.domain.wonen import zet_woont_bij

VOLGORDE = (Band.OUDER, Band.GROOTOUDER, Band.BRUS, Band.HALF, Band.KIND, Band.OOM_TANTE)
"""Parents come first, whatever the order of the lines: a sister has those of the jongere."""


def proef(
    gezin: Gezin, jongere_ids: tuple[str, ...], teksten: Sequence[str], vandaag: date
) -> tuple[Duiding, ...]:
    """What would be understood of each line; the family itself stays as it is."""
    return neem_op(_kopie(gezin), jongere_ids, teksten, vandaag)


def neem_op(
    gezin: Gezin, jongere_ids: tuple[str, ...], teksten: Sequence[str], vandaag: date
) -> tuple[Duiding, ...]:
    """Put the lines into this family, and say of each what was understood.

    Where one has a `fout` the family is not to be kept.
    """
    return _Opname(gezin, jongere_ids, teksten, vandaag).verwerk()


@dataclass
class _Stap:
    """One line on its way into the family."""

    regel: Regel
    verslag: Verslag = field(default_factory=Verslag)
    persoon: Persoon | None = None


class _Opname:
    def __init__(
        self, gezin: Gezin, jongere_ids: tuple[str, ...], teksten: Sequence[str], vandaag: date
    ) -> None:
        self._gezin = gezin
        self._jongere_ids = jongere_ids
        self._vandaag = vandaag
        self._stappen = [_Stap(lees_regel(tekst, vandaag)) for tekst in teksten]
        self._banden = Bandlegger(gezin, jongere_ids)
        self._naamgenoten = Naamgenoten(gezin, jongere_ids)

    def verwerk(self) -> tuple[Duiding, ...]:
        for stap in self._stappen:
            self._neem_persoon_op(stap)
        for stap in sorted(self._stappen, key=_rang):
            self._probeer(stap, self._leg_banden)
        for stap in self._stappen:
            self._probeer(stap, self._vul_aan)
        paren = [(stap.regel, stap.verslag, stap.persoon) for stap in self._stappen]
        neem_huizen_op(self._gezin, paren)
        zet_woont_bij(self._gezin)
        return tuple(stap.verslag.duiding() for stap in self._stappen)

    def _probeer(self, stap: _Stap, doe: Callable[[_Stap], None]) -> None:
        try:
            doe(stap)
        except Onduidelijk as error:
            stap.verslag.meld(str(error), error.over)

    # --- persons -------------------------------------------------------------------------------------------

    def _neem_persoon_op(self, stap: _Stap) -> None:
        """Find or make the person of this line."""
        match stap.regel:
            case Foutregel(fout, over):
                stap.verslag.soort = Regelsoort.PERSOON
                stap.verslag.meld(fout, over)
            case Persoonregel() as regel:
                stap.verslag.soort = Regelsoort.PERSOON
                regel.naam = self._vul_naam_in(regel.naam)
                self._probeer(stap, self._zoek_of_maak)
                if stap.persoon is not None:
                    stap.verslag.wie = stap.persoon.naam
                    zet_geslacht(stap.persoon, regel)
            case Bandregel():
                stap.verslag.soort = Regelsoort.BAND
            case Huisregel() | Eldersregel():
                stap.verslag.soort = Regelsoort.HUIS
            case Leegregel():
                pass

    def _vul_naam_in(self, naam: tuple[str, ...]) -> tuple[str, ...]:
        """A ditto mark becomes the last name of the jongere."""
        eigen = next((a for id_ in self._jongere_ids if (a := self._gezin.persoon(id_).achternaam)), "")
        delen = (eigen if deel == ZELFDE_NAAM else deel for deel in naam)
        return tuple(deel for deel in delen if deel)

    def _zoek_of_maak(self, stap: _Stap) -> None:
        assert isinstance(stap.regel, Persoonregel)
        regel, kandidaten = stap.regel, self._bekenden(stap.regel)
        persoon = self._naamgenoten.kies(kandidaten, regel)
        if persoon is not None:
            stap.verslag.bekend = True
            self._voeg_achternaam_toe(persoon, regel)
        else:
            self._weiger_jongere(regel)
            if kandidaten:
                stap.verslag.vraag_naar(TWEEDE)
            persoon = self._maak(regel)
        stap.persoon = persoon
        self._naamgenoten.onthoud(persoon, regel)

    def _maak(self, regel: Persoonregel) -> Persoon:
        roepnaam, achternaam = splits_naam(regel.naam)
        persoon = Persoon(
            gezin_id=self._gezin.id, rol=PersoonRol.GEZINSLID, roepnaam=roepnaam, achternaam=achternaam
        )
        self._gezin.personen.append(persoon)
        return persoon

    def _weiger_jongere(self, regel: Persoonregel) -> None:
        if regel.rol is not None and regel.rol.band is Band.JONGERE:
            raise Onduidelijk(
                "Zo heet de jongere van de casus niet. Verbeter de naam op tabblad Gezin, of typ wie dit is."
            )

    def _bekenden(self, regel: Persoonregel) -> list[Persoon]:
        alleen_rol = regel.rol if regel.rol and regel.naam == (regel.rol.woord.capitalize(),) else None
        if regel.rol is not None and regel.rol.band is Band.JONGERE:
            return self._jongeren(() if alleen_rol else regel.naam)
        found = zoek_naam(self._gezin, regel.naam)
        if alleen_rol is None:
            return found
        if alleen_rol.band is Band.OUDER and not regel.van:
            return ouders_met_rol(self._gezin, self._jongere_ids, alleen_rol) or self._nieuwe(
                alleen_rol, found
            )
        return self._ouders_van_via(found, regel.via) if regel.via else found

    def _jongeren(self, naam: tuple[str, ...]) -> list[Persoon]:
        """Those of the casus, or those of them who have this name."""
        jongeren = [self._gezin.persoon(id_) for id_ in self._jongere_ids]
        return [p for p in jongeren if p in zoek_naam(self._gezin, naam)] if naam else jongeren

    def _nieuwe(self, rol: Rol, found: list[Persoon]) -> list[Persoon]:
        """A parent without a name is somebody new only where no parent is there who may be meant."""
        if not found and onbekende_ouders(self._gezin, self._jongere_ids, rol):
            raise Onduidelijk(
                f"Er staat al een ouder van wie niet bekend is of dat de {rol.woord} is. Typ de naam, met "
                f"‘{rol.woord}’ erachter."
            )
        return found

    def _ouders_van_via(self, found: list[Persoon], via_tekst: str) -> list[Persoon]:
        with suppress(Onduidelijk):
            via = wie(self._gezin, self._jongere_ids, via_tekst)
            ouder_ids = {band.ouder_id for band in self._gezin.ouderschappen_van(via.id)}
            return [persoon for persoon in found if persoon.id in ouder_ids]
        return []

    def _voeg_achternaam_toe(self, persoon: Persoon, regel: Persoonregel) -> None:
        _, achternaam = splits_naam(regel.naam)
        if achternaam and " " not in persoon.naam:
            persoon.achternaam = achternaam

    # --- ties and facts ------------------------------------------------------------------------------------

    def _leg_banden(self, stap: _Stap) -> None:
        if not isinstance(stap.regel, Persoonregel) or stap.persoon is None:
            return
        self._banden.leg(stap.persoon, stap.regel, stap.verslag)

    def _vul_aan(self, stap: _Stap) -> None:
        match stap.regel:
            case Persoonregel() as regel if stap.persoon is not None:
                zet_feiten(stap.persoon, regel, stap.verslag)
                zet_gezag(self._gezin, self._jongere_ids, stap.persoon, regel, stap.verslag, self._vandaag)
                if regel.tweeling_met:
                    ander = wie(self._gezin, self._jongere_ids, regel.tweeling_met, stap.persoon.id)
                    self._banden.relatie(stap.persoon, ander, RelatieSoort.TWEELING)
                    stap.verslag.rol.append(f"tweeling met {ander.roepnaam}")
            case Bandregel() as band:
                self._neem_band_op(band, stap.verslag)

    def _neem_band_op(self, regel: Bandregel, verslag: Verslag) -> None:
        een = wie(self._gezin, self._jongere_ids, regel.een)
        ander = wie(self._gezin, self._jongere_ids, regel.ander, een.id)
        relatie = self._relatie(een, ander, regel)
        if regel.kwaliteit is not None:
            relatie.kwaliteit = regel.kwaliteit
        relatie.sinds = regel.sinds or relatie.sinds
        relatie.tot = regel.tot or relatie.tot
        verslag.wie = f"{een.roepnaam} en {ander.roepnaam}"
        woorden = (regel.soort.label.removesuffix(" met").removesuffix(" van") if regel.soort else "",)
        verslag.rol = [woord for woord in woorden if woord]
        if regel.kwaliteit is not None:
            verslag.feiten.append(regel.kwaliteit.label)
        if regel.sinds:
            verslag.feiten.append(f"sinds {regel.sinds}")
        if regel.tot:
            voorbij = regel.soort is not None and regel.soort.voorbij and not regel.sinds
            verslag.feiten.append(f"{'in' if voorbij else 'tot'} {regel.tot}")

    def _relatie(self, een: Persoon, ander: Persoon, regel: Bandregel) -> Relatie:
        if regel.soort is not None:
            return self._banden.relatie(een, ander, regel.soort)
        known = self._banden.tussen(een, ander)
        return known[0] if known else self._banden.relatie(een, ander, RelatieSoort.FAMILIE)


def _rang(stap: _Stap) -> tuple[int, bool]:
    """By what others build on; within that, who is named through somebody else comes later."""
    if not isinstance(stap.regel, Persoonregel) or stap.regel.rol is None:
        return len(VOLGORDE), False
    band = stap.regel.rol.band
    plaats = VOLGORDE.index(band) if band in VOLGORDE else len(VOLGORDE)
    return plaats, bool(stap.regel.via or stap.regel.van)


def _kopie(gezin: Gezin) -> Gezin:
    """The same family in records of their own."""
    return Gezin(
        id=gezin.id,
        personen=[replace(record) for record in gezin.personen],
        ouderschappen=[replace(record) for record in gezin.ouderschappen],
        huishoudens=[replace(record) for record in gezin.huishoudens],
        bewoners=[replace(record) for record in gezin.bewoners],
        relaties=[replace(record) for record in gezin.relaties],
        netwerk=[replace(record) for record in gezin.netwerk],
        schooljaren=[replace(record) for record in gezin.schooljaren],
    )
