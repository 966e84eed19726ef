"""Loads the lexicon of cues and the closed word classes, and inflects their verbs."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple, cast

if TYPE_CHECKING:
    from collections.abc import Iterator

    from summarizer.contract.draft import Stance
    from summarizer.contract.statement import Certainty


class Cue(NamedTuple):
    """One entry of the lexicon in one form: the lemma, the words that must follow its head, and what it takes."""

    lemma: str
    family: str
    kind: str
    form: str
    rest: tuple[str, ...]
    frames: frozenset[str]
    stance: Stance
    certainty: Certainty


class Lexicon(NamedTuple):
    """Cues by the lower-case form of their first word, longest first, and a tag for each known word."""

    cues: dict[str, tuple[Cue, ...]]
    tags: dict[str, str]

    @property
    def plain_saying(self) -> Cue:
        """The cue of statements that no word attributes: a colon, a line before or after."""
        return self.cues["said"][0]


# Examples are for the tests; a start-up need not parse them.
EXAMPLES = re.compile(r"^examples = \[\n.*?^\]\n", re.MULTILINE | re.DOTALL)


CERTAINTIES = ("firm", "hedged", "believed")


@cache
def _read(name: str) -> dict[str, Any]:
    text = Path(__file__).with_name(name).read_text("utf-8")  # importlib.resources costs 10 ms to import
    return tomllib.loads(EXAMPLES.sub("", text))


@cache
def word_set(name: str) -> frozenset[str]:
    """A closed set of words from words.toml."""
    return frozenset(_read("words.toml")["sets"][name].split())


VOWELS = "aeiou"
DOUBLED = word_set("doubled")


def _third(base: str) -> str:
    if base.endswith(("s", "sh", "ch", "x", "z", "o")):
        return base + "es"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ies"
    return base + "s"


def _past(base: str) -> str:
    if base.endswith("e"):
        return base + "d"
    if base.endswith("y") and base[-2] not in VOWELS:
        return base[:-1] + "ied"
    return base + base[-1] + "ed" if base in DOUBLED else base + "ed"


def _gerund(base: str) -> str:
    if base.endswith("ie"):
        return base[:-2] + "ying"
    if base.endswith("e") and not base.endswith(("ee", "oe", "ye")) and base != "be":
        return base[:-1] + "ing"
    return base + base[-1] + "ing" if base in DOUBLED else base + "ing"


def inflect(entry: str) -> dict[str, str]:
    """Forms of a verb by name: base, s, past, part, ing; `entry` is "base", "base/past" or "base/past/participle"."""
    base, *irregular = entry.split("/")
    past = irregular[0] if irregular else _past(base)
    return {
        "base": base,
        "s": "has" if base == "have" else _third(base),
        "past": past,
        "part": irregular[1] if len(irregular) > 1 else past,
        "ing": _gerund(base),
    }


def _heads(entry: str) -> tuple[str, tuple[str, ...]]:
    """Split "shoot_back/shot_back" into "shoot/shot" and ("back",)."""
    parts = [p.split("_") for p in entry.split("/")]
    return "/".join(p[0] for p in parts), tuple(parts[0][1:])


def _forms(kind: str, head: str) -> dict[str, str]:
    if kind == "noun":
        return {"noun": head, "nouns": _third(head)}
    if kind != "verb":
        return {kind: head}
    forms = inflect(head)
    # put and read are past as often as present, and their context tells no more about the one than the other
    return {n: f for n, f in forms.items() if n != "base"} if forms["base"] == forms["past"] else forms


def _certainty(family: str, spec: dict[str, Any]) -> Certainty:
    certainty = spec.get("certainty", "firm")
    if certainty not in CERTAINTIES:
        raise ValueError(f"cues.toml: [{family}] has certainty {certainty!r}; it is one of {', '.join(CERTAINTIES)}")
    return cast("Certainty", certainty)


def _entries(family: str, spec: dict[str, Any]) -> Iterator[tuple[str, Cue]]:
    certainty = _certainty(family, spec)
    stance = cast("Stance", spec["stance"])
    frames = frozenset(spec.get("frames", "").split())
    kind = spec["kind"]
    wanted = spec.get("forms", "").split()
    for word in spec["words"].split():
        head, rest = _heads(word)
        lemma = word.split("/")[0].replace("_", " ")
        seen: set[str] = set()
        for form, text in _forms(kind, head).items():
            if text not in seen and (not wanted or form in wanted):
                seen.add(text)
                yield text, Cue(lemma, family, kind, form, rest, frames, stance, certainty)


def _merge(cues: list[Cue]) -> tuple[Cue, ...]:
    """Longest first; entries of one lemma and form share their frames; the first family gives the rest."""
    merged: dict[tuple[str, str, str], Cue] = {}
    for cue in cues:
        key = (cue.lemma, cue.kind, cue.form)
        known = merged.get(key)
        merged[key] = known._replace(frames=known.frames | cue.frames) if known else cue
    return tuple(sorted(merged.values(), key=lambda c: -len(c.rest)))


def _tag_verb(tags: dict[str, str], entry: str) -> None:
    forms = inflect(_heads(entry)[0])
    past = forms["past"]
    finite = past not in {forms["part"], forms["base"]}
    tags.setdefault(forms["base"], "B")
    tags.setdefault(forms["s"], "Z")
    tags.setdefault(past, "V" if finite else "E")
    tags.setdefault(forms["part"], "E")
    tags.setdefault(forms["ing"], "G")


@cache
def load_lexicon() -> Lexicon:
    """Read the two data files; worked out once a process."""
    words = _read("words.toml")
    tags: dict[str, str] = {}
    for tag, members in words["tags"].items():
        for word in members.split():
            tags.setdefault(word, tag)
    cues: dict[str, list[Cue]] = {}
    for family, spec in _read("cues.toml").items():
        for head, cue in _entries(family, spec):
            cues.setdefault(head, []).append(cue)
        if spec["kind"] == "verb":
            for word in spec["words"].split():
                _tag_verb(tags, word)
    for word in words["verbs"]["common"].split():
        _tag_verb(tags, word)
    tags["said"] = tags["says"] = "V"
    return Lexicon({head: _merge(entries) for head, entries in cues.items()}, tags)
