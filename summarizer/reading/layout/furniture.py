"""Tells the lines of a news page that are not part of the article by their own words; block_kinds.py asks for it.

Each kind of line has a pattern, which is tried at the start of a paragraph in lower case. Those in _LINES hold for any
paragraph of the stated length; those in _LOOSE_LINES also begin real sentences, so they hold only for a line that
attributes nothing and quotes nobody.
"""

from __future__ import annotations

import re

from summarizer.reading.layout.captions import SPEECH
from summarizer.reading.layout.paragraphs import ends_sentence

_LONGEST_LINE = 320  # characters
_LONGEST_MENU = 160
_LONGEST_BUTTONS = 100
_FLAGS = re.VERBOSE | re.IGNORECASE


def _any_of(patterns: dict[str, str]) -> re.Pattern[str]:
    return re.compile("|".join(patterns.values()), re.VERBOSE)


def _word_set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_LINES = {
    "comment form": r"""(?:\(?\d{0,6}\s?|no\s)comments?\b\s?(?:\(?\d+\)?|off|closed|are\sclosed.*|so\sfar)?\W*$
        |(?:leave|post|add|write|submit|drop)\s(?:a|your|us\sa)\s(?:reply|comment|response|note)\b.{0,40}$
        |your\s(?:e-?mail|name)\b.{0,20}\b(?:will|is|be)\b.{0,80}(?:published|shown|shared|required)
        |(?:we\swill|will)\snever\sshow\syour\b|required\sfields|cancel\s(?:reply|response)
        |save\smy\sname|notify\sme\sof|(?:log|sign)\s?in\sto\s(?:leave|post|reply|comment|join)
        |(?:join|start)\sthe\s(?:conversation|discussion)|be\sthe\sfirst\sto\s(?:comment|share)
        |(?:all\s)?comments\s(?:are|will\sbe)\s(?:moderated|closed|subject)|view\s(?:all\s)?(?:\d+\s)?comments""",
    "reader rules": r"""readers['’]\s(?:letters|comments)\b|(?:comments?|community|moderation)\s(?:policy
            |guidelines|rules|standards)\W*$
        |(?:react|reply|respond)\sto\sthis\s(?:article|story)""",
    "neighbours": r"""[«‹←<]+\s?(?:previous|prev|older|back)\b|(?:previous|next|older|newer)\s(?:article|post|story
            |entry|page)\b\W
        |(?:next|previous|newer|older)\s?[:»›→|]
        |(?:previous|prev|next|older|newer)(?:\s(?:articles?|posts?|stor(?:y|ies)|entr(?:y|ies)|pages?))?\W*$""",
    "source link": r"""(?:source|original)(?:\s(?:link|of\sthe\snews|url|article|text))?\W*$
        |source(?:\s(?:link|of\sthe\snews))?\s?[:|]\s?\S.{0,60}$
        |(?:read|view|see)\s(?:the\s)?(?:full|original|whole|entire|rest\sof\sthe)\s(?:article|story|text|post
            |report)\b.{0,40}$
        |this\s(?:article|story|post)\s(?:was\s(?:originally\s|first\s)?(?:published|produced|written)
            |(?:originally|first)\sappeared
            |is\sfrom|has\sbeen\s(?:updated|corrected))""",
    "related link": r"""(?:read|see|watch|listen)\s(?:more|also|next|now|here)\b.{0,20}[:|→»>]\s?\S.{0,160}$
        |on\sthe\ssame\s(?:subject|topic|theme)\s?:|(?:you\s(?:may|might)\salso\s(?:like|be\sinterested)
            |don['’]t\smiss).{0,80}$
        |(?:read|learn|see|find\sout|discover)\smore\b.{0,30}$|continue\sreading\b|most\s(?:read|popular|viewed
            |watched)\b.{0,30}$
        |(?:leer\smás|lea\stambién|lire\saussi|à\slire|lesen\ssie\sauch|mehr\szum\sthema|leia\s(?:também|mais)
            |leggi\sanche|lees\sook)\b.{0,160}$
        |(?:اقرأ\sأيضا|читайте\sтакже|相关阅读|延伸阅读|阅读更多|関連記事|あわせて読みたい|관련기사).{0,120}$""",
    "advertisement": r"""(?:advert(?:isements?|ising|s)?|ads?|(?:sponsored|promoted|paid)(?:\s(?:content|post
            |feature|story))?)\W*$
        |(?:ads|advertisement|sponsored|promoted)\sby\s.{0,40}$
        |(?:story|article|report)\scontinues\s(?:below|after)|scroll\s(?:down\s)?(?:to|for)\s\w+.{0,30}$
            |skip\s(?:to|advert|past)\b.{0,40}$
        |remove\sads|ad\sfeedback|support\s(?:our|independent|quality)\sjournalism.{0,160}$""",
    "interface": r"""(?:click|tap)\s(?:here|on|to|below)\b|(?:show|load|view|see)\s(?:more|less|all|gallery
            |comments)\W*$|loading\W*$
        |(?:back\sto\s(?:top|home)|main\smenu|menu|search|close|log\s?in|sign\s?in|log\s?out|register|subscribe
            |home|print|share)\W*$
        |(?:image|media)\s(?:caption|source)\b|listen\sto\sthis\s(?:article|story)|(?:play
            |watch)\s(?:the\s)?video\b.{0,30}$
        |gift\sthis\sarticle|reuse\sthis\scontent|copy\s(?:the\s)?link\b|\d+\s?min(?:ute)?s?\s(?:read|to\sread)\W*$
            |live\supdates?\W*$""",
    "labels": r"""(?:tags?|topics?|categor(?:y|ies)|filed\sunder|keywords?|labels?|posted\sin|tagged(?:\s(?:in|with
            |as))?|more\son)\s?:.{0,240}$""",
    "rights": r"""©|(?:\(c\)|copyright)\s?(?:©\s?)?(?:\d{4}|by\b)
        |(?:this|our)\s(?:web)?site\suses\scookies|we\s(?:and\sour\spartners\s)?use\scookies|(?:accept|manage
            |reject)\s(?:all\s)?cookies
        |(?:this\s)?material\smay\snot\sbe\spublished|(?:terms|conditions)\s(?:of|and)\s(?:use|service|conditions)\W*$
        |(?:privacy|cookie)\s(?:policy|notice|settings)\W*$
        |by\s(?:signing|clicking|subscribing|submitting|continuing)\b.{0,160}\b(?:agree|accept)""",
    "note of the desk": r"""\((?:corrects?|updates?|adds?|refiles?|recasts?|removes?|clarifies|rewrites?
            |repeats?)\b[^()]{5,300}\)\W*$
        |(?:editor['’]?s?|publisher['’]?s?)\snotes?\s?:|(?:correction|clarification)\s?:|our\sstandards\s?:
        |[(\[]?(?:with|by)\s(?:additional\s|more\s)?(?:information|data|reports?|reporting|inputs?|files
            |material)\s(?:from|by|of)\b[^.]{2,90}[)\]]?\.?$
        |[(\[](?:source|via|agencies|inputs?\sfrom|from\sagencies|con\sinformación\sde)\b[^()]{0,80}[)\]]\.?$""",
    "names of reporters": r"""(?:additional\s|extra\s)?(?:reporting|writing|editing)\s(?:\w+\s)?by\s[^.]{2,160}\.?$
        |(?:report|words|story|analysis|written|compiled|edited|translated|photographs?)\sby\s[^.!?,]{2,60}$""",
    "addresses": r"""(?:https?://|www\.)\S+$|\S+@\S+\.\w+$|(?:[@#]\w+[\s,]*)+$|(?:tel|phone|fax|e-?mail
            |contact(?:\sus)?)\s?:""",
    "page code": r"""</?\w+[^<>]*>?$|[\w-]+:\s?[\w#%.()-]+(?:\s[\w#%.()-]+){0,3};$
        |!\[|(?:var|function)\b.{0,80}[;{(]|---+$""",
}
_IS_LINE = _any_of(_LINES)

