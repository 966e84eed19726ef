"""Finds noun phrases and adjuncts among tagged tokens, without a parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.phrase_starts import LINKING, NOMINAL, abbreviates
from summarizer.attribution.syntax.places import start_before_place
from summarizer.attribution.syntax.relatives import before_relative, head_within, past_age, past_gift
from summarizer.attribution.syntax.verb_groups import POSSESSIVE, has_finite, is_finite, is_time

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range

OPENING = frozenset('"“„«')

NOT_FIRST = tags.group(LINKING, tags.ADVERB)
NOUN_OR_NUMBER = tags.group(tags.NOUN, tags.NUMBER)
BASE_OR_S_FORM = tags.group(tags.BASE_FORM, tags.S_FORM)
FORM_OR_NOUN = tags.group(BASE_OR_S_FORM, tags.ING_FORM)
BEFORE_BASE_AS_NOUN = tags.group(tags.DETERMINER, tags.NOUN, tags.ADJECTIVE)
BEFORE_AND = tags.group(NOUN_OR_NUMBER, tags.S_FORM, tags.CLOSING_BRACKET)
BEFORE_OCCASION = frozenset({"in", "on", "with"})
SOMEBODY = ("er", "or", "ist", "ian", "man", "woman", "ent", "ant")
BEFORE_TIME = frozenset({"on", "in", "at", "by"})
FROM_TOWN = frozenset({"from", "of"})
NOUN_BEFORE_HOLDER = tags.group(tags.NOUN, tags.S_FORM, tags.BASE_FORM)
AFTER_TIME = tags.group(tags.DETERMINER, tags.NOUN, tags.ADJECTIVE)
BEFORE_TIME_WORD = frozenset({"last", "this", "next", "earlier", "late", "early"})
LONGEST_OCCASION = 5  # tokens


def phrase_ending(paragraph: Paragraph, last: int, left: int) -> Range | None:
    """The noun phrase whose last token is `last`, with its "of", "for" and "from" phrases.

    Tokens before `left` stay out of it.
    """
    if last < left:
        return None
    lower = paragraph.lower
    if lower[last] in {"there", "here"} and last > left and paragraph.tags[last - 1] == tags.NOUN:
        last -= 1  # "a surgeon there said"
    tag = paragraph.tags[last]
    if tag == tags.PRONOUN:
        return (last, last + 1)
    if tag == tags.WH_WORD and lower[last] in {"who", "which", "that"}:
        return _antecedent(paragraph, last, left)
    if lower[last] == "that" and tag == tags.SUBORDINATOR and last > left:
        head = lower[last - 1]
        if head in grammar.DOCUMENTS or head in grammar.SHOWING:
            return _antecedent(paragraph, last, left)  # "a poll that showed"
    first = _first_of_phrase(paragraph, last, left)
    if first > left and lower[first - 1] in BEFORE_TIME:
        while first < last and is_time(paragraph, first):
            first += 1
    first = _past_occasion(paragraph, first, last, left)
    may_be_place = first > left and lower[first - 1] in BEFORE_OCCASION
    if may_be_place and not grammar.DOCUMENTS.isdisjoint(lower[first : first + 3]):
        # "in a statement sent to The Post Ann Smith said": the statement is where she said it
        prepositions = (tags.PREPOSITION, tags.TO)
        first = next((at + 1 for at in range(last - 1, first, -1) if paragraph.tags[at] in prepositions), first)
    first = _past_time(paragraph, first, last, left)
    return _without_occasion(paragraph, first, last + 1) if first <= last else None


def _past_time(paragraph: Paragraph, first: int, last: int, left: int) -> int:
    """Where somebody is told of behind a time without a comma: officials, in "in a note last month officials said"."""
    lower = paragraph.lower
    for at in range(last - 1, first - 1, -1):
        is_time_word = lower[at] in grammar.TIME and paragraph.tags[at] != tags.NUMBER
        is_day = paragraph.words[at][0].isupper() and (is_time_word or paragraph.words[at] in grammar.DAYTIMES)
        if not is_day and not is_time_word:
            continue
        start = at
        while start > first and lower[start - 1] in BEFORE_TIME_WORD:
            start -= 1
        before = lower[start - 1] if start > left else ""
        is_told_in = before in grammar.OCCASIONS or before in grammar.DOCUMENTS or start == left
        is_behind = (start < at and is_told_in) or (is_day and before == "on")
        return at + 1 if is_behind and paragraph.tags[at + 1] in AFTER_TIME else first
    return first


def _past_occasion(paragraph: Paragraph, first: int, last: int, left: int) -> int:
    """Where the name begins that follows where somebody spoke: Ann Smith, in "on her page Ann Smith said"."""
    if first <= left or paragraph.lower[first - 1] not in BEFORE_OCCASION:
        return first
    for at in range(first, min(first + LONGEST_OCCASION, last)):
        if paragraph.words[at] in grammar.PLACES_TO_SPEAK or paragraph.words[at] in grammar.OCCASIONS:
            return at + 1 if paragraph.tags[at + 1] == tags.NOUN else first
    return first


def _first_of_phrase(paragraph: Paragraph, last: int, left: int) -> int:
    """The first token of the noun phrase that ends at `last`; the token past it when there is none."""
    if paragraph.lower[last] in grammar.SEVERAL and last > left and paragraph.tags[last - 1] in NOUN_BEFORE_HOLDER:
        return last  # "a match | many are calling"
    first = _walk_left(paragraph, last, left)
    while first <= last:
        tag = paragraph.tags[first]
        if tag not in NOT_FIRST and (tag != tags.OTHER_MARK or paragraph.lower[first] in OPENING):
            break
        first += 1
    return first


def _walk_left(paragraph: Paragraph, last: int, left: int) -> int:
    """The leftmost token from which on all tokens up to `last` go on with one phrase."""
    index = last
    while index >= left:
        tag, word = paragraph.tags[index], paragraph.lower[index]
        if tag == tags.QUOTATION_MARK:
            # a word or two in scare quotes belong to the phrase
            quote = paragraph.quote_at(index)
            if quote is None or quote[0] <= left or quote[1] - quote[0] > 5:
                break
            if paragraph.tags[quote[1] - 2] in tags.QUOTATION_END:
                break
            index = quote[0]
        elif not _joins_left(paragraph, index, last, left):
            break
        elif word in grammar.ARTICLES and index > left and _begins_anew(paragraph, index, left):
            return index
        index -= 1
    return index + 1


def _begins_anew(paragraph: Paragraph, article: int, left: int) -> bool:
    """Whether an article, no initial ("Samuel A. Poe"), begins a phrase after another: "a figure | the ministry"."""
    last = article - 1
    is_noun = paragraph.tags[last] in NOUN_OR_NUMBER
    if paragraph.tags[last] in FORM_OR_NOUN and last > left:
        is_noun = paragraph.tags[last - 1] == tags.DETERMINER  # "at a hearing | the mayor"
    is_year = last - 1 > left and paragraph.tags[last] == tags.NUMBER and paragraph.lower[last - 1] == "in"
    return is_noun and (is_year or not is_time(paragraph, last)) and paragraph.tag_at(article + 1) != tags.STOP


def _joins_left(paragraph: Paragraph, index: int, last: int, left: int) -> bool:  # noqa: PLR0911  one answer for each tag
    """Whether a token goes on with the phrase that ends at `last`."""
    tag, word = paragraph.tags[index], paragraph.lower[index]
    before = paragraph.tags[index - 1] if index > left else ""
    if tag == tags.NOUN:
        return word != "according"
    if tag in (tags.PREPOSITION, tags.TO):
        return _links(paragraph, index, left)
    if tag == tags.COORDINATOR:
        is_noun = before == tags.BASE_FORM and index - 2 >= left and paragraph.tags[index - 2] in BEFORE_BASE_AS_NOUN
        joins_nouns = (before in BEFORE_AND or is_noun) and not _is_verb_left(paragraph, index, left)
        is_joined = joins_nouns or _pairs_adjectives(paragraph, index, left) or _is_and_of_name(paragraph, index, left)
        return word == "and" and is_joined
    if tag == tags.STOP:
        return index > left and abbreviates(paragraph, index)
    if tag == tags.DETERMINER:
        return not (word in {"that", "this"} and index < last and before in tags.PAST_OR_ED_FORM)
    if tag == tags.PRONOUN:  # "Ann I. Poe"
        is_somebody = word in grammar.SOMEBODY and index < last  # "somebody close to the king"
        return is_somebody or (paragraph.words[index] == "I" and paragraph.tag_at(index + 1) == tags.STOP)
    if tag not in NOMINAL or (tag == tags.OBJECT_PRONOUN and index != last):
        return (
            tag == tags.ADVERB and word in grammar.ORDINALS and _may_precede_ordinal(paragraph, index - 1, last, left)
        )
    if tag == tags.ED_FORM and before in tags.HELPING:
        return False  # "had acted on the orders of the chairman, who"
    if tag == tags.BASE_FORM and (before == tags.TO or _is_helped(paragraph, index)):
        return False
    return not is_finite(paragraph, index)


def _is_and_of_name(paragraph: Paragraph, and_: int, left: int) -> bool:
    """Whether an "and" stands in a name: the Centre for Boats and River Affairs."""
    words = paragraph.words[and_ - 3 : and_ + 2] if and_ - 3 >= left else []
    return len(words) > 4 and words[1] in {"for", "of"} and all(words[at][0].isupper() for at in (0, 2, 4))


def _is_helped(paragraph: Paragraph, index: int) -> bool:
    """Whether a verb stands behind the "helped" of a main clause: "her push helped persuade some members"."""
    return paragraph.lower[index - 1] in grammar.HELPED and paragraph.tag_at(index - 2) != tags.WH_WORD


def _links(paragraph: Paragraph, index: int, left: int) -> bool:
    """Whether a preposition links two nouns of one phrase."""
    if index == left:
        return paragraph.lower[index] in grammar.SOURCE_PREPOSITIONS
    if paragraph.tags[index] == tags.TO:  # "a letter to staff said", but not "gave a letter to staff who said"
        return paragraph.lower[index - 1] in grammar.DOCUMENTS and not has_finite(paragraph, left, index)
    word = paragraph.lower[index]
    is_done_by = word == "by" and (paragraph.tags[index - 1] == tags.ED_FORM or is_time(paragraph, index - 1))
    return word in grammar.SOURCE_PREPOSITIONS or is_done_by


def _may_precede_ordinal(paragraph: Paragraph, index: int, last: int, left: int) -> bool:
    """Whether "first" belongs to a phrase after a token: "the first mate", "the band's first drummer"."""
    if index < left:
        return False
    is_owner = paragraph.tags[index] == tags.NOUN and paragraph.lower[index].endswith(POSSESSIVE)
    # A thing, too, is somebody's first, with the verb of another: "Lund's first term endorsed".
    is_somebody = last > index + 1 and paragraph.lower[last].endswith(SOMEBODY)
    return paragraph.tags[index] in tags.BEFORE_NOUN or (is_owner and is_somebody)


def _pairs_adjectives(paragraph: Paragraph, and_: int, left: int) -> bool:
    """Whether an "and" joins two words that tell which ones: "five past and present keepers", "serving and retired"."""
    first, second = and_ - 1, and_ + 1
    if first < left or paragraph.tag_at(second + 1) != tags.NOUN:
        return False
    return paragraph.lower[first] in grammar.PAIRED and paragraph.lower[second] in grammar.PAIRED


def _without_occasion(paragraph: Paragraph, first: int, past: int) -> Range:
    """The phrase without an "in a phone call" or "at a rally" at its end, which belongs to the verb."""
    lower = paragraph.lower
    if past - first < 3 or grammar.OCCASIONS.isdisjoint(lower[first:past]):
        return (first, past)
    for index in range(first + 1, past - 1):
        if lower[index] in grammar.BEFORE_OCCASION and not grammar.OCCASIONS.isdisjoint(lower[index + 1 : past]):
            return (first, index)
    return (first, past)


def _is_verb_left(paragraph: Paragraph, index: int, left: int) -> bool:
    """Whether a finite verb stands left of a token, before the next comma or quotation mark."""
    breaks = (at for at in range(index - 1, left - 1, -1) if paragraph.tags[at] in tags.CLAUSE_BREAK)
    return has_finite(paragraph, next(breaks, left - 1) + 1, index)


def _antecedent(paragraph: Paragraph, pronoun: int, left: int) -> Range:
    """The noun phrase that a relative pronoun stands for, up to and with the pronoun."""
    last = before_relative(paragraph, pronoun, left)
    is_possible = last >= left and paragraph.tags[last] not in (tags.QUOTATION_MARK, tags.WH_WORD)
    phrase = phrase_ending(paragraph, last, left) if is_possible else None
    if phrase is None:
        return (pronoun, pronoun + 1)
    town = _town_before(paragraph, phrase[0], left) if paragraph.lower[pronoun] == "who" else None
    first = town if town is not None else phrase[0]
    first = _past_topic(paragraph, first, pronoun)
    described = past_gift(paragraph, first, pronoun)
    if described is None and paragraph.lower[pronoun] == "who":
        described = _described_by_place(paragraph, first, left)
        described = head_within(paragraph, first, pronoun) if described is None else described
        described = start_before_place(paragraph, first, left, is_relative=True) if described is None else described
    if described is not None:
        return (described, pronoun + 1)
    is_apposition = first - 2 >= left and paragraph.tags[first - 1] == tags.COMMA
    if is_apposition and paragraph.lower[first] in grammar.INDEFINITE_ARTICLES:
        last = first - 2
        if paragraph.tags[last] == tags.CLOSING_BRACKET:  # "Ivy (Ann Poe), a landlady who"
            last = paragraph.tags.rfind(tags.OPENING_BRACKET, left, last) - 1
        last = past_age(paragraph, last, left)
        outer = phrase_ending(paragraph, last, left)  # "the Red Lamp, a charity, which said": the Red Lamp
        if outer and paragraph.words[outer[1] - 1][0].isupper():
            return (outer[0], pronoun + 1)
    return (first, pronoun + 1)


def _past_topic(paragraph: Paragraph, first: int, pronoun: int) -> int:
    """Where those begin of whom somebody is asked or told: "asked Ada Lund about several women who"."""
    if paragraph.lower[pronoun] != "who" or "about" not in paragraph.lower[first + 1 : pronoun - 1]:
        return first
    about = paragraph.lower.index("about", first + 1)
    return about + 1 if paragraph.words[about - 1][0].isupper() else first


def _town_before(paragraph: Paragraph, first: int, left: int) -> int | None:
    """Where those begin who come from a town in the land at a token: a clerk, in "a clerk from Ostby, Norland, who"."""
    town = first - 2
    if town <= left or paragraph.tags[first - 1] != tags.COMMA or not paragraph.words[first][0].isupper():
        return None
    while town > left and paragraph.tags[town] == tags.NOUN and paragraph.words[town][0].isupper():
        town -= 1
    is_from = town < first - 2 and paragraph.lower[town] in FROM_TOWN and paragraph.words[town - 1].islower()
    phrase = phrase_ending(paragraph, first - 2, left) if is_from else None
    return phrase[0] if phrase and phrase[0] < town else None


def _described_by_place(paragraph: Paragraph, first: int, left: int) -> int | None:
    """Where somebody is named of whom a place is told: a woman, in "a woman, 24, from Ostby, who"."""
    at = first - 1
    if at - 2 < left or paragraph.lower[at] not in grammar.FROM_PLACE or paragraph.tags[at - 1] != tags.COMMA:
        return None
    last = at - 2
    if paragraph.tags[last] == tags.NUMBER and last - 2 >= left and paragraph.tags[last - 1] == tags.COMMA:
        last -= 2  # an age
    phrase = phrase_ending(paragraph, last, left)
    return phrase[0] if phrase else None


def starts_phrase(paragraph: Paragraph, index: int, right: int) -> bool:
    """Whether a noun phrase may begin at a token."""
    if index >= right or paragraph.tags[index] not in tags.NOUN_PHRASE_START:
        return False
    return paragraph.tags[index] != tags.BASE_FORM or paragraph.words[index][0].isupper()
