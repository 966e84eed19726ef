"""Subtitles (SRT, WebVTT, SBV and ASS): what is said, without its times, cue after cue."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from summarizer.reading.content import Content, Record
from summarizer.reading.decode import decode
from summarizer.reading.fragment import clean_text

if TYPE_CHECKING:
    from collections.abc import Iterator

_TIMES = re.compile(r"(?:\d{1,2}:)?\d\d:\d\d[,.]\d{3}\s+-->\s+(?:\d{1,2}:)?\d\d:\d\d[,.]\d{3}")
_NUMBER = re.compile(rf"(?<=\S)\n(?=\d+\n{_TIMES.pattern})")  # of a cue, with no blank line above it
_SBV_TIMES = re.compile(r"(\d+:\d\d:\d\d\.\d{3}),(\d+:\d\d:\d\d\.\d{3})\s*\Z")
_ASS_LINE = re.compile(r"Dialogue:\s*(.*)")  # layer, start, end, style, name, three margins, effect, text
_ASS_FIELDS = 10
_TAG = re.compile(r"</?[a-z][^<>]*>|<[\d:.]+>|\{\\[^}]*\}", re.IGNORECASE)  # a time is the next word's
_VOICE = re.compile(r"<v(?:\.[\w.-]+)?\s+([^>]+)>", re.IGNORECASE)
_LABEL = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.'’ -]{2,40}:\s|[-–—]\s?[^\W\d]")  # "ADA KROON: …", "- No."
_ENDS = re.compile(r"[.!?…][\"'”’)]*\Z")


def read_subtitles(data: bytes, where: str) -> Iterator[Record]:
    """The text of a subtitle file: a new paragraph for each voice that the file names and after each pause.

    A pause is a cue that ends with a sentence and is followed by a gap of two seconds or more.
    """
    text, encoding = decode(data, where=where)
    paragraphs: list[list[str]] = [[]]
    last_end = 0.0
    shown: list[str] = []  # the lines of the cue before
    for times, lines in _cues(text):
        begin, end = times
        voice = _VOICE.search(" ".join(lines))
        before, shown = shown, [" ".join(_TAG.sub("", line).split()) for line in lines]
        said = " ".join(filter(None, _new_lines(before, shown)))
        if not said or (paragraphs[-1] and paragraphs[-1][-1] == said):
            continue
        pause = bool(paragraphs[-1]) and begin - last_end >= 2 and _ENDS.search(paragraphs[-1][-1]) is not None
        if voice or pause or _LABEL.match(said):
            paragraphs.append([])
        paragraphs[-1].append(f"{voice[1].strip()}: {said}" if voice else said)
        last_end = end
    joined = clean_text("\n\n".join(" ".join(lines) for lines in paragraphs if lines))
    yield Record(0, Content(text=joined + "\n", encoding=encoding))


def _new_lines(before: list[str], lines: list[str]) -> list[str]:
    """The lines of a cue that the cue before did not end in: automatic captions show a line twice, and roll."""
    longest = min(len(before), len(lines))
    old = next((n for n in range(longest, 0, -1) if before[-n:] == lines[:n]), 0)
    return lines[old:]


def _cues(text: str) -> Iterator[tuple[tuple[float, float], list[str]]]:
    text = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
    if text.lstrip().startswith("[Script Info]"):
        yield from _events(text)
        return
    for block in re.split(r"\n\s*\n", _NUMBER.sub(r"\n\n", text)):
        lines = block.strip("\n").split("\n")
        if times := _SBV_TIMES.match(lines[0]):
            yield (_seconds(times[1]), _seconds(times[2])), lines[1:]
            continue
        for place, line in enumerate(lines[:2]):
            if _TIMES.match(line.strip()):
                begin, _, rest = line.partition("-->")
                yield (_seconds(begin), _seconds(rest.split()[0])), lines[place + 1 :]
                break


def _events(text: str) -> Iterator[tuple[tuple[float, float], list[str]]]:
    """The lines of speech in an ASS or SSA file, whose last field is the text."""
    for line in text.split("\n"):
        event = _ASS_LINE.match(line)
        fields = event[1].split(",", _ASS_FIELDS - 1) if event else []
        if len(fields) == _ASS_FIELDS:
            yield (_seconds(fields[1]), _seconds(fields[2])), re.split(r"\\[Nnh]", fields[-1])


def _seconds(time: str) -> float:
    total = 0.0
    for part in time.strip().replace(",", ".").split(":"):
        total = total * 60 + float(part)
    return total
