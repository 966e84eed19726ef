"""Articles as agencies deliver them: NITF, NewsML-G2 and NewsML 1, told by the names of their elements alone."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING, Any

from summarizer.contract.errors import EmptyArticleError, UnreadableInputError
from summarizer.reading.content import Content, Facts, Record

if TYPE_CHECKING:
    from collections.abc import Iterator

_ITEMS = frozenset({"newsItem", "NewsItem"})
_BODIES = ("body.content", "inlineXML", "DataContent", "inlineData")
_PARAGRAPHS = frozenset({"p", "hl2", "h1", "h2", "h3", "h4", "h5", "h6", "li", "dt", "dd", "pre"})
_LEFT_OUT = frozenset({"media", "figure", "table", "script", "style", "head", "body.head", "body.end", "note"})
_COMPACT = re.compile(r"(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)?(Z|[+-]\d\d:?\d\d)?)?")
_BY = re.compile(r"by\s+", re.IGNORECASE)


def read_news_xml(data: bytes, where: str) -> Iterator[Record]:
    """The articles in an agency's file; pictures, graphics and packages in it are none.

    Raises UnreadableInputError when it is broken, EmptyArticleError when it has no text.
    """
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415  only mark-up needs it

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        message = f"the XML file is broken: {error}"
        raise UnreadableInputError(message, where=where, hint="fetch it anew") from None
    items = [one for one in _elements(root) if _name(one) in _ITEMS] or [root]
    contents = [content for content in map(_read_item, items) if content.text]
    if not contents:
        raise EmptyArticleError(f"there is no text in its {_name(root)}", where=where)
    for number, content in enumerate(contents, start=1):
        yield Record(number if len(contents) > 1 else 0, content)


def _read_item(item: Any) -> Content:
    body = next((one for name in _BODIES if (one := _first(item, name)) is not None), None)
    facts = Facts(
        title=_text(item, "hl1", "headline", "HeadLine", "title"),
        author=_BY.sub("", _text(item, "byline", "by", "ByLine"), count=1),
        outlet=_attribute(item, "pubdata", "name") or _provider(item),
        published=_published(item),
        language=_language(item),
    )
    return Content(text="\n\n".join(_paragraphs(body)) if body is not None else "", facts=facts)


def _paragraphs(body: Any) -> list[str]:
    """The paragraphs of an article's body; the lines of one that has no elements."""
    found: list[str] = []
    _collect(body, found)
    if found:
        return found
    return [" ".join(line.split()) for line in re.split(r"\n\s*\n", "".join(body.itertext())) if line.strip()]


def _collect(element: Any, found: list[str]) -> None:
    for child in element:
        if _name(child) in _LEFT_OUT:
            continue
        if _name(child) in _PARAGRAPHS:
            text = _words(child)
            found += [text] if text else []
        else:
            _collect(child, found)


def _published(item: Any) -> str:
    """When it was published; in NITF and NewsML 1 dates are written without marks, 20320114T101500Z."""
    written = (
        _attribute(item, "pubdata", "date.publication")
        or _attribute(item, "date.issue", "norm")
        or _attribute(item, "date.release", "norm")
        or _attribute(item, "story.date", "norm")
        or _text(item, "versionCreated", "contentCreated", "ThisRevisionCreated", "FirstCreated", "DateId")
    )
    parts = _COMPACT.fullmatch(written)
    if parts is None:
        return written
    day = f"{parts[1]}-{parts[2]}-{parts[3]}"
    return f"{day}T{parts[4]}:{parts[5]}:{parts[6] or '00'}{parts[7] or ''}" if parts[4] else day


def _provider(item: Any) -> str:
    named = _first(item, "provider")
    if named is not None:
        return _text(named, "name") or str(named.get("literal", ""))
    return _text(item, "distributor", "ProviderId")


def _language(item: Any) -> str:
    told = _attribute(item, "language", "tag") or _attribute(item, "Language", "FormalName")
    return told or str(item.get("{http://www.w3.org/XML/1998/namespace}lang", ""))


def _elements(root: Any) -> Iterator[Any]:
    return (one for one in root.iter() if isinstance(one.tag, str))


def _name(element: Any) -> str:
    """An element's name without its namespace."""
    return str(element.tag).rpartition("}")[2] if isinstance(element.tag, str) else ""


def _words(element: Any) -> str:
    """The words in an element; a letter by a name of HTML's (&eacute;) is one that the file's own grammar tells of."""
    return " ".join(html.unescape("".join(element.itertext())).split())


def _first(item: Any, name: str) -> Any:
    return next((one for one in _elements(item) if _name(one) == name), None)


def _text(item: Any, *names: str) -> str:
    """The words of the first element of one of these names, in the order of the names."""
    for name in names:
        found = _first(item, name)
        text = _words(found) if found is not None else ""
        if text:
            return text
    return ""


def _attribute(item: Any, name: str, attribute: str) -> str:
    found = _first(item, name)
    return str(found.get(attribute, "")).strip() if found is not None else ""
