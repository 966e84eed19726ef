"""Names of the files that a run writes: one for each article's report, and those of the run itself."""

from __future__ import annotations

import re
import unicodedata
from hashlib import sha256

from summarizer.reading.ids import RESERVED_NAMES

MANIFEST_NAME = "manifest.json"
_UNSAFE = re.compile(r'[/\\:*?"<>|]+')
_ENDS_IN_HASH = re.compile(r"-[0-9a-f]{8}$")
_LONGEST = 180  # bytes; file systems allow 255, and ".partial" and a suffix are added


def file_name(article_id: str, suffix: str, *, copy: int = 0) -> str:
    """A file name for an article's id: always the same, and never that of a different id, but for upper and lower case.

    `copy` counts the articles before it whose file has the same name.
    """
    visible = "".join(char if char.isprintable() else "_" for char in unicodedata.normalize("NFC", article_id))
    stem = _UNSAFE.sub("_", visible).strip(". ")
    while len(stem.encode()) > _LONGEST:
        stem = stem[: -max(1, (len(stem.encode()) - _LONGEST) // 4)]
    # An id that ends like a hash gets one, too: it could be chosen to be the file name of another id.
    is_taken = stem.split(".")[0].casefold() in RESERVED_NAMES
    if is_taken:
        stem = f"_{stem}"  # "nul.txt.json" is a device to Windows
    if stem != article_id or not stem or copy or _ENDS_IN_HASH.search(stem):
        marked = f"{article_id}\0{copy}" if copy else article_id
        stem = f"{stem}-{sha256(marked.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}".lstrip("-")
    return stem + suffix
