using OneVisit.Domain.Cases;

namespace OneVisit.Storage;

/// <summary>What somebody's act brings into a journal. Acts that are appended together are there together or not at all.</summary>
public sealed record JournalAct(Actor Actor, IReadOnlyList<CaseEvent> Events);
