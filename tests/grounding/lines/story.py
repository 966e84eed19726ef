"""One article about an invented place, for the tests of lines."""

from summarizer.contract.article import Article

TITLE = "Harbour wall at Varn gives way after storm"
TEXT = f"""{TITLE}

At least seven people were killed and 31 hurt when the harbour wall at Varn gave way on 3 March, the coast guard said.

Mayor Ilse Brandt said the wall had been checked twice in January. "We were told that it was safe," Brandt said.

Engineer Tomas Reil denied that he had signed the report. He said the council had known about cracks since 2019.

The fishermen's union accused the council of ignoring its letters. The council did not answer two of them.

Harbour master Jonna Eik, who runs the port of Lethmar, expects the harbour to stay shut for up to 12 weeks.

Traders lost 40 million crowns, 9 million more than after the storm of 2011.

Insurer Northsea Mutual Group called the claims of traders lawful. NMG paid 4.5 million crowns at once.
"""


def article() -> Article:
    return Article(id="varn", text=TEXT, title=TITLE)
