"""Workbooks (XLSX, ODS): reads what forms export, writes tables with a native chart.

The only room that needs openpyxl. It stands apart from scoring so that a browser or a command
that meets no workbook never loads it. Import it only once there is one.
"""

from mainstream.spreadsheet.read import read_workbook
from mainstream.spreadsheet.write import RadarRange, Table, write_workbook

__all__ = ["RadarRange", "Table", "read_workbook", "write_workbook"]
