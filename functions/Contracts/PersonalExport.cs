using System.Text.Json;

namespace OneVisit.Contracts;

/// <summary>Everything that is kept about one person, as a program can read it (个人信息保护法 第四十五条). Days are of Beijing, instants UTC.</summary>
/// <param name="Version">Of this form; <c>schema.json</c> in the same zip describes it.</param>
/// <param name="For"><c>self</c>, or <c>request</c>: put together by staff on a written request.</param>
/// <param name="Lived">Cases of others in whose household the person was named.</param>
public sealed record PersonalExport(
    string Version, DateTimeOffset At, string For, IReadOnlyList<ExportedPerson> Persons, IReadOnlyList<ExportedCase> Cases, IReadOnlyList<ExportedMembership> Lived,
    IReadOnlyList<ExportedLookUp> LookUps, IReadOnlyList<ExportedComplaint> Complaints)
{
    /// <summary>Cases of others in which the person acted for them.</summary>
    public IReadOnlyList<ExportedRepresentation> ActedFor { get; init; } = [];
}

/// <summary>The person acted for somebody. Of that somebody no more than they know is told.</summary>
/// <param name="Person">Masked.</param>
/// <param name="Until">Last day; <c>null</c>: until it is ended.</param>
/// <param name="EndedOn">First day on which they no longer acted; <c>null</c>: they still do.</param>
public sealed record ExportedRepresentation(string CaseId, string Service, string ServiceName, string Person, string Basis, string Relation, DateOnly From, DateOnly? Until, DateOnly? EndedOn, string Name, string IdNumber, string Phone)
{
    /// <summary>Who of the offices saw something of theirs in full, the earliest first.</summary>
    public IReadOnlyList<ExportedLook> Looks { get; init; } = [];

    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(ExportedRepresentation);
}

/// <param name="Phones">All that were given.</param>
public sealed record ExportedPerson(string Name, string IdNumber, IReadOnlyList<string> Phones);

/// <param name="Facts">What the household told, as it is kept.</param>
/// <param name="Folder">The case on one page, with everybody who acted in it.</param>
/// <param name="Members">People who were named as members of the household, masked: they are others.</param>
/// <param name="Relatives">Entries of the register of relatives.</param>
/// <param name="Files">Their places in the zip.</param>
/// <param name="Keep">How long it is kept, in words.</param>
public sealed record ExportedCase(
    string CaseId, string Service, string ServiceName, DateOnly SubmittedOn, string Applicant, string IdNumber, string Phone, string Village, string? Story, JsonElement Facts, CaseFolder Folder,
    IReadOnlyList<string> Members, IReadOnlyList<RelativeView> Relatives, string? RegisterNumber, IReadOnlyList<ExportedFile> Files, string Keep)
{
    /// <summary>Who acted for the person, in words and masked, a line each; <c>null</c>: nobody did.</summary>
    public string? Representative { get; init; }

    /// <summary>Who of the offices saw something in full or opened a paper, the earliest first.</summary>
    public IReadOnlyList<ExportedLook> Looks { get; init; } = [];

    /// <summary>Exports on request, telephones that were replaced, conversations that took the case over, the earliest first.</summary>
    public IReadOnlyList<ExportedStep> Steps { get; init; } = [];
}

/// <summary>Somebody of the offices saw something in full (个人信息保护法 第四十四条).</summary>
/// <param name="By">Name, office and post.</param>
/// <param name="What">In words.</param>
/// <param name="Reason">In words: with what was written beside it, or that it was their work.</param>
public sealed record ExportedLook(DateTimeOffset At, string By, string What, string Reason);

/// <summary>What was done with the case as a record of the person.</summary>
/// <param name="Kind"><c>exported</c>, <c>phone-replaced</c> or <c>taken-over</c>.</param>
/// <param name="What">The same in words.</param>
/// <param name="By">Who did it; the household masked.</param>
/// <param name="Note">Why; <c>null</c>: nothing was said.</param>
public sealed record ExportedStep(DateTimeOffset At, string Kind, string What, string By, string? Note);

/// <param name="Path">In the zip.</param>
public sealed record ExportedFile(string Path, string Name, DateTimeOffset AddedAt, string ContentType);

/// <param name="On">When the person was named.</param>
public sealed record ExportedMembership(string CaseId, string Service, DateOnly On);

/// <param name="Fields">What was asked for.</param>
/// <param name="Answer">Kind of the answer.</param>
public sealed record ExportedLookUp(DateTimeOffset At, string Registry, string Question, string Purpose, string Basis, IReadOnlyList<string> Fields, string Answer, string About);

/// <param name="Words">As written.</param>
/// <param name="Answer"><c>null</c>: not answered yet.</param>
public sealed record ExportedComplaint(string Number, string Kind, DateOnly On, string CaseId, string Words, string? Contact, string? Finding, string? Answer);
