from __future__ import annotations

import io
import zipfile

import pytest

from summarizer.contract.errors import EmptyArticleError, UnreadableInputError
from summarizer.reading.content import Content
from summarizer.reading.documents.office import read_book, read_open_document, read_word
from tests.reading.documents.samples import FIRST, PARAGRAPHS, TITLE, book, open_document, word, zip_of


def opened(data: bytes) -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(data))


def test_a_word_document_is_its_paragraphs() -> None:
    with opened(word()) as archive:
        (only,) = read_word(archive, "a.docx")
    assert isinstance(only.found, Content)
    assert only.found.text == "\n\n".join([TITLE, *PARAGRAPHS]) + "\n"


def test_notes_in_an_open_document_are_no_text() -> None:
    with opened(open_document()) as archive:
        (only,) = read_open_document(archive, "a.odt")
    assert isinstance(only.found, Content)
    assert only.found.text == "\n\n".join([TITLE, *PARAGRAPHS]) + "\n"


def test_covers_of_a_book_are_passed_over() -> None:
    with opened(book()) as archive:
        (only,) = read_book(archive, "a.epub")
    assert isinstance(only.found, Content)
    assert FIRST.encode() in bytes(only.found.markup if isinstance(only.found.markup, bytes) else b"")
    assert only.found.facts["outlet"] == "Fen Post, Monday"


def test_empty_and_broken_documents_say_so() -> None:
    with opened(zip_of({"content.xml": "<x/>"})) as archive:
        (only,) = read_open_document(archive, "a.odt")
    assert isinstance(only.found, EmptyArticleError)
    with opened(zip_of({"META-INF/container.xml": "<x/>"})) as archive, pytest.raises(UnreadableInputError):
        list(read_book(archive, "a.epub"))
    with opened(zip_of({"word/document.xml": "<x/>"})) as archive, pytest.raises(UnreadableInputError):
        list(read_word(archive, "a.docx"))
