using OneVisit.Domain.Cases;
using OneVisit.Domain.Supervision;

namespace OneVisit.Domain.Retention;

/// <summary>A legal hold, as its journal tells it.</summary>
public sealed record Hold(HoldPlaced Order, Actor PlacedBy, DateTimeOffset PlacedAt)
{
    public string HoldId => Order.HoldId;

    public Actor? LiftedBy { get; private init; }

    public DateTimeOffset? LiftedAt { get; private init; }

    public string? LiftReason { get; private init; }

    public bool Stands => LiftedAt is null;

    /// <returns><c>null</c>: the journal is none of a hold.</returns>
    public static Hold? Of(IEnumerable<SupervisionEntry> entries)
    {
        Hold? current = null;
        foreach (var entry in entries)
        {
            current = entry.Event switch
            {
                HoldPlaced placed => new Hold(placed, entry.Actor, entry.At),
                HoldLifted lifted => current is null ? null : current with { LiftedBy = entry.Actor, LiftedAt = entry.At, LiftReason = lifted.Reason },
                _ => current,
            };
        }
        return current;
    }
}
