#!/bin/sh
# Says what is missing instead of "Cannot run program": Maven starts everything of the pages through this.
cd "${0%/*}/.." || exit 1
hint="Kilat's pages are built with Node 20.19 or later and its npm: https://nodejs.org, or on Debian: apt-get install nodejs npm."
for program in node npm; do
    command -v "$program" >/dev/null 2>&1 || { echo "$program is missing. $hint" >&2; exit 1; }
done
exec "$@"
