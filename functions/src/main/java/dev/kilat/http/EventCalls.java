package dev.kilat.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.kilat.contracts.http.EventChange;
import dev.kilat.contracts.http.NewEvent;
import dev.kilat.event.Event;
import dev.kilat.event.EventEdit;
import dev.kilat.event.EventEdit.Moment;
import dev.kilat.event.EventEdit.Retention;
import dev.kilat.event.EventSlug;
import dev.kilat.event.Events;
import dev.kilat.event.Hosting;
import dev.kilat.event.Hosting.Hosted;
import dev.kilat.photo.Gallery;
import dev.kilat.photo.Head;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What admins do with events.
public final class EventCalls {
    private final Hosting hosting;
    private final Events events;
    private final Gallery gallery;
    private final EventJson json;

    public EventCalls(Hosting hosting, Events events, Gallery gallery, EventJson json) {
        this.hosting = hosting;
        this.events = events;
        this.gallery = gallery;
        this.json = json;
    }

    Response create(Call call) {
        NewEvent body = call.request().json(NewEvent.class);
        return answer(
                201,
                hosting.create(
                        Input.slug(body.slug()),
                        Input.name("name", body.name(), Event.LONGEST_NAME),
                        body.startsAt(),
                        body.endsAt(),
                        Input.access(body.access()),
                        Input.days("retention_days", body.retentionDays())));
    }

    Response all(Call call) {
        return Response.ok(
                new dev.kilat.contracts.http.Events(
                        events.all().stream()
                                .map(event -> json.forAdmins(event, photoCount(event)))
                                .toList()));
    }

    Response one(Call call) {
        return call.slug()
                .flatMap(events::find)
                .map(event -> Response.ok(json.forAdmins(event, photoCount(event))))
                .orElseGet(Problems::notFound);
    }

    Response change(Call call) {
        Optional<EventSlug> slug = call.slug().filter(known -> events.find(known).isPresent());
        return slug.map(known -> answer(200, hosting.change(known, edit(known, call.request()))))
                .orElseGet(Problems::notFound);
    }

    Response purge(Call call) {
        return call.slug().filter(hosting::purge).isPresent()
                ? Response.noContent()
                : Problems.notFound();
    }

    private static EventEdit edit(EventSlug slug, Request request) {
        ObjectNode members = request.members();
        EventChange body = Request.json(members, EventChange.class);
        if (members.has("slug") && !members.path("slug").asText().equals(slug.value())) {
            throw Refused.invalid("slug", "cannot be changed");
        }
        return new EventEdit(
                members.has("name")
                        ? Optional.of(Input.name("name", body.name(), Event.LONGEST_NAME))
                        : Optional.empty(),
                moment(members.has("starts_at"), body.startsAt()),
                moment(members.has("ends_at"), body.endsAt()),
                members.has("access") ? Optional.of(Input.access(body.access())) : Optional.empty(),
                members.has("retention_days")
                        ? Optional.of(
                                new Retention(Input.days("retention_days", body.retentionDays())))
                        : Optional.empty());
    }

    private static Optional<Moment> moment(boolean named, @Nullable Instant at) {
        return named ? Optional.of(new Moment(at)) : Optional.empty();
    }

    private Response answer(int status, Hosted hosted) {
        return switch (hosted) {
            case Hosted.Done(var event, var secret) ->
                    Response.json(status, json.forAdmins(event, secret, photoCount(event)));
            case Hosted.SlugTaken() -> Problems.slugTaken();
            case Hosted.NoSuchEvent() -> Problems.notFound();
            case Hosted.EndsBeforeStart() ->
                    Problems.invalid("ends_at", "must not be before starts_at");
            case Hosted.KeptWithoutEnd() ->
                    Problems.invalid(
                            "retention_days", "counts from ends_at, which the event does not have");
            case Hosted.KeptIntoThePast() ->
                    Problems.invalid("retention_days", "ended already: purge the event instead");
        };
    }

    private long photoCount(Event event) {
        return gallery.head(event.slug()).map(Head::photoCount).orElse(0);
    }
}
