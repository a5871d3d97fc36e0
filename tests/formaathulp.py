"""A plan format of an organisation: other sections, other words, another order, a field of its own."""

from __future__ import annotations

NAAM = "wijkteam-2026-1"
EIGEN = f"""
formaat = "{NAAM}"
datum = 2026-11-22
bron = "een verzonnen wijkteam"

[[onderdeel]]
sleutel = "dromen"
titel = "Waar dromen wij van"
vraag = "Wat zou er anders zijn als alles lukt?"
[[onderdeel.veld]]
sleutel = "eerste_stap"
vraag = "Eerste stap"
hulp = "Eén ding"
[[onderdeel.veld]]
sleutel = "begonnen_op"
vraag = "Begonnen op"
soort = "dag"

[[onderdeel]]
sleutel = "wat_gaat_goed"
titel = "Kracht"
vraag = "Waar zijn jullie trots op?"

[[onderdeel]]
sleutel = "waarom_dit_plan"
titel = "Onze vraag"
vraag = "Waar willen jullie hulp bij?"

[[onderdeel]]
sleutel = "wie_zijn_belangrijk"
titel = "Onze mensen"
vraag = "Wie helpt al?"

[[onderdeel]]
sleutel = "veiligheid"
titel = "Veilig"
vraag = "Is het veilig?"

[[onderdeel]]
sleutel = "wat_willen_wij_bereiken"
titel = "Onze doelen"
vraag = "Wat willen jullie?"
invul = "doelen"

[[onderdeel]]
sleutel = "wie_doet_wat"
titel = "Onze stappen"
vraag = "Wie doet wat?"
invul = "acties"

[[onderdeel]]
sleutel = "hulp_die_erbij_komt"
titel = "Erbij"
vraag = "Welke hulp komt erbij?"

[[onderdeel]]
sleutel = "wanneer_kijken_we_opnieuw"
titel = "Terugkijken"
vraag = "Wanneer?"
invul = "evaluatie"

[[onderdeel]]
sleutel = "akkoord"
titel = "Eens of niet"
vraag = "Wie is het eens?"

[variant.jongere]
eerst = ["waarom_dit_plan"]
niet = ["dromen", "wie_zijn_belangrijk.weg"]

[variant.jongere.woorden]
waarom_dit_plan = {{ titel = "Mijn vraag" }}
""".replace(', "wie_zijn_belangrijk.weg"', "")
