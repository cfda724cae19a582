package io.phoenix.store;

import io.phoenix.error.ErrorCode;
import io.phoenix.error.FinalException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The current row of a result by the names of its columns; a method without "optional" in its name expects a value. */
record Row(ResultSet results) {
    String text(String column) throws SQLException {
        return required(column, results.getString(column));
    }

    @Nullable
    String optionalText(String column) throws SQLException {
        return results.getString(column);
    }

    UUID uuid(String column) throws SQLException {
        return required(column, results.getObject(column, UUID.class));
    }

    Instant instant(String column) throws SQLException {
        return required(column, optionalInstant(column));
    }

    @Nullable
    Instant optionalInstant(String column) throws SQLException {
        OffsetDateTime time = results.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    boolean bool(String column) throws SQLException {
        return results.getBoolean(column);
    }

    @Nullable
    Boolean optionalBool(String column) throws SQLException {
        return results.getObject(column, Boolean.class);
    }

    int integer(String column) throws SQLException {
        return results.getInt(column);
    }

    long bigint(String column) throws SQLException {
        return results.getLong(column);
    }

    double real(String column) throws SQLException {
        return results.getDouble(column);
    }

    byte[] bytes(String column) throws SQLException {
        return required(column, results.getBytes(column));
    }

    double[] reals(String column) throws SQLException {
        Double[] boxed = (Double[]) results.getArray(column).getArray();
        double[] numbers = new double[boxed.length];
        for (int i = 0; i < boxed.length; i++) {
            numbers[i] = boxed[i];
        }
        return numbers;
    }

    String[] texts(String column) throws SQLException {
        return (String[]) results.getArray(column).getArray();
    }

    <E extends Enum<E>> E constant(String column, Class<E> type) throws SQLException {
        return constant(column, text(column), type);
    }

    <E extends Enum<E>> @Nullable E optionalConstant(String column, Class<E> type) throws SQLException {
        String name = optionalText(column);
        return name == null ? null : constant(column, name, type);
    }

    private static <E extends Enum<E>> E constant(String column, String name, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(known -> known.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new FinalException(
                        ErrorCode.UNREADABLE,
                        "a stored " + column + " is '" + name + "', which this version of Phoenix does not know"));
    }

    private static <T> T required(String column, @Nullable T value) throws SQLException {
        if (value == null) {
            throw new SQLException("column " + column + " is null", "XX000");
        }
        return value;
    }
}
