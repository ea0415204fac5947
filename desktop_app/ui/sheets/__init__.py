"""Sheets: dialogs over the window, each with one purpose."""
