"""Office documents that are zip files: Word (DOCX), OpenDocument (ODT), and e-books (EPUB)."""

from __future__ import annotations

import posixpath
import re
import zipfile
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from summarizer.contract.errors import EmptyArticleError, UnreadableInputError
from summarizer.reading.content import Content, Facts, Record
from summarizer.reading.fragment import clean_text, fragment_text
from summarizer.reading.titles import written_title

if TYPE_CHECKING:
    from collections.abc import Iterator

LARGEST_PART = 64 * 2**20  # bytes of one file in the zip file, unpacked
_NOTE = re.compile(  # a footnote's number in the text, and the footnotes at the end
    r'<sup><a href="#(?:foot|end)note-[^<>]*>.*?</a></sup>|<li id="(?:foot|end)note-[^<>]*>.*?</li>', re.DOTALL
)
_SPACES = re.compile(r"\s+")


def read_word(archive: zipfile.ZipFile, where: str) -> Iterator[Record]:
    """The article in a Word document, with what the document says of its title, author and date."""
    import mammoth  # type: ignore[import-untyped]  # noqa: PLC0415  only Word documents need it

    if archive.fp is None:
        raise UnreadableInputError("the Word document is closed", where=where)
    archive.fp.seek(0)
    try:
        markup = _NOTE.sub("", mammoth.convert_to_html(archive.fp).value)
    except (KeyError, ValueError, OSError) as error:
        message = f"the Word document cannot be read: {error}"
        raise UnreadableInputError(message, where=where, hint="save it anew, or save its text in a .txt file") from None
    told = _dublin_core(_parse(archive, "docProps/core.xml"))
    yield Record(0, _content(fragment_text(markup), told, "the Word document has no text", where))


def read_open_document(archive: zipfile.ZipFile, where: str) -> Iterator[Record]:
    """The article in an OpenDocument text: its headings, paragraphs and list items, without notes and comments."""
    root = _parse(archive, "content.xml")
    paragraphs: list[str] = []
    for element in root.iter() if root is not None else ():
        name = _local_name(element)
        if name in ("p", "h") and not _is_apart(element):
            paragraphs.append(_SPACES.sub(" ", "".join(_inner_text(element))).strip())
    told = _dublin_core(_parse(archive, "meta.xml"))
    text = clean_text("\n\n".join(filter(None, paragraphs)))
    yield Record(0, _content(text, told, "the document has no text", where))


def read_book(archive: zipfile.ZipFile, where: str) -> Iterator[Record]:
    """The documents of an e-book in reading order, an article each; covers and tables of contents are passed over."""
    package_name = _package_name(archive, where)
    package = _parse(archive, package_name)
    if package is None:
        raise UnreadableInputError("the e-book has no list of its parts", where=where, hint="save it anew")
    told = _dublin_core(package)
    told["outlet"] = told.pop("publisher", "") or told["title"]
    folder = posixpath.dirname(package_name)
    number = 0
    for name in _spine(package):
        data = _read(archive, posixpath.normpath(posixpath.join(folder, unquote(name))))
        if data is None or len(fragment_text(data.decode("utf-8", "replace"))) < 200:
            continue  # a cover, or a heading by itself
        number += 1
        facts = Facts(
            outlet=told["outlet"], author=told["author"], published=told["published"], language=told["language"]
        )
        yield Record(number, Content(markup=data, facts=facts))
    if not number:
        yield Record(0, EmptyArticleError("there is no text in the e-book", where=where))


def _content(text: str, told: dict[str, str], nothing: str, where: str) -> Content | EmptyArticleError:
    if not text.strip():
        return EmptyArticleError(nothing, where=where)
    title = written_title(told["title"])
    facts = Facts(title=title, author=told["author"], published=told["published"], language=told["language"])
    return Content(text=text + "\n", facts=facts)


def _package_name(archive: zipfile.ZipFile, where: str) -> str:
    container = _parse(archive, "META-INF/container.xml")
    for element in container.iter() if container is not None else ():
        if _local_name(element) == "rootfile":
            return str(element.get("full-path"))
    raise UnreadableInputError("the e-book does not say where its parts are", where=where, hint="save it anew")


def _spine(package: Any) -> list[str]:
    files = {
        e.get("id"): e.get("href") for e in package.iter() if _local_name(e) == "item" and e.get("properties") != "nav"
    }
    order = [e.get("idref") for e in package.iter() if _local_name(e) == "itemref" and e.get("linear") != "no"]
    return [files[name] for name in order if files.get(name)]


def _dublin_core(root: Any) -> dict[str, str]:
    """Title, author, date, language and publisher, where the document names them; "" where it does not."""
    told = {"title": "", "author": "", "published": "", "language": "", "publisher": ""}
    keys = {"title": "title", "creator": "author", "initial-creator": "author", "created": "published"}
    keys |= {"creation-date": "published", "date": "published", "language": "language", "publisher": "publisher"}
    for element in root.iter() if root is not None else ():
        key = keys.get(_local_name(element))
        if key and not told[key]:
            told[key] = " ".join((element.text or "").split())
    return told


def _parse(archive: zipfile.ZipFile, name: str) -> Any:
    """The root of an XML file in the zip file, None when it is missing or broken."""
    from lxml import etree  # type: ignore[import-untyped]  # noqa: PLC0415  only such documents need it

    data = _read(archive, name)
    if data is None:
        return None
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, recover=True))
    except etree.XMLSyntaxError:
        return None


def _read(archive: zipfile.ZipFile, name: str) -> bytes | None:
    try:
        with archive.open(name) as part:
            data = part.read(LARGEST_PART + 1)
    # Missing, broken or locked; zipfile raises NotImplementedError for a way of packing that it does not know.
    except (KeyError, zipfile.BadZipFile, RuntimeError, NotImplementedError, EOFError):
        return None
    return data if len(data) <= LARGEST_PART else None


def _local_name(element: Any) -> str:
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def _is_apart(element: Any) -> bool:
    """Whether a paragraph stands in a note, a comment or a deleted passage, or inside another paragraph."""
    apart = ("note", "annotation", "tracked-changes", "p", "h")
    return any(_local_name(parent) in apart for parent in element.iterancestors())


def _inner_text(element: Any) -> list[str]:
    parts = [element.text or ""]
    for child in element:
        name = _local_name(child)
        if name in ("s", "tab", "line-break"):
            parts.append(" ")
        elif name not in ("note", "annotation"):
            parts += _inner_text(child)
        parts.append(child.tail or "")
    return parts
