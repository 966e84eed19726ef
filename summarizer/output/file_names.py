"""Names of the files that a run writes: one for each article's report, and those of the run itself."""

from __future__ import annotations

import re
from hashlib import sha256

FAILURES_NAME = "failures.jsonl"
MANIFEST_NAME = "manifest.json"
# A report must not get one of these: the run's own files are called so, in the same folder.
_RESERVED_STEMS = frozenset({"failures", "manifest"})
_UNSAFE = re.compile(r'[\x00-\x1f\x7f\ud800-\udfff/\\:*?"<>|]+')
_ENDS_IN_HASH = re.compile(r"-[0-9a-f]{8}$")
_LONGEST = 180  # bytes; file systems allow 255, and ".partial" and a suffix are added


def file_name(article_id: str, suffix: str) -> str:
    """A file name for an article's id: always the same, and never that of a different id."""
    stem = _UNSAFE.sub("_", article_id).strip(". ")
    while len(stem.encode()) > _LONGEST:
        stem = stem[: -max(1, (len(stem.encode()) - _LONGEST) // 4)]
    # An id that ends like a hash gets one, too: it could be chosen to be the file name of another id.
    if stem != article_id or not stem or stem.casefold() in _RESERVED_STEMS or _ENDS_IN_HASH.search(stem):
        stem = f"{stem}-{sha256(article_id.encode('utf-8', 'surrogatepass')).hexdigest()[:8]}".lstrip("-")
    return stem + suffix
