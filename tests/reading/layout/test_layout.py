"""Title, body, captions, furniture and repeats; numbered sentences."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from summarizer.reading.articles import article_from_text
from summarizer.reading.layout.layout import Layout, find_title, flat_text, lay_out_text
from tests.growth import assert_linear

LEAD = "The weir above Tolm burst on Tuesday night and the lower town was under water by dawn, the reeve said."
MORE = "Nine boats were sent from the coast, and the school at Fenwick took in the families of Mill Street."
LAST = "Councillor Ida Bram told the Courier that the cracks had been known since spring to everybody but her."
TITLE = "Old weir bursts above Tolm, nine streets under water"


def kinds(text: str, **known: str) -> list[str]:
    return [block.kind for block in lay_out_text(text, **known).blocks]


def kind_of(line: str, *, before: str = f"{TITLE}\n\n{LEAD}\n\n{MORE}", after: str = LAST) -> str:
    """The kind of a line that stands between paragraphs."""
    text = f"{before}\n\n{line}\n\n{after}"
    blocks = [block for block in lay_out_text(text).blocks if text[block.start : block.end] == line.strip()]
    assert len(blocks) == 1
    return blocks[0].kind


def sentences(text: str, language: str = "en") -> list[str]:
    return [text[s.start : s.end] for s in lay_out_text(text, language=language).sentences]


def test_a_plain_article() -> None:
    text = f"{TITLE}\n\n{LEAD}\n\n{MORE}\n"
    layout = lay_out_text(text)
    assert [block.kind for block in layout.blocks] == ["title", "body", "body"]
    assert [text[s.start : s.end] for s in layout.sentences] == [TITLE, LEAD, MORE]
    assert [(s.number, s.block) for s in layout.sentences] == [(1, 0), (2, 1), (3, 2)]
    assert find_title(text, layout) == TITLE


@pytest.mark.parametrize(
    "line",
    [
        "Home / Regions / Fenland",
        "Front page > Regions",
        "News » Fenland » Floods",
        "Economy | Fenland | Weather",
        "Leave a reply",
        "Leave a Comment",
        "Post a comment",
        "No Comment",
        "12 Comments",
        "Your email address will not be published. Required fields are marked *",
        "Be the first to comment",
        "Source link",
        "Source: Fen Wire",
        "Next Bridge to be painted green",
        "Previous Eel prices fall for a third week",
        "« Previous article: Eel prices fall",
        "Read more: Why the weirs of Fenland are old",
        "READ ALSO: Ten weirs to see before they burst",
        "ALSO IN THE COURIER: The best eel soup | Who paints bridges",
        "Related: Tide tables for the week",
        "Follow our latest news via the app",
        "Follow Ida Bram on Twitter @idabram",
        "Sign up for our newsletter to get the best of the Courier",
        "Subscribe to our channel",
        "Share this  Print  Save for later",
        "Facebook Twitter WhatsApp Email",
        "Tags: weirs, eels, Tolm",
        "We use cookies to make this site better.",
        "© The Fen Courier 2031",
        "All rights reserved.",
        "Advertisement",
        "Story continues below advertisement",
        "Updated 3 April, 11:15",
        "2 April 2031, 06:30 GMT",
        "3 min read",
        "By Runa Holt and Sten Ark in Tolm",
        "BY OUR CORRESPONDENT IN FENWICK",
        "(with information from Fen Wire)",
        "(Reporting by Runa Holt; Editing by Sten Ark)",
        "Additional reporting by Sten Ark",
        "Sten Ark contributed to this report.",
        "(Corrects number of boats in second paragraph)",
        "This article was originally published by Fen Wire.",
        "Editor's note: the Courier owns two boats.",
        "The Courier is not responsible for what readers write.",
        "https://fen.example/weir",
        "#weir #eels",
        "archival",
        "picture",
        "***",
        "Eel fishers count their losses",
        "What the reeve knew about the cracks…",
        ".box {",
    ],
)
def test_furniture_between_paragraphs(line: str) -> None:
    assert kind_of(line) == "furniture"


@pytest.mark.parametrize(
    "line",
    [
        "A boat crosses Mill Street on April 2, 2031. Photo: Fen Wire",
        "A boat crosses Mill Street (Courier/Runa Holt)",
        "Families wait at the school. (AP Photo/Runa Holt)",
        "PHOTO: A boat crosses Mill Street",
        "weir-tolm-flood.jpg A boat crosses Mill Street in the first light.",
        "Fenland Ministry of Works/Handout",
        "RUNA HOLT / AFP / Getty Images",
        "A boat is seen in this undated photo of Mill Street.",
        "Picture: Courier Archive",
        "© R. Holt/The Fen Courier 2031".replace("© ", "Image: "),
    ],
)
def test_captions_and_credits(line: str) -> None:
    assert kind_of(line) == "caption"


@pytest.mark.parametrize(
    "line",
    [
        "“We are tired.”",
        "“No,” said Bram.",
        "Nobody slept.",
        "She was not asked again",
        "The reeve said he would stay",
        "“We will build it again, and higher”",
        "Among the dead was the miller:",
        "• The reeve announces the closing of nine streets",
        "- Councillor Bram calls the night a lesson",
        "Comments about the reeve were heard all night in the school, and few of them were kind.",
        "Comments by the reeve angered the families.",
        "Previous weirs had burst in 1987 and 2004.",
        "Next week the school will be needed for lessons.",
        "By Wednesday the water had gone.",
        "Follow the river and you will find the dead, the reeve told reporters.",
        "Read the letter, she said, and then ask me again about the weir.",
        "Share prices of the mill fell.",
        "Source of the flood, the board says, was a crack two hands wide.",
        "Published in March, the report said the weir was “an old man on stilts”.",
        "Updated figures show that nine streets were flooded.",
        "A photo of the weir, which Bram showed to the board, was said to be old.",
        "The board met at noon. (Reuters)",
        "Gov. Ada Lind (R) promised help.",
        "Who would pay for the boats?",
        "He wrote in a video: nobody should cross the bridge.",
        "FENWICK, Fenland - The school is full.",
    ],
)
def test_body_stays_body(line: str) -> None:
    assert kind_of(line) == "body"


def test_a_broken_sentence_stays_body() -> None:
    text = f"{TITLE}\n\n{LEAD}\n\nThe reeve, who was on the bridge\n\nwhen it shook, could not be reached.\n\n{MORE}"
    assert kinds(text) == ["title", "body", "body", "body", "body"]


def test_a_list_that_is_announced_stays_body() -> None:
    text = f"{TITLE}\n\n{LEAD}\n\nThree streets are closed:\n\nMill Street\n\nEel Lane\n\nBridge Road\n\n{MORE}"
    assert kinds(text) == ["title", *["body"] * 6]


def test_the_top_of_a_page() -> None:
    text = (
        f"Home / Regions / {TITLE}\n\nFenland\n\n{TITLE}\n\nThe reeve asks everybody to stay upstairs\n\n"
        "By Runa Holt\nPublished 2 April, 06:30\n\nA boat crosses Mill Street. Photo: Sten Ark / Courier\n\n"
        f"{LEAD}\n\n{MORE}"
    )
    assert kinds(text) == [
        *("furniture", "furniture", "title", "title"),
        *("furniture", "furniture", "caption", "body", "body"),
    ]
    assert find_title(text, lay_out_text(text)) == TITLE


def test_a_section_label_is_no_title() -> None:
    text = f"Fenland\nA boat crosses Mill Street on April 2. Photo: AP\n{LEAD}\n{MORE}\n"
    layout = lay_out_text(text)
    assert [block.kind for block in layout.blocks] == ["furniture", "caption", "body", "body"]
    assert find_title(text, layout) == ""


def test_the_known_title_is_the_title() -> None:
    text = f"Bursting\n\n{LEAD}\n\n{MORE}"
    assert kinds(text)[0] == "furniture"
    assert kinds(text, title="BURSTING")[0] == "title"


def test_a_caption_above_its_credit() -> None:
    text = f"{TITLE}\n\n{LEAD}\n\nAn old boat stands in the yard of the school.\nRUNA HOLT / AFP\n\n{MORE}"
    assert kinds(text) == ["title", "body", "caption", "caption", "body"]


def test_a_statement_above_a_credit_stays_body() -> None:
    text = f"{TITLE}\n\n{LEAD}\n\nThe boat is mine, the miller said.\nRUNA HOLT / AFP\n\n{MORE}"
    assert kinds(text) == ["title", "body", "body", "caption", "body"]


def test_all_below_the_comments_heading_is_furniture() -> None:
    rules = "We read all that you send. Whoever insults an eel will be kept out, and we tell nobody why."
    reader = "Water and mills: my uncle said it was the mayor."
    text = f"{TITLE}\n{LEAD}\n{MORE}\n{LAST}\nComments\n{rules}\n{reader}\nPost a comment"
    assert kinds(text) == ["title", "body", "body", "body", *["furniture"] * 4]


def test_a_comments_button_at_the_top_ends_nothing() -> None:
    counts = ("Nine", "Eight", "Seven", "Six", "Five")
    boats = [f"{count} boats came from the coast, one of the fishers told the board." for count in counts]
    paragraphs = [LEAD, MORE, LAST, *boats]
    text = f"{TITLE}\n\nShare\n\nComments\n\n" + "\n\n".join(paragraphs)
    assert kinds(text) == ["title", "furniture", "furniture", *["body"] * 8]


def test_links_below_a_heading() -> None:
    text = f"{TITLE}\n\n{LEAD}\n\nYOU MAY ALSO LIKE\nTen facts on eels\nWho paints our bridges?\n\n{MORE}\n\n{LAST}"
    assert kinds(text) == ["title", "body", "furniture", "furniture", "furniture", "body", "body"]


def test_repeats() -> None:
    text = "\n\n".join(
        [
            TITLE,
            LEAD,
            MORE,
            f"  {LEAD.upper()}",
            MORE.replace("Nine", "Eight"),
            LAST,
            "“The cracks had been known since spring to everybody but her.”",
        ]
    )
    assert kinds(text) == ["title", "body", "body", "repeat", "body", "body", "repeat"]
    assert len(lay_out_text(text).sentences) == 5


@pytest.mark.parametrize(
    ("old", "new", "kind"),
    [
        ("“The weir was sound,”", "'The weir was sound',", "repeat"),
        ("the flood", "that flood", "repeat"),
        ("was sound", "was not sound", "body"),
        ("Monday", "Friday", "body"),
        ("believed", "doubted", "body"),
        ("nine", "ten", "body"),
    ],
)
def test_a_changed_word_of_weight_is_no_repeat(old: str, new: str, kind: str) -> None:
    said = "“The weir was sound,” the reeve told the nine of the board on Monday, and all believed him until the flood."
    assert kinds(f"{TITLE}\n\n{LEAD}\n\n{said}\n\n{MORE}\n\n{said.replace(old, new)}")[-1] == kind


def test_wrapped_lines_are_one_paragraph() -> None:
    wrapped = "\n".join(re.findall(r".{1,64}(?:\s|$)", f"{LEAD} {MORE} {LAST}")).replace(" \n", "\n")
    text = (
        f"{TITLE}\n\n{wrapped}\n\n{wrapped.replace('weir', 'dam').replace('Nine', 'Ten').replace('cracks', 'holes')}\n"
    )
    layout = lay_out_text(text)
    assert [block.kind for block in layout.blocks] == ["title", "body", "body"]
    assert len(layout.sentences) == 7


def test_lines_that_are_paragraphs_stay_apart() -> None:
    assert kinds(f"{TITLE}\n{LEAD}\n{MORE}\n{LAST}\n") == ["title", "body", "body", "body"]


def test_text_without_full_stops_is_not_thrown_away() -> None:
    lines = [
        f"and then the reeve went down to gate {n} to see whether the water was still rising there" for n in range(6)
    ]
    assert "furniture" not in kinds("\n\n".join(lines))


def test_one_line_is_an_article() -> None:
    assert kinds("Weir bursts above Tolm") == ["body"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Gen. Ada Lind left. Lt. Col. Bo Ark of the U.S. Army stayed. Mr. Holt slept.",
         ["Gen. Ada Lind left.", "Lt. Col. Bo Ark of the U.S. Army stayed.", "Mr. Holt slept."]),
        ("“We are cold. We are wet.” she said. She slept.", ["“We are cold. We are wet.” she said.", "She slept."]),
        ("“It is over.” Bram said. He left.", ["“It is over.” Bram said.", "He left."]),
        ("“It is over.” Bram said the boats would stay.", ["“It is over.”", "Bram said the boats would stay."]),
        ("They went there. ”Bram said. Then it rained.", ["They went there. ”Bram said.", "Then it rained."]),
        ("He was tired. “So am I,” she said.", ["He was tired.", "“So am I,” she said."]),
        ("The miller died. during the night of the flood. Nobody saw it.",
         ["The miller died. during the night of the flood.", "Nobody saw it."]),
        ("Boats crossed the street.The reeve saw them.", ["Boats crossed the street.", "The reeve saw them."]),
        ("See www.Tolm.Example for it. The end is near.", ["See www.Tolm.Example for it.", "The end is near."]),
        ("It is No. 5 of Jan. 7 that he means. All agreed.", ["It is No. 5 of Jan. 7 that he means.", "All agreed."]),
        ("• Nine boats came. Two sank.", ["Nine boats came.", "Two sank."]),
        ("## Nine boats came", ["Nine boats came"]),
        ("They fish in the river. Eels)", ["They fish in the river. Eels)"]),
        ("1. Nine boats came. 2. Two sank.", ["1. Nine boats came.", "2. Two sank."]),
        ("The hills are calm. “ Then it rained on them. “", ["The hills are calm. “", "Then it rained on them. “"]),
    ],
)  # fmt: skip
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "ar",
            "قال الوزير إن الجسر مغلق. هل سيعود؟ لا أحد يعلم.",
            ["قال الوزير إن الجسر مغلق.", "هل سيعود؟", "لا أحد يعلم."],
        ),
        ("zh", "市长说，大桥已关闭。学校也关门了。", ["市长说，大桥已关闭。", "学校也关门了。"]),
        ("en", "😀 Cafe\u0301 shut. 👩‍👩‍👧 stayed home.", ["😀 Cafe\u0301 shut.", "👩‍👩‍👧 stayed home."]),
        ("en", "One boat sank.\r\nTwo boats came.", ["One boat sank.", "Two boats came."]),
        ("xx", "One boat sank. Two came.", ["One boat sank.", "Two came."]),
    ],
)
def test_offsets_hold_in_every_script(language: str, text: str, expected: list[str]) -> None:
    assert sentences(text, language) == expected


@pytest.mark.parametrize(
    ("language", "paragraphs", "expected"),
    [
        (
            "de",
            [
                "Wehr über Tolm gebrochen, neun Straßen unter Wasser",
                "Von Anna Weber",
                f"Das Wehr {'brach ' * 20}am Montag.",
                "„Wir sind müde“, sagte sie.",
                "Lesen Sie auch: Warum Wehre brechen",
                f"Der Rat {'tagte ' * 20}am Montag.",
                "Foto: Karl Maier/dpa",
            ],
            ["title", "furniture", "body", "body", "furniture", "body", "caption"],
        ),
        (
            "ar",
            [
                "رئيس البلدية: الجسر سيغلق ستة أسابيع",
                "الرئيسية / أخبار / محليات",
                f"قال رئيس البلدية {'إن الجسر ' * 12}سيغلق.",
                '"علمنا مساء الأربعاء"، أضاف رئيس البلدية.',
                "اقرأ أيضا: لماذا تنهار الجسور",
                f"قالت المعارضة {'إن الجسر ' * 12}قديم.",
            ],
            ["title", "furniture", "body", "body", "furniture", "body"],
        ),
        (
            "zh",
            [
                "市长称大桥将关闭六周",
                "2031年4月2日 06:30",
                "市长周一表示，大桥将于本周四关闭，工程师在主缆上发现了一条裂缝。",
                "“我们周三才知道，”他说。",
                "延伸阅读：旧桥",
                "反对派要求市长辞职，委员会将于下周开会讨论此事并听取报告。",
            ],
            ["title", "furniture", "body", "body", "furniture", "body"],
        ),
        (
            "th",
            ["สะพานเอล์มปิดหกสัปดาห์", "นายกเทศมนตรีกล่าวว่าสะพานจะปิดตั้งแต่วันพฤหัสบดี" * 3, "ฝ่ายค้านเรียกร้องให้เขาลาออก"],
            ["title", "body", "body"],
        ),
    ],
)
def test_other_languages(language: str, paragraphs: list[str], expected: list[str]) -> None:
    assert kinds("\n\n".join(paragraphs), language=language) == expected


def check(text: str, layout: Layout) -> None:
    """What every layout must keep to."""
    end = 0
    for block in layout.blocks:
        assert end <= block.start < block.end <= len(text)
        assert not text[end : block.start].strip()
        assert text[block.start : block.end].strip() == text[block.start : block.end]
        end = block.end
    assert not text[end:].strip()
    end = 0
    for number, sentence in enumerate(layout.sentences, start=1):
        block = layout.blocks[sentence.block]
        assert sentence.number == number
        assert block.kind in ("title", "body")
        assert max(end, block.start) <= sentence.start < sentence.end <= block.end
        end = sentence.end


LINES = st.sampled_from(
    [TITLE, LEAD, MORE, LAST, "Comments", "Leave a reply", "Home / News", "Photo: AP", "Related", "A / AFP",
     "“A.” he said.", "Next Boat sinks", "• One", "- Two.", "picture", "By Jo Doe", "1.", "“", "قال الوزير.", "他说。",
     "😀", "\x00", "e\u0301."]
)  # fmt: skip
BREAKS = st.sampled_from(["\n", "\n\n", "\r\n", "\r\n\r\n", "\r", " ", "", "\u2028", "\x0c", "\x85"])


@given(st.text())
@example("\x1c\n\x1f")
@example("a\u2029\u2029b")
def test_any_text_has_a_layout(text: str) -> None:
    check(text, lay_out_text(text))


@settings(max_examples=200)
@given(
    st.lists(st.tuples(LINES, BREAKS), max_size=25),
    st.sampled_from(["", TITLE, "x"]),
    st.sampled_from(["en", "ar", "zh", "und"]),
)
@example([("Leave a reply", "\n"), ("😀", " "), ("Leave a reply", "\n"), (TITLE, "\n")], "", "en")
def test_any_page_has_one_layout(lines: list[tuple[str, str]], title: str, language: str) -> None:
    text = "".join(line + end for line, end in lines)
    layout = lay_out_text(text, title=title, language=language)
    check(text, layout)
    assert layout == lay_out_text(text, title=title, language=language)
    found = find_title(text, layout)
    # The title that intake finds gives the article the same layout when it is laid out again.
    assert lay_out_text(text, title=title or found, language=language) == layout


@pytest.mark.parametrize(
    "piece",
    ["word ", "“", '"', "(", "[", "A. ", '" a. ', "a / ", "a | ", "> ", "• ", ". ", "...", "😀", "e\u0301", "他说。",
     "(a/", "photo ", "by A ", "\n", "\n\n", "a\n\n", "Follow ", "“a.” he said. ", "{}", "#", "- ", "St. "],
)  # fmt: skip
def test_time_is_linear_in_the_length(piece: str) -> None:
    text = (piece * 40_000)[:40_000]
    check(text, lay_out_text(text))
    assert_linear(lay_out_text, piece)


def test_a_sentence_of_any_length_is_one() -> None:
    text = "the boats and " * 10_000 + "the reeve."
    assert sentences("The " + text) == ["The " + text]


def test_the_title_is_kept_by_the_article() -> None:
    assert article_from_text(f"# {TITLE}\n\n{LEAD}\n\n{MORE}").title == TITLE


def test_line_ends_in_a_paragraph_are_blanks_for_its_readers() -> None:
    first = (
        "The World\nRiver Council said on\tMonday that the old weir of Tolm had broken\r\nafter a barge had struck it."
    )
    text = f"{first}\n\n{MORE}"
    article = article_from_text(text, id="x")
    flat = flat_text(article)
    assert len(flat) == len(text)
    assert flat.startswith("The World\nRiver Council said on Monday that the old weir of Tolm had broken  after")
    assert flat.endswith(f"it.\n\n{MORE}")
