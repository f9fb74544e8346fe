using System.Diagnostics.CodeAnalysis;

namespace Microsoft.DurableTask;

/// <summary>The version of an orchestration; compared without regard to case.</summary>
[SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "The real type has none.")]
public readonly struct TaskVersion(string version) : IEquatable<TaskVersion>
{
    public string Version { get; } = version;

    public static implicit operator string(TaskVersion value) => value.Version;

    public static implicit operator TaskVersion(string value) => new(value);

    public static bool operator ==(TaskVersion a, TaskVersion b) => a.Equals(b);

    public static bool operator !=(TaskVersion a, TaskVersion b) => !a.Equals(b);

    public bool Equals(TaskVersion other) => string.Equals(Version, other.Version, StringComparison.OrdinalIgnoreCase);

    public override bool Equals(object? obj) => obj is TaskVersion other && Equals(other);

    public override int GetHashCode() => StringComparer.OrdinalIgnoreCase.GetHashCode(Version);
}
