# shellcheck shell=sh
# Sourced by the launchers of the preprocessors. Starts the main class in $main under the name in $program.

home=$(CDPATH='' cd -- "$(dirname -- "$(readlink -f -- "$0")")/.." && pwd)
# shellcheck source=find-java.sh
. "$home/libexec/find-java.sh"

# A smaller heap than the gateway's own, and the serial collector: one of several processes on a board.
# shellcheck disable=SC2086,SC2154  # FIRN_JAVA_OPTS holds several options; find-java.sh sets java
exec "$java" -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -Xms8m -Xmx48m -XX:+ExitOnOutOfMemoryError \
    ${FIRN_JAVA_OPTS:-} -cp "$home/lib/*" "$main" "$@"
