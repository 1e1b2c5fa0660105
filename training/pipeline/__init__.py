"""From simulated worlds to the four models that the browser runs. Start reading at __main__.py."""

import os

# Before any library starts its threads: the same number everywhere gives the same sums.
os.environ.setdefault("OMP_NUM_THREADS", "2")
# Threads that wait asleep: on a busy machine, spinning at barriers makes boosting ten times slower.
os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
