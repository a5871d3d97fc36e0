"""What somebody asked about the file: the list, the forms, and the copy of the file."""
