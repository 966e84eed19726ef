"""What an article calls a person: the titles before the name and the apposition after it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.text.words import read_words, split_forms, word_set, wordings

if TYPE_CHECKING:
    from summarizer.attribution.sources.mentions import Occurrence, Referent
    from summarizer.attribution.sources.prose import Prose

_APPOSED = wordings("sources.wordings.apposed_role")
_APPOSED_BEFORE = re.compile(
    r"(?:^|[\s“])(?:as\s)?(?:(?:the|an?|another)\s)?([^,.;:()“”\"\n]{3,80}),\s$", re.IGNORECASE
)
_LAST_DETERMINED = re.compile(r".*(?<!\band)\s(?:the|an?|its|his|her|their|our|my)\s(.+)")
_DETERMINER = re.compile(r"\A(?:the|an?|another|its|his|her|their|our)\s+", re.IGNORECASE)
_NEXT_CLAUSE = re.compile(rf"\s(?:{vocab.any_of(word_set('sources.grammar.role_ends'))})\b.*", re.DOTALL)
_COMPLEMENT = re.compile(rf"\s(?:{vocab.any_of(word_set('sources.grammar.role_complements'))})\s")
_CLAUSAL = re.compile(rf"\w\s(?:{vocab.any_of(word_set('sources.grammar.clausal'))})\s")
_SAYING = re.compile(r"\s(?:said|says|told|added|wrote)\b")
_DOING = re.compile(
    rf"(?!{vocab.any_of(word_set('sources.grammar.of_offices'))})[a-z]+ing\s.*\b(?:an?|the|his|her|its|their)\s"
)  # "Poe, courting a rival"
_PARTICLES = word_set("sources.name_parts.particles")
_NO_ROLE = word_set("sources.grammar.no_role")
_ROLE_WORDS = word_set("sources.grammar.role_words")
_DEGREES = word_set("sources.titles.degrees")
_HONORIFICS = word_set("sources.titles.honorifics")
_ROLE_FORMS = split_forms(read_words("sources")["role_forms"]["all"])
_BEHIND_ROLES = _HONORIFICS | word_set("sources.titles.behind_roles")
_WORK = re.compile(r"\A[^”]*”\s")  # “Mrs Tarrow” actress
_NO_ROLES = _HONORIFICS | {"one", "another"}
_HONOURABLE = re.compile(r",?\s(?:the\s)?(?:(?:Right|Rt\.?)\s)?Hon(?:ou?rable|\.)?\Z")
_NO_ROLE_NOUNS = vocab.DAYS | vocab.BODY_KINDS.keys() | vocab.FEATURES
_OPENING = word_set("sources.grammar.possessives", "sources.grammar.openings")
_AFTER_APPOSED = ("", ",", ".", ";", "\n")  # "They thanked the keeper, Ann Poe."
_MARKS = frozenset('“”"«»')
_MOST_WORDS_OF_ROLE = 6
# "The minister of health Ann Poe", as translating machines write.
_OFFICE_OF = re.compile(
    rf"\b[Tt]he\s((?:{vocab.any_of(word_set('sources.callings.offices_of'))})\sof\s(?:the\s)?(?:[a-z]+\s){{0,2}}?([a-z]+))\s\Z"
)
_REACH = 90  # how far before a name its role's words can stand at most


def role_of(prose: Prose, referent: Referent) -> str:
    """What the article calls a referent where it first calls it anything; empty when it never does."""
    return next(filter(None, (role_at(prose, name) for name in referent.occurrences[:8])), "")


def role_at(prose: Prose, name: Occurrence) -> str:
    """What the article calls the bearer of this name at this place; empty when nothing."""
    before = role_before(prose, name)
    if before and not is_degree(before):
        return before
    return role_after(prose, name) or before  # "Dr Ann Poe, a surgeon in Lund": what she does tells more


def is_degree(role: str) -> bool:
    """Whether a role tells no more than that its bearer has studied or teaches."""
    return role.lower().rstrip(".") in _DEGREES


def tidy_role(words: str) -> str:
    """Take the determiner, commas and mere honorifics off a role."""
    if not words:
        return ""
    words = _WORK.sub("", " ".join(words.split()).strip(" ,"))
    words = _DETERMINER.sub("", _HONOURABLE.sub("", words), count=1)
    *rest, last = words.split() or [""]
    # "Former mayor Mr. Poe" is one still; "an emotional Mr. Poe" is not.
    if rest and last.lower().strip(".") in _BEHIND_ROLES:
        words = " ".join(rest) if _heads_person(" ".join(rest)) else last
    is_owner = words.endswith(("’s", "'s")) or words in _PARTICLES  # "the Post's Ann Poe", "[de] Blasio"
    return "" if is_owner or words.lower().replace(".", "") in _NO_ROLES else words


def role_before(prose: Prose, name: Occurrence) -> str:
    """The titles and role words straight before a name: "Senator", "army spokesman Colonel"."""
    text, lead = prose.text, name.lead
    floor = max(prose.sentences[name.sentence].start, lead - _REACH)
    if text.endswith(", ", floor, lead):
        return _role_before_comma(prose, name, text[floor:lead])
    titles = text[lead : name.start]
    words = text[floor:lead].split(" ")
    # After the last blank nothing stands; where there is none, the word goes on into the name.
    before = words[:-1] if not words[-1] else []
    first = len(before)
    is_titled = bool(titles) and titles.lower().strip(" .") not in _HONORIFICS  # "an emotional Mr. Poe" has no role
    while (
        first and before[first - 1] and _is_role_word(before[first - 1], is_last=first == len(before) and not is_titled)
    ):
        if before[first - 1].lower() == "and" and not _ends_role(before[: first - 1]):
            break  # of "Ann Poe and Senator Bob Roe"
        first -= 1
    if first == len(before) and not titles:
        office = _OFFICE_OF.search(text, floor, lead)
        return tidy_role(office[1]) if office is not None and not vocab.is_personal(office[2].lower()) else ""
    while first < len(before) and before[first].lower() in ("and", "of", "for", "in", "at", "from", "to", "by", "on"):
        first += 1
    return tidy_role(" ".join([*before[first:], titles]))


def begins_with_role(prose: Prose, name: Occurrence, start: int = -1) -> bool:
    """Whether a sentence begins with a name or with its bearer's role: "Ostby council leader Ann Poe has spoken".

    With `start`, whether what begins at that offset does.
    """
    before = prose.text[prose.sentence_starts[name.sentence] if start < 0 else start : name.lead]
    before = before.lstrip("([“‘\"'")
    if before.endswith(", ") and prose.text[name.end : name.end + 1] == ",":
        before = before[:-2]  # "The agency's engineer, Ann Poe, left"
    words = before.split()
    if words and words[0].lower() in _OPENING:
        words = words[1:]  # "Then Ann Poe rose", "Her deputy, Ann Poe, was"
    if len(words) > _MOST_WORDS_OF_ROLE or any(word[-1] in ",;:" for word in words):
        return False
    last = len(words) - 1
    return all(
        _is_role_word(word, is_last=at == last) or word == "The" or word.endswith(("’s", "'s"))
        for at, word in enumerate(words)
    )


def _ends_role(words: list[str]) -> bool:
    """Whether the last of some words is a noun for a role, and not somebody's name."""
    return bool(words) and words[-1].lower().strip(".,") in vocab.ROLE_NOUNS


