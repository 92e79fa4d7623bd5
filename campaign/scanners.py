"""Who scans: people, of whom nothing is kept, and programs that only look where a link leads."""

import re

from django.http import HttpRequest

# Programs that open a link to show what is behind it, by how they name themselves. Browsers inside
# apps (Instagram, Snapchat, LINE) have the app's own name too: only the previewers' stand here.
PREVIEWERS = (
    "applebot",
    "baiduspider",
    "bingbot",
    "bingpreview",
    "bluesky cardyb",
    "discordbot",
    "duckduckbot",
    "embedly",
    "facebookexternalhit",
    "facebookcatalog",
    "facebot",
    "google-inspectiontool",
    "google-pagerenderer",
    "googlebot",
    "iframely",
    "kakaotalk-scrap",
    "linkedinbot",
    "linkpreview",
    "mastodon/",
    "meta-externalagent",
    "meta-externalfetcher",
    "microsoftpreview",
    "pinterestbot",
    "redditbot",
    "skypeuripreview",
    "slack-imgproxy",
    "slackbot",
    "snap url preview",
    "telegrambot",
    "twitterbot",
    "vkshare",
    "yandexbot",
)
# These say no more than the app's name: at the start it is the previewer, behind a browser's name
# a person inside the app.
APPS = ("viber/", "whatsapp/")
_PREVIEWER = re.compile(
    f"{'|'.join(map(re.escape, PREVIEWERS))}|^(?:{'|'.join(APPS)})", re.IGNORECASE
)


def is_person(request: HttpRequest) -> bool:
    """Tell whether a request is a person's scan, and not a look by a program beforehand."""
    purpose = f"{request.headers.get('Sec-Purpose', '')} {request.headers.get('Purpose', '')}"
    ahead = "prefetch" in purpose.lower() or "preview" in purpose.lower()
    agent = request.headers.get("User-Agent", "")
    return request.method == "GET" and not ahead and not _PREVIEWER.search(agent)
