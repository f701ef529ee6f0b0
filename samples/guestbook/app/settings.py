"""What the environment says: the names are in compose.yaml and guestbook.env."""

import os

TITLE = os.environ.get("GUESTBOOK_TITLE", "Guestbook")
ENTRIES_SHOWN = int(os.environ.get("GUESTBOOK_ENTRIES_SHOWN", "20"))
DATABASE_HOST = os.environ.get("DATABASE_HOST", "localhost")
CACHE_HOST = os.environ.get("CACHE_HOST", "localhost")


def database_password():
    with open(os.environ["DATABASE_PASSWORD_FILE"], encoding="utf-8") as file:
        return file.read().strip()
