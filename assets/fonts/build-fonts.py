#!/usr/bin/env python3
"""Rebuilds the bundled fonts. See README.md beside this file for provenance and licences.

Needs Python 3.10+ with the packages fonttools and brotli, plus npm and (for the operators of the
maths font) the Debian package fonts-stix. Commands, run in an empty directory:

    npm pack inter-ui@4.1.1 @fontsource/stix-two-text@5.3.0 @fontsource/noto-sans-sc@5.3.0
    for p in inter-ui fontsource-stix-two-text fontsource-noto-sans-sc; do
        mkdir -p $p && tar xzf $p-[0-9]*.tgz -C $p --strip-components=1; done
    apt-get download fonts-stix && dpkg -x fonts-stix_*.deb fonts-stix
    python3 build-fonts.py --sources . --out .

All outputs have TrueType (glyf) outlines. `--extra FILE` adds every Chinese character of a UTF-8
file (for example a message bundle) to the Chinese subset; it may be given several times.
"""
import argparse
import glob
import os
import unicodedata

from fontTools import subset
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.transform import Transform
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import DecomposingRecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

EPOCH = 3786912000  # fixed head.created/modified (2024-01-01), so that builds repeat byte for byte
OFL = ("This Font Software is licensed under the SIL Open Font License, Version 1.1. "
       "This license is available with a FAQ at: http://scripts.sil.org/OFL")

# Characters whose tabular form is frozen in. Full stop, comma, colon, space, brackets and hyphen
# keep their text form, so that prose does not get holes; they are constant in a number slot anyway.
FROZEN = "0123456789+\u2212\u00d7\u00f7\u00b1=<>\u2264\u2265\u2260\u2248"


def name_font(font, family, style, ps, copyright_, version, bold=False, typo=None):
    """Four style-linked names (what JavaFX and AWT read) plus the typographic pair when given."""
    t = newTable("name")
    t.names = []
    full = family if style == "Regular" and typo else (f"{family} {style}")
    values = {0: copyright_, 1: family, 2: style, 3: f"{version};{ps}", 4: full, 5: version, 6: ps, 13: OFL,
              14: "http://scripts.sil.org/OFL"}
    if typo:
        values[16], values[17] = typo
    for i, v in values.items():
        t.setName(v, i, 3, 1, 0x409)
        t.setName(v, i, 1, 0, 0)
    font["name"] = t
    os2, head = font["OS/2"], font["head"]
    os2.fsSelection = (os2.fsSelection & ~0x61) | (0x20 if bold else 0x40)
    head.macStyle = 1 if bold else 0
    os2.fsType = 0
    head.created = head.modified = EPOCH
    font.recalcTimestamp = False


def single_substitutions(font, tag):
    gsub, out = font["GSUB"].table, {}
    for record in gsub.FeatureList.FeatureRecord:
        if record.FeatureTag == tag:
            for i in record.Feature.LookupListIndex:
                for st in gsub.LookupList.Lookup[i].SubTable:
                    out.update(getattr(st, "ExtSubTable", st).mapping)
    return out


def freeze_tabular(font):
    tnum = single_substitutions(font, "tnum")
    for table in font["cmap"].tables:
        if table.isUnicode():
            for ch in FROZEN:
                g = table.cmap.get(ord(ch))
                if g in tnum:
                    table.cmap[ord(ch)] = tnum[g]
    cmap, hmtx = font.getBestCmap(), font["hmtx"]
    widths = {hmtx[cmap[ord(c)]][0] for c in "0123456789"}
    assert len(widths) == 1, widths
    fig = cmap.get(0x2007)
    if fig:  # figure space: as wide as a digit
        hmtx[fig] = (widths.pop(), hmtx[fig][1])


def keep_inter(cp):
    return (0x20 <= cp <= 0x24F or 0x2B0 <= cp <= 0x3FF or 0x1E00 <= cp <= 0x1EFF or 0x2000 <= cp <= 0x2BFF) \
        and not 0x250 <= cp <= 0x2AF


def save(font, path):
    font.flavor = None
    font.save(path)
    f = TTFont(path)
    assert "glyf" in f and "CFF " not in f
    print(f"{os.path.basename(path):36s} {os.path.getsize(path):>9,d} bytes  {len(f.getBestCmap()):>5d} characters")


def load_inter(src, weight):
    font = TTFont(os.path.join(src, "inter-ui", "web", f"Inter-{weight}.woff2"))
    freeze_tabular(font)
    opt = subset.Options()
    opt.layout_features = ["kern", "mark", "mkmk", "ccmp", "locl"]
    opt.name_IDs = ["*"]
    opt.notdef_outline = True
    opt.glyph_names = False
    s = subset.Subsetter(opt)
    s.populate(unicodes=[c for c in font.getBestCmap() if keep_inter(c)])
    s.subset(font)
    return font


