"""Tells verbs from nouns and participles by their neighbours, and words of time from others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.syntax.amounts import begins_amount

if TYPE_CHECKING:
    from summarizer.attribution.lexicon import Cue
    from summarizer.attribution.syntax.paragraph import Paragraph
    from summarizer.attribution.syntax.site import Site

ONLY_AFTER_QUOTE = frozenset({"inverted", "after-quote"})
ONLY_THAT = frozenset({"that"})
OF_VIEWS = frozenset(
    {"is-that", "there", "in-view", "by-view"}
)  # frames of nouns, which attribute with what stands around them
NAMED_SOURCES = grammar.REPORTS | grammar.DOCUMENTS | grammar.WRITINGS
NEXT_TO_TIME = grammar.TIME_OPENINGS | grammar.COUNTS | grammar.BESIDE_TIME
BEFORE_MAY = grammar.BEFORE_TIME | grammar.TIME_OPENINGS
POSSESSIVE = ("'s", "’s", "s'", "s’")

SINGULAR_S = ("ous", "ss", "us")  # "her previous call for calm"

LONGEST_PHRASE = 10  # tokens
OBJECT_OF_CUE = tags.group(tags.DETERMINER, tags.SUBORDINATOR, tags.QUOTATION_MARK)
AFTER_PLURAL = tags.group(tags.COMMA, tags.PREPOSITION, tags.STOP, tags.FINITE)
IN_OPENING = tags.group(tags.NOUN, tags.ADJECTIVE, tags.ING_FORM, tags.ED_FORM)
SINGULAR_STARTS = frozenset({"a", "an", "the", "one", "another", "this", "that"})
LONGEST_OPENING = 4  # tokens
FIRST_TIME = ["for", "the", "first", "time"]
MOST_BEFORE_PEOPLE = 3  # tokens: many local

NEXT_FINITE = re.compile(f"(?<!{tags.TO}){tags.pattern(tags.FINITE).pattern}")  # "to be" is not finite
NEXT_PERHAPS_FINITE = tags.pattern(tags.PERHAPS_FINITE)
AFTER_SHARE = tags.group(tags.NOUN, tags.DETERMINER, tags.OBJECT_PRONOUN)
AFTER_S_FORM = tags.group(tags.AFTER_VERB, tags.PREPOSITION, tags.ADJECTIVE, tags.ED_FORM)
BEFORE_S_FORM = tags.group(tags.NOUN, tags.ADVERB, tags.CLOSING_BRACKET)
BEFORE_PAST = tags.group(
    tags.NOUN, tags.OTHER_MARK, tags.ADVERB, tags.CLOSING_BRACKET, tags.S_FORM, tags.NUMBER, tags.BASE_FORM
)  # fmt: skip
SUBJECT_PRONOUN_OR_MODAL = tags.group(tags.SUBJECT_WORD, tags.MODAL)
OBJECT_START = tags.group(tags.DETERMINER, tags.PRONOUN, tags.OBJECT_PRONOUN)
AFTER_SAME_FORM = tags.group(tags.DETERMINER, tags.OBJECT_PRONOUN, tags.ADVERB)
IN_VERB_GROUP = tags.group(tags.HELPING, tags.ADVERB, tags.TO)
LONGEST_ASIDE = 6  # tokens, commas included
FINITE_OR_SUBJECT = tags.group(tags.FINITE, tags.PRONOUN, tags.WH_WORD)
BEFORE_FLOATING = tags.group(tags.HELPING, tags.NOUN, tags.PRONOUN, tags.CLOSING_BRACKET)
NO_SUBJECT = tags.group(tags.BEFORE_NOUN, tags.PREPOSITION, tags.OTHER_MARK, tags.TO, tags.MODAL)
SURE_SUBJECT_END = tags.group(tags.SUBJECT_WORD, tags.ADVERB, tags.CLOSING_BRACKET, tags.COMMA)
BEFORE_BASE_FORM = tags.group(tags.SUBJECT_WORD, tags.HELPING, tags.TO)
BEFORE_SAY_AS_NOUN = tags.group(tags.BEFORE_NOUN, tags.PREPOSITION, tags.ING_FORM)
NOUN_FORM = tags.group(tags.NOUN, tags.BASE_FORM, tags.S_FORM)
BEFORE_PEOPLE = tags.group(tags.NOUN, tags.DETERMINER, tags.ADJECTIVE, tags.NUMBER)
FIRST_OF_TWO = tags.group(tags.NOUN, tags.PRONOUN)
IN_SECOND_OF_TWO = tags.group(tags.NOUN, tags.DETERMINER, tags.ADJECTIVE)
PLURAL_END = tags.group(tags.ADVERB, tags.NOUN, tags.BASE_FORM, tags.S_FORM)


def is_time(paragraph: Paragraph, index: int) -> bool:
    """Whether a token is a word of time, a year, or the day of a month."""
    word = paragraph.lower[index]
    if paragraph.tags[index] == tags.NUMBER:
        is_year = len(word) == 4 and word[:2] in {"19", "20"}
        return is_year or (index > 0 and paragraph.lower[index - 1] in grammar.MONTHS)
    return word in grammar.TIME


def skip_time_back(paragraph: Paragraph, index: int, left: int) -> int:
    """Step left over "on Tuesday", "last week", "early on Monday morning", "just in May", "a day earlier"."""
    if paragraph.lower[max(left, index - 3) : index + 1] == FIRST_TIME:
        index -= len(FIRST_TIME)
    word = paragraph.lower[index]
    is_time_word = word in grammar.TIME or paragraph.words[index] in grammar.DAYTIMES
    if not is_time_word and paragraph.tags[index] != tags.NUMBER and not _is_may(paragraph, index, left):
        return index
    before = index - (word == "may")
    while before > left and (
        is_time(paragraph, before)
        or paragraph.words[before] in grammar.DAYTIMES
        or (before < index and paragraph.lower[before] in NEXT_TO_TIME)
    ):
        before -= 1
    if left < before < index and paragraph.lower[before] in grammar.BEFORE_TIME:
        before -= 1
        if left < before and paragraph.lower[before] in grammar.BEFORE_TIME_PHRASE:
            before -= 1
    return index if paragraph.lower[before] == "of" else before  # "a friend of last year", "a couple of weeks"


def _is_may(paragraph: Paragraph, index: int, left: int) -> bool:
    """Whether a token is the month: "in May", "last May", and not Mrs. May."""
    return paragraph.words[index] == "May" and index > left and paragraph.lower[index - 1] in BEFORE_MAY


def is_finite(paragraph: Paragraph, index: int) -> bool:
    """Whether a token is a verb in the past or present tense, as far as its neighbours tell."""
    tag = paragraph.tags[index]
    if tag in tags.FINITE:
        return True
    return tag in tags.PERHAPS_FINITE and _is_finite_here(paragraph, index, tag)


def _is_finite_here(paragraph: Paragraph, index: int, tag: str) -> bool:
    """Whether the neighbours of a token make a finite verb of it."""
    previous = index - 1
    while previous > 0 and paragraph.tags[previous] == tags.ADVERB:
        previous -= 1
    before = paragraph.tag_at(previous)
    after = paragraph.tag_at(index + 1)
    if before == tags.DETERMINER:
        demonstratives = grammar.SINGULAR_DEMONSTRATIVES if tag == tags.S_FORM else grammar.DEMONSTRATIVES
        before = tags.PRONOUN if paragraph.lower[previous] in demonstratives else before
    if tag == tags.ED_FORM:
        return _is_past(paragraph, index, previous, before, after)
    if tag == tags.S_FORM:
        if before in tags.SUBJECT_WORD:
            return True
        if paragraph.lower[previous] in grammar.COUNTS or paragraph.lower[previous].endswith(POSSESSIVE):
            return False  # "the two sides agreed", "to one of Poe's messages"
        following = skip_adverbs(paragraph, index + 1, len(paragraph.tags))
        if after == tags.ADVERB and paragraph.tag_at(following) in tags.FINITE:
            return False  # "advocates also said"
        if before not in BEFORE_S_FORM or after in AFTER_S_FORM:
            return before in BEFORE_S_FORM
        # "Lund reports:", "Lund slams Marsh, praises Pell"
        return (after == tags.COLON or _stands_between_names(paragraph, index)) and is_cue_word(paragraph, index)
    return _is_finite_base(paragraph, index, previous, before, after)


def _is_finite_base(paragraph: Paragraph, index: int, previous: int, before: str, after: str) -> bool:
    """Whether a base form is finite; `previous` is the token before its adverbs, and `before` the tag of that."""
    if before in SUBJECT_PRONOUN_OR_MODAL:
        return paragraph.lower[previous] not in grammar.SOMEBODY  # "someone close to the king"
    if paragraph.lower[previous] in grammar.PERCENTS:
        return after in AFTER_SHARE  # "5 percent prefer Poe", but not "5 percent support for it"
    is_plural = paragraph.lower[previous].endswith("s") and not paragraph.lower[previous].endswith(POSSESSIVE)
    # "the guild hit back", "the storm hit the pier"
    is_past = paragraph.lower[index] in grammar.SAME_IN_PAST and after in AFTER_SAME_FORM
    return before == tags.NOUN and ((is_plural and after in tags.AFTER_VERB) or is_past)


def _stands_between_names(paragraph: Paragraph, index: int) -> bool:
    """Whether a word in small letters stands between two nouns with capitals."""
    words, around = paragraph.words, (index - 1, index + 1)
    return words[index].islower() and all(paragraph.tag_at(at) == tags.NOUN and words[at][0].isupper() for at in around)


def _is_past(paragraph: Paragraph, index: int, previous: int, before: str, after: str) -> bool:
    """Whether an -ed form is a past tense and not a participle.

    `before` and `after` are the tags of its neighbours, and `previous` is the token of the first.
    """
    if before in tags.SUBJECT_WORD and paragraph.lower[previous] != "those":
        return True
    if before == tags.NOUN and paragraph.lower[index] in grammar.NEVER_PARTICIPLES:
        return True
    if before == tags.COMMA:
        return after in OBJECT_START
    if index + 1 < len(paragraph.tags) and is_time(paragraph, index + 1):
        return False
    is_name_next = after == tags.NOUN and paragraph.words[index + 1][0].isupper()
    is_count = after == tags.NUMBER or paragraph.word_at(index + 1) in grammar.COUNTS
    is_count_next = is_count and paragraph.word_at(index + 2) not in grammar.SPANS_OF_TIME
    return before in BEFORE_PAST and (after in tags.AFTER_VERB or is_count_next or is_name_next)


def is_verb_at(paragraph: Paragraph, index: int) -> bool:
    """Whether a past tense or a finite verb stands at a token that follows a noun phrase and its adjuncts."""
    if is_finite(paragraph, index):
        return True
    return paragraph.tags[index] == tags.ED_FORM and paragraph.word_at(index + 1) != "by"


def has_finite(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether any token from `first` to before `past` is a finite verb."""
    if NEXT_FINITE.search(paragraph.tags, first, past):
        return True
    candidates = NEXT_PERHAPS_FINITE.finditer(paragraph.tags, first, past)
    return any(is_finite(paragraph, candidate.start()) for candidate in candidates)


