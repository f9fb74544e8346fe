using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>One line of a case's journal.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="Body">The stored text of <paramref name="Event"/>: it is what the hash covers, so that tomorrow's program still verifies it.</param>
/// <param name="PreviousHash">Hash of the entry before; of the case id for the first.</param>
/// <param name="Hash">SHA-256 in lower-case hex, see <see cref="JournalChain"/>.</param>
public sealed record Entry(int Sequence, DateTimeOffset At, Actor Actor, CaseEvent Event, string Body, string PreviousHash, string Hash)
    : ChainedEntry(Sequence, At, Actor, Body, PreviousHash, Hash);

/// <summary>One line of a hash-chained journal, whatever it tells of.</summary>
/// <param name="Body">The stored text of what happened: it is what the hash covers.</param>
public abstract record ChainedEntry(int Sequence, DateTimeOffset At, Actor Actor, string Body, string PreviousHash, string Hash)
{
    /// <summary>Its content was erased: what its hash was taken of is gone, its place in the chain is not.</summary>
    public bool IsBlank { get; init; }
}

/// <summary>Who acted, as known on that day. Names of residents only masked.</summary>
/// <param name="Participant"><c>resident:…</c>, <c>staff:…</c> or <c>system</c>.</param>
/// <param name="Office">For example <c>township/370982103</c>; empty for residents and the system.</param>
public sealed record Actor(string Participant, string Name, Role Role, string Office)
{
    /// <summary>For whom an agent acted; <c>null</c>: for themselves, or for their office.</summary>
    public Principal? OnBehalfOf { get; init; }

    /// <summary>The clockwork: automatic stages, reminders, escalations.</summary>
    public static Actor System { get; } = new("system", "", Role.System, "");

    public static Actor Resident(string participant, string maskedName) => new(participant, maskedName, Role.Resident, "");
}

/// <summary>For whom an agent acts, and by which mandate.</summary>
/// <param name="Name">Masked.</param>
/// <param name="Mandate">Its number; <c>null</c>: one from before mandates were numbered.</param>
public sealed record Principal(string Participant, string Name, string? Mandate = null);
