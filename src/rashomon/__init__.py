"""Rashomon: many outlets' articles in, one account with every line sourced out.

>>> import rashomon
>>> batch = rashomon.read(["articles/"])
>>> told = rashomon.account(batch, about="ferry fire")
"""

from rashomon.batch import Batch, Read
from rashomon.errors import DataError, NothingFound, RashomonError, Unreadable, UsageError
from rashomon.model import Account, Article, Document, Grouping, Reading, Rejected, Story, Trace
from rashomon.pipeline import account, read, stories, trace, verify
from rashomon.report import report

__version__ = "0.1.0"

__all__ = [
    "Account",
    "Article",
    "Batch",
    "DataError",
    "Document",
    "Grouping",
    "NothingFound",
    "RashomonError",
    "Read",
    "Reading",
    "Rejected",
    "Story",
    "Trace",
    "Unreadable",
    "UsageError",
    "account",
    "read",
    "report",
    "stories",
    "trace",
    "verify",
]
