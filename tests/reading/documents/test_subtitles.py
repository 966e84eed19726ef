from __future__ import annotations

from summarizer.reading.content import Content
from summarizer.reading.documents.subtitles import read_subtitles
from tests.reading.documents.samples import FIRST, SECOND, SUBTITLES


def text_of(data: bytes) -> str:
    (only,) = read_subtitles(data, "a.srt")
    assert isinstance(only.found, Content)
    return only.found.text


def test_cues_are_joined_and_pauses_part_paragraphs() -> None:
    assert text_of(SUBTITLES) == f"{FIRST}\n\n{SECOND}\n"


def test_voices_begin_paragraphs_and_lines_shown_twice_are_read_once() -> None:
    data = (
        b"WEBVTT\nKind: captions\n\nintro\n00:01.000 --> 00:02.000 align:left\n<v Mara Quill>The weir broke.\n\n"
        b"00:02.000 --> 00:03.000\nThe weir broke.\n\n00:03.000 --> 00:04.000\n<v Jo Fell>It is <b>old</b>.\n"
    )
    assert text_of(data) == "Mara Quill: The weir broke.\n\nJo Fell: It is old.\n"


def test_no_cue_is_no_text() -> None:
    assert text_of(b"WEBVTT\n\nNOTE nothing\n").strip() == ""


def test_names_in_capitals_and_dashes_begin_paragraphs() -> None:
    data = (
        b"1\n00:00:01,000 --> 00:00:02,000\nMARA QUILL: The weir broke.\n\n"
        b"2\n00:00:02,000 --> 00:00:03,000\nJO FELL: It is old.\n\n3\n00:00:03,000 --> 00:00:04,000\n- So it is.\n"
    )
    assert text_of(data) == "MARA QUILL: The weir broke.\n\nJO FELL: It is old.\n\n- So it is.\n"


def test_times_before_a_comma_and_lines_of_events_are_read() -> None:
    sbv = b"0:00:01.000,0:00:02.000\nThe weir broke.\n\n0:00:02.000,0:00:03.500\nIt is old,\nthey say.\n"
    assert text_of(sbv) == "The weir broke. It is old, they say.\n"
    ass = (
        b"[Script Info]\nTitle: Tolm\n\n[Events]\nFormat: Layer, Start, End, Style, Name, L, R, V, Effect, Text\n"
        b"Dialogue: 0,0:00:01.00,0:00:02.00,Default,,0,0,0,,{\\i1}The weir broke.\n"
        b"Dialogue: 0,0:00:02.00,0:00:03.50,Default,,0,0,0,,It is old,\\Nthey say.\nComment: 0,0:00:04.00,x\n"
    )
    assert text_of(ass) == "The weir broke. It is old, they say.\n"


def test_captions_that_roll_are_read_once_and_without_the_times_of_their_words() -> None:
    cues = (
        "WEBVTT\n\n00:00:00.000 --> 00:00:02.000\nthe<00:00:00.500><c> weir</c>\n\n"
        "00:00:02.000 --> 00:00:04.000\nthe weir\nbroke<00:00:02.500><c> on Monday.</c>\n\n"
        "00:00:04.000 --> 00:00:06.000\nbroke on Monday.\n<00:00:04.500><c>Nobody</c> was hurt.\n\n"
    )
    assert text_of(cues.encode()) == "the weir broke on Monday. Nobody was hurt.\n"


def test_cues_need_no_blank_line_between_them() -> None:
    data = b"1\n00:00:01,000 --> 00:00:02,000\nThe weir\n2\n00:00:02,000 --> 00:00:03,000\nbroke in\n1931.\n"
    assert text_of(data) == "The weir broke in 1931.\n"
