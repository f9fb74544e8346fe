namespace OneVisit.Domain.Identity;

/// <summary>The data key of one journal, wrapped by a master key. It lies beside the journal, outside its chain: wrapped anew when master keys change, destroyed when a person's case is erased.</summary>
/// <param name="Journal">Number of the case or matter.</param>
/// <param name="Id">Stands in the envelopes sealed with it.</param>
/// <param name="Master">The master key that wraps it; empty when it is destroyed.</param>
/// <param name="Wrapped"><c>null</c>: it is destroyed, and nothing sealed with it opens ever again.</param>
public sealed record JournalKey(string Journal, string Id, string Master, string? Wrapped)
{
    // An id tells what its journal is: one that began with its key, or one of an earlier release.
    internal const string Usual = "d";
    internal const string Later = "e";

    public bool IsDestroyed => Wrapped is null;

    /// <summary>The journal is older than its key: what was sealed in it before needs the master key of its time.</summary>
    public bool CameLater => Id.StartsWith(Later, StringComparison.Ordinal);

    /// <summary>What stays of a key that was destroyed: that there was one.</summary>
    public static JournalKey Destroyed(string journal, string id) => new(journal, id, "", null);
}
