"""The key goes into one header of the request, and nowhere else."""

from __future__ import annotations

import json
import logging
import pickle
import subprocess
import sys
import traceback
from pathlib import Path

import pytest

from tests.drafting.endpoint import Answered, Asked, Endpoint, good_answers, says, segments, well
from tests.editing.project import Project
from yuedu.desk.draft.key import Key
from yuedu.errors import UsageError

KEY = "sk-Zq81-not.a/real~key+QX0773"
P3 = "note-2031.1.p3"
QUICK = ("--tries", "2", "--backoff", "0.01")


@pytest.fixture(autouse=True)
def with_a_key(monkeypatch: pytest.MonkeyPatch, no_settings: None) -> None:
    monkeypatch.setenv("OPENAI_API_KEY", KEY)


def quoting(asked: Asked) -> str:
    """A server's message that quotes what it was sent, whole and in part."""
    sent = asked.headers["Authorization"].removeprefix("Bearer ")
    return f"Incorrect API key provided: {sent}, also known as {sent[:14]}***{sent[-10:]}. Bearer {sent}"


def echoing(status: int, asked: Asked, headers: dict[str, str] | None = None) -> Answered:
    """A response that gives the key back in its body and in its headers."""
    key = asked.headers["Authorization"].removeprefix("Bearer ")
    back = {"X-Echo": key, "WWW-Authenticate": f'Bearer realm="{key}"', **(headers or {})}
    return Answered(json.dumps({"error": {"message": quoting(asked), "code": key}}), status, back)


def assert_nowhere(project: Project, *printed: str) -> None:
    """Neither whole nor a piece of eight characters, in no file and in nothing that was printed."""
    pieces = [KEY[n : n + 8] for n in range(len(KEY) - 7)]
    for text in printed:
        assert not [p for p in pieces if p in text], text
    for path, data in project.bytes().items():
        assert not [p for p in pieces if p.encode() in data], path


@pytest.mark.parametrize("status", [301, 400, 401, 403, 404, 418, 422, 429, 500, 503])
def test_a_server_that_gives_it_back(
    sound: Project, endpoint: Endpoint, status: int, caplog: pytest.LogCaptureFixture
) -> None:
    endpoint.answer = lambda asked: echoing(status, asked, {"Location": f"http://127.0.0.1/{KEY}", "Retry-After": "0"})
    with caplog.at_level(logging.DEBUG):
        result = sound.run("draft", P3, *QUICK)
        as_json = sound.run("draft", P3, *QUICK, "--json")
    assert (result.exit_code, as_json.exit_code) == (2, 2)
    assert endpoint.asked[0].headers["Authorization"] == f"Bearer {KEY}", "it was sent"
    assert_nowhere(sound, result.output, as_json.output, caplog.text, repr(result), str(result.exception))


def test_a_page_and_a_report_that_give_it_back(sound: Project, endpoint: Endpoint) -> None:
    for answer in (Answered(f"<p>{KEY}</p>"), Answered(json.dumps({"error": f"no: {KEY}"}))):
        endpoint.answer = lambda _, answer=answer: answer
        result = sound.run("draft", P3, *QUICK)
        assert result.exit_code == 2
        assert_nowhere(sound, result.output)


def test_a_model_that_writes_it_into_the_english(sound: Project, endpoint: Endpoint) -> None:
    """Escaped in the JSON or not, it reaches no draft, no page and no repair: the model is asked again."""
    escaped = KEY.replace("/", "\\/").replace("k", "\\u006b")

    def leaks(asked: Asked) -> Answered:
        answer = segments(("Lend KEY well.", [1])).replace("KEY", KEY if asked.turn == 1 else escaped)
        return says(answer) if asked.turn < 3 else well(asked)

    endpoint.answer = leaks
    result = sound.run("draft", P3)
    assert result.exit_code == 0
    assert len(endpoint.asked) == 3
    assert [a.complaint for a in endpoint.asked[1:] if "quotes the key" not in a.complaint] == []
    sound.edit("mkdocs.yml", "drafts: hide", "drafts: mark")
    built = sound.run("build")
    assert_nowhere(sound, result.output, built.output)
    assert KEY not in json.dumps([a.body for a in endpoint.asked])


@pytest.mark.parametrize("answer", [says(f"I am {KEY}"), says("", refusal=KEY), says(segments((KEY, [3])))])
def test_bad_answers_that_hold_it(sound: Project, endpoint: Endpoint, answer: Answered) -> None:
    endpoint.answer = lambda _: answer
    result = sound.run("draft", P3)
    assert result.exit_code == 1
    assert_nowhere(sound, result.output)


def test_a_dry_run_does_not_show_it(sound: Project, endpoint: Endpoint) -> None:
    result = sound.run("draft", "--dry-run", P3)
    assert_nowhere(sound, result.output, sound.run("draft", "--dry-run", P3, "--json").output)


