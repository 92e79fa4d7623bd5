"""The gazetteer: what it holds in memory, how fast it answers, and the import of the register.

In a process of its own, as what it measures is the process.
"""

import csv
import gc
import json
import os
import random
import resource
import sys
import tempfile
import time
import tracemalloc
from collections.abc import Callable, Iterable
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

from scripts.child import ended
