namespace OneVisit.Domain.Services;

/// <summary>Who decides a service's cases.</summary>
/// <param name="Id">For example <c>township</c> or <c>funeral-home</c>.</param>
public sealed record Decider(string Id, Text Name)
{
    private const string TownshipId = "township";

    /// <summary>Decided with delegated power or in its own right; what is delegated is filed with the city afterwards.</summary>
    public bool IsTownship => Id == TownshipId;
}
