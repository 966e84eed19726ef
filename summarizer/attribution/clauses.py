"""Finds where the content of a statement ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.phrases import has_finite, skip_time_back, subject_before, verb_group_start

if TYPE_CHECKING:
    from summarizer.attribution.tokens import Paragraph

BREAKERS = frozenset("but while though although whereas".split())
NARROW_BREAKERS = BREAKERS | frozenset("because when after before as if during since and who which saying".split())


def clause_end(p: Paragraph, i: int, hi: int, *, narrow: bool, inner: bool = False) -> int:
    """The token past the content that begins at i in a sentence that ends at hi.

    `narrow` is for a noun phrase, an infinitive or a gerund, which end at more marks than a clause does; `inner` for
    a cue that stands itself in a subordinate clause, so that the main clause begins at the next comma.
    """
    k = i
    while k < hi:
        quote = p.quote_at(k)
        if quote and quote[0] == k and quote[1] <= hi:
            k = quote[1]
            if k < hi and p.tag[k - 2] == "," and (narrow or inner or p.tag[k] in "GSC") and p.tag[k] != "C":
                break
            if k < hi and p.tag[k - 2] == "," and _ends_at_comma(p, k - 1, i, hi, narrow=narrow):
                break
            continue
        tag = p.tag[k]
        if tag == ";" or (tag == ")" and "(" not in p.tag[i:k]):
            break
        if inner and tag == "," and k > i + 1 and not (k + 1 < hi and p.tag[k + 1] in "WC") and (narrow or "E" in p.tag[i:k] or has_finite(p, i, k)):
            break
        if tag == "," and k > i and _ends_at_comma(p, k, i, hi, narrow=narrow):
            break
        if tag == "C" and k > i + 1 and _coordinates_cue(p, k, hi) and (narrow or "E" in p.tag[i:k] or has_finite(p, i, k)):
            break
        if narrow and tag == "-" and k > i + 1 and _is_dash(p, k):
            break
        if narrow and k > i + 1 and p.low[k] in {"when", "after", "before", "during", "since"}:
            break
        if tag == ":" and k + 1 < hi and p.tag[k + 1] == "Q":
            break
        k += 1
    while k > i and p.tag[k - 1] in ",;:-(":
        k -= 1
    return k


def _is_dash(p: Paragraph, k: int) -> bool:
    """Whether the mark at k parts clauses, and is no hyphen."""
    return p.low[k] == "—" or p.text[p.start[k] - 1 : p.start[k]].isspace()


def _ends_at_comma(p: Paragraph, comma: int, i: int, hi: int, *, narrow: bool) -> bool:
    k = comma + 1
    if k >= hi:
        return True
    word = p.low[k]
    if word == "according":
        return True
    if word in BREAKERS and k + 1 < hi and p.low[k + 1] != "that" and (word != "but" or p.tag[k + 1] not in "AMVEBR"):
        return True
    if p.tag[k] == "G" and _is_cue(p, k):
        return True
    if p.tag[k] == "C" and (_coordinates_cue(p, k, hi) or narrow):
        return True
    if narrow and (p.tag[k] in "WSGER" or p.tag[k] == "P") and word not in {"including", "such", "like", "especially"}:
        return True
    if word in {"compared", "down", "up"}:
        return True
    if word == "and" and p.tag[k + 1 : k + 2] and p.tag[k + 1] in "XDNJ" and has_finite(p, k + 1, min(hi, k + 8)):
        return True
    return _is_parenthesis(p, k, hi)


def _is_cue(p: Paragraph, k: int) -> bool:
    return p.low[k] in load_lexicon().cues


def _coordinates_cue(p: Paragraph, k: int, hi: int) -> bool:
    """Whether "and" or "but" at k leads to a cue verb: "and later said", "but he denied"."""
    j = k + 1
    while j < hi and p.tag[j] in "RAM":
        j += 1
    if j >= hi:
        return False
    if p.tag[j] in "VE" and _is_cue(p, j) and p.tag[j + 1 : j + 2] != ["X"]:
        return True
    for n in range(j, min(j + 6, hi)):
        if p.tag[n] in "VE" and _is_cue(p, n) and n > j and p.tag[n - 1] not in "DJP" and not has_finite(p, j, n):
            return True
        if p.tag[n] not in "NXDJUPRAM":
            return False
    return False


def _is_parenthesis(p: Paragraph, k: int, hi: int) -> bool:
    """Whether ", he said" stands at k: a subject and a cue, then a comma or the sentence's end."""
    for n in range(k + 1, min(k + 8, hi)):
        if p.tag[n] in "VEZB" and _is_cue(p, n) and p.words[n][0].islower():
            end = n + 1 >= hi or p.tag[n + 1] in ",.Q" or (p.tag[n] == "V" and n > k + 1)
            return end and subject_before(p, verb_group_start(p, n, k), k) is not None
        if p.tag[n] in ",SWC":
            return False
    return False


def trim_time(p: Paragraph, a: int, b: int) -> int:
    """The end of the content from a to b without a trailing "on Tuesday"."""
    return max(a + 1, skip_time_back(p, b - 1, a) + 1)
