"""The article in a web page: its visible text and what the page says about itself."""

from __future__ import annotations

import logging
import re
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from summarizer.contract.errors import EmptyArticleError, InputError, UnreadableInputError
from summarizer.reading.decode import decode
from summarizer.reading.fragment import clean_text
from summarizer.reading.hidden_text import remove_code, remove_hidden, show_embedded
from summarizer.reading.lead import lead_of, letters_of
from summarizer.reading.page_articles import part_tree, whole_articles
from summarizer.reading.page_facts import read_facts
from summarizer.reading.titles import bare_title, written_title

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w:.-]+)|^\s*<\?xml[^>]{0,100}?encoding=["']([\w:.-]+)""",
    re.IGNORECASE,
)
_ARTICLE = re.compile(rb"<article\b", re.IGNORECASE)
# What the SEC's EDGAR sets above each page of a filing: <DOCUMENT>, a line for each of its facts, <TEXT>.
_EDGAR = r"<DOCUMENT>\s*(?:<[A-Z]+>[^\n<]*\n)*<TEXT>\s*(?=<(?:html|!doctype)\b)"
_PROLOGUE = re.compile(rf"(\s|\ufeff|<!--.*?-->|<\?xml.*?\?>|{_EDGAR})*", re.DOTALL | re.IGNORECASE)
_OPENING = re.compile(
    r"<(!doctype\s+html|html|head|body|article|main|div|section|p|h1|meta|title)\b[^>]*>", re.IGNORECASE
)

# What follows takes a parser, or the extraction, time in proportion to the square of the number: no article needs more.
_MOST_ATTRIBUTES = 500  # of one element
# What a page says that shows its article to browsers alone.
_WALL = re.compile(
    r"(?:enable|turn on|requires?|activate) (?:javascript|cookies)|checking (?:if the site|your browser)"
    r"|(?:verify|verifying|confirm) (?:that )?you are (?:a |not a )?(?:human|robot)|unusual traffic"
    r"|complete the captcha"
    r"|javascript (?:aktivieren|muss|est désactivé|ist deaktiviert|está desactivado)"
    r"|(?:activer|active) javascript",
    re.IGNORECASE,
)
_LONGEST_WALL = 500  # characters
_MOST_ELEMENTS = 40_000
_ATTRIBUTE = r"""[\s/]*+[^\s/>=]++(?:\s*+=\s*+(?:"[^"]*+"?|'[^']*+'?|[^\s>"']++))?+"""
_TAG = re.compile(
    rf"""<!--(?:-?>|.*?(?:--!?>|\Z))
    |<(?:(?P<code>script|style)(?=[\s/>])|[a-z][^\s/>]*+)(?P<attributes>(?:{_ATTRIBUTE})*+)
    (?(code)[^>]*+>?.*?(?:</(?P=code)|\Z))""".replace("\n    ", ""),
    re.DOTALL | re.IGNORECASE,
)
_ONE_ATTRIBUTE = re.compile(_ATTRIBUTE)

_BLOCKS = frozenset({"head", "p", "item", "quote", "code", "row", "ab", "fw"})
_SPACES = re.compile(r"\s+")
_BREAK, _LINE = "\f", "\v"  # _SPACES takes the page's own out first
_DOUBLE_BREAK = "\ue000"  # of the private use area, which pages have no text in


class Page(NamedTuple):
    """What a page holds: the article's text, paragraphs apart by a blank line, and its facts; "" when not told."""

    text: str
    title: str
    url: str
    outlet: str
    author: str
    published: str
    language: str
    hidden: bool = False  # whether the text is one that the page hides, because little is left without it
    articles: int = 1  # whole articles that the page holds


def declared_encoding(data: bytes) -> str | None:
    """The encoding that a page names in its first 4,096 bytes, as it stands there."""
    match = _DECLARED.search(data[:4096])
    return (match[1] or match[2]).decode("ascii", "replace") if match else None


def looks_like_html(start: str) -> bool:
    """Whether a text begins as a web page does."""
    prologue = _PROLOGUE.match(start)
    return _OPENING.match(start, prologue.end() if prologue else 0) is not None


def part_page(data: bytes) -> list[str | bytes]:
    """A page for each of the articles in a page that holds several with a first-level heading; else the page alone."""
    if len(_ARTICLE.findall(data)) < 2:
        return [data]
    try:
        html = decode(data, declared=declared_encoding(data)).text
        _refuse_absurd_tags(html, "")
    except InputError:
        return [data]  # who reads the page says so
    from trafilatura.utils import load_html  # noqa: PLC0415  as below

    tree = load_html(_make_parsable(html))
    parts = part_tree(tree) if tree is not None else []
    return [*parts] if parts else [data]


