"""Text that tries to talk the reader's model into something, and links that an article does not hold.

An article is data. What looks like an instruction is reported as a check, never obeyed and never removed from the
evidence, which stays the article's own characters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from summarizer.fold import INVISIBLE, letters_alone

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence


class Suspect(NamedTuple):
    """Code points `start` to `end` of a text that look like an instruction to a model, and why."""

    start: int
    end: int
    why: str


_MODEL = (
    r"(?:AI|A\.I\.|LLMs?|(?:large )?language models?|chatbots?|summari[sz]ers?|AI (?:assistants?|models?|systems?))"
)
_ORDER = r"(?:instructions?|prompts?|rules|guidelines|directives?)"
# Each: why, keys of which one stands in the wording (rare ones: they decide how much is looked at), and the wording. A
# key in Latin letters begins a word; all is compared in lower case.
_WORDINGS: Final = tuple(
    (why, keys, re.compile(pattern.lower()))
    for why, keys, pattern in (
        (
            "tells the reader to ignore its instructions",
            ("ignor", "disregard", "forget ", "overrid", "bypass", "discard "),
            rf"\b(?:ignore|disregard|forget|override|bypass|discard)\b[^.!?\n]{{0,30}}(?:\b(?:previous|prior"
            rf"|above|earlier"
            rf"|preceding|foregoing|system|initial|original|existing|safety|your)\b[^.!?\n]{{0,30}}\b{_ORDER}\b"
            rf"|\b{_ORDER}\s+(?:above|before|you (?:were|have been) given|given (?:to you|above|before))\b"
            r"|\b(?:everything|all|anything)\b[^.!?\n]{0,12}\b(?:(?:you (?:were|have been) )?told|above"
            r"|before this)\b)",
        ),
        (
            "gives the reader new instructions",
            ("instruc", "now on", "your "),
            r"\b(?:new|updated|real|actual|additional) instructions?\s*(?::|for you\b)|\bfrom now on,? you (?:are"
            r"|will|must"
            r"|should)\b|\byour (?:new|only|real|actual) (?:task|job|role|instructions?|goal)\b"
            r"|\byour (?:instructions|task) (?:have|has) (?:changed|been)\b",
        ),
        (
            "speaks as or to a language model",
            ("ai ", "ai,", "ai:", "a.i.", "llm", "language model", "chatbot", "summar", "gpt", "chatgpt", "assistant"),
            rf"\bas an? {_MODEL}\b,? (?:I|you|language)\b|\bas an AI language model\b"
            rf"|\byou are (?:now )?(?:an? )?(?:helpful |new |unrestricted |obedient )?(?:{_MODEL}|assistant"
            rf"|ChatGPT|DAN)\b"
            rf"|\bif you are (?:an? )?(?:{_MODEL}|assistant)\b"
            rf"|\b(?:note|notice|message|attention|instructions?|warning|important)\b[^.!?\n]{{0,20}}\b(?:to|for)\b"
            rf"[^.!?\n]{{0,12}}\b{_MODEL}\b|\b(?:attention|dear|hey|hello)[,:]? {_MODEL}\b"
            rf"|\b{_MODEL}\b[^.!?\n]{{0,24}}\b(?:reading|processing|summari[sz]ing|parsing) th(?:is|e) (?:page"
            rf"|text|article"
            r"|document)\b"
            r"|\b(?:summar(?:y|ies) of|(?:machines?|models?|bots?|software|programs?|anything|whatever|whoever)"
            r"(?: that| which| who)? (?:summari[sz]\w+|summing up)) this (?:page|text|article|story)"
            r"\b[^.!?\n]{0,20}\b(?:must|should|shall|ha(?:s|ve) to|needs? to)\b",
        ),
        (
            "asks for the prompt",
            ("prompt", "instruc"),
            r"\b(?:reveal|print|repeat|show|output|leak|disclose|display)\b[^.!?\n]{0,20}\b(?:your|the system"
            r"|the hidden"
            r"|the above) (?:\w+ )?(?:prompts?|instructions?)\b",
        ),
        (
            "dictates the answer",
            ("summar", "your ", "abstract", "key point", "json", "output", "claims list", "respond ", "reply "),
            r"(?:^|[.!?:;\n\"“(>*-]\s*|\b(?:please|must|always|you (?:must|should|will)|now|then|and|instead)\s)(?:add"
            r"|include|insert|put|write|append|output|respond|reply|answer|return|print|say|set|mark|place|begin"
            r"|end|start"
            r"|finish|replace)\b[^.!?\n]{0,80}?\b(?:(?:your|this|each|every) (?:summary|answer|response|output"
            r"|headline|abstract"
            r"|reply|key points?|json)|the (?:summary|headline field|abstract|json|key points?|claims list|output)"
            r"|only (?:with )?(?:the )?(?:json|words?|text|following)|with (?:only|the following|exactly|json))\b",
        ),
        (
            "asks that the article is not summarised",
            ("summar", "extract", "not quote ", "t quote ", "never quote ", "not cite ", "t cite ", "not report ",
             "t report "),
            r"\b(?:do not|don['’]t|never|stop) (?:summari[sz](?:e|ing)|extract(?:ing)?|quot(?:e|ing)|cit(?:e|ing)"
            r"|report(?:ing)?) (?:this article|any claims?|the (?:above|following|rest|article|text)"
            r"|anything (?:else|above"
            r"|from))\b",
        ),
        (
            "looks like a message of another role",
            ("system:", "system ov", "system me", "system pr", "system]", "system>", "system ins", "assistant",
             "developer", "inst]", "<", "##"),
            r"(?:^|\n)[ \t>*#\"“\[<|-]*(?:system|assistant|developer)(?: (?:message|prompt|note|override|instruction))?"
            r"[ \t]*(?:\]|>|\|>|\*\*)?[ \t]*:|(?:^|\n)[ \t]*#{2,}[ \t]*(?:system|instructions?|assistant|user)\b"
            r"|<\|[\w-]{2,30}\|>|\[/?INST\]|<</?SYS>>|\bsystem (?:override|message|prompt)[ \t]*:|\bBEGIN SYSTEM\b",
        ),
        (
            "looks like a fence around the article",
            ("``", "~~", "<", ">>>", "\n[", "of art", "of the art", "end art", "begin art", "document", "untrusted",
             "input"),
            r"```|~~~|<<<\w|\w>>>|\n\[\d{1,4}\][ \t]|</?(?:article|document|system|instructions?|prompt"
            r"|untrusted|data|input|context|text|source|user"
            r"|assistant)\b[^<>\n]{0,60}>|[-=#*_]{3,}[ \t]*(?:end|begin|start)(?: of)?(?: the)? (?:article"
            r"|document|text|data"
            r"|input|untrusted)|(?<![^\n])[ \t]*(?:END|BEGIN)(?: OF)?(?: THE)? (?:ARTICLE|DOCUMENT|INPUT"
            r"|UNTRUSTED DATA)"
            r"\b(?=[ \t]*(?:[-=#*.\n]|$))",
        ),
        (
            "looks like an answer in JSON",
            ('":', '" :'),
            r"[{,\[]\s{0,20}\"(?:claims|headline|abstract|key_points|quotes|sentence|stance|source|summary"
            r"|evidence|role"
            r"|text)\"\s{0,20}:",
        ),
        (
            "tells the reader to ignore its instructions",
            ("ignor", "инструкц", "指令", "指示", "提示", "التعليمات"),
            r"\bignor[ae]n?\b[^.!?\n]{0,20}\binstrucciones\b|\bignorez\b[^.!?\n]{0,20}\binstructions\b"
            r"|\bignorier(?:e|en)\b[^.!?\n]{0,30}\banweisungen\b|\bignore\b[^.!?\n]{0,20}\binstruções\b"
            r"|\bignora\b[^.!?\n]{0,20}\bistruzioni\b|игнорируй\w*[^.!?\n]{0,30}инструкц"
            r"|(?:忽略|无视|無視)[^。\n]{0,12}(?:指令|指示|提示)|تجاهل[^.\n]{0,20}التعليمات",
        ),
    )
)  # fmt: skip


def _alternation(words: Collection[str]) -> str:
    """A pattern of any of these words that reads each first letter once; the shorter of two that begin alike wins."""
    if "" in words:
        return ""
    rest: dict[str, set[str]] = {}
    for word in words:
        rest.setdefault(word[0], set()).add(word[1:])
    branches = [re.escape(letter) + _alternation(rest[letter]) for letter in sorted(rest)]
    return branches[0] if len(branches) == 1 else f"(?:{'|'.join(branches)})"


_KEYS = frozenset(key for _, keys, _ in _WORDINGS for key in keys)
_WORD_KEYS = tuple(sorted(key for key in _KEYS if "a" <= key[0] <= "z"))
_MARK_KEYS = tuple(sorted(_KEYS.difference(_WORD_KEYS)))
_WORD_KEY = re.compile(_alternation(_WORD_KEYS))
_AT_WORD_KEY = re.compile(f" (?={_alternation({letters_alone(key).decode() for key in _WORD_KEYS})})".encode())
_KEYED = {
    key: tuple(number for number, (_, keys, _) in enumerate(_WORDINGS) if any(one.startswith(key) for one in keys))
    for key in _KEYS
}
_REACH = 160  # characters before and after one of its words in which a whole wording lies
_HIDDEN = re.compile(
    r"[\u202d\u202e]|(?:\w[\u200b\u2060\ufeff]){3,}|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+"
    r"|[\x00-\x08\x1b]"
)


@lru_cache(maxsize=8)
def find_instructions(text: str) -> tuple[Suspect, ...]:
    """Every stretch of a text that looks like an instruction to a model, in order; code points, end-exclusive.

    Wording that invisible characters break up is found as well. Takes time linear in the text's length.
    """
    if text.replace("\n", "").replace("\xa0", "").isprintable() or not (_HIDDEN.search(text) or INVISIBLE.search(text)):
        return tuple(sorted(set(_find_wordings(text))))
    found = [Suspect(m.start(), m.end(), "holds invisible control characters") for m in _HIDDEN.finditer(text)]
    offsets = [at for at, char in enumerate(text) if not INVISIBLE.match(char)]
    plain = "".join(text[at] for at in offsets)
    offsets.append(len(text))
    found += [Suspect(offsets[one.start], offsets[one.end], one.why) for one in _find_wordings(plain)]
    return tuple(sorted(set(found)))


def _find_wordings(text: str) -> Iterator[Suspect]:
    lower = text.replace("İ", "i").lower()  # the one letter whose lower case is two characters
    places: dict[int, list[int]] = {}
    for blank in _AT_WORD_KEY.finditer(letters_alone(f" {lower}")):
        at = blank.start()
        if begun := _WORD_KEY.match(lower, at):
            for number in _KEYED[begun[0]]:
                places.setdefault(number, []).append(at)
    for key in _MARK_KEYS:
        if key[-1] in lower and key in lower:  # one character is found much faster than two
            for number in _KEYED[key]:
                places.setdefault(number, []).extend(_places(lower, key))
    for number in sorted(places):
        why, _, pattern = _WORDINGS[number]
        for start, end in _windows(sorted(places[number])):
            for m in pattern.finditer(lower, start, end):
                yield Suspect(m.start(), m.end(), why)


def _windows(places: Sequence[int]) -> list[tuple[int, int]]:
    """The stretches about these places, which are in order, merged."""
    windows: list[tuple[int, int]] = []
    for at in places:
        if windows and at - _REACH <= windows[-1][1]:
            windows[-1] = (windows[-1][0], at + _REACH)
        else:
            windows.append((max(0, at - _REACH), at + _REACH))
    return windows


def _places(lower: str, key: str) -> Iterator[int]:
    at = lower.find(key)
    while at >= 0:
        yield at
        at = lower.find(key, at + len(key))


def looks_like_instruction(text: str) -> str | None:
    """Why a short text looks like an instruction to a model, None when it does not."""
    found = find_instructions(text)
    return found[0].why if found else None


_TLD = (
    "com|net|org|info|biz|io|co|ai|app|dev|xyz|top|site|online|club|shop|live|news|ru|cn|uk|de|fr|ir|iq|tv|me|ly|cc|to"
    "|link|click|tk|ml|ga|cf|gq|pw|su|onion|example|test|invalid|evil"
)
_URL = re.compile(
    r"(?:[a-z][a-z0-9+.-]{1,15}:)?//[^\s<>\"“”‘’\]\[(){}|\\^`]+"
    r"|\bwww\.[^\s<>\"“”‘’\]\[(){}|\\^`]+"
    r"|\b(?:javascript|vbscript)\s?:[^\s<>\"“”]*|\bdata:[\w.+-]+/[\w.+-]+[;,][^\s<>\"“”]*|\bmailto:[^\s<>\"“”]+"
    rf"|(?<![\w@.-])(?:[a-z0-9](?:[a-z0-9-]{{0,62}})\.){{1,6}}(?:{_TLD})(?![\w-])(?!\.\w)(?:[/?#][^\s<>\"“”‘’\]\[(){{}}]*)?",
    re.IGNORECASE,
)
_LINK = re.compile(r"!?\[([^\[\]\n]{0,300})\]\s?\(\s*[^()\s]{0,2000}(?:\s+\"[^\"\n]{0,200}\")?\s*\)")
_REFERENCE = re.compile(r"!?\[([^\[\]\n]{0,300})\]\[[^\[\]\n]{0,100}\]")
_TAG = re.compile(
    r"<!--|--!?>|<!\[CDATA\[|</?(?:a|abbr|applet|area|article|audio|b|base|blockquote|body|br|button|canvas|code"
    r"|details"
    r"|dialog|div|em|embed|font|footer|form|frame|frameset|h[1-6]|head|header|hr|html|i|iframe|image|img|input|isindex"
    r"|link|li|main|map|marquee|math|meta|nav|noscript|object|ol|option|p|param|picture|pre|s|script|section|select"
    r"|source|span|strong|style|sub|summary|sup|svg|table|tbody|td|template|textarea|th|title|tr|track|u|ul|video|xml)"
    r"(?=[\s/>])[^<>]{0,2000}>?",
    re.IGNORECASE,
)
# What makes a text worth a closer look; most have none of it. A class of characters comes first and no flag stands in
# its way, so that the regex engine leaps from one of them to the next.
_MARKUP = re.compile(
    r"[.:/<>\[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\x00-\x08\x0b\x0e-\x1f\x7f\U000e0000-\U000e007f]"
    rf"(?:(?<![.:/])|(?<=\w\.)(?i:(?:{_TLD})(?![\w-])|(?<=www\.))|(?<=[:/])/"
    r"|(?i:(?<=script:)|(?<=script\s:)|(?<=mailto:)|(?<=data:)))"
)
_CONTROLS = re.compile(
    r"[\x00-\x08\x0b\x0e-\x1f\x7f\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069]"
    r"|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+"
)
_SPACES = re.compile(r"[ \u00a0]{2,}")


def strip_foreign_urls(text: str, article_text: str) -> str:
    """A text of the output without links and markup that a reader's program might act on.

    A URL stays only when the article holds it whole, and then as plain text: Markdown links keep their words, HTML tags
    and control characters go. A text that has none of this comes back as it is.
    """
    for _ in range(_MOST_ROUNDS):
        clean = _strip_once(text, article_text)
        if clean == text:
            return text
        text = clean  # what stood around a link may now be one
    return _NO_WORDS.sub(" ", text).strip()


_MOST_ROUNDS = 12  # nobody nests links as deep but to get one through
_NO_WORDS = re.compile(r"[^\w,]+")


def _strip_once(text: str, article_text: str) -> str:
    if not _MARKUP.search(text):
        return text
    clean = _CONTROLS.sub("", text)
    clean = _REFERENCE.sub(r"\1", _LINK.sub(r"\1", clean))
    clean = _TAG.sub(" ", clean)
    clean = _URL.sub(lambda m: _known_url(m.group(), article_text), clean)
    return text if clean == text else _SPACES.sub(" ", clean).strip()


def _known_url(url: str, article_text: str) -> str:
    bare = url.rstrip(".,;:!?'*_")
    tail = url[len(bare) :]
    at = article_text.find(bare)
    while at >= 0:
        after = article_text[at + len(bare) : at + len(bare) + 2]
        before = article_text[at - 1 : at] if at else ""
        goes_on = after[:1].isalnum() or after[:1] in {"-", "_"} or (after[:1] == "." and after[1:].isalnum())
        if not goes_on and not before.isalnum() and before not in {"-", "."}:
            return url
        at = article_text.find(bare, at + 1)
    return tail if tail in {".", "!", "?"} else ""
