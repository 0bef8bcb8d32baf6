package io.mts1b.platform.json;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Methods as functions, whoever loaded their classes: a compiled lambda could not call those of another loader. */
final class Functions {

    private static final MethodType ERASED = MethodType.methodType(Object.class, Object.class);

    private Functions() {}

    /**
     * Makes a function of a method, private or not.
     *
     * @param method a method of an object without parameters, or a static one with one parameter; throws nothing that
     *     is checked
     * @return calls the method; throws what that throws
     */
    static Function<Object, @Nullable Object> of(Method method) {
        MethodHandle handle = handle(method);
        return argument -> {
            try {
                return (@Nullable Object) handle.invokeExact(argument);
            } catch (RuntimeException | Error e) {
                throw e;
            } catch (Throwable e) {
                throw new IllegalStateException(e);
            }
        };
    }

    private static MethodHandle handle(Method method) {
        try {
            method.setAccessible(true);
            return MethodHandles.lookup().unreflect(method).asType(ERASED);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method + " was made accessible", e);
        }
    }
}