def _is_role_word(word: str, *, is_last: bool) -> bool:
    if not _MARKS.isdisjoint(word):
        return False
    low = word.lower().replace("’", "'").removesuffix("'s").replace(".", "").removeprefix("then-")
    if low in vocab.PERSON_NOUNS or low in vocab.TRADES or (low in vocab.PERSON_TITLES and low not in _HONORIFICS):
        return True
    if is_last or word[-1:] in ",;:.":
        return False
    if low in _ROLE_WORDS or low in vocab.NATIONS or low in vocab.BODY_KINDS:
        return True
    return word[:1].isupper() and low not in vocab.NEVER_FIRST and low not in vocab.DAYS


def _role_before_comma(prose: Prose, name: Occurrence, before: str) -> str:
    """The role in "The army's spokesman, Ann Poe, said"."""
    titles = prose.text[name.lead : name.start]
    if prose.text[name.end : name.end + 1] not in _AFTER_APPOSED:
        return tidy_role(titles)
    match = _APPOSED_BEFORE.search(before)
    words = match[1] if match is not None and not match[1].startswith("other of") else ""  # "another of them, Ann Poe,"
    nearest = _LAST_DETERMINED.match(words)
    if nearest is not None and _heads_person(nearest[1]):
        words = nearest[1]  # "She came with her lawyer, Ann Poe,"
    while " the " in words and not _heads_person(words):
        words = words.partition(" the ")[2]
    if not _heads_person(words):
        return tidy_role(titles)
    is_party = titles.strip().lower() in vocab.ADJECTIVES  # "the mayor's opponent, Republican Ann Poe,"
    return tidy_role(words if is_party else f"{words} {titles}")


