"""Finds where the content of a statement ends."""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import word_set
from summarizer.attribution.syntax.noun_phrases import phrase_starting
from summarizer.attribution.syntax.subjects import subject_before
from summarizer.attribution.syntax.verb_groups import has_finite, is_cue_word, is_finite, verb_group_start

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph

BREAKERS = word_set("breakers")
NARROW_BREAKERS = frozenset({"when", "after", "before", "during", "since"})
ENDING = re.compile("[,;:)C]")  # tags that may end a clause
NARROW_ENDING = re.compile("[,;:)CPS-]")  # and a noun phrase: "when", "after", a dash
GOES_ON = frozenset({"including", "such", "like", "especially"})


FRONTED = frozenset({"if", "unless", "although", "though", "because", "while", "once", "when", "since", "until", "as"})


def clause_end(p: Paragraph, i: int, hi: int, *, narrow: bool, inner: bool = False) -> int:
    """The token past the content that begins at i in a sentence that ends at hi.

    `narrow` is for a noun phrase, an infinitive or a gerund, which end at more marks than a clause does; `inner` for
    a cue that stands itself in a subordinate clause, so that the main clause begins at the next comma.
    """
    search = NARROW_ENDING.search if narrow else ENDING.search
    k = i if narrow or p.tag[i] not in "SW" else _past_fronted(p, i, hi)
    while k < hi:
        opening = _next_quote(p, k, hi) if p.quotes else hi
        end = search(p.tag, k, opening)
        while end and not _ends_at(p, end.start(), i, hi, narrow=narrow, inner=inner):
            end = search(p.tag, end.end(), opening)
        k = end.start() if end else opening
        if end or k == hi:
            break
        k = p.quotes[p.region[k]][1]
        if k < hi and p.tag[k - 2] == "," and _ends_after_quote(p, k, hi, narrow=narrow, inner=inner):
            break
    while k > i and p.tag[k - 1] in ",;:-(":
        k -= 1
    return k


def _past_fronted(p: Paragraph, i: int, hi: int) -> int:
    """Past the comma of a clause that leads to what is said: "that if the wall fails, they will leave"."""
    first = i + 1 if p.low[i] == "that" else i
    first += p.tag[first : first + 1] == ","
    if first + 3 >= hi or p.low[first] not in FRONTED:
        return i
    comma = p.tag.find(",", first + 2, min(first + 25, hi - 2))
    return comma + 1 if comma > 0 and p.tag[comma + 1] in "DXNUJ" else i


def _next_quote(p: Paragraph, k: int, hi: int) -> int:
    """Where the first quotation begins that stands whole between k and the sentence's end; that end when none does."""
    n = bisect_left(p.quotes, (k, 0))
    return p.quotes[n][0] if n < len(p.quotes) and p.quotes[n][1] <= hi else hi


def _ends_after_quote(p: Paragraph, k: int, hi: int, *, narrow: bool, inner: bool) -> bool:
    if (narrow or inner or p.tag[k] in "GS") and p.tag[k] not in "CQ":
        return True
    return _ends_at_comma(p, k - 1, hi, narrow=narrow)


def _ends_at(p: Paragraph, k: int, i: int, hi: int, *, narrow: bool, inner: bool) -> bool:
    """Whether the content from i ends before token k, which stands outside quotation marks."""
    tag = p.tag[k]
    if tag == ",":
        following = p.tag[k + 1] if k + 1 < hi else "."
        leaves = inner and k > i + 1 and following not in "WC" and (narrow or following in "AM" or _has_verb(p, i, k))
        return leaves or (k > i and _ends_at_comma(p, k, hi, narrow=narrow))
    if tag == "C":
        if k > i and narrow and (_is_past_verb(p, k + 1, hi) or _is_new_clause(p, i, k + 1, hi)):
            return True
        if k > i and p.tag[i - 1] == "G" and _is_participle(p, k + 1, hi):
            return True
        return k > i + 1 and _coordinates_cue(p, k, hi) and (narrow or _has_verb(p, i, k))
    if tag in ":)":
        return p.tag[k + 1 : k + 2] == "Q" if tag == ":" else "(" not in p.tag[i:k]
    return tag == ";" or (narrow and k > i + 1 and (p.low[k] in NARROW_BREAKERS or (tag == "-" and _is_dash(p, k))))


