"""Makes an Article of a text, a web page or a record."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, NoReturn, TypedDict, Unpack, get_args

from summarizer.contract.article import Article, digest
from summarizer.contract.check import Check
from summarizer.contract.errors import EmptyArticleError, RecordError
from summarizer.reading.decode import decode
from summarizer.reading.fields import read_fields, read_id
from summarizer.reading.layout.layout import find_title, lay_out_text, layout_of
from summarizer.reading.layout.paragraphs import Paragraph
from summarizer.reading.several import find_seams, names_itself_review
from summarizer.reading.titles import bare_title
from summarizer.text.language import UNKNOWN, evident_language, guess_language, is_known_to_rules, language_code
from summarizer.text.well_formed import well_formed

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from summarizer.reading.content import Content
    from summarizer.reading.layout.layout import Layout

_Fact = Literal["title", "url", "outlet", "author", "published", "language"]
_FACTS: tuple[_Fact, ...] = get_args(_Fact)


class Known(TypedDict, total=False):
    """What is known of an article besides its text; `where` names its place in errors."""

    title: str | None
    path: str | None
    url: str | None
    outlet: str | None
    author: str | None
    published: str | None
    language: str | None
    encoding: str
    checks: tuple[Check, ...]
    where: str


def article_from_text(text: str, *, id: str | None = None, **known: Unpack[Known]) -> Article:  # noqa: A002  its key in Report v1
    """Make an article of a plain text, which stays as it is; title and language are found when they are not given.

    Halves of surrogate pairs, which no file can hold, become U+FFFD one by one. Raises EmptyArticleError when there
    is no text, or nothing but site furniture.
    """
    where = known.pop("where", "")
    if not isinstance(text, str):
        _refuse(text, where)
    text = well_formed(text)
    if not any(map(str.isalnum, text)):
        raise EmptyArticleError("there is no text in it", where=where)
    language = _language(text, language_code(known.pop("language", None)))
    title = _one_line(well_formed(known.pop("title", None) or ""))
    layout = lay_out_text(text, title=title, language=language)
    if not any(block.kind == "body" for block in layout.blocks) or not layout.sentences:
        raise EmptyArticleError("it holds nothing but site furniture", where=where)
    checks = known.pop("checks", ())
    if not is_known_to_rules(language):
        detail = f"the rules know no {language!r}: they give direct quotations only, and look for no source"
        checks = (*checks, Check(code="language_not_supported", detail=detail))
    title = title or find_title(text, layout)
    checks = (*checks, *_several(text, layout, title))
    article = Article(
        id=well_formed(id or "") or f"text-{digest(text)[:12]}",
        title=title,
        text=text,
        language=language,
        checks=checks,
        **{key: well_formed(str(value)) for key, value in known.items() if value is not None},
    )
    layout_of.keep(article, layout)
    return article


def _language(text: str, stated: str | None) -> str:
    """The language that the text evidently is in, else the stated one (templates of pages often lie), else a guess."""
    evident = evident_language(text)
    if evident != UNKNOWN:
        return evident
    return stated or guess_language(text)


def _several(text: str, layout: Layout, title: str) -> Iterator[Check]:
    """The check that a text bears which seems to hold more articles than one."""
    seams = find_seams([Paragraph(start, end, text[start:end], True) for start, end, _ in layout.blocks])
    if seams:
        more = f"; {len(seams)} such places" if len(seams) > 1 else ""
        detail = f"another article seems to begin at code point {seams[0].at}: {seams[0].seen}{more}"
        yield Check(code="several_articles", detail=detail)
    elif names_itself_review(title):
        yield Check(code="several_articles", detail=f"its title says that it gathers several pieces: {title!r}")


def _refuse(value: object, where: str) -> NoReturn:
    hint = "give a text, a Path or an Article; decode bytes first, or write them to a file"
    raise RecordError(f"it is no article but of type {type(value).__name__}", where=where, hint=hint)


def article_from_html(page: str | bytes, *, id: str | None = None, **known: Unpack[Known]) -> Article:  # noqa: A002  as above
    """Make an article of a web page: its visible text, and what the page says of itself where `known` is silent.

    Raises EmptyArticleError when there is no article in it, and what `decode` raises for bytes.
    """
    from summarizer.reading.webpage import declared_encoding, read_page  # noqa: PLC0415  brings in trafilatura

    where = known.get("where", "")
    if isinstance(page, bytes):
        page, known["encoding"] = decode(page, declared=declared_encoding(page), where=where)
    if not isinstance(page, str):
        _refuse(page, where)
    found = read_page(page, where=where)
    for fact in _FACTS:
        known[fact] = known.get(fact) or getattr(found, fact) or None
    if found.articles > 1 and "several_articles" not in {check.code for check in known.get("checks", ())}:
        several = f"the page holds {found.articles} whole articles: what was read may be of one of them alone"
        known["checks"] = (*known.get("checks", ()), Check(code="several_articles", detail=several))
    if found.hidden:
        detail = "the page shows this text only when a script has run, or hides it: without it, little was left"
        known["checks"] = (*known.get("checks", ()), Check(code="hidden_text_read", detail=detail))
    return article_from_text(found.text, id=id, **known)


def article_from_record(record: Mapping[str, object], *, id: str | None = None, **known: Unpack[Known]) -> Article:  # noqa: A002  as above
    """Make an article of a record with a text; see the README for the keys that are read.

    `id` stands for the record's own; without either it comes from the text. Raises RecordError when there is no text in
    it, EmptyArticleError when there is nothing but site furniture.
    """
    content = read_fields(record, where=known.get("where", ""))
    own = read_id(record)
    return article_from_content(content, id=id or own or None, **known)


def article_from_content(content: Content, *, id: str | None = None, **known: Unpack[Known]) -> Article:  # noqa: A002  as above
    """Make an article of what a reader of files found; its facts go before those in `known`."""
    for fact in _FACTS:
        known[fact] = well_formed(content.facts.get(fact) or "").strip() or known.get(fact)
    known["title"] = bare_title(known["title"] or "", known["outlet"]) or None
    known.setdefault("encoding", content.encoding)
    known["checks"] = tuple(Check(code=code, detail=detail) for code, detail in content.doubts)
    if content.markup:
        return article_from_html(content.markup, id=id, **known)
    return article_from_text(content.text, id=id, **known)


def _one_line(text: str) -> str:
    return " ".join(text.split())
