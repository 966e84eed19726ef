"""Text that tries to talk the reader's model into something, and links that an article does not hold.

An article is data. What looks like an instruction is reported as a check, never obeyed and never removed from the
evidence, which stays the article's own characters.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from summarizer.text.folding import INVISIBLE, letters_alone

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence


class Suspect(NamedTuple):
    """Code points `start` to `end` of a text that look like an instruction to a model, and why."""

    start: int
    end: int
    why: str


_MODEL = (
    r"(?:AI|A\.I\.|LLMs?|(?:large )?language models?|chatbots?|summari[sz]ers?|AI (?:assistants?|models?|systems?))"
)
_ORDER = r"(?:instructions?|prompts?|rules|guidelines|directives?)"
# Each: why, keys of which one stands in the wording (rare ones: they decide how much is looked at), words of which one
# does, too (which is seen faster than the wording itself), and the wording. A key in Latin letters begins a word; all
# is compared in lower case.
_WORDINGS: Final = tuple(
    (why, keys, needed, re.compile(pattern.lower()))
    for why, keys, needed, pattern in (
        (
            "tells the reader to ignore its instructions",
            ("ignor", "disregard", "forget ", "overrid", "bypass", "discard "),
            ("instruction", "prompt", "rules", "guideline", "directive", "told", "above", "before this"),
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
            ("instruction", "now on", "your new", "your only", "your real", "your actual", "your task"),
            # A class of characters comes first: the regex engine leaps from one of them to the next.
            r"[nurafy](?<!\w.)(?:(?:(?<=n)ew|(?<=u)pdated|(?<=r)eal|(?<=a)ctual|(?<=a)dditional) instructions?\s*"
            r"(?::|for you\b)|(?<=f)rom now on,? you (?:are|will|must|should)\b"
            r"|(?<=y)our (?:new|only|real|actual) (?:task|job|role|instructions?|goal)\b"
            r"|(?<=y)our (?:instructions|task) (?:have|has) (?:changed|been)\b)",
        ),
        (
            "speaks as or to a language model",
            ("ai ", "ai,", "ai:", "a.i.", "llm", "language model", "chatbot", "summar", "gpt", "chatgpt", "assistant"),
            ("",),
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
            ("your", "the system", "the hidden", "the above"),
            r"\b(?:reveal|print|repeat|show|output|leak|disclose|display)\b[^.!?\n]{0,20}\b(?:your|the system"
            r"|the hidden"
            r"|the above) (?:\w+ )?(?:prompts?|instructions?)\b",
        ),
        (
            "dictates the answer",
            ("summar", "your ", "abstract", "key point", "json", "output", "claims list", "respond ", "reply "),
            ("summary", "answer", "response", "output", "headline", "abstract", "reply", "key point", "json",
             "claims list", "only with", "only the", "only word", "only text", "only following", "with only",
             "with the following", "with exactly"),
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
            ("",),
            r"\b(?:do not|don['’]t|never|stop) (?:summari[sz](?:e|ing)|extract(?:ing)?|quot(?:e|ing)|cit(?:e|ing)"
            r"|report(?:ing)?) (?:this article|any claims?|the (?:above|following|rest|article|text)"
            r"|anything (?:else|above"
            r"|from))\b",
        ),
        (
            "looks like a message of another role",
            ("system:", "system ov", "system me", "system pr", "system]", "system>", "system ins", "assistant",
             "developer", "inst]", "<", "##"),
            (":", "##", "<|", "inst]", "sys>", "begin system"),
            r"(?:^|\n)[ \t>*#\"“\[<|-]*(?:system|assistant|developer)(?: (?:message|prompt|note|override|instruction))?"
            r"[ \t]*(?:\]|>|\|>|\*\*)?[ \t]*:|(?:^|\n)[ \t]*#{2,}[ \t]*(?:system|instructions?|assistant|user)\b"
            r"|<\|[\w-]{2,30}\|>|\[/?INST\]|<</?SYS>>|\bsystem (?:override|message|prompt)[ \t]*:|\bBEGIN SYSTEM\b",
        ),
        (
            "looks like a fence around the article",
            ("``", "~~", "<", ">>>", "\n[", "of art", "of the art", "end art", "begin art", "document", "untrusted",
             "input"),
            ("```", "~~~", "<", ">>>", "\n[", "end ", "begin ", "start "),
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
            ("",),
            r"[{,\[]\s{0,20}\"(?:claims|headline|abstract|key_points|quotes|sentence|stance|source|summary"
            r"|evidence|role"
            r"|text)\"\s{0,20}:",
        ),
        (
            "tells the reader to ignore its instructions",
            ("ignor", "инструкц", "指令", "指示", "提示", "التعليمات"),
            ("instruc", "instruç", "anweisungen", "istruzioni", "инструкц", "指令", "指示", "提示", "التعليمات"),
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


_KEYS = frozenset(key for _, keys, _, _ in _WORDINGS for key in keys)
_WORD_KEYS = tuple(sorted(key for key in _KEYS if "a" <= key[0] <= "z"))
_MARK_KEYS = _KEYS.difference(_WORD_KEYS)
_MARK_ENDS = tuple(sorted({(key, end) for key in _MARK_KEYS for end in (key[-1], key[-1].upper())}))
_LETTERS = bytes(ord(chr(code).lower()) if chr(code).isalpha() else 32 for code in range(128)) + b" " * 128
_WORD_KEY = re.compile(_alternation(_WORD_KEYS))
_AT_WORD_KEY = re.compile(f" (?={_alternation({letters_alone(key).decode() for key in _WORD_KEYS})})".encode())
_KEYED = {
    key: tuple(number for number, (_, keys, _, _) in enumerate(_WORDINGS) if any(one.startswith(key) for one in keys))
    for key in _KEYS
}
_REACH = 160  # characters before and after one of its words in which a whole wording lies
_CONTROLS_ALONE = bytes((*range(9), 0x1B))
_HIDDEN = re.compile(r"[\u202d\u202e]|(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0000-\U000e007f]+|[\x00-\x08\x1b]")
_SPLIT_UP = re.compile(r"[\u200b\u2060\ufeff](?<=\w.)(?:\w[\u200b\u2060\ufeff]){2,}")  # from its second character on


@lru_cache(maxsize=8)
def find_instructions(text: str) -> tuple[Suspect, ...]:
    """Every stretch of a text that looks like an instruction to a model, in order; code points, end-exclusive.

    Wording that invisible characters break up is found as well. Takes time linear in the text's length.
    """
    if _is_plain(text):
        return tuple(sorted(set(_find_wordings(text))))
    spans = [match.span() for match in _HIDDEN.finditer(text)]
    spans += [(match.start() - 1, match.end()) for match in _SPLIT_UP.finditer(text)]
    found = [Suspect(start, end, "holds invisible control characters") for start, end in spans]
    invisible = {match.start() for match in INVISIBLE.finditer(text)}
    offsets = [at for at in range(len(text)) if at not in invisible]
    offsets.append(len(text))
    for start, end, why in _find_wordings(INVISIBLE.sub("", text)):
        found.append(Suspect(offsets[start], offsets[end], why))
    return tuple(sorted(set(found)))


def _is_plain(text: str) -> bool:
    """Whether a reader sees every character of a text, but for white space."""
    if text.isascii():
        return len(text.encode().translate(None, _CONTROLS_ALONE)) == len(text)
    return text.replace("\n", "").replace("\xa0", "").isprintable()


def _find_wordings(text: str) -> Iterator[Suspect]:
    # These letters alone have a lower case that is of another length, or of ASCII.
    text = text.replace("İ", "i").replace("\u212a", "k")
    blanks = _AT_WORD_KEY.finditer(b" " + text.encode("ascii", "replace").translate(_LETTERS))
    words = [blank.start() for blank in blanks]
    marks = {key for key, end in _MARK_ENDS if end in text}  # one character is found much faster than two
    if not words and not marks:
        return
    lower = text.lower()
    places = _key_places(lower, words, marks)
    for number in sorted(places):
        why, _, needed, pattern = _WORDINGS[number]
        for start, end in _windows(sorted(places[number])):
            if not any(map(lower[start:end].__contains__, needed)):
                continue
            for m in pattern.finditer(lower, start, end):
                yield Suspect(m.start(), m.end(), why)


def _key_places(lower: str, words: Iterable[int], marks: Iterable[str]) -> dict[int, list[int]]:
    """Where the keys of each wording stand: those that begin a word at some of these places, and these others."""
    places: dict[int, list[int]] = {}
    for at in words:
        if begun := _WORD_KEY.match(lower, at):
            for number in _KEYED[begun[0]]:
                places.setdefault(number, []).append(at)
    for key in marks:
        if key in lower:
            for number in _KEYED[key]:
                places.setdefault(number, []).extend(_places(lower, key))
    return places


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
# What each URL has; most texts have none. A class of characters comes first and no flag stands in its way, so that the
# regex engine leaps from one of them to the next.
_ADDRESS = re.compile(
    rf"[.:/](?:(?<=[\w-]\.)(?i:(?=\w)(?:{_TLD})(?![\w-])|(?<=www\.))|(?<=[:/])/"
    r"|(?<=:)(?i:(?<=script:)|(?<=script\s:)|(?<=mailto:)|(?<=data:)))"
)
_PLAIN = bytes(code for code in range(0x20, 0x7F) if chr(code) not in ".:/<>[")
# None of these is printable.
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
    if text.isascii() and not text.encode().translate(None, _PLAIN):
        return text
    clean = text if text.isprintable() else _CONTROLS.sub("", text)
    if "[" in clean:
        clean = _REFERENCE.sub(r"\1", _LINK.sub(r"\1", clean))
    if "<" in clean or ">" in clean:
        clean = _TAG.sub(" ", clean)
    if _ADDRESS.search(clean):
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
