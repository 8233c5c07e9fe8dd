"""The words of verification in British English."""

from __future__ import annotations

from typing import Final

from newsroom.languages.verification_words import VerificationWords

ENGLISH_VERIFICATION: Final = VerificationWords(
    title="Verify what we publish",
    introduction="How to make sure that a page or a document really is ours, and that nobody has changed it.",
    purpose="What this is for",
    purpose_explained=(
        "Anyone can copy one of our pages or documents, change a figure in it and pass it on. So each time we publish,"
        " we list every page and file of this site with its digest, a number that changes with every letter, and sign"
        " the list. Whoever compares a page or a document with that list knows whether it is what we published, to the"
        " letter, and since when it has stood here."
    ),
    key="Our key",
    key_explained=(
        "A signature is only worth something if the key is ours. Compare this fingerprint with one that you have from"
        " elsewhere, and ask our media contacts by telephone if need be: whoever forges a site can show another key on"
        " it."
    ),
    key_until="until {date}",
    programs="What you need",
    programs_explained=(
        "The programs `curl`, `ssh-keygen` and `sha256sum` come with Linux and with Git Bash on Windows. On macOS, type"
        " `shasum -a 256` in place of `sha256sum`. Only what is fetched needs the network: files that you have kept can"
        " be verified anywhere."
    ),
    fetch="Fetch the list, its signature and our key",
    fetch_explained="Save the three files in an empty folder.",
    check_signature="Check the signature",
    signature_expected=(
        "The answer begins with `Good` and ends with the fingerprint of our key. If it is any other, do not trust the"
        " list."
    ),
    find_file="Look a file up",
    find_file_explained=(
        "Put the name of your file in place of `report.pdf`. What counts is what is in it, and not what it is called: a"
        " document that reached you by e-mail can be looked up too."
    ),
    find_file_expected=(
        "If the file is ours, its place on this site is printed; above that line, the list says since when. If nothing"
        " is printed, the file is not among what we publish now."
    ),
    pages="Pages",
    pages_explained=(
        "At the foot of each post stand the commands for that very page. A page that you saved in a browser can be"
        " looked up like any file if you saved it as HTML only."
    ),
    this_page="Verify this page",
    this_page_explained=(
        "We sign what we publish. These commands tell whether this page is what we published, to the letter."
    ),
    check_page="Fetch this page and compare it with the list",
    page_expected="The answer ends with `OK`. If it says `FAILED`, the page is not what we published.",
    more="How to verify other pages and documents",
)
