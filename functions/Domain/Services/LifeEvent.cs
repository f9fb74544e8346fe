namespace OneVisit.Domain.Services;

/// <summary>What happens in people's lives, and by which they find a service.</summary>
/// <param name="Id">For example <c>bereavement</c>.</param>
/// <param name="OfAChild">It happens to a child: nothing about it hangs in public.</param>
public sealed record LifeEvent(string Id, Text Name, bool OfAChild = false);
