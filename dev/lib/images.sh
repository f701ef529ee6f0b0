# Base images of the samples and tests. A registry's are used where one answers; else they are made
# here from Debian packages, under the same names, and pushed to the engine's mirror on loopback.

make_images() {
  instance_or_answering_host >/dev/null || fail "no engine answers; start one: dev/engine start"
  ensure_image busybox:latest make_busybox
  ensure_image debian:bookworm-slim make_debian_slim
}

# ensure_image NAME MAKER
ensure_image() {
  has_image "$1" && return
  pull_image "$1" && return
  require_debian_root "making the image $1"
  say "making the image $1"
  "$2" "$1"
  push_to_mirror "$1"
}

has_image() { client image inspect "$1" >/dev/null 2>&1; }

# The engine is asked first whether a registry has the image: an answer takes a moment, while a pull
# from where nothing answers may hang for minutes.
pull_image() {
  local host
  host=$(instance_or_answering_host) || fail "no engine answers; start one: dev/engine start"
  case $host in
    unix://*) ask "$host" "/distribution/$1/json" 15 >/dev/null || return 1 ;;
  esac
  say "pulling $1"
  quietly client pull --quiet "$1"
}

# Debian's static busybox, its names as links, and the command as configuration: nothing else.
make_busybox() {
  local root program name
  unpack distro busybox-static || fail "cannot fetch busybox-static"
  program=$(tree_program distro busybox)
  root=$(mktemp -d "$home/image.XXXXXX")
  mkdir -p "$root/bin" "$root/tmp" "$root/etc" "$root/var/run" "$root/root"
  chmod 755 "$root"
  cp "$program" "$root/bin/busybox"
  for name in $("$program" --list | grep -v '^busybox$'); do
    ln -sf busybox "$root/bin/$name"
  done
  tar -C "$root" --numeric-owner --owner=0 --group=0 -c . | import_image "$1" 'CMD ["sh"]'
  rm -rf "$root"
}

make_debian_slim() {
  local archive=$home/cache/debian-bookworm-slim.tar.gz
  [ -s "$archive" ] || bootstrap_debian bookworm "$archive"
  import_image "$1" 'CMD ["bash"]' <"$archive"
}

# import_image NAME CHANGE <ARCHIVE
import_image() {
  client import --change "$2" - "$1" >/dev/null || fail "cannot import the image $1"
}

bootstrap_debian() {
  local suite=$1 archive=$2 root mirror keyring=()
  install_packages debootstrap
  refresh_distro
  mirror=$(debian_mirror)
  root=$(mktemp -d "$home/image.XXXXXX")
  chmod 755 "$root"
  [ ! -r "$debian_keyring" ] || keyring=(--keyring "$debian_keyring")
  if ! debootstrap --variant=minbase "${keyring[@]}" "$suite" "$root" ${mirror:+"$mirror"} >"$home/debootstrap.log" 2>&1; then
    tail -n 20 "$home/debootstrap.log" >&2
    rm -rf --one-file-system "$root"
    fail "debootstrap fails; its log is $home/debootstrap.log"
  fi
  write_apt_settings "$suite" "$root" "$mirror"
  slim "$root"
  mkdir -p "$(dirname "$archive")"
  tar -C "$root" --numeric-owner -c . | gzip -1 >"$archive.new"
  mv "$archive.new" "$archive"
  rm -rf --one-file-system "$root"
}

# In the image apt uses what the system here uses: its mirrors, and how strict it is about dates.
write_apt_settings() {
  local suite=$1 root=$2 mirror=$3 security
  security=$(apt-get indextargets --format '$(REPO_URI)' 'Origin: Debian' 'Label: Debian-Security' 'Component: main' | head -n 1)
  {
    echo "deb ${mirror:=$(awk '$1 == "deb" { print $2; exit }' "$root/etc/apt/sources.list")} $suite main"
    echo "deb $mirror $suite-updates main"
    [ -z "$security" ] || echo "deb $security $suite-security main"
  } >"$root/etc/apt/sources.list.new"
  mv "$root/etc/apt/sources.list.new" "$root/etc/apt/sources.list"
  {
    apt-config dump | grep -E '^Acquire::(Check-Valid-Until|Check-Date|(http|https)::Proxy) ' || true
    echo 'Acquire::Languages "none";'
    echo 'DPkg::Post-Invoke { "rm -f /var/cache/apt/archives/*.deb || true"; };'
  } >"$root/etc/apt/apt.conf.d/50-image"
  cat >"$root/etc/dpkg/dpkg.cfg.d/50-image" <<'TEXT'
force-unsafe-io
path-exclude /usr/share/doc/*
path-include /usr/share/doc/*/copyright
path-exclude /usr/share/man/*
path-exclude /usr/share/info/*
path-exclude /usr/share/locale/*
path-exclude /usr/share/lintian/*
TEXT
  printf '#!/bin/sh\nexit 101\n' >"$root/usr/sbin/policy-rc.d"
  chmod +x "$root/usr/sbin/policy-rc.d"
}

# Folders of manual pages stay: packages with alternatives fail to install without them.
slim() {
  local root=$1
  find "$root/usr/share/doc" -mindepth 1 -type f ! -name copyright -delete
  find "$root/usr/share/doc" -type l -delete
  find "$root"/usr/share/{man,info} ! -type d -delete
  rm -rf "$root"/usr/share/{locale,i18n,lintian}/* "$root"/var/lib/apt/lists/* "$root"/var/cache/apt/* "$root"/var/log/* \
    "$root"/debootstrap "$root"/etc/resolv.conf "$root"/etc/hostname "${root:?}"/{dev,proc,sys}
  mkdir -p "$root"/{dev,proc,sys} "$root"/var/cache/apt/archives/partial "$root"/var/lib/apt/lists/partial
  : >"$root/etc/machine-id"
}

# Which mirror on loopback does the engine ask? Ours, or that of another checkout.
push_to_mirror() {
  local mirror name
  mirror=$(client info --format '{{range .RegistryConfig.Mirrors}}{{println .}}{{end}}' | sed -n 's|^http://\(127\.[0-9.]*:[0-9]*\)/*$|\1|p' | head -n 1)
  [ -n "$mirror" ] || return 0
  name=$mirror/library/$1
  client tag "$1" "$name"
  quietly client push --quiet "$name" || say "cannot push $1 to the mirror $mirror; it can be used, but not pulled"
  client rmi "$name" >/dev/null
}
