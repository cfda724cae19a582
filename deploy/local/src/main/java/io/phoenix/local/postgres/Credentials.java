package io.phoenix.local.postgres;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import io.phoenix.process.AtomicFile;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;

/**
 * The passwords of one machine's database roles, kept in a file that only its owner reads.
 *
 * @param superuser used to set the database up, never at run time
 * @param owner of the schema, used by migrations
 * @param app of requests and activities
 * @param system of the relay and the reaper
 */
public record Credentials(String superuser, String owner, String app, String system) {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int SECRET_BYTES = 24;

    /** What the file says; a missing file is written with fresh passwords. */
    public static Credentials in(Path file) {
        AtomicFile stored = new AtomicFile(file);
        Optional<String> text = stored.read();
        try {
            if (text.isPresent()) {
                return JSON.readValue(text.get(), Credentials.class);
            }
            Credentials fresh = new Credentials(secret(), secret(), secret(), secret());
            // The temporary file of an atomic write is readable by its owner only, and the move keeps that.
            stored.write(JSON.writeValueAsString(fresh));
            return fresh;
        } catch (JsonProcessingException e) {
            throw new FinalException(
                    ErrorCode.INTERNAL,
                    file + " is damaged: restore it, or remove the data with ./phoenix down --purge",
                    e);
        }
    }

    private static String secret() {
        byte[] bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    @Override
    public String toString() {
        return "Credentials[masked]";
    }
}
