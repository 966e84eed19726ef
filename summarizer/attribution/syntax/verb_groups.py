"""Tells verbs from nouns and participles by their neighbours, and words of time from others."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import load_lexicon, word_set

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph
    from summarizer.attribution.syntax.site import Site

BE = word_set("be")
TIME = word_set("time")
MONTHS = word_set("months")
NOUNS = word_set("nouns")
PLURALS = word_set("plurals")
QUANTIFIERS = word_set("quantifiers")
DEMONSTRATIVES = word_set("demonstratives")
SINGULAR_DEMONSTRATIVES = word_set("singular_demonstratives")
NAMED_SOURCES = word_set("reports") | word_set("documents")
POSSESSIVE = ("'s", "’s", "s'", "s’")
FLOATING = frozenset({"both", "all", "each"})  # "the two have both said"
FINITE_TAG = re.compile("[VAM]")  # always a finite verb
VERBAL_TAG = re.compile("[EZB]")  # a finite verb, a noun or a participle


def is_time(p: Paragraph, i: int) -> bool:
    """Whether token i is a word of time, a year, or the day of a month."""
    low = p.low[i]
    if p.tag[i] == "U":
        return (len(low) == 4 and low[:2] in {"19", "20"}) or (i > 0 and p.low[i - 1] in MONTHS)
    return low in TIME


def skip_time_back(p: Paragraph, j: int, lo: int) -> int:
    """Step left over "on Tuesday", "last week", "early on Monday morning"."""
    if p.tag[j] != "U" and p.low[j] not in TIME:
        return j
    k = j
    while k > lo and (is_time(p, k) or (k < j and p.low[k] in {"last", "this", "next", "early", "late", "the", "."})):
        k -= 1
    if lo < k < j and p.low[k] in {"on", "in", "at", "since", "by"}:
        k -= 1
    return k


def is_finite(p: Paragraph, i: int) -> bool:
    """Whether token i is a verb in the past or present tense, as far as its neighbours tell."""
    tag = p.tag[i]
    if tag in "VAM":
        return True
    return tag in "EZB" and _is_finite_here(p, i, tag)


def _is_finite_here(p: Paragraph, i: int, tag: str) -> bool:
    """Whether the neighbours of token i make a finite verb of it."""
    after = p.tag[i + 1] if i + 1 < len(p.tag) else "."
    k = i - 1
    while k > 0 and p.tag[k] == "R":
        k -= 1
    before = p.tag[k] if k >= 0 else "."
    if before == "D" and p.low[k] in (SINGULAR_DEMONSTRATIVES if tag == "Z" else DEMONSTRATIVES):
        before = "N"
    if tag == "E":
        return _is_past(p, i, k, before, after)
    if tag == "Z":
        if after == "R" and before != "N":  # "advocates also said"
            n = i + 2
            while n < len(p.tag) and p.tag[n] == "R":
                n += 1
            after = "." if p.tag[n : n + 1] in {"V", "A", "M"} else after
        return (before in "XNWR)" and after in "DNOSRTPJE") or before in "NW"
    return before in "NWM" or (before == "X" and p.low[k].endswith("s") and after in "DNOSRT")


def _is_past(p: Paragraph, i: int, k: int, before: str, after: str) -> bool:
    """Whether the -ed form at i is a past tense and no participle; `before` is the tag of k, the word left of it."""
    if before in "NW" and p.low[k] != "those":
        return True
    if before == ",":
        return after in "DNO"
    if i + 1 < len(p.tag) and is_time(p, i + 1):
        return False
    return before in "X'R)ZUB" and (after in "DNOSRT" or (after == "X" and p.words[i + 1][0].isupper()))


def is_verb_at(p: Paragraph, i: int) -> bool:
    """Whether a past tense or a finite verb stands at token i, which follows a noun phrase and its adjuncts."""
    return is_finite(p, i) or (p.tag[i] == "E" and p.low[i + 1 : i + 2] != ["by"])


def has_finite(p: Paragraph, a: int, b: int) -> bool:
    """Whether any token from a to b is a finite verb."""
    if FINITE_TAG.search(p.tag, a, b):
        return True
    return any(is_finite(p, m.start()) for m in VERBAL_TAG.finditer(p.tag, a, b))


def verb_group_start(p: Paragraph, i: int, lo: int) -> int:
    """The first token of the verb group that ends with the verb at i: auxiliaries, "not" and adverbs."""
    tags = p.tag
    k = i
    while k > lo and (
        (tags[k - 1] in "RAMT" and p.low[k - 1] not in {"today", "yesterday"})
        or (p.low[k - 1] in FLOATING and k - 1 > lo and tags[k - 2] in "XNAM)")
        or (p.low[k - 1] == "since" and k - 1 > lo and tags[k - 2] == "A")
    ):
        k -= 1
    return k - 2 if k - 2 >= lo and p.low[k - 1] == "longer" and p.low[k - 2] == "no" else k


def is_cue_verb(site: Site, start: int) -> bool:
    """Whether the cue, whose verb group begins at start, is a verb here and no noun or adjective."""
    p, i = site.p, site.i
    before = p.tag[i - 1] if i > site.lo else "."
    if site.entry.form == "s":
        return _is_third_person(site, before)
    if site.entry.form == "base":
        return _is_base_verb(site, start, before)
    if before in "DJ":
        return p.low[i - 1] in QUANTIFIERS
    if site.entry.form == "part" and "A" not in p.tag[start:i]:
        return False  # "a man known to": no past tense
    if p.tag[i] == "E" and p.low[i + 1 : i + 2] == ["by"]:
        return not BE.isdisjoint(p.low[start:i])
    return True


def _is_third_person(site: Site, before: str) -> bool:
    p, i = site.p, site.i
    previous = p.low[i - 1] if i else ""
    if before == "'" and previous in {'"', "”", "»"} and p.tag[i - 2] == "X":
        return True  # The "Night Guard" announces
    # "Media reports quoted the mayor", "reports said"
    is_document = site.entry.lemma == "report" and p.tag[site.k : site.k + 1] in {"V", "A", "M", "E"}
    if before in "DJP'TM" or is_document or previous.endswith(POSSESSIVE):
        return before in "DJ" and previous in {"this", "that", "one", "another"}
    if site.entry.lemma.split(" ")[0] not in NOUNS or before in "NWR),":
        return True
    if before in "BZ" and p.tag[i - 2 : i - 1] in {"D", "J"}:
        before = "X"  # "the report claims"
    if before not in "XU" or (site.entry.lemma == "state" and previous not in NAMED_SOURCES):
        return False  # "Southern states" beside "the report states"
    if p.words[i - 1][0].isupper() or previous in NAMED_SOURCES or p.tag[site.k : site.k + 1] in {"O", "N"}:
        return True
    return p.tag[i - 2 : i - 1] == "D" and p.low[i + 1 : i + 2] != ["of"]


def _is_base_verb(site: Site, start: int, before: str) -> bool:  # noqa: PLR0911  one answer for each neighbour
    p, entry = site.p, site.entry
    if before in "MTNWA":
        return True
    noun_too = entry.lemma.split(" ")[0] in NOUNS
    if p.low[site.k : site.k + 2] == ["to", "have"] and before == "X":
        owner = p.low[site.i - 1]
        return owner.endswith("s") and not owner.endswith(POSSESSIVE)
    if before in ",)-" and start > 1:
        return not noun_too and p.tag[start - 2] != "Q"
    if entry.lemma == "say":
        return before not in "DJPG" or p.low[site.i - 1] in QUANTIFIERS
    if before == "R" and p.tag[start] in "MAT":
        return True
    if (
        start > 0
        and noun_too
        and p.low[start - 1] not in NAMED_SOURCES
        and p.tag[site.k : site.k + 1] not in {"S", "D", "N"}
    ):
        return p.tag[start - 1] in "NW"
    return start > 0 and _follows_plural(p, start - 1, before)


def _follows_plural(p: Paragraph, k: int, before: str) -> bool:
    previous = p.low[k]
    if before in "RXBZ" and not previous.endswith(("'s", "’s")):
        return previous in NAMED_SOURCES or previous.endswith(("s", "men")) or previous in PLURALS or p.tag[k] in "NW"
    return before in "DJ" and previous in QUANTIFIERS


def is_cue_word(p: Paragraph, k: int) -> bool:
    """Whether a cue of the lexicon begins at k, with the words that must follow it."""
    entries = load_lexicon().cues.get(p.low[k])
    if entries is None:
        return False
    return not entries[-1].rest or any((*p.low[k + 1 : k + 1 + len(e.rest)],) == e.rest for e in entries)
