"""One story reconciled: every line with its evidence. Telling itself stands in `telling`, which takes longest to load."""

from rashomon.accounts.correcting import correct_readings, correct_relations, find_missing
from rashomon.accounts.receipts import Receipt, evidence_of, verify
from rashomon.accounts.silences.elsewhere import hear_elsewhere
from rashomon.accounts.tracing import find_near, take_apart, trace
from rashomon.accounts.window import keep_new, publication_day

__all__ = [
    "Receipt",
    "correct_readings",
    "correct_relations",
    "evidence_of",
    "find_missing",
    "find_near",
    "hear_elsewhere",
    "keep_new",
    "publication_day",
    "take_apart",
    "trace",
    "verify",
]
