"""Makes the large tables of benchmarks/large_tables.sh and the studies of them, the same ones each time:
python3 benchmarks/large_tables.py FOLDER"""

import json
import sys

import numpy

ROWS = 1_000_000
FOLDER = sys.argv[1]


def write(name, columns):
    """Columns by name: numbers to six decimals, whole numbers and texts as they are."""
    values = [
        numpy.char.mod("%.6f", column) if column.dtype.kind == "f" else column.astype(str)
        for column in columns.values()
    ]
    with open(f"{FOLDER}/{name}.csv", "w", encoding="utf-8") as file:
        file.write(",".join(columns) + "\n")
        for start in range(0, len(values[0]), 10_000):
            rows = zip(*(column[start:start + 10_000] for column in values))
            file.write("\n".join(map(",".join, rows)) + "\n")


def study(name, design, columns, options=None):
    with open(f"{FOLDER}/{name}.study.json", "w", encoding="utf-8") as file:
        json.dump({"format": "worthwhile-study/1", "id": name, "question": name, "design": design,
                   "data": {"path": f"{name}.csv"}, "columns": columns, "options": options or {}}, file)


def wide(draw):
    """Twenty columns: seventeen of numbers, a year, a financial year and a text."""
    row = numpy.arange(ROWS)
    year = 2000 + row % 25
    columns = {f"x{j}": draw.normal(size=ROWS) for j in range(17)}
    columns["year"] = year
    columns["financial"] = numpy.array([f"{y}/{(y + 1) % 100:02d}" for y in range(2000, 2025)])[year - 2000]
    columns["place"] = numpy.array([f"place {place}" for place in range(60)])[row % 60]
    write("wide", columns)


def effects(draw):
    """An outcome, ten regressors, a unit and a time that meet by chance."""
    regressors = {f"x{j}": draw.normal(size=ROWS) for j in range(10)}
    unit = draw.integers(0, 10_000, ROWS)
    time = draw.integers(0, 50, ROWS)
    outcome = sum(regressors.values()) + draw.normal(size=10_000)[unit] + draw.normal(size=50)[time]
    write("effects", {"y": outcome + draw.normal(size=ROWS), **regressors, "unit": unit, "time": time})
    study("effects", "panel-regression", {
        "outcome": "y", "treatment": "x0", "covariates": [f"x{j}" for j in range(1, 10)],
        "fixedEffects": ["unit", "time"], "cluster": "unit"})


def matching(draw):
    """Twenty thousand rows, about a fifth of them treated, more likely with the covariates."""
    rows = 20_000
    covariates = {f"x{j}": draw.normal(size=rows) for j in range(5)}
    treated = (draw.random(rows) < 1 / (1 + numpy.exp(1.5 - 0.3 * sum(covariates.values())))).astype(int)
    write("matching", {"y": treated + sum(covariates.values()) + draw.normal(size=rows), "treated": treated, **covariates})
    study("matching", "observational", {"outcome": "y", "treatment": "treated", "covariates": list(covariates)},
          {"estimator": "matching"})


for make in (wide, effects, matching):
    make(numpy.random.default_rng(1))
