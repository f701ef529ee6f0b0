# The bridge and firewall rules of our own engine. Alone on the machine it uses docker0 and writes
# its rules itself, as any engine does. Beside another it must not: engines flush each other's
# chains. It then gets a bridge of its own and the rules below, and reaches published ports through
# its userland proxy.
#
# It gets no address pool of its own: dockerd deletes docker0, whoever made it, when it starts again
# with --default-address-pool. Either engine avoids the networks that it sees on the machine.

# Decides once a start, into .engine/INSTANCE/network: "main" or "beside NUMBER".
choose_network() {
  local number=0
  if ! other_daemon_runs; then
    printf 'main\n%s\n' "$(forward_policy)" >"$home/$instance/network"
    return
  fi
  while has_link "jcompose$number"; do
    number=$((number + 1))
  done
  echo "beside $number" >"$home/$instance/network"
}

# A dockerd in the same network namespace: not one inside a container.
other_daemon_runs() {
  local folder own
  own=$(live_pid "$home/$instance/dockerd.pid")
  for folder in /proc/[0-9]*; do
    [ "$(cat "$folder/comm" 2>/dev/null)" = dockerd ] && [ "${folder#/proc/}" != "$own" ] &&
      [ "$(readlink "$folder/ns/net")" = "$(readlink /proc/self/ns/net)" ] && return
  done
  return 1
}

# dockerd closes forwarding; what it was before comes back in the end.
forward_policy() { iptables -w -S FORWARD | sed -n 's/^-P FORWARD //p'; }

has_link() { ip link show "$1" >/dev/null 2>&1; }

network_number() { sed -n 's/^beside //p' "$home/$instance/network"; }

prepare_network() {
  local number
  number=$(network_number)
  [ -n "$number" ] || return 0
  ip link add "jcompose$number" type bridge
  ip address add "10.$((230 + number)).0.1/24" dev "jcompose$number"
  ip link set "jcompose$number" up
  beside_rules "$number" -A
}

network_flags() {
  local number
  number=$(network_number)
  [ -z "$number" ] || printf '%s\n' --bridge "jcompose$number" --iptables=false --ip6tables=false
}

# Last in their chains (-A), or removed (-D): what the other engine forbids stays forbidden. Each
# engine numbers its own, so that one can go without the other's.
beside_rules() {
  local mark=0x6a$((30 + $1)) note=(-m comment --comment "jcompose$1") bridge
  for bridge in br-+ "jcompose$1"; do
    iptables -w "$2" FORWARD -i "$bridge" "${note[@]}" -j ACCEPT
    iptables -w "$2" FORWARD -o "$bridge" "${note[@]}" -j ACCEPT
    iptables -w -t mangle "$2" PREROUTING -i "$bridge" "${note[@]}" -j MARK --set-mark "$mark"
  done
  iptables -w -t nat "$2" POSTROUTING ! -o br-+ -m mark --mark "$mark" "${note[@]}" -j MASQUERADE
}

remove_network() {
  local number bridge
  [ -e "$home/$instance/network" ] || return 0
  number=$(network_number)
  for bridge in "$@"; do
    ip link delete "$bridge" 2>/dev/null || true
  done
  if [ -n "$number" ]; then
    ip link delete "jcompose$number" 2>/dev/null || true
    beside_rules "$number" -D 2>/dev/null || true
  elif ! other_daemon_runs; then
    ip link delete docker0 2>/dev/null || true
    remove_docker_rules iptables
    remove_docker_rules ip6tables
  fi
  rm -f "$home/$instance/network"
}

# The chains and rules that dockerd wrote.
remove_docker_rules() {
  local rules policy
  policy=$(sed -n 2p "$home/$instance/network")
  rules=$("$1-save" 2>/dev/null) || return 0
  grep -vE 'DOCKER|docker0|br-[0-9a-f]{12}' <<<"$rules" | sed "s/^:FORWARD DROP/:FORWARD ${policy:-ACCEPT}/" |
    "$1-restore" 2>/dev/null || true
}
