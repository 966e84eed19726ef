"""The words that several checks ask for; english/checks.toml says of each list what it is."""

from __future__ import annotations

from summarizer.text.words import word_set

NOT_NAMES = word_set("checks.shared.not_names")
OPENING = word_set("checks.shared.opening")
DENYING = word_set("checks.shared.denying")
UNTRUE = word_set("checks.shared.untrue")
SAYING = word_set("words.claims.saying")
AFFIRMING = word_set("checks.shared.affirming")
NEGATORS = DENYING | word_set("checks.shared.negators")
SOFT_NEGATIONS = word_set("checks.shared.soft_negations")
