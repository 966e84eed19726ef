"""Finds noun phrases, subjects, adjuncts and clause ends among tagged tokens, without a parse."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.lexicon import load_lexicon

if TYPE_CHECKING:
    from summarizer.attribution.tokens import Paragraph

Range = tuple[int, int]

BE = frozenset("is are was were be been being am isn't aren't wasn't weren't isn’t aren’t wasn’t weren’t 's 're".split())
NOMINAL = frozenset("XDUJNOGEBZ'")
SINGULAR = frozenset({"this", "that", "each", "another"})
DEMONSTRATIVES = frozenset("this that these those all both many some most several few".split())
FINITE = frozenset("VAM")
SOURCE_PREPOSITIONS = frozenset("of for at from in with on to inside within behind near under against".split())
DOCUMENTS = frozenset(
    "statement statements letter letters tweet tweets email emails e-mail message report reports story ad ads memo note post "
    "article video column speech interview op-ed study survey poll analysis account".split()
)
ADJUNCT_PREPOSITIONS = frozenset(
    "in on at during to from through via by after before for with last this earlier amid outside inside following "
    "at over under throughout as".split()
)


def is_time(p: Paragraph, i: int) -> bool:
    """Whether token i is a word of time, a year, or the day of a month."""
    low = p.low[i]
    if p.tag[i] == "U":
        return (len(low) == 4 and low[:2] in {"19", "20"}) or (i > 0 and p.low[i - 1] in MONTHS)
    return low in load_lexicon().time


MONTHS = frozenset("january february march april may june july august september october november december sept oct nov dec jan feb aug".split())


def skip_time_back(p: Paragraph, j: int, lo: int) -> int:
    """Step left over "on Tuesday", "last week", "early on Monday morning"."""
    k = j
    while k > lo and (is_time(p, k) or (k < j and p.low[k] in {"last", "this", "next", "early", "late", "the", "that", "."})):
        k -= 1
    if k < j and k > lo and p.low[k] in {"on", "in", "at", "since", "by"}:
        k -= 1
    return k


def is_finite(p: Paragraph, i: int) -> bool:
    """Whether token i is a verb in the past or present tense, as far as its neighbours tell."""
    tag = p.tag[i]
    if tag in FINITE:
        return True
    after = p.tag[i + 1] if i + 1 < len(p.tag) else "."
    k = i - 1
    while k > 0 and p.tag[k] == "R":
        k -= 1
    before = p.tag[k] if k >= 0 else "."
    if before == "D" and p.low[k] in (SINGULAR if tag == "Z" else DEMONSTRATIVES):
        before = "N"
    if tag == "E":
        if before in "NW" and p.low[k] != "those":
            return True
        if before == ",":
            return after in "DNO"
        if i + 1 < len(p.tag) and is_time(p, i + 1):
            return False
        return before in "X'R)ZU" and (after in "DNOSRT" or (after == "X" and p.words[i + 1][0].isupper()))
    if tag == "Z":
        return (before in "XNWR)" and after in "DNOSRTPJE") or before == "W"
    if tag == "B" and before == "M":
        return True
    if tag == "B":
        return before in "NW" or (before == "X" and p.low[k].endswith("s") and after in "DNOSRT")
    return False


def has_finite(p: Paragraph, a: int, b: int) -> bool:
    """Whether any token from a to b is a finite verb."""
    return any(is_finite(p, i) for i in range(a, b))


def phrase_ending(p: Paragraph, j: int, lo: int) -> Range | None:
    """The noun phrase whose last token is j, with its "of", "for" and "from" phrases; tokens before lo stay out."""
    if j < lo:
        return None
    if p.tag[j] == "N":
        return (j, j + 1)
    if p.tag[j] == "W" and p.low[j] in {"who", "which", "that"}:
        return _antecedent(p, j, lo)
    k = j
    while k >= lo:
        tag = p.tag[k]
        if tag == "P":
            if p.low[k] not in SOURCE_PREPOSITIONS and not (p.low[k] == "by" and k > lo and p.tag[k - 1] == "E"):
                break
        elif tag == "C":
            if p.low[k] != "and" or k == lo or p.tag[k - 1] not in "XUZ)" or _verb_left(p, k, lo):
                break
        elif tag == "." and k > lo and _abbreviates(p, k):
            pass
        elif tag == "Q":
            if p.region[k] >= 0 and p.quotes[p.region[k]][0] > lo and p.quotes[p.region[k]][1] - p.quotes[p.region[k]][0] < 6 and p.tag[p.quotes[p.region[k]][1] - 2] not in ",.?":
                k = p.quotes[p.region[k]][0]
            else:
                break
        elif tag == "O" and k != j:
            break
        elif tag not in "XDUJOGEBZ'" or (tag != "X" and (is_finite(p, k) or (tag == "B" and p.tag[k - 1] == "T"))):
            break
        elif p.low[k] == "according":
            break
        elif p.low[k] in ARTICLES and k > lo and p.tag[k - 1] in "XU" and not is_time(p, k - 1):
            return (k, j + 1)
        elif tag == "D" and p.low[k] in {"that", "this"} and k != j and k > lo and p.tag[k - 1] in "VE":
            break
        k -= 1
    k += 1
    while k <= j and p.tag[k] in "P.R'C":
        k += 1
    if k > lo and p.low[k - 1] in {"in", "on", "with"} and not DOCUMENTS.isdisjoint(p.low[k : k + 3]):
        k = _last_name(p, k, j)
    return _without_occasion(p, k, j + 1) if k <= j else None


def _last_name(p: Paragraph, a: int, j: int) -> int:
    """For "in a statement sent to The Post Ann Smith said": where the run of words after the last preposition begins."""
    return next((n + 1 for n in range(j - 1, a, -1) if p.tag[n] in "PT"), a)


ARTICLES = frozenset({"the", "a", "an"})
OCCASIONS = frozenset(
    "call statement interview speech conference briefing post tweet email letter remarks meeting debate rally memo note "
    "address visit hearing".split()
)


def _without_occasion(p: Paragraph, a: int, b: int) -> Range:
    """The phrase without an "in a phone call" or "at a rally" at its end, which belongs to the verb."""
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
    return (before[0], j + 1) if before else (j, j + 1)


def phrase_starting(p: Paragraph, i: int, hi: int) -> Range | None:
    """The noun phrase that begins at token i, with its "of", "for" and "from" phrases."""
    if i >= hi:
        return None
    if p.tag[i] in "NO":
        return (i, i + 1)
    k = i
    while k < hi:
        tag = p.tag[k]
        if tag == "P":
            if k == i or (p.low[k] not in {"of", "for", "from", "at", "with"} and not _is_by_author(p, i, k)):
                break
        elif tag == "C":
            if p.low[k] != "and" or k + 1 >= hi or p.tag[k + 1] not in "XDU" or p.low[k + 1] == "that":
                break
        elif tag == "." and k > i and k + 1 < hi and _abbreviates(p, k):
            pass
        elif tag in "NO" or (tag == "D" and k > i and p.tag[k - 1] not in "PCJ") or (k > i and is_time(p, k) and tag != "U"):
            break
        elif tag not in "XDUJGEBZ'" or (k > i and tag != "X" and is_finite(p, k)):
            break
        k += 1
    while k > i and p.tag[k - 1] in "PC.":
        k -= 1
    return (i, k) if k > i else None


def _is_by_author(p: Paragraph, i: int, k: int) -> bool:
    """Whether "by" at k names who wrote the document from i: a report by the harbour board."""
    return p.low[k] == "by" and not DOCUMENTS.isdisjoint(p.low[i:k])


def verb_group_start(p: Paragraph, i: int, lo: int) -> int:
    """The first token of the verb group that ends with the verb at i: auxiliaries, "not" and adverbs."""
    k = i
    while k > lo and p.tag[k - 1] in "RAMT" and p.low[k - 1] not in {"today", "yesterday"}:
        k -= 1
    return k


def subject_before(p: Paragraph, i: int, lo: int) -> Range | None:
    """The subject of the verb group that starts at i: the noun phrase left of it, over appositions and adjuncts."""
    j = i - 1
    if j >= lo:
        j = skip_time_back(p, j, lo)
    if j >= lo and p.tag[j] == ",":
        k = skip_time_back(p, j - 1, lo)
        if lo <= k < j - 1 and p.tag[k] == ",":
            j = k - 1
    for _ in range(3):
        if j >= lo and p.tag[j] in ",)-":
            j = _before_insert(p, j, lo)
    if j < lo:
        return None
    found = phrase_ending(p, j, lo)
    if found and found[0] > lo + 1 and p.tag[j] != "W":
        return _head_of_relative(p, found, lo) or found
    return found


def first_subject(p: Paragraph, i: int, lo: int) -> Range | None:
    """The noun phrase that opens the sentence, or follows its quotation, when long insertions part it from the verb at i."""
    if i <= lo or p.tag[i - 1] not in ",)":
        return None
    a = lo
    for n in range(i - 1, lo, -1):
        if p.tag[n] == "Q":
            a = n + 1
            break
    found = phrase_starting(p, a, i)
    if found is None or found[1] >= i or p.tag[found[1]] not in ",(" or p.tag[found[0]] == "P":
        return None
    return found


def _head_of_relative(p: Paragraph, found: Range, lo: int) -> Range | None:
    """For "voters who back the plan": the voters, when the phrase found, the plan, is the end of a relative clause."""
    k = found[0] - 1
    seen = False
    while k > lo and found[0] - k < 14:
        tag = p.tag[k]
        if tag == "W" or (p.low[k] == "that" and seen and p.tag[k - 1] in "XGZ"):
            return phrase_ending(p, k - 1, lo) if seen and p.tag[k - 1] not in ",QVAM" else None
        if tag in ",Q:;" or (tag == "S" and p.low[k] != "that"):
            return None
        seen = seen or is_finite(p, k) or tag in "BZE"
        k -= 1
    return None


def _before_insert(p: Paragraph, j: int, lo: int) -> int:
    """The last token before the apposition, relative clause or bracket that ends with the mark at j."""
    mark = p.tag[j]
    opener = {")": "(", "-": "-", ",": ","}[mark]
    k = j - 1
    seen: list[int] = []
    while k >= lo and j - k < 60:
        if p.tag[k] == opener and p.low[k] != "'":
            if mark != ",":
                return k - 1
            seen.append(k)
        elif p.tag[k] == "Q" and mark == ",":
            break
        k -= 1
    for comma in reversed(seen):
        if p.tag[comma + 1] == "W" and comma > lo and not has_finite(p, lo, comma) and p.tag[comma - 1] in "X)'ZBG":
            return comma - 1
    for n, comma in enumerate(seen):
        if not _is_insert(p, comma + 1, j):
            break
        if n + 1 < len(seen) and _is_apposition(p, seen[n + 1] + 1, comma):
            continue
        return comma - 1
    return lo - 1


def _is_apposition(p: Paragraph, a: int, b: int) -> bool:
    """Whether the words between two commas only describe the name before them: "a lawyer", "45", "who lives here"."""
    if a >= b or not _is_insert(p, a, b):
        return False
    if p.tag[a] in "UW" or p.low[a] in {"a", "an", "of", "from", "in", "at"}:
        return True
    return p.tag[a] in "XJ" and not p.words[a][0].isupper()


def _is_insert(p: Paragraph, a: int, b: int) -> bool:
    if a >= b:
        return False
    if p.tag[a] == "W" or (p.tag[a] == "P" and a + 1 < b and p.tag[a + 1] == "W"):
        return True
    end = next((n for n in range(a, b) if p.tag[n] == "W"), b)
    return not has_finite(p, a, end)


def governing_subject(p: Paragraph, lo: int, i: int, said: list[Range]) -> Range | None:
    """The subject of the nearest finite verb left of i: who "adding" or "and called" belongs to.

    Verbs inside `said`, the contents found so far, are somebody else's words and are passed over.
    """
    for k in range(i - 1, lo, -1):
        if not is_finite(p, k) or p.tag[k - 1] == "W" or p.region[k] >= 0 or any(a <= k < b for a, b in said):
            continue
        found = subject_before(p, verb_group_start(p, k, lo), lo)
        if found and p.tag[found[1] - 1] != "W":
            return found
    for k in range(lo + 1, i):
        if p.tag[k] == "E" and p.tag[k - 1] in "XN" and p.region[k] < 0:
            return subject_before(p, k, lo)
    return None


def main_subject(p: Paragraph, lo: int, hi: int) -> tuple[Range, int] | None:
    """The subject of the sentence's first verb outside quotation marks, and that verb."""
    for k in range(lo + 1, hi):
        if p.region[k] < 0 and p.tag[k - 1] != "W" and (is_finite(p, k) or (p.tag[k] == "E" and p.tag[k - 1] in "XN")):
            found = subject_before(p, verb_group_start(p, k, lo), lo)
            if found:
                return found, k
    return None


def skip_adjuncts(p: Paragraph, i: int, hi: int) -> int:
    """Step right over adverbs, times and "in a statement", "on Twitter", "during a rally in Ohio"."""
    k = i
    while k < hi:
        tag = p.tag[k]
        if tag == "R" or (tag in "XUJ" and is_time(p, k)) or (tag == "O" and p.low[k].endswith(("self", "selves"))):
            k += 1
        elif p.low[k] in {"last", "this", "next", "late", "early"} and k + 1 < hi and is_time(p, k + 1):
            k += 2
        elif p.low[k] in ADJUNCT_PREPOSITIONS and k + 1 < hi and p.tag[k + 1] in ("DXUJO" if p.low[k] == "to" else "DXUJOGB'"):
            found = phrase_starting(p, k + 1, hi)
            if found is None:
                return k
            k = found[1]
        elif tag == "," and k + 1 < hi and is_time(p, k + 1) and p.tag[k+1] == "U":
            k += 2
        else:
            return k
    return k


def starts_phrase(p: Paragraph, i: int, hi: int) -> bool:
    """Whether a noun phrase may begin at token i."""
    return i < hi and (p.tag[i] in "DXNOUJEGZ'Q" or (p.tag[i] == "B" and p.words[i][0].isupper()))
