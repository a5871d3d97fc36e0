"""Planning talks, holding them, and the overleg of the kernteam."""

from __future__ import annotations

from tools.plaatjes.stap import OPENEN, Route, Stap, casus_van

ROUTES: dict[str, Route] = {
    "startgesprek": Route(
        (
            OPENEN,
            Stap(casus_van("Sami")),
            Stap("s,until:Fijn erbij", "startgesprek"),
            Stap("e,until:Minuten,wait:300", "gesprek-plannen"),
            Stap("escape,s,until:Fijn erbij,enter,until:telefoon,wait:300", "uitnodigingen"),
            Stap("escape,until:Afspraken over tijd,s,until:Wat wil je doen,wait:300", "startgesprek-gepland"),
            Stap("a,until:Waarom,wait:300", "afzeggen"),
        )
    ),
    "gesprekcheck": Route(
        (
            OPENEN,
            Stap(casus_van("Sami")),
            Stap("s,until:Fijn erbij,enter,until:telefoon,c,until:te doen,wait:300"),
            Stap("enter,enter,down,enter,down,down,wait:300", "gesprekcheck"),
            Stap("escape,wait:300,b,until:op papier,wait:400", "uitnodigingen-brieven"),
        )
    ),
    "kennismaking": Route(
        (
            OPENEN,
            Stap(casus_van("Ilias")),
            Stap("m,until:Aangeboden,wait:400", "kennismaking"),
            Stap("escape,until:Afspraken over tijd,u,until:Wiens keuze,wait:400", "startgesprek-later"),
        )
    ),
    "overleg": Route(
        (
            OPENEN,
            Stap("f5,until:Afspraken,o,until:Wat iedereen,o,until:Erbij,wait:300,end,up,wait:300", "overleg"),
            Stap("o,until:Wat iedereen,wait:400", "overleg-tafel"),
            Stap("o,until:Erbij,wait:300,p,until:Agenda kern,wait:400", "overleg-papier"),
            Stap('escape,until:Erbij,v,until:Begint om,wait:300,ctrl+k,"vandaag",tab,ctrl+k,"09:00"'),
            Stap("ctrl+s,until:Erbij,wait:400,enter,until:Wat doet ieder,wait:500", "overleg-bespreken"),
        )
    ),
    "planner": Route(
        (
            OPENEN,
            Stap("f4,until:Nog te plannen,wait:500", "planner"),
            Stap("tab,wait:400", "planner-week"),
            Stap("down,down,v,right,down,wait:500", "planner-verzetten"),
            Stap("escape,i,until:nieuw,wait:400", "indeling"),
            Stap("enter,until:nieuwe gesprekken,wait:400", "planner-gepland"),
            Stap("u,until:Voor de telefoon,s,until:staan klaar,wait:400", "weekpost"),
        )
    ),
}
