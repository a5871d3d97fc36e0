"""The gezinsplan with others: at the table, looking back, who agrees, versions, and the plan on paper."""

from __future__ import annotations

from tools.plaatjes.stap import OPENEN, Route, Stap, casus_van, plan_van

_TERUG = "escape,until:k samen,wait:500"

ROUTES: dict[str, Route] = {
    "samen": Route(
        (
            OPENEN,
            Stap(f"{plan_van('Lina')},k,until:van 14,wait:500,right,wait:500", "samen-kijken"),
            Stap("enter,until:ctrl+n,wait:900", "samen-kijken-schrijven"),
            Stap(f"escape,wait:500,{_TERUG},e,until:Welk cijfer,wait:600", "samen-terugkijken"),
            Stap(f"{_TERUG},l,until:De wens is,wait:400", "doelen-verloop"),
        )
    ),
    "akkoord": Route(
        (
            OPENEN,
            Stap(f"{plan_van('Lina')},a,until:Vindt het,wait:600", "akkoord"),
            Stap("enter,until:Eigen verklaring,wait:800", "akkoord-noteren"),
            Stap("escape,wait:600,o,until:Gevraagd op,wait:600", "akkoord-op-papier"),
            Stap(f"escape,wait:600,{_TERUG},f,until:Doelen die eruit,wait:600", "familieplan"),
            Stap("a,until:Het gezin,wait:800", "familieplan-antwoord"),
            Stap("escape,wait:600,t,until:hoogstens,wait:600", "familieplan-bestand"),
        )
    ),
    "versies": Route(
        (
            OPENEN,
            Stap(f"{plan_van('Lina')},v,until:naar versie,wait:500", "planversies"),
            Stap("v,until:Vergelijken met,wait:300", "planversies-kiezen"),
            Stap("escape,wait:400,h,wait:600", "planversie-heel"),
        )
    ),
    "planpapier": Route(
        (
            OPENEN,
            Stap(f"{plan_van('Lina')},p,until:Voor wie,wait:500", "planpapier-voor-wie"),
            Stap("enter,until:weggelaten,wait:500", "planpapier"),
            Stap("i,wait:500", "planpapier-wat-wegblijft"),
        )
    ),
    "planformaten": Route(
        (
            OPENEN,
            Stap("f12,until:Instellingen,wait:400,f8,until:Planformaten,wait:500", "planformaten"),
            Stap("i,until:Welk bestand,wait:400", "planformaat-inlezen"),
            Stap(f"escape,wait:500,{casus_van('Lina')},4,until:Datum,wait:400"),
            Stap("enter,wait:800,f7,until:Bij welke,wait:500", "notitie-onderdelen"),
        )
    ),
}
