"""rashomon formats: what can be read."""

from rashomon.cli.options import Csv, Jsonl, print_rows
from rashomon.intake import formats


def command(jsonl: Jsonl = False, csv: Csv = False) -> None:
    """List the formats of documents, and how each is told apart."""
    rows = [{"format": f.name, "what": f.description, "told apart by": f.sniffs} for f in formats()]
    print_rows(("format", "what", "told apart by"), rows, jsonl=jsonl, as_csv=csv)
