using System.Collections.Frozen;
using OneVisit.Domain.Cases;
using OneVisit.Domain.Services;

namespace OneVisit.Domain.Authority;

/// <summary>What is answered to somebody who may not.</summary>
public enum Denial
{
    /// <summary>That there is no such thing: whether it exists is nobody else's business.</summary>
    NotFound,

    /// <summary>That it is not theirs.</summary>
    NotYours,

    /// <summary>That it is not theirs; to who may not even see the case, that there is none.</summary>
    NotYoursOrNotFound,

    /// <summary>That the reviewers of the city do it.</summary>
    ReviewersOnly,

    /// <summary>That the city does it.</summary>
    CityOnly,

    /// <summary>That their superiors do it.</summary>
    SuperiorsOnly,
}

/// <summary>What kind of act a line is about.</summary>
public enum ActKind
{
    /// <summary>An operation of the back office, by the name of its function.</summary>
    Operation,

    /// <summary>What a card does with a task of a case.</summary>
    CaseAct,

    /// <summary>What a card does with a step of a review, a remedy or a complaint.</summary>
    MatterAct,
}

/// <summary>Whether somebody may.</summary>
public enum Judgement
{
    Allowed,

    /// <summary>They stand where they would, and something keeps them from it.</summary>
    Barred,

    NotTheirs,
}

/// <summary>One line of the table: who may do one act.</summary>
/// <param name="Act">Name of the function, or of the act with what it is about before a colon.</param>
/// <param name="Title">In Chinese, for who reads it on paper.</param>
/// <param name="May">Empty: nobody does it, the office's clock does.</param>
/// <param name="Written">Who may, as the table writes it.</param>
/// <param name="Never">Whom it is closed to although they stand so.</param>
/// <param name="When">States of the case; empty: it is about none.</param>
/// <param name="Why">What it rests on.</param>
public sealed record ActLine(
    string Act, ActKind Kind, string Title, FrozenSet<Standing> May, string Written, Bars Never, FrozenSet<CaseState> When, Denial Denial, string Why)
{
    private readonly FrozenSet<Role> posts = May.Select(standing => standing.Post).OfType<Role>().ToFrozenSet();

    /// <summary>As the table writes it, for who prints it: <see cref="Never"/>, <see cref="When"/> and <see cref="Denial"/>.</summary>
    internal string WrittenNever { get; init; } = "-";

    internal string WrittenWhen { get; init; } = "-";

    internal string WrittenDenial { get; init; } = "";

    /// <summary>No token is asked for.</summary>
    public bool IsForAnybody => May.Contains(new(Relation.Anybody));

    /// <summary>Who may depends on the case it is about.</summary>
    public bool IsAboutCase { get; } = May.Any(standing => standing.Relation is not (Relation.Anybody or Relation.Door or Relation.Resident or Relation.NoPost or Relation.Post));

    public Judgement Judge(Footing footing) =>
        !footing.Standings.Any(May.Contains) ? Judgement.NotTheirs : (footing.Bars & Never) != Bars.None ? Judgement.Barred : Judgement.Allowed;

    /// <summary>The case stands where it may be done.</summary>
    public bool IsIn(Case current) => When.Contains(CaseStates.Of(current));

    /// <summary>Why it may not be done where the case stands; <c>null</c>: it may, as far as that goes.</summary>
    public Decision.Refused? Against(Case current)
    {
        var state = CaseStates.Of(current);
        if (When.Contains(state))
            return null;
        var reason = state >= CaseState.Delivering && When.Count > 0 && When.All(allowed => allowed < state) ? RefusalReason.CaseClosed : When.All(allowed => allowed == CaseState.Closed) ? RefusalReason.NotYetClosed : RefusalReason.OutOfOrder;
        return new(reason) { State = state, By = reason == RefusalReason.CaseClosed ? current.Decision?.By : null, At = reason == RefusalReason.CaseClosed ? current.Decision?.At ?? current.ClosedAt : null };
    }

    /// <summary>What holds of a decision where the case stands. Outside the states of the line nothing more is journalled; who asks again for what is so already hears that it is done.</summary>
    public Decision Hold(Case current, Decision decision) => Against(current) is { } late && !IsSoAlready(decision) ? late : decision;

    private static bool IsSoAlready(Decision decision) =>
        decision is Decision.Accepted { Events.IsEmpty: true } or Decision.Refused { Reason: RefusalReason.AlreadyDone or RefusalReason.AlreadyRated };

    /// <summary>Whether somebody could, as far as can be told without the case: by their posts, or as a resident.</summary>
    public bool MightAllow(Footing byPosts) => byPosts.Standings.Any(standing => standing switch
    {
        { Post: { } post } => posts.Contains(post),
        { Relation: Relation.Resident } => May.Any(allowed => allowed.Relation is Relation.Resident or Relation.FormerOwner or Relation.Owner or Relation.Representative),
        _ => May.Contains(standing),
    });
}
