"""The Dutch words about people and days that proposals, refusals and clashes share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from kernteam_tui.domain.codes import Dag, Rol
from kernteam_tui.domain.planning.beschikbaarheid import Stand
from kernteam_tui.domain.planning.situatie import Tafel
from kernteam_tui.domain.planning.week import Planmens


def naam_van(tafel: Tafel, wie: str) -> str:
    """What somebody is called: the role, with a name or id where two of that role may come."""
    mensen = {id_: stuk.mens for id_, stuk in tafel.mensen.items()}
    mens = mensen[wie]
    if Counter(ander.rol for ander in mensen.values())[mens.rol] == 1:
        return mens.rol.kort
    return f"{mens.rol.kort} {mens.naam or mens.id}"


def namen_van(tafel: Tafel, wie: Iterable[str]) -> str:
    """Several people in one phrase: `leerplicht en passend onderwijs`."""
    return opsomming([naam_van(tafel, id_) for id_ in wie])


def rollen_tekst(rollen: Iterable[Rol]) -> str:
    """Roles of which one is asked: `jeugdarts of jeugdverpleegkundige`."""
    return " of ".join(rol.label for rol in rollen)


def waarom_niet_tekst(tafel: Tafel, wie: str, stand: Stand) -> str:
    """Why somebody cannot, in two or three words: `bezet`, `alleen do`."""
    if stand is Stand.NIET_AANWEZIG:
        return rooster_tekst(tafel, wie)
    return "bezet"


def rooster_tekst(tafel: Tafel, wie: str) -> str:
    """When somebody is at the school: `alleen di ochtend en do`, `nooit op deze school`."""
    mens = tafel.mensen[wie].mens
    dagen = [tekst for dag in Dag if (tekst := _dag_tekst(tafel, mens, dag))]
    return f"alleen {opsomming(dagen)}" if dagen else "nooit op deze school"


def _dag_tekst(tafel: Tafel, mens: Planmens, dag: Dag) -> str:
    op_school = {a.dagdeel for a in mens.aanwezig if a.school == tafel.school.id and a.dag is dag}
    if not op_school:
        return ""
    if op_school == set(tafel.week.dagdelen):
        return dag.value
    return f"{dag} {opsomming([dagdeel for dagdeel in tafel.week.dagdelen if dagdeel in op_school])}"


def opsomming(delen: Sequence[str]) -> str:
    """A list in a sentence: `a, b en c`."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} en {delen[-1]}"
