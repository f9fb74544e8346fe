using System.Collections.Immutable;

namespace OneVisit.Catalogue;

/// <summary>A mistake in the catalogue's files.</summary>
/// <param name="File">Path within the catalogue, for example <c>services/D1.2.yaml</c>.</param>
/// <param name="Line">From 1; 0 when the file as a whole is meant.</param>
/// <param name="Subject">The key, id or value that is wrong.</param>
public sealed record CatalogueFault(FaultKind Kind, string File, int Line, string Subject)
{
    /// <summary>As an editor can jump to it: <c>services/D1.2.yaml:12: UnknownKey: sumary</c>.</summary>
    public override string ToString() => $"{File}:{Line}: {Kind}: {Subject}";
}

/// <summary>Kinds of mistake.</summary>
public enum FaultKind
{
    /// <summary>Not YAML, or a key given twice.</summary>
    Unreadable,

    /// <summary>A file of the catalogue is not there.</summary>
    MissingFile,
    UnknownKey,
    MissingKey,

    /// <summary>Words in one language only.</summary>
    MissingTranslation,

    /// <summary>Not a date, a number, or a word of the vocabulary that belongs here.</summary>
    WrongValue,

    /// <summary>Points to an act, material, place or stage that is not there.</summary>
    UnknownReference,
    DuplicateId,

    /// <summary>Two periods of the same thing share a day.</summary>
    OverlappingPeriods,

    /// <summary>Days between two periods of the same thing belong to neither.</summary>
    GapBetweenPeriods,

    /// <summary>The platform holds the paper, and the service asks for it.</summary>
    HeldAndDemanded,

    /// <summary>A paper that may never follow later or be replaced by a commitment.</summary>
    NeverDeferrable,

    /// <summary>The stages do not make a procedure: order, clocks, role and level.</summary>
    WrongStages,

    /// <summary>The limits of the whole contradict each other: the committed one, the law's, the extended one.</summary>
    WrongLimits,

    /// <summary>A public notice about a child.</summary>
    NoticeOnChild,

    /// <summary>Neighbours vote on what happens to a child.</summary>
    AppraisalOnChild,

    /// <summary>An act in the list that nothing cites.</summary>
    UncitedAct,

    /// <summary>The same everyday word leads to two services.</summary>
    SharedWord,

    /// <summary>A demo value with a source of law, or one that claims to be law and names none.</summary>
    DemoClaimedAsLaw,

    /// <summary>The list by which files are reviewed does not work: a fact nobody knows, points that are no level, a fault that costs points and leaves nothing.</summary>
    WrongCriterion,

    /// <summary>Eligibility names a rule that is not in the book.</summary>
    UnknownRule,

    /// <summary>A rule about a person among those about the household or the other way round, or one under <c>not</c> that cannot be turned round.</summary>
    MisplacedRule,

    /// <summary>Eligibility names a formula that is not in the book.</summary>
    UnknownFormula,

    /// <summary>A rule or formula goes by a number that <c>parameters.yaml</c> does not have.</summary>
    UnknownParameter,

    /// <summary>No rule and no formula goes by the number: changing it would change nothing.</summary>
    UnreadParameter,

    /// <summary>A file, or all of them together, beyond any size a catalogue can have; or too many files.</summary>
    TooLarge,

    /// <summary>A path that leads out of the catalogue, is there twice, or holds other than plain letters.</summary>
    WrongPath,

    /// <summary>The bytes kept are not those that were handed in under this version.</summary>
    Altered,

    /// <summary>The calendar's days do not add up to the number of working days it states.</summary>
    WrongTotal,
}

/// <summary>The catalogue cannot be used: the files have mistakes.</summary>
public sealed class CatalogueFaultsException(ImmutableArray<CatalogueFault> faults) : Exception(string.Join(Environment.NewLine, faults))
{
    public ImmutableArray<CatalogueFault> Faults => faults;
}
