"""Finds noun phrases and adjuncts among tagged tokens, without a parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import word_set
from summarizer.attribution.syntax.verb_groups import TIME, is_cue_word, is_finite, is_time

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph
    from summarizer.attribution.syntax.site import Range

ARTICLES = word_set("articles")
DOCUMENTS = word_set("documents")
OCCASIONS = word_set("occasions")
SHOWING = frozenset({"poll", "polls", "sign", "signs", "headline", "banner"})
SOURCE_PREPOSITIONS = word_set("source_prepositions")
ADJUNCT_PREPOSITIONS = word_set("adjunct_prepositions")
ADJUNCT_OPENINGS = ADJUNCT_PREPOSITIONS | {"last", "this", "next", "late", "early"}
NOT_INSIDE = ARTICLES | {"according"}  # words that may begin a phrase, or end the one before
PHRASE_TAGS = "DXNOUJEGZ'QB"  # with which a noun phrase may begin
LIMITING = word_set("limiting")
OPENING = frozenset('"“„«')
NOMINAL = frozenset("XDUJOGEBZ'")
JOINABLE = NOMINAL - {"O"} | frozenset("PC.")


def phrase_ending(p: Paragraph, j: int, lo: int) -> Range | None:
    """The noun phrase whose last token is j, with its "of", "for" and "from" phrases; tokens before lo stay out."""
    if j < lo:
        return None
    if p.low[j] in {"there", "here"} and j > lo and p.tag[j - 1] == "X":
        j -= 1  # "a surgeon there said"
    if p.tag[j] == "N":
        return (j, j + 1)
    if p.tag[j] == "W" and p.low[j] in {"who", "which", "that"}:
        return _antecedent(p, j, lo)
    if p.low[j] == "that" and p.tag[j] == "S" and j > lo and (p.low[j - 1] in DOCUMENTS or p.low[j - 1] in SHOWING):
        return _antecedent(p, j, lo)  # "a poll that showed"
    a = _walk_left(p, j, lo)
    while a <= j and (p.tag[a] in "P.RC" or (p.tag[a] == "'" and p.low[a] not in OPENING)):
        a += 1
    if a > lo and p.low[a - 1] in {"on", "in"}:
        while a < j and is_time(p, a):
            a += 1
    if a > lo and p.low[a - 1] in {"in", "on", "with"} and not DOCUMENTS.isdisjoint(p.low[a : a + 3]):
        # "in a statement sent to The Post Ann Smith said": the statement is where she said it
        a = next((n + 1 for n in range(j - 1, a, -1) if p.tag[n] in "PT"), a)
    return _without_occasion(p, a, j + 1) if a <= j else None


def _walk_left(p: Paragraph, j: int, lo: int) -> int:
    tags, low = p.tag, p.low
    k = j
    while k >= lo:
        tag = tags[k]
        if tag == "X" and low[k] not in NOT_INSIDE:
            k -= 1
            continue
        if tag == "Q":
            # a word or two in scare quotes belong to the phrase
            quote = p.quote_at(k)
            if quote is None or quote[0] <= lo or quote[1] - quote[0] > 5 or p.tag[quote[1] - 2] in ",.?":
                break
            k = quote[0]
        elif not _joins_left(p, k, j, lo):
            break
        elif low[k] in ARTICLES and k > lo and _begins_anew(p, k, lo):
            return k
        k -= 1
    return k + 1


def _begins_anew(p: Paragraph, k: int, lo: int) -> bool:
    """Whether an article at k, no initial ("Samuel A. Poe"), begins a phrase after the end of another."""
    return _ends_noun(p, k - 1, lo) and p.tag[k + 1 : k + 2] != "." and not is_time(p, k - 1)


def _ends_noun(p: Paragraph, k: int, lo: int) -> bool:
    """Whether a noun ends at k, so that an article after it begins another phrase: "a figure | the ministry"."""
    return p.tag[k] in "XU" or (p.tag[k] in "BZ" and k > lo and p.tag[k - 1] == "D")


def _joins_left(p: Paragraph, k: int, j: int, lo: int) -> bool:  # noqa: PLR0911  one answer for each tag reads best
    """Whether token k goes on with the phrase that ends at j."""
    tag = p.tag[k]
    if tag == "X":
        return p.low[k] != "according"
    if tag == "P":
        return p.low[k] in SOURCE_PREPOSITIONS or (p.low[k] == "by" and k > lo and p.tag[k - 1] == "E")
    if tag == "C":
        return p.low[k] == "and" and k > lo and p.tag[k - 1] in "XUZ)" and not _verb_left(p, k, lo)
    if tag == ".":
        return k > lo and _abbreviates(p, k)
    if tag == "D":
        return not (p.low[k] in {"that", "this"} and lo < k < j and p.tag[k - 1] in "VE")
    if tag == "N":  # "Ann I. Poe"
        return p.words[k] == "I" and p.tag[k + 1 : k + 2] == "."
    if tag not in NOMINAL or (tag == "O" and k != j):
        return False
    if tag == "E" and k > lo and p.tag[k - 1] in "AM":
        return False  # "had acted on the orders of the chairman, who"
    return not is_finite(p, k) and not (tag == "B" and p.tag[k - 1] == "T")


def _without_occasion(p: Paragraph, a: int, b: int) -> Range:
    """The phrase without an "in a phone call" or "at a rally" at its end, which belongs to the verb."""
    if b - a < 3 or OCCASIONS.isdisjoint(p.low[a:b]):
        return (a, b)
    for k in range(a + 1, b - 1):
        if p.low[k] in {"in", "at", "on", "during"} and not OCCASIONS.isdisjoint(p.low[k + 1 : b]):
            return (a, k)
    return (a, b)


def _abbreviates(p: Paragraph, k: int) -> bool:
    """Whether the full stop at k ends an abbreviation: Sen., Calif., J."""
    word = p.words[k - 1]
    return p.low[k] == "." and word[0].isupper() and len(word) < 6


def _verb_left(p: Paragraph, k: int, lo: int) -> bool:
    """Whether a finite verb stands left of k before the next comma or quotation mark."""
    j = k - 1
    while j >= lo and p.tag[j] not in ",Q;:":
        if is_finite(p, j):
            return True
        j -= 1
    return False


def _antecedent(p: Paragraph, j: int, lo: int) -> Range:
    """The noun phrase that a relative pronoun stands for, up to and with the pronoun."""
    k = j - 1
    if k >= lo and p.tag[k] in ",-":
        k -= 1
    before = phrase_ending(p, k, lo) if k >= lo and p.tag[k] not in "QW" else None
    if before and p.low[before[0]] in {"a", "an"} and before[0] - 2 >= lo and p.tag[before[0] - 1] == ",":
        outer = phrase_ending(p, before[0] - 2, lo)  # "the Red Lamp, a charity, which said": the Red Lamp
        if outer and p.words[outer[1] - 1][0].isupper():
            return (outer[0], j + 1)
    return (before[0], j + 1) if before else (j, j + 1)


def phrase_starting(p: Paragraph, i: int, hi: int) -> Range | None:
    """The noun phrase that begins at token i, with its "of", "for" and "from" phrases."""
    if i >= hi:
        return None
    tags = p.tag
    if tags[i] in "NO":
        return (i, i + 1)
    k = i
    while k < hi and ((tags[k] == "X" and p.low[k] not in TIME) or (tags[k] in JOINABLE and _joins_right(p, k, i, hi))):
        k += 1
    while k > i and tags[k - 1] in "PC.":
        k -= 1
    return (i, k) if k > i else None


def _joins_right(p: Paragraph, k: int, i: int, hi: int) -> bool:  # noqa: PLR0911  one answer for each tag
    """Whether token k goes on with the phrase that begins at i."""
    tag = p.tag[k]
    if tag == "P":
        if k == i or p.tag[k + 1 : k + 2] == "G":
            return False
        return p.low[k] in {"of", "for", "from", "at", "with"} or _is_by_author(p, i, k)
    if tag == "C":
        return p.low[k] == "and" and k + 1 < hi and p.tag[k + 1] in "XDU" and p.low[k + 1] != "that"
    if tag == ".":
        return i < k < hi - 1 and _abbreviates(p, k)
    if tag not in NOMINAL or tag == "O":
        return False
    if k == i:
        return True
    if tag == "D":
        return p.tag[k - 1] in "PCJ"
    if is_time(p, k) and tag != "U" and not (p.tag[k - 1] == "D" and _is_noun_next(p, k, hi)):
        return False
    if tag == "G" and p.tag[k - 1] == "X" and is_cue_word(p, k):
        return False
    return tag == "X" or not is_finite(p, k)


def _is_noun_next(p: Paragraph, k: int, hi: int) -> bool:
    """Whether a noun in small letters follows a word of time, as in "the night watchman"."""
    return k + 1 < hi and p.tag[k + 1] == "X" and p.words[k + 1].islower() and not is_time(p, k + 1)


def _is_by_author(p: Paragraph, i: int, k: int) -> bool:
    """Whether "by" at k names who wrote the document from i: a report by the harbour board."""
    return p.low[k] == "by" and not DOCUMENTS.isdisjoint(p.low[i:k])


def skip_adjuncts(p: Paragraph, i: int, hi: int) -> int:
    """Step right over adverbs, times and "in a statement", "on Twitter", "during a rally in Ohio"."""
    k = i
    while k < hi:
        past = _skip_adjunct(p, k, hi)
        if past == k:
            return k
        k = past
    return k


def _limits_clause(p: Paragraph, k: int) -> bool:
    """Whether the adverb at k belongs to a clause that follows without a "that": "said not all had fled"."""
    return p.low[k] in LIMITING and p.tag[k + 1 : k + 2] in {"D", "X", "U", "N", "J"}


def _skip_adjunct(p: Paragraph, k: int, hi: int) -> int:
    tag = p.tag[k]
    is_adverb = tag == "R" and not _limits_clause(p, k)
    if is_adverb or (tag in "XUJ" and is_time(p, k)) or (tag == "O" and p.low[k].endswith(("self", "selves"))):
        return k + 1
    low = p.low[k]
    if k + 1 >= hi or (low not in ADJUNCT_OPENINGS and tag != ","):
        return k
    if low in {"late", "early"} and p.low[k + 1] in {"last", "this", "on", "in"}:
        return k + 1
    if (low in {"last", "this", "next", "late", "early"} or (tag == "," and p.tag[k + 1] == "U")) and is_time(p, k + 1):
        return k + 2
    if low in ADJUNCT_PREPOSITIONS and tag != "T" and p.tag[k + 1] in "DXUJOGB'":
        found = phrase_starting(p, k + 1, hi)
        return found[1] if found else k
    return k


def starts_phrase(p: Paragraph, i: int, hi: int) -> bool:
    """Whether a noun phrase may begin at token i."""
    return i < hi and p.tag[i] in PHRASE_TAGS and (p.tag[i] != "B" or p.words[i][0].isupper())
