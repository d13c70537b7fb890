"""Why the runtime cannot be built."""


class RuntimeProblem(Exception):
    """The runtime cannot be built; the message says what to do, for whoever builds the site."""
