"""What cleaning took out, listed where somebody asks."""

from rashomon.cleaning.characters import tidy
from rashomon.model import Removed

__all__ = ["note"]


def note(taken: list[Removed] | None, kind: str, rule: str, text: str) -> None:
    """List what was taken out; nothing is kept where nobody asks."""
    if taken is not None and (seen := tidy(text)):
        taken.append(Removed(kind=kind, rule=rule, text=seen))
