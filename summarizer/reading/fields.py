"""JSON objects to articles: which of a record's keys hold its text and its facts, whatever their names.

The names are those of NewsAPI, Event Registry, GDELT, GNews, Mediastack, the Guardian and New York Times services,
WordPress, schema.org, JSON Feed, Elasticsearch, news-please, newspaper4k, trafilatura and common exports.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING

from summarizer.contract.errors import RecordError
from summarizer.reading.content import Content, Facts
from summarizer.reading.fragment import clean_text, looks_like_markup, words_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from summarizer.contract.check import CheckCode

# All keys are told by their letters and digits alone: "Article Text", "article_text" and "articleText" are one.
# In the order of trust; of those that a record has, the longest is its text, and the first of equals.
_PARAGRAPHS_OF_PIECES = ("paragraph", "heading")  # in the documents of editors, whose pieces are bold or not
_WHOLE_TEXT_KEYS = (
    *("text", "content", "body", "articlebody", "maintext", "fulltext", "bodytext", "articletext", "article"),
    *("plaintext", "cleanedtext", "rawtext", "rawcontent", "articlecontent", "story", "storytext", "newstext"),
    *("contents", "contenttext", "contenthtml", "texthtml", "bodyhtml", "html", "markup", "paragraphs"),
    *("contentelements", "blocks", "bodynitf", "bodyxhtml", "articlehtml", "texto", "textocompleto", "cuerpo"),
    *("contenido", "texte", "textecomplet", "contenu", "corps", "inhalt", "volltext", "artikeltext", "artikel"),
    "selftext",
)
_TEXT_KEYS = (
    *_WHOLE_TEXT_KEYS,
    *("message", "description", "summary", "excerpt", "snippet", "abstract", "teaser", "leadparagraph", "lead"),
    "trailtext",
)
_FACT_KEYS: dict[str, tuple[str, ...]] = {
    "title": (
        "title",
        "headline",
        "headlines",
        "webtitle",
        "heading",
        "subject",
        "articletitle",
        "name",
        "titel",
        "titre",
        "titulo",
        "título",
        "titular",
        "überschrift",
        "ueberschrift",
        "schlagzeile",
        "headlinetext",
    ),
    "url": (
        *("url", "link", "permalink", "canonicalurl", "weburl", "articleurl", "articlelink", "sourceurl"),
        *("externalurl", "uri", "href", "mainentityofpage", "guid"),
        *("pageurl", "shorturl", "links", "enlace", "lien", "adresse"),
    ),
    "outlet": (
        *("outlet", "publication", "publisher", "sourcename", "sourcetitle", "source", "sitename", "outletname"),
        *("newspaper", "provider", "medianame", "media", "website", "site", "sourcedomain", "domain"),
        *("quelle", "zeitung", "medium", "fuente", "medio", "periodico", "periódico", "journal", "titredujournal"),
        *("account", "subreddit"),
    ),
    "author": (
        "author",
        "authors",
        "authorname",
        "byline",
        "creator",
        "dccreator",
        "by",
        "writer",
        "journalist",
        "autor",
        "autorin",
        "auteur",
        "verfasser",
    ),
    "published": (
        *("published", "publishedat", "datepublished", "datetimepub", "pubdate", "publisheddate", "publicationdate"),
        *("publishdate", "datepublish", "publishedon", "webpublicationdate", "datetime", "date", "articledate"),
        *("displaydate", "firstpublishdate", "seendate", "isodate", "timestamp", "createdat", "created", "time"),
        *("createdutc", "loaddate"),
        *("datum", "erschienen", "veröffentlicht", "fecha", "fechadepublicacion", "datedepublication"),
    ),
    "language": (
        "language",
        "lang",
        "languagecode",
        "inlanguage",
        "sourcelanguage",
        "articlelanguage",
        "locale",
        "sprache",
        "langue",
        "idioma",
    ),
}
_ID_KEYS = ("id", "articleid", "uuid")
# Where services put the list of their articles, and where each item keeps the article itself.
_LIST_KEYS = (
    *("articles", "data", "results", "items", "docs", "documents", "entries", "records", "hits", "response", "news"),
    *("posts", "stories", "value", "feed", "rows", "collection", "output", "payload", "objects", "nodes", "edges"),
    *("messages", "children"),
)
_ITEM_KEYS = ("_source", "article", "document", "node", "attributes", "fields", "item", "thread", "data")
_INNER_KEYS = (
    "rendered",
    "value",
    "text",
    "html",
    "content",
    "plain",
    "raw",
    "$t",
    "#text",
    "main",
    "name",
    "title",
    "full",
    "basic",
    "data",
    "permalink",
    "canonical",
    "display_name",
    "original",
)

_NOT_OF_KEYS = re.compile(r"[\W_]+")
_CUT_MARK = re.compile(r"\s*(?:\[\+?\d+ char(?:acter)?s\]|\(\d+ more (?:words|characters)\))\s*\Z")
_LANGUAGES = {"eng": "en", "deu": "de", "ger": "de", "fra": "fr", "fre": "fr", "spa": "es", "ita": "it", "por": "pt"}
_LANGUAGES |= {"nld": "nl", "dut": "nl", "rus": "ru", "ukr": "uk", "ara": "ar", "zho": "zh", "chi": "zh", "tur": "tr"}
_LANGUAGES |= {"english": "en", "german": "de", "french": "fr", "spanish": "es", "italian": "it", "portuguese": "pt"}
_LANGUAGES |= {"polish": "pl", "pol": "pl", "russian": "ru", "arabic": "ar", "chinese": "zh", "turkish": "tr"}
_DEEPEST = 4  # wrappers around a list of articles


def unwrap_records(value: Mapping[str, object]) -> list[Mapping[str, object]]:
    """The records in an answer of a news service: the objects of its list, or the one object itself."""
    found = _rows_of_columns(value) or _find_list(value, _DEEPEST)
    return found if found is not None else [value]


def is_error(value: Mapping[str, object]) -> bool:
    """Whether a service's answer tells of an error and holds no article: {"status": "error", "message": "…"}."""
    flat = _flatten(value)
    is_failed = str(flat.get("status", "")).casefold() in ("error", "fail", "failed") or "error" in flat
    return is_failed and not any(key in flat for key in (*_WHOLE_TEXT_KEYS, *_FACT_KEYS["title"]))