_LOOSE_LINES = {
    "call to follow": r"""(?:follow|subscribe|sign\s?up|join|download|receive|register
            |(?:get|like|stay|visit|find|support|want|enter|check\sout)\b(?=.*\b(?:our|us|your|you)\b))\b
        .{0,200}\b(?:newsletters?|channels?|updates?|alerts?|notifications?|apps?|whatsapp|telegram|facebook
            |twitter|instagram
        |youtube|tiktok|linkedin|podcasts?|inbox|e-?mail|google\snews|subscri\w+|as\sit\s(?:breaks|happens)
        |(?:latest|breaking|urgent|local|sports?)\b.{0,30}\bnews|social\s(?:media|network))\b""",
    "subscription": r"""(?:you\scan\s)?unsubscribe\b|already\sa\s(?:subscriber|member)|thank(?:s
            |\syou)\sfor\s(?:reading|subscribing|signing)
        |(?:to\scontinue\sreading|for\sunlimited\saccess|for\smore\sstories\slike\sthis)\b
        |(?:this\s(?:article|content)\sis\s)?(?:for\s)?(?:subscribers|members)\sonly""",
    "related link": r"""(?:also|more|related|explore|analysis|opinion|explainer|live|video|gallery|in\spictures
            |read|see|watch|listen)\b
        [^.!?:"“]{0,40}[:|→»>]\s?\S[^.]{0,160}$""",
    "dates of publishing": r"""(?:(?:first\s)?published|updated|posted|last\s(?:updated|modified|edited)|modified
            |issued)(?:\s(?:on|at|in))?
        \s?[:|,-]?\s?[^.]{0,40}\d[^.]{0,50}$""",
    "about": r"(?:about\s(?:us|the\s(?:author|writer))|contact\sus|disclaimer)\b",
}
_IS_LOOSE_LINE = _any_of(_LOOSE_LINES)

