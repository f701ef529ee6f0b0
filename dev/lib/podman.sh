# Podman's service on a socket of its own. Programs are unpacked, not installed; settings, storage,
# networks and locks are its own, so that a Podman of this system stays as it is.

podman_home=$home/podman

start_podman() {
  local run host
  run=$(run_folder podman)
  host=unix://$run/podman.sock
  install_packages iptables iproute2 ca-certificates
  unpack distro podman conmon netavark aardvark-dns runc tini || fail "cannot fetch Podman and what it needs"
  client_program >/dev/null || unpack distro docker.io || fail "cannot fetch a docker client"
  runs "$(tree_program distro podman)" || fail "the distribution's Podman does not run here"
  mkdir -p "$podman_home/networks" "$run"
  start_registry
  write_podman_settings "$run"
  echo "$host" >"$podman_home/host"
  launch "$podman_home/podman" env PATH="$(tree_path distro)$PATH" HOME="$podman_home/home" \
    CONTAINERS_CONF="$podman_home/containers.conf" CONTAINERS_STORAGE_CONF="$podman_home/storage.conf" \
    CONTAINERS_REGISTRIES_CONF="$podman_home/registries.conf" \
    "$(tree_program distro podman)" system service --time=0 "$host"
  within 30 answers "$host" || give_up podman
}

# Without systemd there are no cgroups of systemd's and no journal. Podman's own ulimits would be
# refused where it may not raise the machine's.
write_podman_settings() {
  mkdir -p "$podman_home/home/.config/containers"
  echo '{"default": [{"type": "insecureAcceptAnything"}]}' >"$podman_home/home/.config/containers/policy.json"
  cat >"$podman_home/containers.conf" <<TOML
[containers]
default_ulimits = []
[engine]
init_path = "$home/tree/distro/usr/bin/tini-static"
cgroup_manager = "cgroupfs"
events_logger = "file"
lock_type = "file"
runtime = "runc"
static_dir = "$podman_home/data/libpod"
tmp_dir = "$1/tmp"
volume_path = "$podman_home/volumes"
conmon_path = ["$(tree_program distro conmon)"]
helper_binaries_dir = ["$home/tree/distro/usr/lib/podman"]
[engine.runtimes]
runc = ["$(tree_program distro runc)"]
[network]
network_backend = "netavark"
network_config_dir = "$podman_home/networks"
TOML
  cat >"$podman_home/storage.conf" <<TOML
[storage]
driver = "overlay"
graphroot = "$podman_home/data"
runroot = "$1/storage"
TOML
  cat >"$podman_home/registries.conf" <<TOML
unqualified-search-registries = ["docker.io"]
[[registry]]
location = "docker.io"
[[registry.mirror]]
location = "$(registry_address)"
insecure = true
TOML
}

# Mounts go with the containers, which their service removes; what it cannot remove ends with the
# programs that belong to it: at once, for when told to end they would start Podman to clean up.
end_podman() {
  local host pid
  host=$(recorded_host podman)
  if is_alive "$podman_home/podman.pid" && answers "$host"; then
    client_of_host "$host" ps --all --quiet | xargs -r "$(client_program)" --host "$host" rm --force >/dev/null || true
    client_of_host "$host" network ls --format '{{.Name}}' | grep -vxE 'bridge|podman' |
      xargs -r "$(client_program)" --host "$host" network rm >/dev/null || true
  fi
  end "$podman_home/podman.pid" 20
  for pid in $(programs_below "$home/tree/distro/usr/lib/podman/") $(programs_below "$home/tree/distro/usr/bin/conmon"); do
    kill -9 "$pid" 2>/dev/null || true
  done
  unmount_below "$podman_home/"
  unmount_below "$(run_folder podman)/"
  rm -rf "$(run_folder podman)"
  ip -brief link show | grep -q '^podman[0-9]' || remove_netavark_rules
}

# One by one: other engines write theirs meanwhile.
remove_netavark_rules() {
  local table
  for table in filter nat; do
    iptables-save -t "$table" | sed -n 's/^-A \(.*NETAVARK.*\)/-D \1/p' | xargs -r -L 1 iptables -w -t "$table" || true
    iptables-save -t "$table" | sed -n 's/^:\(NETAVARK[^ ]*\).*/-X \1/p' | xargs -r -L 1 iptables -w -t "$table" || true
  done
}

# Pids of processes that run a program there.
programs_below() {
  local folder
  for folder in /proc/[0-9]*; do
    case $(readlink "$folder/exe" 2>/dev/null || true) in "$1"*) echo "${folder#/proc/}" ;; esac
  done
}
