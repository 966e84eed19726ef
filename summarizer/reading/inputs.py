"""Inputs to articles: files, folders, globs and standard input, one at a time and as they are needed.

What kind a file is of is told by what it begins with, and then by its suffix (see kinds.py); which files a folder or a
pattern gives, named_files.py tells.
"""

from __future__ import annotations

import io
import os
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO, NamedTuple, cast
from urllib.parse import urlsplit

from summarizer.contract.errors import CallError, InputError, OutputError, UnreadableInputError
from summarizer.reading.addresses import Addresses, is_address, other_scheme, without_password
from summarizer.reading.articles import article_from_content, article_from_html, article_from_record, article_from_text
from summarizer.reading.files import Origin, Reading, read_records
from summarizer.reading.ids import IdRegister, RecordNames, name_unread
from summarizer.reading.kinds import LINES_SUFFIXES
from summarizer.reading.named_files import named_files, printable, reason_of, refuse_device, size_of_file
from summarizer.reading.records import read_lines
from summarizer.reading.shards import Portion, Stretch, can_be_parted, read_part
from summarizer.text.well_formed import well_formed

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from summarizer.contract.article import Article
    from summarizer.reading.content import Content, Fetched
    from summarizer.reading.shards import Shard

__all__ = [
    "FailedInput",
    "FoundArticle",
    "article_from_html",
    "article_from_record",
    "article_from_text",
    "find_articles",
    "find_in_bytes",
    "find_in_line",
    "read_articles",
    "read_file",
]


_ALL = Stretch(0, 0, is_all=True)
_STDIN = Origin("standard input", "stdin")
_FETCHED = "only http and https addresses are; save it in a file and name that"


class FailedInput(NamedTuple):
    """An input that gives no report: the id that it would have had, its place (file, or file:line), and the error."""

    id: str
    where: str
    error: InputError | OutputError


class FoundArticle(NamedTuple):
    """An article whose words were found in an input, and are still to be read: its id, its words, and where they lie.

    Another process may read it. An `id` of "" is to come from its text. `path` is its file, `where` its place in
    errors, `url` the address that it was at.
    """

    id: str
    content: Content
    path: str | None
    where: str
    url: str | None = None

    def read(self) -> Article:
        """The article. Raises InputError."""
        try:
            return article_from_content(
                self.content, id=self.id or None, path=self.path, url=self.url, where=self.where
            )
        except (OSError, ValueError) as error:
            raise _unreadable(error, self.where) from error


def read_articles(
    inputs: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    skip: Iterable[Path] = (),
    on_left_out: Callable[[str], None] | None = None,
    allow_private: bool = False,
    on_fetched: Callable[[Fetched], None] | None = None,
) -> Iterator[Article | FailedInput]:
    """Read articles lazily, in the order of the inputs; what cannot be read comes out as a FailedInput.

    An input is a file, a folder, a glob (`**` goes into folders), an address (https://…) or "-" for standard input.
    What lies at an address is fetched as docs/addresses.md says, from private networks only if `allow_private`, and
    `on_fetched` is called with it. An id that a record has of its own is kept to the letter. Others come from the
    file's name: a second file `name` becomes `name-2`, the fifth record of a file `name-5`; a failed input keeps the id
    that it would have had. A JSONL file is read line by line, so its length does not matter. Files in `skip` are left
    out of folders and globs. After each folder, `on_left_out` is called with a line about the files in it that are not
    read, if there are any.

    Raises CallError when a single name is given instead of several.
    """
    found = find_articles(
        inputs, stdin=stdin, skip=skip, on_left_out=on_left_out, allow_private=allow_private, on_fetched=on_fetched
    )
    return map(_read, found)


def _read(found: FoundArticle | FailedInput) -> Article | FailedInput:
    if isinstance(found, FailedInput):
        return found
    try:
        return found.read()
    except InputError as error:
        return FailedInput(found.id, found.where, error)


def find_articles(
    inputs: Iterable[str | Path],
    *,
    stdin: BinaryIO | None = None,
    skip: Iterable[Path] = (),
    on_left_out: Callable[[str], None] | None = None,
    allow_private: bool = False,
    on_fetched: Callable[[Fetched], None] | None = None,
    shard: Shard | None = None,
) -> Iterator[FoundArticle | FailedInput]:
    """`read_articles` without the last step, which takes the most time: each article is still to be read.

    Of a `shard`, only those in its part of the inputs come out, with the ids that they have in the whole. A JSONL file
    may be of several shards, any other file is of the one in whose part it begins. Raises CallError for a shard of what
    is no file.
    """
    if isinstance(inputs, str | bytes | Path):
        message = f"one name where several are expected: {str(inputs)!r}"
        raise CallError(message, hint=f"pass a list: read_articles([{str(inputs)!r}])")
    addresses = Addresses(allow_private=allow_private, on_fetched=on_fetched)
    skipped = frozenset(map(os.path.realpath, skip))
    names = tuple(map(str, inputs)) if shard else map(str, inputs)
    portion = Portion(shard, _size_of(names, skipped)) if shard else None
    return _find_in_inputs(names, stdin or sys.stdin.buffer, skipped, on_left_out, addresses, portion)


