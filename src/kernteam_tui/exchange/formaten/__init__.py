"""The file formats of the contracts as pydantic models: the border where content is checked."""
