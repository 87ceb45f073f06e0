"""The judge, above all for what it must not say."""

from types import SimpleNamespace

import numpy as np
import pytest
from paper_net.recipe.paper import judgement
from scipy import stats

NOISE = 0.005  # standard deviation of a simulated accuracy
RUNS = 5


def test_values_inside_the_claimed_range_replicate_it():
    # mean 0.938, s = 0.002, t(2) = 4.303: 0.938 ± 4.303 · 0.002 / √3 = 0.933 … 0.943, inside of 0.93 … 0.95
    found = judgement.judge([0.94, 0.938, 0.936], 0.94, 0.01)
    assert found.verdict == "replicated"
    np.testing.assert_allclose(found.interval, (0.93303, 0.94297), atol=1e-5)


def test_a_claim_raised_by_ten_points_is_not_replicated():
    assert judgement.judge([0.94, 0.938, 0.936], 0.94 + 0.1, 0.01).verdict == "not replicated"


def test_a_claim_inside_the_noise_of_three_seeds_is_inconclusive():
    # s = 0.008, distance to the border 0.008: t(n - 1) · s / √n falls below it at n = 7 (2.447 / √7 = 0.925)
    found = judgement.judge([0.31, 0.326, 0.318], 0.32, 0.01)
    assert (found.verdict, found.seeds) == ("inconclusive", 7)


def test_one_run_decides_nothing():
    found = judgement.judge([0.94], 0.94, 0.01)
    assert (found.verdict, found.interval, found.seeds) == ("inconclusive", None, 2)


def test_no_run_is_not_tested():
    assert judgement.judge([], 0.94, 0.01).verdict == "not tested"


def test_equal_runs_have_an_interval_of_no_width():
    assert judgement.judge([1.0, 1.0], 1.0, 0.0).verdict == "replicated"
    assert judgement.judge([0.9, 0.9], 1.0, 0.0).verdict == "not replicated"


def test_noise_that_no_thousand_seeds_settle_names_no_number():
    assert judgement.judge([0.0, 1.0, 0.0, 1.0], 0.5, 0.0001).seeds is None


@pytest.mark.parametrize(
    ("direction", "value", "verdict"),
    [
        ("at_least", 0.99, "replicated"),
        ("at_least", 0.5, "not replicated"),
        ("at_most", 0.5, "replicated"),
        ("at_most", 0.99, "not replicated"),
        ("equal", 0.99, "not replicated"),
    ],
)
def test_a_direction_leaves_one_side_open(direction, value, verdict):
    assert judgement.judge([value, value], 0.9, 0.01, direction).verdict == verdict


def test_two_samples_have_welchs_interval():
    # SciPy's own of five runs and three, added to the paper's mean, whose three are 0.93, 0.94, 0.95: std 0.01
    ours, theirs = [0.95, 0.93, 0.945, 0.94, 0.96], [0.93, 0.94, 0.95]
    found = judgement.judge(ours, 0.94, 0.02, std=0.01, n=3)
    welch = stats.ttest_ind(ours, theirs, equal_var=False).confidence_interval(0.95)
    np.testing.assert_allclose(found.interval, (0.94 + welch.low, 0.94 + welch.high), rtol=1e-12)


@pytest.mark.parametrize(
    ("mean", "n", "verdict"),
    [(0.94, 30, "replicated"), (0.94, 3, "inconclusive"), (0.96, 30, "not replicated"), (0.945, 3, "inconclusive")],
)
def test_the_papers_own_uncertainty_counts_too(mean, n, verdict):
    # Ours is certain to 0.0001. Of theirs, t(29) · 0.005 / √30 = 0.0019, and t(2) · 0.005 / √3 = 0.0124 > 0.01.
    ours = [mean - 0.0001, mean, mean + 0.0001]
    assert judgement.judge(ours, 0.94, 0.01, std=0.005, n=n).verdict == verdict


def test_no_number_of_ours_decides_where_the_papers_own_runs_are_too_few():
    found = judgement.judge([0.939, 0.94, 0.941], 0.94, 0.01, std=0.005, n=3)
    assert (found.verdict, found.seeds) == ("inconclusive", None)


def test_equal_runs_of_ours_leave_the_papers_uncertainty():
    # t(4) · 0.01 / √5 = 2.776 · 0.00447 = 0.0124
    found = judgement.judge([0.94, 0.94], 0.94, 0.02, std=0.01, n=5)
    np.testing.assert_allclose(found.interval, (0.94 - 0.01242, 0.94 + 0.01242), atol=1e-5)


@pytest.mark.parametrize("apart", [0.0, 0.019, 0.021, 0.03])
def test_at_most_five_percent_of_simulated_comparisons_of_two_samples_are_judged_wrongly(apart):
    rng = np.random.default_rng(0)
    wrong = 0
    for _ in range(1000):
        theirs = rng.normal(0.94, NOISE, RUNS)
        spread = {"std": theirs.std(ddof=1), "n": RUNS}
        said = judgement.judge(rng.normal(0.94 + apart, NOISE, RUNS), theirs.mean(), 0.02, **spread).verdict
        wrong += said == ("not replicated" if apart <= 0.02 else "replicated")
    assert wrong <= 50


@pytest.mark.parametrize(
    ("value", "direction", "verdict"),
    [
        (101, "equal", "replicated"),
        (102, "equal", "not replicated"),
        (7, "at_most", "replicated"),
        (7, "at_least", "not replicated"),
    ],
)
def test_what_is_counted_is_the_same_within_the_papers_tolerance(value, direction, verdict):
    claim = SimpleNamespace(value=100, tolerance=1, direction=direction)
    assert judgement.counted(value, claim).verdict == verdict


@pytest.mark.parametrize("truth", [0.93, 0.95, 0.9295, 0.9305, 0.94, 0.96])
def test_at_most_five_percent_of_simulated_replications_are_judged_wrongly(truth):
    rng = np.random.default_rng(0)
    said = [judgement.judge(rng.normal(truth, NOISE, RUNS), 0.94, 0.01).verdict for _ in range(1000)]
    within = abs(truth - 0.94) <= 0.01 + 1e-9
    wrong = said.count("not replicated") if within else said.count("replicated")
    assert wrong <= 50


def test_the_number_of_seeds_named_does_decide():
    rng = np.random.default_rng(0)
    undecided = [rng.normal(0.935, NOISE, 3) for _ in range(200)]
    asked = [judgement.judge(values, 0.94, 0.01) for values in undecided]
    # A value scaled to the same mean and deviation, at the number asked for: decided, and not with one run less.
    open_ones = [found for found in asked if found.verdict == "inconclusive" and found.seeds]
    assert len(open_ones) > 50
    for found in open_ones:
        for number, decided in ((found.seeds, True), (found.seeds - 1, found.seeds == 2)):
            if number >= 2:
                low, high = judgement.interval(found.mean, found.deviation, number)
                inside, outside = 0.93 <= low and high <= 0.95, high < 0.93 or 0.95 < low
                assert (inside or outside) is decided


def test_an_effect_is_the_difference_with_welchs_interval():
    difference, (low, high) = judgement.effect([0.90, 0.92], [0.94, 0.94, 0.94])
    # Welch: the deviation is of the two alone, so t(1) = 12.706 times 0.01414 / √2 on both sides of -0.03
    assert difference == pytest.approx(-0.03)
    np.testing.assert_allclose((low, high), (-0.03 - 0.12706, -0.03 + 0.12706), atol=1e-4)


def test_an_effect_of_one_run_has_no_interval():
    assert judgement.effect([0.9], [0.94, 0.95])[1] is None
