using System.Collections.Immutable;
using OneVisit.Domain.Authority;
using OneVisit.Domain.Services;
using OneVisit.Functions.Tests.Running;

namespace OneVisit.Functions.Tests.Authority;

/// <summary>A case in one state, with the tasks that it has and before whom each lies.</summary>
internal sealed record Scene(string CaseId, CaseState State, ImmutableDictionary<string, SceneTask> Tasks, bool Mandated = true)
{
    public string? DocumentId { get; init; }

    public string Owner { get; init; } = Town.Resident;

    /// <summary>Its owner acts for the applicant.</summary>
    public bool IsActedFor { get; init; }

    /// <summary>Whose it was before.</summary>
    public string? Former { get; init; }

    /// <summary>The agent whose mandate is still to be signed.</summary>
    public string? AppliedBy { get; init; }

    /// <summary>Of the offices, in the register of relatives.</summary>
    public ImmutableArray<string?> Kin { get; init; } = [];

    /// <summary>The office to which one of its tasks went.</summary>
    public (Role Role, string Office)? HandedTo { get; init; }

    /// <summary>For whom this scene is another than the ordinary one of its state; empty: for everybody.</summary>
    public ImmutableArray<string?> Cast { get; init; } = [];

    public bool IsFor(Person person) => Cast.IsEmpty || Cast.Contains(person.Participant);
}

/// <param name="Person">Whose alone it is.</param>
internal sealed record SceneTask((Role Role, string Office) Desk, string? Person = null)
{
    public bool IsErrand { get; init; }
}
