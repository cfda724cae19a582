package io.phoenix.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.phoenix.activity.analysis.file.FileAnalysis;
import io.phoenix.activity.analysis.file.PlanFile;
import io.phoenix.activity.analysis.file.SeriesGrid;
import io.phoenix.activity.analysis.file.SeriesReader;
import io.phoenix.domain.analysis.AnalysisResult;
import io.phoenix.domain.analysis.Verdict;
import io.phoenix.domain.experiment.AnalysisPlan;
import io.phoenix.error.Validation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesFilesTest {
    @Test
    void everyFormatSaysTheSame(@TempDir Path directory) throws IOException {
        SeriesFiles.write(directory, MadeRun.of(MadeRun.START, 3000));
        AnalysisPlan plan = valid(PlanFile.read(Files.readString(SeriesFiles.plan(directory))));

        List<AnalysisResult> results = new ArrayList<>();
        for (SeriesFiles format : SeriesFiles.values()) {
            try (InputStream in = Files.newInputStream(format.in(directory))) {
                SeriesGrid grid = valid(SeriesReader.read(in, plan.step(), SeriesReader.Options.NONE));
                results.add(FileAnalysis.of(plan, grid));
            }
        }

        assertThat(results.getFirst().verdict()).isEqualTo(Verdict.PROMOTE);
        assertThat(results).allMatch(results.getFirst()::equals);
    }

    private static <T> T valid(Validation<T> validation) {
        return switch (validation) {
            case Validation.Valid<T>(T value) -> value;
            case Validation.Invalid<T> invalid -> throw new AssertionError(invalid.violations());
        };
    }
}
