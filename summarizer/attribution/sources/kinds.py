"""The source kind of a mention that keeps its own words, since it names nobody."""

from __future__ import annotations

from typing import TYPE_CHECKING

from summarizer.attribution.sources import vocabulary as vocab
from summarizer.attribution.sources.mentions import kind_of
from summarizer.text.words import word_set

if TYPE_CHECKING:
    from summarizer.attribution.sources.phrase import Phrase
    from summarizer.contract.draft import SourceKind

_NAMELESS = word_set("sources.persons.nameless")
_GROUPS = word_set("sources.body_words.groups")
_ARMED = word_set("sources.body_words.armed")
_ARMED_BEFORE = _ARMED | {word for word, kind in vocab.BODY_KINDS.items() if kind == "armed_group"}
_MILITARY_COALITIONS = word_set("sources.body_words.before_military_coalition")
_RULERS = word_set("sources.name_parts.owners", "sources.titles.rulers")
_COMPOUNDS = word_set("sources.callings.compounds")
_COUNSEL = ("lawyer", "attorney", "solicitor", "barrister")


def kind_of_phrase(phrase: Phrase) -> SourceKind:
    """The source kind of a mention that keeps its own words."""
    head = phrase.head
    if phrase.joined and phrase.name is not None:
        is_crowd = phrase.name.sort in ("single", "organization") and vocab.is_personal(phrase.last)
        return "anonymous" if is_crowd else kind_of(phrase.name.sort)  # "Shops and customers"
    if head in vocab.WITNESS_NOUNS:
        return "witness"
    if phrase.joined and vocab.is_personal(phrase.last):
        return "anonymous"  # "businesses and residents"
    if _is_counsel(phrase) or (head in vocab.PERSON_TITLES and not phrase.determiner and head not in _NAMELESS):
        return "person"  # "Hale's lawyers", "Finance Secretary"
    if head in vocab.ROLE_NOUNS and phrase.is_definite and head not in _NAMELESS:
        return _kind_of_role(phrase)
    body = kind_of_body(phrase)
    if vocab.is_personal(head) and body != "armed_group" and (head in vocab.PERSON_NOUNS or body != "government"):
        return "anonymous"
    is_document = not vocab.DOCUMENT_NOUNS.isdisjoint((head, vocab.singular(head)))
    return body or ("document" if is_document else "anonymous")


def _is_counsel(phrase: Phrase) -> bool:
    """Whether it is somebody's lawyers."""
    is_known = phrase.owner is not None or (phrase.is_definite and bool(phrase.words))
    return is_known and vocab.singular(phrase.head) in _COUNSEL


def kind_of_body(phrase: Phrase) -> SourceKind | None:
    """The kind of body that a mention's head and the words before it show, None where its head is not a body."""
    head = phrase.head
    if head in vocab.HOUSEHOLDS:
        return "person"
    if head == "office" and not _RULERS.isdisjoint(phrase.words):
        return "government"
    if head == "research" and not phrase.words:
        return None  # a paper, beside "Tarn Research"
    if head == "force" and not phrase.words:
        return "government"  # alone it is mostly the police
    if head in _GROUPS and not _ARMED_BEFORE.isdisjoint(phrase.words):
        return "armed_group"
    parts = {part for word in phrase.words for part in word.split("-")}
    if head == "coalition" and not _MILITARY_COALITIONS.isdisjoint(parts):
        return "military"
    return vocab.BODY_KINDS.get(head) or vocab.BODY_KINDS.get(vocab.singular(head))


def _kind_of_role(phrase: Phrase) -> SourceKind:
    """The kind of somebody that the article knows but does not name: "the colonel", "the army spokesman"."""
    if phrase.head in vocab.RANK_NOUNS and " ".join((*phrase.words[-1:], phrase.head)) not in _COMPOUNDS:
        return "military"  # "the colonel", but not "the attorney general"
    bodies = [vocab.BODY_KINDS[word] for word in phrase.words if word in vocab.BODY_KINDS]
    return bodies[-1] if bodies and phrase.head.startswith("spokes") else "person"
