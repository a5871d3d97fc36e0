"""One family in the store, typed by hand, for the tests of this folder."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime

import pytest

from kernteam_tui.data.store import Store
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import Dag, Dagdeel, JaNeeOnbekend, NotitieSoort, PersoonRol, Reden, Rol
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.notitie import Notitie
from kernteam_tui.domain.school import Aanwezigheid, Kernpartner, School


@dataclass(frozen=True)
class Familie:
    """Sami Yıldız and his parents, a casus at the Koningslinde."""

    school: School
    gezin: Gezin
    sami: Persoon
    moeder: Persoon
    vader: Persoon
    casus: Casus

    def notitie(self, tekst: str, dag: int = 16, **overig: object) -> Notitie:
        """A draft note of that day of November 2026, ten o'clock UTC."""
        fields: dict[str, object] = {
            "casus_id": self.casus.id,
            "soort": NotitieSoort.HUISBEZOEK,
            "moment": datetime(2026, 11, dag, 10, tzinfo=UTC),
            "tekst": tekst,
        }
        return Notitie(**(fields | overig))  # type: ignore[arg-type]  # fields by name, checked by the dataclass


def new_family(nummer: str = "2026-001") -> Familie:
    """The records of the family, not stored yet."""
    school = School(
        naam="De Koningslinde",
        dicht=(date(2026, 12, 1),),
        ruimtes=("1.12", "mediatheek"),
        kernteam=[
            Kernpartner(
                rol=Rol.LEERPLICHTAMBTENAAR,
                naam="Ineke de Boer",
                aanwezig=(Aanwezigheid(Dag.DI, Dagdeel.OCHTEND), Aanwezigheid(Dag.DO, Dagdeel.MIDDAG)),
            ),
            Kernpartner(rol=Rol.GEZINSWERKER, naam="Ik", ik=True, volgorde=1),
        ],
    )
    sami = Persoon(
        rol=PersoonRol.JONGERE, roepnaam="Sami", achternaam="Yıldız", geboortedatum=date(2012, 2, 29)
    )
    moeder = Persoon(rol=PersoonRol.OUDER, roepnaam="Ayşe Yıldız", taal="tr", tolk=True)
    vader = Persoon(rol=PersoonRol.OUDER, roepnaam="Kemal Yıldız", telefoon="06-1234 5678")
    gezin = Gezin(
        personen=[sami, moeder, vader],
        ouderschappen=[
            Ouderschap(jongere_id=sami.id, ouder_id=moeder.id, gezag=JaNeeOnbekend.JA, woont_bij=True),
            Ouderschap(jongere_id=sami.id, ouder_id=vader.id),
        ],
    )
    casus = Casus(
        nummer=nummer,
        gezin_id=gezin.id,
        school_id=school.id,
        jongeren=[sami],
        klas="3B",
        mentor="Joris Ansems",
        aangemeld=date(2026, 11, 9),
        redenen=(Reden.VERZUIM, Reden.THUISSITUATIE),
        woorden="Komt sinds oktober niet meer op school, er is een pleeggezin in beeld.",
    )
    return Familie(school, gezin, sami, moeder, vader, casus)


@pytest.fixture
def familie(store: Store) -> Familie:
    """The family, stored."""
    family = new_family()
    with store.unit_of_work() as uow:
        uow.scholen.add(family.school)
        uow.gezinnen.add(family.gezin)
        uow.casussen.add(family.casus)
        uow.commit()
    return family
