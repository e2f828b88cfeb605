package dev.kilat.bench.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/// The other side of [Child]: answers each line of the standard input with a line of JSON. Whatever
/// else is printed goes to the standard error.
@FunctionalInterface
public interface Worker {
    Object to(String question) throws Exception;

    /// Returns when nobody will ask any more.
    static void answer(Worker worker) throws IOException {
        ObjectMapper json = new ObjectMapper();
        PrintStream answers = System.out;
        System.setOut(System.err);
        try (var questions =
                new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))) {
            for (String line = questions.readLine(); line != null; line = questions.readLine()) {
                answers.println(json.writeValueAsString(worker.to(line)));
            }
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
