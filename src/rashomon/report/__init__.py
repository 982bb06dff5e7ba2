"""A static site from accounts: opens offline, without JavaScript."""

from rashomon.report.site import Report, report

__all__ = ["Report", "report"]
