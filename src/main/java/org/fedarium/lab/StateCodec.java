package org.fedarium.lab;

import org.fedarium.math.NamedVectors;
import org.fedarium.simulation.SimulationState;

import java.nio.ByteBuffer;

/// A simulation's state as bytes. All states of a run have the same shape, so names and sizes are
/// taken from a sample.
final class StateCodec {
    private static final int HEADER = 4 + 3 * 8;

    private StateCodec() {}

    static int size(SimulationState state) {
        return Math.toIntExact(HEADER + state.size());
    }

    static ByteBuffer write(SimulationState state) {
        ByteBuffer out = ByteBuffer.allocate(size(state));
        out.putInt(state.round());
        out.putDouble(state.time()).putLong(state.bytes()).putLong(state.steps());
        put(out, state.model());
        put(out, state.server());
        for (NamedVectors client : state.clients()) {
            put(out, client);
        }
        return out.flip();
    }

    /// @param sample any state of the same run
    static SimulationState read(ByteBuffer in, SimulationState sample) {
        int round = in.getInt();
        double time = in.getDouble();
        long bytes = in.getLong();
        long steps = in.getLong();
        double[] model = new double[sample.model().length];
        get(in, model);
        NamedVectors server = get(in, sample.server());
        NamedVectors[] clients = new NamedVectors[sample.clients().length];
        for (int k = 0; k < clients.length; k++) {
            clients[k] = get(in, sample.clients()[k]);
        }
        return new SimulationState(round, model, server, clients, time, bytes, steps);
    }

    private static void put(ByteBuffer out, NamedVectors vectors) {
        for (int v = 0; v < vectors.names().size(); v++) {
            put(out, vectors.get(v));
        }
    }

    private static NamedVectors get(ByteBuffer in, NamedVectors sample) {
        NamedVectors copy = sample.copy();
        for (int v = 0; v < copy.names().size(); v++) {
            get(in, copy.get(v));
        }
        return copy;
    }

    private static void put(ByteBuffer out, double[] values) {
        out.asDoubleBuffer().put(values);
        out.position(out.position() + 8 * values.length);
    }

    private static void get(ByteBuffer in, double[] values) {
        in.asDoubleBuffer().get(values);
        in.position(in.position() + 8 * values.length);
    }
}
