"""A new casus, its tabs, the family, who may know what."""

from __future__ import annotations

from tools.plaatjes.stap import OPENEN, Route, Stap, casus_van

ROUTES: dict[str, Route] = {
    "aanmelding": Route(
        (
            OPENEN,
            Stap("n,until:Roepnaam,wait:300", "aanmelding"),
            Stap('"Milan",tab,"de Ruiter",tab,"3-4-2012",wait:1500', "aanmelding-ingevuld"),
            Stap("ctrl+s,wait:500", "aanmelding-fouten"),
        )
    ),
    "casus": Route(
        (
            OPENEN,
            Stap(casus_van("Luka")),
            Stap("", "casus-overzicht"),
            Stap("2,until:Bereiken,down,wait:300", "casus-gezin"),
            Stap("enter,until:roepnaam,wait:300", "persoon"),
            Stap("escape,until:Bereiken,g,until:Hoe weet je", "gezag"),
            Stap("escape,3,until:Wanneer", "casus-gesprekken"),
            Stap("pagedown,g,until:Hoe ging het,wait:300", "gesprek-vastleggen"),
            Stap("escape,until:Wanneer,4,until:Datum", "casus-notities"),
            Stap("5,until:versie", "casus-gezinsplan"),
            Stap("6,wait:500", "casus-delen"),
            Stap("7,wait:500", "casus-afsluiten"),
            Stap("w,wait:900", "wissen"),
            Stap("escape,wait:500,enter,until:enmerk,wait:300", "afsluiten"),
            Stap("escape,1,until:Afspraken over tijd,w,until:Gegevens,wait:300", "casus-wijzigen"),
            Stap("escape,4,until:concept,enter,until:later uitwerken,wait:400", "notitie-concept"),
            Stap("escape,until:Datum,down,enter,until:Huisbezoek,wait:300", "notitie-afgerond"),
            Stap("escape,k,until:Wat voor", "notitie-soort"),
            Stap("enter,until:later uitwerken,wait:500", "notitie-nieuw"),
        )
    ),
    "gezin": Route(
        (
            OPENEN,
            Stap(casus_van("Lina")),
            Stap("2,until:Bereiken,m,until:om wie het gaat,wait:300", "genogram"),
            Stap("l,until:ouders:,wait:300", "genogram-woorden"),
            Stap("escape,until:Bereiken,x,until:steun,wait:400", "netwerk"),
            Stap("enter,until:Groep,wait:300", "netwerklid"),
            Stap("escape,wait:400,escape,until:Bereiken,i,wait:700", "gezin-invoer"),
            Stap('"Ali oom 1980 06-00001234",wait:600', "gezin-invoer-getypt"),
            Stap("escape,wait:600,h,until:Wie woont hier,wait:1200", "huishouden"),
            Stap("escape,wait:500,ctrl+o,until:dresboek,wait:400", "adresboek"),
        )
    ),
    "delen": Route(
        (
            OPENEN,
            Stap(casus_van("Lina")),
            Stap("6,until:Wie mag wat weten,wait:500", "delen"),
            Stap("t,wait:700", "toestemming"),
            Stap("escape,wait:500,i,wait:700", "intrekken"),
            Stap("escape,wait:500,o,wait:700", "verzoeken"),
            Stap("a,wait:900", "afschrift"),
        )
    ),
    "leeftijden": Route(
        (
            OPENEN,
            Stap(casus_van("Aniek")),
            Stap("l,wait:700", "leeftijden"),
            Stap("escape,wait:500,d,wait:700", "wie-doet-wat"),
        )
    ),
}