def build_inter(src, out):
    for weight in ("Regular", "Medium", "SemiBold", "Bold"):
        font = load_inter(src, weight)
        cr = "Copyright 2016 The Inter Project Authors (https://github.com/rsms/inter)"
        v = "Version 4.001; tabular figures frozen in"
        # JavaFX knows only regular and bold inside one family: the two middle weights are families.
        if weight in ("Regular", "Bold"):
            name_font(font, "Inter", weight, f"Inter-{weight}", cr, v, bold=weight == "Bold")
        else:
            name_font(font, f"Inter {weight}", "Regular", f"Inter-{weight}", cr, v, typo=("Inter", weight))
        save(font, os.path.join(out, f"Inter-{weight}.ttf"))


class Builder:
    """Collects glyphs, by character, from several fonts into one plain glyf font."""

    def __init__(self, upem, ascent, descent):
        self.upem, self.ascent, self.descent = upem, ascent, descent
        self.glyphs, self.metrics, self.cmap, self.order = {}, {}, {}, []

    def add(self, name, glyph, width):
        self.glyphs[name] = glyph
        self.metrics[name] = width
        self.order.append(name)

    def take(self, font, cp, glyph_name=None, transform=None, width=None, as_name=None):
        gs = font.getGlyphSet()
        gname = glyph_name or font.getBestCmap()[cp]
        k = self.upem / font["head"].unitsPerEm
        t = Transform(k, 0, 0, k, 0, 0)
        if transform:
            t = Transform(*transform).transform(t)
        rec = DecomposingRecordingPen(gs)
        gs[gname].draw(rec)
        tt = TTGlyphPen(None)
        cff = "CFF " in font
        pen = Cu2QuPen(tt, max_err=0.4 * self.upem / 1000, reverse_direction=True) if cff else tt
        rec.replay(TransformPen(pen, t))
        name = as_name or (".notdef" if cp is None else f"u{cp:04X}")
        w = width if width is not None else round(gs[gname].width * t[0])
        self.add(name, tt.glyph(), w)
        if cp is not None:
            self.cmap[cp] = name

    def finish(self, weight_class, italic=False):
        if ".notdef" not in self.glyphs:
            pen = TTGlyphPen(None)
            u = self.upem
            for (x0, y0, x1, y1), rev in (((.06, 0, .54, .7), False), ((.11, .05, .49, .65), True)):
                pts = [(x0, y0), (x0, y1), (x1, y1), (x1, y0)]
                pts = pts[::-1] if rev else pts
                pen.moveTo((round(pts[0][0] * u), round(pts[0][1] * u)))
                for p in pts[1:]:
                    pen.lineTo((round(p[0] * u), round(p[1] * u)))
                pen.closePath()
            self.add(".notdef", pen.glyph(), round(.6 * u))
        order = [".notdef"] + [g for g in self.order if g != ".notdef"]
        fb = FontBuilder(self.upem, isTTF=True)
        fb.setupGlyphOrder(order)
        fb.setupGlyf({g: self.glyphs[g] for g in order})
        f, glyf = fb.font, fb.font["glyf"]
        fb.updateHead(created=EPOCH, modified=EPOCH)
        fb.setupHorizontalMetrics({g: (self.metrics[g], getattr(glyf[g], "xMin", 0) or 0) for g in order})
        fb.setupHorizontalHeader(ascent=self.ascent, descent=self.descent, lineGap=0)
        fb.setupCharacterMap(self.cmap)
        fb.setupOS2(sTypoAscender=self.ascent, sTypoDescender=self.descent, sTypoLineGap=0,
                    usWinAscent=self.ascent, usWinDescent=-self.descent, usWeightClass=weight_class,
                    fsSelection=0x40, achVendID="FEDA", sxHeight=round(.5 * self.upem), sCapHeight=round(.7 * self.upem))
        fb.setupPost(keepGlyphNames=False)
        fb.setupNameTable({})
        return f


# ---------------------------------------------------------------- maths

GREEK_LOWER = [c for c in range(0x3B1, 0x3CA)] + [0x3D1, 0x3D5, 0x3D6, 0x3F0, 0x3F1, 0x3F5]
GREEK_UPPER = [c for c in range(0x391, 0x3AA) if c != 0x3A2]
OPERATORS = [ord(c) for c in
             "←↑→↓↔⇐⇒⇔↦↗↘≤≥≈≠≡≜≪≫∼≃≅∝∑∏∫∂∇√∞∀∃∄∅∈∉∋∩∪⊂⊃⊆⊇∖∘∙⋅⋯⋮⋱…∗⊕⊖⊗⊙⊤⊥∥∣‖∧∨¬⌈⌉⌊⌋⟨⟩"
             "−×÷±∓·∠∴∵′″ℓℝℕℤℙ𝔼𝟙𝒩𝒟𝒪𝒰ℒℋ★□△◦"]
