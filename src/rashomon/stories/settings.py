"""What grouping decides by: thresholds and spans, each with what it means."""

import msgspec


class Settings(msgspec.Struct, frozen=True, kw_only=True):
    """Thresholds of duplicates, events and stories, measured on the marked stories of two days, the even half of their documents."""

    lead: int = 1500  # characters of an article that are read: news says first what it is about
    terms: int = 100  # weightiest words that stand for an article
    query: int = 100  # of these, the words that look for clusters
    title: float = 1.5  # what standing in the title adds to a word's weight
    prior: float = 500.0  # articles that the prior of a word's commonness counts for
    window: float = 168.0  # hours after its last article that a cluster still takes new ones
    story_sigma: float = 72.0  # hours: the Gaussian that lets a story's pull fade
    event_sigma: float = 36.0
    story: float = 0.20  # least closeness to join a story
    story_event: float = 0.30  # share of the closest event in that closeness, the rest is the story as a whole
    event: float = 0.34  # least closeness to join an event of the story
    copied: float = 0.70  # share of the shorter text's clauses that stand in the longer one, for a duplicate
