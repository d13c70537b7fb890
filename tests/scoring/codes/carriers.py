"""What mail, chat and word processors do to a code or a link on its way, each as a function.

The services' forms are made from their documented shapes, with made-up signatures.
"""

import base64
import html
import json
import quopri
import re
import string
import zlib
from collections.abc import Callable
from urllib.parse import quote

Carrier = Callable[[str], str]

_STARRED_BY_PROOFPOINT = re.compile(r"[^\w.\-/:?=&,;@$+!~()]+", re.ASCII)
_RUNS_OF_PROOFPOINT = string.ascii_uppercase + string.ascii_lowercase + string.digits + "-_"


def _all(text: str) -> str:
    return quote(text, safe="")


def _proofpoint_2(link: str) -> str:
    escaped = quote(link, safe="/:.").replace("_", "%5F").replace("-", "%2D")
    return escaped.replace("%", "-").replace("/", "_")


def _proofpoint_3(link: str) -> str:
    taken: list[str] = []

    def star(run: re.Match[str]) -> str:
        taken.append(run.group())
        count = len(run.group())
        return "*" if count == 1 else "**" + _RUNS_OF_PROOFPOINT[count - 2]

    starred = _STARRED_BY_PROOFPOINT.sub(star, link)
    packed = base64.urlsafe_b64encode("".join(taken).encode()).decode().rstrip("=")
    return f"https://urldefense.com/v3/__{starred}__;{packed}!!AbCdEf12-xY!Zz9$"


def _packed(text: str) -> str:
    return base64.b64encode(text.encode()).decode()


def _token(text: str) -> str:
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def _deflated(text: str) -> str:
    return base64.urlsafe_b64encode(zlib.compress(text.encode())).decode().rstrip("=")


def _lower_escapes(link: str) -> str:
    escaped = quote(link, safe="").replace(".", "%2E").replace("-", "%2D")
    return re.sub("%..", lambda escape: escape.group().lower(), escaped)


SAFE_LINKS_TAIL = (
    "&data=05%7C02%7Cp1%40example.org%7C1a2b3c4d5e6f4a5b9c8d08dc12345678%7C0a1b2c3d4e5f%7C0%7C0%7C"
    "638412345678901234%7CUnknown%7CTWFpbGZsb3d8eyJWIjoiMC4wLjAwMDAiLCJQIjoiV2luMzIifQ%3D%3D%7C0"
    "%7C%7C%7C&sdata=AbCdEf12345%2Bxyz%3D&reserved=0"
)

