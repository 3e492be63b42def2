"""The job of SimulationBenchmark.millionTrialsOfTwentyLines in numpy: 20 million triangular draws, one matrix product
with the lines' present values, and the summary statistics. Run: python3 benchmarks/simulation_numpy.py"""

import time

import numpy

TRIALS, LINES = 1_000_000, 20


def once():
    start = time.perf_counter()
    draws = numpy.random.default_rng(1).triangular(0.5, 1, 2, (TRIALS, LINES))
    values = draws @ numpy.arange(1.0, LINES + 1)
    numpy.percentile(values, [5, 25, 50, 75, 95])
    values.mean(), values.std(ddof=1), (values > 0).mean()
    return time.perf_counter() - start


print(f"median of five: {sorted(once() for _ in range(5))[2] * 1000:.0f} ms")
