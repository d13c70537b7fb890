"""The drawings, as SVG text.

Every drawing is written with `svg` (elements, the accessible frame, a file's heading), in the
colours of `palette` and the marks of `level_marks`, with text as wide as `text_width` takes it.
`dot_plot` and `pareto` need no more. A spider diagram has the measures of `radar_style`; its
`labels` and `radar_key` are placed by `radar_layout`, `radar_grid` and `radar_line` draw on its
axes, and `radar_frame` puts them together for `radar_person` and `radar_group`.

A module's `WORDS` are the phrases that it needs.
"""
