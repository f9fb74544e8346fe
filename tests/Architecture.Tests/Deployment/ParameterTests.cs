using System.Text.RegularExpressions;

namespace OneVisit.Architecture.Tests.Deployment;

public sealed partial class ParameterTests
{
    public static TheoryData<string> Kinds() => [.. Bicep.Kinds];

    public static TheoryData<string> Modules() => [.. Bicep.Modules()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public void Every_parameter_of_a_parameter_file_is_one_of_the_deployment(string kind) =>
        Assert.Empty(Bicep.KindOf(kind).Keys.Except(Bicep.Parameters(Bicep.Main).Keys));

    [Fact]
    public void The_parameter_files_differ_in_values_only() =>
        Assert.All(Bicep.Kinds, kind => Assert.Equal(Bicep.KindOf(Bicep.Kinds[0]).Keys.Order(), Bicep.KindOf(kind).Keys.Order()));

    [Fact]
    public void What_azd_gives_is_asked_for_and_nothing_that_must_be_given_is_missing()
    {
        var given = Given().Matches(Bicep.Read("main.bicepparam")).Select(found => found.Groups["name"].Value).ToArray();

        Assert.Empty(given.Except(Bicep.Parameters(Bicep.Main).Keys));
        Assert.Empty(Bicep.Parameters(Bicep.Main).Where(parameter => parameter.Value).Select(parameter => parameter.Key).Except(given));
    }

    [Fact]
    public void Everything_in_the_parameter_files_reaches_the_deployment() =>
        Assert.Empty(Bicep.KindOf("city").Keys.Except(Chosen().Matches(Bicep.Read("main.bicepparam")).Select(found => found.Groups["name"].Value)));

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_is_used_and_given_what_it_asks_for_and_no_more(string module)
    {
        var uses = Bicep.Files().SelectMany(Bicep.Uses).Where(use => use.File == module).ToArray();
        var asked = Bicep.Parameters(module);

        Assert.NotEmpty(uses);
        Assert.All(uses, use =>
        {
            Assert.Empty(use.Given.Except(asked.Keys));
            Assert.Empty(asked.Where(parameter => parameter.Value).Select(parameter => parameter.Key).Except(use.Given));
        });
    }

    [Fact]
    public void Every_module_that_is_used_is_there() => Assert.All(Bicep.Files().SelectMany(Bicep.Uses), use => Assert.True(Bicep.Exists(use.File), use.File));

    [Theory]
    [MemberData(nameof(Modules))]
    public void A_module_says_first_why_it_is_there(string module) => Assert.Matches(@"\A(//[^\n]*\n)*//[^\n]*\bWhy\b", Bicep.Read(module));

    [Fact]
    public void A_city_stays_in_its_country() => Assert.All(["pilot", "city"], kind => Assert.Equal("china", Bicep.KindOf(kind)["cloud"].GetString()));

    [Fact]
    public void Codes_are_shown_on_the_screen_in_no_city() => Assert.All(["pilot", "city"], kind => Assert.NotEqual("sandbox", Bicep.KindOf(kind)["codeGateway"].GetString()));

    // A budget's month may not be over when it is made, and stays what it was.
    [Fact]
    public void A_budget_begins_in_the_month_that_was_noted_when_the_city_was_made()
    {
        Assert.Contains("param budgetFrom = readEnvironmentVariable('ONEVISIT_BUDGET_FROM')", Bicep.Read("main.bicepparam"), StringComparison.Ordinal);
        Assert.Contains("if [ -z \"${ONEVISIT_BUDGET_FROM:-}\" ]; then tell ONEVISIT_BUDGET_FROM \"$(date -u +%Y-%m-01)\"; fi", Bicep.Read("entra.sh"), StringComparison.Ordinal);
        Assert.All(Bicep.Kinds, kind => Assert.DoesNotContain("budgetFrom", Bicep.KindOf(kind).Keys));
    }

    [Fact]
    public void A_city_whose_alarms_nobody_hears_is_refused()
    {
        Assert.Contains("var people = empty(alertEmails) && codeGateway != 'sandbox' ? fail(", Bicep.Read(Bicep.Main), StringComparison.Ordinal);
        Assert.Matches(@"module alerts [^}]*\bemails: people\b", Bicep.Read(Bicep.Main));
    }

    [GeneratedRegex(@"^param (?<name>\w+) =", RegexOptions.Multiline)]
    private static partial Regex Given();

    [GeneratedRegex(@"\bchosen\.(?<name>\w+)\.value\b")]
    private static partial Regex Chosen();
}
