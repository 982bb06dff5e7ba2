"""What the corpus as a whole teaches: recurring furniture, coverage; counts that merge in any order, frozen once to be used."""

from rashomon.lore.freezing import RECURS, SHARE, freeze, overlay
from rashomon.lore.observing import merge, observe

__all__ = ["RECURS", "SHARE", "freeze", "merge", "observe", "overlay"]
