"""The gezinsplan of one casus: told day by day, so that each version holds what was in it on its day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from itertools import chain

from kernteam_tui.domain.bijlage import Bijlage
from kernteam_tui.domain.doelverloop import Blik, noteer_blik, noteer_cijfer
from kernteam_tui.domain.gezin import Persoon
from kernteam_tui.domain.gezinsplan import Actie, Citaat, Doel, Gezinsplan, Veldwaarde
from kernteam_tui.domain.ouderszien import zet_antwoord
from kernteam_tui.domain.planakkoord import Akkoord
from kernteam_tui.domain.record import Record
from kernteam_tui.exchange.formaten.planversie import lees_planversie, schrijf_planversie
from kernteam_tui.exchange.voorbeeldplan import (
    VoorbeeldActie,
    VoorbeeldAkkoord,
    VoorbeeldAlinea,
    VoorbeeldCitaat,
    VoorbeeldDoel,
    VoorbeeldOnderdeel,
    VoorbeeldPlan,
)
from kernteam_tui.services.akkoordtekst import (
    laat_gelijke_tekst_los,
    tekst_bij_akkoord,
    zonder_akkoorden,
)
from kernteam_tui.services.demo.gezinnen import Dossier
from kernteam_tui.services.planinhoud import inhoud_van

KIJKT_TERUG_NA = timedelta(weeks=4)
"""From an earlier version to the day of looking back that stood in it."""
VANDAAG = 0


def vertel_plan(dossier: Dossier, wat: VoorbeeldPlan) -> Iterator[Record]:
    """The plan with its versions and who said what of them, and the file that the family gave."""
    yield _Verteller(dossier, wat).vertel()
    given = wat.familieplan
    if given is not None and given.bestand:
        gekregen = dossier.dag(given.gekregen)
        moment = dossier.dagen.moment(gekregen, time(16))
        yield Bijlage(
            gezin_id=dossier.gezin.id,
            naam=given.bestand,
            ontvangen_op=gekregen,
            inhoud=dossier.tekst(given.tekst).encode(),
            created_at=moment,
            updated_at=moment,
        )


def vind_persoon(dossier: Dossier, wie: str) -> Persoon | None:
    """Somebody of the family by name, `{j}` for the jongere of the casus; None for anybody else."""
    if wie == "{j}":
        return dossier.casus.jongere
    return next((een for een in dossier.gezin.personen if wie in (een.naam, een.roepnaam)), None)


@dataclass
class _Verteller:
    dossier: Dossier
    wat: VoorbeeldPlan

    def __post_init__(self) -> None:
        begonnen = self._moment(self.wat.begonnen)
        self.plan = Gezinsplan(
            gezin_id=self.dossier.gezin.id,
            variant=self.wat.variant,
            opp=self.wat.opp,
            op_papier_gevraagd_op=self.dossier.dag_of_geen(self.wat.op_papier),
            created_at=begonnen,
            updated_at=begonnen,
        )
        self._doelen = [self._doel(volgorde, doel) for volgorde, doel in enumerate(self.wat.doelen)]
        self._gekeken = self.wat.begonnen - 1
        """The looks up to this day are in the plan."""

    def vertel(self) -> Gezinsplan:
        """From the beginning until today."""
        for dag in sorted({*self.wat.versies, *(een.dag for een in self.wat.akkoorden)}):
            self._zet_stand(dag)
            for akkoord in self.wat.akkoorden:
                if akkoord.dag == dag:
                    self._noteer_akkoord(akkoord)
            if dag in self.wat.versies:
                self._stel_vast(self.dossier.dag(dag))
        self._zet_stand(VANDAAG)
        self._dateer(self.plan.created_at)
        return self.plan

    # --- what stands in it on a day ------------------------------------------------------------

    def _zet_stand(self, dag: int) -> None:
        plan, wat = self.plan, self.wat
        for sleutel, inhoud in wat.onderdelen.items():
            self._vul(sleutel, inhoud, dag)
        plan.doelen = [doel for doel, een in zip(self._doelen, wat.doelen, strict=True) if _is_er(een, dag)]
        self._kijk(dag)
        acties = (actie for actie in wat.acties if _staat(actie, dag))
        plan.acties = [self._actie(volgorde, actie, dag) for volgorde, actie in enumerate(acties)]
        plan.evaluatie_op = self._evaluatie_op(dag)
        for sinds, tekst in wat.uitkomsten:
            if sinds <= dag:
                plan.noteer_evaluatie(plan.evaluatie_op, self.dossier.tekst(tekst), self.dossier.dag(sinds))
        if wat.familieplan is not None and wat.familieplan.dag <= dag:
            plan.familieplan = wat.familieplan.stand
            plan.familieplan_op = self.dossier.dag(wat.familieplan.dag)
        plan.gewijzigd = _anders_dan_de_laatste_versie(plan)

    def _vul(self, sleutel: str, inhoud: VoorbeeldOnderdeel, dag: int) -> None:
        tekst = self.dossier.tekst
        onderdeel = self.plan.onderdeel(sleutel)
        onderdeel.woorden = tuple(
            Citaat(tekst(c.van), c.taal, tekst(c.tekst), c.op_bladzijde)
            for c in inhoud.woorden
            if _staat(c, dag)
        )
        later = (alinea.tekst for alinea in inhoud.erbij if _staat(alinea, dag))
        onderdeel.toelichting = "\n".join(tekst(deel) for deel in (inhoud.toelichting, *later) if deel)
        if inhoud.velden_sinds is None or inhoud.velden_sinds <= dag:
            onderdeel.velden = tuple(Veldwaarde(veld, tekst(wat)) for veld, wat in inhoud.velden.items())
        zet_antwoord(onderdeel, self.dossier.casus.jongere.id, inhoud.ouders_zien)

    def _kijk(self, dag: int) -> None:
        """The looks at the goals since the last time, in the order in which they were."""
        looks = chain.from_iterable(
            ((meting.dag, doel, meting) for meting in een.metingen)
            for doel, een in zip(self._doelen, self.wat.doelen, strict=True)
        )
        for op, doel, meting in sorted(looks, key=lambda look: look[0]):
            if self._gekeken < op <= dag:
                van, tekst = self.dossier.tekst(meting.van), self.dossier.tekst(meting.tekst)
                blik = Blik(meting.cijfer, meting.uitkomst, van, tekst)
                noteer_blik(self.plan, doel, self.dossier.dag(op), blik)
        self._gekeken = max(self._gekeken, dag)
        for doel, een in zip(self._doelen, self.wat.doelen, strict=True):
            if een.opp_op is not None and een.opp_op <= dag:
                doel.opp_doel, doel.opp_afgestemd_op = (
                    self.dossier.tekst(een.opp),
                    self.dossier.dag(een.opp_op),
                )

    def _evaluatie_op(self, dag: int) -> date | None:
        """Of the version that comes, or that came last."""
        coming = next((versie for versie in self.wat.versies[:-1] if dag <= versie), None)
        if coming is None:
            return self.dossier.dag_of_geen(self.wat.evaluatie)
        return self.dossier.dag(coming) + KIJKT_TERUG_NA

    def _doel(self, volgorde: int, doel: VoorbeeldDoel) -> Doel:
        tekst = self.dossier.tekst
        return Doel(
            plan_id=self.plan.id,
            wat=tekst(doel.wat),
            van=tekst(doel.van),
            nu=doel.nu,
            gewenst=doel.gewenst,
            hoe_zien_we_dat=tekst(doel.hoe),
            volgorde=volgorde,
            familiedoel=tekst(doel.familiedoel),
        )

    def _actie(self, volgorde: int, actie: VoorbeeldActie, dag: int) -> Actie:
        return Actie(
            plan_id=self.plan.id,
            wat=self.dossier.tekst(actie.wat),
            wie=self.dossier.tekst(actie.wie),
            wanneer=self.dossier.dag(actie.dag),
            klaar=actie.klaar and not dag < actie.dag <= VANDAAG,
            volgorde=volgorde,
        )

    # --- what was done with it -----------------------------------------------------------------

    def _noteer_akkoord(self, wat: VoorbeeldAkkoord) -> None:
        persoon = vind_persoon(self.dossier, wat.wie)
        self.plan.akkoorden.append(
            Akkoord(
                plan_id=self.plan.id,
                versie=wat.versie,
                persoon_id=persoon.id if persoon else "",
                naam=persoon.naam if persoon else wat.wie,
                standpunt=wat.standpunt,
                omdat=self.dossier.tekst(wat.omdat),
                verklaring=self.dossier.tekst(wat.verklaring),
                op=self.dossier.dag(wat.dag),
                getekend_op=self.dossier.dag_of_geen(wat.getekend),
                tekst_toen=tekst_bij_akkoord(self.plan, wat.versie),
            )
        )

    def _stel_vast(self, dag: date) -> None:
        for doel in self.plan.actieve_doelen:
            noteer_cijfer(self.plan, doel, dag)
        versie = self.plan.stel_vast(schrijf_planversie(inhoud_van(self.plan)), dag)
        laat_gelijke_tekst_los(self.plan, versie.nummer)

    def _moment(self, dagen: int) -> datetime:
        return self.dossier.dagen.moment(self.dossier.dag(dagen), time(16))

    def _dateer(self, moment: datetime) -> None:
        plan = self.plan
        parts: Iterable[Record] = chain(
            plan.onderdelen, plan.doelen, plan.acties, plan.versies, plan.metingen, plan.akkoorden
        )
        for part in parts:
            part.created_at = part.updated_at = moment


def _staat(wat: VoorbeeldCitaat | VoorbeeldAlinea | VoorbeeldActie, dag: int) -> bool:
    """Whether it stands in the plan at the end of that day."""
    return (wat.sinds is None or wat.sinds <= dag) and (wat.tot is None or dag < wat.tot)


def _is_er(doel: VoorbeeldDoel, dag: int) -> bool:
    return not doel.metingen or doel.metingen[0].dag <= dag


def _anders_dan_de_laatste_versie(plan: Gezinsplan) -> bool:
    """Whether something changed since the last version; true before the first."""
    if plan.laatste_versie is None:
        return True
    last = lees_planversie(plan.laatste_versie.inhoud)
    return zonder_akkoorden(last) != zonder_akkoorden(inhoud_van(plan))
