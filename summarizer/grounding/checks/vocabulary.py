"""The words that several checks ask for; english/checks.toml says of each list what it is."""

from __future__ import annotations

from summarizer.text.overlap import FIRST_FORMS
from summarizer.text.words import read_words, split_forms, word_set

NOT_NAMES = word_set("checks.shared.not_names")
OPENING = word_set("checks.shared.opening")
SAYING = word_set("words.claims.saying")
AFFIRMING = word_set("checks.shared.affirming")
DENY = word_set("checks.shared.deny")
DENYING = DENY | word_set("checks.shared.denying")
UNTRUE = word_set("checks.shared.untrue")
PLAIN_NEGATORS = word_set("checks.shared.plain")
REFUSING = word_set("checks.shared.refusing")
NEGATORS = PLAIN_NEGATORS | REFUSING | DENYING | word_set("checks.shared.negators")
SOFT_NEGATIONS = word_set("checks.shared.soft_negations")
MUTUAL = word_set("checks.moved.mutual")
AUXILIARIES = word_set("checks.shared.auxiliaries")
SUBJECTS = AUXILIARIES | word_set("checks.shared.subjects")
FILLERS = SUBJECTS | word_set("checks.shared.fillers")
IRREGULAR_FORMS = frozenset(FIRST_FORMS)
SAME_ROLES = split_forms(read_words("checks")["roles"]["same"])
