"""The note: a quiet editor, the form with its marks, and the addition to a finished one."""
