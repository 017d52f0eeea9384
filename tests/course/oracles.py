"""The statistics of others, against which those of a course are held."""

import warnings
from typing import Any

with warnings.catch_warnings():  # what their own libraries have to say about each other
    warnings.simplefilter("ignore")
    import pandas
    import pingouin

__all__ = ["pandas", "pingouin", "pingouin_interval"]


def pingouin_interval(told: Any) -> tuple[float, float]:
    """Return the interval of a line of Pingouin's, whose name differs between its versions."""
    low, high = told["CI95"] if "CI95" in told else told["CI95%"]
    return float(low), float(high)
