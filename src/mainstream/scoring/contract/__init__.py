"""What passes between a page and Python: each action's request and answer, and what both know.

The types are for checkers and for whoever writes `browser/contract.d.ts` (`make contract`). At run
time only `limits` is imported, so that a start in the browser makes no class of a type.
"""
