"""Entities: who or what the names of many articles are."""

from rashomon.entities.linking import Entity, Links, assign, find_latin, link

__all__ = ["Entity", "Links", "assign", "find_latin", "link"]
