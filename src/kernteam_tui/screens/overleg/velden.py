"""The rows of one point at the table, and what stands in them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from textual.widget import Widget

from kernteam_tui.domain.codes import Rol
from kernteam_tui.domain.datumtekst import dag_cijfers
from kernteam_tui.domain.delen.partners import partner_van_rol
from kernteam_tui.domain.gezinscodes import PartnerSoort
from kernteam_tui.screens.gesprek_vastleggen.ouders import AL, NIET, NOG, ouder_rijen
from kernteam_tui.screens.gesprek_vastleggen.velden import Actieveld, Terugkoppelveld
from kernteam_tui.screens.gesprek_woorden import rol_kort
from kernteam_tui.services.overleg.bespreken import TafelPartner, Tafelpunt
from kernteam_tui.services.zonder_ouders import OudersBijGesprek, ZonderOuders
from kernteam_tui.widgets.meerkeuze import Meerkeuze
from kernteam_tui.widgets.tekst import Kopregel
from kernteam_tui.widgets.velden import Tekstveld, Tekstvlak

ACTIE, TERUG = "actie-", "terug-"
EIGEN_ACTIE = "eigen_actie"


def casus_rijen(punt: Tafelpunt, vandaag: date) -> Iterator[Widget]:
    """Who of the family is there, what each does, what was said, who hears what."""
    assert punt.ouders is not None
    leden = [(f"{lid.naam}{'' if lid.ouder else ' (jongere)'}", lid.id) for lid in punt.gezin]
    uitleg = "liever met hen dan over hen; spatie zet aan of uit"
    yield Meerkeuze("erbij", "Wie van het gezin?", leden, uitleg=uitleg)
    yield Tekstveld("jongere_waarom", "Waarom jongere niet?", voorbeeld="in een paar woorden")
    yield from ouder_rijen(punt.ouders, vandaag)
    yield Kopregel("Wat doet ieder?")
    for partner in punt.partners:
        yield Actieveld(f"{ACTIE}{partner.id}", partner_tekst(partner, punt), vandaag, partner.voorstel)
    yield Kopregel("Besproken")
    yield Tekstvlak("uitkomst", "In het kort", hoogte=3)
    anderen = [partner for partner in punt.partners if partner_van_rol(partner.rol) is not None]
    if anderen:
        yield Kopregel("Wie hoort wat terug?")
    for partner in anderen:
        yield Terugkoppelveld(f"{TERUG}{partner.id}", partner_tekst(partner, punt), vandaag)


def eigen_rijen(vandaag: date) -> Iterator[Widget]:
    """What was said, and who does what."""
    yield Tekstvlak("uitkomst", "Besproken", hoogte=4)
    yield Tekstveld("wie", "Wie doet iets?", voorbeeld="een rol of een collega")
    yield Actieveld(EIGEN_ACTIE, "Wat, en vóór wanneer", vandaag, "")


def partner_tekst(partner: TafelPartner, punt: Tafelpunt) -> str:
    """The role; with the name where two of that role are there."""
    if partner.ik:
        return "jij"
    dubbel = sum(other.rol == partner.rol for other in punt.partners) > 1
    collega = partner.rol == Rol.GEZINSWERKER
    return f"{rol_kort(partner.rol)} ({partner.naam})" if dubbel or collega else rol_kort(partner.rol)


def soorten(punt: Tafelpunt) -> dict[str, PartnerSoort | None]:
    """Label of a row -> which kind of partner it is."""
    return {partner_tekst(partner, punt): partner_van_rol(partner.rol) for partner in punt.partners}


def beginwaarde(punt: Tafelpunt, vandaag: date) -> dict[str, Any]:
    """What was noted before."""
    eigen = punt.punt
    begin: dict[str, Any] = {"uitkomst": punt.uitkomst}
    if punt.ouders is None:
        return begin | {"wie": eigen.wie, EIGEN_ACTIE: _actie(eigen.actie, eigen.actie_op)}
    begin["erbij"] = [lid.id for lid in punt.gezin if lid.erbij]
    begin["jongere_waarom"] = punt.zonder if punt.ouders.zonder is None else ""
    begin |= {f"{ACTIE}{p.id}": _actie(p.actie, p.actie_op) for p in punt.partners}
    eerder = {afspraak.partner: afspraak for afspraak in reversed(punt.terugkoppelafspraken)}
    for partner in punt.partners:
        afspraak = eerder.get(partner_tekst(partner, punt))
        if afspraak is not None:
            begin[f"{TERUG}{partner.id}"] = {
                "niveau": afspraak.niveau.value,
                "moment": afspraak.moment.value,
                "op": dag_cijfers(afspraak.op) if afspraak.op else "",
            }
    return begin | _ouders(punt.ouders, vandaag)


def _actie(wat: str, op: date | None) -> dict[str, str]:
    return {"wat": wat, "op": dag_cijfers(op) if op else ""}


def _ouders(bij: OudersBijGesprek, vandaag: date) -> dict[str, str]:
    if not bij.vragen:
        return {}
    eerder = bij.zonder or ZonderOuders("", informeren_voor=bij.uiterlijk)
    horen = NIET if eerder.ouders_niet else AL if eerder.geinformeerd_op else NOG
    return {
        "ouders_waarom": eerder.waarom,
        "ouders_horen": horen,
        "ouders_voor": dag_cijfers(eerder.informeren_voor or bij.uiterlijk),
        "ouders_op": dag_cijfers(eerder.geinformeerd_op or vandaag),
        "ouders_niet": eerder.ouders_niet,
    }
