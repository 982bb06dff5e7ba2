"""Telling: one story's articles and readings in, its account out."""

from collections.abc import Mapping, Sequence

from rashomon.accounts.claims.claims import lay_out
from rashomon.accounts.claims.digests import leave_asides
from rashomon.accounts.claims.sentences import Sentences
from rashomon.accounts.claims.witnesses import Witness, gather
from rashomon.accounts.comparing.clauses import read_clauses
from rashomon.accounts.comparing.pairings import pair
from rashomon.accounts.comparing.passages import read_passages
from rashomon.accounts.framing import compare_words
from rashomon.accounts.identities.identities import identify
from rashomon.accounts.identities.lands import is_country
from rashomon.accounts.in_force import list_contacts, list_orders, put_in_force, undone_by
from rashomon.accounts.origins import name_origins
from rashomon.accounts.positions import take_positions
from rashomon.accounts.relations.admissions import relate_admissions
from rashomon.accounts.relations.agreements import find_agreed, relate_copies, relate_tellings, told_alike
from rashomon.accounts.relations.answers import relate_answers
from rashomon.accounts.relations.changes import relate_changes
from rashomon.accounts.relations.clashes import relate_clashes
from rashomon.accounts.relations.consistency import keep_consistent, pairs_told
from rashomon.accounts.relations.denials import find_denials
from rashomon.accounts.relations.denying import read_denials
from rashomon.accounts.relations.disputed import relate_denials
from rashomon.accounts.relations.first_counts import relate_first_counts
from rashomon.accounts.relations.one_number import relate_one_number
from rashomon.accounts.relations.orders import relate_orders
from rashomon.accounts.relations.otherwise.comparing import relate_otherwise
from rashomon.accounts.relations.pointed import find_pointed
from rashomon.accounts.relations.relations import relate_figures
from rashomon.accounts.relations.retractions import relate_retractions
from rashomon.accounts.relations.roundings import relate_roundings
from rashomon.accounts.relations.withdrawals import find_withdrawals, sentences_taken_back, withdrawn_figures
from rashomon.accounts.series.nations import tell_nations_apart
from rashomon.accounts.series.places import find_places
from rashomon.accounts.series.series import line_up
from rashomon.accounts.series.standing import to_series
from rashomon.accounts.silences.silences import find_silences
from rashomon.accounts.timeline.leads import choose_lead
from rashomon.accounts.timeline.lines import to_lines
from rashomon.accounts.timeline.timeline import find_facts, survey
from rashomon.accounts.voices import find_sayings, relate_sayings, to_voices
from rashomon.accounts.window import keep_new, publication_day
from rashomon.model import Account, Article, Placement, Reading, Story, StoryArticle, StoryHead

NOBODY: Mapping[str, Placement] = {}
NO_COVERAGE: Mapping[str, Mapping[str, int]] = {}


def tell(
    story: Story,
    articles: Sequence[Article],
    readings: Mapping[str, Reading],
    *,
    placements: Mapping[str, Placement] = NOBODY,
    coverage: Mapping[str, Mapping[str, int]] = NO_COVERAGE,
    as_of: str | None = None,
    since: str | None = None,
) -> Account:
    """Tell one story: pure, and the same bytes whatever the order of what is given.

    readings, placements: by the article's path; placements say which articles repeat others.
    coverage: outlet -> ISO day -> articles that the corpus holds: a gap in it is never silence.
    as_of: ISO day; only what was published by its end is heard. since: ISO day; only lines that are new from it on are kept.
    """
    witnesses = leave_asides(gather(articles, readings, placements, as_of=as_of))
    identities = identify(witnesses)
    claims = lay_out(witnesses, identities)
    withdrawals = find_withdrawals(witnesses, claims.figures)
    withdrawn = withdrawn_figures(withdrawals)
    places = find_places(claims.figures, identities, story.first, [claim for taken in withdrawn.values() for claim in taken])
    places = tell_nations_apart(claims.figures, places, identities)
    rows = line_up(claims.figures, places, story, withdrawn)
    sentences = Sentences(witnesses, identities)
    passages = read_passages(witnesses, claims, sentences)
    clauses = read_clauses(witnesses, identities)
    tellings = pair(passages, clauses)
    agreed = find_agreed(tellings)
    facts = find_facts(survey(claims.happenings, sentences), rows, told_alike(tellings, agreed))
    sayings = find_sayings(claims.statements, identities)
    denied = read_denials(claims.statements, find_pointed(witnesses, identities), identities)
    denials = find_denials(denied, claims.statements, sentences, identities)
    admissions = tuple(relate_admissions(denied, sentences))
    relations = (
        *relate_figures(
            rows, withdrawals, frozenset(row.place for row in rows if row.place and is_country(identities.entity.get(row.place)))
        ),
        *relate_sayings(sayings),
        *relate_tellings(tellings, agreed),
        *relate_copies(witnesses),
        *relate_roundings(clauses),
        *relate_first_counts(rows, witnesses, identities),
        *relate_answers(claims.statements, passages, identities),
        *relate_orders(tuple(list_orders(witnesses, identities)), undone_by(witnesses), articles=len(witnesses)),
        *relate_denials(denials, [saying.claims for saying in sayings]),
        *admissions,
        *relate_otherwise(witnesses, claims.statements, identities),
        *relate_changes(witnesses, [saying.claims for saying in sayings], sentences, identities, told=pairs_told(admissions)),
        *relate_retractions(witnesses, [saying.claims for saying in sayings], sentences, identities),
    )
    disputed = pairs_told(relation for relation in relations if relation.kind == "disputes")
    relations = (*relations, *relate_clashes(witnesses, claims.statements, identities, told=disputed))
    relations = (*relations, *relate_one_number(clauses, relations))
    account = Account(
        story=_head(story, witnesses),
        lead=choose_lead(facts, story, witnesses, sentences, rows, false=sentences_taken_back(withdrawals, claims.figures)),
        timeline=to_lines(facts),
        series=tuple(to_series(row) for row in rows),
        relations=keep_consistent(relations),
        voices=to_voices(sayings, identities),
        positions=take_positions(claims.statements, identities),
        in_force=put_in_force(witnesses, identities, first=story.first),
        contacts=list_contacts(witnesses),
        origins=name_origins((*claims.figures, *claims.statements), witnesses, identities),
        silences=find_silences(rows, facts, withdrawals, denials, witnesses, passages, identities, first=story.first or ""),
        framing=compare_words(witnesses),
    )
    return keep_new(account, {w.article.path: publication_day(w.article) for w in witnesses}, since) if since else account


def _head(story: Story, witnesses: Sequence[Witness]) -> StoryHead:
    days = [day for w in witnesses if (day := (w.article.published or w.day)[:10])]  # of publication: a re-post opens no story years ago
    return StoryHead(
        id=story.id,
        title=story.title,
        first=min(days, default=story.first),
        last=max(days, default=story.last),
        outlets=tuple(sorted({w.article.outlet for w in witnesses if w.article.outlet})),
        articles=tuple(_listed(witness) for witness in witnesses),
    )


def _listed(witness: Witness) -> StoryArticle:
    article = witness.article
    return StoryArticle(
        path=article.path,
        id=article.article,
        outlet=article.outlet,
        title=article.title,
        published=article.published,
        duplicate_of=witness.root if witness.root != article.path else None,
    )
