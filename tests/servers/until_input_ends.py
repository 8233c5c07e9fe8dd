"""Runs a module as a program that ends when its input does: whoever started it may be killed and cannot say so.

It is run by the servers' own Python: ``python until_input_ends.py MODULE ARGUMENT…``.
"""

from __future__ import annotations

import os
import runpy
import sys
import threading


def _end_with_input() -> None:
    sys.stdin.read()
    os._exit(0)


threading.Thread(target=_end_with_input, daemon=True).start()
sys.argv = sys.argv[1:]
runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)
