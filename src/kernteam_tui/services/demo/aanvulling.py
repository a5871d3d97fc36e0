"""Generated families and notes, put together from the sentences of the example."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random

from kernteam_tui.domain.codes import (
    AfsluitKenmerk,
    AfsluitSoort,
    Fase,
    GesprekSoort,
    GesprekStaat,
    JaNeeOnbekend,
    NotitieSoort,
    Route,
)
from kernteam_tui.domain.datumtekst import dag_van
from kernteam_tui.domain.gesprek import Gesprek
from kernteam_tui.domain.gezinsplancodes import Standpunt
from kernteam_tui.domain.notitie import Notitie
from kernteam_tui.domain.record import Record
from kernteam_tui.exchange.voorbeeld import (
    VoorbeeldAanleiding,
    VoorbeeldAfsluiting,
    VoorbeeldCasus,
    VoorbeeldGesprek,
    VoorbeeldJongere,
    VoorbeeldMens,
    VoorbeeldNotitie,
    VoorbeeldTerugkoppeling,
    VoorbeeldZinnen,
)
from kernteam_tui.exchange.voorbeeldplan import (
    VoorbeeldActie,
    VoorbeeldAkkoord,
    VoorbeeldCitaat,
    VoorbeeldDoel,
    VoorbeeldOnderdeel,
    VoorbeeldPlan,
)
from kernteam_tui.services.demo.gezinnen import Dossier

_VERDELING = {
    Fase.IN_BEGELEIDING: 40,
    Fase.AFGESLOTEN: 38,
    Fase.OVERGEDRAGEN: 4,
    Fase.NIET_GESTART: 4,
    Fase.ZORG_ZONDER_VRAAG: 4,
    Fase.EVALUATIE: 3,
    Fase.WACHT_OP_START: 3,
    Fase.KENNISMAKING_GEPLAND: 2,
    Fase.AANGEMELD: 2,
}
"""Of every hundred generated casussen."""
_GESTART = (Fase.IN_BEGELEIDING, Fase.EVALUATIE, Fase.AFGESLOTEN, Fase.OVERGEDRAGEN)
_DICHT = {
    Fase.AFGESLOTEN: AfsluitSoort.AFGESLOTEN,
    Fase.OVERGEDRAGEN: AfsluitSoort.OVERGEDRAGEN,
    Fase.NIET_GESTART: AfsluitSoort.NIET_GESTART,
}
_TIJDEN = ("08:30", "09:30", "10:45", "13:30", "14:45", "16:00")
_SOORTEN = (
    NotitieSoort.HUISBEZOEK,
    NotitieSoort.HUISBEZOEK,
    NotitieSoort.TELEFOON,
    NotitieSoort.GESPREK_SCHOOL,
    NotitieSoort.BERICHT,
)


@dataclass
class Kroniek:
    """One casus and its last contact: further notes lie between the aanmelding and that day."""

    dossier: Dossier
    laatste: date | None = field(default=None)

    def tel(self, record: Record) -> int:
        """Take note of a record; 1 for a note, 0 for anything else."""
        moment = None
        if isinstance(record, Notitie):
            moment = record.moment
        elif isinstance(record, Gesprek) and record.staat is GesprekStaat.GEHOUDEN:
            moment = record.start
        if moment is not None:
            self.laatste = max(self.laatste or date.min, dag_van(moment))
        return int(isinstance(record, Notitie))


def meer_casussen(zinnen: VoorbeeldZinnen, aantal: int, rng: Random) -> Iterator[VoorbeeldCasus]:
    """So many generated families, in the phases of a whole team's caseload."""
    fasen = rng.choices(tuple(_VERDELING), tuple(_VERDELING.values()), k=max(aantal, 0))
    gepland = 0
    for nummer, fase in enumerate(fasen):
        yield _Bedenker(zinnen, rng, fase, nummer, gepland).casus()
        gepland += fase is Fase.KENNISMAKING_GEPLAND


