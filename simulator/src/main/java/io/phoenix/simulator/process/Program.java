package io.phoenix.simulator.process;

/**
 * An executable that processes run. A kernel thread has the empty path, no command line and no memory of its own, as
 * {@code /proc} shows it.
 *
 * @param arguments what follows the path on the command line; one {@code %d} is replaced by a number per process
 * @param threads how many threads a process of this program has
 */
public record Program(String name, String path, String owner, String arguments, Distribution threads) {

    public Program {
        if (name.isBlank()) {
            throw new IllegalArgumentException("a program needs a name");
        }
    }

    public static Program kernelThread(String name) {
        return new Program(name, "", "root", "", new Distribution.Uniform(1, 1));
    }

    public boolean isKernelThread() {
        return path.isEmpty();
    }

    String commandLine(RandomStream random) {
        int number = 1 + random.nextInt(999);
        return arguments.isEmpty() ? path : path + " " + arguments.replace("%d", Integer.toString(number));
    }
}
