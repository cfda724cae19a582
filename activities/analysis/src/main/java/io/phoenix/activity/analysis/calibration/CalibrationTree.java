package io.phoenix.activity.analysis.calibration;

import io.phoenix.activity.analysis.calibration.CellResult.Rates;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A calibration for programs, as the published shape {@code phoenix.calibration/v1}; shares, not percent. */
public final class CalibrationTree {
    private static final String SCHEMA = "calibration-result.schema.json";

    private CalibrationTree() {}

    /** The published JSON Schema (draft 2020-12) of the shape, as text. */
    public static String schema() {
        try (InputStream schema = CalibrationTree.class.getResourceAsStream(SCHEMA)) {
            if (schema == null) {
                throw new IllegalStateException(SCHEMA + " is not in this build");
            }
            return new String(schema.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + SCHEMA, e);
        }
    }

    /** A tree of plain JSON values. */
    public static Map<String, Object> of(CalibrationResult result) {
        Settings settings = result.settings();
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("schema", "phoenix.calibration/v1");
        tree.put("runs", settings.runs());
        tree.put("seed", settings.seed());
        tree.put("confidence", settings.confidence());
        tree.put("effect", settings.effect());
        tree.put("promised", settings.promised());
        tree.put("summary", result.summary());
        tree.put("notes", result.notes());
        tree.put("cells", rows(result));
        return tree;
    }

    /** Every cell with the same columns, of slow components all and not the worst alone. */
    public static List<Map<String, Object>> rows(CalibrationResult result) {
        List<Map<String, Object>> rows = new ArrayList<>();
        result.regimes().forEach(cell -> rows.add(row("regime", cell, result.settings())));
        result.slow().forEach(family -> family.forEach(cell -> rows.add(row("slow", cell, result.settings()))));
        result.pilots().forEach(cell -> rows.add(row("pilot", cell, result.settings())));
        return rows;
    }

    private static Map<String, Object> row(String kind, CellResult result, Settings settings) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("kind", kind);
        row.put("regime", result.cell().regime().name());
        row.put("pairs", result.cell().points());
        row.put("memorySteps", result.cell().regime().memory());
        row.put("durationPerMemory", result.cell().durationPerMemory());
        row.put("saving", result.saving());
        row.put("runs", result.heldBack().runs());
        row.put("heldBack", result.heldBack().share());
        row.put("promise", result.assessment(settings).name().toLowerCase(Locale.ROOT));
        for (Estimator estimator : Estimator.values()) {
            Rates rates = result.of(estimator);
            row.put(estimator.key() + "FalsePositives", rates.falsePositives().share());
            row.put(
                    estimator.key() + "FalsePositivesError",
                    rates.falsePositives().error());
            row.put(estimator.key() + "Power", rates.power().share());
            row.put(estimator.key() + "PowerError", rates.power().error());
        }
        return row;
    }
}
