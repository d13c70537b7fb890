"""MkDocs events that give each built page its Content-Security-Policy."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.pages import Page

from mainstream.pages.content_security import with_policy
from mainstream.site_build import build_of


def on_post_template(output: str, template_name: str, config: MkDocsConfig) -> str:
    """Add the policy to the “not found” page, which is made from no page of Markdown."""
    if build_of(config).is_served or template_name != "404.html":
        return output
    return with_policy(output)


def on_post_page(output: str, page: Page, config: MkDocsConfig) -> str:
    """Add the policy; a page that runs Python may also compile WebAssembly."""
    if build_of(config).is_served:  # its live reload adds a script that a policy would refuse
        return output
    if page.meta.get("engine"):
        return with_policy(output, script_sources="'self' 'wasm-unsafe-eval'")
    return with_policy(output)
