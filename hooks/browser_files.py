"""MkDocs events that add what the browser downloads: our modules, styles and Python."""

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File, Files

from mainstream import runtime
from mainstream.site_build import build_of

# Not what an editor or the system left next to them.
_PUBLISHED = (".css", ".js", ".json", ".mjs", ".svg", ".wasm", ".zip")
# What reads QR codes from the camera, of the npm package `qr`, with its licence.
_QR_READER = ("decode.js", "index.js", "LICENSE-MIT")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add `browser/` and the built Python runtime below `assets/`."""
    build = build_of(config)
    if not build.is_first:
        return files  # a further language takes them from the first one's folder
    root = build.root
    built = root / "build" / "runtime"
    package = root / "src" / "mainstream"
    try:
        runtime.build(built, node_modules=root / "node_modules", package=package)
    except runtime.RuntimeProblem as problem:
        raise PluginError(str(problem)) from None
    for source, address in ((root / "browser", "assets/browser"), (built, "assets/runtime")):
        for path in sorted(source.rglob("*")):
            if path.suffix in _PUBLISHED and path.is_file():
                relative = path.relative_to(source).as_posix()
                files.append(
                    File.generated(config, f"{address}/{relative}", abs_src_path=str(path))
                )
    for name in _QR_READER:
        path = root / "node_modules" / "qr" / name
        files.append(File.generated(config, f"assets/browser/qr/{name}", abs_src_path=str(path)))
    return files
