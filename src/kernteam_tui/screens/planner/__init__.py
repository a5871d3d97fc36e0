"""The planner (F4): the week of one school or all, the open startgesprekken, and a plan for all of them."""
