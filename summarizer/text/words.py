"""Closed lists of English words that several checks share."""

from __future__ import annotations

import re
import tomllib
from functools import cache
from pathlib import Path
from typing import Any, Final

# Examples are for the tests; a start-up need not parse them.
_EXAMPLES = re.compile(r"^examples = \[\n.*?^\]\n", re.MULTILINE | re.DOTALL)


def read_word_file(path: Path) -> dict[str, Any]:
    """The tables of a file of words, without their examples."""
    return tomllib.loads(_EXAMPLES.sub("", path.read_text("utf-8")))


def split_entries(entries: str) -> list[str]:
    """The entries of a list of words: white space parts them, and "_" stands for a blank within one."""
    return [entry.replace("_", " ") for entry in entries.split()]


def split_forms(entries: str) -> dict[str, str]:
    """Each form in a list of words with forms to the first, which stands for all: "leave/left" gives left -> leave."""
    words = [entry.split("/") for entry in split_entries(entries)]
    return {form: forms[0] for forms in words for form in forms}


@cache
def _families() -> dict[str, Any]:
    return read_word_file(Path(__file__).with_name("words.toml"))


@cache
def word_family(name: str) -> frozenset[str]:
    """The words of a family of words.toml."""
    return frozenset(split_entries(_families()[name]["words"]))


# Words that begin with a capital for another reason than that they name somebody: they open sentences, or are titles.
_NOT_NAMES_TEXT = """
    a about according after again all also although am amid among an and another any are as at attacks authorities
    because before being both but by did does during each earlier either every everybody everyone experts few following
    for former four five from further government had has have he her his how however i if in initial into is it
    its later many meanwhile members more most mr mrs ms dr nearly no nobody none not of officials on once one
    only or other others our over people police several she should since six seven eight nine ten so some
    sources such than that the their then there these they this those three through to today two under unless
    until upon was we were what when where whether which while who whoever why will with within without would
    yet yesterday you your president prime minister ministers vice secretary general colonel col gen lt sgt
    commander cmdr captain capt major lieutenant sergeant senator sen representative rep governor gov mayor king
    queen prince princess professor prof father judge chief director chairman chairwoman chair spokesman
    spokeswoman spokesperson ambassador foreign defense defence ministry department state army navy military
    residents protesters witnesses critics investigators reports company
    eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty
    seventy eighty ninety hundred hundreds dozens thousands
    scientists researchers prosecutors lawyers doctors fans workers drivers analysts economists engineers teachers
    students farmers soldiers troops rebels voters lawmakers deputies passengers survivors rescuers relatives
    families victims neighbours neighbors villagers traders miners firefighters regulators shareholders investors
    negotiators diplomats observers inspectors supporters opponents activists campaigners unions organisers
    organizers authors experts ceo cfo coach founder editor lawyer prosecutor doctor manager referee inspector
    commissioner archbishop bishop sheikh imam deputy attorney analyst engineer author harbourmaster
    opposition
"""
NOT_NAMES: Final = frozenset(_NOT_NAMES_TEXT.split())
# The same, but within a sentence they may be part of a name.
_OPENING_TEXT = """
    around approximately roughly almost just despite given instead even like unlike along across beyond toward towards
    neither nor whereas whatever several fewer less every such
    vehicles cars patients repairs motorists commuters nurses pilots sailors crews passengers tourists customers
    shepherd economist surgeon nurse pilot sailor passenger historian biologist geologist
"""
OPENING: Final = frozenset(_OPENING_TEXT.split())
# A denial in one word; also what a claim of stance "denies" may say itself.
_DENYING_TEXT = """
    denied denies deny denying denial rejected rejects reject rejecting refuted refutes refute disputed disputes
    dispute dismissed dismisses dismiss contradicted contradicts contradict
"""
DENYING: Final = frozenset(_DENYING_TEXT.split())
# "Any suggestion that he waited is false" says that he did not wait.
_UNTRUE_TEXT = """
    false untrue baseless unfounded nonsense
"""
UNTRUE: Final = frozenset(_UNTRUE_TEXT.split())
_SAYING_TEXT = """
    said says say told tells claims claimed insists insisted stated states added adds maintains asserts asserted
    announced denied denies promised promises warned warns accused accuses confirmed confirms vowed vows
    demanded demands believes thinks expects wrote writes argued argues acknowledged admitted called calls
    declared conceded cautioned stressed
"""
SAYING: Final = frozenset(_SAYING_TEXT.split())
_AFFIRMING_TEXT = """
    confirmed confirms confirm confirming admitted admits admit admitting acknowledged acknowledges acknowledge
    conceded concedes accepted accepts
"""
AFFIRMING: Final = frozenset(_AFFIRMING_TEXT.split())
_NEGATORS_TEXT = """
    not no never without neither nor none nobody nothing nowhere cannot refused refuses refuse refusing failed
    fails fail failing unable unlikely lack lacks lacked lacking hardly barely scarcely declined declines
    decline absence
"""
NEGATORS: Final = DENYING | frozenset(_NEGATORS_TEXT.split())
# What may stand for a negation: "still out" is not back, "short of" is not enough.
_SOFT_NEGATIONS_TEXT = """
    out too only lost missing halted short contrary impossible absent avoided
    avoid prevented prevent insufficient incomplete inaccurate disagreed disagrees disagree
"""
SOFT_NEGATIONS: Final = frozenset(_SOFT_NEGATIONS_TEXT.split())
