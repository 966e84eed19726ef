"""Reads one sentence: looks up its possible cues in the lexicon and asks the rule for each kind of cue."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.lexicon import Cue, Kind, load_lexicon
from summarizer.attribution.rules.dashed import read_dashed
from summarizer.attribution.rules.headings import names_topic, read_heading
from summarizer.attribution.rules.nouns_and_phrases import (
    read_according,
    read_adjective,
    read_hearsay,
    read_noun,
    read_relay,
    read_survey,
)
from summarizer.attribution.rules.second_hand import attach_cited
from summarizer.attribution.rules.speakers import read_speaker
from summarizer.attribution.rules.unsaid import is_nothing_said
from summarizer.attribution.rules.verbs import WEAK, read_verb
from summarizer.attribution.rules.views import read_for_whom
from summarizer.attribution.syntax.amounts import COUNT_WORDS
from summarizer.attribution.syntax.bare_mentions import with_measure, without_holder, without_message, without_verb
from summarizer.attribution.syntax.site import Attribution, Site
from summarizer.attribution.syntax.verb_groups import is_followed

if TYPE_CHECKING:
    from collections.abc import Callable, Set

    from summarizer.attribution.syntax.paragraph import Paragraph, Range

MOST_CUES = 20  # in one sentence; more is no sentence
IN_THE_WORDS_OF = ["in", "the", "words", "of"]
LONGEST_RIVAL = 9  # tokens: ", people at the old market say 20"
SAYS_NUMBER = frozenset({"say", "says", "said"})
OF_RIVALS = tags.group(tags.NOUN, tags.ADJECTIVE, tags.DETERMINER, tags.PREPOSITION)
SHORTEST_SPEECH = 4  # tokens of a quotation, marks included, within which no cue is read
READERS: dict[Kind, Callable[[Site], Attribution | None]] = {
    "verb": read_verb,
    "phrase": read_according,
    "noun": read_noun,
    "adjective": read_adjective,
    "adverb": read_hearsay,
}


def read_sentence(paragraph: Paragraph, left: int, right: int) -> list[Attribution]:
    """All attributions whose cue stands in the sentence from `left` to before `right`, in the order of their cues."""
    named, nobodys = _read_cues(paragraph, left, right)
    unsaid = {one.cue[0] for one in named if one.relays and is_nothing_said(one, named)}
    if unsaid:  # "The guild should admit that it was late, Lund said": Lund says all of it
        named, nobodys = _read_cues(paragraph, left, right, unsaid)
    if named:
        attach_cited(paragraph, left, right, named)
    named = [one for one in named if one.entry.family not in WEAK or not _is_said_by_another(one, named)]
    named = [one for one in named if not is_nothing_said(one, named)]
    if len(named) > 1:
        _end_inner(named)
    for one in named:
        _end_before_rival(one)
    return named + [one for one in nobodys if not _is_within(one, named)]


def _read_cues(
    paragraph: Paragraph, left: int, right: int, unsaid: Set[int] = frozenset()
) -> tuple[list[Attribution], list[Attribution]]:
    """The attributions of a sentence: to somebody, and to nobody. The cues at the tokens `unsaid` are passed over."""
    opening = _read_opening(paragraph, left, right)
    named: list[Attribution] = [opening] if opening else []
    nobodys: list[Attribution] = []
    openings = load_lexicon().openings
    past = left  # the cue read last
    cues = [at for at, word in enumerate(paragraph.lower[left:right], left) if word in openings]
    for at in cues:
        if at in unsaid or _is_quoted_word(paragraph, at):
            continue
        attribution = _read_at(paragraph, left, right, at, named) if at >= past and len(named) < MOST_CUES else None
        if attribution and _leads_to_same(attribution, named):
            continue
        if attribution and attribution.mention and named:
            attribution.mention = _past_cue(attribution.mention, named[-1])
        if attribution and _name(attribution) and not _is_writer_or_reader(attribution):
            # what nobody says has no quotation to go on with, and is never passed on
            (named if attribution.mention else nobodys).append(attribution)
            past = attribution.cue[1]
    return named, nobodys


def _past_cue(mention: Range, earlier: Attribution) -> Range:
    """A mention without the cue before it: sailors, in "was critical of sailors who say"."""
    first, past = earlier.cue
    return (past, mention[1]) if first <= mention[0] < past < mention[1] else mention


def _is_quoted_word(paragraph: Paragraph, at: int) -> bool:
    """Whether a word in -ing stands alone between marks, as what is talked about: an end to “moaning” and “nagging”."""
    marks = tags.QUOTATION_MARK + tags.ING_FORM + tags.QUOTATION_MARK
    return at > 0 and paragraph.tags[at - 1 : at + 2] == marks


def _leads_to_same(attribution: Attribution, named: list[Attribution]) -> bool:
    """Whether a cue only stands between another one and what is said: "said in comments published on Monday that"."""
    start, is_verb = attribution.content[0][0], attribution.entry.kind == "verb"
    return is_verb and any(one.content[0][0] == start and one.cue[1] <= attribution.cue[0] < start for one in named)


def _is_writer_or_reader(attribution: Attribution) -> bool:
    """Whether an I, a we or a you of the article's own text is the source, and nobody whom it quotes."""
    if attribution.mention is None:
        return False
    paragraph, first = attribution.paragraph, attribution.mention[0]
    is_either = paragraph.lower[first] in grammar.FIRST_PERSON or paragraph.lower[first] in grammar.NOT_QUOTED
    return is_either and not paragraph.is_quoted(first)


