using System.Collections.Immutable;
using OneVisit.Domain;

namespace OneVisit.Conversation;

/// <summary>What the desk remembers between two turns of a member of staff.</summary>
public sealed record StaffState
{
    public Language Language { get; init; } = Language.Chinese;

    /// <summary>Files that came without saying where they belong.</summary>
    public ImmutableArray<IncomingFile> WaitingFiles { get; init; } = [];

    /// <summary>The case those files belong to, once known.</summary>
    public string? FilesFor { get; init; }

    /// <summary>What the papers of that case are called, by code, until the files have come.</summary>
    public ImmutableDictionary<string, string> FilesNames { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Who applies with a client just now; <c>null</c>: nobody.</summary>
    public ClientAgent? Applying { get; init; }

    public bool Greeted { get; init; }
}
