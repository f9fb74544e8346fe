namespace OneVisit.Conversation;

/// <summary>Somebody being named to act for the person in a case that is on its way, as told so far.</summary>
/// <param name="Relation">What they are to the person, see <see cref="Contracts.RepresentativeRelations"/>.</param>
/// <param name="Until">Last day of the letter, inclusive.</param>
public sealed record PendingNaming(string CaseId, string? Relation = null, string? Name = null, string? IdNumber = null, string? Phone = null, DateOnly? Until = null)
{
    /// <summary>What is asked next: the first that was not told.</summary>
    internal NamingStep Step => this switch
    {
        { Relation: null } => NamingStep.Relation,
        { Name: null } => NamingStep.Name,
        { IdNumber: null } => NamingStep.Number,
        { Phone: null } => NamingStep.Phone,
        { Until: null } => NamingStep.Until,
        _ => NamingStep.Confirm,
    };

    /// <summary>Never prints a person.</summary>
    public override string ToString() => nameof(PendingNaming);
}

/// <summary>The questions, in their order.</summary>
internal enum NamingStep
{
    Relation, Name, Number, Phone, Until, Confirm,
}