def _size_of(names: Iterable[str], skipped: frozenset[str]) -> int:
    total = 0
    for name in names:
        if name == "-" or is_address(name):
            raise CallError("--shard is a part of files", where=name, hint="save it in a file")
        total += sum(max(size_of_file(found), 1) for found in named_files(name, skipped, Counter()))
    return total


def _find_in_inputs(
    names: Iterable[str],
    stdin: BinaryIO,
    skipped: frozenset[str],
    on_left_out: Callable[[str], None] | None,
    addresses: Addresses,
    portion: Portion | None,
) -> Iterator[FoundArticle | FailedInput]:
    ids = IdRegister()
    with closing(addresses):
        for name in names:
            if name == "-":
                yield from _find_in_stream(stdin, ids)
            elif is_address(name):
                yield from _find_at_address(name, ids, addresses)
            elif scheme := other_scheme(name):
                error = UnreadableInputError(f"{scheme} addresses are not fetched", where=name, hint=_FETCHED)
                yield FailedInput(ids.take(_name_in(name)), name, error)
            else:
                yield from _find_in_files(name, ids, skipped, on_left_out, portion)


def _find_in_files(
    name: str,
    ids: IdRegister,
    skipped: frozenset[str],
    on_left_out: Callable[[str], None] | None,
    portion: Portion | None,
) -> Iterator[FoundArticle | FailedInput]:
    if not name:  # as "$FOLDER" is when nothing set it; Path would take it for the current folder
        error = UnreadableInputError(
            "an input has no name", where='""', hint="name a file or a folder, or . for this one"
        )
        yield FailedInput(ids.take(""), error.where, error)
        return
    left_out: Counter[str] = Counter()
    for found in named_files(name, skipped, left_out):
        part = portion.of_next(size_of_file(found)) if portion else _ALL
        if isinstance(found, InputError):
            id_ = ids.take(Path(found.where).stem)
            if part is not None and part.start == 0:
                yield FailedInput(id_, found.where, found)
        else:
            yield from _find_in_path(found, ids, part)
    if left_out and on_left_out is not None:
        kinds = ", ".join(f"{suffix} ({count})" for suffix, count in left_out.most_common(8))
        total = left_out.total()
        on_left_out(f"{name}: {total} {'file is' if total == 1 else 'files are'} not read: {kinds}")


def _find_at_address(address: str, ids: IdRegister, addresses: Addresses) -> Iterator[FoundArticle | FailedInput]:
    try:
        fetched = addresses.fetch(address)
    except InputError as error:
        yield FailedInput(ids.take(_name_in(address)), without_password(address), error)
        return
    origin = Origin(fetched.url, fetched.name)
    file = io.BufferedReader(cast("io.RawIOBase", io.BytesIO(fetched.data)))
    yield from _find_in_file(file, origin, ids, path=None, url=fetched.url)


def find_in_bytes(data: bytes, name: str) -> Iterator[FoundArticle | FailedInput]:
    """The articles in the bytes of a file of this name, as `find_articles` finds them in the file."""
    origin = Origin(name, Path(name).name)
    file = io.BufferedReader(cast("io.RawIOBase", io.BytesIO(data)))
    return _find_in_file(file, origin, IdRegister(), path=name)


def find_in_line(line: str | bytes, path: str, number: int | None = None) -> Iterator[FoundArticle | FailedInput]:
    """The articles in one line of a JSONL file: what has no id gets one from its text, a failure from its line.

    Without the `number` of the line the place in errors is the file alone.
    """
    data = line if isinstance(line, bytes) else line.encode("utf-8", "surrogatepass")
    where = path if number is None else f"{path}:{number}"
    for record in read_lines(io.BytesIO(data), path):
        if isinstance(record.found, InputError):
            record.found.where = where
            yield FailedInput(well_formed(record.id) or name_unread(data), where, record.found)
        else:
            yield FoundArticle(well_formed(record.id), record.found, path or None, where)


