using System.Globalization;
using System.Text.Json.Nodes;
using NJsonSchema;
using OneVisit.Catalogue.Yaml;
using OneVisit.Domain.Eligibility.Composition;
using OneVisit.Domain.Eligibility.Payments;
using OneVisit.Domain.Services;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace OneVisit.Catalogue.Tests;

/// <summary>The schema that editors use agrees with the files and with the vocabulary.</summary>
public sealed class ServiceSchemaTests
{
    private static readonly string SchemaText = ReadSchema();
    private static readonly JsonSchema Schema = JsonSchema.FromJsonAsync(SchemaText).GetAwaiter().GetResult();

    public static TheoryData<string> Files => [.. CatalogueFiles.BuiltIn().Keys.Where(path => path.StartsWith("services/", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Files))]
    public void A_services_file_is_valid(string path) => Assert.Empty(Schema.Validate(AsJson(CatalogueFiles.BuiltIn()[path])));

    [Theory]
    [MemberData(nameof(Files))]
    public void An_editor_finds_the_schema(string path) =>
        Assert.StartsWith("# yaml-language-server: $schema=../service.schema.json\n", CatalogueFiles.BuiltIn()[path].ReplaceLineEndings("\n"), StringComparison.Ordinal);

    [Theory]
    [InlineData("code: D1.2", "code: Z1.2")]
    [InlineData("kind: delegated", "kind: delegate")]
    [InlineData("sampling_percent: 30 ", "smapling_percent: 30 ")]
    [InlineData("kind: delegated", "kind: agent")]
    [InlineData("total_working_days: 55", "total_working_days: many")]
    [InlineData("provision: held", "provision: hold")]
    [InlineData("effective_from: 2018-01-01", "effective_from: spring")]
    [InlineData("by_working_day: 0", "by_working_day: -1")]
    [InlineData("rule: no-car", "rule: no-bicycle")]
    [InlineData("rule: no-car, law:", "rule: no-car, lore:")]
    [InlineData("- any_of:", "- one_of:")]
    [InlineData("formula: shortfall", "formula: generous")]
    [InlineData("area: rural", "area: coastal")]
    [InlineData("eligibility:", "fitness:")]
    public void A_slip_shows_while_typing(string text, string slip)
    {
        var file = CatalogueFiles.BuiltIn()["services/D1.2.yaml"];
        Assert.Contains(text, file, StringComparison.Ordinal);
        Assert.NotEmpty(Schema.Validate(AsJson(file.Replace(text, slip, StringComparison.Ordinal))));
    }

    [Fact]
    public void The_schema_knows_the_stages_conditions_rules_and_formulas_of_the_domain()
    {
        Assert.Equal(Enum.GetValues<StageKind>().Where(kind => kind != StageKind.Visit).Select(kind => kind.Code()).Order(), Words("stage", "kind"));
        Assert.Equal(Enum.GetValues<Role>().Select(role => role.Code()).Order(), Words("stage", "role"));
        Assert.Equal(Enum.GetValues<OfficeLevel>().Select(level => level.Code()).Order(), Words("stage", "level"));
        Assert.Equal(RuleBook.All.Select(rule => rule.Name).Order(), Words("line", "rule"));
        Assert.Equal(FormulaBook.All.Select(formula => formula.Name).Order(), Words("payment", "formula"));
        Assert.Equal(Enum.GetValues<MaterialCondition>().Select(condition => condition.Code()).Order(), Words("material", "when"));
    }

    private static IEnumerable<string> Words(string definition, string property) =>
        JsonNode.Parse(SchemaText)!["definitions"]![definition]!["properties"]![property]!["enum"]!.AsArray().Select(word => word!.GetValue<string>()).Order();

    private static string AsJson(string yaml)
    {
        var stream = new YamlStream();
        stream.Load(new StringReader(yaml));
        return AsJson(stream.Documents[0].RootNode)!.ToJsonString();
    }

    // As YAML 1.2 reads it, and with it the editors: yes and dates are text.
    private static JsonNode? AsJson(YamlNode node) => node switch
    {
        YamlMappingNode map => new JsonObject(map.Children.Select(child => KeyValuePair.Create(((YamlScalarNode)child.Key).Value!, AsJson(child.Value)))),
        YamlSequenceNode list => new JsonArray([.. list.Children.Select(AsJson)]),
        YamlScalarNode { Style: ScalarStyle.Plain, Value: var text } when decimal.TryParse(text, NumberStyles.Number, CultureInfo.InvariantCulture, out var number) =>
            decimal.IsInteger(number) ? JsonValue.Create((long)number) : JsonValue.Create(number),
        YamlScalarNode { Value: var text } => JsonValue.Create(text),
        _ => null,
    };

    private static string ReadSchema()
    {
        using var reader = new StreamReader(typeof(CityCatalogue).Assembly.GetManifestResourceStream("City/service.schema.json")!);
        return reader.ReadToEnd();
    }
}