SUB_BASE = {"₀": "0", "₁": "1", "₂": "2", "₃": "3", "₄": "4", "₅": "5", "₆": "6", "₇": "7", "₈": "8", "₉": "9",
            "₊": "+", "₋": "−", "₌": "=", "₍": "(", "₎": ")", "ₐ": "a", "ₑ": "e", "ₒ": "o", "ₓ": "x", "ₕ": "h",
            "ₖ": "k", "ₗ": "l", "ₘ": "m", "ₙ": "n", "ₚ": "p", "ₛ": "s", "ₜ": "t", "ᵢ": "i", "ⱼ": "j", "ᵣ": "r",
            "ᵤ": "u", "ᵥ": "v", "ᵦ": "β", "ᵨ": "ρ", "ᵩ": "φ", "ᵧ": "γ"}
SUP_BASE = {"⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁵": "5", "⁶": "6", "⁷": "7", "⁸": "8", "⁹": "9",
            "⁺": "+", "⁻": "−", "⁼": "=", "⁽": "(", "⁾": ")", "ⁿ": "n", "ⁱ": "i", "ᵏ": "k", "ᵗ": "t", "ᵀ": "T",
            "ʲ": "j", "ˢ": "s", "ᵈ": "d", "ᵐ": "m", "ᵖ": "p"}


def build_math(src, out):
    two = {}
    for st in ("normal", "italic"):
        two[st] = [TTFont(os.path.join(src, "fontsource-stix-two-text", "files", f"stix-two-text-{s}-400-{st}.woff"))
                   for s in ("latin", "greek", "latin-ext")]
    one = TTFont(glob.glob(os.path.join(src, "fonts-stix", "**", "STIXMath-Regular.otf"), recursive=True)[0])
    cr = ("Copyright 2001-2021 The STIX Fonts Project Authors (https://github.com/stipub/stixfonts). "
          "Operators: Copyright 2001-2011 the STI Pub Companies; portions copyright 1998-2003 MicroPress, Inc.; "
          "portions copyright 1990 Elsevier, Inc.")
    latin = [c for c in range(0x20, 0x17F) if c >= 0xA0 or c < 0x7F]
    extra = [0x2009, 0x200A, 0x202F, 0x2002, 0x2003, 0x2007, 0x2013, 0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2020,
             0x2022, 0x2026, 0x2032, 0x2033, 0x2044, 0x0302, 0x0303, 0x0304, 0x02C6, 0x02DC, 0x20AC]
    combining = (0x302, 0x303, 0x304)

    def find(fonts, cp):
        return next((f for f in fonts if cp in f.getBestCmap()), None)

    for style in ("Italic", "Regular"):
        b = Builder(1000, 800, -240)

        def source(cp):
            """Maths habit: Latin letters and small Greek slant; digits, brackets, operators, capital Greek stand."""
            ch = chr(cp)
            slant = style == "Italic" and (cp in GREEK_LOWER or (ch.isalpha() and cp < 0x250))
            f = find(two["italic"] if slant else two["normal"], cp)
            return f or (one if cp in one.getBestCmap() else None)

        for cp in latin + extra + GREEK_LOWER + GREEK_UPPER + OPERATORS:
            if cp in b.cmap:
                continue
            f = source(cp)
            if cp in SPACES:
                b.add(f"u{cp:04X}", TTGlyphPen(None).glyph(), SPACES[cp])
                b.cmap[cp] = f"u{cp:04X}"
            elif f is not None:
                # combining accents become zero-width marks centred over the letter before
                if cp in combining:
                    gs = f.getGlyphSet()
                    bp = BoundsPen(gs)
                    gs[f.getBestCmap()[cp]].draw(bp)
                    mid = (bp.bounds[0] + bp.bounds[2]) / 2
                    b.take(f, cp, transform=(1, 0, 0, 1, -250 - mid + (40 if style == "Italic" else 0), 0), width=0)
                else:
                    b.take(f, cp)
            else:
                print("  math: no glyph for", hex(cp), unicodedata.name(chr(cp), "?"))
        for table, dy in ((SUB_BASE, -150), (SUP_BASE, 330)):
            for ch, base in table.items():
                if ord(ch) in b.cmap:
                    b.order.remove(b.cmap[ord(ch)])
                b.take(source(ord(base)), ord(base), transform=(.68, 0, 0, .68, 12, dy), as_name=f"u{ord(ch):04X}")
                b.cmap[ord(base)] = f"u{ord(base):04X}"
                b.cmap[ord(ch)] = f"u{ord(ch):04X}"
                b.metrics[f"u{ord(ch):04X}"] += 24
        f = b.finish(400)
        # Two families, each a plain Regular: an italic-linked face would make JavaFX ask for the slant as well.
        family = "Fedarium Math" if style == "Italic" else "Fedarium Math Upright"
        name_font(f, family, "Regular", family.replace(" ", "") + "-Regular", cr, "Version 2.130; maths selection")
        save(f, os.path.join(out, family.replace(" ", "") + ".ttf"))


