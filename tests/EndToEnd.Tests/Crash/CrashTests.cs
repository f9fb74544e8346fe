namespace OneVisit.EndToEnd.Tests.Crash;

/// <summary>The small size of what <c>dotnet run --project tests/Benchmarks -- crash</c> does at full size.</summary>
public sealed class CrashTests
{
    [OwnCityFact]
    public async Task However_often_the_power_is_cut_every_case_ends_once_and_everybody_hears_of_it_once()
    {
        var plan = new CrashPlan(Random.Shared.Next(1_000_000), Cases: 24, Kills: 8);
        var said = new List<string>();

        var findings = await new CrashRun(plan, said.Add).RunAsync();

        Assert.True(findings.Count == 0, string.Join(Environment.NewLine, [.. said, .. findings]));
    }
}
