package io.mts1b.platform.json;

import java.lang.invoke.LambdaMetafactory;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Methods as functions: what the compiler makes of a method reference, made while we run. */
final class Functions {

    private static final MethodType ERASED = MethodType.methodType(Object.class, Object.class);

    private Functions() {}

    /**
     * Makes a function of a method, private or not.
     *
     * @param method a method of an object without parameters, or a static one with one parameter
     * @return calls the method; throws what that throws
     */
    @SuppressWarnings("unchecked")
    static Function<Object, @Nullable Object> of(Method method) {
        try {
            MethodHandles.Lookup lookup =
                    MethodHandles.privateLookupIn(method.getDeclaringClass(), MethodHandles.lookup());
            MethodHandle handle = lookup.unreflect(method);
            return (Function<Object, @Nullable Object>) LambdaMetafactory.metafactory(
                            lookup,
                            "apply",
                            MethodType.methodType(Function.class),
                            ERASED,
                            handle,
                            handle.type().wrap())
                    .getTarget()
                    .invoke();
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalArgumentException(method + " must be accessible to the JSON mapping", e);
        }
    }
}
