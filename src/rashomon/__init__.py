"""Rashomon: many outlets' articles in, one account with every line sourced out."""

__version__ = "0.1.0"