def meer_notities(
    zinnen: VoorbeeldZinnen, kronieken: Sequence[Kroniek], aantal: int, rng: Random
) -> Iterator[Notitie]:
    """So many finished notes, spread over the casussen in which there has been contact."""
    usable = [kroniek for kroniek in kronieken if kroniek.laatste is not None] or list(kronieken)
    for _ in range(aantal if usable else 0):
        yield _losse_notitie(zinnen, rng.choice(usable), rng)


def _losse_notitie(zinnen: VoorbeeldZinnen, kroniek: Kroniek, rng: Random) -> Notitie:
    dossier = kroniek.dossier
    dagen, casus = dossier.dagen, dossier.casus
    span = ((kroniek.laatste or casus.aangemeld) - casus.aangemeld).days
    days_ago = (casus.aangemeld - dagen.vandaag).days + rng.randint(0, span)
    moment = dagen.moment(dossier.dag(days_ago), time.fromisoformat(rng.choice(_TIJDEN)))
    ouders = dossier.gezin.ouders_van(casus.jongere.id)
    wie = rng.choice(ouders).roepnaam if ouders else casus.jongere.roepnaam
    reached = rng.random() < 0.92
    soort = rng.choice(_SOORTEN) if reached else NotitieSoort.TELEFOON
    pieces = _huisbezoek(zinnen, rng) if reached else [rng.choice(zinnen.niet_bereikt)]
    notitie = Notitie(
        casus_id=casus.id,
        soort=soort,
        moment=moment,
        met_wie=wie,
        bereikt=reached,
        tekst=" ".join(pieces).format(j=casus.jongere.roepnaam, ouder=wie.split()[0]),
        created_at=moment,
        updated_at=moment,
    )
    notitie.rond_af(moment + timedelta(hours=1))
    return notitie


def _huisbezoek(zinnen: VoorbeeldZinnen, rng: Random) -> list[str]:
    """Sentences of one note, 30 to 80 words."""
    return [
        rng.choice(zinnen.begin),
        *rng.sample(zinnen.midden, rng.randint(1, 3)),
        rng.choice(zinnen.woorden),
        rng.choice(zinnen.slot),
    ]


