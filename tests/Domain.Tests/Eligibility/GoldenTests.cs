using System.Globalization;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Domain.Tests.Eligibility;

/// <summary>Households as a clerk reads them (<c>Golden/*.yaml</c>), each with the verdict the office would give on 24 November 2026.</summary>
public sealed class GoldenTests
{
    private const string Prefix = "Golden.";

    public static TheoryData<GoldenHousehold> Households
    {
        get
        {
            var assembly = typeof(GoldenTests).Assembly;
            return [.. assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)
                .SelectMany(name => GoldenHousehold.In(new StreamReader(assembly.GetManifestResourceStream(name)!)))];
        }
    }

    [Theory]
    [MemberData(nameof(Households))]
    public void The_office_would_say_so(GoldenHousehold golden) => Assert.Equal(golden.Expected, Said(golden));

    [Fact]
    public void Every_service_with_rules_has_households() =>
        Assert.Empty(Eligibility.Households.Codes.Except(Households.Cast<object[]>().Select(row => ((GoldenHousehold)row[0]).Service)));

    [Fact]
    public void There_are_enough_of_them() => Assert.InRange(Households.Cast<object[]>().Count(), 150, int.MaxValue);

    private static string Said(GoldenHousehold golden)
    {
        var evaluation = Eligibility.Households.Of(golden.Service, golden.Household);
        return evaluation.Verdict switch
        {
            Verdict.Likely { Monthly: { } monthly } => string.Create(CultureInfo.InvariantCulture, $"likely {monthly}"),
            Verdict.Likely => "likely",
            Verdict.Unlikely => $"unlikely {evaluation.Explain().First(finding => finding.Holds == false).Rule}",
            _ => $"unknown {(evaluation.StillOpen.IsEmpty ? "nothing" : evaluation.StillOpen[0])}",
        };
    }
}
