"""Fixtures of the tests of reports."""

import pytest
from handmade import ODD_PATHS


@pytest.fixture(params=ODD_PATHS, ids=ascii)
def odd_path(request):
    """Give a path that is hard to write down."""
    return request.param
