"""A run that is killed or broken off loses at most what was under way, and the next one goes on; many at once, no more."""

from __future__ import annotations

import os
import re
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
import yaml

from tests.drafting.endpoint import Answered, Asked, Endpoint, says, well
from tests.drafting.test_drafting import P3, TEXTS, records
from tests.editing.project import SUMMARIES, Project

YUEDU = [sys.executable, "-c", "from yuedu.cli import main; main()"]


def start(project: Project, *arguments: str) -> subprocess.Popen[str]:
    return subprocess.Popen(
        [*YUEDU, "draft", *arguments], cwd=project.root, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )


def drafted(project: Project) -> set[str]:
    return {ident for ident, record in records(project).items() if record["drafted_by"] == "a-model"}


def wait_for(project: Project, count: int) -> None:
    until = time.monotonic() + 60
    while len(drafted(project)) < count:
        assert time.monotonic() < until
        time.sleep(0.02)


@pytest.mark.parametrize(("sent", "code"), [(signal.SIGKILL, -9), (signal.SIGINT, 130)])
def test_killed_and_gone_on(sound: Project, endpoint: Endpoint, sent: int, code: int) -> None:
    """One at a time, so that what was under way is one text."""
    endpoint.delay = 0.3
    before = records(sound)
    process = start(sound, "note-2031", "--concurrency", "1")
    wait_for(sound, 2)
    process.send_signal(sent)
    _, stderr = process.communicate(timeout=30)
    assert process.returncode == code, stderr
    if code == 130:
        assert "broken off: what is drafted is saved" in stderr
        assert "Traceback" not in stderr
    first = endpoint.ids
    kept = drafted(sound)
    assert 2 <= len(kept) < len(TEXTS), "it was stopped on its way"
    assert len({*first} - kept) <= 1, "at most what was under way is lost"
    endpoint.delay = 0
    assert sound.run("draft", "note-2031").exit_code == 0
    again = endpoint.ids[len(first) :]
    assert {*again} == {*TEXTS} - kept, "what was drafted is not asked for again"
    after = records(sound)
    assert {*after} - {*before} == {*TEXTS}
    assert all(after[ident] == record for ident, record in before.items())


def test_killed_at_any_moment_the_files_are_whole(sound: Project, endpoint: Endpoint) -> None:
    """Killed again and again: each time what is on the disk can be read, and in the end all is there."""
    endpoint.delay = 0.05
    for n in range(6):
        process = start(sound, "note-2031", "--concurrency", "2")
        if n < 5:
            time.sleep(0.9 + 0.15 * n)
            process.kill()
        process.communicate(timeout=60)
        assert sound.run("check").exit_code == 0
    assert drafted(sound) == {*TEXTS}
    assert len(endpoint.asked) <= len(TEXTS) + 5 * 2


def test_two_at_a_time_are_refused(sound: Project, endpoint: Endpoint) -> None:
    endpoint.delay = 0.5
    process = start(sound, P3)
    until = time.monotonic() + 30
    while not endpoint.asked:
        assert time.monotonic() < until
        time.sleep(0.02)
    result = sound.run("draft", "note-2031.2")
    assert result.exit_code == 2
    assert "another `yuedu draft` is at work in this project" in result.stderr
    process.communicate(timeout=30)
    assert process.returncode == 0
    assert endpoint.ids == [P3]


def test_what_an_editor_writes_meanwhile_stays(sound: Project, endpoint: Endpoint) -> None:
    """English of the same id, and anything else in the file."""
    hand = "\n# by hand\nnote-2031.1.p3:\n  source: {0}\n  state: draft\n  drafted_by: by hand\n  segments:\n  - text: By hand.\n    from: [1]\n"

    def answer(asked: Asked) -> Answered:
        sound.write(SUMMARIES, sound.read(SUMMARIES) + hand.format("a" * 64))
        return well(asked)

    endpoint.answer = answer
    result = sound.run("draft", P3)
    assert result.exit_code == 1
    assert "the English changed while it was drafted, and was left as it is" in result.stdout
    assert sound.read(SUMMARIES).endswith(hand.format("a" * 64))


