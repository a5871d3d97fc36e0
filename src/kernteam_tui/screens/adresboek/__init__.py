"""The address book, and the form of a contact."""
