"""Where the content of a statement begins behind its cue: past whom it is said to, and past what is put in between."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.syntax.adjuncts import skip_adjuncts
from summarizer.attribution.syntax.amounts import before_amount
from summarizer.attribution.syntax.phrase_starts import addressee_starting, phrase_starting
from summarizer.attribution.syntax.verb_groups import has_finite, is_time

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Site

MOST_WORDS_TO_PAPER = 5
LONGEST_INSERTION = 20
LONGEST_LEAD = 24  # tokens of a gerund with its objects
LINKING_AFTER_NAME = tags.group(tags.PREPOSITION, tags.COORDINATOR, tags.STOP)
ADDRESSEE_START = tags.group(tags.OBJECT_PRONOUN, tags.DETERMINER, tags.NOUN, tags.PRONOUN)
AFTER_INSERTION = tags.group(tags.QUOTATION_MARK, tags.DETERMINER, tags.TO)
TELLING_MORE = tags.group(tags.DETERMINER, tags.ED_FORM)
CLOSING_MARKS = frozenset({"”", '"', "''"})  # of a title, which is no quotation
PERIODICALS = frozenset({"daily", "weekly", "monthly"})  # told weekly magazine Arle that


def after_addressee(site: Site) -> int | None:
    """The token after "reporters" in "told reporters"; None when the cue needs an addressee and has none."""
    paragraph, after, right, frames = site.paragraph, site.after, site.right, site.entry.frames
    is_asked = "addressee-wh" in frames and after < right and paragraph.tags[after] in ADDRESSEE_START
    if "addressee" not in frames and not is_asked:
        return after
    if site.entry.lemma in grammar.ADDRESSEE_OPTIONAL and paragraph.tag_at(after) == tags.PRONOUN:
        return after  # "warned she would resign"
    if "that" in frames and paragraph.word_at(after) == "that":
        return after  # "neighbours tell that it was open"
    first = after + 1 if paragraph.word_at(after) in PERIODICALS else after
    addressee = addressee_starting(paragraph, first, right) if paragraph.word_at(after) != "that" else None
    if addressee is None or paragraph.lower[addressee[0]] == "that":
        return after if site.entry.lemma in grammar.ADDRESSEE_OPTIONAL else None
    if site.entry.lemma == "tell" and _is_tale(paragraph, addressee):
        return None  # "tells the story of a nun who sails"
    may_take_to = not frames.isdisjoint({"to", "person-to"}) or site.entry.lemma in {"tell", "warn"}
    if paragraph.word_at(addressee[1]) == "to" and not may_take_to:
        return None
    if "of" in frames and "of" in paragraph.lower[slice(*addressee)]:
        return _before_topic(paragraph, addressee)
    amount = before_amount(paragraph, addressee)
    if amount is not None:
        return amount
    return _past_name(paragraph, addressee) if paragraph.tag_at(addressee[1]) in tags.FINITE else addressee[1]


def _is_tale(paragraph: Paragraph, addressee: Range) -> bool:
    """Whether it is what is told: the story of a nun, but not the story writers."""
    tale = next((at for at in range(*addressee) if paragraph.lower[at] in grammar.TALES), None)
    return tale is not None and paragraph.tag_at(tale + 1) != tags.NOUN


def _before_topic(paragraph: Paragraph, addressee: Range) -> int:
    """Where whoever is warned ends, and of what begins: the country | of fines; the Bank of Norland | of fines."""
    ofs = [at for at in range(*addressee) if paragraph.lower[at] == "of"]
    return next((at for at in ofs if not paragraph.words[min(at + 1, addressee[1] - 1)][0].isupper()), addressee[1])


def _past_name(paragraph: Paragraph, addressee: Range) -> int:
    """Where a name ends that took the subject of the clause after it for its own: told the Herald | three men ran."""
    first, past = addressee
    start = first + 1 if paragraph.tags[first] == tags.DETERMINER else first
    end = start
    while end < past and paragraph.words[end][0].isupper():
        end += 1
    return end if start < end < past and paragraph.tags[end] not in LINKING_AFTER_NAME else past


def content_start(site: Site, index: int) -> int:
    """Step over ", though,", ", in a statement,", ", citing the mayor," and the name of a paper before "that"."""
    paragraph = site.paragraph
    if site.entry.family == "apologize" and paragraph.word_at(site.after) == "to":
        return _past_apology(site)
    if site.after < index < site.right - 1 and _closes_title(paragraph, index):
        index = skip_adjuncts(paragraph, index + 1, site.right)  # said on RTN's “The Day” on Sunday that
    index = _past_how_often(paragraph, index, site.right)
    index = _past_occasion(paragraph, site.after, index, site.right)
    tag = paragraph.tag_at(index)
    if tag == tags.COMMA:
        return _past_insertion(site, index)
    if paragraph.word_at(index) in {"of", "about"} and "that" in site.entry.frames:
        topic = phrase_starting(paragraph, index + 1, site.right)  # said of the flood that
        return topic[1] if topic and paragraph.word_at(topic[1]) == "that" else index
    if index < site.right and tag == tags.NOUN and _may_be_paper(site, index):
        for that in range(index, min(index + MOST_WORDS_TO_PAPER, site.right)):
            if paragraph.lower[that] == "that":
                is_name = paragraph.tags[that - 1] == tags.NOUN and not has_finite(paragraph, index, that)
                # "said Lund told reporters that": all of it is said
                is_name = is_name and tags.PAST_OR_ED_FORM.isdisjoint(paragraph.tags[index + 1 : that])
                return that if is_name else index
    return index


def _past_how_often(paragraph: Paragraph, index: int, right: int) -> int:
    """The "that" behind "all week", "every morning" or "time and again"; the same token where none follows."""
    that = next((at for at in range(index + 1, min(index + 5, right)) if paragraph.lower[at] == "that"), index)
    words = paragraph.lower[index:that]
    is_often = " ".join(words) in grammar.OFTEN or (
        words[:1] and words[0] in grammar.EACH and is_time(paragraph, index + 1)
    )
    return that if is_often else index


def _past_occasion(paragraph: Paragraph, after: int, index: int, right: int) -> int:
    """The "that" behind what a statement is for: "said in a statement marking the day | that"; else the same token."""
    if index <= after or paragraph.tag_at(index) != tags.ING_FORM:
        return index
    if paragraph.lower[index - 1] not in grammar.DOCUMENTS:
        return index
    phrase = phrase_starting(paragraph, index + 1, right)
    return phrase[1] if phrase is not None and paragraph.word_at(phrase[1]) == "that" else index


def _closes_title(paragraph: Paragraph, index: int) -> bool:
    """Whether a mark ends a title, which is no quotation."""
    is_mark = paragraph.tags[index] == tags.OTHER_MARK and paragraph.words[index] in CLOSING_MARKS
    return is_mark and not paragraph.text[paragraph.starts[index] - 1].isspace()


def _past_insertion(site: Site, comma: int) -> int:
    """The token past what stands between a comma and the next one, when the content begins after that."""
    paragraph, right = site.paragraph, site.right
    first = comma + 1
    word, tag = paragraph.word_at(first), paragraph.tag_at(first)
    if word == "that":
        return first
    if tag == tags.PREPOSITION or word == "to" or word in grammar.BEFORE_CITED:
        closing = paragraph.tags.find(tags.COMMA, first + 1, min(first + LONGEST_INSERTION - 1, right - 1))
        past = closing + 1
        if closing >= 0 and (paragraph.lower[past] in {"that", "whether"} or paragraph.tags[past] in AFTER_INSERTION):
            return past
    end = first
    while end < right and paragraph.tags[end] == tags.NOUN and paragraph.words[end][0].isupper():
        end += 1
    if first < end < right - 2 and paragraph.tags[end] == tags.COMMA and paragraph.lower[end + 1] == "that":
        return end + 1  # "said in Arle, Norland, that"
    that = _that_behind_aside(paragraph, first, right)
    if that is not None:
        return that
    if paragraph.tag_at(first + 1) == tags.COMMA and (tag == tags.ADVERB or word == "though"):
        return first + 2
    return comma


def _that_behind_aside(paragraph: Paragraph, first: int, right: int) -> int | None:
    """The "that" behind what tells more of the words before: said in a letter, signed by Lund, a clerk, | that."""
    if first >= right or paragraph.tags[first] not in TELLING_MORE:
        return None
    end = min(first + LONGEST_INSERTION, right - 1)
    commas = (at for at in range(first + 1, end) if paragraph.tags[at] == tags.COMMA)
    that = next((at + 1 for at in commas if paragraph.lower[at + 1] == "that"), None)
    return that if that is not None and not has_finite(paragraph, first + 1, that) else None


def _may_be_paper(site: Site, index: int) -> bool:
    """Whether an addressee may go on at a token: told "Harbour Post" newspaper that; stressed to Radio Lund that."""
    if site.paragraph.lower[index] in grammar.PAPERS:
        return not site.entry.frames.isdisjoint({"that", "addressee"})
    return "that" in site.entry.frames and site.paragraph.words[index][0].isupper()


def _past_apology(site: Site) -> int:
    """Past those to whom somebody apologizes: to the crew and to the owner | for the delay."""
    paragraph, after = site.paragraph, site.after
    reason = next((at for at in range(after, site.right) if paragraph.lower[at] == "for"), after)
    return reason if reason - after <= LONGEST_INSERTION and not has_finite(paragraph, after, reason) else after


def is_led_by_gerund(site: Site, start: int) -> bool:
    """Whether a gerund leads to the clause that is said: "said after selling the mill, she would leave"."""
    paragraph, right = site.paragraph, site.right
    if paragraph.lower[start] not in grammar.ASIDES or paragraph.tag_at(start + 1) != tags.ING_FORM:
        return False
    comma = paragraph.tags.find(tags.COMMA, start + 2, min(start + LONGEST_LEAD, right - 2))
    return comma > 0 and paragraph.tags[comma + 1] in tags.SUBJECT_START and has_finite(paragraph, comma + 1, right)
