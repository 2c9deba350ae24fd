"""Where the reviewer's answers come from: single keys at a terminal, else one line each."""

from __future__ import annotations

import sys

import click


class Ended(Exception):
    """There are no more answers."""


class Answers:
    """`terminal`: whether a person types."""

    def __init__(self) -> None:
        self.terminal = sys.stdin.isatty() and sys.stdout.isatty()

    def key(self, prompt: str) -> str:
        """One key, or the words of a line."""
        if not self.terminal:
            return self.line(prompt)
        click.echo(f"{prompt} ", nl=False)
        try:
            key = click.getchar()
        except EOFError:
            raise Ended from None
        click.echo(key if key.isprintable() else "")
        return key

    def line(self, prompt: str) -> str:
        """A line, without the white space around it."""
        click.echo(f"{prompt} ", nl=False)
        sys.stdout.flush()
        line = sys.stdin.readline()
        if not self.terminal:
            click.echo()
        if not line:
            raise Ended
        return line.strip()
