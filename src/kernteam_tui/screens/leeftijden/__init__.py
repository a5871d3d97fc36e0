"""The birthdays that change something, and the plan for 16 to 27."""
