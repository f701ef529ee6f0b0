#!/bin/sh
# Written by dev/engine peer: the docker client with docker compose and buildx as its plugins.
engine='@engine@'
config=${DOCKER_CONFIG:-$HOME/.docker}
view=$engine/config/$(printf %s "$config" | tr -c 'A-Za-z0-9.-' _)

link_view() {
  mkdir -p "$config/contexts" "$config/buildx" "$view/cli-plugins"
  for entry in "$config"/* "$config/config.json"; do
    name=${entry##*/}
    [ "$name" = cli-plugins ] || [ "$name" = '*' ] || [ -L "$view/$name" ] || ln -s "$entry" "$view/$name"
  done
  for entry in "$config"/cli-plugins/*; do
    [ ! -x "$entry" ] || ln -sf "$entry" "$view/cli-plugins/"
  done
  ln -sf '@compose@' "$view/cli-plugins/docker-compose"
  ln -sf '@buildx@' "$view/cli-plugins/docker-buildx"
}

case $config in
  "$engine"/config/*) ;;
  *)
    [ -e "$view/cli-plugins/docker-buildx" ] || link_view
    DOCKER_CONFIG=$view
    export DOCKER_CONFIG
    ;;
esac
exec '@program@' "$@"
