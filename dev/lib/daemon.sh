# Our own dockerd, with a containerd of its own. Data and logs are in .engine/INSTANCE; sockets are
# in /run, because the path of a socket may not be long.

run_folder() { echo "/run/jcompose-engine/$(printf %s "$home" | cksum | cut -d ' ' -f 1)/$1"; }

service_pid() { echo "$home/$1/$([ "$1" = podman ] && echo podman || echo dockerd).pid"; }

start_engine() {
  if [ "$instance" = newest ] && answering_host >/dev/null; then
    ! is_alive "$home/newest/dockerd.pid" || start_registry
    return
  fi
  if [ "$instance" != newest ] && is_alive "$(service_pid "$instance")" && instance_or_answering_host >/dev/null; then
    start_registry
    return
  fi
  require_debian_root "starting an engine"
  clear_leftovers
  if [ "$instance" = podman ]; then
    start_podman
  else
    fetch_engine
    start_registry
    start_daemons
  fi
  report_start
}

report_start() {
  local host
  host=$(recorded_host "$instance")
  say "$([ "$instance" = podman ] && echo Podman || echo Docker Engine) $(client_of_host "$host" version --format '{{.Server.Version}}') answers at $host"
  [ "$host" = "$(configured_host)" ] || say "to use it: eval \"\$($0 env$([ "$instance" = newest ] || echo " --$instance"))\""
}

fetch_engine() {
  local suite
  install_packages iptables iproute2 procps xz-utils git ca-certificates
  unpack distro containerd runc tini docker-registry || fail "cannot fetch what an engine needs: containerd, runc, tini, docker-registry"
  [ -x "$home/tree/distro/usr/bin/tini-static" ] || unpack distro tini-static || fail "cannot fetch tini-static"
  mkdir -p "$home/$instance"
  for suite in $(suites_to_try); do
    if fetch_daemon "$suite"; then
      echo "$suite" >"$home/$instance/suite"
      return
    fi
  done
  fail "no Docker Engine could be fetched that runs here"
}

suites_to_try() {
  local chosen
  chosen=$(cat "$home/$instance/suite" 2>/dev/null || true)
  if [ -n "$chosen" ]; then
    echo "$chosen"
  elif [ "$instance" = newest ]; then
    echo sid testing distro
  else
    echo distro
  fi
}

# Older packages have the client in docker.io.
fetch_daemon() {
  unpack "$1" docker.io || return 1
  [ -x "$home/tree/$1/usr/bin/docker" ] || unpack "$1" docker-cli || return 1
  runs "$(tree_program "$1" dockerd)"
}

tree_program() {
  local folder
  for folder in usr/sbin usr/bin sbin bin; do
    if [ -x "$home/tree/$1/$folder/$2" ]; then
      echo "$home/tree/$1/$folder/$2"
      return
    fi
  done
}

tree_path() {
  local suite folder
  for suite in "$1" distro; do
    for folder in usr/sbin usr/bin sbin bin; do
      printf '%s:' "$home/tree/$suite/$folder"
    done
  done
}

start_daemons() {
  local own=$home/$instance run suite host path
  run=$(run_folder "$instance")
  suite=$(cat "$own/suite")
  path=$(tree_path "$suite")$PATH
  mkdir -p "$own" "$run"
  choose_network
  prepare_network
  host=$(free_host "$run")
  echo "$host" >"$own/host"
  write_containerd_config "$own" "$run"
  PATH=$path launch "$own/containerd" "$(tree_program distro containerd)" --config "$own/containerd.toml"
  within 20 test -S "$run/containerd.sock" || give_up containerd
  mapfile -t network < <(network_flags)
  PATH=$path launch "$own/dockerd" "$(tree_program "$suite" dockerd)" \
    --host "$host" --data-root "$own/data" --exec-root "$run/docker" --pidfile "$run/docker.pid" \
    --containerd "$run/containerd.sock" --init-path "$home/tree/distro/usr/bin/tini-static" \
    --userland-proxy-path "$(tree_program "$suite" docker-proxy)" \
    --registry-mirror "http://$(registry_address)" ${network[@]+"${network[@]}"}
  within 60 answers_or_died "$host" && answers "$host" || give_up dockerd
}

# The default socket where nobody answers on it: then plain `docker` and `./jcompose` find us.
free_host() {
  if answers "$default_host"; then echo "unix://$1/docker.sock"; else echo "$default_host"; fi
}

