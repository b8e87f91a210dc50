package org.fedarium.chart;

import org.fedarium.lab.Playhead;
import org.fedarium.lab.Timeline;
import org.fedarium.look.Texts;

/// What every chart over rounds is made from.
record ChartInput(
        Timeline timeline, Curves curves, ChartOptions options, Texts texts, Playhead playhead) {}
