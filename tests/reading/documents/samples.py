"""The same article, about an invented place, in files of many kinds, each made here as its programs make it."""

from __future__ import annotations

import gzip
import io
import tarfile
import zipfile
from email.message import EmailMessage

TITLE = "Weir of Tolm breaks"
FIRST = "The weir of Tolm broke on Monday after a barge struck its gate, the river board said."
SECOND = "“Nobody was hurt,” reeve Mara Quill told reporters on the bank of the river that evening."
PARAGRAPHS = [FIRST, SECOND]
MARKUP = "".join(f"<p>{paragraph}</p>" for paragraph in PARAGRAPHS)
PAGE = f'<!doctype html><html lang="en"><head><title>{TITLE}</title></head><body><h1>{TITLE}</h1>{MARKUP}</body></html>'


def mail(*, markup: bool = False) -> bytes:
    """An e-mail from a newsroom, its text encoded as mail programs do."""
    message = EmailMessage()
    message["From"] = "Fen Post <post@fen.example>"
    message["To"] = "desk@river.example"
    message["Subject"] = f"Fwd: {TITLE}"
    message["Date"] = "Mon, 02 Feb 2032 08:00:00 +0000"
    message.set_content("\n\n".join(PARAGRAPHS), cte="quoted-printable")
    if markup:
        message.add_alternative(PAGE, subtype="html", cte="base64")
    return message.as_bytes()