def _rows_of_columns(value: Mapping[str, object]) -> list[Mapping[str, object]] | None:
    """The rows of a table that is written column by column: {"title": {"0": …}, "text": {"0": …}}, or with lists."""
    columns = {str(key): column for key, column in value.items()}
    names, rows = columns.get("columns"), columns.get("data")
    if isinstance(names, list) and isinstance(rows, list) and names_columns(list(map(str, names))):
        return [dict(zip(map(str, names), row, strict=False)) for row in rows if isinstance(row, list)]
    if len(columns) < 2 or not names_columns(list(columns)):
        return None
    if all(isinstance(column, Mapping) for column in columns.values()):
        cells = {name: dict(column) for name, column in columns.items() if isinstance(column, Mapping)}
    elif all(isinstance(column, list) for column in columns.values()):
        cells = {name: dict(enumerate(column)) for name, column in columns.items() if isinstance(column, list)}
    else:
        return None
    keys = next(iter(cells.values()))
    if any(column.keys() != keys.keys() for column in cells.values()) or any(map(_is_inner_key, keys)):
        return None
    return [{name: column[key] for name, column in cells.items()} for key in keys]


def _is_inner_key(key: object) -> bool:
    """Whether a key is one under which services keep a field's value: {"title": {"rendered": …}} is one record."""
    return isinstance(key, str) and not key.isdigit() and key in _INNER_KEYS


def read_fields(record: Mapping[str, object], *, where: str = "") -> Content:
    """The text and the facts in a record, by the names that its keys have. Raises RecordError when it has no text."""
    flat = _flatten(record)
    text, is_markup = _longest_text(flat)
    if not text.strip() and not any(isinstance(flat.get(key), str) for key in _TEXT_KEYS):
        keys = ", ".join(f'"{key}"' for key in list(record)[:8])
        raise RecordError(
            f"there is no text in the record, which has {keys or 'no keys'}",
            where=where,
            hint='give it a "text" or "content" string',
        )
    facts = Facts()
    for fact, names in _FACT_KEYS.items():
        found = next(filter(None, (_read_fact(fact, flat[name]) for name in names if name in flat)), "")
        if found:
            facts[fact] = found  # type: ignore[literal-required]  # the table's keys are those of Facts
    cut = _CUT_MARK.search(text)
    doubts: tuple[tuple[CheckCode, str], ...] = ()
    if cut:
        text = text[: cut.start()]
        doubts = (("text_cut_off", f"the record holds only the beginning of the text: {cut[0].strip()}"),)
    if is_markup and re.match(r"\s*(<!doctype|<html)", text, re.IGNORECASE):
        return Content(markup=text, facts=facts, doubts=doubts)
    return Content(text=words_of(text) if is_markup else clean_text(text), facts=facts, doubts=doubts)


