"""Models and tests are done each after what it reads, by several connections at once."""

from threading import Barrier, Lock

import pytest

from jixiao.build.plan.schedule import run

NEEDS = {0: [], 1: [0], 2: [0], 3: [1, 2], 4: []}
SIZES = {0: 1, 1: 1, 2: 5, 3: 1, 4: 0}


@pytest.mark.parametrize("workers", [1, 2, 3])
def test_each_task_is_done_once_after_what_it_needs(workers: int) -> None:
    lock, done = Lock(), list[int]()

    def work(worker: int, task: int) -> None:
        with lock:
            assert set(NEEDS[task]) <= set(done)
            done.append(task)

    run(NEEDS, SIZES, range(workers), work)
    assert sorted(done) == sorted(NEEDS)


def test_the_longest_chain_is_done_first_and_what_has_no_size_last() -> None:
    done: list[int] = []
    run(NEEDS, SIZES, [0], lambda worker, task: done.append(task))
    assert done == [0, 2, 1, 3, 4]


def test_two_tasks_are_done_at_once() -> None:
    both = Barrier(2, timeout=10)
    run({0: [], 1: []}, {0: 1, 1: 1}, range(2), lambda worker, task: both.wait() and None)


@pytest.mark.parametrize("workers", [1, 2])
def test_a_failure_ends_the_work_and_is_raised(workers: int) -> None:
    done: list[int] = []

    def work(worker: int, task: int) -> None:
        if task == 0:
            raise ValueError("no column of that name")
        done.append(task)

    with pytest.raises(ValueError, match="no column"):
        run(NEEDS, SIZES, range(workers), work)
    assert not {1, 2, 3} & set(done)


def test_nothing_to_do() -> None:
    run({}, {}, [0], lambda worker, task: None)
