"""What on a page is not its text: menus, links, dates, contact lines, calls to action.

A cue is a pattern for a whole short line. Every row has a line that it takes for furniture
and, where it could go wrong, one that it must leave.
"""

import re
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class FurnitureCue:
    """A pattern (lower case, whole line) with an example, and a line that it leaves alone.

    `tail`: short lines that follow are links that belong to it.
    """

    pattern: str
    example: str
    leaves: str = ""
    tail: bool = False


_END = r"[\s.!:…→»>›]*"
_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?"
_DATE = rf"(?:{_MONTH} \d{{1,2}},? \d{{4}}|\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}"
_DATE += r"|\d{1,4}[/.-]\d{1,2}[/.-]\d{2,4})"
_SITES = r"(?:facebook|twitter|x|instagram|pinterest|linkedin|whatsapp|youtube|tiktok|email|reddit)"

CUES: tuple[FurnitureCue, ...] = (
    FurnitureCue(
        r"(?:skip|jump) to (?:main |the )?(?:content|navigation|search)", "Skip to content"
    ),
    FurnitureCue(
        r"(?:top|bottom|start|end) of (?:the |this )?page",
        "top of page",
        leaves="Top of the page models",
    ),
    FurnitureCue(
        r"type to search|type (?:and|your search and|then) (?:hit|press) enter\b.{0,40}",
        "Type to search",
        leaves="Type matters less than firmness",
    ),
    FurnitureCue(rf"{_MONTH} \d{{4}}", "January 2020", leaves="January 2020 was cold"),
    FurnitureCue(
        r"(?:home|menu|main menu|search|log ?in|sign in|sign up|register|my account|cart|close"
        r"|about(?: us)?|contact(?: us)?|blog|faqs?|shop|gallery|news|toggle navigation"
        r"|next|previous"
        r"|back to top|scroll to top|go to top)",
        "Toggle navigation",
        leaves="Home visits are free",
    ),
    FurnitureCue(r"home\s*(?:>|»|›|/|::|→|\|).*", "Home > Beds > Mattresses", "Home or away"),
    FurnitureCue(
        r"(?:read|learn|see|view|show|load|discover|find out) (?:more|all"
        r"|less)(?: (?:about|on) .{0,60})?",
        "Read more about slats",
        leaves="Read more slowly and you remember it",
    ),
    FurnitureCue(r"(?:continue|keep) reading\b.{0,80}", "Continue reading: slats"),
    FurnitureCue(r"click (?:here|below|the link)\b.{0,80}", "Click here to see our beds"),
    FurnitureCue(
        r"(?:related|similar|popular|recent|latest|recommended|featured|trending|more)"
        r" (?:articles?|posts?|stories|reading|topics|blogs?|news|products|content|pages"
        r"|searches|links|questions)",
        "Related Articles",
        leaves="Recent articles disagree on this",
        tail=True,
    ),
    FurnitureCue(
        r"people also (?:search(?:ed)?(?: for)?|ask(?:ed)?|viewed|bought|read)",
        "People also search",
        tail=True,
    ),
    FurnitureCue(
        r"you (?:may|might|could) (?:also )?(?:like|enjoy|be interested in)(?: (?:these"
        r"|this|to read))?",
        "You may also like",
        leaves="You may like it firm",
        tail=True,
    ),
    FurnitureCue(
        r"(?:categories|tags|archives|tagged|filed under|topics|pages|quick links)(?:\s*:.*)?",
        "Tags: beds",
        tail=True,
    ),
    FurnitureCue(
        r"(?:table of )?contents|(?:in|on) this (?:article|page|post)", "Table of contents"
    ),
    FurnitureCue(
        r"share(?: (?:this|on|via|with friends|the post).{0,40})?",
        "Share this post",
        leaves="Shared beds sag sooner",
    ),
    FurnitureCue(rf"(?:{_SITES}[\s|,/·]*)+", "Facebook Twitter Email"),
    FurnitureCue(
        r"(?:tweet|pin it|like this|loading|print|save|follow(?: us)?(?: on .{1,40})?)",
        "Follow us on Instagram",
    ),
    FurnitureCue(
        r"(?:this (?:web)?site|we|our (?:web)?site) uses? cookies\b.*",
        "We use cookies to improve it.",
    ),
    FurnitureCue(
        r"(?:accept|reject|manage|allow)(?: all)? cookies|cookie (?:policy|settings"
        r"|notice|consent)",
        "Accept all cookies",
    ),
    FurnitureCue(
        r"(?:privacy|cookie|refund|returns?) policy.{0,60}|terms (?:and|&"
        r"|of) (?:conditions|use|service).{0,60}|disclaimer|sitemap",
        "Privacy Policy | Terms",
    ),
    FurnitureCue(
        r"subscribe(?: (?:to|now|today|for|here|and)\b.{0,80})?|join our (?:newsletter"
        r"|mailing list).{0,60}|newsletter",
        "Subscribe to our newsletter",
        leaves="Subscribers sleep better than others do",
    ),
    FurnitureCue(
        r"(?:leave|write|post|add|submit) an? (?:comment|reply|review)(?:\b.{0,40})?"
        r"|cancel reply|\d+ (?:comments?|replies|responses)(?: on .{0,80})?"
        r"|(?:no )?comments?|comments are closed",
        "Leave a comment",
        leaves="Comments on the slats were kind",
        tail=True,
    ),
    FurnitureCue(
        r"your email address will not be published.*|required fields are marked.*",
        "Your email address will not be published.",
    ),
    FurnitureCue(
        rf"(?:posted|published|updated|last (?:updated|modified|reviewed)|created"
        rf"|date)\s*(?:on|by|at|in|:)?\s*(?:{_DATE}|.{{1,60}}\d{{4}})(?:.{{0,60}})?",
        "Posted on March 3, 2024 by admin",
        leaves="Updated slats are firmer",
    ),
    FurnitureCue(
        r"(?:posted|published|written|reviewed|medically reviewed|edited"
        r"|fact[- ]checked) by .{2,60}",
        "Written by Ann Lee",
    ),
    FurnitureCue(_DATE, "March 3, 2024"),
    FurnitureCue(
        r"(?:reading time:? ?)?\d+ ?(?:min|mins|minutes?) read",
        "5 min read",
        leaves="5 minutes of rest",
    ),
    FurnitureCue(
        r"(?:photo|image|picture|video|photograph)s?(?: (?:by|credit|source|courtesy of)"
        r"| ?:).{1,80}|source: .{1,80}",
        "Photo by Ann Lee",
        leaves="Photographs can mislead",
    ),
    FurnitureCue(
        r"(?:advertisement|sponsored|advertorial|ad|affiliate disclosure)", "Advertisement"
    ),
    FurnitureCue(
        r"(?:©|\(c\)|copyright\b).*|.{0,100}\ball rights reserved.*",
        "© 2024 Sleepwell",
        leaves="Copying a slat is easy",
    ),
    FurnitureCue(
        r"(?:book|schedule|request|reserve|get|claim|arrange) (?:now|today|online"
        r"|started|an?(?: free)? (?:appointment|consultation|quote|call|demo|estimate"
        r"|visit)|your (?:free )?(?:appointment|consultation|quote|visit))\b.{0,40}",
        "Book your free consultation today",
        leaves="Get a good bed",
    ),
    FurnitureCue(
        r"(?:contact|call|e?-?mail|message|whatsapp|visit|text|write(?: to)?) us\b.{0,60}",
        "Contact us today for a quote",
    ),
    FurnitureCue(
        r"(?:buy|order|shop|apply|enquire|inquire|register|download|try it|call) (?:now"
        r"|today|here)|add to (?:cart|basket|wishlist)",
        "Buy now",
    ),
    FurnitureCue(
        r"(?:phone|tel|telephone|mobile|fax|e-?mail|address|whatsapp|opening hours)\s*[:.].{1,100}",
        "Phone: 555 0199",
    ),
    FurnitureCue(
        r"(?:all rights|powered by|designed by|website by|theme by)\b.{0,60}",
        "Powered by WordPress",
    ),
    FurnitureCue(
        r"(?:[★⭐☆] ?){2,}.{0,80}|\d(?:\.\d)?(?: ?/ ?5| out of 5)(?!\d)(?: stars)?.{0,60}",
        "★★★★★ 4.9/5 from 200 reviews",
        leaves="5 out of 50 beds squeak",
    ),
    FurnitureCue(r"(?:https?://|www\.)\S+", "https://example.org/beds"),
    FurnitureCue(r"page \d+(?: of \d+)?|\d+ (?:views|shares|likes)", "Page 2 of 5"),
)

