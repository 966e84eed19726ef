"""Tells captions and credits of pictures from body text, by a paragraph's own words; block_kinds.py asks for it."""

from __future__ import annotations

import re

# Words that attribute a statement. What holds one is body text, whatever else it looks like.
SPEECH = re.compile(
    r"\b(?:said|says?|told|added|stated|according to|announced|confirmed|denied|warned|claimed|accused|insisted"
    r"|condemned|reported|explained|quoted|tweeted|vowed|urged)\b",
    re.IGNORECASE,
)

_LONGEST_CAPTION = 500  # characters
_LONGEST_CREDIT = 120
_LONGEST_BRACKET = 100

_AGENCIES = (
    r"Reuters|AP|AFP|EPA(?:-EFE)?|EFE|dpa|DPA|ANSA|TASS|PA|PTI|IANS|ANI|UPI|Xinhua|Yonhap|Kyodo|Anadolu|WAM|SPA|SANA|IRNA"
    r"|Getty(?:\sImages)?|Shutterstock|Alamy|iStock|Unsplash|Pexels|Bloomberg|Flickr|Wikimedia(?:\sCommons)?|NurPhoto"
    r"|Zuma(?:\sPress)?|Maxar(?:\sTechnologies)?|Associated\sPress|Agence\sFrance-Presse|Press\sAssociation"
)
_PHOTO_WORD = (
    r"(?:file\s)?(?:photo(?:graph)?|picture|image|pic|handout|archive|video|screenshot|screengrab|foto|illustration)s?"
)

_FILE_NAME = re.compile(r"\S+\.(?:jpe?g|png|gif|webp|avif|svg|mp4)\b|!\[", re.IGNORECASE)

# "Photo: AP" at the end, "(Reuters/Jo Doe)", "© Jo Doe/Courier"
_ENDING_CREDIT = re.compile(
    rf"""(?:^|[.!?…)\]"”|–—-]\s*|\s(?=(?-i:[PIVFC])))
        (?:{_PHOTO_WORD}|credit|courtesy)(?:\s(?:credit|by|courtesy(?:\sof)?|from))?
        \s*(?::|/|\sby\s|\scourtesy\s)\s*(?-i:[^\Wa-z]|courtesy|via|handout|supplied)[^.!?:]{{1,80}}[.)\]]?$
    |\((?:{_PHOTO_WORD})\b[^()]{{0,80}}\)$
    |©\s?[^.]{{2,60}}$""",
    re.VERBOSE | re.IGNORECASE,
)
_BRACKETED_CREDIT = re.compile(
    rf"""[(\[](?:[^()\[\]]*\b(?:{_AGENCIES})(?:\s(?:Photo|File|Images|Video|Archive)s?)?(?:\s?[/,|]\s?[^()\[\]]*)?
    |[^()\[\]/]{{2,40}}/\s?[^()\[\]/]{{2,40}})[)\]]\.?$""",
    re.VERBOSE,
)
_LEADING_LABEL = re.compile(
    rf"""(?:{_PHOTO_WORD}|caption|pictured|image\s(?:caption|source)|media\scaption)(?:\s\d{{1,3}})?\s*(?:[:|]
            |\s[–—-]\s)
    |file\s?(?:photo|-|–|—)|photo(?:graph)?s?\sby\s|image\s(?:source|caption),?\s""",
    re.VERBOSE,
)
_SAYS_PICTURE = re.compile(
    r"""\bin\s(?:this|an?)\s(?:undated|file|handout|still|recent|image|photo|picture)\s?(?:photo|picture|image
            |still|frame\sgrab|screengrab|
        distributed|released|provided|taken|supplied|obtained|made)
    |\bin\sthis\s(?:photo|picture|image|screengrab)|\b(?:file|undated|handout)\s(?:photo|picture|image)\b
    |\bpictured\s(?:here|above|below|left|right|in|on|at)\b|\((?:far\s|top\s|bottom\s)?(?:left|right|cent(?:er|re))\)
    |\bimages?\s(?:captured|taken|grabbed)\sfrom\b|\b(?:is|are)\s(?:seen|pictured)\sin\sthis\b""",
    re.VERBOSE,
)
# Looked for before the patterns: those alone in every paragraph take 10% of an article's whole way to its report
# (benchmarks/extractive.py).
_CREDIT_WORDS = (
    *("photo", "pic", "image", "credit", "courtesy", "handout"),
    *("archive", "video", "screen", "foto", "illustr", "©"),
)
_PICTURE_WORDS = ("photo", "picture", "image", "screengrab", "(left", "(right", "(cent", "(far")
# A line that is nothing but a credit: "Ministry of Works/Handout", "JO DOE / AFP / Getty Images", "Getty Images"
_ONLY_CREDIT = re.compile(
    rf"""(?:[^/.!?]{{2,60}}\s?/\s?)*(?:(?:via\s|the\s)?(?:{_AGENCIES})|handout|file|pool|archives?|files
            |courtesy\b[^.]*)
    (?:\s(?:photo|file|images|video|archive|via)s?)*(?:\s?/\s?[^/.!?]{{2,60}})*\.?""",
    re.VERBOSE | re.IGNORECASE,
)


def is_caption(text: str) -> bool:
    """Whether a paragraph says of itself that it is a picture's caption."""
    if _FILE_NAME.match(text):
        return True
    if len(text) > _LONGEST_CAPTION:
        return False
    if _ends_in_credit(text) or _ends_in_bracketed_credit(text):
        return True
    return _speaks_of_picture(text.lower()) and SPEECH.search(text) is None


def is_credit(text: str) -> bool:
    """Whether a line is nothing but a picture's credit."""
    if len(text) > (120 if "/" in text else 60):
        return False
    return _ONLY_CREDIT.fullmatch(text) is not None


def may_be_caption(text: str) -> bool:
    """Whether a line that stands directly above a credit can be its caption."""
    return len(text) <= _LONGEST_CAPTION and SPEECH.search(text) is None


def _ends_in_credit(text: str) -> bool:
    ending = text[-_LONGEST_CREDIT:]
    return _holds_any(ending.lower(), _CREDIT_WORDS) and _ENDING_CREDIT.search(ending) is not None


def _ends_in_bracketed_credit(text: str) -> bool:
    match = _BRACKETED_CREDIT.search(text, max(0, len(text) - _LONGEST_BRACKET))
    if match is None:
        return False
    before = text[: match.start()].rstrip()
    # "…will meet on Monday. (Reuters)" is a report's last sentence with the agency that it comes from.
    if before.endswith((".", "”", '"')):
        return "/" in match[0] or "hoto" in match[0] or "mages" in match[0]
    return not (SPEECH.search(before) and len(text) > 200)


def _speaks_of_picture(low: str) -> bool:
    if _LEADING_LABEL.match(low):
        return True
    return _holds_any(low, _PICTURE_WORDS) and _SAYS_PICTURE.search(low) is not None


def _holds_any(text: str, words: tuple[str, ...]) -> bool:
    return any(word in text for word in words)
