"""One article as a JSON object over several lines: ninjs, and whatever else names its columns so."""

import re

from rashomon.intake.format import Format
from rashomon.intake.records import read_record

FORMAT = Format(
    name="json",
    description="One article as a JSON object over several lines: IPTC's ninjs, schema.org's NewsArticle, columns of the usual names",
    sniffs='begins with an object whose first name stands on a line below: {, then "',
    priority=59,
    sniff=lambda head: re.match(r'\{\s{0,200}"', head) is not None,
    read=lambda saved: read_record(saved, "json"),
)