def read_file(path: str | Path) -> Article:
    """Read the one article in a file. Raises InputError when there is none, CallError when there are several."""
    return _only(read_articles([path]), str(path))


def read_address(address: str, addresses: Addresses) -> Article:
    """Read the one article at an address. Raises as `read_file` does."""
    return _only(map(_read, _find_at_address(address, IdRegister(), addresses)), address)


def _only(results: Iterator[Article | FailedInput], where: str) -> Article:
    first = next(results)
    if isinstance(first, FailedInput):
        raise first.error
    if next(results, None) is not None:
        hint = "use `summarizer run`, or read_articles"
        raise CallError("it holds more than one article", where=where, hint=hint)
    return first


def _find_in_path(path: Path, ids: IdRegister, part: Stretch | None) -> Iterator[FoundArticle | FailedInput]:
    name = printable(str(path))
    origin = Origin(name, Path(name).name)
    if part is None or (part.start and origin.suffix not in LINES_SUFFIXES):
        _pass_by(origin, ids)
        return
    try:
        with path.open("rb") as file:
            refuse_device(file)
            if part.is_all or not can_be_parted(file, origin.suffix):
                if part.start:
                    _pass_by(origin, ids)
                else:
                    yield from _find_in_file(file, origin, ids, path=name)
                return
            names = RecordNames(ids)
            names.id_of(name, origin.stem, 1)  # its name is taken even if no line begins in this part
            readings = (Reading(origin, record) for record in read_part(file, name, part))
            yield from _find_in_records(readings, names, path=name)
    except (OSError, ValueError) as error:  # ValueError: a name with NUL in it
        yield _failed(origin, ids, _unreadable(error, origin.where))
    except InputError as error:
        error.where = error.where or origin.where
        yield _failed(origin, ids, error)


def _find_in_stream(stream: BinaryIO, ids: IdRegister) -> Iterator[FoundArticle | FailedInput]:
    # Its user goes on to own it: what wraps it here must let go of it without closing it.
    buffered = stream if isinstance(stream, io.BufferedReader) else None
    try:
        buffered = buffered or io.BufferedReader(cast("io.RawIOBase", stream))
    except (OSError, ValueError) as error:  # ValueError: the stream is closed
        yield _failed(_STDIN, ids, _unreadable(error, _STDIN.where))
        return
    try:
        yield from _find_in_file(buffered, _STDIN, ids, path=None)
    except (OSError, ValueError) as error:
        yield _failed(_STDIN, ids, _unreadable(error, _STDIN.where))
    finally:
        if buffered is not stream and not stream.closed:
            buffered.detach()


def _find_in_file(
    file: io.BufferedReader[Any], origin: Origin, ids: IdRegister, *, path: str | None, url: str | None = None
) -> Iterator[FoundArticle | FailedInput]:
    yield from _find_in_records(read_records(file, origin), RecordNames(ids), path=path, url=url)


def _pass_by(origin: Origin, ids: IdRegister) -> None:
    """Take the id of another shard's file, so that those after it have the ids that they have in the whole."""
    if origin.suffix in LINES_SUFFIXES:
        ids.take_base(origin.stem)
    else:
        ids.take(origin.stem)


def _find_in_records(
    readings: Iterator[Reading], names: RecordNames, *, path: str | None, url: str | None = None
) -> Iterator[FoundArticle | FailedInput]:
    for found_in, record in readings:
        where = f"{found_in.where}:{record.number}" if record.number else found_in.where
        # An input has the same id whether it can be read or not.
        id_ = well_formed(record.id) or names.id_of(found_in.where, found_in.stem, record.number)
        if isinstance(record.found, InputError):
            yield FailedInput(id_, record.found.where or where, record.found)
            continue
        page = None if record.number else url  # of a feed's items, each has its own
        yield FoundArticle(id_, record.found, path, where, page)


def _failed(origin: Origin, ids: IdRegister, error: InputError) -> FailedInput:
    return FailedInput(ids.take(origin.stem), origin.where, error)


def _unreadable(error: Exception, where: str) -> UnreadableInputError:
    if isinstance(error, FileNotFoundError):
        return UnreadableInputError("there is no such file", where=where, hint="check the name")
    if isinstance(error, PermissionError):
        return UnreadableInputError("it may not be read", where=where, hint="check its permissions")
    return UnreadableInputError(f"it cannot be read: {reason_of(error)}", where=where, hint="check the file")


def _name_in(address: str) -> str:
    """The last part of an address that could not be fetched; all of it when it cannot be read."""
    try:
        parts = urlsplit(address)
    except ValueError:
        return address
    return Path(parts.path).stem or parts.netloc
