package dev.kilat.local.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class AssemblyTest {
    private static final String DATA =
            """
            {"Resources": {
               "Photos": {"Type": "AWS::S3::Bucket"},
               "Work": {"Type": "AWS::SQS::Queue"}},
             "Outputs": {
               "Bucket": {"Value": {"Ref": "Photos"}, "Export": {"Name": {"Fn::Join": ["", [{"Ref": "AWS::StackName"}, ":bucket"]]}}}}}
            """;

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper().readTree(text);
        } catch (IOException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Assembly assembly(String app) {
        return new Assembly(
                List.of(Template.of("Data", json(DATA)), Template.of("App", json(app))),
                Region.LOCAL);
    }

    /// The value of an expression in the stack `App`.
    private static JsonNode resolved(String expression) {
        return assembly(
                        """
                        {"Parameters": {"Version": {"Type": "String", "Default": "7"}, "Bare": {"Type": "String"}},
                         "Conditions": {
                           "Home": {"Fn::Equals": [{"Ref": "AWS::Region"}, "us-east-1"]},
                           "Away": {"Fn::Not": [{"Condition": "Home"}]}},
                         "Resources": {
                           "Cdn": {"Type": "AWS::CloudFront::Distribution"},
                           "Api": {"Type": "AWS::ApiGatewayV2::Api", "Properties": {"ProtocolType": "HTTP"}},
                           "Work": {"Type": "AWS::SQS::Queue"},
                           "Code": {"Type": "AWS::Lambda::Function"},
                           "Live": {"Type": "AWS::Lambda::Alias", "Properties": {"Name": "live", "FunctionName": {"Ref": "Code"}}}}}
                        """)
                .resolver("App")
                .resolve(json(expression));
    }

    @Test
    void references_give_ids_as_aws_would() {
        assertThat(resolved("{'Ref': 'Work'}".replace('\'', '"')).asText())
                .isEqualTo("https://sqs.us-east-1.amazonaws.com/000000000000/App-Work");
        assertThat(resolved("{\"Fn::GetAtt\": [\"Work\", \"Arn\"]}").asText())
                .isEqualTo("arn:aws:sqs:us-east-1:000000000000:App-Work");
        assertThat(resolved("{\"Fn::GetAtt\": \"Cdn.DomainName\"}").asText())
                .matches("d[0-9a-f]{13}\\.cloudfront\\.net");
        assertThat(resolved("{\"Fn::GetAtt\": [\"Api\", \"ApiEndpoint\"]}").asText())
                .matches("https://[0-9a-f]{10}\\.execute-api\\.us-east-1\\.amazonaws\\.com");
        assertThat(resolved("{\"Ref\": \"Live\"}").asText())
                .isEqualTo("arn:aws:lambda:us-east-1:000000000000:function:App-Code:live");
    }

    @Test
    void text_functions_nest() {
        assertThat(
                        resolved("{\"Fn::Join\": [\"-\", [\"a\", {\"Ref\": \"AWS::AccountId\"}]]}")
                                .asText())
                .isEqualTo("a-000000000000");
        assertThat(
                        resolved(
                                        "{\"Fn::Select\": [6, {\"Fn::Split\": [\":\", {\"Ref\": \"Live\"}]}]}")
                                .asText())
                .isEqualTo("App-Code");
        assertThat(
                        resolved(
                                        "{\"Fn::Sub\": [\"${A}/${Work.Arn}/${!Literal}/${AWS::Region}\", {\"A\": {\"Ref\": \"Version\"}}]}")
                                .asText())
                .isEqualTo("7/arn:aws:sqs:us-east-1:000000000000:App-Work/${Literal}/us-east-1");
    }

    @Test
    void an_import_is_what_the_other_stack_exports() {
        assertThat(resolved("{\"Fn::ImportValue\": \"Data:bucket\"}").asText())
                .startsWith("data-photos-");
        assertThatThrownBy(() -> resolved("{\"Fn::ImportValue\": \"Data:nothing\"}"))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("Data:nothing");
    }

    @Test
    void conditions_choose_and_no_value_leaves_out() {
        assertThat(resolved("{\"Fn::If\": [\"Home\", 1, 2]}").asInt()).isEqualTo(1);
        assertThat(
                        resolved(
                                "{\"kept\": true, \"gone\": {\"Fn::If\": [\"Away\", 1, {\"Ref\": \"AWS::NoValue\"}]}}"))
                .isEqualTo(json("{\"kept\": true}"));
    }

    @Test
    void what_cannot_be_resolved_is_named() {
        assertThatThrownBy(() -> resolved("{\"Fn::FindInMap\": []}"))
                .hasMessageContaining("Fn::FindInMap");
        assertThatThrownBy(() -> resolved("{\"Ref\": \"Nobody\"}")).hasMessageContaining("Nobody");
        assertThatThrownBy(() -> resolved("{\"Ref\": \"Bare\"}")).hasMessageContaining("Bare");
        assertThatThrownBy(() -> resolved("{\"Fn::GetAtt\": [\"Work\", \"Colour\"]}"))
                .hasMessageContaining("Work")
                .hasMessageContaining("Colour");
    }

    @Test
    void an_unknown_type_stops_the_start_by_name() {
        Assembly assembly =
                assembly("{\"Resources\": {\"Brain\": {\"Type\": \"AWS::SageMaker::Endpoint\"}}}");

        assertThatThrownBy(() -> ResourceTypes.check(assembly))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("AWS::SageMaker::Endpoint")
                .hasMessageContaining("Brain");
    }

    @Test
    void a_type_that_changes_nothing_here_is_passed_over() {
        ResourceTypes.check(
                assembly("{\"Resources\": {\"Bell\": {\"Type\": \"AWS::CloudWatch::Alarm\"}}}"));
    }

    @Test
    void addresses_lead_to_this_machine() {
        Addresses addresses =
                new Addresses().map("https://d1.cloudfront.net", "http://localhost:8080");

        assertThat(addresses.localize("https://d1.cloudfront.net/e/demo"))
                .isEqualTo("http://localhost:8080/e/demo");
        assertThat(addresses.localize("INFO")).isEqualTo("INFO");
    }
}
