"""The rules for nouns that hold a view: "her position is that", "there are fears that", "in the guild's view"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution import grammar, tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.rules.second_half import goes_on_after, past_apposed_name
from summarizer.attribution.rules.speakers import can_speak
from summarizer.attribution.sources.vocabulary import PLACES
from summarizer.attribution.syntax.clauses import content_from
from summarizer.attribution.syntax.noun_phrases import phrase_ending
from summarizer.attribution.syntax.phrase_starts import phrase_starting
from summarizer.attribution.syntax.site import Attribution
from summarizer.attribution.syntax.subjects import subject_before
from summarizer.attribution.syntax.verb_groups import POSSESSIVE, has_verb, skip_adverbs, verb_group_start

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph, Range
    from summarizer.attribution.syntax.site import Site

MOST_ADJECTIVES = 3  # between a possessive and its noun
BEFORE_CUE_NOUN = tags.group(tags.ADJECTIVE, tags.NOUN, tags.ED_FORM, tags.ADVERB)
FEWEST_BY_ACCOUNT = 3  # tokens behind "by her account," that are told even without a known verb
HOLDING = frozenset({"of", "from", "among", "by"})  # the view of, from, among, taken by
IN_NAMES = frozenset({"of", "for", "at"})
APOSTROPHES = frozenset({"'", "’"})
OF_THE = ["of", "the"]
HAS_IT = (["has", "it"], ["had", "it"])  # "rumour has it that"
THERES = frozenset({"there's", "there’s"})
DESCRIBING = tags.group(tags.ADJECTIVE, tags.NOUN, tags.ADVERB)
SEEING = frozenset({"him", "her", "them"})
FEWEST_SAID = 3  # tokens after a colon
IN_PHRASE = BEFORE_CUE_NOUN | tags.group(tags.DETERMINER)
AFTER_PRONOUN = tags.group(tags.PREPOSITION, tags.SENTENCE_END, tags.COMMA)
CLAUSE_SUBJECT = tags.group(tags.DETERMINER, tags.PRONOUN, tags.NOUN)  # "there are fears it will rain"
PAUSE_OR_END = tags.group(tags.COMMA, tags.SENTENCE_END, tags.SEMICOLON)


def possessor(site: Site) -> Range | None:
    """The ministry's, or his, before the noun and its adjectives."""
    paragraph, left, at = site.paragraph, site.left, site.at
    index = at - 1
    while index > left and at - index <= MOST_ADJECTIVES and paragraph.tags[index] in BEFORE_CUE_NOUN:
        if paragraph.lower[index].endswith(POSSESSIVE):
            break
        index -= 1
    if index < left:
        return None
    if paragraph.lower[index] in grammar.POSSESSIVES:
        return (index, index + 1)
    if paragraph.lower[index] in APOSTROPHES and index > left and paragraph.lower[index - 1].endswith("s"):
        index -= 1  # "the keepers' claim"
    elif not paragraph.lower[index].endswith(POSSESSIVE):
        return None
    first, past = phrase_ending(paragraph, index, left) or (index, index + 1)
    # "answering the envoy's claim": the envoy's; "a nod to Lund's claim": Lund's
    owner = paragraph.tags.rfind(tags.DETERMINER, first, past)
    parted = [at + 1 for at in range(first, past) if _parts_phrase(paragraph, at)]
    return (max(owner if owner >= 0 else first, *parted[-1:], first), past)


def _parts_phrase(paragraph: Paragraph, index: int) -> bool:
    return paragraph.tags[index] == tags.PREPOSITION and paragraph.lower[index] not in IN_NAMES


def read_view(site: Site) -> Attribution | None:
    """Her position is that; the view among keepers is that; there are fears that; in the guild's view."""
    if held := _read_of_view(site):
        return held
    frames = site.entry.frames
    holder, after = _holder(site)
    if holder and site.paragraph.lower[holder[0]] in grammar.OWN:
        return None  # "my hope is that": whoever writes
    if not frames.isdisjoint({"in-view", "by-view"}) and (seen := _read_in_view(site, holder, after)):
        return seen
    if "is-that" in frames and (holder or _is_shared(site)) and (held := _read_held(site, holder, after)):
        return held
    return _read_there(site, holder, after) or _read_raised(site) if "there" in frames else None


