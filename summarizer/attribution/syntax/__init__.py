"""Words, noun phrases, verb groups, subjects and clauses of a sentence, as the rules see them."""
