"""Says who a person is where a summary names them first: in the words in which the article does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from summarizer.attribution import tags
from summarizer.attribution.lexicon import load_lexicon
from summarizer.attribution.sources import read_cast
from summarizer.attribution.sources.prose import lower_case
from summarizer.attribution.sources.vocabulary import OFFICE_WORDS, PERSON_TITLES, ROLE_NOUNS
from summarizer.contract.article import ReadOnce
from summarizer.text.occurrences import find_all
from summarizer.text.words import either, word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.attribution.sources import SourceName
    from summarizer.contract.article import Article

_LONGEST = 90  # characters of a role; what is longer is a life
_BEFORE = 40  # characters before a name in which its role may stand
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_ADJACENT = re.compile(r"([^\W\d_]+)\.? $")
_APPOSED = re.compile(r", (?:(?:an?|the|whose?|then|now|[a-z][\w-]+ of)\b|\d{1,3}\b)| \(|,? (?:of|from) [A-ZÀ-Þ]")
VERBS = frozenset({tags.PAST, tags.AUXILIARY, tags.MODAL, tags.ED_FORM, tags.S_FORM, tags.COORDINATOR})
SUFFIXES = frozenset({"Jr", "Sr", "II", "III", "IV"})
_OPEN = ("“", '"', "’", "'")
# "Ana Moll, who runs the mill,": what she does or did, and not what she did on the day
_WHO = re.compile(rf", (who (?:{either('drafts.summary.doing')})\b[^,;:.“”\"()]{{3,80}})[,.]")
# "Ana Moll of the Kelp Guild said"
_OF = re.compile(
    r" (of (?:the )?[A-ZÀ-Þ][\w’'&-]*(?: (?:(?:of|for|on|and|the|de) )*[A-ZÀ-Þ][\w’'&-]*)*)"
    r"(?=[,;]| (?:said|says|told)\b)"
)
_HEADS = ROLE_NOUNS | OFFICE_WORDS | word_set("drafts.summary.persons")
_PROPER = word_set("sources.places.adjectives")  # "Republican", though it may be a noun for a person
_PARTICLES = word_set("sources.name_parts.particles")
# "Kell Water's Ana Moll", "the Kelp Guild's"
_OWNER = re.compile(r"(?:^|(?<=[ “(]))((?:[Tt]he )?[A-ZÀ-Þ][\w&-]*(?: (?:of |the |for )*[A-ZÀ-Þ][\w&-]*){0,4}[’']s) \Z")
# "the guild's head, Ana Moll"
_ROLE_AND_COMMA = re.compile(
    rf"\b(?:[Tt]he|[Ii]ts|[Tt]heir|[Aa]n?|\w+[’']s?) (?:[\w’'&-]+ ){{0,6}}(?:{'|'.join(sorted(_HEADS))})"
    r"(?: (?:of|for|at|in) [^,“”\"]{2,50})?, \Z"
)
_HONORIFICS = word_set("sources.titles.honorifics")
_DEGREES = word_set("sources.titles.degrees")
_BESIDE_ROLES = word_set("drafts.summary.beside_roles")
_NAME = re.compile(r"(?:[A-ZÀ-Þ][\w’'-]+ )+[A-ZÀ-Þ][\w’'-]+")
_TITLE = re.compile(r"[A-ZÀ-Þ][\w’'-]+\.?")  # one word: "Secretary Ana Moll" is said, never "Ana Moll, Secretary"
_THEIR = re.compile(r"\b(?:h(?:is|er)|its|their|my|our) (?:\w+ )?\Z")
_AFTER_QUOTE = re.compile(r"[”\"’'] ((?:[a-z][a-z-]+ ){1,3})\Z")
_THE = re.compile(r"\bthe \Z")
_DESCRIBING = re.compile(r"(?:ive|ing|ed|ous|time)$")  # "Presumptive", "Outgoing", "Retired": no name
_GOES_ON = re.compile(r"\w| (?:[“\"‘]|'')")
_CUT_SHORT = re.compile(r"\b(?:\w|St|Mt|Ft)$|[(“\"]|''")


def with_role(article: Article, who: SourceName, name: str, before: str, after: str) -> str:
    """A person's name with what the article calls them, in one of the two places in which the article may put it.

    `before` and `after` are the words of the line around the name: where they say who it is, the name stands alone.
    """
    role = who.role
    if not role or role.lower().rstrip(".") in _DEGREES:  # "Dr" says little
        introduced = _without_office(article, role, name, before, after)
        if introduced:
            return introduced
    if (
        not role
        or " " not in name
        or len(role) > _LONGEST
        or _CUT_SHORT.search(role)
        or role.lower() in _BESIDE_ROLES
        or surname(name) in role
        or _is_told(role, before, after)
    ):
        return name
    if _read_roles(article).is_cut(role):
        return name
    start, comma, end = role.rpartition(", ")
    if comma and end.lower().rstrip(".") in PERSON_TITLES:
        role = start  # "Minister of Trade, Senator"
    if _TITLE.fullmatch(role):
        return name if _is_only_addressed(article, f"{role} {surname(name)}") else f"{role} {name}"
    told = _read_roles(article).beside(role, name)
    if told.before:
        if _is_attribute(after):
            return name
        role = told.before
        return (
            f"{role[:1].lower() + role[1:] if before.strip() and _read_roles(article).is_common(role) else role} {name}"
        )
    if not told.behind or not _has_room(after) or before.endswith(_OPEN):
        return name  # a possessive takes no apposition
    return f"{name}, {told.behind}" if after[0] in ",.;" else f"{name}, {told.behind},"


def _without_office(article: Article, role: str, name: str, before: str, after: str) -> str:
    """A name with what its bearer does behind it, or whose they are before it; empty where neither is told."""
    clause = _clause_behind(article, name, before, after)
    if clause:
        called = f"{role} {name}" if role and not before.endswith(f"{role} ") else name
        return f"{called}{clause}"
    owner = "" if role else _owner(article, name, before)
    return f"{owner} {name}" if owner else ""


def _clause_behind(article: Article, name: str, before: str, after: str) -> str:
    """What an article says that a person does, or of what they are, as it may stand behind their name in a line."""
    if " " not in name or not _has_room(after) or before.endswith(_OPEN) or _APPOSED.match(after):
        return ""
    clause = _read_roles(article).clause(name)
    if not clause or clause.startswith("of "):
        return f" {clause}".rstrip()
    return f", {clause}" if after[0] in ",.;" else f", {clause},"


def _owner(article: Article, name: str, before: str) -> str:
    """The body whose an article says that a person is where it first names them, "Kell Water's Ana Moll"."""
    if " " not in name or before.endswith(("’s ", "'s ", *_OPEN)) or _ADJACENT.search(before):
        return ""
    owner = _read_roles(article).owner(name)
    return owner[:1].lower() + owner[1:] if before.strip() and owner.startswith("The ") else owner


def _is_only_addressed(article: Article, called: str) -> bool:
    """Whether a person is called so only by those who speak to somebody of the name: "President Moll, thank you"."""
    places, cast, end = list(find_all(article.text, called)), read_cast(article), len(called)
    return bool(places) and all(article.text[at + end : at + end + 1] == "," and cast.is_quoted(at) for at in places)


def surname(name: str) -> str:
    """The last word of a person's name, with the one before it where that is "Le", and where the last is "Jr."."""
    words = name.split()
    first = len(words) - (2 if words[-1].rstrip(".") in SUFFIXES and len(words) > 1 else 1)
    if first > 1 and words[first - 1].lower() in _PARTICLES:
        first -= 1  # "Le Pen"
    return " ".join(words[first:])