def _read_of_view(site: Site) -> Attribution | None:
    """She is of the opinion that; they were of the view that."""
    paragraph, be = site.paragraph, site.at - len(OF_THE) - 1
    if be <= site.left or paragraph.lower[be + 1 : site.at] != OF_THE or paragraph.word_at(site.after) != "that":
        return None
    subject = subject_before(paragraph, verb_group_start(paragraph, be, site.left), site.left)
    if paragraph.lower[be] not in grammar.BE or subject is None or site.after + 2 >= site.right:
        return None
    return site.attribute([content_from(paragraph, site.after, site.right)], subject, "clause", "view-that")


def _holder(site: Site) -> tuple[Range | None, int]:
    """Whose view it is, and the token after that: "the ministry's view", "the view of the ministry"."""
    paragraph, after = site.paragraph, site.after
    if paragraph.word_at(after) in HOLDING:
        phrase = phrase_starting(paragraph, after + 1, site.right)
        if phrase:
            return phrase, phrase[1]
    return possessor(site), after


def _is_shared(site: Site) -> bool:
    """Whether it is everybody's, and so nobody's: "the fear is that", "word is that"."""
    if "there" not in site.entry.frames:
        return False
    return site.at == site.left or site.paragraph.word_at(site.at - 1) in {*grammar.ARTICLES, "general", "main"}


def _read_held(site: Site, holder: Range | None, after: int) -> Attribution | None:
    """What a form of "be" and "that" tell of a view, or a colon alone: "their estimate: two million years"."""
    paragraph, right = site.paragraph, site.right
    if holder and (colon := _colon_after(paragraph, after, right)) is not None:
        start = colon + 1
        opens = min(holder[0], site.at - 1) == site.left  # and not "she made her case: ..."
        is_alone = opens and start + FEWEST_SAID <= right and paragraph.tags[start] != tags.QUOTATION_MARK
        return site.attribute([(start, right)], holder, "clause", "view-colon") if is_alone else None
    that = _past_copula(paragraph, after, right)
    if that is None or that + 2 >= right or paragraph.lower[that] != "that" or _is_within_phrase(site, holder):
        return None
    content = content_from(paragraph, that, right)
    return site.attribute([content], holder, "clause", "view-that" if holder else "agentless")


def _is_within_phrase(site: Site, holder: Range | None) -> bool:
    """Whether a view is only what another noun is about: "the trouble with the guild's case is that"."""
    paragraph, first = site.paragraph, min(site.at, holder[0] if holder else site.at)
    while first > site.left and paragraph.tags[first - 1] in IN_PHRASE:
        first -= 1
    return first > site.left and paragraph.tags[first - 1] == tags.PREPOSITION


def _colon_after(paragraph: Paragraph, index: int, right: int) -> int | None:
    """The colon behind "to voters" or "was simple" at a token, or at that token itself."""
    if paragraph.tag_at(index) == tags.COLON:
        return index
    end = _past_copula(paragraph, index, right)
    if end is not None:
        while end < right and paragraph.tags[end] in DESCRIBING:
            end += 1
    elif paragraph.tag_at(index) == tags.PREPOSITION:
        phrase = phrase_starting(paragraph, index + 1, right)
        end = phrase[1] if phrase else None
    return end if end is not None and paragraph.tag_at(end) == tags.COLON else None


def _past_copula(paragraph: Paragraph, index: int, right: int) -> int | None:
    """The token past "is", "has always been", "remains simply"; None where no such verb stands at a token."""
    verb = index
    while verb < right and paragraph.tags[verb] in (tags.AUXILIARY, tags.ADVERB, tags.MODAL):
        verb += 1
    is_copula = verb > index and not grammar.BE.isdisjoint(paragraph.lower[index:verb])
    if not is_copula and paragraph.word_at(index) in grammar.REMAINING:
        return skip_adverbs(paragraph, index + 1, right)
    if paragraph.lower[index : index + 2] in HAS_IT:
        return index + 2
    is_denied = not grammar.NEGATIVES.isdisjoint(paragraph.lower[index:verb])
    return None if not is_copula or is_denied else verb


