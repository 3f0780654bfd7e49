"""Disclosure, which involves no law, and the assessment of a notice under a regime.

Pure functions of what extraction found, a reader or a regime, and a date.
"""
