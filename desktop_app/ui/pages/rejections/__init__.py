"""The Rejections page."""
