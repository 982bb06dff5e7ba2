"""Counts of one measure, group, place and scope by day, each with its status, and where they stand."""