# These say it wherever they stand in a line.
_PHRASES = (
    "all rights reserved",
    *(f"contributed {what}" for what in ("reporting", "to this report", "to this story", "to this article")),
    *(f"not responsible for {what}" for what in ("what readers", "readers", "comments", "the comments", "the content")),
)

# The page's own sections, and what it calls the way to them.
_SEPARATORS = re.compile(r"\s[/>»›→•·|]\s|\s?[>»›]\s|\s?\|\s?")
_ROOT = re.compile(
    r"(?:home(?:\s?page)?|front\s?page|start|news|you\sare\shere|accueil|inicio|startseite)\b", re.IGNORECASE
)
_COLUMNS = re.compile(r"\S(?: {2,}|\t+)\S")

_SHARING = _word_set(
    """
    share tweet email e-mail mail print save pin whatsapp facebook twitter linkedin telegram reddit messenger x
    bluesky threads copy link bookmark like follow this on via for later article story post now more pinterest
    viber sms flipboard pocket by to listen gift comment comments
    """
)
_DATE_WORDS = _word_set(
    """
    january february march april may june july august september october november december jan feb mar apr jun
    jul aug sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu
    thur fri sat sun am pm a m p gmt utc est edt et ist bst cet pst pdt ago min mins minute minutes hour hours
    hr hrs day days week read updated published posted at on by of the th st nd rd last first time local noon
    today yesterday z t
    """
)
_WORD = re.compile(r"[^\W_]+")

_BYLINE = re.compile(r"by\s*:?\s+", re.IGNORECASE)
_BYLINE_MINOR = _word_set(
    """
    and in at for of the with our a staff writer writers reporter reporters correspondent correspondents editor
    """
)