def test_as_many_at_once_as_asked_and_no_more(sound: Project, endpoint: Endpoint) -> None:
    endpoint.delay = 0.4
    assert sound.run("draft", "--concurrency", "4").exit_code == 0
    assert endpoint.most_at_once == 4


def test_eight_at_once_by_default(sound: Project, endpoint: Endpoint) -> None:
    endpoint.delay = 0.4
    assert sound.run("draft").exit_code == 0
    assert len(endpoint.asked) == 9
    assert endpoint.most_at_once == 8


def test_each_is_saved_at_once(sound: Project, endpoint: Endpoint) -> None:
    """When the next text is asked for, the one before is on the disk, as are comments and all else that stood there."""
    seen: list[int] = []

    def answer(asked: Asked) -> Answered:
        time.sleep(0.3)
        seen.append(len(drafted(sound)))
        return well(asked)

    endpoint.answer = answer
    head = sound.read(SUMMARIES).split("\n")[0]
    assert sound.run("draft", "note-2031", "--concurrency", "1").exit_code == 0
    assert seen == [*range(len(TEXTS))]
    assert sound.read(SUMMARIES).startswith(head)
    left = [f.name for f in (sound.root / "summaries").iterdir() if f.name not in {"note-2031.yml", "synopses.yml"}]
    assert left == [], "no temporary file is left"


def test_a_text_is_mended_before_the_next_is_begun(sound: Project, endpoint: Endpoint) -> None:
    """So that what is under way is no more than is asked for at once."""
    endpoint.answer = lambda asked: says("?") if asked.turn < 3 else well(asked)
    assert sound.run("draft", "note-2031", "--concurrency", "1").exit_code == 0
    assert endpoint.ids == [ident for ident in TEXTS for _ in range(3)]


def test_plain_lines_away_from_a_terminal(sound: Project, endpoint: Endpoint) -> None:
    result = sound.run("draft", "note-2031.2", "--concurrency", "1")
    assert result.stderr.splitlines() == ["[1/2] note-2031.2.1.p1: draft", "[2/2] note-2031.2.2: draft"]
    assert re.fullmatch(
        r"2 read, 1 quantities, 0 errors, 0 warnings, 2 drafted, 0 not asked, 2 requests, 200 tokens\n", result.stdout
    )


def test_a_bar_with_the_time_left_on_a_terminal(sound: Project, endpoint: Endpoint) -> None:
    import pty

    endpoint.delay = 0.3
    ours, theirs = pty.openpty()
    done = subprocess.Popen(
        [*YUEDU, "draft", "note-2031", "--concurrency", "2"], cwd=sound.root, stderr=theirs, stdout=theirs
    )
    os.close(theirs)
    shown = b""
    while True:
        try:
            shown += os.read(ours, 4096)
        except OSError:  # the other end is closed
            break
    assert done.wait(30) == 0
    os.close(ours)
    text = shown.decode()
    assert "drafting" in text
    assert "7/7" in text
    assert re.search(r"\d:\d\d:\d\d", text), "the time left"


def test_drafts_are_as_an_editor_writes_them(sound: Project, endpoint: Endpoint) -> None:
    """One segment a block, fields in their order, one blank line between records; read back and written anew, the same."""
    assert sound.run("draft", "note-2031.1.p2").exit_code == 0
    text = sound.read(SUMMARIES)
    record = text[text.index("\nnote-2031.1.p2:\n") :]
    record = record[: record.index("\n\n", 2)]
    assert re.fullmatch(
        r"\nnote-2031\.1\.p2:\n  source: [0-9a-f]{64}\n  state: draft\n  drafted_by: a-model\n  segments:\n"
        r"  - text: First, build centrally the Shumutong catalogue and move ahead with the system\.\n    from: \[1\]",
        record,
    )
    places = [text.index(f"\nnote-2031.{p}:\n") for p in ("1.p1", "1.p2", "1.p4")]
    assert places == sorted(places), "it stands where it is read"


def test_a_folder_without_summaries(sound: Project, endpoint: Endpoint, tmp_path: Path) -> None:
    """A project that has no English yet."""
    for file in (sound.root / "summaries").iterdir():
        file.unlink()
    (sound.root / "summaries").rmdir()
    assert sound.run("draft", P3).exit_code == 0
    assert [*yaml.safe_load(sound.read(SUMMARIES))] == [P3]
