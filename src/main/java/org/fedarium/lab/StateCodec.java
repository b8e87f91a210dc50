package org.fedarium.lab;

import org.fedarium.math.NamedVectors;
import org.fedarium.simulation.SimulationState;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// A simulation's state as bytes, with the names and sizes of its vectors: they may differ between
/// states of one run, because the algorithm may be changed and memories grow as clients take part.
final class StateCodec {
    private static final int HEADER = 4 + 3 * 8;

    private StateCodec() {}

    /// Length of what [#write] makes.
    static int size(SimulationState state) {
        long size = HEADER + 4 + 8L * state.model().length + size(state.server()) + 2 * 4;
        for (NamedVectors client : state.clients()) {
            size += size(client);
        }
        for (NamedVectors client : state.unsent()) {
            size += size(client);
        }
        return Math.toIntExact(size);
    }

    static ByteBuffer write(SimulationState state) {
        ByteBuffer out = ByteBuffer.allocate(size(state));
        out.putInt(state.round());
        out.putDouble(state.time()).putLong(state.bytes()).putLong(state.steps());
        put(out, state.model());
        put(out, state.server());
        put(out, state.clients());
        put(out, state.unsent());
        return out.flip();
    }

    static SimulationState read(ByteBuffer in) {
        int round = in.getInt();
        double time = in.getDouble();
        long bytes = in.getLong();
        long steps = in.getLong();
        double[] model = new double[in.getInt()];
        get(in, model);
        return new SimulationState(
                round, model, vectors(in), array(in), array(in), time, bytes, steps);
    }

    private static long size(NamedVectors vectors) {
        long size = 2 * 4 + 8L * vectors.size();
        for (String name : vectors.names()) {
            size += 4 + 2L * name.length();
        }
        return size;
    }

    private static void put(ByteBuffer out, NamedVectors[] all) {
        out.putInt(all.length);
        for (NamedVectors vectors : all) {
            put(out, vectors);
        }
    }

    private static NamedVectors[] array(ByteBuffer in) {
        NamedVectors[] all = new NamedVectors[in.getInt()];
        for (int k = 0; k < all.length; k++) {
            all[k] = vectors(in);
        }
        return all;
    }

    private static void put(ByteBuffer out, NamedVectors vectors) {
        List<String> names = vectors.names();
        out.putInt(names.size());
        for (String name : names) {
            out.putInt(name.length());
            name.chars().forEach(c -> out.putChar((char) c));
        }
        out.putInt(names.isEmpty() ? 0 : vectors.get(0).length);
        for (int v = 0; v < names.size(); v++) {
            out.asDoubleBuffer().put(vectors.get(v));
            out.position(out.position() + 8 * vectors.get(v).length);
        }
    }

    private static NamedVectors vectors(ByteBuffer in) {
        List<String> names = new ArrayList<>();
        for (int left = in.getInt(); left > 0; left--) {
            char[] name = new char[in.getInt()];
            for (int i = 0; i < name.length; i++) {
                name[i] = in.getChar();
            }
            names.add(new String(name));
        }
        NamedVectors vectors = NamedVectors.zeros(names, in.getInt());
        for (int v = 0; v < names.size(); v++) {
            get(in, vectors.get(v));
        }
        return vectors;
    }

    private static void put(ByteBuffer out, double[] values) {
        out.putInt(values.length);
        out.asDoubleBuffer().put(values);
        out.position(out.position() + 8 * values.length);
    }

    private static void get(ByteBuffer in, double[] values) {
        in.asDoubleBuffer().get(values);
        in.position(in.position() + 8 * values.length);
    }
}
