package io.phoenix.api.request;

import io.micronaut.http.HttpStatus;
import io.phoenix.api.problem.RequestException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The version of a resource as a strong entity tag. */
public record Version(String tag) {
    public static Version of(long number) {
        return new Version("\"" + number + "\"");
    }

    /** @throws RequestException 428 without the header, 412 when it names another version */
    public void require(@Nullable String ifMatch) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new RequestException(
                    HttpStatus.PRECONDITION_REQUIRED,
                    "precondition_required",
                    "the header If-Match is missing: send the ETag of the version that you have read");
        }
        if (!listedIn(ifMatch)) {
            throw new RequestException(
                    HttpStatus.PRECONDITION_FAILED,
                    "precondition_failed",
                    "the resource has changed since: its version is " + tag);
        }
    }

    /** Whether a conditional read needs no answer. */
    public boolean unchangedSince(@Nullable String ifNoneMatch) {
        return ifNoneMatch != null && listedIn(ifNoneMatch);
    }

    private boolean listedIn(String header) {
        return Arrays.stream(header.split(","))
                .map(String::strip)
                .anyMatch(each -> each.equals("*") || each.equals(tag));
    }
}
