"""One more in the family: the ties that follow from what the new person is to who is there."""

from __future__ import annotations

import pytest

from kernteam_tui.domain.codes import JaNeeOnbekend, PersoonRol
from kernteam_tui.domain.fouten import InhoudOngeldig, NietGevonden
from kernteam_tui.domain.genogram.erbij import Verwant, voeg_verwant_toe
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import Geslacht, RelatieSoort
from kernteam_tui.domain.relatie import Relatie


def familie() -> Gezin:
    lina = Persoon(rol=PersoonRol.JONGERE, roepnaam="Lina")
    elif_ = Persoon(rol=PersoonRol.OUDER, roepnaam="Elif")
    murat = Persoon(rol=PersoonRol.OUDER, roepnaam="Murat")
    gezin = Gezin(personen=[lina, elif_, murat])
    gezin.ouderschappen = [Ouderschap(jongere_id=lina.id, ouder_id=ouder.id) for ouder in (elif_, murat)]
    return gezin


def erbij(gezin: Gezin, bij: int, als: Verwant, naam: str = "Nieuw") -> Persoon:
    lina = gezin.personen[0]
    return voeg_verwant_toe(gezin, gezin.personen[bij].id, als, naam, [lina.id])


def ouders(gezin: Gezin, persoon: Persoon) -> list[str]:
    return [ouder.roepnaam for ouder in gezin.ouders_van(persoon.id)]


def test_a_parent_of_the_jongere_asks_for_gezag() -> None:
    gezin = familie()
    nieuw = erbij(gezin, 0, Verwant.MOEDER)
    assert (nieuw.rol, nieuw.geslacht) == (PersoonRol.OUDER, Geslacht.VROUW)
    assert gezin.ouderschappen[-1].gezag is JaNeeOnbekend.ONBEKEND


def test_a_grandparent_is_nobody_of_whom_gezag_is_asked() -> None:
    gezin = familie()
    opa = erbij(gezin, 1, Verwant.VADER, " opa Yusuf ")
    assert (opa.rol, opa.roepnaam, opa.geslacht) == (PersoonRol.GEZINSLID, "opa Yusuf", Geslacht.MAN)
    assert ouders(gezin, gezin.personen[1]) == ["opa Yusuf"]


def test_a_sister_has_the_same_parents_and_without_them_only_the_word() -> None:
    gezin = familie()
    assert ouders(gezin, erbij(gezin, 0, Verwant.ZUS)) == ["Elif", "Murat"]
    tante = erbij(gezin, 1, Verwant.ZUS)
    assert ouders(gezin, tante) == []
    tie = gezin.relaties[-1]
    assert (tie.soort, tie.omschrijving, tie.van_id) == (RelatieSoort.FAMILIE, "zus", tante.id)


@pytest.mark.parametrize(
    ("soort", "tot", "verwacht"),
    [
        (RelatieSoort.GEHUWD, None, ["Elif", "Murat"]),
        (RelatieSoort.GESCHEIDEN, None, ["Elif"]),
        (RelatieSoort.SAMENWONEND, 2020, ["Elif"]),
    ],
)
def test_a_child_is_of_both_while_they_are_a_couple(
    soort: RelatieSoort, tot: int | None, verwacht: list[str]
) -> None:
    gezin = familie()
    elif_, murat = gezin.personen[1:]
    gezin.relaties.append(Relatie(van_id=murat.id, naar_id=elif_.id, soort=soort, tot=tot))
    assert ouders(gezin, erbij(gezin, 1, Verwant.ZOON)) == verwacht


def test_a_partner_is_a_couple_with_who_is_marked() -> None:
    gezin = familie()
    floor = erbij(gezin, 2, Verwant.PARTNER_VROUW)
    assert gezin.relaties[-1].tussen(floor.id, gezin.personen[2].id)
    assert gezin.relaties[-1].soort.koppel


def test_without_a_name_or_beside_nobody_nothing_is_added() -> None:
    gezin = familie()
    with pytest.raises(InhoudOngeldig):
        erbij(gezin, 0, Verwant.ZUS, "  ")
    with pytest.raises(NietGevonden):
        voeg_verwant_toe(gezin, "niemand", Verwant.ZUS, "Selin", [])
    assert len(gezin.personen) == 3
