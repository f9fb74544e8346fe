using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OneVisit.Domain.Identity;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>
/// Each entry's hash covers the hash before it, its sequence, its instant, its actor and its stored text, so that no line of a journal can be changed,
/// left out, added or moved to another case without it showing. The chain cannot show that its end was cut off: compare the head with a copy kept elsewhere.
/// </summary>
public static class JournalChain
{
    /// <summary>Stored name of what ends a journal whose content was erased, of a case as of a matter.</summary>
    public const string ErasedType = "erased";

    /// <summary>What the first entry builds on.</summary>
    public static string Genesis(string caseId) => Hex("onevisit-journal\n" + caseId);

    /// <summary>The entries that follow version <paramref name="version"/>, whose hash is <paramref name="head"/>.</summary>
    /// <param name="ink">Of the journal; <c>null</c>: its words stand in clear.</param>
    public static ImmutableArray<Entry> Extend(int version, string head, IReadOnlyList<CaseEvent> events, Actor actor, DateTimeOffset now, JournalInk? ink = null)
    {
        var entries = ImmutableArray.CreateBuilder<Entry>(events.Count);
        foreach (var happened in events)
        {
            var body = JournalJson.Write(happened, ink);
            var hash = HashOf(head, ++version, now, actor, body);
            entries.Add(new Entry(version, now.ToUniversalTime(), actor, happened, body, head, hash));
            head = hash;
        }
        return entries.MoveToImmutable();
    }

    /// <summary>Extends a journal that is at hand.</summary>
    public static ImmutableArray<Entry> Extend(string caseId, IReadOnlyList<Entry> journal, IReadOnlyList<CaseEvent> events, Actor actor, DateTimeOffset now) =>
        Extend(journal.Count, journal.Count == 0 ? Genesis(caseId) : journal[^1].Hash, events, actor, now);

    /// <summary>
    /// Recomputes everything from the first entry on. Of an entry whose content was erased only its place in the chain is left to check; and that there are such is
    /// in order only in a journal that says so at its end.
    /// </summary>
    public static ChainReading Verify(string caseId, IReadOnlyList<ChainedEntry> journal)
    {
        var (head, isErased) = (Genesis(caseId), EndsErased(journal));
        for (var i = 0; i < journal.Count; i++)
        {
            var entry = journal[i];
            if (entry.Sequence != i + 1)
                return new ChainReading.Broken(i + 1, ChainFault.Missing);
            if (entry.PreviousHash != head)
                return new ChainReading.Broken(entry.Sequence, ChainFault.NotLinked);
            if (entry.IsBlank ? !isErased : entry.Hash != HashOf(head, entry.Sequence, entry.At, entry.Actor, entry.Body))
                return new ChainReading.Broken(entry.Sequence, ChainFault.Changed);
            head = entry.Hash;
        }
        return new ChainReading.Intact(journal.Count, head);
    }

    /// <summary>Also that its end was not cut off, against the head that the last append noted.</summary>
    /// <param name="headVersion">0: there is none.</param>
    public static ChainReading Verify(string caseId, IReadOnlyList<ChainedEntry> journal, int headVersion, string? headHash) => Verify(caseId, journal) switch
    {
        ChainReading.Intact when headVersion > journal.Count => new ChainReading.Broken(journal.Count + 1, ChainFault.Missing),
        ChainReading.Intact when headVersion > 0 && journal[headVersion - 1].Hash != headHash => new ChainReading.Broken(headVersion, ChainFault.Changed),
        ChainReading.Intact when headVersion == 0 && journal.Count > 0 => new ChainReading.Broken(1, ChainFault.NotLinked),
        var reading => reading,
    };

    private static bool EndsErased(IReadOnlyList<ChainedEntry> journal) =>
        journal is [.., { IsBlank: false } last] && last.Body.StartsWith($"{{\"type\":\"{ErasedType}\"", StringComparison.Ordinal);

    internal static string HashOf(string previous, int sequence, DateTimeOffset at, Actor actor, string body)
    {
        // No part can hold a line feed: JSON escapes it, the others are digits. So the parts cannot be shifted against each other.
        var instant = at.ToUniversalTime().ToString("O", CultureInfo.InvariantCulture);
        string[] who = [actor.Participant, actor.Name, actor.Role.Code(), actor.Office, .. For(actor.OnBehalfOf)];
        return Hex(string.Join('\n', previous, sequence.ToString(CultureInfo.InvariantCulture), instant, JsonSerializer.Serialize(who), body));
    }

    // Nothing where nobody is acted for: the hashes of entries from before that was kept stay what they are.
    private static string[] For(Principal? principal) => principal is null ? [] : [principal.Participant, principal.Name, principal.Mandate ?? ""];

    private static string Hex(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}

/// <summary>Whether a journal is as it was written.</summary>
public abstract record ChainReading
{
    /// <param name="Head">Hash of the last entry.</param>
    public sealed record Intact(int Version, string Head) : ChainReading;

    /// <param name="Sequence">The first entry that is not as it was written.</param>
    public sealed record Broken(int Sequence, ChainFault Fault) : ChainReading;

    private ChainReading() { }
}

/// <summary>What is wrong with an entry.</summary>
public enum ChainFault
{
    /// <summary>The entry of that sequence is not there.</summary>
    Missing,

    /// <summary>It does not build on the one before.</summary>
    NotLinked,

    /// <summary>Its content is not what its hash was taken of.</summary>
    Changed,

    /// <summary>Its row is no entry any more.</summary>
    Unreadable,
}