_CUES = tuple(re.compile(f"(?:{c.pattern}){_END}") for c in CUES)
_BY_LINE = re.compile(r"[Bb]y (?:(?:Dr|Mrs?|Ms)\.? )?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}")
_CONTACT = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}\.\w|\+?\(?\d[\d ()./-]{7,20}\d")
_WORDY = re.compile(r"[^\W\d_]{2,}")
_LONGEST = 200  # characters of a line that may be furniture
_CONTACT_WORDS = 8  # a line of so few words that holds a phone number or e-mail is a contact line


def furniture_cue(line: str) -> FurnitureCue | None:
    """The cue that takes this whole line for furniture."""
    if len(line) > _LONGEST:
        return None
    low = " ".join(line.lower().split())
    found = next((i for i, cue in enumerate(_CUES) if cue.fullmatch(low)), None)
    return None if found is None else CUES[found]


def is_furniture(line: str) -> bool:
    """Whether a line by itself is no part of the page's text."""
    if len(line) > _LONGEST:
        return False
    return (
        bool(furniture_cue(line) or _BY_LINE.fullmatch(line)) or _is_contact(line) or _is_menu(line)
    )


def _is_contact(line: str) -> bool:
    """A phone number or an address of e-mail with few words around it."""
    return bool(_CONTACT.search(line)) and len(_WORDY.findall(line)) <= _CONTACT_WORDS


def _is_menu(line: str) -> bool:
    """Home | Beds | Slats: short pieces between bars."""
    pieces = [p.strip() for p in re.split(r"[|»›•·]", line)]
    return len(pieces) > 2 and all(len(p) < 40 and not p.endswith((".", "?")) for p in pieces)
