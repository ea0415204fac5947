"""Functions that draw a chart on a figure; no pyplot, Qt, storage or services."""
