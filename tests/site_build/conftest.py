"""What the tests of a build share with those of the guide."""

from tests.guide.conftest import minimal

__all__ = ["minimal"]
