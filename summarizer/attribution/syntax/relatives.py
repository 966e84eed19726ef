"""Says whom "who" means where a phrase before it holds more than who that is: "talks with Lund, who"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph

BEFORE_TELLER = frozenset({"from", "to", "with", "about"})
LONGEST_AGE = 2  # digits
LONGEST_ASIDE = 20  # tokens
OBJECT_AFTER_VERB = tags.group(tags.NOUN, tags.DETERMINER, tags.ADJECTIVE, tags.S_FORM)


def before_relative(paragraph: Paragraph, pronoun: int, left: int) -> int:
    """The last token of what a relative pronoun stands for: before its comma, its dash, and an aside between dashes.

    "The crew – most of whom were ill – who": the crew.
    """
    last = pronoun - 1
    if last < left or paragraph.tags[last] not in (tags.COMMA, tags.DASH):
        return last
    if paragraph.tags[last] == tags.COMMA:
        return past_age(paragraph, _past_brackets(paragraph, last - 1, left), left)
    closing = _past_dashes(paragraph, last, left)
    opening = paragraph.tags.rfind(tags.DASH, max(left, closing - LONGEST_ASIDE), closing + 1)
    return _past_dashes(paragraph, opening, left) if opening > left else closing


def past_age(paragraph: Paragraph, last: int, left: int) -> int:
    """The token before an age between commas: the name, in "Ada Lund, 34, who"."""
    word = paragraph.words[last]
    if last - 2 < left or paragraph.tags[last] != tags.NUMBER or not word.isdigit() or len(word) > LONGEST_AGE:
        return last
    return last - 2 if paragraph.tags[last - 1] == tags.COMMA and paragraph.tags[last - 2] == tags.NOUN else last


def _past_brackets(paragraph: Paragraph, last: int, left: int) -> int:
    """The token before an aside in brackets: the senator's name, in "Senator Ada Lund (D-Ore.), who"."""
    if paragraph.words[last] != ")":
        return last
    first = max(left, last - LONGEST_ASIDE)
    opening = next((at for at in range(last - 1, first, -1) if paragraph.words[at] == "("), None)
    return opening - 1 if opening is not None else last


def _past_dashes(paragraph: Paragraph, dash: int, left: int) -> int:
    """The token before a dash, which may be written as two hyphens."""
    while dash > left and paragraph.tags[dash] == tags.DASH:
        dash -= 1
    return dash


def head_within(paragraph: Paragraph, first: int, pronoun: int) -> int | None:
    """Where those begin within a phrase from a token on whom the "who" after it means; None where it means it all."""
    for begin in (_past_feeling, _past_meeting, _past_verb, _past_hearing):
        found = begin(paragraph, first, pronoun)
        if found is not None:
            return found
    return None


def past_gift(paragraph: Paragraph, first: int, pronoun: int) -> int | None:
    """Where those begin from whom something comes, within a phrase: the mayor, in "a lecture from the mayor, who"."""
    giver = next((at + 1 for at in range(first + 1, pronoun - 1) if paragraph.lower[at] == "from"), None)
    return giver if giver is not None and paragraph.lower[giver - 2] in grammar.GIVEN else None


def _past_feeling(paragraph: Paragraph, first: int, pronoun: int) -> int | None:
    """Where those begin who share what cannot speak: some members, in "a feeling echoed by some members, who"."""
    by = next((at for at in range(pronoun - 1, first + 1, -1) if paragraph.lower[at] == "by"), None)
    if by is None or paragraph.tags[by - 1] != tags.ED_FORM:
        return None
    return by + 1 if not grammar.FEELINGS.isdisjoint(paragraph.lower[first : by - 1]) else None


def _past_meeting(paragraph: Paragraph, first: int, pronoun: int) -> int | None:
    """Where the name begins of whom something is shared with: "talks with Ada Lund, who", "in step with Lund, who"."""
    after = next((at + 1 for at in range(first + 1, pronoun) if paragraph.lower[at] == "with"), None)
    if after is None or paragraph.lower[after - 2] not in grammar.SHARED_WITH:
        return None
    return after if after < pronoun and paragraph.words[after][0].isupper() else None


def _past_hearing(paragraph: Paragraph, first: int, pronoun: int) -> int | None:
    """Where somebody new begins of whom a verb tells: a nurse, in "the jury heard from a nurse, who"."""
    if paragraph.tags[pronoun - 1] != tags.COMMA:
        return None
    for at in range(pronoun - 4, first, -1):
        is_verb = paragraph.tags[at] == tags.ED_FORM and paragraph.tags[at - 1] == tags.NOUN
        if is_verb and paragraph.lower[at + 1] in BEFORE_TELLER and paragraph.lower[at + 2] in ("a", "an"):
            return at + 2
    return None


def _past_verb(paragraph: Paragraph, first: int, pronoun: int) -> int | None:
    """Where those begin whom a verb after a name is about: critics, in "Lund dismissed critics who"."""
    if paragraph.tags[first] == tags.ED_FORM and paragraph.tags[first - 1] == tags.ADVERB:
        return first + 1  # "Lund bluntly rebuked critics who"
    for at in range(pronoun - 2, first, -1):
        is_object = paragraph.tags[at + 1] in OBJECT_AFTER_VERB and paragraph.words[at + 1][0].islower()
        is_verb = paragraph.tags[at] == tags.ED_FORM and paragraph.tags[at - 1] == tags.NOUN
        if is_object and is_verb and paragraph.words[at - 1][0].isupper():
            return at + 1
    return None


def pronoun_in_present(paragraph: Paragraph, left: int, index: int) -> int | None:
    """The "who" whose clause goes on with a token behind a "but": "was led by Pell, who is ill, but has".

    None where that clause is not in the present, or the sentence not in the past.
    """
    if paragraph.tags[index - 1] != tags.COORDINATOR or paragraph.lower[index] not in grammar.PRESENT:
        return None
    who = next((at for at in range(index - 2, left, -1) if paragraph.lower[at] == "who"), None)
    if who is None or paragraph.lower[who + 1] not in grammar.PRESENT or paragraph.is_quoted(who):
        return None
    return who if not grammar.PAST_FORMS.isdisjoint(paragraph.lower[left:who]) else None
