"""The moments that a kernteam shares in a real week (S11): which of them stand out."""

from __future__ import annotations

from datetime import date

from kernteam_tui.domain.afwezigheid import Afwezigheid
from kernteam_tui.domain.codes import Dag, Dagdeel, Rol
from kernteam_tui.domain.rooster import Rooster
from kernteam_tui.domain.roosterweek import Gedeeld, Staat, dagstaat, gedeeld, maandag_van, schooldagen_van
from kernteam_tui.domain.school import Aanwezigheid, Kernpartner, School

WEEK = schooldagen_van(date(2026, 11, 23))
OPEN = [False] * 5
OCHTEND = Dagdeel.OCHTEND


def school(*kernteam: tuple[Rol, tuple[Dag, ...]]) -> School:
    return School(
        naam="De Brug",
        kernteam=[
            Kernpartner(
                rol=rol,
                naam=str(rol),
                ik=rol is Rol.GEZINSWERKER,
                aanwezig=tuple(Aanwezigheid(dag, OCHTEND) for dag in dagen),
            )
            for rol, dagen in kernteam
        ],
    )


def test_the_most_partners_together_stand_out_and_she_is_told_apart() -> None:
    brug = school(
        (Rol.GEZINSWERKER, (Dag.DI,)),
        (Rol.LEERPLICHTAMBTENAAR, (Dag.DI, Dag.DO)),
        (Rol.JEUGDARTS, (Dag.DI, Dag.DO, Dag.VR)),
    )
    week = gedeeld(brug, Rooster([brug]), WEEK, OPEN)
    assert [dag[0] for dag in week] == [
        Gedeeld(0, False, False),
        Gedeeld(2, True, True),
        Gedeeld(0, False, False),
        Gedeeld(2, False, True),
        Gedeeld(1, False, False),
    ]


def test_one_partner_alone_is_no_shared_moment() -> None:
    brug = school((Rol.JEUGDARTS, (Dag.DI,)))
    assert not any(deel.opvallend for dag in gedeeld(brug, Rooster([brug]), WEEK, OPEN) for deel in dag)


def test_on_a_closed_day_nobody_is_together() -> None:
    brug = school((Rol.JEUGDARTS, (Dag.DI, Dag.DO)), (Rol.LEERPLICHTAMBTENAAR, (Dag.DI, Dag.DO)))
    week = gedeeld(brug, Rooster([brug]), WEEK, [False, True, False, False, False])
    assert [dag[0].opvallend for dag in week] == [False, False, False, True, False]


def test_ill_free_and_coming_instead_are_told_apart() -> None:
    tuesday = date(2026, 11, 24)
    brug = school(
        (Rol.LEERPLICHTAMBTENAAR, (Dag.DI,)), (Rol.JEUGDARTS, ()), (Rol.BEGELEIDER_PASSEND_ONDERWIJS, ())
    )
    lia, jan, bas = brug.kernteam
    ill = Afwezigheid(partner_id=lia.id, van=tuesday, tot_en_met=tuesday, vervanger_id=jan.id)
    rooster = Rooster([brug], [ill])
    assert dagstaat(rooster, lia, tuesday) == (Staat.WEG, Staat.NIET)
    assert dagstaat(rooster, jan, tuesday) == (Staat.INVALLER, Staat.NIET)
    assert dagstaat(rooster, bas, tuesday) == (Staat.NIET, Staat.NIET)
    assert dagstaat(rooster, lia, date(2026, 12, 1)) == (Staat.IN, Staat.NIET)
    assert [staat.is_in for staat in Staat] == [False, True, False, True]


def test_a_week_begins_on_monday() -> None:
    assert maandag_van(date(2026, 11, 29)) == WEEK[0] == maandag_van(WEEK[0])
