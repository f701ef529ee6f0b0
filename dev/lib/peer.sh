# The peer: docker compose of today, with buildx, to compare with. It is unpacked, not installed.

peer_version=2.40.3

make_peer() {
  peer_is_ready && return
  if ! is_debian_root && system_peer_is_ready; then
    say "using the docker compose of this system; recorded cases come from $peer_version"
    return
  fi
  require_debian_root "fetching docker compose"
  mkdir -p "$home/bin"
  fetch_plugins
  fetch_client
  write_wrapper docker "$(client_program)"
  write_wrapper docker-compose "$(plugin docker-compose)"
  # Who does not ask the wrapper finds buildx here, as it finds an installed one in the system's folder of plugins.
  ln -sf "$(plugin docker-buildx)" "$home/bin/docker-buildx"
  warn_of_other_version
}

peer_is_ready() { [ -x "$home/bin/docker-buildx" ] && "$home/bin/docker" compose version >/dev/null 2>&1 && "$home/bin/docker" buildx version >/dev/null 2>&1; }

system_peer_is_ready() { docker compose version >/dev/null 2>&1 && docker buildx version >/dev/null 2>&1; }

plugin() {
  local suite
  for suite in sid testing distro; do
    if [ -x "$home/tree/$suite/usr/libexec/docker/cli-plugins/$1" ]; then
      echo "$home/tree/$suite/usr/libexec/docker/cli-plugins/$1"
      return
    fi
  done
}

fetch_plugins() {
  local suite
  for suite in sid testing; do
    unpack "$suite" docker-compose docker-buildx &&
      runs "$(plugin docker-compose)" && return
  done
  fail "no docker compose could be fetched that runs here"
}

# Plugins need a client of about their own age; an older one may be in the system.
fetch_client() {
  local suite
  for suite in sid testing; do
    unpack "$suite" docker-cli && runs "$home/tree/$suite/usr/bin/docker" && return
  done
  client_program >/dev/null || fail "no docker client could be fetched that runs here"
}

# The client looks for plugins in its configuration folder. The wrapper gives it a view of the
# user's folder, file by file, with our plugins in it: contexts and logins stay the user's.
write_wrapper() {
  sed "s|@engine@|$home|; s|@program@|$2|; s|@compose@|$(plugin docker-compose)|; s|@buildx@|$(plugin docker-buildx)|" \
    "$lib/docker-wrapper.sh" >"$home/bin/$1.new"
  chmod +x "$home/bin/$1.new"
  mv "$home/bin/$1.new" "$home/bin/$1"
}

warn_of_other_version() {
  local version
  version=$("$home/bin/docker-compose" version --short)
  case $version in
    "$peer_version"*) say "docker compose $version and buildx are in $home/bin" ;;
    *) say "docker compose is $version, while recorded cases come from $peer_version" ;;
  esac
}
