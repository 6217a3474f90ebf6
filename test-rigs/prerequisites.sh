#!/bin/sh
# Sees to it that the named tools are there: jdk, maven, mosquitto, kernel (what builds and drives the kernel rig). Installs
# what is missing by Debian package name where it may, and otherwise says what to install. Prints the JDK's home, everything
# else goes to standard error.
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

# Installs packages without letting their services start: the tests start their own.
#   install WHAT "PACKAGE..." CURE
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
    # The second attempt is for package lists that are not there yet, or too old.
    if ! apt_install "$2" && ! { apt-get update -q >&2 && apt_install "$2"; }; then
        say "missing: $1, and $2 could not be installed; $3"
        exit 69
    fi
}

apt_install() {
    # shellcheck disable=SC2086  # several packages
    DEBIAN_FRONTEND=noninteractive apt-get install -y -q --no-install-recommends $1 >&2
}

# The packages that the kernel rig needs and of which it does not find the program or file named beside them.
missing_of_kernel() {
    while read -r package sign; do
        case $sign in
            /*) [ -e "$sign" ] ;;
            *) command -v "$sign" || [ -x "/usr/sbin/$sign" ] ;;
        esac >/dev/null || printf '%s ' "$package"
    done <<END
linux-source-6.12 /usr/src/linux-source-6.12.tar.xz
gcc gcc
libc6-dev /usr/include/stdio.h
make make
flex flex
bison bison
bc bc
libelf-dev /usr/include/libelf.h
xz-utils xz
kmod insmod
iproute2 ip
util-linux unshare
e2fsprogs mkfs.ext4
socat socat
mosquitto-clients mosquitto_sub
i2c-tools i2ctransfer
END
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
        kernel)
            packages=$(missing_of_kernel)
            [ -z "$packages" ] || install "what the kernel rig needs" "$packages" "install them"
            ;;
        *)
            say "prerequisites.sh: does not know $need"
            exit 64
            ;;
    esac
done

find_jdk
