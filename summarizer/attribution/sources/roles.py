"""What an article calls a person: the titles before the name and the apposition after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab

if TYPE_CHECKING:
    from summarizer.attribution.sources.mentions import Occurrence, Referent
    from summarizer.attribution.sources.prose import Prose

_APPOSED = re.compile(
    r"(?:\s?\([^()\n]{1,12}\))?,\s(?:\d\d,\s)?(?:who\s(?:is|was)\s)?((?:(?:the|an?|its|his|her|their)\s)?[^,.;:—()“”\"\n]{3,90})"
)
_APPOSED_BEFORE = re.compile(r"(?:^|[\s“])(?:the|an?)?\s?([^,.;:()“”\"\n]{3,80}),\s$", re.IGNORECASE)
_DETERMINER = re.compile(r"\A(?:the|an?|its|his|her|their|our)\s+", re.IGNORECASE)
_NEXT_CLAUSE = re.compile(rf"\s(?:{'|'.join(vocab.ROLE_ENDS)})\b.*", re.DOTALL)
_COMPLEMENT = re.compile(r"\s(?:of|for|from|at|in|to|with|on|and|under)\s")
_CLAUSAL = re.compile(r"\w\s(?:his|her|my|your|our|their|is|was|were|are|had|has|have|he|she|it|they|we)\s")
REACH_BEFORE, REACH_AFTER = 90, 140  # how far from a name its role's words can stand at most


def role_of(prose: Prose, referent: Referent) -> str:
    """What the article calls a referent where it first calls it anything; empty when it never does."""
    return next(filter(None, (role_at(prose, name) for name in referent.occurrences[:8])), "")


def role_at(prose: Prose, name: Occurrence) -> str:
    """What the article calls the bearer of this name at this place; empty when nothing."""
    before = role_before(prose, name)
    if before and not is_degree(before):
        return before
    return _role_after(prose, name) or before  # "Dr Ann Poe, a surgeon in Lund": what she does tells more


def is_degree(role: str) -> bool:
    """Whether a role tells no more than that its bearer has studied or teaches."""
    return role.lower().rstrip(".") in vocab.DEGREES


def tidy_role(words: str) -> str:
    """Take the determiner, commas and mere honorifics off a role."""
    words = _DETERMINER.sub("", " ".join(words.split()).strip(" ,"), count=1)
    is_owner = words.endswith(("’s", "'s"))  # "the Post's Ann Poe"
    return "" if is_owner or words.lower().replace(".", "") in vocab.HONORIFICS else words


def role_before(prose: Prose, name: Occurrence) -> str:
    """The titles and role words straight before a name: "Senator", "army spokesman Colonel"."""
    text, lead = prose.text, name.lead
    floor = max(prose.sentences[name.sentence].start, lead - REACH_BEFORE)
    if text.endswith(", ", floor, lead):
        return _role_before_comma(text, name, text[floor:lead])
    titles = text[lead : name.start]
    words = text[floor:lead].split(" ")
    taken = 0
    # After the last blank nothing stands; where there is none, the word goes on into the name.
    for word in reversed(words[:-1]) if not words[-1] else ():
        if not word or not _is_role_word(word, is_last=not taken and not titles):
            break
        taken += 1
    if not taken and not titles:
        return ""
    while taken and words[-1 - taken].lower() in ("and", "of"):
        taken -= 1
    return tidy_role(" ".join([*words[len(words) - 1 - taken : -1], titles]))


def _is_role_word(word: str, *, is_last: bool) -> bool:
    low = word.lower().replace("’", "'").removesuffix("'s").replace(".", "")
    if low in vocab.PERSON_NOUNS or (low in vocab.PERSON_TITLES and low not in vocab.HONORIFICS):
        return True
    if is_last or word[-1:] in ",;:.":
        return False
    if low in vocab.ROLE_WORDS or low in vocab.ADJECTIVES or low in vocab.PLACES or low in vocab.BODY_KINDS:
        return True
    return word[:1].isupper() and low not in vocab.NEVER_FIRST and low not in vocab.DAYS


def _role_before_comma(text: str, name: Occurrence, before: str) -> str:
    """The role in "The army's spokesman, Ann Poe, said"."""
    titles = text[name.lead : name.start]
    if text[name.end : name.end + 1] != ",":
        return tidy_role(titles)
    match = _APPOSED_BEFORE.search(before)
    words = match[1] if match is not None else ""
    while " the " in words and not _heads_person(words):
        words = words.partition(" the ")[2]
    return tidy_role(f"{words if _heads_person(words) else ''} {titles}")


def _role_after(prose: Prose, name: Occurrence) -> str:
    match = _APPOSED.match(prose.text, name.end)
    if match is None or prose.is_quoted(name.start):
        return ""
    words = _NEXT_CLAUSE.sub("", match[1])
    first = words.split(maxsplit=1)[:1]
    if not first or first[0].lower() in vocab.NO_ROLE or (words[0].isupper() and " " not in words):
        return ""
    return tidy_role(words) if _heads_person(words) else ""


def _heads_person(words: str) -> bool:
    """Whether the head of a phrase is a noun for a person ("an official from the Front")."""
    if _CLAUSAL.search(words):
        return False
    head = _COMPLEMENT.split(words.strip(), maxsplit=1)[0].split()
    if not head or words.lower().startswith(("one of", "in ", "on ", "at ")):
        return False
    last = head[-1].lower().strip(".")
    if last in vocab.PERSON_NOUNS or last in vocab.PERSON_TITLES:
        return True
    is_doer = words.lower().startswith(("a ", "an ")) and last.endswith(("er", "or"))
    return (
        ((is_doer and last not in vocab.DOCUMENT_NOUNS) or last.endswith(vocab.SURE_PERSON_ENDINGS))
        and last not in vocab.DAYS
        and last not in vocab.BODY_KINDS
        and last not in vocab.FEATURES
    )


def role_words(prose: Prose, referent: Referent) -> frozenset[str]:
    """All words of all roles that the article gives a referent, in lower case and full ("sen" is "senator")."""
    found: set[str] = set()
    for name in referent.occurrences[:6]:
        for word in role_at(prose, name).lower().replace("’", "'").split():
            found.add(full_noun(word.strip(".,'").removesuffix("'s")))
    return frozenset(found)


def full_noun(noun: str) -> str:
    """One word for the forms of a role noun: spokeswoman and spokesman, Sen. and senator."""
    return vocab.ROLE_FORMS.get(noun, noun)


def forms_of(noun: str) -> tuple[str, ...]:
    """All forms in lower case of the word that `full_noun` gives."""
    return (noun, *[form for form, full in vocab.ROLE_FORMS.items() if full == noun and form != noun])
