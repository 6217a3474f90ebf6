# The guest's devices, under the names that they have on a Raspberry Pi 4: gpiochip0 "pinctrl-bcm2711" with 58 lines, of
# which GPIO0 to GPIO27 are named; /dev/i2c-1 and /dev/i2c-3; a 1-Wire master; thermal_zone0. /run/gpio is what is wired to
# the lines.
insmod "$MODULES/i2c-sim.ko"
insmod "$MODULES/w1-sim.ko"
insmod "$MODULES/thermal-sim.ko"

pi=/sys/kernel/config/gpio-sim/pi
mkdir -p $pi/bank
echo 58 >$pi/bank/num_lines
echo pinctrl-bcm2711 >$pi/bank/label
for line in $(seq 0 27); do
    mkdir "$pi/bank/line$line"
    echo "GPIO$line" >"$pi/bank/line$line/name"
done
echo 1 >$pi/live
ln -s "/sys/devices/platform/$(cat $pi/dev_name)/$(cat $pi/bank/chip_name)" /run/gpio
mkdir /run/serial
