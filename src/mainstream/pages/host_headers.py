"""The headers of the whole site, for hosts that take them from a file in it."""

import json
from typing import Final

# One policy for every page: what a page's own is stricter in, its own says. Inline scripts differ
# from page to page, so a header that names their digests would be as long as the site.
POLICY: Final = (
    "default-src 'none'; script-src 'self' 'wasm-unsafe-eval' 'unsafe-inline'; "
    "style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; worker-src 'self'; manifest-src 'self'; base-uri 'self'; "
    "form-action 'none'; frame-ancestors 'none'"
)
_EVERYWHERE: Final = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    # The workshop page reads QR codes from the camera, where somebody asks it to.
    "Permissions-Policy": "camera=(self), geolocation=(), microphone=()",
}
# Unless a header says otherwise, browsers ask these hosts for every file again; what stands in a
# folder that is named by its content never changes.
_NAMED_BY_CONTENT: Final = "assets/runtime"
_FOR_EVER: Final = "public, max-age=31536000, immutable"


def headers_file(runtime_folder: str) -> str:
    """The `_headers` file that Netlify and Cloudflare Pages read.

    `runtime_folder` is the folder below `assets/runtime/` that is named by its content.
    """
    lines = ["/*", *(f"  {name}: {value}" for name, value in _EVERYWHERE.items())]
    lines += [f"/{_NAMED_BY_CONTENT}/{runtime_folder}/*", f"  Cache-Control: {_FOR_EVER}"]
    return "\n".join(lines) + "\n"


def static_web_app_config(runtime_folder: str) -> str:
    """The `staticwebapp.config.json` that Azure Static Web Apps reads."""
    config = {
        "globalHeaders": _EVERYWHERE,
        "mimeTypes": {".wasm": "application/wasm", ".mjs": "text/javascript"},
        "routes": [
            {
                "route": f"/{_NAMED_BY_CONTENT}/{runtime_folder}/*",
                "headers": {"Cache-Control": _FOR_EVER},
            }
        ],
        "responseOverrides": {"404": {"rewrite": "/404.html"}},
    }
    return json.dumps(config, indent=2) + "\n"
