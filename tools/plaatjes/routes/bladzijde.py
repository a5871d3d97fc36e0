"""The page for parents: for whom, in which language and form, and what was given."""

from __future__ import annotations

from tools.plaatjes.stap import OPENEN, Route, Stap, casus_van

ROUTES: dict[str, Route] = {
    "bladzijde": Route(
        (
            OPENEN,
            Stap(f"{casus_van('Lina')},b,until:Voor wie,wait:400", "bladzijde-voor-wie"),
            Stap("enter,until:uit versie,wait:500", "bladzijde"),
            Stap("i,until:Alleen voor jou,wait:400", "bladzijde-wat-mist"),
            Stap("escape,wait:400,p,until:opgeslagen,wait:400", "bladzijde-opgeslagen"),
            Stap("enter,wait:400,r,until:Hoe,wait:500", "gegeven"),
            Stap("enter,until:van 2,wait:400", "gegeven-lezen"),
            Stap("escape,wait:400,escape,wait:500,o,until:Taal en vorm,wait:400", "bladzijde-vorm"),
            Stap("down,enter,until:uit versie,wait:800", "bladzijde-turks"),
            Stap("ctrl+g,until:Logboek,wait:400,down,down,enter,until:Gemaakt,wait:400", "uit"),
        )
    ),
}
