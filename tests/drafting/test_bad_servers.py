"""A server that is not there, refuses, fails, stalls or talks nonsense: a message that says what mends it, nothing lost."""

from __future__ import annotations

import json
import socket
import ssl
import time
from collections.abc import Callable, Mapping
from email.utils import formatdate
from pathlib import Path

import pytest
import trustme
from click.testing import Result

from tests.drafting.endpoint import Answered, Asked, Endpoint, says, segments, well
from tests.editing.project import SUMMARIES, Project

P3 = "note-2031.1.p3"
QUICK = ("--tries", "3", "--backoff", "0.01")


def refused(project: Project, *arguments: str, ids: tuple[str, ...] = (P3,)) -> str:
    """Draft in vain: exit code 2, no file changed; returns what stands on the error stream."""
    before = project.tree()
    result = project.run("draft", *ids, *QUICK, *arguments)
    assert result.exit_code == 2, result.output
    assert "remedy: " in result.stderr
    assert "Traceback" not in result.output
    assert project.tree() == before
    return result.stderr


def error(status: int, message: str = "", headers: Mapping[str, str] | None = None) -> Answered:
    return Answered(json.dumps({"error": {"message": message}}), status, headers or {})


class TestTheAddress:
    def test_none(self, sound: Project, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setenv("YUEDU_MODEL", "a-model")
        assert "error: OPENAI_BASE_URL: no endpoint" in refused(sound)

    def test_no_model(self, sound: Project, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.delenv("YUEDU_MODEL")
        assert "error: YUEDU_MODEL: no model" in refused(sound)
        assert endpoint.asked == []

    @pytest.mark.parametrize(
        ("url", "says"),
        [
            ("127.0.0.1:8000", "'127.0.0.1:8000' is no http or https URL"),
            ("ftp://host.test/v1", "is no http or https URL"),
            ("http://", "is no http or https URL"),
            ("http://host.test:port/v1", "this is no URL"),
            ("http://host.test/v1?key=1", "holds a query"),
            ("http://me:secret-word@host.test/v1", "holds a user or a password"),
        ],
    )
    def test_wrong(self, sound: Project, url: str, says: str) -> None:
        message = refused(sound, "--base-url", url, "--model", "m")
        assert message.startswith("error: --base-url: ")
        assert says in message
        assert "secret-word" not in message

    def test_nothing_listens(self, sound: Project) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            url = f"http://127.0.0.1:{free.getsockname()[1]}/v1"
        message = refused(sound, "--base-url", url, "--model", "m")
        assert f"error: {url}/chat/completions: no connection: nothing answers there" in message

    def test_a_name_that_is_not_known(self, sound: Project) -> None:
        """`.invalid` is reserved for this: RFC 2606."""
        message = refused(sound, "--base-url", "https://endpoint.invalid/v1", "--model", "m")
        assert "https://endpoint.invalid/v1/chat/completions: the name endpoint.invalid is not known" in message

    def test_a_certificate_of_no_known_authority(self, sound: Project) -> None:
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        trustme.CA().issue_cert("127.0.0.1").configure_cert(tls)
        with Endpoint(tls=tls) as server:
            message = refused(sound, "--base-url", server.base, "--model", "m")
        assert "no secure connection: " in message
        assert "SSL_CERT_FILE" in message
        assert server.asked == []

    def test_a_certificate_that_is_trusted(
        self, sound: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        authority = trustme.CA()
        authority.cert_pem.write_to_path(str(tmp_path / "ca.pem"))
        monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "ca.pem"))
        tls = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        authority.issue_cert("127.0.0.1").configure_cert(tls)
        with Endpoint(tls=tls) as server:
            assert sound.run("draft", P3, "--base-url", server.base, "--model", "m").exit_code == 0

    def test_no_proxy_stands_before_this_machine(
        self, sound: Project, endpoint: Endpoint, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setenv("HTTP_PROXY", "http://127.0.0.1:9")
        assert sound.run("draft", P3).exit_code == 0

    def test_the_path_of_the_request_may_be_given_too(self, sound: Project, endpoint: Endpoint) -> None:
        assert sound.run("draft", P3, "--base-url", endpoint.base + "/chat/completions/").exit_code == 0


REFUSALS = [
    pytest.param(
        error(401, "no"), "401: a key is needed, and none was given", "OPENAI_API_KEY", id="401 without a key"
    ),
    pytest.param(error(403, "no"), "403: the key may not use this", "'a-model'", id="403"),
    pytest.param(
        error(404, "no model a-model"), "404: no such address or model: no model a-model", "ends in /v1", id="404"
    ),
    pytest.param(error(402, "no credit"), "402: the account is used up: no credit", "top it up", id="402"),
    pytest.param(error(400, "prompt too long"), "400: the request is refused: prompt too long", "its limits", id="400"),
    pytest.param(
        error(429, "insufficient_quota"), "429: the account is used up", "top it up", id="429 for want of money"
    ),
    pytest.param(
        error(307, "", {"Location": "http://127.0.0.2/v1"}),
        "307: redirected to http://127.0.0.2/v1; the key is not sent on",
        "use the address",
        id="a redirect",
    ),
    pytest.param(
        error(429, "slow down", {"Retry-After": "86400"}),
        "it asks to wait 86400 s",
        "run it again later",
        id="429 for a day",
    ),
    pytest.param(
        Answered("<!doctype html><title>Sign in</title>", headers={"Content-Type": "text/html"}),
        "a web page, not an answer of the API",
        "a log-in page may stand in between",
        id="a proxy's page",
    ),
    pytest.param(error(429, "slow down"), "429: too many requests: slow down", "--concurrency", id="429"),
    pytest.param(
        error(500, "out of memory"), "500: the server fails: out of memory", "what is drafted stays", id="500"
    ),
    pytest.param(
        Answered("<html>Bad gateway</html>", 502), "502: the server fails", "again later", id="502 with a page"
    ),
    pytest.param(Answered('{"choices": [', 200), "not the JSON that the API promises", "cut off", id="wrong JSON"),
    pytest.param(
        Answered('"fine"', 200), "not the JSON that the API promises", "check the address", id="JSON of a text"
    ),
    pytest.param(
        Answered('{"error": {"message": "busy"}}'), "the endpoint reports: busy", "manual", id="200 and an error"
    ),
    pytest.param(Answered("[" * 100_000), "not the JSON that the API promises", "cut off", id="JSON without a bottom"),
    pytest.param(Answered('{"choices": []}', cut=5), "the connection was cut", "drafted stays", id="half an answer"),
]


@pytest.mark.parametrize(("answer", "message", "remedy"), REFUSALS)
def test_a_refusal(sound: Project, endpoint: Endpoint, answer: Answered, message: str, remedy: str) -> None:
    endpoint.answer = lambda _: answer
    said = refused(sound)
    assert f"{endpoint.base}/chat/completions: " in said
    assert message in said
    assert remedy in said.partition("remedy: ")[2]


@pytest.mark.parametrize(("answer", "message", "remedy"), REFUSALS)
def test_a_refusal_as_json(sound: Project, endpoint: Endpoint, answer: Answered, message: str, remedy: str) -> None:
    endpoint.answer = lambda _: answer
    result = sound.run("draft", P3, *QUICK, "--json")
    assert result.exit_code == 2
    *findings, last = map(json.loads, result.stdout.splitlines())
    assert [(f["severity"], f["rule"]) for f in findings] == [("error", "link.endpoint")]
    assert message in findings[0]["message"]
    assert remedy in findings[0]["expected"]
    assert last["summary"]["drafted"] == 0


@pytest.mark.parametrize("status", [401, 404])
def test_what_no_request_can_survive_is_sent_once(sound: Project, endpoint: Endpoint, status: int) -> None:
    endpoint.answer = lambda _: error(status)
    refused(sound, "--concurrency", "1", ids=())
    assert len(endpoint.asked) == 1


def test_a_server_that_always_fails_is_left_alone(sound: Project, endpoint: Endpoint) -> None:
    """After three texts in a row, all their tries used up."""
    endpoint.answer = lambda _: error(503)
    message = refused(sound, "--concurrency", "1", ids=())
    assert len(endpoint.asked) == 9
    assert "3 texts in a row failed" in message


class TestTryingAgain:
    @pytest.mark.parametrize(
        "fault",
        [error(429), error(500), error(503), error(408), Answered('{"choices": []}', cut=5), Answered("{")],
        ids=["429", "500", "503", "408", "half an answer", "wrong JSON"],
    )
    def test_it_is_asked_again(self, sound: Project, endpoint: Endpoint, fault: Answered) -> None:
        endpoint.answer = lambda asked: fault if asked.turn < 3 else well(asked)
        assert sound.run("draft", P3, *QUICK).exit_code == 0
        assert len(endpoint.asked) == 3

    def test_no_sooner_than_the_server_says(self, sound: Project, endpoint: Endpoint) -> None:
        assert 1 <= self._waited(sound, endpoint, lambda: "1") < 3

    def test_nor_than_the_date_it_gives(self, sound: Project, endpoint: Endpoint) -> None:
        assert 0.9 <= self._waited(sound, endpoint, lambda: formatdate(time.time() + 2, usegmt=True)) < 4

    def test_a_date_that_is_past(self, sound: Project, endpoint: Endpoint) -> None:
        assert self._waited(sound, endpoint, lambda: formatdate(time.time() - 60, usegmt=True)) < 1

    def test_what_is_neither(self, sound: Project, endpoint: Endpoint) -> None:
        assert self._waited(sound, endpoint, lambda: "soon") < 1

    def test_all_wait_where_one_is_told_to(self, sound: Project, endpoint: Endpoint) -> None:
        """One 429 with Retry-After holds the other requests back too."""
        times: list[float] = []

        def answer(asked: Asked) -> Answered:
            times.append(time.monotonic())
            return error(429, "", {"Retry-After": "1"}) if len(times) == 1 else well(asked)

        endpoint.answer = answer
        assert sound.run("draft", "note-2031", "--concurrency", "1", *QUICK).exit_code == 0
        assert times[1] - times[0] >= 1

    def _waited(self, project: Project, endpoint: Endpoint, header: Callable[[], str]) -> float:
        times: list[float] = []

        def answer(asked: Asked) -> Answered:
            times.append(time.monotonic())
            return error(429, "", {"Retry-After": header()}) if len(times) == 1 else well(asked)

        endpoint.answer = answer
        assert project.run("draft", P3, *QUICK).exit_code == 0
        return times[1] - times[0]

    def test_a_server_that_is_too_slow(self, sound: Project, endpoint: Endpoint) -> None:
        endpoint.delay = 1
        message = refused(sound, "--timeout", "0.2", "--tries", "2")
        assert "no whole answer within 0.2 s" in message
        assert "--timeout" in message

    def test_an_answer_that_trickles(self, sound: Project, endpoint: Endpoint) -> None:
        """The time is for the whole answer, not for its next byte."""
        endpoint.answer = lambda _: Answered(" ", endless=True, pause=0.05)
        assert "no whole answer within 0.5 s" in refused(sound, "--timeout", "0.5", "--tries", "1")


BAD_ANSWERS = [
    pytest.param(says(""), "the answer is empty", id="empty"),
    pytest.param(Answered('{"choices": []}'), "choices is empty", id="no choices"),
    pytest.param(Answered('{"choices": [{"message": null}]}'), "choices is empty", id="no message"),
    pytest.param(says("I cannot help with that."), "holds no JSON", id="chatter"),
    pytest.param(says('{"segments": [{"text": "Second, im'), "not complete JSON", id="half of the JSON"),
    pytest.param(
        says('{"segments": [{"text": "Second.", "from": [1]}, {"text": "And'),
        "not complete JSON",
        id="half, with a whole part",
    ),
    pytest.param(says('{"translation": "Second."}'), "not the shape asked for: segments", id="another shape"),
    pytest.param(says('{"segments": "Second."}'), "not the shape asked for: segments", id="a text for a list"),
    pytest.param(says('{"segments": []}'), "not the shape asked for: segments", id="no segments"),
    pytest.param(says(segments(("", [1]))), "not the shape asked for: segments.0.text", id="an empty segment"),
    pytest.param(says(segments(("Second.", [9]))), "names no sentence of the text", id="no such sentence"),
    pytest.param(says(segments(("Second.", []))), "names no sentence of the text", id="no sentence"),
    pytest.param(says(segments(("Second.", [1])), finish="length"), "cut off at the limit of tokens", id="cut off"),
    pytest.param(Answered("x" * 60_000, endless=True), "the answer does not end", id="endless"),
    pytest.param(says("[" * 50_000), "not complete JSON", id="JSON without a bottom"),
    pytest.param(says("{" + "[]" * 50_000), "JSON", id="babble"),
]


@pytest.mark.parametrize(("answer", "complaint"), BAD_ANSWERS)
def test_a_bad_answer_goes_back_once_and_is_mended(
    sound: Project, endpoint: Endpoint, answer: Answered, complaint: str
) -> None:
    endpoint.answer = lambda asked: answer if asked.turn == 1 else well(asked)
    assert sound.run("draft", P3, *QUICK).exit_code == 0
    assert len(endpoint.asked) == 2
    assert complaint in endpoint.asked[1].complaint
    assert len(json.dumps(endpoint.asked[1].body)) < 30_000, "no babble is sent back"


@pytest.mark.parametrize(("answer", "complaint"), BAD_ANSWERS)
def test_a_model_that_never_gives_an_answer(
    sound: Project, endpoint: Endpoint, answer: Answered, complaint: str
) -> None:
    endpoint.answer = lambda _: answer
    before = sound.tree()
    result = sound.run("draft", P3, *QUICK, "--json")
    assert result.exit_code == 1
    finding, last = map(json.loads, result.stdout.splitlines())
    assert (finding["severity"], finding["rule"], finding["passage"]) == ("error", "text.answer", P3)
    assert complaint in finding["message"]
    assert (last["summary"]["drafted"], last["summary"]["requests"]) == (0, 3)
    assert sound.tree() == before


def test_an_answer_in_chinese(sound: Project, endpoint: Endpoint) -> None:
    """It is in the right shape, so it is kept, with what the gate says of it, and shown to nobody."""
    endpoint.answer = lambda _: says(segments(("二是完善借阅规则，让借阅更方便。", [1])))
    result = sound.run("draft", P3)
    assert result.exit_code == 1
    assert "text.empty: a segment holds no English" in result.stdout
    assert "text.empty: a segment holds no English" in sound.read(SUMMARIES)


def test_a_fault_during_a_repair_keeps_the_first_answer(sound: Project, endpoint: Endpoint) -> None:
    endpoint.answer = lambda asked: error(401) if asked.complaint else says(segments(("Second.", [1, 7])))
    result = sound.run("draft", P3)
    assert result.exit_code != 0
    assert "401" in result.stderr
    assert "  - text: Second.\n" in sound.read(SUMMARIES)


@pytest.mark.parametrize(
    ("says_so", "status", "gone"),
    [
        ("response_format.type must be json_object", 400, "json_schema"),
        ("loc: ('body', 'response_format', 'type'): Input should be 'text' or 'json_object'", 500, "json_schema"),
        ("this model does not support response_format", 422, "response_format"),
        ("Unsupported parameter: 'max_tokens'. Use 'max_completion_tokens' instead.", 400, "max_tokens"),
        ("'temperature' does not support 0.2 with this model", 400, "temperature"),
    ],
)
def test_a_server_that_speaks_less(sound: Project, endpoint: Endpoint, says_so: str, status: int, gone: str) -> None:
    """It is asked in a plainer way, and from then on at once."""
    taken: list[Asked] = []

    def answer(asked: Asked) -> Answered:
        form = asked.body.get("response_format", {}).get("type")
        refuses = gone in asked.body or form == gone
        if not refuses and not taken:
            taken.append(asked)
            return says("?")  # a bad answer is an answer: it was asked for in a way that the server takes
        return error(status, says_so) if refuses else well(asked)

    endpoint.answer = answer
    assert sound.run("draft", "note-2031", "--concurrency", "1").exit_code == 0
    last = endpoint.asked[-1].body
    assert gone not in last
    refusals = len(endpoint.asked) - 8
    assert 1 <= refusals <= 3
    assert "max_tokens" in last or "max_completion_tokens" in last, "an answer has an end in any case"


def test_a_schema_holds_the_answer(sound: Project, endpoint: Endpoint) -> None:
    """Where the server can: nothing optional, nothing more, nothing it has to look up."""
    assert sound.run("draft", P3).exit_code == 0
    schema = endpoint.asked[0].body["response_format"]["json_schema"]["schema"]
    assert schema["required"] == ["segments", "omitted", "figures"]
    assert schema["properties"]["segments"]["items"]["properties"]["from"] == {
        "type": "array",
        "items": {"type": "integer"},
    }
    assert schema["additionalProperties"] is False
    assert "$" not in json.dumps(schema)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("  segments:\n  - text: Strengthen support\n", "  segments: Strengthen support\n"),
        ("state: draft\n  drafted_by: a model\n  segments:\n  - text: Strengthen", "state: [\n  - text: Strengthen"),
        ("note-2031.2:\n", "note-2031.1:\n"),
    ],
    ids=["another shape", "no YAML", "an id twice"],
)
def test_summaries_edited_into_nonsense(sound: Project, endpoint: Endpoint, old: str, new: str) -> None:
    """Refused before anything is sent."""
    sound.edit(SUMMARIES, old, new)
    assert f"error: {SUMMARIES}:" in refused(sound)
    assert endpoint.asked == []


