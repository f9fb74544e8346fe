using OneVisit.Domain.Cases;

namespace OneVisit.Domain.Supervision;

/// <summary>The city holds (冻结、留存) a case, or all that is kept about a person: nothing of it is erased while the hold stands.</summary>
/// <param name="HoldId">Its number.</param>
/// <param name="CaseId"><c>null</c>: a person is held.</param>
/// <param name="PersonHash">Keyed hash of the ID number; <c>null</c>: a case is held.</param>
/// <param name="PersonMasked">The number as it may be shown.</param>
/// <param name="OrderedBy">From whom the order came: a court, a commission, an office.</param>
public sealed record HoldPlaced(string HoldId, [property: SealedInJournal] string OrderedBy, [property: SealedInJournal] string Reason, string? CaseId = null, string? PersonHash = null, [property: SealedInJournal] string? PersonMasked = null) : SupervisionEvent;

/// <summary>The hold does not stand any more; who lifted it stands in the entry.</summary>
public sealed record HoldLifted([property: SealedInJournal] string Reason) : SupervisionEvent;

/// <summary>What the matter was about is gone, and what was written in it; see <see cref="Cases.Erased"/>.</summary>
/// <param name="Rule">Id of the rule of retention by which it was.</param>
/// <param name="Through">The last entry whose content was erased.</param>
public sealed record MatterErased(string Rule, int Through) : SupervisionEvent;
