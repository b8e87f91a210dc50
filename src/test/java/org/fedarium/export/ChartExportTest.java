package org.fedarium.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.siegmar.fastcsv.reader.CsvReader;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.graphics.form.PDFormXObject;
import org.fedarium.catalog.BadInput;
import org.fedarium.chart.ChartKind;
import org.fedarium.chart.ChartOptions;
import org.fedarium.chart.ChartStyle;
import org.fedarium.chart.FakeTimeline;
import org.fedarium.chart.RunCharts;
import org.fedarium.lab.Playhead;
import org.fedarium.look.Texts;
import org.fedarium.look.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.w3c.dom.Document;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import javax.imageio.ImageIO;
import javax.xml.parsers.DocumentBuilderFactory;

class ChartExportTest {
    private static final FakeTimeline RUN =
            FakeTimeline.of(12, 100, 60).scored().forkedAt(20).references().build();
    private static final Playhead AT = Playhead.endOf(50);

    @TempDir Path folder;

    private static ChartExport chart(ChartKind kind, Locale locale) {
        ChartOptions options = ChartOptions.of(RUN.info()).withSelected(1);
        RunCharts charts = new RunCharts(RUN);
        var traces = RUN.traces(AT, 0);
        return ChartExport.of(
                charts.data(kind, AT, options, traces, new Texts(locale)),
                charts.table(kind, AT, options, traces),
                ChartStyle.forExport(Theme.LIGHT, locale));
    }

    @Test
    void pngHasTheAskedSizeAndColours() throws IOException {
        for (ChartKind kind : ChartKind.values()) {
            Path file = folder.resolve(kind.id() + ".png");
            chart(kind, Locale.ENGLISH).write(ExportFormat.PNG, 3, file);
            BufferedImage image = ImageIO.read(file.toFile());
            assertThat(image.getWidth()).isEqualTo(3 * ChartExport.WIDTH);
            assertThat(image.getHeight()).isEqualTo(3 * ChartExport.HEIGHT);
            Set<Integer> colours = new HashSet<>();
            for (int y = 0; y < image.getHeight(); y += 3) {
                for (int x = 0; x < image.getWidth(); x += 3) {
                    colours.add(image.getRGB(x, y));
                }
            }
            assertThat(colours).hasSizeGreaterThan(20);
        }
    }

    @Test
    void svgIsWellFormedWithTextsAsTexts() throws Exception {
        Path file = folder.resolve("loss.svg");
        chart(ChartKind.LOSS, Locale.ENGLISH).write(ExportFormat.SVG, 1, file);
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
        Document svg = factory.newDocumentBuilder().parse(file.toFile());
        assertThat(svg.getDocumentElement().getTagName()).isEqualTo("svg");
        var texts = svg.getElementsByTagName("text");
        List<String> words = new ArrayList<>();
        for (int i = 0; i < texts.getLength(); i++) {
            words.add(texts.item(i).getTextContent().strip());
        }
        assertThat(words).contains("Loss", "Round 0", "centralised", "earlier run, α 3.0");
        assertThat(words).anyMatch(w -> w.startsWith("global 0."));
        assertThat(svg.getElementsByTagName("path").getLength()).isGreaterThan(14);
    }

    @Test
    void pdfHasOnePageAndEmbedsItsFonts() throws IOException {
        for (Locale locale : List.of(Locale.ENGLISH, Locale.SIMPLIFIED_CHINESE)) {
            Path file = folder.resolve("loss-" + locale.getLanguage() + ".pdf");
            chart(ChartKind.LOSS, locale).write(ExportFormat.PDF, 1, file);
            try (PDDocument pdf = Loader.loadPDF(file.toFile())) {
                assertThat(pdf.getNumberOfPages()).isEqualTo(1);
                assertThat(pdf.getPage(0).getMediaBox().getWidth()).isEqualTo(ChartExport.WIDTH);
                List<String> fonts = new ArrayList<>();
                var resources = pdf.getPage(0).getResources();
                for (COSName name : resources.getXObjectNames()) {
                    PDFormXObject form = (PDFormXObject) resources.getXObject(name);
                    for (COSName font : form.getResources().getFontNames()) {
                        PDFont used = form.getResources().getFont(font);
                        assertThat(used.isEmbedded()).isTrue();
                        fonts.add(used.getName());
                    }
                }
                String family = locale == Locale.ENGLISH ? "Inter" : "FedariumSansSC";
                assertThat(fonts).isNotEmpty().allMatch(f -> f.contains(family));
            }
        }
    }

    @Test
    void csvReadsBackTheSameBits() throws IOException {
        for (ChartKind kind : ChartKind.values()) {
            ChartExport chart = chart(kind, Locale.GERMANY);
            Path file = folder.resolve(kind.id() + ".csv");
            chart.write(ExportFormat.CSV, 1, file);
            List<List<String>> read = new ArrayList<>();
            try (var rows = CsvReader.builder().ofCsvRecord(file)) {
                rows.forEach(r -> read.add(r.getFields()));
            }
            assertThat(read.getFirst()).isEqualTo(chart.table().header());
            assertThat(read).hasSize(chart.table().rows().size() + 1);
            for (int r = 0; r < chart.table().rows().size(); r++) {
                for (int c = 0; c < read.getFirst().size(); c++) {
                    Object wanted = chart.table().rows().get(r).get(c);
                    String found = read.get(r + 1).get(c);
                    if (wanted instanceof Double d) {
                        assertThat(Double.doubleToRawLongBits(Double.parseDouble(found)))
                                .isEqualTo(Double.doubleToRawLongBits(d));
                    } else {
                        assertThat(found).isEqualTo(String.valueOf(wanted));
                    }
                }
            }
        }
    }

    @Test
    void aFolderThatIsAFileIsRefusedAndNothingIsLeft() throws IOException {
        Path blocked = Files.writeString(folder.resolve("blocked"), "x");
        for (ExportFormat format : ExportFormat.values()) {
            assertThatThrownBy(
                            () ->
                                    chart(ChartKind.LOSS, Locale.ENGLISH)
                                            .write(format, 1, blocked.resolve("a." + format)))
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("could not be written");
        }
        assertThat(files()).containsExactly("blocked");
    }

    @Test
    void aFailureWhileWritingLeavesTheOldFileAndNothingElse() throws IOException {
        Path target = Files.writeString(folder.resolve("old.csv"), "old");
        assertThatThrownBy(
                        () ->
                                AtomicFile.write(
                                        target,
                                        stream -> {
                                            stream.write(new byte[100_000]);
                                            throw new IOException("No space left on device");
                                        }))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("No space left on device");
        assertThat(Files.readString(target)).isEqualTo("old");
        assertThat(files()).containsExactly("old.csv");
    }

    private List<String> files() throws IOException {
        try (Stream<Path> list = Files.list(folder)) {
            return list.map(p -> p.getFileName().toString()).sorted().toList();
        }
    }
}
