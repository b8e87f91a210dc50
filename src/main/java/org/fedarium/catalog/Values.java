package org.fedarium.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Checked, immutable values of a descriptor's parameters. Every parameter has a value; missing
/// ones took their default. Numbers are held as `Long` (integers) or `Double` (reals), lists as
/// `List<Long>`.
public final class Values {
    private final Descriptor descriptor;
    private final Map<String, Object> byId;

    private Values(Descriptor descriptor, Map<String, Object> byId) {
        this.descriptor = descriptor;
        this.byId = Collections.unmodifiableMap(byId);
    }

    public static Values defaults(Descriptor descriptor) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (ParameterSpec spec : descriptor.parameters()) {
            map.put(spec.id(), spec.defaultValue());
        }
        return new Values(descriptor, map);
    }

    public Descriptor descriptor() {
        return descriptor;
    }

    /// These values with one replaced. Throws [BadInput] with the field's path, the value and the
    /// range when it does not fit.
    public Values with(String id, Object value) {
        ParameterSpec spec = descriptor.parameter(id);
        Map<String, Object> copy = new LinkedHashMap<>(byId);
        copy.put(id, check(descriptor.section() + "." + id, spec.domain(), value));
        return new Values(descriptor, copy);
    }

    /// The values of `target`'s parameters, taking over those that both have and that fit.
    public Values convertTo(Descriptor target) {
        Values result = defaults(target);
        for (ParameterSpec spec : target.parameters()) {
            if (descriptor.has(spec.id()) && fits(spec, get(spec.id()))) {
                result = result.with(spec.id(), get(spec.id()));
            }
        }
        return result;
    }

    private static boolean fits(ParameterSpec spec, Object value) {
        try {
            check(spec.id(), spec.domain(), value);
            return true;
        } catch (BadInput e) {
            return false;
        }
    }

    public Map<String, Object> asMap() {
        return byId;
    }

    public Object get(String id) {
        Object value = byId.get(id);
        if (value == null) {
            throw new IllegalArgumentException(
                    "No parameter " + id + " in " + descriptor.section() + "." + descriptor.id());
        }
        return value;
    }

    public double real(String id) {
        return ((Number) get(id)).doubleValue();
    }

    public int integer(String id) {
        return Math.toIntExact(((Number) get(id)).longValue());
    }

    public boolean flag(String id) {
        return (Boolean) get(id);
    }

    public String text(String id) {
        return (String) get(id);
    }

    public int[] integers(String id) {
        return ((List<?>) get(id)).stream().mapToInt(v -> ((Number) v).intValue()).toArray();
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Values v
                && v.descriptor.section().equals(descriptor.section())
                && v.descriptor.id().equals(descriptor.id())
                && v.byId.equals(byId);
    }

    @Override
    public int hashCode() {
        return 31 * descriptor.id().hashCode() + byId.hashCode();
    }

    @Override
    public String toString() {
        return descriptor.id() + byId;
    }

    /// The value in its canonical type, or [BadInput] naming `path`, the value and the range.
    public static Object check(String path, Domain domain, Object value) {
        Object canonical =
                switch (domain) {
                    case Domain.Reals r -> real(r, value);
                    case Domain.Integers i -> integer(value, i.min(), i.max());
                    case Domain.Choice c -> c.options().contains(value) ? value : null;
                    case Domain.Flag f -> value instanceof Boolean ? value : null;
                    case Domain.Text t ->
                            value instanceof String s && s.length() <= t.maxLength() ? s : null;
                    case Domain.IntegerList l -> integerList(l, value);
                };
        if (canonical == null) {
            throw BadInput.of(
                    "field.range", "{0}: {1} is not {2}.", path, show(value), domain.note());
        }
        return canonical;
    }

    private static @org.jspecify.annotations.Nullable Double real(Domain.Reals r, Object value) {
        if (!(value instanceof Number n)) {
            return null;
        }
        double d = n.doubleValue();
        boolean aboveMin = r.minOpen() ? d > r.min() : d >= r.min();
        return aboveMin && d <= r.max() ? d : null;
    }

    private static @org.jspecify.annotations.Nullable Long integer(
            Object value, long min, long max) {
        if (!(value instanceof Number n)) {
            return null;
        }
        double d = n.doubleValue();
        boolean whole = d == Math.rint(d) && Math.abs(d) < 9e15;
        return whole && n.longValue() >= min && n.longValue() <= max ? n.longValue() : null;
    }

    private static @org.jspecify.annotations.Nullable List<Long> integerList(
            Domain.IntegerList domain, Object value) {
        if (!(value instanceof List<?> list) || list.size() > domain.maxLength()) {
            return null;
        }
        List<Long> result = new ArrayList<>();
        for (Object item : list) {
            Long whole = integer(item, domain.min(), domain.max());
            if (whole == null) {
                return null;
            }
            result.add(whole);
        }
        return List.copyOf(result);
    }

    private static String show(Object value) {
        String text = value instanceof String ? "\"" + value + "\"" : String.valueOf(value);
        return text.length() <= 80 ? text : text.substring(0, 77) + "...";
    }
}
