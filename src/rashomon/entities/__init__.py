"""Entities: who or what the names of many articles are."""

from rashomon.entities.likeness import find_latin
from rashomon.entities.linking import Entity, Links, assign, link

__all__ = ["Entity", "Links", "assign", "find_latin", "link"]
