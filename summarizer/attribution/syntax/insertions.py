"""Finds what stands before an insertion: an apposition, a relative clause, a time between two commas."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.verb_groups import (
    has_finite,
    skip_time_back,
)

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph

BEFORE_CIRCUMSTANCE = frozenset({"in", "at", "on", "during", "for", "through"})
OPENINGS = grammar.SUBORDINATORS | grammar.BEFORE_SPEECH  # "When asked of the flood, “..."
NOUN_OR_ADJECTIVE = tags.group(tags.NOUN, tags.ADJECTIVE)
LONGEST_INSERTION = 60  # tokens
LONGEST_PLACE = 6  # tokens
BEFORE_RESIDENCE = frozenset({"of", "from", "in"})
LONGEST_ASKED = 4  # tokens of "When reached by phone"
LONGEST_QUOTED_NAME = 9  # tokens, marks included
HEAD_END = tags.group(tags.NOUN, tags.CLOSING_BRACKET, tags.OTHER_MARK, tags.S_FORM, tags.BASE_FORM, tags.ING_FORM)
DESCRIPTION_START = tags.group(tags.NUMBER, tags.WH_WORD, tags.ING_FORM, tags.PREPOSITION)


def before_quoting_insertion(paragraph: Paragraph, mark: int, left: int) -> int:
    """The last token before an insertion that ends with quoted words: Lund, who wrote “Harbour Lights,” said."""
    quote = paragraph.quote_at(mark)
    if quote is None or quote[1] != mark + 1 or quote[0] <= left or paragraph.tags[mark - 1] != tags.COMMA:
        return mark
    last = _before_commas(paragraph, quote[0], left)
    return last if last >= left else mark


def before_inserted_time(paragraph: Paragraph, comma: int, left: int) -> int:
    """The last token before a time between two commas, the second of which is given; that comma when there is none."""
    first = skip_time_back(paragraph, comma - 1, left)
    if not left <= first < comma - 1 or paragraph.tags[first] != tags.COMMA:
        return comma
    return first if tags.WH_WORD in paragraph.tags[left:first] else first - 1


def before_insertion(paragraph: Paragraph, mark: int, left: int) -> int:
    """The last token before the insertion that ends with a comma, bracket or dash; `left` - 1 for none."""
    tag = paragraph.tags[mark]
    if tag == tags.COMMA:
        return _before_commas(paragraph, mark, left)
    if tag == tags.CLOSING_BRACKET:
        return _last_before(paragraph, tags.OPENING_BRACKET, mark, left)
    while mark - 1 > left and paragraph.tags[mark - 1] == tags.DASH:
        mark -= 1  # "--"
    last = _last_before(paragraph, tags.DASH, mark, left)
    return last - 1 if last > left and paragraph.tags[last] == tags.DASH else last


def _last_before(paragraph: Paragraph, opener: str, closer: int, left: int) -> int:
    """The token before the mark that opens an insertion; `left` - 1 for none."""
    index = paragraph.tags.rfind(opener, max(left, closer - LONGEST_INSERTION), closer)
    return index - 1 if index >= 0 else left - 1


def _before_commas(paragraph: Paragraph, mark: int, left: int) -> int:
    """The last token before what stands between commas, of which the last is given; `left` - 1 for none."""
    commas = _commas_left(paragraph, mark, left)
    whose = _before_name_after_whose(paragraph, commas, mark)
    if whose is not None:
        return whose
    for comma in reversed(commas):
        is_relative = paragraph.tags[comma + 1] == tags.WH_WORD and comma > left
        residence = _residence_before(paragraph, comma, left) if is_relative else None
        if residence is not None:
            return residence
        is_place = is_relative and _opens_with_place_or_time(paragraph, left, comma)  # "At Ostby, where he lives, Lund"
        if (
            is_relative
            and not is_place
            and paragraph.tags[comma - 1] in HEAD_END
            and not has_finite(paragraph, left, comma)
        ):
            return comma - 1
    for number, comma in enumerate(commas):
        if not _is_insertion(paragraph, comma + 1, mark):
            break
        outer = commas[number + 1] if number + 1 < len(commas) else None
        if outer is None or not _is_description(paragraph, outer + 1, comma):
            return comma - 1
        if _is_role(paragraph, outer, comma) and has_finite(paragraph, left, outer):
            return comma - 1  # "The mill is lost, a spokeswoman, Anna White, said"
        if _opens_with_place_or_time(paragraph, left, outer):
            return comma - 1  # "In May, a judge, in answer to a request, ordered"
    return left - 1


def _before_name_after_whose(paragraph: Paragraph, commas: list[int], mark: int) -> int | None:
    """The token before a name that follows "whose" and a role: "run by Tarrow, whose director, Ann Poe, said"."""
    for inner, comma in pairwise(commas):
        if paragraph.lower[comma + 1] == "whose" and not has_finite(paragraph, comma + 3, mark):
            return inner - 1
    return None


def _residence_before(paragraph: Paragraph, comma: int, left: int) -> int | None:
    """The comma before where somebody lives, which ends at another one: "Lund, 30, of Tilby, Ohio, who voted,"."""
    for _ in range(2):  # the town, or first its state
        opened = paragraph.tags.rfind(tags.COMMA, left, comma)
        if opened < 0 or comma - opened > LONGEST_PLACE:
            return None
        is_led = paragraph.lower[opened + 1] in BEFORE_RESIDENCE
        place = paragraph.words[opened + 1 + is_led : comma]
        if not place or not all(word[0].isupper() or word == "." for word in place):
            return None
        if is_led:
            return opened
        comma = opened
    return None


def _commas_left(paragraph: Paragraph, mark: int, left: int) -> list[int]:
    """Commas left of a mark, nearest first, up to the next quotation mark."""
    first = max(left, mark - LONGEST_INSERTION)
    commas: list[int] = []
    index = mark - 1
    while index >= first:
        if paragraph.tags[index] == tags.QUOTATION_MARK:
            quote = paragraph.quote_at(index)
            if quote is None or quote[1] != index + 1 or index - quote[0] > LONGEST_QUOTED_NAME:
                break
            index = quote[0]  # past “Harbour Lights”
        elif paragraph.tags[index] == tags.COMMA:
            commas.append(index)
        index -= 1
    return commas


def _opens_with_place_or_time(paragraph: Paragraph, left: int, comma: int) -> bool:
    """Whether a sentence opens with "In May," or "At the harbour,", which no description follows."""
    if paragraph.lower[left] in OPENINGS and comma - left <= LONGEST_ASKED:
        return True  # "When contacted, an official, requesting anonymity, said"
    if paragraph.tags[left] != tags.PREPOSITION or paragraph.lower[left] not in BEFORE_CIRCUMSTANCE:
        return False
    phrase = phrase_starting(paragraph, left + 1, comma)
    return phrase is not None and phrase[1] == comma


def _is_role(paragraph: Paragraph, outer: int, comma: int) -> bool:
    """Whether "a spokeswoman" stands between two commas, of which the second has a name after it."""
    is_short = (
        paragraph.lower[outer + 1] in grammar.INDEFINITE_ARTICLES and tags.WH_WORD not in paragraph.tags[outer:comma]
    )
    return is_short and paragraph.tags[comma + 1] == tags.NOUN and paragraph.words[comma + 1][0].isupper()


def _is_description(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether the words between two commas only describe the name before them: "a lawyer", "45", "who lives here"."""
    if first >= past or not _is_insertion(paragraph, first, past):
        return False
    tag, word = paragraph.tags[first], paragraph.lower[first]
    if (tag in DESCRIPTION_START and word != "as") or word in {"a", "an"}:
        return True
    is_small = tag in NOUN_OR_ADJECTIVE and not paragraph.words[first][0].isupper()
    return is_small or _holds_list_of_relative(paragraph, first, past)


def _holds_list_of_relative(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether the comma behind some words stands in a list: "Lund, the clerk who sells rope, oars and tar, said"."""
    if paragraph.tags[first] != tags.DETERMINER or not paragraph.words[first - 2][0].isupper():
        return False
    who = paragraph.tags.find(tags.WH_WORD, first + 1, past)
    return who > 0 and paragraph.lower[who] == "who" and not has_finite(paragraph, first, who)


def _is_insertion(paragraph: Paragraph, first: int, past: int) -> bool:
    """Whether no verb of the main clause stands in some tokens."""
    if first >= past:
        return False
    letters = paragraph.tags
    if letters[first] == tags.WH_WORD:
        return True
    if letters[first] == tags.PREPOSITION and first + 1 < past and letters[first + 1] == tags.WH_WORD:
        return True
    relative = letters.find(tags.WH_WORD, first, past)
    if relative < 0 and letters[first] == tags.PREPOSITION and "that" in paragraph.lower[first + 2 : past]:
        relative = paragraph.lower.index("that", first + 2)  # "in a note that called it late"
    return not has_finite(paragraph, first, past if relative < 0 else relative)
