"""Recording how a talk went: who came, what each does next, who hears what."""