def read_page(html: str, *, where: str = "") -> Page:
    """Extract the article from a page. What the page hides from its readers does not come in.

    Raises EmptyArticleError when there is no article in it, UnreadableInputError when it could not be read in a
    reasonable time.
    """
    _refuse_absurd_tags(html, where)
    _quieten()
    from trafilatura.utils import load_html  # noqa: PLC0415  slow to import, and only web pages need it

    tree = load_html(_make_parsable(html))
    if tree is None:
        raise EmptyArticleError("it is no web page", where=where)
    facts = read_facts(tree)
    show_embedded(tree)
    hidden_letters = remove_hidden(tree)
    articles = len(whole_articles(tree))
    if next(islice(tree.iter(), _MOST_ELEMENTS, None), None) is not None:
        raise _absurd(f"the page has more than {_MOST_ELEMENTS:,} elements", where)
    document, paragraphs = _extract(tree)
    is_hidden = False
    # Pages hide their article until a script has run, or as style sheets say that we read too simply.
    if hidden_letters > sum(map(len, paragraphs)):
        whole = load_html(_make_parsable(html))
        show_embedded(whole)
        remove_code(whole)
        shown, more = _extract(whole)
        if sum(map(len, more)) > 2 * sum(map(len, paragraphs)):
            tree, document, paragraphs, is_hidden = whole, shown, more, True
    _refuse_nothing(paragraphs, where)
    told = written_title(facts.get("title") or "") or written_title(_one_line(document.title))
    title = bare_title(told, facts.get("outlet"), document.sitename)
    # The headline is what the page shows first, though extraction leaves it out when it stands above the article.
    if title and letters_of(title) not in map(letters_of, paragraphs[:3]):
        paragraphs.insert(0, title)
    if lead := lead_of(tree, title, paragraphs):
        paragraphs.insert([*map(letters_of, paragraphs)].index(letters_of(title)) + 1, lead)
    return Page(
        text="\n\n".join(paragraphs) + "\n",
        title=title,
        url=_web_address(facts.get("url")) or _web_address(document.url),
        outlet=facts.get("outlet") or _one_line(document.sitename),
        author=facts.get("author") or _one_line(document.author),
        published=facts.get("published") or document.date or "",
        language=facts.get("language") or document.language or "",
        hidden=is_hidden,
        articles=max(1, articles),
    )


def _extract(tree: Any) -> tuple[Any, list[str]]:
    from trafilatura import bare_extraction  # noqa: PLC0415  slow to import, and only web pages need it

    _mark_double_breaks(tree)
    # A date is taken from what the page says of itself; a search through all of it finds those of paths and addresses.
    document: Any = bare_extraction(
        tree, with_metadata=True, include_comments=False, date_extraction_params={"extensive_search": False}
    )
    return document, (_paragraphs(document.body) if document is not None else [])


def _refuse_nothing(paragraphs: Sequence[str], where: str) -> None:
    """Refuse a page without an article, and one that asks to be let in."""
    if not paragraphs:
        raise EmptyArticleError("there is no article in the page", where=where)
    if sum(map(len, paragraphs)) < _LONGEST_WALL and _WALL.search(" ".join(paragraphs)):
        message = "the page holds no article: it asks for JavaScript, cookies or a captcha"
        raise EmptyArticleError(message, where=where, hint="save the page from a browser")


def _refuse_absurd_tags(html: str, where: str) -> None:
    for match in _TAG.finditer(html):
        attributes = match["attributes"]
        if attributes is None or len(attributes) < 2 * _MOST_ATTRIBUTES:
            continue
        if next(islice(_ONE_ATTRIBUTE.finditer(attributes), _MOST_ATTRIBUTES, None), None) is not None:
            raise _absurd(f"an element of the page has more than {_MOST_ATTRIBUTES} attributes", where)


def _absurd(message: str, where: str) -> UnreadableInputError:
    return UnreadableInputError(message, where=where, hint="save the article's text in a .txt file")


def _quieten() -> None:
    """Without a handler, logging prints these libraries' complaints on stderr, where only our lines belong."""
    for name in ("trafilatura", "htmldate", "courlan", "justext"):
        logger = logging.getLogger(name)
        if not logger.handlers:
            logger.addHandler(logging.NullHandler())


def _make_parsable(html: str) -> str:
    """A whole page, without what a parser stops at: NUL and halves of surrogate pairs."""
    html = re.sub("[\x00\ud800-\udfff]", "\ufffd", html).removeprefix("\ufeff").lstrip()
    html = re.sub(rf"\A{_EDGAR}", "", html, flags=re.IGNORECASE)
    is_fragment = re.search(r"<(html|body)\b", html[:100_000], re.IGNORECASE) is None
    return f"<html><body>{html}</body></html>" if is_fragment else html


def _mark_double_breaks(tree: Any) -> None:
    """One <br> ends a line, two a paragraph; extraction makes one of them, so the second leaves a mark."""
    for element in tree.iter("br"):
        following = element.getnext()
        if following is not None and following.tag == "br" and not (element.tail or "").strip():
            following.tail = _DOUBLE_BREAK + (following.tail or "")


def _paragraphs(body: Any) -> list[str]:
    paragraphs = re.split(f"[{_BREAK}{_DOUBLE_BREAK}]", "".join(_flow(body)))
    return [line for line in map(_one_line, map(clean_text, paragraphs)) if line.strip("- ")]


def _flow(element: Any) -> Iterator[str]:
    edge = _BREAK if element.tag in _BLOCKS else " " if element.tag == "cell" else ""
    # The mark tells items from headings, which stand without a full stop too.
    yield edge + ("- " if element.tag == "item" else "") + _SPACES.sub(" ", element.text or "")
    for child in element:
        if child.tag == "lb":
            yield _LINE
        else:
            yield from _flow(child)
        yield _SPACES.sub(" ", child.tail or "")
    yield edge


def _web_address(url: str | None) -> str:
    """The address if it leads into the web: a page may not have "javascript:" or a path stand for its own."""
    return url if url and re.match(r"https?://\S+\Z", url) else ""


def _one_line(text: str | None) -> str:
    return _SPACES.sub(" ", text or "").strip()