def _is_past_verb(p: Paragraph, k: int, hi: int) -> bool:
    """Whether a past tense with its object stands at k: "and ranked the harbour last"."""
    while k < hi and p.tag[k] == "R":
        k += 1
    return k + 1 < hi and p.tag[k] in "VE" and p.tag[k + 1] in "DNOS"


def _is_new_clause(p: Paragraph, i: int, k: int, hi: int) -> bool:
    """Whether a helping verb or a subject with its verb stands at k: "and has been", "and his campaign did".

    After a relative pronoun in the content from i it may go on with that: those who came and have stayed.
    """
    if "W" in p.tag[i:k] or "that" in p.low[i + 1 : k]:
        return False
    if k < hi and p.tag[k] in "AM":
        return True
    who = phrase_starting(p, k, hi)
    if who is None:
        return False
    n = who[1]
    while n < hi and p.tag[n] == "R":
        n += 1
    return n < hi and (p.tag[n] in "VAM" or (p.tag[k] == "N" and is_finite(p, n)))


def _is_participle(p: Paragraph, k: int, hi: int) -> bool:
    """Whether a participle goes on with the one before the content: "calling it late and accusing"."""
    while k < hi and p.tag[k] == "R":
        k += 1
    return k + 1 < hi and p.tag[k] == "G" and (is_cue_word(p, k) or p.tag[k + 1] in "DO")


def _has_verb(p: Paragraph, a: int, b: int) -> bool:
    return "E" in p.tag[a:b] or has_finite(p, a, b)


def _is_dash(p: Paragraph, k: int) -> bool:
    """Whether the mark at k parts clauses, and is no hyphen."""
    return p.low[k] == "—" or p.text[p.starts[k] - 1 : p.starts[k]].isspace()


def _ends_at_comma(p: Paragraph, comma: int, hi: int, *, narrow: bool) -> bool:
    k = comma + 1
    if k >= hi:
        return True
    word, tag = p.low[k], p.tag[k]
    if word in {"according", "compared", "down", "up"} or _breaks(p, k, hi):
        return True
    if (tag == "G" and is_cue_word(p, k)) or (word == "as" and p.tag[k + 1 : k + 2] == "A"):
        return True  # "..., saying that"; "..., as has the guild"
    if tag == "C" and (narrow or _coordinates_cue(p, k, hi) or _begins_clause(p, k, hi)):
        return True
    if narrow and tag in "WSGERP" and word not in GOES_ON:
        return True
    return _is_parenthesis(p, k, hi)


def _breaks(p: Paragraph, k: int, hi: int) -> bool:
    """Whether "but", "while" or "although" at k begins a clause of the writer's own."""
    if p.low[k] not in BREAKERS or k + 1 >= hi or p.low[k + 1] == "that":
        return False
    return p.low[k] != "but" or p.tag[k + 1] not in "AMVEBR"


def _begins_clause(p: Paragraph, k: int, hi: int) -> bool:
    return p.low[k] == "and" and k + 1 < hi and p.tag[k + 1] in "XDNJ" and has_finite(p, k + 1, min(hi, k + 8))


def _coordinates_cue(p: Paragraph, k: int, hi: int) -> bool:
    """Whether "and" or "but" at k leads to a cue verb: "and later said", "but he denied"."""
    j = k + 1
    while j < hi and p.tag[j] in "RAM":
        j += 1
    if j >= hi:
        return False
    object_first = p.tag[k - 1] != "," and p.tag[j + 1 : j + 2] == "X"
    if is_cue_word(p, j) and (p.tag[j] == "V" or (p.tag[j] == "E" and not object_first)):
        return True
    for n in range(j, min(j + 6, hi)):
        if n > j and p.tag[n] in "VE" and is_cue_word(p, n) and p.tag[n - 1] not in "DJP" and not has_finite(p, j, n):
            return True
        if p.tag[n] not in "NXDJUPRAM":
            return False
    return False


def _is_parenthesis(p: Paragraph, k: int, hi: int) -> bool:
    """Whether ", he said" stands at k: a subject and a cue, then a comma or the sentence's end."""
    for n in range(k + 1, min(k + 8, hi)):
        if p.tag[n] in "VEZB" and is_cue_word(p, n) and p.words[n][0].islower():
            end = n + 1 >= hi or p.tag[n + 1] in ",.Q" or (p.tag[n] == "V" and n > k + 1)
            return end and subject_before(p, verb_group_start(p, n, k), k) is not None
        if p.tag[n] in ",SWC":
            return False
    return False
