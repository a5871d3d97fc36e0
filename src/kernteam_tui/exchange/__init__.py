"""Floor 2: facts and files from outside and back: assets, calendars, PDF, public holidays."""
