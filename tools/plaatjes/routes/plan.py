"""Writing the gezinsplan: its sections, its three variants, what helps while writing, goals and actions."""

from __future__ import annotations

from tools.plaatjes.stap import OPENEN, Route, Stap, plan_van

_LANG = (
    "Feit: De jeugdarts heeft met de IB'er afgestemd dat er een traject wordt ingezet en dat daarna "
    "opnieuw wordt gekeken naar wat er thuis en op school nodig is voor Lina."
)
_ZES = ",".join(["ctrl+down"] * 6)

ROUTES: dict[str, Route] = {
    "plan": Route(
        (
            OPENEN,
            Stap(plan_van("Lina"), "gezinsplan"),
            Stap("w,until:Van wie is dit,wait:300", "gezinsplan-van-wie"),
            Stap("escape,wait:500,end,up,up,up,wait:800", "gezinsplan-velden"),
            Stap("home,down,down,wait:600,enter,wait:600", "gezinsplan-tekst"),
            Stap("ctrl+t,until:In welke taal,wait:300", "gezinsplan-citaattaal"),
            Stap("escape,wait:500,ctrl+u,until:Uit notities,wait:300,space,wait:300", "gezinsplan-notities"),
            Stap("escape,wait:500,f7,until:Controle van,wait:400", "gezinsplan-controle"),
            Stap(f"escape,wait:500,{_ZES},wait:800", "gezinsplan-doelen"),
            Stap("enter,until:Van wie,wait:600", "doel"),
            Stap("escape,until:k samen,wait:500,ctrl+down,wait:600", "gezinsplan-acties"),
            Stap("enter,until:Wie doet het,wait:600", "actie"),
        )
    ),
    "taal": Route(
        (
            OPENEN,
            Stap(f"{plan_van('Lina')},down,down,down,wait:600,shift+tab,wait:300,down,end"),
            Stap(f'enter,"{_LANG}",wait:2500', "gezinsplan-taal"),
            Stap("ctrl+t,until:om naar te kijken,wait:400", "gezinsplan-taalhulp"),
        )
    ),
    "varianten": Route(
        (
            OPENEN,
            Stap(plan_van("Luka"), "gezinsplan-jongere"),
            Stap("escape,wait:500,escape,wait:500"),
            Stap(f"{plan_van('Mees')},down,wait:600", "gezinsplan-ouders-apart"),
            Stap("k,until:aan tafel,wait:400", "samen-kijken-wie"),
        )
    ),
}
