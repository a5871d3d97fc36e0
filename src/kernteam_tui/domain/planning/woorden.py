"""The Dutch words about people and days that proposals, refusals and clashes share."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from kernteam_tui.domain.codes import Dag, Rol
from kernteam_tui.domain.planning.beschikbaarheid import Stand
from kernteam_tui.domain.planning.situatie import Tafel
from kernteam_tui.domain.planning.week import Planmens


def naam_van(tafel: Tafel, wie: str) -> str:
    """What somebody is called: the role, with a name or id where two of that role may come; `jij`."""
    mens = tafel.mensen[wie]
    if mens.ik:
        return "jij"
    if sum(ander.rol is mens.rol for ander in tafel.mensen.values()) == 1:
        return mens.rol.kort
    return f"{mens.rol.kort} {mens.naam or mens.id}"


def is_dan(tafel: Tafel, wie: str) -> str:
    """The beginning of a sentence: `leerplicht is dan`, `jij bent dan`."""
    return f"{naam_van(tafel, wie)} {'bent' if tafel.mensen[wie].ik else 'is'} dan"


def zonder_wie(tafel: Tafel, wie: str) -> str:
    """Whom a talk is without: `leerplicht`, `jou`."""
    return "jou" if tafel.mensen[wie].ik else naam_van(tafel, wie)


def namen_van(tafel: Tafel, wie: Iterable[str]) -> str:
    """Several people in one phrase: `leerplicht en passend onderwijs`."""
    return opsomming([naam_van(tafel, id_) for id_ in wie])


def rollen_tekst(rollen: Iterable[Rol]) -> str:
    """Roles of which one is asked: `jeugdarts of jeugdverpleegkundige`."""
    return " of ".join(rol.label for rol in rollen)


def waarom_niet_tekst(tafel: Tafel, wie: str, stand: Stand, dag: date) -> str:
    """Why somebody cannot on this day, in two or three words: `bezet`, `ziek`, `alleen do`."""
    if stand is Stand.NIET_AANWEZIG:
        return afwezig_tekst(tafel, wie, (dag,))
    return "bezet"


def afwezig_tekst(tafel: Tafel, wie: str, dagen: Iterable[date]) -> str:
    """Why somebody is not at the school on any of these days: `ziek`, or else when she is."""
    weg = tafel.mensen[wie].weg
    redenen = {weg.get(dag) for dag in dagen}
    if redenen and None not in redenen:
        return opsomming(sorted(reden for reden in redenen if reden))
    return rooster_tekst(tafel, wie)


def rooster_tekst(tafel: Tafel, wie: str) -> str:
    """When somebody is at the school: `alleen di ochtend en do`, `alleen overdag`, `nooit op deze school`."""
    mens = tafel.mensen[wie]
    dagen = [tekst for dag in Dag if (tekst := _dag_tekst(tafel, mens, dag))]
    if dagen == list(Dag):
        return "alleen overdag"
    return f"alleen {opsomming(dagen)}" if dagen else "nooit op deze school"


def _dag_tekst(tafel: Tafel, mens: Planmens, dag: Dag) -> str:
    op_school = {a.dagdeel for a in mens.aanwezig if a.school == tafel.school.id and a.dag is dag}
    if not op_school:
        return ""
    if op_school == set(tafel.week.dagdelen):
        return dag.value
    return f"{dag} {opsomming([dagdeel for dagdeel in tafel.week.dagdelen if dagdeel in op_school])}"


def met_hoofdletter(zin: str) -> str:
    """The same words as the beginning of a sentence."""
    return zin[:1].upper() + zin[1:]


def opsomming(delen: Sequence[str]) -> str:
    """A list in a sentence: `a, b en c`."""
    if len(delen) < 2:
        return "".join(delen)
    return f"{', '.join(delen[:-1])} en {delen[-1]}"
