using System.Collections.Immutable;
using System.Text.Json.Serialization;
using OneVisit.Domain.Eligibility;

namespace OneVisit.Domain.Interview;

/// <summary>
/// Everything told in an interview: what was known before, and the answers in the order they were given. The household is always made anew of
/// them, so an answer that changes takes back whatever it implied.
/// </summary>
public sealed record Told
{
    /// <summary>Known before the first question, from the story or the sharing platform.</summary>
    public Household Start { get; init; } = new();

    public ImmutableArray<Answered> Answers { get; init; } = [];

    /// <summary>What is known now, told and implied. Made at each call.</summary>
    [JsonIgnore]
    public Household Household => Folding.Fold(this);

    /// <summary>Facts that were answered with "not known"; they are not asked again.</summary>
    [JsonIgnore]
    public ImmutableArray<Fact> NotKnown => Folding.NotKnown(this).Facts();

    public Answer? AnswerTo(Inquiry inquiry) => Answers.FirstOrDefault(answered => answered.Inquiry == inquiry)?.Answer;

    /// <summary>
    /// With an answer, or with a changed one in the place of the old. A changed checklist forgets the answers it had led to; a changed person, what was told of that person.
    /// </summary>
    /// <exception cref="ArgumentException">This is no answer to that, or ticks what was not offered.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The value cannot be.</exception>
    public Told With(Inquiry inquiry, Answer answer)
    {
        Folding.Check(inquiry, answer);
        var answered = new Answered(inquiry, answer);
        var at = IndexOf(inquiry);
        return at < 0
            ? this with { Answers = [.. Answers, answered] }
            : this with { Answers = [.. Answers.SetItem(at, answered).Where(other => other == answered || !HangsOn(inquiry, other.Inquiry))] };
    }

    /// <summary>As if it had not been asked; what hung on it goes, too.</summary>
    public Told Without(Inquiry inquiry) =>
        this with { Answers = [.. Answers.Where(answered => answered.Inquiry != inquiry && !HangsOn(inquiry, answered.Inquiry))] };

    /// <summary>Facts that are known by this answer and were not before it, its own and those it implies.</summary>
    public ImmutableArray<Fact> Learnt(Inquiry inquiry, Answer answer)
    {
        var before = Folding.Known(Household);
        return Folding.Known(With(inquiry, answer).Household).Without(before).Facts();
    }

    private int IndexOf(Inquiry inquiry)
    {
        for (var at = 0; at < Answers.Length; at++)
        {
            if (Answers[at].Inquiry == inquiry)
                return at;
        }
        return -1;
    }

    private static bool HangsOn(Inquiry changed, Inquiry other) => changed switch
    {
        // The next person is told of only after this one, and may be somebody else now.
        { Checklist: Checklist.WhoIsThere, Person: { } person } => other.Person >= person,
        { Checklist: Checklist.WhatIsDrawn } => other.Question is Question.Draws or Question.PersonDraws,
        { Checklist: { } checklist } => other is { Question: { } question, Person: null } && (Checklists.FactsOf(checklist) & QuestionSet.Bit(question)) != 0,
        { Question: Question.Homes } => other.Question == Question.HomesBelowAverageArea,
        _ => false,
    };
}
