using OneVisit.Contracts;
using OneVisit.Domain.Identity;
using OneVisit.Storage;

namespace OneVisit.Functions.Sealing;

/// <summary>How far what people are found by was written anew, for who looks after the keys.</summary>
internal static class LookupViews
{
    public static LookupKeysView Of(LookupHash lookup, KeyPass? known, DateTimeOffset now)
    {
        // Before the first change there is nothing to go through.
        var pass = known is null && lookup.IsFirstAlone ? null : known?.Master == lookup.Current ? known : KeyPass.Begin(lookup.Current, now, known);
        var counted = pass is null or { IsDone: true } or { LastDoneAt: not null };
        return new(
            lookup.Current, pass?.Since, pass?.StartedAt, pass?.LastDoneAt, pass is null or { IsDone: true },
            [.. LookupKinds.All.Select(kind => new LookedUpKind(kind, counted ? Left(pass, tally => tally.Kind == kind) : null, pass?.Anew.Where(tally => tally.Kind == kind).Sum(tally => tally.Journals) ?? 0))],
            [.. Older(lookup, pass).Select(id => new OlderKey(id, counted ? Left(pass, tally => tally.Master == id) : null, pass?.MayGo(id) == true) { IsGone = !lookup.Ids.Contains(id) })])
        {
            StillSince = pass is null ? null : KeyViews.StillSince(lookup.Keys, known, LookupRotation.NextAt, now),
        };
    }

    // Also those that somebody took away although something stands under them.
    private static IEnumerable<string> Older(LookupHash lookup, KeyPass? pass) => lookup.Ids
        .Union(pass?.Last.Select(tally => tally.Master).Where(id => id != KeyTally.Without) ?? []).Where(id => id != lookup.Current).Order(StringComparer.Ordinal);

    private static int Left(KeyPass? pass, Func<KeyTally, bool> which) =>
        pass?.Last.Where(tally => tally.Master != pass.Master && tally.Master != KeyTally.Without).Where(which).Sum(tally => tally.Journals) ?? 0;
}
