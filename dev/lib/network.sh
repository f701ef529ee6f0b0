# The bridge and firewall rules of our own engine. Alone on the machine it uses docker0 and writes
# its rules itself, as any engine does. Beside another it must not: engines flush each other's
# chains. It then gets a bridge and addresses of its own and four rules written here, and reaches
# published ports through its userland proxy.

# Decides once a start, into .engine/INSTANCE/network: "main" or "beside NUMBER".
choose_network() {
  local record=$home/$instance/network number
  if [ "$(cat "$record" 2>/dev/null)" = main ] || ! has_link docker0; then
    echo main >"$record"
    return
  fi
  for number in 0 1 2 3 4 5 6 7; do
    if ! has_link "jcompose$number" || [ "$(cat "$record" 2>/dev/null)" = "beside $number" ]; then
      echo "beside $number" >"$record"
      return
    fi
  done
  fail "too many engines here: bridges jcompose0 to jcompose7 exist"
}

has_link() { ip link show "$1" >/dev/null 2>&1; }

network_number() { sed -n 's/^beside //p' "$home/$instance/network"; }

prepare_network() {
  local number range
  number=$(network_number)
  [ -n "$number" ] || return 0
  range=$(network_range "$number")
  remove_beside_network "$number"
  ip link add "jcompose$number" type bridge
  ip address add "${range%.0.0/15}.0.1/24" dev "jcompose$number"
  ip link set "jcompose$number" up
  iptables -w -t nat -I POSTROUTING -s "$range" ! -d "$range" -j MASQUERADE
  iptables -w -I FORWARD -s "$range" -j ACCEPT
  iptables -w -I FORWARD -d "$range" -j ACCEPT
}

# The even /16 holds the bridge, the odd one the networks of projects.
network_range() { echo "10.$((230 + 2 * $1)).0.0/15"; }

network_flags() {
  local number
  number=$(network_number)
  [ -n "$number" ] || return 0
  printf '%s\n' --bridge "jcompose$number" --iptables=false --ip6tables=false \
    --default-address-pool "base=10.$((231 + 2 * number)).0.0/16,size=24"
}

remove_network() {
  local number bridge
  [ -e "$home/$instance/network" ] || return 0
  number=$(network_number)
  for bridge in "$@"; do
    ip link delete "$bridge" 2>/dev/null || true
  done
  if [ -n "$number" ]; then
    remove_beside_network "$number"
  else
    ip link delete docker0 2>/dev/null || true
    remove_docker_rules iptables
    remove_docker_rules ip6tables
  fi
  rm -f "$home/$instance/network"
}

remove_beside_network() {
  local range
  range=$(network_range "$1")
  ip link delete "jcompose$1" 2>/dev/null || true
  iptables -w -t nat -D POSTROUTING -s "$range" ! -d "$range" -j MASQUERADE 2>/dev/null || true
  iptables -w -D FORWARD -s "$range" -j ACCEPT 2>/dev/null || true
  iptables -w -D FORWARD -d "$range" -j ACCEPT 2>/dev/null || true
}

# The chains and rules that dockerd wrote; it also closed forwarding for all else.
remove_docker_rules() {
  local rules
  rules=$("$1-save" 2>/dev/null) || return 0
  grep -vE 'DOCKER|docker0|br-[0-9a-f]{12}' <<<"$rules" | sed 's/^:FORWARD DROP/:FORWARD ACCEPT/' | "$1-restore" 2>/dev/null || true
}
