"""JSON lines: one object a line, with columns of the usual names."""

import re

from rashomon.intake.format import Format
from rashomon.intake.records import read_record

FORMAT = Format(
    name="jsonl",
    description="JSON lines: one object a line with a column for the title, the text, the date, the address, the outlet",
    sniffs='begins with an object whose first name stands on the same line: {"',
    priority=60,
    sniff=lambda head: re.match(r'\{[ \t]{0,20}"', head) is not None,
    read=lambda saved: read_record(saved, "jsonl"),
    lines=True,
)