# From a link to a link.
WRAPPERS: dict[str, Carrier] = {
    "Safe Links": lambda link: (
        f"https://eur01.safelinks.protection.outlook.com/?url={_all(link)}{SAFE_LINKS_TAIL}"
    ),
    "Safe Links in HTML": lambda link: (
        "https://gbr01.safelinks.protection.outlook.com/ap/t-59584e83/?url="
        + _all(link)
        + SAFE_LINKS_TAIL.replace("&", "&amp;")
    ),
    "Teams": lambda link: (
        "https://statics.teams.cdn.office.net/evergreen-assets/safelinks/1/atp-safelinks.html?url="
        f"{_all(_all(link))}&locale=en-gb"
    ),
    "Proofpoint 1": lambda link: (
        f"https://urldefense.proofpoint.com/v1/url?u={_all(link)}&k=oIvRg1%2BdGAgOoM1BIlLLqw%3D%3D"
    ),
    "Proofpoint 2": lambda link: (
        f"https://urldefense.proofpoint.com/v2/url?u={_proofpoint_2(link)}&d=DwMFaQ&c=euGZstcaTDl"
    ),
    "Proofpoint 3": _proofpoint_3,
    "Google": lambda link: f"https://www.google.com/url?q={_all(link)}&sa=D&source=editors",
    "Barracuda": lambda link: (
        f"https://linkprotect.cudasvc.com/url?a={_all(link)}&c=E,1,6oCqZuEwNVy08Ruz3U&typo=1"
    ),
    "Mimecast with its address": lambda link: (
        f"https://protect-eu.mimecast.com/s/AbC1DEf2GhI?url={_all(link)}"
    ),
    "Cisco": lambda link: f"https://secure-web.cisco.com/1aBcD-eF_gH2iJ/{_all(link)}",
    "Sophos": lambda link: (
        f"https://eu-west-1.protection.sophos.com/?d=example.org&u={_packed(link)}"
        "&i=NjA5NDA5OTI5&t=MnQ4UUR5Q0lwa3pvL0pQWUo=&h=b05e70cb6982454e9fe217d143786902"
    ),
    "Trend Micro": lambda link: (
        f"https://us.ctp.trendmicro.com/wis/clicktime/v1/query?url={_all(link)}&umid=1a2b-3c4d"
    ),
    "FireEye": lambda link: (
        f"https://protect2.fireeye.com/v1/url?k=31323334-501d5122-313273af&q=1&u={_all(link)}"
    ),
    "Symantec": lambda link: f"https://clicktime.symantec.com/3AbCdEf?u={_all(link)}",
    "Hornetsecurity": lambda link: (
        f"https://atpscan.global.hornetsecurity.com/?d=aB1&f=cD2&i=&k=eF3&u={_all(link)}"
    ),
    "Check Point": lambda link: (
        f"https://protect.checkpoint.com/v2/r01/___{link.replace('#', '%23')}___.YXAzOmNvdW5jaWw"
    ),
    "Check Point, its hash behind": lambda link: (
        f"https://url.avanan.click/v2/r01/___{link.partition('#')[0]}___.YXAzOnNhcmFnYTpnOjYzM2Jh"
        + "".join(link.partition("#")[1:])
    ),
    "Check Point, its hash starred": lambda link: (
        f"https://protect.checkpoint.com/v2/___{link.replace('#', '*23')}___.YXAzOmNvdW5jaWw"
    ),
    "SonicWall": lambda link: (
        f"https://sonicwall.url-protection.com/v1/url?o={quote(link)}&g=NWQ3N2JlOTQwYmM3NDU0YQ=="
    ),
    "Trustwave": lambda link: (
        f"https://scanmail.trustwave.com/?c=20988&d=yNG44EMQR-PfAPR99zig&u={_lower_escapes(link)}"
    ),
    "Fortinet": lambda link: (
        f"https://mail.example.net/fmlurlsvc/?fewReq=:B:JVE3PD49Nyt7MD8jPStkaTA9&url={_all(link)}"
    ),
    "Bitdefender": lambda link: f"https://linkscan.io/scan/ux/{_packed(link)}/9A8B7C6D5E4F3A2B?c=1",
    "Inky": lambda link: (
        "https://shared.outlook.inky.com/link?domain=example.org&t=h."
        + _deflated(f'{{"url": "{link}", "id": 1}}')
    ),
    "Egress": lambda link: (
        "https://links.defend.egress.com/Warning?crId=66a1&Lang=en&Base64Url=" + _deflated(link)
    ),
    "GovDelivery's token": lambda link: (
        "https://lnks.gd/l/"
        + ".".join(_token(json.dumps(part)) for part in ({"alg": "HS256"}, {"id": 1, "url": link}))
        + ".Wja34zpUSbb9WM5p/s/440305174/br/15194814-l"
    ),
    "GovDelivery's path": lambda link: (
        f"https://links-2.govdelivery.com/CL0/{_all(link)}/1/0100018f2a3b-1a2b3c4d-1234/AbC=12"
    ),
    "Proofpoint's isolation": lambda link: (
        "https://urlisolation.com/browser?clickId=99D81759-A323-480D-88AA-5BC3E748061B&traceToken="
        f"1751042529%3Bcouncil_hosted%3B{_all(link[: len(link) * 7 // 8])}&url={_all(link)}"
    ),
    "Vade": lambda link: f"https://antiphishing.vadesecure.com/v4?f=bnJjU3&i=SGI0&u={_all(link)}",
    "EdgePilot": lambda link: f"https://link.edgepilot.com/s/4239f747/ca21cbCpKkOSLI5ZX?u={link}",
    "Outlook on the web": lambda link: (
        f"https://mail.example.org/owa/redir.aspx?C=AbCdEf6D8V64K4..&URL={_all(link)}"
    ),
    "Bing": lambda link: f"https://www.bing.com/ck/a?!&&p=1a2b&u=a1{_token(link)}&ntb=1",
    "Facebook": lambda link: f"https://l.facebook.com/l.php?u={_all(link)}&h=AT0aBcD",
    "LinkedIn": lambda link: f"https://www.linkedin.com/redir/redirect?url={_all(link)}&urlhash=aB",
    "Slack": lambda link: f"https://slack-redir.net/link?url={_all(link)}&v=3",
    "an encoded hash": lambda link: link.replace("#", "%23"),
    "a hash encoded thrice": lambda link: link.replace("#", "%252523"),
    "a tail of a web view": lambda link: link + "&web=1",
    "a tail of a campaign": lambda link: link + "?utm_source=mail&utm_medium=4D8V-64K4",
    "an encoded space": lambda link: link + "%20",
}

