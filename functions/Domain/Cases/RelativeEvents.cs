using OneVisit.Domain.Services;

namespace OneVisit.Domain.Cases;

/// <summary>The household is closely related to somebody of the offices (近亲属备案): the city visits, and who is related keeps away.</summary>
/// <param name="Name">Who it is, as it was said or as the directory has them.</param>
/// <param name="Relation">What they are to the household, as it was said; <c>null</c>: not said.</param>
/// <param name="Staff">Participant of that member of staff; <c>null</c>: nobody the directory has.</param>
public sealed record RelativeDeclared([property: SealedInJournal] string Name, RelativeSource Source, [property: SealedInJournal] string? Relation = null, [property: SealedInJournal("null")] string? Staff = null) : CaseEvent;

/// <summary>How it became known.</summary>
public enum RelativeSource
{
    /// <summary>The household said so.</summary>
    Resident,

    /// <summary>A member of staff said so, of themselves or of another.</summary>
    Staff,

    /// <summary>The applicant's number is that of a member of staff.</summary>
    Detected,
}

/// <summary>An entry of the register of relatives.</summary>
/// <param name="By">Who declared it; the system for what was detected.</param>
public sealed record Relative(string Name, string? Relation, RelativeSource Source, string? Staff, Actor By, DateTimeOffset At);

/// <summary>Sources as they travel.</summary>
public static class RelativeSources
{
    public static string Code(this RelativeSource source) => source switch
    {
        RelativeSource.Resident => "resident",
        RelativeSource.Staff => "staff",
        _ => "detected",
    };
}

/// <summary>A wish to enter somebody in the register, unchecked.</summary>
/// <param name="Member">The member of staff whom it names, where the directory has them.</param>
public sealed record RelativeForm(string? Name, string? Relation, StaffMember? Member = null);
