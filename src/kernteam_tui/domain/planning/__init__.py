"""Planning one talk: who must be there, when everybody can, and which moments are best (contract 4)."""
