"""Measure the speed against its bounds: ``python -m tests.bench [--quick]``; 1 if one is missed."""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

QUICK, USUAL = 7, 15
PARTS = ("start", "store", "search", "fold", "chart", "importing")


def main() -> int:
    """Print each figure beside its bound, as soon as it is measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench", description=__doc__)
    parser.add_argument("--quick", action="store_true", help=f"{QUICK} runs instead of {USUAL}")
    parser.add_argument("parts", nargs="*", metavar="part", help=", ".join(PARTS))
    options = parser.parse_args()
    unknown = set(options.parts) - set(PARTS)
    if unknown:
        parser.error(f"no such part: {', '.join(sorted(unknown))}")
    runs = QUICK if options.quick else USUAL
    missed = 0
    print(f"{'':70} measured    at most")
    for part in options.parts or PARTS:
        for name, value, bound, unit in _measured(part, runs):
            kept = value <= bound
            missed += not kept
            verdict = "ok" if kept else "MISSED"
            print(f"{name:70} {value:7.2f} {unit:2} {bound:7.2f} {unit:2}  {verdict}", flush=True)
    if missed:
        print(f"{missed} missed.")
    return 1 if missed else 0


def _measured(part: str, runs: int) -> list[tuple[str, float, float, str]]:
    measure: Callable[..., list[tuple[str, float, float, str]]]
    measure = import_module(f"tests.bench.{part}").measure
    return measure() if part == "chart" else measure(runs)


if __name__ == "__main__":
    sys.exit(main())
