package io.phoenix.activity.analysis.calibration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import io.phoenix.activity.analysis.calibration.Regime.Run;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibrationTreeTest {
    private static final Settings SETTINGS = new Settings(20, 1, .95, .5);

    @Test
    void fitsThePublishedSchemaWhateverWasSimulated() {
        CalibrationResult everything = new CalibrationResult(
                SETTINGS,
                run(Cell.of(List.of(SimulatedRegime.PUBLISHED.getLast()), List.of(48, 480))),
                List.of(run(new SlowComponents(4, 48).cells())),
                run(Cell.of(List.of(PilotRegime.of("pilot", pilot(), OptionalDouble.of(3))), List.of(96))),
                List.of("pilot: 200 pairs"));

        assertThat(faults(CalibrationTree.of(everything))).isEmpty();
    }

    @Test
    void theSchemaKnowsEveryColumnAndNoOther() {
        CalibrationResult result = white();
        Map<String, Object> tree = CalibrationTree.of(result);
        Map<String, Object> cell = CalibrationTree.rows(result).getFirst();

        for (String column : cell.keySet()) {
            Map<String, Object> lacking = new LinkedHashMap<>(cell);
            lacking.remove(column);
            assertThat(faults(with(tree, lacking))).as(column).isNotEmpty();
        }
        Map<String, Object> more = new LinkedHashMap<>(cell);
        more.put("other", 1);
        assertThat(faults(with(tree, more))).isNotEmpty();
        assertThat(faults(with(tree, cell))).isEmpty();
    }

    private static CalibrationResult white() {
        return new CalibrationResult(
                SETTINGS,
                run(Cell.of(List.of(SimulatedRegime.PUBLISHED.getFirst()), List.of(48))),
                List.of(),
                List.of(),
                List.of());
    }

    private static Map<String, Object> with(Map<String, Object> tree, Map<String, Object> cell) {
        Map<String, Object> other = new LinkedHashMap<>(tree);
        other.put("cells", List.of(cell));
        return other;
    }

    private static List<CellResult> run(List<Cell> cells) {
        return cells.stream().map(new Calibration(SETTINGS)::run).toList();
    }

    private static Run pilot() {
        SplittableRandom random = new SplittableRandom(3);
        double[] baseline = new double[200];
        double[] candidate = new double[200];
        Arrays.setAll(baseline, t -> 100 + random.nextGaussian());
        Arrays.setAll(candidate, t -> 60 + random.nextGaussian());
        return new Run(baseline, candidate);
    }

    private static Set<ValidationMessage> faults(Map<String, Object> tree) {
        return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(CalibrationTree.schema())
                .validate(new ObjectMapper().valueToTree(tree));
    }
}
