"""One article read: times, names, attributions, figures, happenings, measures in force and contacts."""

from rashomon.languages import language
from rashomon.model import Article, Reading
from rashomon.reading.attributions import find_attributions
from rashomon.reading.contacts import find_contacts
from rashomon.reading.figures import find_figures
from rashomon.reading.happenings import find_happenings
from rashomon.reading.measures import find_measures
from rashomon.reading.names import find_names, outside_brackets
from rashomon.reading.times import find_times

__all__ = ["read"]


def read(article: Article) -> Reading:
    """Read one article: a pure function of it. An article in a language that has no folder gives an empty reading."""
    known = language(article.language)
    if known is None:
        return Reading(article=article.article)
    times = find_times(article, known)
    names = find_names(article, known)
    told = outside_brackets(article, names)
    attributions = find_attributions(article, known, names=told)
    figures = find_figures(article, known, times=times, attributions=attributions, names=told)
    return Reading(
        article=article.article,
        times=times,
        figures=figures,
        attributions=attributions,
        names=names,
        happenings=find_happenings(article, known, times=times, names=told),
        measures=find_measures(article, known, times=times, attributions=attributions, names=told),
        contacts=find_contacts(article, known),
    )
