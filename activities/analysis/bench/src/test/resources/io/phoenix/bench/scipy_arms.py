"""One arm of the benchmarks in SciPy: reads two files of doubles, prints what it found and the seconds of each call."""

import json
import sys
import time

import numpy
import scipy
from scipy import stats

CALLS = {"welch": 5, "mann_whitney": 3, "bootstrap": 2}


def welch(baseline, candidate):
    found = stats.ttest_ind(candidate, baseline, equal_var=False)
    interval = found.confidence_interval(0.95)
    n, m = len(baseline), len(candidate)
    pooled = ((n - 1) * numpy.var(baseline, ddof=1) + (m - 1) * numpy.var(candidate, ddof=1)) / (n + m - 2)
    d = (numpy.mean(candidate) - numpy.mean(baseline)) / numpy.sqrt(pooled)
    return {"t": found.statistic, "pValue": found.pvalue, "lower": interval.low, "upper": interval.high, "cohenD": d}


def mann_whitney(baseline, candidate):
    found = stats.mannwhitneyu(candidate, baseline, method="asymptotic", use_continuity=True)
    return {"u": found.statistic, "pValue": found.pvalue}


def ratio(baseline, candidate, axis=-1):
    return numpy.percentile(candidate, 95, axis=axis) / numpy.percentile(baseline, 95, axis=axis)


def bootstrap(baseline, candidate):
    """Resamples single pairs, since SciPy has no blocks: less work than what it is compared with."""
    found = stats.bootstrap(
        (baseline, candidate), ratio, paired=True, vectorized=True, n_resamples=2000, method="percentile", batch=100
    )
    return {"estimate": ratio(baseline, candidate), "standardError": found.standard_error}


arm = sys.argv[1]
sides = [numpy.fromfile(path, dtype="<f8") for path in sys.argv[2:4]]
seconds = []
for _ in range(CALLS[arm]):
    start = time.perf_counter()
    result = globals()[arm](*sides)
    seconds.append(time.perf_counter() - start)
print(json.dumps({name: float(value) for name, value in result.items()} | {"seconds": seconds, "version": scipy.__version__}))
