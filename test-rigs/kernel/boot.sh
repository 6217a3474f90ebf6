#!/bin/bash
# Boots the rig's guest: User-Mode Linux, an ordinary process of the host.
#   boot.sh run [OPTION...] -- COMMAND...   boot, run COMMAND in the guest, print its output, end with its exit status
#   boot.sh console [OPTION...]             boot, run what comes as lines of standard input; see guest/lines.sh
#   -d DIR    the host's in the guest, to read and write; all else that the guest writes is gone with it. Default: the
#             current directory; not below /dev, /proc, /run or /sys
#   -b FILE   the guest's disk, /dev/ubda
#   -t PORT   one connection to this TCP port of the host's loopback interface, which is /dev/tty1 in the guest
# JAVA_HOME, if set, is set in the guest. MEM (default 2G) is the guest's memory.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
usage() { sed -n '3,8s/^# *//p' "$0" >&2; exit 64; }

mode=${1:-}
shift || usage
share=$PWD
disk=
port=
while getopts d:b:t: option; do
    case $option in
        d) share=$(cd "$OPTARG" && pwd) ;;
        b) disk=$(realpath -e "$OPTARG") ;;
        t) port=$OPTARG ;;
        *) usage ;;
    esac
done
shift $((OPTIND - 1))
memory=${MEM:-2G}
kernel=$("$here/build.sh")

# The guest's memory is a file that is unlinked at once. On tmpfs it never goes to a disk, but a container's /dev/shm
# may be too small for it, of which the guest would die only when it comes to need the memory.
if [ "$(df --output=avail -B1 /dev/shm 2>/dev/null | tail -n 1)" -gt "$(numfmt --from=iec "$memory")" ] 2>/dev/null; then
    export TMPDIR=/dev/shm
else
    export TMPDIR=${TMPDIR:-/tmp}
fi

# A PID namespace of its own: whoever kills unshare ends every process of the guest. Root may make one; others may within a
# user namespace.
namespace=(--pid --fork --kill-child)
[ "$(id -u)" -eq 0 ] || namespace+=(--user --map-root-user)

# Standard input and output become the guest's console. When it panics the kernel sends SIGTERM to its process group and
# SIGABRT to itself: so it is given a group of its own, and is not the namespace's first process, which no signal from
# within ends. What the kernel does not know becomes a variable of its first process.
guest() {
    local line='' console=()
    if [ -n "$port" ]; then
        mkfifo "$1/to-guest" "$1/from-guest"
        exec 7<>"$1/to-guest" 8<>"$1/from-guest"
        line="socat - TCP:127.0.0.1:$port <&8 >&7 7<&- 8<&- & "
        console=(con1=fd:7,fd:8)
    fi
    exec unshare "${namespace[@]}" setsid sh -c "$line"'"$@"; exit $?' guest \
        "$kernel/linux" mem="$memory" umid=guest uml_dir="$1" \
        rootfstype=hostfs rootflags=/ ro init="$here/guest/init.sh" rig="$here" modules="$kernel" share="$share" \
        ${disk:+ubd0="$disk"} con=null con0=fd:0,fd:1 "${console[@]}" quiet loglevel=3 ${JAVA_HOME:+JAVA_HOME="$JAVA_HOME"}
}

run() {
    local run words status=125 line
    run=$(mktemp -d)
    coproc GUEST { guest "$run" 2>"$run/log"; }
    local out=${GUEST[0]} in=${GUEST[1]} pid=$GUEST_PID
    # shellcheck disable=SC2064  # what they are now
    trap "kill -9 $pid 2>/dev/null; wait $pid 2>/dev/null; rm -rf '$run'" EXIT
    printf -v words '%q ' "$@"
    printf -v words 'cd %q && %s' "$share" "$words"
    printf '%s\n' "$words" >&"$in"
    while IFS= read -r line <&"$out"; do
        case $line in
            *$'\001up') ;;
            *$'\001done '*) printf '%s' "${line%%$'\001'*}"; status=${line##* }; break ;;
            *) printf '%s\n' "$line" ;;
        esac
    done
    [ "$status" != 125 ] || { echo "boot.sh: the guest died:" >&2; tail -n 40 "$run/log" >&2; }
    exit "$status"
}

case $mode in
    run) [ $# -gt 0 ] || usage; run "$@" ;;
    console) [ $# -eq 0 ] || usage; mkdir -p "$share/.uml"; guest "$share/.uml" ;;
    *) usage ;;
esac
