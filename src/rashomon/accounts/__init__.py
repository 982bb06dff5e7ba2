"""One story reconciled: every line with its evidence."""

from rashomon.accounts.receipts import Receipt, evidence_of, verify
from rashomon.accounts.telling import tell
from rashomon.accounts.tracing import find_near, take_apart, trace

__all__ = ["Receipt", "evidence_of", "find_near", "take_apart", "tell", "trace", "verify"]
