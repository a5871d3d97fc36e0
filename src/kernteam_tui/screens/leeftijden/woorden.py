"""How birthdays and domains are written on their screen. Wording only."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from textual.content import Content

from kernteam_tui.domain.datumtekst import MAANDEN_KORT, dag_lang, dag_met_jaar
from kernteam_tui.domain.deelcodes import Leeftijdsgrens
from kernteam_tui.domain.leeftijden.tijdlijn import GrensStaat
from kernteam_tui.services.leeftijden import DomeinBeeld, GrensBeeld, JongereLeeftijden
from kernteam_tui.widgets.tekst import ZACHT

TEKENS = {GrensStaat.VERTELD: "●", GrensStaat.NU: "◆", GrensStaat.EERDER: "·", GrensStaat.LATER: "○"}
"""Sign on the time line; the words behind it say the same."""
LABEL_BREED, LEEFTIJD_BREED, DAG_BREED = 22, 11, 13


def kop(jongere: JongereLeeftijden) -> str:
    """Name, age and birth date."""
    if jongere.geboren is None or jongere.leeftijd is None:
        return jongere.naam
    return f"{jongere.naam}, {jongere.leeftijd} jaar, geboren op {dag_met_jaar(jongere.geboren)}"


def schoolplicht(jongere: JongereLeeftijden, vandaag: date) -> str:
    """Until when the jongere has to go to school (Lpw 3, 4a)."""
    leer, kwalificatie = jongere.leerplicht_tot, jongere.kwalificatieplicht_tot
    if leer is None or kwalificatie is None:
        return "De geboortedatum is nog niet ingevuld. Druk op Enter om dat te doen."
    if kwalificatie <= vandaag:
        return "Geen leerplicht en geen kwalificatieplicht meer."
    daarna = f"kwalificatieplicht tot {dag_met_jaar(kwalificatie)}, of tot een startkwalificatie"
    if leer < vandaag:
        return f"{daarna[0].upper()}{daarna[1:]}."
    return f"Leerplicht tot en met {dag_met_jaar(leer)}. Daarna {daarna}."


def leeftijd(grens: Leeftijdsgrens) -> str:
    """`16 jaar`, `16½ jaar`."""
    jaren, maanden = divmod(grens.maanden, 12)
    return f"{jaren}{'½' if maanden else ''} jaar"


def grens_regel(grens: GrensBeeld, roepnaam: str) -> tuple[Content, ...]:
    """One line of the time line."""
    nu = grens.staat is GrensStaat.NU
    return (
        Content.assemble(
            (f"{TEKENS[grens.staat]} ", "bold $warning" if nu else "$primary"),
            (f"{leeftijd(grens.grens):{LEEFTIJD_BREED}}", "bold" if nu else ""),
            f"{_dag(grens.op):{DAG_BREED}}",
            (_stand(grens, roepnaam), "bold" if nu else ZACHT),
        ),
    )


def _stand(grens: GrensBeeld, roepnaam: str) -> str:
    if grens.staat is GrensStaat.NU:
        return f"nog vertellen: {' en '.join(wie_nog(grens, roepnaam))}"
    if grens.staat is not GrensStaat.VERTELD and len(wie_nog(grens, roepnaam)) == 1:
        return f"verteld, nog niet: {wie_nog(grens, roepnaam)[0]}"
    if grens.staat is GrensStaat.VERTELD and grens.ouders_niet:
        return "verteld, ouders niet"
    return grens.staat.label


def wie_nog(grens: GrensBeeld, roepnaam: str) -> list[str]:
    """Who still has to hear it."""
    jongere = [] if grens.jongere_verteld_op else [roepnaam]
    ouders = [] if grens.ouders_verteld_op or grens.ouders_niet else ["ouders"]
    return [*jongere, *ouders]


def domein_regel(domein: DomeinBeeld) -> tuple[Content, ...]:
    """One line of the plan for 16 to 27."""
    besproken = domein.besproken_op
    afspraak = " ".join(domein.afspraak.split())
    dag = f"{_dag(besproken):{DAG_BREED}}" if besproken else ""
    return (
        Content.assemble(
            ("● " if besproken else "○ ", "$primary"),
            f"{domein.domein.label:{LABEL_BREED}}{dag}",
            (afspraak or ("besproken" if besproken else "nog niet besproken"), ZACHT),
        ),
    )


def grens_meer(grens: GrensBeeld, jongere: JongereLeeftijden, vandaag: date) -> Content:
    """Everything about one birthday: what changes, what to do, what to say, and where it stands."""
    regel = grens.regel
    delen: list[Content] = [
        Content.styled(
            f"{leeftijd(grens.grens)} · {dag_lang(grens.op)}{_afstand(grens.op, vandaag)}", "bold"
        ),
        *_verteld(grens, jongere),
        _tussenkop("Wat er verandert"),
        *(_punt(f"{v.wat.label}: {v.tekst}", v.bron) for v in regel.verandert),
        _tussenkop("Wat je doet"),
        *(_punt(taak.tekst, taak.bron) for taak in regel.taken),
        _tussenkop("Zo kun je het zeggen"),
        _punt(f"tegen {jongere.roepnaam}: ‘{regel.jongere}’"),
        _punt(f"tegen de ouders: ‘{regel.ouders}’"),
        _tussenkop("Bron"),
        Content.styled(f"{regel.bron} Nagekeken op {dag_met_jaar(regel.nagekeken)}.", ZACHT),
    ]
    return Content("\n").join(delen)


def domein_meer(domein: DomeinBeeld, bron: str) -> Content:
    """The questions of one domain and what was agreed."""
    besproken = domein.besproken_op
    delen = [
        Content.styled(domein.domein.label, "bold"),
        Content(f"Besproken op {dag_met_jaar(besproken)}." if besproken else "Nog niet besproken."),
    ]
    if domein.afspraak:
        delen += [_tussenkop("Afspraak"), Content(domein.afspraak)]
    delen += [_tussenkop("Om over te praten"), *(_punt(vraag) for vraag in domein.vragen)]
    delen += [_tussenkop("Bron"), Content.styled(bron, ZACHT)]
    return Content("\n").join(delen)


def _verteld(grens: GrensBeeld, jongere: JongereLeeftijden) -> Iterator[Content]:
    if grens.jongere_verteld_op:
        yield Content(f"{jongere.roepnaam} weet het sinds {dag_met_jaar(grens.jongere_verteld_op)}.")
    if grens.ouders_verteld_op:
        yield Content(f"De ouders weten het sinds {dag_met_jaar(grens.ouders_verteld_op)}.")
    if grens.ouders_niet:
        yield Content(f"De ouders horen het niet: {grens.ouders_niet}")


def _tussenkop(tekst: str) -> Content:
    return Content.styled(f"\n{tekst}", "bold $primary")


def _punt(tekst: str, bron: str = "") -> Content:
    punt = Content(f"– {tekst}")
    return punt + Content.styled(f"  ({bron})", ZACHT) if bron else punt


def _dag(dag: date) -> str:
    return f"{dag.day:>2} {MAANDEN_KORT[dag.month - 1]} {dag.year}"


def _afstand(dag: date, vandaag: date) -> str:
    dagen = (dag - vandaag).days
    if dagen == 0:
        return ", vandaag"
    if dagen < 0:
        return ""
    if dagen < 60:
        return f", over {dagen} dag{'en' if dagen != 1 else ''}"
    return f", over {round(dagen / 30.44)} maanden" if dagen < 730 else f", over {dagen // 365} jaar"
