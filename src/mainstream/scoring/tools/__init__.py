"""What case studies' tools make of a sheet that a person fills in: a module for each kind.

A tool and its sections are declared in YAML; `mainstream.guide.model.tools` gives the shape.
A kind is a function from a section, what was entered in it, and words, to blocks of the
finished page.
"""