# From a link to a text that holds it.
SETTINGS: dict[str, Carrier] = {
    "alone": lambda link: link,
    "a sentence": lambda link: f"Here is mine: {link}.",
    "angle brackets": lambda link: f"My answers <{link}>, thanks",
    "brackets": lambda link: f"(see {link})",
    "Markdown": lambda link: f"[my answers]({link})",
    "Markdown of itself": lambda link: f"[{link}]({link})",
    "HTML": lambda link: f'<p><a href="{html.escape(link)}">{html.escape(link)}</a></p>',
    "HTML of a word": lambda link: f'<a href="{html.escape(link)}">here</a><br>',
    "Slack": lambda link: f"<{link}|{link}> please",
    "a list's code": lambda link: f"[url={link}]my answers[/url]",
    "a wiki": lambda link: f"[[{link}][mine]]",
    "a calendar": lambda link: f"DESCRIPTION:My answers: {link}\\nBye",
    "JSON": lambda link: json.dumps({"user": "U1", "text": f"Hi\n{link}\nBye"}).replace("/", "\\/"),
    "a word processor's field": lambda link: f'{{\\field{{\\*\\fldinst HYPERLINK "{link}"}}}}',
    "Outlook's plain text": lambda link: f"{link}<{link}>",
}

# From a code to a text that holds it.
HABITS: dict[str, Carrier] = {
    "alone": lambda code: code,
    "small letters": str.lower,
    "no hyphens": lambda code: code.replace("-", ""),
    "spaces": lambda code: code.replace("-", " "),
    "spaced hyphens": lambda code: code.replace("-", " - "),
    "dashes": lambda code: code.replace("-", "–"),
    "spaced dashes": lambda code: code.replace("-", " — "),
    "hyphens that do not break": lambda code: code.replace("-", "\u2011"),
    "Word's own hyphens": lambda code: code.replace("-", "\x1e"),
    "minus signs": lambda code: code.replace("-", "−"),
    "full width": lambda code: "".join(chr(ord(sign) + 0xFEE0) for sign in code),
    "Arabic digits": lambda code: "".join(
        chr(0x660 + int(sign)) if sign.isdigit() else sign for sign in code
    ),
    "zero-width spaces": lambda code: "\u200b".join(code),
    "soft hyphens": lambda code: code[:2] + "\u00ad" + code[2:],
    "marks of direction": lambda code: f"\u2068\u200e{code}\u200f\u2069",
    "word joiners": lambda code: f"my code \u2060{code}\u2060.",
    "variation selectors": lambda code: "\ufe0f".join(code),
    "underscores": lambda code: f"_{code}_",
    "stars": lambda code: f"*{code}*",
    "bold": lambda code: f"**{code}**",
    "backticks": lambda code: f"`{code}`",
    "curly quotes": lambda code: f"“{code}”",
    "a sentence": lambda code: f"My code is {code}, thanks!",
    "a chat": lambda code: f"[25/11/2026 10:42] Someone (Council): {code}",
    "entities": lambda code: code.replace("-", "&#8209;"),
    "HTML": lambda code: f"<p><b>{code[:4]}</b>{code[4:]}</p>",
    "Markdown's backslashes": lambda code: code.replace("-", "\\-"),
    "a cell of Excel": lambda code: f"{code}_x000D_",
    "a cell of Word": lambda code: f"{code}\x07",
    "hyphens read as Windows' letters": lambda code: code.replace("-", "â€‘"),
    "JSON": lambda code: json.dumps({"text": f"Mine:\n{code}\nBye"}),
    "two lines": lambda code: code[: len(code) // 2 + 1] + "\n" + code[len(code) // 2 + 1 :],
}


def broken(text: str, width: int = 76) -> str:
    """The text with its lines cut at a width, as mail does."""
    return "\n".join(
        line[start : start + width]
        for line in text.split("\n")
        for start in range(0, max(len(line), 1), width)
    )


def quoted_printable(text: str) -> str:
    """The text as it stands in a message's source."""
    return quopri.encodestring(text.encode()).decode("ascii")


# From a text to a text, in the order in which they happen to one.
TRANSPORTS: dict[str, Carrier] = {
    "76 columns": broken,
    "quoted-printable": quoted_printable,
    "quoted": lambda text: "\n".join("> " + line for line in text.split("\n")),
    "quoted twice": lambda text: "\n".join(">> " + line for line in text.split("\n")),
    "indented": lambda text: "\n".join("\t " + line + "  " for line in text.split("\n")),
    "Windows' line ends": lambda text: text.replace("\n", "\r\n"),
    "mainframes' line ends": lambda text: text.replace("\n", "\x85"),
    "Unicode's line ends": lambda text: text.replace("\n", "\u2028"),
    "a byte order mark": lambda text: "\ufeff" + text,
}
