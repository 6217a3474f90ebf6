#!/bin/sh
# Has systemd itself read the unit. It wants the command to exist, so a stand-in is put in its place.
set -eu
here=$(CDPATH='' cd -- "$(dirname -- "$0")" && pwd)
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
sed "s|^ExecStart=/opt/firn/bin/firn|ExecStart=/bin/true|" "$here/firn.service" >"$work/firn.service"
report=$(systemd-analyze verify --man=no "$work/firn.service" 2>&1) || { echo "$report" >&2; exit 1; }
# Warnings (an unknown key is only one) count: systemd would ignore the line on the device.
if echo "$report" | grep -F "firn.service" >&2; then
    echo "systemd/firn.service: systemd does not take it as it is" >&2
    exit 1
fi
