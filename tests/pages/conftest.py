"""What the tests of pages share with those of the guide."""

from tests.guide.conftest import minimal

__all__ = ["minimal"]