def test_a_good_run_leaves_no_trace(sound: Project, endpoint: Endpoint) -> None:
    result = sound.run("draft")
    assert result.exit_code == 0
    assert_nowhere(sound, result.output, sound.run("build").output)


def test_a_redirect_does_not_get_it(sound: Project, endpoint: Endpoint) -> None:
    with Endpoint() as elsewhere:
        endpoint.answer = lambda asked: Answered("", 307, {"Location": elsewhere.base + "/chat/completions"})
        assert sound.run("draft", P3).exit_code == 2
    assert elsewhere.asked == []


def test_from_a_file(sound: Project, endpoint: Endpoint, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The file goes before the environment; a line feed at its end is no part of the key."""
    (tmp_path / "key").write_text("sk-from-the-file\n")
    assert sound.run("draft", P3, "--key-file", str(tmp_path / "key")).exit_code == 0
    assert endpoint.asked[0].headers["Authorization"] == "Bearer sk-from-the-file"


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (None, "no such file"),
        (b"", "the file is empty"),
        (b"\xff\xfe", "no text file"),
        (f"{KEY}\n{KEY}".encode(), "a line break"),
    ],
)
def test_a_bad_file(sound: Project, endpoint: Endpoint, tmp_path: Path, content: bytes | None, says: str) -> None:
    if content is not None:
        (tmp_path / "key").write_bytes(content)
    result = sound.run("draft", P3, "--key-file", str(tmp_path / "key"))
    assert result.exit_code == 2
    assert says in result.stderr
    assert endpoint.asked == []
    assert_nowhere(sound, result.output)


def test_it_is_on_no_command_line(sound: Project) -> None:
    """There is no option that takes it: other users see command lines."""
    assert "--api-key" not in sound.run("draft", "-h").stdout
    assert sound.run("draft", "--key", KEY).exit_code == 2


def test_without_one_no_header_is_sent(sound: Project, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("OPENAI_API_KEY")
    assert sound.run("draft", P3).exit_code == 0
    assert "Authorization" not in endpoint.asked[0].headers


def test_a_stand_in_damages_no_english(sound: Project, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
    """Local servers take any word for a key."""
    monkeypatch.setenv("OPENAI_API_KEY", "rules")
    assert sound.run("draft", P3).exit_code == 0
    assert good_answers()[P3][1].removesuffix(" [1]") in sound.read("summaries/note-2031.yml")


def test_an_unencrypted_way_is_warned_of(sound: Project, endpoint: Endpoint) -> None:
    result = sound.run("draft", P3, "--base-url", "http://endpoint.invalid/v1")
    assert "warning: http://endpoint.invalid/v1 is not encrypted" in result.stderr
    assert "not encrypted" not in sound.run("draft", P3).stderr, "loopback is this machine"


class TestTheObject:
    def test_it_does_not_tell(self) -> None:
        key = Key(KEY)
        for shown in (repr(key), str(key), f"{key}", repr([key]), "".join(map(str, [key]))):
            assert KEY[:8] not in shown
        assert not hasattr(key, "__dict__")
        with pytest.raises(TypeError, match="not written anywhere"):
            pickle.dumps(key)

    def test_nor_does_a_traceback_with_its_values(self) -> None:
        """As tools show one that print the variables of each frame."""
        try:
            key = Key(KEY, "a file")
            raise RuntimeError("something else", bool(key))
        except RuntimeError as error:
            shown = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
        assert "key = Key([key])" in shown
        assert KEY not in shown

    @pytest.mark.parametrize("bad", ["two words-in-it", "line\nbreak-in-it", "schlüssel-in-it", "tab\tin-the-middle"])
    def test_nor_does_its_own_error(self, bad: str) -> None:
        with pytest.raises(UsageError) as error:
            Key(bad, "OPENAI_API_KEY")
        assert "in-" not in str(error.value)


def test_a_crash_does_not_show_it(sound: Project, endpoint: Endpoint) -> None:
    """A traceback of the whole process, where something breaks that nobody foresaw."""
    code = (
        "import yuedu.desk.draft.drafting as d, yuedu.cli\n"
        "def broken(*_): raise RuntimeError('unforeseen')\n"
        "d._judged = broken\n"
        "yuedu.cli.main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, "draft", P3], cwd=sound.root, capture_output=True, text=True, check=False
    )
    assert "unforeseen" in done.stderr
    assert endpoint.asked[0].headers["Authorization"] == f"Bearer {KEY}"
    assert_nowhere(sound, done.stdout, done.stderr)


def test_another_answer_is_as_it_was(sound: Project, endpoint: Endpoint) -> None:
    endpoint.answer = well
    assert sound.run("draft", P3).exit_code == 0
    assert "[key]" not in sound.read("summaries/note-2031.yml")