def names_columns(names: Sequence[str]) -> bool:
    """Whether these are the names of a table's columns: one of a text, and one of a fact or an id."""
    plain = {plain_key(name) for name in names}
    facts = chain(_ID_KEYS, *_FACT_KEYS.values())
    return not plain.isdisjoint(_WHOLE_TEXT_KEYS) and not plain.isdisjoint(facts)


def find_separator(header: str) -> str:
    """The mark that parts the columns in a table's first line."""
    return max("\t;|,", key=lambda mark: (header.count(mark), mark == ","))


def read_id(record: Mapping[str, object]) -> str:
    """The record's own id as text, to the letter; "" when it has none."""
    flat = _flatten(record)
    values = (flat.get(key) for key in _ID_KEYS)
    return next((str(v) for v in values if isinstance(v, str | int) and not isinstance(v, bool) and str(v).strip()), "")


def _flatten(record: Mapping[str, object]) -> Mapping[str, object]:
    """The record by the letters of its keys, with what it keeps one level down, such as `fields` and `_source`."""
    inner = [part for key in _ITEM_KEYS if isinstance(part := record.get(key), Mapping)]
    merged: dict[str, object] = {}
    for part in (*inner, record):
        for key, value in part.items():
            if value not in (None, "", [], {}) and not any(value is other for other in inner):
                merged[plain_key(str(key))] = value
    return merged


def plain_key(key: str) -> str:
    """The letters and digits of a key or a column's name, in lower case: "dc:creator" gives "dccreator"."""
    return _NOT_OF_KEYS.sub("", key).casefold()


def _find_list(value: object, depth: int) -> list[Mapping[str, object]] | None:
    if not isinstance(value, Mapping) or depth == 0:
        return None
    if _is_article(value):
        return None  # whatever else it lists
    outlet = value.get("title") if "version" in value and "jsonfeed" in str(value.get("version")) else None
    outlet = value.get("name") if isinstance(value.get("messages"), list) else outlet  # a channel's export
    for key in _LIST_KEYS:
        inner = value.get(key)
        if isinstance(inner, list) and inner and all(isinstance(item, Mapping) for item in inner):
            return [{"outlet": outlet, **item} if outlet else item for item in inner]
        found = _find_list(inner, depth - 1)
        if found is not None:
            return found
    graph = value.get("@graph")  # of schema.org: what else a page holds is no article
    stories = [item for item in graph if isinstance(item, Mapping)] if isinstance(graph, list) else []
    if any(map(_is_article, stories)):
        return [item for item in stories if _is_article(item)]
    items = list(value.values())
    if len(items) > 1 and all(isinstance(item, Mapping) and _is_article(item) for item in items):
        return [{"id": key, **item} for key, item in value.items()]  # articles by their ids
    for inner in value.values():  # under a key of its own: {"data": {"story": {…}}}
        found = _list_under(inner, depth - 1)
        if found is not None:
            return found
    return None


def _list_under(value: object, depth: int) -> list[Mapping[str, object]] | None:
    """The articles under a key that no service is known to use, when they surely are articles."""
    if isinstance(value, list):
        items = [item for item in value if isinstance(item, Mapping)]
        return items if items and len(items) == len(value) and all(map(_holds_article, items)) else None
    if not isinstance(value, Mapping) or depth <= 0:
        return None
    if any(isinstance(item := value.get(key), Mapping) and _is_article(item) for key in _ITEM_KEYS):
        return [value]
    if _is_article(value):
        return [value] if _has_title(value) else None
    return _find_list(value, depth)