def zip_of(members: dict[str, str | bytes], first: str = "") -> bytes:
    """A zip file of these members; the one named first is stored before them, uncompressed."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        if first:
            archive.writestr("mimetype", first, zipfile.ZIP_STORED)
        for name, data in members.items():
            archive.writestr(name, data)
    return buffer.getvalue()


def tar_of(members: dict[str, str]) -> bytes:
    """A tar archive of these members."""
    buffer = io.BytesIO()
    with tarfile.open(fileobj=buffer, mode="w") as archive:
        for name, text in members.items():
            member = tarfile.TarInfo(name)
            member.size = len(text.encode())
            archive.addfile(member, io.BytesIO(text.encode()))
    return buffer.getvalue()


def word() -> bytes:
    """A Word document with a heading and two paragraphs."""
    space = "http://schemas.openxmlformats.org"
    body = "".join(f"<w:p><w:r><w:t>{words}</w:t></w:r></w:p>" for words in [TITLE, *PARAGRAPHS])
    body = f"<w:body>{body}</w:body>"
    types = (
        f'<Types xmlns="{space}/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument'
        '.wordprocessingml.document.main+xml"/></Types>'
    )
    links = (
        f'<Relationships xmlns="{space}/package/2006/relationships"><Relationship Id="r1" Target="word/document.xml" '
        f'Type="{space}/officeDocument/2006/relationships/officeDocument"/></Relationships>'
    )
    core = (
        '<cp:coreProperties xmlns:cp="urn:cp" xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{TITLE}</dc:title><dc:creator>Ada Holm</dc:creator></cp:coreProperties>"
    )
    return zip_of(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": links,
            "docProps/core.xml": core,
            "word/document.xml": f'<w:document xmlns:w="{space}/wordprocessingml/2006/main">{body}</w:document>',
        }
    )


def open_document() -> bytes:
    """An OpenDocument text with a heading, two paragraphs, a note and two blanks in a row."""
    space = "urn:oasis:names:tc:opendocument:xmlns"
    first = FIRST.replace("broke on", '<text:span>broke</text:span><text:s text:c="2"/>on')
    note = "<text:note><text:note-body><text:p>NOTE</text:p></text:note-body></text:note>"
    content = (
        f'<o:document-content xmlns:o="{space}:office:1.0" xmlns:text="{space}:text:1.0"><o:body><o:text>'
        f"<text:h>{TITLE}</text:h><text:p>{first}</text:p><text:p>{SECOND}{note}</text:p>"
        "</o:text></o:body></o:document-content>"
    )
    facts = "<dc:creator>Ada Holm</dc:creator><dc:date>2032-02-02</dc:date>"
    meta = f'<m xmlns:dc="http://purl.org/dc/elements/1.1/">{facts}</m>'
    return zip_of({"content.xml": content, "meta.xml": meta}, "application/vnd.oasis.opendocument.text")


def book() -> bytes:
    """An e-book of a cover and one chapter."""
    container = '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>'
    package = (
        '<package xmlns:dc="http://purl.org/dc/elements/1.1/"><metadata><dc:title>Fen Post, Monday</dc:title>'
        "<dc:language>en</dc:language><dc:creator>Ada Holm</dc:creator></metadata><manifest>"
        '<item id="a" href="cover.xhtml"/><item id="b" href="text/one%20two.xhtml"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    )
    cover = "<html><body><h1>Fen Post</h1></body></html>"
    chapter = PAGE + "<p>" + "Two barges waited above the gate until the evening. " * 3 + "</p>"
    members: dict[str, str | bytes] = {
        "META-INF/container.xml": container,
        "OPS/book.opf": package,
        "OPS/cover.xhtml": cover,
        "OPS/text/one two.xhtml": chapter,
    }
    return zip_of(members, "application/epub+zip")


def pdf(pages: list[list[str]], title: str = TITLE) -> bytes:
    """A PDF document of these lines on these pages, in the plainest form that there is."""
    shown = ["".join(f"({line}) Tj 0 -14 Td " for line in lines) for lines in pages]
    return _pdf([f"BT /F1 11 Tf 40 780 Td {page}ET" for page in shown], title)


def placed_pdf(*pages: list[tuple[int, int, int, str]]) -> bytes:
    """A PDF document without a title, with words at places: from the left, from below, size and text of each."""
    shown = [
        "".join(f"BT /F1 {size} Tf {left} {bottom} Td ({text}) Tj ET " for left, bottom, size, text in page)
        for page in pages
    ]
    return _pdf(shown, "")


def _pdf(streams: list[str], title: str) -> bytes:
    objects = ["<</Type/Catalog/Pages 2 0 R>>", ""]
    kids = []
    for stream in streams:
        objects.append(f"<</Length {len(stream)}>>stream\n{stream}\nendstream")
        page = f"<</Type/Page/Parent 2 0 R/MediaBox[0 0 900 842]/Contents {len(objects)} 0 R/Resources<</Font<</F1 "
        objects.append(page + "<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>>>")
        kids.append(f"{len(objects)} 0 R")
    objects[1] = f"<</Type/Pages/Count {len(kids)}/Kids[{' '.join(kids)}]>>"
    objects.append(f"<</Title({title})/Author(Ada Holm)/CreationDate(D:20320202080000+01'00')>>")
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode()
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    trailer = f"trailer<</Size {len(objects) + 1}/Root 1 0 R/Info {len(objects)} 0 R>>\nstartxref\n{len(data)}\n%%EOF"
    return data + f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}{trailer}".encode()


def web_archive() -> bytes:
    """A WARC file of a picture and a page, each record compressed by itself as crawlers do."""
    records = b""
    for kind, address, data in (("image/png", "a.png", b"\x89PNG"), ("text/html; charset=utf-8", "1", PAGE.encode())):
        answer = f"HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {len(data)}\r\n\r\n".encode() + data
        head = (
            f"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: https://fen.example/{address}\r\n"
            "WARC-Date: 2032-02-02T08:00:00Z\r\nWARC-Record-ID: <urn:uuid:0>\r\n"
            f"Content-Type: application/http; msgtype=response\r\nContent-Length: {len(answer)}\r\n\r\n"
        )
        records += gzip.compress(head.encode() + answer + b"\r\n\r\n")
    return records


FEED = f"""<?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
<title>Fen Post</title><language>en-GB</language>
<item><title>{TITLE}</title><link>https://fen.example/1</link><author>a@fen.example (Ada Holm)</author>
<pubDate>Mon, 02 Feb 2032 08:00:00 GMT</pubDate><description>{FIRST}</description>
<content:encoded><![CDATA[{MARKUP}]]></content:encoded></item>
<item><title>Empty</title><link>https://fen.example/2</link></item></channel></rss>""".encode()
SUBTITLES = """1
00:00:01,000 --> 00:00:03,000
<i>The weir of Tolm broke on Monday after a barge</i>

2
00:00:03,100 --> 00:00:05,000
struck its gate, the river board said.

3
00:00:09,000 --> 00:00:12,000
“Nobody was hurt,” reeve Mara Quill told reporters
on the bank of the river that evening.
""".encode()
