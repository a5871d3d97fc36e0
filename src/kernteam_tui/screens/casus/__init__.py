"""The screen of one casus: a header, seven tabs, and the form for the facts of the casus itself."""
