# shellcheck shell=sh
# Sourced by the launchers in bin. Sets java: that of $JAVA_HOME, else the first of /usr/lib/jvm, else the java on the
# PATH, whichever is a Java 25 or later; ends with 69 where there is none. $program is the name to complain under.

# Major version of a java home by its release file, or 0.
major() {
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | grep . || echo 0
}

java=
for candidate in "${JAVA_HOME:-}" /usr/lib/jvm/*; do
    if [ -n "$candidate" ] && [ -x "$candidate/bin/java" ] && [ "$(major "$candidate")" -ge 25 ]; then
        java=$candidate/bin/java
        break
    fi
done
if [ -z "$java" ]; then
    # A java without a release file beside it is asked itself.
    path_java=$(command -v java || true)
    version=$("${path_java:-false}" -version 2>&1 | sed -n 's/.*version "\([0-9]*\).*/\1/p' | head -n 1)
    if [ "${version:-0}" -lt 25 ]; then
        echo "$program: needs Java 25 or later; install one, such as the package openjdk-25-jre-headless, or set JAVA_HOME" >&2
        exit 69
    fi
    java=$path_java
fi
