"""The detector on sentences of our own, form by form, and on any string at all."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from summarizer import summarize
from summarizer.attribution import Statement, find_statements
from summarizer.contract.article import Article
from summarizer.reading.layout.layout import sentences_of


def read(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    """Source, cue and content of each statement, as text."""
    return [
        (
            text[slice(*s.mention)] if s.mention else "",
            text[slice(*s.cue)] if s.cue else "",
            tuple(text[slice(*c)] for c in s.content),
        )
        for s in find_statements(Article(id="a", text=text))
    ]


def only(text: str) -> Statement:
    (found,) = find_statements(Article(id="a", text=text))
    return found


def test_a_quotation_split_by_its_cue_is_one_statement() -> None:
    assert read("“The dam,” Ostrand said, “will hold until the snow melts.”") == [
        ("Ostrand", "said", ("“The dam,”", "“will hold until the snow melts.”"))
    ]


def test_a_quotation_goes_on_after_the_cue_in_the_next_sentence() -> None:
    text = "“We lost the crop,” said Ada Lund, a farmer. “The rest is under water. Nothing is left.”"
    assert read(text) == [("Ada Lund", "said", ("“We lost the crop,”", "“The rest is under water. Nothing is left.”"))]


def test_a_quotation_over_two_paragraphs_has_one_cue() -> None:
    text = "“The road is closed,” Marsh said. “It will stay closed.\n\n“Nobody may pass the bridge until Friday.”"
    (found,) = read(text)
    assert found[0] == "Marsh"
    assert found[2][-1] == "“Nobody may pass the bridge until Friday.”"


def test_a_bare_quotation_belongs_to_the_speaker_of_the_line_before() -> None:
    text = "In a letter to the guild, the widow Pell declared:\n\n“You have taken our boats and our nets.”"
    assert read(text)[0][0] == "the widow Pell"
    assert read(text)[0][2] == ("“You have taken our boats and our nets.”",)


def test_a_line_under_a_quotation_names_its_speaker() -> None:
    text = "“The sea gives and the sea takes, and we count the days.”\n\n- Ann Pell, Harbour Guild"
    assert read(text)[0][0] == "Ann Pell"


def test_content_ends_where_the_clause_ends() -> None:
    text = "Velmark said on Tuesday that it had closed the strait, but ships kept passing."
    assert read(text) == [("Velmark", "said", ("that it had closed the strait",))]


def test_the_source_is_the_subject_and_not_the_nearest_name() -> None:
    text = "Ada Lund, who runs the Arle ferry with her brother Tom, said the pier was unsafe."
    assert read(text) == [("Ada Lund", "said", ("the pier was unsafe",))]


def test_a_relative_pronoun_brings_its_antecedent() -> None:
    text = "Officials met Kole Brandt, who said that the mine would reopen."
    assert ("Kole Brandt, who", "said", ("that the mine would reopen",)) in read(text)


def test_a_shared_subject_serves_two_verbs() -> None:
    text = "The union rejected the offer and called for a new vote in March."
    assert [one[0] for one in read(text)] == ["The union", "The union"]


def test_a_participle_takes_the_subject_of_its_clause() -> None:
    text = "Brandt denied that the mine had flooded, adding that the pumps were new."
    assert read(text) == [
        ("Brandt", "denied", ("that the mine had flooded",)),
        ("Brandt", "adding", ("that the pumps were new",)),
    ]


def test_whoever_passes_a_statement_on_is_a_relay() -> None:
    text = "“Our men hold the pass,” the militia said, as reported by Radio Velm."
    found = only(text)
    assert text[slice(*(found.mention or (0, 0)))] == "the militia"
    assert [text[slice(*r)] for r in found.relays] == ["Radio Velm"]


def test_according_to_around_a_statement_is_a_relay_too() -> None:
    text = "“We waited,” the group said, according to Radio Velm, “until the last boat had left the bay.”"
    found = only(text)
    assert len(found.content) == 2
    assert [text[slice(*r)] for r in found.relays] == ["Radio Velm"]


def test_a_question_and_its_answer() -> None:
    text = "Asked whether the canal would open, Ada Lund told reporters on Monday it would take a year."
    assert read(text) == [("Ada Lund", "told", ("it would take a year",))]


def test_a_passive_with_by_names_its_source() -> None:
    text = "The bishop was accused by the guild of hiding the accounts."
    assert read(text) == [("the guild", "accused", ("The bishop", "of hiding the accounts"))]


def test_badly_translated_text_with_lost_marks() -> None:
    text = "“We will answer. “The enemy will see,” the front said in a statement. confirming that two men died."
    assert read(text)[0] == ("the front", "said", ("“We will answer. “The enemy will see,”",))


@pytest.mark.parametrize(
    "text",
    [
        "Two dead as ferry sinks off Arle",
        "The Arle bridge at dawn on 3 May. Photo: K. Brandt",
        "Three ships left the harbour on Monday and two came back in the evening.",
        "The United States of Velm and the reports of the harbour office",
    ],
)
def test_where_nobody_speaks_nothing_is_found(text: str) -> None:
    assert read(text) == []


def test_the_answer_is_kept_with_the_article() -> None:
    article = Article(id="a", text="Lund said the pier was unsafe.")
    assert find_statements(article) is find_statements(article)


WORDS = st.sampled_from(
    [
        "said",
        "told",
        '"',
        "“",
        "”",
        "''",
        ",",
        ".",
        ":",
        ";",
        "(",
        ")",
        "?",
        "he",
        "Smith,",
        "who",
        "that",
        "according",
        "to",
        "adding",
        "in",
        "a",
        "statement",
        "and",
        "—",
        "of",
        "was",
        "accused",
        "by",
        "claim",
        "his",
        "\n",
        "wants",
        "which",
        "as",
        "put",
        "it",
        "whether",
        "İ",
        "’",
        "U.S.",
        "3,000",
    ]
)


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=200), st.lists(WORDS, max_size=60).map(" ".join)))
def test_any_text_gives_spans_within_it(text: str) -> None:
    if not text:
        return
    found = find_statements(Article(id="a", text=text))
    for one in found:
        for start, end in [*one.content, *one.relays, *filter(None, (one.mention, one.cue))]:
            assert 0 <= start < end <= len(text)
            assert text[start:end].strip()
        assert list(one.content) == sorted(one.content)
    assert found == find_statements(Article(id="b", text=text))


@pytest.mark.parametrize(
    "unit",
    ["(", '"', "“a” ", "said ", "he said, ", "told Smith ", "his claim that ", "Smith, who, ", 'said "x" ', "a-", "\0"],
)
def test_time_is_linear_in_the_length(unit: str) -> None:
    text = (unit * 100_000)[:100_000]
    article = Article(id="a", text=text)
    len(sentences_of(article))
    start = time.process_time()
    find_statements(article)
    assert time.process_time() - start < 2  # it takes a quarter of that; the rest is for a busy machine


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        (  # a relative clause before the cue is not what was said
            "Two ferry hands, who asked for no pay, said a clerk's note in June spoke of rust.",
            ("Two ferry hands", "a clerk's note in June spoke of rust"),
        ),
        (
            "Harbour Minister Dov Arne, who came by boat, promised a longer pier and accused the owner of neglect.",
            ("Harbour Minister Dov Arne", "a longer pier"),
        ),
        ("“We sent four boys home,” a teacher there said.", ("a teacher", "“We sent four boys home,”")),
        (
            "The lamp failed.The night guild assured in a note that the boats were safe.",
            ("The night guild", "that the boats were safe"),
        ),
        ("â€œThe lamp went out at nine,â€ said Ada Lund.", ("Ada Lund", "â€œThe lamp went out at nine,â€")),
        (
            "According to Ada Lund, citing what she heard from the night porter, Dov Pell, the gates were shut at ten.",
            ("Ada Lund", "the gates were shut at ten"),
        ),
        (
            "According to Radio Arle, which quoted a friend, the tape lasts only four minutes.",
            ("Radio Arle", "the tape lasts only four minutes"),
        ),
        ('The "Night Guard" announces that two boats sank.', ('The "Night Guard"', "that two boats sank")),
        ("“My ferry left on time,” Fell said in a statement.", ("Fell", "“My ferry left on time,”")),
        ("The guild puts its losses at 40 boats.", ("The guild", "its losses at 40 boats")),
        ("The Night Guards claim to have sunk 40 boats.", ("The Night Guards", "to have sunk 40 boats")),
        ("She denied having sold the mill.", ("She", "having sold the mill")),
    ],
)
def test_the_right_words_by_the_right_source(text: str, wanted: tuple[str, str]) -> None:
    assert wanted in [(source, content[0]) for source, _, content in read(text)]


@pytest.mark.parametrize(
    ("text", "nobody"),
    [
        ("Mayor Lund denied that the council had known about the leak since June.", "the council"),
        ("The lamp burned all night. The harbour board has not answered.", "The harbour board"),
        ("Lund declined to say who had called.", "to say"),
        ("Pictures showing that the pier had gone were sold at the gate.", "Pictures"),
        ("A porter, who asked not to be named, fed the goats.", "A porter, who"),
        ("He heard what she was told by the night porter.", "the night porter"),
        ("In a letter read out by his aunt, he said the mill was sold.", "a letter"),
        ("Pell gave 12 boats, a figure the guild disputes.", "a figure the guild"),
        ("Radio Arle, which cited a source close to the court, fell silent.", "Radio Arle, which"),
    ],
)
def test_nobody_says_it(text: str, nobody: str) -> None:
    assert nobody not in [source for source, _, _ in read(text)]


@pytest.mark.parametrize(
    "text",
    [
        "Lund said she could not comment on papers that she had not read.",
        "Lund said he was aware of reports of a fire.",
    ],
)
def test_one_statement_is_not_two(text: str) -> None:
    assert len(read(text)) == 1


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The keeper is believed to have fled to Velmark.", "The keeper is believed to have fled to Velmark"),
        ("It is feared that the roof fell.", "the roof fell"),
        ("Ada Pell was accused of selling the boats.", "Ada Pell was accused of selling the boats"),
    ],
)
def test_a_passive_without_an_agent_has_no_mention(text: str, content: str) -> None:
    found = only(text)
    assert found.mention is None
    assert found.rule == "agentless"
    assert text[slice(*found.content[0])] == content


def test_a_passive_without_an_agent_within_a_statement_is_the_speakers() -> None:
    assert [source for source, _, _ in read("Lund said the keeper is believed to have fled.")] == ["Lund"]


@pytest.mark.parametrize(
    ("text", "stance"),
    [
        ("The clinic did not confirm that six workers were ill.", "other"),
        ("The clinic confirmed that six workers were ill.", "confirms"),
        ("The bishop hasn't condemned the raid.", "other"),
        ("The minister never promised new roads.", "other"),
    ],
)
def test_a_negated_cue_has_no_stance_of_its_own(text: str, stance: str) -> None:
    assert only(text).stance == stance


def test_a_second_verb_after_but_has_the_first_ones_subject() -> None:
    text = "The guild's clerk, Ada Pell, confirmed that two boats had come but said they “did not stop”."
    assert read(text)[1] == ("The guild's clerk, Ada Pell,", "said", ("they “did not stop”",)) or read(text)[1][2] == (
        "they “did not stop”",
    )


def test_marks_without_a_word_are_no_statement() -> None:
    assert read('"?" Brandt said. "!" Reil added, pointing at the wall.') == []


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        ("The group claimed responsibility for the fire.", "group", "The group claimed responsibility for the fire"),
        ("Reil told “Harbour Post” newspaper that the wall had failed.", "Reil", "the wall had failed"),
        (
            "The ministry stressed, in a statement received by the Varn News Agency (VNA), that the wall had failed.",
            "ministry",
            "the wall had failed",
        ),
        ("According to what was reported by the agency, the wall had failed.", "agency", "the wall had failed"),
        ("The mayor was accused by the union of lying.", "union", "The mayor was accused by the union of lying"),
        ("No group has claimed responsibility for the fire.", None, None),
        ("Nobody said that the wall had failed.", None, None),
    ],
)
def test_how_agencies_and_translations_put_it(text: str, source: str | None, content: str | None) -> None:
    claims = summarize(text, engine="extractive").claims
    assert [(claim.source.name, claim.text) for claim in claims] == ([(source, content)] if source else [])


@pytest.mark.parametrize(
    "said",
    [
        "not all had fled",
        "only two had died",
        "nearly all had fled",
        "perhaps two men had died",
        "between 10 and 15 people had died",
        "as many as 20 people had died",
        "up to 12 people had died",
        "if the wall fails, they will leave",
        "unless the wall holds, they will leave",
        "although it rained, the wall held",
    ],
)
@pytest.mark.parametrize("that", ["", "that "])
def test_what_limits_a_clause_is_not_left_out(said: str, that: str) -> None:
    claims = summarize(f"Lund said {that}{said}.", engine="extractive").claims
    assert [claim.text for claim in claims] == [said]


@pytest.mark.parametrize(
    ("text", "source", "cue", "content"),
    [
        ("The agents -- who came over the pass -- said it was shut.", "The agents", "said", "it was shut"),
        ("Brandt, during a walk in Arle, Velmark, said it was shut.", "Brandt", "said", "it was shut"),
        ("Dov Pell, who sold a boat in Arle, Velmark, in May, said it was shut.", "Dov Pell", "said", "it was shut"),
        ("Other advocates also said the gate was shut.", "Other advocates", "said", "the gate was shut"),
        ("Lund and Brandt have both argued that it was shut.", "Lund and Brandt", "argued", "that it was shut"),
        ("After saying that it was shut, Lund left the hall.", "Lund", "saying", "that it was shut"),
        ("Pell, with Lund calling it a farce, left.", "Lund", "calling", "it a farce"),
        ("It sank in May, as first reported by The Herald.", "The Herald", "reported by", "It sank in May"),
        ("As Lund told the Herald, the gate was shut.", "Lund", "told", "the gate was shut"),
        ("He held up a sign that said, “Shut the gate now.”", "a sign that", "said", "“Shut the gate now.”"),
    ],
)
def test_sources_over_what_stands_between(text: str, source: str, cue: str, content: str) -> None:
    assert (source, cue, (content,)) in read(text)


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("After the raid, the guild found a new keeper.", ()),
        ("When the storm came, Lund replied in a low voice that it was late.", ("that it was late",)),
        ("At noon, Lund said of the flood, “It came by night and took all.”", ("“It came by night and took all.”",)),
        ("Brandt criticized Lund and challenged him to resign.", ("Lund", "him to resign")),
        ("Brandt praised the guild and has called for a vote.", ("the guild", "a vote")),
        ("Lund said the gate was shut, as has the guild.", ("the gate was shut",)),
        (
            "Lund said the gate was shut and would be paid for by a levy.",
            ("the gate was shut and would be paid for by a levy",),
        ),
        ("The old toll (it was late, Lund says) fell.", ("it was late",)),
        ("Ministers opposing the canal lost.", ()),
        ("Lund is a man known to many.", ()),
    ],
)
def test_where_content_begins_and_ends(text: str, content: tuple[str, ...]) -> None:
    assert tuple(piece for _, _, pieces in read(text) for piece in pieces) == content


def test_what_somebody_says_somebody_wants_is_one_statement() -> None:
    assert [source for source, _, _ in read("The guild of the old harbour wants to sell the mill, Ada Lund said.")] == [
        "Ada Lund"
    ]


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("The keeper has reportedly sold the lamps.", "The keeper has reportedly sold the lamps"),
        ("Allegedly, the keeper sold the lamps.", "the keeper sold the lamps"),
    ],
)
def test_hearsay_has_no_mention(text: str, content: str) -> None:
    found = only(text)
    assert (found.mention, found.rule, found.certainty) == (None, "agentless", "hedged")
    assert text[slice(*found.content[0])] == content


@pytest.mark.parametrize(
    "text", ["Dov Pell allegedly sold the boat, the Herald reported.", "Lund said Pell allegedly sold the boat."]
)
def test_hearsay_within_a_statement_is_the_speakers(text: str) -> None:
    assert only(text).mention is not None


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        (
            "The toll rose to 17, a hospital official said, up from 12 reported earlier.",
            [("a hospital official", "The toll rose to 17")],
        ),
        (
            "Lund's claim that the wall was safe was rejected by engineers.",
            [
                ("engineers", "Lund's claim that the wall was safe was rejected by engineers"),
                ("Lund", "the wall was safe"),
            ],
        ),
        (
            "Two officials said the wall had failed. The other said it had not.",
            [("Two officials", "the wall had failed"), ("The other", "it had not")],
        ),
        (
            "“It failed,” Lund said, before adding: “Nobody was hurt.”",
            [("Lund", "It failed"), ("Lund", "Nobody was hurt.")],
        ),
        ("A statement from the ministry said the wall had failed.", [("ministry", "the wall had failed")]),
    ],
)
def test_what_stands_around_a_statement_is_not_in_it(text: str, claims: list[tuple[str, str]]) -> None:
    assert [(one.source.name, one.text) for one in summarize(text, engine="extractive").claims] == claims
