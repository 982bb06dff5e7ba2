"""What an article says happened, by day and type."""

from rashomon.reading.happenings.happenings import find_happenings

__all__ = ["find_happenings"]
