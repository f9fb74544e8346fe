using OneVisit.Local.Year;
using OneVisit.Local.Year.Books;
using OneVisit.Support;

namespace OneVisit.Functions.Tests.Year;

/// <summary>A quarter of three points with sixty cases, in which the next year's holidays come out, run once for all tests that look into its books.</summary>
public sealed class SmallYear(AzuriteFixture azurite) : IAsyncLifetime
{
    private static readonly YearOptions Options = new() { Cases = 60, Points = 3, Days = 91, Seed = 11, From = new(2026, 10, 8) };

    public SimulatedYear Year { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        Year = await SimulatedYear.OpenAsync(Options, azurite.ConnectionString, azurite.UniquePrefix(), CancellationToken.None);
        await Year.RunAsync((_, _) => { }, CancellationToken.None);
    }

    public async Task DisposeAsync() => await Year.DisposeAsync();

    /// <summary>The names of what does not hold in the books as they stand now.</summary>
    public async Task<IReadOnlyList<string>> BrokenAsync() =>
        [.. new YearReport(await Year.BooksAsync(CancellationToken.None)).Findings.Where(finding => finding.Violations.Count > 0).Select(finding => $"{finding.Invariant.Name}: {finding.Violations[0]}")];
}

/// <summary>One year and one Azurite for all tests that look into its books.</summary>
[CollectionDefinition(Name)]
public sealed class SmallYearCollection : ICollectionFixture<AzuriteFixture>
{
    public const string Name = "small year";
}
