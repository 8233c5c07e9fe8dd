"""Parsers that speak the user's language, and what many verbs let be typed."""

from __future__ import annotations

import argparse
import sys
from typing import Any, Final, NoReturn

from newsroom.model.language import Language

COULD_NOT: Final = 3
"""The exit code where the work could not be done."""


class _ArabicFormatter(argparse.HelpFormatter):
    def add_usage(self, usage: Any, actions: Any, groups: Any, prefix: str | None = None) -> None:
        super().add_usage(usage, actions, groups, "الاستعمال: " if prefix is None else prefix)


class Parser(argparse.ArgumentParser):
    """An argument parser that speaks the user's language and leaves with our exit code for wrong arguments.

    What argparse itself finds wrong it says in English; around it, everything is in the user's language.
    """

    language: Language = "en"
    formatter: type[argparse.HelpFormatter] = argparse.HelpFormatter

    def __init__(self, **options: Any) -> None:
        super().__init__(**{**options, "add_help": False, "formatter_class": self.formatter})
        self.values = self.add_argument_group(self.text("arguments", "المعطيات"))
        self.options = self.add_argument_group(self.text("options", "الخيارات"))
        self.options.add_argument("-h", "--help", action="help", help=self.text("show this help", "عرض هذه المساعدة"))

    def text(self, en: str, ar: str) -> str:
        """Choose between English and Arabic words."""
        return ar if self.language == "ar" else en

    def error(self, message: str) -> NoReturn:
        """Say how the command is used and what is wrong, and leave."""
        self.print_usage(sys.stderr)
        words = self.text(f"newsroom: {message}", f"newsroom: الأمر غير صحيح ({message})؛ المساعدة بالخيار --help")
        sys.stderr.write(f"{words}\n")
        sys.exit(COULD_NOT)


class _ArabicParser(Parser):
    language = "ar"
    formatter = _ArabicFormatter


def parser_in(language: Language, **options: Any) -> Parser:
    """A parser that speaks a language."""
    return (_ArabicParser if language == "ar" else Parser)(**options)


def add_form(parser: Parser) -> None:
    """The choice between words for people and JSON for programs."""
    written = parser.text("how it is written; text unless told otherwise", "صيغة الكتابة، وهي text ما لم تغيّرها")
    parser.options.add_argument("--format", choices=("text", "json"), default="text", help=written)
