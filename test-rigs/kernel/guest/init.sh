#!/bin/sh
# The guest's first process. It begins on the host's root file system, read-only, lays an overlay in memory on it, and goes
# on within that: nothing that the guest writes reaches the host, but for what it writes to the shared directory.
# Kernel command line: rig=<test-rigs/kernel> modules=<what build.sh made> share=<shared directory>
export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LANG=C.UTF-8

# Where the guest was not started by root, root's files seem to be nobody's, and mount would become nobody by its set-user-ID
# bit.
[ -n "${1:-}" ] || exec setpriv --no-new-privs /bin/sh "$0" outside

# Other than in the overlay, what is written here is the host's at once. Newer mounts name the option, older ones hand it to
# the kernel as it is.
mount_share() {
    mkdir -p "$1"
    LIBMOUNT_FORCE_MOUNT2=always mount -t hostfs -o "$SHARE" none "$1" ||
        mount -t hostfs -o "hostfs=$SHARE" none "$1"
}

if [ "$1" = outside ]; then
    mount -t proc proc /proc
    for word in $(cat /proc/cmdline); do
        case $word in rig=*) RIG=${word#*=} ;; modules=*) MODULES=${word#*=} ;; share=*) SHARE=${word#*=} ;; esac
    done
    export RIG MODULES SHARE
    umount /proc
    mount -t tmpfs -o size=75%,mode=755 tmpfs /run
    mkdir /run/upper /run/work /run/root
    mount -t overlay -o lowerdir=/,upperdir=/run/upper,workdir=/run/work overlay /run/root
    mount -t proc proc /run/root/proc
    mount -t sysfs sysfs /run/root/sys
    mount -t devtmpfs dev /run/root/dev
    mount_share "/run/root$SHARE"
    exec chroot /run/root /bin/sh "$RIG/guest/init.sh" inside
fi

mkdir -p /dev/pts /dev/shm
mount -t devpts devpts /dev/pts
mount -t tmpfs tmpfs /dev/shm
mount -t tmpfs tmpfs /run
mount -t debugfs debugfs /sys/kernel/debug
mount -t configfs configfs /sys/kernel/config
ln -s /proc/self/fd /dev/fd
ip link set lo up 2>/dev/null || ifconfig lo 127.0.0.1 up
. "$RIG/guest/devices.sh"
export PATH="$RIG/guest/bin:$PATH"

stty -F /dev/tty0 raw -echo
exec </dev/tty0 >/dev/tty0
. "$RIG/guest/lines.sh"
echo o >/proc/sysrq-trigger
sleep 10
