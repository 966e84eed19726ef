"""Statements whose content stands before their cue: "...," he said; ..., said Smith; "...," he said, "..."."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import word_set
from summarizer.attribution.syntax.clauses import clause_end
from summarizer.attribution.syntax.complements import late_quote, quote_end
from summarizer.attribution.syntax.noun_phrases import phrase_starting, skip_adjuncts, starts_phrase
from summarizer.attribution.syntax.verb_groups import has_finite, is_time, is_verb_at, verb_group_start

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph
    from summarizer.attribution.syntax.site import Found, Range, Site

AFTER_SPEECH = word_set("after_speech")
FRONTED = frozenset({"asked", "when", "after", "while"})


def read_after_content(site: Site, subject: Range) -> Found | None:
    """The content, then source and cue: "...," he said."""
    p, hi = site.p, site.hi
    comma = subject[0] - 1
    if comma < 0 or p.tag[comma] not in ",Q-?" or _is_negated(site):
        return None
    after = after_cue(site)
    quoted = p.tag[comma] == "Q"
    if "np" in site.entry.frames and not quoted and after == site.k and starts_phrase(p, site.k, hi):
        return None
    rest = rest_after(p, after, hi)
    if not quoted and (_takes_what_follows(p, after, hi) or late_quote(site) is not None):
        return None
    if quoted and _is_new_sentence(site, subject, after, rest):
        return None
    if quoted and rest == "clause" and (p.tag[comma - 1] == "," or p.low[after] not in {"that", ":"}):
        rest = "end"
    lax = site.entry.lemma == "say" and (after >= hi or p.tag[after] in ".?")
    content = content_before(site, comma, bare=rest == "split", lax=lax)
    if content is None or rest == "clause" or (rest != "end" and p.low[content[0]] in FRONTED):
        return None
    ranges = [content, *_continuation(p, after, hi, rest)]
    if len(ranges) == 1 and quoted:
        ranges += _reopened(p, after, hi)
    return site.give(ranges, subject, "before-cue" if len(ranges) == 1 else "split")


def _takes_what_follows(p: Paragraph, after: int, hi: int) -> bool:
    """Whether the content follows the cue, so that the clause before only leads there: After the raid, he found a."""
    return after < hi and p.tag[after] in "DXNUJTB" and not is_time(p, after)


def _is_negated(site: Site) -> bool:
    """Whether the cue denies that anything was said: "The ministry has not answered"."""
    p = site.p
    start = verb_group_start(p, site.i, site.lo)
    return start < site.i and any(w in {"not", "never"} or w.endswith(("n't", "n’t")) for w in p.low[start : site.i])


def read_inverted(site: Site) -> Found | None:  # noqa: PLR0911  one return for each way to be no inversion
    """The content, then cue and source: ..., said Smith; and: Said Smith, ..."""
    p, hi, i = site.p, site.hi, site.i
    who = phrase_starting(p, site.k, hi)
    if who is None or p.low[who[0]] == "that" or p.tag[who[0]] == "O" or is_time(p, who[0]):
        return None
    if i == site.lo:
        return _read_inverted_first(site, who)
    mark = p.tag[i - 1]
    if mark not in ",Q?-" or site.entry.form == "base":
        return None
    ends = who[1] >= hi or p.tag[who[1]] in ",.W(-P;CG"
    if mark != "Q" and (not ends or p.tag[who[0]] not in "XDNUJ"):
        return None
    after = skip_adjuncts(p, who[1], hi)
    if mark == "Q":
        if after < hi and p.tag[after] in "MA":
            return None  # Lund, citing "the risk," said the dam would fall
    elif after < hi and p.tag[after] not in ",;:-" and is_verb_at(p, after):
        return None  # "..., said a report in May found": what was said comes after
    split = rest_after(p, after, hi) == "split" and p.tag[after + 1] in "QAMV"
    lax = site.entry.lemma == "say" and ends and p.words[who[1] - 1][0].isupper()
    content = content_before(site, i - 1, bare=split, lax=lax)
    if content is None or (mark != "Q" and not split and not lax and not _has_main_verb(p, *content)):
        return None
    return site.give([content, *_continuation(p, after, hi, "split" if split else "end")], who, "inverted")


def _has_main_verb(p: Paragraph, a: int, b: int) -> bool:
    """Whether a finite verb stands outside a closing relative clause: not in "Lund, who sold the mill"."""
    relative = next((n for n in range(a, b - 1) if p.tag[n] == "," and p.tag[n + 1] == "W"), b)
    if has_finite(p, a, relative):
        return True
    closed = next((n for n in range(relative + 1, b) if p.tag[n] == ","), b)
    return has_finite(p, closed, b)


def _read_inverted_first(site: Site, who: Range) -> Found | None:
    p, a = site.p, who[1] + 1
    if a >= site.hi or p.tag[who[1]] not in ",:" or p.tag[a] != "Q":
        return None
    return site.give([(a, quote_end(p, a, site.hi))], who, "inverted-first")


def after_cue(site: Site) -> int:
    """The token after "reporters in a statement on Tuesday"."""
    who = phrase_starting(site.p, site.k, site.hi) if "addressee" in site.entry.frames else None
    return skip_adjuncts(site.p, who[1] if who else site.k, site.hi)


def _is_new_sentence(site: Site, subject: Range, after: int, rest: str) -> bool:
    """Whether source and cue open a sentence of their own after a quotation that was complete."""
    p = site.p
    if subject[0] != site.lo or p.tag[subject[0] - 2] != ".":
        return False
    return rest != "end" or (after < site.hi and p.tag[after] not in ".G")


def rest_after(p: Paragraph, j: int, hi: int) -> str:
    """What follows a cue that may stand after its content.

    "end": nothing that is said; "split": the content goes on; "clause": the content only begins here.
    """
    if j >= hi or p.tag[j] in ".?;)":
        return "end"
    if p.tag[j] == ",":
        return _rest_after_comma(p, j + 1, hi)
    if p.tag[j] == "Q":
        return "end" if j + 1 >= hi else "clause"
    if p.low[j] == "that" and j + 1 < hi and is_time(p, j + 1):
        return "end"
    if p.tag[j] == ":" or p.low[j] in {"that", "whether", "why", "how", "what"}:
        return "clause"
    return "clause" if p.tag[j] in "DXNUJ" and p.low[j] != "as" and has_finite(p, j, hi) else "end"


def _rest_after_comma(p: Paragraph, n: int, hi: int) -> str:
    if n >= hi:
        return "end"
    if p.tag[n] == "Q":
        return "split"
    if p.tag[n] in "GW" or (p.low[n] in AFTER_SPEECH and not _is_clause_at(p, n, hi)):
        return "end"
    return "split" if has_finite(p, n, hi) else "end"


def _is_clause_at(p: Paragraph, n: int, hi: int) -> bool:
    """Whether "a" at n begins a clause and no apposition: "Overall, she said, a number of them are late"."""
    who = phrase_starting(p, n, hi) if p.low[n] == "a" else None
    return who is not None and who[1] < hi and p.tag[who[1]] in "VAM"


def _continuation(p: Paragraph, after: int, hi: int, rest: str) -> list[Range]:
    if rest != "split":
        return []
    a = after + 1
    return [(a, quote_end(p, a, hi) if p.tag[a] == "Q" else clause_end(p, a, hi, narrow=False))]


def _reopened(p: Paragraph, after: int, hi: int) -> list[Range]:
    """A quotation that goes on later in the sentence: "...," he said of the flood, "..."."""
    for n in range(after, min(after + 20, hi)):
        quote = p.quote_at(n)
        if quote and quote[0] == n:
            close = n - after < 3 and quote[1] - n > 6  # a translation has lost the comma
            return [quote] if close or (p.tag[n - 1] in ",:" and quote[1] - n > 3 and p.tag[n - 2] != "G") else []
        if p.tag[n] == "V":
            return []
    return []


def content_before(site: Site, comma: int, *, bare: bool = False, lax: bool = False) -> Range | None:
    """The content that ends at the comma or quotation mark before a subject or an inverted cue.

    `bare` allows content without a verb, when the sentence goes on after the cue; `lax` some words without a verb that
    we know, when nothing else can be what is said.
    """
    p = site.p
    quote = p.quote_at(comma)
    if quote:
        a, end = _quoted_start(p, quote), max(quote[1], comma + 1)
    else:
        near = p.quote_at(comma - 1) if comma else None
        a, end = min(site.lo, near[0]) if near else _clause_start(p, site.lo, comma, goes_on=bare), comma
    if end <= a or _is_taken(site, a, comma):
        return None
    if quote or bare or has_finite(p, a, end):
        return (a, end)
    if lax and end - a > 3 and p.tag[a] not in "PW":
        return (a, end)
    participial = "E" in p.tag[a:end] or "B" in p.tag[a:end]
    return (a, end) if participial and (p.tag[a] not in "PW" or "," in p.tag[a:end]) else None


def _clause_start(p: Paragraph, lo: int, comma: int, *, goes_on: bool) -> int:
    """Where the clause begins that ends at the comma: after an open bracket, or with its relative pronoun alone."""
    if goes_on and comma > lo + 2 and p.low[comma - 1] in {"which", "that"}:
        return comma - 1  # "a fall which, he said, was late"
    opening = p.tag.rfind("(", lo, comma)
    if opening >= 0 and ")" not in p.tag[opening:comma]:
        return opening + 1
    return lo


def _quoted_start(p: Paragraph, quote: Range) -> int:
    """Where the sentence begins in which the quotation opens, unless its opening words only lead to it."""
    first = quote[0]
    a = p.sentence_start(first)
    if first == a:
        return a
    mark = p.tag[first - 1]
    leads = mark in ":.?" or (mark in ",-" and not has_finite(p, a, first)) or (mark == "," and quote[1] - first > 40)
    return first if leads else a


def _is_taken(site: Site, a: int, comma: int) -> bool:
    """Whether a cue at the sentence's start has claimed these words: He said ..., Smith said."""
    return any(
        x >= a and one.cue[0] < x < comma and y <= comma + 1 and one.cue[0] <= a + 3
        for one in site.found
        for x, y in one.content
    )
