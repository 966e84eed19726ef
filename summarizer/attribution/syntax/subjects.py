"""Finds the subject of a verb over appositions, relative clauses and adjuncts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.syntax.noun_phrases import phrase_ending, phrase_starting
from summarizer.attribution.syntax.verb_groups import (
    has_finite,
    is_cue_word,
    is_finite,
    is_time,
    skip_time_back,
    verb_group_start,
)

if TYPE_CHECKING:
    from summarizer.attribution.syntax.paragraph import Paragraph
    from summarizer.attribution.syntax.site import Range


MOST_TRIES = 6  # a verb further left governs nothing here


def subject_before(p: Paragraph, i: int, lo: int) -> Range | None:
    """The subject of the verb group that starts at i: the noun phrase left of it, over appositions and adjuncts."""
    j = i - 1
    if j >= lo:
        j = skip_time_back(p, j, lo)
    if j >= lo and p.tag[j] == ",":
        k = skip_time_back(p, j - 1, lo)
        if lo <= k < j - 1 and p.tag[k] == ",":
            j = k - 1 if p.tag.find("W", lo, k) < 0 else k
    for _ in range(3):
        if j >= lo and p.tag[j] in ",)-":
            j = _before_insert(p, j, lo)
    found = phrase_ending(p, j, lo)
    if found and found[0] > lo + 1 and p.tag[j] != "W":
        return _head_of_relative(p, found, lo) or found
    return found


def whole_list(p: Paragraph, subject: Range, lo: int) -> Range:
    """The subject with the names before it: for "Arle, Varn and Lund", of which the phrase found is "Varn and Lund"."""
    a, b = subject
    if "C" not in p.tag[a:b] or a - 2 < lo or p.tag[a - 1] != ",":
        return subject
    first = a
    while first - 2 >= lo and p.tag[first - 1] == "," and p.tag[first - 2] == "X":
        n = first - 2
        while n > lo and p.tag[n - 1] == "X":
            n -= 1
        if not all(word[0].isupper() for word in p.words[n : first - 1]) or is_time(p, n):
            break
        first = n
    opens = first == lo or p.tag[first - 1] in ",:;SQ" or p.low[first - 1] in {"and", "but", "while", "the"}
    return (first, b) if opens and p.words[first][0].isupper() else subject


def first_subject(p: Paragraph, i: int, lo: int) -> Range | None:
    """The noun phrase that opens the sentence, or follows its quotation, when insertions part it from the verb at i."""
    if i <= lo or p.tag[i - 1] not in ",)":
        return None
    a = next((n + 1 for n in range(i - 1, lo, -1) if p.tag[n] == "Q"), lo)
    found = phrase_starting(p, a, i)
    if found is None or found[1] >= i or p.tag[found[1]] not in ",(":
        return None
    return found


def _head_of_relative(p: Paragraph, found: Range, lo: int) -> Range | None:
    """For "voters who back the plan": the voters, when the phrase found, the plan, ends a relative clause."""
    first = max(lo, found[0] - 14) + 1
    if "W" not in p.tag[first : found[0]] and "that" not in p.low[first : found[0]]:
        return None
    k = found[0] - 1
    seen = False
    while k >= first:
        tag = p.tag[k]
        if p.low[k] == "that" and any(is_cue_word(p, n) and p.tag[n] in "VE" for n in range(max(lo, k - 5), k)):
            return None
        if tag == "W" or (p.low[k] == "that" and seen and p.tag[k - 1] in "XGZ"):
            return phrase_ending(p, k - 1, lo) if seen and p.tag[k - 1] not in ",QVAM" else None
        if tag in ",Q:;" or (tag == "S" and p.low[k] != "that"):
            return None
        seen = seen or is_finite(p, k) or tag in "BZE"
        k -= 1
    return None


def _before_insert(p: Paragraph, j: int, lo: int) -> int:
    """The last token before the insertion that ends with the comma, bracket or dash at j; lo - 1 for none."""
    mark = p.tag[j]
    if mark != ",":
        opener = "(" if mark == ")" else "-"
        while mark == "-" and j - 1 > lo and p.tag[j - 1] == "-":
            j -= 1  # "--"
        k = next((k - 1 for k in range(j - 1, max(lo, j - 60) - 1, -1) if p.tag[k] == opener), lo - 1)
        return k - 1 if k > lo and mark == p.tag[k] == "-" else k
    seen = _commas_left(p, j, lo)
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


def _commas_left(p: Paragraph, j: int, lo: int) -> list[int]:
    """Commas left of j, nearest first, up to the next quotation mark."""
    seen: list[int] = []
    for k in range(j - 1, max(lo, j - 60) - 1, -1):
        if p.tag[k] == "Q":
            break
        if p.tag[k] == ",":
            seen.append(k)
    return seen


def _is_apposition(p: Paragraph, a: int, b: int) -> bool:
    """Whether the words between two commas only describe the name before them: "a lawyer", "45", "who lives here"."""
    if a >= b or not _is_insert(p, a, b):
        return False
    if (p.tag[a] in "UWGP" and p.low[a] != "as") or p.low[a] in {"a", "an"}:
        return True
    return p.tag[a] in "XJ" and not p.words[a][0].isupper()


def _is_insert(p: Paragraph, a: int, b: int) -> bool:
    """Whether no verb of the main clause stands between a and b."""
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
    tries = 0
    for k in range(i - 1, lo, -1):
        if tries == MOST_TRIES:
            return None
        if not is_finite(p, k) or p.tag[k - 1] == "W" or p.region[k] >= 0 or any(a <= k < b for a, b in said):
            continue
        tries += 1
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
