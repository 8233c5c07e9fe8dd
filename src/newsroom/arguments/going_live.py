"""The arguments of verbs that begin a newsroom, bring it to a host, and vouch for what it publishes."""

from __future__ import annotations

from pathlib import Path

from newsroom.arguments.speaking import Parser, add_form
from newsroom.commands.servers import SERVERS
from newsroom.model.host import HOOKS
from newsroom.scaffold.answers import PRESET_KINDS, QUESTIONS
from newsroom.scaffold.workflows import HOSTS


def add_host(parser: Parser) -> None:
    """What can be typed after ``newsroom host``."""
    folder = parser.text("where; what is there already stays", "المجلد؛ وما فيه يبقى")
    parser.values.add_argument("folder", type=Path, metavar="DIR", help=folder)
    branch = parser.text(
        "the branch that is published; main unless told otherwise", "الفرع الذي يُنشر، وهو main ما لم تغيّره"
    )
    parser.options.add_argument("--branch", default="main", metavar="NAME", help=branch)
    parser.set_defaults(verb="host")


def _add_place(parser: Parser) -> None:
    folder = parser.text(
        "the host's folder; this one unless told otherwise", "مجلد الاستضافة، وهو هذا المجلد ما لم تغيّره"
    )
    parser.options.add_argument("--host", type=Path, default=Path(), metavar="DIR", help=folder)


def add_publish(parser: Parser) -> None:
    """What can be typed after ``newsroom publish``."""
    _add_place(parser)
    parser.set_defaults(verb="publish")


def add_publisher(parser: Parser) -> None:
    """What can be typed after ``newsroom publisher``."""
    _add_place(parser)
    acts = parser.options.add_mutually_exclusive_group()
    line = parser.text(
        "run this at each instant, where the newsroom is published elsewhere",
        "تشغيل هذا الأمر في كل موعد، حيث يُنشر المركز في مكان آخر",
    )
    acts.add_argument("--run", metavar="COMMAND", help=line)
    units = parser.text("write units for systemd, and end", "كتابة وحدات systemd ثم الانتهاء")
    acts.add_argument("--systemd", action="store_true", help=units)
    ahead = parser.text(
        "prepare what is to be seen at this instant, and end", "تهيئة ما يُعرض في هذه اللحظة ثم الانتهاء"
    )
    acts.add_argument("--prepare", metavar="INSTANT", help=ahead)
    parser.set_defaults(verb="publisher")


def add_receive(parser: Parser) -> None:
    """What can be typed after ``newsroom receive``."""
    hook = parser.text("as which hook of git", "أي خطاف من خطافات git")
    parser.values.add_argument("hook", choices=HOOKS, help=hook)
    _add_place(parser)
    parser.set_defaults(verb="receive")


def add_releases(parser: Parser) -> None:
    """What can be typed after ``newsroom releases``."""
    _add_place(parser)
    add_form(parser)
    parser.set_defaults(verb="releases")


def add_rollback(parser: Parser) -> None:
    """What can be typed after ``newsroom rollback``."""
    number = parser.text(
        "which release; the last of another commit unless told otherwise",
        "رقم الإصدار، وهو آخر إصدار من إيداع آخر ما لم تغيّره",
    )
    parser.values.add_argument("number", nargs="?", type=int, metavar="NUMBER", help=number)
    _add_place(parser)
    parser.set_defaults(verb="rollback")


def add_manifest(parser: Parser) -> None:
    """What can be typed after ``newsroom manifest``."""
    site = parser.text("the folder of the finished site", "مجلد الموقع بعد بنائه")
    parser.values.add_argument("site", type=Path, metavar="SITE", help=site)
    key = parser.text(
        "the file of the private key; else the variable NEWSROOM_SIGNING_KEY holds the key itself",
        "ملف المفتاح الخاص، وإلا ففي المتغير NEWSROOM_SIGNING_KEY المفتاح نفسه",
    )
    parser.options.add_argument("--key", type=Path, metavar="FILE", help=key)
    commit = parser.text("the commit that the site was built from", "الإيداع الذي بُني منه الموقع")
    parser.options.add_argument("--commit", default="", metavar="COMMIT", help=commit)
    previous = parser.text("the manifest before: a file, or the site's address", "البيان السابق: ملف، أو عنوان الموقع")
    parser.options.add_argument("--previous", metavar="FILE|URL", help=previous)
    parser.set_defaults(verb="manifest")


