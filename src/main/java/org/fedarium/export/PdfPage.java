package org.fedarium.export;

import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2D;
import de.rototor.pdfbox.graphics2d.PdfBoxGraphics2DFontTextDrawer;

import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.fedarium.chart.Fonts;

import java.awt.Font;
import java.io.IOException;
import java.io.InputStream;

/// A page with a picture whose texts use the bundled fonts, subset and embedded.
final class PdfPage {
    private PdfPage() {}

    static void add(PDDocument document, SceneExport scene, String title) throws IOException {
        PDPage page = new PDPage(new PDRectangle(scene.width(), scene.height()));
        document.addPage(page);
        document.getDocumentInformation().setTitle(title);
        document.getDocumentInformation().setCreator("Fedarium");
        PdfBoxGraphics2D g2 = new PdfBoxGraphics2D(document, scene.width(), scene.height());
        try {
            g2.setFontTextDrawer(new BundledFonts());
            SceneExport.smooth(g2);
            scene.painter().accept(g2);
        } finally {
            g2.dispose();
        }
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawForm(g2.getXFormObject());
        }
    }

    /// Finds the bundled file of a font by its name and embeds each at most once per document.
    private static final class BundledFonts extends PdfBoxGraphics2DFontTextDrawer {
        private final java.util.Map<String, PDFont> embedded = new java.util.HashMap<>();

        @Override
        protected PDFont mapFont(Font font, IFontTextDrawerEnv env)
                throws IOException, java.awt.FontFormatException {
            String file = font.getPSName() + ".ttf";
            PDFont known = embedded.get(file);
            if (known != null) {
                return known;
            }
            if (Fonts.files().contains(file)) {
                try (InputStream stream = Fonts.open(file)) {
                    if (stream != null) {
                        PDFont loaded = PDType0Font.load(env.getDocument(), stream, true);
                        embedded.put(file, loaded);
                        return loaded;
                    }
                }
            }
            return super.mapFont(font, env);
        }
    }
}
