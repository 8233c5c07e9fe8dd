"""Every word that the site shows and no author wrote: one field each, so that mypy proves no language lacks one.

A name in braces inside a text, such as ``{date}``, is filled by whoever shows it, with text that is already in the
page's language and digits; the comment beside a field tells the names. Keep the fields in their groups, and the
languages' files in the same order.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from newsroom.model.calendar import OccasionKind, OccasionStatus
from newsroom.model.language import Language
from newsroom.model.policy import Role
from newsroom.model.post import Audience, EvidenceKind, PostType

NETWORKS: Final[tuple[str, ...]] = (
    "mastodon",
    "x",
    "linkedin",
    "youtube",
    "instagram",
    "facebook",
    "bluesky",
    "telegram",
)

OWN_NAMES: Final[Mapping[Language, str]] = {"ar": "العربية", "en": "English"}
"""Each language's name in the language itself: what a language switch says."""


@dataclass(frozen=True, slots=True)
class Plural:
    """What is counted, in the six forms of CLDR; ``{count}`` stands where the number is said.

    Forms that say their number in the noun, such as the Arabic dual, take no ``{count}``.
    """

    zero: str
    one: str
    two: str
    few: str
    many: str
    other: str


@dataclass(frozen=True, slots=True)
class Words:
    """One language's words."""

    # Around every page
    newsroom: str
    home: str
    menu: str
    main_navigation: str
    footer: str
    skip_to_content: str
    website: str
    preview_banner: str
    lacks_consent: str  # {roles}
    lacks_consent_notice: str  # {roles}

    # Front door, and the page for an address that leads nowhere
    front_title: str  # {name}
    enter: str
    not_found_title: str
    not_found_text: str

    # The page at an address that was
    moved_title: str
    moved_text: str

    # Home
    latest: str
    impact: str
    community_news: str
    voices: str
    nothing_yet: str
    news_for_you: str

    # Lists and archive
    all_posts: str
    archive: str
    by_year: str
    by_type: str
    by_topic: str
    by_audience: str
    posts_of_year: str  # {year}
    posts: Plural
    empty_list: str
    newer: str
    older: str
    pages_of_list: str
    page_of_list: str  # {number}
    page_navigation: str
    previous_page: str
    next_page: str
    elsewhere: str

    # A post
    published: str
    updated: str
    filed: str
    written_by: str
    topics: str
    audiences: str
    stale: str
    single: str
    previous_post: str
    next_post: str
    post_navigation: str
    related: str
    as_file: str
    plain_text: str
    footnote_back: str  # {}, the footnote's number

    # A post's corrections, or its withdrawal
    corrections: str
    correction_of: str  # {date}
    corrected: str
    correction_told: str  # {text}
    withdrawn_title: str
    withdrawn_notice: str  # {date}
    withdrawal_reason: str

    # Evidence
    evidence: str
    source: str
    date: str
    report_link: str

    # Figures
    figure_table: str
    no_value: str
    restated: str
    restated_note: str  # {series}, {point}, {before}, {date}, {reason}
    figures: str
    figures_introduction: str
    all_figures: str
    figure_data: str
    figure_notes: str
    posts_with_figure: str
    figure_label: str
    figure_value: str
    figure_unit: str

    # Pictures
    full_size: str
    picture_file: str  # {type}, {width}, {height}, {size}
    kilobytes: str
    megabytes: str
    credit: str
    licence: str

    # What is made for the media
    media_library: str
    media_library_introduction: str
    media_library_of_year: str  # {year}
    choose_pictures: str
    pictures: Plural
    pictures_of_organization: str
    portraits: str
    pictures_of_posts: str
    picture_in_text: str
    picture_described: str
    captions: str
    logo: str
    logo_on_dark: str
    icon: str
    picture_of_organization: str
    press_kit: str
    newsroom_kit: str
    newsroom_kit_explained: str
    copying: str
    copy_text: str
    copy_figures: str
    copied: str
    not_copied: str

    # Executives and accounts
    executives: str
    executives_introduction: str
    executive_posts: str  # {name}
    latest_of: str  # {name}
    roles: str
    role_since: str  # {date}
    role_between: str  # {since}, {until}
    accounts: str
    accounts_introduction: str
    accounts_of_organization: str
    official_accounts: str
    initial_results: str
    account_since: str  # {date}

    # Whom to call
    contact: str
    media_contacts: str
    contacts_introduction: str
    telephone: str
    email: str
    hours: str
    speaks: str

    contact_file: str

    # Feeds
    subscribe: str
    subscribe_introduction: str
    feed_formats: str
    all_feeds: str
    all_feeds_explained: str
    more_on_page: str
    feed_list_file: str
    by_email: str
    by_email_explained: str
    by_calendar: str
    by_calendar_explained: str

    # Search
    search: str
    search_introduction: str
    search_words: str
    search_button: str
    search_type: str
    search_year: str
    search_executive: str
    search_order: str
    best_first: str
    newest_first: str
    all_types: str
    all_years: str
    all_executives: str
    search_needs_script: str
    search_from_archive: str
    searching: str
    found: Plural
    nothing_found: str
    more_found: str
    search_failed: str
    search_missing: str

    # Dates to come, and past
    calendar: str
    calendar_introduction: str
    calendar_file: str
    all_dates: str
    coming_dates: str
    past_dates: str  # {year}
    place: str
    period: str  # {start}, {end}
    more_details: str

    # What shareholders and the media look for
    latest_results: str
    reports: str
    press_material: str
    all_accounts: str

    # The organisation
    about: str
    about_organization: str  # {name}
    boilerplate: str
    boilerplate_introduction: str

    # Names by key
    types: Mapping[PostType, str]
    types_in_plural: Mapping[PostType, str]
    audience_names: Mapping[Audience, str]
    for_audience: Mapping[Audience, str]
    evidence_kinds: Mapping[EvidenceKind, str]
    occasion_kinds: Mapping[OccasionKind, str]
    occasion_statuses: Mapping[OccasionStatus, str]
    role_names: Mapping[Role, str]
    networks: Mapping[str, str]
    own_language_names: Mapping[Language, str]
    language_names: Mapping[Language, str]

    # Joints: between the members of a list, before its last member, and between a page's title and the newsroom's name
    comma: str
    and_last: str
    or_last: str
    title_joint: str

    def enumerate(self, members: tuple[str, ...]) -> str:
        """The members as one phrase: «العربية والإنجليزية», "Arabic, English and French"."""
        return self._joined(members, self.and_last)

    def either(self, members: tuple[str, ...]) -> str:
        """Any one of the members as a phrase: «العربية أو الإنجليزية», "Arabic, English or French"."""
        return self._joined(members, self.or_last)

    def _joined(self, members: tuple[str, ...], last: str) -> str:
        if len(members) < 2:
            return "".join(members)
        return self.comma.join(members[:-1]) + last + members[-1]
