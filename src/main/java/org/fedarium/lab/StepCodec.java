package org.fedarium.lab;

import org.fedarium.simulation.ClientReports;
import org.fedarium.simulation.StepRecord;
import org.fedarium.simulation.UnderWay;

import java.nio.ByteBuffer;

/// A step as packed bytes: doubles keep all bits, because they are hashed and exported.
final class StepCodec {
    private static final int FIXED = 5 * 4 + 3 * 8 + 2 * 8;
    private static final int PER_SLOT = 4 * 4 + 2 + 11 * 8 + 2 * 8;
    private static final int PER_FLIGHT = 2 * 4 + 4 * 8;

    private StepCodec() {}

    static int size(StepRecord step) {
        return FIXED
                + 8 * step.metrics().length
                + 4 * step.confusion().length
                + PER_SLOT * step.reports().size()
                + PER_FLIGHT * step.underWay().size();
    }

    static void write(StepRecord step, ByteBuffer out) {
        ClientReports r = step.reports();
        out.putInt(step.round());
        out.putInt(step.metrics().length);
        out.putInt(step.confusion().length);
        out.putInt(r.size());
        out.putInt(step.underWay().size());
        out.putDouble(step.updateNorm()).putDouble(step.start()).putDouble(step.end());
        out.putLong(step.totalBytes()).putLong(step.totalSteps());
        put(out, step.metrics());
        put(out, step.confusion());
        put(out, r.client());
        put(out, r.examples());
        put(out, r.steps());
        out.put(r.status());
        out.put(r.hostile());
        put(out, r.version());
        for (double[] column : doubles(r)) {
            put(out, column);
        }
        put(out, r.bytesDown());
        put(out, r.bytesUp());
        UnderWay work = step.underWay();
        put(out, work.client());
        put(out, work.version());
        for (double[] column : doubles(work)) {
            put(out, column);
        }
    }

    static StepRecord read(ByteBuffer in) {
        int round = in.getInt();
        double[] metrics = new double[in.getInt()];
        int[] confusion = new int[in.getInt()];
        ClientReports r = ClientReports.empty(in.getInt());
        UnderWay work = UnderWay.empty(in.getInt());
        double norm = in.getDouble();
        double start = in.getDouble();
        double end = in.getDouble();
        long bytes = in.getLong();
        long steps = in.getLong();
        get(in, metrics);
        get(in, confusion);
        get(in, r.client());
        get(in, r.examples());
        get(in, r.steps());
        in.get(r.status());
        in.get(r.hostile());
        get(in, r.version());
        for (double[] column : doubles(r)) {
            get(in, column);
        }
        get(in, r.bytesDown());
        get(in, r.bytesUp());
        get(in, work.client());
        get(in, work.version());
        for (double[] column : doubles(work)) {
            get(in, column);
        }
        return new StepRecord(round, r, work, metrics, confusion, norm, start, end, bytes, steps);
    }

    private static double[][] doubles(ClientReports r) {
        return new double[][] {
            r.factor(),
            r.weight(),
            r.lossBefore(),
            r.lossAfter(),
            r.updateNorm(),
            r.cosine(),
            r.distance(),
            r.begin(),
            r.downloadEnd(),
            r.trainEnd(),
            r.uploadEnd()
        };
    }

    private static double[][] doubles(UnderWay work) {
        return new double[][] {work.begin(), work.downloadEnd(), work.trainEnd(), work.uploadEnd()};
    }

    private static void put(ByteBuffer out, double[] values) {
        for (double v : values) {
            out.putDouble(v);
        }
    }

    private static void put(ByteBuffer out, int[] values) {
        for (int v : values) {
            out.putInt(v);
        }
    }

    private static void put(ByteBuffer out, long[] values) {
        for (long v : values) {
            out.putLong(v);
        }
    }

    private static void get(ByteBuffer in, double[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = in.getDouble();
        }
    }

    private static void get(ByteBuffer in, int[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = in.getInt();
        }
    }

    private static void get(ByteBuffer in, long[] values) {
        for (int i = 0; i < values.length; i++) {
            values[i] = in.getLong();
        }
    }
}
