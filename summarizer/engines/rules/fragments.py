"""Whether a line is a piece of a sentence: split in its middle, without its verb, or only a quotation's tag."""

from __future__ import annotations

import re
from itertools import pairwise, starmap
from typing import TYPE_CHECKING

from summarizer.attribution import tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.engines.rules.pronouns import without_quoted
from summarizer.text.words import either, wordings

if TYPE_CHECKING:
    from summarizer.contract.statement import Offsets

_FRAGMENT, _LOST_WORDS = wordings("drafts.summary.fragments"), wordings("drafts.summary.lost_words")
_LOOSE_MARKS = (" ,", " ;", " .", ",,", ",;", ";,", ";;")  # no sentence loses words without one of these
_TAG = re.compile(
    rf"(?:[A-ZÀ-Þ][\w’'.-]*,? |the |[a-z]+ ){{1,6}}?(?:{either('drafts.summary.speaking')})\b"
    r"(?!(?:(?! (?:when|as|if) asked\b).)*"  # what stands behind it belongs to the tag: "when asked how nets sell"
    r"(?:[“\"]|''|\b(?:that|whether|if|how|why|what|to [a-z]+|he|she|it|they|who)\b))",
    re.IGNORECASE,
)
_ENDED_QUOTATION = re.compile(r"[?!](?:[”\"’]|'')\s+\Z")
_GOES_ON = re.compile(r"\w|[”\"’'] ?[a-z]")
_GOES_BEFORE = re.compile(r"[\w,]\s+\Z")
_SURE_VERB = re.compile(
    rf"\b(?:[a-z]{{2,}}ed|said|says|told|{either('drafts.claims.finite')})\b|[a-z][’'](?:re|ve|ll|d|t)\b"
    r"|\b(?i:it|that|he|she|there|here|what|who|where|how|this|one|everybody|everyone|nobody|let)[’']s\b"
    r"|[’']s (?:been|a|an|the)\b"  # "the guild's" alone is no verb
)
# One of these is in most sentences: to look for them first takes a tenth of the time.
_COMMON_VERBS = (
    " said",
    " is ",
    " was ",
    " were ",
    " are ",
    " has ",
    " have ",
    " had ",
    " will ",
    " would ",
    "ed the ",
)
_VERBS = tags.group(tags.PAST, tags.AUXILIARY, tags.MODAL, tags.ED_FORM)
_BEFORE_NOUNS = tags.group(tags.DETERMINER, tags.ADJECTIVE, tags.PREPOSITION, tags.NUMBER)
_MANY_DO = frozenset({"they", "we", "you", "people", "men", "women", "children", "police"})
_SMALL = re.compile(r"\b[a-zß-ÿ]{4,}")  # a longer word without a capital
_SHORT, _MANY = 3, 6  # letters of a word without a capital in titles, and longer words of one
_WORD = re.compile(r"[^\W\d_]+")
_OPENS_WITH_DOING = re.compile(r"(?:[A-Z][a-z]+ing|Things like)\b[^,]*\Z")
_DOES = re.compile(rf"\b[a-z]+s (?:{either('drafts.claims.after_s_form')}|them|him|us|[a-z]+ly)\b")
_BEHIND_NOUN = re.compile(r"\b(?:[A-Z][a-z]+|[a-z]{3,}s) ([a-z]+)\b(?<!s)")
_RELATIVE_VERB = re.compile(r"\b(?:who|that|which) [a-z]+")
_BESIDE = re.compile(r"\b(?:who|that|which|whose|whom|where|when)\b[^;:—–]*|\b[a-z]+ed (?:by\b|[a-z]+s?\b)")


def is_fragment(text: str) -> bool:
    """Whether a line as it is told has lost words, or has no verb of its own."""
    if text[:1] in "’'‘()”" or text.count('"') % 2 == 1 or text.count("“") != text.count("”"):
        return True
    if any(mark in text for mark in _LOOSE_MARKS) and _LOST_WORDS.search(text) is not None:
        return True
    return _FRAGMENT.match(text) is not None or not _has_verb(text) or _is_in_title_case(text)


def _has_verb(text: str) -> bool:
    """Whether a line has a verb, as far as its words show; one that opens with "Mending", more than that."""
    if _OPENS_WITH_DOING.match(text) is not None:
        text = _BESIDE.sub("", text)
        return _SURE_VERB.search(text) is not None or _DOES.search(text) is not None or _may_do(text)
    plain = without_quoted(text)
    if any(map(plain.__contains__, _COMMON_VERBS)):
        return True
    if _SURE_VERB.search(plain) is not None or 2 * plain.count(" ") < text.count(" "):
        return True  # of what is mostly quoted, the verb may be a part
    words = _WORD.findall(_RELATIVE_VERB.sub("", plain))
    return any(starmap(_is_verb_behind, pairwise(words))) or _may_do(plain)


def _is_verb_behind(before: str, word: str) -> bool:
    """Whether a word is a verb by its form and by the word before it: "deadline pressure" is none, "crews press" is."""
    known = load_lexicon().tags
    tag = known.get(word)
    if tag == tags.BASE_FORM:
        return before.endswith("s") or before[0].isupper() or before in _MANY_DO
    if tag == tags.S_FORM:
        return known.get(before.lower(), tags.NOUN) not in _BEFORE_NOUNS
    return tag in _VERBS


def _may_do(text: str) -> bool:
    """Whether a word that no list has stands behind a name or a plural, where it may be a verb: "Boats lie idle"."""
    known = load_lexicon().tags
    return any(known.get(word, tags.NOUN) in (tags.NOUN, tags.BASE_FORM) for word in _BEHIND_NOUN.findall(text))


def _is_in_title_case(text: str) -> bool:
    """Whether each longer word begins with a capital, as in the title of another article."""
    if _SMALL.search(text) is not None:
        return False
    return sum(len(word) > _SHORT for word in _WORD.findall(text)) >= _MANY


def is_piece(text: str, span: Offsets) -> bool:
    """Whether a sentence of a text was split in its middle."""
    return _GOES_ON.match(text, span[1]) is not None


def begins_within(text: str, start: int) -> bool:
    """Whether a line that begins there is the rest of one that was broken above it: it has no capital."""
    if not text[start : start + 1].islower():
        return False
    if _GOES_BEFORE.search(text, max(0, start - 3), start) is not None:
        return True
    is_below = text[max(0, start - 1) : start] == "\n"  # "a crash.", "of two boats": a stop was put behind each line
    return is_below and text[start:].split(maxsplit=1)[0] in load_lexicon().tags


def is_tag(text: str, span: Offsets, told: str) -> bool:
    """Whether a sentence only says whose the quotation before it is."""
    start, _ = span
    return _ENDED_QUOTATION.search(text, max(0, start - 5), start) is not None and _TAG.match(told) is not None
