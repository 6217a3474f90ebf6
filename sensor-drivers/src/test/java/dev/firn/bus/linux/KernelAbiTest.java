package dev.firn.bus.linux;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Against what a C compiler makes of linux/gpio.h, linux/i2c.h, linux/i2c-dev.h and poll.h on 64 bits. */
class KernelAbiTest {

    @Test
    void gpioStructuresHaveTheKernelsSizes() {
        assertThat(GpioAbi.CHIP_INFO.byteSize()).isEqualTo(68);
        assertThat(GpioAbi.LINE_ATTRIBUTE.byteSize()).isEqualTo(16);
        assertThat(GpioAbi.CONFIG_ATTRIBUTE.byteSize()).isEqualTo(24);
        assertThat(GpioAbi.LINE_CONFIG.byteSize()).isEqualTo(272);
        assertThat(GpioAbi.LINE_REQUEST.byteSize()).isEqualTo(592);
        assertThat(GpioAbi.LINE_INFO.byteSize()).isEqualTo(256);
        assertThat(GpioAbi.LINE_VALUES.byteSize()).isEqualTo(16);
        assertThat(GpioAbi.LINE_EVENT.byteSize()).isEqualTo(48);
    }

    @Test
    void gpioFieldsAreWhereTheKernelHasThem() {
        assertThat(GpioAbi.CHIP_LABEL).isEqualTo(32);
        assertThat(GpioAbi.CHIP_LINES).isEqualTo(64);
        assertThat(GpioAbi.ATTRIBUTE_VALUE).isEqualTo(8);
        assertThat(GpioAbi.ATTRIBUTE_MASK).isEqualTo(16);
        assertThat(GpioAbi.CONFIG_COUNT).isEqualTo(8);
        assertThat(GpioAbi.CONFIG_ATTRIBUTES).isEqualTo(32);
        assertThat(GpioAbi.REQUEST_CONSUMER).isEqualTo(256);
        assertThat(GpioAbi.REQUEST_CONFIG).isEqualTo(288);
        assertThat(GpioAbi.REQUEST_LINES).isEqualTo(560);
        assertThat(GpioAbi.REQUEST_EVENTS).isEqualTo(564);
        assertThat(GpioAbi.REQUEST_DESCRIPTOR).isEqualTo(588);
        assertThat(GpioAbi.INFO_CONSUMER).isEqualTo(32);
        assertThat(GpioAbi.INFO_OFFSET).isEqualTo(64);
        assertThat(GpioAbi.INFO_FLAGS).isEqualTo(72);
        assertThat(GpioAbi.VALUES_MASK).isEqualTo(8);
        assertThat(GpioAbi.EVENT_ID).isEqualTo(8);
        assertThat(GpioAbi.EVENT_OFFSET).isEqualTo(12);
        assertThat(GpioAbi.EVENT_SEQUENCE).isEqualTo(16);
    }

    @Test
    void gpioRequestsAreThoseOfVersionTwo() {
        assertThat(GpioAbi.GET_CHIP_INFO).isEqualTo(0x8044B401L);
        assertThat(GpioAbi.GET_LINE_INFO).isEqualTo(0xC100B405L);
        assertThat(GpioAbi.GET_LINE).isEqualTo(0xC250B407L);
        assertThat(GpioAbi.SET_CONFIG).isEqualTo(0xC110B40DL);
        assertThat(GpioAbi.GET_VALUES).isEqualTo(0xC010B40EL);
        assertThat(GpioAbi.SET_VALUES).isEqualTo(0xC010B40FL);
    }

    @Test
    void i2cStructuresAreTheKernels() {
        assertThat(I2cAbi.MESSAGE.byteSize()).isEqualTo(16);
        assertThat(I2cAbi.MESSAGE_FLAGS).isEqualTo(2);
        assertThat(I2cAbi.MESSAGE_LEN).isEqualTo(4);
        assertThat(I2cAbi.MESSAGE_BUF).isEqualTo(8);
        assertThat(I2cAbi.RDWR_DATA.byteSize()).isEqualTo(16);
        assertThat(I2cAbi.RDWR_NMSGS).isEqualTo(8);
        assertThat(I2cAbi.SMBUS_DATA.byteSize()).isEqualTo(16);
        assertThat(I2cAbi.SMBUS_COMMAND).isEqualTo(1);
        assertThat(I2cAbi.SMBUS_SIZE).isEqualTo(4);
        assertThat(I2cAbi.SMBUS_POINTER).isEqualTo(8);
        assertThat(I2cAbi.SMBUS_UNION).isEqualTo(34);
    }

    @Test
    void pollStructureIsTheKernels() {
        assertThat(PollAbi.POLLFD.byteSize()).isEqualTo(8);
    }
}
