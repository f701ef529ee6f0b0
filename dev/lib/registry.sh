# A registry on loopback that our engine asks first, so that pulls are real where no other
# registry can be reached.

registry_home=$home/registry

registry_address() { echo "127.0.0.1:$(cat "$registry_home/port")"; }

start_registry() {
  local program=$home/tree/distro/usr/bin/docker-registry
  ! is_alive "$registry_home/registry.pid" || return 0
  unpack distro docker-registry || fail "cannot fetch docker-registry"
  mkdir -p "$registry_home/data"
  [ -s "$registry_home/port" ] && ! port_taken "$(cat "$registry_home/port")" || free_port >"$registry_home/port"
  cat >"$registry_home/config.yml" <<YAML
version: 0.1
log: {level: warn, accesslog: {disabled: true}}
storage:
  filesystem: {rootdirectory: $registry_home/data}
  delete: {enabled: true}
http: {addr: "$(registry_address)"}
YAML
  launch "$registry_home/registry" "$program" serve "$registry_home/config.yml"
  within 20 port_taken "$(cat "$registry_home/port")" ||
    fail "the registry does not start: $(tail -n 5 "$registry_home/registry.log")"
}

stop_registry() { end "$registry_home/registry.pid" 10; }

port_taken() { (exec 3<>"/dev/tcp/127.0.0.1/$1") 2>/dev/null; }

free_port() {
  local port
  for port in 5057 5058 5059 5067 5068 5069; do
    if ! port_taken "$port"; then
      echo "$port"
      return
    fi
  done
  fail "no free port for the registry"
}
