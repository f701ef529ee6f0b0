# Debian packages: unpacked under .engine/tree rather than installed, so that no service is
# started and the system keeps its own versions. Only shared libraries and small tools that
# must be in the system are installed.

debian_keyring=/usr/share/keyrings/debian-archive-keyring.gpg

require_debian_root() {
  is_debian_root || fail "$1 needs root on Debian or Ubuntu; here, install and start Docker yourself"
}

is_debian_root() { command -v apt-get >/dev/null && command -v dpkg >/dev/null && [ "$(id -u)" = 0 ]; }

# With the own cache folder, apt leaves the system's index of packages alone.
apt_options() {
  printf '%s\n' -o APT::Sandbox::User=root -o DPkg::Lock::Timeout=120
  [ "$1" = distro ] && return
  printf '%s\n' -o "Dir::Etc::sourcelist=$home/apt/$1/sources.list" -o Dir::Etc::sourceparts=/dev/null \
    -o "Dir::State::Lists=$home/apt/$1/lists" -o "Dir::Cache=$home/apt/$1/cache"
}

apt_in() {
  local suite=$1 options
  shift
  mapfile -t options < <(apt_options "$suite")
  DEBIAN_FRONTEND=noninteractive quietly apt-get -qq "${options[@]}" "$@"
}

refresh_distro() {
  local try
  [ -z "${distro_refreshed:-}" ] || return 0
  for try in 1 2 3; do
    if apt_in distro update; then
      distro_refreshed=yes
      return
    fi
    sleep 5
  done
  fail "apt-get update fails; Debian packages cannot be fetched"
}

# Debian's newer suites come from the mirror that the system itself uses.
debian_mirror() {
  apt-get indextargets --format '$(REPO_URI)' 'Origin: Debian' 'Label: Debian' 'Component: main' | head -n 1
}

refresh_newer() {
  local suite=$1 mirror
  [ -r "$debian_keyring" ] || return 1
  refresh_distro
  mirror=$(debian_mirror)
  [ -n "$mirror" ] || return 1
  mkdir -p "$home/apt/$suite/lists/partial" "$home/apt/$suite/cache/archives/partial"
  printf 'deb [signed-by=%s] %s %s main\n' "$debian_keyring" "$mirror" "$suite" >"$home/apt/$suite/sources.list"
  apt_in "$suite" update
}

refresh() {
  if [ "$1" = distro ]; then refresh_distro; else refresh_newer "$1"; fi
}

# Installs those of the given packages that are not there.
install_packages() {
  local package missing=()
  for package; do
    is_installed "$package" || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "installing ${missing[*]}"
  # The lists may be missing or older than the mirror.
  apt_in distro install -y --no-install-recommends "${missing[@]}" 2>/dev/null && return
  refresh_distro
  apt_in distro install -y --no-install-recommends "${missing[@]}" ||
    fail "cannot install ${missing[*]}"
}

is_installed() {
  [ "$(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null)" = installed ]
}

# Unpacks packages of a suite into .engine/tree/SUITE, once: unpack SUITE PACKAGE...
unpack() {
  local suite=$1 package missing=()
  shift
  for package; do
    [ -e "$home/tree/$suite/.unpacked/$package" ] || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  say "fetching ${missing[*]} ($(suite_title "$suite"))"
  refresh "$suite" || return 1
  download_and_unpack "$suite" "${missing[@]}"
}

suite_title() {
  if [ "$1" = distro ]; then echo "the distribution's own"; else echo "Debian $1"; fi
}

download_and_unpack() {
  local suite=$1 folder archive
  shift
  folder=$(mktemp -d "$home/download.XXXXXX")
  if ! (cd "$folder" && apt_in "$suite" download "$@"); then
    rm -rf "$folder"
    return 1
  fi
  mkdir -p "$home/tree/$suite/.unpacked"
  for archive in "$folder"/*.deb; do
    install_libraries "$archive"
    dpkg -x "$archive" "$home/tree/$suite"
    dpkg-deb -f "$archive" Version >"$home/tree/$suite/.unpacked/$(dpkg-deb -f "$archive" Package)"
  done
  rm -rf "$folder"
}

# The shared libraries that a package needs come from the distribution. One that it does not have
# shows when the program is tried: see runs.
install_libraries() {
  local name names=()
  for name in $(dpkg-deb -f "$1" Depends | tr ',' '\n' | sed 's/[|(].*//' | grep -o 'lib[^ ]*'); do
    is_installed "$name" || names+=("$name")
  done
  [ ${#names[@]} -gt 0 ] || return 0
  refresh_distro
  apt_in distro install -y --no-install-recommends "${names[@]}" || true
}

# Does a program start here at all? A newer suite's may need a newer libc.
runs() { "$1" --version >/dev/null 2>&1; }
