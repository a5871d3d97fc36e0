"""One small paper of every kind, with the same words wherever a family can put them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime

from kernteam_tui.domain.afschrift.stukken import Afschrift, Hoofdstuk, Regel, Stuk
from kernteam_tui.domain.bladzijde import Bereikbaarheid, Bladzijde, BladzijdeActie, BladzijdeDoel
from kernteam_tui.domain.codes import JaNeeOnbekend, Niveau
from kernteam_tui.domain.deelcodes import Gegeven, LezerSoort, Uitweg
from kernteam_tui.domain.delen.codes import Leeftijdsband
from kernteam_tui.domain.delen.deelvraag import Feit, Geval, Lezer
from kernteam_tui.domain.delen.doorlaat import Doorlaat, laat_door
from kernteam_tui.domain.genogram.stamboom import Kindschap, Lid, Stamboom
from kernteam_tui.domain.gezinscodes import Geslacht, Gevoel, Hulpsoort, Netwerkgroep
from kernteam_tui.domain.gezinsplan import Citaat
from kernteam_tui.domain.netwerkkaart.kaart import Kaart, Mens
from kernteam_tui.domain.planformaat import Invul
from kernteam_tui.domain.planpapier import (
    Papieractie,
    Papierakkoord,
    Papierdoel,
    Papieronderdeel,
    Papierregel,
    Papierwoorden,
    Planpapier,
    Tekenaar,
)
from kernteam_tui.domain.terugkoppeling import Aanleiding, Nieuws
from kernteam_tui.exchange import (
    afschrift,
    bladzijde,
    genogram,
    gespreksbrief,
    overleg,
    planpapier,
    terugkoppeling,
)
from kernteam_tui.exchange.afschrift import pdf as afschriftpdf
from kernteam_tui.exchange.bladzijde import pdf as bladzijdepdf
from kernteam_tui.exchange.drukwerk import Druk, Papier
from kernteam_tui.exchange.genogram import pdf as genogrampdf
from kernteam_tui.exchange.gespreksbrief import Gespreksbrief
from kernteam_tui.exchange.gespreksbrief import pdf as gespreksbriefpdf
from kernteam_tui.exchange.netwerkkaart import pdf as netwerkpdf
from kernteam_tui.exchange.overleg import pdf as overlegpdf
from kernteam_tui.exchange.planpapier import pdf as planpapierpdf
from kernteam_tui.exchange.terugkoppeling import pdf as briefpdf
from kernteam_tui.exchange.terugkoppeling.brief import Brief

DAG = date(2026, 11, 23)
NAAM = "Zarifa Öztürk"
"""Who every paper is about, unless a test puts other words there."""


@dataclass(frozen=True)
class Soort:
    """A kind of paper; `maak` prints one with these words as a name and as a text of the family."""

    papier: Papier
    maak: Callable[[str], Druk]

    @property
    def naam(self) -> str:
        return self.papier.sjabloon.split("/")[0]


def _bladzijde(woorden: str) -> Druk:
    return bladzijde.maak_pdf(
        Bladzijde(
            voor=woorden,
            datum=DAG,
            plan_versie=3,
            waarom=(Citaat(woorden, "nl", woorden),),
            doelen=(BladzijdeDoel(woorden, woorden, 4, 7, woorden),),
            acties=(BladzijdeActie(woorden, woorden, DAG), BladzijdeActie(woorden, woorden, klaar=True)),
            evaluatie_op=date(2027, 1, 18),
            school_weet=(woorden,),
            bellen=Bereikbaarheid(woorden, "06-12345678"),
        )
    )


def _genogram(woorden: str) -> Druk:
    leden = (Lid("kind", woorden, Geslacht.VROUW, 2012), Lid("moeder", woorden, Geslacht.VROUW, 1984))
    return genogram.maak_genogram(Stamboom(leden, (Kindschap("kind", "moeder"),)), "Genogram 2026-014", DAG)


def _netwerkkaart(woorden: str) -> Druk:
    mens = Mens("oma", woorden, "oma", Netwerkgroep.FAMILIE, (Hulpsoort.ADVIES,), Gevoel.STEUN, 1)
    return netwerkpdf.maak_netwerkpdf(Kaart(woorden, "kind", (mens,)), DAG)


def _afschrift(woorden: str) -> Druk:
    stuk = Stuk("notitie:1", Hoofdstuk.NOTITIES, woorden, (Regel("Wat er speelt", woorden),))
    return afschrift.maak_pdf(Afschrift(woorden, "2026-014", DAG, DAG, False, (stuk,), ()), _mag_weg())


def _bericht(woorden: str) -> Druk:
    brief = Brief("leerplicht", (woorden,), DAG, Nieuws(Aanleiding.GESTART, DAG))
    return terugkoppeling.maak_pdf(brief, _mag_verteld())


def _gespreksbrief(woorden: str) -> Druk:
    start = datetime(2026, 11, 26, 8, tzinfo=UTC)
    brief = Gespreksbrief(DAG, start, 60, woorden, (woorden, "de mentor"), woorden)
    return gespreksbrief.maak_pdf(brief, _mag_uitgenodigd())


def _mag_uitgenodigd() -> Doorlaat:
    geval = Geval(Lezer(LezerSoort.OUDER, "moeder"), Uitweg.UITNODIGING, "kind", Leeftijdsband.VAN_12)
    return laat_door([Feit("adres:moeder", Gegeven.EIGEN_CONTACT, "moeder")], geval).doorlaat


def _mag_weg() -> Doorlaat:
    lezer = Lezer(LezerSoort.OUDER, "moeder", gezag=JaNeeOnbekend.JA, gevraagd_op=DAG)
    geval = Geval(lezer, Uitweg.AFSCHRIFT, "kind", Leeftijdsband.VAN_12)
    return laat_door([Feit("a", Gegeven.INHOUD)], geval).doorlaat


def _mag_verteld() -> Doorlaat:
    lezer = Lezer(LezerSoort.KERNPARTNER)
    vanaf = Niveau.GESTART_GESTOPT
    geval = Geval(lezer, Uitweg.TERUGKOPPELING, "kind", Leeftijdsband.VAN_12, toestemming=vanaf)
    return laat_door([Feit("hulp", Gegeven.GESTART_GESTOPT)], geval).doorlaat


def _overleg(woorden: str) -> Druk:
    start = datetime(2026, 11, 23, 8, tzinfo=UTC)
    punten = (overleg.Bladpunt(woorden, (woorden,)), overleg.Bladpunt("een leerling"))
    lezer = Lezer(LezerSoort.KERNPARTNER)
    leave = laat_door([], Geval(lezer, Uitweg.OVERLEG, "", Leeftijdsband.ONBEKEND)).doorlaat
    return overleg.maak_pdf(overleg.Agendablad(woorden, start, 60, woorden, DAG, punten), (leave,))


def _planpapier(woorden: str) -> Druk:
    """Every part that a plan can have, twice: as one text, and in columns."""
    regel = Papierregel(woorden, woorden)
    said = Papierwoorden(woorden, "nl", woorden, woorden)
    parts = (
        Papieronderdeel(1, woorden, woorden, Invul.DOELEN, False, (said,), woorden, (regel,)),
        Papieronderdeel(2, woorden, woorden, Invul.ACTIES, True, (said, Papierwoorden("", "tr", woorden))),
        Papieronderdeel(3, woorden, woorden, Invul.EVALUATIE),
    )
    plan = Planpapier(
        voor=woorden,
        datum=DAG,
        formaat="gezinsplan-2026-2",
        versie=3,
        vastgesteld_op=None,
        rond_het_plan=(regel,),
        onderdelen=parts,
        doelen=(Papierdoel(woorden, woorden, 4, 7, woorden, (regel,)), Papierdoel(woorden)),
        acties=(Papieractie(woorden, woorden, DAG), Papieractie(woorden, woorden, klaar=True)),
        evaluatie_op=date(2027, 1, 18),
        akkoorden=(Papierakkoord(woorden, "niet eens", DAG, woorden, woorden, DAG),),
        tekenaars=(Tekenaar(woorden, woorden),),
        niet_alles=True,
    )
    return planpapier.maak_pdf(plan, mag_op_papier())


def mag_op_papier() -> Doorlaat:
    """Leave for a whole plan."""
    lezer = Lezer(LezerSoort.OUDER, "moeder", gezag=JaNeeOnbekend.JA)
    return laat_door(
        [Feit("a", Gegeven.INHOUD)], Geval(lezer, Uitweg.PLAN, "kind", Leeftijdsband.VAN_12)
    ).doorlaat


SOORTEN = (
    Soort(bladzijdepdf.PAPIER, _bladzijde),
    Soort(genogrampdf.PAPIER, _genogram),
    Soort(netwerkpdf.PAPIER, _netwerkkaart),
    Soort(afschriftpdf.PAPIER, _afschrift),
    Soort(gespreksbriefpdf.PAPIER, _gespreksbrief),
    Soort(overlegpdf.PAPIER, _overleg),
    Soort(planpapierpdf.PAPIER, _planpapier),
    Soort(briefpdf.PAPIER, _bericht),
)
