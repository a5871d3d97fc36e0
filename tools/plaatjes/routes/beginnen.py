"""The first time, the lists of every day, the store."""

from __future__ import annotations

from tools.plaatjes.stap import OPENEN, WACHTWOORDZIN, Route, Stap, casus_van

ZIN = '"kamer paard tafel lantaarn mosterd"'

ROUTES: dict[str, Route] = {
    "eerste_keer": Route(
        (
            Stap("until:stap 1,wait:400", "eerste-keer-1-welkom"),
            Stap(
                'enter,until:stap 2,"Vera Voorbeeld",tab,"vera@example.org",tab,"06-00000001"',
                "eerste-keer-2-jij",
            ),
            Stap(f"enter,until:stap 3,wait:600,{ZIN},tab,{ZIN},wait:600", "eerste-keer-3-wachtwoordzin"),
            Stap("enter,until:op papier,wait:300", "eerste-keer-4-herstelcode"),
            Stap('enter,until:stap 5,"{code}"', "eerste-keer-5-overtypen"),
            Stap('enter,until:stap 6,"Voorbeeldcollege De Brug"', "eerste-keer-6-school"),
            Stap("ctrl+s,until:stap 7", "eerste-keer-7-kernteam"),
            Stap("ctrl+s,until:stap 8", "eerste-keer-8-rooster"),
            Stap("ctrl+s,until:Vandaag,wait:500", "vandaag-leeg"),
            Stap("f3,until:Filter,wait:300", "caseload-leeg"),
        ),
        kluis=False,
    ),
    "lijsten": Route(
        (
            Stap("until:Wachtwoordzin,wait:300", "slot"),
            Stap('"fout",enter,until:niet juist', "slot-fout"),
            Stap(f'wait:2500,"{WACHTWOORDZIN}",enter,until:waarvan,wait:300', "vandaag"),
            Stap("w", "vandaag-week"),
            Stap("w,f1,until:Hulp", "hulp"),
            Stap("escape,ctrl+p,until:typ een deel", "opdrachten"),
            Stap("escape,f3,until:25 casussen", "caseload"),
            Stap('slash,until:Zoeken,"oma",wait:800', "zoeken"),
            Stap("escape,f5,until:Afspraken", "school"),
            Stap("enter,until:ctrl+s klaar,wait:2500", "school-wijzigen"),
            Stap("escape,f12,until:vera@,wait:900", "instellingen"),
        )
    ),
    "kluis": Route(
        (
            OPENEN,
            Stap("f9,wait:400", "namen-verborgen"),
            Stap("f9,ctrl+g,until:kluis is heel,wait:300", "kluis"),
            Stap("enter,until:vanzelf,wait:300", "reservekopieen"),
            Stap("enter,until:asussen,wait:400", "reservekopie"),
            Stap("escape,wait:400,escape,wait:400,down,enter,until:erstelcode,wait:400", "sleutels"),
            Stap("escape,wait:400,down,down,enter,until:Keten,wait:300", "logboek"),
        )
    ),
    "weigering": Route(
        (
            OPENEN,
            Stap(casus_van("Lina")),
            Stap(
                "5,until:versie,b,until:Voor wie,wait:300,enter,until:uit versie,p,until:Goed,wait:300",
                "fout",
            ),
        ),
        schrijven=False,
    ),
}
