"""`npm run train -- --notebooks [PART]`: runs every notebook (whose name holds PART) from top to bottom and keeps its outputs."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import nbformat
from nbclient import NotebookClient

from ..__main__ import Run
from ..workspace import TRAINING
from .judged import PLAN, SPACE

FOLDER = TRAINING / "notebooks"

#: A notebook with its outputs is read in a browser and kept in the history.
LARGEST_BYTES = 300_000
PATIENCE_SECONDS = 900


def main() -> None:
    """Exit code 1 where a notebook fails or grows too large; the others are run first."""
    part = sys.argv[1] if len(sys.argv) > 1 else ""
    chosen = sorted(path for path in FOLDER.glob("*.ipynb") if part in path.name)
    if not chosen:
        raise SystemExit(f"No notebook has {part} in its name.")
    Run(PLAN, SPACE, {"simulate", "features"}, None).run()
    failed = [path.name for path in chosen if not run(path)]
    if failed:
        raise SystemExit(f"Failed: {', '.join(failed)}.")


def run(path: Path) -> bool:
    """Runs one notebook in a fresh kernel and writes it back; False, with the file as it was, where a cell fails."""
    began = time.perf_counter()
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=PATIENCE_SECONDS,
        kernel_name="python3",
        record_timing=False,
        resources={"metadata": {"path": str(TRAINING)}},
        extra_arguments=["--IPKernelApp.log_level=ERROR"],
    )
    try:
        client.execute()
    except Exception as reason:  # whatever a cell raised: told, and the next notebook runs
        print(f"{path.name}: {reason}", file=sys.stderr)
        return False
    settle(notebook)
    text = nbformat.writes(notebook) + "\n"
    if len(text.encode()) > LARGEST_BYTES:
        print(f"{path.name}: {len(text.encode()):,} bytes with its outputs, more than {LARGEST_BYTES:,}.", file=sys.stderr)
        return False
    path.write_text(text, encoding="utf-8")
    print(f"{path.name}: {time.perf_counter() - began:.1f} s, {len(text.encode()) / 1000:.0f} kB", flush=True)
    return True


def settle(notebook: nbformat.NotebookNode) -> None:
    """Leaves out what differs from run to run without meaning: machine, versions, how printing was cut into pieces."""
    notebook.metadata = nbformat.from_dict({"kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}})
    for cell in notebook.cells:
        if "outputs" in cell:
            cell.outputs = joined(cell.outputs)
        cell.metadata = nbformat.from_dict({})
        for output in cell.get("outputs", []):
            if "metadata" in output:
                output.metadata = nbformat.from_dict({})


def joined(outputs: list[nbformat.NotebookNode]) -> list[nbformat.NotebookNode]:
    """The same outputs with text that was printed piece by piece in one piece."""
    kept: list[nbformat.NotebookNode] = []
    for output in outputs:
        last = kept[-1] if kept else None
        if last and output.output_type == last.output_type == "stream" and output.name == last.name:
            last.text += output.text
        else:
            kept.append(output)
    return kept
