package dev.firn.bus.linux;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;
import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_LONG;

import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemoryLayout.PathElement;
import java.lang.foreign.SequenceLayout;
import java.lang.foreign.StructLayout;

/** Numbers and structures of version 2 of the GPIO character device: {@code linux/gpio.h}. */
final class GpioAbi {

    static final long FLAG_USED = 1L;
    static final long FLAG_ACTIVE_LOW = 1L << 1;
    static final long FLAG_INPUT = 1L << 2;
    static final long FLAG_OUTPUT = 1L << 3;
    static final long FLAG_EDGE_RISING = 1L << 4;
    static final long FLAG_EDGE_FALLING = 1L << 5;
    static final long FLAG_BIAS_PULL_UP = 1L << 8;
    static final long FLAG_BIAS_PULL_DOWN = 1L << 9;
    static final long FLAG_BIAS_DISABLED = 1L << 10;

    static final int ATTRIBUTE_OUTPUT_VALUES = 2;
    static final int ATTRIBUTE_DEBOUNCE = 3;

    static final int EVENT_RISING_EDGE = 1;

    /** The most edges that the kernel keeps for a request: 16 for each of the most lines it can have. */
    static final int MOST_EVENTS = 16 * 64;

    private static final int NAME_SIZE = 32;
    private static final SequenceLayout NAME = MemoryLayout.sequenceLayout(NAME_SIZE, JAVA_BYTE);

    static final StructLayout CHIP_INFO =
            MemoryLayout.structLayout(NAME.withName("name"), NAME.withName("label"), JAVA_INT.withName("lines"));

    static final StructLayout LINE_ATTRIBUTE = MemoryLayout.structLayout(
            JAVA_INT.withName("id"), JAVA_INT.withName("padding"), JAVA_LONG.withName("value"));

    static final StructLayout CONFIG_ATTRIBUTE =
            MemoryLayout.structLayout(LINE_ATTRIBUTE.withName("attr"), JAVA_LONG.withName("mask"));

    static final StructLayout LINE_CONFIG = MemoryLayout.structLayout(
            JAVA_LONG.withName("flags"),
            JAVA_INT.withName("num_attrs"),
            MemoryLayout.sequenceLayout(5, JAVA_INT).withName("padding"),
            MemoryLayout.sequenceLayout(10, CONFIG_ATTRIBUTE).withName("attrs"));

    static final StructLayout LINE_REQUEST = MemoryLayout.structLayout(
            MemoryLayout.sequenceLayout(64, JAVA_INT).withName("offsets"),
            NAME.withName("consumer"),
            LINE_CONFIG.withName("config"),
            JAVA_INT.withName("num_lines"),
            JAVA_INT.withName("event_buffer_size"),
            MemoryLayout.sequenceLayout(5, JAVA_INT).withName("padding"),
            JAVA_INT.withName("fd"));

    static final StructLayout LINE_INFO = MemoryLayout.structLayout(
            NAME.withName("name"),
            NAME.withName("consumer"),
            JAVA_INT.withName("offset"),
            JAVA_INT.withName("num_attrs"),
            JAVA_LONG.withName("flags"),
            MemoryLayout.sequenceLayout(10, LINE_ATTRIBUTE).withName("attrs"),
            MemoryLayout.sequenceLayout(4, JAVA_INT).withName("padding"));

    static final StructLayout LINE_VALUES =
            MemoryLayout.structLayout(JAVA_LONG.withName("bits"), JAVA_LONG.withName("mask"));

    static final StructLayout LINE_EVENT = MemoryLayout.structLayout(
            JAVA_LONG.withName("timestamp_ns"),
            JAVA_INT.withName("id"),
            JAVA_INT.withName("offset"),
            JAVA_INT.withName("seqno"),
            JAVA_INT.withName("line_seqno"),
            MemoryLayout.sequenceLayout(6, JAVA_INT).withName("padding"));

    static final long CHIP_LABEL = offset(CHIP_INFO, "label");
    static final long CHIP_LINES = offset(CHIP_INFO, "lines");

    static final long ATTRIBUTE_ID = offset(LINE_ATTRIBUTE, "id");
    static final long ATTRIBUTE_VALUE = offset(LINE_ATTRIBUTE, "value");
    static final long ATTRIBUTE_MASK = offset(CONFIG_ATTRIBUTE, "mask");

    static final long CONFIG_FLAGS = offset(LINE_CONFIG, "flags");
    static final long CONFIG_COUNT = offset(LINE_CONFIG, "num_attrs");
    static final long CONFIG_ATTRIBUTES = offset(LINE_CONFIG, "attrs");

    static final long REQUEST_CONSUMER = offset(LINE_REQUEST, "consumer");
    static final long REQUEST_CONFIG = offset(LINE_REQUEST, "config");
    static final long REQUEST_LINES = offset(LINE_REQUEST, "num_lines");
    static final long REQUEST_EVENTS = offset(LINE_REQUEST, "event_buffer_size");
    static final long REQUEST_DESCRIPTOR = offset(LINE_REQUEST, "fd");

    static final long INFO_NAME = offset(LINE_INFO, "name");
    static final long INFO_CONSUMER = offset(LINE_INFO, "consumer");
    static final long INFO_OFFSET = offset(LINE_INFO, "offset");
    static final long INFO_FLAGS = offset(LINE_INFO, "flags");

    static final long VALUES_BITS = offset(LINE_VALUES, "bits");
    static final long VALUES_MASK = offset(LINE_VALUES, "mask");

    static final long EVENT_TIME = offset(LINE_EVENT, "timestamp_ns");
    static final long EVENT_ID = offset(LINE_EVENT, "id");
    static final long EVENT_OFFSET = offset(LINE_EVENT, "offset");
    static final long EVENT_SEQUENCE = offset(LINE_EVENT, "seqno");

    static final long GET_CHIP_INFO = reading(0x01, CHIP_INFO);
    static final long GET_LINE_INFO = readingAndWriting(0x05, LINE_INFO);
    static final long GET_LINE = readingAndWriting(0x07, LINE_REQUEST);
    static final long SET_CONFIG = readingAndWriting(0x0D, LINE_CONFIG);
    static final long GET_VALUES = readingAndWriting(0x0E, LINE_VALUES);
    static final long SET_VALUES = readingAndWriting(0x0F, LINE_VALUES);

    private GpioAbi() {}

    private static long offset(StructLayout layout, String field) {
        return layout.byteOffset(PathElement.groupElement(field));
    }

    /** {@code _IOR} of {@code asm-generic/ioctl.h}. */
    private static long reading(int number, StructLayout argument) {
        return 2L << 30 | argument.byteSize() << 16 | 0xB4 << 8 | number;
    }

    /** {@code _IOWR} of {@code asm-generic/ioctl.h}. */
    private static long readingAndWriting(int number, StructLayout argument) {
        return 1L << 30 | reading(number, argument);
    }
}
