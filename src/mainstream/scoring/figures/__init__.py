"""What answers say in figures: one person's summary, a group's comparison."""