def test_summaries_that_become_nonsense_meanwhile(sound: Project, endpoint: Endpoint) -> None:
    """What an editor broke while the run was on is not written over."""

    def answer(asked: Asked) -> Answered:
        sound.write(SUMMARIES, sound.read(SUMMARIES) + "\nnonsense: [\n")
        return well(asked)

    endpoint.answer = answer
    result = sound.run("draft", P3)
    assert result.exit_code == 2
    assert f"error: {SUMMARIES}:" in result.stderr
    assert sound.read(SUMMARIES).endswith("\nnonsense: [\n")


class TestCaps:
    def test_requests(self, sound: Project, endpoint: Endpoint) -> None:
        result = sound.run("draft", "--max-requests", "3")
        assert result.exit_code == 1
        assert len(endpoint.asked) == 3
        assert (
            "the limit of 3 requests is reached (--max-requests): 6 texts were not asked for; run again"
            in result.stdout
        )
        assert sound.run("draft").exit_code == 0
        assert len(endpoint.asked) == 9, "the next run goes on"

    def test_tokens(self, sound: Project, endpoint: Endpoint) -> None:
        """What an answer reports is counted, and what a request may take is set aside before it is sent."""
        result = sound.run("draft", "--max-tokens", "5400", "--concurrency", "1", "--json")
        assert result.exit_code == 1
        *findings, last = map(json.loads, result.stdout.splitlines())
        assert findings[-1]["rule"] == "state.limit"
        assert last["summary"]["tokens"] <= 5400
        assert last["summary"]["tokens"] == 100 * len(endpoint.asked)
        assert sound.run("draft", "--max-tokens", "100").exit_code == 1

    @pytest.mark.parametrize(
        "usage", [{"total_tokens": -5}, {"total_tokens": "many"}, [], None, {"total_tokens": 10**30}]
    )
    def test_a_server_that_lies_about_tokens(self, sound: Project, endpoint: Endpoint, usage: object) -> None:
        endpoint.answer = lambda asked: _with_usage(well(asked), usage)
        result = sound.run("draft", P3, "--json")
        assert result.exit_code == 0
        assert 200 < json.loads(result.stdout.splitlines()[-1])["summary"]["tokens"] < 5000


def _with_usage(answered: Answered, usage: object) -> Answered:
    return Answered(json.dumps(json.loads(answered.body) | {"usage": usage}))


def test_wrong_use(sound: Project, endpoint: Endpoint) -> None:
    for arguments in (("note-2031.9",), ("--redo",), ("--concurrency", "0"), ("--timeout", "0"), ("--fast",)):
        result: Result = sound.run("draft", *arguments)
        assert result.exit_code == 2
        assert endpoint.asked == []
    assert "did you mean note-2031" in sound.run("draft", "note-2031.9").stderr
