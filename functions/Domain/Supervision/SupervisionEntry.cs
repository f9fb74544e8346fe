using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Identity;

namespace OneVisit.Domain.Supervision;

/// <summary>One line of a journal of supervision; chained by the same hash as a case's.</summary>
public sealed record SupervisionEntry(int Sequence, DateTimeOffset At, Actor Actor, SupervisionEvent Event, string Body, string PreviousHash, string Hash)
    : ChainedEntry(Sequence, At, Actor, Body, PreviousHash, Hash)
{
    /// <summary>The entries that follow version <paramref name="version"/>, whose hash is <paramref name="head"/>. Check them with <see cref="JournalChain.Verify"/>.</summary>
    /// <param name="ink">Of the journal; <c>null</c>: its words stand in clear.</param>
    public static ImmutableArray<SupervisionEntry> Extend(int version, string head, IReadOnlyList<SupervisionEvent> events, Actor actor, DateTimeOffset now, JournalInk? ink = null)
    {
        var entries = ImmutableArray.CreateBuilder<SupervisionEntry>(events.Count);
        foreach (var happened in events)
        {
            var body = SupervisionJson.Write(happened, ink);
            var hash = JournalChain.HashOf(head, ++version, now, actor, body);
            entries.Add(new SupervisionEntry(version, now.ToUniversalTime(), actor, happened, body, head, hash));
            head = hash;
        }
        return entries.MoveToImmutable();
    }
}

/// <summary>Events of supervision as stored text, by the rules of <see cref="JournalJson"/>.</summary>
public static class SupervisionJson
{
    private static readonly Dictionary<Type, string> Names = typeof(SupervisionEvent).GetCustomAttributes<JsonDerivedTypeAttribute>()
        .ToDictionary(known => known.DerivedType, known => (string)known.TypeDiscriminator!);

    public static string TypeOf(SupervisionEvent happened) => Names[happened.GetType()];

    /// <summary>With all words in clear.</summary>
    public static string Write(SupervisionEvent happened) => Write(happened, null);

    /// <param name="ink">Of the journal; <c>null</c>: words stay in clear.</param>
    public static string Write(SupervisionEvent happened, JournalInk? ink) => SealedInJournalAttribute.Using(ink, happened, static said => JsonSerializer.Serialize(said, JournalJson.Options));

    /// <summary>With words as they stand there.</summary>
    /// <exception cref="JsonException">The text is no event of this program.</exception>
    public static SupervisionEvent Read(string body) => Read(body, null);

    /// <param name="ink">Of the journal; <c>null</c>: words are left as they stand there.</param>
    /// <exception cref="JsonException">The text is no event of this program.</exception>
    public static SupervisionEvent Read(string body, JournalInk? ink) => SealedInJournalAttribute.Using(
        ink, body, static kept => JsonSerializer.Deserialize<SupervisionEvent>(kept, JournalJson.Options) ?? throw new JsonException("An event is never null."));
}
