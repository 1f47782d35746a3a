"""The replicates of LevelfieldIndex.java in vectorised numpy. Prints the seconds.

usage: numpy_index.py SCHOOLS INDICATORS
"""
import sys
import time

import numpy as np

schools, indicators = int(sys.argv[1]), int(sys.argv[2])
rng = np.random.default_rng(1)
values = rng.standard_normal((schools, 1)) + rng.standard_normal((schools, indicators))


def run(replicates):
    z = (values - values.mean(0)) / values.std(0, ddof=1)
    unit = (values - values.min(0)) / np.ptp(values, 0)
    percentile = (values.argsort(0).argsort(0) + 0.5) / schools
    bounded = [unit, percentile]
    logarithms = [np.log(np.maximum(0.01, v)) for v in bounded]
    ranks = np.empty((replicates, schools), np.int32)
    places = np.arange(1, schools + 1, dtype=np.int32)
    for r in range(replicates):
        way, uneven, without = rng.integers(3), rng.integers(2), rng.integers(indicators + 1)
        weights = rng.uniform(0.75, 1.25, indicators)
        if without < indicators:
            weights[without] = 0
        weights /= weights.sum()
        if way == 0 and uneven:
            scaled = 100 + 10 * z
            mean = scaled @ weights
            index = mean - (scaled - mean[:, None]) ** 2 @ weights / mean
        elif way == 0:
            index = z @ weights
        else:
            index = (logarithms if uneven else bounded)[way - 1] @ weights
        ranks[r, np.argsort(-index)] = places
    low, middle, high = np.quantile(ranks, [0.05, 0.5, 0.95], axis=0)
    lowest = (ranks > 0.75 * schools).mean(0)
    return low, middle, high, lowest


for _ in range(3):
    start = time.perf_counter()
    run(1000)
    seconds = time.perf_counter() - start
print(f"{seconds:.2f}")
