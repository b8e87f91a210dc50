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

    @Test
    void newKindsInBothLanguagesAndAllThemes() {
        FakeTimeline few =
                FakeTimeline.of(10, 100, 60).scored().classes(10).sparse().optimum().build();
        FakeTimeline many = FakeTimeline.of(120, 100, 60).scored().classes(26).optimum().build();
        List<ChartKind> kinds =
                List.of(
                        ChartKind.SPREAD,
                        ChartKind.CLASSES,
                        ChartKind.TRAFFIC,
                        ChartKind.CLOCK,
                        ChartKind.PARAMETER);
        for (ChartKind kind : kinds) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                for (Theme theme : Theme.ALL) {
                    String name = kind.id() + "-few-" + locale.getLanguage();
                    write(few, kind, UPLOADING, theme, locale, name);
                }
            }
            write(many, kind, UPLOADING, Theme.LIGHT, Locale.ENGLISH, kind.id() + "-many");
        }
        for (String rhythm : List.of("fedasync", "gossip")) {
            FakeTimeline other = FakeTimeline.of(10, 100, 60).coordination(rhythm).build();
            for (ChartKind kind : List.of(ChartKind.TRAFFIC, ChartKind.CLOCK)) {
                String name = kind.id() + "-" + rhythm;
                write(other, kind, UPLOADING, Theme.LIGHT, Locale.ENGLISH, name);
            }
        }
    }

    @Test
    void otherAxes() {
        FakeTimeline run = FakeTimeline.of(12, 100, 60).forkedAt(20).optimum().build();
        for (StepAxis axis : StepAxis.values()) {
            for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
                String name = "loss-" + axis.id() + "-" + locale.getLanguage();
                write(run, ChartKind.LOSS, UPLOADING, Theme.LIGHT, locale, axis, name);
            }
        }
    }

    private static void write(
            FakeTimeline run,
            ChartKind kind,
            Playhead at,
            Theme theme,
            Locale locale,
            String name) {
        write(run, kind, at, theme, locale, StepAxis.ROUNDS, name);
    }

    private static void write(
            FakeTimeline run,
            ChartKind kind,
            Playhead at,
            Theme theme,
            Locale locale,
            StepAxis axis,
            String name) {
        Texts texts = new Texts(locale);
        ChartOptions options =
                ChartOptions.of(run.info()).withSelected(1).withParameter(7).withAxis(axis);
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
