using System.Collections.Frozen;
using System.Collections.Immutable;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Domain.Interview;

/// <summary>How an interview is held: data of the city.</summary>
/// <param name="Order">Of asking, where nothing else decides; each at most once; what is not there comes last.</param>
/// <param name="Patience">How much more effort than the shortest way the order of asking may cost, before a later question goes first.</param>
/// <param name="Benefits">Codes offered when it is asked what is drawn today.</param>
/// <param name="Follows">Services that come into play by what is told.</param>
/// <param name="GoesWith">Services that usually go with another, by its code.</param>
/// <param name="OnlyWhenWished">Services asked about only when they are wished for themselves.</param>
/// <param name="Wishes">Ids of the life events that wish for such a service.</param>
public sealed record InterviewPlan(
    ImmutableArray<PlannedInquiry> Order, double Patience, ImmutableArray<string> Benefits, ImmutableArray<Follow> Follows,
    FrozenDictionary<string, ImmutableArray<string>> GoesWith, FrozenSet<string> OnlyWhenWished, FrozenSet<string> Wishes)
{
    private readonly FrozenDictionary<(Question?, Checklist?), int> places = Order.Select((planned, at) => (planned, at))
        .ToFrozenDictionary(entry => (entry.planned.Question, entry.planned.Checklist), entry => entry.at);

    /// <summary>Place in the order of asking.</summary>
    internal int PlaceOf(Question? question, Checklist? checklist) => places.TryGetValue((question, checklist), out var at) ? at : Order.Length;

    internal PlannedInquiry this[Question question] => Planned(question, null);

    internal PlannedInquiry this[Checklist checklist] => Planned(null, checklist);

    private PlannedInquiry Planned(Question? question, Checklist? checklist) =>
        PlaceOf(question, checklist) is var at && at < Order.Length ? Order[at] : new PlannedInquiry(question, checklist, 1, 0, []);
}

/// <summary>What is known beforehand of an inquiry; exactly one of question and checklist.</summary>
/// <param name="Effort">Of answering, where a press of a button is 1.</param>
/// <param name="Ahead">How many questions it usually leads to.</param>
/// <param name="Guesses">Answers that stand for all, with how often they are given; empty: it is asked in its turn only.</param>
public sealed record PlannedInquiry(Question? Question, Checklist? Checklist, double Effort, double Ahead, ImmutableArray<Guess> Guesses);

/// <param name="Text">See <see cref="Guesses"/>.</param>
/// <param name="Weight">Of a hundred, about; only the proportion counts.</param>
public sealed record Guess(string Text, int Weight);

/// <summary>Where the sign is seen, the services come into play.</summary>
public sealed record Follow(Sign When, ImmutableArray<string> Services);
