#!/bin/bash
# Builds the guest's kernel (User-Mode Linux, ARCH=um) and the modules with the simulated devices from Debian's kernel
# source, once: the result is kept outside the clone under a key of everything that it is made of, and the next call
# only prints where it is. Needs the packages that "prerequisites.sh kernel" installs, and 2 GB of disk while it runs.
#   FIRN_RIG_CACHE   where results are kept; default ~/.cache/firn/kernel
#   LINUX_SOURCE     another source archive than Debian's, of Linux 6.12
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source=${LINUX_SOURCE:-/usr/src/linux-source-6.12.tar.xz}
cache=${FIRN_RIG_CACHE:-${XDG_CACHE_HOME:-$HOME/.cache}/firn/kernel}

[ -r "$source" ] || { echo "no kernel source at $source: apt-get install linux-source-6.12" >&2; exit 69; }
key=$({ stat -L -c %s "$source"; dpkg-query -W -f '${Version}' linux-source-6.12 2>/dev/null || true
        cat "$here"/kernel.config "$here"/modules/*.c "$here"/modules/Makefile "$0"; } | sha256sum | cut -c1-16)
if [ -d "$cache/$key" ]; then
    echo "$cache/$key"
    exit 0
fi

mkdir -p "$cache"
exec 9>"$cache/lock"
flock 9
if [ -d "$cache/$key" ]; then                       # somebody else has built it meanwhile
    echo "$cache/$key"
    exit 0
fi
echo "building the rig's kernel, which takes some minutes; it is kept in $cache/$key" >&2
work=$cache/work
rm -rf "$work"
trap 'rm -rf "$work"' EXIT
mkdir -p "$work"/{source,objects,result}

step() {                                            # NAME COMMAND...: quietly, unless it fails
    local name=$1 log=$work/$1.log
    shift
    "$@" >"$log" 2>&1 9>&- || { tail -n 40 "$log" >&2; echo "build.sh: $name failed" >&2; exit 1; }
}

# What ARCH=um never compiles stays packed; Kconfig files and Makefiles are wanted all the same.
step unpack tar -C "$work/source" --strip-components=1 -xf "$source" --wildcards \
    --exclude='*/drivers/gpu/*.[ch]' --exclude='*/drivers/net/*/*.[ch]' --exclude='*/drivers/media/*.[ch]' \
    --exclude='*/drivers/scsi/*.[ch]' --exclude='*/drivers/staging/*.[ch]' --exclude='*/drivers/infiniband/*.[ch]' \
    --exclude='*/sound/*.[ch]' --exclude='*/Documentation/*.rst' --exclude='*/Documentation/*.yaml' \
    --exclude='*/tools/testing/*' --exclude='*/tools/perf/*' --exclude='*/arch/arm*/*.dts*' --exclude='*/arch/*/boot/dts/*'
make=(make -C "$work/source" ARCH=um O="$work/objects" -j"$(nproc)")
step configure env KCONFIG_ALLCONFIG="$here/kernel.config" "${make[@]}" allnoconfig
# An option that Kconfig drops without a word would be missed much later, in a test.
grep '^CONFIG_' "$here/kernel.config" | while IFS= read -r line; do
    grep -qxF "$line" "$work/objects/.config" || { echo "build.sh: Kconfig does not take $line" >&2; exit 1; }
done
step compile "${make[@]}" linux modules
cp -r "$here/modules" "$work/modules"
step modules make -C "$work/objects" M="$work/modules" ARCH=um -j"$(nproc)" modules

cp "$work/objects/linux" "$work"/modules/*.ko "$work/objects/drivers/i2c/i2c-stub.ko" "$work/result/"
strip "$work/result/linux"
strip --strip-debug "$work"/result/*.ko
mv "$work/result" "$cache/$key"
echo "$cache/$key"
