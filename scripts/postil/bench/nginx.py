"""nginx as a good host runs it: texts compressed beforehand with brotli, right types, how long to keep each file."""

from __future__ import annotations

import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from .compress import packed
from .process import NotMeasured, install

PACKAGES = ("nginx", "libnginx-mod-http-brotli-static")
PREFIX = Path("/usr/share/nginx")  # where Debian has the module
MODULE = "modules/ngx_http_brotli_static_module.so"
TEXTS = {".css", ".html", ".js", ".json", ".svg", ".txt", ".xml"}
WAIT = 20  # seconds that nginx may take to answer

# Names with a hash never change; pages are asked for anew each time, all else after an hour.
CONFIG = """user {user};
daemon off;
worker_processes 1;
pid {folder}/nginx.pid;
error_log {folder}/error.log;
load_module {module};
events {{}}
http {{
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  charset utf-8;
  charset_types text/css text/plain application/javascript application/json;
  access_log off;
  brotli_static on;
  map $uri $keep {{
    default "public, max-age=3600";
    ~[.]html$ "no-cache";
    "~[.][0-9a-f]{{8}}[.]min[.]" "public, max-age=31536000, immutable";
  }}
{servers}}}
"""
SERVER = """  server {{
    listen 127.0.0.1:{port};
    root {site};
    add_header Cache-Control $keep;
  }}
"""


def config(sites: dict[Path, int], folder: Path, user: str) -> str:
    """What nginx reads: each site at its port of this machine; what nginx writes goes to `folder`."""
    servers = "".join(SERVER.format(site=site, port=port) for site, port in sites.items())
    return CONFIG.format(folder=folder, user=user, module=MODULE, servers=servers)


@contextmanager
def serving(sites: list[Path], pages: list[str], folder: Path) -> Iterator[dict[Path, str]]:
    """The address of each of the built `sites`, whose `pages` are asked for; `folder` is for what nginx writes."""
    install(PACKAGES, lambda: bool(shutil.which("nginx")) and (PREFIX / MODULE).is_file())
    for site in sites:
        _compress(site, pages)
    ports = {site: _free_port() for site in sites}
    (folder / "nginx.conf").write_text(config(ports, folder, folder.owner()), encoding="utf-8")
    command = ["nginx", "-e", "stderr", "-p", str(PREFIX), "-c", str(folder / "nginx.conf")]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as nginx:
        try:
            _wait(nginx, max(ports.values()))
            yield {site: f"http://127.0.0.1:{port}" for site, port in ports.items()}
        finally:
            nginx.terminate()


def _compress(site: Path, pages: list[str]) -> None:
    """Writes what brotli makes of each text beside it, where brotli_static looks; other pages are not asked for."""
    texts = [path for path in site.rglob("*") if path.suffix in TEXTS]
    for path in [path for path in texts if path.suffix != ".html" or path.relative_to(site).as_posix() in pages]:
        path.with_name(path.name + ".br").write_bytes(packed(path))


def _free_port() -> int:
    with closing(socket.socket()) as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait(nginx: subprocess.Popen[str], port: int) -> None:
    """Until it answers; NotMeasured, with what it said, when it ends instead."""
    end = time.monotonic() + WAIT
    while nginx.poll() is None and time.monotonic() < end:
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.05)
    said = nginx.stderr.read() if nginx.poll() is not None and nginx.stderr else "no answer"
    raise NotMeasured(f"nginx: {said.strip().splitlines()[-1] if said.strip() else 'it ended'}")
