"""The one module that sends: httpx to an OpenAI-compatible endpoint.

The answer is read up to a number of bytes and within a time; a redirect is not followed, least of all with the key; what
a server says is shown without the key.
"""

from __future__ import annotations

import asyncio
import logging
import socket
import ssl
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

import httpx
from tenacity import AsyncRetrying, retry_if_exception_type, stop_after_attempt

from yuedu.desk.draft.budget import Budget, estimate, estimate_messages
from yuedu.desk.draft.dialect import Dialect, Message
from yuedu.desk.draft.endpoint import Endpoint
from yuedu.desk.draft.faults import BadAnswer, Fatal, Transient
from yuedu.desk.draft.responses import NotAsPut, Reply, Response, read
from yuedu.desk.draft.waiting import Wait

for _name in ("httpx", "httpcore"):
    logging.getLogger(_name).setLevel(logging.WARNING)  # httpcore logs a server's headers, which may echo the key


class Client:
    """An open endpoint; `ask` may be called many times at once.

    `stopped`: once set, nothing more is sent, and this is raised instead.
    """

    def __init__(self, endpoint: Endpoint, budget: Budget) -> None:
        self.endpoint, self.budget = endpoint, budget
        limits = endpoint.limits
        self.stopped: Fatal | None = None
        self._dialect = Dialect()
        self._answered = False
        self._not_before = 0.0
        self._http = httpx.AsyncClient(
            timeout=httpx.Timeout(limits.answer_time, connect=limits.connect_time),
            limits=httpx.Limits(max_connections=limits.concurrency),
            follow_redirects=False,
            trust_env=not endpoint.loopback,  # the proxies of the environment
            verify=httpx.create_ssl_context() if self._encrypted else False,  # SSL_CERT_FILE holds on this machine too
            headers={"Accept-Encoding": "identity", **endpoint.key.header()},
        )

    @property
    def _encrypted(self) -> bool:
        """Whether certificates may have to be looked at; reading them takes its time."""
        return not (self.endpoint.loopback and self.endpoint.base.startswith("http:"))

    async def __aenter__(self) -> Client:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self._http.aclose()

    async def ask(self, messages: Sequence[Message], schema: Mapping[str, Any]) -> Reply:
        """The model's answer.

        Raises `Fatal`, `Refused`, `Transient` when all tries are used up, `BadAnswer` for an answer without a text, and
        `Spent` before a request for which nothing is left.
        """
        limits = self.endpoint.limits
        retrying = AsyncRetrying(
            retry=retry_if_exception_type(Transient),
            stop=stop_after_attempt(limits.tries),
            wait=Wait(limits),
            reraise=True,
        )
        try:
            reply: Reply = await retrying(self._ask_in_some_dialect, messages, schema)
        except Fatal as fault:
            self.stopped = self.stopped or fault
            raise
        return reply

    async def _ask_in_some_dialect(self, messages: Sequence[Message], schema: Mapping[str, Any]) -> Reply:
        dialect = self._dialect
        while True:
            try:
                reply = await self._once(messages, dialect.body(self.endpoint, messages, schema))
            except NotAsPut as refusal:
                simpler = dialect.simpler(refusal.message)
                if simpler is None:
                    raise refusal.fault from None
                dialect = simpler
            except BadAnswer:
                self._dialect = dialect
                raise
            else:
                self._dialect = dialect  # what it took from the first try on
                return reply

    async def _once(self, messages: Sequence[Message], body: Mapping[str, Any]) -> Reply:
        clock = asyncio.get_running_loop().time
        if (pause := self._not_before - clock()) > 0:  # the server asked everybody to wait
            await asyncio.sleep(pause)
        if self.stopped:
            raise self.stopped
        expected = estimate_messages(messages)
        aside = expected + self.endpoint.limits.answer_tokens
        self.budget.take(aside)
        try:
            response = await self._send(body)
            reply = read(response, self.endpoint)
        except NotAsPut:
            self.budget.settle(aside, 0)
            raise
        except Transient as fault:
            self.budget.settle(aside, 0)
            if fault.retry_after is not None:
                self._not_before = max(self._not_before, clock() + fault.retry_after)
            raise
        except BadAnswer as bad:
            self.budget.settle(aside, expected + estimate(bad.text))
            self._answered = True
            raise
        self.budget.settle(aside, reply.tokens or expected + estimate(reply.text))
        self._answered = True
        return reply

    async def _send(self, body: Mapping[str, Any]) -> Response:
        """One request and its answer's bytes; every fault of the network under a name of ours."""
        url, limits = self.endpoint.url, self.endpoint.limits
        data = b""
        try:
            async with asyncio.timeout(limits.answer_time), self._http.stream("POST", url, json=body) as response:
                async for chunk in response.aiter_bytes():
                    data += chunk
                    if len(data) > limits.answer_bytes:
                        raise BadAnswer(f"the answer does not end: more than {limits.answer_bytes} bytes")
                return Response(response.status_code, dict(response.headers), data)
        except (TimeoutError, httpx.TimeoutException) as error:
            if isinstance(error, httpx.ConnectTimeout):
                message, remedy = f"no connection within {limits.connect_time:g} s", "check the address and the network"
            else:
                message = f"no whole answer within {limits.answer_time:g} s"
                remedy = "give a slow model longer with --timeout, or ask fewer at once with --concurrency"
            raise Transient(url, message, remedy) from None
        except httpx.ProxyError as error:
            raise Fatal(url, f"the proxy refuses: {self._said(error)}", "check HTTPS_PROXY and NO_PROXY") from None
        except httpx.ConnectError as error:
            raise self._unreachable(error) from None
        except httpx.RemoteProtocolError as error:
            message = f"the connection was cut in the middle of an answer ({self._said(error)})"
            raise Transient(url, message, "run it again: what is drafted stays") from None
        except (httpx.TransportError, httpx.DecodingError) as error:
            raise Transient(url, f"the connection failed ({self._said(error)})", "check the network") from None

    def _unreachable(self, error: httpx.ConnectError) -> Fatal | Transient:
        url, causes = self.endpoint.url, list(_causes(error))
        if tls := next((c for c in causes if isinstance(c, ssl.SSLError)), None):
            reason = getattr(tls, "verify_message", "") or tls.reason or str(tls)
            message = f"no secure connection: {self.endpoint.key.hide_pieces(str(reason))}"
            return Fatal(url, message, "check the address; for a certificate of your own set SSL_CERT_FILE")
        host = httpx.URL(url).host
        if any(isinstance(c, socket.gaierror) for c in causes):
            message, remedy = f"the name {host} is not known", "check the spelling of the address and the network"
        else:
            message, remedy = (
                "no connection: nothing answers there",
                "check the address and port; is the server running?",
            )
        return (Transient if self._answered else Fatal)(url, message, remedy)

    def _said(self, error: Exception) -> str:
        return self.endpoint.key.hide_pieces(str(error) or type(error).__name__)


def _causes(error: BaseException | None) -> Iterator[BaseException]:
    while error is not None:
        yield error
        error = error.__cause__ or error.__context__
