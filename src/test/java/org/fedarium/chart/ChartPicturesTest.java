package org.fedarium.chart;

import static org.assertj.core.api.Assertions.assertThat;

import org.fedarium.export.ChartExport;
import org.fedarium.export.ExportFormat;
import org.fedarium.lab.Phase;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.junit.jupiter.api.Test;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/// Writes pictures of all charts for people to look at.
class ChartPicturesTest {
    private static final Path FOLDER =
            Path.of(System.getProperty("fedarium.screenshots", "target/screenshots"), "charts");
    private static final Playhead UPLOADING = new Playhead(38, Phase.UPLOAD, 0.6);

    @Test
    void allChartsInBothThemes() {
        for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
            for (int clients : List.of(12, 300)) {
                FakeTimeline run =
                        FakeTimeline.of(clients, 100, 60).forkedAt(20).references().build();
                for (ChartKind kind : ChartKind.values()) {
                    write(run, kind, UPLOADING, theme, Locale.ENGLISH, kind.id() + "-" + clients);
                }
            }
        }
    }

    @Test
    void unusualRuns() {
        FakeTimeline plain = FakeTimeline.of(12, 100, 100).references().build();
        write(plain, ChartKind.LOSS, Playhead.endOf(100), Theme.LIGHT, Locale.ENGLISH, "loss-end");
        write(
                plain,
                ChartKind.METRIC,
                Playhead.endOf(100),
                Theme.LIGHT,
                Locale.ENGLISH,
                "metric-end");
        write(plain, ChartKind.LOSS, Playhead.START, Theme.LIGHT, Locale.ENGLISH, "loss-start");
        write(plain, ChartKind.PATHS, Playhead.START, Theme.LIGHT, Locale.ENGLISH, "paths-start");
        Playhead second = new Playhead(2, Phase.TRAIN, 0.5);
        write(plain, ChartKind.PATHS, second, Theme.LIGHT, Locale.ENGLISH, "paths-second");
        write(plain, ChartKind.LOSS, UPLOADING, Theme.DARK, Locale.SIMPLIFIED_CHINESE, "loss-zh");
        FakeTimeline broken = FakeTimeline.of(12, 100, 60).broken().build();
        write(
                broken,
                ChartKind.LOSS,
                Playhead.endOf(20),
                Theme.LIGHT,
                Locale.ENGLISH,
                "loss-broken");
        FakeTimeline longRun = FakeTimeline.of(30, 10_000, 10_000).build();
        write(
                longRun,
                ChartKind.LOSS,
                Playhead.endOf(9000),
                Theme.LIGHT,
                Locale.ENGLISH,
                "loss-10000");
    }

    private static void write(
            FakeTimeline run,
            ChartKind kind,
            Playhead at,
            Theme theme,
            Locale locale,
            String name) {
        Texts texts = new Texts(locale);
        ChartOptions options = ChartOptions.of(run.info()).withSelected(1).withParameter(7);
        RunCharts charts = new RunCharts(run);
        var traces = run.traces(at, 7);
        ChartExport export =
                new ChartExport(
                        kind.id(),
                        charts.data(kind, at, options, traces, texts),
                        charts.table(kind, at, options, traces),
                        ChartStyle.forExport(theme, locale),
                        440,
                        300);
        Path target = FOLDER.resolve(name + "-" + theme.id() + ".png");
        export.write(ExportFormat.PNG, 2, target);
        assertThat(Files.exists(target)).isTrue();
    }
}
