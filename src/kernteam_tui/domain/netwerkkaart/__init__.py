"""The netwerkkaart: who stands around a jongere or a family, how near, and what they give (S45, S60)."""
