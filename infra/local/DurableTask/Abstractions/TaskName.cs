namespace Microsoft.DurableTask;

/// <summary>The name of an orchestrator or activity. Compared without regard to case; <c>null</c> and the empty string give the default value.</summary>
public readonly struct TaskName : IEquatable<TaskName>
{
    private readonly string version;

    public TaskName(string name)
    {
        Name = name!;
        version = name is null ? null! : string.Empty;
    }

    public string Name { get; }

    /// <summary>Always empty: versions are not part of a task's identity in this API level.</summary>
    [Obsolete("A version is said with the options of a call.")]
    public string Version => version;

    public static implicit operator string(TaskName value) => value.Name;

    public static implicit operator TaskName(string value) => string.IsNullOrEmpty(value) ? default : new(value);

    public static bool operator ==(TaskName a, TaskName b) => a.Equals(b);

    public static bool operator !=(TaskName a, TaskName b) => !a.Equals(b);

    public bool Equals(TaskName other) => string.Equals(Name, other.Name, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is TaskName other && Equals(other);

    public override int GetHashCode() => Name is null ? 0 : StringComparer.OrdinalIgnoreCase.GetHashCode(Name);

    public override string ToString() => string.IsNullOrEmpty(version) ? Name : $"{Name}:{version}";
}