def role_after(prose: Prose, name: Occurrence) -> str:
    """The role in the apposition after a name: "Ann Poe, a surgeon in Ostby,"."""
    match = _APPOSED.match(prose.text, name.end)
    if match is None or prose.is_quoted(name.start) or _is_apposed(prose, name):
        return ""  # "The mayor, Ann Poe, thanked the keeper": what follows is what she does
    words = _NEXT_CLAUSE.sub("", match[1])
    if len(words) == len(match[1]) and prose.text[match.end() : match.end() + 1].strip(',.;:—()“”"\n'):
        words = words.partition(" and ")[0]  # it is longer than a role is read: the first of two
    first = words.split(maxsplit=1)[:1]
    if _SAYING.match(match[1], len(words)) or _DOING.match(words):
        return ""  # "on Ann Poe, her aide said": the aide says something
    if not first or first[0].lower() in _NO_ROLE or (words[0].isupper() and " " not in words):
        return ""
    return tidy_role(words) if _heads_person(words) else ""


def _is_apposed(prose: Prose, name: Occurrence) -> bool:
    """Whether a name stands between commas behind what its bearer is: "the mayor, Ann Poe,"."""
    floor = max(prose.sentences[name.sentence].start, name.lead - _REACH)
    return prose.text.endswith(", ", floor, name.lead) and role_before(prose, name) != ""


def _heads_person(words: str) -> bool:
    """Whether the head of a phrase is a noun for a person ("an official from the Front")."""
    if _CLAUSAL.search(words):
        return False
    head = _COMPLEMENT.split(words.strip(), maxsplit=1)[0].split()
    if not head or words.lower().startswith(("one of", "in ", "on ", "at ", "of ", "from ")):
        return False
    last = head[-1].lower().strip(".")
    if last in vocab.ROLE_NOUNS or last in vocab.TRADES:
        return True
    # "a keeper", and "publisher of the Kestrel": no thing stands so behind a person's name
    is_one = words.lower().startswith(("a ", "an ")) or (head[-1].islower() and len(words.split()) > len(head))
    is_doer = is_one and last.endswith(("er", "or"))
    is_person = (is_doer and last not in vocab.DOCUMENT_NOUNS) or last.endswith(vocab.SURE_ENDINGS)
    return is_person and last not in _NO_ROLE_NOUNS


def full_noun(noun: str) -> str:
    """One word for the forms of a role noun: spokeswoman and spokesman, Sen. and senator."""
    return _ROLE_FORMS.get(noun, noun)
