# Starts MariaDB; makes its tables first where the volume is empty, and sets root's password.
set -eu
: "${MARIADB_ROOT_PASSWORD:?is not set}"

quoted() { printf '%s' "$1" | sed "s/[\\\\']/\\\\&/g"; }

if [ ! -d /var/lib/mysql/mysql ]; then
  mariadb-install-db --no-defaults --datadir=/var/lib/mysql --skip-test-db --auth-root-authentication-method=normal >/dev/null
fi
cat >/tmp/password.sql <<SQL
CREATE USER IF NOT EXISTS root@'%';
ALTER USER root@'%' IDENTIFIED BY '$(quoted "$MARIADB_ROOT_PASSWORD")';
ALTER USER root@localhost IDENTIFIED BY '$(quoted "$MARIADB_ROOT_PASSWORD")';
GRANT ALL ON *.* TO root@'%' WITH GRANT OPTION;
SQL
exec mariadbd --no-defaults --datadir=/var/lib/mysql --bind-address=0.0.0.0 --init-file=/tmp/password.sql
