using System.Globalization;
using OneVisit.Contracts;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Functions.Process;

/// <summary>To whom a message goes: the case's owner, or whoever holds a post on that day.</summary>
internal abstract record Addressee
{
    public sealed record Owner : Addressee;

    /// <summary>Whose the case was before.</summary>
    public sealed record Former(string Participant) : Addressee;

    /// <param name="Person">The one holder meant; <c>null</c>: all.</param>
    public sealed record Post(Role Role, string Office, string? Person = null) : Addressee;

    private Addressee()
    {
    }
}

/// <summary>Facts of messages as they travel.</summary>
internal static class NoticeFacts
{
    /// <summary>As <c>yyyy-MM-dd</c>.</summary>
    public static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}

/// <summary>A message that follows from a journal entry, before it is known who holds the post.</summary>
/// <param name="Sequence">Of the entry: with kind and addressee it makes the notice's id, the same however often it is sent.</param>
internal sealed record DueNotice(int Sequence, DateTimeOffset At, Addressee To, string Kind, string? TaskId, IReadOnlyDictionary<string, string> Data)
{
    /// <summary>The case as it stood then: who is left out goes by it, so that the same readers are meant whenever it is asked.</summary>
    public required Case Standing { get; init; }
}
