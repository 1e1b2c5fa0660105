"""From simulated worlds to the four models that the browser runs. Start reading at __main__.py."""

import os

# Before any library starts its threads: the same number everywhere gives the same sums.
os.environ.setdefault("OMP_NUM_THREADS", "2")
