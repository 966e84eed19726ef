"""What an article calls a person: the titles before the name and the apposition after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import lexicon as lex

if TYPE_CHECKING:
    from summarizer.attribution.sources.index import NameIndex
    from summarizer.attribution.sources.mentions import Occurrence, Referent

_APPOSED = re.compile(
    r"(?:\s?\([^()\n]{1,12}\))?,\s(?:\d\d,\s)?(?:who\s(?:is|was)\s)?((?:(?:the|an?|its|his|her|their)\s)?[^,.;:—()“”\"\n]{3,90})"
)
_APPOSED_BEFORE = re.compile(r"(?:^|[\s“])(?:the|an?)?\s?([^,.;:()“”\"\n]{3,80}),\s$", re.IGNORECASE)
_LEADING = re.compile(r"\A(?:the|an?|its|his|her|their|our)\s+", re.IGNORECASE)
_CUT = re.compile(r"\s(?:who|which|that|said|says|told|and who|added|wrote|where|when)\b.*", re.DOTALL)
_HEAD_END = re.compile(r"\s(?:of|for|from|at|in|to|with|on|and|under)\s")
_PERSON_ENDS = ("man", "woman", "ist", "ician", "ologist", "eer", "keeper", "maker", "holder")
_DEGREES = frozenset({"dr", "prof", "professor", "doctor"})
_CLAUSAL = re.compile(r"\w\s(?:his|her|my|your|our|their|is|was|were|are|had|has|have|he|she|it|they|we)\s")


def role_of(index: NameIndex, referent: Referent) -> str:
    """What the article calls a referent where it first calls it anything; empty when it never does."""
    for occurrence in referent.occurrences[:8]:
        role = role_at(index, occurrence)
        if role:
            return role
    return ""


def role_at(index: NameIndex, name: Occurrence) -> str:
    """What the article calls the bearer of this name at this place; empty when nothing."""
    before = role_before(index, name)
    if before and not is_degree(before):
        return before
    return _role_after(index, name) or before  # "Dr Ann Poe, a surgeon in Lund": what she does tells more


def is_degree(role: str) -> bool:
    """Whether a role tells no more than that its bearer has studied or teaches."""
    return role.lower().rstrip(".") in _DEGREES


def tidy_role(words: str) -> str:
    """Take the determiner, commas and mere honorifics off a role."""
    words = _LEADING.sub("", " ".join(words.split()).strip(" ,"), count=1)
    is_owner = words.endswith(("’s", "'s"))  # "the Post's Ann Poe"
    return "" if is_owner or words.lower().replace(".", "") in lex.HONORIFICS else words


def role_before(index: NameIndex, name: Occurrence) -> str:
    """The titles and role words straight before a name: "Senator", "army spokesman Colonel"."""
    text = index.text
    lead, start = name.lead, name.start
    floor = index.sentence_starts[name.sentence] if name.sentence < len(index.sentence_starts) else 0
    floor = max(floor, lead - REACH_BEFORE)
    if text.endswith(", ", floor, lead):
        return _role_before_comma(text, name, text[floor:lead])
    # Most names have no role word before them: the last word alone is looked at first.
    last = text[max(floor, text.rfind(" ", floor, lead - 1) + 1) : lead - 1] if text.endswith(" ", floor, lead) else ""
    if not last or not _is_role_word(last, is_last=lead == start):
        return tidy_role(text[lead:start]) if lead < start else ""
    words = text[floor:lead].split(" ")
    taken = 0
    for word in reversed(words[:-1]):
        if not word or not _is_role_word(word, is_last=taken == 0 and name.lead == name.start):
            break
        taken += 1
    while taken and words[-1 - taken].lower() in ("and", "of"):
        taken -= 1
    kept = " ".join(words[len(words) - 1 - taken : -1]) if taken else ""
    return tidy_role(f"{kept} {text[name.lead : name.start]}")


def _is_role_word(word: str, *, is_last: bool) -> bool:
    low = word.lower().replace("’", "'").removesuffix("'s").replace(".", "")
    if low in lex.PERSONS or (low in lex.TITLES and low not in lex.HONORIFICS):
        return True
    if is_last or word[-1:] in ",;:.":
        return False
    if low in lex.ROLE_WORDS or low in lex.ADJECTIVES or low in lex.PLACES or low in lex.BODIES:
        return True
    return word[:1].isupper() and low not in lex.NEVER_FIRST and low not in lex.DAYS


def _role_before_comma(text: str, name: Occurrence, before: str) -> str:
    """The role in "The army's spokesman, Ann Poe, said"."""
    if text[name.end : name.end + 1] != ",":
        return tidy_role(text[name.lead : name.start])
    match = _APPOSED_BEFORE.search(before)
    words = match.group(1) if match is not None else ""
    while words and " the " in words and not _heads_person(words):
        words = words.partition(" the ")[2]
    role = words if words and _heads_person(words) else ""
    return tidy_role(f"{role} {text[name.lead : name.start]}")


def _role_after(index: NameIndex, name: Occurrence) -> str:
    follows = index.text[name.end : name.end + 2]
    match = _APPOSED.match(index.text, name.end) if "," in follows or "(" in follows else None
    if match is None or index.is_quoted(name.start):
        return ""
    words = _CUT.sub("", match.group(1))
    first = words.split(maxsplit=1)[:1]
    if not first or first[0].lower() in lex.NO_ROLE or (words[0].isupper() and " " not in words):
        return ""
    return tidy_role(words) if _heads_person(words) else ""


def _heads_person(words: str) -> bool:
    """Whether the head of a phrase is a noun for a person ("an official from the Front")."""
    if _CLAUSAL.search(words):
        return False
    head = _HEAD_END.split(words.strip(), maxsplit=1)[0].split()
    if not head or words.lower().startswith(("one of", "in ", "on ", "at ")):
        return False
    last = head[-1].lower().strip(".")
    if last in lex.PERSONS or last in lex.TITLES:
        return True
    is_doer = words.lower().startswith(("a ", "an ")) and last.endswith(("er", "or")) and last not in lex.DOCUMENTS
    return (
        (is_doer or last.endswith(_PERSON_ENDS))
        and last not in lex.DAYS
        and last not in lex.BODIES
        and last not in lex.FEATURES
    )


def role_words(index: NameIndex, referent: Referent) -> set[str]:
    """All words of all roles that the article gives a referent, in lower case and full ("sen" is "senator")."""
    found: set[str] = set()
    for occurrence in referent.occurrences[:6]:
        for word in role_at(index, occurrence).lower().replace("’", "'").split():
            bare = word.strip(".,'").removesuffix("'s")
            found.add(_FULL.get(bare, bare))
    return found


_FULL = {
    "sen": "senator", "rep": "representative", "gov": "governor", "gen": "general", "col": "colonel",
    "lt": "lieutenant", "maj": "major", "capt": "captain", "cmdr": "commander", "adm": "admiral", "sgt": "sergeant",
    "prof": "professor", "dr": "doctor", "sec": "secretary", "rev": "reverend", "congressman": "representative",
    "congresswoman": "representative", "spokeswoman": "spokesman", "spokesperson": "spokesman",
    "chairwoman": "chairman", "chair": "chairman", "chairperson": "chairman", "adviser": "advisor",
    "attorney": "lawyer", "co-founder": "founder", "nominee": "candidate", "hopeful": "candidate",
    "businesswoman": "businessman", "frontrunner": "front-runner", "secretary-general": "secretary",
}  # fmt: skip


_FORMS: dict[str, tuple[str, ...]] = {}
for _short, _long in _FULL.items():
    _FORMS[_long] = (*_FORMS.get(_long, (_long,)), _short)
REACH_BEFORE, REACH_AFTER = 90, 140  # how far from a name its role's words can stand at most


def forms_of(noun: str) -> tuple[str, ...]:
    """All forms in lower case of the word that `full_noun` gives."""
    return _FORMS.get(noun, (noun,))


def full_noun(noun: str) -> str:
    """One word for the forms of a role noun: spokeswoman and spokesman, Sen. and senator."""
    return _FULL.get(noun, noun)
