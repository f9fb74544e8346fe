using System.Collections.Frozen;
using System.Collections.Immutable;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Authority;

/// <summary>Reads the table and checks every word of it: a standing, a state or an answer that nobody knows is a fault, and so is an act twice.</summary>
public static class ActTableReader
{
    private const int Columns = 7;
    private const string Resource = "Authority/acts.txt";

    private static readonly FrozenDictionary<string, Standing> Standings = Standing.All.ToFrozenDictionary(standing => standing.Code, StringComparer.Ordinal);

    /// <summary>Words for several posts at once.</summary>
    internal static FrozenDictionary<string, ImmutableArray<Role>> Groups { get; } = new Dictionary<string, ImmutableArray<Role>>
    {
        ["agent"] = [.. Standing.Posts.Where(role => role.IsAgent())],
        ["official"] = [.. Standing.Posts.Where(role => !role.IsAgent())],
        ["staff"] = [.. Standing.Posts],
        ["city"] = [Role.CityFilingOfficer, Role.CityReviewer, Role.BureauOfficer],
        ["clerk"] = [Role.TownshipOfficer, Role.ChiefRepresentative, Role.DeputyRepresentative, Role.CityFilingOfficer, Role.CityReviewer, Role.BureauOfficer],
        ["decider"] = [Role.ChiefRepresentative, Role.DeputyRepresentative, Role.CityFilingOfficer, Role.CityReviewer, Role.BureauOfficer],
        ["overseer"] = [Role.ChiefRepresentative, Role.DeputyRepresentative, Role.TownshipHead, Role.CityReviewer],
        ["superior"] = [Role.ChiefRepresentative, Role.TownshipHead, Role.CityReviewer, Role.BureauOfficer],
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Bars> BarWords = new Dictionary<string, Bars>
    {
        ["kin"] = Bars.Kin, ["kin-off-errand"] = Bars.KinOffErrand, ["for-another"] = Bars.ForAnother, ["suspended"] = Bars.Suspended, ["involved"] = Bars.Involved,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, CaseState[]> StateWords = Enum.GetValues<CaseState>().ToDictionary(state => state.Code(), state => new[] { state })
        .Append(new("open", [CaseState.Accepting, CaseState.Collecting, CaseState.UnderReview, CaseState.Deciding]))
        .Append(new("running", [CaseState.Accepting, CaseState.Collecting, CaseState.UnderReview, CaseState.Deciding, CaseState.Delivering]))
        .Append(new("any", Enum.GetValues<CaseState>())).ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, Denial> Denials = new Dictionary<string, Denial>
    {
        ["404"] = Denial.NotFound, ["403"] = Denial.NotYours, ["403/404"] = Denial.NotYoursOrNotFound,
        ["403:reviewers"] = Denial.ReviewersOnly, ["403:city"] = Denial.CityOnly, ["403:superiors"] = Denial.SuperiorsOnly,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The table of this program.</summary>
    /// <exception cref="InvalidDataException">It has a fault; the message tells the line.</exception>
    public static ActTable ReadOwn()
    {
        using var stream = typeof(ActTableReader).Assembly.GetManifestResourceStream(Resource) ?? throw new InvalidOperationException($"{Resource} is not built in.");
        using var reader = new StreamReader(stream);
        return Read(reader.ReadToEnd());
    }

    /// <exception cref="InvalidDataException">It has a fault; the message tells the line.</exception>
    public static ActTable Read(string text)
    {
        var lines = new List<ActLine>();
        foreach (var (number, row) in text.ReplaceLineEndings("\n").Split('\n').Index())
        {
            if (row.Trim() is { Length: > 0 } written && !written.StartsWith('#'))
                lines.Add(LineOf(written.Split('|', StringSplitOptions.TrimEntries), number + 1));
        }
        return lines.GroupBy(line => line.Act).FirstOrDefault(same => same.Count() > 1) is { } twice
            ? throw new InvalidDataException($"The act {twice.Key} has more than one line.")
            : new ActTable(lines);
    }

    private static ActLine LineOf(string[] cells, int number)
    {
        if (cells.Length != Columns)
            throw new InvalidDataException($"Line {number}: {cells.Length} columns instead of {Columns}.");
        var kind = cells[0].StartsWith(ActTable.CasePrefix, StringComparison.Ordinal) ? ActKind.CaseAct
            : cells[0].StartsWith(ActTable.MatterPrefix, StringComparison.Ordinal) ? ActKind.MatterAct : ActKind.Operation;
        if (cells[1].Length == 0 || cells[6].Length == 0)
            throw new InvalidDataException($"Line {number}: {cells[0]} lacks its name in Chinese or what it rests on.");
        return new(
            cells[0], kind, cells[1], Words(cells[2], "nobody").SelectMany(word => StandingsOf(word, number)).ToFrozenSet(), cells[2],
            Words(cells[3]).Aggregate(Bars.None, (bars, word) => bars | Known(BarWords, word, number)),
            Words(cells[4]).SelectMany(word => Known(StateWords, word, number)).ToFrozenSet(), Known(Denials, cells[5], number), cells[6])
        {
            WrittenNever = cells[3], WrittenWhen = cells[4], WrittenDenial = cells[5],
        };
    }

    // owner; city-reviewer; official@here: a group of posts stands for each of them.
    private static IEnumerable<Standing> StandingsOf(string word, int number)
    {
        var (post, at) = word.IndexOf('@', StringComparison.Ordinal) is >= 0 and var split ? (word[..split], word[split..]) : (word, "");
        return Groups.TryGetValue(post, out var roles) ? roles.Select(role => Known(Standings, role.Code() + at, number)) : [Known(Standings, word, number)];
    }

    private static IEnumerable<string> Words(string cell, string none = "-") => cell == none ? [] : cell.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    private static T Known<T>(FrozenDictionary<string, T> words, string word, int number) =>
        words.TryGetValue(word, out var value) ? value : throw new InvalidDataException($"Line {number}: nobody knows the word '{word}'.");
}