def _name(attribution: Attribution) -> bool:
    """Take the verb off the mention of a source; False when nothing is left of it."""
    if attribution.mention is None:
        return True
    mention = without_verb(attribution.paragraph, attribution.mention)
    if mention is None:
        return False
    mention = without_message(attribution.paragraph, without_holder(attribution.paragraph, mention))
    attribution.mention = with_measure(attribution.paragraph, mention)
    return True


def _read_opening(paragraph: Paragraph, left: int, right: int) -> Attribution | None:
    """What the opening of a sentence attributes without a cue."""
    speaker = _read_first(paragraph, left, right) if left == 0 else None
    if speaker is None and paragraph.lower[left : left + len(IN_THE_WORDS_OF)] == IN_THE_WORDS_OF:
        saying = load_lexicon().plain_saying
        return read_according(Site(paragraph, left, right, left, left + len(IN_THE_WORDS_OF), saying, []))
    if speaker is None and paragraph.lower[left] in ("to", "for"):
        return read_for_whom(paragraph, left, right)
    if speaker is None and paragraph.lower[left] == "in":
        return read_survey(Site(paragraph, left, right, left, left + 1, load_lexicon().plain_saying, []))
    return speaker


def _read_first(paragraph: Paragraph, left: int, right: int) -> Attribution | None:
    """Who speaks before a colon where a paragraph begins, or behind a heading."""
    has_cue = paragraph.has_quotation or not load_lexicon().openings.isdisjoint(paragraph.lower)
    speaker = read_speaker(paragraph, left, right) if has_cue else None
    if speaker and not names_topic(paragraph, speaker):
        return speaker
    return read_heading(paragraph, left, right)


def _read_at(paragraph: Paragraph, left: int, right: int, at: int, earlier: list[Attribution]) -> Attribution | None:
    """The attribution of the cue or the word of relaying at a token."""
    lexicon, word = load_lexicon(), paragraph.lower[at]
    if word in grammar.RELAYING or (word in grammar.NOTING and paragraph.word_at(at - 1) == "as"):
        relayed = read_relay(Site(paragraph, left, right, at, at + 2, lexicon.plain_saying, earlier))
        if relayed:
            return relayed
    quote = paragraph.quote_at(at)
    if quote and quote[1] - quote[0] >= SHORTEST_SPEECH:
        return read_dashed(paragraph, at, quote)
    has_capital = at > left and paragraph.words[at][0].isupper() and not paragraph.is_headline(left, right)
    for entry in lexicon.cues.get(word, ()):
        if not is_followed(paragraph, at, entry) or (has_capital and not _is_stray_capital(paragraph, at, entry)):
            continue
        after = at + 1 + len(entry.following)
        attribution = READERS[entry.kind](Site(paragraph, left, right, at, after, entry, earlier))
        if attribution or entry.following == ("on",):
            return attribution  # "comment on plans that nobody had shown him" is no comment that nobody had
    return None


def _is_stray_capital(paragraph: Paragraph, at: int, entry: Cue) -> bool:
    """Whether a cue with a capital inside a sentence is still a cue, as badly translated text has them."""
    if entry.kind == "phrase":
        return True
    is_after_small = paragraph.words[at - 1][0].islower()
    return entry.lemma == "say" and is_after_small and paragraph.word_at(at + 1) in {"in", "that"}


def _is_said_by_another(weak: Attribution, named: list[Attribution]) -> bool:
    """Whether somebody says after it that it is so: "The guild wants to sell it", Lund said."""
    at = weak.cue[0]
    return any(first <= at < past <= other.cue[0] for other in named for first, past in other.content)


def _end_inner(named: list[Attribution]) -> None:
    """End what is said inside what another says after it: "Lund admitted it was late, the mayor told the Bell"."""
    for outer in named:
        first, past = outer.content[0]
        if outer.mention is None or len(outer.content) > 1 or past > min(outer.mention[0], outer.cue[0]):
            continue
        for inner in named:
            start, end = inner.content[-1]
            if inner is not outer and first <= inner.cue[0] < start < past < end:
                inner.content[-1] = (start, past)


def _end_before_rival(one: Attribution) -> None:
    """End what is said before a number that others say: "Police said 20 people marched, organisers said 50"."""
    first, past = one.content[-1]
    if one.entry.lemma != "say" or one.mention is None or first < one.cue[0]:
        return
    paragraph = one.paragraph
    comma = paragraph.tags.rfind(tags.COMMA, first, past)
    if comma < 0 or past - comma > LONGEST_RIVAL or paragraph.is_quoted(comma):
        return
    verb = next((at for at in range(comma + 2, past - 1) if paragraph.lower[at] in SAYS_NUMBER), comma)
    is_number = paragraph.tags[verb + 1] == tags.NUMBER or paragraph.lower[verb + 1] in COUNT_WORDS
    if verb > comma and is_number and all(tag in OF_RIVALS for tag in paragraph.tags[comma + 1 : verb]):
        one.content[-1] = (first, comma)


def _is_within(nobodys: Attribution, named: list[Attribution]) -> bool:
    """Whether what nobody says stands in what somebody says, or is how it is said ("reportedly said")."""
    at = nobodys.cue[0]
    return any(at < other.cue[0] <= at + 2 or other.holds(at) for other in named)
