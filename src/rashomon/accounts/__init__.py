"""One story reconciled: every line with its evidence."""

from rashomon.accounts.receipts import Receipt, evidence_of, verify
from rashomon.accounts.telling import tell

__all__ = ["Receipt", "evidence_of", "tell", "verify"]
