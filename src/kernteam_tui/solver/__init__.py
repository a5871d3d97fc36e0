"""A week of talks as a model for HiGHS; nothing else knows the solver."""
