"""The tree of errors.

RashomonError
├── UsageError        the caller asked for something that does not exist or does not fit      exit code 2
├── NothingFound      nothing readable, no story that matches                                 exit code 1
├── Busy              another process writes to the archive                                   exit code 1
├── Unreadable        one document can't be read; becomes a Rejected in a batch
└── DataError         the house's own data (a language, an outlet) is not of the agreed shape
"""


class RashomonError(Exception):
    """Base of all errors of this package: what failed, the value, what is allowed, what to do."""


class UsageError(RashomonError):
    """An option or argument that can't be taken."""


class NothingFound(RashomonError):
    """There was nothing readable, or no story matches."""


class Busy(RashomonError):
    """An archive that another process is writing to."""


class Unreadable(RashomonError):
    """A document that can't be read; its message is the reason that a person sees."""


class DataError(RashomonError):
    """A data file of the package or of a project's own configuration is not of the agreed shape."""
