using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization;
using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Supervision;

/// <summary>One line of a journal of supervision; chained by the same hash as a case's.</summary>
public sealed record SupervisionEntry(int Sequence, DateTimeOffset At, Actor Actor, SupervisionEvent Event, string Body, string PreviousHash, string Hash)
    : ChainedEntry(Sequence, At, Actor, Body, PreviousHash, Hash)
{
    /// <summary>The entries that follow version <paramref name="version"/>, whose hash is <paramref name="head"/>. Check them with <see cref="JournalChain.Verify"/>.</summary>
    public static ImmutableArray<SupervisionEntry> Extend(int version, string head, IReadOnlyList<SupervisionEvent> events, Actor actor, DateTimeOffset now)
    {
        var entries = ImmutableArray.CreateBuilder<SupervisionEntry>(events.Count);
        foreach (var happened in events)
        {
            var body = SupervisionJson.Write(happened);
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

    public static string Write(SupervisionEvent happened) => JsonSerializer.Serialize(happened, JournalJson.Options);

    /// <exception cref="JsonException">The text is no event of this program.</exception>
    public static SupervisionEvent Read(string body) =>
        JsonSerializer.Deserialize<SupervisionEvent>(body, JournalJson.Options) ?? throw new JsonException("An event is never null.");
}
