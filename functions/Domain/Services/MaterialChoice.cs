using System.Collections.Immutable;

namespace OneVisit.Domain.Services;

/// <summary>What the applicant chose about the papers asked of them: which follow later (容缺), which a commitment replaces (告知承诺).</summary>
public sealed record MaterialChoice(ImmutableHashSet<string> Later, ImmutableHashSet<string> ByCommitment)
{
    /// <summary>Everything is brought.</summary>
    public static MaterialChoice None { get; } = new([], []);

    /// <summary>What of it the list does not allow; empty: all is in order.</summary>
    public IEnumerable<ChoiceProblem> ProblemsWith(MaterialList list) =>
    [
        .. Later.Select(code => Problem(code, list, isLater: true)).OfType<ChoiceProblem>(),
        .. ByCommitment.Select(code => Problem(code, list, isLater: false)).OfType<ChoiceProblem>(),
    ];

    private ChoiceProblem? Problem(string code, MaterialList list, bool isLater) => list.Find(code) switch
    {
        not { IsAsked: true } => new(code, isLater, ChoiceFault.NotAsked),
        { Material.MayBePutOff: false } => new(code, isLater, ChoiceFault.Never),
        { LaterWorkingDays: null } when isLater => new(code, isLater, ChoiceFault.NotAllowed),
        { CommitmentInLieu: false } when !isLater => new(code, isLater, ChoiceFault.NotAllowed),
        _ when !isLater && Later.Contains(code) => new(code, isLater, ChoiceFault.Twice),
        _ => null,
    };
}

/// <summary>A choice that cannot be.</summary>
public sealed record ChoiceProblem(string Code, bool IsLater, ChoiceFault Fault);

/// <summary>Why a choice cannot be.</summary>
public enum ChoiceFault
{
    /// <summary>Nobody asks the applicant for that paper.</summary>
    NotAsked,

    /// <summary>That paper is never put off, for nobody.</summary>
    Never,

    /// <summary>A service applied for does not allow it for that paper.</summary>
    NotAllowed,

    /// <summary>It was chosen both to follow later and to be replaced.</summary>
    Twice,
}
