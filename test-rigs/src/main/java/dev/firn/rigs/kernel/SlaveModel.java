package dev.firn.rigs.kernel;

/** How a simulated I2C slave takes what it is sent. */
public enum SlaveModel {
    /** A byte of register address, then bytes; the address counts up. BME280, MPU6050, AMG8833, TF-Luna. */
    BYTES("reg8"),
    /** A byte of register address, then one word, high byte first; the address stays. ADS1115. */
    WORDS("reg16"),
    /** A byte of register address, then one word, low byte first; the address stays. VEML7700. */
    WORDS_LOW_BYTE_FIRST("reg16le"),
    /** Two bytes of register address, high byte first, then bytes; the address counts up. VL53L1X. */
    BYTES_AT_WORD_ADDRESS("reg16a"),
    /**
     * A command that chooses what is read next: SHT3x, SHT4x, BH1750, MLX90614. Commands without a reply are
     * acknowledged; after them ff is read.
     */
    COMMANDS("cmd");

    private final String keyword;

    SlaveModel(String keyword) {
        this.keyword = keyword;
    }

    String keyword() {
        return keyword;
    }
}