class _Bedenker:
    """Makes up one family in one phase."""

    def __init__(self, zinnen: VoorbeeldZinnen, rng: Random, fase: Fase, nummer: int, gepland: int) -> None:
        self._zinnen = zinnen
        self._rng = rng
        self._fase = fase
        self._nummer = nummer
        self._gepland = gepland
        self._aanleiding: VoorbeeldAanleiding = rng.choice(zinnen.aanleidingen)
        self._kind = rng.choice(zinnen.kinderen)
        self._achternaam = rng.choice(zinnen.achternamen)
        self._ouders = [
            f"{naam} {self._achternaam}" for naam in rng.sample(zinnen.ouders, rng.choice((1, 2, 2)))
        ]
        self._begin = self._draw_begin()
        self._eind = -rng.randint(1, 18)
        """Days ago of the last contact, or of the closing."""
        if fase in _DICHT:
            self._eind = rng.randint(self._begin + 25, -5)

    def casus(self) -> VoorbeeldCasus:
        """The description, as the hand-written ones are."""
        fase, rng = self._fase, self._rng
        return VoorbeeldCasus(
            sleutel=f"bedacht-{self._nummer}",
            school=rng.choice(("brug", "kompas")),
            jongeren=(
                VoorbeeldJongere(
                    roepnaam=(self._kind,), achternaam=self._achternaam, jaren=rng.randint(12, 16)
                ),
            ),
            mensen=tuple(self._mens(naam, nummer) for nummer, naam in enumerate(self._ouders)),
            aangemeld=self._begin,
            route=rng.choice((Route.SCHOOL, Route.SCHOOL, Route.SCHOOL, Route.ZELF, Route.HUISARTS)),
            redenen=(self._aanleiding.reden,),
            vraagstukken=(self._aanleiding.vraagstuk,),
            woorden=self._tekst(rng.choice(self._aanleiding.woorden)),
            aangeboden=None if fase is Fase.AANGEMELD else min(self._begin + rng.randint(1, 4), -1),
            kennismaking_later=None,
            startgesprek_later="het gezin kon niet eerder" if self._gepland_laat else "",
            zorg_zonder_vraag=fase is Fase.ZORG_ZONDER_VRAAG,
            volgende_poging=rng.randint(2, 60) if fase is Fase.ZORG_ZONDER_VRAAG else None,
            regisseur=self._ouders[0],
            gesprekken=tuple(self._gesprekken()),
            notities=tuple(self._notities()),
            plan=self._plan() if fase in _GESTART and rng.random() < 0.85 else None,
            afsluiting=self._afsluiting(),
        )

    @property
    def _gepland_laat(self) -> bool:
        return self._fase is Fase.KENNISMAKING_GEPLAND and self._gepland > 6

    def _draw_begin(self) -> int:
        spread = {
            Fase.AANGEMELD: (-6, -1),
            Fase.KENNISMAKING_GEPLAND: (-5, -2),
            Fase.WACHT_OP_START: (-60, -20),
            Fase.ZORG_ZONDER_VRAAG: (-120, -30),
            Fase.NIET_GESTART: (-500, -60),
            Fase.EVALUATIE: (-300, -110),
            Fase.IN_BEGELEIDING: (-420, -45),
        }
        return self._rng.randint(*spread.get(self._fase, (-900, -160)))

    def _mens(self, naam: str, nummer: int) -> VoorbeeldMens:
        known = self._rng.random() < 0.85
        return VoorbeeldMens(
            naam=naam,
            gezag=JaNeeOnbekend.JA if known else JaNeeOnbekend.ONBEKEND,
            gezag_hoe="gezagsregister" if known else "",
            woont_bij=nummer == 0 or self._rng.random() < 0.6,
            email=self._rng.random() < 0.5,
        )

    def _gesprekken(self) -> Iterator[VoorbeeldGesprek]:
        if self._fase is Fase.KENNISMAKING_GEPLAND:
            yield VoorbeeldGesprek(
                soort=GesprekSoort.KENNISMAKING,
                staat=GesprekStaat.GEPLAND,
                over=1 + self._gepland // 2,
                tijd=("13:15", "16:45")[self._gepland % 2],
                plek="thuis",
            )
        if self._fase is Fase.WACHT_OP_START:
            yield VoorbeeldGesprek(
                soort=GesprekSoort.KENNISMAKING,
                dag=self._begin + 6,
                tijd="15:00",
                plek="thuis",
                verslag=self._tekst(self._rng.choice(self._zinnen.midden)),
            )
        if self._fase in _GESTART:
            yield VoorbeeldGesprek(
                soort=GesprekSoort.STARTGESPREK,
                dag=self._begin + self._rng.randint(3, 7),
                tijd=self._rng.choice(("09:00", "10:00", "11:00")),
                verslag=self._tekst(self._rng.choice(self._zinnen.midden)),
                acties={"gezinswerker": "gaat thuis langs"},
                acties_klaar=True,
                terugkoppelen=(self._terugkoppeling(),),
            )

    def _terugkoppeling(self) -> VoorbeeldTerugkoppeling:
        told = None if self._rng.random() < 0.04 else self._begin + 9
        return VoorbeeldTerugkoppeling(partner="leerplicht", gedaan=told)

    def _notities(self) -> Iterator[VoorbeeldNotitie]:
        if self._fase in (Fase.AANGEMELD, Fase.KENNISMAKING_GEPLAND):
            return
        first = min(self._begin + 8, self._eind)
        for dag in sorted(self._rng.randint(first, self._eind) for _ in range(self._rng.randint(1, 4))):
            yield self._notitie(dag, _huisbezoek(self._zinnen, self._rng), NotitieSoort.HUISBEZOEK)
        yield self._notitie(self._eind, [self._rng.choice(self._zinnen.kort)], NotitieSoort.TELEFOON)

    def _notitie(self, dag: int, zinnen: list[str], soort: NotitieSoort) -> VoorbeeldNotitie:
        return VoorbeeldNotitie(
            soort=soort,
            dag=dag,
            tijd=self._rng.choice(_TIJDEN),
            met=f"{self._kind} en {self._ouders[0]}",
            tekst=self._tekst(" ".join(zinnen)),
        )

    def _plan(self) -> VoorbeeldPlan:
        rng, reden = self._rng, self._aanleiding
        begonnen = min(self._begin + 14, self._eind)
        evaluatie = -rng.randint(1, 20) if self._fase is Fase.EVALUATIE else rng.randint(4, 80)
        vast = rng.randint(begonnen, self._eind)
        ouder = self._ouders[0].split()[0]
        return VoorbeeldPlan(
            begonnen=begonnen,
            versies=(vast,),
            evaluatie=evaluatie,
            onderdelen={
                "waarom_dit_plan": _woorden(ouder, self._tekst(rng.choice(reden.waarom))),
                "wat_gaat_goed": _woorden(self._kind, self._tekst(rng.choice(self._zinnen.goed))),
                "wat_maakt_het_moeilijk": _woorden(self._kind, self._tekst(rng.choice(reden.moeilijk))),
                "veiligheid": _veilig(begonnen),
            },
            akkoorden=tuple(self._akkoorden(vast)),
            doelen=(
                VoorbeeldDoel(
                    wat=self._tekst(reden.doel),
                    van=self._kind,
                    nu=rng.randint(2, 5),
                    gewenst=rng.randint(6, 9),
                    hoe=self._tekst(reden.hoe),
                ),
            ),
            acties=tuple(
                VoorbeeldActie(
                    wat=self._tekst(wat),
                    wie=self._tekst(wie),
                    dag=rng.randint(3, 40),
                    klaar=self._fase in _DICHT,
                )
                for wie, wat in reden.acties
            ),
        )

    def _akkoorden(self, dag: int) -> Iterator[VoorbeeldAkkoord]:
        """Of the day of the version: each parent signs, every third jongere has something to say."""
        half = self._nummer % 3 == 0
        yield VoorbeeldAkkoord(
            versie=1,
            wie="{j}",
            dag=dag,
            standpunt=Standpunt.DEELS if half else Standpunt.EENS,
            omdat=self._zinnen.deels[self._nummer % len(self._zinnen.deels)] if half else "",
        )
        for ouder in self._ouders:
            yield VoorbeeldAkkoord(versie=1, wie=ouder, dag=dag, getekend=dag)

    def _afsluiting(self) -> VoorbeeldAfsluiting | None:
        soort = _DICHT.get(self._fase)
        if soort is None:
            return None
        drawn = self._rng.choices(tuple(AfsluitKenmerk)[:4], (60, 20, 15, 5))[0]
        finished = soort is AfsluitSoort.AFGESLOTEN
        handed_over = AfsluitKenmerk.OVERDRACHT if soort is AfsluitSoort.OVERGEDRAGEN else None
        return VoorbeeldAfsluiting(
            soort=soort,
            dag=self._eind,
            kenmerk=drawn if finished else handed_over,
            zelfstandig_verder=self._rng.random() < 0.88 if finished else None,
            toelichting=self._tekst(self._rng.choice(self._zinnen.afsluiting)) if finished else "",
            cijfer=self._rng.choice((None, 7, 8, 8, 9)) if finished else None,
        )

    def _tekst(self, tekst: str) -> str:
        return tekst.format(j=self._kind, ouder=self._ouders[0].split()[0])


def _veilig(dag: int) -> VoorbeeldOnderdeel:
    return VoorbeeldOnderdeel(
        toelichting=f"Besproken op {{dag{dag}}} met {{j}} en thuis. Geen zorgen.",
        velden={"besproken_op": f"{{datum{dag}}}"},
    )


def _woorden(van: str, tekst: str) -> VoorbeeldOnderdeel:
    return VoorbeeldOnderdeel(woorden=(VoorbeeldCitaat(van=van, tekst=tekst),))