def is_introduced(text: str, name: str) -> bool:
    """Whether a line says who a person is whom it names in full: right before the name, or right behind it."""
    before, found, after = text.partition(name)
    if not found:
        return False
    adjacent = _ADJACENT.search(before)
    word = adjacent[1].lower() if adjacent else ""
    if _ROLE_AND_COMMA.search(before) is not None:
        return True
    is_noun = bool(word) and load_lexicon().tags.get(word, tags.NOUN) == tags.NOUN and not word.endswith("ly")
    return is_noun or word in _HEADS or word in _HONORIFICS or _APPOSED.match(after) is not None


class _Told(NamedTuple):
    """A person's role as an article writes it before their name, empty where it does not, and behind it."""

    before: str
    behind: str


class _Roles:
    """How an article writes roles beside names: each is looked for once, though many lines may name one person."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._lower = lower_case(text)
        self._known: dict[tuple[str, str], _Told] = {}
        self._clauses: dict[str, str] = {}
        self._owners: dict[str, str] = {}

    def beside(self, role: str, name: str) -> _Told:
        """How a role of the article is written beside the name of its bearer."""
        if (role, name) not in self._known:
            self._known[role, name] = self._before(role, name) or self._behind(role, name)
        return self._known[role, name]

    def clause(self, name: str) -> str:
        """The clause that says what a person of this name does, or of which body they are; empty where none does."""
        if name not in self._clauses:
            ends = [at + len(name) for at in find_all(self._text, name)]
            tried = (pattern.match(self._text, end) for pattern in (_WHO, _OF) for end in ends)
            found = next(filter(None, tried), None)
            self._clauses[name] = found[1] if found else ""
        return self._clauses[name]

    def owner(self, name: str) -> str:
        """Whose a person of this name is where they are first named, "the guild's", by the words before the name."""
        if name not in self._owners:
            at = self._text.find(name)
            found = _OWNER.search(self._text, max(0, at - _BEFORE), at) if at > 0 else None
            self._owners[name] = found[1] if found else ""
        return self._owners[name]

    def is_cut(self, role: str) -> bool:
        """Whether a role ends within a word of the article wherever it stands, or before a title in quotation marks."""
        low = lower_case(role)
        ends = [at + len(low) for at in find_all(self._lower, low)]
        return bool(ends) and all(_GOES_ON.match(self._lower, end) for end in ends)

    def is_common(self, role: str) -> bool:
        """Whether a role begins with a capital only because a sentence does: "Analyst", not "Mayor" or "Lund"."""
        word = role.partition(" ")[0]
        if word == "Former":
            return True
        if word.lower() in PERSON_TITLES or not word[1:].islower():
            return False
        if re.search(rf"[\w,] {re.escape(word)}\b", self._text) is not None:
            return False  # within sentences, too
        if f" {word.lower()} " in self._text:
            return True
        return word.lower() not in _PROPER and (word.lower() in _HEADS or _DESCRIBING.search(word) is not None)

    def _before(self, role: str, name: str) -> _Told | None:
        """The role as it stands right before the name where the two first stand side by side."""
        at, beside = self._find_first([f"{role} {name}", f"{role}, {name}"])
        if at < 0 or beside.startswith(f"{role},"):
            return None
        if _THEIR.search(self._lower, max(0, at - _BEFORE), at):
            return _Told("", "")  # "her rival Ana Moll" is a rival of somebody whom the line may not name
        the = "the " if _THE.search(self._lower, max(0, at - 5), at) else ""
        words = self._text[at : at + len(role)]
        kind = _AFTER_QUOTE.search(self._text, max(0, at - _BEFORE), at)  # "“No,” harbour board head Ana Moll said"
        if kind is not None and not any(load_lexicon().tags.get(word) in VERBS for word in kind[1].split()):
            return _Told(kind[1] + words[:1].lower() + words[1:], "")
        return _Told(the + words, "")

    def _behind(self, role: str, name: str) -> _Told:
        """The role as it stands behind the name and a comma, with its article; as it is given where it does not."""
        at, beside = self._find_first([f"{name}, {article}{role}" for article in ("", "a ", "an ", "the ")])
        if at >= 0:
            return _Told("", self._text[at + len(name) + 2 : at + len(beside)])
        # "Ana Moll, 61, a miller in Varn": her age stands between
        _, apart = self._find_first([f", {article} {role}" for article in ("a", "an", "the")])
        is_the = not apart and lower_case(f"the {role}, {name}") in self._lower  # "the Kell leader, Ana Moll"
        return _Told("", apart[2:] or (f"the {role}" if is_the else role))

    def _find_first(self, wordings: Sequence[str]) -> tuple[int, str]:
        """Where one of some wordings first stands, in any case, and which of them; -1 where none does."""
        places = [(at, one) for one in wordings if (at := self._lower.find(lower_case(one))) >= 0]
        return min(places, default=(-1, ""))


@ReadOnce
def _read_roles(article: Article) -> _Roles:
    return _Roles(" ".join(article.text.split()))


def _has_room(after: str) -> bool:
    """Whether what follows a name leaves room for an apposition: a stop or a verb, no noun ("Ana Moll stock rose")."""
    word = next(iter(after.split()), "").rstrip('.,;!?”"')
    if not word or not after[0].isspace():
        return after[:1] in (",", ".", ";")
    return load_lexicon().tags.get(word) in VERBS or word.endswith(("ed", "s", "ly"))


def _is_attribute(after: str) -> bool:
    """Whether a name stands before the noun that it belongs to: "Moll spokeswoman Ada Lund", "the Moll years"."""
    word = next(iter(after.split()), "").rstrip(".,;")
    if not after[:1].isspace() or not word.isalpha() or not word.islower():
        return False
    return load_lexicon().tags.get(word, tags.NOUN) == tags.NOUN and not word.endswith(("ed", "s", "ly"))


def _is_told(role: str, before: str, after: str) -> bool:
    """Whether a line says who a person is: before the name, behind it, or by a word of the role itself."""
    adjacent = _ADJACENT.search(before)
    if adjacent is not None:
        word = adjacent[1].lower()
        if word not in {"mr", "mrs", "ms", "miss", "dr"} and (word in _HEADS or word in _HONORIFICS):
            return True
    if _APPOSED.match(after):
        return True
    if any(name in before for name in _NAME.findall(role)):
        return True  # "the Kelp Union's Ana Moll", who is "head of the Kelp Union"
    words = {word.lower() for word in _WORD.findall(f"{before[-_BEFORE:]} {after[:_LONGEST]}")}
    named = [word.lower() for word in _WORD.findall(role)]
    heads = [word for word in named if word in _HEADS] or named[-1:]
    return any(head in words for head in heads)
