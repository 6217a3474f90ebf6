package dev.firn.sensor.ads1115;

import dev.firn.sensor.Driver;
import dev.firn.sensor.DriverDescriptor;
import dev.firn.sensor.DriverDescriptor.Output;
import dev.firn.sensor.DriverKey;
import dev.firn.sensor.Sensor;
import dev.firn.sensor.SensorContext;
import dev.firn.sensor.SettingConflict;
import dev.firn.sensor.SettingException;
import dev.firn.sensor.SettingType;
import dev.firn.sensor.Settings;
import dev.firn.sensor.Via;
import dev.firn.sensor.Wiring;
import dev.firn.sensor.kernel.KernelDevice;
import dev.firn.sensor.kernel.KernelSensor;
import dev.firn.telemetry.Quantity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

/** TI ADS1115, an analog-to-digital converter with four inputs. */
public final class Ads1115Driver implements Driver {

    private static final DriverKey<String> BUS = DriverKey.i2cBus();
    private static final DriverKey<Integer> ADDRESS = DriverKey.i2cAddress(0x48, 0x49, 0x4A, 0x4B);
    private static final List<DriverKey<InputUse>> INPUTS =
            IntStream.range(0, 4).mapToObj(Ads1115Driver::input).toList();
    private static final DriverKey<Double> RANGE = DriverKey.of(
            "range-v",
            oneOf(Ads1115Code.RANGES),
            4.096,
            "Full scale in volts: 6.144, 4.096, 2.048, 1.024, 0.512 or 0.256; an input must not exceed the part's own"
                    + " supply in any case. Default: 4.096.");
    private static final DriverKey<Integer> RATE = DriverKey.of(
            "rate",
            oneOf(Ads1115Code.RATES),
            128,
            "Conversions a second: 8, 16, 32, 64, 128, 250, 475 or 860; the fewer, the less noise. Default: 128.");
    private static final DriverKey<Double> SUPPLY = DriverKey.of(
            "supply-v",
            SettingType.number(1.8, 5.5),
            3.3,
            "Volts at the vane's pull-up, as measured: 3 % off is enough for a wrong direction. Default: 3.3.");
    private static final DriverKey<Integer> VANE_SAMPLES = DriverKey.of(
            "vane-samples",
            SettingType.integer(1, 64),
            4,
            "How many conversions a direction is the mean of, 1 to 64. Default: 4.");
    private static final DriverKey<Double> DRY = DriverKey.optional(
            "moisture-dry-v",
            SettingType.number(0, 6.144),
            "Volts of the moisture probe in dry air or dry snow: 0 %. Needed with snow-moisture.");
    private static final DriverKey<Double> WET = DriverKey.optional(
            "moisture-wet-v",
            SettingType.number(0, 6.144),
            "Volts of the moisture probe in water or slush: 100 %. Needed with snow-moisture.");
    private static final DriverKey<Via> VIA = DriverKey.via();

    private static final DriverDescriptor DESCRIPTOR = new DriverDescriptor(
            "ads1115",
            "TI ADS1115: four analog inputs, for voltages, a wind vane, a snow moisture probe.",
            List.of(
                    "3.3 V, ground, SDA to pin 3, SCL to pin 5.",
                    "ADDR to ground: 0x48; to 3.3 V: 0x49; to SDA: 0x4a; to SCL: 0x4b.",
                    "Wind vane: from the input to ground, and 10 kilo-ohms from the input to 3.3 V.",
                    "Moisture probe: its output to the input, at most 3.3 V."),
            List.of(
                    new Output("voltage-0", "V", "0 V to the part's supply", "±0.2 %, 0.125 mV steps at 4.096 V"),
                    new Output("voltage-1", "V", "0 V to the part's supply", "as voltage-0"),
                    new Output("voltage-2", "V", "0 V to the part's supply", "as voltage-0"),
                    new Output("voltage-3", "V", "0 V to the part's supply", "as voltage-0"),
                    Output.of(Quantity.WIND_DIRECTION, "16 directions", "±11.25°"),
                    Output.of(Quantity.SNOW_MOISTURE, "0 to 100 %", "that of its two-point calibration")),
            Duration.ofSeconds(1),
            List.of(
                    BUS,
                    ADDRESS,
                    INPUTS.get(0),
                    INPUTS.get(1),
                    INPUTS.get(2),
                    INPUTS.get(3),
                    RANGE,
                    RATE,
                    SUPPLY,
                    VANE_SAMPLES,
                    DRY,
                    WET,
                    VIA));

    @Override
    public DriverDescriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public List<Quantity> quantities(Settings settings) {
        return inputs(settings).quantities();
    }

