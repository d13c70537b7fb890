"""Scoring: one person's answers, their codes, links, files, results and diagram.

Standard library only: the same code runs in the browser, in the command line and in tests. No
sentence for a reader is written here: problems carry a key and values, and what is drawn comes
from the framework or from a dictionary of words.
"""
