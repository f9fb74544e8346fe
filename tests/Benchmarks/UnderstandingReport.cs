using System.Globalization;
using OneVisit.Catalogue;
using OneVisit.Catalogue.Understanding;
using OneVisit.Domain.Understanding;

namespace OneVisit.Benchmarks;

/// <summary>How well the utterances held back are understood: first choice, first three, how often it is sure and then right, and what is taken for what.</summary>
internal static class UnderstandingReport
{
    // The file of the tests, which keep the measure; linked in.
    private const string HeldBack = "Understanding/held-back.txt";
    private const int MostPairs = 30;

    public static void Print()
    {
        var reception = CityReception.Open(CityCatalogue.Load().Services);
        using var file = new StreamReader(typeof(UnderstandingReport).Assembly.GetManifestResourceStream(HeldBack)!);
        var lines = file.ReadToEnd().Split('\n')
            .Where(line => line.Contains('\t', StringComparison.Ordinal) && line[0] != '#')
            .Select(line => Examine(line.Split('\t'), reception))
            .ToArray();
        Tell("all", lines);
        Tell("Chinese", [.. lines.Where(line => !line.Said.All(char.IsAscii))]);
        Tell("English", [.. lines.Where(line => line.Said.All(char.IsAscii))]);
        Tell("services", [.. lines.Where(line => !Meanings.All.Contains(line.Right[0]))]);
        Tell("meanings", [.. lines.Where(line => Meanings.All.Contains(line.Right[0]))]);
        Console.WriteLine("Meant > taken for:");
        foreach (var pair in lines.Where(line => !line.First).GroupBy(line => $"{string.Join(',', line.Right)} > {line.Found.Best.Code}").OrderByDescending(pair => pair.Count()).ThenBy(pair => pair.Key, StringComparer.Ordinal).Take(MostPairs))
            Console.WriteLine($"  {pair.Count()}  {pair.Key}  {string.Join(" / ", pair.Select(line => line.Said))}");
        Console.WriteLine("Not within the first three:");
        foreach (var line in lines.Where(line => !line.WithinThree)) Console.WriteLine($"  {string.Join(',', line.Right)}  {line.Said}");
    }

    private static Line Examine(string[] columns, Reception reception) => new(columns[0].Split(','), columns[1], reception.Find(columns[1]));

    private static void Tell(string which, Line[] lines)
    {
        var sure = lines.Where(line => line.Found.Sure).ToArray();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{which,-9} {lines.Length,4}: first {Share(lines, line => line.First):P1}, within three {Share(lines, line => line.WithinThree):P1}; sure of {Share(lines, line => line.Found.Sure):P1}, then right {Share(sure, line => line.First):P1}"));
    }

    private static double Share(Line[] lines, Func<Line, bool> which) => lines.Length == 0 ? 0 : (double)lines.Count(which) / lines.Length;

    private sealed record Line(string[] Right, string Said, Understood Found)
    {
        public bool First => Right.Contains(Found.Best.Code);

        public bool WithinThree => Found.Ranked.Take(Understood.Offered).Any(meaning => Right.Contains(meaning.Code));
    }
}