def add_init(parser: Parser) -> None:
    """What can be typed after ``newsroom init``."""
    parser.values.add_argument("folder", type=Path, metavar="FOLDER", help=parser.text("where", "مكانه"))
    kind = parser.text("what kind of organisation it is for", "نوع المؤسسة")
    parser.options.add_argument("--preset", choices=PRESET_KINDS, required=True, help=kind)
    host = parser.text(
        "who publishes it; may be said more than once, such as gitlab and s3; own unless told otherwise",
        "من ينشره، وقد يُكرر مثل gitlab ثم s3؛ وهو own ما لم تغيّره",
    )
    parser.options.add_argument("--host", choices=HOSTS, action="append", help=host)
    for question in QUESTIONS:
        asks = parser.text(question.asks.en, question.asks.ar)
        parser.options.add_argument(question.option, metavar="TEXT", help=asks)
    parser.set_defaults(verb="init")


def add_upgrade(parser: Parser) -> None:
    """What can be typed after ``newsroom upgrade``."""
    write = parser.text("write what is shown", "كتابة ما يُعرض")
    parser.options.add_argument("--write", action="store_true", help=write)
    overwrite = parser.text(
        "with --write: files too that were changed by hand", "مع --write: الملفات التي غُيّرت يدويًّا أيضًا"
    )
    parser.options.add_argument("--overwrite", action="store_true", help=overwrite)
    parser.set_defaults(verb="upgrade")


def add_upload(parser: Parser) -> None:
    """What can be typed after ``newsroom upload``."""
    parser.values.add_argument("bucket", metavar="BUCKET", help=parser.text("the store's bucket", "حاوية المخزن"))
    site = parser.text("the site's folder; `site` unless told otherwise", "مجلد الموقع، وهو site ما لم تغيّره")
    parser.options.add_argument("--site", type=Path, metavar="SITE", help=site)
    parser.set_defaults(verb="upload")


def add_serve_config(parser: Parser) -> None:
    """What can be typed after ``newsroom serve-config``."""
    parser.values.add_argument("server", choices=SERVERS, help=parser.text("which server", "أي خادم"))
    site = parser.text(
        "the folder that it serves, or the symlink to it; `site` unless told otherwise",
        "المجلد الذي يعرضه، أو الوصلة الرمزية إليه، وهو site ما لم تغيّره",
    )
    parser.options.add_argument("--site", type=Path, metavar="DIR", help=site)
    previews = parser.text("serve the previews in this folder, too", "عرض المعاينات التي في هذا المجلد أيضًا")
    parser.options.add_argument("--previews", type=Path, metavar="DIR", help=previews)
    password = parser.text(
        "ask whoever looks at previews for a name and a password in this file of htpasswd",
        "سؤال من ينظر في المعاينات عن اسم وكلمة مرور من ملف htpasswd هذا",
    )
    parser.options.add_argument("--password", type=Path, metavar="FILE", help=password)
    inside = parser.text(
        "only what stands inside a block of your own, such as one with certificates",
        "ما يوضع داخل كتلة تكتبها بنفسك وحده، كالتي فيها الشهادات",
    )
    parser.options.add_argument("--inside", action="store_true", help=inside)
    parser.set_defaults(verb="serve-config")


def add_verify(parser: Parser) -> None:
    """What can be typed after ``newsroom verify``."""
    what = parser.text(
        "an address, a saved page or file, or a folder with a whole site",
        "عنوان، أو صفحة أو ملف محفوظ، أو مجلد فيه موقع كامل",
    )
    parser.values.add_argument("what", metavar="WHAT", help=what)
    kept = parser.text("by which manifest: a file, or the site's address", "بأي بيان: ملف، أو عنوان الموقع")
    parser.options.add_argument("--manifest", metavar="FILE|URL", help=kept)
    signers = parser.text(
        "whose keys to trust: allowed signers, as ssh-keygen has them", "المفاتيح الموثوق بها، بصيغة ssh-keygen"
    )
    parser.options.add_argument("--signers", type=Path, metavar="FILE", help=signers)
    add_form(parser)
    parser.set_defaults(verb="verify")
