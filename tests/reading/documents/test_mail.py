from __future__ import annotations

import email
import email.policy
import io
from email.message import EmailMessage

import pytest

from summarizer.contract.errors import EmptyArticleError
from summarizer.reading.content import Content
from summarizer.reading.documents.mail import read_mail, read_mailbox
from tests.reading.documents.samples import FIRST, PAGE, SECOND, TITLE, mail


def content(data: bytes) -> Content:
    (only,) = read_mail(data, "a.eml")
    assert isinstance(only.found, Content)
    return only.found


def test_headers_are_facts_and_the_text_is_decoded() -> None:
    read = content(mail())
    assert read.facts["title"] == TITLE
    assert read.facts["outlet"] == "Fen Post"
    assert SECOND in read.text


def test_a_text_part_that_only_points_to_the_page_is_passed_over() -> None:
    data = mail(markup=True).replace(
        b"The weir of Tolm broke on Monday after a barge struck its gate, the river board", b"See the page"
    )
    assert FIRST in content(data).text


def test_a_flowed_text_is_joined() -> None:
    head = b"Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain; format=flowed\n\n"
    assert content(head + b"The weir \nbroke.\n\nIt is \nold.\n").text == "The weir broke.\n\nIt is old.\n"


def test_the_marks_of_a_mail_that_is_answered_are_taken_off() -> None:
    lines = "".join(f"> {line}\n" for line in ("The weir broke", "on Monday, the", "river board said."))
    read = content(b"Subject: x\n\nSeen this?\n\n" + lines.encode())
    assert read.text == "Seen this?\n\nThe weir broke\non Monday, the\nriver board said.\n"
    assert [code for code, _ in read.doubts] == ["lines_mended"]


def test_a_saved_page_is_a_page_with_its_address() -> None:
    head = (
        b"From: <Saved by Blink>\nSnapshot-Content-Location: https://fen.example/1\nMIME-Version: 1.0\n"
        b'Content-Type: multipart/related; boundary="--b"\n\n----b\nContent-Type: text/html\n'
        b"Content-Transfer-Encoding: binary\n\n"
    )
    read = content(head + PAGE.encode() + b"\n----b--\n")
    assert isinstance(read.markup, bytes)
    assert read.markup.decode().strip() == PAGE
    assert read.facts["url"] == "https://fen.example/1"


def test_a_mailbox_gives_a_record_a_mail() -> None:
    line = b"From post@fen.example Mon Feb  2 08:00:00 2032\n"
    data = (
        line
        + mail().rstrip()
        + b"\n\n"
        + line
        + mail().replace(b"Subject: Fwd: ", b"Subject: Again: ")
        + b"\n>From here on\n"
    )
    found = list(read_mailbox(io.BytesIO(data), "a.mbox"))
    assert [record.number for record in found] == [1, 2]
    titles = [record.found.facts["title"] for record in found if isinstance(record.found, Content)]
    assert titles == [TITLE, f"Again: {TITLE}"]


@pytest.mark.parametrize(
    "data", [b"Subject: x\n\n", b"", b"Content-Type: multipart/mixed; boundary=q\n\n--q\n", b"\xff\xfe"]
)
def test_a_mail_without_text_says_so(data: bytes) -> None:
    (only,) = read_mail(data, "a.eml")
    assert isinstance(only.found, EmptyArticleError | Content)
    assert not isinstance(only.found, Content) or only.found.text.strip()


def test_a_page_that_another_program_saved_has_the_address_of_its_part() -> None:
    data = (
        b'From: "Saved by Internet Explorer 11"\r\nSubject: Weir\r\nMIME-Version: 1.0\r\n'
        b'Content-Type: multipart/related; type="text/html"; boundary="x"\r\n\r\n--x\r\n'
        b'Content-Type: text/html; charset="unicode"\r\nContent-Transfer-Encoding: 8bit\r\n'
        b"Content-Location: https://fen.example/1\r\n\r\n<html><body><p>The weir broke.</p></body></html>\r\n--x--\r\n"
    )
    (only,) = read_mail(data, "a.mht")
    assert isinstance(only.found, Content)
    assert only.found.facts["url"] == "https://fen.example/1"
    assert only.found.markup


def test_a_signature_is_no_text() -> None:
    data = mail().rstrip() + b"\n\n-- \nAda Holm\nFen Post\n"
    assert "Ada Holm" not in content(data).text


def test_a_mail_that_is_attached_is_read() -> None:
    outer = EmailMessage()
    outer["Subject"] = "Fwd: see below"
    outer.set_content("Please see the attached mail.")
    outer.add_attachment(email.message_from_bytes(mail(), policy=email.policy.default))
    assert content(outer.as_bytes()).facts["title"] == TITLE


def test_a_mail_that_was_passed_on_is_of_who_wrote_it() -> None:
    text = f"See below\n\n---------- Forwarded message ---------\nFrom: Fen Post <news@fen.example>\nTo: me\n\n{FIRST}"
    message = EmailMessage()
    message["From"], message["Subject"] = "Ada Holm <ada@tolm.example>", "Fwd: Weir breaks"
    message.set_content(text)
    assert content(bytes(message)).facts["outlet"] == "Fen Post"


def test_a_mail_with_its_length_before_it_ends_there() -> None:
    mail_alone = b"Subject: Weir\nFrom: Fen Post <a@b.example>\n\nThe weir broke.\n"
    data = str(len(mail_alone)).encode() + b"      \n" + mail_alone + b"<?xml version='1.0'?>\n<plist><dict/></plist>\n"
    read = content(data)
    assert read.facts["title"] == "Weir"
    assert read.text.strip() == "The weir broke."


def test_a_charset_that_is_none_is_guessed() -> None:
    head = b"Subject: x\nMIME-Version: 1.0\nContent-Type: text/plain; charset=x-unknown\n\n"
    text = "“Nobody was hurt,” reeve Mara Quill said of the weir’s break on Monday.\n"
    assert content(head + text.encode("cp1252")).text.strip() == text.strip()


def test_a_mail_that_names_no_charset_is_read_by_its_letters() -> None:
    head = "From: desk@tolm.example\nSubject: Weir\nDate: Mon, 2 Mar 2026 08:00:00 GMT\n\n"
    (record,) = read_mail(f"{head}“It is gone,” said Ada Holm.\n".encode(), "weir.eml")
    assert isinstance(record.found, Content)
    assert "“It is gone,”" in record.found.text