def _holds_article(value: Mapping[str, object]) -> bool:
    inner = (part for key in _ITEM_KEYS if isinstance(part := value.get(key), Mapping))
    return any(_is_article(part) and _has_title(part) for part in (value, *inner))


def _has_title(value: Mapping[str, object]) -> bool:
    return any(plain_key(str(key)) in _FACT_KEYS["title"] for key in value)


def _is_article(value: Mapping[str, object]) -> bool:
    texts = (text for key, text in value.items() if plain_key(str(key)) in _WHOLE_TEXT_KEYS)
    texts = (text.get("rendered") if isinstance(text, Mapping) else text for text in texts)
    return any((isinstance(text, str) and text) or (_are_paragraphs(text) and _has_title(value)) for text in texts)


def _are_paragraphs(value: object) -> bool:
    """Whether a list is the paragraphs of one text, and not articles: no item has a title of its own."""
    if not isinstance(value, list) or not _words_of(value):
        return False
    return all(isinstance(one, str) or (isinstance(one, Mapping) and not _has_title(one)) for one in value)


def _longest_text(record: Mapping[str, object]) -> tuple[str, bool]:
    best, best_length, best_is_markup = "", 0, False
    for key in _TEXT_KEYS:
        text = _words_of(record[key]) if key in record else ""
        if len(text) <= best_length:
            continue
        is_markup = looks_like_markup(text)
        length = len(words_of(text)) if is_markup else len(text)
        if length > best_length:
            best, best_length, best_is_markup = text, length, is_markup
    return best, best_is_markup


def _words_of(value: object) -> str:
    """The text in a value: a string, a list of paragraphs, or an object that keeps it under a usual name."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        is_inline = any(isinstance(one, str) for one in value) and any(isinstance(one, Mapping) for one in value)
        return ("" if is_inline else "\n\n").join(filter(None, map(_words_of, value)))  # ["A ", {"text": "bold"}, …]
    if isinstance(value, Mapping):
        inline = value.get("children")
        if isinstance(value.get("blocks"), list):  # Editor.js
            return _words_of([one.get("data") for one in value["blocks"] if isinstance(one, Mapping)])
        if inline is None and str(value.get("type") or value.get("nodeType")).startswith(_PARAGRAPHS_OF_PIECES):
            inline = value.get("content")
        if isinstance(inline, list):  # a paragraph of rich text: its pieces stand in one line
            return "".join(map(_words_of, inline))
        return next(filter(None, (_words_of(value.get(key)) for key in _INNER_KEYS)), "")
    return ""


def _read_fact(fact: str, value: object) -> str:
    if fact == "published":
        return _date(value)
    if isinstance(value, list):
        names = list(filter(None, (_read_fact(fact, item) for item in value)))
        return ", ".join(names) if fact == "author" else (names[0] if names else "")
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value) if fact == "title" else ""
    text = " ".join(_plain(value).split())
    if fact == "url":
        return (
            text
            if re.match(r"https?://\S+\Z", text)
            else _plain(value.get("@id"))
            if isinstance(value, Mapping)
            else ""
        )
    if fact == "language":
        return _LANGUAGES.get(text.casefold(), text)
    if fact == "author":
        return re.sub(r"^by\s+", "", text, flags=re.IGNORECASE)
    return text


def _plain(value: object) -> str:
    text = _words_of(value)
    return words_of(text) if looks_like_markup(text) else text


def _date(value: object) -> str:
    """A date as the record writes it; seconds or milliseconds since 1970 become ISO 8601."""
    if isinstance(value, str) and re.fullmatch(r"\d{10}|\d{13}", value.strip()):
        value = int(value)
    if isinstance(value, int) and not isinstance(value, bool) and 1900_01_01 <= value < 2100_01_01:
        return str(value)
    if isinstance(value, int | float) and not isinstance(value, bool) and 1e8 < value < 1e14:
        seconds = value / 1000 if value > 1e11 else value
        return datetime.fromtimestamp(seconds, UTC).isoformat().replace("+00:00", "Z")
    if isinstance(value, Mapping):
        value = next((v for v in chain([value.get("date")], value.values()) if isinstance(v, str)), "")
    return value.strip() if isinstance(value, str) and any(map(str.isdigit, value)) else ""