SPACES = {0x20: 250, 0xA0: 250, 0x2002: 500, 0x2003: 1000, 0x2007: 495, 0x2009: 167, 0x200A: 83, 0x202F: 167}

# ---------------------------------------------------------------- Chinese


def gb2312_level1():
    """The 3,755 level-1 characters: rows 16 to 55."""
    out = []
    for row in range(16, 56):
        for cell in range(1, 95):
            try:
                out.append(ord(bytes((row + 0xA0, cell + 0xA0)).decode("gb2312")))
            except UnicodeDecodeError:
                pass
    assert len(out) == 3755
    return out


ZH_PUNCTUATION = ([0x2014, 0x2018, 0x2019, 0x201C, 0x201D, 0x2026] + list(range(0x3000, 0x3012)) + [0x3014, 0x3015, 0x301C]
                  + list(range(0xFF01, 0xFF5F)) + [0xFFE5])
# outside level 1, used by the terms of this subject or likely in lessons
ZH_EXTRA = "鲁棒噪偏斜掩码裁剪拟聚簇熵拜占庭阈卷积曼哈顿欧几里得莱布拉普斯雅各梯毒鸢尾萼隙绘滑块仿真丢弃锁骤叠帧屏幕瞬赝嘈漂奕祯"


def build_chinese(src, out, extra_files):
    wanted = set(gb2312_level1()) | set(ZH_PUNCTUATION) | {ord(c) for c in ZH_EXTRA}
    for path in extra_files:
        with open(path, encoding="utf-8") as fh:
            wanted |= {ord(c) for c in fh.read() if 0x3000 <= ord(c) <= 0x9FFF or 0xFF00 <= ord(c) <= 0xFFEF}
    for weight, inter_weight, cls in ((400, "Regular", 400), (600, "SemiBold", 600)):
        inter = load_inter(src, inter_weight)
        # line metrics of Inter, so that a change of language does not move the layout
        b = Builder(1000, round(1984 / 2.048), -round(494 / 2.048))
        left = set(wanted)
        files = sorted(glob.glob(os.path.join(src, "fontsource-noto-sans-sc", "files", f"noto-sans-sc-*-{weight}-normal.woff")))
        for path in files:
            if not left:
                break
            slice_ = TTFont(path)
            have = slice_.getBestCmap()
            for cp in sorted(left & set(have)):
                b.take(slice_, cp)
                left.discard(cp)
        if left:
            print("  zh: no glyph for", " ".join(f"U+{c:04X}" for c in sorted(left)))
        for cp in sorted(inter.getBestCmap()):
            if cp not in b.cmap and (cp < 0x180 or 0x2B0 <= cp <= 0x3FF or 0x2000 <= cp <= 0x2BFF):
                b.take(inter, cp)
        f = b.finish(cls)
        cr = ("(c) 2014-2021 Adobe (http://www.adobe.com/), with Reserved Font Name 'Source'. Noto Sans SC: Google Inc. "
              "Latin, Greek and symbols: Copyright 2016 The Inter Project Authors (https://github.com/rsms/inter)")
        family = "Fedarium Sans SC" + ("" if weight == 400 else " SemiBold")
        name_font(f, family, "Regular", "FedariumSansSC-" + inter_weight, cr, "Version 2.004; subset with Inter 4.001")
        save(f, os.path.join(out, f"FedariumSansSC-{inter_weight}.ttf"))


def main():
    p = argparse.ArgumentParser()
    p.add_argument("--sources", default=".")
    p.add_argument("--out", default=".")
    p.add_argument("--extra", action="append", default=[])
    p.add_argument("--only", choices=("inter", "math", "zh"))
    a = p.parse_args()
    if a.only in (None, "inter"):
        build_inter(a.sources, a.out)
    if a.only in (None, "math"):
        build_math(a.sources, a.out)
    if a.only in (None, "zh"):
        build_chinese(a.sources, a.out, a.extra)


if __name__ == "__main__":
    main()
