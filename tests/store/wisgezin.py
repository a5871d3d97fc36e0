"""A family whose every text holds a word of its own, for tests of what erasing leaves behind."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, date, datetime

from kernteam_tui.data.unit_of_work import UnitOfWork
from kernteam_tui.domain.bijlage import Bijlage
from kernteam_tui.domain.casus import Casus
from kernteam_tui.domain.codes import GesprekSoort, GesprekStaat, LogSoort, NotitieSoort, PersoonRol, Reden
from kernteam_tui.domain.concept import Concept
from kernteam_tui.domain.deelcodes import Leeftijdsgrens, Toekomstdomein, VerzoekSoort, VerzoekUitkomst
from kernteam_tui.domain.doelmeting import Meting
from kernteam_tui.domain.gesprek import Deelnemer, Gesprek, Wijziging
from kernteam_tui.domain.gezin import Gezin, Ouderschap, Persoon
from kernteam_tui.domain.gezinscodes import Netwerkgroep, PartnerSoort, RelatieSoort
from kernteam_tui.domain.gezinsplan import Actie, Citaat, Doel, Gezinsplan, PlanVersie, Veldwaarde
from kernteam_tui.domain.gezinsplancodes import Standpunt, Verstrekwijze
from kernteam_tui.domain.huishouden import Bewoner, Huishouden
from kernteam_tui.domain.leeftijdstap import Leeftijdstap, Toekomst
from kernteam_tui.domain.netwerk import Netwerklid
from kernteam_tui.domain.notitie import Addendum, Notitie
from kernteam_tui.domain.overleg import Overleg, Overlegpunt
from kernteam_tui.domain.planakkoord import Akkoord
from kernteam_tui.domain.plancodes import Overlegsoort
from kernteam_tui.domain.relatie import Relatie
from kernteam_tui.domain.school import School
from kernteam_tui.domain.schooljaar import Schooljaar
from kernteam_tui.domain.toestemming import Toestemming
from kernteam_tui.domain.verstrekking import Verstrekking
from kernteam_tui.domain.verzoek import Verzoek

WOORDEN = {
    "roepnaam": "Axolotl",
    "achternaam": "Bonobo",
    "ouder": "Chinchilla",
    "telefoon": "0612345987",
    "aanmelder": "Dodo",
    "aanmelding": "egelstelling",
    "notitie": "flamingovijver",
    "concept": "gnoesprong",
    "addendum": "hermelijnbont",
    "verslag": "ijsbeerpoot",
    "actie": "jakhalsactie",
    "verzet": "koalaverzet",
    "plan": "lemmingplan",
    "toelichting": "marmotuitleg",
    "doel": "narwaldoel",
    "versie": "okapiversie",
    "formulier": "pinguinformulier",
    "plekken": "quaggaplek",
    "logreden": "ratelslangreden",
    "bestand": "salamanderpad",
    "geweigerd": "tapirweigering",
    "gever": "urial",
    "partner": "vicuna",
    "ingetrokken": "wezelintrekking",
    "verzoek": "xerusverzoek",
    "verzoekreden": "yakreden",
    "vrager": "zebu",
    "netwerk": "aalscholver",
    "verwant": "bevertante",
    "netwerknummer": "0612345876",
    "relatie": "civetkat",
    "huishouden": "dassenburcht",
    "straat": "elandstraat",
    "letop": "fazantenhond",
    "schooljaar": "gibbonschool",
    "mentor": "hamster",
    "leeftijd": "impalareden",
    "toekomst": "jaguarkamer",
    "duo": "kievit",
    "team": "leguaanreden",
    "ouders_niet": "meerkatgeheim",
    "toestemmingsconcept": "neushoornformulier",
    "verzoekconcept": "ocelotformulier",
    "jaarconcept": "poemaformulier",
    "hoe_snel": "rendiersnelheid",
    "intussen": "schildpadhulp",
    "wachtcontact": "toekanbelletje",
    "punt": "uilenvraag",
    "uitkomst": "vossenafspraak",
    "puntactie": "wasbeeractie",
    "puntconcept": "zwaluwformulier",
    "veld": "adderveld",
    "opp": "bizonopp",
    "familiedoel": "condordoel",
    "meting": "dingometing",
    "omdat": "emoeomdat",
    "verklaring": "fuutverklaring",
    "versiemeting": "gekkometing",
    "versieverklaring": "hommelverklaring",
    "bijlage": "iguanapapier",
    "verstrekking": "jakblad",
    "vraagster": "karekiet",
}
"""Where it stands -> a word that stands nowhere else; no two begin alike, so the index keeps each whole."""


@dataclass(frozen=True)
class Wisgezin:
    """What was stored."""

    casus: Casus
    gezin: Gezin
    jongere: Persoon
    ouder: Persoon


def bewaar_wisgezin(uow: UnitOfWork, nummer: str = "2026-001") -> Wisgezin:
    """Put the family into this unit of work and commit it."""
    w = WOORDEN
    school = School(naam="De Brug")
    jongere = Persoon(rol=PersoonRol.JONGERE, roepnaam=w["roepnaam"], achternaam=w["achternaam"])
    ouder = Persoon(rol=PersoonRol.OUDER, roepnaam=w["ouder"], telefoon=w["telefoon"])
    gezin = Gezin(
        personen=[jongere, ouder], ouderschappen=[Ouderschap(jongere_id=jongere.id, ouder_id=ouder.id)]
    )
    casus = Casus(
        nummer=nummer,
        gezin_id=gezin.id,
        school_id=school.id,
        jongeren=[jongere],
        aangemeld=date(2026, 11, 9),
        aanmelder_naam=w["aanmelder"],
        redenen=(Reden.VERZUIM,),
        woorden=w["aanmelding"],
        vernietiging_gevraagd_op=date(2026, 11, 10),
        vernietiging_geweigerd=w["geweigerd"],
        duo_partner=w["duo"],
        wie_pakt_reden=w["team"],
        hoe_snel=w["hoe_snel"],
        intussen=w["intussen"],
        wachtcontact=w["wachtcontact"],
        leeftijdstappen=[
            Leeftijdstap(jongere_id=jongere.id, grens=Leeftijdsgrens.ZESTIEN, ouders_niet=w["leeftijd"])
        ],
        toekomst=[Toekomst(jongere_id=jongere.id, domein=Toekomstdomein.WONEN, afspraak=w["toekomst"])],
    )
    _omring(gezin, jongere, ouder)
    uow.scholen.add(school)
    uow.gezinnen.add(gezin)
    uow.casussen.add(casus)
    _bewaar_werk(uow, casus, ouder)
    given, asked = _afspraken(casus, jongere)
    uow.toestemmingen.add(given)
    uow.verzoeken.add(asked)
    uow.plannen.add(_plan(gezin))
    _bewaar_papieren(uow, casus, gezin, ouder)
    point = _overleg(uow, casus)
    for sleutel, inhoud in (
        (f"gezag:{casus.id}:x", w["formulier"]),
        ("plekken", f"gezocht op {w['plekken']}"),
        (f"toestemming:{given.id}", w["toestemmingsconcept"]),
        (f"verzoek:{asked.id}", w["verzoekconcept"]),
        (f"overlegpunt:{point.id}", w["puntconcept"]),
        (f"schooljaar:{gezin.schooljaren[0].id}", w["jaarconcept"]),
    ):
        uow.concepten.add(Concept(sleutel=sleutel, inhoud=inhoud))
    uow.concepten.add(Concept(sleutel="aanmelding:nieuw", inhoud="van een ander"))
    uow.instellingen()
    uow.note_uitvoer(casus.id, f"/ergens/{w['bestand']}.pdf", "bladzijde", "ouder")
    uow.log(LogSoort.UITZONDERING, w["logreden"], casus_id=casus.id, voor="ouder")
    uow.commit()
    return Wisgezin(casus, gezin, jongere, ouder)


def _bewaar_papieren(uow: UnitOfWork, casus: Casus, gezin: Gezin, ouder: Persoon) -> None:
    w = WOORDEN
    day = date(2026, 11, 12)
    paper = Bijlage(gezin_id=gezin.id, naam="plan.txt", ontvangen_op=day, inhoud=w["bijlage"].encode())
    uow.bijlagen.add(paper)
    uow.verstrekkingen.add(
        Verstrekking(
            casus_id=casus.id,
            persoon_id=ouder.id,
            rol="ouder",
            wat="bladzijde",
            versie=1,
            op=day,
            hoe=Verstrekwijze.AFGEDRUKT,
            vorm="pdf",
            gevraagd_door=w["vraagster"],
            inhoud=w["verstrekking"],
        )
    )


def _overleg(uow: UnitOfWork, casus: Casus) -> Overlegpunt:
    w = WOORDEN
    point = Overlegpunt(
        casus_id=casus.id,
        soort=Overlegsoort.AFSPRAAK,
        tekst=w["punt"],
        uitkomst=w["uitkomst"],
        actie=w["puntactie"],
    )
    other = Overlegpunt(tekst="rooster van de mentoren", volgorde=1)
    start = datetime(2026, 11, 24, 8, tzinfo=UTC)
    uow.overleggen.add(Overleg(school_id=casus.school_id, start=start, punten=[point, other]))
    return point


def _bewaar_werk(uow: UnitOfWork, casus: Casus, ouder: Persoon) -> None:
    w, moment = WOORDEN, datetime(2026, 11, 12, 9, tzinfo=UTC)
    note = Notitie(casus_id=casus.id, soort=NotitieSoort.HUISBEZOEK, moment=moment, tekst=w["notitie"])
    note.rond_af(moment)
    note.addenda.append(Addendum(tekst=w["addendum"]))
    uow.notities.add(note)
    uow.notities.add(
        Notitie(casus_id=casus.id, soort=NotitieSoort.TELEFOON, moment=moment, tekst=w["concept"])
    )
    uow.gesprekken.add(
        Gesprek(
            casus_id=casus.id,
            soort=GesprekSoort.STARTGESPREK,
            staat=GesprekStaat.GEHOUDEN,
            start=moment,
            verslag=w["verslag"],
            ouders_niet=w["ouders_niet"],
            wijzigingen=(Wijziging(op="2026-11-11T09:00:00+00:00", wat="verzet", reden=w["verzet"]),),
            deelnemers=[Deelnemer(wie_id=ouder.id, rol="ouder", naam=w["ouder"], actie=w["actie"])],
        )
    )


def _omring(gezin: Gezin, jongere: Persoon, ouder: Persoon) -> None:
    w = WOORDEN
    ouder.let_op = w["letop"]
    huis = Huishouden(naam=w["huishouden"], straat=w["straat"])
    gezin.huishoudens.append(huis)
    gezin.bewoners.append(Bewoner(huishouden_id=huis.id, persoon_id=jongere.id))
    gezin.relaties.append(
        Relatie(van_id=ouder.id, naar_id=jongere.id, soort=RelatieSoort.ANDERS, omschrijving=w["relatie"])
    )
    gezin.netwerk.append(
        Netwerklid(
            rond_id=jongere.id,
            naam=w["netwerk"],
            relatie=w["verwant"],
            telefoon=w["netwerknummer"],
            groep=Netwerkgroep.FAMILIE,
        )
    )
    gezin.schooljaren.append(
        Schooljaar(persoon_id=jongere.id, jaar="2025-2026", school=w["schooljaar"], mentor=w["mentor"])
    )


def _afspraken(casus: Casus, jongere: Persoon) -> tuple[Toestemming, Verzoek]:
    w = WOORDEN
    given = Toestemming(
        casus_id=casus.id,
        jongere_id=jongere.id,
        gever_id="",
        gever_naam=w["gever"],
        partner=PartnerSoort.LEERPLICHT,
        partner_naam=w["partner"],
        op=date(2026, 11, 10),
    )
    given.trek_in(date(2026, 11, 12), w["ingetrokken"])
    asked = Verzoek(
        casus_id=casus.id,
        soort=VerzoekSoort.INZAGE,
        van_naam=w["vrager"],
        op=date(2026, 11, 10),
        tekst=w["verzoek"],
    )
    asked.handel_af(VerzoekUitkomst.DEELS, date(2026, 11, 12), w["verzoekreden"])
    return given, asked


def _plan(gezin: Gezin) -> Gezinsplan:
    w = WOORDEN
    plan = Gezinsplan(gezin_id=gezin.id)
    onderdeel = plan.onderdeel("wat_gaat_goed")
    onderdeel.woorden = (Citaat(w["roepnaam"], "nl", w["plan"]),)
    onderdeel.toelichting = w["toelichting"]
    onderdeel.velden = (Veldwaarde("sinds_wanneer", w["veld"]),)
    doel = Doel(wat=w["doel"], van=w["roepnaam"], opp_doel=w["opp"], familiedoel=w["familiedoel"])
    plan.doelen.append(doel)
    plan.metingen.append(Meting(doel_id=doel.id, op=date(2026, 11, 12), tekst=w["meting"], van=w["roepnaam"]))
    plan.akkoorden.append(
        Akkoord(
            versie=1,
            naam=w["roepnaam"],
            standpunt=Standpunt.NIET,
            omdat=w["omdat"],
            verklaring=w["verklaring"],
            op=date(2026, 11, 12),
        )
    )
    plan.acties.append(Actie(wat="bellen", wie=w["ouder"]))
    metingen = [{"op": "2026-11-12", "tekst": w["versiemeting"], "van": w["roepnaam"]}]
    doelen = [{"wat": w["versie"], "van": w["roepnaam"], "metingen": metingen}]
    akkoorden = [{"naam": w["roepnaam"], "standpunt": "niet", "verklaring": w["versieverklaring"]}]
    versie = json.dumps({"onderdelen": {}, "doelen": doelen, "acties": [], "akkoorden": akkoorden})
    plan.versies.append(PlanVersie(nummer=1, vastgesteld_op=date(2026, 11, 12), inhoud=versie))
    return plan