write_containerd_config() {
  cat >"$1/containerd.toml" <<TOML
version = 2
root = "$1/containerd"
state = "$2/containerd"
disabled_plugins = ["io.containerd.grpc.v1.cri"]
[grpc]
  address = "$2/containerd.sock"
[plugins."io.containerd.internal.v1.opt"]
  path = "$1/opt"
TOML
}

answers_or_died() { answers "$1" || { [ -s "$home/$instance/dockerd.pid" ] && ! is_alive "$home/$instance/dockerd.pid"; }; }

give_up() {
  tail -n 20 "$home/$instance/$1.log" >&2
  end_instance
  fail "$1 does not start; the end of its log, $home/$instance/$1.log, is above"
}

stop_engines() {
  local which=$instance
  for instance in $([ "$which" = newest ] && echo podman distro newest || echo "$which"); do
    stop_instance
    [ -z "$wipe" ] || rm -rf "${home:?}/$instance"
  done
  for which in newest distro podman; do
    ! is_alive "$(service_pid "$which")" || return 0
  done
  stop_registry
}

stop_instance() {
  [ -d "$home/$instance" ] || return 0
  if is_alive "$(service_pid "$instance")"; then
    end_instance
    say "stopped the engine at $(recorded_host "$instance")"
  else
    end_instance
  fi
  rm -f "$home/$instance/host"
}

end_instance() {
  local bridges
  if [ "$instance" = podman ]; then
    end_podman
    return
  fi
  bridges=$(own_bridges)
  end "$home/$instance/dockerd.pid" 60
  end_shims
  end "$home/$instance/containerd.pid" 20
  unmount_below "$home/$instance/"
  unmount_below "$(run_folder "$instance")/"
  rm -rf "$(run_folder "$instance")"
  rmdir -p "$(dirname "$(run_folder "$instance")")" 2>/dev/null || true
  command -v ip >/dev/null && remove_network $bridges
}

# What a crash of ours or of the machine left behind.
clear_leftovers() {
  ! is_alive "$(service_pid "$instance")" || say "our engine does not answer; starting it again"
  [ ! -d "$home/$instance" ] || end_instance
}

# Bridges of projects' networks. They are asked for while the engine can still tell.
own_bridges() {
  local host
  host=$(recorded_host "$instance")
  [ -n "$host" ] && is_alive "$home/$instance/dockerd.pid" && answers "$host" || return 0
  client_of_host "$host" network ls --no-trunc --filter driver=bridge --format '{{.ID}}' | sed 's/\(.\{12\}\).*/br-\1/'
}

# A container whose engine was killed lives on under its shim.
end_shims() {
  local folder pid
  for folder in /proc/[0-9]*; do
    pid=${folder#/proc/}
    case $(readlink "$folder/exe" 2>/dev/null || true) in "$home"/tree/*/containerd-shim*) ;; *) continue ;; esac
    tr '\0' ' ' <"$folder/cmdline" | grep -q -F "$(run_folder "$instance")/" || continue
    kill -9 $(cat "$folder/task/$pid/children" 2>/dev/null || true) "$pid" 2>/dev/null || true
  done
}

unmount_below() {
  local target
  awk -v below="$1" 'index($2, below) == 1 { print $2 }' /proc/mounts | tac | while read -r target; do
    umount -l "$target" || true
  done
}

show_status() {
  local host
  if host=$(instance_or_answering_host); then
    echo "engine:   $(client_of_host "$host" version --format '{{.Server.Version}}' 2>/dev/null || echo unknown version) at $host"
  else
    echo "engine:   none answers"
  fi
  for instance in newest distro; do
    if is_alive "$home/$instance/dockerd.pid"; then
      echo "ours:     $instance, dockerd $(live_pid "$home/$instance/dockerd.pid"), containerd $(live_pid "$home/$instance/containerd.pid"), $(recorded_host "$instance")"
    fi
  done
  ! is_alive "$(service_pid podman)" || echo "ours:     podman, $(live_pid "$(service_pid podman)"), $(recorded_host podman)"
  ! is_alive "$registry_home/registry.pid" || echo "registry: $(registry_address)"
  [ ! -x "$home/bin/docker-compose" ] || echo "peer:     docker compose $("$home/bin/docker-compose" version --short), $home/bin"
  [ -n "${host:-}" ]
}
