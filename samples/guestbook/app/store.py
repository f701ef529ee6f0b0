"""The database and the cache."""

from contextlib import closing, contextmanager

import psycopg2
import redis

import settings

_cache = redis.Redis(host=settings.CACHE_HOST, socket_timeout=3, socket_connect_timeout=3)


class NoTables(Exception):
    """The migration has not been run."""


@contextmanager
def database():
    """A cursor in one transaction."""
    with closing(connect()) as connection, connection, connection.cursor() as cursor:
        yield cursor


def connect():
    return psycopg2.connect(
        host=settings.DATABASE_HOST,
        user="guestbook",
        dbname="guestbook",
        password=settings.database_password(),
        connect_timeout=3,
    )


def entries():
    with _tables(), database() as cursor:
        cursor.execute("SELECT id, name, text, mood FROM entry ORDER BY id DESC LIMIT %s", [settings.ENTRIES_SHOWN])
        return [_entry(row) for row in cursor]


def add_entry(name, text, mood):
    with _tables(), database() as cursor:
        cursor.execute(
            "INSERT INTO entry (name, text, mood) VALUES (%s, %s, %s) RETURNING id, name, text, mood",
            [name, text, mood],
        )
        return _entry(cursor.fetchone())


def count_visit():
    return _cache.incr("visits")


def check():
    """Raises where the database or the cache does not answer; the tables may be missing."""
    _cache.ping()
    with database() as cursor:
        cursor.execute("SELECT 1")


def _entry(row):
    return dict(zip(("id", "name", "text", "mood"), row))


@contextmanager
def _tables():
    try:
        yield
    except (psycopg2.errors.UndefinedTable, psycopg2.errors.UndefinedColumn) as error:
        raise NoTables() from error
