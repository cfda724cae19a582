package io.phoenix.process;

/**
 * What a run directory says of its process.
 *
 * @param pid 0 while the process is being started: it is then found by the token in its environment
 * @param startTime of the process in the unit of {@link ProcessTable}; tells it from a later one with the same pid
 * @param digest of the specification
 * @param token unique for this start, in the environment of the process
 * @param startedAt RFC 3339
 * @param log file of stdout and stderr
 */
public record ProcessRecord(
        String name,
        String installation,
        long pid,
        long startTime,
        String digest,
        String token,
        String startedAt,
        String log) {

    ProcessRecord running(ProcessTable.Entry entry) {
        return new ProcessRecord(name, installation, entry.pid(), entry.startTime(), digest, token, startedAt, log);
    }
}
