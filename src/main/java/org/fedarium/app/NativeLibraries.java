package org.fedarium.app;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;

/// Asks the system's own libraries on Linux what JavaFX will find there, before JavaFX fails on
/// it. They stay loaded: JavaFX and AWT use the same ones, and some do not survive being unloaded.
@SuppressWarnings("restricted")
final class NativeLibraries {
    private static final int SYSTEM_FONTS = 0;

    private NativeLibraries() {}

    /// True when the dynamic linker finds the library.
    static boolean canLoad(String library) {
        try {
            SymbolLookup.libraryLookup(library, Arena.global());
            return true;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    /// True when the X server that DISPLAY names answers.
    static boolean displayAnswers() {
        try {
            SymbolLookup x11 = SymbolLookup.libraryLookup("libX11.so.6", Arena.global());
            MethodHandle open =
                    function(
                            x11,
                            "XOpenDisplay",
                            FunctionDescriptor.of(ValueLayout.ADDRESS, ValueLayout.ADDRESS));
            MethodHandle close =
                    function(
                            x11,
                            "XCloseDisplay",
                            FunctionDescriptor.of(ValueLayout.JAVA_INT, ValueLayout.ADDRESS));
            MemorySegment display = (MemorySegment) open.invokeExact(MemorySegment.NULL);
            if (display.address() == 0) {
                return false;
            }
            int ignored = (int) close.invokeExact(display);
            return true;
        } catch (Throwable e) {
            return false;
        }
    }

    /// True when fontconfig knows at least one font.
    static boolean anyFont() {
        try {
            SymbolLookup fontconfig =
                    SymbolLookup.libraryLookup("libfontconfig.so.1", Arena.global());
            MethodHandle init =
                    function(fontconfig, "FcInit", FunctionDescriptor.of(ValueLayout.JAVA_INT));
            MethodHandle fonts =
                    function(
                            fontconfig,
                            "FcConfigGetFonts",
                            FunctionDescriptor.of(
                                    ValueLayout.ADDRESS,
                                    ValueLayout.ADDRESS,
                                    ValueLayout.JAVA_INT));
            int ready = (int) init.invokeExact();
            if (ready == 0) {
                return false;
            }
            MemorySegment set = (MemorySegment) fonts.invokeExact(MemorySegment.NULL, SYSTEM_FONTS);
            return set.address() != 0
                    && set.reinterpret(ValueLayout.JAVA_INT.byteSize()).get(ValueLayout.JAVA_INT, 0)
                            > 0;
        } catch (Throwable e) {
            return false;
        }
    }

    private static MethodHandle function(
            SymbolLookup library, String name, FunctionDescriptor descriptor) {
        return Linker.nativeLinker().downcallHandle(library.find(name).orElseThrow(), descriptor);
    }
}
