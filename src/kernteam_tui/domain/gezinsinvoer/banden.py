"""From the word for somebody (`oma via moeder`) to parents, children and ties in the family."""

from __future__ import annotations

from collections.abc import Iterable

from kernteam_tui.domain.codes import PersoonRol
from kernteam_tui.domain.gezagsbeeld import en_lijst
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import Geslacht, OuderSoort, RelatieSoort
from kernteam_tui.domain.gezinsinvoer.duiding import Verslag
from kernteam_tui.domain.gezinsinvoer.namen import MEESTE_OUDERS, wie
from kernteam_tui.domain.gezinsinvoer.regels import Persoonregel
from kernteam_tui.domain.gezinsinvoer.woorden import Band, Rol
from kernteam_tui.domain.relatie import Relatie

GEEN_FAMILIE = ("buurman", "buurvrouw", "vriend", "vriendin")


class Bandlegger:
    """Puts ties into one family. Methods raise `Onduidelijk` where it is not clear who is meant."""

    def __init__(self, gezin: Gezin, jongere_ids: tuple[str, ...]) -> None:
        self._gezin = gezin
        self._jongere_ids = jongere_ids

    def leg(self, persoon: Persoon, regel: Persoonregel, verslag: Verslag) -> None:
        """What this line says of how somebody belongs to somebody."""
        if regel.rol is None:
            self._zonder_rol(persoon, regel, verslag)
            return
        if regel.omschrijving:
            verslag.meld(f"Hier staat al wie dit is: {regel.rol.woord}. Haal weg wat tussen haakjes staat.")
            return
        if regel.rol.band is Band.JONGERE:
            verslag.rol.append(regel.rol.woord)
            return
        anderen = [self._wie(tekst, persoon) for tekst in regel.van] or self._jongeren_naast(persoon)
        if not anderen:
            verslag.meld("Dit is de jongere zelf. Haal het woord weg dat zegt wie dit is.")
            return
        via = self._wie(regel.via, persoon) if regel.via else None
        match regel.rol.band:
            case Band.OUDER:
                self._ouder(persoon, regel.rol, anderen, via, verslag)
            case Band.BRUS:
                self._brus(persoon, regel.rol, via or anderen[0], verslag)
            case Band.HALF:
                self._half(persoon, regel.rol, anderen[0], via, verslag)
            case Band.GROOTOUDER:
                self._grootouder(persoon, regel.rol, anderen[0], via, verslag)
            case Band.OOM_TANTE:
                self._oom_tante(persoon, regel.rol, anderen[0], via, verslag)
            case Band.KIND:
                self._kind(persoon, regel, anderen, verslag)
            case Band.KOPPEL:
                self._koppel(persoon, regel, anderen[0], verslag)
            case Band.FAMILIE:
                self._familie(persoon, regel.rol.woord, via or anderen[0], verslag)

    def _wie(self, tekst: str, zelf: Persoon) -> Persoon:
        return wie(self._gezin, self._jongere_ids, tekst, zelf.id)

    def _jongeren(self) -> list[Persoon]:
        return [self._gezin.persoon(id_) for id_ in self._jongere_ids]

    def _jongeren_naast(self, persoon: Persoon) -> list[Persoon]:
        return [jongere for jongere in self._jongeren() if jongere.id != persoon.id]

    # --- one way of belonging each --------------------------------------------------------------------

    def _zonder_rol(self, persoon: Persoon, regel: Persoonregel, verslag: Verslag) -> None:
        if regel.omschrijving:
            self._familie(persoon, regel.omschrijving, self._jongeren()[0], verslag, anders=True)
        elif not verslag.bekend and not regel.tweeling_met:
            verslag.vraag_naar("Wie is dit? Zet er bijvoorbeeld moeder, zus, oom of (buurvrouw) achter.")

    def _ouder(
        self, persoon: Persoon, rol: Rol, kinderen: list[Persoon], via: Persoon | None, verslag: Verslag
    ) -> None:
        verslag.rol.append(f"{rol.woord} van {namen(kinderen)}")
        for kind in kinderen:
            self._ouderschap(kind, persoon, rol.ouder, verslag)
        if any(kind.rol is PersoonRol.JONGERE for kind in kinderen) and persoon.rol is PersoonRol.GEZINSLID:
            persoon.rol = PersoonRol.OUDER
        if via is not None:
            self.relatie(persoon, via, RelatieSoort.RELATIE)
            verslag.rol.append(f"heeft een relatie met {via.roepnaam}")

    def _brus(self, persoon: Persoon, rol: Rol, ander: Persoon, verslag: Verslag) -> None:
        verslag.rol.append(f"{rol.woord} van {ander.roepnaam}")
        self._zelfde_ouders(persoon, rol.woord, ander, verslag)

    def _zelfde_ouders(self, persoon: Persoon, woord: str, ander: Persoon, verslag: Verslag) -> None:
        """Child of the parents of `ander`; where none is known the tie itself is kept."""
        bands = [b for b in self._gezin.ouderschappen_van(ander.id) if b.soort.juridisch]
        for band in bands:
            self._ouderschap(persoon, self._gezin.persoon(band.ouder_id), band.soort, verslag)
        if bands:
            ouders = [self._gezin.persoon(band.ouder_id) for band in bands]
            verslag.rol.append(f"kind van {namen(ouders)}")
        else:
            self._noem(persoon, ander, RelatieSoort.FAMILIE, woord)

    def _half(
        self, persoon: Persoon, rol: Rol, ander: Persoon, via: Persoon | None, verslag: Verslag
    ) -> None:
        verslag.rol.append(f"{rol.woord} van {ander.roepnaam}")
        if via is None:
            self._noem(persoon, ander, RelatieSoort.FAMILIE, rol.woord)
            verslag.vraag_naar("Via wie? Typ ‘via moeder’ of ‘via vader’, dan klopt het genogram.")
            return
        self._ouderschap(persoon, via, OuderSoort.BIOLOGISCH, verslag)
        verslag.rol.append(f"kind van {via.roepnaam}")

    def _grootouder(
        self, persoon: Persoon, rol: Rol, ander: Persoon, via: Persoon | None, verslag: Verslag
    ) -> None:
        verslag.rol.append(f"{rol.woord} van {ander.roepnaam}")
        if via is None:
            self._noem(persoon, ander, RelatieSoort.FAMILIE, rol.woord)
            verslag.vraag_naar("Via wie? Typ ‘via moeder’ of ‘via vader’, dan klopt het genogram.")
            return
        self._ouderschap(via, persoon, OuderSoort.BIOLOGISCH, verslag)
        woord = {Geslacht.MAN: "vader", Geslacht.VROUW: "moeder"}.get(rol.geslacht, "ouder")
        verslag.rol.append(f"{woord} van {via.roepnaam}")

    def _oom_tante(
        self, persoon: Persoon, rol: Rol, ander: Persoon, via: Persoon | None, verslag: Verslag
    ) -> None:
        verslag.rol.append(f"{rol.woord} van {ander.roepnaam}")
        if via is None:
            self._noem(persoon, ander, RelatieSoort.FAMILIE, rol.woord)
            return
        woord = "broer" if rol.geslacht is Geslacht.MAN else "zus"
        verslag.rol.append(f"{woord} van {via.roepnaam}")
        self._zelfde_ouders(persoon, woord, via, verslag)

    def _kind(self, persoon: Persoon, regel: Persoonregel, ouders: list[Persoon], verslag: Verslag) -> None:
        woord = regel.rol.woord if regel.rol else "kind"
        if not regel.van:
            verslag.meld(f"Van wie? Typ bijvoorbeeld ‘{woord} van moeder’.")
            return
        verslag.rol.append(f"{woord} van {namen(ouders)}")
        for ouder in ouders:
            self._ouderschap(persoon, ouder, OuderSoort.BIOLOGISCH, verslag)

    def _koppel(self, persoon: Persoon, regel: Persoonregel, ander: Persoon, verslag: Verslag) -> None:
        if regel.rol is None or regel.rol.koppel is None:
            return
        if not regel.van:
            verslag.meld(f"Van wie? Typ bijvoorbeeld ‘{regel.rol.woord} van moeder’.")
            return
        self.relatie(persoon, ander, regel.rol.koppel)
        verslag.rol.append(f"{regel.rol.koppel.label} {ander.roepnaam}")

    def _familie(
        self, persoon: Persoon, woord: str, ander: Persoon, verslag: Verslag, *, anders: bool = False
    ) -> None:
        los = anders or woord in GEEN_FAMILIE
        self._noem(persoon, ander, RelatieSoort.ANDERS if los else RelatieSoort.FAMILIE, woord)
        verslag.rol.append(
            f"hoort bij {ander.roepnaam}: {woord}" if anders else f"{woord} van {ander.roepnaam}"
        )

    # --- the records ---------------------------------------------------------------------------------------

    def _ouderschap(self, kind: Persoon, ouder: Persoon, soort: OuderSoort, verslag: Verslag) -> None:
        bands = self._gezin.ouderschappen_van(kind.id)
        band = next((band for band in bands if band.ouder_id == ouder.id), None)
        if band is not None:
            band.soort = soort
            return
        if soort.juridisch and sum(band.soort.juridisch for band in bands) >= MEESTE_OUDERS:
            verslag.meld(
                "Dit kind heeft al twee ouders. Typ de naam die er al staat, of bijvoorbeeld stiefvader of "
                "pleegmoeder als het een ander is."
            )
            return
        self._gezin.ouderschappen.append(
            Ouderschap(gezin_id=self._gezin.id, jongere_id=kind.id, ouder_id=ouder.id, soort=soort)
        )

    def relatie(self, een: Persoon, ander: Persoon, soort: RelatieSoort) -> Relatie:
        """The tie of this kind between these two; a couple has one, whatever became of it."""
        for relatie in self._gezin.relaties:
            zelfde = relatie.soort is soort or (relatie.soort.koppel and soort.koppel)
            if zelfde and relatie.tussen(een.id, ander.id):
                relatie.soort = soort
                return relatie
        relatie = Relatie(gezin_id=self._gezin.id, van_id=een.id, naar_id=ander.id, soort=soort)
        self._gezin.relaties.append(relatie)
        return relatie

    def _noem(self, persoon: Persoon, ander: Persoon, soort: RelatieSoort, woord: str) -> None:
        relatie = self.relatie(persoon, ander, soort)
        relatie.van_id, relatie.naar_id, relatie.omschrijving = persoon.id, ander.id, woord

    def tussen(self, een: Persoon, ander: Persoon) -> list[Relatie]:
        """Every tie between these two."""
        return [relatie for relatie in self._gezin.relaties if relatie.tussen(een.id, ander.id)]


def namen(personen: Iterable[Persoon]) -> str:
    """`Sami en Lina`."""
    return en_lijst([persoon.roepnaam for persoon in personen])
