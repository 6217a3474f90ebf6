package dev.firn.rigs.process;

import java.time.Duration;

/**
 * What a running process has used so far, as the kernel counts it.
 *
 * @param cpu processor time of all its threads, in steps of 10 ms
 * @param residentBytes memory it holds now (VmRSS)
 * @param peakResidentBytes most memory it ever held (VmHWM)
 */
public record ProcessUsage(Duration cpu, long residentBytes, long peakResidentBytes) {

    /** Processor time in seconds. */
    public double cpuSeconds() {
        return cpu.toMillis() / 1000.0;
    }
}
