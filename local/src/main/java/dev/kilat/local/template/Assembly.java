package dev.kilat.local.template;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Every stack of a synthesized cloud assembly (`cdk.out`), as one cloud.
public final class Assembly {
    private final List<Template> templates;
    private final Region region;

    Assembly(List<Template> templates, Region region) {
        this.templates = List.copyOf(templates);
        this.region = region;
    }

    /// Reads `*.template.json`; fails if there is none.
    public static Assembly load(Path directory, Region region) {
        try (Stream<Path> files = Files.list(directory)) {
            List<Template> templates =
                    files.filter(file -> file.toString().endsWith(Template.SUFFIX))
                            .sorted()
                            .map(Template::read)
                            .toList();
            if (templates.isEmpty()) {
                throw new TemplateException("No *.template.json in " + directory);
            }
            return new Assembly(templates, region);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the assembly " + directory, e);
        }
    }

    /// In the order of the templates.
    public List<Resource> resources() {
        return templates.stream()
                .flatMap(template -> template.resources().values().stream())
                .toList();
    }

    public List<Resource> ofType(String type) {
        return resources().stream().filter(resource -> resource.type().equals(type)).toList();
    }

    public Region region() {
        return region;
    }

    /// The properties with every intrinsic resolved.
    public JsonNode properties(Resource resource) {
        return resolver(resource.stack()).resolve(resource.properties());
    }

    /// What `Ref` gives.
    public String ref(Resource resource) {
        return resolver(resource.stack()).identifiers().ref(resource);
    }

    /// What `Fn::GetAtt` gives.
    public String attribute(Resource resource, String name) {
        return resolver(resource.stack()).identifiers().attribute(resource, name);
    }

    Resolver resolver(String stack) {
        return new Resolver(this, template(stack));
    }

    /// The value of an output exported by any stack.
    Optional<JsonNode> export(String name) {
        return templates.stream()
                .flatMap(template ->
                        template.outputs()
                                .valueStream()
                                .filter(output -> isExport(template, output, name))
                                .map(output ->
                                        resolver(template.stack()).resolve(output.path("Value"))))
                .findFirst();
    }

    private boolean isExport(Template template, JsonNode output, String name) {
        JsonNode exported = output.path("Export").path("Name");
        return !exported.isMissingNode()
                && resolver(template.stack()).resolve(exported).asText().equals(name);
    }

    private Template template(String stack) {
        return templates.stream()
                .filter(template -> template.stack().equals(stack))
                .findFirst()
                .orElseThrow();
    }
}
