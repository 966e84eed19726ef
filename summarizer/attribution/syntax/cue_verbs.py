"""Tells whether a word of saying is the verb of a clause there, and not a noun or another verb."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.amounts import begins_amount
from summarizer.attribution.syntax.verb_groups import POSSESSIVE, ends_relative

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph
    from summarizer.attribution.syntax.site import Site

NAMED_SOURCES = grammar.REPORTS | grammar.DOCUMENTS | grammar.WRITINGS
SINGULAR_S = ("ous", "ss", "us")  # "her previous call for calm"
PAUSE = tags.group(tags.COMMA, tags.STOP)
LONGEST_PHRASE = 10  # tokens
OBJECT_OF_CUE = tags.group(tags.DETERMINER, tags.SUBORDINATOR, tags.QUOTATION_MARK)
AFTER_PLURAL = tags.group(tags.COMMA, tags.PREPOSITION, tags.STOP, tags.FINITE)
IN_OPENING = tags.group(tags.NOUN, tags.ADJECTIVE, tags.ING_FORM, tags.ED_FORM)
SINGULAR_STARTS = frozenset({"a", "an", "the", "one", "another", "this", "that"})
LONGEST_OPENING = 4  # tokens
MOST_BEFORE_PEOPLE = 3  # tokens: many local
NO_SUBJECT = tags.group(tags.BEFORE_NOUN, tags.PREPOSITION, tags.OTHER_MARK, tags.TO, tags.MODAL)
SURE_SUBJECT_END = tags.group(tags.SUBJECT_WORD, tags.ADVERB, tags.CLOSING_BRACKET, tags.COMMA)
BEFORE_BASE_FORM = tags.group(tags.SUBJECT_WORD, tags.HELPING, tags.TO)
BEFORE_SAY_AS_NOUN = tags.group(tags.BEFORE_NOUN, tags.PREPOSITION, tags.ING_FORM)
NOUN_FORM = tags.group(tags.NOUN, tags.BASE_FORM, tags.S_FORM)
BEFORE_PEOPLE = tags.group(tags.NOUN, tags.DETERMINER, tags.ADJECTIVE, tags.NUMBER)
FIRST_OF_TWO = tags.group(tags.NOUN, tags.PRONOUN)
IN_SECOND_OF_TWO = tags.group(tags.NOUN, tags.DETERMINER, tags.ADJECTIVE)
PLURAL_END = tags.group(tags.ADVERB, tags.NOUN, tags.BASE_FORM, tags.S_FORM)


def is_cue_verb(site: Site, start: int) -> bool:
    """Whether the cue, whose verb group begins at `start`, is a verb here and not a noun or an adjective."""
    paragraph, at = site.paragraph, site.at
    before = paragraph.tags[at - 1] if at > site.left else ""
    if site.entry.inflection == "s":
        return _is_third_person(site, before)
    if site.entry.inflection == "base":
        return not _is_greatest(site, start) and _is_base_verb(site, start, before)
    if before in tags.BEFORE_NOUN and not ends_relative(paragraph, at - 1, site.left):
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
        is_two = previous in grammar.OF_TWO and (previous != "other" or paragraph.tag_at(at - 2) == tags.DETERMINER)
        is_sure = is_two and site.entry.lemma not in grammar.NOUNS  # "the other adds", but not "and other ventures"
        return before in tags.BEFORE_NOUN and (is_sure or previous in grammar.SINGLING_OUT)
    is_past_insertion = before == tags.DASH and paragraph.tags.count(tags.DASH, site.left, at) > 1
    # "the audit notes two gaps and calls the excuses thin"
    goes_on = before == tags.COORDINATOR and following in OBJECT_OF_CUE and _goes_on_in_present(site)
    is_sure = before in SURE_SUBJECT_END or is_past_insertion or goes_on
    if is_sure or site.entry.lemma.split(" ")[0] not in grammar.NOUNS:
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


def _goes_on_in_present(site: Site) -> bool:
    """Whether the cue before this one is a verb in the present too."""
    return bool(site.earlier) and site.earlier[-1].entry.kind == "verb" and site.earlier[-1].entry.inflection == "s"


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


def _is_greatest(site: Site, start: int) -> bool:
    """Whether a word that may be a noun is one behind a superlative: "the greatest fear that she knew"."""
    paragraph = site.paragraph
    is_noun_too = site.entry.lemma.split(" ")[0] in grammar.NOUNS
    is_most = start - 2 >= site.left and paragraph.lower[start - 1].endswith("est")
    return is_noun_too and is_most and paragraph.tags[start - 2] == tags.DETERMINER


def _is_base_verb(site: Site, start: int, before: str) -> bool:
    """Whether a cue in its base form is a verb and not a noun; `before` is the tag of the token before it."""
    paragraph, entry = site.paragraph, site.entry
    is_noun_too = entry.lemma.split(" ")[0] in grammar.NOUNS
    is_told = paragraph.tag_at(site.after) in PAUSE and _is_as_told(paragraph, start, site.left)
    is_counted = not is_noun_too and _follows_count(paragraph, start, site.left)
    if before in BEFORE_BASE_FORM or is_counted or is_told:
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
    is_source = is_source or _is_first_behind_quotation(paragraph, start, site.left)
    if is_noun_too and not is_source and not is_clause_next:
        return paragraph.tags[start - 1] in tags.SUBJECT_WORD
    is_team = is_clause_next and not is_noun_too and _opens_as_team(paragraph, start, site.left)
    if is_team or _follows_plural(paragraph, start - 1, before):
        return True
    is_clause = paragraph.word_at(site.after) == "that" or begins_amount(paragraph, site.after)
    return is_clause and (
        _follows_plural_phrase(paragraph, start - 1, site.left) or _follows_two(paragraph, start - 1, site.left)
    )


def _is_as_told(paragraph: Paragraph, start: int, left: int) -> bool:
    """Whether a plural with an "as" before it is who tells it: "the water, as local residents report, is high"."""
    as_ = paragraph.lower.index("as", left, start) if "as" in paragraph.lower[left:start] else start
    is_short = 1 < start - as_ <= LONGEST_OPENING and as_ > left and paragraph.tags[as_ - 1] == tags.COMMA
    return is_short and _is_people(paragraph.lower[start - 1])


def _is_people(word: str) -> bool:
    return word in grammar.PEOPLE or word in grammar.PLURALS or word.endswith("s")


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


def _is_first_behind_quotation(paragraph: Paragraph, start: int, left: int) -> bool:
    """Whether only a noun phrase parts a verb from the quotation before it: "“…,” the guilds state in a letter"."""
    first = start
    while first > left and start - first <= LONGEST_OPENING and paragraph.tags[first - 1] in IN_SECOND_OF_TWO:
        first -= 1
    return left < first < start and paragraph.tags[first - 1] == tags.QUOTATION_MARK


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
