"""Newsrooms that are hard to show: texts long, wide and running both ways, and hardly any text at all."""

from __future__ import annotations

from pathlib import Path

from tests.samples import NO_EDITOR, both, contact, picture, write_newsroom, write_picture, write_post

TELEPHONE = "+968 2412 3456"
RISE = "+8.4%"
LONG_HEADLINE = "إيرادات الشركة ترتفع في النصف الأول من العام بفضل مركز الدقم وتوسع الأسواق " * 2
"""A hundred and fifty letters: the newsroom warns of it, and shows it."""
LONG_WORD = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft"

_LONG_READ = "\n\n".join(
    f"## فصل {number}\n\n" + "كلمات تملأ سطورًا كثيرة من نص طويل لا صورة فيه ولا جدول. " * 90 for number in range(1, 21)
)
"""Twenty thousand words."""

_BODY = f"""
الهاتف {TELEPHONE} في أي وقت، وارتفعت المبيعات {RISE} هذا العام.

## ارتفاع {RISE} في المبيعات

| البند | ٢٠٢٦ | التغيّر |{" الفترة |" * 11}
|---|---:|---:|{"---|" * 11}
| المبيعات | ٤٨٫٥ | {RISE} |{" ٤٨٫٥ مليون |" * 11}

- قائمة فيها {RISE} وفيها {TELEPHONE}.

> قال الرئيس: *ارتفعت* **المبيعات** {RISE}.

!!! note "ملاحظة"
    نص الملاحظة.

```
code code code code code code code code code code code code code code code code code code code code code code
```

{LONG_WORD} https://www.sample.example/{"reports/" * 14}index

حاشية[^1].

[^1]: نص الحاشية {RISE}.
"""


def write_hard_newsroom(root: Path) -> Path:
    write_newsroom(root, posts=2, contacts=[contact(telephone=TELEPHONE)], rules=NO_EDITOR)
    folder = write_post(
        root,
        3,
        slug="hard",
        ar={
            "title": LONG_HEADLINE.strip(),
            "summary": f"{LONG_HEADLINE}{LONG_WORD}",
            "hero": picture(),
            "evidence": [
                {
                    "kind": "figure",
                    "label": both("المبيعات", "Sales"),
                    "value": 8.4,
                    "unit": "%",
                    "source": both("القوائم", "Statements"),
                    "date": "2026-01-15",
                }
            ],
        },
        body_ar=_BODY,
        body_en=_BODY,
    )
    write_picture(folder / "hero.png", (640, 480))
    write_post(
        root,
        4,
        slug="signed",
        ar={"title": f"المبيعات ترتفع {RISE} في عام", "summary": f"ارتفعت المبيعات {RISE} هذا العام."},
    )
    write_post(root, 5, slug="long-read", ar={"type": "speech"}, body_ar=_LONG_READ, body_en=_LONG_READ)
    write_post(
        root,
        6,
        slug="long-word",
        ar={"title": f"خبر {LONG_WORD}", "summary": LONG_WORD, "audiences": ["media", "shareholders"]},
        body_ar="جملة.",
        body_en="One.",
    )
    return root


def write_bare_newsroom(root: Path) -> Path:
    """A newsroom in which nothing has been published, and whose one executive has no portrait."""
    return write_newsroom(root, posts=0)
