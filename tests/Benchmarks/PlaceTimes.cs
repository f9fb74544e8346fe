using System.Diagnostics;
using OneVisit.Domain.Places;
using OneVisit.Domain.Tests.Places;

namespace OneVisit.Benchmarks;

/// <summary>How long a typed place is looked for among 863 villages and 3,481 grids.</summary>
internal static class PlaceTimes
{
    private const int Rounds = 40;

    public static void Measure()
    {
        var start = Stopwatch.GetTimestamp();
        var places = WholeCity.Places;
        places.Locate("翟镇");
        Console.WriteLine($"made ready in {Stopwatch.GetElapsedTime(start).TotalMilliseconds:F0} ms");
        Print("labelled places", places, [.. TypedPlace.All().Select(line => line.Typed)]);
        Print("every village, a letter wrong", places, [.. places.Villages.Select((village, at) => Wrong(village.Name.Zh, at))]);
        Print("every village spelled, a letter wrong", places, [.. places.Villages.Select((village, at) => Wrong(village.Name.En, at))]);
        Print("60 characters of names", places, [.. places.Villages.Select((_, at) => Long(places, at, village => village.Name.Zh))]);
        Print("60 letters of spelled names", places, [.. places.Villages.Select((_, at) => Long(places, at, village => village.Name.En))]);
    }

    private static void Print(string what, Gazetteer places, string[] typed)
    {
        foreach (var text in typed)
            places.Locate(text);
        var (all, medians) = (new List<Spread>(), new Spread());
        foreach (var text in typed)
        {
            var own = new Spread();
            for (var round = 0; round < Rounds; round++)
            {
                var start = Stopwatch.GetTimestamp();
                places.Locate(text);
                own.Add(Stopwatch.GetElapsedTime(start));
            }
            all.Add(own);
            medians.Add(TimeSpan.FromMilliseconds(own.At(50)));
        }
        var times = Spread.Of(all);
        // Other work on the machine lengthens single looks, not the median of one text's.
        Console.WriteLine($"{what}: {times.At(50):0.00} ms (p50), {times.At(99):0.00} ms (p99); each text's median: {medians.At(99):0.00} ms (p99), {medians.At(100):0.00} ms longest, n = {times.Count}");
    }

    private static string Wrong(string name, int at) => name.Remove(at % name.Length, 1).Insert(at % name.Length, char.IsAscii(name[0]) ? "x" : "乙");

    private static string Long(Gazetteer places, int at, Func<Village, string> name)
    {
        Village[] all = [.. places.Villages];
        return string.Concat(Enumerable.Range(0, 20).Select(step => name(all[(at + step * 97) % all.Length])))[..60];
    }
}
