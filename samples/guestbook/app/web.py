"""The web application: GET / is the page, GET and POST /entries the entries as JSON."""

import json
import signal
import threading
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs

import settings
import store

PAGE = """<!DOCTYPE html>
<html lang="en">
<meta charset="utf-8">
<title>{title}</title>
<h1>{title}</h1>
<p>You are visitor number {visits}.</p>
<form method="post" action="/">
<input name="name" placeholder="Your name" required>
<input name="text" placeholder="Your words" required>
<button>Sign</button>
</form>
{entries}
</html>
"""


class Handler(BaseHTTPRequestHandler):
    def do_GET(self):
        self.answer({"/": self.show_page, "/entries": self.show_entries, "/health": self.show_health})

    def do_POST(self):
        self.answer({"/": self.sign_page, "/entries": self.add_entry})

    def answer(self, routes):
        route = routes.get(self.path)
        try:
            if route is None:
                self.send(404, "text/plain", f"nothing is at {self.path}\n")
            else:
                route()
        except store.NoTables:
            self.send(503, "text/plain", "the tables are missing or old; run the service: migrate\n")
        except ValueError as error:
            self.send(400, "text/plain", f"{error}\n")
        except Exception as error:  # the database or the cache may be away for a while
            self.log_error("%s: %s", type(error).__name__, error)
            self.send(503, "text/plain", "the database or the cache does not answer\n")

    def show_page(self):
        entries = "\n".join(
            f"<p><b>{escape(entry['name'])}</b> {escape(entry['mood'])}: {escape(entry['text'])}</p>"
            for entry in store.entries()
        )
        page = PAGE.format(title=escape(settings.TITLE), visits=store.count_visit(), entries=entries)
        self.send(200, "text/html; charset=utf-8", page)

    def sign_page(self):
        self.read_entry()
        self.send(303, "text/plain", "", {"Location": "/"})

    def show_entries(self):
        self.send_json(200, store.entries())

    def add_entry(self):
        self.send_json(201, self.read_entry())

    def show_health(self):
        store.check()
        self.send(200, "text/plain", "well\n")

    def read_entry(self):
        length = int(self.headers.get("Content-Length") or 0)
        form = parse_qs(self.rfile.read(min(length, 10_000)).decode())
        name, text = form.get("name", [""])[0].strip(), form.get("text", [""])[0].strip()
        if not name or not text:
            raise ValueError("an entry needs name and text")
        return store.add_entry(name, text, form.get("mood", ["glad"])[0])

    def send_json(self, status, value):
        self.send(status, "application/json", json.dumps(value) + "\n")

    def send(self, status, kind, text, headers=None):
        body = text.encode()
        self.send_response(status)
        for name, value in {"Content-Type": kind, "Content-Length": len(body), **(headers or {})}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)

    def log_request(self, code="-", size="-"):
        if self.path != "/health":
            super().log_request(code, size)


def serve():
    server = ThreadingHTTPServer(("", 8000), Handler)
    # shutdown() waits for serve_forever(), which this very thread runs.
    signal.signal(signal.SIGTERM, lambda *_: threading.Thread(target=server.shutdown).start())
    print("listening on port 8000")
    server.serve_forever()
    server.server_close()
    print("stopped")


if __name__ == "__main__":
    serve()
