"""Attempts between desks: signed files, taking them in, codes in place of names."""
