namespace OneVisit.Local.DurableTask.Store;

/// <summary>What a committed transaction means for the running engine: whom to wake, what to run.</summary>
internal sealed class Effects
{
    /// <summary>Instances with something in their inbox.</summary>
    public HashSet<string> Ready { get; } = [];

    /// <summary>Sequences of activities to run.</summary>
    public List<long> Activities { get; } = [];

    /// <summary>Instances whose row changed.</summary>
    public HashSet<string> Changed { get; } = [];

    /// <summary>Events sent to an instance that is not there or has finished.</summary>
    public List<(string Instance, string Event)> Dropped { get; } = [];

    /// <summary>A timer was set: the earliest due may be another one now.</summary>
    public bool Timers { get; set; }
}
