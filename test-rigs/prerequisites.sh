#!/bin/sh
# Sees to it that the named tools are there: jdk, maven, mosquitto. Installs what is missing by Debian package name
# where it may, and otherwise says what to install. Prints the JDK's home, everything else goes to standard error.
set -eu

least_java=25

say() { echo "$*" >&2; }

major() { sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null | grep . || echo 0; }

# The home of a JDK (a compiler beside it) that is new enough: $JAVA_HOME first, then what Debian and others install.
find_jdk() {
    for home in "${JAVA_HOME:-}" /usr/lib/jvm/* /opt/jdk* "$HOME"/.jdks/*; do
        if [ -n "$home" ] && [ -x "$home/bin/javac" ] && [ "$(major "$home")" -ge $least_java ]; then
            echo "$home"
            return 0
        fi
    done
    return 1
}

# Installs a package without letting its service start: the tests start their own.
install() {
    if [ "$(id -u)" -ne 0 ]; then
        say "missing: $1. Install it with: sudo apt-get install $2"
        exit 69
    fi
    if ! command -v apt-get >/dev/null; then
        say "missing: $1, and there is no apt-get here. Install what Debian calls $2"
        exit 69
    fi
    say "installing $2"
    policy=/usr/sbin/policy-rc.d
    if [ ! -e $policy ]; then
        printf '#!/bin/sh\nexit 101\n' >$policy
        chmod 755 $policy
        trap 'rm -f '$policy EXIT
    fi
    if ! apt-cache show "$2" >/dev/null 2>&1; then
        apt-get update -q >&2
    fi
    if ! DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends "$2" >&2; then
        say "missing: $1, and the package $2 could not be installed; $3"
        exit 69
    fi
}

for need in "$@"; do
    case $need in
        jdk)
            find_jdk >/dev/null || install "a JDK $least_java" openjdk-$least_java-jdk-headless \
                "install a JDK $least_java or later and set JAVA_HOME"
            ;;
        maven)
            command -v mvn >/dev/null || install Maven maven "install Maven 3.8 or later"
            ;;
        mosquitto)
            { [ -x /usr/sbin/mosquitto ] || command -v mosquitto >/dev/null; } || install Mosquitto mosquitto "install it"
            ;;
        *)
            say "prerequisites.sh: does not know $need"
            exit 64
            ;;
    esac
done

find_jdk
