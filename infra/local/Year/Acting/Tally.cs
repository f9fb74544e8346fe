using System.Collections.Concurrent;

namespace OneVisit.Local.Year.Acting;

/// <summary>What people did and what they were told could not be done.</summary>
public sealed class ActTally
{
    private readonly ConcurrentDictionary<string, int> done = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, int> refused = new(StringComparer.Ordinal);
    private readonly ConcurrentBag<string> unexpected = [];

    public IReadOnlyList<(string What, int Times)> Done => Sorted(done);

    /// <summary>By code of the refusal.</summary>
    public IReadOnlyList<(string What, int Times)> Refused => Sorted(refused);

    /// <summary>What should have been refused and was not, or failed without a reason anybody could act on.</summary>
    public IReadOnlyList<string> Unexpected => [.. unexpected.Order(StringComparer.Ordinal)];

    public int Of(string what) => done.GetValueOrDefault(what);

    public void Did(string what) => done.AddOrUpdate(what, 1, (_, before) => before + 1);

    public void WasRefused(string code) => refused.AddOrUpdate(code, 1, (_, before) => before + 1);

    public void Wonder(string what) => unexpected.Add(what);

    private static (string, int)[] Sorted(ConcurrentDictionary<string, int> counts) => [.. counts.Select(count => (count.Key, count.Value)).OrderBy(count => count.Key, StringComparer.Ordinal)];
}
