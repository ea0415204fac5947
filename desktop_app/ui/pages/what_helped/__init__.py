"""What helped: the person's own ways of handling noes."""
