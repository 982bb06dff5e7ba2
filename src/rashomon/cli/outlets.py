"""rashomon outlets: who is known."""

from rashomon.cli.options import Config, Csv, Jsonl, print_rows
from rashomon.outlets import outlets

COLUMNS = ("code", "name", "country", "language", "zone", "owner", "domains")


def command(jsonl: Jsonl = False, csv: Csv = False, config: Config = None) -> None:
    """List the outlets that are known by name, domain, zone and owner."""
    rows = [{column: getattr(outlet, column, None) for column in COLUMNS} for outlet in outlets()]
    print_rows(COLUMNS, rows, jsonl=jsonl, as_csv=csv)
