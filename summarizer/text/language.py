"""A cheap guess of an article's language, without a network or a model file."""

from __future__ import annotations

import re
from collections import Counter

UNKNOWN = "und"

_SAMPLE = 1000  # characters: a guess needs no more, and the cost stays flat
_WORD = re.compile(r"[^\W\d_]+")

# Function words that are frequent in the one language and rare in the others.
_FUNCTION_WORDS: dict[str, frozenset[str]] = {
    code: frozenset(words.split())
    for code, words in {
        "en": "the of and to in that is was for with on has have had said says by from at it an are he she they who "
        "were be been its his her their this which not will would or but as a after than more out over up about if we",
        "fr": "le la les des et est dans que qui une pour du sur au avec par pas sont ont plus cette a aux mais été",
        "de": "der die das und ist nicht von mit den dem ein eine auf für sich im zu wurde hat des auch sie nach wird",
        "es": "el la los las de que y en un una por con del se para su al es no ha como más fue este entre",
        "pt": "o os da do das dos que e em um uma para com não por no na se ao foi mais são como pelo pela",
        "it": "il lo la gli che di e un una per con non del della è sono nel alla ha si dei anche più da le",
        "nl": "de het een van en in op is dat te zijn met voor niet aan er om ook door werd hebben naar bij uit",
        "sv": "och att det som en är på av för med den till inte har ett om var från de vid sig men under",
        "da": "og at det som en er på af for med den til ikke har et om var fra de ved sig men blev efter",
        "no": "og at det som en er på av for med den til ikke har et om var fra de ved seg men ble etter",
        "pl": "i w na z że się nie do to jest o jak po przez dla są od za był przed ich tym oraz będzie",
        "tr": "ve bir bu da de için ile olarak çok daha olan gibi kadar sonra ise değil ancak göre var dedi",
        "id": "yang dan di dari untuk dengan pada ini itu tidak dalam akan oleh ke adalah telah juga kata bahwa",
        "ro": "și de la în a cu pe că nu din o un este pentru au fost mai care sunt prin după către lui",
        "cs": "a v na se je že s z do o to i za pro ale jsou od jak po který byl podle také jeho",
        "fi": "ja on ei että oli se hän ovat myös mutta kun tai joka sen mukaan ole jos vain nyt",
        "hu": "a az és hogy nem is egy volt meg azt de van ki csak már ez szerint el még vagy",
        "vi": "và của là có được cho trong các những với đã không một người này khi để tại từ",
    }.items()
}

_LANGUAGES_OF: dict[str, list[str]] = {}
for _code, _words in _FUNCTION_WORDS.items():
    for _word in _words:
        # Words that are English too count for English, and single letters are what apostrophes leave of its words.
        if _code == "en" or (len(_word) > 1 and _word not in _FUNCTION_WORDS["en"]):
            _LANGUAGES_OF.setdefault(_word, []).append(_code)

# A letter of the script decides; Japanese before Chinese, because it uses both.
_SCRIPTS = (
    ("ja", re.compile("[\u3041-\u30ff]")),
    ("ko", re.compile("[\uac00-\ud7a3\u1100-\u11ff]")),
    ("zh", re.compile("[\u4e00-\u9fff\u3400-\u4dbf]")),
    ("fa", re.compile("[پچژگکی]")),
    ("ar", re.compile("[\u0600-\u06ff\u0750-\u077f\ufb50-\ufdff\ufe70-\ufeff]")),
    ("he", re.compile("[\u0590-\u05ff]")),
    ("uk", re.compile("[іїєґІЇЄҐ]")),
    ("ru", re.compile("[\u0400-\u04ff]")),
    ("el", re.compile("[\u0370-\u03ff\u1f00-\u1fff]")),
    ("hi", re.compile("[\u0900-\u097f]")),
    ("bn", re.compile("[\u0980-\u09ff]")),
    ("ta", re.compile("[\u0b80-\u0bff]")),
    ("th", re.compile("[\u0e00-\u0e7f]")),
    ("ka", re.compile("[\u10a0-\u10ff]")),
    ("hy", re.compile("[\u0530-\u058f]")),
    ("am", re.compile("[\u1200-\u137f]")),
    ("my", re.compile("[\u1000-\u109f]")),
    ("km", re.compile("[\u1780-\u17ff]")),
)
_NON_LATIN = re.compile("[\u0370-\u1cff\u1f00-\u1fff\u3041-\ud7a3\ufb1d-\ufdff\ufe70-\ufeff]")
# Persian and Ukrainian are told by a few letters of their own among many that they share.
_SHARED_SCRIPT_SHARE = {"fa": 0.02, "uk": 0.02, "ja": 0.1}
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_][A-Za-z0-9-_]*)?")


def guess_language(text: str) -> str:
    """Guess the language of a text as an ISO 639 code; "und" when it is too short or too mixed to say."""
    middle = max(0, min(len(text) // 2, len(text) - _SAMPLE))  # the top of a page is often menus in English
    sample = text[middle : middle + _SAMPLE]
    non_latin = len(_NON_LATIN.findall(sample))
    words = _WORD.findall(sample.lower())
    letters = sum(map(len, words))
    if non_latin * 2 > letters > 0:
        return _by_script(sample, non_latin)
    return _by_words(words)


def language_code(tag: str | None) -> str | None:
    """The plain lower-case code of a language tag ("en-GB" and "EN_us" give "en"); None when it is no tag."""
    match = _TAG.fullmatch(tag.strip()) if tag else None
    return match[1].lower() if match else None


def _by_script(sample: str, non_latin: int) -> str:
    for code, letters in _SCRIPTS:
        if len(letters.findall(sample)) > non_latin * _SHARED_SCRIPT_SHARE.get(code, 0.5):
            return code
    return UNKNOWN


def _by_words(words: list[str]) -> str:
    if len(words) < 4:
        return UNKNOWN
    hits: Counter[str] = Counter()
    for word, times in Counter(words).items():
        for code in _LANGUAGES_OF.get(word, ()):
            hits[code] += times
    # Running text is a third function words; a list of names has none, and near relatives share some.
    ranked = hits.most_common(2)
    if not ranked or ranked[0][1] < max(2, len(words) * 0.08):
        return UNKNOWN
    return UNKNOWN if len(ranked) > 1 and ranked[1][1] == ranked[0][1] else ranked[0][0]
