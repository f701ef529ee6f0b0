# Which engine? In the order of the docker client: DOCKER_HOST, the context, the default socket.

default_host=unix:///var/run/docker.sock

configured_host() {
  if [ -n "${DOCKER_HOST:-}" ]; then
    echo "$DOCKER_HOST"
  else
    context_host || echo "$default_host"
  fi
}

context_host() {
  local host
  command -v docker >/dev/null || return 1
  host=$(docker context inspect --format '{{.Endpoints.docker.Host}}' 2>/dev/null) || return 1
  [ -n "$host" ] && echo "$host"
}

# The host of the engine that answers: as configured, else the default socket, else our own.
answering_host() {
  local host
  for host in "$(configured_host)" "$default_host" "$(recorded_host newest)"; do
    if [ -n "$host" ] && answers "$host"; then
      echo "$host"
      return
    fi
  done
  return 1
}

recorded_host() { cat "$home/$1/host" 2>/dev/null || true; }

instance_or_answering_host() {
  if [ "$instance" != newest ]; then
    local host
    host=$(recorded_host "$instance")
    [ -n "$host" ] && answers "$host" && echo "$host"
  else
    answering_host
  fi
}

answers() {
  case $1 in
    unix://*) [ "$(ask "$1" /_ping 5)" = OK ] ;;
    *) client_of_host "$1" version --format '{{.Server.Version}}' >/dev/null 2>&1 ;;
  esac
}

# Asks an engine over its socket: ask HOST PATH SECONDS. Perl is on every Debian, while a bare one
# has neither curl nor a docker client.
ask() {
  perl -MIO::Socket::UNIX -e '
    my ($path, $target, $seconds) = @ARGV;
    alarm $seconds;
    my $socket = IO::Socket::UNIX->new(Peer => $path) or exit 1;
    print $socket "GET $target HTTP/1.0\r\nHost: engine\r\n\r\n";
    my $answer = join "", <$socket>;
    my ($head, $body) = split /\r\n\r\n/, $answer, 2;
    exit 1 unless defined $body && $head =~ m{^HTTP/1\.\d 200};
    print $body' "${1#unix://}" "$2" "$3" 2>/dev/null
}

# The docker client: of our own engine's version where we have it.
client() {
  local host
  host=$(instance_or_answering_host) || fail "no engine answers; start one: dev/engine start"
  client_of_host "$host" "$@"
}

client_of_host() {
  local host=$1 program
  shift
  program=$(client_program) || fail "no docker client here; fetch one: dev/engine peer"
  if [ "$host" = "$(configured_host)" ]; then
    "$program" "$@"
  else
    "$program" --host "$host" "$@"
  fi
}

client_program() {
  local program
  for program in "$home"/tree/{sid,testing,distro}/usr/bin/docker "$(command -v docker || true)"; do
    if [ -x "$program" ]; then
      echo "$program"
      return
    fi
  done
  return 1
}