def _read_there(site: Site, holder: Range | None, after: int) -> Attribution | None:
    """There are fears that; there have been calls from X for: of somebody, or of nobody who is named."""
    paragraph, right = site.paragraph, site.right
    there = _there_before(site)
    if there is None or after + 2 >= right:
        return None
    word = paragraph.lower[after]
    if word == "that" or _is_bare_clause(paragraph, after, right):
        content = content_from(paragraph, after, right)
        return site.attribute([content], holder, "clause", "there-that" if holder else "agentless")
    if word == "for" and "for" in site.entry.frames and not _is_for_somebody(paragraph, after + 1):
        content = content_from(paragraph, after, right, is_phrase=True)
        return site.attribute([content], holder, "phrase", "there-for" if holder else "agentless")
    return None


def _is_bare_clause(paragraph: Paragraph, start: int, right: int) -> bool:
    """Whether it is told without a "that" what is, will or may be: "it will rain", but not "the keeper has raised"."""
    subject = phrase_starting(paragraph, start, right) if paragraph.tags[start] in CLAUSE_SUBJECT else None
    if subject is None:
        return False
    verb = skip_adverbs(paragraph, subject[1], right)
    return paragraph.tag_at(verb) == tags.MODAL or paragraph.word_at(verb) in grammar.BE


def _read_raised(site: Site) -> Attribution | None:
    """Concerns have been raised about; doubts were voiced that: by nobody who is named."""
    paragraph, right = site.paragraph, site.right
    verb = site.after
    while verb < right and paragraph.tags[verb] in (tags.AUXILIARY, tags.ADVERB):
        verb += 1
    if verb == site.after or paragraph.word_at(verb) not in grammar.RAISED or verb + 2 >= right:
        return None
    if not grammar.NEGATIVES.isdisjoint(paragraph.lower[site.left : verb]):
        return None
    word = paragraph.lower[verb + 1]
    if word == "that":
        return site.attribute([content_from(paragraph, verb + 1, right)], None, "clause", "agentless")
    if word not in grammar.OF_TOPIC:
        return None
    return site.attribute([content_from(paragraph, verb + 1, right, is_phrase=True)], None, "phrase", "agentless")


def _is_for_somebody(paragraph: Paragraph, index: int) -> bool:
    """Whether a pronoun alone stands at a token: "a call for her at noon"."""
    if paragraph.tags[index] == tags.OBJECT_PRONOUN:
        return True
    return paragraph.lower[index] in grammar.POSSESSIVES and paragraph.tag_at(index + 1) in AFTER_PRONOUN


def _there_before(site: Site) -> int | None:
    """The "there" before a form of "be" and a noun with its adjectives."""
    paragraph, left, at = site.paragraph, site.left, site.at
    verb = at - 1
    if THERES.intersection(paragraph.lower[max(left, at - MOST_ADJECTIVES - 1) : at]):
        return at  # "there's a fear that"
    while verb > left and paragraph.tags[verb] not in tags.HELPING and at - verb <= MOST_ADJECTIVES + 1:
        verb -= 1
    if verb <= left or grammar.BE.isdisjoint({paragraph.lower[verb]}):
        return None
    start = verb_group_start(paragraph, verb, left)
    group = paragraph.lower[start:at]
    if not grammar.NEGATIVES.isdisjoint(group):
        return None  # "there is no fear that"
    return start - 1 if start > left and paragraph.lower[start - 1] == "there" else None


