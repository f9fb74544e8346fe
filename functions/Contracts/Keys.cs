namespace OneVisit.Contracts;

/// <summary>The sealing keys by their ids, and how far the rotation has come. Never a key.</summary>
/// <param name="Current">Id of the key that seals and wraps now.</param>
/// <param name="Since">When the rotation first saw it; <c>null</c>: not yet.</param>
/// <param name="PassStartedAt">When all journals were last begun to be gone through.</param>
/// <param name="PassDoneAt">When that was last done to the end under this key; <c>null</c>: it was not.</param>
/// <param name="IsDone">The latest pass is through.</param>
/// <param name="Older">The other keys that are still there.</param>
public sealed record KeysView(
    string Current, DateTimeOffset? Since, DateTimeOffset? PassStartedAt, DateTimeOffset? PassDoneAt, bool IsDone, IReadOnlyList<KeysOfKind> Kinds, IReadOnlyList<OlderKey> Older)
{
    /// <summary>Since when the pass should have come on and did not; <c>null</c>: it does.</summary>
    public DateTimeOffset? StillSince { get; init; }

    /// <summary>The same of the keys by which people are found again.</summary>
    public LookupKeysView? LookUps { get; init; }
}

/// <summary>The look-up keys by their ids, and how far what they made was written anew.</summary>
/// <param name="Current">Id of the key that makes hashes now.</param>
/// <param name="Since">When the change was first seen; <c>null</c>: there never was one.</param>
/// <param name="PassStartedAt">When all was last begun to be gone through.</param>
/// <param name="PassDoneAt">When that was last done to the end under this key; <c>null</c>: it was not.</param>
/// <param name="IsDone">The latest pass is through.</param>
public sealed record LookupKeysView(
    string Current, DateTimeOffset? Since, DateTimeOffset? PassStartedAt, DateTimeOffset? PassDoneAt, bool IsDone, IReadOnlyList<LookedUpKind> Kinds, IReadOnlyList<OlderKey> Older)
{
    /// <summary>Since when the pass should have come on and did not; <c>null</c>: it does.</summary>
    public DateTimeOffset? StillSince { get; init; }
}

/// <param name="Kind"><c>persons</c>, <c>claims</c>, <c>claims-complaints</c>, <c>claims-objections</c>, <c>claims-changes</c>, <c>look-ups</c>, <c>holds</c>, <c>staff</c>, <c>facts</c>, <c>notices</c>, <c>codes</c>, <c>slips</c> or <c>drafts</c>.</param>
/// <param name="Left">Still under an older key, as the latest whole pass found; <c>null</c>: not counted yet.</param>
/// <param name="Moved">Written anew in the pass that runs, or that was last.</param>
public sealed record LookedUpKind(string Kind, int? Left, int Moved);

/// <param name="Kind"><c>cases</c> or <c>matters</c>: journals, a data key each. What the bot remembers of conversations is sealed anew by the bot, which gives a figure of its own.</param>
/// <param name="Left">Under an older key; <c>null</c>: not counted yet.</param>
/// <param name="Current">Under the current key.</param>
/// <param name="Erased">Data keys that were destroyed.</param>
/// <param name="Without">Journals of releases that knew no data keys: what these sealed opens with <c>k1</c> only.</param>
public sealed record KeysOfKind(string Kind, int? Left, int Current, int Erased, int Without);

/// <param name="Left">Journals, or what is looked up, still under it; <c>null</c>: not counted yet.</param>
/// <param name="MayBeDisabled">A whole pass, begun when all programs knew the current key, found nothing under it, and a night was anchored since. Look at the bot's figure as well.</param>
public sealed record OlderKey(string Id, int? Left, bool MayBeDisabled)
{
    /// <summary>A look-up key that was taken away although something stands under it, which is not found without it.</summary>
    public bool IsGone { get; init; }
}
