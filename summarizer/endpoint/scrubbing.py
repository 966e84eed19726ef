"""Removes secrets from text that will be shown or logged."""

from __future__ import annotations

import re
from urllib.parse import parse_qsl, quote, unquote, urlsplit

_LOOKS_LIKE_KEY = re.compile(
    r"\b(?:sk|pk|gsk|key|xai|pplx)[-_][\w*.-]{6,}|\bAIza[\w-]{10,}|(?i:\bbearer\s+)\S+|//[^/@\s]+@"
)
_SHORTEST_SECRET = 5  # characters; a shorter one would remove ordinary words


class Scrubber:
    """Removes the given secrets, those in a URL (credentials, query) and anything that looks like a key."""

    def __init__(self, base_url: str, *secrets: str) -> None:
        parts = urlsplit(base_url)
        decoded = [value for _, value in parse_qsl(parts.query)]
        as_written = [field.partition("=")[2] for field in parts.query.split("&")]
        without_scheme = [secret.partition(" ")[2] for secret in secrets]  # "Basic …" without its first word
        known = [parts.username, parts.password, *decoded, *as_written, *secrets, *without_scheme]
        forms = {form for secret in known if secret for form in (secret, unquote(secret), quote(secret, safe=""))}
        # The longest first: a secret may be part of another.
        self._secrets = sorted((form for form in forms if len(form) >= _SHORTEST_SECRET), key=len, reverse=True)

    def __call__(self, text: str) -> str:
        for secret in self._secrets:
            text = text.replace(secret, "[removed]")
        return _LOOKS_LIKE_KEY.sub("[removed]", text)