def has_verb(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether a finite verb stands there, or a form in -ed that may be one."""
    return tags.ED_FORM in paragraph.tags[first:past] or has_finite(paragraph, first, past)


def verb_group_start(paragraph: Paragraph, verb: int, left: int) -> int:
    """The first token of the verb group that ends with a verb: auxiliaries, "not" and adverbs."""
    start = verb
    while start > left and _is_in_verb_group(paragraph, start - 1, left):
        start -= 1
    if start == verb and paragraph.tags[start - 1] == tags.COMMA:
        return _past_aside(paragraph, start, left)
    if start - 2 >= left and paragraph.lower[start - 2 : start] == ["no", "longer"]:
        return start - 2
    return start


def _past_aside(paragraph: Paragraph, verb: int, left: int) -> int:
    """Where the group of a verb begins that a few words part from its auxiliary: "has, however, said"."""
    opening = paragraph.tags.rfind(tags.COMMA, max(left, verb - LONGEST_ASIDE), verb - 1)
    if opening <= left or paragraph.tags[opening - 1] != tags.AUXILIARY:
        return verb
    is_aside = FINITE_OR_SUBJECT.isdisjoint(paragraph.tags[opening + 1 : verb - 1])
    return verb_group_start(paragraph, opening, left) if is_aside else verb


def _is_in_verb_group(paragraph: Paragraph, index: int, left: int) -> bool:
    """Whether a token right before a verb group belongs to it."""
    word = paragraph.lower[index]
    if paragraph.tags[index] in IN_VERB_GROUP and word not in grammar.NEVER_IN_GROUP:
        return True
    if index <= left:
        return False
    before = paragraph.tags[index - 1]
    return (word in grammar.FLOATING and before in BEFORE_FLOATING) or (word == "since" and before == tags.AUXILIARY)


def skip_adverbs(paragraph: Paragraph, index: int, right: int) -> int:
    """The first token from `index` on, up to `right`, that is not an adverb."""
    while index < right and paragraph.tags[index] == tags.ADVERB:
        index += 1
    return index


def is_cue_verb(site: Site, start: int) -> bool:
    """Whether the cue, whose verb group begins at `start`, is a verb here and not a noun or an adjective."""
    paragraph, at = site.paragraph, site.at
    before = paragraph.tags[at - 1] if at > site.left else ""
    if site.entry.inflection == "s":
        return _is_third_person(site, before)
    if site.entry.inflection == "base":
        return _is_base_verb(site, start, before)
    if before in tags.BEFORE_NOUN:
        is_part = at - 2 > site.left and paragraph.lower[at - 2] == "of" and paragraph.tag_at(at + 1) == tags.NOUN
        return paragraph.lower[at - 1] in grammar.QUANTIFIERS and not is_part  # "half of all reported thefts"
    if _is_described_by(paragraph, at, start, site.left):
        return False
    is_feeling = site.entry.inflection == "past" and site.entry.lemma in grammar.FEELING
    if is_feeling and before == tags.NOUN and tags.AUXILIARY not in paragraph.tags[start:at]:
        word = paragraph.words[at - 1]
        return word[0].isupper() and not word.endswith("s")  # "towns worried about floods", beside "Lund worried"
    if site.entry.inflection == "participle" and tags.AUXILIARY not in paragraph.tags[start:at]:
        return False  # "a man known to": no past tense
    if paragraph.tags[at] == tags.ED_FORM and paragraph.word_at(at + 1) == "by":
        return not grammar.BE.isdisjoint(paragraph.lower[start:at])
    return True


def _is_described_by(paragraph: Paragraph, at: int, start: int, left: int) -> bool:
    """Whether a cue in -ed only describes: for suspected fraud; a more detailed map; they look worried."""
    if tags.AUXILIARY in paragraph.tags[start:at] or tags.MODAL in paragraph.tags[start:at]:
        return False
    first = at - 1
    while first > left and paragraph.tags[first] == tags.ADVERB:
        first -= 1
    if first < left:
        return False
    word, tag = paragraph.lower[first], paragraph.tags[first]
    if word in grammar.COPULAR or (tag == tags.PREPOSITION and first == at - 1 and paragraph.tags[at] != tags.PAST):
        return True
    if word.endswith(POSSESSIVE) and paragraph.tag_at(at + 1) in NOUN_FORM:
        return True
    return tag in tags.BEFORE_NOUN and first < at - 1 and word not in grammar.QUANTIFIERS


def _is_third_person(site: Site, before: str) -> bool:
    """Whether a cue in -s is a verb and not a plural; `before` is the tag of the token before it."""
    paragraph, at = site.paragraph, site.at
    previous = paragraph.lower[at - 1] if at else ""
    following = paragraph.tag_at(site.after)
    if before == tags.OTHER_MARK and previous in {'"', "”", "»"} and paragraph.tags[at - 2] == tags.NOUN:
        return True  # The "Night Guard" announces
    # "Media reports quoted the mayor", "reports said"
    is_document = site.entry.lemma == "report" and (following in tags.FINITE or following == tags.ED_FORM)
    if before in NO_SUBJECT or is_document or previous.endswith(POSSESSIVE):
        is_sure = site.entry.lemma not in grammar.NOUNS and previous in grammar.OF_TWO
        return before in tags.BEFORE_NOUN and (is_sure or previous in grammar.SINGLING_OUT)
    is_past_insertion = before == tags.DASH and paragraph.tags.count(tags.DASH, site.left, at) > 1
    if site.entry.lemma.split(" ")[0] not in grammar.NOUNS or before in SURE_SUBJECT_END or is_past_insertion:
        return True
    if following == tags.ING_FORM and "ing" not in site.entry.frames:
        return False  # "with protests growing"
    if before == tags.NUMBER and not previous[-1].isalpha():
        return False  # "the 3,000 attacks", beside "the 19-year-old claims"
    is_polling = before == tags.ING_FORM and previous in NAMED_SOURCES
    is_noun = (
        is_polling
        or before in (tags.NOUN, tags.NUMBER)
        or (
            before in (tags.BASE_FORM, tags.S_FORM)
            and _may_precede_noun(paragraph, at - 2)  # "the report claims", "the Lund campaign claims"
        )
    )
    if not is_noun or (site.entry.lemma == "state" and previous not in NAMED_SOURCES):
        return False  # "Southern states" beside "the report states"
    is_name = paragraph.words[at - 1][0].isupper()
    if is_name or previous in NAMED_SOURCES:
        # "the Ostby attacks, Lund said", beside "the Herald reports that"
        may_be_plural = previous not in NAMED_SOURCES and paragraph.tag_at(at - 2) == tags.DETERMINER
        return not may_be_plural or following not in AFTER_PLURAL
    is_opened = following in OBJECT_OF_CUE and _ends_opening_phrase(paragraph, at - 1, site.left)
    if is_opened or following in (tags.PRONOUN, tags.OBJECT_PRONOUN):
        return True
    # "Lund's team claims to have won"
    is_owned = following == tags.TO and paragraph.word_at(at - 2).endswith(POSSESSIVE)
    return is_owned or (paragraph.tag_at(at - 2) == tags.DETERMINER and paragraph.word_at(at + 1) != "of")


def _may_precede_noun(paragraph: Paragraph, index: int) -> bool:
    is_name = paragraph.tag_at(index) == tags.NOUN and paragraph.words[index][0].isupper()
    is_name = is_name and not paragraph.lower[index].endswith(POSSESSIVE)
    return is_name or paragraph.tag_at(index) in tags.BEFORE_NOUN


def _ends_opening_phrase(paragraph: Paragraph, last: int, left: int) -> bool:
    """Whether a phrase for one of a kind opens the sentence and ends at a token: "The organising committee"."""
    first = last
    if paragraph.tags[last] == tags.BASE_FORM and last > left:
        first -= 1  # "The Lund campaign"
    while first > left and last - first < LONGEST_OPENING and paragraph.tags[first] in IN_OPENING:
        if paragraph.lower[first] in SINGULAR_STARTS:
            break
        first -= 1
    opens = first == left or paragraph.tags[first - 1] in (tags.COMMA, tags.COORDINATOR)
    is_one = paragraph.lower[first] in SINGULAR_STARTS and last > first and not paragraph.lower[last].endswith("s")
    return opens and is_one


def _is_base_verb(site: Site, start: int, before: str) -> bool:
    """Whether a cue in its base form is a verb and not a noun; `before` is the tag of the token before it."""
    paragraph, entry = site.paragraph, site.entry
    is_noun_too = entry.lemma.split(" ")[0] in grammar.NOUNS
    if before in BEFORE_BASE_FORM or (not is_noun_too and _follows_count(paragraph, start, site.left)):
        return True
    if before == tags.NOUN and paragraph.lower[site.after : site.after + 2] == ["to", "have"]:
        owner = paragraph.lower[site.at - 1]
        return owner.endswith("s") and not owner.endswith(POSSESSIVE)
    if before in (tags.COMMA, tags.CLOSING_BRACKET, tags.DASH) and start > 1:
        return not is_noun_too and paragraph.tags[start - 2] != tags.QUOTATION_MARK
    if entry.lemma == "say":
        return before not in BEFORE_SAY_AS_NOUN or paragraph.lower[site.at - 1] in grammar.QUANTIFIERS
    if before == tags.ADVERB and paragraph.tags[start] in (tags.MODAL, tags.AUXILIARY, tags.TO):
        return True
    if start == 0:
        return False
    is_source = paragraph.lower[start - 1] in NAMED_SOURCES or _opens_as_people(paragraph, start - 1, site.left)
    is_clause_next = paragraph.tag_at(site.after) in (tags.SUBORDINATOR, tags.DETERMINER, tags.PRONOUN)
    is_clause_next = is_clause_next or (paragraph.tag_at(site.after) == tags.TO and "to" in entry.frames)
    if is_noun_too and not is_source and not is_clause_next:
        return paragraph.tags[start - 1] in tags.SUBJECT_WORD
    is_team = is_clause_next and not is_noun_too and _opens_as_team(paragraph, start, site.left)
    if is_team or _follows_plural(paragraph, start - 1, before):
        return True
    is_clause = paragraph.word_at(site.after) == "that" or begins_amount(paragraph, site.after)
    return is_clause and (
        _follows_plural_phrase(paragraph, start - 1, site.left) or _follows_two(paragraph, start - 1, site.left)
    )


def _follows_count(paragraph: Paragraph, start: int, left: int) -> bool:
    """Whether a count that stands for people is before a verb: "the two write"."""
    return (
        start > left + 1
        and paragraph.lower[start - 1] in grammar.COUNTS
        and paragraph.lower[start - 2] in grammar.DEMONSTRATIVES | {"the"}
    )


def _opens_as_team(paragraph: Paragraph, start: int, left: int) -> bool:
    """Whether a name alone opens the sentence, of a team or a body as Britain speaks of it: "Ashby insist he stays"."""
    return start > left and all(
        paragraph.tags[at] == tags.NOUN and paragraph.words[at][0].isupper() for at in range(left, start)
    )


def _opens_as_people(paragraph: Paragraph, index: int, left: int) -> bool:
    """Whether a plural for people opens the sentence: "Witnesses report explosions", "Local residents report smoke"."""
    word = paragraph.lower[index]
    is_people = word in grammar.PEOPLE or word in grammar.PLURALS
    return is_people and index - left <= MOST_BEFORE_PEOPLE and paragraph.tags[left] in BEFORE_PEOPLE


def _follows_two(paragraph: Paragraph, last: int, left: int) -> bool:
    """Whether two with an "and" between them end at a token: "she and a colleague"."""
    and_ = paragraph.tags.rfind(tags.COORDINATOR, max(left, last - LONGEST_PHRASE), last + 1)
    is_two = and_ > left and paragraph.lower[and_] == "and" and paragraph.tags[and_ - 1] in FIRST_OF_TWO
    return is_two and all(tag in IN_SECOND_OF_TWO for tag in paragraph.tags[and_ + 1 : last + 1])


def _follows_plural_phrase(paragraph: Paragraph, last: int, left: int) -> bool:
    """Whether a plural with a phrase of its own ends at a token: "files from Arle Gas"."""
    first = max(left, last - LONGEST_PHRASE)
    if paragraph.tags[last] != tags.NOUN:
        return False
    for preposition in range(last, first, -1):
        if paragraph.tags[preposition] != tags.PREPOSITION:
            continue
        if paragraph.lower[preposition] not in grammar.AFTER_NOUN | grammar.SOURCE_PREPOSITIONS | {"by"}:
            return False
        is_got = paragraph.tags[preposition - 1] == tags.ED_FORM  # "figures obtained by Radio Lund"
        word = paragraph.lower[preposition - 1 - is_got]
        if word.endswith("s") and not word.endswith((*SINGULAR_S, *POSSESSIVE)):
            return True
    return False


def _follows_plural(paragraph: Paragraph, index: int, before: str) -> bool:
    """Whether a token is a plural, of which a base form may be the verb; `before` is the tag right before that."""
    word = paragraph.lower[index]
    if before in PLURAL_END and not word.endswith(("'s", "’s")):
        is_s = word.endswith("s") and not word.endswith(SINGULAR_S)
        is_plural = is_s or word.endswith("men") or word in grammar.PLURALS or word in NAMED_SOURCES
        return is_plural or paragraph.tags[index] in tags.SUBJECT_WORD
    return before in tags.BEFORE_NOUN and word in grammar.QUANTIFIERS


def is_cue_word(paragraph: Paragraph, index: int) -> bool:
    """Whether a cue of the lexicon begins at a token, with the words that must follow it."""
    entries = load_lexicon().cues.get(paragraph.lower[index])
    return entries is not None and any(_is_cue_at(paragraph, index, entry) for entry in reversed(entries))


def _is_cue_at(paragraph: Paragraph, index: int, entry: Cue) -> bool:
    """Whether a cue stands at a token; "held" is one only before "that", "smiled" only after a quotation."""
    if not is_followed(paragraph, index, entry) or entry.frames <= ONLY_AFTER_QUOTE or entry.frames <= OF_VIEWS:
        return False
    return entry.frames != ONLY_THAT or paragraph.word_at(index + 1 + len(entry.following)) == "that"


def is_followed(paragraph: Paragraph, index: int, entry: Cue) -> bool:
    """Whether the words that must follow the first word of a cue stand after a token."""
    following = entry.following
    return not following or (*paragraph.lower[index + 1 : index + 1 + len(following)],) == following
