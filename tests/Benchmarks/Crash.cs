using System.Globalization;
using OneVisit.EndToEnd.Tests.Crash;

namespace OneVisit.Benchmarks;

/// <summary>Cases in flight while the host is killed again and again: <c>crash [--cases 200] [--kills 100] [--seed N]</c>.</summary>
internal static class Crash
{
    private const int MostSeeds = 1_000_000;

    /// <returns>0 when everything stands in the books once, and everybody was told once.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> wishes)
    {
        var plan = new CrashPlan(Number(wishes, "--seed") ?? Random.Shared.Next(MostSeeds), Number(wishes, "--cases") ?? 200, Number(wishes, "--kills") ?? 100);
        var findings = await new CrashRun(plan, Console.WriteLine).RunAsync();
        foreach (var finding in findings) Console.WriteLine(finding);
        Console.WriteLine(findings.Count == 0 ? "Nothing was lost and nothing happened twice." : $"Not as it should be. Again: crash {plan}");
        return findings.Count == 0 ? 0 : 1;
    }

    private static int? Number(IReadOnlyList<string> wishes, string name)
    {
        for (var i = 0; i + 1 < wishes.Count; i++)
            if (wishes[i] == name) return int.Parse(wishes[i + 1], CultureInfo.InvariantCulture);
        return null;
    }
}
