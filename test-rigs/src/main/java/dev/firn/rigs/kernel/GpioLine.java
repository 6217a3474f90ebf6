package dev.firn.rigs.kernel;

/** What is wired to a line of the simulated GPIO chip. Any thread. */
public final class GpioLine {

    private final Shell shell;
    private final int line;

    GpioLine(Shell shell, int line) {
        this.shell = shell;
        this.line = line;
    }

    /** Puts a high level on it. Whoever asked for edges gets one. */
    public void up() {
        shell.run("dev gpio " + line + " up");
    }

    /** Puts a low level on it. Whoever asked for edges gets one. */
    public void down() {
        shell.run("dev gpio " + line + " down");
    }

    /** Whether it is high: as a program drives it if it is an output, else as it is wired. */
    public boolean isHigh() {
        return shell.run("dev out " + line).strip().equals("1");
    }
}
