# Starts PostgreSQL; makes the database first where the volume is empty.
set -eu
folder=/var/lib/guestbook

# Under another name until it is whole: what an interrupted start leaves is never used.
make_database() {
  rm -rf "$folder/unfinished"
  initdb --pgdata="$folder/unfinished" --username=guestbook --pwfile=/run/secrets/database_password \
    --auth=scram-sha-256 --encoding=UTF8 --locale=C.UTF-8 --no-sync >/dev/null
  echo 'host all all all scram-sha-256' >>"$folder/unfinished/pg_hba.conf"
  echo 'CREATE DATABASE guestbook;' | postgres --single -D "$folder/unfinished" postgres >/dev/null
  sync
  mv "$folder/unfinished" "$folder/data"
}

[ -d "$folder/data" ] || make_database
exec postgres -D "$folder/data" -c listen_addresses='*' -c unix_socket_directories=/tmp
