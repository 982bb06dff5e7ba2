"""Vectors: what pairs of rows share is what their sets of features share, and runs and lookups are as they are said to be."""

from random import Random

import numpy as np

from rashomon.accounts.comparing.likeness import Pairs
from rashomon.accounts.comparing.neighbours import FEW, Neighbours
from rashomon.accounts.comparing.vectors import Shared, Vectors, first_of_most, join, look_up, numbered, part, whole


def test_pairs_of_rows_share_what_their_sets_share() -> None:
    random = Random(3)
    rows = [set(random.sample(range(40), random.randint(0, 12))) for _ in range(25)]
    held = [(row, feature) for row, features in enumerate(rows) for feature in features]
    vectors = Vectors(whole(row for row, _ in held), whole(feature for _, feature in held), rows=25)
    pairs = [(a, b) for a in range(25) for b in range(25)]
    met = vectors.meet(whole(a for a, _ in pairs), whole(b for _, b in pairs))
    assert met.weigh(np.ones(len(vectors.codes))).tolist() == [len(rows[a] & rows[b]) for a, b in pairs]
    some = met.where(met.a < met.b)
    assert some.weigh(vectors.codes.astype(np.float64)).tolist() == [sum(rows[a] & rows[b]) for a, b in pairs if a < b]
    each = vectors.weigh_each(whole((3, 7)), whole(range(5, 25)), np.ones(len(vectors.codes)))
    assert each.tolist() == [[len(rows[at] & row) for row in rows[5:]] for at in (3, 7)]


def test_rows_without_features_share_nothing() -> None:
    met = Vectors(whole(()), whole(()), rows=2).meet(whole((0,)), whole((1,)))
    assert met.weigh(np.ones(1)).tolist() == [0]


def test_numbers_are_looked_up_among_known_ones() -> None:
    at, held = look_up(whole((5, 1, 9, 4)), whole((1, 5, 8)))
    assert held.tolist() == [True, True, False, False]
    assert at[held].tolist() == [1, 0]
    assert look_up(whole((5,)), whole(()))[1].tolist() == [False]


def test_the_first_of_the_greatest_of_each_run_is_found() -> None:
    assert first_of_most(np.array([1.0, 3.0, 3.0, 2.0, 2.0, 0.0]), whole((0, 3, 5))).tolist() == [1, 3, 5]


def test_pairs_are_joined_and_parted() -> None:
    a, b = part(join(whole((3, 0)), whole((7, 2))))
    assert (a.tolist(), b.tolist()) == ([3, 0], [7, 2])
    assert numbered(["港口报", "河湾社", "港口报"]).tolist() == [0, 1, 0]


def test_neighbours_are_the_likest_and_nearest_where_each_is_to_the_other() -> None:
    a, b = whole((0, 0, 0, 1, *[4] * FEW)), whole((1, 2, 3, 2, *range(5, 5 + FEW)))
    alike = np.array([0.5, 0.3, 0.2, 0.4, *[0.9] * FEW])
    nothing = whole(())
    beside = Neighbours(Pairs(Shared(a, b, nothing, nothing), alike))
    pairs = list(zip(*(side.tolist() for side in part(beside.nearest())), strict=True))
    assert pairs == [(0, 1), (0, 2), (1, 2), (4, 5), (4, 6)]
    assert (0, 3) in set(zip(*(side.tolist() for side in part(beside.all())), strict=True))
