"""What shapes alone cannot show: the rules between items."""
