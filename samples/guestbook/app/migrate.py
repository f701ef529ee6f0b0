"""Applies the migrations that the database does not have, in the order of their names."""

from contextlib import closing
from pathlib import Path

import store

FOLDER = Path(__file__).parent.parent / "migrations"
LOCK = 7246113  # any number, the same for all who migrate


def main():
    with closing(store.connect()) as connection:
        with connection.cursor() as cursor:
            # One at a time: a second run waits here, then finds nothing to do.
            cursor.execute("SELECT pg_advisory_lock(%s)", [LOCK])
            cursor.execute("CREATE TABLE IF NOT EXISTS migration (name text PRIMARY KEY, applied timestamptz NOT NULL DEFAULT now())")
        connection.commit()
        count = sum(apply(connection, file) for file in sorted(FOLDER.glob("*.sql")))
        print(f"{count} applied" if count else "up to date")


def apply(connection, file):
    """Applies one file and notes that, in one transaction. Says whether there was anything to do."""
    with connection, connection.cursor() as cursor:
        cursor.execute("SELECT 1 FROM migration WHERE name = %s", [file.name])
        if cursor.fetchone():
            return False
        print(f"applying {file.name}")
        cursor.execute(file.read_text(encoding="utf-8"))
        cursor.execute("INSERT INTO migration (name) VALUES (%s)", [file.name])
        return True


if __name__ == "__main__":
    main()
