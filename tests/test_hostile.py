"""The table of what a hostile user may do, in docs/states_and_faults.md, has the numbers of the tests there are."""

import sys

import hostile
import pytest
from conftest import TEMPLATE

DOCUMENT = TEMPLATE / "docs/states_and_faults.md"


@pytest.fixture(scope="module")
def tests(project):
    return hostile.collected(project)


def test_the_table_is_current(tests):
    text = DOCUMENT.read_text()
    kept = text[text.index(hostile.HEAD) :].rstrip().splitlines()
    assert kept == hostile.table(tests), f"{sys.executable} tests/hostile.py PROJECT"


def test_each_row_finds_tests_in_each_of_its_files(tests):
    found = [(row[0], name) for row, its in hostile.counted(tests) for name, cases in its.items() if not cases]
    assert found == []


def test_no_promise_is_without_a_test(tests):
    promised = {row[0].partition(".")[0]: sum(map(len, its.values())) for row, its in hostile.counted(tests)}
    assert {str(number) for number in range(1, 13)} <= promised.keys() and min(promised.values()) > 0


def test_a_test_that_nothing_names_counts_nowhere():
    tests = {"test_home::test_a[1]": True, "test_home_too::test_b": True, "test_states::run ENOSPC": False}
    rows = {row[0]: sum(map(len, its.values())) for row, its in hostile.counted(tests)}
    assert sum(rows.values()) == 2 and rows["8. A full disk costs a line"] == 1
