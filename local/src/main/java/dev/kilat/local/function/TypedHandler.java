package dev.kilat.local.function;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestHandler;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.amazonaws.services.lambda.runtime.serialization.PojoSerializer;
import com.amazonaws.services.lambda.runtime.serialization.events.LambdaEventSerializers;
import com.amazonaws.services.lambda.runtime.serialization.factories.JacksonFactory;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

/// A handler that takes and gives JSON, through the serialization that Lambda's own Java runtime
/// uses.
final class TypedHandler<E, R> implements RequestStreamHandler {
    private final RequestHandler<E, R> handler;
    private final PojoSerializer<E> events;
    private final PojoSerializer<R> results;

    private TypedHandler(
            RequestHandler<E, R> handler, PojoSerializer<E> events, PojoSerializer<R> results) {
        this.handler = handler;
        this.events = events;
        this.results = results;
    }

    /// @return the handler itself, if it reads and writes JSON on its own
    static RequestStreamHandler of(Object handler) {
        return switch (handler) {
            case RequestStreamHandler stream -> stream;
            case RequestHandler<?, ?> typed -> typed(typed);
            default ->
                    throw new IllegalStateException(
                            handler.getClass().getName() + " is no handler of Lambda's");
        };
    }

    private static <E, R> TypedHandler<E, R> typed(RequestHandler<E, R> handler) {
        Type[] types = types(handler.getClass()).getActualTypeArguments();
        return new TypedHandler<>(handler, serializer(types[0]), serializer(types[1]));
    }

    private static ParameterizedType types(Class<?> handler) {
        return Stream.of(handler.getGenericInterfaces())
                .filter(ParameterizedType.class::isInstance)
                .map(ParameterizedType.class::cast)
                .filter(type -> type.getRawType() == RequestHandler.class)
                .findFirst()
                .orElseThrow(() ->
                        new IllegalStateException(
                                handler.getName() + " does not implement RequestHandler<E, R>"));
    }

    @SuppressWarnings("unchecked") // the handler's own type arguments
    private static <T> PojoSerializer<T> serializer(Type type) {
        Class<T> known = (Class<T>) type;
        return LambdaEventSerializers.isLambdaSupportedEvent(known.getName())
                ? LambdaEventSerializers.serializerFor(known, known.getClassLoader())
                : JacksonFactory.getInstance().getSerializer(known);
    }

    @Override
    public void handleRequest(InputStream event, OutputStream answer, Context context)
            throws IOException {
        R result = handler.handleRequest(events.fromJson(event), context);
        if (result == null) {
            answer.write("null".getBytes(StandardCharsets.UTF_8));
        } else {
            results.toJson(result, answer);
        }
    }
}