    @Override
    public Wiring wiring(Settings settings) {
        return Wiring.i2c(settings.get(BUS), settings.get(ADDRESS));
    }

    @Override
    public List<SettingConflict> conflicts(Settings settings) {
        SortedMap<Integer, InputUse> uses = uses(settings);
        List<SettingConflict> conflicts = new ArrayList<>();
        if (uses.isEmpty()) {
            conflicts.add(new SettingConflict("a0", "none of a0, a1, a2, a3 is used", "say what each measures"));
        }
        uses.forEach((input, use) -> {
            if (use != InputUse.VOLTAGE && uses.headMap(input).containsValue(use)) {
                conflicts.add(new SettingConflict(
                        "a" + input,
                        SettingType.word(use) + " is at another input already",
                        "leave one, or measure voltage"));
            }
        });
        if (uses.containsValue(InputUse.WIND_VANE) && settings.get(RANGE) < settings.get(SUPPLY)) {
            conflicts.add(new SettingConflict(
                    RANGE.name(), "ends below supply-v, where the wind vane reaches", "set it to 4.096 or 6.144"));
        }
        if (uses.containsValue(InputUse.SNOW_MOISTURE)) {
            conflicts.addAll(moistureConflicts(settings));
        }
        return conflicts;
    }

    @Override
    public Sensor open(Settings settings, SensorContext context) {
        String bus = settings.get(BUS);
        int address = settings.get(ADDRESS);
        Ads1115Inputs inputs = inputs(settings);
        return switch (settings.get(VIA)) {
            case RAW ->
                new Ads1115Sensor(context.buses().i2c(bus, address), inputs, settings.get(RANGE), settings.get(RATE));
            case KERNEL ->
                new KernelSensor(
                        () -> KernelDevice.onI2c(context.buses().sysfs(), bus, address, Set.of("ads1015", "ads1115")),
                        device -> inputs.measured(inputs.conversions().stream()
                                .map(input -> kernelVoltage(device, input))
                                .toList()));
        };
    }

    private static List<SettingConflict> moistureConflicts(Settings settings) {
        List<SettingConflict> conflicts = new ArrayList<>();
        for (DriverKey<Double> point : List.of(DRY, WET)) {
            if (!settings.has(point)) {
                conflicts.add(new SettingConflict(point.name(), "is missing for snow-moisture", point.sentence()));
            } else if (settings.get(point) > settings.get(RANGE)) {
                conflicts.add(new SettingConflict(point.name(), "is beyond range-v", "raise range-v"));
            }
        }
        if (conflicts.isEmpty() && settings.get(DRY).equals(settings.get(WET))) {
            conflicts.add(new SettingConflict(
                    WET.name(), "is the same as moisture-dry-v", "measure the probe in air and in water"));
        }
        return conflicts;
    }

    /** The kernel's driver calls itself ads1015 for both parts, and gives its scale in mV. */
    private static InputVoltage kernelVoltage(KernelDevice device, int input) {
        double raw = device.number("in_voltage" + input + "_raw");
        double millivolts = device.number("in_voltage" + input + "_scale");
        return new InputVoltage(raw * millivolts / 1000, raw >= Short.MAX_VALUE);
    }

    private static Ads1115Inputs inputs(Settings settings) {
        MoistureScale moisture = new MoistureScale(
                settings.find(DRY).orElse(0.0), settings.find(WET).orElse(1.0));
        return new Ads1115Inputs(uses(settings), settings.get(SUPPLY), settings.get(VANE_SAMPLES), moisture);
    }

    private static SortedMap<Integer, InputUse> uses(Settings settings) {
        SortedMap<Integer, InputUse> uses = new TreeMap<>();
        for (int input = 0; input < INPUTS.size(); input++) {
            int number = input;
            settings.find(INPUTS.get(input)).ifPresent(use -> uses.put(number, use));
        }
        return uses;
    }

    private static DriverKey<InputUse> input(int number) {
        return DriverKey.optional(
                "a" + number,
                SettingType.choice(InputUse.class),
                "What input A" + number + " measures: voltage, wind-vane or snow-moisture. Unused without it.");
    }

    private static <N extends Number> SettingType<N> oneOf(List<N> choices) {
        return text -> {
            double number = SettingType.number(0, Double.MAX_VALUE).parse(text);
            return choices.stream()
                    .filter(choice -> choice.doubleValue() == number)
                    .findFirst()
                    .orElseThrow(() -> new SettingException("is not one of the choices", "choose one of: " + choices));
        };
    }
}
