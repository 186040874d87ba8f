#!/bin/sh
# The installed program's command: with arguments the command line, without a window or a display; with none, or with
# only a --data folder, the window. Chromium keeps quiet about desktop services that a server does not have.
here=$(dirname "$(readlink -f "$0")")
program="$here/liandong-window"
[ -x "$program" ] || program=$(command -v liandong-window) || { echo "liandong-window was not found" >&2; exit 1; }

sandbox=""
[ "$(id -u)" = 0 ] && sandbox="--no-sandbox"

case "${1:-}" in
  "" | --data=*) exec "$program" $sandbox "$@" ;;
  --data) [ "$#" -le 2 ] && exec "$program" $sandbox "$@" ;;
  --cli) shift ;;
esac
exec "$program" $sandbox --ozone-platform=headless --disable-gpu --log-level=3 --cli "$@"
