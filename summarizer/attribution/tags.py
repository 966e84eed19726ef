"""The legend of the tags: what each letter says of a token, and the groups of tags that several rules ask for.

A paragraph holds its tags as a string, one letter for each token, so that a rule can search it as text. No other
module writes a letter: rules say `tags.COMMA`. The table in docs/attribution.md is this one. A group that a single
module needs stands at the head of that module, made by `group`.
"""

from __future__ import annotations

import re
from itertools import chain
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

# Nouns and what stands before them.
NOUN: Final = "X"  # a noun or a name: any word that the lexicon does not know
DETERMINER: Final = "D"  # the, a, this, his, some
ADJECTIVE: Final = "J"  # new, last, several; most other adjectives are taken for nouns
NUMBER: Final = "U"  # 2,500
PRONOUN: Final = "N"  # he, they, it's, somebody: a pronoun that is a subject
OBJECT_PRONOUN: Final = "O"  # him, them, himself

# Verbs. The last four say only what the word looks like.
PAST: Final = "V"  # went, wrote, said: a past tense that is no participle; also says
AUXILIARY: Final = "A"  # is, has, did, isn't
MODAL: Final = "M"  # would, can't
ED_FORM: Final = "E"  # closed, held: a past tense or a participle
S_FORM: Final = "Z"  # claims, plans: a verb or a plural noun
BASE_FORM: Final = "B"  # claim, plan: a verb or a noun
ING_FORM: Final = "G"  # saying

# Small words.
PREPOSITION: Final = "P"  # of, by, after
TO: Final = "T"  # to
SUBORDINATOR: Final = "S"  # that, because, if, whether
COORDINATOR: Final = "C"  # and, or, but, nor
WH_WORD: Final = "W"  # who, which, what, how
ADVERB: Final = "R"  # not, also, later

# Marks.
QUOTATION_MARK: Final = "Q"
COMMA: Final = ","
SEMICOLON: Final = ";"
COLON: Final = ":"
OPENING_BRACKET: Final = "("
CLOSING_BRACKET: Final = ")"
DASH: Final = "-"  # a hyphen that stands alone too
STOP: Final = "."  # a full stop or an ellipsis
QUESTION_MARK: Final = "?"  # an exclamation mark too
OTHER_MARK: Final = "'"  # an apostrophe, a currency sign, the marks around a title

BY_NAME: Final = {
    name.lower(): tag for name, tag in tuple(globals().items()) if name.isupper() and isinstance(tag, str)
}


def group(*members: Iterable[str]) -> frozenset[str]:
    """A set of tags, made of tags and of other groups."""
    return frozenset(chain(*members))


def pattern(*members: Iterable[str]) -> re.Pattern[str]:
    """What finds the next tag of a group in a paragraph's tags."""
    return re.compile(f"[{re.escape(''.join(sorted(group(*members))))}]")


def capitalized(tag: str) -> str:
    """The tag, as a small letter, of a word whose capital may make a name of it.

    Only `tagging` gives such tags, and only `Paragraph.prepare` reads them; rules see none.
    """
    return tag.lower()


NOUN_PHRASE_START: Final = group(
    DETERMINER, ADJECTIVE, NUMBER, NOUN, PRONOUN, OBJECT_PRONOUN, ED_FORM, ING_FORM, S_FORM, BASE_FORM, OTHER_MARK,
    QUOTATION_MARK,
)  # fmt: skip
SUBJECT_START: Final = group(DETERMINER, ADJECTIVE, NUMBER, NOUN, PRONOUN)  # no form of a verb, no mark
SUBJECT_WORD: Final = group(PRONOUN, WH_WORD)  # always a subject, so that a verb follows
BEFORE_NOUN: Final = group(DETERMINER, ADJECTIVE)
FINITE: Final = group(PAST, AUXILIARY, MODAL)  # a finite verb whatever stands beside it
PERHAPS_FINITE: Final = group(ED_FORM, S_FORM, BASE_FORM)  # a finite verb where its neighbours say so
HELPING: Final = group(AUXILIARY, MODAL)
PAST_OR_ED_FORM: Final = group(PAST, ED_FORM)
AFTER_VERB: Final = group(DETERMINER, PRONOUN, OBJECT_PRONOUN, ADVERB, SUBORDINATOR, TO)  # and not after a noun
CLAUSE_START: Final = group(SUBORDINATOR, WH_WORD)
SENTENCE_END: Final = group(STOP, QUESTION_MARK)
CLAUSE_BREAK: Final = group(COMMA, SEMICOLON, COLON, QUOTATION_MARK)
QUOTATION_END: Final = group(SENTENCE_END, COMMA)  # before a closing mark: the quotation is complete
