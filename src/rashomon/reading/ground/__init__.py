"""What several finders stand on: the folded text, its clauses and quotations, numbers, words, the lexicon and the gazetteer."""
