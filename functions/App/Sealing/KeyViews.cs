using OneVisit.Contracts;
using OneVisit.Domain.Identity;
using OneVisit.Storage;

namespace OneVisit.Functions.Sealing;

/// <summary>How far the rotation has come, for who looks after the keys.</summary>
internal static class KeyViews
{
    private static readonly string[] Kinds = [KeptKey.OfCases, KeptKey.OfMatters];

    /// <summary>Journals whose data key an older master key wraps.</summary>
    public static int Left(KeyPass pass) => Left(pass, _ => true);

    public static KeysView Of(SealingKeys keys, KeyPass? known, DateOnly? anchored, DateTimeOffset now)
    {
        // The key was changed, and nothing was done about it yet.
        var pass = known is null || known.Master == keys.Current ? known : KeyPass.Begin(keys.Current, now, known);
        return new(
            keys.Current, pass?.Since, pass?.StartedAt, pass?.LastDoneAt, pass is { IsDone: true },
            [.. Kinds.Select(kind => new KeysOfKind(
                kind, pass is null or { IsDone: false, Last.IsEmpty: true } ? null : Left(pass, tally => tally.Kind == kind), Count(pass, kind, keys.Current), Count(pass, kind, KeyTally.Erased), Count(pass, kind, KeyTally.Without)))],
            [.. keys.Ids.Where(id => id != keys.Current).Order(StringComparer.Ordinal).Select(id => Older(id, pass, anchored))])
        {
            StillSince = StillSince(keys, known, KeyRotation.NextAt, now),
        };
    }

    /// <summary>Since when a pass should have come on and did not; also where nothing was begun for the key that counts.</summary>
    /// <param name="known">As it was last noted; <c>null</c>: there was none.</param>
    public static DateTimeOffset? StillSince(SealingKeys keys, KeyPass? known, Func<KeyPass, DateTimeOffset> nextAt, DateTimeOffset now) =>
        known?.Master == keys.Current ? known.StillSince(now, nextAt(known))
        : keys.FromOf(keys.Current) is var from && known is not null && now > from + KeyPass.Patience ? from
        : null;

    private static OlderKey Older(string id, KeyPass? pass, DateOnly? anchored) =>
        new(id, pass is null or { IsDone: false, Last.IsEmpty: true } ? null : Left(pass, tally => tally.Master == id), pass?.MayGo(id, anchored) == true);

    /// <summary>Of some: until a pass is through, what the one before found, less what was wrapped anew since.</summary>
    public static int Left(KeyPass pass, Func<KeyTally, bool> which)
    {
        var older = pass.Last.Where(tally => tally.Master is not (KeyTally.Erased or KeyTally.Without) && tally.Master != pass.Master).Where(which).Sum(tally => tally.Journals);
        return pass.IsDone ? older : Math.Max(0, older - pass.Anew.Where(which).Sum(tally => tally.Journals));
    }

    private static int Count(KeyPass? pass, string kind, string master) =>
        pass is null ? 0 : pass.Last.Concat(pass.IsDone ? [] : pass.Anew.Select(tally => tally with { Master = pass.Master }))
            .Where(tally => tally.Kind == kind && tally.Master == master).Sum(tally => tally.Journals);
}
