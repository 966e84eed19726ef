"""The words that several checks ask for; english/words.toml says of each list what it is."""

from __future__ import annotations

from summarizer.text.words import word_set

NOT_NAMES = word_set("words.claims.not_names")
OPENING = word_set("words.claims.opening")
DENYING = word_set("words.claims.denying")
UNTRUE = word_set("words.claims.untrue")
SAYING = word_set("words.claims.saying")
AFFIRMING = word_set("words.claims.affirming")
NEGATORS = DENYING | word_set("words.claims.negators")
SOFT_NEGATIONS = word_set("words.claims.soft_negations")