_COMMENTS_HEADING = re.compile(
    r"""[(\[]?\d{0,6}\s?comments?\s?[(\[]?\d{0,6}[)\]]?:?$|no\scomments?(?:\syet)?\W*$
    |(?:leave|post|add|write)\s(?:a|your)\s(?:reply|comment|response)\b.{0,40}$|cancel\sreply$
    |(?:join\sthe|start\sa)\s(?:conversation|discussion)$|(?:readers?['’]?s?\s)?(?:comments|discussion|responses
            |reactions)(?:\spolicy)?:?$""",
    _FLAGS,
)
_RELATED_HEADING = re.compile(
    r"""(?:you\s(?:may|might)\salso\s(?:like|be\sinterested.*)|related(?:\s(?:articles?|stories|posts?|news|topics
            |links|content|coverage|reading))?
    |more\s(?:from|on|about|in|stories|news|coverage|like)\b.{0,40}|(?:most|also)\s(?:read|popular|viewed|shared
            |watched|commented)\b.{0,30}
    |recommended(?:\s(?:for\syou|stories|articles|reading))?|trending(?:\s(?:now|stories))?
            |editors?['’]?s?\s(?:picks?|choice)
    |read\s(?:next|also|more)|see\salso|latest\s(?:news|stories|updates|headlines)|top\sstories|don['’]t\smiss
            |in\sother\snews|popular\sposts)\s*:?$""",
    _FLAGS,
)
_NEIGHBOUR = re.compile(r"(?:Previous|Next|PREVIOUS|NEXT)\s(?=[^\W\da-z_]|[\"“‘'])")


def is_furniture(text: str) -> bool:
    """Whether a paragraph says by its own words that it is site furniture."""
    if len(text) <= 2 or not any(map(str.isalpha, text)):
        return True
    if len(text) > _LONGEST_LINE:
        return False
    low = text.lower()
    if _IS_LINE.match(low) or low[-1] in "{}" or any(phrase in low for phrase in _PHRASES):
        return True
    if _IS_LOOSE_LINE.match(low) and not _attributes(text):
        return True
    return len(text) <= _LONGEST_MENU and (_is_menu(text) or _is_byline(text))


def is_comments_heading(text: str) -> bool:
    """Whether a line heads the readers' comments or the form for them."""
    return len(text) <= 60 and _COMMENTS_HEADING.match(text) is not None


def is_related_heading(text: str) -> bool:
    """Whether a line heads links to other articles."""
    return len(text) <= 60 and _RELATED_HEADING.match(text) is not None


def is_neighbour_link(text: str) -> bool:
    """Whether a line can be a link to the article before or after: "Next Budget vote put off"."""
    return _NEIGHBOUR.match(text) is not None and not ends_sentence(text)


def last_crumb(text: str) -> str:
    """The last part of a breadcrumb trail, which is often the title; "" for a line that is none."""
    parts = _SEPARATORS.split(text)
    return parts[-1].strip() if _is_trail(text, parts) else ""


def _attributes(text: str) -> bool:
    return SPEECH.search(text) is not None or any(mark in text for mark in '"“”«')


def _is_menu(text: str) -> bool:
    """A breadcrumb trail, a row of sections, share buttons or a line of date and time."""
    if len(text) <= _LONGEST_BUTTONS and _is_row_of_buttons(text.lower()):
        return True
    if ends_sentence(text):
        return False
    if len(text) <= _LONGEST_BUTTONS and len(_COLUMNS.findall(text)) >= 2:
        return True
    parts = _SEPARATORS.split(text)
    return _is_trail(text, parts) or (len(parts) > 2 and "|" in text)


def _is_row_of_buttons(low: str) -> bool:
    """Whether a line, in lower case, has nothing but the words of share buttons, or of a date and time."""
    words = _WORD.findall(low)
    if not words:
        return False
    if _SHARING.issuperset(words):
        return True
    return any(map(str.isdigit, low)) and all(w in _DATE_WORDS or w[0].isdigit() for w in words)


def _is_trail(text: str, parts: list[str]) -> bool:
    if len(parts) == 1:
        return False
    if _ROOT.match(text) and len(parts[0].split()) <= 3:
        return True
    return len(parts) > 2 and all(len(part.split()) <= 4 for part in parts[:-1])


def _is_byline(text: str) -> bool:
    """ "By Jo Doe and Ann Roe in Velm", but not "By Monday the water had gone." """
    match = _BYLINE.match(text)
    if match is None:
        return False
    words = _WORD.findall(text[match.end() :])
    names = [word for word in words if word.lower() not in _BYLINE_MINOR]
    if not words or len(words) > 16 or (text.endswith((".", "!", "?")) and len(words) > 5):
        return False
    return all(word[0].isupper() or word[0].isdigit() or len(word) == 1 for word in names)
