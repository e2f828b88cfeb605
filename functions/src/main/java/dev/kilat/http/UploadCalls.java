package dev.kilat.http;

import dev.kilat.contracts.http.FileError;
import dev.kilat.contracts.http.SignedPut;
import dev.kilat.contracts.http.Upload;
import dev.kilat.contracts.http.UploadFile;
import dev.kilat.contracts.http.UploadRequest;
import dev.kilat.contracts.http.Uploads;
import dev.kilat.event.Event;
import dev.kilat.event.Events;
import dev.kilat.upload.Ticket;
import dev.kilat.upload.Tickets;
import dev.kilat.upload.Wanted;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Tickets for uploads. Here only the shape of the request is looked at: a file that may not come
/// is rejected alone.
public final class UploadCalls {
    private final Events events;
    private final Tickets tickets;

    public UploadCalls(Events events, Tickets tickets) {
        this.events = events;
        this.tickets = tickets;
    }

    Response request(Call call) {
        return call.slug()
                .flatMap(events::find)
                .flatMap(event -> issue(event, wanted(call.request()), call.caller().subject()))
                .orElseGet(Problems::notFound);
    }

    /// Looks again when the tickets are written: a purge that began meanwhile may have passed their
    /// rows before they were there.
    private Optional<Response> issue(Event event, List<Wanted> files, String username) {
        List<Ticket> issued = tickets.issue(event.slug(), files, username);
        if (events.find(event.slug())
                .filter(still -> still.createdAt().equals(event.createdAt()))
                .isEmpty()) {
            tickets.takeBack(issued);
            return Optional.empty();
        }
        return Optional.of(
                Response.ok(new Uploads(issued.stream().map(UploadCalls::upload).toList())));
    }

    private static List<Wanted> wanted(Request request) {
        List<@Nullable UploadFile> files =
                Input.required("files", request.json(UploadRequest.class).files());
        if (files.isEmpty() || files.size() > UploadRequest.MAX_FILES) {
            throw Refused.invalid("files", "must be 1-" + UploadRequest.MAX_FILES);
        }
        return IntStream.range(0, files.size())
                .mapToObj(i -> wanted("files[" + i + "]", files.get(i)))
                .toList();
    }

    private static Wanted wanted(String at, @Nullable UploadFile named) {
        UploadFile file = Input.required(at, named);
        return new Wanted(
                Input.fileName(at + ".file_name", file.fileName()),
                Input.required(at + ".content_type", file.contentType()),
                Input.required(at + ".size", file.size()),
                Input.required(at + ".sha256", file.sha256()),
                file.width(),
                file.height(),
                file.thumbhash(),
                file.takenAt());
    }

    private static Upload upload(Ticket ticket) {
        return switch (ticket) {
            case Ticket.Upload(var photo, var put) ->
                    new Upload.Put(
                            photo.value(),
                            new SignedPut(put.url().toString(), put.headers(), put.expiresAt()));
            case Ticket.Duplicate(var photo) -> new Upload.Duplicate(photo.value());
            case Ticket.Rejected(var code, var detail) ->
                    new Upload.Rejected(new FileError(code, detail));
        };
    }
}