def _read_in_view(site: Site, holder: Range | None, after: int) -> Attribution | None:
    """In the guild's view, it fell; it fell, in her view; it was, in the view of the guild, late."""
    paragraph, left, right = site.paragraph, site.left, site.right
    is_opening = holder is not None and holder[0] > site.at and site.at == left + 2
    if holder is None or site.is_nested or (is_opening and site.entry.lemma == "words"):
        return None  # "In the words of Lund" is read without a cue
    in_ = (holder[0] if holder[0] < site.at else site.at - 1) - 1
    if holder[0] > site.at and paragraph.word_at(site.at - 1) != "the":
        return None
    if in_ < left or f"{paragraph.lower[in_]}-view" not in site.entry.frames:
        return None
    opens = in_ == left or (in_ == left + 1 and paragraph.tags[left] in (tags.COORDINATOR, tags.ADVERB))
    if opens:
        is_quote_next = paragraph.tag_at(after) == tags.COLON and paragraph.tag_at(after + 1) == tags.QUOTATION_MARK
        start = after + (paragraph.tag_at(after) == tags.COMMA or is_quote_next)
        is_whole = "by-view" in site.entry.frames and right - start > FEWEST_BY_ACCOUNT  # "by their count, it cost 4"
        if start == after or not (is_whole or has_verb(paragraph, start, right)):
            return None
        who = _named_after(site, holder, start)
        return site.attribute([content_from(paragraph, start, right)], who, "clause", "in-view")
    after = past_apposed_name(paragraph, after, right) if holder[0] > site.at else after
    content = (left, in_ - 1)
    goes_on = goes_on_after(paragraph, left, in_ - 1, after, right)
    if site.entry.lemma == "words" and (quote := paragraph.quote_at(after + 1)) and quote[0] == after + 1:
        is_simple = goes_on and tags.CLAUSE_BREAK.isdisjoint(paragraph.tags[left : in_ - 1])
        return site.attribute([content, quote] if is_simple else [quote], holder, "quotation", "in-view")
    if paragraph.tags[in_ - 1] != tags.COMMA or (after < right and paragraph.tags[after] not in PAUSE_OR_END):
        return None
    if goes_on:
        return site.attribute([content, content_from(paragraph, after + 1, right)], holder, "clause", "in-view")
    is_last = after >= right or paragraph.tags[after] in tags.SENTENCE_END
    return site.attribute([content], holder, "clause", "in-view") if is_last and has_verb(paragraph, *content) else None


def _named_after(site: Site, holder: Range, start: int) -> Range:
    """Who "her own" means where a name follows: Lund, in "By her own admission, Lund slept"."""
    paragraph = site.paragraph
    if paragraph.word_at(holder[1]) != "own" or paragraph.lower[holder[0]] not in grammar.POSSESSIVES:
        return holder
    past = start
    while past < site.right and paragraph.tags[past] == tags.NOUN and paragraph.words[past][0].isupper():
        past += 1
    return (start, past) if past > start else holder


def read_for_whom(paragraph: Paragraph, left: int, right: int) -> Attribution | None:
    """To Lund, the plan is a fig leaf; for critics, it was a mistake: how somebody sees what the sentence says."""
    if paragraph.lower[left] not in ("to", "for") or left + 3 >= right or paragraph.tags[left + 1] == tags.BASE_FORM:
        return None  # "To stop Lund, the guild is raising money"
    is_pronoun = paragraph.lower[left + 1] in SEEING and paragraph.tags[left + 2] == tags.COMMA
    who = (left + 1, left + 2) if is_pronoun else phrase_starting(paragraph, left + 1, right)
    if who is None or paragraph.tag_at(who[1]) != tags.COMMA or not _sees(paragraph, left, who):
        return None
    start = who[1] + 1
    subject = phrase_starting(paragraph, start, right)
    if subject is None or grammar.BE.isdisjoint(paragraph.lower[subject[1] : subject[1] + 2]):
        return None  # "To Lund, they sent a card"
    saying = load_lexicon().cues["view"][0]
    content = content_from(paragraph, start, right)
    return Attribution(paragraph, [content], who, (left, left + 1), saying, "clause", "in-view", has_cue_word=False)


def _sees(paragraph: Paragraph, left: int, who: Range) -> bool:
    """Whether a phrase is for people of whom views are told: critics; behind "to" anybody who can speak."""
    if not grammar.VIEWERS.isdisjoint(paragraph.lower[slice(*who)]) or paragraph.lower[who[0]] in SEEING:
        return True
    return paragraph.lower[left] == "to" and paragraph.lower[who[0]] not in PLACES and can_speak(paragraph, who)
