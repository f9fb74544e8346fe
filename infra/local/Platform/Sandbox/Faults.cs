using System.Collections.Concurrent;

namespace OneVisit.Local.Platform.Sandbox;

/// <summary>What goes wrong on request, registry by registry; <c>*</c> is all of them.</summary>
public sealed class Faults
{
    public const string All = "*";

    private readonly ConcurrentDictionary<string, Fault> faults = new(StringComparer.Ordinal);

    /// <param name="fault"><c>null</c>: all is well again.</param>
    public void Set(string registry, Fault? fault)
    {
        if (fault is null)
            faults.TryRemove(registry, out _);
        else
            faults[registry] = fault;
    }

    internal IReadOnlyDictionary<string, Fault> Standing => faults;

    internal bool IsRefusing(string registry) => Of(registry) is { Kind: FaultKind.Refusing };

    internal bool IsWrong(string registry) => Of(registry) is { Kind: FaultKind.Wrong };

    /// <summary>Waits as long as a slow registry takes.</summary>
    /// <returns>It is down.</returns>
    internal async Task<bool> HoldUpAsync(string registry, CancellationToken cancellation)
    {
        if (Of(registry) is not { } fault)
            return false;
        if (fault.Kind == FaultKind.Slow)
            await Task.Delay(fault.Milliseconds, cancellation);
        return fault.Kind == FaultKind.Down;
    }

    private Fault? Of(string registry) => faults.GetValueOrDefault(registry) ?? faults.GetValueOrDefault(All);
}

/// <param name="Milliseconds">How long a slow registry takes.</param>
public sealed record Fault(FaultKind Kind, int Milliseconds = 0);

public enum FaultKind
{
    /// <summary>Answers, but late.</summary>
    Slow,

    /// <summary>503, or its like.</summary>
    Down,

    /// <summary>Says the opposite of the truth.</summary>
    Wrong,

    /// <summary>Takes nothing that it is told (<c>facts</c>).</summary>
    Refusing,
}
