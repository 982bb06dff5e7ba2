"""How near two sentences, clauses, names and amounts stand to each other."""
