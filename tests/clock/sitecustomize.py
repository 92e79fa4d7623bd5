"""Set the clock of this Python: every one that a step of `scripts.dates` starts begins with this.

Monotonic clocks, by which programs wait, stay as they are.
"""

import os
import time

import time_machine

time_machine.travel(time.time() + float(os.environ["CLOCK_AHEAD"])).start()
