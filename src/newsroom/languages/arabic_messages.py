"""The words of messages to accounts in Arabic."""

from __future__ import annotations

from typing import Final

from newsroom.languages.message_words import MessageWords
from newsroom.languages.words import Plural

ARABIC_MESSAGES: Final = MessageWords(
    messages="رسائل الحسابات",
    introduction=(
        "ما ستقوله الحسابات المذكورة في {file} عن المنشورات القادمة ومنشورات الأيام السبعة الماضية، كما سيُرسل "
        "حرفيًّا. أما ما أُرسل منه فعلًا فيعرضه الأمر {command}."
    ),
    nothing_to_say="لا منشور قادمًا، ولا منشور في الأيام السبعة الماضية.",
    to_messages="عرض الرسائل",
    of_this_post="عرض ما ستقوله الحسابات عن هذا المنشور",
    counted=Plural(
        zero="لا رسائل",
        one="رسالة واحدة",
        two="رسالتان",
        few="{count} رسائل",
        many="{count} رسالة",
        other="{count} رسالة",
    ),
    no_messages="لا رسائل",
    release="النشر: {date}",
    withheld="محجوب",
    withdrawn="مسحوب",
    read_post="قراءة المنشور",
    picture="الصورة",
    link="الرابط",
    as_sent="كما تُرسل",
    length="الطول",
    length_of="{count} من {most} {units}",
    any_length="تقبل الشبكة أي طول",
    price="الثمن",
    dollars="{amount} دولار أمريكي",
    free="بلا ثمن",
    goes="تُرسل من",
    goes_after="{date}، حيث أُرسل المنشور نفسه",
    goes_with_consent="حين تكتمل الموافقات على المنشور",
    goes_when_open="حين يُرفع الحجب عن المنشور",
    consent="الموافقة",
    consents={
        "unneeded": "غير مطلوبة",
        "given": "أُعطيت لهذه الألفاظ",
        "missing": "لم تُعطَ لهذه الألفاظ بعد",
    },
    silent="لا يُرسل شيء إلى",
    reasons={
        "type": "ليس لمنشورات من هذا النوع",
        "language": "ليس لهذه اللغة",
        "withdrawn": "سُحب المنشور",
        "lapsed": "مضى على المنشور وقت لم يعد بعده خبرًا هناك",
        "speechless": "تقول الحسابات الأخرى هناك كل ما يقال؛ وتُكتب ألفاظه الخاصة في المفتاح {key}",
    },
    other_networks={
        "threads": "ثريدز",
        "mail": "البريد الإلكتروني",
        "slack": "سلاك",
        "discord": "ديسكورد",
        "teams": "تيمز",
        "webhook": "خطّاف الويب",
        "websub": "ويب سَب",
        "indexnow": "إندكس ناو",
        "printer": "الطابعة",
    },
)
