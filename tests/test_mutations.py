"""Mutations are run by hand, since they take minutes; that none has lost its rule takes none."""

import pytest

from tests.mutations import MUTATIONS, Mutation, files, mutated


@pytest.mark.parametrize("mutation", MUTATIONS, ids=lambda mutation: mutation.name)
def test_what_is_mutated_is_there_and_has_tests(mutation: Mutation) -> None:
    assert mutated(mutation)
    assert files(mutation)
